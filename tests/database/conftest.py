"""Databases to test with: a new one for each test, on each engine."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest
import pytest_socket

from custom_components.mycamera.database import Database, DatabaseConfig, link
from custom_components.mycamera.database.migrations.migrate import VERSION_TABLE, migrate
from custom_components.mycamera.database.outage import durable_writes
from tests.migrated import with_tables
from tests.sql_servers import MariaDb, MySql, SqlServer

_names = (f"mycamera_{number}" for number in itertools.count())


class OpenDatabase(Protocol):
    """Makes a database that retries quickly and is closed after the test; the test opens it. All times in seconds."""

    def __call__(
        self,
        config: DatabaseConfig,
        *,
        journal: str = "journal.jsonl",
        timeout: float = 20.0,
        retry_seconds: Sequence[float] = (0.1, 0.2, 0.5),
    ) -> Database: ...


def allow_all_sockets() -> None:
    """Lift the ban of Home Assistant's fixtures; our sockets are in folders of our own, or go to 127.0.0.1."""
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def allow_sockets() -> None:
    """Let tests talk to their servers."""
    allow_all_sockets()


@pytest.fixture(autouse=True)
def _patient_opening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a start wait for the answer and for what is replayed: a busy machine may need longer than users have."""
    monkeypatch.setattr(link, "_PING_SECONDS", 60)
    monkeypatch.setattr(durable_writes, "_OPEN_REPLAY_SECONDS", 60)


@pytest.fixture(scope="session")
def mariadb_server() -> Iterator[SqlServer]:
    allow_all_sockets()  # made before the fixtures of the test that needs it first
    with MariaDb() as server:
        yield server


@pytest.fixture(scope="session")
def mysql_server() -> Iterator[SqlServer]:
    allow_all_sockets()
    with MySql() as server:
        yield server


@pytest.fixture(params=["mariadb", "mysql"])
def server(request: pytest.FixtureRequest) -> SqlServer:
    """Return a server that all tests share, of each kind."""
    value: SqlServer = request.getfixturevalue(f"{request.param}_server")
    return value


@pytest.fixture(params=[MariaDb, MySql])
def own_server(request: pytest.FixtureRequest) -> Iterator[SqlServer]:
    """Start a server that the test may stop, kill and freeze."""
    with request.param() as server:
        yield server


@pytest.fixture
def server_database(server: SqlServer) -> Iterator[DatabaseConfig]:
    """Make an empty database on each kind of server."""
    yield from _database_on(server)


def _database_on(server: SqlServer) -> Iterator[DatabaseConfig]:
    name = next(_names)
    server.create_database(name)
    yield config_of(server, name)
    server.drop_database(name)


def config_of(server: SqlServer, name: str, **changes: Any) -> DatabaseConfig:
    parts: dict[str, Any] = {
        "host": server.host,
        "port": server.port,
        "username": server.username,
        "password": server.password,
    }
    return DatabaseConfig.mysql(name=name, **(parts | changes))


@pytest.fixture(params=["sqlite", "mariadb", "mysql"])
def empty_config(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DatabaseConfig]:
    """Make a database without tables on each engine."""
    if request.param == "sqlite":
        yield DatabaseConfig.sqlite(tmp_path / "mycamera.db")
    else:
        yield from _database_on(request.getfixturevalue(f"{request.param}_server"))


@pytest.fixture(params=["sqlite", "mariadb", "mysql"])
def config(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DatabaseConfig]:
    """Make a database on each engine whose tables are there, and empty."""
    if request.param == "sqlite":
        yield with_tables(tmp_path / "mycamera.db")
    else:
        server: SqlServer = request.getfixturevalue(f"{request.param}_server")
        for config in _database_on(server):
            server.copy_tables(_template_on(server), config.name, rows_of=VERSION_TABLE)
            yield config


@cache
def _template_on(server: SqlServer) -> str:
    name = "mycamera_template"
    server.create_database(name)
    migrate(config_of(server, name))
    return name


@pytest.fixture
async def open_database(tmp_path: Path) -> AsyncIterator[OpenDatabase]:
    made: list[Database] = []

    def make(
        config: DatabaseConfig,
        *,
        journal: str = "journal.jsonl",
        timeout: float = 20.0,
        retry_seconds: Sequence[float] = (0.1, 0.2, 0.5),
    ) -> Database:
        database = Database(config, journal_path=tmp_path / journal, timeout=timeout, retry_seconds=retry_seconds)
        made.append(database)
        return database

    yield make
    for database in made:
        await database.close()


@pytest.fixture
async def database(config: DatabaseConfig, open_database: OpenDatabase) -> Database:
    database = open_database(config)
    await database.open()
    return database
