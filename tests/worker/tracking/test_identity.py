"""Who is the same person: place, height, time and clothes, at every limit and for every shape of picture."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mycamera_worker.tracking import identity
from mycamera_worker.tracking.clothes import clothes
from mycamera_worker.tracking.identity import (
    ALIKE,
    ALIKE_PER_SECOND,
    BINS,
    CLOSELY,
    NEAR,
    NEAR_PER_SECOND,
    OTHERWISE,
    PATIENCE,
    QUICKEN,
    SAME_HEIGHT,
    WALK,
    Box,
    Course,
    Glimpse,
    Histograms,
    as_tall,
    difference,
    packed,
    too_fast,
    unlike,
    unlike_alongside,
    unpacked,
    within,
)

LONGEST = 5.0
ASPECTS = {"3:4 doorbell": 0.75, "9:16": 9 / 16, "16:9": 16 / 9, "panorama": 4608 / 1728}


def one_colour(place: float, lower: float | None = None) -> Histograms:
    """Return clothes whose every channel lies at a place from 0 to 1; `lower`: of the lower body."""
    whole = np.zeros((identity.PARTS, identity.CHANNELS, BINS), np.float32)
    for part, where in enumerate((place, place if lower is None else lower)):
        at = where * (BINS - 1)
        low = min(int(at), BINS - 2)
        whole[part, :, low], whole[part, :, low + 1] = 1 - (at - low), at - low
    return whole


RED, BLACK = one_colour(0.9), one_colour(0.1)


def box(x: float, tall: float = 0.2, y: float = 0.5) -> Box:
    return x - 0.01, y - tall / 2, x + 0.01, y + tall / 2


def after_walk(heights: float, *, aspect: float, gap: float, down: bool = False, tall: float = 0.2) -> Glimpse:
    """Return somebody so many heights from the middle of the picture."""
    if down:
        return Glimpse(gap, box(0.5, tall, 0.5 + heights * 0.2))
    return Glimpse(gap, box(0.5 + heights * 0.2 / aspect, tall))


@pytest.mark.parametrize("aspect", ASPECTS.values(), ids=ASPECTS.keys())
@pytest.mark.parametrize("down", [False, True], ids=["across", "down"])
@pytest.mark.parametrize("gap", [0.2, 1.0, 2.5, 4.9])
def test_a_length_is_the_same_across_and_down_in_every_picture(aspect: float, down: bool, gap: float) -> None:
    here, limit = Glimpse(0.0, box(0.5)), NEAR + NEAR_PER_SECOND * min(gap, PATIENCE)
    assert unlike(here, after_walk(limit - 0.01, aspect=aspect, gap=gap, down=down), aspect, LONGEST) is not None
    assert unlike(here, after_walk(limit + 0.01, aspect=aspect, gap=gap, down=down), aspect, LONGEST) is None


def test_two_at_the_ends_of_a_panorama_are_two() -> None:
    """Three heights apart is a small part of a wide picture's width."""
    aspect = ASPECTS["panorama"]
    assert unlike(Glimpse(0.0, box(0.5)), after_walk(3.0, aspect=aspect, gap=4.9), aspect, LONGEST) is None


@pytest.mark.parametrize(("gap", "same"), [(0.0, False), (-1.0, False), (0.01, True), (4.99, True), (5.01, False)])
def test_time(gap: float, same: bool) -> None:
    assert (unlike(Glimpse(0.0, box(0.5)), Glimpse(gap, box(0.5)), 1.0, LONGEST) is not None) is same


@pytest.mark.parametrize("ratio", [SAME_HEIGHT, 1 / SAME_HEIGHT])
def test_height(ratio: float) -> None:
    here = Glimpse(0.0, box(0.5))
    more, less = (1.01, 0.99) if ratio > 1 else (0.99, 1.01)
    assert unlike(here, Glimpse(1.0, box(0.5, 0.2 * ratio * less)), 1.0, LONGEST) is not None
    assert unlike(here, Glimpse(1.0, box(0.5, 0.2 * ratio * more)), 1.0, LONGEST) is None


