"""The person event of each camera: a new appearance, and the better caption of one that was announced before."""

from typing import override

from homeassistant.components.event import EventEntity, EventEntityDescription
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .camera_runtime import CameraRuntime, LastPerson
from .entity import CameraDeviceEntity
from .runtime import MyCameraConfigEntry

PARALLEL_UPDATES = 0

EVENT_TYPE_PERSON = "person"
EVENT_TYPE_CAPTION = "caption"

PERSON = EventEntityDescription(
    key="person_event",
    translation_key="person",
    event_types=[EVENT_TYPE_PERSON, EVENT_TYPE_CAPTION],
)


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the person event of every camera that the hub has or gets."""
    hub = entry.runtime_data

    @callback
    def add(camera: CameraRuntime) -> None:
        async_add_entities([PersonEvent(hub, camera, PERSON)], config_subentry_id=camera.camera_id)

    for camera in hub.cameras.values():
        add(camera)
    entry.async_on_unload(hub.subscribe_cameras(add))


class PersonEvent(CameraDeviceEntity, EventEntity):
    """What happens to the persons that a camera sees. `event_id` joins a caption to its appearance."""

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the camera's persons."""
        await super().async_added_to_hass()
        self.async_on_remove(self.camera.subscribe_persons(self._async_handle))

    @callback
    def _async_handle(self, event_type: str, person: LastPerson) -> None:
        self._trigger_event(
            event_type,
            {
                "event_id": person.event_id,
                "caption": person.caption,
                "caption_zh": person.caption_zh,
                "caption_source": person.caption_source,
                "confidence": round(person.confidence, 3),
                "first_seen": person.first_seen.isoformat(),
                "last_seen": person.last_seen.isoformat(),
            },
        )
        self.async_write_ha_state()
