"""What a video file holds, as its packets tell it: no picture is decoded for it."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Group:
    """A group of pictures: one that stands for itself, and those that build on it."""

    start: float
    """Seconds from the start of the file."""
    end: float = 0.0
    packets: int = 0
    key_bytes: int = 0
    other_bytes: int = 0
    largest_other: int = 0

    @property
    def rate(self) -> float:
        """Bytes a second beside the picture that stands for itself: what changes cost."""
        return self.other_bytes / max(self.end - self.start, 0.04)


@dataclass(frozen=True, slots=True)
class Packed:
    """A group of pictures as the file holds it."""

    group: Group
    packets: list[Any]


@dataclass(slots=True)
class VideoIndex:
    """What a file holds, without a picture decoded."""

    width: int
    height: int
    duration: float = 0.0
    groups: list[Group] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    """Of every picture, in the order of display."""

    def number_at(self, seconds: float) -> int:
        """Return the number of the picture that is shown at this time."""
        return min(bisect.bisect_left(self.times, seconds - 0.0005), max(0, len(self.times) - 1))
