"""Records: what goes in comes out, once, and in pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from custom_components.mycamera.database import (
    AnalysisStatus,
    Cursor,
    Database,
    DatabaseRowRejected,
    DayCount,
    Rank,
    RecordMeasure,
    RecordRow,
    RecordStatus,
)

from ..rows import CAMERA, OTHER, START, minute, new_detection, new_record, paths_of


async def test_a_record_comes_back_as_it_went_in(database: Database) -> None:
    zone = timezone(timedelta(hours=8))
    await database.add_record(
        new_record(start_time=START.astimezone(zone), error="ffmpeg: 结束 😀", status=RecordStatus.TIMEOUT)
    )
    row = await database.latest_record(CAMERA)
    assert row == RecordRow(
        id=row.id if row else 0,
        camera_id=CAMERA,
        camera_ip="192.0.2.7",
        start_time=START,
        end_time=minute(1),
        status=RecordStatus.TIMEOUT,
        file_path=f"{CAMERA}/2026-03-29/000000.mp4",
        file_size=58_000_000,
        duration=60.015,
        codec="h264",
        width=1280,
        height=720,
        error="ffmpeg: 结束 😀",
        analysis_status=AnalysisStatus.PENDING,
        analysis_attempts=0,
        analysis_error=None,
        analysis_model=None,
        analysis_next_try=None,
        analyzed_at=None,
        protected=False,
        has_person=False,
    )
    assert row.start_time.tzinfo is UTC
    assert await database.get_record(row.id) == row
    assert await database.get_record(row.id + 1) is None


async def test_adding_a_record_again_corrects_its_facts_and_keeps_its_analysis(database: Database) -> None:
    await database.add_record(new_record(status=RecordStatus.FAILED, file_size=10, error="cut short"))
    (claimed,) = await database.claim_analyses(5)
    await database.finish_analysis(claimed.id, [], model="yolov8n.pt")
    await database.add_record(new_record())
    row = await database.get_record(claimed.id)
    assert row is not None
    assert (row.status, row.file_size, row.error) == (RecordStatus.SUCCESS, 58_000_000, None)
    assert (row.analysis_status, row.analysis_model) == (AnalysisStatus.DONE, "yolov8n.pt")
    assert len((await database.page_records()).items) == 1


async def test_keys_are_compared_byte_by_byte(database: Database) -> None:
    for path in ("a/B.mp4", "a/b.mp4", "a/ß.mp4", "a/ss.mp4"):
        await database.add_record(new_record(file_path=path))
    assert await paths_of(database) == {"a/B.mp4", "a/b.mp4", "a/ß.mp4", "a/ss.mp4"}
    assert await database.unknown_paths(CAMERA, ["a/b.mp4", "A/b.mp4"]) == {"A/b.mp4"}


@pytest.mark.parametrize(
    "changes",
    [
        {"start_time": datetime(2026, 1, 1)},  # noqa: DTZ001 - a naive one is what is refused
        {"duration": float("nan")},
        {"file_path": ""},
    ],
)
def test_values_without_a_meaning_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"time zone|finite|path"):
        new_record(**changes)


async def test_a_row_that_no_database_takes_is_refused_and_disturbs_nothing(database: Database) -> None:
    with pytest.raises(DatabaseRowRejected):
        await database.add_record(new_record(camera_ip="\ud800"))
    await database.add_record(new_record())
    assert database.available
    assert database.outage is None


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    minutes=st.lists(st.tuples(st.integers(0, 6), st.sampled_from([CAMERA, OTHER])), max_size=25),
    limit=st.integers(1, 9),
    camera_id=st.sampled_from([CAMERA, None]),
    span=st.one_of(st.none(), st.tuples(st.integers(0, 6), st.integers(0, 7))),
)
async def test_pages_show_every_row_once_newest_first(
    database: Database,
    minutes: list[tuple[int, str]],
    limit: int,
    camera_id: str | None,
    span: tuple[int, int] | None,
) -> None:
    prefix = str(datetime.now(UTC).timestamp())
    # Many rows of the same moment: there, only the id decides.
    for index, (number, camera) in enumerate(minutes):
        await database.add_record(new_record(number, camera, file_path=f"{prefix}/{index}"))
    since, until = (minute(span[0]), minute(span[1])) if span else (None, None)
    seen: list[RecordRow] = []
    before: Cursor | None = None
    while True:
        page = await database.page_records(
            camera_id=camera_id, since=since, until=until, status=RecordStatus.SUCCESS, before=before, limit=limit
        )
        assert len(page.items) <= limit
        assert page.next is None or len(page.items) == limit
        seen += page.items
        before = page.next
        if before is None:
            break
    assert seen == sorted(seen, key=lambda row: row.cursor, reverse=True)
    assert len({row.id for row in seen}) == len(seen)
    expected = {
        f"{prefix}/{index}"
        for index, (number, camera) in enumerate(minutes)
        if camera_id in (None, camera) and (span is None or span[0] <= number < span[1])
    }
    assert {row.file_path for row in seen if row.file_path.startswith(prefix)} == expected


async def test_the_greatest_of_a_day_come_page_by_page(database: Database) -> None:
    facts = ((40, 10.5), (90, 60.0), (40, None), (0, 0.0), (90, 59.9), (40, 10.5))
    for number, (size, seconds) in enumerate(facts):
        camera = OTHER if number == 1 else CAMERA
        await database.add_record(new_record(number, camera, file_size=size, duration=seconds))
    await database.add_record(new_record(1440, file_size=1000, duration=1000.0, status=RecordStatus.FAILED))

    async def listed(measure: RecordMeasure, **filters: Any) -> list[float]:
        found: list[RecordRow] = []
        after: Rank | None = None
        while rows := await database.greatest_records(
            measure, since=minute(0), until=minute(1440), after=after, limit=2, **filters
        ):
            found += rows
            value = rows[-1].file_size if measure is RecordMeasure.SIZE else rows[-1].duration or 0.0
            after = Rank(value, rows[-1].id)
        assert len({row.id for row in found}) == len(found)
        return [row.file_size if measure is RecordMeasure.SIZE else row.duration or 0.0 for row in found]

    assert await listed(RecordMeasure.SIZE) == [90, 90, 40, 40, 40, 0]
    assert await listed(RecordMeasure.DURATION) == [60.0, 59.9, 10.5, 10.5, 0.0, 0.0]
    assert await listed(RecordMeasure.SIZE, camera_id=OTHER) == [90]
    assert await listed(RecordMeasure.SIZE, camera_ids=[CAMERA, OTHER]) == [90, 90, 40, 40, 40, 0]
    assert await listed(RecordMeasure.SIZE, camera_ids=[]) == []
    assert await listed(RecordMeasure.SIZE, status=RecordStatus.FAILED) == []
    assert await listed(RecordMeasure.SIZE, analysis_status=AnalysisStatus.PENDING, camera_id=OTHER) == [90]


async def test_filters_narrow_a_page(database: Database) -> None:
    await database.add_record(new_record(0))
    await database.add_record(new_record(1, status=RecordStatus.FAILED, analysis_status=AnalysisStatus.SKIPPED))
    await database.add_record(new_record(2, OTHER))

    async def starts(**filters: Any) -> list[datetime]:
        return [row.start_time for row in (await database.page_records(**filters)).items]

    assert await starts() == [minute(2), minute(1), minute(0)]
    assert await starts(camera_id=CAMERA) == [minute(1), minute(0)]
    assert await starts(status=RecordStatus.FAILED) == [minute(1)]
    assert await starts(analysis_status=AnalysisStatus.PENDING) == [minute(2), minute(0)]
    assert await starts(camera_id=CAMERA, analysis_status=AnalysisStatus.PENDING) == [minute(0)]
    assert await starts(since=minute(1), until=minute(2)) == [minute(1)]
    for limit in (0, 1001):
        with pytest.raises(ValueError, match="a page has"):
            await database.page_records(limit=limit)


async def test_the_record_that_covers_a_moment(database: Database) -> None:
    await database.add_record(new_record(0))
    await database.add_record(new_record(5))
    await database.add_record(new_record(5, status=RecordStatus.FAILED, file_path="failed"))

    async def covering(time: datetime) -> datetime | None:
        row = await database.record_covering(CAMERA, time)
        assert row is None or row.status is RecordStatus.SUCCESS
        return None if row is None else row.start_time

    assert await covering(minute(0)) == minute(0)
    assert await covering(minute(1) - timedelta(microseconds=1)) == minute(0)
    assert await covering(minute(1)) is None
    assert await covering(minute(5) + timedelta(seconds=30)) == minute(5)
    assert await database.record_covering(OTHER, minute(0)) is None
    assert await database.latest_record(OTHER) is None


async def test_days_are_counted_in_the_users_time_zone(database: Database) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    # 29 March 2026 has 23 hours in Berlin: it begins at 23:00 UTC the day before and ends at 22:00 UTC.
    for number, time in enumerate(
        (
            datetime(2026, 3, 28, 22, 59, tzinfo=UTC),
            datetime(2026, 3, 28, 23, 0, tzinfo=UTC),
            datetime(2026, 3, 29, 21, 59, tzinfo=UTC),
            datetime(2026, 3, 29, 22, 0, tzinfo=UTC),
        )
    ):
        await database.add_record(new_record(number, start_time=time, end_time=time + timedelta(minutes=1)))
    await database.add_detection(CAMERA, new_detection("E1", first_seen=datetime(2026, 5, 1, 12, 0, tzinfo=UTC)))
    counts = await database.days(CAMERA, first=date(2026, 3, 1), last=date(2026, 5, 31), zone=berlin)
    assert [(count.day.isoformat(), count.records, count.detections) for count in counts] == [
        ("2026-05-01", 0, 1),
        ("2026-03-30", 1, 0),
        ("2026-03-29", 2, 0),
        ("2026-03-28", 1, 0),
    ]
    day = counts[2].day
    alone = await database.days(CAMERA, first=day, last=day, zone=berlin)
    assert alone == [DayCount(day=day, records=2, detections=0)]
