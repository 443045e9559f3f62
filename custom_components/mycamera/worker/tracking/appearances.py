"""Makes appearances of sightings: one per person, with its way through the picture and its best picture.

What users see by these numbers, `scripts/bench identity --pictures` writes for the demo film.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import cv2
import numpy as np
from av.video.frame import VideoFrame

from ..detection.detector import Frame
from ..protocol.analysis_settings import AnalysisSettings
from ..protocol.appearance import PathPoint, RecordedAppearance, ZoneVisit
from ..protocol.pictures import Picture
from ..protocol.values import MAX_PATH_POINTS
from ..video.decoding import Sample
from ..video.frames import full_picture
from ..video.pictures import encode_jpeg, sharpness, thumbnail
from .identity import Glimpse, packed, unlike
from .tracker import Sighting
from .zones import zone_visits

_BORDER: Final = 0.006
_CUT: Final = 0.3
"""What a person cut by the border of the picture is worth, beside a whole one."""
_FILLED: Final = 0.02
"""What is left where others fill the whole box: a picture must show whom it is of."""
DOUBTFUL: Final = 0.001
"""What a picture is worth in which the person is less sure than the camera's minimum: less than any that is sure."""
BETTER: Final = 1.05
LONGEST_BREAK: Final = 5.0
_MAX_HELD_BYTES: Final = 256 * 1024 * 1024


class Held:
    """A picture that may become the best one of somebody: as decoded, or as a JPEG where many are held."""

    __slots__ = ("_frame", "_jpeg", "number", "time")

    def __init__(self, sample: Sample) -> None:
        self.time = sample.time
        self.number = sample.number
        self._frame: VideoFrame | None = sample.frame
        self._jpeg: bytes | None = None

    @property
    def size(self) -> int:
        """Bytes that the decoded picture takes."""
        return 0 if self._frame is None else self._frame.width * self._frame.height * 3 // 2

    def compress(self) -> None:
        """Keep the JPEG alone."""
        self._jpeg = self.jpeg()
        self._frame = None

    def jpeg(self) -> bytes:
        """Return the whole picture as a JPEG."""
        if self._jpeg is None:
            self._jpeg = encode_jpeg(self.picture())
        return self._jpeg

    def picture(self) -> Frame:
        """Return the whole picture, BGR, height x width x 3; a JPEG is decoded anew each time."""
        if self._frame is not None:
            return full_picture(self._frame)
        picture: Frame = np.asarray(
            cv2.imdecode(np.frombuffer(self._jpeg or b"", np.uint8), cv2.IMREAD_COLOR), np.uint8
        )
        return picture


type Shown = tuple[Sighting, float, Held | None]
"""The best picture of somebody: the sighting, its quality, and the picture where it is at hand."""


@dataclass(slots=True)
class _Person:
    sightings: list[Sighting]
    best: Sighting
    quality: float
    held: Held
    certain: bool = False

    @property
    def first(self) -> Sighting:
        return self.sightings[0]

    @property
    def last(self) -> Sighting:
        return self.sightings[-1]

    def beginning(self) -> Glimpse:
        """Return how the way begins. What somebody wears is known better later."""
        return replace(
            self.first.glimpse(), clothes=self.last.clothes, embedding=self.last.embedding, faint=self.last.faint
        )

    def end(self) -> Glimpse:
        """Return how the way ends."""
        return self.last.glimpse()

    def end_before(self, time: float) -> None:
        """Forget what was seen from a time on: it was not them. The best picture is theirs, whenever it was."""
        self.sightings = [s for s in self.sightings if s.time < time or s.time <= self.best.time]

    def settle(self) -> None:
        """Forget what was seen at last, where it is doubtful that it was them."""
        if self.certain and self.last.doubtful is not None:
            self.end_before(self.last.doubtful)

    def exchange(self, other: _Person, since: float, now: Shown, others: Shown) -> None:
        """Give one another what was seen since a time; what is seen now is shown where nothing else is left to show."""
        both = ((self, other, now), (other, self, others))
        changed = [
            (
                [s for s in one.sightings if s.time < since] + [s for s in another.sightings if s.time >= since],
                shown_after_exchange(one.shown, another.shown, since, seen),
            )
            for one, another, seen in both
        ]
        for (one, _, _), (sightings, (best, worth, held)) in zip(both, changed, strict=True):
            one.sightings, one.best, one.quality, one.held = sightings, best, worth, held or one.held

    @property
    def shown(self) -> Shown:
        return self.best, self.quality, self.held

    def go_on(self, later: _Person) -> None:
        """Take in the later part of the way."""
        self.sightings.extend(later.sightings)
        self.certain = self.certain or later.certain
        if later.quality > self.quality:
            self.best, self.quality, self.held = later.best, later.quality, later.held


