"""What is seen live beside what is recorded: every second once, and nobody twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custom_components.mycamera.database import (
    AnalysisStatus,
    Box,
    CaptionStatus,
    Database,
    DatabaseConfig,
    DatabaseUnavailable,
    NewDetection,
    NewPicture,
    PathPoint,
    RecordRow,
    Span,
)
from custom_components.mycamera.database.questions.live_spans import TOLERANCE, subtract
from tests.migrated import with_tables

from .conftest import OpenDatabase
from .rows import CAMERA, OTHER, START, minute, new_detection, new_record

HERE = Box(0.4, 0.2, 0.5, 0.8)
THERE = Box(0.8, 0.2, 0.9, 0.8)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def live(event_id: str, first: float, last: float, best: float | None = None, box: Box = HERE) -> NewDetection:
    """Return somebody seen live; times in seconds since the first minute begins."""
    return seen(event_id, first, last, box, best_time=at(first if best is None else best), timestamp=0.0)


def seen(event_id: str, first: float, last: float, box: Box = HERE, **changes: Any) -> NewDetection:
    path = (PathPoint(0.0, box), PathPoint(last - first, box))
    return new_detection(event_id, first_seen=at(first), last_seen=at(last), box=box, path=path, **changes)


@pytest.fixture
async def database(config: DatabaseConfig, open_database: OpenDatabase) -> Database:
    opened = open_database(config)
    await opened.open()
    return opened


async def only_record(database: Database, number: int = 0) -> RecordRow:
    record = await database.record_covering(CAMERA, minute(number))
    assert record is not None
    return record


# --- which parts are left -------------------------------------------------------------------------------------------


async def test_what_was_watched_is_not_analysed_again(database: Database) -> None:
    await database.add_coverage(CAMERA, at(-30), at(31), model="yolov8n.pt")
    await database.add_coverage(CAMERA, at(31.1), at(90), model="yolov8n.pt")
    assert await database.coverage(CAMERA, at(0), at(60)) == [Span(at(-30), at(90))], "spans that touch are one"
    await database.add_record(new_record(0, analysis_next_try=at(70)))
    await database.settle_analysis(CAMERA, new_record(0).file_path)
    record = await only_record(database)
    assert (record.analysis_status, record.analysis_model) == (AnalysisStatus.DONE, "yolov8n.pt live")
    assert await database.claim_analyses(5) == []


async def test_only_what_is_left_is_analysed(database: Database) -> None:
    await database.add_record(new_record(0, analysis_next_try=at(70)))
    await database.add_coverage(CAMERA, at(0.3), at(20), model="m")
    await database.add_coverage(CAMERA, at(31), at(45), model="m")
    await database.add_coverage(OTHER, at(0), at(60), model="m")
    await database.settle_analysis(CAMERA, new_record(0).file_path)
    await database.settle_analysis(CAMERA, new_record(0).file_path)
    (record,) = await database.claim_analyses(5)
    assert record.analysis_ranges == ((20.0, 31.0), (45.0, 60.0))
    await database.add_coverage(CAMERA, at(0), at(60), model="m")
    await database.settle_analysis(CAMERA, new_record(0).file_path)
    assert (await only_record(database)).analysis_status is AnalysisStatus.RUNNING, "it is decided"


async def test_a_claim_decides_what_nobody_has_decided(database: Database) -> None:
    for number in range(3):
        await database.add_record(new_record(number))
    await database.add_coverage(CAMERA, minute(1), minute(3), model="m")
    (record,) = await database.claim_analyses(1)
    assert record.start_time == minute(0)
    assert record.analysis_ranges is None
    assert (await only_record(database, 2)).analysis_status is AnalysisStatus.DONE


async def test_force_looks_at_everything(database: Database) -> None:
    await database.add_record(new_record(0))
    await database.add_coverage(CAMERA, at(0), at(60), model="m")
    await database.settle_analysis(CAMERA, new_record(0).file_path)
    assert await database.requeue() == []
    assert len(await database.requeue(force=True)) == 1
    (record,) = await database.claim_analyses(5)
    assert record.analysis_ranges == ()


async def test_whoever_asks_does_not_forestall_the_watch(database: Database) -> None:
    await database.add_record(new_record(0, analysis_next_try=at(70)))
    assert len(await database.requeue()) == 1
    assert await database.claim_analyses(5, now=at(65)) == []
    assert len(await database.requeue(force=True)) == 1
    assert len(await database.claim_analyses(5, now=at(65))) == 1


async def test_the_oldest_can_be_claimed_too(database: Database) -> None:
    for number in range(3):
        await database.add_record(new_record(number))
    (oldest,) = await database.claim_analyses(1, oldest=True)
    (newest,) = await database.claim_analyses(1)
    assert (oldest.start_time, newest.start_time) == (minute(0), minute(2))


async def test_an_outage_keeps_the_order(config: DatabaseConfig, open_database: OpenDatabase) -> None:
    database = open_database(config)
    with pytest.raises(DatabaseUnavailable):
        await database.count_pending_analyses()
    await database.add_coverage(CAMERA, at(0), at(60), model="m")
    await database.add_detection(CAMERA, live("L", 10, 20))
    await database.add_record(new_record(0))
    await database.settle_analysis(CAMERA, new_record(0).file_path)
    await database.add_detection(CAMERA, live("L", 10, 30))
    await database.open()
    record = await only_record(database)
    assert record.analysis_status is AnalysisStatus.DONE
    assert record.has_person
    (person,) = await database.detections_of(record.id)
    assert (person.timestamp, person.last_seen) == (10.0, at(30))


def taken(seconds: float, **changes: Any) -> NewPicture:
    """Return the picture that the first minute's recording has of this moment."""
    values = {"best_time": at(seconds), "frame_number": round(seconds * 15), "timestamp": seconds, "confidence": 0.9}
    return NewPicture(**{**values, "box": THERE, "image_path": "c/L.jpg", "thumbnail_path": "c/Lt.jpg", **changes})


