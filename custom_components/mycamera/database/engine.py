"""Engines: how connections to each kind of database are made."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final
from weakref import WeakSet

import aiomysql  # type: ignore[import-untyped]  # it publishes no types
import aiosqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from .config import DatabaseConfig
from .errors import DatabaseUnavailable, translated
from .server_connection import connect_blocking, connector

CONNECT_SECONDS: Final = 5
_POOL: Final[dict[str, Any]] = {"pool_size": 4, "max_overflow": 4, "pool_timeout": 5}
CONNECTIONS: Final = 8
"""So many may be open at once."""
SQLITE_BUSY_SECONDS: Final = 5
LOCK_WAIT_SECONDS: Final = 5

WRITES: Final = "mycamera_writes"
"""Execution option: the transaction will write, so SQLite takes its one write lock at once, not half-way."""

type DriverConnections = WeakSet[aiomysql.Connection | SqliteConnection]
"""The driver's own connections, to end them without asking what they are connected to."""


class SqliteConnection(aiosqlite.Connection):
    """One that may be ended while somebody closes it, or before: its thread, once stopped, answers nobody any more."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        self._thread.daemon = True  # it must not keep Python from ending
        self._stopped: asyncio.Future[Any] | None = None

    def stop(self) -> asyncio.Future[Any] | None:
        """Have the thread end after what it was told to do before; return what waits for that."""
        if self._stopped is None:
            self._stopped = super().stop()
        return self._stopped

    async def close(self) -> None:
        """Close the file, after what was asked before."""
        if self._stopped is None:
            await super().close()
        else:
            await asyncio.wait({self._stopped})

    async def rollback(self) -> None:
        """Undo the transaction; closing the file does it, too."""
        if self._stopped is None:
            await super().rollback()


def _connect_sqlite(path: str, **options: Any) -> SqliteConnection:
    return SqliteConnection(partial(sqlite3.connect, path, **options))


def end(connection: aiomysql.Connection | SqliteConnection) -> asyncio.Future[Any] | None:
    """End a driver's connection at once: a socket, or the thread that has the file open; return what waits for that."""
    if isinstance(connection, SqliteConnection):
        return connection.stop()
    connection.close()
    return None


def _configure_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        # Python's sqlite3 would begin transactions by its own rules; `begin` below does it by ours.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={SQLITE_BUSY_SECONDS * 1000}",
            "journal_mode=WAL",
            # A row that was acknowledged survives a power cut. At a few rows a minute the fsync costs nothing.
            "synchronous=FULL",
            "foreign_keys=ON",
            "cache_size=-16000",
            "journal_size_limit=67108864",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _mysql_options() -> dict[str, Any]:
    return {
        "connect_args": {
            "connect_timeout": CONNECT_SECONDS,
            "charset": "utf8mb4",
            "init_command": (
                "SET time_zone = '+00:00', "
                "sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', "
                f"innodb_lock_wait_timeout = {LOCK_WAIT_SECONDS}"
            ),
        },
        # Claims lock the rows that they take and nothing between them.
        "isolation_level": "READ COMMITTED",
        "pool_pre_ping": True,
        "pool_recycle": 1800,
        "hide_parameters": True,
    }


def open_engine(config: DatabaseConfig, connections: DriverConnections) -> AsyncEngine:
    """Return an engine for the event loop; nothing is connected yet. Each connection joins `connections`."""
    if config.path is None:
        options = _mysql_options()
        options["connect_args"]["async_creator_fn"] = connector(config)
        engine = create_async_engine(config.url(), **_POOL, **options)
    else:
        arguments = {"async_creator_fn": _connect_sqlite}
        engine = create_async_engine(config.url(), **_POOL, hide_parameters=True, connect_args=arguments)

    # Before all else: what is cancelled while it is set up is left behind by the pool.
    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connections.add(connection.driver_connection)

    if config.path is not None:
        _configure_sqlite(engine.sync_engine)
    return engine


def gather(path: Path) -> None:
    """Bring everything that was committed into the one file, and leave none beside it. Nobody else may have it open.

    Raises:
        DatabaseError: it cannot be done now.
    """
    if not path.exists():
        return
    with translated(), closing(sqlite3.connect(path, timeout=SQLITE_BUSY_SECONDS)) as connection:
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise DatabaseUnavailable(f"{path} is in use by something else")


def open_blocking_engine(config: DatabaseConfig, *, answer_seconds: int) -> Engine:
    """Return an engine for a thread: migrations and checks. `answer_seconds` limits the wait for each answer."""
    if config.path is None:
        options = _mysql_options()
        options["connect_args"] |= {"read_timeout": answer_seconds, "write_timeout": answer_seconds}
        server = create_engine(config.url(asynchronous=False), **options)

        @event.listens_for(server, "do_connect")
        def connect(_dialect: Any, _record: Any, _arguments: Any, parameters: dict[str, Any]) -> Any:
            return connect_blocking(config, **parameters)

        return server
    engine = create_engine(config.url(asynchronous=False), hide_parameters=True)
    _configure_sqlite(engine)
    return engine
