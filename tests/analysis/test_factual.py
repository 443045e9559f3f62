"""Factual captions say what the track says, in both languages."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from custom_components.mycamera.analysis.factual import describe
from custom_components.mycamera.worker.protocol.appearance import PathPoint, RecordedAppearance
from custom_components.mycamera.worker.protocol.values import Box


def appearance(*boxes: Box, start: float = 0.0, seconds: float = 8.0, track: int = 1) -> RecordedAppearance:
    """Return somebody who moves evenly through these boxes."""
    step = seconds / max(1, len(boxes) - 1)
    return RecordedAppearance(
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
        ((at(0.1), at(0.5), at(0.9)), "A person walks from left to right, 8 s", "人员从左向右走过，历时8秒"),
        ((at(0.9), at(0.1)), "A person walks from right to left, 8 s", "人员从右向左走过，历时8秒"),
        ((at(0.1), at(0.5)), "A person walks from the left to the middle, 8 s", "人员从左侧走到中间，历时8秒"),
        (
            (at(0.05, 0.1), at(0.3, 0.1)),
            "A person walks right, on the left side, 8 s",
            "人员在左侧向右走，历时8秒",
        ),
        ((at(0.5), at(0.5)), "A person stays in the middle for 8 s", "人员在中间停留8秒"),
        ((at(0.5, 0.2), at(0.5, 0.8)), "A person comes closer to the camera, 8 s", "人员走近镜头，历时8秒"),
        ((at(0.5, 0.8), at(0.5, 0.2)), "A person walks away from the camera, 8 s", "人员走远，历时8秒"),
        (
            (at(0.72), at(0.95), at(0.72)),
            "A person walks back and forth on the right, 8 s",
            "人员在右侧来回走动，历时8秒",
        ),
        ((at(0.8), at(0.4), at(0.8)), "A person walks to the middle and back, 8 s", "人员走到中间后返回，历时8秒"),
        ((at(0.3), at(0.6), at(0.2), at(0.4)), "A person walks back and forth, 8 s", "人员来回走动，历时8秒"),
        # From one third into the next, but hardly.
        ((at(0.28), at(0.43)), "A person walks right, 8 s", "人员向右走，历时8秒"),
    ],
)
def test_says_from_where_to_where(boxes: tuple[Box, ...], en: str, zh: str) -> None:
    caption = describe(appearance(*boxes))
    assert (caption.en, caption.zh) == (en, zh)


@pytest.mark.parametrize(
    ("places", "en", "zh"),
    [
        # A minute at one place, then away within eight seconds: no walk of 68 s.
        (
            [*[0.2] * 16, 0.55, 0.9],
            "A person stays on the left, then walks to the right, 1 min 8 s",
            "人员在左侧停留，然后走到右侧，历时1分8秒",
        ),
        (
            [0.1, 0.3, *[0.5] * 16],
            "A person walks from the left to the middle and stays there, 1 min 8 s",
            "人员从左侧走到中间后停留，历时1分8秒",
        ),
        (
            [0.1, *[0.5] * 16, 0.9],
            "A person walks from left to right, with a stop in the middle, 1 min 8 s",
            "人员从左向右走过，途中在中间停留，历时1分8秒",
        ),
    ],
)
def test_standing_and_walking_are_told_apart(places: list[float], en: str, zh: str) -> None:
    caption = describe(appearance(*map(at, places), seconds=4.0 * (len(places) - 1)))
    assert (caption.en, caption.zh) == (en, zh)


def standing(feet: float, height: float = 0.3) -> Box:
    """Return an upright person's box in the middle of the picture, by where the feet are."""
    return (0.45, feet - height, 0.55, feet)


@pytest.mark.parametrize(
    ("boxes", "en", "zh"),
    [
        # From a high camera somebody is hardly taller when they are nearer, but lower in the picture.
        ([standing(0.5), standing(0.7), standing(0.9)], "comes closer to the camera", "走近镜头"),
        ([standing(0.9), standing(0.7), standing(0.5)], "walks away from the camera", "走远"),
        ([standing(0.5), standing(0.8), standing(0.5)], "walks about in the middle", "在中间走动"),
        # Further down, and smaller: what became of the distance is not known.
        ([standing(0.5, 0.3), standing(0.9, 0.2)], "walks about in the middle", "在中间走动"),
        (
            [*[standing(0.5)] * 16, standing(0.7), standing(0.9)],
            "stays in the middle, then comes closer to the camera",
            "在中间停留，然后走近镜头",
        ),
        (
            [standing(0.5), standing(0.7), *[standing(0.9)] * 16],
            "comes closer to the camera and stays there",
            "走近镜头后停留",
        ),
        (
            [standing(0.5), *[standing(0.7)] * 16, standing(0.9)],
            "comes closer to the camera, with a stop",
            "走近镜头，途中停留",
        ),
    ],
)
def test_towards_the_camera_and_away_from_it(boxes: list[Box], en: str, zh: str) -> None:
    seconds = 4 * (len(boxes) - 1)
    caption = describe(appearance(*boxes, seconds=seconds))
    assert caption.en.startswith(f"A person {en}, ")
    assert caption.zh.startswith(f"人员{zh}，历时")


