"""Zones and ignore masks: on made-up walks, and with real walkers."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mycamera_worker.analysis import FileAnalysis
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.detection.detector import Detections
from mycamera_worker.detection.inference import Inference
from mycamera_worker.protocol.analysis_settings import AnalysisSettings, Zone, ZoneKind
from mycamera_worker.protocol.appearance import LiveAppearance
from mycamera_worker.protocol.messages import decode_client, encode
from mycamera_worker.protocol.recordings import Analyze, Analyzed
from mycamera_worker.protocol.values import Box, Polygon
from mycamera_worker.protocol.watch import Watch, ZoneEvent, ZonePresence
from mycamera_worker.tracking.tracker import Sighting
from mycamera_worker.tracking.zones import ENTER_LOOKS, LEAVE_LOOKS, LiveZones, ZoneChange, ZoneWatch, zone_visits
from mycamera_worker.video.motion import MotionGate
from mycamera_worker.video.polygons import IgnoredParts, depth_within
from mycamera_worker.watching import LiveWatch

ASPECT = 16 / 9
LEFT: Polygon = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))
EVERYTHING: Polygon = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
TALL = 0.3


def standing(x: float, y: float, tall: float = TALL) -> Box:
    """Return the box of a person whose feet are there."""
    return x - tall / 8, y - tall, x + tall / 8, y


def seen(x: float, time: float, *, track: int = 1, y: float = 0.8, certain: bool = True) -> Sighting:
    return Sighting(track, time, standing(x, y), 0.7, certain)


def walk(watch: ZoneWatch, places: list[float], *, track: int = 1, start: float = 0.0) -> list[ZoneChange]:
    """Let one person be at these places, five times a second."""
    return [
        change
        for step, x in enumerate(places)
        for change in watch.update([seen(x, start + step / 5, track=track)], start + step / 5, ASPECT)
    ]


def kinds(changes: list[ZoneChange]) -> list[str]:
    return [change.kind for change in changes]


def test_who_walks_through_enters_and_leaves() -> None:
    watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10)
    changes = walk(watch, [0.1] * 5 + [0.3] * 5 + [0.9] * 5)
    assert kinds(changes) == ["enter", "leave"]
    enter, leave = changes
    assert (enter.time, enter.seconds) == (0.0, 0.0)
    assert leave.time == pytest.approx(2.0)
    assert leave.seconds == pytest.approx(2.0)


def test_one_look_is_not_enough() -> None:
    watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10)
    assert walk(watch, [0.9, 0.9, 0.9, 0.1, 0.9, 0.9]) == []


def test_nobody_leaves_before_three_looks_outside() -> None:
    watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10)
    assert kinds(walk(watch, [0.1] * 5 + [0.9, 0.9] + [0.1] * 3 + [0.9, 0.9] + [0.1] * 3)) == ["enter"]
    (leave,) = walk(watch, [0.9] * 3, start=3.0)
    assert (leave.kind, leave.time) == ("leave", pytest.approx(3.0)), "and then since the first of them"


@given(st.lists(st.floats(min_value=-0.02, max_value=0.02), min_size=3, max_size=80))
def test_on_the_border_nobody_comes_and_goes(shakes: list[float]) -> None:
    """Boxes shake by less than a tenth of the person's height: one enter at most, and never a leave."""
    watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10)
    changes = walk(watch, [0.5 + shake * 0.8 for shake in shakes])
    assert kinds(changes) in ([], ["enter"])


