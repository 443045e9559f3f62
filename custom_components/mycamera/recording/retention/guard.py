"""Holds back deletions that no rule explains, or that a rule explains only if nothing else is wrong.

A clock that jumped makes everything too old; a program that fills the disk makes every recording stand in the way. The
rules alone would then delete all footage, each time within their letter. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Self

from .plan import Deletion, Reason, SegmentFacts, Situation

MOST_IN_DOUBT: Final = 0.5
"""No more of a camera's footage goes by a rule that something else may mislead."""
FEW: Final = timedelta(hours=6)
"""So much goes in any case: the last footage of a camera that records no more is a large part of it."""
CLOCK_TOLERANCE: Final = timedelta(minutes=10)
MOST_ODD_FILES: Final = 0.1
FEW_ODD_FILES: Final = 10


class Doubt(StrEnum):
    """Why segments do not go that would."""

    RULES = "rules"
    """No rule explains it: a defect of this integration."""
    CLOCK = "clock"
    """Much is too old all at once, and the clock is not known to have run on: it may be wrong."""
    SPACE = "space"
    """Making room takes most of a camera's footage: something else fills the disk."""
    YOUNG = "young"
    """Room, or a quota, would take footage of the last hours: the setting asks for more than the disk can give."""
    MOST = "most"
    """Most of a camera's footage is too much or too old all at once, as after a setting that was mistyped."""
    PICTURES = "pictures"
    """Pictures go that were to be kept longer when this was last looked at."""
    FILES = "files"
    """The files are not what the database says."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Deletions of a camera, by one rule, that are not done. `size` in bytes."""

    camera_id: str
    reason: Reason
    doubt: Doubt
    segments: int
    size: int

    @classmethod
    def of(cls, planned: Sequence[Deletion], camera_id: str, reason: Reason, doubt: Doubt) -> Self:
        """Refuse what is planned of a camera by one rule."""
        group = _group(planned, camera_id, reason)
        return cls(camera_id, reason, doubt, len(group), _size(group))


