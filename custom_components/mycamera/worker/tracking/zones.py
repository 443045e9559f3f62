"""The zones of a camera's picture: who enters and leaves them, who dwells there.

A person stands where the bottom centre of the box is. A zone is entered after several looks in a row within it, and
left after several beyond its border by more than boxes shake, so that somebody on the border does not come and go.

Its numbers are tried on the demo film, whose walkers cross a zone over the walkway (`test_zones.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

import numpy as np

from ..protocol.analysis_settings import Zone, ZoneKind
from ..protocol.appearance import MAX_ZONE_VISITS, ZoneVisit
from ..protocol.values import Box
from ..protocol.watch import ZoneEvent, ZonePresence
from ..video.polygons import depth_within
from .tracker import Sighting

ENTER_LOOKS: Final = 2
LEAVE_LOOKS: Final = 3
_MARGIN: Final = 0.1
"""By how much of its height a person must be beyond the border to have left: the lower edge of a box shakes less."""
_REACH: Final = 1.0
"""Somebody out of sight may be this far from where he was last, by what he can have walked (see `_apart`)."""

_STEP: Final = 0.2
_LONGEST_STEP: Final = 5.0


@dataclass(frozen=True, slots=True)
class ZoneChange:
    """Somebody entered or left a zone, or has been in it for as long as it asks. Times are in seconds."""

    kind: ZoneKind
    zone: str
    track: int
    time: float
    entered: float

    @property
    def seconds(self) -> float:
        """How long the person has been in the zone by then."""
        return self.time - self.entered


@dataclass(slots=True)
class _Stay:
    """Where one person stands with one zone."""

    inside: bool = False
    looks: int = 0
    """Looks in a row that say otherwise."""
    since: float = 0.0
    """When the first of these was."""
    entered: float = 0.0
    dwelled: bool = False


@dataclass(slots=True)
class _Person:
    stays: dict[str, _Stay]
    last: Sighting
    certain: bool = False
    waiting: list[ZoneChange] = field(default_factory=list)
    """What happened before this person was certain."""

    def take(self, changes: Sequence[ZoneChange]) -> None:
        """Note what happened. A stay that is over before this person is certain was never one."""
        for change in changes:
            self.waiting.append(change)
            if change.kind == "leave" and not self.certain:
                self.waiting = [other for other in self.waiting if other.zone != change.zone]


class ZoneWatch:
    """Follows the persons of one camera through its zones. Times are seconds and must not go back."""

    def __init__(self, zones: Sequence[Zone], clear_time: float) -> None:
        self._zones = tuple(zones)
        self._clear_time = clear_time
        self._people: dict[int, _Person] = {}

    def persons(self) -> dict[str, int]:
        """Return how many certain persons are in each zone; one out of sight stays until the clear time is over."""
        return {
            zone.id: sum(person.certain and person.stays[zone.id].inside for person in self._people.values())
            for zone in self._zones
        }

    def tracks(self) -> set[int]:
        """Return the tracks that are followed now."""
        return set(self._people)

    def update(self, sightings: Sequence[Sighting], time: float, aspect: float) -> list[ZoneChange]:
        """Take in who is seen in the picture of this time; `aspect` is the picture's width by its height."""
        if not self._zones:
            return []
        changes: list[ZoneChange] = []
        seen = {sighting.track for sighting in sightings}
        for sighting in sightings:
            person = self._people.get(sighting.track)
            if person is None or (person.last.faint and not sighting.faint):
                # What is hardly seen and stands still is not yet who got out of sight there.
                gone = None if sighting.faint else self._gone(sighting, seen, aspect)
                person = gone or person or _Person({zone.id: _Stay() for zone in self._zones}, sighting)
                self._people[sighting.track] = person
            person.last = sighting
            for zone in self._zones:
                person.take(_step(zone, person.stays[zone.id], sighting, aspect))
            person.certain = person.certain or sighting.certain
            if person.certain:
                changes += person.waiting
                person.waiting = []
        for track, person in list(self._people.items()):
            if time - person.last.time > self._clear_time:
                changes += self._end(track)
        return changes

    def finish(self) -> list[ZoneChange]:
        """Return the leaves of those who are still in zones: nobody is seen any more."""
        return [change for track in list(self._people) for change in self._end(track)]

    def _gone(self, sighting: Sighting, seen: set[int], aspect: float) -> _Person | None:
        """Return who got out of sight in a zone near where a track begins in it, and forget the track they had."""
        within = [zone.id for zone in self._zones if _depth(zone, sighting.box, aspect) >= 0]
        gone = [
            (apart, track)
            for track, person in self._people.items()
            if track not in seen
            and person.certain
            and any(person.stays[zone].inside for zone in within)
            and (apart := _apart(person.last, sighting, aspect)) <= _REACH
        ]
        return self._people.pop(min(gone)[1]) if gone else None

    def _end(self, track: int) -> list[ZoneChange]:
        person = self._people.pop(track)
        if not person.certain:
            return []
        return [
            ZoneChange("leave", zone_id, track, person.last.time, stay.entered)
            for zone_id, stay in person.stays.items()
            if stay.inside
        ]


def _feet(box: Box) -> tuple[float, float]:
    left, _, right, bottom = box
    return (left + right) / 2, bottom


def _apart(earlier: Sighting, later: Sighting, aspect: float) -> float:
    """Return how far two sightings are from each other, by what somebody can walk in between (1)."""
    (x1, y1), (x2, y2) = _feet(earlier.box), _feet(later.box)
    height = max(earlier.box[3] - earlier.box[1], later.box[3] - later.box[1], 1e-6)
    return float(np.hypot((x2 - x1) * aspect, y2 - y1)) / height / (0.5 + 0.5 * (later.time - earlier.time))


