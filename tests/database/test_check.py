"""Trying a database out in the configuration dialogue: a clear error for each thing that is wrong, and no change."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from custom_components.mycamera.database import (
    DatabaseConfig,
    DatabaseCredentialsRejected,
    DatabaseDamaged,
    DatabaseError,
    DatabaseMissing,
    DatabaseOccupied,
    DatabasePermissionDenied,
    DatabaseTooNew,
    DatabaseUnavailable,
    check,
)
from custom_components.mycamera.database.migrations.migrate import migrate
from tests.sql_servers import SqlServer

from .conftest import OpenDatabase, config_of
from .migrations.test_migrations import execute
from .rows import new_record


async def test_an_empty_file_is_fine_and_is_not_made(tmp_path: Path) -> None:
    await check(DatabaseConfig.sqlite(tmp_path / "mycamera.db"))
    assert list(tmp_path.iterdir()) == []


async def test_an_empty_database_is_fine_and_stays_empty(server: SqlServer, server_database: DatabaseConfig) -> None:
    await check(server_database)
    assert server.sql(f"SHOW TABLES IN `{server_database.name}`") == []


async def test_a_database_in_use_is_fine(config: DatabaseConfig, open_database: OpenDatabase) -> None:
    database = open_database(config)
    await database.open()
    await database.add_record(new_record())
    await check(config)
    assert len((await database.page_records()).items) == 1


async def test_a_database_of_a_newer_version(config: DatabaseConfig) -> None:
    migrate(config)
    execute(config, "UPDATE mycamera_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew):
        await check(config)


async def test_a_database_of_another_program(config: DatabaseConfig) -> None:
    execute(config, "CREATE TABLE person_detection (id INTEGER)")
    with pytest.raises(DatabaseOccupied):
        await check(config)


async def test_a_password_in_any_script(
    server: SqlServer, server_database: DatabaseConfig, open_database: OpenDatabase
) -> None:
    password = "密码-ß-ключ-🔑"
    server.sql(f"DROP USER IF EXISTS 'scripts'@'%'; CREATE USER 'scripts'@'%' IDENTIFIED BY '{password}'")
    server.sql(f"GRANT ALL ON `{server_database.name}`.* TO 'scripts'@'%'")
    config = config_of(server, server_database.name, username="scripts", password=password)
    await check(config)
    database = open_database(config)
    await database.open()
    assert database.available
    with pytest.raises(DatabaseCredentialsRejected):
        await check(config_of(server, server_database.name, username="scripts", password="密码"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"password": "wr0ng-pass"}, DatabaseCredentialsRejected),
        ({"username": "nobody"}, DatabaseCredentialsRejected),
        ({"username": "nobody", "password": ""}, DatabaseCredentialsRejected),
        ({"port": 1}, DatabaseUnavailable),
    ],
)
async def test_wrong_settings(
    changes: dict[str, str], expected: type[DatabaseError], server: SqlServer, server_database: DatabaseConfig
) -> None:
    with pytest.raises(expected) as raised:
        await check(config_of(server, server_database.name, **changes))
    assert "wr0ng-pass" not in str(raised.value)
    assert type(raised.value) is expected


async def test_a_database_that_does_not_exist(server: SqlServer) -> None:
    server.sql("CREATE USER 'admin'@'%' IDENTIFIED BY 'admin'; GRANT ALL ON *.* TO 'admin'@'%'")
    with pytest.raises(DatabaseMissing):
        await check(config_of(server, "nowhere", username="admin", password="admin"))
    # Who may not see it is not told whether it exists.
    with pytest.raises(DatabasePermissionDenied):
        await check(config_of(server, "nowhere"))


async def test_a_user_who_may_not_make_tables(server: SqlServer, server_database: DatabaseConfig) -> None:
    server.sql(
        f"CREATE USER 'reader'@'%' IDENTIFIED BY 'reader'; GRANT SELECT ON `{server_database.name}`.* TO 'reader'@'%'"
    )
    with pytest.raises(DatabasePermissionDenied):
        await check(config_of(server, server_database.name, username="reader", password="reader"))
    assert server.sql(f"SHOW TABLES IN `{server_database.name}`") == []


async def test_a_server_that_never_answers() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        config = DatabaseConfig.mysql(
            host="127.0.0.1", port=silent.getsockname()[1], username="u", password="p", name="n"
        )
        begun = time.monotonic()
        with pytest.raises(DatabaseUnavailable):
            await check(config)
        assert time.monotonic() - begun < 12


async def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        await check(DatabaseConfig.sqlite(tmp_path / "missing" / "mycamera.db"))
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"this is no database, it only has its name" * 100)
    with pytest.raises(DatabaseDamaged):
        await check(DatabaseConfig.sqlite(damaged))
    folder = tmp_path / "folder.db"
    folder.mkdir()
    with pytest.raises(DatabaseError):
        await check(DatabaseConfig.sqlite(folder))


def test_the_password_is_in_no_text() -> None:
    config = DatabaseConfig.mysql(host="h", username="u", password="p4ssw0rd", name="n")
    assert "p4ssw0rd" not in f"{config} {config!r} {config.label} {config.url()} {config.url(asynchronous=False)!r}"
