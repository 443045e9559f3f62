"""What a recorder says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .archive.segment import GapCause
from .habits import Clock, Sound


class RecorderState(StrEnum):
    """What a recorder is doing."""

    OFF = "off"
    CONNECTING = "connecting"
    RECORDING = "recording"
    UNREACHABLE = "unreachable"
    AUTHENTICATION_FAILED = "authentication_failed"
    STREAM_NOT_FOUND = "stream_not_found"
    TOO_MANY_CONNECTIONS = "too_many_connections"
    STALLED = "stalled"
    STORAGE_UNAVAILABLE = "storage_unavailable"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecorderStatus:
    """What a recorder is doing, and what is wrong if anything is (for people, without credentials)."""

    state: RecorderState
    error: str | None = None
    clock: Clock = Clock.CAMERA
    """Whose time the pictures have,"""
    sound: Sound = Sound.NONE
    """and what becomes of the sound; told while there are recordings."""


AWAY: Final = {
    RecorderState.UNREACHABLE,
    RecorderState.AUTHENTICATION_FAILED,
    RecorderState.STREAM_NOT_FOUND,
    RecorderState.STALLED,
}
"""The camera is not there."""


def state_after(cause: GapCause) -> RecorderState:
    """Return what is shown after a connection ended so: what keeps the camera away, or that it is connected to anew."""
    return RecorderState(cause.value) if cause.value in RecorderState else RecorderState.CONNECTING