async def test_the_recordings_picture_replaces_the_watchs(database: Database) -> None:
    await database.add_detection(CAMERA, live("L", 10, 20, best=12))
    await database.add_record(new_record(0))
    await database.set_picture("L", at(12), taken(12.25))
    await database.set_picture("L", at(12), taken(14))
    record = await only_record(database)
    (person,) = await database.detections_of(record.id)
    assert (person.frame_number, person.timestamp, person.best_time) == (184, 12.25, at(12.25)), "doing it once is all"
    assert (person.box, person.confidence) == (THERE, 0.9)
    assert (person.image_path, person.thumbnail_path) == ("c/L.jpg", "c/Lt.jpg")
    assert (person.first_seen, person.last_seen, person.record_log_id) == (at(10), at(20), record.id)
    # What the watch tells after it knows of it.
    await database.add_detection(CAMERA, replace(live("L", 10, 30, best=12.25, box=THERE), frame_number=184))
    (person,) = await database.detections_of(record.id)
    assert (person.frame_number, person.timestamp, person.last_seen) == (184, 12.25, at(30))
    # A better one of the watch, of another moment.
    await database.add_detection(CAMERA, replace(live("L", 10, 50, best=40), frame_number=0))
    await database.set_picture("L", at(12.25), taken(13))
    (person,) = await database.detections_of(record.id)
    assert (person.frame_number, person.timestamp, person.box) == (0, 40.0, HERE)
    await database.set_picture("nobody", at(12), taken(12))
    assert await database.get_detection("nobody") is None


async def test_a_picture_outlives_an_outage(config: DatabaseConfig, open_database: OpenDatabase) -> None:
    database = open_database(config)
    await database.add_detection(CAMERA, live("L", 10, 20, best=12))
    await database.set_picture("L", at(12), taken(12.25))
    await database.open()
    person = await database.get_detection("L")
    assert person is not None
    assert (person.frame_number, person.box, person.best_time) == (184, THERE, at(12.25))


