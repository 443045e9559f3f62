"""The hub's cameras: made as the subentries say, started, changed one by one, and stopped."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr

from ..analysis.captions.caption_providers import NO_OPTIONS, CaptionOptions
from ..const import CONF_MIN_SCORE, CONF_MODELS, DOMAIN, SUBENTRY_CAMERA
from ..database import Database, DatabaseError
from ..settings.camera import CameraConfig
from ..signals import Signal
from ..worker.protocol.analysis_settings import AnalysisSettings
from .camera import CameraRuntime
from .camera_issues import CameraIssues
from .camera_state import LastRecording
from .saved_state import SavedState

if TYPE_CHECKING:
    from ..analysis.live.live_presence import LivePresence
    from .recorders import Recorders

_LOGGER = logging.getLogger(__name__)


class HubCameras:
    """Owns the cameras of one hub. Whatever happens to one keeps no other from its work.

    Its owner sees to it that starting, updating and stopping do not overlap.
    """

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ConfigEntry,
        *,
        memory: SavedState,
        recorders: Recorders,
        presence: LivePresence,
    ) -> None:
        self.added: Signal[CameraRuntime] = Signal()
        """Every camera that is added later, before it starts."""
        self.cameras: dict[str, CameraRuntime] = {}
        """By subentry id."""
        self._issues: dict[str, CameraIssues] = {}
        self._hass = hass
        self._entry = entry
        self._memory = memory
        self._recorders = recorders
        self._presence = presence

    # --- life ---------------------------------------------------------------------------------------------------

    async def recall(self) -> None:
        """Make the cameras, with their switches as they stood; nothing is started."""
        wanted = self._wanted()
        await self._memory.load(wanted)
        for camera_id, subentry in wanted.items():
            self.cameras[camera_id] = self._make(camera_id, CameraConfig.from_subentry(subentry))

    async def recall_history(self, database: Database) -> None:
        """Show what was known of the cameras before the restart."""
        for camera in self.cameras.values():
            try:
                record = await database.latest_record(camera.camera_id)
                detection = await database.latest_detection(camera.camera_id)
            except DatabaseError:
                continue  # it is away, which is said elsewhere; the next segment and person will show
            if record is not None:
                camera.state.last_recording = LastRecording.of_row(record)
                camera.recorded_until = record.end_time
            if detection is not None:
                camera.state.last_person = detection

    async def persons_deleted(self, event_ids: Collection[str], database: Database) -> None:
        """Show who was seen last before whoever is shown and was deleted. Raises DatabaseError."""
        for camera in list(self.cameras.values()):
            last = camera.state.last_person
            if last is not None and last.event_id in event_ids:
                before = await database.latest_detection(camera.camera_id)
                if camera.state.last_person is last:
                    camera.state.last_person = before
                    camera.changed()

    async def start(self) -> None:
        """Record and watch."""
        await self._recorders.settle([camera.camera_id for camera in self.cameras.values() if camera.recording_enabled])
        await asyncio.gather(*(self._start(camera) for camera in self.cameras.values()))

    async def update(self) -> None:
        """Add, change and remove cameras as the subentries say now; the others notice nothing."""
        wanted = self._wanted()
        for camera_id in self.cameras.keys() - wanted.keys():
            removed = self.cameras.pop(camera_id)
            await self._stop(removed)
            self._memory.forget_camera(camera_id)
            self._note(removed)
        for camera_id, subentry in wanted.items():
            config = CameraConfig.from_subentry(subentry)
            if camera := self.cameras.get(camera_id):
                if config != camera.config:
                    await self._configure(camera, config)
                continue
            camera = self.cameras[camera_id] = self._make(camera_id, config)
            self.added.tell(camera)
            await self._start(camera)

    async def stop(self, hand_over: float | None) -> None:
        """Stop all; with `hand_over`, recordings go on for so many seconds, for the hub that comes next."""
        await asyncio.gather(*(self._stop(camera, hand_over) for camera in self.cameras.values()))

    def _wanted(self) -> dict[str, ConfigSubentry]:
        return {
            subentry_id: subentry
            for subentry_id, subentry in self._entry.subentries.items()
            if subentry.subentry_type == SUBENTRY_CAMERA
        }

    def _make(self, camera_id: str, config: CameraConfig) -> CameraRuntime:
        switches = self._memory.switches_of(camera_id)
        camera = CameraRuntime(
            camera_id=camera_id,
            config=config,
            recorders=self._recorders,
            presence=self._presence,
            memory=self._memory,
            min_score=self._min_score,
            position=len(self.cameras),
            recording_enabled=switches["recording"],
            detection_enabled=switches["detection"],
        )
        self._note(camera)
        return camera

    def _note(self, camera: CameraRuntime) -> None:
        """Remember a camera beyond its removal, which may come while nobody looks."""
        config = camera.config
        self._memory.note_camera(
            camera.camera_id,
            name=config.name,
            host=config.source.host,
            address=config.address_digest,
            serial=config.serial_digest,
        )

    async def _start(self, camera: CameraRuntime) -> None:
        self._issues[camera.camera_id] = CameraIssues(self._hass, self._entry, camera)
        try:
            await camera.async_start()
        except Exception:
            _LOGGER.exception("The camera %s could not be started", camera.name)

    async def _configure(self, camera: CameraRuntime, config: CameraConfig) -> None:
        try:
            await camera.async_configure(config)
        except Exception:
            _LOGGER.exception("The changed settings of the camera %s could not be applied", camera.name)
        self._note(camera)
        self._rename_device(camera)

    async def _stop(self, camera: CameraRuntime, hand_over: float | None = None) -> None:
        if issues := self._issues.pop(camera.camera_id, None):
            issues.close()
        try:
            await camera.async_stop(hand_over=hand_over)
        except Exception:
            _LOGGER.exception("The camera %s did not stop as it should", camera.name)

    def _rename_device(self, camera: CameraRuntime) -> None:
        registry = dr.async_get(self._hass)
        if device := registry.async_get_device_by_identifier((DOMAIN, camera.camera_id), self._entry.entry_id):
            registry.async_update_device(device.id, name=camera.name)

    # --- settings -----------------------------------------------------------------------------------------------

    @property
    def _min_score(self) -> float:
        score: float = self._entry.data[CONF_MODELS][CONF_MIN_SCORE]
        return score

    @callback
    def models_changed(self) -> None:
        """Take on the minimum confidence that the entry names now."""
        for camera in self.cameras.values():
            camera.set_min_score(self._min_score)

    def analysis_settings(self, camera_id: str) -> AnalysisSettings:
        """Return what a camera asks of detection and tracking; of one that was removed, the hub's settings."""
        if camera := self.cameras.get(camera_id):
            return camera.analysis_settings
        return AnalysisSettings(min_score=self._min_score)

    def caption_options(self, camera_id: str) -> CaptionOptions:
        """Return what a camera's own settings want to be told of persons."""
        camera = self.cameras.get(camera_id)
        return camera.config.options if camera else NO_OPTIONS

    def zone_names(self, camera_id: str, zones: Sequence[str]) -> tuple[str, ...]:
        """Return the names of zones by their ids; what is a name already, read from a row, stays."""
        camera = self.cameras.get(camera_id)
        names = {zone.id: zone.name for zone in camera.zones} if camera else {}
        known = {*names.values()}
        return tuple(dict.fromkeys(names.get(zone, zone) for zone in zones if zone in names or zone in known))
