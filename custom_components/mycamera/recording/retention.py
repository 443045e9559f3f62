"""Which footage goes: oldest first, protected never, and never more than the rules say.

Pure: it is told what there is and answers what to delete and why. Whoever deletes asks `refusals` as well, which holds
back what no rule explains, or what a rule explains only if the clock is right or the disk is nobody else's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

MOST_UNPROVEN: Final = 0.5
"""No more of a camera's footage goes by a rule that something else may have broken."""
FEW: Final = timedelta(hours=6)
"""So much footage of a camera may go by such a rule in any case: the last of one that records no more is a large part
of it."""
CLOCK_TOLERANCE: Final = timedelta(minutes=10)


class Reason(StrEnum):
    """Why a segment goes."""

    AGE = "age"
    QUOTA = "quota"
    SPACE = "space"


class Doubt(StrEnum):
    """Why segments do not go that would."""

    RULES = "rules"
    """No rule explains it: a defect of this integration."""
    CLOCK = "clock"
    """Much is too old all at once, and the clock is not known to have run on: it may be wrong."""
    SPACE = "space"
    """Making room takes most of a camera's footage: something else fills the disk."""
    FILES = "files"
    """The files are not what the database says."""


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


@dataclass(frozen=True, slots=True)
class Deletion:
    """A segment that goes."""

    segment: SegmentFacts
    reason: Reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """Deletions of a camera that are not done, for one reason."""

    camera_id: str
    reason: Reason
    doubt: Doubt
    segments: int
    size: int


@dataclass(slots=True)
class Taken:
    """What already went by a rule in doubt, in bytes and time of footage by camera, so that many small steps count as
    the large one that they are."""

    size: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    time: dict[str, timedelta] = field(default_factory=lambda: defaultdict(timedelta))

    def add(self, segment: SegmentFacts) -> None:
        """Count a segment."""
        self.size[segment.camera_id] += segment.size
        self.time[segment.camera_id] += segment.end - segment.start

    def clear(self) -> None:
        """Begin anew."""
        self.size.clear()
        self.time.clear()


def used_by(segments: Iterable[SegmentFacts]) -> dict[str, int]:
    """Sum the sizes of segments by camera."""
    used: dict[str, int] = defaultdict(int)
    for segment in segments:
        used[segment.camera_id] += segment.size
    return dict(used)


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


def refusals(
    planned: Sequence[Deletion],
    situation: Situation,
    *,
    clock_proven: bool,
    by_age: Taken | None = None,
    by_space: Taken | None = None,
) -> list[Refusal]:
    """Return which deletions must not be done.

    Derives anew, in another way than `plan`, what each rule may take at most. Beyond that, age needs a clock that is
    known to have run on, or must leave most of a camera's footage alone; so must the making of room. `by_age` and
    `by_space` are what earlier steps took.
    """
    groups: dict[tuple[str, Reason], list[SegmentFacts]] = defaultdict(list)
    for deletion in planned:
        groups[deletion.segment.camera_id, deletion.reason].append(deletion.segment)
    spared = sum(d.segment.size for d in planned if d.reason is not Reason.SPACE)
    making_room = [d.segment for d in planned if d.reason is Reason.SPACE]
    room_explained = _no_more_than(making_room, situation.shortage - spared)
    found: list[Refusal] = []

    def refuse(camera_id: str, reason: Reason, doubt: Doubt) -> None:
        group = groups[camera_id, reason]
        found.append(Refusal(camera_id, reason, doubt, len(group), sum(segment.size for segment in group)))

    for (camera_id, reason), group in groups.items():
        rules = situation.rules.get(camera_id)
        explained = not any(segment.protected for segment in group)
        match reason:
            case Reason.AGE:
                explained = (
                    explained and rules is not None and all(rules.expired(segment, situation.now) for segment in group)
                )
                in_doubt = not clock_proven and _most_of(camera_id, group, situation, by_age)
                doubt = Doubt.CLOCK
            case Reason.QUOTA:
                quota = None if rules is None else rules.quota
                aged = sum(segment.size for segment in groups.get((camera_id, Reason.AGE), ()))
                left = situation.used.get(camera_id, 0) - aged
                explained = explained and quota is not None and _no_more_than(group, left - quota)
                in_doubt, doubt = False, Doubt.RULES
            case Reason.SPACE:
                explained = explained and room_explained
                in_doubt = _most_of(camera_id, group, situation, by_space)
                doubt = Doubt.SPACE
        if not explained:
            refuse(camera_id, reason, Doubt.RULES)
        elif in_doubt:
            refuse(camera_id, reason, doubt)
    if any(refusal.reason is Reason.SPACE for refusal in found):
        # What one camera does not give, the others shall not give in its place.
        refused = {refusal.camera_id for refusal in found if refusal.reason is Reason.SPACE}
        for camera_id, reason in list(groups):
            if reason is Reason.SPACE and camera_id not in refused:
                refuse(camera_id, reason, Doubt.SPACE)
    return found