@dataclass(slots=True)
class AppearanceCollector:
    """Collects the sightings of one file."""

    settings: AnalysisSettings
    _people: dict[int, _Person] = field(default_factory=dict)
    _aspect: float = 1.0
    """The picture's width by its height."""

    def add(self, sightings: Sequence[Sighting], sample: Sample, picture: Frame) -> None:
        """Take in what was seen in one picture; `picture` is the scaled copy in which the persons were found."""
        self._aspect = sample.frame.width / sample.frame.height
        held: Held | None = None
        for sighting in sightings:
            if sighting.exchanged is not None:
                self._exchange(sighting, sightings, Held(sample), picture)
        for sighting in sightings:
            if sighting.instead is not None and (gone := self._people.get(sighting.instead[0])) is not None:
                gone.end_before(sighting.instead[1])
            worth = self._worth(sighting, picture)
            person = self._people.get(sighting.track)
            if person is None:
                held = held or Held(sample)
                self._people[sighting.track] = _Person([sighting], sighting, worth, held, sighting.certain)
                continue
            person.sightings.append(sighting)
            person.certain = person.certain or sighting.certain
            # A held picture costs memory and a little better is not worth a change.
            if worth > person.quality * BETTER:
                held = held or Held(sample)
                person.best, person.quality, person.held = sighting, worth, held
        self._bound_memory()

    def _worth(self, sighting: Sighting, picture: Frame) -> float:
        """Return what the picture is worth as one of them."""
        sure = sighting.score >= self.settings.min_score and sighting.doubtful is None
        return quality(sighting, picture) * (1.0 if sure else DOUBTFUL)

    def _exchange(self, sighting: Sighting, sightings: Sequence[Sighting], held: Held, picture: Frame) -> None:
        """Give two persons the tracks of one another, with what was seen of them since they met."""
        track, since = sighting.exchanged or (0, 0.0)
        now = {each.track: each for each in sightings}
        one, other = self._people.get(sighting.track), self._people.get(track)
        if one is None or other is None or track not in now or max(one.first.time, other.first.time) >= since:
            return
        self._people[sighting.track], self._people[track] = other, one
        seen = [(each, self._worth(each, picture), held) for each in (now[track], sighting)]
        one.exchange(other, since, *seen)

    def _bound_memory(self) -> None:
        held = {id(person.held): person.held for person in self._people.values()}
        size = sum(each.size for each in held.values())
        for each in held.values():
            if size <= _MAX_HELD_BYTES:
                return
            size -= each.size
            each.compress()

    def finish(self, job: str) -> tuple[list[RecordedAppearance], list[Picture]]:
        """Return the appearances, in the order of their beginning, and their pictures. Ids begin with the job's."""
        people = [person for person in self._joined() if person.certain]
        appearances: list[RecordedAppearance] = []
        pictures: list[Picture] = []
        named: dict[int, str] = {}
        for number, person in enumerate(people, start=1):
            snapshot = named.get(id(person.held))
            if snapshot is None:
                snapshot = named[id(person.held)] = f"{job}.{number}"
                pictures.append(Picture(id=snapshot, jpeg=person.held.jpeg()))
            small = f"{job}.{number}t"
            pictures.append(Picture(id=small, jpeg=encode_jpeg(thumbnail(person.held.picture(), person.best.box))))
            zones = zone_visits(self.settings.zones, person.sightings, self._aspect)
            appearances.append(_appearance(number, person, snapshot, small, zones))
        return appearances, pictures

    def _joined(self) -> list[_Person]:
        """Return the persons, with those joined that were lost from sight for a moment; the most alike first."""
        longest = min(self.settings.clear_time, LONGEST_BREAK)
        for person in self._people.values():
            person.settle()
        people = sorted(self._people.values(), key=lambda each: each.first.time)
        near = sorted(
            (likeness, i, j)
            for i, before in enumerate(people)
            for j, after in enumerate(people)
            if i != j and (likeness := unlike(before.end(), after.beginning(), self._aspect, longest)) is not None
        )
        follows: dict[int, int] = {}
        for _, i, j in near:
            if i not in follows and j not in follows.values():
                follows[i] = j
        later = set(follows.values())
        joined: list[_Person] = []
        for number, person in enumerate(people):
            if number in later:
                continue
            joined.append(person)
            part = follows.get(number)
            while part is not None:
                person.go_on(people[part])
                part = follows.get(part)
        return joined


def shown_after_exchange(own: Shown, others: Shown, since: float, now: Shown) -> Shown:
    """Return what is the best picture of somebody who was taken for another since a time; `now`: what they show now."""
    theirs = [own] if own[0].time < since else []
    # A picture that was sent is at hand no longer.
    theirs += [others] if others[0].time >= since and others[2] is not None else []
    return max(theirs, key=lambda each: each[1], default=now)


def quality(sighting: Sighting, picture: Frame) -> float:
    """Return how good a picture this is of a person: sharp, large, whole, alone and certain count."""
    left, top, right, bottom = sighting.box
    height, width = picture.shape[:2]
    part = picture[int(top * height) : int(bottom * height) + 1, int(left * width) : int(right * width) + 1]
    sharp = sharpness(np.asarray(cv2.cvtColor(part, cv2.COLOR_BGR2GRAY), np.uint8)) if part.size else 0.0
    cut = left < _BORDER or right > 1 - _BORDER or top < _BORDER or bottom > 1 - _BORDER
    # The crop shows who is meant by showing nobody else: that counts more than size.
    alone = 1.0 - sighting.shared
    large = float(max(bottom - top, 0.001) ** 0.5)
    return sighting.score * large * (0.5 + 0.5 * sharp) * (_CUT if cut else 1.0) * max(_FILLED, alone**2)


def _appearance(
    number: int, person: _Person, snapshot: str, small: str, zones: tuple[ZoneVisit, ...]
) -> RecordedAppearance:
    points = person.sightings
    if len(points) > MAX_PATH_POINTS:
        chosen = np.linspace(0, len(points) - 1, MAX_PATH_POINTS).round().astype(int)
        points = [points[i] for i in chosen]
    return RecordedAppearance(
        track=number,
        first_seen=person.first.time,
        last_seen=person.last.time,
        best_frame=person.held.number,
        best_time=person.held.time,
        best_box=person.best.box,
        confidence=person.best.score,
        sightings=len(person.sightings),
        path=tuple(PathPoint(time=point.time, box=point.box) for point in points),
        snapshot=snapshot,
        thumbnail=small,
        zones=zones,
        clothes=packed(person.last.clothes, person.last.embedding),
    )
