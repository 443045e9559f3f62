"""The database goes away and comes back: everything is there, once, in order."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.ext.asyncio import AsyncConnection

from custom_components.mycamera.database import (
    Cursor,
    Database,
    DatabaseConfig,
    DatabaseCredentialsRejected,
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseRowRejected,
    DatabaseUnavailable,
    JournalError,
    RecordRow,
)
from custom_components.mycamera.database.errors import DatabaseUnexplained
from custom_components.mycamera.database.outage import durable_writes
from custom_components.mycamera.database.outage.writes import AddRecord, Write, apply
from tests.sql_servers import SqlServer

from ..conftest import OpenDatabase, config_of
from ..rows import CAMERA, minute, new_detection, new_gap, new_record


async def until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


async def numbers(database: Database) -> list[int]:
    """Return which minutes have a record, in the order in which the rows were made."""
    found: list[RecordRow] = []
    before: Cursor | None = None
    while True:
        page = await database.page_records(camera_id=CAMERA, limit=1000, before=before)
        found += page.items
        if (before := page.next) is None:
            break
    rows = sorted(found, key=lambda row: row.id)
    return [int((row.start_time - minute(0)).total_seconds()) // 60 for row in rows]


@pytest.fixture
def server_config(own_server: SqlServer) -> DatabaseConfig:
    own_server.create_database("mycamera")
    return config_of(own_server, "mycamera")


@pytest.mark.parametrize("fault", ["stop", "kill", "freeze"])
async def test_a_fault_in_the_middle_of_writing_loses_nothing(
    fault: str,
    own_server: SqlServer,
    server_config: DatabaseConfig,
    open_database: OpenDatabase,
    tmp_path: Path,
) -> None:
    database = open_database(server_config, timeout=1.0)
    await database.open()
    written = 0
    longest = 0.0
    ended = False

    async def record() -> None:
        nonlocal written, longest
        while not ended:
            begun = time.monotonic()
            await database.add_record(new_record(written))
            longest = max(longest, time.monotonic() - begun)
            written += 1
            await asyncio.sleep(0.05)  # a hundred cameras' worth

    recording = asyncio.create_task(record())
    for _round in range(2):
        before = written
        await until(lambda before=before: written > before + 20)  # type: ignore[misc]
        await asyncio.to_thread(getattr(own_server, fault))
        await until(lambda: database.outage is not None and database.outage.waiting > 20)
        with pytest.raises(DatabaseUnavailable):
            await database.page_records()
        with pytest.raises(DatabaseUnavailable):
            await database.claim_analyses(1)
        # Whatever the server does, writers wait for one transaction at most, which has a second here: with what a busy
        # machine adds.
        assert longest < 15.0
        await asyncio.to_thread(own_server.thaw if fault == "freeze" else own_server.start)
        await until(lambda: database.available)
    ended = True
    await recording
    await database.close()
    patient = open_database(server_config)  # a question may take more than a second here, and so may the last row
    await patient.open()
    await until(lambda: patient.available)
    assert await numbers(patient) == list(range(written))
    assert not (tmp_path / "journal.jsonl").exists()
    assert not (tmp_path / "journal.jsonl.rejected").exists()


async def test_steady_writers_do_not_keep_the_replay_from_ending(
    config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    """Each of them writes again as soon as it may: there is always another row when the last was replayed."""
    database = open_database(config, timeout=30.0)
    await database.open()
    await database.hold()
    written: list[int] = []
    ended = False

    async def record() -> None:
        while not ended:
            number = len(written)
            written.append(number)
            await database.add_record(new_record(number))

    writers = [asyncio.create_task(record()) for _ in range(4)]
    await until(lambda: database.outage is not None and database.outage.waiting > 50)
    database.release()
    with pytest.raises(DatabaseUnavailable):
        await database.page_records()  # an answer would lack what waits
    await until(lambda: database.available)
    direct = len(written)
    await until(lambda: len(written) > direct + 10)
    ended = True
    await asyncio.gather(*writers)
    assert database.available
    assert await numbers(database) == written


async def test_no_question_is_answered_in_the_middle_of_a_replay(
    config: DatabaseConfig, open_database: OpenDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks all the while gets all that was written before, or an error; never a part of it."""
    monkeypatch.setattr(durable_writes, "REPLAY_BATCH", 2)
    database = open_database(config, timeout=30.0)
    await database.open()
    await database.add_record(new_record(0))
    await database.hold()
    for number in range(1, 30):
        await database.add_record(new_record(number))
    database.release()
    refused = 0
    found: list[int] = []
    async with asyncio.timeout(60):
        while not found:
            try:
                found = await numbers(database)
            except DatabaseUnavailable:
                refused += 1
                await asyncio.sleep(0)
    assert found == list(range(30))
    assert refused > 0


