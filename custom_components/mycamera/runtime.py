"""The object graph of one hub entry; lives in `entry.runtime_data`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypedDict

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
    CONF_DATABASE,
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
from .database import Database, DatabaseCredentialsRejected, DatabaseError
from .recording.reconcile import reconcile
from .recording.recorder import CameraRecorder, RecorderStatus
from .recording.segment import Gap, Segment
from .recording.storage import StorageError, StorageRoot
from .stores import CaptionRows, RecordingRows, database_config, last_person, last_recording, new_gap, new_record
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
JOURNAL_FILE: Final = "mycamera.journal"
SIGNED_FOR: Final = timedelta(hours=2)
WAIT_WITHOUT_WORKER: Final = 60.0
DRAIN_TIMEOUT: Final = 5.0
CATCH_UP_PAUSE: Final = 30.0
DATABASE_HEAD_START: Final = 3.0
"""How long the start of recording may wait for the database, which knows where the last recording ended."""
STAGGER: Final = SEGMENT_SECONDS * 0.618
"""Each further camera cuts this much later in the minute (the golden ratio spreads any number of them)."""


class _Remembered(TypedDict):
    """What outlives a restart beside the entry: which folders are ours, how the cameras' switches stand."""

    prepared: list[str]
    switches: dict[str, dict[str, bool]]


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