def test_clothes_veto_and_bind() -> None:
    here = Glimpse(0.0, box(0.5), clothes=RED)
    there = Glimpse(1.0, box(0.5), clothes=BLACK)
    assert unlike(here, there, 1.0, LONGEST) is None
    assert unlike(here, replace(there, clothes=RED), 1.0, LONGEST) is not None
    far = after_walk(NEAR + ALIKE_PER_SECOND - 0.02, aspect=1.0, gap=1.0)
    assert unlike(here, far, 1.0, LONGEST) is None
    assert unlike(here, replace(far, clothes=RED), 1.0, LONGEST) is not None
    farther = after_walk(NEAR + ALIKE_PER_SECOND + 0.02, aspect=1.0, gap=1.0)
    assert unlike(here, replace(farther, clothes=RED), 1.0, LONGEST) is None


@pytest.mark.parametrize(("pace", "fastest"), [(0.0, WALK), (0.5, WALK), (1.0, QUICKEN), (2.0, 2 * QUICKEN)])
def test_nobody_comes_farther_than_they_could_walk(pace: float, fastest: float) -> None:
    """What they look like does not help; who ran before may have run on."""
    gap, aspect = 2.0, 1.5
    here = Glimpse(0.0, box(0.5), velocity=(pace * 0.2 / aspect, 0.0), clothes=RED)
    for heights, too_far in ((NEAR + fastest * gap - 0.01, False), (NEAR + fastest * gap + 0.01, True)):
        there = replace(after_walk(heights, aspect=aspect, gap=gap), clothes=RED)
        assert too_fast(here, there, aspect) is too_far
        if too_far:
            assert unlike(here, there, aspect, LONGEST) is None


def test_a_way_into_the_distance_is_as_long_as_those_who_walk_it_are_tall_there() -> None:
    """Seen in the film: one at the right, 0.19 tall, and 2 s later another in the distance, 0.12 tall, became one."""
    nearby = Glimpse(4.4, (0.731, 0.380, 0.790, 0.572), velocity=(-0.068, -0.026))
    distant = Glimpse(6.4, (0.430, 0.281, 0.470, 0.402))
    assert too_fast(nearby, distant, 4 / 3)
    assert not too_fast(nearby, replace(distant, time=7.4), 4 / 3)


@pytest.mark.parametrize("gap", [1.0, 2.0, 4.0])
def test_whoever_leaves_at_the_border_is_joined_by_looks_alone(gap: float) -> None:
    leaving = Glimpse(0.0, box(0.02), velocity=(-0.1, 0.0), clothes=RED)
    entering = Glimpse(gap, box(0.02))
    assert unlike(leaving, entering, 1.0, LONGEST) is None
    assert unlike(leaving, replace(entering, clothes=one_colour(0.55)), 1.0, LONGEST) is None
    assert unlike(leaving, replace(entering, clothes=RED), 1.0, LONGEST) is not None
    # Two in black differ by as much as one man's own clothes before and after.
    most = difference(one_colour(0.0), one_colour(1.0))
    assert most is not None
    for look, same in ((CLOSELY - 0.01, True), (CLOSELY + 0.01, False), (ALIKE - 0.01, False)):
        alike = replace(entering, clothes=one_colour(0.9 - look / most))
        assert difference(RED, alike.clothes) == pytest.approx(look, abs=0.005)
        assert (unlike(leaving, alike, 1.0, LONGEST) is not None) is same
    inside = Glimpse(0.0, box(0.5), velocity=(-0.02, 0.0))
    assert unlike(inside, Glimpse(gap, box(0.47)), 1.0, LONGEST) is not None


