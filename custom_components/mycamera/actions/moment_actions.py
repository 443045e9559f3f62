"""Actions on this moment: keep its picture, or mark it."""

from typing import Final

import probatio
from homeassistant.components.camera import async_get_image
from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util
from homeassistant.util.json import JsonValueType

from ..const import DOMAIN
from ..hub import bus_events
from ..hub.event_marking import mark_event
from ..hub.hub import Hub
from ..hub.kept_pictures import KeptPicture, keep_picture
from ..recording.archive.storage import StorageError
from ..settings.error_texts import worded
from ..web.access import async_camera_entity_ids
from ..web.targets import TARGET_FIELDS
from ..web.views import kept_picture_url
from .call_fields import ATTR_TEXT, camera_name, each_camera, loaded_hub

ACTION_TAKE_SNAPSHOT: Final = "take_snapshot"
ACTION_MARK_EVENT: Final = "mark_event"
LONGEST_TEXT: Final = 500
"""Characters that a user can say about a moment."""
TAKE_SNAPSHOT_SCHEMA: Final = probatio.Schema(TARGET_FIELDS)
MARK_EVENT_SCHEMA: Final = probatio.Schema({**TARGET_FIELDS, probatio.Optional(ATTR_TEXT, default=""): cv.string})


async def async_take_snapshot(call: ServiceCall) -> ServiceResponse:
    """Keep a picture of now of each camera, and answer where they are."""
    hub = loaded_hub(call.hass)
    pictures: list[KeptPicture] = []
    for camera_id in await each_camera(call, hub):
        taken, jpeg = dt_util.utcnow(), await _picture_of_now(call.hass, hub, camera_id)
        if jpeg is None:
            raise HomeAssistantError(
                translation_domain=DOMAIN,
                translation_key="no_picture",
                translation_placeholders={"camera": camera_name(hub, camera_id)},
            )
        try:
            pictures.append(await keep_picture(hub, camera_id, jpeg, taken))
        except (StorageError, OSError) as error:
            raise HomeAssistantError(
                translation_domain=DOMAIN,
                translation_key="picture_not_kept",
                translation_placeholders={"error": worded(call.hass, str(error))},
            ) from error
    entities = async_camera_entity_ids(call.hass, hub)
    return {
        "pictures": [
            {
                "camera_id": picture.camera_id,
                "camera": camera_name(hub, picture.camera_id),
                "entity_id": entities.get(picture.camera_id),
                "path": str(hub.recordings_root / picture.path),
                "picture_url": bus_events.signed_url(call.hass, kept_picture_url(picture.picture_id)),
            }
            for picture in pictures
        ]
    }


async def async_mark_event(call: ServiceCall) -> ServiceResponse:
    """Mark this moment of each camera, and answer with what is stored."""
    hub = loaded_hub(call.hass)
    text = " ".join(call.data[ATTR_TEXT].split())
    if len(text) > LONGEST_TEXT:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="text_too_long",
            translation_placeholders={"most": str(LONGEST_TEXT)},
        )
    moment = dt_util.utcnow()
    marked: list[JsonValueType] = []
    for camera_id in await each_camera(call, hub):
        jpeg = await _picture_of_now(call.hass, hub, camera_id)
        event = await mark_event(hub, camera_id, moment, text=text, jpeg=jpeg)
        told = bus_events.person_data(call.hass, event)
        if not event.image_path:
            told |= bus_events.picture_data(call.hass, None)
        marked.append({"camera_id": camera_id, "camera": camera_name(hub, camera_id), **told})
    return {"events": marked}


async def _picture_of_now(hass: HomeAssistant, hub: Hub, camera_id: str) -> bytes | None:
    """Return what a camera shows now, None where it shows nothing."""
    if (entity_id := async_camera_entity_ids(hass, hub).get(camera_id)) is None:
        return None
    try:
        return (await async_get_image(hass, entity_id)).content
    except HomeAssistantError:
        return None  # the camera's entity has logged why