@given(st.lists(st.sampled_from([0.1, 0.45, 0.51, 0.6, 0.9, None]), max_size=120), st.sampled_from([0.0, 0.4, 3.0]))
def test_every_stay_has_one_beginning_and_one_end(places: list[float | None], dwell: float) -> None:
    zone = Zone(id="lawn", points=LEFT, dwell=dwell)
    watch = ZoneWatch([zone], clear_time=1.0)
    changes: list[ZoneChange] = []
    for step, x in enumerate(places):
        sightings = [] if x is None else [seen(x, step / 5)]
        changes += watch.update(sightings, step / 5, ASPECT)
        inside = kinds(changes).count("enter") - kinds(changes).count("leave")
        assert watch.persons() == {"lawn": inside}
        assert inside in (0, 1)
    changes += watch.finish()
    stays = [change for change in changes if change.kind != "dwell"]
    assert kinds(stays) == ["enter", "leave"] * (len(stays) // 2)
    assert watch.persons() == {"lawn": 0}
    for enter, leave in zip(stays[::2], stays[1::2], strict=True):
        assert leave.entered == enter.time <= leave.time
        dwelled = [c for c in changes if c.kind == "dwell" and c.entered == enter.time]
        assert len(dwelled) <= 1
        assert all(change.seconds >= dwell for change in dwelled)
    if dwell == 0:
        assert len(stays) == len(changes)


def test_dwelling_is_told_once_for_each_stay() -> None:
    watch = ZoneWatch([Zone(id="lawn", points=LEFT, dwell=3)], clear_time=10)
    changes = walk(watch, [0.2] * 60 + [0.9] * 5 + [0.2] * 60)
    assert kinds(changes) == ["enter", "dwell", "leave", "enter", "dwell"]
    assert changes[1].seconds == pytest.approx(3.0, abs=0.21)


def test_who_is_not_certain_is_told_afterwards_or_never() -> None:
    watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10)
    for step in range(4):
        assert watch.update([seen(0.2, step / 5, certain=False)], step / 5, ASPECT) == []
        assert watch.persons() == {"lawn": 0}
    (enter,) = watch.update([seen(0.2, 0.8)], 0.8, ASPECT)
    assert (enter.kind, enter.time) == ("enter", 0.0)
    assert watch.persons() == {"lawn": 1}


def test_a_stay_before_anybody_is_certain_was_none() -> None:
    watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10)
    for step, x in enumerate([0.2] * 4 + [0.9] * 4):
        assert watch.update([seen(x, step / 5, certain=False)], step / 5, ASPECT) == []
    assert watch.update([seen(0.9, 2.0)], 2.0, ASPECT) == []


def test_who_is_out_of_sight_leaves_when_the_clear_time_is_over() -> None:
    watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=2)
    walk(watch, [0.2] * 5)
    assert watch.update([], 2.5, ASPECT) == []
    assert watch.persons() == {"lawn": 1}
    (leave,) = watch.update([], 2.9, ASPECT)
    assert (leave.kind, leave.time) == ("leave", pytest.approx(0.8))


def test_a_track_that_is_lost_and_found_under_another_number_is_one_stay() -> None:
    watch = ZoneWatch([Zone(id="lawn", points=LEFT, dwell=5)], clear_time=10)
    changes = walk(watch, [0.2] * 10)
    changes += walk(watch, [0.22] * 20, track=2, start=4.0)
    assert kinds(changes) == ["enter", "dwell"]
    assert watch.persons() == {"lawn": 1}


def test_somebody_who_begins_elsewhere_in_the_zone_is_another_one() -> None:
    watch = ZoneWatch([Zone(id="all", points=EVERYTHING)], clear_time=10)
    changes = walk(watch, [0.1] * 10)
    changes += walk(watch, [0.9] * 10, track=2, start=2.0)
    assert kinds(changes) == ["enter", "enter"]


def test_zones_are_independent() -> None:
    zones = [Zone(id="lawn", points=LEFT), Zone(id="all", points=EVERYTHING)]
    changes = walk(ZoneWatch(zones, clear_time=10), [0.2] * 5 + [0.9] * 5)
    assert [(change.zone, change.kind) for change in changes] == [
        ("lawn", "enter"),
        ("all", "enter"),
        ("lawn", "leave"),
    ]


