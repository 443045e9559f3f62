"""The object graph of one hub entry; lives in `entry.runtime_data`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, TypedDict

from homeassistant.components.ffmpeg import get_ffmpeg_manager
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.debounce import Debouncer
from homeassistant.helpers.storage import Store
from homeassistant.util import dt as dt_util

from . import bus_events, repairs
from .analysis.captioner import NO_WISHES, CaptionWishes
from .analysis.captions import CaptionOutcome
from .analysis.errors import JobError
from .analysis.live_appearances import HOLD, LiveAppearances
from .analysis.presence import PresenceState
from .analysis.queue import AnalysisOutcome, AnalysisQueue
from .analysis.store import LivePerson, RecordingToAnalyze
from .batch_analysis import AnalyzeCounts, analyze_videos
from .camera_flow import ffprobe_binary
from .camera_runtime import (
    CameraConfig,
    CameraPorts,
    CameraRuntime,
    CameraState,
    LastPerson,
    LastRecording,
    Listener,
    RecordingStatus,
    tell,
)
from .caption_indexing import keep_captions_indexed
from .caption_settings import CaptionSettings
from .const import (
    CONF_MIN_SCORE,
    CONF_MINIMUM_FREE,
    CONF_MODELS,
    CONF_RECORDINGS_PATH,
    CONF_SNAPSHOT_DAYS,
    CONF_SNAPSHOTS_PATH,
    CONF_STORAGE,
    DEFAULT_MINIMUM_FREE,
    DEFAULT_SNAPSHOT_DAYS,
    DOMAIN,
    GIGABYTE,
    SEGMENT_SECONDS,
    SUBENTRY_CAMERA,
)
from .database import DatabaseError
from .hub_captions import HubCaptions
from .hub_database import HubDatabase
from .hub_worker import HubWorker, WorkerStatus
from .lasting_tasks import LastingTasks
from .record_keeper import RecordKeeper
from .recording import storage as recording_storage
from .recording.keeper_client import RecordingKeeper, meeting_places
from .recording.recorder import CameraRecorder, RecorderState, RecorderStatus
from .recording.segment import Gap, Segment
from .recording.storage import StorageError, StorageRoot
from .retention_keeper import RetentionKeeper, StorageRules
from .storage_survey import Outlook
from .stores import CaptionRows, LiveRows, RecordingRows, last_person, last_recording
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
DATABASE_HEAD_START: Final = 3.0
"""How long the start of recording may wait for the database, which knows where the last recording ended."""
STAGGER: Final = SEGMENT_SECONDS * 0.618
"""Each further camera cuts this much later in the minute (the golden ratio spreads any number of them)."""


class _Remembered(TypedDict):
    """What outlives a restart beside the entry: which folders are ours, how the cameras' switches stand."""

    prepared: list[str]
    switches: dict[str, dict[str, bool]]


