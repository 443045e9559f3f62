"""Sensors: captions, recordings and storage of each camera, the worker, the queues and the disk of the hub."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import PERCENTAGE, STATE_UNAVAILABLE, EntityCategory, Platform, UnitOfInformation, UnitOfTime
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.util import dt as dt_util

from .analysis.live.line_crossings import Direction
from .const import CONF_CAPTION_MODEL, CONF_DETECTOR_MODEL, CONF_MODELS, GIGABYTE
from .database import MOST_COUNTED, Detection
from .entity import (
    CameraDeviceEntity,
    HubDeviceEntity,
    LineEntity,
    StateThrottle,
    ZoneEntity,
    async_follow_cameras,
    async_follow_lines,
    async_follow_zones,
    shorten,
)
from .hub.camera import CameraRuntime
from .hub.camera_state import CameraState
from .hub.hub import Hub, MyCameraConfigEntry
from .hub.worker import WorkerStatus
from .recording.archive.segment import SegmentStatus
from .recording.retention.plan import Reason
from .recording.status import RecorderState
from .settings.captions import CaptionSettings
from .settings.detection import CameraZone
from .settings.lines import CameraLine
from .worker.protocol.health import ModelDownload

PARALLEL_UPDATES = 0

MEGABYTE = 10**6

type Value = str | int | float | datetime | None


@dataclass(frozen=True, kw_only=True)
class HubSensorDescription(SensorEntityDescription):
    """A value of the hub. `available_fn` tells whether it is known at all, `step` what is no news (`StateThrottle`)."""

    value_fn: Callable[[Hub], Value]
    step: float = 0.0
    available_fn: Callable[[Hub], bool] = lambda _hub: True
    attributes_fn: Callable[[Hub], Mapping[str, Any]] = lambda _hub: {}


@dataclass(frozen=True, kw_only=True)
class CameraSensorDescription(SensorEntityDescription):
    """A value of one camera; `step` tells what is no news (see `StateThrottle`)."""

    value_fn: Callable[[CameraState], Value]
    available_fn: Callable[[CameraState], bool] = lambda _state: True
    last_reset_fn: Callable[[CameraState], datetime | None] = lambda _state: None
    step: float = 0.0
    attributes_fn: Callable[[CameraState], Mapping[str, Any]] = lambda _state: {}


def _worker_attributes(hub: Hub) -> Mapping[str, Any]:
    health = hub.worker.health
    models = hub.entry.data[CONF_MODELS]
    return {
        "device": hub.worker.device,
        "detector_device": health.detector_device or None if health else None,
        "detector_ms": health.detector_ms or None if health else None,
        "version": hub.worker.version,
        "error": hub.worker.error,
        "detector_model": models[CONF_DETECTOR_MODEL],
        "caption_model": models[CONF_CAPTION_MODEL] if CaptionSettings.from_models(models).by_worker else None,
    }


def _downloads(hub: Hub) -> tuple[ModelDownload, ...]:
    return hub.worker.health.downloads if hub.worker.health is not None else ()


def _downloaded(hub: Hub) -> float | None:
    """Return how much of all models that the worker downloads is there, percent; None where it downloads none."""
    total = sum(each.total for each in _downloads(hub))
    return round(100 * sum(each.received for each in _downloads(hub)) / total, 1) if total else None


def _waiting_attributes(hub: Hub) -> Mapping[str, Any]:
    """Return why persons wait for a description, and until when where that is known."""
    blocked_reason = hub.captions.blocked_reason
    return {
        "at_least": _at_least(hub.pending.captions),
        "reason": blocked_reason.reason.value if blocked_reason else None,
        "blocked_reason": str(blocked_reason) if blocked_reason else None,
        "next_attempt": blocked_reason.until if blocked_reason else None,
    }


def _at_least(pending: int | None) -> bool:
    """Return whether there may be more than the number says: longer queues are not counted to their end."""
    return pending is not None and pending >= MOST_COUNTED


def _caption_attributes(state: CameraState, text: Callable[[Detection], str]) -> Mapping[str, Any]:
    person = state.last_person
    if person is None:
        return {}
    return {
        "caption": text(person),
        "event_id": person.event_id,
        "source": person.caption_source,
        "confidence": round(person.confidence, 3),
        "last_seen": person.last_seen,
    }


def _recording_attributes(state: CameraState) -> Mapping[str, Any]:
    recording = state.last_recording
    if recording is None:
        return {}
    return {"start": recording.start, "file_path": recording.file_path, "file_size": recording.file_size}


def _coverage(state: CameraState) -> float | None:
    percent = None if state.coverage is None else state.coverage.percent
    # Rounded down: a missing second is not 100 %.
    return None if percent is None else math.floor(percent * 100) / 100


def _coverage_attributes(state: CameraState) -> Mapping[str, Any]:
    coverage = state.coverage
    if coverage is None:
        return {}
    return {
        "recorded_seconds": round(coverage.recorded),
        "missing_seconds": round(coverage.missing),
        "unknown_seconds": round(coverage.unknown),
        "gaps": coverage.gaps,
    }


def _storage_attributes(state: CameraState) -> Mapping[str, Any]:
    if state.storage is None:
        return {}
    return {"recordings": state.storage.records, "protected": round(state.storage.protected / GIGABYTE, 3)}


def _deleted_attributes(hub: Hub) -> Mapping[str, Any]:
    """Return what went by each rule since the start, and how new the newest was that went before its time."""
    counts = {reason.value: deleted.segments for reason, deleted in hub.deleted.by_reason.items()}
    early = [hub.deleted.by_reason[reason].newest for reason in (Reason.QUOTA, Reason.SPACE)]
    return {**counts, "newest_before_its_time": max((newest for newest in early if newest), default=None)}


HUB_SENSORS = (
    HubSensorDescription(
        key="worker_device",
        translation_key="worker_device",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: shorten(hub.worker.device) if hub.worker.device else None,
    ),
    HubSensorDescription(
        key="detector_model",
        translation_key="detector_model",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: shorten(hub.entry.data[CONF_MODELS][CONF_DETECTOR_MODEL]),
    ),
    HubSensorDescription(
        key="database_size",
        translation_key="database_size",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.MEGABYTES,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: None if hub.database_size is None else round(hub.database_size / MEGABYTE, 2),
        available_fn=lambda hub: hub.database_size is not None,
        step=0.05,
    ),
    HubSensorDescription(
        key="worker",
        translation_key="worker",
        device_class=SensorDeviceClass.ENUM,
        options=[status.value for status in WorkerStatus],
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: hub.worker.status.value,
        attributes_fn=_worker_attributes,
    ),
    HubSensorDescription(
        key="inference_time",
        translation_key="inference_time",
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.MILLISECONDS,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        step=0.3,
        value_fn=lambda hub: hub.worker.load.inference_ms,
        available_fn=lambda hub: hub.worker.health is not None,
    ),
    HubSensorDescription(
        key="model_download",
        translation_key="model_download",
        native_unit_of_measurement=PERCENTAGE,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        step=0.02,
        value_fn=_downloaded,
        available_fn=lambda hub: hub.worker.health is not None,
        attributes_fn=lambda hub: {"models": [each.name for each in _downloads(hub)]},
    ),
    HubSensorDescription(
        key="dropped_frames",
        translation_key="dropped_frames",
        state_class=SensorStateClass.TOTAL_INCREASING,
        entity_category=EntityCategory.DIAGNOSTIC,
        step=0.1,
        value_fn=lambda hub: hub.worker.load.dropped,
        available_fn=lambda hub: hub.worker.health is not None,
        attributes_fn=lambda hub: {
            "overloaded": hub.worker.load.overloaded,
            "left_out_percent": hub.worker.load.left_out,
        },
    ),
    HubSensorDescription(
        key="pending_analyses",
        translation_key="pending_analyses",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: hub.pending.analyses,
        attributes_fn=lambda hub: {
            "at_least": _at_least(hub.pending.analyses),
            "minutes_behind": hub.minutes_behind,
        },
        available_fn=lambda hub: hub.pending.analyses is not None,
    ),
    HubSensorDescription(
        key="pending_captions",
        translation_key="pending_captions",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: hub.pending.captions,
        attributes_fn=_waiting_attributes,
        available_fn=lambda hub: hub.pending.captions is not None,
    ),
    HubSensorDescription(
        key="free_space",
        translation_key="free_space",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.GIGABYTES,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: None if hub.free_space is None else round(hub.free_space / GIGABYTE, 3),
        available_fn=lambda hub: hub.free_space is not None,
        step=0.02,
    ),
    HubSensorDescription(
        key="days_until_full",
        translation_key="days_until_full",
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.DAYS,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: None if hub.outlook.days is None else round(hub.outlook.days, 1),
        available_fn=lambda hub: hub.free_space is not None,
        attributes_fn=lambda hub: {"never_full": hub.outlook.never},
        step=0.05,
    ),
    HubSensorDescription(
        key="deleted",
        translation_key="deleted",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.GIGABYTES,
        state_class=SensorStateClass.TOTAL_INCREASING,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: round(hub.deleted.size / GIGABYTE, 3),
        attributes_fn=_deleted_attributes,
        step=0.1,
    ),
)

CAMERA_SENSORS = (
    CameraSensorDescription(
        key="persons_now",
        translation_key="persons_now",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda state: state.persons,
        available_fn=lambda state: state.watching and state.persons is not None,
    ),
    CameraSensorDescription(
        key="persons_today",
        translation_key="persons_today",
        state_class=SensorStateClass.TOTAL,
        value_fn=lambda state: state.persons_today,
        last_reset_fn=lambda state: state.midnight,
    ),
    CameraSensorDescription(
        key="person_last_seen",
        translation_key="person_last_seen",
        device_class=SensorDeviceClass.TIMESTAMP,
        value_fn=lambda state: state.last_person.last_seen if state.last_person else None,
    ),
    CameraSensorDescription(
        key="person_confidence",
        translation_key="person_confidence",
        native_unit_of_measurement=PERCENTAGE,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda state: round(state.last_person.confidence * 100, 1) if state.last_person else None,
    ),
    CameraSensorDescription(
        key="caption_en",
        translation_key="caption_en",
        value_fn=lambda state: shorten(state.last_person.caption) if state.last_person else None,
        attributes_fn=lambda state: _caption_attributes(state, lambda person: person.caption),
    ),
    CameraSensorDescription(
        key="caption_zh",
        translation_key="caption_zh",
        value_fn=lambda state: shorten(state.last_person.caption_zh) if state.last_person else None,
        attributes_fn=lambda state: _caption_attributes(state, lambda person: person.caption_zh),
    ),
    CameraSensorDescription(
        key="last_recording",
        translation_key="last_recording",
        device_class=SensorDeviceClass.TIMESTAMP,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: state.last_recording.end if state.last_recording else None,
        attributes_fn=_recording_attributes,
        entity_registry_enabled_default=False,  # a new state every minute
    ),
    CameraSensorDescription(
        key="last_recording_status",
        translation_key="last_recording_status",
        device_class=SensorDeviceClass.ENUM,
        options=[status.value for status in SegmentStatus],
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: state.last_recording.status if state.last_recording else None,
        attributes_fn=lambda state: {"error": state.last_recording.error} if state.last_recording else {},
    ),
    CameraSensorDescription(
        key="recording_status",
        translation_key="recording_status",
        device_class=SensorDeviceClass.ENUM,
        options=[status.value for status in RecorderState],
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: state.recording_status.value,
        attributes_fn=lambda state: {"error": state.recording_error, "live_error": state.watch_error},
    ),
    CameraSensorDescription(
        key="storage_used",
        translation_key="storage_used",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.GIGABYTES,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: None if state.storage is None else round(state.storage.bytes / GIGABYTE, 3),
        attributes_fn=_storage_attributes,
        step=0.2,
    ),
    CameraSensorDescription(
        key="coverage",
        translation_key="coverage",
        native_unit_of_measurement=PERCENTAGE,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=_coverage,
        attributes_fn=_coverage_attributes,
        step=0.001,
    ),
    CameraSensorDescription(
        key="stream_fps",
        translation_key="stream_fps",
        native_unit_of_measurement="fps",
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda state: None if state.stream_fps is None else round(state.stream_fps, 1),
        step=0.05,
    ),
)

ZONE = SensorEntityDescription(
    key="zone",
    translation_key="zone",
    state_class=SensorStateClass.MEASUREMENT,
)
LINES = {
    direction: SensorEntityDescription(
        key=f"line_{direction}",
        translation_key=f"line_{direction}",
        state_class=SensorStateClass.TOTAL,
    )
    for direction in Direction
}


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the hub's sensors, and those of every camera that it has or gets."""
    hub = entry.runtime_data
    async_add_entities(HubSensor(hub, description) for description in HUB_SENSORS)

    @callback
    def add_zones(camera: CameraRuntime, zones: list[CameraZone]) -> None:
        async_add_entities((ZoneSensor(hub, camera, zone, ZONE) for zone in zones), config_subentry_id=camera.camera_id)

    @callback
    def add_lines(camera: CameraRuntime, lines: list[CameraLine]) -> None:
        async_add_entities(
            (LineSensor(hub, camera, line, direction) for line in lines for direction in Direction),
            config_subentry_id=camera.camera_id,
        )

    async_follow_cameras(
        entry,
        async_add_entities,
        lambda hub, camera: (CameraSensor(hub, camera, description) for description in CAMERA_SENSORS),
    )
    entry.async_on_unload(async_follow_zones(hub, Platform.SENSOR, add_zones))
    endings = [f"_{direction}" for direction in Direction]
    entry.async_on_unload(async_follow_lines(hub, Platform.SENSOR, add_lines, endings))