def test_whoever_walks_towards_the_camera_does_not_stand_meanwhile() -> None:
    boxes: list[Box] = [(0.1, 0.2, 0.2, 0.5), (0.1, 0.35, 0.2, 0.65), (0.1, 0.5, 0.2, 0.8), (0.8, 0.5, 0.9, 0.8)]
    caption = describe(appearance(*boxes, seconds=12))
    assert caption.en == "A person walks from left to right, 12 s"


def test_who_comes_and_goes_on_the_same_side_has_not_come_from_elsewhere() -> None:
    caption = describe(appearance(at(0.05), at(0.3), at(0.36), at(0.3), at(0.05)))
    assert caption.en == "A person walks back and forth on the left, 8 s"


def test_a_box_that_is_cut_off_does_not_come_closer() -> None:
    """Somebody who steps into the picture from below, or out of it."""
    head: Box = (0.45, 0.85, 0.55, 1.0)
    caption = describe(appearance(head, (0.45, 0.4, 0.55, 0.95)))
    assert caption.en == "A person stays in the middle for 8 s"


@pytest.mark.parametrize(
    ("place", "en", "zh"),
    [
        (0.1, "A person appeared on the left", "左侧有人出现"),
        (0.5, "A person appeared in the middle", "中间有人出现"),
        (0.9, "A person appeared on the right", "右侧有人出现"),
    ],
)
def test_of_somebody_who_is_there_only_that_is_said(place: float, en: str, zh: str) -> None:
    caption = describe(appearance(at(place), at(0.5), at(0.9), seconds=120), there=True)
    assert (caption.en, caption.zh) == (en, zh)
    left = describe(appearance(at(place), at(place), seconds=1.2))
    assert (left.en, left.zh) == (f"{en}, 1 s", f"{zh}，历时1秒")


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [(0.1, "1 s", "1秒"), (59.4, "59 s", "59秒"), (120, "2 min", "2分钟"), (65, "1 min 5 s", "1分5秒")],
)
def test_says_how_long(seconds: float, en: str, zh: str) -> None:
    caption = describe(appearance(at(0.1), at(0.9), seconds=seconds))
    assert caption.en.endswith(f", {en}")
    assert caption.zh.endswith(f"，历时{zh}")


def test_counts_only_those_present_at_the_same_moment() -> None:
    me = appearance(at(0.5), at(0.5), start=10, seconds=10, track=1)
    early = appearance(at(0.1), at(0.1), start=5, seconds=7, track=2)
    late = appearance(at(0.9), at(0.9), start=18, seconds=7, track=3)
    gone = appearance(at(0.9), at(0.9), start=0, seconds=2, track=4)
    everybody = [me, early, late, gone]
    assert describe(me, everybody).en == "A person stays in the middle for 10 s, with 1 other"
    whole = appearance(at(0.2), at(0.2), start=0, seconds=60, track=5)
    caption = describe(me, [*everybody, whole])
    assert caption.en == "A person stays in the middle for 10 s, with 2 others"
    assert caption.zh == "人员在中间停留10秒，同时另有2人"
    assert describe(me, [*everybody, whole], there=True).zh == "中间有人出现，同时另有2人"


def test_who_is_lost_and_found_again_is_no_company() -> None:
    """Two tracks of one person overlap for a moment, where the one takes over from the other."""
    me = appearance(at(0.5), at(0.5), start=10, seconds=10, track=1)
    rest = appearance(at(0.5), at(0.5), start=19.5, seconds=10, track=2)
    assert "other" not in describe(me, [rest]).en
    assert "with 1 other" in describe(me, [appearance(at(0.5), at(0.5), start=18.9, seconds=10, track=2)]).en


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
    assert re.fullmatch(r"A person [a-z ,]+(, | for )(\d+ min)?( ?\d+ s)?", caption.en)
    assert re.fullmatch(r"人员.+|(左侧|中间|右侧)有人出现.*", caption.zh)
    assert len(caption.en) < 120


@given(st.floats(0.06, 0.94), st.floats(0.06, 0.94))
def test_a_mirrored_walk_gives_the_mirrored_sentence(start: float, end: float) -> None:
    assume(all(abs(middle - third) > 1e-6 for middle in (start, end) for third in (1 / 3, 2 / 3)))
    # Rounding may decide either way just at a threshold.
    assume(all(abs(abs(end - start) - limit) > 1e-6 for limit in (0.14, 0.2)))
    swap = {"left": "right", "right": "left"}
    plain = describe(appearance(at(start), at(end))).en
    mirror = describe(appearance(mirrored(at(start)), mirrored(at(end)))).en
    assert re.sub("left|right", lambda match: swap[match.group()], plain) == mirror