@settings(deadline=None)
@given(
    gap=st.floats(-2, 8),
    across=st.floats(-0.5, 0.5),
    down=st.floats(-0.4, 0.4),
    ratio=st.floats(0.3, 3.0),
    aspect=st.floats(0.4, 3.0),
    look=st.floats(0, 1),
)
def test_nothing_beyond_the_limits_is_ever_joined(
    gap: float, across: float, down: float, ratio: float, aspect: float, look: float
) -> None:
    before = Glimpse(0.0, (0.49, 0.4, 0.51, 0.6), clothes=one_colour(0.0))
    tall = 0.2 * ratio
    after = Glimpse(
        gap, (0.49 + across, 0.5 + down - tall / 2, 0.51 + across, 0.5 + down + tall / 2), clothes=one_colour(look)
    )
    likeness = unlike(before, after, aspect, LONGEST)
    heights = ((across * aspect) ** 2 + down**2) ** 0.5 / max(0.2, tall)
    if likeness is None:
        return
    assert 0 < gap <= LONGEST
    assert 0 <= likeness <= 1
    assert heights <= NEAR + ALIKE_PER_SECOND * gap + 1e-6
    differs = difference(before.clothes, after.clothes)
    assert differs is not None
    assert differs <= OTHERWISE
    assert ratio <= identity.CUT_HEIGHT + 1e-6


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=3, max_size=3), st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_differences_are_distances_and_survive_storing(one: list[float], other: list[float]) -> None:
    a, b, c = (one_colour(x, y) for x, y in zip(one, other, strict=True))
    for first, second in itertools.permutations((a, b, c), 2):
        forth, back = difference(first, second), difference(second, first)
        assert forth is not None
        assert forth == pytest.approx(back, abs=1e-6)
        stored = difference(unpacked(packed(first)), unpacked(packed(second)))
        assert stored == pytest.approx(forth, abs=0.02)
    ab, bc, ac = difference(a, b), difference(b, c), difference(a, c)
    assert ab is not None
    assert bc is not None
    assert ac is not None
    assert ac <= ab + bc + 1e-6
    assert difference(a, a) == 0


def test_clothes_of_another_version_are_not_compared() -> None:
    stored = packed(RED)
    assert unpacked(stored) is not None
    assert unpacked(bytes([stored[0] + 1]) + stored[1:]) is None
    assert unpacked(stored[:-1]) is None
    assert unpacked(b"") is None
    assert difference(RED, None) is None


def dressed(upper: tuple[int, int, int], lower: tuple[int, int, int], light: float = 1.0) -> Histograms:
    picture = np.full((200, 200, 3), 120, np.float32)
    picture[40:100, 80:120] = upper
    picture[100:160, 80:120] = lower
    noisy = picture * light + np.random.default_rng(1).normal(0, 4, picture.shape)
    seen = clothes(np.clip(noisy, 0, 255).astype(np.uint8), (0.4, 0.2, 0.6, 0.8))
    assert seen is not None
    return seen


def test_clothes_tell_people_apart_and_bear_less_light() -> None:
    red, black = ((40, 40, 180), (90, 60, 40)), ((25, 25, 25), (30, 30, 30))
    swapped = (red[1], red[0])
    same = difference(dressed(*red), dressed(*red, light=0.75))
    other = difference(dressed(*red), dressed(*black))
    upside_down = difference(dressed(*red), dressed(*swapped))
    assert same is not None
    assert other is not None
    assert upside_down is not None
    assert same < other
    assert same < upside_down


def test_whoever_is_cut_by_the_border_is_seen_shorter_than_they_are_and_never_taller() -> None:
    whole: Box = (0.5, 0.4, 0.6, 0.7)
    legs_cut: Box = (0.5, 0.85, 0.6, 1.0)
    near_and_cut: Box = (0.4, 0.2, 0.7, 1.0)
    assert as_tall(whole, legs_cut)
    assert as_tall(legs_cut, whole)
    assert not as_tall(whole, near_and_cut)
    assert not as_tall(near_and_cut, whole)


