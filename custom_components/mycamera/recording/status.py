"""What a recorder says of itself, and what the ledger says of the time that a failure costs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .archive.segment import GapCause
from .failure import Failure


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


STATES: Final = {
    Failure.UNREACHABLE: (RecorderState.UNREACHABLE, GapCause.UNREACHABLE),
    Failure.AUTHENTICATION: (RecorderState.AUTHENTICATION_FAILED, GapCause.AUTHENTICATION_FAILED),
    Failure.NOT_FOUND: (RecorderState.STREAM_NOT_FOUND, GapCause.STREAM_NOT_FOUND),
    Failure.TOO_MANY_CONNECTIONS: (RecorderState.TOO_MANY_CONNECTIONS, GapCause.TOO_MANY_CONNECTIONS),
    Failure.NO_VIDEO: (RecorderState.STREAM_NOT_FOUND, GapCause.STREAM_NOT_FOUND),
    Failure.TIMEOUT: (RecorderState.STALLED, GapCause.STALLED),
    Failure.STORAGE: (RecorderState.STORAGE_UNAVAILABLE, GapCause.STORAGE_UNAVAILABLE),
    Failure.TIMESTAMPS: (RecorderState.CONNECTING, GapCause.TIMESTAMPS),
    Failure.CHANGED: (RecorderState.CONNECTING, GapCause.STREAM_CHANGED),
    Failure.DISCONNECTED: (RecorderState.CONNECTING, GapCause.DISCONNECTED),
    Failure.OTHER: (RecorderState.CONNECTING, GapCause.FAILED),
}
"""What is shown after a failure, and why there is no footage."""
AWAY: Final = {
    RecorderState.UNREACHABLE,
    RecorderState.AUTHENTICATION_FAILED,
    RecorderState.STREAM_NOT_FOUND,
    RecorderState.STALLED,
}
"""The camera is not there."""
