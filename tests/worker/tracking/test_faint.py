"""What a detector faintly takes for somebody all the time: clothes on a lawn, a dummy, a post.

People walk past it, stand before it and leave. They must be told from when to when they were there, live and recorded
alike; whoever really comes in faintly, from when they came.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from av.video.frame import VideoFrame
from mycamera_worker.detection.detections import Detections
from mycamera_worker.protocol.analysis_settings import AnalysisSettings, Zone
from mycamera_worker.protocol.appearance import LiveAppearance
from mycamera_worker.protocol.values import Box
from mycamera_worker.tracking.appearances import AppearanceCollector
from mycamera_worker.tracking.identity import Faint, Glimpse, Histograms, difference, is_same_still, unlike
from mycamera_worker.tracking.live_appearances import LiveCollector, Look
from mycamera_worker.tracking.presence import PresenceCount
from mycamera_worker.tracking.tracker import PersonTracker
from mycamera_worker.tracking.zones import ZoneWatch
from mycamera_worker.video.decoding import Sample

from .test_identity import BLACK, RED, one_colour

SETTINGS = AnalysisSettings(min_score=0.4, clear_time=6.0)
ASPECT = 4 / 3
NEAR_ENOUGH = 0.5
PICTURE = np.random.default_rng(3).integers(0, 256, (90, 120, 3), np.uint8)
FRAME = VideoFrame.from_ndarray(PICTURE, format="bgr24")
HEAP: Box = (0.19, 0.83, 0.29, 0.92)
"""As in a film: clothes on a lawn, a third as high as those who walk there."""
DUMMY: Box = (0.20, 0.52, 0.28, 0.80)


def unlike_red(by: float) -> Histograms:
    """Return clothes that differ from red ones by so much."""
    most = difference(one_colour(0.0), one_colour(1.0))
    assert most is not None
    return one_colour(0.9 - by / most)


GREEN = unlike_red(0.7)
"""Less than clothes that are somebody else's by themselves."""

type Seen = tuple[Box, float, Histograms]
"""A box, its score, and what is to be seen in it."""
type Scene = Callable[[float], Sequence[Seen]]
"""What the detector finds at a moment."""


def thing(time: float, box: Box = HEAP) -> Seen:
    """Return how it is seen: now more, now less."""
    shake = 0.004 * np.sin(7 * time)
    left, top, right, bottom = box
    return (left + shake, top, right + shake, bottom), 0.33 + 0.05 * float(np.sin(5 * time)), GREEN


def person(x: float, score: float = 0.7, look: Histograms = RED) -> Seen:
    return (x - 0.04, 0.5, x + 0.04, 0.81), score, look


@dataclass
class Told:
    """What a scene was told as."""

    recorded: list[tuple[float, float]] = field(default_factory=list)
    """When the appearances were first and last seen, of the analysis of a recording."""
    live: list[tuple[float, float]] = field(default_factory=list)
    best: list[float] = field(default_factory=list)
    """When the pictures were taken, of both."""
    present: list[tuple[float, int]] = field(default_factory=list)
    """From when on how many were there, live."""
    zone: list[tuple[str, float]] = field(default_factory=list)


def tell(scene: Scene, seconds: float, every: float, settings: AnalysisSettings = SETTINGS) -> Told:
    """Look at a scene once in so many seconds, as a recording's analysis and as a live watch does."""
    told = Told()
    for live in (False, True):
        tracker = PersonTracker(settings, every, apart=None if live else 0.9)
        collector, watch = AppearanceCollector(settings), LiveCollector("yard", settings)
        presence, zones = PresenceCount(settings.clear_time), ZoneWatch(settings.zones, settings.clear_time)
        last: dict[str, LiveAppearance] = {}
        for number in range(round((seconds + (15 if live else 0)) / every)):
            time = number * every
            seen = scene(time) if time <= seconds else []
            rows = np.asarray([[*box, score] for box, score, _ in seen], np.float32).reshape(-1, 5)
            looks = {tuple(row[:4].tolist()): look for row, (_, _, look) in zip(rows, seen, strict=True)}
            sightings = tracker.update(Detections(rows[:, :4], rows[:, 4]), time, ASPECT, lambda b: looks[b])  # noqa: B023
            if not live:
                collector.add(sightings, Sample(time, number, FRAME), PICTURE)
                continue
            for each in watch.add(sightings, Look(FRAME, PICTURE, time, time), "person.pt"):
                message = each.message
                assert isinstance(message, LiveAppearance)
                # All that is told of somebody is of the same time.
                assert message.first_seen <= message.best_time <= message.last_seen
                assert message.path[0].time == 0
                assert message.path[-1].time == pytest.approx(message.last_seen - message.first_seen)
                last[message.id] = message
            if (persons := presence.update(sum(one.certain for one in sightings), time)) is not None:
                told.present.append((time, persons))
            told.zone += [(change.kind, change.time) for change in zones.update(sightings, time, ASPECT)]
        if not live:
            recorded, _ = collector.finish("job")
            told.recorded = [(one.first_seen, one.last_seen) for one in recorded]
            told.best += [one.best_time for one in recorded]
            assert all(one.first_seen <= one.best_time <= one.last_seen for one in recorded)
        told.best += [one.best_time for one in last.values()]
        told.live = [(one.first_seen, one.last_seen) for one in last.values()]
    return told