def way(*points: tuple[float, float]) -> Course:
    """Return the way of somebody in red: moments, and places across at one height."""
    return Course([(time, box(x)) for time, x in points], RED)


def test_a_way_begins_where_it_does_and_at_no_known_speed() -> None:
    course = way((3.0, 0.2), (4.0, 0.5))
    begins = course.beginning()
    assert (begins.time, begins.box, begins.velocity, begins.clothes is RED) == (3.0, box(0.2), (0.0, 0.0), True)


def test_a_way_ends_as_fast_as_over_its_last_moments() -> None:
    quick_at_last = Course(
        [(10 + n / 10, box(0.1 + (n if n < 12 else 12 + 3 * (n - 12)) / 100)) for n in range(21)], RED
    )
    end = quick_at_last.end()
    assert (end.time, end.box, end.clothes is RED) == (12.0, box(0.1 + 0.36), True)
    assert end.velocity == pytest.approx((0.3, 0.0))
    down = Course([(0.0, box(0.5, y=0.2)), (0.5, box(0.5, y=0.3)), (1.0, box(0.4, y=0.4))])
    assert down.end().velocity == pytest.approx((-0.1, 0.2)), "from the last point that is long enough ago"
    exactly = Course([(0.0, box(0.1)), (1.0, box(0.1)), (1.0 + 0.8, box(0.5))])
    assert exactly.end().velocity == pytest.approx((0.5, 0.0))


def test_a_way_that_is_short_ends_as_fast_as_all_of_it_and_one_point_stands() -> None:
    assert way((1.0, 0.2), (1.3, 0.26)).end().velocity == pytest.approx((0.2, 0.0))
    growing = Course([(0.0, (0.2, 0.4, 0.4, 0.6)), (1.0, (0.1, 0.2, 0.7, 0.9))])
    assert growing.end().velocity == pytest.approx((0.1, 0.05)), "of the middle"
    assert way((1.0, 0.2)).end().velocity == (0.0, 0.0)


def test_where_somebody_was_is_known_for_a_second_around_each_point() -> None:
    course = way((10.0, 0.1), (12.0, 0.3), (12.4, 0.4))
    assert course.place(9.0) == box(0.1)
    assert course.place(8.99) is None
    assert course.place(10.9) == box(0.1)
    assert course.place(11.1) == box(0.3)
    assert course.place(12.0) == box(0.3)
    assert course.place(12.15) == box(0.3)
    assert course.place(12.25) == box(0.4)
    assert course.place(13.4) == box(0.4)
    assert course.place(13.41) is None
    assert way((10.0, 0.1), (14.0, 0.3)).place(12.0) is None


def test_the_part_of_a_box_that_lies_in_another() -> None:
    one: Box = (0.2, 0.2, 0.6, 0.4)
    assert within(one, one) == pytest.approx(1.0)
    assert within(one, (0.5, 0.25, 0.9, 0.9)) == pytest.approx(0.1 * 0.15 / (0.4 * 0.2))
    assert within((0.5, 0.25, 0.9, 0.9), one) == pytest.approx(0.1 * 0.15 / (0.4 * 0.65))
    assert within(one, (0.0, 0.0, 1.0, 1.0)) == pytest.approx(1.0)
    for apart in ((0.7, 0.2, 0.9, 0.4), (0.2, 0.5, 0.6, 0.9), (0.7, 0.5, 0.9, 0.9), (0.6, 0.2, 0.9, 0.4)):
        assert within(one, apart) == 0.0
    assert within((0.2, 0.2, 0.2, 0.4), one) == 0.0, "no area"


ALONG = 0.5
"""Heights; two who are seen by two streams at one moment are one up to there."""


