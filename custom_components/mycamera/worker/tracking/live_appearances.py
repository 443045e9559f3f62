"""Makes appearances of what a live stream shows, while it shows it: begun, better pictured, ended.

A stream never ends, so what is kept is bounded: of a person who is there a thinned path, the last sightings, and one
picture that was not sent yet.

Its times were set by `scripts/bench identity` on the first 40 s of the demo film.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from av.video.frame import VideoFrame

from ..detection.detector import Frame
from ..protocol.analysis_settings import AnalysisSettings
from ..protocol.appearance import LiveAppearance
from ..protocol.pictures import Picture
from ..protocol.watch import MAX_PRESENT, PresentPerson, Watched
from ..video.decoding import Sample
from ..video.pictures import encode_jpeg, thumbnail
from .appearances import BETTER, DOUBTFUL, LONGEST_BREAK, Held, quality
from .identity import NEAR, heights_apart, packed, unlike
from .live_person import LivePerson
from .tracker import Sighting

_CLEARLY_BETTER: Final = 1.2
_BETTER_EVERY: Final = 2.0
_CANDIDATE_LOST: Final = 2.0
"""Somebody uncertain who was not seen for so long is nobody, or the one who was lost there."""
CANDIDATE_HELD: Final = 3.6
"""Seconds within which it turns out whether somebody is there: what is younger is not yet told for sure. As long as
somebody takes to be given up who is seen again after pictures that were left out."""
_MOST_HELD_BYTES: Final = 96 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Look:
    """One picture of a stream: as decoded, the scaled copy in which persons were found, and when it came.

    `now` is in seconds of a clock that never goes back, `taken` the same moment in UTC.
    """

    frame: VideoFrame
    picture: Frame
    now: float
    taken: float


@dataclass(slots=True)
class Told:
    """A message of a watch; the pictures of one about an appearance are still to be made of `held`."""

    message: LiveAppearance | Watched
    held: Held | None = None

    def without_pictures(self) -> Told:
        """Return the message alone."""
        if isinstance(self.message, Watched):
            return self
        return Told(replace(self.message, snapshot=None, thumbnail=None))

    def pictures(self) -> list[Picture]:
        """Return the pictures that the message names; costs the encoding of a JPEG."""
        message = self.message
        if self.held is None or isinstance(message, Watched) or message.snapshot is None or message.thumbnail is None:
            return []
        small = encode_jpeg(thumbnail(self.held.picture(), message.best_box))
        return [Picture(id=message.snapshot, jpeg=self.held.jpeg()), Picture(id=message.thumbnail, jpeg=small)]


class LiveCollector:
    """Collects the sightings of one camera. `now` is in seconds of a clock that never goes back."""

    def __init__(self, camera: str, settings: AnalysisSettings) -> None:
        self._camera = camera
        self._settings = settings
        self._people: list[LivePerson] = []
        self._by_track: dict[int, LivePerson] = {}
        self._given_up: list[tuple[float, float]] = []
        self._restarted = float("-inf")
        self._aspect = 1.0
        """The picture's width by its height."""

    @property
    def newest_uncertain(self) -> float:
        """Since when the newest is in sight of whom it is not certain that they are a person; long ago without any."""
        return max((person.first.time for person in self._people if not person.begun), default=float("-inf"))

    def first_uncertain(self, now: float) -> float | None:
        """Return since when somebody is in sight who may be told of soon; None where there is nobody."""
        return min(
            (p.first.time for p in self._people if not p.begun and now - p.first.time <= CANDIDATE_HELD), default=None
        )

    def take_given_up(self) -> list[tuple[float, float]]:
        """Return when those were first and last seen who were dropped without being told of, since the last time."""
        given_up, self._given_up = self._given_up, []
        return given_up

    def present(self) -> tuple[PresentPerson, ...]:
        """Return those whose appearance has begun and not ended."""
        begun = [person for person in self._people if person.begun]
        return tuple(PresentPerson(id=p.id, last_seen=p.surely_last().time + p.offset) for p in begun[:MAX_PRESENT])

    def restart(self, now: float) -> None:
        """Take note that the stream begins anew. Its tracks are new ones; persons may still be there."""
        self._by_track.clear()
        self._people = [person for person in self._people if person.begun]
        self._restarted = now

    def of_track(self, track: int) -> str | None:
        """Return the appearance of a track; None where it has not begun, or has ended."""
        person = self._by_track.get(track)
        return person.id if person is not None and person.begun else None

    def add(
        self, sightings: Sequence[Sighting], look: Look, model: str, entered: Mapping[int, Sequence[str]] | None = None
    ) -> list[Told]:
        """Take in what one picture shows, and return what is to be told; `entered` are zones, by track."""
        self._aspect = look.frame.width / look.frame.height
        held: Held | None = None
        for sighting in sightings:
            if sighting.exchanged is not None:
                self._exchange(sighting, sightings, look)
        for sighting in sightings:
            if sighting.instead is not None and (gone := self._by_track.get(sighting.instead[0])) is not None:
                gone.end_before(sighting.instead[1])
            worth = self._worth(sighting, look)
            person = self._by_track.get(sighting.track)
            if person is not None and self._are_two(person.last, sighting):
                self._part(person, sighting, look)
                person = self._by_track[sighting.track]
            if person is None:
                held = held or Held(Sample(time=look.now, number=0, frame=look.frame))
                person = LivePerson(sighting, sighting, look.taken - look.now, worth, held)
                self._people.append(person)
                self._by_track[sighting.track] = person
            elif worth > person.quality * BETTER:
                held = held or Held(Sample(time=look.now, number=0, frame=look.frame))
                person.show(sighting, worth, held)
            person.see(sighting)
            person.enter((entered or {}).get(sighting.track, ()), sighting.track, sighting.time)
        told = self._begin(model)
        told += [
            self._tell(person, "better", model, look.now)
            for person in self._people
            if person.told_quality is not None
            and (person.quality > person.told_quality * _CLEARLY_BETTER or person.belied)
            and look.now - person.told >= _BETTER_EVERY
        ]
        self._bound_memory()
        return told + self.tick(look.now, model)

    def _exchange(self, sighting: Sighting, sightings: Sequence[Sighting], look: Look) -> None:
        """Give two persons the tracks of one another, with what was seen of them since they met."""
        track, since = sighting.exchanged or (0, 0.0)
        now = {each.track: each for each in sightings}
        one, other = self._by_track.get(sighting.track), self._by_track.get(track)
        if one is None or other is None or one is other or track not in now:
            return
        if max(one.first.time, other.first.time) >= since:
            return  # one of them was not there before
        self._by_track[sighting.track], self._by_track[track] = other, one
        held = Held(Sample(time=look.now, number=0, frame=look.frame))
        seen = [(each, self._worth(each, look), held) for each in (now[track], sighting)]
        one.exchange(other, since, *seen)

    def _worth(self, sighting: Sighting, look: Look) -> float:
        """Return what the picture is worth as one of them."""
        sure = sighting.score >= self._settings.min_score and sighting.doubtful is None
        return quality(sighting, look.picture) * (1.0 if sure else DOUBTFUL)

    def _are_two(self, one: Sighting, other: Sighting) -> bool:
        """Return whether two tracks that were taken for one person are two persons: they are seen apart at once."""
        return (
            one.track != other.track
            and one.time == other.time
            and heights_apart(one.box, other.box, self._aspect) > NEAR
        )

    def _part(self, person: LivePerson, sighting: Sighting, look: Look) -> None:
        """Part two who are seen at once, of whom one was taken for the other: the later track goes on as another."""
        older, later = sorted((person.last, sighting), key=lambda each: each.track)
        theirs = [each for each in person.recent if each.track == later.track] or [later]
        held = Held(Sample(time=look.now, number=0, frame=look.frame))
        other = LivePerson(theirs[0], later, person.offset, self._worth(later, look), held)
        if person.best.track == later.track:
            if person.held is not None:
                other.show(person.best, person.quality, person.held)
            elif person.begun:
                person.told_quality = 0.0  # what was shown of them was of the other
            person.show(older, self._worth(older, look), held)
        other.zones = person.part(theirs, later.track)
        if not person.recent:
            person.see(older)
        for each in theirs:
            other.see(each)
        self._people.append(other)
        self._by_track[later.track] = other

    def _begin(self, model: str) -> list[Told]:
        """Begin the appearances of those who became certain, or go on with those who were lost there.

        A track that outlives its appearance is certain from before: it begins another by a sure picture only.
        """
        least = self._settings.min_score
        certain = [p for p in self._people if p.certain and not p.begun and p.best.score >= least]
        return [self._tell(person, "began", model, person.last.time) for person in certain if not self._join(person)]

    def tick(self, now: float, model: str) -> list[Told]:
        """Return the ends of those who were not seen for the camera's clear time."""
        for person in [p for p in self._people if not p.begun and now - p.last.time > _CANDIDATE_LOST]:
            if not self._join(person):
                self._given_up.append((person.first.time, person.last.time))
                self._drop(person)
        gone = [p for p in self._people if p.begun and now - p.last.time > self._settings.clear_time]
        for person in gone:
            person.end_after(person.surely_last().time)
        told = [self._tell(person, "ended", model, now) for person in gone]
        for person in gone:
            self._drop(person)
        return told

    def _join(self, person: LivePerson) -> bool:
        """Take somebody for the one who was lost from sight before, where that is plausible."""
        near: list[tuple[float, LivePerson]] = []
        for earlier in self._people:
            if not earlier.begun or earlier.last.time >= person.first.time:
                continue
            across = earlier.last.time < self._restarted <= person.first.time
            longest = self._settings.clear_time if across else min(self._settings.clear_time, LONGEST_BREAK)
            # Who begun is a person, however hardly they were seen last.
            before = replace(earlier.surely_last().glimpse(), faint=False)
            after = replace(
                person.first.glimpse(),
                clothes=person.last.clothes,
                embedding=person.last.embedding,
                faint=person.last.faint,
            )
            likeness = unlike(before, after, self._aspect, longest)
            if likeness is not None:
                near.append((likeness, earlier))
        if not near:
            return False
        earlier = min(near, key=lambda pair: pair[0])[1]
        for sighting in person.recent:
            earlier.see(sighting)
        for zone, (track, time) in person.zones.items():
            earlier.enter((zone,), track, time)
        earlier.count += person.count - len(person.recent)
        if person.quality > earlier.quality:
            earlier.show(person.best, person.quality, person.held)
        for track, known in list(self._by_track.items()):
            if known is person:
                self._by_track[track] = earlier
        self._people.remove(person)
        return True

    def _drop(self, person: LivePerson) -> None:
        self._people.remove(person)
        self._by_track = {track: known for track, known in self._by_track.items() if known is not person}

    def _tell(self, person: LivePerson, phase: Literal["began", "better", "ended"], model: str, now: float) -> Told:
        fresh = person.held is not None and (person.told_quality is None or person.quality > person.told_quality)
        held = person.held if fresh else None
        person.held = None  # it is sent: only a better one is worth keeping
        if held is not None:
            person.pictures += 1
        # Who is told of for another reason may be shown by a worse picture now: that is not sent.
        person.told_quality, person.told = max(person.told_quality or 0.0, person.quality), now
        person.told_zones = tuple(person.zones)
        name = f"{person.id}.{person.pictures}" if held is not None else None
        message = LiveAppearance(
            id=person.id,
            camera=self._camera,
            aspect=self._aspect,
            phase=phase,
            first_seen=person.first.time + person.offset,
            last_seen=person.surely_last().time + person.offset,
            best_time=person.best.time + person.offset,
            best_box=person.best.box,
            confidence=person.best.score,
            sightings=person.count,
            path=person.path(),
            clothes=packed(person.last.clothes, person.last.embedding),
            snapshot=name,
            thumbnail=f"{name}t" if name else None,
            zones=person.told_zones,
            model=model,
        )
        return Told(message, held)

    def _bound_memory(self) -> None:
        held = {id(p.held): p.held for p in self._people if p.held is not None}
        size = sum(each.size for each in held.values())
        for each in held.values():
            if size <= _MOST_HELD_BYTES:
                return
            size -= each.size
            each.compress()
