"""Trying a database out before it is used, for the configuration dialogue."""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, text

from .config import DatabaseConfig
from .engine import open_blocking_engine
from .errors import DatabaseMissing, DatabasePermissionDenied, DatabaseUnavailable, translated
from .migrations.migrate import load_scripts, verify_server, verify_tables

_ANSWER_SECONDS: Final = 5
_CHECK_SECONDS: Final = 20


async def check(config: DatabaseConfig) -> None:
    """Connect, and verify that tables may be made and that those there are usable. Leaves everything as it was.

    Raises:
        DatabaseUnavailable: not reachable, or no answer in time.
        DatabaseCredentialsRejected: wrong user or password.
        DatabaseMissing: the server has no such database; for SQLite, the folder does not exist.
        DatabasePermissionDenied: the user may not make tables here, or the file may not be written.
        DatabaseOccupied: tables of the same names belong to something else.
        DatabaseTooNew: a newer version of the integration has used this database.
        DatabaseTooOld: the server is too old.
        DatabaseDamaged: the file is not an SQLite database.
        DatabaseError: anything else.
    """
    try:
        async with asyncio.timeout(_CHECK_SECONDS):
            await asyncio.to_thread(_check, config)
    except TimeoutError as error:
        raise DatabaseUnavailable("The database did not answer in time") from error


def _check(config: DatabaseConfig) -> None:
    with translated():
        if config.path is None:
            _check_server(config)
        else:
            _check_file(config.path)


def _check_server(config: DatabaseConfig) -> None:
    engine = open_blocking_engine(config, answer_seconds=_ANSWER_SECONDS)
    probe = f"mycamera_probe_{secrets.token_hex(8)}"
    try:
        with engine.connect() as connection:
            verify_server(connection)
            verify_tables(connection, load_scripts())
            # Everything that migrations do, tried on a table of our own: create, index, reference, change, drop.
            connection.execute(
                text(
                    f"CREATE TABLE {probe} (id BIGINT PRIMARY KEY, parent BIGINT, "
                    f"FOREIGN KEY (parent) REFERENCES {probe} (id)) ENGINE=InnoDB"
                )
            )
            try:
                connection.execute(text(f"ALTER TABLE {probe} ADD COLUMN note VARCHAR(8)"))
                connection.execute(text(f"CREATE INDEX ix_note ON {probe} (note)"))
                connection.execute(text(f"INSERT INTO {probe} (id) VALUES (1)"))  # noqa: S608 - the name is ours
                connection.execute(text(f"DELETE FROM {probe}"))  # noqa: S608 - the name is ours
            finally:
                connection.execute(text(f"DROP TABLE {probe}"))
    finally:
        engine.dispose()


def _check_file(path: Path) -> None:
    if not path.parent.is_dir():
        raise DatabaseMissing(f"The folder {path.parent} does not exist")
    try:
        # SQLite makes files beside the database, so the folder must be writable, not only the file.
        with tempfile.TemporaryFile(dir=path.parent):
            pass
        if path.exists():
            with path.open("rb+"):
                pass
    except PermissionError as error:
        raise DatabasePermissionDenied(f"{error.strerror}: {path}") from error
    if path.exists():
        _check_existing(path)


def _check_existing(path: Path) -> None:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_ANSWER_SECONDS)

    with closing(connect()) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    engine = create_engine("sqlite://", creator=connect)
    try:
        with engine.connect() as connection_:
            verify_tables(connection_, load_scripts())
    finally:
        engine.dispose()
