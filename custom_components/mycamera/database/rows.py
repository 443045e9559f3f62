"""What goes into the database and what comes out: plain frozen values, never ORM objects.

Every datetime is timezone-aware and comes back in UTC. Paths are POSIX paths relative to a storage root.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final, NamedTuple

FACTUAL: Final = "factual"
"""The caption source of texts that were made from the track alone, without a model."""
BY_HAND: Final = "by_hand"
"""The source of captions that a user wrote."""
MANUAL: Final = "manual"
"""The model and the caption source of a moment that a user marked: nobody looked for persons in it."""


class RecordStatus(StrEnum):
    """How a segment ended."""

    SUCCESS = "success"
    FAILED = "failed"
    TIMEOUT = "timeout"


class AnalysisStatus(StrEnum):
    """Where the analysis of a segment is; `skipped` ones are not to be analysed."""

    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


class CaptionStatus(StrEnum):
    """Where the caption by a model is; `off` where none is wanted."""

    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    OFF = "off"


class FileRoot(StrEnum):
    """The storage root that a file is beneath."""

    RECORDINGS = "recordings"
    SNAPSHOTS = "snapshots"


class Box(NamedTuple):
    """A rectangle in fractions of the picture, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


class PathPoint(NamedTuple):
    """Where a person was; `time` in seconds since the start of the video, of those seen live since `first_seen`."""

    time: float
    box: Box


class Cursor(NamedTuple):
    """A place in a list that is ordered by time and id, newest first."""

    time: datetime
    id: int


class RecordMeasure(StrEnum):
    """A number that records can be put in order by, the greatest first."""

    DURATION = "duration"
    """Seconds; one that is not known counts as none."""
    SIZE = "size"
    """Bytes."""


class Rank(NamedTuple):
    """A place in a list that is ordered by a number and id, the greatest first."""

    value: float
    id: int


@dataclass(frozen=True, slots=True)
class Page[T]:
    """Part of a list, newest first. Pass `next` as `before` for the following part; None where nothing follows."""

    items: tuple[T, ...]
    next: Cursor | None


def utc(value: datetime) -> datetime:
    """Return the same moment in UTC.

    Raises:
        ValueError: the datetime is naive.
    """
    if value.tzinfo is None:
        raise ValueError("a datetime without a time zone")
    return value.astimezone(UTC)


