"""Who is who after two met: by what they wore before and wear after, in the tracker and in what is told of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from av.video.frame import VideoFrame
from mycamera_worker.detection.detections import Detections
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.appearance import LiveAppearance
from mycamera_worker.protocol.values import Box
from mycamera_worker.tracking.appearances import AppearanceCollector
from mycamera_worker.tracking.identity import Histograms, difference, mistaken
from mycamera_worker.tracking.live_appearances import LiveCollector, Look, Told
from mycamera_worker.tracking.tracker import PersonTracker, Sighting
from mycamera_worker.video.decoding import Sample

from .test_identity import one_colour

SETTINGS = AnalysisSettings(min_score=0.4, clear_time=6.0)
ASPECT = 16 / 9
RED, BLUE = one_colour(0.65), one_colour(0.5)
BOTH = one_colour(0.575)
"""What is seen of two who are close."""
NEAR_RED, NEAR_BLUE = one_colour(0.63), one_colour(0.52)
PICTURE = np.random.default_rng(1).integers(0, 255, (180, 320, 3), np.uint8)

type Person = tuple[float, Histograms, float]
"""How far to the right, what they wear, and which part of them is to be seen."""


class Street:
    """A tracker that looks at a street five times a second."""

    def __init__(self) -> None:
        self.tracker = PersonTracker(SETTINGS, 0.2)
        self.now = 0.0
        self.seen: list[list[Sighting]] = []

    def look(self, *people: Person) -> None:
        boxes = np.asarray([(x, 0.4, x + 0.06, 0.4 + 0.3 * whole) for x, _, whole in people], np.float32)
        worn = {tuple(box): clothes for box, (_, clothes, _) in zip(boxes.tolist(), people, strict=True)}
        found = Detections(boxes, np.full(len(boxes), 0.7, np.float32))
        self.seen.append(self.tracker.update(found, self.now, ASPECT, lambda box: worn.get(tuple(box))))
        self.now += 0.2

    def meet(self, *, turn: bool, after: tuple[Histograms, Histograms] = (RED, BLUE), whole: float = 1.0) -> None:
        """Show two who walk towards each other, one box of both for a second, and both as they go apart.

        They go on, or turn round where they met; `after`: what each then wears, the left one first, as far as seen.
        """
        for step in range(10):
            self.look((0.20 + 0.022 * step, RED, 1.0), (0.65 - 0.022 * step, BLUE, 1.0))
        for _ in range(3):
            self.look((0.425, BOTH, 1.0))
        for step in range(1, 14):
            red, blue = after if step > 3 else (BOTH, BOTH)
            far = 0.01 + 0.022 * step
            left, right = 0.425 - far, 0.425 + far
            self.look(
                *(((left, red, whole), (right, blue, whole)) if turn else ((right, red, whole), (left, blue, whole)))
            )

    @property
    def exchanges(self) -> list[tuple[int, tuple[int, float]]]:
        return [(each.track, each.exchanged) for look in self.seen for each in look if each.exchanged is not None]

    def tracks(self, look: int) -> dict[int, float]:
        """Return who was where in a look: how far to the right, by track."""
        return {each.track: each.box[0] for each in self.seen[look]}


def test_two_who_turn_round_where_they_met_are_told_apart_by_their_clothes() -> None:
    street = Street()
    street.meet(turn=True)
    assert street.tracks(3).keys() == street.tracks(-1).keys() == {1, 2}
    crossed = street.tracks(-1)[1] > street.tracks(-1)[2]
    assert crossed, "the tracks went on as they walked before: else there is nothing to exchange"
    ((track, (other, since)),) = street.exchanges
    assert {track, other} == {1, 2}
    assert 1.7 <= since <= 3.1, "while they were close"


@pytest.mark.parametrize(
    ("turn", "after", "whole"),
    [
        pytest.param(False, (RED, BLUE), 1.0, id="who goes on"),
        pytest.param(True, (NEAR_RED, NEAR_RED), 1.0, id="who looks like the other"),
        pytest.param(True, (RED, BLUE), 0.6, id="who is half hidden"),
    ],
)
def test_nobody_is_exchanged(turn: bool, after: tuple[Histograms, Histograms], whole: float) -> None:
    street = Street()
    street.meet(turn=turn, after=after, whole=whole)
    assert street.exchanges == []


def test_clothes_after_an_exchange_are_those_of_before() -> None:
    """Else whoever they meet next is compared with what was seen of the other."""
    street = Street()
    street.meet(turn=True)
    (decided,) = (look for look in street.seen if any(each.exchanged is not None for each in look))
    for each, before in zip(sorted(decided, key=lambda sighting: sighting.box), (RED, BLUE), strict=True):
        assert (difference(each.clothes, before) or 0.0) < 0.02


def test_how_clearly_two_are_mistaken() -> None:
    assert mistaken((RED, BLUE), (RED, BLUE)) < 0 < mistaken((RED, BLUE), (NEAR_BLUE, NEAR_RED))
    assert mistaken((RED, BLUE), (RED, RED)) == pytest.approx(0)


def box(x: float) -> Box:
    return x, 0.2, x + 0.1, 0.8


class Shown:
    """Collectors of a stream and of a file that are shown the same sightings."""

    def __init__(self) -> None:
        self.live, self.recorded = LiveCollector("yard", SETTINGS), AppearanceCollector(SETTINGS)
        self.told: list[Told] = []

    def see(self, now: float, *sightings: Sighting, entered: dict[int, Sequence[str]] | None = None) -> None:
        frame = VideoFrame.from_ndarray(PICTURE, format="bgr24")
        self.told += self.live.add(sightings, Look(frame, PICTURE, now, now), "person.pt", entered)
        self.recorded.add(sightings, Sample(time=now, number=round(now * 5), frame=frame), PICTURE)

    def watch(
        self,
        *,
        decided: float = 2.0,
        best: dict[int, float] | None = None,
        second: Sequence[int] = range(16),
        looks: int = 16,
    ) -> None:
        """Show two for three seconds: the first on the left, the second on the right; they met after one second.

        `best`: when a track is seen best; `second`: which looks show the second.
        """
        for number in range(looks):
            now = number / 5
            exchanged = (2, 1.0) if number == round(decided * 5) else None
            self.see(
                now,
                *(
                    Sighting(
                        track,
                        now,
                        box(x),
                        0.9 if (best or {}).get(track) == now else 0.5,
                        True,
                        0.5,
                        exchanged=exchanged if track == 1 else None,
                    )
                    for track, x in ((1, 0.1), (2, 0.7))
                    if track == 1 or number in second
                ),
                entered={1: ["left, late"]} if now == 1.4 else {1: ["left, early"]} if now == 0.4 else None,
            )
        self.told += self.live.tick(30.0, "person.pt")

    def ended(self) -> list[LiveAppearance]:
        """Return the two appearances as they were told at last, who was on the left first before."""
        ended = [t.message for t in self.told if isinstance(t.message, LiveAppearance) and t.message.phase == "ended"]
        return sorted(ended, key=lambda each: each.path[0].box[0])


def test_the_way_since_they_met_is_exchanged() -> None:
    shown = Shown()
    shown.watch(second=[number for number in range(16) if number != 8])
    appearances, _ = shown.recorded.finish("job")
    for both in (shown.ended(), sorted(appearances, key=lambda each: each.path[0].box[0])):
        assert [one.sightings for one in both] == [15, 16]
        for one, before, after in zip(both, (0.1, 0.7), (0.7, 0.1), strict=True):
            assert {p.box[0] for p in one.path if p.time < 0.99} == {before}
            assert {p.box[0] for p in one.path if p.time > 0.99} == {after}


def test_zones_entered_since_they_met_are_exchanged() -> None:
    shown = Shown()
    shown.watch()
    first, second = shown.ended()
    assert (first.zones, second.zones) == (("left, early",), ("left, late",))


def test_a_zone_that_was_told_of_the_other_is_taken_back_while_they_are_there() -> None:
    """Without a new picture: the one that was sent is of who is meant."""
    shown = Shown()
    shown.watch(best={1: 0.2}, decided=2.8, second=range(24), looks=24)
    first, _ = shown.ended()
    told = [t.message for t in shown.told if isinstance(t.message, LiveAppearance) and t.message.id == first.id]
    assert [(each.phase, each.zones, each.snapshot is None) for each in told] == [
        ("began", (), False),
        ("better", ("left, early", "left, late"), False),
        ("better", ("left, early",), True),
        ("ended", ("left, early",), True),
    ]


@pytest.mark.parametrize("best", [{1: 0.2, 2: 0.4}, {1: 1.2, 2: 1.6}, {1: 0.2, 2: 1.6}, {1: 1.6, 2: 0.2}])
def test_the_best_picture_is_of_who_is_meant(best: dict[int, float]) -> None:
    shown = Shown()
    shown.watch(best=best)
    appearances, _ = shown.recorded.finish("job")
    for one, before, after in zip(shown.ended(), (0.1, 0.7), (0.7, 0.1), strict=True):
        assert one.best_box[0] == (before if one.best_time < 0.99 else after)
    for each, before, after in zip(
        sorted(appearances, key=lambda each: each.path[0].box[0]), (0.1, 0.7), (0.7, 0.1), strict=True
    ):
        assert each.best_box[0] == (before if each.best_time < 0.99 else after)


def test_a_picture_of_the_other_that_was_told_is_followed_by_one_of_who_is_meant() -> None:
    shown = Shown()
    shown.watch(best={1: 1.2, 2: 1.6}, decided=2.8)
    for one, before, after in zip(shown.ended(), (0.1, 0.7), (0.7, 0.1), strict=True):
        told = [
            t.message
            for t in shown.told
            if isinstance(t.message, LiveAppearance) and t.message.id == one.id and t.message.snapshot is not None
        ]
        assert told[-1].best_box[0] == (before if told[-1].best_time < 0.99 else after)


def test_somebody_who_came_later_than_they_met_is_not_exchanged() -> None:
    shown = Shown()
    shown.watch(second=range(7, 16))
    appearances, _ = shown.recorded.finish("job")
    for both in (shown.ended(), sorted(appearances, key=lambda each: each.path[0].box[0])):
        for one, x in zip(both, (0.1, 0.7), strict=True):
            assert {point.box[0] for point in one.path} == {x}