def test_a_picture_needs_a_place() -> None:
    with pytest.raises(ValueError, match="finite"):
        taken(1, box=Box(float("nan"), 0, 1, 1))


# Whole seconds would never meet the tolerance; half ones do.
moments = st.integers(-40, 400).map(lambda half: at(half / 2))
spans = st.lists(st.tuples(moments, moments).filter(lambda pair: pair[0] < pair[1]).map(lambda p: Span(*p)), max_size=8)


@given(covered=spans)
def test_what_is_left_and_what_was_watched_make_the_whole(covered: list[Span]) -> None:
    whole = Span(at(0), at(60))
    left = subtract(whole, covered, timedelta())
    for tick in range(600):
        moment = at(tick / 10 + 0.05)
        times = sum(part.start <= moment < part.end for part in left)
        watched = any(part.start <= moment < part.end for part in covered)
        assert times == (0 if watched else 1)
    assert left == sorted(left)
    assert subtract(whole, covered) == [part for part in left if part.end - part.start > TOLERANCE]


@settings(max_examples=40, deadline=None)
@given(
    watched=st.lists(st.tuples(st.integers(0, 480), st.integers(1, 120)), max_size=6),
    cuts=st.lists(st.integers(40, 140), min_size=1, max_size=4),
    order=st.randoms(use_true_random=False),
)
async def test_every_recorded_second_is_analysed_once(
    watched: list[tuple[int, int]], cuts: list[int], order: Any
) -> None:
    """Watches begin and end as workers come and go, recordings are cut anywhere, and it is told in any order."""
    with TemporaryDirectory() as folder:
        database = Database(with_tables(Path(folder) / "d.db"), journal_path=Path(folder) / "j")
        await database.open()
        try:
            # Watches do not overlap: a camera is watched by one worker at a time.
            reached = 0
            seen_live: list[Span] = []
            for pause, length in watched:
                start = reached + pause % 60
                seen_live.append(Span(at(start), at(start + length)))
                reached = start + length
            recorded: list[tuple[str, Span]] = []
            begin = 0
            for number, length in enumerate(cuts):
                recorded.append((f"{number}.mp4", Span(at(begin), at(begin + length))))
                begin += length
            told: list[Span | tuple[str, Span]] = [*seen_live, *recorded]
            order.shuffle(told)
            for each in told:
                if isinstance(each, Span):
                    middle = each.start + (each.end - each.start) / 2
                    for part in (Span(each.start, middle), Span(middle, each.end)):
                        await database.add_coverage(CAMERA, part.start, part.end, model="m")
                else:
                    path, span = each
                    hold = datetime(2020, 1, 1, tzinfo=UTC)
                    await database.add_record(
                        new_record(file_path=path, start_time=span.start, end_time=span.end, analysis_next_try=hold)
                    )
            for path, _ in recorded[::2]:
                await database.settle_analysis(CAMERA, path)
            claimed = {row.file_path: row for row in await database.claim_analyses(50)}
            for path, span in recorded:
                row = claimed.get(path)
                seconds = (span.end - span.start).total_seconds()
                ranges = [] if row is None else list(row.analysis_ranges or [(0.0, seconds)])
                for second in range(int(seconds)):
                    moment = second + 0.5
                    by_file = sum(since <= moment < until for since, until in ranges)
                    by_watch = sum(
                        part.start <= span.start + timedelta(seconds=moment) < part.end for part in seen_live
                    )
                    assert by_file + by_watch == 1, (path, second)
        finally:
            await database.close()


