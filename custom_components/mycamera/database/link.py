"""The one way to the database: every transaction has a time limit, a translated error, and an end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final
from weakref import WeakSet

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from ..signals import Signal
from .config import DatabaseConfig
from .engine import WRITES, DriverConnections, end, gather, open_engine
from .errors import DatabaseHeld, DatabaseUnavailable, is_conflict, translated
from .migrations.database_move import forget_mark
from .migrations.migrate import migrate
from .migrations.upgrade import Upgrade, UpgradeStage

CONFLICT_TRIES: Final = 4
_PING_SECONDS: Final = 3.0
_DISPOSE_SECONDS: Final = 2.0


class Link:
    """Connections to one database, made when they are needed."""

    def __init__(self, config: DatabaseConfig, *, timeout: float) -> None:
        """Prepare; `timeout` is the limit for one transaction in seconds."""
        self.upgraded: Signal[()] = Signal()
        """`upgrading` has changed."""
        self._upgrade = Upgrade()
        self._config = config
        self._timeout = timeout
        self._engine: AsyncEngine | None = None
        self._migrated = False
        # SQLite has one writer; waiting here is fair and costs no polling. MySQL gains an order of writes.
        self._writer = asyncio.Lock()
        self._write_began: datetime | None = None
        self._migrating = 0
        self._limits: set[asyncio.Timeout] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._connections: DriverConnections = WeakSet()
        self._closed = False
        self._resting: DatabaseHeld | None = None

    @property
    def config(self) -> DatabaseConfig:
        """Kind, place and user of the database; the same for as long as the link lives."""
        return self._config

    @property
    def upgrading(self) -> UpgradeStage | None:
        """How far bringing a database of an earlier version up to date is; None where that is not being done."""
        return self._upgrade.stage

    async def connect(self) -> None:
        """Make sure that the database answers and has the tables of this version.

        Raises:
            DatabaseError: the subclass says why not.
        """
        if not self._migrated:
            await self._migrate()
            with translated():
                await self._once(_take_over, write=True, seconds=self._timeout)
            self._migrated = True
        await self.ping()

    async def _migrate(self) -> None:
        if self._resting is not None:
            raise self._resting
        self._migrating += 1
        self._idle.clear()
        loop = asyncio.get_running_loop()
        self._upgrade.listen(lambda: loop.call_soon_threadsafe(self.upgraded.tell))
        try:
            await asyncio.to_thread(migrate, self._config, upgrade=self._upgrade)
        finally:
            self._migrating -= 1
            self._note_idle()

    def _note_idle(self) -> None:
        if not self._limits and not self._migrating:
            self._idle.set()

    async def ping(self) -> None:
        """Ask the database for nothing.

        Raises:
            DatabaseError: it does not answer, within a few seconds.
        """
        with translated():
            await self._once(_ping, write=False, seconds=min(self._timeout, _PING_SECONDS))

    async def run[T](self, work: Callable[[AsyncConnection], Awaitable[T]], *, write: bool) -> T:
        """Do `work` in one transaction and return its result. A transaction that lost against another is repeated.

        Raises:
            DatabaseError: the subclass says why; for a write, whether it was done is then unknown where the
                connection was lost during the commit.
        """
        if not write:
            return await self._attempt(work, write=False)
        async with self._writer:
            self._write_began = datetime.now(UTC)
            try:
                return await self._attempt(work, write=True)
            finally:
                self._write_began = None

    @property
    def visible_until(self) -> datetime:
        """The moment until which everybody can read what was written; what is being written now nobody can yet."""
        return self._write_began or datetime.now(UTC)

    async def _attempt[T](self, work: Callable[[AsyncConnection], Awaitable[T]], *, write: bool) -> T:
        with translated():
            attempt = 1
            while True:
                try:
                    return await self._once(work, write=write, seconds=self._timeout)
                except DBAPIError as error:
                    if attempt == CONFLICT_TRIES or not is_conflict(error):
                        raise
                await asyncio.sleep(0.02 * attempt)
                attempt += 1

    async def _once[T](self, work: Callable[[AsyncConnection], Awaitable[T]], *, write: bool, seconds: float) -> T:
        if self._closed:
            raise DatabaseUnavailable("The database is closed")
        if self._resting is not None:
            raise self._resting
        if self._engine is None:
            self._engine = open_engine(self._config, self._connections)
        # The drivers have no limit of their own for an answer: a frozen server would keep us waiting forever.
        async with asyncio.timeout(seconds) as limit:
            self._limits.add(limit)
            self._idle.clear()
            try:
                async with self._engine.connect() as connection:
                    if write:
                        await connection.execution_options(**{WRITES: True})
                    async with connection.begin():
                        return await work(connection)
            finally:
                self._limits.discard(limit)
                self._note_idle()

    async def rest(self, reason: DatabaseHeld) -> None:
        """Begin no further transactions, and return when none is under way and nothing is connected.

        Where the database is a file, everything is in that one file then.
        """
        self._resting = reason
        await self._idle.wait()  # each transaction has a time limit
        await self.disconnect(politely=True)
        if self._config.path is not None:
            await asyncio.to_thread(gather, self._config.path)

    def wake(self) -> None:
        """Allow transactions again."""
        self._resting = None

    def forget(self) -> None:
        """After an outage: the next connection looks at the tables again, the database may be another one."""
        self._migrated = False

    def interrupt(self) -> None:
        """Allow no further transactions and end those that are under way as if their time were up."""
        self._closed = True
        self._upgrade.cancel()
        now = asyncio.get_running_loop().time()
        for limit in self._limits:
            if not limit.expired():  # one whose time is up is ending already
                limit.reschedule(now)

    async def disconnect(self, *, politely: bool = False) -> None:
        """Close all connections, within seconds even where the server no longer answers.

        `politely` says goodbye to the server first; to one that is gone that only makes errors and takes time.
        """
        engine, self._engine = self._engine, None
        if engine is None:
            return
        if not politely and self._config.path is None:
            self._drop()
        try:
            async with asyncio.timeout(_DISPOSE_SECONDS):
                await engine.dispose()
        except TimeoutError:
            await engine.dispose(close=False)
        if ending := self._drop():
            await asyncio.wait(ending, timeout=_DISPOSE_SECONDS)

    def _drop(self) -> list[asyncio.Future[Any]]:
        """End all connections; return what waits for those that end by themselves."""
        ending = [future for connection in list(self._connections) if (future := end(connection)) is not None]
        self._connections.clear()
        return ending

    async def close(self, *, politely: bool) -> None:
        """Give up what is under way, and close; `politely`, the server is told. Nothing goes on after a few seconds."""
        self.interrupt()
        await self.disconnect(politely=politely)
        with suppress(TimeoutError):
            async with asyncio.timeout(_DISPOSE_SECONDS):
                await self._idle.wait()


async def _ping(connection: AsyncConnection) -> None:
    await connection.execute(text("SELECT 1"))


async def _take_over(connection: AsyncConnection) -> None:
    await connection.run_sync(forget_mark)