def visit(time: float, came: float, left: float, *, walk: float = 0.14) -> list[Seen]:
    """Return who comes by a moment, stands there, and has gone by another: on foot, or through a door right there."""
    if not came <= time <= left:
        return []
    away = max(0.0, came + 1.2 - time, time - (left - 1.2))
    return [person(0.24 - walk * away)]


RATES = pytest.mark.parametrize("every", [0.1, 0.2, 0.4])
WALKS = pytest.mark.parametrize("walk", [0.14, 0.0], ids=["on foot", "out of a door"])
THINGS = pytest.mark.parametrize("box", [HEAP, DUMMY], ids=["a heap", "a dummy"])


@RATES
@THINGS
@WALKS
@pytest.mark.parametrize("hidden", [True, False], ids=["hidden meanwhile", "seen meanwhile"])
def test_who_stands_before_a_thing_is_told_from_when_they_came_until_they_left(
    every: float, box: Box, walk: float, hidden: bool
) -> None:
    def scene(time: float) -> list[Seen]:
        there = visit(time, 14.0, 20.0, walk=walk)
        # Of two boxes at one place a detector tells the surer one.
        return there if there and (hidden or box == DUMMY) else [*there, thing(time, box)]

    told = tell(scene, 40.0, every)
    for ((first, last),) in (told.recorded, told.live):
        assert first == pytest.approx(14.0, abs=NEAR_ENOUGH)
        assert last == pytest.approx(20.0, abs=NEAR_ENOUGH)
    assert [persons for _, persons in told.present] == [0, 1, 0]
    assert told.present[1][0] == pytest.approx(14.0 + 2 * every, abs=every + 1e-6)
    assert told.present[2][0] == pytest.approx(20.0 + SETTINGS.clear_time, abs=2.0)


@RATES
@THINGS
@WALKS
def test_a_thing_is_no_bridge_from_one_visitor_to_another(every: float, box: Box, walk: float) -> None:
    def scene(time: float) -> list[Seen]:
        return visit(time, 3.0, 7.0, walk=walk) or visit(time, 16.0, 20.0, walk=walk) or [thing(time, box)]

    told = tell(scene, 30.0, every)
    for appearances in (told.recorded, told.live):
        assert len(appearances) == 2
        for (first, last), (came, left) in zip(appearances, [(3.0, 7.0), (16.0, 20.0)], strict=True):
            assert first == pytest.approx(came, abs=NEAR_ENOUGH)
            assert last == pytest.approx(left, abs=NEAR_ENOUGH)


@pytest.mark.parametrize("gone", [8.0, 8.6], ids=["at a look", "between looks"])
def test_rare_looks_tell_no_thing_as_who_was_there(gone: float) -> None:
    """Where nothing moves, a recording is looked at each two or four seconds."""
    told = tell(lambda time: [person(0.24)] if time <= gone else [thing(time)], 24.0, 2.0)
    ((_, last),) = told.recorded
    assert last == 8.0
    told = tell(lambda time: [thing(time)] if time <= gone else [person(0.24)], 24.0, 2.0)
    ((first, _),) = told.recorded
    assert first == 10.0


@RATES
def test_who_comes_in_faintly_is_told_from_when_they_came(every: float) -> None:
    """From far away or out of the dark: hardly seen for four seconds, and walking."""
    told = tell(lambda time: [person(0.1 + 0.04 * time, 0.37 if time < 4 else 0.7)], 12.0, every)
    for ((first, last),) in (told.recorded, told.live):
        assert first == 0.0
        assert last == pytest.approx(12.0, abs=every + 1e-6)


@RATES
@pytest.mark.parametrize("dim", [RED, unlike_red(0.2)], ids=["same light", "other light"])
def test_who_stands_in_the_dark_and_steps_into_the_light_was_there(every: float, dim: Histograms) -> None:
    def scene(time: float) -> list[Seen]:
        return [person(0.3, 0.37, dim)] if time < 5 else [person(0.3 + 0.03 * (time - 5))]

    told = tell(scene, 12.0, every)
    for ((first, _),) in (told.recorded, told.live):
        assert first == 0.0


@RATES
def test_who_stands_there_hardly_seen_for_long_has_not_left(every: float) -> None:
    """Somebody sits down in the shade: their own clothes, or others where they are as tall."""
    for look in (unlike_red(0.2), unlike_red(0.5)):

        def scene(time: float, look: Histograms = look) -> list[Seen]:
            return [person(0.3)] if not 5 < time < 15 else [person(0.3, 0.35, look)]

        told = tell(scene, 20.0, every)
        for appearances in (told.recorded, told.live):
            ((first, last),) = appearances
            assert (first, last) == (0.0, pytest.approx(20.0, abs=every + 1e-6))
        assert [persons for _, persons in told.present][:1] == [1]


