"""The tracker at its limits: how far, how long, how faintly and how fast somebody is followed. Times in seconds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from mycamera_worker.detection.detector import Detections
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.values import Box
from mycamera_worker.tracking.identity import Histograms, difference
from mycamera_worker.tracking.tracker import LOST, PersonTracker, Sighting

from .test_identity import one_colour

LOW = 0.4
"""The camera's minimum. Who scores three quarters of it is seen clearly, and nine tenths begin a track."""
TALL = 0.2


def at(x: float, y: float = 0.5, score: float = 0.8, tall: float = TALL) -> tuple[float, float, float, float, float]:
    """Return a box of somebody whose middle is here, and its score."""
    return x - 0.03, y - tall / 2, x + 0.03, y + tall / 2, score


class Scene:
    """A tracker, and the pictures that it is shown."""

    def __init__(
        self, interval: float = 0.25, *, clear_time: float = 10.0, min_height: float = 0.0, apart: float | None = None
    ) -> None:
        settings = AnalysisSettings(min_score=LOW, clear_time=clear_time, min_height=min_height)
        self.tracker = PersonTracker(settings, interval, apart=apart)
        self.aspect = 1.0

    def look(
        self,
        time: float,
        *boxes: tuple[float, float, float, float, float],
        dress: Callable[[Box], Histograms | None] | None = None,
    ) -> list[Sighting]:
        rows = np.asarray(boxes, np.float32).reshape(-1, 5)
        return self.tracker.update(Detections(rows[:, :4], rows[:, 4]), time, self.aspect, dress)

    def walk(self, looks: int, across: float = 0.0, down: float = 0.0, *, worn: Histograms | None = None) -> int:
        """Show somebody from (0.3, 0.3) on who goes so far between two looks; return their track, the same in all."""
        tracks = {
            self.look(n / 4, at(0.3 + across * n, 0.3 + down * n), dress=lambda _: worn)[0].track for n in range(looks)
        }
        (track,) = tracks
        return track


# --- who is followed -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aspect", [0.75, 16 / 9])
@pytest.mark.parametrize(("across", "down"), [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0), (0.6, -0.8)])
@pytest.mark.parametrize(
    ("looks", "gap", "score", "heights"),
    [
        (5, 0.25, 0.25, 0.35),  # hardly seen: at the very place
        (5, 0.5, 0.25, 0.35),
        (5, 0.25, 0.8, 0.35 + 0.5 * 0.25),  # who stands, as is known
        (5, 0.5, 0.8, 0.35 + 0.5 * 0.5),
        (1, 0.25, 0.8, 0.35 + 1.1 * 0.25),  # of whom nobody knows how fast they walk
        (1, 0.5, 0.8, 0.35 + 1.1 * 0.5),
    ],
)
def test_how_far_from_where_they_are_expected_somebody_is_followed(
    looks: int, gap: float, score: float, heights: float, across: float, down: float, aspect: float
) -> None:
    """In heights of theirs, in every direction and picture."""
    for share, followed in ((0.97, True), (1.03, False)):
        scene = Scene()
        scene.aspect = aspect
        track = scene.walk(looks)
        way = heights * share * TALL
        box = at(0.3 + across * way / aspect, 0.3 + down * way, score)
        seen = scene.look((looks - 1) / 4 + gap, box)
        assert [one.track for one in seen] == ([track] if followed else [] if score < LOW else [track + 1])


@pytest.mark.parametrize(("across", "down"), [(0.02, 0.0), (-0.02, 0.0), (0.0, 0.02), (0.0, -0.02), (0.012, 0.016)])
def test_who_walks_is_expected_further_on_and_their_speed_is_told(across: float, down: float) -> None:
    scene = Scene()
    scene.aspect = 1.5
    track = scene.walk(6, across / 1.5, down)
    for ahead, followed in ((1.0, True), (-3.0, False)):
        now = 1.25 + 0.5
        box = at(0.3 + across / 1.5 * (5 + 2 * ahead), 0.3 + down * (5 + 2 * ahead), 0.25)
        fresh = Scene()
        fresh.aspect = 1.5
        assert fresh.walk(6, across / 1.5, down) == track
        seen = fresh.look(now, box)
        assert [one.track for one in seen] == ([track] if followed else [])
    (seen_on,) = scene.look(1.5, at(0.3 + across * 6 / 1.5, 0.3 + down * 6, 0.7))
    assert seen_on.velocity == pytest.approx((across * 4 / 1.5, down * 4), abs=1e-4)
    assert (seen_on.time, seen_on.score, seen_on.level) == (1.5, pytest.approx(0.7), pytest.approx(0.8))


