"""Better pictures of those who were seen live, out of the recordings that show them.

Persons are watched in the camera's small stream, and their first pictures are as small. What is recorded is the large
one: once the recording of such a moment is closed, the worker takes the picture out of it. This is an improvement and
no duty: where it fails, the picture of the watch stays.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ...database import MANUAL, Box, Database, DatabaseError, DetectionRow, NewPicture, RecordRow
from ...recording.archive.storage import StorageError
from ...worker.protocol.recordings import MAX_MOMENTS, Moment
from ..camera_settings import CameraSettings
from ..errors import JobError, WorkerLost, WorkerUnreachable
from ..snapshots import PictureFolder, picture_sizes
from ..worker_client.held_pictures import ExtractedFrames
from ..worker_client.recording_sources import RecordingSources
from ..worker_client.worker_set import Workers
from .live_persons import LivePersons
from .recorded_picture import RecordedPicture

_LOGGER = logging.getLogger(__name__)

LATE_NEWS: Final = 3.0
"""Seconds after the end of a recording within which the worker still tells of better pictures of its last moments."""
LOOK_BACK: Final = timedelta(hours=6)
"""What is older is not looked for after a restart, or after the worker was away."""
MOST_TRIES: Final = 3
TROUBLE_PAUSE: Final = 10.0
"""Seconds until the next try after something failed that is not to blame on the picture."""
_MOST_LOOKS: Final = 1000
_MOST_REMEMBERED: Final = 10_000
_MOST_LOW_RESOLUTION: Final = 500
_INSTANT: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _Look:
    due: float
    camera_id: str
    moment: datetime


class HighResolutionSnapshots:
    """Has workers take pictures out of recordings. `run` is the owner's task."""

    def __init__(
        self,
        *,
        hass: HomeAssistant,
        database: Database,
        workers: Workers,
        live: LivePersons,
        sources: RecordingSources,
        settings: CameraSettings,
        snapshots: PictureFolder,
    ) -> None:
        """Improve the pictures of those whom `live` tells of."""
        self._hass = hass
        self._database = database
        self._workers = workers
        self._live = live
        self._sources = sources
        self._settings = settings
        self._snapshots = snapshots
        live.pictured.subscribe(self.look)
        self._looks: asyncio.Queue[_Look] = asyncio.Queue()
        self._tries: OrderedDict[tuple[str, datetime | None], int] = OrderedDict()
        """By appearance and picture: what was tried so often is left as it is."""
        self._behind = True
        """Whether there may be recordings that were not looked at when they were closed."""
        self._trouble: str | None = None

    def look(self, camera_id: str, moment: datetime) -> None:
        """Say that the recording of a moment was closed, or that somebody's best picture is of this moment."""
        if not self._workers.ready or self._looks.qsize() >= _MOST_LOOKS:
            self._behind = True
            return
        due = asyncio.get_running_loop().time() + LATE_NEWS
        self._looks.put_nowait(_Look(due, camera_id, moment))

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self._workers.wait_ready()
            try:
                await self._step()
                self._trouble = None
                continue
            except WorkerUnreachable:
                if not self._sources.avoided:
                    self._behind = True
                    continue
            except DatabaseError as error:
                _LOGGER.debug("Pictures are taken out of recordings later: %s", error)  # it is told where it is noticed
            except (OSError, StorageError, JobError) as error:
                if self._trouble != str(error):
                    _LOGGER.warning("Pictures are not taken out of recordings: %s", error)
                self._trouble = str(error)
            except Exception:
                # Whatever it is about one recording, there are others.
                _LOGGER.exception("Pictures could not be taken out of a recording")
            self._behind = True
            await asyncio.sleep(TROUBLE_PAUSE)

    async def _step(self) -> None:
        if self._behind:
            self._behind = False
            for recording in await self._low_resolution_recordings(dt_util.utcnow() - LOOK_BACK):
                await self._see_to(recording)
        look = await self._looks.get()
        await asyncio.sleep(look.due - asyncio.get_running_loop().time())
        shown_by = await self._database.record_covering(look.camera_id, look.moment)
        if shown_by is not None and shown_by.file_size > 0:
            await self._see_to(shown_by)

    async def _low_resolution_recordings(self, since: datetime) -> list[RecordRow]:
        """Return the recordings, newest first, with persons of low resolution who came since a moment."""
        page = await self._database.page_detections(since=since, limit=_MOST_LOW_RESOLUTION)
        ids = dict.fromkeys(row.record_log_id for row in page.items if _is_low_resolution(row))
        records = [await self._database.get_record(record_id) for record_id in ids if record_id is not None]
        return [record for record in records if record is not None and record.file_size > 0]

    async def _see_to(self, recording: RecordRow) -> None:
        """Have the pictures taken that a recording shows better than the watch, each as often as it is worth it."""
        persons = [
            person
            for person in await self._database.detections_of(recording.id)
            if _is_low_resolution(person) and self._tries.get(_key(person), 0) < MOST_TRIES
        ]
        if not persons:
            return
        await self._snapshots.check()
        worker = self._workers.freest(self._sources.avoided)
        paths = [person.image_path for person in persons]
        sizes = await self._hass.async_add_executor_job(picture_sizes, self._snapshots.path, paths)
        moments: list[tuple[DetectionRow, Moment]] = []
        for person in persons:
            width, height = sizes.get(person.image_path, (0, 0))
            pixels = (recording.width or 0) * (recording.height or 0)
            # Which frame a picture is like is good to know, but not worth the transfer of the recording.
            if pixels and pixels <= width * height and not self._sources.shared_with(worker):
                continue
            time = max(0.0, person.timestamp)
            moments.append((person, Moment(id=person.event_id, time=time, box=person.box, width=width, height=height)))
        for part in batched(moments, MAX_MOMENTS, strict=False):
            await self._take(worker, recording, part)

    async def _take(self, worker: str, recording: RecordRow, asked: Sequence[tuple[DetectionRow, Moment]]) -> None:
        source = self._sources.of(recording, worker)
        persons = [person for person, _ in asked]
        self._count(persons, 1)  # before: it may be these that bring the worker down
        try:
            min_score = self._settings.analysis_settings(recording.camera_id).min_score
            moments = [moment for _, moment in asked]
            taken = await self._workers[worker].extract_frames(source, moments, min_score=min_score)
        except WorkerLost:
            raise
        except WorkerUnreachable:
            self._count(persons, -1)  # it never got there
            raise
        except JobError as error:
            if error.permanent:
                _LOGGER.debug("No pictures out of %s: %s", recording.file_path, error)
                if error.code in {"source_missing", "source_invalid"}:
                    self._sources.reached_by(worker)
                self._count(persons, MOST_TRIES)
                return
            if error.code == "storage_unreachable":
                self._sources.not_reached_by(worker, str(error))
            if error.code in {"overloaded", "storage_unreachable"}:
                self._count(persons, -1)
            raise
        self._sources.reached_by(worker)
        self._count(persons, MOST_TRIES)  # also those whom it does not show: it will show no more
        for person in persons:
            if (picture := _picture(recording, person, taken)) is not None:
                self._live.show_recorded(picture)

    def _count(self, persons: Sequence[DetectionRow], tries: int) -> None:
        for person in persons:
            self._tries[_key(person)] = self._tries.get(_key(person), 0) + tries
        while len(self._tries) > _MOST_REMEMBERED:
            self._tries.popitem(last=False)