def _normalize(value: Any) -> None:
    """Make the datetimes of a new row UTC and refuse numbers that are none."""
    for field in fields(value):
        item = getattr(value, field.name)
        if isinstance(item, datetime):
            object.__setattr__(value, field.name, utc(item))
        elif isinstance(item, float) and not math.isfinite(item):
            raise ValueError(f"{field.name} is not a finite number")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """A closed segment; its key is (camera_id, file_path). Give failed ones that left no file a path of their own."""

    camera_id: str
    camera_ip: str
    start_time: datetime
    end_time: datetime
    status: RecordStatus
    file_path: str
    file_size: int
    duration: float | None = None
    codec: str | None = None
    width: int | None = None
    height: int | None = None
    error: str | None = None
    analysis_status: AnalysisStatus = AnalysisStatus.PENDING
    analysis_next_try: datetime | None = None
    """Not to be analysed before: it may soon be known that it was watched live."""

    def __post_init__(self) -> None:
        _normalize(self)
        if not self.camera_id or not self.file_path:
            raise ValueError("a record needs a camera and a path")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGap:
    """A time without footage; its key is (camera_id, start_time), so that a gap can be reported again as it grows."""

    camera_id: str
    camera_ip: str
    start_time: datetime
    end_time: datetime
    cause: str
    error: str | None = None

    def __post_init__(self) -> None:
        _normalize(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """One person's appearance with its best picture and its captions: what is known of new and of stored ones."""

    event_id: str
    frame_number: int = 0
    """Of the best picture, over all frames of the video; 0 too where it is of a watch, and not known."""
    timestamp: float = 0.0
    """Of the best picture, in seconds since the start of the video."""
    first_seen: datetime
    last_seen: datetime
    confidence: float
    """Of the best picture, 0 to 1."""
    box: Box
    """In the best picture."""
    path: tuple[PathPoint, ...] = ()
    image_path: str
    """Relative to the snapshots root; empty where the picture could not be saved."""
    thumbnail_path: str | None = None
    model: str
    caption: str = ""
    caption_zh: str = ""
    caption_source: str = FACTUAL
    """`factual`, or the name of the model that wrote the captions."""
    caption_status: CaptionStatus = CaptionStatus.PENDING
    caption_next_try: datetime | None = None
    """Not to be described before: a better picture may come."""
    best_time: datetime | None = None
    """When the best picture was taken, of a person seen live; None of one found in the recording.

    Then `timestamp` is found by the record that covers it, and `path` counts from `first_seen`."""
    zones: tuple[str, ...] = ()
    """Names of the zones that the person was in, in the order of entering."""
    clothes: bytes = b""
    """What the person wears, in the form that `worker.tracking.identity` reads; empty where that is not known."""

    @property
    def pictured(self) -> datetime:
        """When the best picture was taken, as near as is known."""
        return self.best_time or self.last_seen

    @property
    def pictures(self) -> list[str]:
        """The paths of snapshot and thumbnail, as far as there are any, below the storage root of pictures."""
        return [path for path in (self.image_path, self.thumbnail_path) if path]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDetection(Detection):
    """A detection to be stored; its key is the event id."""

    def __post_init__(self) -> None:
        _normalize(self)
        if not self.event_id:
            raise ValueError("a detection needs an event id")
        if not all(math.isfinite(edge) for edge in self.box):
            raise ValueError("box is not made of finite numbers")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPicture:
    """The recording's picture of somebody seen live, and where it is in it; see `NewDetection`."""

    best_time: datetime
    frame_number: int
    timestamp: float
    confidence: float
    box: Box
    image_path: str
    thumbnail_path: str | None = None

    def __post_init__(self) -> None:
        _normalize(self)
        if not all(math.isfinite(edge) for edge in self.box):
            raise ValueError("box is not made of finite numbers")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """A row of record_log. Sizes in bytes, duration in seconds of video."""

    id: int
    camera_id: str
    camera_ip: str
    start_time: datetime
    end_time: datetime
    status: RecordStatus
    file_path: str
    file_size: int
    duration: float | None
    codec: str | None
    width: int | None
    height: int | None
    error: str | None
    analysis_status: AnalysisStatus
    analysis_attempts: int
    """How often the analysis was begun since it was last queued."""
    analysis_error: str | None
    analysis_model: str | None
    analysis_next_try: datetime | None
    analyzed_at: datetime | None
    protected: bool
    """Never deleted by retention."""
    has_person: bool
    """Persons were found in it; also when their pictures are gone."""
    analysis_ranges: tuple[tuple[float, float], ...] | None = None
    """The parts of the video, in seconds, that are to be analysed; empty for all of it, None before that is decided."""

    @property
    def cursor(self) -> Cursor:
        """Its place in pages."""
        return Cursor(self.start_time, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectionRow(Detection):
    """A person as person_detection has them: where they belong, and how far their caption is."""

    id: int
    record_log_id: int | None
    """None where the person was seen live and no segment covers it, or the segment is gone."""
    camera_id: str
    caption_attempts: int
    """How often a model's caption was begun since it was last queued."""
    caption_error: str | None
    caption_model: str | None
    caption_seconds: float | None
    captioned_at: datetime | None
    continues: str | None = None
    """The event id of the appearance of which this is a later part; such parts are in no list."""
    created_at: datetime | None = None
    """When the row was made; None of those that are older than this."""

    @property
    def came(self) -> datetime:
        """Since when a list shows them: somebody found in a recording came later than they were seen."""
        return self.created_at or self.first_seen

    @property
    def cursor(self) -> Cursor:
        """Its place in pages."""
        return Cursor(self.first_seen, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """Time without footage, as recording_gap has it. UTC."""

    id: int
    camera_id: str
    camera_ip: str
    start_time: datetime
    end_time: datetime
    cause: str
    error: str | None

    @property
    def cursor(self) -> Cursor:
        """Its place in pages."""
        return Cursor(self.start_time, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class FootageRow:
    """What retention must know of a record. `file_size` in bytes."""

    id: int
    camera_id: str
    start_time: datetime
    end_time: datetime
    file_path: str
    file_size: int
    protected: bool
    keep_longer: bool
    """It shows a person, or may: its analysis has not succeeded yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDeletionRow:
    """A file that is being deleted. Its record or detection is gone already. `file_size` in bytes, 0 for pictures."""

    id: int
    root: FileRoot
    camera_id: str
    file_path: str
    file_size: int
