"""Whom the tracker takes a detection for where several would do, and from when on it doubts who is seen. Seconds.

The numbers are counted by hand: in heights of 0.2, with a camera's minimum of 0.4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pytest
from mycamera_worker.detection.detector import Detections
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.values import Box
from mycamera_worker.tracking.identity import Histograms
from mycamera_worker.tracking.tracker import PersonTracker, Sighting

from .test_faint import unlike_red
from .test_identity import RED
from .test_tracker_limits import TALL, Scene, at

GREEN = unlike_red(0.7)
"""Not who wears red, but not so unlike that nobody would be followed so."""


def dressed(worn: Mapping[float, Histograms]) -> Callable[[Box], Histograms | None]:
    """Return what tells the clothes of a box by where its middle is across, in hundredths."""
    return lambda box: worn.get(round((box[0] + box[2]) / 2, 2))


# --- whom a detection is taken for -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("away", "nearer"), [(0.07, True), (0.09, False)])
@pytest.mark.parametrize("tall", [1.5 * TALL, TALL / 1.5])
def test_another_height_counts_a_fifth_of_its_logarithm(away: float, nearer: bool, tall: float) -> None:
    """One and a half times as tall, or as small, is as unlike as 0.081 heights away."""
    scene = Scene()
    track = scene.walk(5)
    aside, other = at(0.3 + away * TALL, 0.3), at(0.3, 0.3, tall=tall)
    found = {round(seen.box[3] - seen.box[1], 3): seen.track for seen in scene.look(1.25, aside, other)}
    assert found[round(TALL if nearer else tall, 3)] == track


@pytest.mark.parametrize(("away", "nearer"), [(0.25, True), (0.31, False)])
def test_other_clothes_count_seven_tenths_of_their_difference(away: float, nearer: bool) -> None:
    """A difference of 0.4 is as unlike as 0.28 heights away."""
    scene = Scene()
    track = scene.walk(5, worn=RED)
    x = 0.3 + away * TALL
    seen = scene.look(
        1.25,
        at(0.3, 0.3),
        at(x, 0.3),
        dress=lambda box: RED if (box[0] + box[2]) / 2 > 0.32 else unlike_red(0.4),
    )
    assert [one.track for one in seen if (one.box[0] > 0.28) is nearer] == [track]


@pytest.mark.parametrize(
    ("looks", "gap", "away", "same"),
    [
        (1, 1.25, 0.74, True),  # no farther than anybody comes
        (1, 1.25, 0.81, False),
        (1, 0.5, 0.60, True),  # a moment later
        (5, 1.25, 0.90, True),  # whose speed is known
    ],
)
def test_in_other_clothes_nobody_comes_from_afar(looks: int, gap: float, away: float, same: bool) -> None:
    """Clothes that differ by half."""
    scene = Scene()
    track = scene.walk(looks, worn=RED)
    (seen,) = scene.look((looks - 1) / 4 + gap, at(0.3 + away * TALL, 0.3), dress=lambda _: unlike_red(0.5))
    assert (seen.track == track) is same


@pytest.mark.parametrize(
    ("gap", "away", "same"),
    [(1.0, 1.10, True), (1.0, 1.25, False), (0.5, 0.85, True)],
)
def test_nobody_comes_faster_than_anybody_walks_in_the_heights_they_have_on_the_way(
    gap: float, away: float, same: bool
) -> None:
    """From 0.2 to 0.3: 0.25 on the way. Of a moment nothing is said."""
    scene = Scene()
    (before,) = scene.look(0.0, at(0.3, 0.5))
    (after,) = scene.look(gap, at(0.3 + away * 0.3, 0.5, tall=0.3))
    assert (after.track == before.track) is same


@pytest.mark.parametrize(("left", "same"), [(0.08, True), (0.05, False)])
def test_who_would_have_left_by_then_is_not_followed_and_who_would_not_have_is(left: float, same: bool) -> None:
    """In a picture twice as wide as high: 0.05 of its width a second, for 1.2 s."""
    scene = Scene()
    scene.aspect = 2.0
    right = 1 - left
    for n in range(6):
        scene.look(n / 4, at(right - 0.03 - 0.0125 * (5 - n), 0.5))
    (after,) = scene.look(2.45, at(right - 0.03, 0.5))
    assert (after.track == 1) is same


def test_who_was_hidden_but_for_a_part_is_whole_again() -> None:
    """A fifth of them was to be seen: what counts is how tall they were where they were seen well."""
    scene = Scene()
    track = scene.walk(5)
    assert [seen.track for seen in scene.look(1.25, at(0.3, 0.3, 0.25, TALL / 5))] == [track]
    assert [seen.track for seen in scene.look(1.5, at(0.3, 0.3))] == [track]


def test_of_whom_others_stand_before_only_the_place_counts() -> None:
    """What is seen in their box is the others': it is neither a reason against them, nor what they wear."""
    scene = Scene()
    before = at(0.32, 0.35, tall=0.3)
    for n in range(6):
        scene.look(n / 4, at(0.3, 0.3), dress=lambda _: RED)
    seen = scene.look(1.75, at(0.3, 0.3), before, dress=lambda _: unlike_red(1.2))
    (hidden,) = [one for one in seen if one.track == 1]
    assert hidden.covered > 0.6
    assert hidden.clothes is not None
    assert np.array_equal(hidden.clothes, RED)


