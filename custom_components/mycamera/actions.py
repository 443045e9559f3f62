"""The actions that MyCamera offers to automations and scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final, TypedDict

import probatio
from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.const import ATTR_ENTITY_ID
from homeassistant.core import (
    HomeAssistant,
    ServiceCall,
    ServiceResponse,
    SupportsResponse,
    callback,
)
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.service import async_register_admin_service
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util import dt as dt_util

from .const import (
    CONF_DATABASE_TYPE,
    CONF_OTHER_DATABASE,
    DATABASE_MYSQL,
    DATABASE_SQLITE,
    DOMAIN,
)
from .database import DatabaseError
from .hub import bus_events
from .hub.batch_analysis import analyze_videos
from .hub.batch_captions import generate_captions
from .hub.hub import Hub, MyCameraConfigEntry
from .settings.checks import check_database
from .settings.error_texts import async_fill
from .settings.user_input import InputError
from .web.access import async_camera_access

ACTION_ANALYZE_VIDEOS: Final = "analyze_videos"
ACTION_GENERATE_CAPTIONS: Final = "generate_captions"
ACTION_MOVE_DATABASE: Final = "move_database"
ACTION_PROTECT_RECORDINGS: Final = "protect_recordings"

ATTR_CAMERA: Final = "camera"
ATTR_EVENT_ID: Final = "event_id"
ATTR_SINCE: Final = "since"
ATTR_UNTIL: Final = "until"
ATTR_LIMIT: Final = "limit"
ATTR_FORCE: Final = "force"
ATTR_WAIT: Final = "wait"
ATTR_PROTECT: Final = "protect"

MAX_EVENT_IDS: Final = 500

# Only types are checked here, because these errors are not translated; what values mean is checked in the handler.
_SELECTION: Final = {
    probatio.Optional(ATTR_CAMERA): cv.entity_ids_or_uuids,
    probatio.Optional(ATTR_SINCE): cv.datetime,
    probatio.Optional(ATTR_UNTIL): cv.datetime,
    probatio.Optional(ATTR_LIMIT): probatio.Coerce(int),
    probatio.Optional(ATTR_FORCE, default=False): cv.boolean,
    probatio.Optional(ATTR_WAIT, default=False): cv.boolean,
}
ANALYZE_VIDEOS_SCHEMA: Final = probatio.Schema(_SELECTION)
GENERATE_CAPTIONS_SCHEMA: Final = probatio.Schema(
    {**_SELECTION, probatio.Optional(ATTR_EVENT_ID): probatio.All(cv.ensure_list, [cv.string])}
)
MOVE_DATABASE_SCHEMA: Final = probatio.Schema(
    {probatio.Required(CONF_DATABASE_TYPE): probatio.In((DATABASE_SQLITE, DATABASE_MYSQL))}
)
PROTECT_RECORDINGS_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(ATTR_CAMERA): cv.entity_ids_or_uuids,
        probatio.Required(ATTR_SINCE): cv.datetime,
        probatio.Required(ATTR_UNTIL): cv.datetime,
        probatio.Optional(ATTR_PROTECT, default=True): cv.boolean,
    }
)


class _Selection(TypedDict):
    """What both actions are told about which rows they are to work on, checked."""

    camera_ids: list[str] | None
    since: datetime | None
    until: datetime | None
    limit: int | None
    force: bool
    wait: bool


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
        ACTION_GENERATE_CAPTIONS,
        _async_generate_captions,
        schema=GENERATE_CAPTIONS_SCHEMA,
        supports_response=SupportsResponse.OPTIONAL,
    )
    # Only for administrators: it decides where everything is kept.
    async_register_admin_service(
        hass,
        DOMAIN,
        ACTION_MOVE_DATABASE,
        _async_move_database,
        schema=MOVE_DATABASE_SCHEMA,
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
    with _database_needed():
        counts = await analyze_videos(
            hub, **await _selection(call, hub), on_progress=lambda counts: _tell_progress(call, asdict(counts))
        )
    return _ended(call, asdict(counts))


async def _async_generate_captions(call: ServiceCall) -> ServiceResponse:
    """Have persons described by a model, and answer how many there were and what came of it."""
    hub = _loaded_hub(call.hass)
    selection = await _selection(call, hub)
    event_ids = list(dict.fromkeys(call.data[ATTR_EVENT_ID])) if ATTR_EVENT_ID in call.data else None
    if event_ids is not None and len(event_ids) > MAX_EVENT_IDS:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="too_many_events",
            translation_placeholders={"most": str(MAX_EVENT_IDS)},
        )
    with _database_needed():
        counts = await generate_captions(
            hub,
            event_ids=event_ids,
            **selection,
            on_progress=lambda counts: _tell_progress(call, asdict(counts)),
        )
    return _ended(call, asdict(counts))


@callback
def _tell_progress(call: ServiceCall, counts: dict[str, int], *, finished: bool = False) -> None:
    bus_events.fire_progress(call.hass, call.service, counts, call.context, finished=finished)


@callback
def _ended(call: ServiceCall, counts: dict[str, int]) -> ServiceResponse:
    """Tell those who follow the progress that it has ended, and return the answer."""
    if call.data[ATTR_WAIT]:
        _tell_progress(call, counts, finished=True)
    return dict(counts) if call.return_response else None


@contextmanager
def _database_needed() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="database_unavailable") from error


async def _require_admin(call: ServiceCall) -> None:
    """See that who calls may do what concerns everybody, as the panel asks.

    Automations and scripts that start by themselves have no user, and may.

    Raises:
        Unauthorized: somebody else calls.
    """
    if call.context.user_id is None:
        return
    user = await call.hass.auth.async_get_user(call.context.user_id)
    if user is None or not user.is_admin:
        raise Unauthorized(context=call.context)


async def _selection(call: ServiceCall, hub: Hub) -> _Selection:
    """Read what both actions can be told.

    Raises:
        ServiceValidationError: a value makes no sense.
        Unauthorized: what is there already is done anew, which takes an administrator, or a camera is not theirs.
    """
    if call.data[ATTR_FORCE]:
        await _require_admin(call)
    since, until = _time_range(call)
    limit = call.data.get(ATTR_LIMIT)
    if limit is not None and limit < 1:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="limit_not_positive",
            translation_placeholders={ATTR_LIMIT: str(limit)},
        )
    return _Selection(
        camera_ids=await _camera_ids(call, hub),
        since=since,
        until=until,
        limit=limit,
        force=call.data[ATTR_FORCE],
        wait=call.data[ATTR_WAIT],
    )


async def _async_protect_recordings(call: ServiceCall) -> ServiceResponse:
    """Keep recordings from being deleted, or allow it again, and answer how many there are."""
    await _require_admin(call)
    hub = _loaded_hub(call.hass)
    since, until = _time_range(call)
    try:
        count = await hub.protect_recordings(
            camera_ids=await _camera_ids(call, hub), since=since, until=until, protect=call.data[ATTR_PROTECT]
        )
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="not_protected") from error
    return {"recordings": count} if call.return_response else None


async def _async_move_database(call: ServiceCall) -> ServiceResponse:
    """Move everything to another database, and answer how many rows there are.

    A server's password is entered in the dialogue of the settings: what actions are told is kept in automations, traces
    and logs.
    """
    hub = _loaded_hub(call.hass)
    section: dict[str, Any] = {CONF_DATABASE_TYPE: call.data[CONF_DATABASE_TYPE]}
    if section[CONF_DATABASE_TYPE] == DATABASE_MYSQL:
        section = dict(hub.entry.options.get(CONF_OTHER_DATABASE, {}))
        if not section:
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="no_other_database")
    try:
        await check_database(call.hass, section)
    except InputError as error:
        # The texts are those of the dialogue; none of them holds a password.
        texts = await async_get_translations(call.hass, call.hass.config.language, "config", {DOMAIN})
        text = texts.get(f"component.{DOMAIN}.config.error.{error.key}", error.key)
        filled = await async_fill(call.hass, error.placeholders)
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="move_target_unusable",
            translation_placeholders={"field": error.field, "error": text.format_map(filled)},
        ) from error
    counts = await hub.database_owner.move(section)
    if not call.return_response:
        return None
    return {name: counts[name] for name in ("record_log", "person_detection", "recording_gap")}


def _time_range(call: ServiceCall) -> tuple[datetime | None, datetime | None]:
    since, until = _utc(call.data.get(ATTR_SINCE)), _utc(call.data.get(ATTR_UNTIL))
    if since is not None and until is not None and since >= until:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="since_not_before_until")
    return since, until


async def _camera_ids(call: ServiceCall, hub: Hub) -> list[str] | None:
    """Return the cameras that the call names; None for all.

    Raises:
        Unauthorized: whoever calls may not control one of them.
    """
    named = None
    if ATTR_CAMERA in call.data:
        named = list(dict.fromkeys(_camera_id(call.hass, hub, entity) for entity in call.data[ATTR_CAMERA]))
    if call.context.user_id is None:  # an automation that started by itself
        return named
    if (user := await call.hass.auth.async_get_user(call.context.user_id)) is None:
        raise Unauthorized(context=call.context)
    access = async_camera_access(call.hass, hub, user, POLICY_CONTROL)
    if access.unrestricted:
        return named
    if named is None:
        named = sorted(access.camera_ids)
    if not named or not all(map(access.allows, named)):
        raise Unauthorized(context=call.context, permission=POLICY_CONTROL)
    return named


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