def _no_more_than(segments: Sequence[SegmentFacts], size: int) -> bool:
    """Whether none of the segments is superfluous to reach a size."""
    total = sum(segment.size for segment in segments)
    newest = max(segments, key=lambda segment: (segment.start, segment.id), default=None)
    return newest is None or total - newest.size < size


def _most_of(camera_id: str, group: Sequence[SegmentFacts], situation: Situation, taken: Taken | None) -> bool:
    before = taken.size.get(camera_id, 0) if taken else 0
    time = taken.time.get(camera_id, timedelta()) if taken else timedelta()
    time += sum((segment.end - segment.start for segment in group), timedelta())
    size = before + sum(segment.size for segment in group)
    return time > FEW and size > MOST_UNPROVEN * (situation.used.get(camera_id, 0) + before)


@dataclass(slots=True)
class ClockWatch:
    """Notices when the clock went forward by more than the time that passed. Times of the monotonic clock in s."""

    tolerance: timedelta = CLOCK_TOLERANCE
    _seen: tuple[datetime, float] | None = None

    def proven(self, now: datetime, monotonic: float) -> bool:
        """Whether `now` is where the clock should be since it was last accepted; nothing is known of a first look."""
        if self._seen is None:
            return False
        before, then = self._seen
        return now - before - timedelta(seconds=monotonic - then) <= self.tolerance

    def accept(self, now: datetime, monotonic: float) -> None:
        """Take this for the right time from now on."""
        self._seen = now, monotonic


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How a camera's footage grows, from how much there is now. Bytes, and bytes a day."""

    used: int
    plain_a_day: float
    persons_a_day: float
    rules: CameraRules

    @property
    def headroom(self) -> float:
        """How much it can still grow before its rules delete as much as is recorded."""
        day = timedelta(days=1)
        keep_persons = max(self.rules.keep, self.rules.keep_persons)
        most = self.plain_a_day * (self.rules.keep / day) + self.persons_a_day * (keep_persons / day)
        if self.rules.quota is not None:
            most = min(most, self.rules.quota)
        return max(0.0, most - self.used)


def days_until_full(room: int, cameras: Iterable[Growth]) -> float | None:
    """Return in how many days `room` (bytes) is used up; None where the cameras' own rules keep it from ever being."""
    remaining = float(room)
    if remaining <= 0:
        return 0.0
    # Each camera grows at its rate until its headroom is used; between those moments the sum grows evenly.
    growing = sorted(
        (camera.headroom / rate, rate) for camera in cameras if (rate := camera.plain_a_day + camera.persons_a_day) > 0
    )
    total = sum(rate for _, rate in growing)
    passed = 0.0
    for until, rate in growing:
        if total * (until - passed) >= remaining:
            return passed + remaining / total
        remaining -= total * (until - passed)
        passed = until
        total -= rate
    return None
