"""The tables as queues: every row is handed out once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import chain

import pytest

from custom_components.mycamera.database import (
    AnalysisStatus,
    AnalysisSummary,
    Database,
    DatabaseConfig,
    RecordStatus,
)
from custom_components.mycamera.database import database as database_module
from custom_components.mycamera.database.outage import durable_writes

from .conftest import OpenDatabase
from .rows import CAMERA, OTHER, minute, new_detection, new_record


async def test_analyses_are_claimed_newest_first(database: Database) -> None:
    for number in (1, 3, 2):
        await database.add_record(new_record(number))
    await database.add_record(new_record(4, analysis_status=AnalysisStatus.SKIPPED, status=RecordStatus.FAILED))
    assert await database.count_pending_analyses() == 3
    claimed = await database.claim_analyses(2)
    assert [row.start_time for row in claimed] == [minute(3), minute(2)]
    assert {(row.analysis_status, row.analysis_attempts) for row in claimed} == {(AnalysisStatus.RUNNING, 1)}
    assert await database.count_pending_analyses() == 1


async def test_a_long_queue_is_not_counted_to_its_end(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "MOST_COUNTED", 3)
    for number in range(5):
        assert await database.count_pending_analyses() == await database.count_pending_captions() == min(number, 3)
        await database.add_record(new_record(number))
        await database.add_detection(CAMERA, new_detection(f"E{number}", number))
    assert await database.count_pending_analyses() == await database.count_pending_captions() == 3


async def test_failed_analyses_wait_for_their_time(database: Database) -> None:
    await database.add_record(new_record())
    now = datetime.now(UTC)
    (record,) = await database.claim_analyses(1, now=now)
    await database.fail_analysis(record.id, "worker lost", retry=True, retry_at=now + timedelta(seconds=30))
    assert await database.claim_analyses(1, now=now) == []
    assert await database.count_pending_analyses() == 1
    (again,) = await database.claim_analyses(1, now=now + timedelta(seconds=30))
    assert (again.analysis_attempts, again.analysis_error) == (2, "worker lost")
    await database.fail_analysis(record.id, "", retry=True, attempts=1)
    (given_back,) = await database.claim_analyses(5, now=now + timedelta(seconds=30))
    assert given_back.analysis_attempts == 2
    await database.fail_analysis(record.id, "not a video", retry=False)
    failed = await database.get_record(record.id)
    assert failed is not None
    assert (failed.analysis_status, failed.analysis_error) == (AnalysisStatus.FAILED, "not a video")
    assert await database.claim_analyses(1, now=now + timedelta(days=1)) == []


async def test_no_row_is_handed_out_twice(config: DatabaseConfig, open_database: OpenDatabase) -> None:
    """Two clients of one database, each with several claims at once, as after a failover."""
    first, second = open_database(config, timeout=60.0), open_database(config, journal="second.jsonl", timeout=60.0)
    await first.open()
    await second.open()
    for number in range(60):
        await first.add_record(new_record(number))
        await first.add_detection(CAMERA, new_detection(f"E{number}", number))

    async def claim(database: Database) -> list[tuple[str, int]]:
        taken: list[tuple[str, int]] = []
        while records := await database.claim_analyses(3):
            taken += [("record", row.id) for row in records]
            taken += [("detection", row.id) for row in await database.claim_captions(3)]
            # Each adds rows meanwhile, as recording does.
            await database.add_record(new_record(1000 + taken[0][1], OTHER, analysis_status=AnalysisStatus.SKIPPED))
        return taken

    taken = list(chain.from_iterable(await asyncio.gather(*(claim(database) for database in (first, second) * 3))))
    # Rows that another claim has locked at that moment are passed over; the rest is there for the next one.
    taken += [("record", row.id) for row in await first.claim_analyses(100)]
    taken += [("detection", row.id) for row in await first.claim_captions(100)]
    assert len(taken) == len(set(taken)) == 120


async def test_running_work_is_released_after_a_restart(database: Database) -> None:
    await database.add_record(new_record(0))
    await database.add_record(new_record(1))
    await database.add_detection(CAMERA, new_detection("E1"))
    await database.claim_analyses(1)
    await database.claim_captions(1)
    assert (await database.release_analyses(), await database.release_captions()) == (1, 1)
    assert (await database.release_analyses(), await database.release_captions()) == (0, 0)
    assert [row.analysis_attempts for row in await database.claim_analyses(5)] == [1, 1], "cut short, not tried"
    assert [row.caption_attempts for row in await database.claim_captions(5)] == [1]


async def test_nothing_waits_for_a_moment_of_a_clock_that_was_set_back(database: Database) -> None:
    await database.add_record(new_record(0))
    await database.add_detection(CAMERA, new_detection("E1"))
    right = datetime.now(UTC)
    wrong = right + timedelta(days=400)
    for now in (wrong, right):
        (record,) = await database.claim_analyses(1, now=now)
        (person,) = await database.claim_captions(1, now=now)
        await database.fail_analysis(record.id, "later", retry=True, retry_at=now + timedelta(hours=1))
        await database.fail_caption(person.event_id, "later", retry_at=now + timedelta(hours=1))
        for wait in (timedelta(0), timedelta(minutes=59)):
            assert await database.claim_analyses(1, now=now + wait) == []
            assert await database.claim_captions(1, now=now + wait) == []
    assert len(await database.claim_analyses(1, now=right + timedelta(hours=1))) == 1
    assert len(await database.claim_captions(1, now=right + timedelta(hours=1))) == 1


async def test_requeue_selects_what_analyze_videos_means(database: Database) -> None:
    for number in range(4):
        await database.add_record(new_record(number))
    await database.add_record(new_record(4, OTHER))
    await database.add_record(new_record(5, file_size=0, status=RecordStatus.FAILED))
    await database.add_record(new_record(6, analysis_status=AnalysisStatus.SKIPPED))
    rows = {row.start_time: row.id for row in (await database.page_records()).items}
    ids = [rows[minute(number)] for number in range(7)]
    await database.claim_analyses(10)
    await database.finish_analysis(ids[0], [new_detection("E1"), new_detection("E2")], model="m")
    await database.fail_analysis(ids[1], "broken", retry=False)
    await database.fail_analysis(ids[2], "later", retry=True, retry_at=minute(10_000_000))
    await database.fail_analysis(ids[4], "broken", retry=False)
    # ids[3] is running.
    assert await database.summarize(ids) == AnalysisSummary(
        pending=1, running=2, done=1, failed=2, skipped=1, persons=2
    )
    assert await database.requeue(limit=1) == [ids[4]]
    assert await database.requeue(camera_ids=[CAMERA]) == [ids[2], ids[1]]
    assert await database.requeue(camera_ids=[CAMERA, OTHER], since=minute(2), until=minute(5)) == [ids[4], ids[2]]
    assert await database.requeue(force=True) == [ids[6], ids[4], ids[2], ids[1], ids[0]]
    assert await database.requeue(limit=0) == []
    assert {row.id for row in await database.claim_analyses(10)} == {ids[6], ids[4], ids[2], ids[1], ids[0]}
    # The detections stay until the new analysis replaces them.
    assert len(await database.detections_of(ids[0])) == 2


async def test_requeue_goes_on_beyond_one_step(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable_writes, "PART", 5)
    for number in range(12):
        await database.add_record(new_record(number // 3, file_path=str(number)))
    ids = await database.requeue()
    assert len(ids) == len(set(ids)) == 12
    assert await database.requeue(limit=7) == ids[:7]
