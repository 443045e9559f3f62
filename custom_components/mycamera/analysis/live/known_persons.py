"""What is known of the persons before one camera: who is there, who may come back, whose recording is still to come."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from ...database import Box, NewDetection, NewPicture
from ...database import PathPoint as StoredPoint
from ...worker.protocol.appearance import LiveAppearance, PathPoint
from .. import factual
from ..snapshots import path_points
from ..worker_client.worker_clock import WorkerClock

_LONGEST_RECORDING: Final = timedelta(minutes=15)
"""Who left longer ago is joined by the database, if at all."""


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

    def leave(self, person: NewDetection, now: datetime) -> None:
        """Remember somebody until the recording of the best picture has a row."""
        old = now - _LONGEST_RECORDING
        self.left = [*(other for other in self.left if other.pictured >= old), person]

    def forget(self, event_ids: Container[str]) -> None:
        """Know nothing more of these."""
        self.there = {key: known for key, known in self.there.items() if known.person.event_id not in event_ids}
        self.interrupted = [person for person in self.interrupted if person.event_id not in event_ids]
        self.left = [person for person in self.left if person.event_id not in event_ids]

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


def newcomer(message: LiveAppearance, clock: WorkerClock) -> NewDetection:
    """Return what is known of somebody who has just come, before there is a picture of them."""
    return NewDetection(
        event_id=message.id,
        first_seen=clock.utc(message.first_seen),
        last_seen=clock.utc(message.last_seen),
        best_time=clock.utc(message.best_time),
        confidence=message.confidence,
        box=Box(*message.best_box),
        path=path_points(message.path),
        clothes=message.clothes,
        image_path="",
        model=message.model,
    )
