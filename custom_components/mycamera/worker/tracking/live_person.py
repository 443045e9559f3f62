"""One person of a live stream, as far as they are kept: a thinned path, the last sightings, and one picture."""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from ..protocol.appearance import PathPoint
from ..protocol.values import MAX_PATH_POINTS, Box
from .appearances import Held, Shown, shown_after_exchange
from .tracker import Sighting

_RECENT: Final = 24
"""How many of the last sightings are kept."""
_MOST_POINTS: Final = 2 * MAX_PATH_POINTS


@dataclass(slots=True)
class LivePerson:
    """Somebody in sight, or out of it for a moment. Times are the stream's; `offset` makes UTC of them."""

    first: Sighting
    best: Sighting
    offset: float
    quality: float
    held: Held | None
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    recent: deque[Sighting] = field(default_factory=lambda: deque(maxlen=_RECENT))
    points: list[tuple[float, Box]] = field(default_factory=list)
    zones: dict[str, tuple[int, float]] = field(default_factory=dict)
    """Those entered, in their order: by which track, and when."""
    spacing: float = 0.0
    count: int = 0
    certain: bool = False
    told_quality: float | None = None
    """Of the picture that was sent last; None where nothing was told yet."""
    told: float = 0.0
    told_zones: tuple[str, ...] = ()
    pictures: int = 0

    @property
    def begun(self) -> bool:
        """Whether they were told of."""
        return self.told_quality is not None

    @property
    def belied(self) -> bool:
        """Whether they were told to have been in a zone that turned out to have been entered by somebody else."""
        return any(zone not in self.zones for zone in self.told_zones)

    @property
    def last(self) -> Sighting:
        """Where they were seen last."""
        return self.recent[-1]

    def see(self, sighting: Sighting) -> None:
        """Take note of one sighting."""
        if self.recent and sighting.time <= self.last.time:
            # Two tracks of one person in one picture: the surer one counts.
            if sighting.score > self.last.score:
                self.recent[-1] = sighting
            return
        self.recent.append(sighting)
        self.count += 1
        self.certain = self.certain or sighting.certain
        if self.points and sighting.time - self.points[-1][0] < self.spacing:
            return
        self.points.append((sighting.time, sighting.box))
        if len(self.points) > _MOST_POINTS:
            self.points = self.points[::2]
            passed = self.points[-1][0] - self.points[0][0]
            self.spacing = passed / (len(self.points) - 1)

    def end_before(self, time: float) -> None:
        """Forget what was seen from a time on: it was not them. At least one of the last sightings stays."""
        self.end_after(self._last_before(time).time)

    def end_after(self, time: float) -> None:
        """Forget what was seen after one of the last sightings: it was not them."""
        while self.last.time > time:
            self.recent.pop()
            self.count -= 1
        self.points = [point for point in self.points if point[0] <= time]

    def surely_last(self) -> Sighting:
        """Return the last sighting of which it is not doubtful that it was them."""
        return self.last if self.last.doubtful is None else self._last_before(self.last.doubtful)

    def _last_before(self, time: float) -> Sighting:
        """Return the last sighting before a time; the best one is theirs whenever it was."""
        return next((s for s in reversed(self.recent) if s.time < time or s.time <= self.best.time), self.recent[0])

    def enter(self, zones: Iterable[str], track: int, time: float) -> None:
        """Take note of zones that their track entered."""
        for zone in zones:
            self.zones.setdefault(zone, (track, time))

    def part(self, theirs: Sequence[Sighting], track: int) -> dict[str, tuple[int, float]]:
        """Forget what was seen of a track that is somebody else's; return the zones that it entered."""
        since = theirs[0].time
        self.count -= sum(each.track == track for each in self.recent)
        mine = [each for each in self.recent if each.track != track]
        self.recent = deque(mine, maxlen=_RECENT)
        self.points = [point for point in self.points if point[0] < since]
        self.points += [(each.time, each.box) for each in mine if each.time >= since]
        entered = {zone: at for zone, at in self.zones.items() if at[0] == track}
        self.zones = {zone: at for zone, at in self.zones.items() if at[0] != track}
        return entered

    def exchange(self, other: LivePerson, since: float, now: Shown, others: Shown) -> None:
        """Give one another what was seen since a time; what is seen now is shown where nothing else is left to show."""
        both = ((self, other, now), (other, self, others))
        changed = [
            (
                [s for s in one.recent if s.time < since] + [s for s in another.recent if s.time >= since],
                [p for p in one.points if p[0] < since] + [p for p in another.points if p[0] >= since],
                {zone: at for zone, at in one.zones.items() if at[1] < since}
                | {zone: at for zone, at in another.zones.items() if at[1] >= since},
                shown_after_exchange(one.shown, another.shown, since, seen),
            )
            for one, another, seen in both
        ]
        for (one, _, _), (recent, points, zones, shown) in zip(both, changed, strict=True):
            one.count += len(recent) - len(one.recent)
            one.recent, one.points, one.zones = deque(recent, maxlen=_RECENT), points, zones
            if one.begun and one.best.time >= since:
                one.told_quality = 0.0  # what was shown of them was of the other
            one.show(*shown)

    @property
    def shown(self) -> Shown:
        """The best picture of them."""
        return self.best, self.quality, self.held

    def show(self, sighting: Sighting, worth: float, held: Held | None) -> None:
        """Make this the best picture of them."""
        self.best, self.quality, self.held = sighting, worth, held

    def path(self) -> tuple[PathPoint, ...]:
        """Return their way, as many points as are told."""
        last = self.surely_last()
        points = [point for point in self.points if point[0] < last.time]
        points.append((last.time, last.box))
        if len(points) > MAX_PATH_POINTS:
            points = [points[i] for i in np.linspace(0, len(points) - 1, MAX_PATH_POINTS).round().astype(int)]
        return tuple(PathPoint(time=max(0.0, time - self.first.time), box=box) for time, box in points)
