"""Decides which pictures of a live camera are looked at: the detector is by far the most expensive part."""

from __future__ import annotations

from typing import Final

from .motion import Gray, MotionGate
from .polygons import IgnoredParts

RECHECK_EMPTY: Final = 15.0
"""Where nothing moves and nobody is known, a picture is looked at after this many seconds all the same."""
RECHECK_PRESENT: Final = 1.0
"""Where nothing moves but somebody is there."""
_LINGER: Final = 1.0
"""Looking goes on for this long after the last motion: whoever stops is still there."""


class Sampler:
    """Chooses pictures for one camera. Times are seconds and never go back."""

    def __init__(self, detect_fps: float, clear_time: float, ignored: IgnoredParts | None = None) -> None:
        self.interval = 1.0 / detect_fps
        self._clear_time = clear_time
        self._gate = MotionGate(ignored)
        self._considered: float | None = None
        self._looked: float | None = None
        self._moved = float("-inf")
        self._present_until = float("-inf")

    def due(self, time: float) -> bool:
        """Return whether the picture of this time is to be considered at all, by the rate."""
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

    def moves(self, time: float) -> bool:
        """Return whether something moves in the picture of this time, or did a moment ago."""
        return time - self._moved <= _LINGER

    def saw(self, persons: int, time: float) -> None:
        """Take note of how many persons the picture of this time showed: until they are gone for sure, look often."""
        if persons:
            self._present_until = time + self._clear_time

    def _pause(self, time: float) -> float:
        return RECHECK_PRESENT if time < self._present_until + RECHECK_PRESENT else RECHECK_EMPTY
