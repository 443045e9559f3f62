"""Who crosses lines: each once, whatever boxes shake, and nobody who walks around."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.analysis.live.line_crossings import Crossing, Ends, LineWatch, Spot
from custom_components.mycamera.worker.protocol.watch import PersonInView

HEIGHT = 0.3
DOOR: Ends = ((0.2, 0.6), (0.8, 0.6))
"""From left to right: whoever comes down the picture goes in."""
CLEAR_TIME = 10.0
ASPECT = 16 / 9


def person(feet: Spot, track: int = 1, height: float = HEIGHT) -> PersonInView:
    x, y = feet
    return PersonInView(track=track, box=(x - 0.05, y - height, x + 0.05, y))


def walk(*ways: Iterable[Spot], lines: dict[str, Ends] | None = None) -> list[tuple[str, int]]:
    """Return who crossed how, of persons who walk at the same time, five looks a second."""
    watch = LineWatch(lines or {"door": DOOR}, CLEAR_TIME)
    crossed: list[Crossing] = []
    for number, places in enumerate(zip(*ways, strict=True)):
        persons = [person(feet, track) for track, feet in enumerate(places, 1)]
        crossed += watch.look(persons, number / 5, ASPECT)
    return [(crossing.direction.value, crossing.track) for crossing in crossed]


def straight(start: Spot, end: Spot, looks: int = 20) -> list[Spot]:
    return [
        (start[0] + (end[0] - start[0]) * step / (looks - 1), start[1] + (end[1] - start[1]) * step / (looks - 1))
        for step in range(looks)
    ]


DOWN = straight((0.5, 0.4), (0.5, 0.8))
UP = DOWN[::-1]


def test_in_and_out() -> None:
    assert walk(DOWN) == [("in", 1)]
    assert walk(UP) == [("out", 1)]
    assert walk(DOWN + UP + DOWN) == [("in", 1), ("out", 1), ("in", 1)]
    assert walk(DOWN, UP) == [("in", 1), ("out", 2)]


def test_the_other_way_round_it_is_the_other_direction() -> None:
    assert walk(DOWN, lines={"door": (DOOR[1], DOOR[0])}) == [("out", 1)]


def test_the_moment_is_the_first_look_beyond() -> None:
    watch = LineWatch({"door": DOOR}, CLEAR_TIME)
    [crossing] = [
        crossing for number, feet in enumerate(DOWN) for crossing in watch.look([person(feet)], number, ASPECT)
    ]
    assert DOWN[int(crossing.time) - 1][1] < 0.6 + 0.1 * HEIGHT <= DOWN[int(crossing.time)][1]


def test_who_walks_around_the_end_has_not_crossed() -> None:
    aside, beside = (0.95, 0.4), (0.95, 0.8)
    around = [*straight((0.5, 0.4), aside), *straight(aside, beside), *straight(beside, (0.5, 0.8))]
    assert walk(around) == []
    assert walk(around + UP) == [("out", 1)]


def test_a_run_over_it_between_two_looks() -> None:
    assert walk([(0.5, 0.3), (0.5, 0.3), (0.55, 0.9), (0.55, 0.9)]) == [("in", 1)]
    assert walk([(0.7, 0.3), (0.7, 0.3), (1.0, 0.9), (1.0, 0.9)]) == [], "the way was past the end"


def test_one_look_is_no_proof() -> None:
    assert walk([(0.5, 0.4)] * 3 + [(0.5, 0.9)] + [(0.5, 0.4)] * 3) == []


def test_who_begins_on_the_line_has_crossed_nothing_before() -> None:
    assert walk([(0.5, 0.6)] * 3 + straight((0.5, 0.6), (0.5, 0.9))) == []
    assert walk([(0.5, 0.6)] * 3 + straight((0.5, 0.6), (0.5, 0.9)) + UP) == [("out", 1)]


def test_each_line_for_itself() -> None:
    lines = {"door": DOOR, "gate": ((0.2, 0.7), (0.8, 0.7)), "side": ((0.9, 0.0), (0.9, 1.0))}
    watch = LineWatch(lines, CLEAR_TIME)
    crossed = [
        crossing for number, feet in enumerate(DOWN) for crossing in watch.look([person(feet)], number / 5, ASPECT)
    ]
    assert [crossing.line for crossing in crossed] == ["door", "gate"]


@pytest.mark.parametrize("interrupted", [False, True])
def test_a_track_that_is_lost_on_the_line_goes_on_as_another(interrupted: bool) -> None:
    watch = LineWatch({"door": DOOR}, CLEAR_TIME)
    crossed: list[Crossing] = []
    for number, feet in enumerate(DOWN):
        if number == 10 and interrupted:
            watch.interrupted()
        if number not in {9, 10}:
            crossed += watch.look([person(feet, 1 if number < 9 or interrupted else 2)], number / 5, ASPECT)
        else:
            assert watch.look([], number / 5, ASPECT) == []
    assert [crossing.direction for crossing in crossed] == ["in"]


@pytest.mark.parametrize(("aspect", "apart", "same"), [(9 / 16, 0.3, True), (8 / 3, 0.3, False), (8 / 3, 0.05, True)])
def test_how_far_somebody_went_out_of_sight_is_told_in_the_pictures_proportions(
    aspect: float, apart: float, same: bool
) -> None:
    """A third of a portrait picture's width is a step, of a panorama's it is a room."""
    line: Ends = ((0.5, 0.0), (0.5, 1.0))
    watch = LineWatch({"line": line}, CLEAR_TIME)
    start = 0.5 - apart / 2
    for number in range(3):
        assert watch.look([person((start, 0.6), 1)], number / 5, aspect) == []
    assert watch.look([], 0.6, aspect) == []
    crossed = [watch.look([person((start + apart, 0.6), 2)], 1.2 + number / 5, aspect) for number in range(3)]
    assert any(crossed) is same


@pytest.mark.parametrize(("aspect", "counts"), [(9 / 16, False), (8 / 3, True)])
def test_how_far_beyond_a_line_is_told_in_the_pictures_proportions(aspect: float, counts: bool) -> None:
    """A thirtieth of a portrait picture's width is less than boxes shake, of a panorama's it is a step."""
    line: Ends = ((0.5, 0.0), (0.5, 1.0))
    watch = LineWatch({"line": line}, CLEAR_TIME)
    places = [0.3] * 3 + [0.533] * 3
    crossed = [watch.look([person((x, 0.6))], number / 5, aspect) for number, x in enumerate(places)]
    assert any(crossed) is counts


def test_who_was_lost_for_long_or_far_away_is_another() -> None:
    for later, feet in ((60.0, (0.5, 0.8)), (0.2, (0.5, 1.0))):
        watch = LineWatch({"door": DOOR}, CLEAR_TIME)
        watch.look([person((0.5, 0.5), 1)], 0.0, ASPECT)
        small = [person(feet, 2, height=0.2) for _ in range(3)]
        assert [watch.look([each], later + number / 5, ASPECT) for number, each in enumerate(small)] == [[], [], []]


@given(st.lists(st.tuples(st.floats(0.3, 0.7), st.floats(0.3, 0.9), st.floats(-0.03, 0.03)), min_size=1, max_size=60))
def test_ins_and_outs_take_turns_and_fit_where_somebody_is(looks: list[tuple[float, float, float]]) -> None:
    """Between the ends of the line: however somebody wanders and boxes shake, the count is where they are."""
    way = [(x, min(1.0, y + shake)) for x, y, shake in looks]
    watch = LineWatch({"door": DOOR}, CLEAR_TIME)
    crossed = [
        crossing for number, feet in enumerate(way) for crossing in watch.look([person(feet)], number / 5, ASPECT)
    ]
    directions = [crossing.direction.value for crossing in crossed]
    assert all(first != second for first, second in pairwise(directions))
    clear = [1 if y > 0.6 else -1 for _, y in way if abs(y - 0.6) >= 0.1 * HEIGHT]
    if len(clear) > 1 and clear[-1] == clear[-2] and directions:
        assert directions[-1] == ("in" if clear[-1] > 0 else "out")


@given(st.lists(st.floats(-0.029, 0.029), min_size=1, max_size=100))
def test_somebody_on_the_line_never_counts(shakes: list[float]) -> None:
    assert walk([(0.5, 0.4), *((0.5, 0.6 + shake) for shake in shakes), (0.5, 0.4)]) == []