class Hub:
    """Everything that one hub entry owns: database, storage, worker, queues and cameras."""

    def __init__(self, hass: HomeAssistant, entry: MyCameraConfigEntry) -> None:
        """Build the graph; nothing runs before `async_start`."""
        self.hass = hass
        self.entry = entry
        self.entry_data = entry.data
        """As it was when the hub was built: other data need a new hub."""
        self.database_owner = HubDatabase(
            hass, entry, on_available=self._database_available, on_change=self._queue_changed
        )
        self.database = self.database_owner.database
        storage = entry.data[CONF_STORAGE]
        self.recordings_root = Path(storage[CONF_RECORDINGS_PATH])
        self.snapshots_root = Path(storage[CONF_SNAPSHOTS_PATH])
        minimum_free = round(storage.get(CONF_MINIMUM_FREE, DEFAULT_MINIMUM_FREE) * GIGABYTE)
        # Room is made before a recorder would have to pause.
        pause_below = min(recording_storage.DEFAULT_MINIMUM_FREE, minimum_free // 2)
        self._recordings = StorageRoot(self.recordings_root, entry.entry_id, pause_below)
        self._snapshots = StorageRoot(self.snapshots_root, entry.entry_id)
        self.processes = RecordingKeeper(meeting_places(Path(hass.config.config_dir)))
        """Start ffmpeg; what they started may outlive this hub, if it is told to."""
        self.cameras: dict[str, CameraRuntime] = {}
        self.pending_analyses: int | None = None
        self.pending_captions: int | None = None
        self._listeners: list[Listener] = []
        self._camera_listeners: list[Callable[[CameraRuntime], None]] = []
        self._outcome_listeners: list[Callable[[AnalysisOutcome], None]] = []
        self.tasks = LastingTasks()
        self._updating = asyncio.Lock()
        self._recalled = False
        self._stopped = False
        self._store: Store[_Remembered] = Store(hass, STORAGE_VERSION, DOMAIN)
        self._prepared: list[str] = []
        self._counting = Debouncer(hass, _LOGGER, cooldown=2.0, immediate=True, function=self._count_pending)

        caption_settings = CaptionSettings.from_models(entry.data[CONF_MODELS])
        self.keeper = RecordKeeper(
            database=self.database, root=self._recordings, on_record=self._recorded, hold=self._hold_back
        )
        self.retention = RetentionKeeper(
            hass,
            entry_id=entry.entry_id,
            database=self.database,
            recordings=self._recordings,
            snapshots=self._snapshots,
            cameras=self.cameras,
            rules=StorageRules(
                minimum_free=minimum_free,
                keep_pictures=timedelta(days=storage.get(CONF_SNAPSHOT_DAYS, DEFAULT_SNAPSHOT_DAYS)),
            ),
            on_change=self._changed,
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
        self.connection = self.worker.connection
        self.live = LiveAppearances(
            hass=hass,
            store=LiveRows(self.database, captions=lambda: self.captions.enabled, zone_names=self._zone_names),
            clock=self.connection.clock,
            snapshots_root=self._checked_snapshots_root,
            settings=self._analysis_settings,
            on_began=self._live_began,
            on_changed=self._live_changed,
            on_settled=self.look_for_work,
            on_due=self._live_due,
        )
        self.presence = self.worker.presence
        self.queue = AnalysisQueue(
            hass=hass,
            store=RecordingRows(self.database, captions=lambda: self.captions.enabled, zone_names=self._zone_names),
            connection=self.connection,
            source=self._recording_source,
            settings=self._analysis_settings,
            snapshots_root=self._checked_snapshots_root,
            on_outcome=self._analysis_ended,
            on_change=self._queue_changed,
        )
        self.captions = HubCaptions(
            hass,
            caption_settings,
            store=CaptionRows(self.database),
            connection=self.connection,
            wishes=self._caption_wishes,
            snapshots_root=self._checked_snapshots_root,
            on_outcome=self._caption_ended,
            on_problem=self._captioner_problem,
            on_change=self._queue_changed,
        )

    # --- life ---------------------------------------------------------------------------------------------------

    async def async_start(self) -> None:
        """Start recording first, then everything that may take longer or fail."""
        async with self._updating:
            if not self._stopped:
                await self._start()

    async def _start(self) -> None:
        remembered = await self._store.async_load() or _Remembered(prepared=[], switches={})
        self._prepared = remembered["prepared"]
        for subentry_id, subentry in self.entry.subentries.items():
            if subentry.subentry_type == SUBENTRY_CAMERA:
                self.cameras[subentry_id] = self._new_camera(
                    subentry_id, CameraConfig.from_subentry(subentry), remembered["switches"].get(subentry_id, {})
                )
        self._recalled = True
        await self._prepare_storage()
        tried = asyncio.Event()
        self.tasks.start(lambda: self.database_owner.keep_open(tried), "database")
        with suppress(TimeoutError):
            async with asyncio.timeout(DATABASE_HEAD_START):
                await tried.wait()
        for camera in self.cameras.values():
            await self._recall(camera)
        self.tasks.start(self.keeper.run, "rows")
        await self.processes.settle([camera.camera_id for camera in self.cameras.values() if camera.recording_enabled])
        await asyncio.gather(*(self._start_camera(camera) for camera in self.cameras.values()))
        recorded = list(self.cameras.values())
        self.tasks.start(lambda: self.keeper.catch_up(recorded), "catch-up")
        self.tasks.start(self.retention.run, "retention")
        self.tasks.start(self.connection.run, "worker connection")
        self.tasks.start(self.presence.run, "live presence")
        self.tasks.start(self.live.run, "live appearances")
        self.tasks.start(self.queue.run, "analysis queue")
        self.tasks.start(self.captions.run, "caption queue")
        self.tasks.start(lambda: keep_captions_indexed(self.database), "caption index")
        self._queue_changed()

    async def async_stop(self, *, hand_over: float | None = None) -> None:
        """Stop everything in a few seconds, leaving no task, process or half-written row.

        With `hand_over`, recordings go on for so many seconds, for the hub that comes next.
        """
        self._stopped = True
        async with self._updating:
            await asyncio.gather(*(self._stop_camera(camera, hand_over) for camera in self.cameras.values()))
        await self.processes.close()
        await self.keeper.drain()
        self._counting.async_shutdown()
        await self.tasks.stop()
        await self.worker.stop()
        await self.live.stop()
        await self.database_owner.stop()
        await self.keeper.flush()
        if self._recalled:
            await self._store.async_save(self._to_remember())

    async def _start_camera(self, camera: CameraRuntime) -> None:
        """Start a camera; whatever keeps it from starting keeps no other."""
        try:
            await camera.async_start()
        except Exception:
            _LOGGER.exception("The camera %s could not be started", camera.name)

    async def _stop_camera(self, camera: CameraRuntime, hand_over: float | None = None) -> None:
        try:
            await camera.async_stop(hand_over=hand_over)
        except Exception:
            _LOGGER.exception("The camera %s did not stop as it should", camera.name)

    async def async_forget(self) -> None:
        """Give the storage folders up: their footage stays, another hub may own it."""
        await self.processes.end_all()
        for root in (self._recordings, self._snapshots):
            try:
                await root.release()
            except StorageError as error:
                _LOGGER.warning("The mark in %s stays: %s", root.path, error)
        await self._store.async_remove()
        await self.captions.forget()

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

    async def _recall(self, camera: CameraRuntime) -> None:
        """Show what was known of a camera before the restart."""
        try:
            record = await self.database.latest_record(camera.camera_id)
            detection = await self.database.latest_detection(camera.camera_id)
        except DatabaseError:
            return  # it is away, which is said elsewhere; the next segment and person will show
        if record is not None:
            camera.state.last_recording = last_recording(record)
            camera.recorded_until = record.end_time
        if detection is not None:
            camera.state.last_person = last_person(detection)

    @callback
    def _database_available(self) -> None:
        self.queue.wake()
        self.captions.wake()
        self.retention.wake()

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
            for camera in self.cameras.values():
                camera.set_min_score(now[CONF_MODELS][CONF_MIN_SCORE])
            self._queue_changed()
            self._changed()
        return True

    # --- cameras ------------------------------------------------------------------------------------------------

    async def async_update_cameras(self) -> None:
        """Add, change and remove cameras as the subentries say; the others notice nothing."""
        async with self._updating:
            if self._stopped:
                return
            await self._update_cameras()
        self._changed()

    async def _update_cameras(self) -> None:
        wanted = {
            subentry_id: subentry
            for subentry_id, subentry in self.entry.subentries.items()
            if subentry.subentry_type == SUBENTRY_CAMERA
        }
        for camera_id in self.cameras.keys() - wanted.keys():
            await self._stop_camera(self.cameras.pop(camera_id))
            self._remember()
        for camera_id, subentry in wanted.items():
            config = CameraConfig.from_subentry(subentry)
            if camera := self.cameras.get(camera_id):
                if config != camera.config:
                    await self._configure_camera(camera, config)
                continue
            camera = self.cameras[camera_id] = self._new_camera(camera_id, config, {})
            tell(self._camera_listeners, camera)
            await self._start_camera(camera)

    async def _configure_camera(self, camera: CameraRuntime, config: CameraConfig) -> None:
        try:
            await camera.async_configure(config)
        except Exception:
            _LOGGER.exception("The changed settings of the camera %s could not be applied", camera.name)
        self._rename_device(camera)

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
        if device := registry.async_get_device_by_identifier((DOMAIN, camera.camera_id), self.entry.entry_id):
            registry.async_update_device(device.id, name=camera.name)

    def _remember(self) -> None:
        self._store.async_delay_save(self._to_remember, 1.0)

    def _to_remember(self) -> _Remembered:
        return _Remembered(
            prepared=self._prepared,
            switches={
                camera_id: {"recording": camera.recording_enabled, "detection": camera.detection_enabled}
                for camera_id, camera in self.cameras.items()
            },
        )

    def _make_recorder(self, camera: CameraRuntime, on_status: Callable[[RecorderStatus], None]) -> CameraRecorder:
        async def closed(part: Segment | Gap) -> None:
            camera.covered(part)
            self.keeper.put(camera, part)

        @callback
        def status(status: RecorderStatus) -> None:
            if status.state is RecorderState.STORAGE_UNAVAILABLE:
                path = str(self.recordings_root)
                repairs.report_storage_unavailable(self.hass, path=path, error=status.error or "")
                self.retention.wake()
            elif status.state is RecorderState.RECORDING:
                repairs.clear(self.hass, repairs.Problem.STORAGE_UNAVAILABLE)
            on_status(status)

        return CameraRecorder(
            camera_id=camera.camera_id,
            source=camera.source,
            root=self._recordings,
            ffmpeg=get_ffmpeg_manager(self.hass).binary,
            ffprobe=ffprobe_binary(self.hass),
            segment_seconds=SEGMENT_SECONDS,
            rotation_offset=list(self.cameras).index(camera.camera_id) * STAGGER % SEGMENT_SECONDS,
            stall_seconds=camera.config.stall_seconds,
            recorded_until=camera.recorded_until,
            on_segment=closed,
            on_gap=closed,
            on_status=status,
            processes=self.processes,
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
        tell(self._listeners)

    # --- analysis -----------------------------------------------------------------------------------------------

    @callback
    def _recorded(self, camera: CameraRuntime, segment: Segment) -> None:
        camera.segment_closed(segment)
        bus_events.fire_recording(self.hass, camera, segment)
        self.retention.segment_closed(camera.camera_id, segment.file_size)
        if self._hold_back(camera, segment) is not None:
            self.live.recording_closed(camera.camera_id, segment.start, segment.end, segment.file_path)
        self.look_for_work()

    @callback
    def _hold_back(self, camera: CameraRuntime, segment: Segment) -> timedelta | None:
        """Return for how long a new recording is not to be analysed: it is soon told what was watched of it."""
        just_now = dt_util.utcnow() - segment.end < HOLD
        return HOLD if just_now and camera.detection_enabled and self.connection.ready else None

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
        return self.worker.source_of(recording, self.recordings_root)

    @callback
    def _analysis_ended(self, outcome: AnalysisOutcome) -> None:
        camera = self.cameras.get(outcome.recording.camera_id)
        if camera is not None:
            for found in sorted(outcome.persons, key=lambda person: person.first_seen):
                person = last_person(found)
                bus_events.fire_person(self.hass, camera, person)
                camera.person_found(person)
        tell(self._outcome_listeners, outcome)
        if outcome.persons:
            self.captions.wake()
        self.worker.well()

    def _caption_wishes(self, camera_id: str) -> CaptionWishes:
        camera = self.cameras.get(camera_id)
        return camera.config.wishes if camera else NO_WISHES

    @callback
    def _captioner_problem(self, problem: JobError | None) -> None:
        """Tell of caption models that fail only when they are loaded or used."""
        repairs.report_captioner_failure(self.hass, problem)

    @callback
    def _seen_live(self, message: protocol.LiveAppearance | protocol.Watched, pictures: Mapping[str, bytes]) -> None:
        self.live.take(message, pictures)

    @callback
    def _watch_interrupted(self, camera_id: str) -> None:
        self.live.interrupted(camera_id)

    @callback
    def _live_began(self, camera_id: str, found: LivePerson) -> None:
        if camera := self.cameras.get(camera_id):
            person = last_person(found)
            bus_events.fire_person(self.hass, camera, person)
            camera.person_found(person)

    @callback
    def _live_changed(self, camera_id: str, found: LivePerson) -> None:
        if camera := self.cameras.get(camera_id):
            camera.person_changed(last_person(found))

    @callback
    def _live_due(self) -> None:
        self.captions.wake()
        self._queue_changed()

    @callback
    def _caption_ended(self, outcome: CaptionOutcome) -> None:
        detection, description = outcome.detection, outcome.description
        camera = self.cameras.get(detection.camera_id)
        if camera is None or description is None:
            return
        person = replace(
            last_person(detection),
            caption=description.text,
            caption_zh=description.text_zh,
            caption_source=description.model,
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
        on_progress: Callable[[AnalyzeCounts], None],
    ) -> AnalyzeCounts:
        """Queue recordings for analysis; see `batch_analysis`."""
        return await analyze_videos(
            self,
            camera_ids=camera_ids,
            since=since,
            until=until,
            limit=limit,
            force=force,
            wait=wait,
            on_progress=on_progress,
        )

    @callback
    def describe_now(self, event_ids: list[str]) -> None:
        """Say that these persons were queued to be described."""
        self.captions.hurry(event_ids)
        self._queue_changed()

    @property
    def can_analyze(self) -> bool:
        """Whether the worker is there and its detector can be used."""
        return self.connection.ready and self.queue.blocked is None

    @callback
    def look_for_work(self) -> None:
        """Say that recordings were queued."""
        self.queue.wake()
        self._queue_changed()

    @callback
    def subscribe_outcomes(self, listener: Callable[[AnalysisOutcome], None]) -> Callable[[], None]:
        """Call `listener` with the end of every analysis."""
        self._outcome_listeners.append(listener)
        return lambda: self._outcome_listeners.remove(listener)

    # --- storage ------------------------------------------------------------------------------------------------

    @property
    def free_space(self) -> int | None:
        """Free bytes on the recordings' disk; None while the storage cannot be used."""
        return self.retention.space.free if self.retention.space else None

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

    # --- the worker ---------------------------------------------------------------------------------------------

    @property
    def worker_status(self) -> WorkerStatus:
        """Where the worker is."""
        return self.worker.status

    @property
    def worker_device(self) -> str | None:
        """What the worker computes on."""
        return self.worker.device

    @property
    def worker_version(self) -> str | None:
        """The worker's own version."""
        return self.worker.version

    @property
    def worker_error(self) -> str | None:
        """Why the worker is away, where it is."""
        return self.worker.error

    @property
    def worker_health(self) -> protocol.Health | None:
        """How the worker is, where it is there."""
        return self.worker.health

    @callback
    def _worker_configured(self, configured: protocol.Configured) -> None:
        """Leave what needs an unusable model waiting."""
        reasons = {problem.kind: problem.message for problem in configured.problems}
        self.queue.block(reasons.get("detector"))
        self.captions.worker_configured(reasons.get("captioner") or reasons.get("translator"))

    @callback
    def _presence_changed(self, camera_id: str, state: PresenceState) -> None:
        if camera := self.cameras.get(camera_id):
            camera.presence_changed(state)

    def _zone_names(self, camera_id: str, zones: Sequence[str]) -> tuple[str, ...]:
        """Return the names of zones; what is a name already, read from a row, stays."""
        camera = self.cameras.get(camera_id)
        names = {zone.id: zone.name for zone in camera.zones} if camera else {}
        known = {*names.values()}
        return tuple(dict.fromkeys(names.get(zone, zone) for zone in zones if zone in names or zone in known))

    @callback
    def _zone_event(self, event: protocol.ZoneEvent) -> None:
        camera = self.cameras.get(event.camera)
        if camera and (happening := camera.zone_happened(event, self.connection.clock.utc(event.time))):
            bus_events.fire_zone(self.hass, camera, happening)
