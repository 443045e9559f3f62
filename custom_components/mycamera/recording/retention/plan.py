"""Which footage goes: oldest first, protected never, and never more than the rules say.

Pure: it is told what there is and answers what to delete and why. Whoever deletes asks the guard as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Reason(StrEnum):
    """Why a segment goes."""

    AGE = "age"
    QUOTA = "quota"
    SPACE = "space"
    DEMAND = "demand"
    """A user said so; no rule ever does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentFacts:
    """What must be known of a segment. `size` in bytes."""

    id: int
    camera_id: str
    start: datetime
    end: datetime
    size: int
    has_person: bool
    """Also true where persons are still being looked for."""
    protected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageRules:
    """What the hub's settings say about storage."""

    minimum_free: int
    """Bytes that stay free on the recordings' disk: the oldest footage goes for them."""
    keep_pictures: timedelta
    floor: timedelta
    """The newest footage, which goes for its age only: neither for room nor for a quota without a person's word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraRules:
    """How long a camera's footage is kept, and how much of it (bytes, None: as much as there is room for)."""

    keep: timedelta
    keep_persons: timedelta
    quota: int | None = None

    def cutoff(self, now: datetime, *, has_person: bool) -> datetime:
        """Return the moment before which segments are too old. Persons are never kept shorter than the rest."""
        return now - (max(self.keep, self.keep_persons) if has_person else self.keep)

    def expired(self, segment: SegmentFacts, now: datetime) -> bool:
        """Whether a segment is too old."""
        return segment.end <= self.cutoff(now, has_person=segment.has_person)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the rules are applied to, besides the segments. All sizes in bytes."""

    now: datetime
    rules: Mapping[str, CameraRules]
    """By camera. Footage of others, which were removed, goes only to make room."""
    used: Mapping[str, int]
    """All footage of each camera, protected and not."""
    shortage: int = 0
    """How much is missing to the free space that the root must have."""
    floor: timedelta = timedelta()
    """What ended within it goes neither for room nor for a quota, unless a person said so; see the guard."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """A segment that goes."""

    segment: SegmentFacts
    reason: Reason


def plan(segments: Iterable[SegmentFacts], situation: Situation) -> list[Deletion]:
    """Return what goes, oldest first.

    `segments` need not be all: the oldest of each camera, as far as the rules reach, give the same answer.
    """
    reasons: dict[int, Reason] = {}
    oldest_first = sorted(
        (segment for segment in segments if not segment.protected), key=lambda segment: (segment.start, segment.id)
    )
    excess = {
        camera_id: situation.used.get(camera_id, 0) - rules.quota
        for camera_id, rules in situation.rules.items()
        if rules.quota is not None
    }
    shortage = situation.shortage

    def take(segment: SegmentFacts, reason: Reason) -> None:
        nonlocal shortage
        reasons[segment.id] = reason
        shortage -= segment.size
        if segment.camera_id in excess:
            excess[segment.camera_id] -= segment.size

    for segment in oldest_first:
        rules = situation.rules.get(segment.camera_id)
        if rules is not None and rules.expired(segment, situation.now):
            take(segment, Reason.AGE)
    for segment in oldest_first:
        if segment.id not in reasons and excess.get(segment.camera_id, 0) > 0:
            take(segment, Reason.QUOTA)
    for segment in oldest_first:
        if shortage <= 0:
            break
        if segment.id not in reasons:
            take(segment, Reason.SPACE)
    return [Deletion(segment, reasons[segment.id]) for segment in oldest_first if segment.id in reasons]