def test_visits_are_those_of_the_live_watch() -> None:
    zones = [Zone(id="lawn", points=LEFT, dwell=1)]
    sightings = [seen(x, step / 5, track=step // 7) for step, x in enumerate([0.2] * 10 + [0.9] * 5 + [0.2] * 4)]
    first, second = zone_visits(zones, sightings, ASPECT)
    assert (first.entered, first.left, first.dwelled) == (0.0, pytest.approx(2.0), True)
    assert (second.entered, second.left, second.dwelled) == (pytest.approx(3.0), pytest.approx(3.6), False)
    assert zone_visits([], sightings, ASPECT) == ()


def test_between_two_looks_people_walk_on() -> None:
    """Recordings are looked at every two seconds or so: whoever crosses a zone in between was in it all the same."""
    gate = Zone(id="gate", points=((0.35, 0.0), (0.65, 0.0), (0.65, 1.0), (0.35, 1.0)), dwell=5)
    (visit,) = zone_visits([gate], [seen(0.1, 0.0), seen(0.3, 2.0), seen(0.8, 4.0), seen(0.9, 6.0)], ASPECT)
    assert (visit.entered, visit.left) == (pytest.approx(2.2, abs=0.21), pytest.approx(3.6, abs=0.21))
    assert not visit.dwelled
    assert zone_visits([gate], [seen(0.1, 0.0), seen(0.3, 2.0), seen(0.8, 20.0), seen(0.9, 22.0)], ASPECT) == ()


def test_live_zones_tell_numbers_then_events() -> None:
    live = LiveZones("yard", [Zone(id="lawn", points=LEFT)], clear_time=10)
    told: list[ZonePresence | ZoneEvent] = []
    entered: list[dict[int, list[str]]] = []
    for step, x in enumerate([0.9] * 4 + [0.2] * 4):
        now = 50 + step / 5
        entered.append(live.look([seen(x, now)], now, ASPECT))
        told += live.tell(now, 1000 + step / 5, known=step >= 2, appearance=lambda track: f"a{track}")
    assert [zones for zones in entered if zones] == [{1: ["lawn"]}]
    empty, occupied, event = told
    assert empty == ZonePresence(camera="yard", zone="lawn", persons=0, time=1000.4)
    assert occupied == ZonePresence(camera="yard", zone="lawn", persons=1, time=1000 + (3 + ENTER_LOOKS) / 5)
    assert isinstance(event, ZoneEvent)
    assert (event.kind, event.track, event.appearance) == ("enter", 1, "a1")
    assert event.time == pytest.approx(1000.8)


def test_a_leave_is_of_the_appearance_that_has_just_ended() -> None:
    live = LiveZones("yard", [Zone(id="lawn", points=LEFT)], clear_time=2)
    appearances: dict[int, str] = {}
    for step in range(4):
        live.look([seen(0.2, step / 5)], step / 5, ASPECT)
        live.tell(step / 5, 1000 + step / 5, known=True, appearance=appearances.get)
        appearances[1] = "a1"
    live.look([], 3.0, ASPECT)
    empty, leave = live.tell(3.0, 1003.0, known=True, appearance=lambda _: None)
    assert isinstance(empty, ZonePresence)
    assert isinstance(leave, ZoneEvent)
    assert (leave.kind, leave.appearance) == ("leave", "a1")


# --- at the limits ----------------------------------------------------------------------------------------------------


def test_who_stands_on_the_very_border_is_in() -> None:
    changes = walk(ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10), [0.5, 0.5])
    assert kinds(changes) == ["enter"]
    watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10)
    walk(watch, [0.5, 0.5])
    assert walk(watch, [0.5, 0.5], track=2, start=0.6) == [], "and who is found there again is the same"


@pytest.mark.parametrize(("tall", "y"), [(0.3, 0.8), (0.3, 0.4), (0.1, 0.8), (0.6, 0.9)])
def test_who_is_a_tenth_of_their_height_beyond_the_border_has_left(tall: float, y: float) -> None:
    """Wherever in the picture they are, and however tall."""
    for beyond, left in ((0.095, False), (0.105, True)):
        watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10)
        changes = [
            change
            for step, x in enumerate([0.3] * 3 + [0.5 + beyond * tall / ASPECT] * 3)
            for change in watch.update(
                [Sighting(7, step / 5, standing(x, y, tall), 0.7, certain=True)], step / 5, ASPECT
            )
        ]
        assert [(change.kind, change.track) for change in changes] == [("enter", 7), ("leave", 7)][: 1 + left]


def test_the_looks_that_made_somebody_enter_do_not_count_for_their_leaving() -> None:
    watch = ZoneWatch([Zone(id="lawn", points=LEFT)], clear_time=10)
    changes = walk(watch, [0.2] * ENTER_LOOKS + [0.9] * (LEAVE_LOOKS - 1))
    assert kinds(changes) == ["enter"]
    (leave,) = walk(watch, [0.9], start=0.8)
    assert leave.time == pytest.approx(0.4)