def test_who_is_hidden_by_just_three_fifths_is_hidden() -> None:
    """Neither their clothes nor their step aside count. In binary fractions, which are exact."""
    scene = Scene()
    for n in range(6):
        scene.look(n / 4, (0.25, 0.25, 0.5625, 0.75, 0.8), dress=lambda _: RED)
    hidden, front = (0.3125, 0.25, 0.625, 0.75, 0.8), (0.4375, 0.25, 0.75, 1.0, 0.8)
    (seen, _) = scene.look(1.75, hidden, front, dress=lambda _: unlike_red(1.2))
    assert (seen.track, seen.covered, seen.velocity) == (1, 0.6, (0.0, 0.0))
    assert seen.clothes is not None
    assert np.array_equal(seen.clothes, RED)


@pytest.mark.parametrize(
    "second",
    [(0.3125, 0.25, 0.5625, 0.75), (0.25, 0.25, 0.5, 0.4375)],
    ids=["within by three quarters", "filling three eighths"],
)
def test_just_at_the_limit_a_second_box_is_somebody(second: Box) -> None:
    scene = Scene()
    scene.look(0.0, (0.25, 0.25, 0.5, 0.75, 0.8))
    seen = scene.look(0.25, (0.25, 0.25, 0.5, 0.75, 0.8), (*second, 0.7))
    assert [one.track for one in seen] == [1, 2]


def test_what_is_hardly_seen_is_neither_what_somebody_wears_nor_how_tall_they_are() -> None:
    """Just three quarters of the minimum is seen well."""
    for score, learnt in ((0.375, True), (0.37, False)):
        tracker = PersonTracker(AnalysisSettings(min_score=0.5), 0.25)

        def look(time: float, score: float, tall: float, worn: Histograms, on: PersonTracker = tracker) -> Sighting:
            box = np.asarray([at(0.3, 0.3, tall=tall)[:4]], np.float32)
            (seen,) = on.update(Detections(box, np.asarray([score], np.float32)), time, 1.0, lambda _: worn)
            return seen

        for n in range(5):
            look(n / 4, 0.5, 0.2, RED)
        seen = look(1.25, score, 0.19, unlike_red(0.5))
        assert seen.clothes is not None
        assert np.array_equal(seen.clothes, RED) is not learnt
        (track,) = tracker._tracks
        assert track.tall == pytest.approx(0.19 if learnt else 0.2)
        assert seen.certain, "just the minimum is certain"


def test_clothes_are_looked_at_once_in_each_box() -> None:
    """They cost more than all else; also of who is hardly seen, where they tell whether it is they."""
    scene = Scene()
    scene.walk(5, worn=RED)
    asked: list[float] = []

    def dress(box: Box) -> Histograms:
        asked.append(round(box[0] + 0.03, 2))
        return RED

    scene.look(1.25, at(0.3, 0.3, 0.25), at(0.8, 0.8), at(0.6, 0.8, 0.2), dress=dress)
    assert sorted(asked) == [0.3, 0.8], "not of what is nobody's"


