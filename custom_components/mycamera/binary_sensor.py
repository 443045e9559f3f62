"""Binary sensors: whether a camera sees persons, in all or in a zone, and whether the hub reaches its database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, override

from homeassistant.components.binary_sensor import BinarySensorEntity, BinarySensorEntityDescription
from homeassistant.components.binary_sensor.const import BinarySensorDeviceClass
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import CameraDeviceEntity, HubDeviceEntity, async_follow_cameras, async_follow_zones
from .hub.camera import CameraRuntime
from .hub.hub import Hub, MyCameraConfigEntry
from .settings.detection import CameraZone

PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class HubBinarySensorDescription(BinarySensorEntityDescription):
    """A fact about the hub."""

    is_on_fn: Callable[[Hub], bool]
    attributes_fn: Callable[[Hub], Mapping[str, Any]] = lambda _hub: {}


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

PERSON = BinarySensorEntityDescription(
    key="person",
    translation_key="person",
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

    @callback
    def add_zones(camera: CameraRuntime, zones: list[CameraZone]) -> None:
        async_add_entities((ZoneBinarySensor(hub, camera, zone) for zone in zones), config_subentry_id=camera.camera_id)

    async_follow_cameras(entry, async_add_entities, lambda hub, camera: [PersonBinarySensor(hub, camera, PERSON)])
    entry.async_on_unload(async_follow_zones(hub, add_zones))


class HubBinarySensor(HubDeviceEntity, BinarySensorEntity):
    """A fact about the hub."""

    entity_description: HubBinarySensorDescription

    @property
    @override
    def is_on(self) -> bool:
        """Whether it is so."""
        return self.entity_description.is_on_fn(self.hub)

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        """What goes with it."""
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


class ZoneBinarySensor(CameraDeviceEntity, BinarySensorEntity):
    """Whether a person is in a zone. It bears the zone's name. Unavailable while nobody watches."""

    def __init__(self, hub: Hub, camera: CameraRuntime, zone: CameraZone) -> None:
        description = BinarySensorEntityDescription(
            key=f"zone_{zone.id}", device_class=BinarySensorDeviceClass.OCCUPANCY
        )
        super().__init__(hub, camera, description)
        self._zone_id = zone.id
        self._attr_name = zone.name

    @override
    @callback
    def _async_camera_changed(self) -> None:
        self._attr_name = next((zone.name for zone in self.camera.zones if zone.id == self._zone_id), self._attr_name)
        super()._async_camera_changed()

    @property
    @override
    def available(self) -> bool:
        """Whether the camera is being watched and it is known who is in the zone."""
        return self.camera_state.watching and self._zone_id in self.camera_state.zones

    @property
    @override
    def is_on(self) -> bool | None:
        """Whether there is at least one person."""
        persons = self.camera_state.zones.get(self._zone_id)
        return None if persons is None else persons > 0

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        """How many persons, and which zone."""
        return {"persons": self.camera_state.zones.get(self._zone_id), "zone_id": self._zone_id}
