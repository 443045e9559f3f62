"""Binary sensors: whether a camera sees persons and is recorded, and whether the hub reaches what it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, override

from homeassistant.components.binary_sensor import BinarySensorEntity, BinarySensorEntityDescription
from homeassistant.components.binary_sensor.const import BinarySensorDeviceClass
from homeassistant.const import EntityCategory, Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import (
    CameraDeviceEntity,
    HubDeviceEntity,
    WorkerDeviceEntity,
    ZoneEntity,
    async_add_workers,
    async_follow_cameras,
    async_follow_zones,
)
from .hub.camera import CameraRuntime
from .hub.camera_state import CameraState
from .hub.hub import Hub, MyCameraConfigEntry
from .hub.worker import WorkerStatus
from .settings.detection import CameraZone

PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class HubBinarySensorDescription(BinarySensorEntityDescription):
    """A fact about the hub."""

    is_on_fn: Callable[[Hub], bool]
    attributes_fn: Callable[[Hub], Mapping[str, Any]] = lambda _hub: {}


@dataclass(frozen=True, kw_only=True)
class CameraBinarySensorDescription(BinarySensorEntityDescription):
    """A fact about one camera; None where it is not known."""

    is_on_fn: Callable[[CameraState], bool | None]
    attributes_fn: Callable[[CameraState], Mapping[str, Any]] = lambda _state: {}


def _outage(hub: Hub) -> Mapping[str, Any]:
    outage = hub.database.outage
    return {"since": outage.since, "waiting_rows": outage.waiting} if outage else {}


HUB_SENSORS = (
    HubBinarySensorDescription(
        key="database",
        translation_key="database",
        device_class=BinarySensorDeviceClass.CONNECTIVITY,
        entity_category=EntityCategory.DIAGNOSTIC,
        is_on_fn=lambda hub: hub.database.available,
        attributes_fn=_outage,
    ),
)

WORKER = BinarySensorEntityDescription(
    key="worker_connection",
    translation_key="worker_connection",
    device_class=BinarySensorDeviceClass.CONNECTIVITY,
    entity_category=EntityCategory.DIAGNOSTIC,
)

CAMERA_SENSORS = (
    CameraBinarySensorDescription(
        key="connection",
        translation_key="connection",
        device_class=BinarySensorDeviceClass.CONNECTIVITY,
        entity_category=EntityCategory.DIAGNOSTIC,
        is_on_fn=lambda state: state.connected,
    ),
    CameraBinarySensorDescription(
        key="recording_problem",
        translation_key="recording_problem",
        device_class=BinarySensorDeviceClass.PROBLEM,
        entity_category=EntityCategory.DIAGNOSTIC,
        is_on_fn=lambda state: state.problem is not None,
        attributes_fn=lambda state: {"cause": state.problem.value if state.problem else None},
    ),
)

PERSON = BinarySensorEntityDescription(
    key="person",
    translation_key="person",
    device_class=BinarySensorDeviceClass.OCCUPANCY,
)
ZONE = BinarySensorEntityDescription(
    key="zone",
    translation_key="zone",
    device_class=BinarySensorDeviceClass.OCCUPANCY,
)


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the hub's binary sensors, and those of every camera that it has or gets."""
    hub = entry.runtime_data
    async_add_entities(HubBinarySensor(hub, description) for description in HUB_SENSORS)
    async_add_workers(entry, async_add_entities, lambda hub, worker: (WorkerBinarySensor(hub, worker, WORKER),))

    @callback
    def add_zones(camera: CameraRuntime, zones: list[CameraZone]) -> None:
        async_add_entities(
            (ZoneBinarySensor(hub, camera, zone, ZONE) for zone in zones), config_subentry_id=camera.camera_id
        )

    async_follow_cameras(
        entry,
        async_add_entities,
        lambda hub, camera: (
            PersonBinarySensor(hub, camera, PERSON),
            *(CameraBinarySensor(hub, camera, description) for description in CAMERA_SENSORS),
        ),
    )
    entry.async_on_unload(async_follow_zones(hub, Platform.BINARY_SENSOR, add_zones))


class WorkerBinarySensor(WorkerDeviceEntity, BinarySensorEntity):
    """On while a worker takes jobs."""

    @property
    @override
    def is_on(self) -> bool:
        """Whether it is connected."""
        return self.worker.status is WorkerStatus.CONNECTED


class HubBinarySensor(HubDeviceEntity, BinarySensorEntity):
    """A fact about the hub."""

    entity_description: HubBinarySensorDescription

    @property
    @override
    def is_on(self) -> bool:
        return self.entity_description.is_on_fn(self.hub)

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        return self.entity_description.attributes_fn(self.hub)


class PersonBinarySensor(CameraDeviceEntity, BinarySensorEntity):
    """Whether a person is in the camera's picture. Unavailable while nobody watches: that is not "no person"."""

    _unrecorded_attributes = frozenset({"confidence"})

    @property
    @override
    def available(self) -> bool:
        """Whether the camera is being watched and its first picture has been judged."""
        return self.camera_state.watching and self.camera_state.persons is not None

    @property
    @override
    def is_on(self) -> bool | None:
        """Whether there is at least one person."""
        persons = self.camera_state.persons
        return None if persons is None else persons > 0

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        """How many persons, and how sure the detector is."""
        confidence = self.camera_state.presence_confidence
        return {
            "persons": self.camera_state.persons,
            "confidence": None if confidence is None else round(confidence, 3),
        }


class CameraBinarySensor(CameraDeviceEntity, BinarySensorEntity):
    """A fact about one camera."""

    entity_description: CameraBinarySensorDescription

    @property
    @override
    def is_on(self) -> bool | None:
        return self.entity_description.is_on_fn(self.camera_state)

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        return self.entity_description.attributes_fn(self.camera_state)


class ZoneBinarySensor(ZoneEntity, BinarySensorEntity):
    """Whether a person is in a zone. It bears the zone's name. Unavailable while nobody watches."""

    @property
    @override
    def available(self) -> bool:
        """Whether the camera is being watched and it is known who is in the zone."""
        return self.zone_persons is not None

    @property
    @override
    def is_on(self) -> bool | None:
        """Whether there is at least one person."""
        return None if self.zone_persons is None else self.zone_persons > 0

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        """How many persons, and which zone."""
        return {"persons": self.camera_state.zones.get(self.zone_id), "zone_id": self.zone_id}
