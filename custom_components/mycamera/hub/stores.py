"""The database as the rooms next door see it: analysis' queues, and the recorder's segments and gaps as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from homeassistant.util import dt as dt_util

from ..analysis.store import (
    AnalysisStored,
    DescribedPerson,
    DetectionToDescribe,
    FoundPerson,
    LivePerson,
    LivePicture,
    PicturedRecording,
    RecordingToAnalyze,
    StoreUnavailable,
)
from ..database import (
    AnalysisStatus,
    Box,
    CaptionStatus,
    Database,
    DatabaseError,
    DatabaseUnavailable,
    DetectionRow,
    NewDetection,
    NewGap,
    NewPicture,
    NewRecord,
    PathPoint,
    RecordRow,
    RecordStatus,
)
from .camera import LastPerson, LastRecording

if TYPE_CHECKING:
    from ..recording.archive.segment import Gap, Segment
    from .camera import CameraRuntime

RETRY_AFTER: Final = timedelta(seconds=5)
OLDEST_EVERY: Final = 4
"""Of so many recordings one is the oldest, so that none waits for ever behind newer ones."""
MOST_RECALLED: Final = 50
MOST_UNSHARP: Final = 500


type ZoneNames = Callable[[str, Sequence[str]], tuple[str, ...]]
"""Returns the names of a camera's zones of these ids; those that were removed have none."""


class RecordingRows:
    """The queue of recordings to analyse, in record_log."""

    def __init__(self, database: Database, *, captions: Callable[[], bool], zone_names: ZoneNames) -> None:
        """Take the database; `captions` says whether new detections wait for a model's caption."""
        self._database = database
        self._captions = captions
        self._zone_names = zone_names
        self._claims = 0

    async def claim_analysis(self) -> RecordRow | None:
        """Take the newest pending recording, now and then the oldest."""
        try:
            rows = await self._database.claim_analyses(1, oldest=self._claims % OLDEST_EVERY == OLDEST_EVERY - 1)
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error
        self._claims += len(rows)
        return rows[0] if rows else None

    async def release_analyses(self) -> int:
        """Make every claimed recording pending again."""
        try:
            return await self._database.release_analyses()
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error

    async def finish_analysis(
        self, recording: RecordingToAnalyze, persons: Sequence[FoundPerson], *, model: str
    ) -> AnalysisStored:
        """Replace the recording's detections; say which pictures no row names any more, and who is no news."""
        try:
            before = await self._database.detections_of(recording.id)
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error
        found = [self._new_detection(recording.camera_id, person, model) for person in persons]
        try:
            await self._database.finish_analysis(recording.id, found, model=model)
        except DatabaseUnavailable as error:
            raise StoreUnavailable(str(error)) from error
        try:
            kept = {row.event_id for row in await self._database.detections_of(recording.id)}
            joined = await self._database.joined([person.event_id for person in persons])
        except DatabaseError:
            # It went away in between: who was seen live may have been kept, and everybody counts as news.
            kept, joined = {row.event_id for row in before if row.best_time is not None}, set()
        return AnalysisStored(
            orphans=_pictures(row for row in before if row.event_id not in kept), joined=frozenset(joined)
        )

    async def put_back_analysis(self, recording: RecordingToAnalyze) -> None:
        """Make a claimed recording pending again, as if it had never been claimed."""
        try:
            await self._database.fail_analysis(
                recording.id, "", retry=True, attempts=max(recording.analysis_attempts - 1, 0)
            )
        except DatabaseUnavailable as unavailable:
            raise StoreUnavailable(str(unavailable)) from unavailable

    async def fail_analysis(self, recording: RecordingToAnalyze, error: str, *, retry: bool) -> None:
        """Note why it failed; where `retry`, it comes again after a pause."""
        retry_at = dt_util.utcnow() + RETRY_AFTER * recording.analysis_attempts if retry else None
        try:
            await self._database.fail_analysis(recording.id, error, retry=retry, retry_at=retry_at)
        except DatabaseUnavailable as unavailable:
            raise StoreUnavailable(str(unavailable)) from unavailable

    def _new_detection(self, camera_id: str, person: FoundPerson, model: str) -> NewDetection:
        return NewDetection(
            event_id=person.event_id,
            frame_number=person.frame_number,
            timestamp=person.timestamp,
            first_seen=person.first_seen,
            last_seen=person.last_seen,
            confidence=person.confidence,
            box=Box(*person.box),
            path=tuple(PathPoint(point.time, Box(*point.box)) for point in person.path),
            image_path=person.image_path,
            thumbnail_path=person.thumbnail_path,
            model=model,
            caption=person.caption,
            caption_zh=person.caption_zh,
            caption_source=person.caption_source,
            caption_status=CaptionStatus.PENDING if self._captions() else CaptionStatus.OFF,
            zones=self._zone_names(camera_id, person.zones),
        )


