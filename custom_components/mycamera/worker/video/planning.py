"""Decides which pictures of a recording are decoded, and which are looked at, before a single one is decoded in vain.

Decoding a recorded minute costs as much as looking for persons in a hundred pictures of it, and most of it shows
nothing new. So the base is the pictures that stand for themselves (key frames), about two seconds apart: while persons
move, each is looked at; where nothing goes on, few are. Packets' sizes tell where something goes on between two of
them, as far as they can: an encoder that is told to always send as much hides it, and so does foliage in the wind.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from .decoding import Group, Reading
from .motion import Gray, MotionGate

BUSY_STEP: Final = 2.0
"""Seconds between two looks while persons move: short enough to follow them, given how fast each one is."""
NEW_STEP: Final = 1.0
"""The same while all of the persons are new: two looks decide whether they are persons at all."""
CLOSE_STEP: Final = 0.5
"""The same where a whole group is decoded, because its packets say that something goes on in it."""
STANDING_STEP: Final = 4.0
"""The same where persons are there but nothing moves."""
BLIND_STEP: Final = 4.0
"""Seconds between two glances at an empty place where packets' sizes tell nothing."""
TOLD_STEP: Final = 8.0
"""The same where they would tell."""
INTRA_STEP: Final = 1.0
"""The same where every picture stands for itself."""
RECHECK: Final = 15.0
"""Where nothing moves and nobody is known, persons are looked for after this many seconds all the same."""
FLOW_AFTER: Final = 0.13
"""Seconds after a look at which a second picture shows how fast everybody is: two or three frames of a camera."""
_LATE: Final = 0.6
"""A look may come late by this share of its step, rather than decode what lies between two key frames."""
_EARLY: Final = 0.06
_STILL_SHARE: Final = 0.012
_STILL_BYTES: Final = 600
_FEWEST_GROUPS: Final = 5
_SURE: Final = 5.0
"""Standard deviations above what quiet costs, from which on a group's size means that something goes on."""
_LEAST_MORE: Final = 0.15
_PERSON_BYTES: Final = 0.0005
"""What somebody who walks costs at the least, in bytes per pixel of the whole picture and picture."""


class Use(Enum):
    """What a decoded picture is good for."""

    NOTHING = auto()
    LOOK = auto()
    FLOW = auto()


class Quiet:
    """What the groups of one file cost while nothing goes on."""

    def __init__(self, groups: Sequence[Group], pixels: int) -> None:
        self._limit: float | None = None
        # The first group is left out where there are enough: encoders begin with other settings than they go on with.
        costs = sorted(_cost(group) for group in groups[1:] if group.packets > 1)
        if len(costs) < _FEWEST_GROUPS:
            return
        low, floor, middle = (costs[int(len(costs) * share)] for share in (0.1, 0.3, 0.5))
        more = max(_SURE * (middle - low) / 1.28, _LEAST_MORE * floor)
        if more <= _PERSON_BYTES * pixels:
            self._limit = floor + more

    @property
    def known(self) -> bool:
        """Whether the sizes would tell if somebody came."""
        return self._limit is not None

    def is_active(self, group: Group) -> bool:
        """Return whether something goes on in a group, by its size."""
        return self._limit is not None and group.packets > 1 and _cost(group) > self._limit


def _cost(group: Group) -> float:
    return group.other_bytes / max(1, group.packets - 1)