@pytest.mark.parametrize("speed", [0.0, 0.04, -0.04])
@pytest.mark.parametrize(("part", "followed"), [("head", True), ("feet", True), ("middle", True), ("beyond", False)])
def test_of_who_is_mostly_hidden_the_head_or_the_feet_are_where_they_should_be(
    part: str, followed: bool, speed: float
) -> None:
    """Hardly seen, a quarter of their height; also of who walks up or down the picture meanwhile."""
    scene = Scene()
    track = scene.walk(6, 0.0, speed)
    y, tall = 0.3 + 6 * speed, TALL / 4
    middle = {
        "head": y - TALL / 2 + tall / 2,
        "feet": y + TALL / 2 - tall / 2,
        "middle": y,
        "beyond": y + TALL / 2 + 0.36 * TALL + tall,
    }[part]
    seen = scene.look(1.5, at(0.3, middle, 0.25, tall))
    assert [one.track for one in seen] == ([track] if followed else [])


@pytest.mark.parametrize(("times", "same"), [(3.9, True), (4.1, False), (1 / 3.9, True), (1 / 4.1, False)])
def test_nobody_is_four_times_as_tall_a_moment_later(times: float, same: bool) -> None:
    scene = Scene()
    first = scene.look(0.0, at(0.5, 0.5, tall=0.2))
    later = scene.look(0.25, at(0.5, 0.5, tall=0.2 * times))
    assert (later[0].track == first[0].track) is same


@pytest.mark.parametrize(
    ("interval", "gap", "followed"),
    [(0.25, 0.5, True), (0.25, 0.62, True), (0.25, 0.63, False), (0.1, 0.59, True), (0.1, 0.61, False)],
)
def test_who_is_hardly_seen_is_followed_for_two_pictures_and_a_half(
    interval: float, gap: float, followed: bool
) -> None:
    """Where there are many looks, as long as a flicker: to be looked at more often makes nobody harder to follow."""
    scene = Scene(interval)
    track = scene.walk(5)
    seen = scene.look(1.0 + gap, at(0.3, 0.3, 0.2))
    assert [one.track for one in seen] == ([track] if followed else [])


@pytest.mark.parametrize(
    ("score", "follows", "begins"), [(0.37, True, True), (0.35, True, False), (0.29, True, False), (0.15, False, False)]
)
def test_by_what_score_somebody_is_followed_and_by_what_a_track_begins(
    score: float, follows: bool, begins: bool
) -> None:
    scene = Scene()
    scene.walk(5)
    assert len(scene.look(1.25, at(0.3, 0.3, score))) == follows
    assert len(Scene().look(0.0, at(0.3, 0.3, score))) == begins


def test_who_is_seen_clearly_is_nobody_elses_by_a_faint_second_look() -> None:
    """A faint box at the same place is a part of them; each track has one sighting in a picture."""
    scene = Scene()
    track = scene.walk(5)
    assert [one.track for one in scene.look(1.25, at(0.3, 0.3), at(0.31, 0.31, 0.25))] == [track]


def test_who_is_smaller_than_the_camera_asks_for_is_nobody() -> None:
    for tall, count in ((0.19, 0), (0.21, 1)):
        assert len(Scene(min_height=0.2).look(0.0, at(0.5, tall=tall))) == count


def test_a_second_look_at_somebody_is_nobody_and_who_stands_before_a_crowd_is_somebody() -> None:
    """Of a box over three quarters within that of one known, which it fills for more than three eighths."""
    for tall, shift, people in (
        (0.2, 0.005, 1),  # nearly the same box
        (0.09, 0.0, 1),  # 0.45 of theirs
        (0.065, 0.0, 2),  # 0.325: a child before them
        (0.2, 0.018, 2),  # seven tenths within theirs
        (0.2, 0.012, 1),  # eight tenths
    ):
        scene = Scene()
        scene.walk(5)
        seen = scene.look(1.25, at(0.3, 0.3), at(0.3 + shift, 0.3, 0.7, tall))
        assert len(seen) == people, (tall, shift)


# --- how long --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("gap", "same"), [(LOST - 0.1, True), (LOST + 0.1, False)])
def test_who_is_out_of_sight_while_others_are_seen_is_looked_for_so_long(gap: float, same: bool) -> None:
    scene = Scene()
    track = scene.walk(5)
    for n in range(5, round((1.0 + gap) * 4)):
        scene.look(n / 4, at(0.8, 0.8))
    seen = scene.look(1.0 + gap, at(0.3, 0.3), at(0.8, 0.8))
    assert (seen[0].track == track) is same


