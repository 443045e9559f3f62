"""Films that users take out of the recordings, each with a record of what it is made of and of what is missing.

They lie in the folder `exports` of the recordings' storage, by camera, and stay until their user deletes them:
retention knows nothing of them. Beside the films of one export lies its record, a JSON file that says which recordings
they are made of, with the SHA-256 of each and of the films, when each part was recorded and where it lies in the film,
and for which times of the range there is no footage, and why. The record is written last: with it the export is there.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.loader import async_get_integration
from homeassistant.util import dt as dt_util
from homeassistant.util import slugify
from homeassistant.util.ulid import ulid_now

from ..const import DOMAIN
from ..database import Database, DatabaseError, RecordRow
from ..recording.archive.storage import StorageError, StorageRoot
from ..recording.archive.stored_file import FileGoneError, StorageAwayError, StoredFile, locate
from ..recording.clip import ClipError, ClipPart, ClipProgramMissing, cut, films, write_film
from ..recording.mp4.reader import NotAMovieError
from ..recording.status import RecorderState
from ..settings.error_texts import worded
from ..settings.ffmpeg import ffmpeg_binary
from ..signals import Signal
from .camera import CameraRuntime
from .export_record import (
    RECORD_VERSION,
    UNFINISHED,
    Export,
    ExportSource,
    delete_export,
    film_entry,
    finish_export,
    missing_times,
    read_export,
    record_time,
)
from .removed_cameras import RemovedCameras

_LOGGER = logging.getLogger(__name__)
FOLDER: Final = "exports"
LONGEST: Final = timedelta(days=31)
"""Of one export; what really limits it is the room on the disk."""


class ExportState(StrEnum):
    """How far an export is."""

    WAITING = "waiting"
    HASHING = "hashing"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"


@dataclass(eq=False, slots=True, kw_only=True)
class ExportJob:
    """An export that is being made, or has just ended."""

    export_id: str
    camera_id: str
    since: datetime
    until: datetime
    by: str | None
    """The name of the user who wants it."""
    state: ExportState = ExportState.WAITING
    percent: int = 0
    error: HomeAssistantError | None = None
    export: Export | None = None
    changes: Signal[()] = field(default_factory=Signal[()], repr=False)
    task: asyncio.Task[None] | None = field(default=None, repr=False)

    @callback
    def tell(self, state: ExportState, percent: float) -> None:
        """Tell how far it is, where that is news."""
        before = self.state, self.percent
        self.state, self.percent = state, min(100, int(percent))
        if before != (self.state, self.percent):
            self.changes.tell()


class ClipExports:
    """Makes exports, one after the other, and knows those that are there."""

    def __init__(
        self,
        hass: HomeAssistant,
        *,
        database: Database,
        root: StorageRoot,
        cameras: Mapping[str, CameraRuntime],
        removed_cameras: RemovedCameras,
    ) -> None:
        """Take the hub's parts; `root` is the recordings', `cameras` may change."""
        self._hass = hass
        self._database = database
        self._root = root
        self._cameras = cameras
        self._removed_cameras = removed_cameras
        self._turn = asyncio.Lock()
        self.jobs: dict[str, ExportJob] = {}
        """Those that have not ended, by id."""

    @property
    def folder(self) -> Path:
        """Where all of them are."""
        return self._root.path / FOLDER

    # --- making one ---------------------------------------------------------------------------------------------

    @callback
    def start(self, camera_id: str, since: datetime, until: datetime, *, by: str | None) -> ExportJob:
        """Begin an export, or queue it behind those under way. The range must be one, and no longer than `LONGEST`."""
        job = ExportJob(
            export_id=ulid_now(),
            camera_id=camera_id,
            since=since.astimezone(UTC),
            until=min(until.astimezone(UTC), dt_util.utcnow()),
            by=by,
        )
        self.jobs[job.export_id] = job
        job.task = asyncio.create_task(self._run(job), name=f"{DOMAIN} export {job.export_id}")
        return job

    async def wait_for(self, job: ExportJob) -> Export:
        """Return the export when it is made. Whoever waits may leave, it goes on. Raises HomeAssistantError."""
        assert job.task is not None  # noqa: S101 - for the type checker: it was started
        await asyncio.wait([job.task])
        if job.export is None:
            raise job.error or HomeAssistantError(translation_domain=DOMAIN, translation_key="export_cancelled")
        return job.export

    async def cancel(self, export_id: str) -> bool:
        """End an export that is being made; False where it is none. Nothing of it is left when this returns."""
        job = self.jobs.get(export_id)
        if job is None or job.task is None:
            return False
        job.task.cancel()
        await asyncio.wait([job.task])
        return True

    async def stop(self) -> None:
        """End all that are being made."""
        for export_id in list(self.jobs):
            await self.cancel(export_id)

    async def _run(self, job: ExportJob) -> None:
        try:
            async with self._turn:
                job.export = await self._make(job)
        except HomeAssistantError as error:
            job.error = error
        except DatabaseError as error:
            job.error = _failure("history_unavailable")
            _LOGGER.debug("Export %s failed: %s", job.export_id, error)
        except (StorageError, StorageAwayError, OSError) as error:
            job.error = _failure("export_storage", error=worded(self._hass, str(error)))
        except ClipProgramMissing:
            job.error = _failure("export_no_ffmpeg")
        except ClipError as error:
            job.error = _failure("export_failed", error=worded(self._hass, str(error)))
        except asyncio.CancelledError:
            job.error = _failure("export_cancelled")
            raise
        except Exception as error:
            job.error = _failure("export_failed", error=type(error).__name__)
            _LOGGER.exception("Export %s failed", job.export_id)
        finally:
            del self.jobs[job.export_id]
            job.state = ExportState.FAILED if job.export is None else ExportState.DONE
            job.percent = job.percent if job.export is None else 100
            if job.export is None:
                await asyncio.shield(asyncio.to_thread(self._remove_unfinished, job.export_id))
            job.changes.tell()

    async def _make(self, job: ExportJob) -> Export:
        records = await self._database.records_between(job.camera_id, job.since, job.until)
        if not records:
            raise _failure("export_no_footage")
        gaps = await self._database.gaps_between(job.camera_id, job.since, job.until)
        space = await self._root.check()
        sources = await self._hash(job, records)
        parts = [source.part for source in sources if source.part is not None]
        if not parts:
            raise _failure("export_no_footage")
        wanted = sum(_size(source) for source in sources)
        if space.free - wanted < self._root.minimum_free:
            raise _failure("export_no_room", size=f"{wanted / 10**9:.1f}", free=f"{space.free / 10**9:.1f}")
        name, address = self._camera(job.camera_id, records)
        folder = self.folder / job.camera_id
        await asyncio.to_thread(folder.mkdir, mode=0o700, parents=True, exist_ok=True)
        groups = films(parts)
        stem = f"{slugify(name)}_{dt_util.as_local(parts[0].start):%Y%m%d_%H%M%S}_{job.export_id}"
        paths = [
            folder / (f"{stem}.mp4" if len(groups) == 1 else f"{stem}_{number}.mp4")
            for number in range(1, len(groups) + 1)
        ]
        lengths = await self._write(job, groups, paths)
        integration = await async_get_integration(self._hass, DOMAIN)
        record = {
            "version": RECORD_VERSION,
            "export_id": job.export_id,
            "created": record_time(dt_util.utcnow()),
            "created_by": job.by,
            "software": f"MyCamera {integration.version}",
            "camera": {"id": job.camera_id, "name": name, "address": address},
            "asked_for": {"since": record_time(job.since), "until": record_time(job.until)},
            "films": [
                await asyncio.to_thread(film_entry, path, group, length, sources)
                for path, group, length in zip(paths, groups, lengths, strict=True)
            ],
            "missing": [
                {"start": record_time(start), "end": record_time(end), "cause": cause}
                for start, end, cause in missing_times(
                    job.since, job.until, parts, gaps, self._open_since(job.camera_id)
                )
            ],
            "not_in_films": [
                {"record_id": source.record.id, "file": source.record.file_path, "reason": source.problem}
                for source in sources
                if source.problem is not None
            ],
        }
        return await asyncio.to_thread(finish_export, folder / f"{stem}.json", record, paths)

    async def _hash(self, job: ExportJob, records: Sequence[RecordRow]) -> list[ExportSource]:
        """Read each recording once; the first half of the work."""
        whole, done = sum(row.file_size for row in records) or 1, 0
        sources: list[ExportSource] = []
        job.tell(ExportState.HASHING, 0)
        for row in records:
            sources.append(await asyncio.to_thread(self._source, row, job.since, job.until))
            done += row.file_size
            job.tell(ExportState.HASHING, 50 * done / whole)
        return sources

    def _source(self, row: RecordRow, since: datetime, until: datetime) -> ExportSource:
        sha256: str | None = None
        try:
            path = locate(StoredFile(camera_id=row.camera_id, root=self._root.path, path=row.file_path))
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            part = cut(path, row.start_time, since, until)
        except FileGoneError, FileNotFoundError:
            return ExportSource(record=row, sha256=None, part=None, problem="gone")
        except NotAMovieError:
            return ExportSource(record=row, sha256=sha256, part=None, problem="unreadable")
        return ExportSource(record=row, sha256=sha256, part=part, problem=None)

    async def _write(self, job: ExportJob, groups: Sequence[Sequence[ClipPart]], paths: Sequence[Path]) -> list[float]:
        whole, done = sum(part.seconds for group in groups for part in group), 0.0
        lengths: list[float] = []

        def tell(seconds: float) -> None:
            # The last percent is for the index that goes to the front, and for the disk.
            job.tell(ExportState.WRITING, 50 + 49 * min(1.0, (done + seconds) / whole))

        for group, path in zip(groups, paths, strict=True):
            ffmpeg = ffmpeg_binary(self._hass)
            lengths.append(await write_film(ffmpeg, group, path.with_name(path.name + UNFINISHED), tell))
            done += sum(part.seconds for part in group)
        return lengths

    @callback
    def _camera(self, camera_id: str, records: Sequence[RecordRow]) -> tuple[str, str]:
        """Return the camera's name, also of one that was removed, and its address."""
        camera = self._cameras.get(camera_id) or self._removed_cameras.get(camera_id)
        return (camera.name if camera else camera_id), records[-1].camera_ip

    @callback
    def _open_since(self, camera_id: str) -> datetime | None:
        """Return since when the recording that is under way is open; None where there is none."""
        camera = self._cameras.get(camera_id)
        return camera.recorded_until if camera and camera.state.recording_status is RecorderState.RECORDING else None

    # --- those that are there -----------------------------------------------------------------------------------

    async def all(self) -> list[Export]:
        """Return those that are there, newest first. Raises StorageError."""
        await self._root.space()
        return await asyncio.to_thread(self._all)

    def _all(self) -> list[Export]:
        found = (read_export(path) for path in self.folder.glob("*/*.json"))
        return sorted((export for export in found if export), key=lambda export: export.created, reverse=True)

    async def get(self, export_id: str) -> Export | None:
        """Return one of them; None where it is not there. Raises StorageError."""
        return next((export for export in await self.all() if export.export_id == export_id), None)

    async def delete(self, export: Export) -> None:
        """Delete one with all its files. Raises StorageError."""
        await self._root.space()
        await asyncio.to_thread(delete_export, export)

    async def tidy(self) -> None:
        """Delete what exports that were cut short have left."""
        with suppress(StorageError):
            await self._root.space()
            await asyncio.to_thread(self._remove_unfinished, "")

    def _remove_unfinished(self, export_id: str) -> None:
        """Delete the files of exports, or of one, that have no record. Blocks."""
        busy = set(self.jobs)
        for path in self.folder.glob(f"*/*{export_id}*"):
            stem = path.name.removesuffix(UNFINISHED).removesuffix(".mp4")
            identity = next((part for part in stem.split("_")[::-1] if len(part) == _ULID), "")
            known = any(path.parent.glob(f"*_{identity}.json")) if identity else True
            if not known and (export_id or identity not in busy):
                with suppress(OSError):
                    path.unlink()


_ULID: Final = 26


def _failure(key: str, **placeholders: str) -> HomeAssistantError:
    return HomeAssistantError(
        translation_domain=DOMAIN, translation_key=key, translation_placeholders=placeholders or None
    )


def _size(source: ExportSource) -> int:
    """Return about how many bytes a film takes of a recording."""
    if source.part is None:
        return 0
    length = source.record.duration or (source.record.end_time - source.record.start_time).total_seconds()
    return round(source.record.file_size * min(1.0, source.part.seconds / length)) if length else 0
