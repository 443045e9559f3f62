"""What the panel is told, as types. `scripts/panel_types.py` writes them into the panel's own language.

Whatever is a datetime here is ISO 8601 in UTC once it is JSON. None is unknown, never "nothing".
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NotRequired, TypedDict

from ..database import AnalysisStatus, CaptionStatus, RecordStatus
from ..hub.worker import WorkerStatus
from ..recording.status import RecorderState


class ZoneOverview(TypedDict):
    """How many persons are in a zone."""

    zone_id: str
    name: str
    persons: int | None


class CameraOverview(TypedDict):
    """What `mycamera/overview` says of one camera."""

    camera_id: str
    name: str
    entity_id: str | None
    recording_status: RecorderState
    recording_error: str | None
    recording_enabled: bool
    detection_enabled: bool
    watching: bool
    persons: int | None
    zones: list[ZoneOverview]


class MachineOverview(TypedDict):
    """One of the machines that do the worker's jobs, where it does not do them itself."""

    name: str
    state: Literal["idle", "working", "away"]
    device: str
    """Empty where it has not said it yet."""
    jobs_an_hour: int
    error: str | None
    """What went wrong there last; for administrators only."""


class WorkerOverview(TypedDict):
    """How the worker does, and on which device."""

    status: WorkerStatus
    device: str | None
    version: str | None
    error: str | None
    """For administrators only."""
    machines: list[MachineOverview]
    overloaded: bool
    """Whether it leaves out live pictures that are worth a look, for lack of time."""


class DatabaseOverview(TypedDict):
    """Whether the database answers, else since when it does not and how many writes wait."""

    available: bool
    since: datetime | None
    waiting: int


class RemovedCameraItem(TypedDict):
    """A camera that is no longer set up and of which there is something left."""

    camera_id: str
    name: str
    records: int
    persons: int
    bytes: int


class LongWork(TypedDict):
    """Something that takes long."""

    kind: str
    """`analysis`, `captions`, `download` or `move_database`."""
    name: str | None
    """Of a model that is downloaded; for administrators only."""
    done: float | None
    """From 0 to 1; None where nobody knows how much there is to do."""
    left: int | None
    """How many recordings or persons still wait."""


class Overview(TypedDict):
    """The state of the hub and of the cameras that a user may see."""

    worker: WorkerOverview
    database: DatabaseOverview
    pending_analyses: int | None
    minutes_behind: int | None
    """How many minutes of each camera wait for analysis; 0 while that is what just came."""
    pending_captions: int | None
    captions_enabled: bool
    """Whether anybody is to describe persons."""
    cameras: list[CameraOverview]
    removed_cameras: list[RemovedCameraItem]
    long_work: list[LongWork]


class Detection(TypedDict):
    """One person's appearance; addresses are signed."""

    event_id: str
    camera_id: str
    first_seen: datetime | str
    last_seen: datetime | str
    confidence: float
    caption: str | None
    caption_zh: str | None
    caption_source: str | None
    """`factual`, or the name of the model that wrote the captions."""
    caption_status: CaptionStatus
    snapshot_url: str | None
    thumbnail_url: str | None
    zones: NotRequired[list[str]]
    """The names of the zones that the person was in, in the order of entering; not with what is told live."""
    seen: NotRequired[bool]
    """Whether this user has looked at it; only in lists."""


class DetectionRecording(TypedDict):
    """The recording that shows a person."""

    record_id: int
    url: str
    start: datetime
    codec: str | None
    protected: bool
    offset: float
    """Seconds into the video at which the person is first seen."""


class DetectionDetail(Detection):
    """One person's appearance with all that is known of it."""

    box: tuple[float, float, float, float]
    """Where the person is in the picture: left, top, right and bottom as fractions of it."""
    path: list[tuple[float, tuple[float, float, float, float]]]
    """Where the person was, by seconds since they were first seen."""
    recording: DetectionRecording | None
    live_url: str | None
    """The camera's moving picture of now, where no recording shows the person yet; signed."""
    describable: bool
    """Whether a model can describe them: at a moment that was marked by hand nobody was seen."""


class RecordItem(TypedDict):
    """A recording, as lists show it, with the address to play it by."""

    record_id: int
    camera_id: str
    start: datetime
    end: datetime
    status: RecordStatus
    error: str | None
    analysis_status: AnalysisStatus
    file_size: int | None
    duration: float | None
    """Seconds of video."""
    codec: str | None
    protected: bool
    """Whether no rule of retention may delete it."""
    video_url: str | None


class GapItem(TypedDict):
    """A time without footage."""

    gap_id: int
    camera_id: str
    start: datetime
    end: datetime
    cause: str


