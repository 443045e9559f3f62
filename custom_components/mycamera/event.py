"""The events of each camera: what happens to the persons that it sees, in its zones and over its lines."""

from typing import override

from homeassistant.components.event import EventEntity, EventEntityDescription
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .database import Detection
from .entity import (
    CameraDeviceEntity,
    LineEntity,
    ZoneEntity,
    async_follow_cameras,
    async_follow_lines,
    async_follow_zones,
)
from .hub.bus_events import line_data, person_data, zone_data
from .hub.camera import CameraRuntime
from .hub.hub import MyCameraConfigEntry
from .settings.detection import CameraZone, ZoneHappening
from .settings.lines import CameraLine, LineCrossing

PARALLEL_UPDATES = 0

UNRECORDED = frozenset({"picture_url"})
"""It expires, and is another one each time."""
EVENT_TYPE_PERSON = "person"
EVENT_TYPE_CAPTION = "caption"

PERSON = EventEntityDescription(
    key="person_event",
    translation_key="person",
    event_types=[EVENT_TYPE_PERSON, EVENT_TYPE_CAPTION],
)
ZONE = EventEntityDescription(
    key="zone",
    translation_key="zone",
    event_types=["enter", "leave", "dwell"],
)
LINE = EventEntityDescription(
    key="line",
    translation_key="line",
    event_types=["in", "out"],
)


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the events of every camera that the hub has or gets, its zones and lines."""
    hub = entry.runtime_data

    @callback
    def add_zones(camera: CameraRuntime, zones: list[CameraZone]) -> None:
        async_add_entities(
            (ZoneEventEntity(hub, camera, zone, ZONE) for zone in zones), config_subentry_id=camera.camera_id
        )

    @callback
    def add_lines(camera: CameraRuntime, lines: list[CameraLine]) -> None:
        async_add_entities(
            (LineEventEntity(hub, camera, line, LINE) for line in lines), config_subentry_id=camera.camera_id
        )

    async_follow_cameras(entry, async_add_entities, lambda hub, camera: [PersonEventEntity(hub, camera, PERSON)])
    entry.async_on_unload(async_follow_zones(hub, Platform.EVENT, add_zones))
    entry.async_on_unload(async_follow_lines(hub, Platform.EVENT, add_lines))


class PersonEventEntity(CameraDeviceEntity, EventEntity):
    """What happens to the persons that a camera sees. `event_id` joins a caption to its appearance."""

    _unrecorded_attributes = UNRECORDED

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the camera's persons."""
        await super().async_added_to_hass()
        self.async_on_remove(self.camera.persons.subscribe(self._async_handle))

    @callback
    def _async_handle(self, event_type: str, person: Detection) -> None:
        self._trigger_event(event_type, person_data(self.hass, person))
        self.async_write_ha_state()


class ZoneEventEntity(ZoneEntity, EventEntity):
    """Who enters and leaves a zone, and who dwells there."""

    _unrecorded_attributes = UNRECORDED

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the camera's zones."""
        await super().async_added_to_hass()
        self.async_on_remove(self.camera.zone_happenings.subscribe(self._async_handle))

    @callback
    def _async_handle(self, happening: ZoneHappening) -> None:
        if happening.zone.id == self.zone_id:
            self._trigger_event(happening.kind, zone_data(self.hass, happening))
            self.async_write_ha_state()


class LineEventEntity(LineEntity, EventEntity):
    """Who crosses a line, and which way."""

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the camera's lines."""
        await super().async_added_to_hass()
        self.async_on_remove(self.camera.line_crossings.subscribe(self._async_handle))

    @callback
    def _async_handle(self, crossing: LineCrossing) -> None:
        if crossing.line.id == self.line_id:
            self._trigger_event(crossing.direction.value, line_data(crossing))
            self.async_write_ha_state()