@pytest.mark.parametrize("aspect", ASPECTS.values(), ids=ASPECTS.keys())
def test_two_streams_show_one_person_where_they_are_at_one_place_all_the_time(aspect: float) -> None:
    def beside(heights: float) -> Course:
        return Course([(n / 2, box(0.5 + heights * 0.2 / aspect)) for n in range(5)], RED)

    here = beside(0.0)
    assert unlike_alongside(here, here, aspect) == 0.0
    assert unlike_alongside(here, beside(ALONG / 2), aspect) == pytest.approx(0.5)
    assert unlike_alongside(here, beside(ALONG - 0.01), aspect) == pytest.approx(0.98)
    assert unlike_alongside(here, beside(ALONG + 0.01), aspect) is None
    assert unlike_alongside(here, replace(here, clothes=BLACK), aspect) is None
    assert unlike_alongside(here, replace(here, clothes=None), aspect) == 0.0
    taller = Course([(n / 2, box(0.5, 0.2 * SAME_HEIGHT * 1.01)) for n in range(5)], RED)
    assert unlike_alongside(here, taller, aspect) is None
    later = Course([(time + 5.0, place) for time, place in here.points], RED)
    assert unlike_alongside(here, later, aspect) is None, "never seen at the same time"


def test_two_who_meet_for_a_moment_are_two() -> None:
    standing = way(*((float(n), 0.5) for n in range(5)))
    passing = way((0.0, 0.1), (1.0, 0.3), (2.0, 0.5), (3.0, 0.7), (4.0, 0.9))
    assert unlike_alongside(standing, passing, 1.0) is None
    assert unlike_alongside(passing, standing, 1.0) is None
    partly = way((-9.0, 0.1), (-8.0, 0.1), (-7.0, 0.1), (1.0, 0.5), (2.0, 0.5))
    assert unlike_alongside(standing, partly, 1.0) == 0.0, "what was seen by one alone says nothing"


# --- at the limits, and by how much -----------------------------------------------------------------------------------


def plain(*colours: tuple[int, int, int]) -> Histograms:
    """Return clothes whose channels each lie in one bin: for the upper body, and the lower."""
    whole = np.zeros((identity.PARTS, identity.CHANNELS, BINS), np.float32)
    for part, bins in enumerate(colours):
        for channel, where in enumerate(bins):
            whole[part, channel, where] = 1.0
    return whole


def test_by_how_much_clothes_differ() -> None:
    """By the way that a colour is moved, in parts of all colours; lightness counts 0.4 of that, half a body a half."""
    bright = plain((0, 0, 0), (0, 0, 0))
    for other, differs in (
        (plain((0, 7, 0), (0, 7, 0)), 2.0),
        (plain((0, 0, 7), (0, 0, 7)), 2.0),
        (plain((7, 0, 0), (7, 0, 0)), 0.8),
        (plain((0, 7, 0), (0, 0, 0)), 1.0),
        (plain((0, 0, 0), (0, 0, 7)), 1.0),
        (plain((0, 1, 0), (0, 1, 0)), 2.0 / 7),
        (plain((0, 3, 2), (0, 0, 0)), 5.0 / 7),
    ):
        assert difference(bright, other) == pytest.approx(differs)


def test_clothes_that_are_not_known_take_no_bytes() -> None:
    assert packed(None) == b""
    assert len(packed(RED)) == identity.CLOTHES_BYTES


AT_EACH_EDGE: dict[str, Callable[[float], Box]] = {
    "left": lambda far: (far, 0.3, far + 0.2, 0.7),
    "top": lambda far: (0.4, far, 0.6, far + 0.4),
    "right": lambda far: (0.8 - far, 0.3, 1.0 - far, 0.7),
    "bottom": lambda far: (0.4, 0.6 - far, 0.6, 1.0 - far),
}
"""Boxes of somebody 0.4 tall who is so far from an edge of the picture."""
OUTWARDS = {"left": (-1.0, 0.0), "top": (0.0, -1.0), "right": (1.0, 0.0), "bottom": (0.0, 1.0)}


@pytest.mark.parametrize("edge", AT_EACH_EDGE)
def test_at_each_edge_of_the_picture_somebody_may_be_cut(edge: str) -> None:
    assert identity.is_cut(AT_EACH_EDGE[edge](0.011))
    assert not identity.is_cut(AT_EACH_EDGE[edge](0.013))