# --- who was seen live ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("recorded_first", [False, True])
async def test_a_person_seen_live_belongs_to_the_recording_of_the_picture(
    database: Database, recorded_first: bool
) -> None:
    async def record() -> None:
        for number in range(3):
            await database.add_record(new_record(number))

    if recorded_first:
        await record()
    await database.add_detection(CAMERA, live("L", 50, 130, best=70))
    if not recorded_first:
        await record()
    rows = [await only_record(database, number) for number in range(3)]
    assert [row.has_person for row in rows] == [True, True, True], "whoever is in several is in all of them"
    (person,) = await database.detections_of(rows[1].id)
    assert (person.event_id, person.timestamp, person.best_time) == ("L", 10.0, at(70))
    assert await database.detections_of(rows[0].id) == []


async def test_what_a_model_wrote_outlives_later_sightings(database: Database) -> None:
    first = live("L", 10, 12)
    await database.add_detection(CAMERA, replace(first, caption="A person stays", caption_next_try=at(20)))
    assert await database.claim_captions(1, now=at(19)) == []
    await database.add_detection(CAMERA, replace(first, caption="A person stays, 5 s", caption_next_try=None))
    assert [row.caption for row in await database.claim_captions(1, now=at(19))] == ["A person stays, 5 s"]
    await database.set_caption("L", caption="A man in red", caption_zh="红衣男子", model="blip2", seconds=1)
    await database.add_detection(CAMERA, live("L", 10, 40))
    row = await database.get_detection("L")
    assert row is not None
    assert (row.caption, row.caption_status, row.last_seen) == ("A man in red", CaptionStatus.DONE, at(40))


async def test_analysing_the_rest_keeps_who_was_seen_live(database: Database) -> None:
    await database.add_record(new_record(0))
    await database.add_coverage(CAMERA, at(0), at(30), model="m")
    await database.add_detection(CAMERA, live("L", 5, 10))
    (record,) = await database.claim_analyses(1)
    await database.finish_analysis(record.id, [seen("F", 50, 55, THERE)], model="m")
    assert [row.event_id for row in await database.detections_of(record.id)] == ["F", "L"]
    await database.finish_analysis(record.id, [], model="m")
    assert [row.event_id for row in await database.detections_of(record.id)] == ["L"]
    assert (await only_record(database)).has_person


async def test_force_replaces_only_who_is_shown_entirely(database: Database) -> None:
    for number in range(2):
        await database.add_record(new_record(number))
    await database.add_detection(CAMERA, live("inside", 5, 10, box=THERE))
    await database.add_detection(CAMERA, live("over", 40, 90, best=50))
    await database.requeue(until=minute(1), force=True)
    (record,) = [row for row in await database.claim_analyses(5) if row.start_time == minute(0)]
    found = [seen("a", 5, 10, THERE), seen("b", 40, 59)]
    for _ in range(2):  # as when a journal is replayed
        await database.finish_analysis(record.id, found, model="m")
    listed = {row.event_id for row in (await database.page_detections()).items}
    assert listed == {"a", "over"}
    part = await database.get_detection("b")
    assert part is not None
    assert part.continues == "over"


async def test_who_is_still_there_is_not_told_twice(config: DatabaseConfig, open_database: OpenDatabase) -> None:
    database = open_database(config)
    await database.open()
    await database.add_record(new_record(0))
    # The row says less than is known: its last sighting moves on when the next recording is closed.
    await database.add_detection(CAMERA, live("stays", 40, 59))
    await database.add_detection(CAMERA, live("left", 5, 10, box=THERE))
    await database.requeue(force=True)
    (record,) = await database.claim_analyses(1)
    found = [seen("a", 40, 59), seen("b", 5, 10, THERE)]
    joined = await database.finish_analysis(record.id, found, model="m", there=["stays"])
    assert joined == {"a"}, "who was told of is no news"
    await database.add_detection(CAMERA, live("stays", 40, 100))
    rows = {row.event_id: row for row in (await database.page_detections()).items}
    assert rows.keys() == {"stays", "b"}
    assert rows["stays"].last_seen == at(100)