def test_several_persons_at_once_are_each_told_of() -> None:
    """Two enter in one picture; two are out of sight for long when another two enter."""
    zones = [Zone(id="lawn", points=LEFT, dwell=1.0)]
    watch = ZoneWatch(zones, clear_time=2)

    def look(now: float, y: float, *people: tuple[int, float]) -> list[tuple[str, str, int, float]]:
        changes = watch.update([seen(x, now, track=track, y=y) for track, x in people], now, ASPECT)
        return [(change.kind, change.zone, change.track, change.time) for change in changes]

    assert look(0.0, 0.35, (1, 0.05), (2, 0.45)) == []
    assert look(0.25, 0.35, (1, 0.05), (2, 0.45)) == [("enter", "lawn", 1, 0.0), ("enter", "lawn", 2, 0.0)]
    assert look(0.75, 0.35, (1, 0.05), (2, 0.45)) == []
    assert look(1.0, 0.35, (1, 0.05), (2, 0.45)) == [("dwell", "lawn", 1, 1.0), ("dwell", "lawn", 2, 1.0)]
    assert look(2.75, 0.95, (3, 0.25), (4, 0.75)) == []
    assert look(3.0, 0.95, (3, 0.25), (4, 0.75)) == [("enter", "lawn", 3, 2.75)]
    assert watch.persons() == {"lawn": 3}, "for just the clear time they may be there"
    ended = [("leave", "lawn", 1, 1.0), ("leave", "lawn", 2, 1.0)]
    assert look(3.25, 0.95, (4, 0.25)) == ended
    assert look(3.5, 0.95, (4, 0.25)) == [("enter", "lawn", 4, 3.25)]
    assert [(change.kind, change.zone, change.track) for change in watch.finish()] == [
        ("leave", "lawn", 3),
        ("leave", "lawn", 4),
    ]


@pytest.mark.parametrize("aspect", [0.75, 16 / 9, 4608 / 1728])
@pytest.mark.parametrize("gap", [0.5, 1.0, 4.0])
@pytest.mark.parametrize(("before", "after"), [(0.2, 0.2), (0.2, 0.1), (0.1, 0.2)])
@pytest.mark.parametrize("down", [False, True], ids=["across", "down"])
def test_who_is_found_again_is_as_near_as_they_can_have_walked(
    before: float, after: float, gap: float, aspect: float, down: bool
) -> None:
    """Half of their height and half of it for each second, by the taller of their two boxes, in every picture."""
    reach = 0.2 * (0.5 + 0.5 * gap)
    for way, same in ((0.99 * reach, True), (1.01 * reach, False)):
        x, y = (0.1, 0.25 + way) if down else (0.1 + way / aspect, 0.25)
        watch = ZoneWatch([Zone(id="all", points=EVERYTHING)], clear_time=60)
        for now in (0.0, 3.0):
            watch.update([Sighting(1, now, standing(0.1, 0.25, before), 0.7, certain=True)], now, aspect)
        for now in (3.0 + gap, 3.1 + gap):
            watch.update([Sighting(2, now, standing(x, y, after), 0.7, certain=True)], now, aspect)
        assert watch.persons() == {"all": 1 if same else 2}


def test_who_is_found_again_may_be_just_as_far_as_they_can_have_walked() -> None:
    watch = ZoneWatch([Zone(id="all", points=EVERYTHING)], clear_time=60)
    for now, x, track in ((0.0, 0.25, 1), (1.0, 0.25, 1), (2.0, 0.5, 2), (3.0, 0.5, 2)):
        watch.update([Sighting(track, now, standing(x, 0.5, 0.25), 0.7, certain=True)], now, 1.0)
    assert watch.persons() == {"all": 1}


GATE = Zone(id="gate", points=((0.35, 0.0), (0.65, 0.0), (0.65, 1.0), (0.35, 1.0)))


def test_the_ways_between_two_looks_are_taken_in_steps_of_a_fifth_of_a_second() -> None:
    (visit,) = zone_visits([GATE], [seen(0.1, 0.0), seen(0.33, 2.0), seen(0.83, 4.0), seen(0.9, 6.0)], ASPECT)
    assert (visit.zone, visit.entered, visit.left) == ("gate", pytest.approx(2.2), pytest.approx(3.4))


@pytest.mark.parametrize(("gap", "visited"), [(5.0, True), (5.001, False)])
def test_whoever_was_out_of_sight_for_over_five_seconds_may_have_been_anywhere(gap: float, visited: bool) -> None:
    assert bool(zone_visits([GATE], [seen(0.1, 0.0), seen(0.9, gap)], ASPECT)) is visited


