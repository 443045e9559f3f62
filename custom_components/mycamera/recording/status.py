"""What a recorder says of itself."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .archive.segment import GapCause
from .habits import Clock, Sound

_LOGGER = logging.getLogger(__name__)

MOST_TOLD: Final = 10
"""So many causes of one absence are logged."""


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


class StatusLog:
    """Logs that a camera is not recorded any more, each cause once, and that it is recorded again."""

    def __init__(self, camera: str) -> None:
        """Log of the camera that people know by this label."""
        self._camera = camera
        self._told: set[tuple[RecorderState, str]] = set()
        """What was logged since the camera was last recorded."""

    def note(self, status: RecorderStatus) -> None:
        """Log what is new in the status, if anything."""
        state, error = status.state, status.error
        if error is not None and (state, error) not in self._told and len(self._told) < MOST_TOLD:
            # Each cause once: what was told first is seldom what keeps it away.
            self._told.add((state, error))
            _LOGGER.warning("Camera %s is not recorded: %s (%s)", self._camera, error, state)
        elif state is RecorderState.RECORDING and self._told:
            self._told.clear()
            _LOGGER.info("Camera %s is recorded again", self._camera)
