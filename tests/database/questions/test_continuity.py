"""Whose row goes on as whose: in the next recording, and live beside recorded; above all: whose does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custom_components.mycamera.database import Box, Database, DatabaseConfig, PathPoint
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
from ..rows import CAMERA, START, minute, new_detection, new_record

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