def _pictures(rows: Iterable[DetectionRow]) -> list[str]:
    return [path for row in rows for path in (row.image_path, row.thumbnail_path) if path]


class LiveRows:
    """What is seen live, in person_detection and live_coverage."""

    def __init__(self, database: Database, *, captions: Callable[[], bool], zone_names: ZoneNames) -> None:
        """Take the database; `captions` says whether a model shall describe who is seen."""
        self._database = database
        self._captions = captions
        self._zone_names = zone_names

    async def put_person(self, camera_id: str, person: LivePerson) -> None:
        """Store what is known by now of an appearance."""
        await self._database.add_detection(
            camera_id,
            NewDetection(
                event_id=person.event_id,
                frame_number=person.frame_number,
                timestamp=0.0,
                first_seen=person.first_seen,
                last_seen=person.last_seen,
                confidence=person.confidence,
                box=Box(*person.box),
                path=tuple(PathPoint(point.time, Box(*point.box)) for point in person.path),
                image_path=person.image_path,
                thumbnail_path=person.thumbnail_path,
                model=person.model,
                caption=person.caption,
                caption_zh=person.caption_zh,
                caption_source=person.caption_source,
                caption_status=CaptionStatus.PENDING if self._captions() and person.image_path else CaptionStatus.OFF,
                caption_next_try=person.describe_at,
                best_time=person.best_time,
                zones=self._zone_names(camera_id, person.zones),
            ),
        )

    async def add_coverage(self, camera_id: str, since: datetime, until: datetime, *, model: str) -> None:
        """Store that everything that happened in this time was seen."""
        await self._database.add_coverage(camera_id, since, until, model=model)

    async def settle(self, camera_id: str, file_path: str) -> None:
        """Decide what is left to be analysed of a recording."""
        await self._database.settle_analysis(camera_id, file_path)

    async def last_seen_live(self, camera_id: str, since: datetime) -> Sequence[DetectionRow]:
        """Return those seen live whose last sighting is not before a moment."""
        try:
            page = await self._database.page_detections(camera_id=camera_id, limit=MOST_RECALLED)
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error
        return [row for row in page.items if row.best_time is not None and row.last_seen >= since]

    async def set_picture(self, picture: LivePicture) -> DetectionRow | None:
        """Store where a picture is from and what it shows, and return the row as it then is; None if it is gone."""
        new = NewPicture(
            best_time=picture.best_time,
            frame_number=picture.frame_number,
            timestamp=picture.timestamp,
            confidence=picture.confidence,
            box=Box(*picture.box),
            image_path=picture.image_path,
            thumbnail_path=picture.thumbnail_path,
        )
        try:
            await self._database.set_picture(picture.event_id, picture.instead_of, new)
            return await self._database.get_detection(picture.event_id)
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error


class PictureRows:
    """Who was seen live and may be shown better by a recording, in person_detection."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def recording_of(self, camera_id: str, moment: datetime) -> RecordRow | None:
        """Return the recording that shows a moment, where it is closed."""
        try:
            record = await self._database.record_covering(camera_id, moment)
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error
        return record if record is not None and record.file_size > 0 else None

    async def low_resolution_recordings(self, since: datetime) -> Sequence[RecordRow]:
        """Return the recordings, newest first, with `low_resolution_persons` who came since a moment."""
        try:
            page = await self._database.page_detections(since=since, limit=MOST_UNSHARP)
            ids = dict.fromkeys(row.record_log_id for row in page.items if _is_low_resolution(row))
            records = [await self._database.get_record(record_id) for record_id in ids if record_id is not None]
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error
        return [record for record in records if record is not None and record.file_size > 0]

    async def low_resolution_persons(self, recording: PicturedRecording) -> Sequence[DetectionRow]:
        """Return those whose best picture is a watch's, of a moment that a recording shows."""
        try:
            rows = await self._database.detections_of(recording.id)
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error
        return [row for row in rows if _is_low_resolution(row)]


def _is_low_resolution(row: DetectionRow) -> bool:
    return row.best_time is not None and row.frame_number == 0 and row.continues is None


