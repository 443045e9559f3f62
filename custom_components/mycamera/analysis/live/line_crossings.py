"""Who crosses lines in the picture, and which way, by where the persons are with each look.

A person stands where the bottom centre of the box is. Somebody has a side of a line when standing clearly beyond it, by
more than boxes shake, and has crossed it when clearly on the other side in two looks in a row, if the way between went
over the line itself an odd number of times: who walks around its end has not crossed it, and who sways on it neither.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from math import inf
from typing import Final

from ...worker.protocol.values import Box
from ...worker.protocol.watch import PersonInView
from ...worker.tracking.identity import Course, Glimpse, unlike

type Spot = tuple[float, float]
type Ends = tuple[Spot, Spot]
"""From and to where a line goes, in fractions of the picture."""

MARGIN: Final = 0.1
"""By how much of its height a person must be beyond a line: the lower edge of a box shakes less."""
LOOKS: Final = 2
"""So many in a row must see somebody on the other side."""
_WAY: Final = 12
"""So many of the last looks tell how fast somebody walks."""


class Direction(StrEnum):
    """Which way somebody crosses: in is to the right of who looks from the line's first point to its second."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Crossing:
    """Somebody crossed a line. `time` in seconds, as the looks have it."""

    line: str
    direction: Direction
    track: int
    time: float


@dataclass(slots=True)
class _Place:
    """Where one person is with one line."""

    side: int = 0
    """1 to the right of it, -1 to the left, 0 as long as it was never clear."""
    odd: bool = False
    """Whether the way since then went over the line an odd number of times."""
    looks: int = 0
    """Looks in a row that say that it is the other side now."""
    since: float = 0.0
    """When the first of these was."""


@dataclass(slots=True)
class _Person:
    way: deque[tuple[float, Box]] = field(default_factory=lambda: deque(maxlen=_WAY))
    """Seconds and boxes; at least one before anybody asks."""
    places: dict[str, _Place] = field(default_factory=dict)

    @property
    def time(self) -> float:
        return self.way[-1][0]

    @property
    def feet(self) -> Spot:
        left, _, right, bottom = self.way[-1][1]
        return (left + right) / 2, bottom

    @property
    def height(self) -> float:
        _, top, _, bottom = self.way[-1][1]
        return max(bottom - top, 1e-6)


class LineWatch:
    """Follows the persons of one camera over its lines. Times are seconds."""

    def __init__(self, lines: Mapping[str, Ends], clear_time: float) -> None:
        """Take the lines by their ids, and for how long somebody out of sight is still there."""
        self._lines = dict(lines)
        self._clear_time = clear_time
        self._people: dict[int, _Person] = {}
        self._lost = count(-1, -1)

    def look(self, persons: Sequence[PersonInView], time: float, aspect: float) -> list[Crossing]:
        """Take in where everybody is in a picture so many times as wide as high; return who has crossed what."""
        seen = {person.track for person in persons}
        self._people = {
            track: person
            for track, person in self._people.items()
            if track in seen or abs(time - person.time) <= self._clear_time
        }
        crossings: list[Crossing] = []
        for each in persons:
            person = self._people.get(each.track)
            if person is None:
                person = self._take_up(Glimpse(time, each.box), aspect, seen) or _Person()
                self._people[each.track] = person
            before = person.feet if person.way else None
            person.way.append((time, each.box))
            for name, line in self._lines.items():
                place = person.places.setdefault(name, _Place())
                if (direction := _step(line, place, before or person.feet, person, aspect)) is not None:
                    crossings.append(Crossing(name, direction, each.track, place.since))
        return crossings

    def interrupted(self) -> None:
        """Say that tracks have other numbers from now on; whoever is there may still be."""
        self._people = {next(self._lost): person for person in self._people.values()}

    def _take_up(self, glimpse: Glimpse, aspect: float, seen: set[int]) -> _Person | None:
        """Return who is likest of those who got out of sight, and forget the track."""
        alike = [
            (cost, track)
            for track, person in self._people.items()
            if track not in seen
            and (cost := unlike(Course(person.way).end(), glimpse, aspect, self._clear_time)) is not None
        ]
        return self._people.pop(min(alike)[1]) if alike else None


def crossings_of_way(lines: Mapping[str, Ends], way: Iterable[tuple[float, Box]], aspect: float) -> list[Crossing]:
    """Return which lines one person crossed on a way (seconds and boxes) in a picture so many times as wide as high."""
    watch = LineWatch(lines, clear_time=inf)
    return [crossing for time, box in way for crossing in watch.look([PersonInView(track=0, box=box)], time, aspect)]


def _step(line: Ends, place: _Place, before: Spot, now: _Person, aspect: float) -> Direction | None:
    """Take one look at where somebody is; return which way the line was crossed by then."""
    place.odd ^= _goes_over(line, before, now.feet)
    depth = _depth(line, now.feet, aspect)
    side = 0 if abs(depth) < MARGIN * now.height else 1 if depth > 0 else -1
    if side == 0:
        return None
    if place.side in {side, 0}:
        place.side, place.odd, place.looks = side, False, 0
        return None
    place.looks += 1
    if place.looks == 1:
        place.since = now.time
    if place.looks < LOOKS:
        return None
    crossed = place.odd
    place.side, place.odd, place.looks = side, False, 0
    if not crossed:
        return None
    return Direction.IN if side > 0 else Direction.OUT


def _turn(line: Ends, point: Spot) -> float:
    """Return on which side of an endless line a point is: positive to the right (y goes down)."""
    (ax, ay), (bx, by) = line
    return (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)


def _depth(line: Ends, point: Spot, aspect: float) -> float:
    """Return how far a point is from the endless line, in heights of the picture, positive to the right."""
    (ax, ay), (bx, by) = line
    length = (((bx - ax) * aspect) ** 2 + (by - ay) ** 2) ** 0.5
    return float(_turn(line, point) * aspect / length)


def _goes_over(line: Ends, start: Spot, end: Spot) -> bool:
    """Return whether the way from start to end goes over the line; a point on it counts to its right."""
    before, after = _turn(line, start), _turn(line, end)
    if (before >= 0) == (after >= 0):
        return False
    share = before / (before - after)
    x, y = start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
    (ax, ay), (bx, by) = line
    along = (x - ax) * (bx - ax) + (y - ay) * (by - ay)
    return 0 <= along <= (bx - ax) ** 2 + (by - ay) ** 2
