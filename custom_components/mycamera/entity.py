"""The two base entities: of the hub's device and of one camera's device."""

from typing import override

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity import Entity, EntityDescription

from .camera_runtime import CameraRuntime, CameraState
from .const import DOMAIN
from .runtime import Hub, MyCameraConfigEntry

MANUFACTURER = "MyCamera"
MAX_STATE_LENGTH = 255


@callback
def async_register_hub_device(hass: HomeAssistant, entry: MyCameraConfigEntry) -> str:
    """Make sure that the hub's device exists, for the cameras' devices to point to, and return its id."""
    device = dr.async_get(hass).async_get_or_create(
        config_entry_id=entry.entry_id,
        identifiers={(DOMAIN, entry.entry_id)},
        entry_type=DeviceEntryType.SERVICE,
        manufacturer=MANUFACTURER,
        model="Hub",
        name=entry.title,
    )
    return device.id


def shorten(text: str, length: int = MAX_STATE_LENGTH) -> str:
    """Return the text, cut to what a state can hold; a cut text ends with an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


class HubDeviceEntity(Entity):
    """An entity of the hub itself."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, hub: Hub, description: EntityDescription) -> None:
        self.hub = hub
        self.entity_description = description
        self._attr_unique_id = f"{hub.entry.entry_id}_{description.key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, hub.entry.entry_id)},
            entry_type=DeviceEntryType.SERVICE,
            manufacturer=MANUFACTURER,
            model="Hub",
            name=hub.entry.title,
        )

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the hub."""
        await super().async_added_to_hass()
        self.async_on_remove(self.hub.subscribe(self.async_write_ha_state))


class CameraDeviceEntity(Entity):
    """An entity of one camera."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, hub: Hub, camera: CameraRuntime, description: EntityDescription) -> None:
        self.hub = hub
        self.camera = camera
        self.entity_description = description
        self._attr_unique_id = f"{camera.camera_id}_{description.key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, camera.camera_id)},
            manufacturer=MANUFACTURER,
            model="RTSP camera",
            name=camera.name,
            via_device_id=async_register_hub_device(hub.hass, hub.entry),
        )

    @property
    def camera_state(self) -> CameraState:
        """What is known of the camera now."""
        return self.camera.state

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the camera."""
        await super().async_added_to_hass()
        self.async_on_remove(self.camera.subscribe(self._async_camera_changed))

    @callback
    def _async_camera_changed(self) -> None:
        """Show the camera's new state."""
        self.async_write_ha_state()

    def redact(self, text: str | None) -> str | None:
        """Return an error text without this camera's credentials, whoever wrote it."""
        if text is None:
            return None
        text = self.camera.source.redact(text)
        return self.camera.sub_source.redact(text) if self.camera.sub_source else text
