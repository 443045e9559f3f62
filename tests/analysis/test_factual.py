"""Factual captions say what the track says, in both languages."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from custom_components.mycamera.analysis.factual import describe
from custom_components.mycamera.worker.protocol import Appearance, Box, PathPoint


def appearance(*boxes: Box, start: float = 0.0, seconds: float = 8.0, track: int = 1) -> Appearance:
    """Return somebody who moves evenly through these boxes."""
    step = seconds / max(1, len(boxes) - 1)
    return Appearance(
        track=track,
        first_seen=start,
        last_seen=start + seconds,
        best_frame=0,
        best_time=start,
        best_box=boxes[0],
        confidence=0.7,
        sightings=len(boxes),
        path=tuple(PathPoint(time=start + i * step, box=box) for i, box in enumerate(boxes)),
        snapshot="picture",
    )


def at(middle: float, height: float = 0.4) -> Box:
    """Return an upright person's box in the middle of the height."""
    return (max(0.0, middle - 0.05), 0.5 - height / 2, min(1.0, middle + 0.05), 0.5 + height / 2)


@pytest.mark.parametrize(
    ("boxes", "en", "zh"),
    [
        ((at(0.1), at(0.5), at(0.9)), "A person walks from left to right, 8 s", "一人从左向右走过，8秒"),
        ((at(0.9), at(0.1)), "A person walks from right to left, 8 s", "一人从右向左走过，8秒"),
        ((at(0.1), at(0.5)), "A person walks from the left to the middle, 8 s", "一人从左侧走到中间，8秒"),
        ((at(0.05, 0.1), at(0.3, 0.1)), "A person walks to the right, on the left, 8 s", "一人在左侧向右走，8秒"),
        ((at(0.5), at(0.5)), "A person stays in the middle, 8 s", "一人在中间停留，8秒"),
        ((at(0.5, 0.2), at(0.5, 0.8)), "A person comes closer to the camera, 8 s", "一人走近镜头，8秒"),
        ((at(0.5, 0.8), at(0.5, 0.2)), "A person walks away from the camera, 8 s", "一人走远，8秒"),
        ((at(0.8), at(0.4), at(0.8)), "A person walks back and forth on the right, 8 s", "一人在右侧来回走动，8秒"),
    ],
)
def test_says_from_where_to_where(boxes: tuple[Box, ...], en: str, zh: str) -> None:
    caption = describe(appearance(*boxes))
    assert (caption.en, caption.zh) == (en, zh)


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [(0.1, "1 s", "1秒"), (59.4, "59 s", "59秒"), (120, "2 min", "2分钟"), (65, "1 min 5 s", "1分5秒")],
)
def test_says_how_long(seconds: float, en: str, zh: str) -> None:
    caption = describe(appearance(at(0.5), at(0.5), seconds=seconds))
    assert caption.en.endswith(f", {en}")
    assert caption.zh.endswith(f"，{zh}")


def test_counts_only_those_present_at_the_same_moment() -> None:
    me = appearance(at(0.5), at(0.5), start=10, seconds=10, track=1)
    early = appearance(at(0.1), at(0.1), start=5, seconds=7, track=2)
    late = appearance(at(0.9), at(0.9), start=18, seconds=7, track=3)
    gone = appearance(at(0.9), at(0.9), start=0, seconds=2, track=4)
    everybody = [me, early, late, gone]
    assert describe(me, everybody).en == "A person stays in the middle, with 1 other, 10 s"
    whole = appearance(at(0.2), at(0.2), start=0, seconds=60, track=5)
    caption = describe(me, [*everybody, whole])
    assert caption.en == "A person stays in the middle, with 2 others, 10 s"
    assert caption.zh == "一人在中间停留，同时另有2人，10秒"


boxes_strategy = st.builds(
    lambda left, top, width, height: (left, top, min(1.0, left + width), min(1.0, top + height)),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 1),
)


def mirrored(box: Box) -> Box:
    return (1 - box[2], box[1], 1 - box[0], box[3])


@given(st.lists(boxes_strategy, min_size=1, max_size=20), st.floats(0, 100_000))
def test_always_one_sentence_in_each_language(boxes: list[Box], seconds: float) -> None:
    caption = describe(appearance(*boxes, seconds=seconds))
    assert re.fullmatch(r"A person [a-z ,]+, (\d+ min)?( ?\d+ s)?", caption.en)
    assert caption.zh.startswith("一人")
    assert len(caption.en) < 120


@given(st.floats(0.06, 0.94), st.floats(0.06, 0.94))
def test_a_mirrored_walk_gives_the_mirrored_sentence(start: float, end: float) -> None:
    assume(all(abs(middle - third) > 1e-6 for middle in (start, end) for third in (1 / 3, 2 / 3)))
    assume(abs(abs(end - start) - 0.14) > 1e-6)  # rounding may decide either way just at the threshold
    swap = {"left": "right", "right": "left"}
    plain = describe(appearance(at(start), at(end))).en
    mirror = describe(appearance(mirrored(at(start)), mirrored(at(end)))).en
    assert re.sub("left|right", lambda match: swap[match.group()], plain) == mirror
