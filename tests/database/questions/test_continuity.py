"""Whose row goes on as whose: in the next recording, and live beside recorded; above all: whose does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custom_components.mycamera.database import MANUAL, Box, Database, DatabaseConfig, NewDetection, PathPoint
from custom_components.mycamera.database.questions.continuity import (
    APART,
    OVERLAP,
    StoredAppearance,
    pairs,
    unlike_going_on,
)
from custom_components.mycamera.worker.tracking.identity import (
    ALIKE_PER_SECOND,
    CUT_HEIGHT,
    NEAR,
    NEAR_PER_SECOND,
    Course,
    unpacked,
)

from ...strangers import BLACK, HERE, PICTURES, RED, SIMILAR, STRANGERS, TALL, Stranger, standing, wearing
from ..conftest import OpenDatabase
from ..rows import CAMERA, OTHER, START, minute, new_detection, new_record

type Place = tuple[float, float, float, float]


def track(
    name: str, points: Sequence[tuple[float, Place]], clothes: bytes = RED, *, live: bool = False, record: int = 1
) -> StoredAppearance:
    """Return somebody's row; moments in seconds."""
    first, last = (START + timedelta(seconds=points[n][0]) for n in (0, -1))
    zero = START.timestamp()
    course = Course([(zero + time, place) for time, place in points], unpacked(clothes))
    return StoredAppearance(name, record, live, first, last, course, None)


def standing_until(end: float, box: Place = HERE, clothes: bytes = RED, *, live: bool = False) -> StoredAppearance:
    return track("before", [(end - 4 + n / 2, box) for n in range(9)], clothes, live=live)


def standing_from(start: float, box: Place, clothes: bytes = RED, *, live: bool = False) -> StoredAppearance:
    return track("after", [(start + n / 2, box) for n in range(9)], clothes, live=live, record=2)


def test_who_stands_before_a_camera_whose_connection_breaks_is_one() -> None:
    """As it was with a real one: the last look 0.2 s before it broke, and the first picture after 1.3 s."""
    before = standing_until(42.273, live=True)
    assert unlike_going_on(before, standing_from(43.780, HERE), 16 / 9) is not None
    assert unlike_going_on(before, standing_from(43.780, HERE, BLACK), 16 / 9) is None
    assert unlike_going_on(before, standing_from(44.4, HERE), 16 / 9) is None


@pytest.mark.parametrize("stranger", STRANGERS.values(), ids=STRANGERS.keys())
@pytest.mark.parametrize("aspect", PICTURES.values(), ids=PICTURES.keys())
@pytest.mark.parametrize("gap", [-OVERLAP.total_seconds(), 0.0, 0.4, APART.total_seconds() - 0.01, 10.0])
def test_a_stranger_is_somebody_else(gap: float, aspect: float, stranger: Stranger) -> None:
    before = standing_until(60.0)
    assert unlike_going_on(before, standing_from(60.0 + gap, stranger.box, stranger.clothes), aspect) is None
    same = unlike_going_on(before, standing_from(60.0 + gap, HERE), aspect)
    assert (same is not None) == (gap < APART.total_seconds())


@pytest.mark.parametrize("stranger", STRANGERS.values(), ids=STRANGERS.keys())
@pytest.mark.parametrize("aspect", PICTURES.values(), ids=PICTURES.keys())
def test_a_stranger_at_the_same_time_is_somebody_else(aspect: float, stranger: Stranger) -> None:
    live = standing_until(60.0, live=True)
    assert unlike_going_on(live, standing_from(57.0, stranger.box, stranger.clothes), aspect) is None
    assert unlike_going_on(live, standing_from(57.0, HERE), aspect) is not None
    assert unlike_going_on(live, standing_from(57.0, HERE, live=True), aspect) is None, "its own tracker saw two"