class Hub:
    """Everything that one hub entry owns: database, storage, worker, queues and cameras."""

    def __init__(self, hass: HomeAssistant, entry: MyCameraConfigEntry) -> None:
        """Build the graph; nothing runs before `async_start`."""
        self.hass = hass
        self.entry = entry
        self.entry_data = entry.data
        """As it was when the hub was built: other data need a new hub."""
        self.database = Database(
            database_config(hass, entry.data[CONF_DATABASE]),
            journal_path=Path(hass.config.path(JOURNAL_FILE)),
            on_availability=self._database_changed,
        )
        storage = entry.data[CONF_STORAGE]
        self.recordings_root = Path(storage[CONF_RECORDINGS_PATH])
        self.snapshots_root = Path(storage[CONF_SNAPSHOTS_PATH])
        self._recordings = StorageRoot(self.recordings_root, entry.entry_id)
        self._snapshots = StorageRoot(self.snapshots_root, entry.entry_id)
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
        self._store: Store[_Remembered] = Store(hass, STORAGE_VERSION, DOMAIN)
        self._prepared: list[str] = []
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
            store=RecordingRows(self.database, captions=self._captions_wanted),
            connection=self.connection,
            source=self._recording_source,
            settings=self._analysis_settings,
            snapshots_root=self._checked_snapshots_root,
            on_outcome=self._analysis_ended,
            on_change=self._queue_changed,
        )
        self.captions = CaptionQueue(
            hass=hass,
            store=CaptionRows(self.database),
            connection=self.connection,
            snapshots_root=self._checked_snapshots_root,
            on_caption=self._captioned,
            on_change=self._queue_changed,
        )

    # --- life ---------------------------------------------------------------------------------------------------

    async def async_start(self) -> None:
        """Start recording first, then everything that may take longer or fail."""
        remembered = await self._store.async_load() or _Remembered(prepared=[], switches={})
        self._prepared = remembered["prepared"]
        await self._prepare_storage()
        for subentry_id, subentry in self.entry.subentries.items():
            if subentry.subentry_type == SUBENTRY_CAMERA:
                self.cameras[subentry_id] = self._new_camera(
                    subentry_id, CameraConfig.from_subentry(subentry), remembered["switches"].get(subentry_id, {})
                )
        opening = self._run(self._open_database(), "database")
        await asyncio.wait({opening}, timeout=DATABASE_HEAD_START)
        for camera in self.cameras.values():
            await self._recall(camera)
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

    def _run(self, coroutine: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        # Not one of Home Assistant's background tasks: they are cancelled before this hub is told to stop, and the last
        # segments' rows are written while it stops.
        task = asyncio.create_task(coroutine, name=f"{DOMAIN} {name}")
        task.add_done_callback(self._task_ended)
        self._tasks.append(task)
        return task

    def _task_ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()):
            _LOGGER.error("The task %s ended by an error", task.get_name(), exc_info=error)

    async def _prepare_storage(self) -> None:
        """Mark new storage folders as ours; one that was marked before must still bear its mark."""
        problems: list[StorageError] = []
        for root in (self._recordings, self._snapshots):
            try:
                if str(root.path) in self._prepared:
                    await root.check()
                else:
                    await root.prepare()
                    self._prepared.append(str(root.path))
                    self._remember()
            except StorageError as error:
                problems.append(error)
                _LOGGER.warning("Storage cannot be used: %s", error)
                repairs.report_storage_unavailable(self.hass, path=str(root.path), error=str(error))
        if not problems:
            repairs.clear(self.hass, repairs.Problem.STORAGE_UNAVAILABLE)

    async def _open_database(self) -> None:
        """Open the database; whatever is wrong with it, recording goes on and rows wait in the journal."""
        try:
            await self.database.open()
        except DatabaseCredentialsRejected:
            _LOGGER.warning("The database refuses the user or password; rows wait until they are corrected")
            self.entry.async_start_reauth(self.hass, context={"title_placeholders": {"name": self.entry.title}})
        except DatabaseError as error:
            _LOGGER.warning("The database cannot be used; rows wait until that is mended: %s", error)
            repairs.report_database_unusable(self.hass, error=str(error))
        else:
            repairs.clear(self.hass, repairs.Problem.DATABASE_UNUSABLE)

    async def _recall(self, camera: CameraRuntime) -> None:
        """Show what was known of a camera before the restart."""
        try:
            record = await self.database.latest_record(camera.camera_id)
            detection = await self.database.latest_detection(camera.camera_id)
        except DatabaseError:
            return  # it is away, which is said elsewhere; the next segment and person will show
        if record is not None:
            camera.state.last_recording = last_recording(record)
        if detection is not None:
            camera.state.last_person = last_person(detection)

    @callback
    def _database_changed(self) -> None:
        """Tell since when the database is away, and go on when it is back."""
        if outage := self.database.outage:
            repairs.report_database_unavailable(self.hass, since=outage.since, waiting=outage.waiting)
        else:
            repairs.clear(self.hass, repairs.Problem.DATABASE_UNAVAILABLE)
            self.queue.wake()
            self.captions.wake()
        self._queue_changed()

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
            self._remember()
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
                save_switches=self._remember,
                min_score=self.entry.data[CONF_MODELS][CONF_MIN_SCORE],
            ),
            recording_enabled=switches.get("recording", True),
            detection_enabled=switches.get("detection", True),
        )

    def _rename_device(self, camera: CameraRuntime) -> None:
        registry = dr.async_get(self.hass)
        if device := registry.async_get_device(identifiers={(DOMAIN, camera.camera_id)}):
            registry.async_update_device(device.id, name=camera.name)

    def _remember(self) -> None:
        self._store.async_delay_save(
            lambda: _Remembered(
                prepared=self._prepared,
                switches={
                    camera_id: {"recording": camera.recording_enabled, "detection": camera.detection_enabled}
                    for camera_id, camera in self.cameras.items()
                },
            ),
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
            rotation_offset=list(self.cameras).index(camera.camera_id) * STAGGER % SEGMENT_SECONDS,
            recorded_until=camera.state.last_recording.end if camera.state.last_recording else None,
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

    async def _catch_up(self) -> None:
        """Find the segments that a crash left without a row, once the database can tell which those are."""
        started = dt_util.utcnow()
        for camera in list(self.cameras.values()):
            while True:
                try:
                    known = await self.database.known_paths(camera.camera_id)
                    async with aclosing(reconcile(self._recordings, camera.camera_id, known, before=started)) as found:
                        async for segment in found:
                            _LOGGER.info("Found a recording of %s without a row: %s", camera.name, segment.file_path)
                            self._segments.put_nowait((camera, segment))
                    break
                except (DatabaseError, StorageError) as error:
                    _LOGGER.debug("Recordings are compared with their rows later: %s", error)
                    await asyncio.sleep(CATCH_UP_PAUSE)

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
            await self._snapshots.check()
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
                person = last_person(found)
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
        person = replace(
            last_person(detection), caption=caption.text, caption_zh=caption.text_zh, caption_source=caption.model
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
        missing = set(
            await self.database.requeue(camera_ids=camera_ids, since=since, until=until, limit=limit, force=force)
        )
        counts = AnalyzeCounts(queued=len(missing))
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
        repairs.report_model_problems(
            self.hass,
            configured.problems,
            entry_id=self.entry.entry_id,
            detector_model=self.entry.data[CONF_MODELS][CONF_DETECTOR_MODEL],
            classes=configured.classes,
        )
        repairs.clear(
            self.hass,
            repairs.Problem.WORKER_UNREACHABLE,
            repairs.Problem.WORKER_FAILED,
            repairs.Problem.WORKER_VERSION,
        )
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
            repairs.report_worker_version(self.hass, theirs=error.theirs)
        elif self._managed is None:
            repairs.report_worker_unreachable(self.hass, address=self._remote.url, error=text)
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
            repairs.clear(self.hass, repairs.Problem.WORKER_FAILED)
            return
        self.worker_status = WorkerStatus.FAILED
        repairs.report_worker_failed(self.hass, error=reason)
        self._changed()

    @callback
    def _presence_changed(self, camera_id: str, state: PresenceState) -> None:
        if camera := self.cameras.get(camera_id):
            camera.presence_changed(state)
