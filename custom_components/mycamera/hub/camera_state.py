"""What the hub knows of one camera now, for its entities and the panel to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ..database import Detection, RecordRow, Usage
from ..recording.habits import Clock, Sound
from ..recording.retention.coverage import Coverage
from ..recording.status import AWAY, RecorderState


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRecording:
    """The newest closed segment of a camera."""

    start: datetime
    end: datetime
    status: str
    file_path: str
    file_size: int
    error: str | None

    @classmethod
    def of_row(cls, record: RecordRow) -> LastRecording:
        """Return what entities show of a record."""
        return cls(
            start=record.start_time,
            end=record.end_time,
            status=record.status.value,
            file_path=record.file_path,
            file_size=record.file_size,
            error=record.error,
        )


@dataclass(slots=True)
class CameraState:
    """What entities show of one camera. None means unknown, never "nothing"."""

    recording_status: RecorderState = RecorderState.OFF
    recording_error: str | None = None
    recording_clock: Clock = Clock.CAMERA
    recording_sound: Sound = Sound.NONE
    persons: int | None = None
    presence_confidence: float | None = None
    watching: bool = False
    watch_error: str | None = None
    """Why the camera is not watched live, in the worker's words."""
    zones: Mapping[str, int] = field(default_factory=dict)
    """How many persons are in each zone, by its id; what is not in here is not known."""
    last_recording: LastRecording | None = None
    last_person: Detection | None = None
    storage: Usage | None = None
    coverage: Coverage | None = None
    """Of the last 24 hours."""
    persons_today: int | None = None
    """Appearances since `midnight`."""
    midnight: datetime | None = None
    """When the day of `persons_today` began, in Home Assistant's time zone."""
    detect_fps: float | None = None
    """How often the detector looked at the live picture in the last minute."""
    stream_fps: float | None = None
    """Pictures a second in the newest segment of the main stream."""

    @property
    def problem(self) -> RecorderState | None:
        """What keeps the camera from being recorded; None where it is, is not wanted, or begins for the first time."""
        status = self.recording_status
        if status in {RecorderState.OFF, RecorderState.RECORDING}:
            return None
        return None if status is RecorderState.CONNECTING and self.recording_error is None else status

    @property
    def connected(self) -> bool | None:
        """Whether there are pictures of the camera now; None where nobody has tried or the end of that is open."""
        if self.watching or self.recording_status is RecorderState.RECORDING:
            return True
        if self.recording_status in AWAY:
            return False
        return False if self.recording_status is RecorderState.CONNECTING and self.recording_error else None