@pytest.mark.parametrize("aspect", PICTURES.values(), ids=PICTURES.keys())
@pytest.mark.parametrize(
    ("clothes", "per_second"), [(RED, ALIKE_PER_SECOND), (SIMILAR, NEAR_PER_SECOND), (b"", NEAR_PER_SECOND)]
)
def test_a_height_is_as_long_across_as_down(clothes: bytes, per_second: float, aspect: float) -> None:
    tall, gap = 0.1, 0.5
    before = standing_until(60.0, standing(0.2, tall, 0.3))
    limit = (NEAR + per_second * gap) * tall
    for across, down in ((limit / aspect, 0.0), (0.0, limit)):
        near, far = (standing(0.2 + across * part, tall, 0.3 + down * part) for part in (0.98, 1.02))
        assert unlike_going_on(before, standing_from(60.0 + gap, near, clothes), aspect) is not None
        assert unlike_going_on(before, standing_from(60.0 + gap, far, clothes), aspect) is None


@pytest.mark.parametrize("gap", [0.8, 1.2, 1.49])
def test_who_left_at_the_border_is_not_who_enters_there_in_other_clothes(gap: float) -> None:
    leaving = track("before", [(58 + n / 4, standing(0.02 + (8 - n) * 0.04)) for n in range(9)])
    for clothes in (BLACK, SIMILAR, b""):
        assert unlike_going_on(leaving, standing_from(60 + gap, standing(0.02), clothes), 16 / 9) is None
    assert unlike_going_on(leaving, standing_from(60 + gap, standing(0.02)), 16 / 9) is not None


def test_two_who_pass_one_another_are_two() -> None:
    """Live and recorded are compared over all of their time, not where they happen to meet."""
    right = track("live", [(50 + n / 2, standing(0.2 + n * 0.06)) for n in range(11)], live=True)
    left = track("recorded", [(50 + n / 2, standing(0.8 - n * 0.06)) for n in range(11)], SIMILAR)
    again = track("again", [(50.1 + n / 2, standing(0.212 + n * 0.06)) for n in range(11)], SIMILAR)
    assert unlike_going_on(right, left, 16 / 9) is None
    assert unlike_going_on(right, again, 16 / 9) is not None


def test_the_most_alike_are_paired_first() -> None:
    earlier = [track("red", [(56.0, HERE), (60.0, HERE)], RED), track("black", [(56.0, HERE), (60.0, HERE)], BLACK)]
    later = [
        track("x", [(60.4, HERE), (62.0, HERE)], BLACK, record=2),
        track("y", [(60.4, HERE), (62.0, HERE)], RED, record=2),
    ]
    found = {(a.event_id, b.event_id) for a, b in pairs(earlier, later, 16 / 9)}
    assert found == {("red", "y"), ("black", "x")}


@settings(deadline=None)
@given(
    gap=st.floats(-1, 5),
    across=st.floats(-0.06, 0.8),
    down=st.floats(-0.3, 0.3),
    ratio=st.floats(0.3, 3.0),
    aspect=st.floats(0.4, 3.0),
    colour=st.floats(0, 1),
)
def test_nobody_beyond_the_limits_goes_on(
    gap: float, across: float, down: float, ratio: float, aspect: float, colour: float
) -> None:
    tall = TALL * ratio
    box = standing(0.07 + across, tall, 0.5 + down)
    if unlike_going_on(standing_until(60.0), standing_from(60.0 + gap, box, wearing(colour)), aspect) is None:
        return
    heights = ((across * aspect) ** 2 + down**2) ** 0.5 / max(TALL, tall)
    assert -OVERLAP.total_seconds() - 1e-6 <= gap <= APART.total_seconds() + 1e-6
    assert heights <= NEAR + ALIKE_PER_SECOND * max(gap, 0.001) + 1e-6
    assert max(ratio, 1 / ratio) <= CUT_HEIGHT + 1e-6
    assert colour > 0.76, "the clothes are the others'"