# --- over the end of a recording --------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (0, 2, 1), (1, 0, 2)])
async def test_who_stays_over_the_end_of_recordings_is_one(database: Database, order: tuple[int, ...]) -> None:
    ids = {}
    for number in range(3):
        await database.add_record(new_record(number))
        ids[number] = (await only_record(database, number)).id
    found = {
        0: [seen("E0", 30, 59.8), seen("gone", 5, 40, THERE)],
        1: [seen("E1", 60.3, 119.9), seen("new", 61, 70, THERE)],
        2: [seen("E2", 120.4, 140)],
    }
    joined = {number: await database.finish_analysis(ids[number], found[number], model="m") for number in order}
    assert joined[order[-1]] == {f"E{order[-1]}"}
    assert joined[order[0]] == frozenset(), "nobody was known before"
    rows = {row.event_id: row for row in (await database.page_detections()).items}
    assert rows.keys() == {"E0", "gone", "new"}
    assert rows["E0"].last_seen == at(140)
    later = await database.get_detection("E2")
    assert later is not None
    assert (later.continues, later.caption_status) == ("E0", CaptionStatus.OFF)
    latest = await database.latest_detection(CAMERA)
    assert latest is not None
    assert latest.event_id == "new"
    assert [day.detections for day in (await database.calendar(CAMERA, persons=True)).days] == [3]


async def test_a_part_of_somebody_who_is_gone_stands_for_itself(database: Database) -> None:
    ids = {}
    for number in range(2):
        await database.add_record(new_record(number))
        ids[number] = (await only_record(database, number)).id
    await database.finish_analysis(ids[0], [seen("E0", 30, 59.8)], model="m")
    await database.finish_analysis(ids[1], [seen("E1", 60.3, 80)], model="m")
    await database.finish_analysis(ids[0], [], model="m")
    assert {row.event_id for row in (await database.page_detections()).items} == {"E1"}


async def test_who_was_seen_live_goes_on_in_the_recording(database: Database) -> None:
    await database.add_record(new_record(0))
    await database.add_coverage(CAMERA, at(0), at(30), model="m")
    await database.add_detection(CAMERA, live("L", 5, 29.9))
    (record,) = await database.claim_analyses(1)
    await database.finish_analysis(record.id, [seen("F", 30.4, 50), seen("other", 30.4, 50, THERE)], model="m")
    rows = {row.event_id: row for row in (await database.page_detections()).items}
    assert rows.keys() == {"L", "other"}
    assert rows["L"].last_seen == at(50)
    await database.add_detection(CAMERA, live("L", 5, 29.9))  # as when the next recording is closed
    person = await database.get_detection("L")
    assert person is not None
    assert person.last_seen == at(50), "the watch does not know how they went on"


@pytest.mark.parametrize("anew", [0, 1, 2])
async def test_who_stayed_over_three_recordings_is_one_when_one_is_analysed_again(
    database: Database, anew: int
) -> None:
    times = [(30.0, 59.8), (60.3, 119.8), (120.3, 150.0)]
    for number in range(3):
        await database.add_record(new_record(number))
    ids = [(await only_record(database, number)).id for number in range(3)]
    for number in range(3):
        await database.finish_analysis(ids[number], [seen(f"E{number}", *times[number])], model="m")
    await database.finish_analysis(ids[anew], [seen("again", *times[anew])], model="m2")
    (person,) = (await database.page_detections()).items
    assert (person.first_seen, person.last_seen) == (at(30), at(150))
    assert (await database.camera_totals())[CAMERA].detections == 1


