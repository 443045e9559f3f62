"""Sensors: captions, recordings and storage of each camera, the worker, the queues and the disk of the hub.

What each of them shows is in the tables of `sensors/`.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, override

from homeassistant.components.sensor import SensorEntity, SensorEntityDescription, SensorStateClass
from homeassistant.const import STATE_UNAVAILABLE, Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.util import dt as dt_util

from .analysis.live.line_crossings import Direction
from .entity import (
    CameraDeviceEntity,
    HubDeviceEntity,
    LineEntity,
    StateThrottle,
    WorkerDeviceEntity,
    ZoneEntity,
    async_add_workers,
    async_follow_cameras,
    async_follow_lines,
    async_follow_zones,
)
from .hub.camera import CameraRuntime
from .hub.hub import Hub, MyCameraConfigEntry
from .hub.worker import HubWorker
from .sensors.camera_sensors import CAMERA_SENSORS, CameraSensorDescription
from .sensors.hub_sensors import HUB_SENSORS, HubSensorDescription
from .sensors.state_value import Value
from .sensors.worker_sensors import WORKER_SENSORS, WorkerSensorDescription
from .settings.detection import CameraZone
from .settings.lines import CameraLine

PARALLEL_UPDATES = 0

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
    async_add_workers(
        entry,
        async_add_entities,
        lambda hub, worker: (WorkerSensor(hub, worker, description) for description in WORKER_SENSORS),
    )

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
    """A row of `HUB_SENSORS`, shown as often as it is news."""

    entity_description: HubSensorDescription
    _unrecorded_attributes = frozenset({"blocked_reason", "next_attempt", "newest_before_its_time"})

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


class WorkerSensor(WorkerDeviceEntity, SensorEntity):
    """A row of `WORKER_SENSORS`, shown as often as it is news."""

    entity_description: WorkerSensorDescription
    _unrecorded_attributes = frozenset({"error", "machines"})

    def __init__(self, hub: Hub, worker: HubWorker, description: WorkerSensorDescription) -> None:
        super().__init__(hub, worker, description)
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
        return self.entity_description.available_fn(self.worker)

    @property
    @override
    def native_value(self) -> Value:
        return self.entity_description.value_fn(self.worker)

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        return self.entity_description.attributes_fn(self.worker)


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
        self._throttle = StateThrottle(description.step, description.least_held)

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
        """When counting began: midnight in Home Assistant's time zone."""
        return dt_util.start_of_local_day()