class HubSensor(HubDeviceEntity, SensorEntity):
    """A value of the hub."""

    entity_description: HubSensorDescription
    _unrecorded_attributes = frozenset({"error", "blocked_reason", "next_attempt", "newest_before_its_time"})

    def __init__(self, hub: Hub, description: HubSensorDescription) -> None:
        super().__init__(hub, description)
        self._throttle = StateThrottle(description.step)

    @override
    @callback
    def _async_hub_changed(self) -> None:
        if not self.entity_description.step or self._throttle.due(
            self.native_value if self.available else STATE_UNAVAILABLE
        ):
            super()._async_hub_changed()

    @property
    @override
    def available(self) -> bool:
        """Whether the value is known."""
        return self.entity_description.available_fn(self.hub)

    @property
    @override
    def native_value(self) -> Value:
        return self.entity_description.value_fn(self.hub)

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        return self.entity_description.attributes_fn(self.hub)


class CameraSensor(CameraDeviceEntity, SensorEntity):
    """A value of one camera. Unknown until there is one."""

    entity_description: CameraSensorDescription
    _unrecorded_attributes = frozenset(
        {
            "caption",
            "error",
            "start",
            "file_path",
            "file_size",
            "recordings",
            "protected",
            "recorded_seconds",
            "missing_seconds",
            "unknown_seconds",
        }
    )

    def __init__(self, hub: Hub, camera: CameraRuntime, description: CameraSensorDescription) -> None:
        super().__init__(hub, camera, description)
        self._throttle = StateThrottle(description.step)

    @override
    @callback
    def _async_camera_changed(self) -> None:
        if not self.entity_description.step or self._throttle.due(self.native_value):
            super()._async_camera_changed()

    @property
    @override
    def available(self) -> bool:
        """Whether somebody is there to know it."""
        return self.entity_description.available_fn(self.camera_state)

    @property
    @override
    def last_reset(self) -> datetime | None:
        """When what is counted began anew, where that is so."""
        return self.entity_description.last_reset_fn(self.camera_state)

    @property
    @override
    def native_value(self) -> Value:
        return self.entity_description.value_fn(self.camera_state)

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        """What goes with it, without credentials."""
        attributes = dict(self.entity_description.attributes_fn(self.camera_state))
        if "error" in attributes:
            attributes["error"] = self.redact(attributes["error"])
        return attributes


class ZoneSensor(ZoneEntity, SensorEntity):
    """How many persons are in a zone. Unavailable while nobody watches."""

    @property
    @override
    def available(self) -> bool:
        """Whether the camera is being watched and it is known who is in the zone."""
        return self.zone_persons is not None

    @property
    @override
    def native_value(self) -> int | None:
        """How many persons."""
        return self.zone_persons


class LineSensor(LineEntity, SensorEntity):
    """How many persons crossed a line in a direction since midnight. Home Assistant's statistics have the hours."""

    def __init__(self, hub: Hub, camera: CameraRuntime, line: CameraLine, direction: Direction) -> None:
        super().__init__(hub, camera, line, LINES[direction])
        self._direction = direction
        self._attr_unique_id = f"{self._attr_unique_id}_{direction}"

    @property
    @override
    def native_value(self) -> int:
        """How many persons."""
        return self.hub.line_counts.today(self.camera.camera_id, self.line_id, self._direction)

    @property
    @override
    def last_reset(self) -> datetime:
        """The last midnight."""
        return dt_util.start_of_local_day()
