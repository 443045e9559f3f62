"""The object graph of one hub entry; lives in `entry.runtime_data`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback

from .. import repairs
from ..analysis.errors import JobError
from ..analysis.live.live_presence import PresenceState
from ..const import CONF_MODELS
from ..recording.archive.segment import Segment
from ..settings.captions import CaptionSettings
from ..worker import protocol
from .analysis import HubAnalysis
from .announcements import Announcements
from .camera import CameraRuntime
from .cameras import HubCameras
from .caption_indexing import keep_captions_indexed
from .captions import HubCaptions
from .database import HubDatabase
from .deletion_record import DeletionRecord
from .listeners import Listener, tell
from .pending_jobs import PendingJobs
from .record_writer import RecordWriter
from .recorders import Recorders
from .retention import Retention
from .saved_state import SavedState
from .storage import HubStorage
from .storage_survey import Outlook
from .stores import CaptionRows
from .tasks import Tasks
from .worker import HubWorker

__all__ = ["Hub", "MyCameraConfigEntry"]

type MyCameraConfigEntry = ConfigEntry[Hub]

DATABASE_HEAD_START: Final = 3.0
"""How long the start of recording may wait for the database, which knows where the last recording ended."""


class Hub:
    """Everything that one hub entry owns: database, storage, worker, queues and cameras."""

    def __init__(self, hass: HomeAssistant, entry: MyCameraConfigEntry) -> None:
        """Build the graph; nothing runs before `async_start`."""
        self.hass = hass
        self.entry = entry
        self.entry_data = entry.data
        """As it was when the hub was built: other data need a new hub."""
        self._tasks = Tasks()
        self._listeners: list[Listener] = []
        self._camera_listeners: list[Callable[[CameraRuntime], None]] = []
        self._updating = asyncio.Lock()
        self._stopped = False

        self.database_owner = HubDatabase(
            hass, entry, on_available=self._database_available, on_change=self._jobs_changed
        )
        self.database = self.database_owner.database
        self.pending = PendingJobs(hass, self.database, on_change=self._changed)
        self._memory = SavedState(hass)
        self.storage = HubStorage(hass, entry, self._memory)
        self.recordings_root = self.storage.recordings.path
        self.snapshots_root = self.storage.snapshots.path
        self.record_writer = RecordWriter(
            database=self.database, root=self.storage.recordings, on_record=self._recorded, hold=self._hold
        )
        self.worker = HubWorker(
            hass,
            entry,
            on_configured=self._worker_configured,
            on_presence=self._presence_changed,
            on_zone_event=self._zone_event,
            on_seen=self._seen_live,
            on_interrupted=self._watch_interrupted,
            on_change=self._changed,
        )
        self._recorders = Recorders(
            hass, storage=self.storage, record_writer=self.record_writer, on_storage_trouble=self._storage_trouble
        )
        self._camera_owner = HubCameras(
            hass,
            entry,
            memory=self._memory,
            recorders=self._recorders,
            presence=self.worker.presence,
            on_added=self._camera_added,
        )
        self.cameras = self._camera_owner.cameras
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
            on_change=self._changed,
        )
        self.captions = HubCaptions(
            hass,
            CaptionSettings.from_models(entry.data[CONF_MODELS]),
            store=CaptionRows(self.database),
            connection=self.worker.connection,
            options=self._camera_owner.caption_options,
            snapshots_root=self.storage.checked_snapshots,
            on_outcome=self._news.described,
            on_problem=self._captioner_problem,
            on_change=self._jobs_changed,
        )
        self.analysis = HubAnalysis(
            hass,
            database=self.database,
            storage=self.storage,
            cameras=self._camera_owner,
            worker=self.worker,
            captions=self.captions,
            news=self._news,
            on_change=self._jobs_changed,
        )

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
        self._tasks.start(self.worker.connection.run, "worker connection")
        self._tasks.start(self.worker.presence.run, "live presence")
        self.analysis.start(self._tasks)
        self._tasks.start(self.captions.run, "caption queue")
        self._tasks.start(lambda: keep_captions_indexed(self.database), "caption index")
        self.pending.changed()

    async def async_stop(self, *, hand_over: float | None = None) -> None:
        """Stop everything in a few seconds, leaving no task, process or half-written row.

        With `hand_over`, recordings go on for so many seconds, for the hub that comes next.
        """
        self._stopped = True
        async with self._updating:
            await self._camera_owner.stop(hand_over)
        await self._recorders.close()
        await self.record_writer.drain()
        self.pending.stop()
        await self._tasks.stop()
        await self.worker.stop()
        await self.analysis.stop()
        await self.database_owner.stop()
        await self.record_writer.flush()
        await self._memory.save()

    async def async_forget(self) -> None:
        """Give the storage folders up: their footage stays, another hub may own it."""
        await self._recorders.end_all()
        await self.storage.release()
        await self._memory.remove()
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
        self.entry_data = now
        if before[CONF_MODELS] != now[CONF_MODELS]:
            self.captions.change(CaptionSettings.from_models(now[CONF_MODELS]))
            self.worker.models_changed()
            self._camera_owner.models_changed()
            self.pending.changed()
            self._changed()
        return True

    async def async_update_cameras(self) -> None:
        """Add, change and remove cameras as the subentries say; the others notice nothing."""
        async with self._updating:
            if self._stopped:
                return
            await self._camera_owner.update()
        self._changed()

    # --- subscriptions ------------------------------------------------------------------------------------------

    @callback
    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change of the hub's own state."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @callback
    def subscribe_cameras(self, listener: Callable[[CameraRuntime], None]) -> Callable[[], None]:
        """Call `listener` with every camera that is added later."""
        self._camera_listeners.append(listener)
        return lambda: self._camera_listeners.remove(listener)

    # --- what is shown and asked for ----------------------------------------------------------------------------

    @property
    def free_space(self) -> int | None:
        """Free bytes on the recordings' disk; None while the storage cannot be used."""
        return self.retention.space.free if self.retention.space else None

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

    @callback
    def describe_now(self, event_ids: list[str]) -> None:
        """Say that these persons were queued to be described."""
        self.captions.hurry(event_ids)
        self.pending.changed()

    # --- what the parts tell each other -------------------------------------------------------------------------

    @callback
    def _changed(self) -> None:
        tell(self._listeners)

    @callback
    def _jobs_changed(self) -> None:
        self.pending.changed()

    @callback
    def _camera_added(self, camera: CameraRuntime) -> None:
        tell(self._camera_listeners, camera)

    @callback
    def _database_available(self) -> None:
        self.analysis.wake()
        self.captions.wake()
        self.retention.wake()

    @callback
    def _storage_trouble(self) -> None:
        self.retention.wake()

    @callback
    def _recorded(self, camera: CameraRuntime, segment: Segment) -> None:
        self._news.recorded(camera, segment)
        self.retention.segment_closed(camera.camera_id, segment.file_size)
        self.analysis.recorded(camera, segment)

    @callback
    def _hold(self, camera: CameraRuntime, segment: Segment) -> timedelta | None:
        return self.analysis.hold(camera, segment)

    @callback
    def _worker_configured(self, configured: protocol.Configured) -> None:
        """Leave what needs an unusable model waiting."""
        reasons = {problem.kind: problem.message for problem in configured.problems}
        self.analysis.worker_configured(reasons.get("detector"))
        self.captions.worker_configured(reasons.get("captioner") or reasons.get("translator"))

    @callback
    def _captioner_problem(self, problem: JobError | None) -> None:
        """Tell of caption models that fail only when they are loaded or used."""
        repairs.report_captioner_failure(self.hass, problem)

    @callback
    def _presence_changed(self, camera_id: str, state: PresenceState) -> None:
        self._news.presence_changed(camera_id, state)

    @callback
    def _zone_event(self, event: protocol.ZoneEvent) -> None:
        self._news.zone_event(event, self.worker.connection.clock.utc(event.time))

    @callback
    def _seen_live(self, message: protocol.LiveAppearance | protocol.Watched, pictures: Mapping[str, bytes]) -> None:
        self.analysis.seen(message, pictures)

    @callback
    def _watch_interrupted(self, camera_id: str) -> None:
        self.analysis.interrupted(camera_id)