def test_beside_what_is_cut_heights_may_differ_threefold_and_no_more() -> None:
    cut: Box = (0.0, 0.25, 0.1, 0.5)
    assert as_tall(cut, (0.3, 0.125, 0.5, 0.875))
    assert not as_tall(cut, (0.3, 0.125, 0.5, 0.876))
    wide, narrow = (0.05, 0.4, 0.95, 0.6), (0.4, 0.4, 0.41, 0.59)
    assert as_tall(wide, narrow), "however wide"
    assert not as_tall(wide, (0.4, 0.4, 0.41, 0.4 + 0.2 * SAME_HEIGHT * 1.01))
    assert not as_tall((0.4, 0.4, 0.41, 0.4 + 0.2 * SAME_HEIGHT * 1.01), wide)


@pytest.mark.parametrize("aspect", ASPECTS.values(), ids=ASPECTS.keys())
@pytest.mark.parametrize("edge", AT_EACH_EDGE)
def test_who_walks_to_an_edge_leaves_there(edge: str, aspect: float) -> None:
    """Within the time in which they reach it, or where they are at it already; slowly, or elsewhere, they do not."""
    across, down = OUTWARDS[edge]

    def walking(far: float, heights: float) -> Glimpse:
        """Somebody so far from the edge, in heights of the picture, who walks there by so many of theirs a second."""
        size = aspect if across else 1.0
        return Glimpse(5.0, AT_EACH_EDGE[edge](far / size), (across * heights * 0.4 / aspect, down * heights * 0.4))

    assert identity.leaves(walking(0.1, 0.5), aspect, 0.51)
    assert not identity.leaves(walking(0.1, 0.5), aspect, 0.49)
    assert not identity.leaves(walking(0.1, -0.5), aspect, 0.51), "the other way"
    assert not identity.leaves(walking(0.1, 0.0), aspect, 9.0)
    assert identity.leaves(walking(0.29, 0.5), aspect, 9.0), "they walk on for a second and a half"
    assert not identity.leaves(walking(0.31, 0.5), aspect, 9.0)
    assert identity.leaves(walking(0.0, 0.16), aspect, 0.01), "at it already"
    assert not identity.leaves(walking(0.0, 0.14), aspect, 9.0), "as who stands there shakes"
    assert not identity.leaves(walking(0.011 * max(aspect, 1.0), -0.5), aspect, 9.0)


def test_who_stands_beside_an_edge_and_passes_along_it_does_not_leave() -> None:
    assert not identity.leaves(Glimpse(0.0, AT_EACH_EDGE["left"](0.0), (0.0, 0.1)), 1.0, 1.0)
    assert not identity.leaves(Glimpse(0.0, AT_EACH_EDGE["top"](0.0), (0.1, 0.0)), 1.0, 1.0)


@pytest.mark.parametrize("aspect", ASPECTS.values(), ids=ASPECTS.keys())
@pytest.mark.parametrize(("across", "down"), [(0.8, 0.0), (-0.8, 0.0), (0.0, 0.8), (0.0, -0.8), (0.5, -0.6)])
@pytest.mark.parametrize("gap", [0.5, 1.0, 1.4])
def test_who_walked_is_expected_further_on(aspect: float, across: float, down: float, gap: float) -> None:
    """Exactly there they are as like as can be; where they came from they are somebody else, who looks otherwise."""
    walking = Glimpse(7.0, box(0.5), (across * 0.2 / aspect, down * 0.2))

    def at(share: float) -> Glimpse:
        x, y = 0.5 + share * across * gap * 0.2 / aspect, 0.5 + share * down * gap * 0.2
        return Glimpse(7.0 + gap, box(x, y=y))

    assert unlike(walking, at(1.0), aspect, LONGEST) == pytest.approx(0.25), "nothing but that clothes are not known"
    behind = unlike(walking, at(0.9), aspect, LONGEST)
    assert behind is not None
    assert behind == pytest.approx(0.25 + 0.5 * 0.1 * gap * np.hypot(across, down) / (NEAR + NEAR_PER_SECOND * gap))
    assert unlike(walking, at(-1.0), aspect, LONGEST) is None


