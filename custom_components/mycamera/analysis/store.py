"""What analysis needs of the rest of the integration, stated structurally: the runtime and its database satisfy it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ..worker.protocol import Box, PathPoint


class RecordingToAnalyze(Protocol):
    """A row of record_log, as far as analysis cares."""

    @property
    def id(self) -> int:
        """The row's id."""

    @property
    def camera_id(self) -> str:
        """The camera's subentry id."""

    @property
    def start_time(self) -> datetime:
        """When the segment starts, UTC."""

    @property
    def file_path(self) -> str:
        """Relative to the recordings root."""

    @property
    def analysis_attempts(self) -> int:
        """How often it was claimed, this time included."""

    @property
    def analysis_ranges(self) -> Sequence[tuple[float, float]] | None:
        """The only parts to analyse, in seconds of the video; empty or None: all of it."""


class DescribedPerson(Protocol):
    """One appearance with its caption so far, found just now or read from person_detection."""

    @property
    def event_id(self) -> str:
        """The appearance's id."""

    @property
    def first_seen(self) -> datetime:
        """UTC."""

    @property
    def last_seen(self) -> datetime:
        """UTC."""

    @property
    def confidence(self) -> float:
        """Of the best frame, 0 to 1."""

    @property
    def image_path(self) -> str:
        """Relative to the snapshots root."""

    @property
    def best_time(self) -> datetime | None:
        """When the picture was taken, UTC, where a better one may replace it; None where it stays."""

    @property
    def caption(self) -> str:
        """English."""

    @property
    def caption_zh(self) -> str:
        """Simplified Chinese."""

    @property
    def caption_source(self) -> str:
        """`factual`, or the name of the model that wrote it."""


class DetectionToDescribe(DescribedPerson, Protocol):
    """A row of person_detection, as far as captioning cares."""

    @property
    def camera_id(self) -> str:
        """The camera's subentry id."""

    @property
    def box(self) -> Box:
        """Where the person is in the whole picture, in fractions of it: left, top, right, bottom."""

    @property
    def thumbnail_path(self) -> str | None:
        """Relative to the snapshots root."""

    @property
    def caption_attempts(self) -> int:
        """How often it was claimed, this time included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """One appearance with its pictures saved and its factual caption, ready to become a row."""

    event_id: str
    frame_number: int
    timestamp: float
    first_seen: datetime
    last_seen: datetime
    confidence: float
    box: Box
    path: tuple[PathPoint, ...]
    image_path: str
    thumbnail_path: str | None
    caption: str
    caption_zh: str
    caption_source: str
    best_time: datetime | None = None
    zones: tuple[str, ...] = ()
    """Ids of the zones that the person was in, in the order of entering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePerson:
    """What is known by now of one appearance seen live."""

    event_id: str
    first_seen: datetime
    last_seen: datetime
    best_time: datetime
    confidence: float
    box: Box
    path: tuple[PathPoint, ...]
    """Times in seconds since `first_seen`."""
    image_path: str
    """Relative to the snapshots root; empty where the picture could not be saved."""
    thumbnail_path: str | None
    model: str
    caption: str
    caption_zh: str
    caption_source: str
    describe_at: datetime | None
    """A model shall not describe the picture before; None: at once."""
    zones: tuple[str, ...] = ()
    """Ids of the zones that the person has been in; names, where they were read from a row."""
    frame_number: int = 0
    """Which frame of the recording the picture is; 0 too where it is of the watch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePicture:
    """What a recording shows of somebody seen live."""

    event_id: str
    camera_id: str
    first_seen: datetime
    instead_of: datetime
    """When the picture was taken that this one is to replace."""
    best_time: datetime
    frame_number: int
    timestamp: float
    """In seconds since the start of the video."""
    confidence: float
    box: Box
    image_path: str
    """Of the picture that there is, relative to the snapshots root."""
    thumbnail_path: str | None
    snapshot: bytes | None
    """The JPEG; None where the one that there is stays, and only the frame is known now."""
    thumbnail: bytes | None


class PicturedRecording(RecordingToAnalyze, Protocol):
    """A row of record_log, as far as pictures out of it care."""

    @property
    def end_time(self) -> datetime:
        """When the segment ends, UTC."""

    @property
    def width(self) -> int | None:
        """Of its pictures."""

    @property
    def height(self) -> int | None:
        """Of its pictures."""


class PicturedPerson(DetectionToDescribe, Protocol):
    """A row of person_detection, as far as its picture goes."""

    @property
    def timestamp(self) -> float:
        """When the picture was taken, in seconds since the start of the recording."""


class SeenPoint(Protocol):
    """Where somebody was at one moment."""

    @property
    def time(self) -> float:
        """Seconds since the first sighting."""

    @property
    def box(self) -> Box:
        """Where."""


class SeenPerson(Protocol):
    """A row of person_detection of somebody who may still be there."""

    @property
    def event_id(self) -> str:
        """The appearance's id."""

    @property
    def first_seen(self) -> datetime:
        """UTC."""

    @property
    def last_seen(self) -> datetime:
        """UTC."""

    @property
    def best_time(self) -> datetime | None:
        """When the best picture was taken; None of those found in a recording."""

    @property
    def confidence(self) -> float:
        """Of the best picture."""

    @property
    def box(self) -> Box:
        """In the best picture."""

    @property
    def path(self) -> Sequence[SeenPoint]:
        """Where the person was."""

    @property
    def image_path(self) -> str:
        """Relative to the snapshots root."""

    @property
    def thumbnail_path(self) -> str | None:
        """Relative to the snapshots root."""

    @property
    def frame_number(self) -> int:
        """Which frame of the recording the best picture is; 0 too where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisStored:
    """What became of a result: the pictures that no row names any more, and who is no news.

    `joined` are the event ids of those who are parts of appearances that were known before.
    """

    orphans: Sequence[str] = ()
    joined: frozenset[str] = frozenset()


class StoreUnavailable(Exception):
    """The rows can neither be read nor written now; nothing was changed, and it will pass."""


class AnalysisStore(Protocol):
    """The durable queue of recordings to analyse. All methods raise `StoreUnavailable` while it is away."""

    async def claim_analysis(self) -> RecordingToAnalyze | None:
        """Take the newest pending recording; None when nothing waits."""

    async def release_analyses(self) -> int:
        """Make every claimed recording pending again; return how many there were."""

    async def finish_analysis(
        self, recording: RecordingToAnalyze, persons: Sequence[FoundPerson], *, model: str
    ) -> AnalysisStored:
        """Replace the recording's detections."""

    async def put_back_analysis(self, recording: RecordingToAnalyze) -> None:
        """Make a claimed recording pending again, as if it had never been claimed."""

    async def fail_analysis(self, recording: RecordingToAnalyze, error: str, *, retry: bool) -> None:
        """Note why it failed: pending again where `retry`, otherwise failed."""


