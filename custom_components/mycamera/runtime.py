"""The object graph of one hub entry; lives in `entry.runtime_data`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from homeassistant.components.ffmpeg import get_ffmpeg_manager
from homeassistant.components.http.auth import async_sign_path
from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_TOKEN, CONF_URL
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.debounce import Debouncer
from homeassistant.helpers.network import get_url
from homeassistant.helpers.storage import Store
from homeassistant.util import dt as dt_util

from . import bus_events, repairs
from .analysis.captions import CaptionQueue
from .analysis.connection import Endpoint, WorkerConnection
from .analysis.errors import WorkerError, WorkerRefusedToken, WorkerVersionMismatch
from .analysis.presence import LivePresence, PresenceState
from .analysis.queue import AnalysisOutcome, AnalysisQueue
from .analysis.store import DetectionToDescribe, RecordingToAnalyze
from .analysis.supervisor import ManagedWorker
from .camera_runtime import (
    CameraConfig,
    CameraPorts,
    CameraRuntime,
    CameraState,
    LastPerson,
    LastRecording,
    Listener,
    RecordingStatus,
)
from .const import (
    CONF_CAPTION_MODEL,
    CONF_CAPTION_PRECISION,
    CONF_CAPTIONS,
    CONF_DETECTOR_MODEL,
    CONF_MIN_SCORE,
    CONF_MODELS,
    CONF_PERSON_CLASSES,
    CONF_RECORDINGS_PATH,
    CONF_SNAPSHOTS_PATH,
    CONF_STORAGE,
    CONF_TRANSLATION_MODEL,
    CONF_WORKER,
    CONF_WORKER_MODE,
    CONF_WORKER_PYTHON,
    DOMAIN,
    SEGMENT_SECONDS,
    SUBENTRY_CAMERA,
    WORKER_MANAGED,
)
from .database import Database, DatabaseError
from .recording.recorder import CameraRecorder, RecorderStatus
from .recording.segment import Gap, Segment
from .recording.storage import StorageError, StorageRoot
from .stores import CaptionRows, RecordingRows, new_gap, new_record
from .worker import protocol

__all__ = [
    "AnalyzeCounts",
    "CameraRuntime",
    "CameraState",
    "Hub",
    "LastPerson",
    "LastRecording",
    "MyCameraConfigEntry",
    "RecordingStatus",
    "WorkerStatus",
]

_LOGGER = logging.getLogger(__name__)

type MyCameraConfigEntry = ConfigEntry[Hub]

STORAGE_VERSION: Final = 1
SIGNED_FOR: Final = timedelta(hours=2)
WAIT_WITHOUT_WORKER: Final = 60.0
DRAIN_TIMEOUT: Final = 5.0


class WorkerStatus(StrEnum):
    """Where the worker is, as users see it."""

    STARTING = "starting"
    CONNECTED = "connected"
    DISCONNECTED = "disconnected"
    FAILED = "failed"


@dataclass(slots=True, kw_only=True)
class AnalyzeCounts:
    """What `analyze_videos` did: recordings queued, and, where it waited, how they ended and how many persons."""

    queued: int = 0
    analyzed: int = 0
    failed: int = 0
    persons: int = 0
    skipped: int = 0
    """Recordings in the range that were analysed before and not forced."""


class Hub:
    """Everything that one hub entry owns: database, storage, worker, queues and cameras."""

    def __init__(self, hass: HomeAssistant, entry: MyCameraConfigEntry, database: Database) -> None:
        """Build the graph; nothing runs before `async_start`."""
        self.hass = hass
        self.entry = entry
        self.database = database
        storage = entry.data[CONF_STORAGE]
        self.recordings_root = Path(storage[CONF_RECORDINGS_PATH])
        self.snapshots_root = Path(storage[CONF_SNAPSHOTS_PATH])
        self._recordings = StorageRoot(self.recordings_root, owner=entry.entry_id)
        self._snapshots = StorageRoot(self.snapshots_root, owner=entry.entry_id)
        self.cameras: dict[str, CameraRuntime] = {}
        self.worker_status = WorkerStatus.STARTING
        self.worker_device: str | None = None
        self.worker_version: str | None = None
        self.worker_error: str | None = None
        self.worker_health: protocol.Health | None = None
        self.pending_analyses: int | None = None
        self.pending_captions: int | None = None
        self._shares_files = False
        self._listeners: list[Listener] = []
        self._camera_listeners: list[Callable[[CameraRuntime], None]] = []
        self._outcome_listeners: list[Callable[[AnalysisOutcome], None]] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._segments: asyncio.Queue[tuple[CameraRuntime, Segment | Gap]] = asyncio.Queue()
        self._switches: Store[dict[str, dict[str, bool]]] = Store(hass, STORAGE_VERSION, f"{DOMAIN}.switches")
        self._counting = Debouncer(hass, _LOGGER, cooldown=2.0, immediate=True, function=self._count_pending)

        worker = entry.data[CONF_WORKER]
        self._managed: ManagedWorker | None = None
        if worker[CONF_WORKER_MODE] == WORKER_MANAGED:
            self._managed = ManagedWorker(python=worker[CONF_WORKER_PYTHON], on_dying=self._worker_dying)
        self._remote = Endpoint(url=worker.get(CONF_URL, ""), token=worker.get(CONF_TOKEN, ""))
        self._captions_wanted: bool = entry.data[CONF_MODELS][CONF_CAPTIONS]
        self.connection = WorkerConnection(
            session=async_get_clientsession(hass),
            endpoint=self._managed.endpoint if self._managed else self._remote_endpoint,
            settings=self._model_settings(),
            listener=self,
        )
        self.presence = LivePresence(connection=self.connection, on_change=self._presence_changed)
        self.queue = AnalysisQueue(
            hass=hass,
            store=RecordingRows(database, captions=self._captions_wanted),
            connection=self.connection,
            source=self._recording_source,
            settings=self._analysis_settings,
            snapshots_root=self._checked_snapshots_root,
            on_outcome=self._analysis_ended,
            on_change=self._queue_changed,
        )
        self.captions = CaptionQueue(
            hass=hass,
            store=CaptionRows(database),
            connection=self.connection,
            snapshots_root=self._checked_snapshots_root,
            on_caption=self._captioned,
            on_change=self._queue_changed,
        )

    # --- life ---------------------------------------------------------------------------------------------------

    async def async_start(self) -> None:
        """Start recording first, then everything that may take longer or fail."""
        await self._prepare_storage()
        switches = await self._switches.async_load() or {}
        for subentry_id, subentry in self.entry.subentries.items():
            if subentry.subentry_type == SUBENTRY_CAMERA:
                self.cameras[subentry_id] = self._new_camera(
                    subentry_id, CameraConfig.from_subentry(subentry), switches.get(subentry_id, {})
                )
        self._run(self._write_rows(), "rows")
        await asyncio.gather(*(camera.async_start() for camera in self.cameras.values()))
        self._run(self._catch_up(), "catch-up")
        self._run(self.connection.run(), "worker connection")
        self._run(self.presence.run(), "live presence")
        self._run(self.queue.run(), "analysis queue")
        if self._captions_wanted:
            self._run(self.captions.run(), "caption queue")
        self._queue_changed()

    async def async_stop(self) -> None:
        """Stop everything in a few seconds, leaving no task, process or half-written row."""
        await asyncio.gather(*(camera.async_stop() for camera in self.cameras.values()))
        try:
            async with asyncio.timeout(DRAIN_TIMEOUT):
                await self._segments.join()
        except TimeoutError:
            _LOGGER.warning("%s closed segments have no row yet; the next start finds them", self._segments.qsize())
        self._counting.async_shutdown()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        if self._managed:
            await self._managed.stop()
        await self.database.close()

    def _run(self, coroutine: Coroutine[Any, Any, None], name: str) -> None:
        task = self.entry.async_create_background_task(self.hass, coroutine, f"{DOMAIN} {name}")
        task.add_done_callback(self._task_ended)
        self._tasks.append(task)

    def _task_ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()):
            _LOGGER.error("The task %s ended by an error", task.get_name(), exc_info=error)

    async def _prepare_storage(self) -> None:
        for root in (self._recordings, self._snapshots):
            try:
                await self.hass.async_add_executor_job(root.check)
            except StorageError as error:
                _LOGGER.warning("%s: %s", root.path, error)
                repairs.create_storage_unavailable(self.hass, str(root.path), str(error))
            else:
                repairs.delete_storage_unavailable(self.hass, str(root.path))

    # --- cameras ------------------------------------------------------------------------------------------------

    async def async_update_cameras(self) -> None:
        """Add, change and remove cameras as the subentries say; the others notice nothing."""
        wanted = {
            subentry_id: subentry
            for subentry_id, subentry in self.entry.subentries.items()
            if subentry.subentry_type == SUBENTRY_CAMERA
        }
        for camera_id in self.cameras.keys() - wanted.keys():
            await self.cameras.pop(camera_id).async_stop()
            self._save_switches()
        for camera_id, subentry in wanted.items():
            config = CameraConfig.from_subentry(subentry)
            if camera := self.cameras.get(camera_id):
                if config != camera.config:
                    await camera.async_configure(config)
                    self._rename_device(camera)
                continue
            camera = self.cameras[camera_id] = self._new_camera(camera_id, config, {})
            for listener in list(self._camera_listeners):
                listener(camera)
            await camera.async_start()
        self._changed()

    def _new_camera(self, camera_id: str, config: CameraConfig, switches: dict[str, bool]) -> CameraRuntime:
        return CameraRuntime(
            camera_id=camera_id,
            config=config,
            ports=CameraPorts(
                make_recorder=self._make_recorder,
                want_watch=self.presence.want,
                save_switches=self._save_switches,
                min_score=self.entry.data[CONF_MODELS][CONF_MIN_SCORE],
            ),
            recording_enabled=switches.get("recording", True),
            detection_enabled=switches.get("detection", True),
        )

    def _rename_device(self, camera: CameraRuntime) -> None:
        registry = dr.async_get(self.hass)
        if device := registry.async_get_device(identifiers={(DOMAIN, camera.camera_id)}):
            registry.async_update_device(device.id, name=camera.name)

    def _save_switches(self) -> None:
        self._switches.async_delay_save(
            lambda: {
                camera_id: {"recording": camera.recording_enabled, "detection": camera.detection_enabled}
                for camera_id, camera in self.cameras.items()
            },
            1.0,
        )

    def _make_recorder(self, camera: CameraRuntime, on_status: Callable[[RecorderStatus], None]) -> CameraRecorder:
        async def closed(part: Segment | Gap) -> None:
            # The recorder must not wait for a slow database: rows are written by a task of their own.
            self._segments.put_nowait((camera, part))

        return CameraRecorder(
            camera_id=camera.camera_id,
            source=camera.source,
            root=self._recordings,
            ffmpeg=get_ffmpeg_manager(self.hass).binary,
            ffprobe=get_ffmpeg_manager(self.hass).binary.replace("ffmpeg", "ffprobe"),
            segment_seconds=SEGMENT_SECONDS,
            on_segment=closed,
            on_gap=closed,
            on_status=on_status,
        )

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

    @callback
    def _changed(self) -> None:
        for listener in list(self._listeners):
            listener()

    # --- recordings become rows ---------------------------------------------------------------------------------

    async def _write_rows(self) -> None:
        while True:
            camera, part = await self._segments.get()
            try:
                await self._write_row(camera, part)
            except DatabaseError:
                _LOGGER.exception("A row about %s could not be written", camera.name)
            finally:
                self._segments.task_done()

    async def _write_row(self, camera: CameraRuntime, part: Segment | Gap) -> None:
        if isinstance(part, Gap):
            await self.database.add_gap(new_gap(camera, part))
            return
        await self.database.add_record(new_record(camera, part))
        camera.segment_closed(part)
        bus_events.fire_recording(self.hass, camera, part)
        self.queue.wake()
        self._queue_changed()

    @callback
    def _queue_changed(self) -> None:
        self._counting.async_schedule_call()

    async def _count_pending(self) -> None:
        try:
            self.pending_analyses = await self.database.count_pending_analyses()
            self.pending_captions = await self.database.count_pending_captions()
        except DatabaseError:
            self.pending_analyses = self.pending_captions = None
        self._changed()

    # --- analysis -----------------------------------------------------------------------------------------------

    def _analysis_settings(self, camera_id: str) -> protocol.AnalysisSettings:
        if camera := self.cameras.get(camera_id):
            return camera.analysis_settings
        return protocol.AnalysisSettings(min_score=self.entry.data[CONF_MODELS][CONF_MIN_SCORE])

    async def _checked_snapshots_root(self) -> Path:
        try:
            await self.hass.async_add_executor_job(self._snapshots.check)
        except StorageError as error:
            raise OSError(str(error)) from error
        return self.snapshots_root

    async def _recording_source(self, recording: RecordingToAnalyze) -> str:
        if self._shares_files:
            return str(self.recordings_root / recording.file_path)
        path = async_sign_path(self.hass, f"/api/{DOMAIN}/recording/{recording.id}", SIGNED_FOR, use_content_user=True)
        return f"{get_url(self.hass)}{path}"

    @callback
    def _analysis_ended(self, outcome: AnalysisOutcome) -> None:
        camera = self.cameras.get(outcome.recording.camera_id)
        if camera is not None:
            for found in sorted(outcome.persons, key=lambda person: person.first_seen):
                person = LastPerson(
                    event_id=found.event_id,
                    first_seen=found.first_seen,
                    last_seen=found.last_seen,
                    confidence=found.confidence,
                    image_path=found.image_path,
                    caption=found.caption,
                    caption_zh=found.caption_zh,
                    caption_source=found.caption_source,
                    updated=dt_util.utcnow(),
                )
                bus_events.fire_person(self.hass, camera, person)
                camera.person_found(person)
        for listener in list(self._outcome_listeners):
            listener(outcome)
        if outcome.persons:
            self.captions.wake()
        if self._managed:
            self._managed.well()

    @callback
    def _captioned(self, detection: DetectionToDescribe, caption: protocol.Caption) -> None:
        camera = self.cameras.get(detection.camera_id)
        if camera is None:
            return
        person = LastPerson(
            event_id=detection.event_id,
            first_seen=detection.first_seen,
            last_seen=detection.last_seen,
            confidence=detection.confidence,
            image_path=detection.image_path,
            caption=caption.text,
            caption_zh=caption.text_zh,
            caption_source=caption.model,
            updated=dt_util.utcnow(),
        )
        bus_events.fire_caption(self.hass, camera, person)
        camera.caption_improved(person)

    async def analyze_videos(
        self,
        *,
        camera_ids: list[str] | None,
        since: datetime | None,
        until: datetime | None,
        limit: int | None,
        force: bool,
        wait: bool,
    ) -> AnalyzeCounts:
        """Queue recordings for analysis, and wait for them where asked to.

        Raises:
            DatabaseError: the recordings cannot be looked up.
            HomeAssistantError: told to wait, and the worker is away for too long.
        """
        requeued = await self.database.requeue(
            camera_ids=camera_ids, since=since, until=until, limit=limit, force=force
        )
        counts = AnalyzeCounts(queued=len(requeued.ids), skipped=requeued.skipped)
        missing = set(requeued.ids)
        done = asyncio.Event()

        def ended(outcome: AnalysisOutcome) -> None:
            if outcome.recording.id not in missing:
                return
            missing.discard(outcome.recording.id)
            if outcome.error is None:
                counts.analyzed += 1
                counts.persons += len(outcome.persons)
            else:
                counts.failed += 1
            if not missing:
                done.set()

        self._outcome_listeners.append(ended)
        try:
            self.queue.wake()
            self._queue_changed()
            if wait and missing:
                await self._wait_for_worker(done)
        finally:
            self._outcome_listeners.remove(ended)
        return counts

    async def _wait_for_worker(self, done: asyncio.Event) -> None:
        """Wait for `done`, but not without end for a worker that cannot work."""
        idle = 0.0
        while not done.is_set():
            try:
                async with asyncio.timeout(1.0):
                    await done.wait()
            except TimeoutError:
                idle = 0.0 if self.connection.ready and self.queue.blocked is None else idle + 1.0
                if idle >= WAIT_WITHOUT_WORKER:
                    raise HomeAssistantError(
                        translation_domain=DOMAIN,
                        translation_key="worker_unavailable",
                        translation_placeholders={"error": self.queue.blocked or self.worker_error or ""},
                    ) from None

    # --- the worker ---------------------------------------------------------------------------------------------

    async def _remote_endpoint(self) -> Endpoint:
        return self._remote

    def _model_settings(self) -> tuple[protocol.DetectorSettings, protocol.CaptionerSettings]:
        models = self.entry.data[CONF_MODELS]
        return (
            protocol.DetectorSettings(
                model=models[CONF_DETECTOR_MODEL], person_classes=tuple(models[CONF_PERSON_CLASSES])
            ),
            protocol.CaptionerSettings(
                enabled=self._captions_wanted,
                model=models[CONF_CAPTION_MODEL],
                translation_model=models[CONF_TRANSLATION_MODEL],
                precision=models[CONF_CAPTION_PRECISION],
            ),
        )

    @callback
    def worker_connected(self, welcome: protocol.Welcome, configured: protocol.Configured) -> None:
        """Take the worker into use."""
        _LOGGER.info("The worker is connected: version %s on %s", welcome.worker_version, welcome.device)
        self.worker_status = WorkerStatus.CONNECTED
        self.worker_device = welcome.device
        self.worker_version = welcome.worker_version
        self.worker_error = None
        self._shares_files = welcome.shares_files
        detector = captioner = None
        for problem in configured.problems:
            if problem.kind == "detector":
                detector = problem.message
            else:
                captioner = problem.message
        self.queue.block(detector)
        self.captions.block(captioner)
        repairs.set_model_problem(self.hass, "detector", detector)
        repairs.set_model_problem(self.hass, "captioner", captioner)
        repairs.delete_worker_issues(self.hass)
        self.presence.connected()
        self._changed()

    @callback
    def worker_disconnected(self, error: WorkerError) -> None:
        """Say once that the worker is away, and why."""
        text = str(error)
        if self.worker_status in {WorkerStatus.CONNECTED, WorkerStatus.STARTING} or self.worker_error != text:
            _LOGGER.warning("The worker is away: %s", text)
        if isinstance(error, WorkerRefusedToken):
            self.entry.async_start_reauth(self.hass)
        if isinstance(error, WorkerVersionMismatch):
            repairs.create_worker_version(self.hass, error.theirs, error.ours)
        if self.worker_status is not WorkerStatus.FAILED:
            self.worker_status = WorkerStatus.DISCONNECTED
        self.worker_error = text
        self.worker_health = None
        self.presence.disconnected()
        self._changed()

    @callback
    def worker_said(self, message: protocol.WatchState | protocol.Presence | protocol.Health) -> None:
        """Pass on what the worker says by itself."""
        if isinstance(message, protocol.Health):
            self.worker_health = message
            self._changed()
        else:
            self.presence.take(message)

    @callback
    def _worker_dying(self, reason: str | None) -> None:
        if reason is None:
            repairs.delete_worker_issues(self.hass)
            return
        self.worker_status = WorkerStatus.FAILED
        repairs.create_worker_failed(self.hass, reason)
        self._changed()

    @callback
    def _presence_changed(self, camera_id: str, state: PresenceState) -> None:
        if camera := self.cameras.get(camera_id):
            camera.presence_changed(state)