def test_nobody_goes_on_as_two_and_nobody_is_gone_on_as_by_two() -> None:
    """Three in one place, and one; the nearest gets it, also where others were paired meanwhile."""
    places = [standing(0.07 + n * 0.005) for n in range(3)]
    three = [track(f"a{n}", [(56.0, place), (60.0, place)]) for n, place in enumerate(places)]
    one = track("b", [(60.4, places[1]), (62.0, places[1])], record=2)
    assert [(a.event_id, b.event_id) for a, b in pairs(three, [one], 16 / 9)] == [("a1", "b")]
    later = [track(f"b{n}", [(60.4, place), (62.0, place)], record=2) for n, place in enumerate(places)]
    assert [(a.event_id, b.event_id) for a, b in pairs([three[2]], later, 16 / 9)] == [("a2", "b2")]
    found = pairs(three, later, 16 / 9)
    assert {(a.event_id, b.event_id) for a, b in found} == {("a0", "b0"), ("a1", "b1"), ("a2", "b2")}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ((False, 1), (False, 1), False),  # two in one recording: its own tracker saw two
        ((False, 1), (False, 2), True),
        ((True, 1), (True, 1), False),  # two in one watch
        ((True, 1), (True, 2), False),
        ((True, 1), (False, 1), True),
        ((False, 1), (True, 1), True),
    ],
)
def test_who_was_told_apart_by_one_tracker_is_two(
    before: tuple[bool, int], after: tuple[bool, int], joined: bool
) -> None:
    first = track("a", [(56.0, HERE), (60.0, HERE)], live=before[0], record=before[1])
    second = track("b", [(60.4, HERE), (62.0, HERE)], live=after[0], record=after[1])
    assert bool(pairs([first], [second], 16 / 9)) is joined
    assert pairs([first], [replace(second, event_id="a")], 16 / 9) == [], "nobody goes on as themselves"


def test_who_is_recorded_at_the_end_of_whom_is_live_overlaps_by_half_a_second_or_is_compared_over_all_of_it() -> None:
    """Two recordings that overlap by more than half a second show two."""
    before = standing_until(60.0)
    assert unlike_going_on(before, standing_from(59.5, HERE), 16 / 9) is not None
    assert unlike_going_on(before, standing_from(59.49, HERE), 16 / 9) is None
    assert unlike_going_on(replace(before, live=True), standing_from(59.49, HERE), 16 / 9) is not None


@pytest.mark.parametrize(("width", "joined"), [(1280, True), (4608, False), (None, True)])
async def test_rows_are_compared_in_the_proportions_of_their_recording(
    config: DatabaseConfig, open_database: OpenDatabase, width: int | None, joined: bool
) -> None:
    database = open_database(config)
    await database.open()
    ids = []
    for number in range(2):
        size: dict[str, Any] = {"width": width, "height": None if width is None else 720 if width == 1280 else 1728}
        await database.add_record(new_record(number, **size))
        record = await database.record_covering(CAMERA, minute(number))
        assert record is not None
        ids.append(record.id)
    await _finish(database, ids[0], "E0", 30, 59.9, 0.2)
    await _finish(database, ids[1], "E1", 60.1, 80, 0.28)
    row = await database.get_detection("E1")
    assert row is not None
    assert row.continues == ("E0" if joined else None)
    assert row.clothes == SIMILAR


async def _finish(database: Database, record_id: int, event_id: str, first: float, last: float, x: float) -> None:
    box = Box(*standing(x))
    moments: dict[str, Any] = {
        "first_seen": START + timedelta(seconds=first),
        "last_seen": START + timedelta(seconds=last),
    }
    path = (PathPoint(0.0, box), PathPoint(last - first, box))
    found = new_detection(event_id, box=box, path=path, clothes=SIMILAR, **moments)
    await database.finish_analysis(record_id, [found], model="m")


# --- rows of the database ---------------------------------------------------------------------------------------------