class Footage(TypedDict):
    """When a camera has footage."""

    spans: list[tuple[datetime, datetime]]
    """From and until, oldest first; recordings that follow each other are one span."""


class SuggestedWord(TypedDict):
    """A word that descriptions have."""

    word: str
    persons: int
    """How many of the newest."""


class Suggestions(TypedDict):
    """Words to search for, the most frequent first."""

    english: list[SuggestedWord]
    chinese: list[SuggestedWord]


class DayFootage(TypedDict):
    """How much there is of a camera's day."""

    day: str
    """`YYYY-MM-DD`."""
    recordings: int
    """Of a minute each, where nothing interrupts."""
    persons: int


class Days(TypedDict):
    """How much there is of each day of a camera."""

    days: list[DayFootage]
    """Oldest first; days of which there is nothing are left out."""


class Preview(TypedDict):
    """A small picture of a moment."""

    time: datetime | None
    """When it was taken: of the last key frame. None where there is no picture."""
    picture: str | None
    """A JPEG, in base64."""


class LiveAddresses(TypedDict):
    """Where a camera's pictures of now are; signed, None where there are none."""

    still_url: str | None
    moving_url: str | None
    """Motion JPEG, for what cannot play the camera's stream."""
    now: datetime
    """By the clock by which persons are in view: a browser's may be another."""


class CameraHealth(TypedDict):
    """How one camera is."""

    camera_id: str
    name: str
    recording_status: RecorderState
    recording_error: str | None
    """For administrators only."""
    watching: bool
    watch_error: str | None
    """For administrators only."""
    detection_enabled: bool
    coverage: float | None
    """The recorded part of the last 24 hours, from 0 to 1; of a new camera, of the time since it is known."""
    coverage_seconds: float | None
    """Of how much time that is the recorded part."""
    gaps: int | None
    """In the last 24 hours."""
    persons_today: int | None
    bytes: int | None
    """Of its recordings."""
    stream_fps: float | None


class System(TypedDict):
    """How the cameras are, and what space there is."""

    free_bytes: int | None
    days_until_full: float | None
    """None where that is not known, or does not happen."""
    never_full: bool
    database_bytes: int | None
    recordings_path: str | None
    """For administrators only."""
    cameras: list[CameraHealth]


class WhyPerson(Detection):
    """Somebody who was there."""

    found_live: bool
    """Found while it happened, else later in the recording."""


class Why(TypedDict):
    """What is known of one moment before one camera."""

    reasons: list[str]
    """Values of `WhyReason`, the first cause first; empty where somebody was told as they should be."""
    gap_cause: str | None
    record_id: int | None
    analysis_status: AnalysisStatus | None
    analysis_error: str | None
    """For administrators only."""
    watched_live: bool
    min_confidence: float
    min_height: float
    """A fraction of the picture's height."""
    masks: int
    zones: list[str]
    persons: list[WhyPerson]
    """Within half a minute of the moment, newest first."""


class HourCount(TypedDict):
    """How many people came before a camera in one hour by the clocks of the user."""

    camera_id: str
    start: datetime
    persons: int


class Figures(TypedDict):
    """How many people came when."""

    hours: list[HourCount]
    """Oldest first; hours in which nobody came are left out."""


class QuarterPersons(TypedDict):
    """How many people came in one quarter of an hour: in every time zone the hours of clocks begin with one."""

    start: datetime
    persons: int


class ZoneFigures(TypedDict):
    """Who came into a zone."""

    name: str
    persons: int
    median_seconds: float
    """For so long they were before the camera."""
    quarters: list[QuarterPersons]
    """When they came."""


class LineFigures(TypedDict):
    """Who walked over a line, as the line is now."""

    name: str
    inwards: int
    outwards: int


class Ways(TypedDict):
    """Where people walked before a camera, and how long they stayed."""

    persons: int
    whole: bool
    """Whether these are all; otherwise the newest of them."""
    columns: int
    rows: int
    fields: list[int]
    """How many stood in each field of the picture, row by row."""
    median_seconds: float | None
    zones: list[ZoneFigures]
    lines: list[LineFigures]
    still_url: str | None
    """Of the camera's picture of now; signed."""


PAYLOADS = (
    ZoneOverview,
    CameraOverview,
    MachineOverview,
    WorkerOverview,
    DatabaseOverview,
    RemovedCameraItem,
    LongWork,
    Overview,
    Detection,
    DetectionRecording,
    DetectionDetail,
    RecordItem,
    GapItem,
    Footage,
    SuggestedWord,
    Suggestions,
    DayFootage,
    Days,
    Preview,
    LiveAddresses,
    CameraHealth,
    System,
    WhyPerson,
    Why,
    HourCount,
    Figures,
    QuarterPersons,
    ZoneFigures,
    LineFigures,
    Ways,
)