def test_in_a_recording_as_well_one_look_is_not_enough_and_the_last_one_counts() -> None:
    lawn = Zone(id="lawn", points=LEFT)
    assert zone_visits([lawn], [seen(0.9, 0.0), seen(0.3, 0.2), seen(0.9, 0.4)], ASPECT) == ()
    assert zone_visits([lawn], [seen(0.3, 0.0)], ASPECT) == ()
    assert zone_visits([lawn], [], ASPECT) == ()
    (visit,) = zone_visits([lawn], [seen(0.9, 0.0), seen(0.9, 0.2), seen(0.2, 0.8)], ASPECT)
    assert (visit.entered, visit.left) == (pytest.approx(0.6), 0.8)


def test_whose_certainty_came_late_was_in_a_zone_from_the_first() -> None:
    """Who is told of in a recording is known to be a person, in those looks too in which that was not known yet."""
    sightings = [seen(0.2, step / 5, certain=step > 3) for step in range(6)] + [
        seen(0.9, 1.2 + n / 5) for n in range(3)
    ]
    (visit,) = zone_visits([Zone(id="lawn", points=LEFT)], sightings, ASPECT)
    assert (visit.entered, visit.left) == (0.0, pytest.approx(1.2))


def test_a_live_event_says_all_and_is_told_once() -> None:
    live = LiveZones("yard", [Zone(id="lawn", points=LEFT, dwell=0.5)], clear_time=10)
    assert live.tell(0.0, 1000.0, known=False) == []
    events: list[ZoneEvent] = []
    for step in range(8):
        now = step / 4
        live.look([seen(0.2 if step < 5 else 0.9, now, track=3)], now, ASPECT)
        told = live.tell(now, 1000 + now, known=True, appearance=lambda track: f"a{track}")
        events += [message for message in told if isinstance(message, ZoneEvent)]
        assert live.tell(now, 1000 + now, known=True) == []
    happened: list[tuple[ZoneKind, float, float]] = [("enter", 0.0, 0.0), ("dwell", 0.5, 0.5), ("leave", 1.25, 1.25)]
    assert events == [
        ZoneEvent(camera="yard", zone="lawn", kind=kind, time=1000 + after, track=3, seconds=seconds, appearance="a3")
        for kind, after, seconds in happened
    ]


def found(*boxes: Box) -> Detections:
    return Detections(np.asarray(boxes, np.float32).reshape(-1, 4), np.full(len(boxes), 0.7, np.float32))


def test_who_stands_in_a_mask_or_is_mostly_covered_is_ignored() -> None:
    ignored = IgnoredParts([((0.0, 0.5), (0.5, 0.5), (0.5, 0.7), (0.0, 0.7))])
    in_it = standing(0.2, 0.6)
    beyond = standing(0.2, 0.95)  # the mask covers a part of the body
    covered = (0.2, 0.5, 0.25, 0.72)  # the feet show beneath it
    elsewhere = standing(0.8, 0.6)
    kept = ignored.without(found(in_it, beyond, covered, elsewhere))
    assert kept.boxes == pytest.approx(np.asarray([beyond, elsewhere], np.float32))
    assert len(kept.scores) == 2
    assert len(IgnoredParts([]).without(found(in_it))) == 1


points = st.tuples(st.floats(0, 1), st.floats(0, 1))


@given(st.lists(points, min_size=3, max_size=32), st.tuples(*[st.floats(0, 1)] * 4))
def test_any_mask_and_any_box_are_bearable(polygon: list[tuple[float, float]], box: Box) -> None:
    ignored = IgnoredParts([tuple(polygon)])
    assert len(ignored.without(found(box))) in (0, 1)
    assert ignored.picture((108, 192)).shape == (108, 192)


