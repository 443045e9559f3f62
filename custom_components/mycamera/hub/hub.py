"""The object graph of one hub entry; lives in `entry.runtime_data`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import batched
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr

from ..const import CONF_MODELS, CONF_WORKER, SEGMENT_SECONDS
from ..recording.mp4.fragments import KnownPieces
from ..recording.previews import Previews
from ..settings.captions import CaptionSettings
from ..settings.detection import changed_detection, changed_dwell
from ..signals import Signal
from .analysis import HubAnalysis
from .announcements import Announcements
from .camera_search import CameraSearch
from .cameras import HubCameras
from .caption_indexing import keep_captions_indexed
from .captions import HubCaptions
from .clip_exports import ClipExports
from .database import HubDatabase
from .deletion_record import DeletionRecord
from .false_positives import FalsePositives
from .line_counts import LineCounts
from .pending_jobs import PendingJobs
from .persons_today import PersonsToday
from .record_writer import RecordWriter
from .recorders import Recorders
from .removed_cameras import RemovedCameras
from .retention import Retention
from .saved_state import SavedState
from .seen_marks import SeenMarks
from .storage import HubStorage
from .storage_survey import Outlook
from .tasks import Tasks
from .workers import HubWorkers, further_sections

__all__ = ["Hub", "MyCameraConfigEntry"]

type MyCameraConfigEntry = ConfigEntry[Hub]

DATABASE_HEAD_START: Final = 3.0
"""How long the start of recording may wait for the database, which knows where the last recording ended."""


MOST_FORGOTTEN: Final = 500
"""Persons who are forgotten in one transaction."""
BEHIND_FROM: Final = 3
"""Recordings of each camera that may wait before anybody is told that the analysis is behind."""


class Hub:
    """Everything that one hub entry owns: database, storage, worker, queues and cameras."""

    def __init__(self, hass: HomeAssistant, entry: MyCameraConfigEntry) -> None:
        """Build the graph; nothing runs before `async_start`."""
        self.hass = hass
        self.entry = entry
        self.entry_data = entry.data
        """As it was when the hub was built: other data need a new hub."""
        self._further_workers = further_sections(entry)
        self._tasks = Tasks()
        self.changes: Signal[()] = Signal()
        """After every change of the hub's own state."""
        self.persons_deleted: Signal[Sequence[str]] = Signal()
        """These persons are gone, because a user said so; nobody named: all of a range of time."""
        self._updating = asyncio.Lock()
        self._stopped = False
        self._backed_up = False

        self.database_owner = HubDatabase(hass, entry)
        self.database = self.database_owner.database
        self.pending = PendingJobs(hass, self.database)
        self._memory = SavedState(hass)
        self.seen_marks = SeenMarks(hass)
        self.storage = HubStorage(hass, entry, self._memory)
        self.false_positives = FalsePositives(hass, self.storage.pictures)
        self.recordings_root = self.storage.recordings.path
        self.snapshots_root = self.storage.snapshots.path
        self.previews = Previews()
        self.film_pieces = KnownPieces()
        self.workers = HubWorkers(hass, entry)
        self.worker = self.workers.first
        self.watches = self.workers.watches
        self.presence = self.workers.presence
        self.record_writer = RecordWriter(
            database=self.database, root=self.storage.recordings, workers=self.workers.clients
        )
        self._recorders = Recorders(
            hass, storage=self.storage, record_writer=self.record_writer, worker=entry.data[CONF_WORKER]
        )
        self._camera_owner = HubCameras(
            hass, entry, memory=self._memory, recorders=self._recorders, presence=self.presence
        )
        self.cameras = self._camera_owner.cameras
        self.camera_added = self._camera_owner.added
        self._persons_today = PersonsToday(hass, self.database, self.cameras)
        self.line_counts = LineCounts(hass, self.cameras, self.watches)
        self._news = Announcements(hass, self.cameras)
        self.retention = Retention(
            hass,
            entry_id=entry.entry_id,
            database=self.database,
            recordings=self.storage.recordings,
            snapshots=self.storage.snapshots,
            cameras=self.cameras,
            rules=self.storage.rules,
            memory=self._memory,
        )
        self.removed_cameras = RemovedCameras(
            self.database, self._memory, self.cameras, self.retention, dr.async_get(hass)
        )
        self._camera_search = CameraSearch(hass, entry, self.cameras)
        self.captions = HubCaptions(
            hass,
            CaptionSettings.from_models(entry.data[CONF_MODELS]),
            database=self.database,
            workers=self.workers,
            cameras=self._camera_owner,
            snapshots=self.storage.pictures,
        )
        self.analysis = HubAnalysis(
            hass,
            database=self.database,
            storage=self.storage,
            cameras=self._camera_owner,
            workers=self.workers,
            captions=self.captions,
            record_writer=self.record_writer,
        )
        self.exports = ClipExports(
            hass,
            database=self.database,
            root=self.storage.recordings,
            cameras=self.cameras,
            removed_cameras=self.removed_cameras,
        )
        self._tell_news()
        self._wake_each_other()

    def _tell_news(self) -> None:
        """Have everything that users shall hear of told."""
        self.record_writer.recorded.subscribe(self._news.recorded)
        self.presence.changes.subscribe(self._news.presence_changed)
        self.presence.zone_events.subscribe(self._news.zone_event)
        self.analysis.live.began.subscribe(self._news.person_found)
        self.analysis.live.changes.subscribe(self._news.person_changed)
        self.analysis.queue.outcomes.subscribe(self._news.analyzed)
        self.analysis.live.began.subscribe(self._persons_today.person_began)
        self.analysis.queue.outcomes.subscribe(self._persons_today.analyzed)
        self.persons_deleted.subscribe(self._persons_today.persons_deleted)
        self.captions.queue.outcomes.subscribe(self._news.described)

    def _wake_each_other(self) -> None:
        """Have each part go on when what it waits for may be there, and the hub's entities follow all of them."""
        self.database_owner.answers.subscribe(self.analysis.queue.wake)
        self.database_owner.answers.subscribe(self.captions.wake)
        self.database_owner.answers.subscribe(self.retention.wake)
        self.database_owner.answers.subscribe(self._persons_today.count_all)
        self._recorders.storage_trouble.subscribe(self.retention.wake)
        self.record_writer.recorded.subscribe(self.retention.segment_closed)
        self.database_owner.answers.subscribe(self.removed_cameras.wake)
        self.retention.looked.subscribe(self.removed_cameras.wake)
        for changes in (
            self.database_owner.changes,
            self.analysis.queue.changes,
            self.analysis.live.due,
            self.captions.queue.changes,
        ):
            changes.subscribe(self.pending.changed)
        for changes in (
            self.pending.counted,
            self.workers.changes,
            self.retention.looked,
            self.removed_cameras.changes,
        ):
            changes.subscribe(self.changes.tell)
        self.workers.changes.subscribe(self._looks_counted)

    @callback
    def _looks_counted(self) -> None:
        for camera_id, camera in self.cameras.items():
            camera.looks_counted(self.workers.detect_fps(camera_id))

    # --- life ---------------------------------------------------------------------------------------------------

    async def async_start(self) -> None:
        """Start recording first, then everything that may take longer or fail."""
        async with self._updating:
            if not self._stopped:
                await self._start()

    async def _start(self) -> None:
        await self._camera_owner.recall()
        await self.storage.prepare()
        tried = asyncio.Event()
        self._tasks.start(lambda: self.database_owner.keep_open(tried), "database")
        with suppress(TimeoutError):
            async with asyncio.timeout(DATABASE_HEAD_START):
                await tried.wait()
        await self._camera_owner.recall_history(self.database)
        self._tasks.start(self.record_writer.run, "rows")
        await self._camera_owner.start()
        recorded = list(self.cameras.values())
        self._tasks.start(lambda: self.record_writer.catch_up(recorded), "catch-up")
        self._tasks.start(self.retention.run, "retention")
        self._tasks.start(self.removed_cameras.run, "removed cameras")
        self._tasks.start(self._camera_search.run, "camera search")
        await self.line_counts.load()
        self._tasks.start(self.line_counts.run, "lines")
        self.workers.start(self._tasks)
        self.analysis.start(self._tasks)
        self._tasks.start(self.captions.run, "caption queue")
        self._tasks.start(lambda: keep_captions_indexed(self.database), "caption index")
        self._tasks.start(self._persons_today.run, "persons today")
        self._tasks.start(self.exports.tidy, "exports")
        self.pending.changed()

    @property
    def stopped(self) -> bool:
        """Whether it was taken down, or is being; another one may be there then."""
        return self._stopped

    async def async_stop(self, *, hand_over: float | None = None) -> None:
        """Stop everything in a few seconds, leaving no task, process or half-written row.

        With `hand_over`, recordings go on for so many seconds, for the hub that comes next.
        """
        self._stopped = True
        self.changes.tell()  # nobody is to wait for what will not be done
        await self.exports.stop()
        async with self._updating:
            await self._camera_owner.stop(hand_over)
        await self._recorders.close()
        await self.record_writer.drain()
        self.pending.stop()
        await self._tasks.stop()
        await self.workers.stop()
        await self.analysis.stop()
        await self.database_owner.stop()
        await self.record_writer.flush()
        await self._memory.save()
        await self.seen_marks.save()
        await self.line_counts.save()

    async def async_forget(self) -> None:
        """Give the storage folders up: their footage stays, another hub may own it."""
        await self._recorders.end_all()
        await self.storage.release()
        await self._memory.remove()
        await self.seen_marks.remove()
        await self.false_positives.remove()
        await self.line_counts.remove()
        await self.captions.forget()

    # --- settings -----------------------------------------------------------------------------------------------

    @callback
    def take_settings(self) -> bool:
        """Take on the entry's changed settings; False where that needs a new hub.

        Models, captions and the minimum confidence change under way: no camera, and nothing that is recorded or
        analysed, notices more than it must.
        """
        before, now = self.entry_data, self.entry.data
        if {key: value for key, value in before.items() if key != CONF_MODELS} != {
            key: value for key, value in now.items() if key != CONF_MODELS
        }:
            return False
        if further_sections(self.entry) != self._further_workers:
            return False
        self.entry_data = now
        if before[CONF_MODELS] != now[CONF_MODELS]:
            self.captions.change(CaptionSettings.from_models(now[CONF_MODELS]))
            self.workers.models_changed()
            self._camera_owner.models_changed()
            self.pending.changed()
            self.changes.tell()
        return True

    async def async_update_cameras(self) -> None:
        """Add, change and remove cameras as the subentries say; the others notice nothing."""
        async with self._updating:
            if self._stopped:
                return
            await self._camera_owner.update()
        self.workers.models_changed()  # which detector suits depends on how much the cameras ask of it
        self.removed_cameras.wake()
        self.changes.tell()

    async def set_detection(self, camera_id: str, changes: Mapping[str, float]) -> None:
        """Make numbers of `settings.detection.LIMITS` a camera's own, at once and for good."""
        await self._change_camera(camera_id, lambda data: changed_detection(data, changes))

    async def set_dwell(self, camera_id: str, zone_id: str, seconds: float) -> None:
        """Change after how long somebody in a zone dwells there, at once and for good."""
        await self._change_camera(camera_id, lambda data: changed_dwell(data, zone_id, seconds))

    async def _change_camera(self, camera_id: str, change: Callable[[Mapping[str, Any]], dict[str, Any]]) -> None:
        subentry = self.entry.subentries[camera_id]
        self.hass.config_entries.async_update_subentry(self.entry, subentry, data=change(subentry.data))
        await self.async_update_cameras()

    # --- what is shown and asked for ----------------------------------------------------------------------------

    @property
    def free_space(self) -> int | None:
        """Free bytes on the recordings' disk; None while the storage cannot be used."""
        return self.retention.space.free if self.retention.space else None

    @property
    def database_size(self) -> int | None:
        """Bytes that the database takes; None while that is not known."""
        return self.retention.survey.database_size

    @property
    def minutes_behind(self) -> int | None:
        """How many minutes of each camera wait for analysis; 0 while that is what just came, None while unknown."""
        if (waiting := self.pending.analyses) is None:
            return None
        cameras = max(1, len(self.cameras))
        return round(waiting / cameras * SEGMENT_SECONDS / 60) if waiting > BEHIND_FROM * cameras else 0

    @property
    def better_captions(self) -> Mapping[str, tuple[str, str]]:
        """What models said lately, in English and Chinese, of appearances by their event id."""
        return self._news.captions

    @property
    def deleted(self) -> DeletionRecord:
        """What retention deleted since the start."""
        return self.retention.record

    @property
    def outlook(self) -> Outlook:
        """When the recordings' disk will be full."""
        return self.retention.survey.outlook

    async def protect_recordings(
        self, *, camera_ids: list[str] | None, since: datetime | None, until: datetime | None, protect: bool
    ) -> int:
        """Keep recordings from being deleted, or allow it again; return how many there are. Raises DatabaseError."""
        count = await self.database.protect(camera_ids=camera_ids, since=since, until=until, protected=protect)
        self.retention.footage_protected()
        return count

    async def forget_persons(self, event_ids: Sequence[str]) -> None:
        """Have nothing more stored or shown of persons whose rows a user deleted. Raises DatabaseError."""
        self.analysis.live.forget(event_ids)
        await self.database.settled()
        for part in batched(event_ids, MOST_FORGOTTEN, strict=False):  # what was on its way has brought their rows back
            await self.database.take_detections_named(part)
        await self._camera_owner.persons_deleted(event_ids, self.database)

    async def analyze_pending(self, camera_id: str) -> None:
        """Analyse the recordings of a camera that wait, and those that failed before. Raises DatabaseError."""
        await self.database.requeue(camera_ids=[camera_id])
        self.analysis.look_for_work()

    @callback
    def describe_now(self, event_ids: list[str]) -> None:
        """Say that these persons were queued to be described."""
        self.captions.hurry(event_ids)
        self.pending.changed()

    # --- backups ------------------------------------------------------------------------------------------------

    async def prepare_backup(self) -> None:
        """Let Home Assistant copy the files of this hub: none of them goes, and the database's stays as it is.

        Raises:
            HomeAssistantError: the copy would be broken.
        """
        await self.retention.pause()
        try:
            await self.database_owner.hold_for_backup()
        except BaseException:
            self.retention.go_on()
            raise
        self._backed_up = True

    @callback
    def backup_over(self) -> None:
        """Go on as before."""
        if self._backed_up:
            self._backed_up = False
            self.database_owner.release()
            self.retention.go_on()