class FilePlan:
    """Chooses the pictures of one file. Times are seconds and never go back."""

    def __init__(
        self,
        groups: Sequence[Group],
        pixels: int,
        *,
        gate: MotionGate,
        rate: float,
        clear_time: float,
        ranges: Sequence[tuple[float, float]] = (),
    ) -> None:
        self._quiet = Quiet(groups, pixels)
        self._ranges = sorted(ranges)
        self._fastest = 1.0 / rate
        # Whoever is unseen for the clear time has left: looks that far apart would lose everybody.
        self._slowest = max(self._fastest, clear_time / (1 + _LATE) - _EARLY)
        self._gate = gate
        self._considered: float | None = None
        self._looked: float | None = None
        self._moving = False
        self._present = False
        self._new = False
        self._active = False
        self._flow_at: float | None = None

    # What decoding asks (see decoding.Plan).

    def reading(self, group: Group) -> Reading:
        """Return how much of a group is decoded to begin with."""
        self._flow_at = None
        if not self._wanted_range(group):
            return Reading.NOTHING
        self._active = self._quiet.is_active(group)
        due = self._due(group)
        if is_still(group):
            # Nothing differs from the last picture looked at, except where the key frame itself begins something new.
            late = self._looked is None or group.start - self._looked >= RECHECK - _EARLY
            return Reading.KEY if late or (self._moving and due <= group.start + _EARLY) else Reading.NOTHING
        if due <= group.start + _EARLY:
            return Reading.KEY
        return Reading.EVERYTHING if self._worth_decoding(group, due) else Reading.NOTHING

    def continues(self, group: Group) -> bool:
        """Return whether more of a group is decoded, after its first picture was looked at."""
        if group.packets <= 1:
            return False
        return self._flow_at is not None or (not is_still(group) and self._worth_decoding(group, self._due(group)))

    def last_due(self, group: Group) -> float:
        """Return the time after which nothing of this group is wanted any more, as far as is known now."""
        last = self._flow_at if self._flow_at is not None else float("-inf")
        due = self._due(group)
        while self._worth_decoding(group, due):
            last = due
            due += self._step(group)
        return last - 0.03

    # What analysis asks and tells.

    def use(self, time: float) -> Use:
        """Return what a decoded picture is good for."""
        if not self._within(time):
            return Use.NOTHING
        if self._flow_at is not None and time >= self._flow_at - _EARLY:
            return Use.FLOW
        if self._considered is None or time >= self._considered + self._pace - _EARLY:
            return Use.LOOK
        return Use.NOTHING

    def wants(self, gray: Gray, time: float) -> bool:
        """Return whether to look for persons in a picture that is good for a look."""
        self._considered = time
        self._flow_at = None
        # The first picture counts as motion: whoever is in it may be walking.
        self._moving = self._gate.moves(gray)
        wanted = self._moving or self._present or self._looked is None or time - self._looked >= RECHECK - _EARLY
        if wanted:
            self._looked = time
        return wanted

    def saw(self, time: float, *, persons: int, new: int) -> None:
        """Take note of how many persons a picture showed, and how many of them are uncertain yet."""
        self._present = persons > 0
        self._new = 0 < persons == new
        self._flow_at = time + FLOW_AFTER if persons and self._moving else None

    def flowed(self) -> None:
        """Take note that the second picture was had."""
        self._flow_at = None

    @property
    def _pace(self) -> float:
        if self._active:
            step = CLOSE_STEP
        elif self._present and self._new:
            step = NEW_STEP
        elif self._present:
            step = BUSY_STEP if self._moving else STANDING_STEP
        else:
            step = TOLD_STEP if self._quiet.known else BLIND_STEP
        return max(self._fastest, min(step, self._slowest))

    def _step(self, group: Group) -> float:
        return min(self._pace, INTRA_STEP) if group.packets <= 1 else self._pace

    def _due(self, group: Group) -> float:
        """Return when the next look is due, at the earliest in this group."""
        due = group.start if self._considered is None else max(group.start, self._considered + self._step(group))
        for low, high in self._ranges:
            if due <= high:
                return max(due, low)
        return due

    def _worth_decoding(self, group: Group, due: float) -> bool:
        """Return whether a look inside a group is worth decoding it: not where the next key frame comes soon enough."""
        if due >= group.end or not self._within(due):
            return False
        return self._active or not self._within(group.end + _EARLY) or group.end - due > _LATE * self._step(group)

    def _within(self, time: float) -> bool:
        return not self._ranges or any(low <= time <= high for low, high in self._ranges)

    def _wanted_range(self, group: Group) -> bool:
        return not self._ranges or any(low < group.end and group.start <= high for low, high in self._ranges)


def is_still(group: Group) -> bool:
    """Return whether nothing can have moved in a group: its pictures hardly differ from the one before.

    Encoders spend next to nothing on a picture that repeats the last one. Something that moves costs bytes, however the
    camera spreads them.
    """
    return group.packets > 1 and group.largest_other <= max(_STILL_BYTES, _STILL_SHARE * group.key_bytes)