@pytest.fixture
async def two_records(config: DatabaseConfig, open_database: OpenDatabase) -> tuple[Database, int, int]:
    """A database with the recordings of two minutes that follow each other, and their ids."""
    database = open_database(config)
    await database.open()
    ids = []
    for number in range(2):
        await database.add_record(new_record(number))
        record = await database.record_covering(CAMERA, minute(number))
        assert record is not None
        ids.append(record.id)
    return database, ids[0], ids[1]


def somebody(event_id: str, first: float, last: float, *, x: float = 0.3, **changes: Any) -> NewDetection:
    """Return who stood at a place; moments in seconds since the first recording began."""
    box = Box(*standing(x))
    values: dict[str, Any] = {
        "first_seen": START + timedelta(seconds=first),
        "last_seen": START + timedelta(seconds=last),
        "box": box,
        "path": (PathPoint(0.0, box), PathPoint(last - first, box)),
        "clothes": RED,
    }
    return new_detection(event_id, **(values | changes))


async def continues(database: Database, event_id: str) -> str | None:
    row = await database.get_detection(event_id)
    assert row is not None
    return row.continues


@pytest.mark.parametrize(("x", "joined"), [(0.3, True), (0.8, False)])
async def test_a_row_without_a_way_stood_in_its_box_all_the_time(
    two_records: tuple[Database, int, int], x: float, joined: bool
) -> None:
    database, first, second = two_records
    await database.finish_analysis(first, [somebody("E0", 30, 59.9, path=())], model="m")
    await database.finish_analysis(second, [somebody("E1", 60.3, 80, x=x, path=())], model="m")
    assert await continues(database, "E1") == ("E0" if joined else None)


async def test_whatever_a_way_counts_from_it_begins_at_the_first_sighting(
    two_records: tuple[Database, int, int],
) -> None:
    """Of some it counts from the beginning of the recording."""
    database, first, second = two_records
    there, gone = Box(*standing(0.3)), Box(*standing(0.8))
    path = (PathPoint(30.0, gone), PathPoint(59.9, there))
    await database.finish_analysis(first, [somebody("E0", 30, 59.9, path=path)], model="m")
    path = (PathPoint(0.3, there), PathPoint(20.0, gone))
    await database.finish_analysis(second, [somebody("E1", 60.3, 80, path=path)], model="m")
    assert await continues(database, "E1") == "E0"


@pytest.mark.parametrize(("gap", "joined"), [(1.9, True), (2.1, False)])
@pytest.mark.parametrize("backwards", [False, True])
async def test_rows_are_joined_over_two_seconds_whichever_came_first(
    two_records: tuple[Database, int, int], gap: float, joined: bool, backwards: bool
) -> None:
    database, first, second = two_records
    steps = [(first, somebody("E0", 30, 59.5)), (second, somebody("E1", 59.5 + gap, 80))]
    for record, found in reversed(steps) if backwards else steps:
        await database.finish_analysis(record, [found], model="m")
    assert await continues(database, "E1") == ("E0" if joined else None)
    assert await continues(database, "E0") is None
    row = await database.get_detection("E0")
    assert row is not None
    assert row.last_seen == START + timedelta(seconds=80 if joined else 59.5)


@pytest.mark.parametrize(
    "order", [("first", "live", "second"), ("live", "first", "second"), ("live", "second", "first")], ids="-".join
)
@pytest.mark.parametrize("x", [0.3, 0.31], ids=["as before", "as live"])
async def test_who_is_seen_live_only_after_the_end_of_a_recording_is_one_with_who_was_in_it(
    two_records: tuple[Database, int, int], order: tuple[str, ...], x: float
) -> None:
    """As where the watch had begun too late: only the second recording shows that both are one."""
    database, first, second = two_records
    live = somebody("live", 69, 80, x=0.31, best_time=START + timedelta(seconds=70))
    for what in order:
        if what == "live":
            await database.add_detection(CAMERA, live)
        elif what == "first":
            await database.finish_analysis(first, [somebody("E0", 30, 59.9)], model="m")
        else:
            await database.finish_analysis(second, [somebody("E1", 60.1, 80, x=x)], model="m")
    for _again in range(2):
        (whole,) = (await database.page_detections()).items
        assert (whole.event_id, whole.last_seen) == ("E0", START + timedelta(seconds=80))
        assert [await continues(database, part) for part in ("E1", "live")] == ["E0", "E0"]
        assert [day.detections for day in (await database.calendar(CAMERA, persons=True)).days] == [1]
        await database.finish_analysis(second, [somebody("E1", 60.1, 80, x=x)], model="m")