def test_a_post_that_is_hardly_seen_does_not_keep_others_from_being_told() -> None:
    scene = Scene()
    for n in range(5):
        scene.look(n / 4, at(0.3, 0.3), at(0.8, 0.8))
    seen = scene.look(1.25, at(0.3, 0.3, 0.25, 2 * TALL), at(0.8, 0.8))
    assert [one.track for one in seen] == [2]


@pytest.mark.parametrize(("gap", "same"), [(2.5, True), (2.51, False)])
def test_just_so_long_is_somebody_looked_for(gap: float, same: bool) -> None:
    scene = Scene()
    track = scene.walk(1)
    for n in range(1, 10):
        scene.look(n / 4, at(0.8, 0.8))
    seen = scene.look(gap, at(0.3, 0.3), at(0.8, 0.8))
    assert (seen[0].track == track) is same


def test_just_two_pictures_and_a_half_is_somebody_followed_who_is_hardly_seen() -> None:
    scene = Scene()
    track = scene.walk(5)
    assert [seen.track for seen in scene.look(1.625, at(0.3, 0.3, 0.25))] == [track]


# --- who is doubtful -------------------------------------------------------------------------------------------------


def hardly(scene: Scene, n: int, *, score: float = 0.25, worn: Histograms = GREEN) -> Sighting:
    """Show what is hardly seen where somebody was, at the n-th look."""
    (seen,) = scene.look(n / 4, at(0.3, 0.3, score), dress=lambda _: worn)
    return seen


@pytest.mark.parametrize("score", [0.25, 0.35], ids=["hardly seen", "less than surely"])
def test_what_is_not_like_who_was_surely_seen_there_is_doubtful_and_then_something_else(score: float) -> None:
    """Surely seen last at 1.0, and by something else from 1.25 on: doubted after 0.6 s, and parted after 1.5 s."""
    scene = Scene()
    scene.aspect = 1.5
    assert scene.walk(5, worn=RED) == 1
    told = [hardly(scene, n, score=score) for n in range(5, 12)]
    assert [one.track for one in told] == [1] * 5 + [2] * 2
    assert [one.certain for one in told] == [True] * 5 + [False] * 2
    assert [one.faint for one in told] == [False] * 5 + [True] * 2
    assert [one.doubtful for one in told] == [None, None, 1.25, 1.25, 1.25, 1.25, 1.25]
    assert [one.instead for one in told] == [None] * 5 + [(1, 1.25), None]
    assert [one.level for one in told] == pytest.approx([0.8] * 5 + [0.0] * 2)


def test_what_is_seen_instead_of_somebody_has_no_more_of_them_than_its_place() -> None:
    scene = Scene()
    scene.walk(5, worn=RED)
    scores = [0.21, 0.22, 0.23, 0.24, 0.25, 0.26]
    told = [hardly(scene, 5 + n, score=score) for n, score in enumerate(scores)]
    assert told[-1].instead == (1, 1.25)
    assert told[-1].shared == 0.0
    assert told[-1].velocity == (0.0, 0.0)
    assert told[-1].clothes == pytest.approx(GREEN)
    (thing,) = scene.tracker._tracks
    assert (thing.key, thing.first, thing.last, thing.velocity) == (2, 1.25, 2.5, (0.0, 0.0))
    assert list(thing.scores) == pytest.approx([0.26])
    assert (thing.certain, thing.level, thing.sure) == (False, 0.0, None)
    assert thing.faint is not None
    assert (thing.faint.since, thing.faint.after, thing.faint.worn, thing.faint.stood) == (1.25, 1.25, None, None)
    # It goes on as itself, and who comes then is the next.
    assert hardly(scene, 11, score=0.35).track == 2
    (back,) = scene.look(3.0, at(0.3, 0.3), dress=lambda _: RED)
    assert back.track == 3


@pytest.mark.parametrize(("quicker", "believed"), [(0.29, True), (0.31, False)])
def test_what_was_never_seen_well_quickens_by_the_height_of_its_box(quicker: float, believed: bool) -> None:
    """It stands, as is known of it; one and a half heights a second are 0.3."""
    scene = Scene()
    scene.walk(5, worn=RED)
    assert [hardly(scene, n).track for n in range(5, 11)] == [1] * 5 + [2]
    scene.tracker.steer({2: (0.0, quicker)}, 1.0)
    (thing,) = scene.tracker._tracks
    assert thing.velocity == pytest.approx((0.0, quicker if believed else 0.0))


