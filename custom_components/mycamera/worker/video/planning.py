"""Decides which pictures of a recording are decoded, and which are looked at.

Decoding a recorded minute costs as much as looking for persons in a hundred pictures of it, and most of it shows
nothing new. So the base is the pictures that stand for themselves (key frames), some two seconds apart: each is
decoded and compared with the last, for a hundredth of what a look costs. Where something moves or somebody is there, it
is looked at. What happened between two of them is looked at only where they do not agree on who is there (then back to
when somebody came in, and on to when they left), where persons walk so near to each other that they could be taken for
one another, or where packets' sizes tell that something went on.

Its numbers were set by `scripts/bench analysis` on minutes made of the demo film (busy, still, windy, a visit),
and by `scripts/bench identity` on the film itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from .motion import Gray, MotionGate
from .video_index import Group

STATION: Final = 2.0
"""Seconds between two pictures that are compared, at most, where a visit of so long could be between them."""
CLOSE_STEP: Final = 0.4
"""Seconds within which it is known when somebody came or left, and between two looks where persons walk near others."""
RUN_STEP: Final = 0.2
"""The same where somebody may have gone so far meanwhile that nobody could say who it is."""
BUSY_STEP: Final = 1.0
"""Seconds between two looks, at most, where packets' sizes tell that something goes on."""
RECHECK: Final = 15.0
"""Where nothing moves and nobody is known, persons are looked for after this many seconds all the same."""
STANDING: Final = 4.0
"""The same where somebody is there."""
FLOW_AFTER: Final = 0.13
"""Seconds after a look at which a second picture shows how fast everybody is: two or three frames of a camera."""
_SLACK: Final = 0.1
_STILL_SHARE: Final = 0.012
_STILL_BYTES: Final = 600
_STILL_MORE: Final = 1.15
_STILL_LEAST: Final = 16
"""How much more than the stillest group of its file one costs, in parts of that and in bytes a picture, that is still.
Somebody far away adds a third to what pictures of a still yard cost, and the sizes alone call both still."""
_FEWEST_GROUPS: Final = 5
_SURE: Final = 5.0
"""Standard deviations above what quiet costs, from which on a group's size means that something goes on."""
_LEAST_MORE: Final = 0.15
_PERSON_BYTES: Final = 0.0005
"""What somebody who walks costs at the least, in bytes per pixel of the whole picture and picture."""


class Quiet:
    """What the groups of one file cost while nothing goes on."""

    def __init__(self, groups: Sequence[Group], pixels: int) -> None:
        self._limit: float | None = None
        self._stillest = min((_cost(group) for group in groups if group.packets > 1), default=0.0)
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

    def is_still(self, group: Group) -> bool:
        """Return whether nothing can have moved in a group: it cost no more than the stillest of the file."""
        return is_still(group) and _cost(group) <= _STILL_MORE * self._stillest + _STILL_LEAST

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
        detect_fps: float,
        clear_time: float,
        ranges: Sequence[tuple[float, float]] = (),
    ) -> None:
        self._quiet = Quiet(groups, pixels)
        self._end = groups[-1].end
        self._ranges = sorted(ranges)
        self._close = max(CLOSE_STEP, 1.0 / detect_fps)
        # Whoever is unseen for the clear time has left: looks that far apart would lose everybody.
        self._station = max(1.0 / detect_fps, min(STATION, clear_time - _SLACK))
        self._gate = gate
        self.moving = False
        """Whether something moves in the picture that was compared last."""
        self._compared: float | None = None
        self._looked: float | None = None
        self.present = False
        """Whether somebody is there, by the last look."""
        self._was_still = False

    def first(self, group: Group) -> float | None:
        """Return the first moment of a group that is compared; None where none is."""
        still, before = self._quiet.is_still(group), self._was_still
        self._was_still = still
        moment = next(iter(self._wanted(group, [group.start])), None)
        if moment is None or (self._compared is not None and moment - self._compared < self._least - _SLACK):
            return None
        # Where nothing moves a group begins with the picture that was compared last. While somebody is there, that is
        # not left to sizes: where they walk through the whole file, the stillest of it is no yardstick.
        return None if still and before and not self.present and not self._is_late(group.start) else moment

    def rest(self, group: Group) -> list[float]:
        """Return the other moments of a group that are compared, in their order, by what is known after the first."""
        still = self._quiet.is_still(group)
        if not self.present and (still or (self._quiet.known and not self._quiet.is_active(group))):
            return []
        length = group.end - group.start
        parts = math.ceil(length / self._station - _SLACK)
        moments = [group.start + length * number / parts for number in range(1, parts)]
        if self._end - group.end < _SLACK:
            moments.append(group.end - _SLACK)  # whether whoever is there stays until the end
        result: list[float] = []
        before = self._compared if self._compared is not None else float("-inf")
        wanted = [moment for moment in self._wanted(group, moments) if moment > before]
        for moment in wanted:
            if moment - before >= self._least - _SLACK or moment == wanted[-1]:
                result.append(moment)
                before = moment
        return result

    @property
    def _least(self) -> float:
        return self._close if self._ranges else 0.7 * self._station

    def _wanted(self, group: Group, moments: Sequence[float]) -> list[float]:
        if not self._ranges:
            return list(moments)
        chosen: set[float] = set()
        for low, high in self._ranges:
            first, last = max(low, group.start), min(high, group.end - _SLACK)
            if first <= last:
                chosen |= {first, *(moment for moment in moments if first <= moment <= last)}
                if last - first > self._close and high < group.end:
                    chosen.add(last)
        return sorted(chosen)

    def _is_late(self, time: float) -> bool:
        return self._looked is None or time - self._looked >= RECHECK - _SLACK

    def wants(self, gray: Gray, time: float) -> bool:
        """Return whether to look for persons in a picture that is compared."""
        self._compared = time
        # The first picture counts as motion: whoever is in it may be walking.
        before, self.moving = self.moving, self._gate.moves(gray)
        # Where nothing moves any more, whoever was there has left, or stands. One look tells for all that follow.
        ceased = self.present and before
        pause = STANDING if self.present else RECHECK
        wanted = self.moving or ceased or self._looked is None or time - self._looked >= pause - _SLACK
        if wanted:
            self._looked = time
        return wanted

    def saw(self, persons: int) -> None:
        """Take note of how many persons the picture looked at last showed."""
        self.present = persons > 0

    def may_differ(self, group: Group, since: float, until: float) -> bool:
        """Return whether somebody may have come and gone between two pictures, by what the group between them took."""
        return until - since > BUSY_STEP + _SLACK and self._quiet.is_active(group)

    def between(self, start: float, end: float, since: float, until: float) -> list[float]:
        """Return the moments between two pictures that can be looked at, in their order; usually each second is.

        They are those of a part of the file from `start` to `end`.
        """
        count = 2 * math.ceil((until - since) / self._close - _SLACK)
        moments = [since + (until - since) * number / count for number in range(1, count)] if count > 1 else []
        return [moment for moment in moments if start <= moment < end and self._within(moment)]

    def _within(self, time: float) -> bool:
        return not self._ranges or any(low <= time <= high for low, high in self._ranges)


def is_still(group: Group) -> bool:
    """Return whether nothing can have moved in a group: its pictures hardly differ from the one before.

    Encoders spend next to nothing on a picture that repeats the last one. Something that moves costs bytes, however the
    camera spreads them.
    """
    return group.packets > 1 and group.largest_other <= max(_STILL_BYTES, _STILL_SHARE * group.key_bytes)