@pytest.mark.parametrize(
    ("interval", "clear_time", "gap", "same"),
    [
        (0.25, 1.0, 1.0, True),  # just the clear time
        (0.25, 1.0, 1.01, False),
        (2.0, 1.0, 4.0, True),  # two usual intervals, where looks are rarer than that
        (2.0, 1.0, 4.1, False),
        (0.25, 10.0, 6.0, True),  # nothing was looked at meanwhile
        (0.25, 10.0, 10.0, True),
        (0.25, 10.0, 10.1, False),
    ],
)
def test_how_long_nothing_may_be_looked_at(interval: float, clear_time: float, gap: float, same: bool) -> None:
    scene = Scene(interval, clear_time=clear_time)
    (first,) = scene.look(0.0, at(0.3, 0.3))
    (later,) = scene.look(gap, at(0.3, 0.3))
    assert (later.track == first.track) is same


def test_where_looks_are_rare_somebody_may_be_left_out_of_one() -> None:
    for gap, same in ((4.0, True), (4.1, False)):
        scene = Scene(2.0, clear_time=1.0)
        (first,) = scene.look(0.0, at(0.3, 0.3))
        scene.look(gap / 2, at(0.8, 0.8))
        seen = scene.look(gap, at(0.3, 0.3), at(0.8, 0.8))
        assert (seen[0].track == first.track) is same


# --- who is certain --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("apart", "certain"), [(None, False), (0.75, True), (1.0, True), (1.1, False)])
def test_two_sightings_are_enough_where_they_are_far_apart(apart: float | None, certain: bool) -> None:
    scene = Scene(1.0, apart=apart)
    assert not scene.look(5.0, at(0.3))[0].certain
    assert scene.look(6.0, at(0.3))[0].certain is certain
    assert scene.look(7.0, at(0.3))[0].certain


def test_one_sighting_is_never_enough() -> None:
    assert not Scene(1.0, apart=0.0).look(5.0, at(0.3))[0].certain


def test_by_the_median_of_the_last_five_at_best_so_far() -> None:
    scene = Scene()
    levels = [
        scene.look(n / 4, at(0.3, score=score))[0].level for n, score in enumerate((0.5, 0.7, 0.9, 0.5, 0.5, 0.5))
    ]
    assert levels == pytest.approx([0.0, 0.0, 0.7, 0.7, 0.7, 0.7])


# --- how fast --------------------------------------------------------------------------------------------------------


def test_speed_is_known_from_the_third_look_and_from_a_third_of_a_second_on() -> None:
    """Before, there is too little to tell it from how boxes shake; and only the last second counts."""
    scene = Scene(0.1)
    speeds = [scene.look(n / 10, at(0.3 + 0.01 * n))[0].velocity[0] for n in range(5)]
    assert speeds == pytest.approx([0.0, 0.0, 0.1, 0.1, 0.1], abs=1e-4)
    back = [scene.look(n / 10, at(0.34 - 0.01 * (n - 4)))[0].velocity for n in range(5, 20)]
    assert back[-1] == pytest.approx((-0.1, 0.0), abs=1e-4)


def test_two_looks_a_moment_apart_tell_no_speed() -> None:
    scene = Scene(0.25)
    scene.look(0.0, at(0.3))
    (seen,) = scene.look(0.25, at(0.34))
    assert seen.velocity == (0.0, 0.0)
    (seen,) = scene.look(0.5, at(0.38))
    assert seen.velocity == pytest.approx((0.16, 0.0), abs=1e-4)


@pytest.mark.parametrize("aspect", [0.75, 2.0])
def test_each_is_steered_by_their_own_measure_and_only_those_just_seen(aspect: float) -> None:
    scene = Scene()
    scene.aspect = aspect

    def look(n: int, *, third: bool = True) -> dict[int, tuple[float, float]]:
        boxes = [at(0.2 + 0.005 * n, 0.2), at(0.2, 0.5 + 0.005 * n), *([at(0.8, 0.8)] if third else [])]
        return {seen.track: seen.velocity for seen in scene.look(n / 4, *boxes)}

    for n in range(5):
        look(n)
    before = look(5, third=False)
    first, second = sorted(before)
    unseen = 6 - first - second  # three tracks, numbered from 1
    assert (first, second, unseen) == (1, 2, 3)
    scene.tracker.steer({second: (0.0, 0.06), unseen: (0.2, 0.2)}, aspect)
    speeds = {track.key: track.velocity for track in scene.tracker._tracks}
    assert speeds[first] == pytest.approx((0.02 * aspect, 0.0), abs=1e-4), "nothing was measured"
    assert speeds[second] == pytest.approx((0.0, 0.06))
    assert speeds[unseen] == pytest.approx((0.0, 0.0), abs=1e-4), "not in this picture"
    scene.tracker.steer({first: (0.05, 0.01)}, aspect)
    speeds = {track.key: track.velocity for track in scene.tracker._tracks}
    assert speeds[first] == pytest.approx((0.05 * aspect, 0.01))