def test_who_stops_and_is_hardly_seen_is_still_they_where_no_clothes_are_known() -> None:
    """Their place and their height tell it, for as long as it takes; out of reach of them is nobody."""
    scene = Scene()
    for n in range(6):
        scene.look(n / 4, at(0.3 + 0.02 * n, 0.3))
    told = [scene.look(n / 4, at(0.42, 0.3, 0.25))[0] for n in range(6, 13)]
    assert [(seen.track, seen.doubtful, seen.instead) for seen in told] == [(1, None, None)] * 7
    assert scene.look(3.25, at(0.42 + 0.4 * TALL, 0.3, 0.25)) == []


def test_who_is_surely_seen_again_was_there_all_the_time() -> None:
    """By two looks of three."""
    scene = Scene()
    scene.walk(5, worn=RED)
    assert [hardly(scene, n).doubtful for n in range(5, 8)] == [None, None, 1.25]
    again = [hardly(scene, n, score=0.8, worn=RED) for n in range(8, 12)]
    assert [one.track for one in again] == [1] * 4
    assert [one.doubtful for one in again[1:]] == [None] * 3
    (track,) = scene.tracker._tracks
    assert (track.faint, track.sure) == (None, 2.75)


@pytest.mark.parametrize(("step", "stands"), [(0.0, True), (0.2, False)])
def test_what_was_never_surely_seen_is_faint_as_long_as_it_stands(step: float, stands: bool) -> None:
    """Who comes in faintly walks: here a fifth of their height each look."""
    scene = Scene()
    told = [scene.look(n / 4, at(0.3 + step * TALL * n, 0.3, 0.37))[0] for n in range(8)]
    assert {one.track for one in told} == {1}
    assert {one.certain for one in told} == {False}
    assert (told[-1].faint, told[-1].doubtful) == ((True, 0.0) if stands else (False, None))
    assert told[-1].glimpse().faint is stands
    assert [one.doubtful for one in told[:3]] == [None] * 3


@pytest.mark.parametrize(
    ("gap", "worn", "tall", "same"),
    [
        (1.0, GREEN, 0.1, True),  # the same clothes, however tall
        (1.0, unlike_red(0.2), 0.2, True),  # other clothes, but where it was and as tall
        (1.0, unlike_red(0.2), 0.1, False),
        (1.0, RED, 0.2, False),
        (0.5, RED, 0.2, True),  # a moment after it was seen first it may be anybody as tall
        (0.5, RED, 0.1, False),
    ],
)
def test_who_is_surely_seen_where_something_faint_is(gap: float, worn: Histograms, tall: float, same: bool) -> None:
    scene = Scene()
    looks = round(gap * 4)
    for n in range(looks):
        scene.look(n / 4, at(0.3, 0.3, 0.37), dress=lambda _: GREEN)
    (seen,) = scene.look(gap, at(0.3, 0.3, tall=tall), dress=lambda _: worn)
    assert (seen.track == 1) is same


def test_all_of_a_sighting_is_told() -> None:
    scene = Scene()
    scene.aspect = 2.0

    def look(n: int) -> list[Sighting]:
        walker, other = at(0.3 + 0.01 * n, 0.3 + 0.01 * n, 0.5), at(0.8, 0.8, 0.9)
        return scene.look(n / 4, walker, other, dress=dressed({0.8: RED}))

    for n in range(5):
        look(n)
    seen = look(5)
    walking, standing = seen
    assert (walking.track, walking.time, walking.certain, walking.clothes) == (1, 1.25, True, None)
    assert walking.velocity == pytest.approx((0.04, 0.04), abs=1e-4)
    assert (walking.covered, walking.shared, walking.faint, walking.doubtful, walking.instead) == (
        0.0,
        0.0,
        False,
        None,
        None,
    )
    glimpse = walking.glimpse()
    assert (glimpse.time, glimpse.box, glimpse.velocity) == (1.25, walking.box, walking.velocity)
    assert (glimpse.clothes, glimpse.faint) == (None, False)
    assert standing.glimpse().clothes is standing.clothes
    assert standing.clothes is not None
    assert np.array_equal(standing.clothes, RED)
