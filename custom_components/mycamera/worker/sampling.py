"""Decides which pictures are looked at: the detector is by far the most expensive part, and decoding comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .decoding import Group, Reading
from .motion import Gray, MotionGate
from .polygons import IgnoredParts

RECHECK_EMPTY: Final = 15.0
"""Where nothing moves and nobody is known, a picture is looked at after this many seconds all the same."""
RECHECK_PRESENT: Final = 1.0
"""Where nothing moves but somebody is there."""
_LINGER: Final = 1.0
"""Looking goes on for this long after the last motion: whoever stops is still there."""
_GLANCE: Final = 4.0
"""A recording in which nothing goes on is glanced at after this many seconds, whatever its packets say."""
_GLANCE_SHORT: Final = 1.0
"""The same where every picture stands for itself, or nearly: their packets' sizes tell nothing."""
_LONGEST_UNSEEN: Final = 2.6
"""Groups longer than this, in seconds, could hold a whole visit between two glances: they are decoded."""
_MORE_THAN_QUIET: Final = 1.5
_LEARN_QUIET: Final = 0.2
_STILL_SHARE: Final = 0.012
_STILL_BYTES: Final = 600


class Sampler:
    """Chooses pictures for one camera or file. Times are seconds and never go back."""

    def __init__(
        self,
        rate: float,
        clear_time: float,
        ranges: Sequence[tuple[float, float]] = (),
        ignored: IgnoredParts | None = None,
    ) -> None:
        self.interval = 1.0 / rate
        self._ranges = ranges
        """The only parts to look at; empty: all."""
        self._clear_time = clear_time
        self._gate = MotionGate(ignored)
        self._considered: float | None = None
        self._looked: float | None = None
        self._moved = float("-inf")
        self._present_until = float("-inf")
        self.glancing = False
        """Whether only the first picture of the present group is decoded, so far."""
        self._glanced: Group | None = None
        self._quiet: float | None = None
        """Bytes per second of what is not a whole picture, while nothing goes on; None until that is known."""

    def due(self, time: float) -> bool:
        """Return whether the picture of this time is to be considered at all, by the rate."""
        if not self._overlaps(time, time):
            return False
        # A third of a frame's time early is on time: else 15 frames a second would make 4 of a rate of 5.
        return self._considered is None or time - self._considered >= self.interval - 0.025

    def wants(self, gray: Gray, time: float) -> bool:
        """Return whether to look for persons in this picture."""
        self._considered = time
        if self._gate.moves(gray) and self._looked is not None:
            self._moved = time
        wanted = (
            self._looked is None or time - self._moved <= _LINGER or time - self._looked >= self._pause(time) - 0.025
        )
        if wanted:
            self._looked = time
        return wanted

    def saw(self, persons: int, time: float) -> None:
        """Take note of how many persons the picture of this time showed: until they are gone for sure, look often."""
        if persons:
            self._present_until = time + self._clear_time

    def _pause(self, time: float) -> float:
        return RECHECK_PRESENT if time < self._present_until + RECHECK_PRESENT else RECHECK_EMPTY

    def reading(self, group: Group) -> Reading:
        """Return how much of a group of pictures is worth decoding, by what was seen before and its packets' sizes."""
        reading = self._reading(group) if self._overlaps(group.start, group.end) else Reading.NOTHING
        self.glancing = reading is Reading.KEY
        return reading

    def _reading(self, group: Group) -> Reading:
        if group.packets <= 1 or group.end - group.start <= self.interval:
            pause = self.interval if self._busy(group.start) else max(self.interval, _GLANCE_SHORT)
            early = self._considered is not None and group.start - self._considered < pause - 0.025
            return Reading.NOTHING if early else Reading.KEY
        since = group.end - (self._looked if self._looked is not None else float("-inf"))
        if is_still(group):
            return Reading.KEY if since >= self._pause(group.start) else Reading.NOTHING
        if self._busy(group.start) or group.end - group.start > _LONGEST_UNSEEN:
            return Reading.EVERYTHING
        # Nothing goes on. Noise costs bytes as well, but always about as many: more of them is a reason to look.
        if self._quiet is not None and group.rate > _MORE_THAN_QUIET * self._quiet:
            return Reading.EVERYTHING
        if self._quiet is None or self._considered is None or group.end - self._considered >= _GLANCE:
            return Reading.KEY
        return Reading.NOTHING

    def continues(self, group: Group) -> bool:
        """Return whether, after a look at its first picture, the rest of a group is wanted too."""
        if group.packets <= 1 or is_still(group):
            return False
        if self._busy(group.start):
            self._glanced = None
            return True
        # Between two pictures without motion nothing went on: that is how many bytes quiet costs.
        if self._glanced is not None and (self._quiet is None or self._glanced.rate < self._quiet):
            self._quiet = self._glanced.rate
        elif self._glanced is not None and self._quiet is not None:
            self._quiet += _LEARN_QUIET * (self._glanced.rate - self._quiet)
        self._glanced = group
        return False

    def _overlaps(self, start: float, end: float) -> bool:
        return not self._ranges or any(since <= end and start <= until for since, until in self._ranges)

    def _busy(self, time: float) -> bool:
        return time - self._moved <= _LINGER or time < self._present_until

    def last_due(self, group: Group) -> float:
        """Return when the last picture of a group will be due, by the rate."""
        since = self._considered if self._considered is not None else group.start - self.interval
        return since + self.interval * ((group.end - since) // self.interval) - 0.03


def is_still(group: Group) -> bool:
    """Return whether nothing can have moved in a group: its pictures hardly differ from the one before.

    Encoders spend next to nothing on a picture that repeats the last one. Something that moves costs bytes, however the
    camera spreads them.
    """
    return group.largest_other <= max(_STILL_BYTES, _STILL_SHARE * group.key_bytes)