class CaptionRows:
    """The queue of pictures to caption, in person_detection."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def claim_captions(self, limit: int) -> Sequence[DetectionRow]:
        """Take the newest pending ones whose time has come."""
        try:
            return await self._database.claim_captions(limit, now=dt_util.utcnow())
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error

    async def release_captions(self) -> int:
        """Make every claimed one pending again."""
        try:
            return await self._database.release_captions()
        except DatabaseError as error:
            raise StoreUnavailable(str(error)) from error

    async def set_caption(
        self, detection: DetectionToDescribe, *, caption: str, caption_zh: str, model: str, seconds: float
    ) -> None:
        """Store a model's caption."""
        try:
            await self._database.set_caption(
                detection.event_id, caption=caption, caption_zh=caption_zh, model=model, seconds=seconds
            )
        except DatabaseUnavailable as error:
            raise StoreUnavailable(str(error)) from error

    async def fail_caption(self, detection: DetectionToDescribe, error: str, *, retry_at: datetime | None) -> None:
        """Note why it failed; pending until `retry_at`, failed for good where None."""
        await self._fail(detection, error, retry_at, None)

    async def put_back_caption(self, detection: DetectionToDescribe, error: str, *, retry_at: datetime) -> None:
        """Make a claimed one pending again until `retry_at`; the attempt does not count."""
        await self._fail(detection, error, retry_at, max(detection.caption_attempts - 1, 0))

    async def _fail(
        self, detection: DetectionToDescribe, error: str, retry_at: datetime | None, attempts: int | None
    ) -> None:
        try:
            await self._database.fail_caption(detection.event_id, error, retry_at=retry_at, attempts=attempts)
        except DatabaseUnavailable as unavailable:
            raise StoreUnavailable(str(unavailable)) from unavailable


def new_record(camera: CameraRuntime, segment: Segment, hold: timedelta | None = None) -> NewRecord:
    """Return the row of a closed segment: to be analysed where it has footage and detection is on.

    `hold` is for how long it is not to be analysed: what was watched live of it is about to be known.
    """
    analyzable = segment.playable and camera.detection_enabled
    return NewRecord(
        camera_id=camera.camera_id,
        camera_ip=camera.source.host,
        start_time=segment.start,
        end_time=segment.end,
        status=RecordStatus(segment.status.value),
        file_path=segment.file_path,
        file_size=segment.file_size,
        duration=segment.duration,
        codec=segment.codec,
        width=segment.width,
        height=segment.height,
        error=segment.error,
        analysis_status=AnalysisStatus.PENDING if analyzable else AnalysisStatus.SKIPPED,
        analysis_next_try=dt_util.utcnow() + hold if analyzable and hold else None,
    )


def removed_record(segment: Segment) -> NewRecord:
    """Return the row of a segment of a camera that is no longer there: nobody is looked for in it."""
    return NewRecord(
        camera_id=segment.camera_id,
        camera_ip="",
        start_time=segment.start,
        end_time=segment.end,
        status=RecordStatus(segment.status.value),
        file_path=segment.file_path,
        file_size=segment.file_size,
        duration=segment.duration,
        codec=segment.codec,
        width=segment.width,
        height=segment.height,
        error=segment.error,
        analysis_status=AnalysisStatus.SKIPPED,
    )


def new_gap(camera: CameraRuntime, gap: Gap) -> NewGap:
    """Return the row of a time without footage."""
    return NewGap(
        camera_id=camera.camera_id,
        camera_ip=camera.source.host,
        start_time=gap.start,
        end_time=gap.end,
        cause=gap.cause.value,
    )


def last_recording(record: RecordRow) -> LastRecording:
    """Return what entities show of a record."""
    return LastRecording(
        start=record.start_time,
        end=record.end_time,
        status=record.status.value,
        file_path=record.file_path,
        file_size=record.file_size,
        error=record.error,
    )


def last_person(person: DescribedPerson) -> LastPerson:
    """Return what entities show of an appearance, found just now or read from its row."""
    return LastPerson(
        event_id=person.event_id,
        first_seen=person.first_seen,
        last_seen=person.last_seen,
        confidence=person.confidence,
        image_path=person.image_path,
        caption=person.caption,
        caption_zh=person.caption_zh,
        caption_source=person.caption_source,
        # What the row says, not now: a restart must not look like a new picture.
        updated=person.best_time or person.last_seen,
        pictured=person.best_time,
    )
