"""The actions that MyCamera offers to automations and scripts."""

from dataclasses import asdict
from datetime import datetime
from typing import Final

import probatio
from homeassistant.const import ATTR_ENTITY_ID
from homeassistant.core import (
    HomeAssistant,
    ServiceCall,
    ServiceResponse,
    SupportsResponse,
    callback,
)
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util

from .const import DOMAIN
from .database import DatabaseError
from .runtime import Hub, MyCameraConfigEntry

ACTION_ANALYZE_VIDEOS: Final = "analyze_videos"
ACTION_PROTECT_RECORDINGS: Final = "protect_recordings"

ATTR_CAMERA: Final = "camera"
ATTR_SINCE: Final = "since"
ATTR_UNTIL: Final = "until"
ATTR_LIMIT: Final = "limit"
ATTR_FORCE: Final = "force"
ATTR_WAIT: Final = "wait"
ATTR_PROTECT: Final = "protect"

# Only types are checked here, because these errors are not translated; what values mean is checked in the handler.
ANALYZE_VIDEOS_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(ATTR_CAMERA): cv.entity_ids_or_uuids,
        probatio.Optional(ATTR_SINCE): cv.datetime,
        probatio.Optional(ATTR_UNTIL): cv.datetime,
        probatio.Optional(ATTR_LIMIT): probatio.Coerce(int),
        probatio.Optional(ATTR_FORCE, default=False): cv.boolean,
        probatio.Optional(ATTR_WAIT, default=False): cv.boolean,
    }
)
PROTECT_RECORDINGS_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(ATTR_CAMERA): cv.entity_ids_or_uuids,
        probatio.Required(ATTR_SINCE): cv.datetime,
        probatio.Required(ATTR_UNTIL): cv.datetime,
        probatio.Optional(ATTR_PROTECT, default=True): cv.boolean,
    }
)


@callback
def async_setup_actions(hass: HomeAssistant) -> None:
    """Register the actions, once, whether or not a hub is loaded."""
    hass.services.async_register(
        DOMAIN,
        ACTION_ANALYZE_VIDEOS,
        _async_analyze_videos,
        schema=ANALYZE_VIDEOS_SCHEMA,
        supports_response=SupportsResponse.OPTIONAL,
    )
    hass.services.async_register(
        DOMAIN,
        ACTION_PROTECT_RECORDINGS,
        _async_protect_recordings,
        schema=PROTECT_RECORDINGS_SCHEMA,
        supports_response=SupportsResponse.OPTIONAL,
    )


async def _async_analyze_videos(call: ServiceCall) -> ServiceResponse:
    """Analyse recordings, and answer how many there were and what came of them."""
    hub = _loaded_hub(call.hass)
    since, until = _time_range(call)
    limit = call.data.get(ATTR_LIMIT)
    if limit is not None and limit < 1:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="limit_not_positive",
            translation_placeholders={ATTR_LIMIT: str(limit)},
        )
    try:
        counts = await hub.analyze_videos(
            camera_ids=_camera_ids(call, hub),
            since=since,
            until=until,
            limit=limit,
            force=call.data[ATTR_FORCE],
            wait=call.data[ATTR_WAIT],
        )
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="database_unavailable") from error
    return asdict(counts) if call.return_response else None


async def _async_protect_recordings(call: ServiceCall) -> ServiceResponse:
    """Keep recordings from being deleted, or allow it again, and answer how many there are."""
    hub = _loaded_hub(call.hass)
    since, until = _time_range(call)
    try:
        count = await hub.protect_recordings(
            camera_ids=_camera_ids(call, hub), since=since, until=until, protect=call.data[ATTR_PROTECT]
        )
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="not_protected") from error
    return {"recordings": count} if call.return_response else None


def _time_range(call: ServiceCall) -> tuple[datetime | None, datetime | None]:
    since, until = _utc(call.data.get(ATTR_SINCE)), _utc(call.data.get(ATTR_UNTIL))
    if since is not None and until is not None and since >= until:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="since_not_before_until")
    return since, until


def _camera_ids(call: ServiceCall, hub: Hub) -> list[str] | None:
    """Return the cameras that the call names; None for all."""
    if ATTR_CAMERA not in call.data:
        return None
    return list(dict.fromkeys(_camera_id(call.hass, hub, entity) for entity in call.data[ATTR_CAMERA]))


def _loaded_hub(hass: HomeAssistant) -> Hub:
    entries: list[MyCameraConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    if not entries:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="not_loaded")
    return entries[0].runtime_data


def _camera_id(hass: HomeAssistant, hub: Hub, entity: str) -> str:
    """Return the camera that an entity (any of its entities will do) belongs to."""
    entry = er.async_get(hass).async_get(entity)
    camera_id = entry.config_subentry_id if entry and entry.config_entry_id == hub.entry.entry_id else None
    if camera_id not in hub.cameras:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="unknown_camera",
            translation_placeholders={ATTR_ENTITY_ID: entity},
        )
    return camera_id


def _utc(moment: datetime | None) -> datetime | None:
    """Return a moment in UTC; one without a zone is in Home Assistant's."""
    return None if moment is None else dt_util.as_utc(moment)
