"""What an automation can start with on a camera's device: a person, a better caption, and who is in the zones."""

from typing import Any, Final

import probatio
from homeassistant.components.device_automation import DEVICE_TRIGGER_BASE_SCHEMA, InvalidDeviceAutomationConfig
from homeassistant.components.homeassistant.triggers import event as event_trigger
from homeassistant.const import CONF_DEVICE_ID, CONF_DOMAIN, CONF_PLATFORM, CONF_TYPE
from homeassistant.core import CALLBACK_TYPE, HomeAssistant
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.trigger import TriggerActionType, TriggerInfo
from homeassistant.helpers.typing import ConfigType

from .const import DOMAIN, EVENT_CAPTION, EVENT_PERSON, EVENT_ZONE
from .settings.detection import CameraZone
from .web.access import async_loaded_hub

CONF_ZONE: Final = "zone"

PERSON_TRIGGERS: Final = {"person": EVENT_PERSON, "caption": EVENT_CAPTION}
ZONE_TRIGGERS: Final = {"zone_entered": "enter", "zone_left": "leave", "zone_dwelled": "dwell"}

TRIGGER_SCHEMA: Final = DEVICE_TRIGGER_BASE_SCHEMA.extend(
    {
        probatio.Required(CONF_TYPE): probatio.In([*PERSON_TRIGGERS, *ZONE_TRIGGERS]),
        probatio.Optional(CONF_ZONE): str,
    }
)


def _camera_id(hass: HomeAssistant, device_id: str) -> str | None:
    """Return the camera of a device; None for the hub's. It is known also while the hub is not loaded."""
    device = dr.async_get(hass).async_get(device_id)
    names = {name for domain, name in device.identifiers if domain == DOMAIN} if device else set()
    return next((name for name in names if hass.config_entries.async_get_entry(name) is None), None)


def _zones(hass: HomeAssistant, camera_id: str) -> tuple[CameraZone, ...]:
    hub = async_loaded_hub(hass)
    camera = hub.cameras.get(camera_id) if hub else None
    return camera.zones if camera else ()


async def async_get_triggers(hass: HomeAssistant, device_id: str) -> list[dict[str, str]]:
    """Return what can happen on a camera's device; those of zones while it has any."""
    camera_id = _camera_id(hass, device_id)
    if camera_id is None:
        return []
    kinds = [*PERSON_TRIGGERS, *(ZONE_TRIGGERS if _zones(hass, camera_id) else ())]
    common = {CONF_PLATFORM: "device", CONF_DOMAIN: DOMAIN, CONF_DEVICE_ID: device_id}
    return [{**common, CONF_TYPE: kind} for kind in kinds]


async def async_get_trigger_capabilities(hass: HomeAssistant, config: ConfigType) -> dict[str, Any]:
    """Return that a zone can be chosen; without one, any zone counts."""
    camera_id = _camera_id(hass, config[CONF_DEVICE_ID])
    if config[CONF_TYPE] not in ZONE_TRIGGERS or camera_id is None:
        return {}
    zones = {zone.id: zone.name for zone in _zones(hass, camera_id)}
    return {"extra_fields": probatio.Schema({probatio.Optional(CONF_ZONE): probatio.In(zones)})}


async def async_attach_trigger(
    hass: HomeAssistant, config: ConfigType, action: TriggerActionType, trigger_info: TriggerInfo
) -> CALLBACK_TYPE:
    """Listen to the bus; what is found in old recordings starts nothing."""
    camera_id = _camera_id(hass, config[CONF_DEVICE_ID])
    if camera_id is None:
        raise InvalidDeviceAutomationConfig("This device is no camera of MyCamera")
    kind: str = config[CONF_TYPE]
    data: dict[str, Any] = {"camera_id": camera_id}
    if kind in PERSON_TRIGGERS:
        data["from_history"] = False
    else:
        data["kind"] = ZONE_TRIGGERS[kind]
        if zone_id := config.get(CONF_ZONE):
            data["zone_id"] = zone_id
    event_config = event_trigger.TRIGGER_SCHEMA(
        {
            event_trigger.CONF_PLATFORM: "event",
            event_trigger.CONF_EVENT_TYPE: PERSON_TRIGGERS.get(kind, EVENT_ZONE),
            event_trigger.CONF_EVENT_DATA: data,
        }
    )
    return await event_trigger.async_attach_trigger(hass, event_config, action, trigger_info, platform_type="device")