@pytest.mark.parametrize(("quicker", "believed"), [(0.29, True), (0.31, False)])
def test_nobody_quickens_by_more_than_one_and_a_half_of_their_heights_a_second(quicker: float, believed: bool) -> None:
    scene = Scene()
    track = scene.walk(5)
    scene.tracker.steer({track: (0.0, quicker)}, 1.0)
    (known,) = scene.tracker._tracks
    assert known.velocity == pytest.approx((0.0, quicker if believed else 0.0), abs=1e-4)
    fresh = Scene()
    (seen,) = fresh.look(0.0, at(0.3))
    fresh.tracker.steer({seen.track: (9.0, 0.0)}, 1.0)
    (known,) = fresh.tracker._tracks
    assert known.velocity == (9.0, 0.0), "whose speed is not known may have any"


# --- clothes ---------------------------------------------------------------------------------------------------------

MOST = difference(one_colour(0.0), one_colour(1.0)) or 0.0


@pytest.mark.parametrize(
    ("looks", "gap", "look", "same"),
    [
        (5, 0.5, 0.80, False),
        (5, 0.5, 0.70, True),
        (4, 0.5, 0.80, True),  # not known well
        (5, 0.25, 0.80, True),  # a moment later: the light
    ],
)
def test_in_quite_other_clothes_somebody_is_somebody_else_once_theirs_are_known(
    looks: int, gap: float, look: float, same: bool
) -> None:
    scene = Scene()
    track = scene.walk(looks, worn=one_colour(0.9))
    seen = scene.look((looks - 1) / 4 + gap, at(0.3, 0.3), dress=lambda _: one_colour(0.9 - look / MOST))
    assert (seen[0].track == track) is same


def test_clothes_are_the_mean_of_the_first_looks() -> None:
    scene = Scene(0.1)
    for n, (place, mean) in enumerate(((0.0, 0.0), (1.0, 0.5), (0.5, 0.5))):
        worn = one_colour(place)
        (seen,) = scene.look(n / 10, at(0.3), dress=lambda _, worn=worn: worn)  # type: ignore[misc]
        assert seen.clothes is not None
        bins = np.arange(seen.clothes.shape[-1])
        assert float((seen.clothes[0, 0] * bins).sum()) / bins[-1] == pytest.approx(mean)


# --- who hides whom --------------------------------------------------------------------------------------------------


def test_who_stands_before_somebody_hides_them_and_not_the_other_way_round() -> None:
    """Their feet are lower in the picture."""
    scene = Scene()
    near, far = at(0.5, 0.6, tall=0.4), at(0.5, 0.5, tall=0.2)
    covered = {round(seen.box[3], 2): seen.covered for seen in scene.look(0.0, near, far)}
    assert covered == {0.8: 0.0, 0.6: pytest.approx(1.0)}
    shared = {round(seen.box[3], 2): seen.shared for seen in scene.look(0.25, near, far)}
    assert shared == {0.8: pytest.approx(0.5), 0.6: pytest.approx(1.0)}


@pytest.mark.parametrize("aspect", [1.0, 1.5])
@pytest.mark.parametrize(
    ("across", "down", "shared"), [(0.05, 0.0, 2 / 3), (-0.05, 0.0, 2 / 3), (0.0, 0.05, 0.9), (0.0, -0.05, 0.9)]
)
def test_where_somebody_who_is_not_seen_for_a_moment_is_expected_a_picture_is_shared_with_them(
    across: float, down: float, shared: float, aspect: float
) -> None:
    """One walks behind another who stands 0.02 beside where the first is by then."""
    scene = Scene()
    scene.aspect = aspect
    x = 0.5 + 6 * across + np.sign(across) * 0.02
    stands = at(x, 0.3 + 6 * down + np.sign(down) * 0.02)
    for n in range(6):
        scene.look(n / 4, at(0.5 + across * n, 0.3 + down * n), stands)
    (seen,) = scene.look(1.5, stands)
    assert seen.track == 2
    assert seen.shared == pytest.approx(shared, abs=0.01)


def test_a_box_in_which_many_are_is_shared_no_more_than_all_of_it() -> None:
    scene = Scene()
    seen = scene.look(0.0, at(0.5, 0.5, 0.8), at(0.51, 0.51, 0.8), at(0.49, 0.49, 0.8), at(0.5, 0.52, 0.8))
    assert max(one.shared for one in seen) <= 1.0