def _is_low_resolution(row: DetectionRow) -> bool:
    """Return whether somebody's best picture is a watch's."""
    return row.best_time is not None and row.frame_number == 0 and row.continues is None and row.model != MANUAL


def _key(person: DetectionRow) -> tuple[str, datetime | None]:
    return person.event_id, person.best_time


def _picture(recording: RecordRow, person: DetectionRow, result: ExtractedFrames) -> RecordedPicture | None:
    taken = next((each for each in result.taken.pictures if each.moment == person.event_id), None)
    if taken is None or person.best_time is None:
        return None
    if taken.snapshot is None:
        best_time, timestamp, confidence, box = person.best_time, person.timestamp, person.confidence, person.box
    else:
        # Within the recording, whose last frame may last a little longer than its row says.
        best_time = min(recording.start_time + timedelta(seconds=taken.time), recording.end_time - _INSTANT)
        timestamp, confidence, box = taken.time, taken.confidence, Box(*taken.box)
    snapshot = result.pictures.get(taken.snapshot or "")
    return RecordedPicture(
        row=person,
        instead_of=person.best_time,
        new=NewPicture(
            best_time=best_time,
            frame_number=taken.frame,
            timestamp=timestamp,
            confidence=confidence,
            box=box,
            image_path=person.image_path,
            thumbnail_path=person.thumbnail_path,
        ),
        jpegs=None if snapshot is None else (snapshot, result.pictures.get(taken.thumbnail or "")),
    )
