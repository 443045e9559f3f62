"""The object graph of one hub entry; lives in `entry.runtime_data`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from homeassistant.config_entries import ConfigEntry

if TYPE_CHECKING:
    from .recording.source import RtspSource

type MyCameraConfigEntry = ConfigEntry[Hub]
type Listener = Callable[[], None]


class WorkerStatus(StrEnum):
    """Where the worker is, as users see it."""

    STARTING = "starting"
    CONNECTED = "connected"
    DISCONNECTED = "disconnected"
    FAILED = "failed"


class RecordingStatus(StrEnum):
    """What a camera's recorder is doing, as users see it."""

    OFF = "off"
    CONNECTING = "connecting"
    RECORDING = "recording"
    UNREACHABLE = "unreachable"
    AUTHENTICATION_FAILED = "authentication_failed"
    STREAM_NOT_FOUND = "stream_not_found"
    STALLED = "stalled"
    STORAGE_UNAVAILABLE = "storage_unavailable"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRecording:
    """The newest closed segment of a camera."""

    start: datetime
    end: datetime
    status: str
    file_path: str
    file_size: int
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPerson:
    """The newest person appearance of a camera."""

    event_id: str
    first_seen: datetime
    last_seen: datetime
    confidence: float
    image_path: str
    """Relative to the snapshots root."""
    caption: str
    caption_zh: str
    caption_source: str
    """`factual` or the name of the model that wrote it."""
    updated: datetime


@dataclass(slots=True)
class CameraState:
    """What entities show of one camera. None means unknown, never "nothing"."""

    recording_status: RecordingStatus = RecordingStatus.OFF
    recording_error: str | None = None
    persons: int | None = None
    presence_confidence: float | None = None
    watching: bool = False
    last_recording: LastRecording | None = None
    last_person: LastPerson | None = None


@dataclass(slots=True)
class CameraRuntime:
    """One camera of the hub."""

    camera_id: str
    name: str
    source: RtspSource
    sub_source: RtspSource | None
    recording_enabled: bool = True
    detection_enabled: bool = True
    state: CameraState = field(default_factory=CameraState)


class Hub:
    """Everything that one hub entry owns."""