def _depth(zone: Zone, box: Box, aspect: float) -> float:
    return depth_within(zone.points, _feet(box), aspect)


def _step(zone: Zone, stay: _Stay, sighting: Sighting, aspect: float) -> list[ZoneChange]:
    """Take one look at whether somebody is in a zone."""
    changes: list[ZoneChange] = []
    depth = _depth(zone, sighting.box, aspect)
    contrary = depth < -_MARGIN * (sighting.box[3] - sighting.box[1]) if stay.inside else depth >= 0
    if not contrary:
        stay.looks = 0
    else:
        stay.looks += 1
        if stay.looks == 1:
            stay.since = sighting.time
        if stay.looks >= (LEAVE_LOOKS if stay.inside else ENTER_LOOKS):
            stay.inside, stay.looks = not stay.inside, 0
            if stay.inside:
                stay.entered, stay.dwelled = stay.since, False
                changes.append(ZoneChange("enter", zone.id, sighting.track, stay.entered, stay.entered))
            else:
                changes.append(ZoneChange("leave", zone.id, sighting.track, stay.since, stay.entered))
    due = stay.inside and not stay.looks and zone.dwell > 0 and sighting.time - stay.entered >= zone.dwell
    if due and not stay.dwelled:
        stay.dwelled = True
        changes.append(ZoneChange("dwell", zone.id, sighting.track, sighting.time, stay.entered))
    return changes


def _way(sightings: Sequence[Sighting]) -> Iterator[tuple[float, Box]]:
    """Yield where a person was, at least every fifth of a second.

    Recordings are looked at seldom: in between, somebody may walk through a zone. Whoever was out of sight for long may
    have been anywhere.
    """
    for before, after in pairwise(sightings):
        yield before.time, before.box
        passed = after.time - before.time
        steps = round(passed / _STEP) if passed <= _LONGEST_STEP else 0
        for step in range(1, steps):
            share = step / steps
            left, top, right, bottom = (a + share * (b - a) for a, b in zip(before.box, after.box, strict=True))
            yield before.time + share * passed, (left, top, right, bottom)
    yield sightings[-1].time, sightings[-1].box


def zone_visits(zones: Sequence[Zone], sightings: Sequence[Sighting], aspect: float) -> tuple[ZoneVisit, ...]:
    """Return when one person, whose sightings these all are, was in which zone, in the order of entering."""
    if not zones or not sightings:
        return ()
    watch = ZoneWatch(zones, float("inf"))
    changes: list[ZoneChange] = []
    for time, box in _way(sightings):
        # Tracks that were joined are one person, who is known to be certain.
        changes += watch.update([replace(sightings[0], track=0, time=time, box=box, certain=True)], time, aspect)
    changes += watch.finish()
    dwelled = {(change.zone, change.entered) for change in changes if change.kind == "dwell"}
    visits = [
        ZoneVisit(
            zone=change.zone,
            entered=change.entered,
            left=change.time,
            dwelled=(change.zone, change.entered) in dwelled,
        )
        for change in changes
        if change.kind == "leave"
    ]
    visits.sort(key=lambda visit: visit.entered)
    return tuple(visits[:MAX_ZONE_VISITS])


class LiveZones:
    """The zones of one live watch: says what `ZoneWatch` finds as messages."""

    def __init__(self, camera: str, zones: Sequence[Zone], clear_time: float) -> None:
        self._camera = camera
        self._watch = ZoneWatch(zones, clear_time)
        self._changes: list[ZoneChange] = []
        self._told: dict[str, int] = {}
        self._appearances: dict[int, str] = {}
        """By track; kept while the track may be in a zone: an appearance may end before its last leave is told."""

    def look(self, sightings: Sequence[Sighting], now: float, aspect: float) -> dict[int, list[str]]:
        """Take in who is seen in a picture; return which zones were entered, by track.

        `now` is the picture's time by a clock that never goes back.
        """
        self._changes = self._watch.update(sightings, now, aspect)
        entered: dict[int, list[str]] = {}
        for change in self._changes:
            if change.kind == "enter":
                entered.setdefault(change.track, []).append(change.zone)
        return entered

    def tell(
        self, now: float, taken: float, *, known: bool, appearance: Callable[[int], str | None] = lambda _: None
    ) -> list[ZonePresence | ZoneEvent]:
        """Return what is to be told of the last look, taken at `taken`, in UTC seconds since the epoch.

        `known` says whether enough pictures were looked at to be certain that somebody is not there; `appearance`
        gives the appearance of a track, where there is one.
        """
        messages: list[ZonePresence | ZoneEvent] = []
        for zone, persons in self._watch.persons().items():
            if self._told.get(zone) != persons and (known or persons):
                self._told[zone] = persons
                messages.append(ZonePresence(camera=self._camera, zone=zone, persons=persons, time=taken))
        tracks = self._watch.tracks() | {change.track for change in self._changes}
        names = {track: appearance(track) or self._appearances.get(track) for track in tracks}
        self._appearances = {track: name for track, name in names.items() if name is not None}
        messages += [
            ZoneEvent(
                camera=self._camera,
                zone=change.zone,
                kind=change.kind,
                time=taken - (now - change.time),
                track=change.track,
                seconds=change.seconds,
                appearance=self._appearances.get(change.track),
            )
            for change in self._changes
        ]
        self._changes = []
        return messages
