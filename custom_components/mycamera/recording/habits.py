"""What one camera's stream was found to do, beyond what it announces: learned while recording, and remembered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Clock(StrEnum):
    """Whose time the pictures have."""

    CAMERA = "camera"
    ARRIVAL = "arrival"
    """Their stamps disagree with when they come: each is stamped as it arrives."""


class Sound(StrEnum):
    """What becomes of a stream's sound."""

    OFF = "off"
    """Nobody wants it."""
    NONE = "none"
    """There is none, or it is announced and never sent; recorded from when it comes."""
    RECORDED = "recorded"
    DROPPED = "dropped"
    """It does not fit the picture (its clock is another, or it always comes late), and cannot be made to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamHabits:
    """How a stream is to be recorded."""

    clock: Clock = Clock.CAMERA
    sound: Sound = Sound.RECORDED
    announced: bool = False
    """Whether it says at once what its picture is: then no more is waited for."""
    longest_stall: float = 0.0
    """Seconds for which the camera may send nothing (it sends on motion only); 0 for as long as any camera may."""