def test_a_moment_in_which_somebody_is_hardly_seen_parts_nobody() -> None:
    told = tell(lambda time: [person(0.3, 0.35, BLACK) if 5 < time < 6.2 else person(0.3)], 12.0, 0.2)
    assert [len(told.recorded), len(told.live)] == [1, 1]


@RATES
@WALKS
@THINGS
def test_a_zone_is_not_occupied_by_a_thing(every: float, walk: float, box: Box) -> None:
    """What is hardly seen where somebody got out of sight in a zone is not that person."""
    zone = Zone(id="lawn", points=((0.0, 0.0), (0.6, 0.0), (0.6, 1.0), (0.0, 1.0)))
    settings = AnalysisSettings(min_score=0.4, clear_time=6.0, zones=(zone,))
    told = tell(lambda time: visit(time, 3.0, 9.0, walk=walk) or [thing(time, box)], 40.0, every, settings)
    assert [kind for kind, _ in told.zone] == ["enter", "leave"]
    assert told.zone[1][1] == pytest.approx(9.0, abs=2.0)


def test_the_picture_is_not_of_the_thing() -> None:
    """Also where the thing is now and then seen surely, and who stood there was cut by the border."""

    def scene(time: float) -> list[Seen]:
        score = 0.42 if round(time * 5) % 4 == 2 else 0.35
        return (
            [((0.0, 0.5, 0.05, 0.81), 0.5, RED)] if time <= 3 else [((0.02, 0.5, 0.08, 0.81), score, unlike_red(1.2))]
        )

    told = tell(scene, 12.0, 0.2)
    for appearances in (told.recorded, told.live):
        assert appearances == [(0.0, pytest.approx(3.0, abs=NEAR_ENOUGH))]
    assert [when <= 3.0 for when in told.best] == [True, True]


def test_the_rule_asks_for_clothes_or_for_place_and_size() -> None:
    heap, dummy = Glimpse(0.0, HEAP, clothes=GREEN), Glimpse(0.0, DUMMY, clothes=GREEN)
    before_it = Glimpse(2.0, (0.20, 0.5, 0.28, 0.81), clothes=RED)
    for by, by_clothes, by_place in (
        (0.2, True, True),
        (0.25, False, True),
        (0.58, False, True),
        (0.62, False, False),
    ):
        worn = unlike_red(by)
        assert is_same_still(Glimpse(0.0, HEAP, clothes=worn), before_it, ASPECT) is by_clothes
        assert is_same_still(Glimpse(0.0, DUMMY, clothes=worn), before_it, ASPECT) is by_place
    assert not is_same_still(Glimpse(0.0, HEAP), before_it, ASPECT)
    assert is_same_still(Glimpse(0.0, DUMMY), before_it, ASPECT)
    assert not is_same_still(heap, before_it, ASPECT)
    # What is faint is joined by this rule, what is not by the others.
    near = Glimpse(2.0, (0.21, 0.80, 0.29, 0.88), clothes=unlike_red(0.3))
    for faint in (False, True):
        assert (unlike(Glimpse(0.0, HEAP, clothes=RED, faint=faint), near, ASPECT, 5.0) is None) is faint
        assert (
            unlike(replace(near, time=-2.0), Glimpse(0.0, HEAP, clothes=RED, faint=faint), ASPECT, 5.0) is None
        ) is faint
    assert not is_same_still(dummy, Glimpse(2.0, DUMMY, clothes=RED), ASPECT)


def test_what_shakes_stands_and_who_walks_does_not() -> None:
    shaking, walking = Faint(0.0, 0.0, DUMMY), Faint(0.0, 0.0, DUMMY)
    for step in range(12):
        shaking.see((0.20, 0.52 + (0.1 if step % 4 == 3 else 0.0), 0.28, 0.80), None, ASPECT)
        walking.see((0.20 + 0.03 * step, 0.52, 0.28 + 0.03 * step, 0.80), None, ASPECT)
    assert shaking.stands
    assert not walking.stands


@pytest.mark.parametrize("left", [1.8, 2.2, 2.6, 3.0, 3.4])
def test_what_is_told_while_it_is_doubtful_who_is_seen_is_all_of_the_time_before(left: float) -> None:
    """A better picture may be told when the person has gone and only the thing is seen: `tell` checks what is told."""

    def scene(time: float) -> list[Seen]:
        if time > left:
            return [thing(time, DUMMY)]
        # Surely a person from the start, and much more so at last.
        return [person(0.24, score=0.45 if time < left - 0.5 else 0.95)]

    told = tell(scene, 12.0, 0.2)
    assert [last for _, last in told.live] == [pytest.approx(left, abs=NEAR_ENOUGH)]