async def test_an_outage_is_logged_once_and_its_end_once(
    own_server: SqlServer,
    server_config: DatabaseConfig,
    open_database: OpenDatabase,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    database = open_database(server_config)
    await database.open()
    await asyncio.to_thread(own_server.stop)
    for number in range(5):
        await database.add_record(new_record(number))
        await asyncio.sleep(0.2)
    await asyncio.to_thread(own_server.start)
    await until(lambda: database.available)
    messages = [
        entry.getMessage() for entry in caplog.records if "mycamera" in entry.name and entry.levelno >= logging.WARNING
    ]
    assert len(messages) == 2
    assert "is not available" in messages[0]
    assert "is available again" in messages[1]
    assert "replayed 5" in messages[1]
    assert server_config.password not in caplog.text


async def test_the_server_may_be_down_at_start_and_return_later(
    own_server: SqlServer, server_config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    await asyncio.to_thread(own_server.stop)
    changes: list[bool] = []
    database = open_database(server_config)
    database.changes.subscribe(lambda: changes.append(database.available))
    await database.open()
    assert not database.available
    assert isinstance(database.outage and database.outage.error, DatabaseUnavailable)
    await database.add_record(new_record(0))
    await database.add_gap(new_gap(1))
    # A restart of Home Assistant while the server is still down.
    await database.close()
    second = open_database(server_config)
    await second.open()
    assert second.outage is not None
    assert second.outage.waiting == 2
    await second.add_record(new_record(2))
    await asyncio.to_thread(own_server.start)
    await until(lambda: second.available)
    assert await numbers(second) == [0, 2]
    assert len((await second.page_gaps()).items) == 1
    assert changes
    assert not any(changes)


async def test_what_analysis_finds_during_an_outage_arrives(
    own_server: SqlServer, server_config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    database = open_database(server_config)
    await database.open()
    for number in range(3):
        await database.add_record(new_record(number))
    newest, middle, oldest = await database.claim_analyses(3)
    await asyncio.to_thread(own_server.kill)
    await database.finish_analysis(newest.id, [new_detection("E1", 2), new_detection("E2", 2)], model="yolo")
    await database.fail_analysis(middle.id, "not a video", retry=False)
    await database.set_caption("E1", caption="a man", caption_zh="一个男人", model="blip2", seconds=2)
    await database.fail_caption("E2", "out of memory", retry_at=None)
    await database.finish_analysis(oldest.id, [new_detection("E3", 0)], model="yolo")
    await database.add_detection(CAMERA, new_detection("E4", 1))
    await asyncio.to_thread(own_server.start)
    await until(lambda: database.available)
    rows = {row.event_id: row for row in (await database.page_detections(with_ways=True)).items}
    assert {event_id: row.record_log_id for event_id, row in rows.items()} == {
        "E1": newest.id,
        "E2": newest.id,
        "E3": oldest.id,
        "E4": middle.id,
    }
    assert (rows["E1"].caption, rows["E1"].path) == ("a man", new_detection("E1").path)
    assert rows["E2"].caption_error == "out of memory"
    states = {row.id: row.analysis_status for row in (await database.page_records()).items}
    assert states == {newest.id: "done", middle.id: "failed", oldest.id: "done"}


async def test_closing_takes_seconds_even_with_a_frozen_server(
    own_server: SqlServer, server_config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    database = open_database(server_config, timeout=60.0)
    await database.open()
    await asyncio.to_thread(own_server.freeze)
    writing = asyncio.create_task(database.add_record(new_record(0)))
    asking = asyncio.create_task(database.page_records())
    await asyncio.sleep(0.2)
    begun = time.monotonic()
    await database.close()
    assert time.monotonic() - begun < 30
    await writing
    with pytest.raises(DatabaseUnavailable):
        await asking
    await database.add_record(new_record(1))
    await asyncio.to_thread(own_server.thaw)
    second = open_database(server_config)
    await second.open()
    await until(lambda: second.available)
    assert await numbers(second) == [0, 1]


async def test_a_frozen_server_does_not_hold_the_start(
    own_server: SqlServer, server_config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    await asyncio.to_thread(own_server.freeze)
    database = open_database(server_config, timeout=3.0)
    begun = time.monotonic()
    await database.open()
    assert time.monotonic() - begun < 40
    assert not database.available
    await database.add_record(new_record(0))
    await asyncio.to_thread(own_server.thaw)
    await until(lambda: database.available)
    assert await numbers(database) == [0]


async def test_a_password_changed_while_running_is_told_apart_and_loses_nothing(
    own_server: SqlServer, server_config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    database = open_database(server_config)
    await database.open()
    user = f"'{own_server.username}'@'%'"
    await asyncio.to_thread(own_server.sql, f"ALTER USER {user} IDENTIFIED BY 'other'")
    await asyncio.to_thread(own_server.stop)
    await database.add_record(new_record(0))
    await asyncio.to_thread(own_server.start)
    await until(lambda: isinstance(database.outage and database.outage.error, DatabaseCredentialsRejected))
    await database.add_record(new_record(1))
    # After reauthentication the entry is set up anew.
    await database.close()
    second = open_database(config_of(own_server, "mycamera", password="other"))
    await second.open()
    assert await numbers(second) == [0, 1]


async def test_a_database_that_was_dropped_and_made_again_is_filled_anew(
    own_server: SqlServer, server_config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    database = open_database(server_config)
    await database.open()
    await asyncio.to_thread(own_server.drop_database, "mycamera")
    await database.add_record(new_record(0))
    await until(lambda: isinstance(database.outage and database.outage.error, DatabaseMissing))
    await asyncio.to_thread(own_server.create_database, "mycamera")
    await until(lambda: database.available)
    assert await numbers(database) == [0]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"password": "wrong"}, DatabaseCredentialsRejected),
        ({"username": "nobody"}, DatabaseCredentialsRejected),
    ],
)
async def test_open_refuses_what_waiting_does_not_cure(
    changes: dict[str, str],
    error: type[Exception],
    server: SqlServer,
    server_database: DatabaseConfig,
    open_database: OpenDatabase,
) -> None:
    database = open_database(config_of(server, server_database.name, **changes))
    with pytest.raises(error) as raised:
        await database.open()
    assert "wrong" not in str(raised.value)
    assert not database.available
    # What happens meanwhile is kept for the right password.
    await database.add_record(new_record(0))
    right = open_database(server_database)
    await right.open()
    assert await numbers(right) == [0]


async def test_sqlite_locked_by_another_program_is_an_outage(open_database: OpenDatabase, tmp_path: Path) -> None:
    config = DatabaseConfig.sqlite(tmp_path / "mycamera.db")
    database = open_database(config, timeout=0.5)
    await database.open()
    with closing(sqlite3.connect(tmp_path / "mycamera.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await database.add_record(new_record(0))
        assert database.outage is not None
        await database.add_record(new_record(1))
        other.execute("ROLLBACK")
    await until(lambda: database.available)
    assert await numbers(database) == [0, 1]


async def test_a_full_disk_is_an_outage_that_ends_when_there_is_room(
    open_database: OpenDatabase, tmp_path: Path
) -> None:
    database = open_database(DatabaseConfig.sqlite(tmp_path / "mycamera.db"))
    await database.open()
    await database.add_record(new_record(0))
    full = True

    def limit(connection: Any, _record: Any) -> None:
        if full:
            connection.execute("PRAGMA max_page_count = 1")

    await database.close()
    event.listen(Engine, "connect", limit)
    try:
        database = open_database(DatabaseConfig.sqlite(tmp_path / "mycamera.db"))
        await database.open()
        # The error text needs pages of its own, and there are none.
        await database.add_record(new_record(1, error="x" * 2000))
        await database.add_detection(CAMERA, new_detection("E1", caption="y" * 60_000))
        await until(lambda: database.outage is not None and "full" in str(database.outage.error))
        await database.add_record(new_record(2))
        full = False
        await until(lambda: database.available)
    finally:
        event.remove(Engine, "connect", limit)
    assert await numbers(database) == [0, 1, 2]
    assert await database.get_detection("E1") is not None


async def test_a_file_that_is_no_database_is_refused(open_database: OpenDatabase, tmp_path: Path) -> None:
    (tmp_path / "mycamera.db").write_bytes(b"this is no database, it only has its name" * 100)
    database = open_database(DatabaseConfig.sqlite(tmp_path / "mycamera.db"))
    with pytest.raises(DatabaseDamaged):
        await database.open()


async def test_a_cancelled_write_is_finished(config: DatabaseConfig, open_database: OpenDatabase) -> None:
    database = open_database(config)
    await database.open()
    task = asyncio.create_task(database.add_record(new_record(0)))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await database.close()
    second = open_database(config)
    await second.open()
    assert await numbers(second) == [0]


async def test_a_row_that_cannot_be_replayed_is_set_aside(
    own_server: SqlServer, server_config: DatabaseConfig, open_database: OpenDatabase, tmp_path: Path
) -> None:
    database = open_database(server_config)
    await database.open()
    with pytest.raises(DatabaseRowRejected):
        await database.add_record(new_record(0, camera_ip="9" * 300))
    await asyncio.to_thread(own_server.stop)
    await database.add_record(new_record(1))
    await database.add_record(new_record(2, camera_ip="9" * 300))
    await database.add_record(new_record(3))
    await asyncio.to_thread(own_server.start)
    await until(lambda: database.available)
    assert await numbers(database) == [1, 3]
    assert (tmp_path / "journal.jsonl.rejected").read_text().count("\n") == 1


async def test_a_value_that_no_driver_sends_is_refused_alone(
    config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    database = open_database(config)
    await database.open()
    with pytest.raises(DatabaseRowRejected):
        await database.add_record(new_record(0, file_size=2**200))
    await database.add_record(new_record(1))
    assert database.available
    assert await numbers(database) == [1]


async def test_a_row_whose_replay_fails_unforeseen_is_set_aside(
    open_database: OpenDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_database(DatabaseConfig.sqlite(tmp_path / "missing" / "mycamera.db"))
    await first.open()
    for number in (1, 2, 3):
        await first.add_record(new_record(number))
    await first.close()

    async def picky(connection: AsyncConnection, write: Write) -> None:
        if isinstance(write, AddRecord) and write.record.file_path == new_record(2).file_path:
            raise TypeError("a bug of tomorrow")
        await apply(connection, write)

    monkeypatch.setattr(durable_writes, "apply", picky)
    second = open_database(DatabaseConfig.sqlite(tmp_path / "mycamera.db"))
    await second.open()
    await until(lambda: second.available)
    assert await numbers(second) == [1, 3]
    assert (tmp_path / "journal.jsonl.rejected").read_text().count("\n") == 1


async def test_without_a_place_for_the_journal_the_writer_is_told(open_database: OpenDatabase, tmp_path: Path) -> None:
    database = open_database(
        DatabaseConfig.sqlite(tmp_path / "missing" / "mycamera.db"), journal="also-missing/journal.jsonl"
    )
    await database.open()
    assert database.outage is not None
    with pytest.raises(JournalError):
        await database.add_record(new_record(0))


async def test_a_write_that_is_refused_for_an_unknown_reason_holds_the_others_up_only_for_a_while(
    tmp_path: Path, open_database: OpenDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database(DatabaseConfig.sqlite(tmp_path / "mycamera.db"), retry_seconds=(0.01, 0.01))
    await database.open()
    await database.hold()
    for number in range(3):
        await database.add_record(new_record(number))
    tried = 0

    async def refuse_one(connection: AsyncConnection, write: Write) -> None:
        nonlocal tried
        if isinstance(write, AddRecord) and write.record.start_time == minute(1):
            tried += 1
            raise DatabaseUnexplained("Something that nobody foresaw")
        await apply(connection, write)

    monkeypatch.setattr(durable_writes, "apply", refuse_one)
    database.release()
    await until(lambda: database.available)
    assert await numbers(database) == [0, 2]
    assert tried >= durable_writes.HOPELESS_TRIES
    [rejected] = (tmp_path / "journal.jsonl.rejected").read_text().splitlines()
    assert minute(1).isoformat()[:16] in rejected
