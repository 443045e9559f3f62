"""Counts are kept by every write and equal what is there, whatever is repeated."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from custom_components.mycamera.database import Calendar, Cursor, Database, DatabaseConfig, DayCount, DayHour, Usage
from custom_components.mycamera.database.engine import open_blocking_engine
from custom_components.mycamera.database.models import camera_total, quarter_count
from custom_components.mycamera.database.questions.counts import quarter_of

from ..rows import CAMERA, OTHER, START, minute, new_detection, new_gap, new_record


async def verify(database: Database, config: DatabaseConfig) -> None:
    """Compare the counts with the rows."""
    records = (await database.page_records(limit=1000)).items
    detections = (await database.page_detections(limit=1000)).items
    quarters = {
        "records": Counter((row.camera_id, quarter_of(row.start_time)) for row in records),
        "detections": Counter((row.camera_id, quarter_of(row.first_seen)) for row in detections),
    }
    engine = open_blocking_engine(config, answer_seconds=10)
    with engine.connect() as connection:
        kept = {(row.camera_id, row.quarter): row for row in connection.execute(quarter_count.select())}
        totals = {row.camera_id: row for row in connection.execute(camera_total.select())}
    engine.dispose()
    for name, counts in quarters.items():
        assert {key: getattr(row, name) for key, row in kept.items() if getattr(row, name)} == dict(counts), name
    assert all(row.records or row.detections for row in [*kept.values(), *totals.values()])
    for camera_id in (CAMERA, OTHER):
        mine = [row for row in records if row.camera_id == camera_id]
        assert await database.usage(camera_id) == Usage(
            bytes=sum(row.file_size for row in mine),
            protected=sum(row.file_size for row in mine if row.protected),
            records=len(mine),
        )
        seen = totals[camera_id].detections if camera_id in totals else 0
        assert seen == sum(row.camera_id == camera_id for row in detections)


async def write_something(database: Database, generator: random.Random) -> None:
    number, camera_id = generator.randrange(60), generator.choice([CAMERA, OTHER])
    since = minute(generator.randrange(60))
    match generator.randrange(6):
        case 0 | 1:
            # Often one that is there, with another size or another start.
            start = minute(number) + timedelta(seconds=generator.randrange(3) * 400)
            size = generator.randrange(1, 10**9)
            await database.add_record(new_record(number, camera_id, file_size=size, start_time=start))
        case 2 | 3:
            await database.add_detection(camera_id, new_detection(f"E{number}", generator.randrange(60)))
        case 4:
            for row in (await database.page_records(limit=3)).items:
                found = [new_detection(f"R{row.id}-{index}", number) for index in range(generator.randrange(3))]
                for _ in range(2):
                    await database.finish_analysis(row.id, found, model="yolo")
        case 5:
            protected = generator.random() < 0.5
            await database.protect(camera_ids=[camera_id], since=since, until=None, protected=protected)


async def remove_something(database: Database, generator: random.Random) -> None:
    await database.take_detections(minute(generator.randrange(60)), limit=3)
    if ids := [row.id for row in await database.oldest_footage(limit=4)]:
        for _ in range(2):
            await database.take_records(ids)


async def test_counts_equal_what_is_there(database: Database, config: DatabaseConfig) -> None:
    generator = random.Random(6)  # noqa: S311 - reproducible, not a secret
    for _ in range(5):
        for _ in range(20):
            await write_something(database, generator)
        await verify(database, config)
        await remove_something(database, generator)
        await verify(database, config)


async def test_days_begin_where_the_user_lives(database: Database) -> None:
    zones = {name: ZoneInfo(name) for name in ("Asia/Kathmandu", "America/St_Johns", "Asia/Shanghai", "Europe/Berlin")}
    starts = [START + timedelta(minutes=37 * number) for number in range(150)]
    for number, start in enumerate(starts):
        await database.add_record(new_record(number, start_time=start, end_time=start + timedelta(minutes=1)))
    for zone in zones.values():
        counts = Counter(start.astimezone(zone).date() for start in starts)
        wanted = [DayCount(day=day, records=counts[day], detections=0) for day in sorted(counts, reverse=True)]
        first, last = wanted[-1].day, wanted[0].day
        assert await database.days(CAMERA, first=first, last=last, zone=zone) == wanted
        assert await database.days(CAMERA, first=wanted[-2].day, last=wanted[1].day, zone=zone) == wanted[1:-1]
        assert await database.days(OTHER, first=first, last=last, zone=zone) == []
        hours = {(start.astimezone(zone).date(), start.astimezone(zone).hour) for start in starts}
        for day in counts:
            wanted_hours = [
                DayHour(hour) for hour in sorted((hour for this, hour in hours if this == day), reverse=True)
            ]
            assert await database.hours(CAMERA, day, zone=zone) == wanted_hours
    assert await database.days(CAMERA, first=date(2030, 1, 1), last=date(2030, 1, 31)) == []


async def test_months_begin_where_the_user_lives(database: Database) -> None:
    zone = ZoneInfo("America/St_Johns")
    times = [
        datetime(2024, 2, 1, 3, 29, tzinfo=UTC),  # January there
        datetime(2026, 8, 31, 12, tzinfo=UTC),
        datetime(2026, 10, 1, 2, 29, tzinfo=UTC),  # September there
        datetime(2026, 10, 1, 2, 30, tzinfo=UTC),
        datetime(2026, 11, 30, 12, tzinfo=UTC),
    ]
    for number, time in enumerate(times):
        await database.add_record(new_record(number, start_time=time, end_time=time + timedelta(minutes=1)))
    await database.add_record(new_record(0, OTHER))
    await database.add_detection(CAMERA, new_detection("E1", first_seen=times[2], last_seen=times[2]))
    assert await database.calendar(CAMERA, persons=False, zone=zone) == Calendar(
        days=(
            DayCount(day=date(2026, 11, 30), records=1, detections=0),
            DayCount(day=date(2026, 10, 1), records=1, detections=0),
        ),
        months=(date(2026, 9, 1), date(2026, 8, 1), date(2024, 1, 1)),
    )
    # Of what is asked for, the newest is what counts.
    assert await database.calendar(CAMERA, persons=True, zone=zone) == Calendar(
        days=(DayCount(day=date(2026, 9, 30), records=1, detections=1),), months=()
    )
    nothing = Calendar(days=(), months=())
    assert await database.calendar(OTHER, persons=True, zone=zone) == nothing
    assert await database.calendar("01UNKNOWN", persons=False, zone=zone) == nothing


async def test_pages_of_some_cameras(database: Database) -> None:
    third = "01JQ00000000000000000THIRD"
    for number in range(30):
        camera_id = (CAMERA, OTHER, third)[number % 3]
        await database.add_record(new_record(number, camera_id))
        await database.add_detection(camera_id, new_detection(f"E{number}", number))
        await database.add_gap(new_gap(number, camera_id))
    cameras = {CAMERA, third, "01UNKNOWN"}
    for ask in (database.page_records, database.page_detections, database.page_gaps):
        everything = [row for row in (await ask()).items if row.camera_id in cameras]
        assert len(everything) == 20
        rows: list[Any] = []
        before: Cursor | None = None
        while True:
            page = await ask(camera_ids=cameras, limit=7, before=before)
            rows += page.items
            if (before := page.next) is None:
                break
        assert rows == everything
        assert (await ask(camera_ids=[])).items == ()
        since, until = minute(7), minute(22)
        inside = (await ask(camera_ids=cameras, since=since, until=until)).items
        assert inside == tuple(row for row in (await ask(since=since, until=until)).items if row.camera_id in cameras)
        assert 5 < len(inside) < 15


async def test_gaps_that_touch_a_time(database: Database) -> None:
    long = new_gap(0, end_time=minute(500))
    await database.add_gap(long)
    await database.add_gap(new_gap(3, OTHER))
    await database.add_gap(new_gap(600))
    for camera_id in (None, CAMERA):
        page = await database.page_gaps(camera_id=camera_id, since=minute(400), until=minute(450))
        assert [gap.start_time for gap in page.items] == [minute(0)]
    assert (await database.page_gaps(since=minute(500), until=minute(600))).items == ()
    assert [gap.camera_id for gap in (await database.page_gaps(since=minute(3))).items] == [CAMERA, OTHER, CAMERA]


async def test_old_gaps_go(database: Database) -> None:
    for number in range(10):
        await database.add_gap(new_gap(2 * number))
        await database.add_gap(new_gap(2 * number, OTHER))
    assert await database.take_gaps(CAMERA, minute(9), limit=3) == 3
    assert await database.take_gaps(CAMERA, minute(9), limit=3) == 2
    assert await database.take_gaps(CAMERA, minute(9), limit=3) == 0
    assert [gap.start_time for gap in (await database.page_gaps(camera_id=CAMERA)).items] == [
        minute(2 * number) for number in range(9, 4, -1)
    ]
    assert len((await database.page_gaps(camera_id=OTHER)).items) == 10
