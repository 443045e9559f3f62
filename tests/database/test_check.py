"""Trying a database out in the configuration dialogue: a clear error for each thing that is wrong, and no change."""

from __future__ import annotations

import asyncio
import secrets
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
    DatabaseRightMissing,
    DatabaseServerUnsuitable,
    DatabaseTooNew,
    DatabaseUnavailable,
    check,
)
from custom_components.mycamera.database.migrations.migrate import migrate
from tests.sql_servers import MariaDb, MySql, SqlServer

from .conftest import OpenDatabase, config_of
from .migrations.test_migrations import execute
from .rows import new_detection, new_record


@pytest.fixture
def config(empty_config: DatabaseConfig) -> DatabaseConfig:
    return empty_config


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


RIGHTS = ("ALTER", "CREATE", "DELETE", "DROP", "INDEX", "INSERT", "REFERENCES", "SELECT", "UPDATE")


@pytest.mark.parametrize("missing", [*RIGHTS, None])
async def test_the_right_that_a_user_lacks_is_named(
    missing: str | None, server: SqlServer, server_database: DatabaseConfig, open_database: OpenDatabase
) -> None:
    user = f"u{secrets.token_hex(4)}"
    rights = ", ".join(right for right in RIGHTS if right != missing)
    server.sql(
        f"CREATE USER '{user}'@'%' IDENTIFIED BY 'p'; GRANT {rights} ON `{server_database.name}`.* TO '{user}'@'%'"
    )
    config = config_of(server, server_database.name, username=user, password="p")
    if missing is None or (missing == "REFERENCES" and server.name == "mariadb"):  # which asks for no such right
        await check(config)
        database = open_database(config)  # these rights are enough
        await database.open()
        await database.add_record(new_record())
        assert (await database.take_records([1]))[1].id
    else:
        with pytest.raises(DatabaseRightMissing) as raised:
            await check(config)
        assert raised.value.right == missing
        assert server.sql(f"SHOW TABLES IN `{server_database.name}`") == []


@pytest.mark.parametrize(
    ("options", "setting"),
    [
        (["--binlog-format=STATEMENT", "--log-bin=binlog"], "binlog_format"),
        (["--max-allowed-packet=65536"], "max_allowed_packet"),
        (["--max-user-connections=1"], "max_user_connections"),
    ],
)
@pytest.mark.parametrize("kind", [MariaDb, MySql])
async def test_a_setting_that_does_not_suit_is_named(kind: type[SqlServer], options: list[str], setting: str) -> None:
    with kind(*options) as server:
        server.create_database("mycamera")
        with pytest.raises(DatabaseServerUnsuitable) as raised:
            await check(config_of(server, "mycamera"))
        assert raised.value.setting == setting
        assert server.sql("SHOW TABLES IN mycamera") == []


async def test_a_limit_of_the_user_is_named(server: SqlServer, server_database: DatabaseConfig) -> None:
    user = f"u{secrets.token_hex(4)}"
    server.sql(
        f"CREATE USER '{user}'@'%' IDENTIFIED BY 'p' WITH MAX_USER_CONNECTIONS 1;"
        f"GRANT ALL ON `{server_database.name}`.* TO '{user}'@'%'"
    )
    with pytest.raises(DatabaseServerUnsuitable) as raised:
        await check(config_of(server, server_database.name, username=user, password="p"))
    assert raised.value.setting == "max_user_connections"


ODD: dict[type[SqlServer], list[str]] = {
    MariaDb: [
        "--innodb-default-row-format=compact",
        "--character-set-server=latin1",
        "--collation-server=latin1_swedish_ci",
    ],
    MySql: [
        "--innodb-default-row-format=redundant",
        "--character-set-server=utf8mb3",
        "--collation-server=utf8mb3_bin",
    ],
}


@pytest.mark.parametrize("kind", [MariaDb, MySql])
async def test_a_server_with_odd_defaults_takes_everything(kind: type[SqlServer], open_database: OpenDatabase) -> None:
    """Old row format and character set, statements of 1 MB, and connections that are closed after three seconds."""
    with kind(*ODD[kind], "--max-allowed-packet=1M", "--wait-timeout=3") as server:
        server.create_database("mycamera")
        config = config_of(server, "mycamera")
        await check(config)
        database = open_database(config, timeout=30.0)
        await database.open()
        for number in range(3):
            await database.add_record(new_record(number, error="ß 人 😀"))
            await asyncio.sleep(3.5 if number == 0 else 0)
            assert database.outage is None
        persons = [
            new_detection(f"e{number}", caption=f"a {number} " + "w" * 1000, caption_zh="人😀" * 100)
            for number in range(60)
        ]
        await database.finish_analysis(1, persons, model="person.pt")
        while await database.index_captions(200):
            pass
        assert database.outage is None
        found = (await database.page_detections(text="人", limit=200)).items
        assert {row.caption_zh for row in found} == {"人😀" * 100}
        assert len(found) == 60
        record = await database.get_record(1)
        assert record is not None
        assert record.error == "ß 人 😀"


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
        assert time.monotonic() - begun < 40


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