async def test_who_stayed_longer_than_the_first_of_it_is_kept_is_one(database: Database) -> None:
    """Retention takes the first part, and what is protected stays."""
    for number in range(4):
        await database.add_record(new_record(number))
    ids = [(await only_record(database, number)).id for number in range(4)]
    for number, times in enumerate([(30.0, 59.8), (60.3, 119.8), (120.3, 179.8), (180.3, 200.0)]):
        others = [seen("other", 65, 70, THERE)] if number == 1 else []
        await database.finish_analysis(ids[number], [seen(f"E{number}", *times), *others], model="m")
    await database.protect(camera_ids=[CAMERA], since=at(130), until=at(170), protected=True)
    assert await database.take_detections(at(100)) == 3
    (person,) = (await database.page_detections()).items
    assert (person.event_id, person.first_seen, person.last_seen) == ("E2", at(120.3), at(200))
    assert (await database.camera_totals())[CAMERA].detections == 1
    assert await database.take_detections(at(1000)) == 1
    (person,) = (await database.page_detections()).items
    assert person.event_id == "E2"
    assert (await database.camera_totals())[CAMERA].detections == 1
    assert await database.take_detections_of(CAMERA) == ["E2"]
    assert (await database.page_detections()).items == ()
    assert CAMERA not in await database.camera_totals() or (await database.camera_totals())[CAMERA].detections == 0


HOUR = 3600.0
DAY = 24 * HOUR


@pytest.mark.parametrize("came", [-59 * 60.0, -3 * HOUR, -3 * DAY])
async def test_who_was_seen_live_for_long_goes_on_in_the_recording(database: Database, came: float) -> None:
    """However long they stayed: the watch broke off, and the rest of the minute was analysed from the recording."""
    await database.add_coverage(CAMERA, at(came), at(30), model="m")
    await database.add_detection(CAMERA, live("L", came, 29.9, best=came + 5))
    await database.add_detection(OTHER, live("other camera", came, 29.9))
    await database.add_record(new_record(0))
    assert (await only_record(database)).has_person, "retention would take it for footage without persons"
    (record,) = await database.claim_analyses(1)
    assert await database.finish_analysis(record.id, [seen("F", 30.4, 50)], model="m") == {"F"}
    rows = {row.event_id: row for row in (await database.page_detections(camera_id=CAMERA)).items}
    assert rows.keys() == {"L"}
    assert rows["L"].last_seen == at(50)


@pytest.mark.parametrize(("came", "left"), [(-10.0, 20.0), (-3 * DAY, 20.0), (-3 * DAY, 3 * HOUR), (-HOUR, 12 * HOUR)])
async def test_a_recording_in_the_midst_of_a_long_stay_shows_somebody(
    database: Database, came: float, left: float
) -> None:
    await database.add_record(new_record(0))
    await database.add_detection(CAMERA, live("L", came, left))
    (record,) = await database.claim_analyses(1)
    await database.finish_analysis(record.id, [], model="m")
    assert (await only_record(database)).has_person
    assert [row.event_id for row in await database.persons_there(CAMERA, at(0), at(60), limit=5)] == ["L"]
    assert await database.persons_there(CAMERA, at(left), at(DAY), limit=5) == []
    assert await database.persons_there(OTHER, at(0), at(60), limit=5) == []


async def test_who_is_there_is_told_newest_first(database: Database) -> None:
    for number in range(4):
        await database.add_detection(CAMERA, live(f"L{number}", number, 100 + number))
    there = await database.persons_there(CAMERA, at(50), at(60), limit=3, with_ways=True)
    assert [row.event_id for row in there] == ["L3", "L2", "L1"]
    assert all(len(row.path) == 2 for row in there)
    assert not any(row.path for row in await database.persons_there(CAMERA, at(50), at(60), limit=3))


async def test_two_at_the_border_are_told_apart_by_their_places(database: Database) -> None:
    ids = {}
    for number in range(2):
        await database.add_record(new_record(number))
        ids[number] = (await only_record(database, number)).id
    await database.finish_analysis(ids[0], [seen("here", 30, 59.8), seen("there", 30, 59.8, THERE)], model="m")
    await database.finish_analysis(ids[1], [seen("x", 60.2, 80, THERE), seen("y", 60.2, 80)], model="m")
    continued = {}
    for event_id in ("x", "y"):
        row = await database.get_detection(event_id)
        assert row is not None
        continued[event_id] = row.continues
    assert continued == {"x": "there", "y": "here"}