def test_nobody_walks_on_out_of_sight_for_over_a_second_and_a_half() -> None:
    walking = Glimpse(7.0, box(0.3), (0.1, 0.0))
    assert unlike(walking, Glimpse(10.0, box(0.45)), 1.0, LONGEST) == pytest.approx(0.25)


def test_how_little_somebody_is_alike_counts_place_and_clothes_by_halves() -> None:
    here = Glimpse(7.0, box(0.5), clothes=RED)
    there = Glimpse(8.0, box(0.5), clothes=RED)
    assert unlike(here, there, 1.0, LONGEST) == 0.0
    assert unlike(here, replace(there, clothes=None), 1.0, LONGEST) == 0.25
    most = difference(one_colour(0.0), one_colour(1.0))
    assert most is not None
    for look in (0.3, 0.5, 0.59):
        other = replace(there, clothes=one_colour(0.9 - look / most))
        assert unlike(here, other, 1.0, LONGEST) == pytest.approx(0.5 * look / OTHERWISE, abs=0.01)
    far = (NEAR + ALIKE_PER_SECOND) * 0.6
    assert unlike(here, replace(after_walk(far, aspect=1.0, gap=8.0), clothes=RED), 1.0, 1.0) == pytest.approx(0.3)


def test_who_is_seen_again_at_the_last_moment_is_the_same() -> None:
    assert unlike(Glimpse(7.0, box(0.5)), Glimpse(7.0 + LONGEST, box(0.5)), 1.0, LONGEST) is not None
    assert unlike(Glimpse(7.0, box(0.5)), Glimpse(7.01 + LONGEST, box(0.5)), 1.0, LONGEST) is None


def test_within_a_flicker_nobody_has_left() -> None:
    leaving = Glimpse(0.0, box(0.02), velocity=(-0.1, 0.0))
    assert unlike(leaving, Glimpse(identity.FLICKER, box(0.02)), 1.0, LONGEST) is not None
    assert unlike(leaving, Glimpse(identity.FLICKER + 0.01, box(0.02)), 1.0, LONGEST) is None


@pytest.mark.parametrize(("across", "down"), [(2.0, 0.0), (0.0, 2.0), (1.2, 1.6)])
def test_who_runs_may_run_on_in_any_direction(across: float, down: float) -> None:
    """At most one and a half times as fast as before, here three heights a second."""
    running = Glimpse(7.0, (0.3, 0.2, 0.32, 0.3), (across * 0.1 / 1.5, down * 0.1))
    for share, too_far in ((0.99, False), (1.01, True)):
        way = (NEAR + 3.0) * 0.1 * share / 2.0
        box_then: Box = (0.3 + across * way / 1.5, 0.2 + down * way, 0.32 + across * way / 1.5, 0.3 + down * way)
        assert too_fast(running, Glimpse(8.0, box_then), 1.5) is too_far


def test_boxes_without_height_are_bearable() -> None:
    point: Box = (0.5, 0.5, 0.5, 0.5)
    assert identity.heights_apart(point, point, 1.0) == 0.0
    assert identity.heights_apart((0.1, 0.4, 0.2, 0.5), (0.1, 0.4, 0.2, 0.8), 1.0) == pytest.approx(0.15 / 0.4)
    assert not too_fast(Glimpse(0.0, point), Glimpse(1.0, point), 1.0)


def test_a_way_that_ends_quickly_does_so_down_as_well_as_across() -> None:
    end = Course([(1.0, box(0.5, y=0.4)), (1.2, box(0.5, y=0.46))]).end()
    assert end.velocity == pytest.approx((0.0, 0.3))
