"""Who comes into sight after an interruption and is who was there before; above all: who is not."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custom_components.mycamera.analysis.live.returning import continued, of_row, unlike_returning
from custom_components.mycamera.database import Box, DetectionRow, NewDetection
from custom_components.mycamera.database import PathPoint as RowPoint
from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.values import MAX_PATH_POINTS
from custom_components.mycamera.worker.tracking.identity import (
    ALIKE_PER_SECOND,
    CUT_HEIGHT,
    NEAR,
    NEAR_PER_SECOND,
    PATIENCE,
)

from ...strangers import BLACK, HERE, PICTURES, RED, SIMILAR, STRANGERS, TALL, Stranger, standing, wearing

LEFT = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
CLEAR_TIME = 10.0


def before(
    box: tuple[float, float, float, float] = HERE, *, came_from: float = 0.0, clothes: bytes = RED
) -> NewDetection:
    """Return who was seen until LEFT; `came_from` is how far to the right they were four seconds earlier."""
    start = Box(box[0] + came_from, box[1], box[2] + came_from, box[3])
    return NewDetection(
        event_id="before",
        first_seen=LEFT - timedelta(seconds=4),
        last_seen=LEFT,
        confidence=0.7,
        box=start,
        path=tuple(
            RowPoint(n / 2, Box(*(a + (b - a) * n / 8 for a, b in zip(start, box, strict=True)))) for n in range(9)
        ),
        image_path="",
        model="m",
        clothes=clothes,
    )


def after(box: tuple[float, float, float, float], *, clothes: bytes = RED, aspect: float = 16 / 9) -> LiveAppearance:
    """Return somebody who comes into sight."""
    return LiveAppearance(
        id="after",
        camera="c1",
        phase="began",
        first_seen=0,
        last_seen=0,
        best_time=0,
        best_box=box,
        confidence=0.7,
        sightings=3,
        path=(PathPoint(time=0.0, box=box),),
        clothes=clothes,
        aspect=aspect,
        model="m",
    )


def likeness(one: NewDetection, other: LiveAppearance, gap: float) -> float | None:
    return unlike_returning(one, other, LEFT + timedelta(seconds=gap), CLEAR_TIME)


@pytest.mark.parametrize("stranger", STRANGERS.values(), ids=STRANGERS.keys())
@pytest.mark.parametrize("aspect", PICTURES.values(), ids=PICTURES.keys())
@pytest.mark.parametrize("gap", [-0.5, 0.1, 1.0, 5.0, CLEAR_TIME])
def test_a_stranger_is_somebody_else(gap: float, aspect: float, stranger: Stranger) -> None:
    assert likeness(before(), after(stranger.box, clothes=stranger.clothes, aspect=aspect), gap) is None
    assert likeness(before(), after(HERE, aspect=aspect), gap) is not None, "who is still there is the same"


@pytest.mark.parametrize("aspect", PICTURES.values(), ids=PICTURES.keys())
@pytest.mark.parametrize("gap", [0.1, 1.0, CLEAR_TIME])
@pytest.mark.parametrize(
    ("clothes", "per_second"), [(RED, ALIKE_PER_SECOND), (SIMILAR, NEAR_PER_SECOND), (b"", NEAR_PER_SECOND)]
)
def test_a_height_is_as_long_across_as_down(clothes: bytes, per_second: float, gap: float, aspect: float) -> None:
    tall = 0.1
    limit = (NEAR + per_second * min(gap, PATIENCE)) * tall
    lost = before(standing(0.2, tall, 0.3))
    for across, down in ((limit / aspect, 0.0), (0.0, limit)):
        near, far = (standing(0.2 + across * part, tall, 0.3 + down * part) for part in (0.98, 1.02))
        assert likeness(lost, after(near, clothes=clothes, aspect=aspect), gap) is not None
        assert likeness(lost, after(far, clothes=clothes, aspect=aspect), gap) is None


def test_who_was_away_for_too_long_is_somebody_new() -> None:
    assert likeness(before(), after(HERE), CLEAR_TIME) is not None
    assert likeness(before(), after(HERE), CLEAR_TIME + 0.01) is None


@pytest.mark.parametrize("gap", [1.0, 2.0, 3.0, 4.0])
def test_who_left_at_the_border_is_not_who_enters_there_in_other_clothes(gap: float) -> None:
    leaving = before(standing(0.02), came_from=0.3)
    for clothes in (BLACK, SIMILAR, b""):
        assert likeness(leaving, after(standing(0.02), clothes=clothes), gap) is None
    assert likeness(leaving, after(standing(0.02)), gap) is not None, "nothing but looks tells that it is the same"


def test_without_a_path_the_place_of_the_picture_counts() -> None:
    lost = replace(before(HERE), path=(), box=Box(*standing(0.9)))
    assert likeness(lost, after(standing(0.9)), 1.0) is not None
    assert likeness(lost, after(HERE), 1.0) is None


@settings(deadline=None)
@given(
    gap=st.floats(0.001, 15),
    across=st.floats(-0.06, 0.8),
    down=st.floats(-0.3, 0.3),
    ratio=st.floats(0.3, 3.0),
    aspect=st.floats(0.4, 3.0),
    colour=st.floats(0, 1),
)
def test_nobody_beyond_the_limits_returns(
    gap: float, across: float, down: float, ratio: float, aspect: float, colour: float
) -> None:
    tall = TALL * ratio
    box = tuple(min(1.0, max(0.0, edge)) for edge in standing(0.07 + across, tall, 0.5 + down))
    back = after((box[0], box[1], box[2], box[3]), clothes=wearing(colour), aspect=aspect)
    if likeness(before(), back, gap) is None:
        return
    middle = (box[0] + box[2]) / 2 - 0.07, (box[1] + box[3]) / 2 - 0.5
    heights = ((middle[0] * aspect) ** 2 + middle[1] ** 2) ** 0.5 / max(TALL, box[3] - box[1])
    assert gap <= CLEAR_TIME
    assert heights <= NEAR + ALIKE_PER_SECOND * PATIENCE + 1e-6
    assert max(TALL, box[3] - box[1]) <= CUT_HEIGHT * min(TALL, box[3] - box[1]) + 1e-6
    assert colour > 0.76, "the clothes are the others'"


def walked(points: int) -> NewDetection:
    """Return somebody with so many points of a way, one each second."""
    return replace(before(), path=tuple(RowPoint(float(n), Box(*standing(n / 1000))) for n in range(points)))


def test_a_way_goes_on_as_much_later_as_it_began_again() -> None:
    further = tuple(RowPoint(n / 2, Box(*standing(0.5 + n / 100))) for n in range(3))
    whole = continued(walked(4), further, 7.25)
    assert [point.time for point in whole] == [0.0, 1.0, 2.0, 3.0, 7.25, 7.75, 8.25]
    assert [point.box for point in whole] == [*(point.box for point in walked(4).path), *(p.box for p in further)]


@pytest.mark.parametrize("too_many", [0, 1, 2, 200])
def test_a_long_way_keeps_its_ends_and_is_thinned_evenly(too_many: int) -> None:
    last = RowPoint(0.0, Box(*standing(0.9)))
    points = MAX_PATH_POINTS - 1 + too_many
    whole = continued(walked(points), (last,), float(points))
    assert len(whole) == MAX_PATH_POINTS
    assert (whole[0], whole[-1]) == (walked(1).path[0], RowPoint(float(points), last.box))
    steps = {later.time - earlier.time for earlier, later in pairwise(whole)}
    step = points / (MAX_PATH_POINTS - 1)
    assert steps <= {float(int(step)), float(int(step) + 1)}, "no point twice, and none far from the next"


def test_whoever_is_recalled_is_all_that_the_row_tells() -> None:
    row = DetectionRow(
        id=7,
        record_log_id=8,
        camera_id="c1",
        caption_attempts=0,
        caption_error=None,
        caption_model=None,
        caption_seconds=None,
        captioned_at=None,
        event_id="E1",
        frame_number=3,
        first_seen=LEFT - timedelta(seconds=4),
        last_seen=LEFT,
        confidence=0.625,
        box=Box(0.1, 0.2, 0.3, 0.9),
        path=(RowPoint(0.0, Box(0.0, 0.2, 0.2, 0.9)),),
        image_path="E1.jpg",
        thumbnail_path="E1.thumb.jpg",
        model="m",
        best_time=LEFT - timedelta(seconds=2),
        zones=("path", "door"),
        clothes=RED,
    )
    known = of_row(row)
    captioning = {"caption", "caption_zh", "caption_source", "caption_status", "caption_next_try"}
    for field in fields(NewDetection):
        if field.name not in captioning:
            assert getattr(known, field.name) == getattr(row, field.name), field.name