class CaptionStore(Protocol):
    """The durable queue of pictures to caption. All methods raise `StoreUnavailable` while it is away."""

    async def claim_captions(self, limit: int) -> Sequence[DetectionToDescribe]:
        """Take the newest pending ones whose time has come."""

    async def release_captions(self) -> int:
        """Make every claimed one pending again; return how many there were."""

    async def set_caption(
        self, detection: DetectionToDescribe, *, caption: str, caption_zh: str, model: str, seconds: float
    ) -> None:
        """Store a model's caption."""

    async def fail_caption(self, detection: DetectionToDescribe, error: str, *, retry_at: datetime | None) -> None:
        """Note why it failed; pending until `retry_at`, failed for good where None."""

    async def put_back_caption(self, detection: DetectionToDescribe, error: str, *, retry_at: datetime) -> None:
        """Make a claimed one pending again until `retry_at`, noting why; the attempt does not count."""


class LiveStore(Protocol):
    """Where what was seen live is kept. Writes are never lost; what is asked of it raises `StoreUnavailable`."""

    async def put_person(self, camera_id: str, person: LivePerson) -> None:
        """Store what is known by now of an appearance."""

    async def add_coverage(self, camera_id: str, since: datetime, until: datetime, *, model: str) -> None:
        """Store that everything that happened in this time was seen."""

    async def settle(self, camera_id: str, file_path: str) -> None:
        """Decide what is left to be analysed of a recording."""

    async def last_seen_live(self, camera_id: str, since: datetime) -> Sequence[SeenPerson]:
        """Return those seen live whose last sighting is not before a moment."""

    async def set_picture(self, picture: LivePicture) -> DescribedPerson | None:
        """Store where a picture is from and what it shows, and return the row as it then is; None if it is gone."""


class PictureStore(Protocol):
    """Who was seen live and may be shown better by a recording. All methods raise `StoreUnavailable`."""

    async def recording_of(self, camera_id: str, moment: datetime) -> PicturedRecording | None:
        """Return the recording that shows a moment, where it is closed."""

    async def low_resolution_recordings(self, since: datetime) -> Sequence[PicturedRecording]:
        """Return the recordings, newest first, with `low_resolution_persons` who came since a moment."""

    async def low_resolution_persons(self, recording: PicturedRecording) -> Sequence[PicturedPerson]:
        """Return those whose best picture is a watch's, of a moment that a recording shows."""
