"""What is known of the persons before one camera: who is there, who may come back, whose recording is still to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from ...database import NewDetection, NewPicture
from ...database import PathPoint as StoredPoint
from ...worker.protocol.appearance import PathPoint
from .. import factual


@dataclass(slots=True)
class OpenAppearance:
    """An appearance that goes on. `before` is its part before an interruption."""

    person: NewDetection
    before: NewDetection | None = None
    due: bool = False
    """Whether it was said that it can be described."""
    told: int = 0
    """How many points of the way the worker has told; what follows is that they were still there."""

    def still_there(self, seen: datetime) -> None:
        """Take note that the person was seen again, if later than is known: nothing better than what was told last.

        The way goes on to there: by its end they are known again, should nothing more be told of them.
        """
        person = self.person
        if seen <= person.last_seen:
            return
        told = person.path[: self.told]
        stays = (StoredPoint(time=(seen - person.first_seen).total_seconds(), box=told[-1].box),) if told else ()
        self.person = replace(person, last_seen=seen, path=(*told, *stays))


@dataclass(frozen=True, slots=True)
class ClosedRecording:
    """A recording that has its row, of which it is to be decided what is left to be analysed. Times in UTC."""

    start: datetime
    end: datetime
    file_path: str
    closed: datetime
    """When it got its row."""


@dataclass(slots=True)
class KnownPersons:
    """What is known of one camera. Keys of `there` are the worker's ids, which are those of its rows but for joins."""

    there: dict[str, OpenAppearance] = field(default_factory=dict)
    interrupted: list[NewDetection] = field(default_factory=list)
    left: list[NewDetection] = field(default_factory=list)
    """Those who have left and whose best picture may be of a recording that has no row yet."""
    recordings: list[ClosedRecording] = field(default_factory=list)
    watched_until: datetime | None = None
    """UTC; None where it is not watched."""
    recalled: bool = False
    """Whether the database was asked who was there before Home Assistant started."""

    def replace(self, event_id: str, change: Callable[[NewDetection], NewDetection]) -> None:
        """Change what is known of somebody."""
        for known in self.there.values():
            known.person = change(known.person) if known.person.event_id == event_id else known.person
        for people in (self.interrupted, self.left):
            people[:] = [change(person) if person.event_id == event_id else person for person in people]

    def find(self, event_id: str) -> NewDetection | None:
        """Return what is known of somebody."""
        there = (known.person for known in self.there.values())
        everybody = (*there, *self.interrupted, *self.left)
        return next((person for person in everybody if person.event_id == event_id), None)


def described(person: NewDetection, camera: KnownPersons, *, there: bool) -> NewDetection:
    """Return a person with the words for what is known by now."""
    others = [_Seen(each.person) for each in camera.there.values() if each.person.event_id != person.event_id]
    caption = factual.describe(_Seen(person), others, there=there)
    return replace(person, caption=caption.en, caption_zh=caption.zh)


class _Seen:
    """A person as captions want one: times in seconds."""

    def __init__(self, person: NewDetection) -> None:
        self.first_seen = person.first_seen.timestamp()
        self.last_seen = person.last_seen.timestamp()
        self.path = tuple(PathPoint(time=point.time, box=point.box) for point in person.path)


def shown_by(person: NewDetection, picture: NewPicture) -> NewDetection:
    """Return a person with another picture."""
    return replace(
        person,
        best_time=picture.best_time,
        frame_number=picture.frame_number,
        confidence=picture.confidence,
        box=picture.box,
        image_path=picture.image_path,
        thumbnail_path=picture.thumbnail_path,
    )
