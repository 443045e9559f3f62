"""Databases to test with: a new one for each test, on each engine."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_socket

from custom_components.mycamera.database import Database, DatabaseConfig
from tests import mariadb

_names = (f"mycamera_{number}" for number in itertools.count())

type OpenDatabase = Callable[..., Database]


@pytest.fixture(autouse=True)
def allow_sockets(socket_enabled: None) -> None:
    """Lift the ban of Home Assistant's fixtures; our sockets go to 127.0.0.1 only."""


@pytest.fixture(scope="session")
def mariadb_server() -> Iterator[mariadb.MariaDb]:
    # Made before the fixtures of the test that needs it first, `allow_sockets` among them.
    pytest_socket.enable_socket()
    with mariadb.MariaDb() as server:
        yield server


@pytest.fixture
def own_mariadb_server() -> Iterator[mariadb.MariaDb]:
    """Start a server that the test may stop, kill and freeze."""
    with mariadb.MariaDb() as server:
        yield server


@pytest.fixture
def mysql_config(mariadb_server: mariadb.MariaDb) -> Iterator[DatabaseConfig]:
    name = next(_names)
    mariadb_server.create_database(name)
    yield config_of(mariadb_server, name)
    mariadb_server.drop_database(name)


def config_of(server: mariadb.MariaDb, name: str, **changes: Any) -> DatabaseConfig:
    parts: dict[str, Any] = {
        "host": server.host,
        "port": server.port,
        "username": server.username,
        "password": server.password,
    }
    return DatabaseConfig.mysql(name=name, **(parts | changes))


@pytest.fixture(params=["sqlite", "mariadb"])
def config(request: pytest.FixtureRequest, tmp_path: Path) -> DatabaseConfig:
    if request.param == "sqlite":
        return DatabaseConfig.sqlite(tmp_path / "mycamera.db")
    value: DatabaseConfig = request.getfixturevalue("mysql_config")
    return value


@pytest.fixture
async def open_database(tmp_path: Path) -> AsyncIterator[OpenDatabase]:
    """Make databases that retry quickly and are closed after the test; the test opens them."""
    made: list[Database] = []

    def make(config: DatabaseConfig, *, journal: str = "journal.jsonl", **options: Any) -> Database:
        quick: dict[str, Any] = {"timeout": 3.0, "retry_seconds": (0.1, 0.2, 0.5)}
        database = Database(config, journal_path=tmp_path / journal, **(quick | options))
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
