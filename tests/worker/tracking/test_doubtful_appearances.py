"""What a recording tells of somebody of whom it is doubtful for a while whether it is they. Seconds.

The scenes of `test_faint` show it whole; here each rule stands alone.
"""

from __future__ import annotations

import numpy as np
import pytest
from av.video.frame import VideoFrame
from mycamera_worker.detection.detector import Frame
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.appearance import RecordedAppearance
from mycamera_worker.protocol.values import Box
from mycamera_worker.tracking.appearances import AppearanceCollector, Held
from mycamera_worker.tracking.identity import Histograms
from mycamera_worker.tracking.tracker import Sighting
from mycamera_worker.video.decoding import Sample

from .test_identity import BLACK, RED

FLAT: Frame = np.full((200, 400, 3), 120, np.uint8)
HERE: Box = (0.4, 0.3, 0.5, 0.7)
AWAY: Box = (0.7, 0.3, 0.8, 0.7)


def seen(
    time: float,
    box: Box = HERE,
    *,
    track: int = 1,
    score: float = 0.6,
    certain: bool = True,
    clothes: Histograms | None = None,
    faint: bool = False,
    doubtful: float | None = None,
    instead: tuple[int, float] | None = None,
) -> Sighting:
    return Sighting(track, time, box, score, certain, clothes=clothes, faint=faint, doubtful=doubtful, instead=instead)


def told(*sightings: Sighting, clear_time: float = 10.0) -> list[RecordedAppearance]:
    """Return what is told of them; each is in a picture of its own, whose number is ten times its moment."""
    collector = AppearanceCollector(AnalysisSettings(min_score=0.4, clear_time=clear_time))
    for each in sightings:
        frame = VideoFrame.from_ndarray(FLAT, format="bgr24")
        collector.add([each], Sample(each.time, round(each.time * 10), frame), FLAT)
    return collector.finish("job")[0]


def test_who_is_doubtful_at_last_was_seen_before_that() -> None:
    ways = [seen(n, doubtful=4.0 if n > 4 else None) for n in range(7)]
    (one,) = told(*ways)
    assert (one.first_seen, one.last_seen, one.sightings) == (0, 3, 4)
    assert [point.time for point in one.path] == [0, 1, 2, 3]


def test_who_is_no_longer_doubtful_was_there_meanwhile() -> None:
    (one,) = told(*(seen(n, doubtful=1.0 if n == 2 else None) for n in range(4)))
    assert (one.last_seen, one.sightings) == (3, 4)


def test_the_best_picture_is_theirs_whenever_it_was() -> None:
    """Also where it was found later that what was seen by then is doubtful."""
    (one,) = told(seen(0), seen(1), seen(2, score=0.9), seen(3, doubtful=0.5))
    assert (one.last_seen, one.best_time, one.sightings) == (2, 2, 3)


def test_a_doubtful_picture_is_worth_less_than_any_that_is_sure() -> None:
    (one,) = told(seen(0, score=0.4), seen(1, score=0.9, doubtful=0.5), seen(2, score=0.4))
    assert (one.best_time, one.confidence, one.last_seen) == (0, 0.4, 2)
    # Among doubtful ones the better one counts.
    (one,) = told(seen(0, score=0.3), seen(1, score=0.9, doubtful=0.5), seen(2, score=0.7, doubtful=0.5))
    assert (one.best_time, one.confidence) == (1, 0.9)


def test_of_whom_something_else_is_seen_instead_is_told_until_it_began() -> None:
    ways = [seen(n) for n in range(9)]
    (one,) = told(*ways, seen(9, track=2, certain=False, instead=(1, 3.0)))
    assert (one.last_seen, one.sightings) == (2, 3)
    (one,) = told(*ways, seen(9, AWAY, track=2, certain=False, instead=(7, 3.0)))
    assert (one.last_seen, one.sightings) == (8, 9), "of whom nothing is known here nothing is forgotten"


def test_what_is_seen_instead_is_told_if_it_is_somebody() -> None:
    ways = [seen(n) for n in range(9)]
    first, second = told(*ways, seen(9, track=2, instead=(1, 3.0)), seen(10, track=2))
    assert (first.last_seen, first.sightings, second.first_seen, second.sightings) == (2, 3, 9, 2)


def test_who_never_was_certain_is_doubtful_in_vain() -> None:
    """Who turns out later to be somebody certain was there all the time."""
    (one,) = told(seen(0, certain=False), seen(1, certain=False, doubtful=0.5), seen(2, track=2), seen(3, track=2))
    assert (one.first_seen, one.sightings) == (0, 4)


@pytest.mark.parametrize(("first", "last", "joined"), [(False, False, True), (True, False, True), (False, True, False)])
def test_what_is_faint_at_last_is_joined_by_the_rule_of_what_is_faint(first: bool, last: bool, joined: bool) -> None:
    """A third of their height away: near enough for somebody, too far for what stands still."""
    third = 0.4 / 3 / 2
    there: Box = (HERE[0] + third, HERE[1], HERE[2] + third, HERE[3])
    found = told(seen(0), seen(1), seen(2, there, track=2, faint=first), seen(3, there, track=2, faint=last))
    assert len(found) == (1 if joined else 2)


@pytest.mark.parametrize(("worn", "joined"), [(RED, True), (BLACK, False)])
def test_the_way_ends_in_what_was_worn_at_last(worn: Histograms, joined: bool) -> None:
    found = told(seen(0, clothes=RED), seen(1, clothes=worn), seen(2, track=2, clothes=RED))
    assert len(found) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("clear_time", "gap", "joined"),
    [(10.0, 5.0, True), (10.0, 5.01, False), (3.0, 3.0, True), (3.0, 3.01, False)],
)
def test_nobody_is_out_of_sight_for_more_than_five_seconds_or_the_clear_time(
    clear_time: float, gap: float, joined: bool
) -> None:
    found = told(seen(1.0), seen(1.0 + gap, track=2), clear_time=clear_time)
    assert len(found) == (1 if joined else 2)


def test_a_compressed_picture_is_made_once() -> None:
    held = Held(Sample(1.0, 10, VideoFrame.from_ndarray(FLAT, format="bgr24")))
    jpeg = held.jpeg()
    assert held.jpeg() is jpeg
    held.compress()
    assert held.jpeg() is jpeg
    assert held.picture().shape == FLAT.shape
