"""What the recorder tells the world: segments, gaps, and how their files are named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

EXTENSION: Final = ".mp4"
_CAMERA_ID: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,63}")
_NAME: Final = re.compile(r"(?P<stamp>\d{8}T\d{6}\.\d{3})Z(-\d+)?\.mp4")
_STAMP: Final = "%Y%m%dT%H%M%S.%f"


class SegmentStatus(StrEnum):
    """How the recording of a segment ended."""

    SUCCESS = "success"
    FAILED = "failed"
    """It was cut short by an error, or does not play."""
    TIMEOUT = "timeout"
    """The camera sent nothing any more."""


class GapCause(StrEnum):
    """Why there is no footage."""

    NOT_RUNNING = "not_running"
    CONNECTING = "connecting"
    DISCONNECTED = "disconnected"
    UNREACHABLE = "unreachable"
    AUTHENTICATION_FAILED = "authentication_failed"
    TOO_MANY_CONNECTIONS = "too_many_connections"
    STREAM_NOT_FOUND = "stream_not_found"
    STALLED = "stalled"
    TIMESTAMPS = "timestamps"
    """The camera's own clock jumped, so the connection was started anew."""
    STREAM_CHANGED = "stream_changed"
    """The camera sends another size or codec, so the connection was started anew."""
    STORAGE_UNAVAILABLE = "storage_unavailable"
    CLOCK_CHANGED = "clock_changed"
    """This machine's clock was set forward: the time between never existed."""
    DELETED = "deleted"
    """It was recorded, and went before its time: to make room, or because a camera had too much."""
    FAILED = "failed"
    """Anything else that ended ffmpeg."""

    @property
    def segment_status(self) -> SegmentStatus:
        """What a file becomes that ended for this reason."""
        match self:
            case GapCause.STREAM_CHANGED:
                return SegmentStatus.SUCCESS  # all that was sent is in it, and the next one goes on
            case GapCause.STALLED:
                return SegmentStatus.TIMEOUT
        return SegmentStatus.FAILED


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One closed file. Its data are on the disk (fsync) before anybody hears of it."""

    camera_id: str
    start: datetime
    """UTC, of the first frame."""
    end: datetime
    """UTC; the start of the next segment where the two are consecutive."""
    status: SegmentStatus
    file_path: str
    """Posix, relative to the storage root."""
    file_size: int
    """Bytes."""
    duration: float
    """Seconds of video that play; 0 if none does."""
    codec: str | None
    """`h264`, `hevc`, … as ffmpeg names it; None if the file does not tell."""
    width: int | None
    height: int | None
    packets: int = 0
    """Video packets that play."""
    error: str | None = None

    @property
    def playable(self) -> bool:
        """Whether there is anything to watch; also true of most that failed."""
        return self.duration > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A time without footage, UTC."""

    camera_id: str
    start: datetime
    end: datetime
    cause: GapCause

    @property
    def seconds(self) -> float:
        """How long."""
        return (self.end - self.start).total_seconds()


def check_camera_id(camera_id: str) -> str:
    """Return a camera's id that is safe as a folder's name; raise ValueError for others."""
    if not _CAMERA_ID.fullmatch(camera_id):
        raise ValueError(f"camera id {camera_id!r} cannot be a folder's name")
    return camera_id


def segment_path(camera_id: str, start: datetime, attempt: int = 0) -> PurePosixPath:
    """Name a segment by its start: <camera>/YYYY-MM-DD/HH/<start>.mp4, all in UTC.

    A clock that was set back makes names come again: `attempt` counts up until one is free.
    """
    utc = start.astimezone(UTC)
    stamp = f"{utc:%Y%m%dT%H%M%S}.{utc.microsecond // 1000:03d}Z"
    suffix = f"-{attempt}" if attempt else ""
    return PurePosixPath(check_camera_id(camera_id), f"{utc:%Y-%m-%d}", f"{utc:%H}", f"{stamp}{suffix}{EXTENSION}")


def parse_segment_name(name: str) -> datetime | None:
    """Tell a segment's start (UTC, milliseconds) from its file name; None for other files."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        return datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