async def test_who_was_seen_at_another_camera_or_marked_by_a_user_goes_on_as_nobody(
    two_records: tuple[Database, int, int],
) -> None:
    database, first, second = two_records
    await database.add_record(new_record(0, OTHER))
    elsewhere = await database.record_covering(OTHER, minute(0))
    assert elsewhere is not None
    await database.finish_analysis(elsewhere.id, [somebody("other", 30, 59.9)], model="m")
    await database.finish_analysis(first, [somebody("mark", 30, 59.9, model=MANUAL)], model="m")
    await database.finish_analysis(second, [somebody("E1", 60.3, 80)], model="m")
    assert await continues(database, "E1") is None


async def test_a_part_that_has_parts_names_the_first_of_all(two_records: tuple[Database, int, int]) -> None:
    """Analysed out of order: the middle comes last, and its caption is asked for no more."""
    database, first, second = two_records
    await database.add_record(new_record(2))
    third = await database.record_covering(CAMERA, minute(2))
    assert third is not None
    await database.finish_analysis(third.id, [somebody("E2", 120.3, 130)], model="m")
    await database.finish_analysis(first, [somebody("E0", 30, 59.9)], model="m")
    joined = await database.finish_analysis(
        second, [somebody("E1", 60.3, 119.9), somebody("new", 70, 80, x=0.8)], model="m"
    )
    assert joined == {"E1"}
    assert [await continues(database, name) for name in ("E0", "E1", "E2", "new")] == [None, "E0", "E0", None]
    listed = {row.event_id: row for row in (await database.page_detections()).items}
    assert listed.keys() == {"E0", "new"}
    assert listed["E0"].last_seen == START + timedelta(seconds=130)
    waiting = {row.event_id for row in await database.claim_captions(9, now=START + timedelta(days=1))}
    assert waiting == {"E0", "new"}
    assert await database.requeue_captions(force=True) == [], "those two are being described"
    assert await database.requeue_captions(force=True, event_ids=["E1"]) == ["E1"], "who names a part means it"
    assert [day.detections for day in (await database.calendar(CAMERA, persons=True)).days] == [2]
    # Without the first the other two are still one.
    await database.finish_analysis(first, [], model="m")
    assert [await continues(database, name) for name in ("E1", "E2")] == [None, "E1"]
    assert {row.event_id for row in (await database.page_detections()).items} == {"E1", "new"}
    assert [day.detections for day in (await database.calendar(CAMERA, persons=True)).days] == [2]


@pytest.mark.parametrize("described", [False, True])
async def test_a_part_is_described_no_more_unless_it_was_asked_for(
    two_records: tuple[Database, int, int], described: bool
) -> None:
    database, first, second = two_records
    await database.finish_analysis(second, [somebody("E1", 60.3, 80)], model="m")
    if described:
        await database.claim_captions(1)
        await database.set_caption("E1", caption="a man", caption_zh="一个男人", model="blip2", seconds=1.0)
        assert await database.requeue_captions(force=True, event_ids=["E1"]) == ["E1"]
    await database.finish_analysis(first, [somebody("E0", 30, 59.9)], model="m")
    assert await continues(database, "E1") == "E0"
    waiting = {row.event_id for row in await database.claim_captions(9)}
    assert waiting == ({"E0", "E1"} if described else {"E0"})
