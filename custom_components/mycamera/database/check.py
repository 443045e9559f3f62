"""Trying a database out before it is used, for the configuration dialogue."""

from __future__ import annotations

import asyncio
import dataclasses
import secrets
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any, Final
from weakref import WeakSet

from sqlalchemy import Connection, CursorResult, create_engine, text
from sqlalchemy.exc import DBAPIError

from .config import DatabaseConfig, Tls
from .engine import CONNECTIONS, open_blocking_engine, open_engine
from .errors import (
    LEAST_PACKET,
    DatabaseCredentialsRejected,
    DatabaseError,
    DatabaseMissing,
    DatabasePermissionDenied,
    DatabaseRightMissing,
    DatabaseServerUnsuitable,
    DatabaseTlsRequired,
    DatabaseUnavailable,
    mysql_code,
    translated,
)
from .migrations.migrate import load_scripts, verify_server, verify_tables

_ANSWER_SECONDS: Final = 5
_CHECK_SECONDS: Final = 20
_SCRIPTS: Final = "é 人 😀"
"""Needs one, three and four bytes a character: what a server must give back as it got it."""
_DENIED: Final = frozenset({1044, 1142, 1143, 1227, 1370})


async def check(config: DatabaseConfig) -> None:
    """Connect, and verify that tables may be made and that those there are usable. Leaves everything as it was.

    Raises:
        DatabaseUnavailable: not reachable, or no answer in time.
        DatabaseCredentialsRejected: wrong user or password.
        DatabaseMissing: the server has no such database; for SQLite, the folder does not exist.
        DatabaseTlsMissing, DatabaseTlsRequired, DatabaseTlsUntrusted: how the connection is protected does not fit.
        DatabasePasswordExposed: the server wants the password in clear; it was not told.
        DatabaseRightMissing: the user lacks a right that migrations or running need.
        DatabasePermissionDenied: the user may not use this database, or the file may not be written.
        DatabaseServerUnsuitable: a setting of the server or a limit of the user is too low, or not supported.
        DatabaseOccupied: tables of the same names belong to something else.
        DatabaseTooNew: a newer version of the integration has used this database.
        DatabaseTooOld: the server is too old.
        DatabaseDamaged: the file is not an SQLite database.
        DatabaseError: anything else.
    """
    try:
        async with asyncio.timeout(_CHECK_SECONDS):
            await asyncio.to_thread(_check, config)
            if config.path is None:
                await _check_running(config)
    except TimeoutError as error:
        raise DatabaseUnavailable("The database did not answer in time") from error


def _check(config: DatabaseConfig) -> None:
    with translated():
        if config.path is None:
            _check_login(config)
            _check_server(config)
        else:
            _check_file(config.path)


async def _check_running(config: DatabaseConfig) -> None:
    """Connect as running does: the driver of the event loop knows fewer ways to log in than that of the threads."""
    engine = open_engine(config, WeakSet())
    try:
        with translated():
            async with engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
    finally:
        await engine.dispose()


def _check_login(config: DatabaseConfig) -> None:
    """Log in.

    Raises:
        DatabaseTlsRequired: refused without TLS, and only so; servers say no more than that the password is wrong.
    """
    try:
        _log_in(config)
    except DatabaseCredentialsRejected:
        if config.tls is Tls.OFF:
            try:
                _log_in(dataclasses.replace(config, tls=Tls.ENCRYPTED))
            except DatabaseError:
                pass
            else:
                raise DatabaseTlsRequired("The server wants this user to come by TLS") from None
        raise


def _log_in(config: DatabaseConfig) -> None:
    engine = open_blocking_engine(config, answer_seconds=_ANSWER_SECONDS)
    try:
        with translated(), engine.connect():
            pass
    finally:
        engine.dispose()


def _check_server(config: DatabaseConfig) -> None:
    engine = open_blocking_engine(config, answer_seconds=_ANSWER_SECONDS)
    try:
        with engine.connect() as connection:
            verify_server(connection)
            _check_limits(connection)
            _try_rights(connection, f"mycamera_probe_{secrets.token_hex(8)}")
            verify_tables(connection, load_scripts())
    finally:
        engine.dispose()


def _check_limits(connection: Connection) -> None:
    packet, users = connection.execute(text("SELECT @@max_allowed_packet, @@max_user_connections")).one()
    if packet < LEAST_PACKET:
        raise DatabaseServerUnsuitable("max_allowed_packet", f"≥ {LEAST_PACKET}")
    if 0 < users < CONNECTIONS:  # 0 is no limit
        raise DatabaseServerUnsuitable("max_user_connections", f"≥ {CONNECTIONS}")


def _try_rights(connection: Connection, probe: str) -> None:
    """Do everything that migrations and running do, with a table of our own."""

    def attempt(right: str, statement: str) -> CursorResult[Any]:
        try:
            return connection.execute(text(statement.format(probe, _SCRIPTS)))
        except DBAPIError as error:
            if mysql_code(error.orig) in _DENIED:
                raise DatabaseRightMissing(right) from error
            raise

    # First, lest the table stays: who may not drop is told so even where there is nothing to drop.
    attempt("DROP", "DROP TABLE IF EXISTS {0}")
    attempt(
        "CREATE",
        "CREATE TABLE {0} (id BIGINT PRIMARY KEY, parent BIGINT, camera VARCHAR(32), path VARCHAR(512))"
        " ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET utf8mb4",
    )
    try:
        attempt("ALTER", "ALTER TABLE {0} ADD COLUMN note VARCHAR(8)")
        attempt("INDEX", "CREATE UNIQUE INDEX uq_path ON {0} (camera, path)")
        attempt("REFERENCES", "ALTER TABLE {0} ADD FOREIGN KEY (parent) REFERENCES {0} (id)")
        attempt("INSERT", "INSERT INTO {0} (id, note) VALUES (1, '{1}')")
        attempt("UPDATE", "UPDATE {0} SET parent = NULL")
        note = attempt("SELECT", "SELECT note FROM {0} FOR UPDATE").scalar()
        if note != _SCRIPTS:
            raise DatabaseServerUnsuitable("character_set_client", "utf8mb4")
        attempt("DELETE", "DELETE FROM {0}")
    finally:
        connection.rollback()
        connection.execute(text(f"DROP TABLE {probe}"))


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
