"""What retention asks of the tables and takes from them, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from custom_components.mycamera.database import (
    AnalysisStatus,
    Cursor,
    Database,
    DatabaseConfig,
    DatabaseUnavailable,
    FileRoot,
    FootageRow,
    Usage,
)
from custom_components.mycamera.database.outage import durable_writes

from ..conftest import OpenDatabase
from ..rows import CAMERA, OTHER, START, minute, new_detection, new_gap, new_record

SKIPPED = AnalysisStatus.SKIPPED


async def ids(database: Database) -> dict[int, int]:
    """Return the ids of the records by the minute that they begin at."""
    rows = (await database.page_records(camera_id=CAMERA, limit=1000)).items
    return {round((row.start_time - START).total_seconds() / 60): row.id for row in rows}


def minutes(rows: list[FootageRow]) -> list[int]:
    return [round((row.start_time - START).total_seconds() / 60) for row in rows]


async def before(database: Database, number: int, *, persons: bool) -> list[int]:
    return minutes(await database.footage_before(CAMERA, minute(number), persons=persons))


async def test_the_oldest_of_each_class(database: Database) -> None:
    for number in range(6):
        await database.add_record(new_record(number, analysis_status=SKIPPED))
    await database.add_record(new_record(0, OTHER, analysis_status=SKIPPED))
    await database.add_detection(CAMERA, new_detection("seen live", 1))
    await database.add_record(new_record(6))  # not analysed yet: it may show a person
    assert await database.protect(camera_ids=[CAMERA], since=minute(2), until=minute(3), protected=True) == 1

    assert await before(database, 5, persons=False) == [0, 3, 4]
    assert await before(database, 99, persons=True) == [1, 6]
    assert minutes(await database.oldest_footage(CAMERA)) == [0, 1, 3, 4, 5, 6]
    assert len(await database.oldest_footage()) == 7
    first = await database.oldest_footage(CAMERA, limit=2)
    after = Cursor(first[-1].start_time, first[-1].id)
    assert minutes(await database.oldest_footage(CAMERA, after=after, limit=2)) == [3, 4]
    assert [row.keep_longer for row in first] == [False, True]

    # What is being analysed is left alone; afterwards it is known what it shows.
    (claimed,) = await database.claim_analyses(1)
    assert await before(database, 99, persons=True) == [1]
    await database.finish_analysis(claimed.id, [], model="m")
    assert await before(database, 99, persons=False) == [0, 3, 4, 5, 6]
    await database.finish_analysis(claimed.id, [new_detection("found", 6)], model="m")
    assert await before(database, 99, persons=True) == [1, 6]


async def test_records_of_the_same_moment_are_all_found(database: Database) -> None:
    for number in range(5):
        await database.add_record(new_record(0, file_path=f"{number}.mp4"))
    found: list[int] = []
    after: Cursor | None = None
    while rows := await database.oldest_footage(CAMERA, after=after, limit=2):
        found += [row.id for row in rows]
        after = Cursor(rows[-1].start_time, rows[-1].id)
    assert len(found) == len(set(found)) == 5


async def test_sizes(database: Database) -> None:
    assert await database.usage(CAMERA) == Usage(bytes=0, protected=0, records=0)
    for number, size in enumerate((5_000_000_000, 7, 11)):
        status = SKIPPED if number else AnalysisStatus.PENDING
        await database.add_record(new_record(number, file_size=size, analysis_status=status))
    await database.protect(camera_ids=None, since=minute(1), until=minute(2), protected=True)
    assert await database.usage(CAMERA) == Usage(bytes=5_000_000_018, protected=7, records=3)
    assert await database.recorded_bytes(CAMERA, minute(0)) == (18, 5_000_000_000)
    assert await database.recorded_bytes(CAMERA, minute(2)) == (11, 0)


async def test_protection(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable_writes, "PART", 3)
    for number in range(13):
        await database.add_record(new_record(number, analysis_status=SKIPPED))
    await database.add_record(new_record(3, OTHER))
    half = timedelta(seconds=30)
    # Whatever has a part of the time is protected whole; with more of them than go at once.
    kwargs = {"since": minute(1) + half, "until": minute(11) + half}
    assert await database.protect(camera_ids=[CAMERA], protected=True, **kwargs) == 11
    assert minutes(await database.oldest_footage(CAMERA)) == [0, 12]
    # Reported again, or analysed, it stays protected.
    await database.add_record(new_record(5, file_size=1))
    row = await database.record_covering(CAMERA, minute(5) + half)
    assert row is not None
    assert (row.protected, row.file_size) == (True, 1)
    assert await database.protect(camera_ids=[CAMERA], since=None, until=minute(3), protected=False) == 3
    assert minutes(await database.oldest_footage(CAMERA)) == [0, 1, 2, 12]
    assert await database.protect(camera_ids=None, since=minute(13), until=None, protected=True) == 0


async def test_a_record_goes_before_its_file_and_the_note_last(database: Database) -> None:
    for number in range(3):
        await database.add_record(new_record(number, analysis_status=SKIPPED))
    await database.add_detection(CAMERA, new_detection("E1", 0))
    await database.protect(camera_ids=None, since=minute(1), until=minute(2), protected=True)
    by_minute = await ids(database)
    taken = await database.take_records(list(by_minute.values()))
    assert {number: row.file_path for number, row in taken.items()} == {
        by_minute[number]: new_record(number).file_path for number in (0, 2)
    }
    assert set(await ids(database)) == {1}, "protected meanwhile, so it stays"
    assert await database.pending_deletions(FileRoot.RECORDINGS) == list(taken.values())
    assert await database.pending_deletions(FileRoot.SNAPSHOTS) == []
    # A start that compares files with rows does not bring them back.
    paths = [new_record(number).file_path for number in range(3)]
    assert await database.unknown_paths(CAMERA, [*paths, "new.mp4"]) == {"new.mp4"}
    # The person stays, with the picture.
    detection = await database.get_detection("E1")
    assert detection is not None
    assert detection.record_log_id is None
    # What analysis still says about it goes nowhere and harms nothing.
    await database.finish_analysis(by_minute[0], [new_detection("E2", 0)], model="m")
    assert await database.get_detection("E2") is None

    await database.forget_deletions([row.id for row in taken.values()])
    assert await database.pending_deletions(FileRoot.RECORDINGS) == []
    assert await database.take_records([by_minute[0]]) == {}


async def test_pictures(database: Database) -> None:
    await database.add_record(new_record(0, analysis_status=SKIPPED))
    for number, event_id in enumerate(("protected", "old", "older than its picture", "new")):
        thumbnail = None if event_id == "old" else f"{event_id}.small.jpg"
        await database.add_detection(CAMERA, new_detection(event_id, number, thumbnail_path=thumbnail))
    await database.protect(camera_ids=None, since=minute(0), until=minute(1), protected=True)
    assert await database.take_detections(minute(3), limit=1) == 1
    assert await database.take_detections(minute(3)) == 1
    assert await database.take_detections(minute(3)) == 0
    left = {row.event_id for row in (await database.page_detections()).items}
    assert left == {"protected", "new"}
    pending = await database.pending_deletions(FileRoot.SNAPSHOTS)
    assert [row.file_path for row in pending] == [
        "old.jpg",
        "older than its picture.jpg",
        "older than its picture.small.jpg",
    ]
    assert await database.pending_deletions(FileRoot.SNAPSHOTS, after=pending[0].id, limit=1) == [pending[1]]


async def test_the_ledger(database: Database) -> None:
    empty = await database.ledger(CAMERA, minute(10))
    assert (empty.footage, empty.gaps, empty.earlier) == ((), (), False)
    await database.add_gap(new_gap(8, end_time=minute(11)))
    for number, changes in (
        (5, {}),
        (11, {}),
        (12, {"file_size": 0}),
        (13, {"duration": 0.0}),
        (14, {"duration": None}),
    ):
        await database.add_record(new_record(number, **changes))
    await database.add_gap(new_gap(12, end_time=minute(14)))
    await database.add_gap(new_gap(12, OTHER))
    ledger = await database.ledger(CAMERA, minute(10))
    assert ledger.footage == ((minute(11), minute(12)), (minute(14), minute(15)))
    assert ledger.gaps == ((minute(8), minute(11)), (minute(12), minute(14)))
    assert ledger.earlier
    assert not (await database.ledger(CAMERA, minute(5))).earlier


async def test_without_the_database_nothing_is_deletable(config: DatabaseConfig, open_database: OpenDatabase) -> None:
    database = open_database(config)
    await database.open()
    await database.add_record(new_record())
    await database.close()
    for question in (
        database.oldest_footage(),
        database.footage_before(CAMERA, minute(9), persons=False),
        database.take_records([1]),
        database.take_detections(minute(9)),
        database.pending_deletions(FileRoot.RECORDINGS),
        database.usage(CAMERA),
    ):
        with pytest.raises(DatabaseUnavailable):
            await question


async def test_removed_cameras_leave_nothing_for_ever(database: Database) -> None:
    gone, empty = "01JQ000000000000000000GONE", "01JQ00000000000000000EMPTY"
    for camera_id in (CAMERA, gone, empty):
        for number in (0, 2, 4, 6):
            await database.add_gap(new_gap(number, camera_id))
            month = timedelta(days=31 * number)
            await database.add_coverage(camera_id, minute(0) - month, minute(1) - month, model="yolo")
    await database.add_record(new_record(3, gone))

    async def left(camera_id: str) -> tuple[int, int]:
        spans = await database.coverage(camera_id, minute(0) - timedelta(days=365), minute(9))
        return len((await database.page_gaps(camera_id=camera_id)).items), len(spans)

    before = await left(CAMERA)
    assert before == await left(gone) == await left(empty)
    assert await database.forget_removed([CAMERA, gone, empty], minute(100_000)) == 0
    # Of what ended before, gaps stay where there is older footage, and live watching for as long as it may matter.
    assert await database.forget_removed([CAMERA], minute(5), limit=1) == 1
    assert await database.forget_removed([CAMERA], minute(5)) == 2 + 3 + 2 * (before[1] - 1) - 1
    assert (await left(gone), await left(empty)) == ((2, 1), (1, 1))
    assert await database.forget_removed([CAMERA], minute(5)) == 0
    assert await database.forget_removed([CAMERA], minute(100_000)) == 1 + 2
    (record,) = await database.oldest_footage(gone)
    await database.take_records([record.id])
    assert await database.forget_removed([CAMERA], minute(100_000)) == 2
    assert await left(CAMERA) == before
    assert await left(gone) == await left(empty) == (0, 0)
