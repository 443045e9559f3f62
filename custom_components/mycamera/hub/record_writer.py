"""Segments and gaps become rows, beside the recorders and never in their way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Iterable
from contextlib import aclosing
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from homeassistant.util import dt as dt_util

from ..analysis.live.live_persons import HOLD
from ..analysis.worker_client.worker_set import Workers
from ..database import AnalysisStatus, Database, DatabaseError, NewGap, NewRecord, RecordStatus
from ..recording.archive.reconcile import camera_folders, reconcile
from ..recording.archive.segment import Gap, Segment
from ..recording.archive.storage import StorageError, StorageRoot
from ..signals import Signal
from .camera import CameraRuntime

_LOGGER = logging.getLogger(__name__)

DRAIN_TIMEOUT: Final = 5.0
"""Seconds that what waits has to be written when the hub stops."""
CATCH_UP_PAUSE: Final = 30.0
"""Seconds until files and rows are compared again, where they could not be."""


class RecordWriter:
    """Writes what recorders report, in order. `run` is the owner's task."""

    def __init__(self, *, database: Database, root: StorageRoot, workers: Workers) -> None:
        """Take the recordings' root, and those who watch the cameras."""
        self.recorded: Signal[CameraRuntime, Segment, bool] = Signal()
        """Every segment whose row is safe, and whether its analysis waits for what was watched of it live."""
        self._database = database
        self._root = root
        self._workers = workers
        self._waiting: asyncio.Queue[tuple[CameraRuntime, Segment | Gap]] = asyncio.Queue()

    def put(self, camera: CameraRuntime, part: Segment | Gap) -> None:
        """Take what a recorder reports; it does not wait for a slow database."""
        self._waiting.put_nowait((camera, part))

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            camera, part = await self._waiting.get()
            try:
                await self._write(camera, part)
            except Exception:
                # Neither in the database nor in the journal; a segment is found again by the next start. Whatever it
                # is about this one, those behind it are still to be written.
                _LOGGER.exception("A row about %s could not be written", camera.name)
            finally:
                self._waiting.task_done()

    async def _write(self, camera: CameraRuntime, part: Segment | Gap) -> None:
        if isinstance(part, Gap):
            await self._database.add_gap(new_gap(camera, part))
            return
        just_now = dt_util.utcnow() - part.end < HOLD
        held = just_now and camera.detection_enabled and bool(self._workers.ready)
        await self._database.add_record(new_record(camera, part, HOLD if held else None))
        self.recorded.tell(camera, part, held)

    async def drain(self) -> None:
        """Wait until everything is written, but not for long."""
        try:
            async with asyncio.timeout(DRAIN_TIMEOUT):
                await self._waiting.join()
        except TimeoutError:
            _LOGGER.debug("%s rows are not written yet", self._waiting.qsize())

    async def flush(self) -> None:
        """Put what still waits into the journal, once the database is closed and `run` has ended."""
        while not self._waiting.empty():
            camera, part = self._waiting.get_nowait()
            try:
                await self._write(camera, part)
            except Exception:
                _LOGGER.exception("A row about %s could not be written", camera.name)

    async def catch_up(self, cameras: Iterable[CameraRuntime]) -> None:
        """Find the segments that a crash left without a row, once the database can tell which those are."""
        started = dt_util.utcnow()
        waiting = list(cameras)
        present = {camera.camera_id for camera in waiting}
        behind = True
        while behind:
            waiting = [camera for camera in waiting if not await self._compare(camera, started)]
            behind = bool(waiting) or not await self._catalogue_removed(present, started)
            if behind:
                await asyncio.sleep(CATCH_UP_PAUSE)

    async def _catalogue_removed(self, present: Collection[str], before: datetime) -> bool:
        """Give rows to footage of cameras that are no longer there: without one, retention never reaches it.

        Their rows go with them from one database to the next only if the history is moved.
        """
        try:
            await self._root.space()
            for camera_id in await asyncio.to_thread(camera_folders, self._root.path):
                if camera_id in present:
                    continue
                unknown = partial(self._database.unknown_paths, camera_id)
                async with aclosing(reconcile(self._root, camera_id, unknown, before=before)) as found:
                    async for segment in found:
                        _LOGGER.info("Found a recording of a removed camera without a row: %s", segment.file_path)
                        await self._database.add_record(removed_record(segment))
        except (DatabaseError, StorageError) as error:
            _LOGGER.debug("Recordings of removed cameras are looked for later: %s", error)
            return False
        return True

    async def _compare(self, camera: CameraRuntime, started: datetime) -> bool:
        try:
            unknown = partial(self._database.unknown_paths, camera.camera_id)
            async with aclosing(reconcile(self._root, camera.camera_id, unknown, before=started)) as found:
                async for segment in found:
                    _LOGGER.info("Found a recording of %s without a row: %s", camera.name, segment.file_path)
                    self.put(camera, segment)
        except (DatabaseError, StorageError) as error:
            _LOGGER.debug("Recordings are compared with their rows later: %s", error)
            return False
        except Exception:
            # The other cameras are still to be compared; this one is with the next start.
            _LOGGER.exception("The recordings of %s could not be compared with their rows", camera.name)
        return True


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