@given(st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_depth_within_a_rectangle(x: float, y: float) -> None:
    depth = depth_within(LEFT, (x, y), ASPECT)
    assert (depth >= 0) == (x <= 0.5) or abs(x - 0.5) < 1e-6
    if x > 0.5:
        assert depth == pytest.approx((0.5 - x) * ASPECT, abs=1e-4)


def test_motion_in_a_mask_is_no_motion() -> None:
    still = np.full((108, 192), 90, np.uint8)
    moved = still.copy()
    moved[40:60, 20:30] = 250
    ignoring, watching = MotionGate(IgnoredParts([LEFT])), MotionGate()
    for gate in (ignoring, watching):
        gate.moves(still)
        gate.moves(still)
    assert watching.moves(moved)
    assert not ignoring.moves(moved)
    moved[40:60, 150:160] = 250
    assert ignoring.moves(moved)


def test_settings_travel() -> None:
    settings = AnalysisSettings(zones=(Zone(id="lawn", points=LEFT, dwell=5),), masks=(EVERYTHING,))
    job = Analyze(job="job", source="/x.mp4", settings=settings)
    assert decode_client(encode(job)) == job


# --- real walkers ----------------------------------------------------------------------------------------------


def analyze(clip: Path, inference: Inference, **settings: object) -> Analyzed:
    job = Analyze(job="job", source=str(clip), settings=AnalysisSettings(min_score=0.4, **settings))  # type: ignore[arg-type]
    return FileAnalysis(job, clip, inference, Cancellation()).run()[0]


def test_walkers_enter_and_leave_a_zone_across_the_walkway(clip: Path, inference: Inference) -> None:
    """Two halves of the picture: whoever crosses the middle is in both, one after the other."""
    zones = (
        Zone(id="near", points=((0.0, 0.5), (1.0, 0.5), (1.0, 1.0), (0.0, 1.0)), dwell=2.0),
        Zone(id="far", points=((0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (0.0, 0.5))),
    )
    result = analyze(clip, inference, zones=zones)
    assert result.appearances
    visits = [(one, visit) for one in result.appearances for visit in one.zones]
    assert {visit.zone for _, visit in visits} == {"near", "far"}
    for one, visit in visits:
        assert one.first_seen <= visit.entered <= visit.left <= one.last_seen
        feet = [point.box[3] for point in one.path if visit.entered <= point.time < visit.left]
        upper = visit.zone == "far"
        assert all(y <= 0.56 if upper else y >= 0.44 for y in feet)
    assert any(visit.dwelled for _, visit in visits if visit.zone == "near")
    plain = analyze(clip, inference)
    assert len(plain.appearances) == len(result.appearances), "zones take nobody away"


def test_a_mask_over_the_walkway_leaves_nobody(clip: Path, inference: Inference) -> None:
    result = analyze(clip, inference, masks=(EVERYTHING,))
    assert result.appearances == ()


def test_walkers_are_told_of_live(clip: Path, inference: Inference) -> None:
    halves = (
        Zone(id="near", points=((0.0, 0.5), (1.0, 0.5), (1.0, 1.0), (0.0, 1.0)), dwell=1.0),
        Zone(id="far", points=((0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (0.0, 0.5))),
    )
    nowhere = Zone(id="nowhere", points=((0.0, 0.0), (0.02, 0.0), (0.0, 0.02)))
    told: list[object] = []
    settings = AnalysisSettings(min_score=0.4, clear_time=3, zones=(*halves, nowhere))
    began = time.time()
    watch = LiveWatch(
        Watch(camera="yard", url=clip.as_uri(), settings=settings),
        inference,
        lambda *messages: told.extend(messages),
    )
    try:

        def events(kind: str) -> list[ZoneEvent]:
            return [message for message in told if isinstance(message, ZoneEvent) and message.kind == kind]

        def pictured() -> bool:
            """Whether the appearances of those who dwell have come, which takes a moment longer."""
            zones = {message.id: message.zones for message in told if isinstance(message, LiveAppearance)}
            return all(message.appearance in zones for message in events("dwell"))

        until = time.monotonic() + 90
        while not (events("enter") and events("dwell") and pictured()) and time.monotonic() < until:
            time.sleep(0.05)
        assert events("enter")
        assert events("dwell")
        assert pictured()
    finally:
        watch.stop()
    presences = [message for message in told if isinstance(message, ZonePresence)]
    assert {message.zone for message in presences} >= {"near", "far", "nowhere"}
    assert all(message.persons == 0 for message in presences if message.zone == "nowhere")
    assert any(message.persons > 0 for message in presences if message.zone == "near")
    for message in told:
        if isinstance(message, ZoneEvent):
            assert message.zone in {"near", "far"}
            assert began - 1 <= message.time <= time.time()
            assert message.kind == "enter" or message.seconds > 0
            assert message.appearance is not None
    assert any(message.zones for message in told if isinstance(message, LiveAppearance))