@dataclass(slots=True)
class Taken:
    """What already went by a rule in doubt, so that many small steps count as the large one that they are."""

    size: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Bytes by camera."""
    time: dict[str, timedelta] = field(default_factory=lambda: defaultdict(timedelta))
    """Time of footage by camera."""

    def add(self, segment: SegmentFacts) -> None:
        """Count a segment."""
        self.size[segment.camera_id] += segment.size
        self.time[segment.camera_id] += segment.end - segment.start

    def clear(self) -> None:
        """Begin anew."""
        self.size.clear()
        self.time.clear()


@dataclass(slots=True)
class ClockWatch:
    """Notices when the clock went forward by more than the time that passed. Monotonic times in seconds."""

    tolerance: timedelta = CLOCK_TOLERANCE
    _seen: tuple[datetime, float] | None = None

    def proven(self, now: datetime, monotonic: float) -> bool:
        """Whether the clock ran on evenly since it was last accepted. The first look proves nothing."""
        if self._seen is None:
            return False
        before, then = self._seen
        return now - before - timedelta(seconds=monotonic - then) <= self.tolerance

    def accept(self, now: datetime, monotonic: float) -> None:
        """Take this for the right time from now on."""
        self._seen = now, monotonic


def refusals(
    planned: Sequence[Deletion],
    situation: Situation,
    *,
    clock_proven: bool,
    confirmed: Collection[Doubt] = (),
    by_age: Taken | None = None,
    by_space: Taken | None = None,
    by_setting: Taken | None = None,
) -> list[Refusal]:
    """Return which of the planned deletions must not be done.

    What each rule may take at most is derived anew, in another way than the plan was made. `by_age`, `by_space` and
    `by_setting` are what earlier steps took while these rules were in doubt; `confirmed` is what a person dispelled.
    """
    taken = {Doubt.CLOCK: by_age, Doubt.SPACE: by_space, Doubt.MOST: by_setting}
    keys = dict.fromkeys((deletion.segment.camera_id, deletion.reason) for deletion in planned)
    found: dict[tuple[str, Reason], Doubt] = {}
    for camera_id, reason in keys:
        group = _group(planned, camera_id, reason)
        if not _explained(camera_id, reason, planned, situation):
            found[camera_id, reason] = Doubt.RULES
            continue
        if reason is not Reason.AGE and _newest(group).end > situation.now - situation.floor:
            if Doubt.YOUNG not in confirmed:
                found[camera_id, reason] = Doubt.YOUNG
            continue  # who gives the newest has given the older ones, too
        doubt = _doubt(reason, clock_proven=clock_proven)
        if doubt not in confirmed and _most_of(camera_id, group, situation, taken[doubt]):
            found[camera_id, reason] = doubt
    for_room = {doubt for (_, reason), doubt in found.items() if reason is Reason.SPACE}
    if for_room:
        # What one camera does not give, the others shall not give in its place.
        doubt = Doubt.YOUNG if Doubt.YOUNG in for_room else Doubt.SPACE
        for key in keys:
            if key[1] is Reason.SPACE:
                found.setdefault(key, doubt)
    return [Refusal.of(planned, camera_id, reason, doubt) for (camera_id, reason), doubt in found.items()]


def odd_files(segments: Sequence[SegmentFacts], found: Sequence[int | None]) -> bool:
    """Whether too many files are missing or larger than their rows say; `found` are their sizes in bytes, None: none.

    Then the rows are of another folder, or the sizes that a quota was reckoned with are wrong.
    """
    odd = sum(1 for segment, size in zip(segments, found, strict=True) if size is None or size > 2 * segment.size)
    return odd > FEW_ODD_FILES and odd > MOST_ODD_FILES * len(segments)


def _explained(camera_id: str, reason: Reason, planned: Sequence[Deletion], situation: Situation) -> bool:
    group = _group(planned, camera_id, reason)
    rules = situation.rules.get(camera_id)
    if any(segment.protected for segment in group):
        return False
    if reason is Reason.SPACE:
        others = [d.segment for d in planned if d.reason is not Reason.SPACE]
        room = [d.segment for d in planned if d.reason is Reason.SPACE]
        return _no_more_than(room, situation.shortage - _size(others))
    if rules is None:
        return False
    if reason is Reason.AGE:
        return all(_outlived(segment, rules.keep, rules.keep_persons, situation.now) for segment in group)
    left = situation.used.get(camera_id, 0) - _size(_group(planned, camera_id, Reason.AGE))
    return rules.quota is not None and _no_more_than(group, left - rules.quota)


def _doubt(reason: Reason, *, clock_proven: bool) -> Doubt:
    """Return what a rule may be misled by."""
    if reason is Reason.SPACE:
        return Doubt.SPACE
    return Doubt.CLOCK if reason is Reason.AGE and not clock_proven else Doubt.MOST


def _outlived(segment: SegmentFacts, keep: timedelta, keep_persons: timedelta, now: datetime) -> bool:
    """Whether a segment is older than each of the times that hold for it.

    The plan compares moments with a cutoff; this counts the age, so that a fault in one of them is seen by the other.
    """
    age = now - segment.end
    return age >= keep and (age >= keep_persons or not segment.has_person)


def _newest(group: Sequence[SegmentFacts]) -> SegmentFacts:
    return max(group, key=lambda segment: segment.end)


def _group(planned: Sequence[Deletion], camera_id: str, reason: Reason) -> list[SegmentFacts]:
    return [d.segment for d in planned if d.segment.camera_id == camera_id and d.reason is reason]


def _size(segments: Sequence[SegmentFacts]) -> int:
    return sum(segment.size for segment in segments)


def _no_more_than(segments: Sequence[SegmentFacts], size: int) -> bool:
    """Whether none of the segments is superfluous to give so many bytes."""
    newest = max(segments, key=lambda segment: (segment.start, segment.id))
    return _size(segments) - newest.size < size


def _most_of(camera_id: str, group: Sequence[SegmentFacts], situation: Situation, taken: Taken | None) -> bool:
    size, time = _size(group), sum((segment.end - segment.start for segment in group), timedelta())
    total = situation.used.get(camera_id, 0)
    if taken is not None:
        size += taken.size.get(camera_id, 0)
        time += taken.time.get(camera_id, timedelta())
        total += taken.size.get(camera_id, 0)
    return time > FEW and size > MOST_IN_DOUBT * total
