"""A database becomes another one: everything is there, and what was written meanwhile too."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from custom_components.mycamera.database import (
    Box,
    Database,
    DatabaseBeingMoved,
    DatabaseConfig,
    DatabaseDamaged,
    DatabaseError,
    DatabaseOccupied,
    DatabaseUnavailable,
    MoveCancelledError,
    move,
)
from custom_components.mycamera.database.engine import open_blocking_engine
from custom_components.mycamera.database.migrations import database_move
from custom_components.mycamera.database.models import metadata, record_log
from tests.sql_servers import SqlServer

from ..conftest import OpenDatabase, config_of
from ..outage.test_durable_writes import until
from ..rows import CAMERA, OTHER, minute, new_detection, new_gap, new_record


def rows(config: DatabaseConfig) -> dict[str, list[Mapping[str, Any]]]:
    """Return everything that a database holds, as our types read it."""
    engine = open_blocking_engine(config, answer_seconds=30)
    try:
        with engine.connect() as connection:
            return {
                table.name: [
                    dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()
                ]
                for table in metadata.sorted_tables
            }
    finally:
        engine.dispose()


async def fill(database: Database, count: int = 40) -> None:
    for number in range(count):
        await database.add_record(new_record(number, OTHER if number % 3 else CAMERA))
    await database.add_record(
        new_record(count, error='a "quote", \\, % and 😀 中文 \0', width=None, duration=0.1 + 0.2)
    )
    await database.add_gap(new_gap(count))
    for record in await database.claim_analyses(5):
        found = new_detection(f"{record.id:032}", confidence=1 / 3, box=Box(0.1, 0.2, 0.30000000000000004, 0.9))
        await database.finish_analysis(record.id, [found], model="person.pt")
    await database.claim_captions(2)


def run(source: DatabaseConfig, target: DatabaseConfig) -> dict[str, int]:
    return move(source, target, progress=lambda _done, _all: None, cancelled=threading.Event())


@pytest.fixture(params=["file to server", "server to file", "file to file"])
def pair(
    request: pytest.FixtureRequest, tmp_path: Path, server_database: DatabaseConfig
) -> tuple[DatabaseConfig, DatabaseConfig]:
    file = DatabaseConfig.sqlite(tmp_path / "source.db")
    match request.param:
        case "file to server":
            return file, server_database
        case "server to file":
            return server_database, file
        case _:
            return file, DatabaseConfig.sqlite(tmp_path / "target.db")


async def test_everything_is_in_the_copy(
    pair: tuple[DatabaseConfig, DatabaseConfig], open_database: OpenDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_move, "CHUNK", 7)
    source, target = pair
    database = open_database(source)
    await database.open()
    await fill(database)
    await database.close()
    told: list[tuple[int, int]] = []
    counts = await asyncio.to_thread(
        move, source, target, progress=lambda done, all_: told.append((done, all_)), cancelled=threading.Event()
    )
    assert counts["record_log"] == 41
    assert counts["person_detection"] == 5
    before, after = await asyncio.to_thread(rows, source), await asyncio.to_thread(rows, target)
    assert [row["journal_id"] for row in after.pop("journal_position")] == [database_move.MARK]
    before.pop("journal_position")
    assert before == after
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] == 2 * sum(counts.values())

    # The copy goes on as the original would have: new rows get new ids, the mark is gone, the queue is as it was.
    moved = open_database(target, journal="other.jsonl")
    await moved.open()
    await moved.add_record(new_record(99))
    newest = await moved.latest_record(CAMERA)
    assert newest is not None
    assert newest.id > max(row["id"] for row in before["record_log"])
    assert (await asyncio.to_thread(rows, target))["journal_position"] == []
    assert (await moved.release_analyses(), await moved.release_captions()) == (0, 2)


async def test_what_is_written_meanwhile_is_replayed_on_the_copy(
    tmp_path: Path, server_database: DatabaseConfig, open_database: OpenDatabase
) -> None:
    source = DatabaseConfig.sqlite(tmp_path / "source.db")
    database = open_database(source)
    await database.open()
    await fill(database)
    claimed = (await database.claim_analyses(1))[0]
    await database.hold()
    assert database.outage is not None
    assert isinstance(database.outage.error, DatabaseBeingMoved)
    with pytest.raises(DatabaseUnavailable, match="being moved"):
        await database.latest_record(CAMERA)
    await database.add_record(new_record(77))
    await asyncio.to_thread(run, source, server_database)
    await database.finish_analysis(claimed.id, [new_detection("a" * 32)], model="person.pt")
    await database.close()

    moved = open_database(server_database)
    await moved.open()
    await until(lambda: moved.available)
    latest = await moved.latest_record(CAMERA)
    assert latest is not None
    assert latest.start_time == minute(77)
    found = await moved.get_detection("a" * 32)
    assert found is not None
    assert found.record_log_id == claimed.id


async def test_a_hold_that_ends_leaves_everything_in_place(tmp_path: Path, open_database: OpenDatabase) -> None:
    database = open_database(DatabaseConfig.sqlite(tmp_path / "source.db"))
    await database.open()
    busy = [asyncio.create_task(database.claim_analyses(1)) for _ in range(5)]
    await asyncio.sleep(0)
    await database.hold()
    done = await asyncio.gather(*busy, return_exceptions=True)
    assert all(isinstance(result, list | DatabaseUnavailable) for result in done)
    await database.add_record(new_record(1))
    with pytest.raises(DatabaseUnavailable):
        await database.hold()
    database.release()
    await until(lambda: database.available)
    assert await database.latest_record(CAMERA) is not None


async def test_a_move_that_was_interrupted_is_done_again(
    tmp_path: Path, server_database: DatabaseConfig, open_database: OpenDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_move, "CHUNK", 7)
    source = DatabaseConfig.sqlite(tmp_path / "source.db")
    database = open_database(source)
    await database.open()
    await fill(database)
    cancelled = threading.Event()

    def cancel_half_way(done: int, all_: int) -> None:
        if done > all_ / 4:
            cancelled.set()

    with pytest.raises(MoveCancelledError):
        await asyncio.to_thread(move, source, server_database, progress=cancel_half_way, cancelled=cancelled)
    assert 0 < len((await asyncio.to_thread(rows, server_database))["record_log"]) < 41
    # Meanwhile the source changed: what it no longer has must not stay behind in the copy.
    await database.take_records([1, 2])
    await asyncio.to_thread(run, source, server_database)
    again = await asyncio.to_thread(run, source, server_database)
    assert again["record_log"] == 39
    assert len((await asyncio.to_thread(rows, server_database))["record_log"]) == 39


async def test_a_database_in_use_is_not_overwritten(
    tmp_path: Path, server_database: DatabaseConfig, open_database: OpenDatabase
) -> None:
    source = DatabaseConfig.sqlite(tmp_path / "source.db")
    target = open_database(server_database)
    await target.open()
    await target.add_gap(new_gap())
    before = await asyncio.to_thread(rows, server_database)
    with pytest.raises(DatabaseOccupied, match="recording_gap"):
        await asyncio.to_thread(run, source, server_database)
    assert await asyncio.to_thread(rows, server_database) == before


async def test_a_copy_that_differs_is_found(
    tmp_path: Path, server_database: DatabaseConfig, open_database: OpenDatabase
) -> None:
    source = DatabaseConfig.sqlite(tmp_path / "source.db")
    database = open_database(source)
    await database.open()
    await fill(database)
    await database.close()
    changed = False

    def meddle(_done: int, _all: int) -> None:
        nonlocal changed
        if not changed:
            changed = True
            engine = open_blocking_engine(server_database, answer_seconds=10)
            values = {
                **{c.name: None for c in record_log.columns if c.nullable},
                "id": 12345,
                "camera_id": "X",
                "camera_ip": "",
                "start_time": datetime.now(UTC),
                "end_time": datetime.now(UTC),
                "status": "success",
                "file_path": "x",
                "file_size": 1,
                "analysis_status": "pending",
            }
            with engine.begin() as connection:
                connection.execute(insert(record_log).values(values))
            engine.dispose()

    with pytest.raises(DatabaseDamaged, match="record_log"):
        await asyncio.to_thread(move, source, server_database, progress=meddle, cancelled=threading.Event())


async def test_a_server_that_dies_on_the_way(
    tmp_path: Path, own_server: SqlServer, open_database: OpenDatabase
) -> None:
    own_server.create_database("mycamera")
    target = config_of(own_server, "mycamera")
    source = DatabaseConfig.sqlite(tmp_path / "source.db")
    database = open_database(source)
    await database.open()
    await fill(database)
    await database.close()
    before = await asyncio.to_thread(rows, source)
    killed = False

    def kill(_done: int, _all: int) -> None:
        nonlocal killed
        if not killed:
            killed = True
            own_server.kill()

    with pytest.raises(DatabaseError):
        await asyncio.to_thread(move, source, target, progress=kill, cancelled=threading.Event())
    assert await asyncio.to_thread(rows, source) == before
    await asyncio.to_thread(own_server.start)
    await asyncio.to_thread(run, source, target)
    assert (await asyncio.to_thread(rows, target))["record_log"] == before["record_log"]
