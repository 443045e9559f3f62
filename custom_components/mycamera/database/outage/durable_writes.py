"""Writes that survive an outage: to the database while it is there, else to the journal, and back in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import chain, repeat
from typing import Final, Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from ...signals import Signal
from ..errors import (
    DatabaseBeingBackedUp,
    DatabaseError,
    DatabaseHeld,
    DatabaseRowRejected,
    DatabaseUnavailable,
    DatabaseUnexplained,
)
from ..link import Link
from ..rows import Cursor
from . import journal_positions
from .outage_journal import Entry, OutageJournal
from .writes import Write, apply

_LOGGER = logging.getLogger(__name__)

RETRY_SECONDS: Final = (1.0, 2.0, 5.0, 10.0, 30.0)
REPLAY_BATCH: Final = 200
PART: Final = 500
"""So many rows are changed in one transaction where any number may have to be."""
HOPELESS_TRIES: Final = 8
"""With the usual pauses, about three minutes: a cause outside the row itself should be mended or noticed by then."""
_OPEN_REPLAY_SECONDS: Final = 5.0
_CLOSE_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Outage:
    """The database is away: since when (UTC), how many writes wait, and why."""

    since: datetime
    waiting: int
    error: DatabaseError


class _Part[Key](Protocol):
    """Changes up to `limit` rows from `cursor` on; returns their keys, and where to go on if there are more."""

    async def __call__(
        self, connection: AsyncConnection, /, *, cursor: Cursor | None, limit: int
    ) -> tuple[list[Key], Cursor | None]: ...


class OutageGuard:
    """Sends writes where they are safe and notices when the database goes away and returns.

    While writes wait in the journal every later one joins them, so their order is kept; reads are refused until the
    last one is in the database, so an answer is never older than what was written before the question.
    """

    def __init__(
        self,
        link: Link,
        journal: OutageJournal,
        *,
        label: str,
        retry_seconds: Sequence[float],
    ) -> None:
        """Guard the database behind `link`, which its owner opens."""
        self.changes: Signal[()] = Signal()
        """`available`, `outage` or how far the tables are brought up to date has changed."""
        self._link = link
        link.upgraded.subscribe(self.changes.tell)
        self._journal = journal
        self._label = label
        self._retry_seconds = retry_seconds
        self._since: datetime | None = None
        self._error: DatabaseError | None = None
        self._opened = False
        self._closed = False
        self._order = asyncio.Lock()
        self._writes: set[asyncio.Task[frozenset[str]]] = set()
        self._recovery: asyncio.Task[None] | None = None
        self._batch = REPLAY_BATCH
        self._refused = (0, 0)
        """A journaled write that the database refused for a reason unknown to us, and how often."""

    @property
    def available(self) -> bool:
        """Whether the database answers and has everything that was written."""
        return self._opened and not self._closed and self._error is None

    @property
    def outage(self) -> Outage | None:
        """The outage that is going on."""
        if self._error is None or self._since is None:
            return None
        return Outage(self._since, self._journal.waiting, self._error)

    @property
    def visible_until(self) -> datetime:
        """The moment until which everybody can read what was written."""
        return self._link.visible_until

    async def open(self) -> None:
        """Connect, migrate, and replay what an earlier run left. An absent database is an outage, not an error.

        Raises:
            DatabaseError: anything that waiting does not cure; writes still go to the journal.
        """
        await asyncio.to_thread(self._journal.open)
        try:
            await self._link.connect()
        except DatabaseUnavailable as error:
            self._opened = True
            self._lose(error)
            return
        except DatabaseError:
            await self._link.disconnect()
            raise
        if self._journal.waiting:
            self._since, self._error = datetime.now(UTC), DatabaseUnavailable("Earlier writes are still being replayed")
            self._opened = True
            recovery = self._recover_soon(0.0)
            await asyncio.wait({recovery}, timeout=_OPEN_REPLAY_SECONDS)
        self._opened = True

    async def close(self) -> None:
        """Finish or journal what is being written and disconnect, within seconds."""
        if self._recovery is not None:
            self._recovery.cancel()
            await asyncio.wait({self._recovery})
        if self._writes:
            await asyncio.wait(self._writes, timeout=_CLOSE_SECONDS)
        self._closed = True
        self._link.interrupt()
        if self._writes:
            # Their time is up: they go to the journal.
            await asyncio.wait(self._writes, timeout=_CLOSE_SECONDS)
        await self._link.close(politely=self._error is None)

    async def hold(self, reason: DatabaseHeld) -> None:
        """Keep all writes in the journal and refuse questions until `release`; nothing is under way when this returns.

        Raises:
            DatabaseUnavailable: the database is away, or held already.
        """
        async with self._order:
            if not self.available:
                raise self._refusal()
            self._error, self._since = reason, datetime.now(UTC)
        self._notify()
        await self._link.rest(reason)

    async def hold_for_copy(self) -> None:
        """Leave the database's file alone until `release`, whether the database can be used or not.

        Raises:
            DatabaseUnavailable: it is held already, for something that writes to it.
        """
        reason = DatabaseBeingBackedUp("The database is being backed up")
        if self.available:
            await self.hold(reason)
        elif isinstance(self._error, DatabaseHeld):
            raise self._refusal()
        else:
            # Nor is it opened, migrated or replayed to meanwhile.
            await self._link.rest(reason)

    def release(self) -> None:
        """Use the database again and write to it what waits."""
        if self._closed:
            return
        self._link.wake()
        if isinstance(self._error, DatabaseHeld) and (self._recovery is None or self._recovery.done()):
            self._recover_soon(0.0)

    async def write(self, write: Write) -> frozenset[str]:
        """Do a write, now or later. Once begun it is finished even where the caller is cancelled.

        Returns what `apply` does, and nothing where the write waits in the journal.

        Raises:
            DatabaseRowRejected: the database will never take it.
            JournalError: the database is away, and the journal cannot be written either.
        """
        task = asyncio.create_task(self._write(write))
        self._writes.add(task)
        task.add_done_callback(self._writes.discard)
        return await asyncio.shield(task)

    async def settled(self) -> None:
        """Wait until what is being written now is in the database, or in the journal."""
        if self._writes:
            await asyncio.wait(set(self._writes))

    async def _write(self, write: Write) -> frozenset[str]:
        async with self._order:
            if self.available:
                try:
                    return await self._link.run(lambda connection: apply(connection, write), write=True)
                except DatabaseRowRejected:
                    raise
                except DatabaseError as error:
                    self._lose(error)
            await asyncio.to_thread(self._journal.append, [write])
        self._notify()
        return frozenset()

    async def run[T](self, work: Callable[[AsyncConnection], Awaitable[T]], *, write: bool = False) -> T:
        """Do what cannot wait: a question, or a change that makes sense only now.

        Raises:
            DatabaseUnavailable: the database is away, or writes still wait to be replayed.
            DatabaseError: it refused.
        """
        if not self.available:
            raise self._refusal()
        try:
            return await self._link.run(work, write=write)
        except DatabaseRowRejected:
            raise
        except DatabaseError as error:
            await self._verify(error)
            if self.available:
                raise
            raise self._refusal() from error

    async def run_in_parts[Key](self, change: _Part[Key], *, most: int | None = None) -> list[Key]:
        """Do `change` to all rows that it finds, or to so many, in short transactions; return their keys.

        Raises:
            DatabaseError: as `run`; the parts before are done.
        """
        keys: list[Key] = []
        cursor: Cursor | None = None
        while (limit := PART if most is None else min(PART, most - len(keys))) > 0:
            part, cursor = await self.run(partial(change, cursor=cursor, limit=limit), write=True)
            keys += part
            if cursor is None:
                break
        return keys

    def _refusal(self) -> DatabaseUnavailable:
        outage = self.outage
        if outage is None:
            return DatabaseUnavailable("The database is not open")
        return DatabaseUnavailable(f"Not available since {outage.since:%Y-%m-%d %H:%M:%S} UTC: {outage.error}")

    async def _verify(self, error: DatabaseError) -> None:
        """After a failed question: a single slow or wrong question is no outage, a database that is gone is one."""
        try:
            await self._link.ping()
        except DatabaseError:
            if self.available:
                self._lose(error)

    def _lose(self, error: DatabaseError) -> None:
        self._error = error
        self._since = datetime.now(UTC)
        _LOGGER.warning("The database %s is not available, writes are kept locally: %s", self._label, error)
        self._link.forget()
        self._notify()
        if not self._closed:
            self._recover_soon(self._retry_seconds[0])

    def _notify(self) -> None:
        # Not at once: whatever those who listen do, the write that noticed the change goes on.
        asyncio.get_running_loop().call_soon(self.changes.tell)

    def _recover_soon(self, delay: float) -> asyncio.Task[None]:
        self._recovery = asyncio.create_task(self._recover(delay), name="mycamera database recovery")
        return self._recovery

    async def _recover(self, first_delay: float) -> None:
        """Try until the database is back and has everything."""
        later = self._retry_seconds
        for delay in chain((first_delay,), later[1:], repeat(later[-1])):
            await asyncio.sleep(delay)
            replaying = False
            try:
                await self._link.disconnect()
                await self._link.connect()
                replaying = True
                await self._replay_all()
            except DatabaseError as error:
                if str(error) != str(self._error):
                    _LOGGER.warning("The database %s is still not available: %s", self._label, error)
                self._error = error
            except Exception as error:
                if str(error) != str(self._error):
                    _LOGGER.exception("Unexpected error while reconnecting to the database %s", self._label)
                self._error = DatabaseUnexplained(str(error))
            else:
                return
            if replaying:
                # Perhaps it was too much for one transaction. A database that is not there says nothing of that.
                self._batch = max(1, self._batch // 2)
            self._notify()

    async def _replay_all(self) -> None:
        replayed = 0
        if self._journal.waiting:
            position = await self._link.run(
                lambda connection: journal_positions.get(connection, self._journal.id), write=False
            )
            await asyncio.to_thread(self._journal.skip, position)
        while True:
            # Whoever writes meanwhile waits for this part: writers that are quicker than the replay would keep it from
            # ever ending, and nothing may join the journal between the last look into it and the return to direct use.
            async with self._order:
                replayed += await self._replay_part()
                if self._journal.waiting:
                    continue
                journal_id = self._journal.id
                await asyncio.to_thread(self._journal.clear)
                since = self._since
                self._error, self._since, self._batch = None, None, REPLAY_BATCH
                break
        _LOGGER.warning("The database %s is available again (away since %s); replayed %d", self._label, since, replayed)
        self._notify()
        if journal_id:
            try:
                await self._link.run(lambda connection: journal_positions.forget(connection, journal_id), write=True)
            except DatabaseError as error:
                # One small row stays behind; if the database is gone again, the next question notices.
                _LOGGER.debug("The note on the journal %s was not removed: %s", journal_id, error)

    async def _replay_part(self) -> int:
        """Replay the oldest writes that wait, a few hundred at most; return how many these were."""
        replayed = 0
        while replayed < REPLAY_BATCH and (entries := await asyncio.to_thread(self._journal.read, self._batch)):
            await self._replay(entries)
            await asyncio.to_thread(self._journal.skip, entries[-1].n)
            replayed += len(entries)
        return replayed

    async def _replay(self, entries: Sequence[Entry]) -> None:
        async def work(connection: AsyncConnection) -> None:
            await apply(connection, *(entry.w for entry in entries))
            await journal_positions.put(connection, self._journal.id, entries[-1].n)

        try:
            await self._link.run(work, write=True)
        except DatabaseRowRejected as error:
            if len(entries) == 1:
                await asyncio.to_thread(self._journal.reject, entries[0], str(error))
                return
            for entry in entries:
                await self._replay([entry])
        except DatabaseUnexplained as error:
            if len(entries) > 1 or not await self._is_hopeless(entries[0]):
                raise
            await asyncio.to_thread(self._journal.reject, entries[0], str(error))

    async def _is_hopeless(self, entry: Entry) -> bool:
        """Whether the database, which answers, has refused a write so often that those behind it should not wait."""
        await self._link.ping()
        number, tries = self._refused
        self._refused = (entry.n, tries + 1 if entry.n == number else 1)
        return self._refused[1] >= HOPELESS_TRIES
