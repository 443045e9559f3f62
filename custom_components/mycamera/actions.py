"""The actions that MyCamera offers to automations and scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final, TypedDict

import probatio
from homeassistant.auth.permissions.const import POLICY_CONTROL, POLICY_READ
from homeassistant.components.camera import async_get_image
from homeassistant.core import (
    HomeAssistant,
    ServiceCall,
    ServiceResponse,
    SupportsResponse,
    callback,
)
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import async_register_admin_service
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util import dt as dt_util
from homeassistant.util.json import JsonValueType

from .analysis.captions.ai_task_captioner import AI_TASK
from .const import (
    CONF_DATABASE_TYPE,
    CONF_OTHER_DATABASE,
    DATABASE_MYSQL,
    DATABASE_SQLITE,
    DOMAIN,
)
from .database import Cursor, DatabaseError, DetectionRow
from .hub import bus_events
from .hub.batch_analysis import analyze_videos
from .hub.batch_captions import generate_captions
from .hub.clip_exports import LONGEST
from .hub.event_marking import mark_event
from .hub.footage_deletion import delete_footage, delete_persons
from .hub.hub import Hub, MyCameraConfigEntry
from .hub.kept_pictures import KeptPicture, keep_picture
from .recording.archive.storage import StorageError
from .settings.checks import check_database
from .settings.error_texts import async_fill, worded
from .settings.user_input import InputError
from .web.access import async_camera_entity_ids
from .web.recap import async_recap
from .web.targets import TARGET_FIELDS, async_allowed_cameras
from .web.views import kept_picture_url

ACTION_ANALYZE_VIDEOS: Final = "analyze_videos"
ACTION_GENERATE_CAPTIONS: Final = "generate_captions"
ACTION_MOVE_DATABASE: Final = "move_database"
ACTION_PROTECT_RECORDINGS: Final = "protect_recordings"
ACTION_SEARCH_DETECTIONS: Final = "search_detections"
ACTION_EXPORT_CLIP: Final = "export_clip"
ACTION_DELETE: Final = "delete"
ACTION_PURGE: Final = "purge"
ACTION_TAKE_SNAPSHOT: Final = "take_snapshot"
ACTION_MARK_EVENT: Final = "mark_event"
ACTION_RECAP: Final = "recap"

ATTR_EVENT_ID: Final = "event_id"
ATTR_SINCE: Final = "since"
ATTR_UNTIL: Final = "until"
ATTR_LAST: Final = "last"
ATTR_LIMIT: Final = "limit"
ATTR_FORCE: Final = "force"
ATTR_WAIT: Final = "wait"
ATTR_PROTECT: Final = "protect"
ATTR_TEXT: Final = "text"
ATTR_ZONE: Final = "zone"
ATTR_KEEP_DAYS: Final = "keep_days"
ATTR_LANGUAGE: Final = "language"
ATTR_AI_TASK_ENTITY: Final = "ai_task_entity"

MAX_EVENT_IDS: Final = 500
MAX_FOUND: Final = 500
DEFAULT_FOUND: Final = 20
MOST_DAYS: Final = 3650
PAGES_PER_SEARCH: Final = 20
"""How many pages of those that a search finds are looked through for a zone."""
AROUND: Final = timedelta(seconds=5)
"""What is taken of the time before and after a person, where an action is told of an event."""
LONGEST_TEXT: Final = 500
"""Characters that a user can say about a moment."""
RECAP_OF: Final = timedelta(days=1)
"""What a recap tells of, up to now, where no time is given."""

# Only types are checked here, because these errors are not translated; what values mean is checked in the handler.
_RANGE: Final = {
    **TARGET_FIELDS,
    probatio.Optional(ATTR_SINCE): cv.datetime,
    probatio.Optional(ATTR_UNTIL): cv.datetime,
    probatio.Optional(ATTR_LAST): cv.positive_time_period,
}
_EVENT_IDS: Final = probatio.All(cv.ensure_list, [cv.string])
_SELECTION: Final = {
    **_RANGE,
    probatio.Optional(ATTR_LIMIT): probatio.Coerce(int),
    probatio.Optional(ATTR_FORCE, default=False): cv.boolean,
    probatio.Optional(ATTR_WAIT, default=False): cv.boolean,
}
ANALYZE_VIDEOS_SCHEMA: Final = probatio.Schema(_SELECTION)
GENERATE_CAPTIONS_SCHEMA: Final = probatio.Schema({**_SELECTION, probatio.Optional(ATTR_EVENT_ID): _EVENT_IDS})
MOVE_DATABASE_SCHEMA: Final = probatio.Schema(
    {probatio.Required(CONF_DATABASE_TYPE): probatio.In((DATABASE_SQLITE, DATABASE_MYSQL))}
)
PROTECT_RECORDINGS_SCHEMA: Final = probatio.Schema(
    {
        **_RANGE,
        probatio.Optional(ATTR_EVENT_ID): _EVENT_IDS,
        probatio.Optional(ATTR_PROTECT, default=True): cv.boolean,
    }
)
SEARCH_DETECTIONS_SCHEMA: Final = probatio.Schema(
    {
        **_RANGE,
        probatio.Optional(ATTR_TEXT): cv.string,
        probatio.Optional(ATTR_ZONE): cv.string,
        probatio.Optional(ATTR_LIMIT, default=DEFAULT_FOUND): probatio.Coerce(int),
    }
)
EXPORT_CLIP_SCHEMA: Final = probatio.Schema({**_RANGE, probatio.Optional(ATTR_EVENT_ID): cv.string})
DELETE_SCHEMA: Final = probatio.Schema({**_RANGE, probatio.Optional(ATTR_EVENT_ID): _EVENT_IDS})
PURGE_SCHEMA: Final = probatio.Schema({**TARGET_FIELDS, probatio.Required(ATTR_KEEP_DAYS): probatio.Coerce(float)})
TAKE_SNAPSHOT_SCHEMA: Final = probatio.Schema(TARGET_FIELDS)
MARK_EVENT_SCHEMA: Final = probatio.Schema({**TARGET_FIELDS, probatio.Optional(ATTR_TEXT, default=""): cv.string})
RECAP_SCHEMA: Final = probatio.Schema(
    {
        **_RANGE,
        probatio.Optional(ATTR_LANGUAGE): cv.string,
        probatio.Optional(ATTR_AI_TASK_ENTITY): cv.entity_domain(AI_TASK),
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
    for action, handler, schema, answers in (
        (ACTION_ANALYZE_VIDEOS, _async_analyze_videos, ANALYZE_VIDEOS_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_GENERATE_CAPTIONS, _async_generate_captions, GENERATE_CAPTIONS_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_SEARCH_DETECTIONS, _async_search_detections, SEARCH_DETECTIONS_SCHEMA, SupportsResponse.ONLY),
        (ACTION_EXPORT_CLIP, _async_export_clip, EXPORT_CLIP_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_PROTECT_RECORDINGS, _async_protect_recordings, PROTECT_RECORDINGS_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_TAKE_SNAPSHOT, _async_take_snapshot, TAKE_SNAPSHOT_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_MARK_EVENT, _async_mark_event, MARK_EVENT_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_RECAP, _async_recap, RECAP_SCHEMA, SupportsResponse.ONLY),
    ):
        hass.services.async_register(DOMAIN, action, handler, schema=schema, supports_response=answers)
    # Only for administrators: they decide where everything is kept, and what is not kept.
    for action, handler, schema in (
        (ACTION_MOVE_DATABASE, _async_move_database, MOVE_DATABASE_SCHEMA),
        (ACTION_DELETE, _async_delete, DELETE_SCHEMA),
        (ACTION_PURGE, _async_purge, PURGE_SCHEMA),
    ):
        async_register_admin_service(
            hass, DOMAIN, action, handler, schema=schema, supports_response=SupportsResponse.OPTIONAL
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
        raise _too_many_events()
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
        camera_ids=await async_allowed_cameras(call, hub),
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
    count = 0
    try:
        for camera_ids, since, until in await _spans(call, hub):
            count += await hub.protect_recordings(
                camera_ids=camera_ids, since=since, until=until, protect=call.data[ATTR_PROTECT]
            )
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="not_protected") from error
    return {"recordings": count} if call.return_response else None


async def _async_search_detections(call: ServiceCall) -> ServiceResponse:
    """Answer with the persons that were seen, newest first, and whether there are more."""
    hub = _loaded_hub(call.hass)
    since, until = _time_range(call)
    limit, zone = call.data[ATTR_LIMIT], call.data.get(ATTR_ZONE)
    if not 1 <= limit <= MAX_FOUND:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="limit_out_of_range",
            translation_placeholders={ATTR_LIMIT: str(limit), "most": str(MAX_FOUND)},
        )
    camera_ids = await async_allowed_cameras(call, hub, POLICY_READ)
    found: list[DetectionRow] = []
    before: Cursor | None = None
    with _history_needed():
        for _ in range(PAGES_PER_SEARCH):
            page = await hub.database.page_detections(
                camera_ids=camera_ids,
                since=since,
                until=until,
                text=call.data.get(ATTR_TEXT) or None,
                before=before,
                limit=min(limit + 1, MAX_FOUND),
            )
            found += [row for row in page.items if zone is None or zone in row.zones]
            before = page.next
            if before is None or len(found) >= limit:
                break
    entities = async_camera_entity_ids(call.hass, hub)
    return {
        "persons": [
            {
                "camera_id": row.camera_id,
                "camera": camera_name(hub, row.camera_id),
                "entity_id": entities.get(row.camera_id),
                **bus_events.person_data(call.hass, row),
            }
            for row in found[:limit]
        ],
        "more": before is not None or len(found) > limit,
    }


async def _async_export_clip(call: ServiceCall) -> ServiceResponse:
    """Make a film of a time range, and answer where it is when it is made."""
    hub = _loaded_hub(call.hass)
    ((camera_ids, since, until),) = await _spans(call, hub)
    if camera_ids is None:
        camera_ids = list(hub.cameras)
    if len(camera_ids) != 1:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="one_camera")
    if since is None or until is None:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="range_needed")
    if until - since > LONGEST:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="export_too_long",
            translation_placeholders={"days": str(LONGEST.days)},
        )
    user = await call.hass.auth.async_get_user(call.context.user_id) if call.context.user_id else None
    job = hub.exports.start(camera_ids[0], since, until, by=user.name if user else None)
    leave = job.changes.subscribe(lambda: _tell_progress(call, {"percent": job.percent}))
    try:
        export = await hub.exports.wait_for(job)
    finally:
        leave()
    _tell_progress(call, {"percent": 100}, finished=True)
    if not call.return_response:
        return None
    return {
        "export_id": export.export_id,
        "films": [
            {
                "media_content_id": f"media-source://{DOMAIN}/export/{export.export_id}/{number}",
                "path": str(film.path),
                "size": film.size,
                "seconds": film.seconds,
                "start": film.start.isoformat(),
                "end": film.end.isoformat(),
            }
            for number, film in enumerate(export.films, 1)
        ],
        "record": str(export.record),
        "missing": [
            {"start": start.isoformat(), "end": end.isoformat(), "cause": cause} for start, end, cause in export.missing
        ],
    }


async def _async_delete(call: ServiceCall) -> ServiceResponse:
    """Delete persons by their events, or all that there is of a time range, and answer what went."""
    hub = _loaded_hub(call.hass)
    with _deleting(call.hass):
        if ATTR_EVENT_ID in call.data:
            counts = await delete_persons(hub, [row.event_id for row in await _events(call, hub)])
        else:
            since, until = _time_range(call)
            if since is None or until is None:
                raise ServiceValidationError(translation_domain=DOMAIN, translation_key="range_needed")
            camera_ids = await async_allowed_cameras(call, hub)
            counts = await delete_footage(hub, camera_ids=camera_ids, since=since, until=until)
    return asdict(counts) if call.return_response else None


async def _async_purge(call: ServiceCall) -> ServiceResponse:
    """Delete all that is older than so many days, and answer what went."""
    hub = _loaded_hub(call.hass)
    days: float = call.data[ATTR_KEEP_DAYS]
    if not 0 <= days <= MOST_DAYS:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="days_out_of_range",
            translation_placeholders={"days": f"{days:g}", "most": str(MOST_DAYS)},
        )
    camera_ids = await async_allowed_cameras(call, hub)
    with _deleting(call.hass):
        until = dt_util.utcnow() - timedelta(days=days)
        counts = await delete_footage(hub, camera_ids=camera_ids, since=None, until=until)
    return asdict(counts) if call.return_response else None


async def _async_take_snapshot(call: ServiceCall) -> ServiceResponse:
    """Keep a picture of now of each camera, and answer where they are."""
    hub = _loaded_hub(call.hass)
    pictures: list[KeptPicture] = []
    for camera_id in await _each_camera(call, hub):
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


async def _async_mark_event(call: ServiceCall) -> ServiceResponse:
    """Mark this moment of each camera, and answer with what is stored."""
    hub = _loaded_hub(call.hass)
    text = " ".join(call.data[ATTR_TEXT].split())
    if len(text) > LONGEST_TEXT:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key="text_too_long",
            translation_placeholders={"most": str(LONGEST_TEXT)},
        )
    moment = dt_util.utcnow()
    marked: list[JsonValueType] = []
    for camera_id in await _each_camera(call, hub):
        jpeg = await _picture_of_now(call.hass, hub, camera_id)
        event = await mark_event(hub, camera_id, moment, text=text, jpeg=jpeg)
        told = bus_events.person_data(call.hass, event)
        if not event.image_path:
            told |= bus_events.picture_data(call.hass, None)
        marked.append({"camera_id": camera_id, "camera": camera_name(hub, camera_id), **told})
    return {"events": marked}


async def _async_recap(call: ServiceCall) -> ServiceResponse:
    """Answer with what happened in a time, in a few sentences."""
    hub = _loaded_hub(call.hass)
    since, until = _time_range(call)
    until = until or dt_util.utcnow()
    since = since or until - RECAP_OF
    entity_id = call.data.get(ATTR_AI_TASK_ENTITY)
    user = await call.hass.auth.async_get_user(call.context.user_id) if call.context.user_id else None
    if user is not None and entity_id and not user.permissions.check_entity(entity_id, POLICY_CONTROL):
        raise Unauthorized(context=call.context, entity_id=entity_id, permission=POLICY_CONTROL)
    camera_ids = await async_allowed_cameras(call, hub, POLICY_READ)
    with _history_needed():
        recap = await async_recap(
            hub,
            camera_ids=camera_ids,
            since=since,
            until=until,
            language=call.data.get(ATTR_LANGUAGE) or call.hass.config.language,
            entity_id=entity_id,
            context=call.context,
        )
    return {**asdict(recap), "since": since.isoformat(), "until": until.isoformat()}


async def _each_camera(call: ServiceCall, hub: Hub) -> list[str]:
    camera_ids = await async_allowed_cameras(call, hub)
    return list(hub.cameras) if camera_ids is None else camera_ids


async def _picture_of_now(hass: HomeAssistant, hub: Hub, camera_id: str) -> bytes | None:
    """Return what a camera shows now, None where it shows nothing."""
    if (entity_id := async_camera_entity_ids(hass, hub).get(camera_id)) is None:
        return None
    try:
        return (await async_get_image(hass, entity_id)).content
    except HomeAssistantError:
        return None  # the camera's entity has logged why


@contextmanager
def _history_needed() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="history_unavailable") from error


@contextmanager
def _deleting(hass: HomeAssistant) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="not_deleted") from error
    except StorageError as error:
        raise HomeAssistantError(
            translation_domain=DOMAIN,
            translation_key="files_not_deleted",
            translation_placeholders={"error": worded(hass, str(error))},
        ) from error


async def _events(call: ServiceCall, hub: Hub) -> list[DetectionRow]:
    """Return the persons that a call names. Raises ServiceValidationError, Unauthorized, DatabaseError."""
    named = cv.ensure_list(call.data[ATTR_EVENT_ID])
    event_ids = list(dict.fromkeys(named))
    if len(event_ids) > MAX_EVENT_IDS:
        raise _too_many_events()
    rows: list[DetectionRow] = []
    allowed = await async_allowed_cameras(call, hub)
    for event_id in event_ids:
        row = await hub.database.get_detection(event_id)
        if row is None or (allowed is not None and row.camera_id not in allowed):
            raise ServiceValidationError(
                translation_domain=DOMAIN,
                translation_key="unknown_event",
                translation_placeholders={"event_id": event_id},
            )
        rows.append(row)
    return rows


async def _spans(call: ServiceCall, hub: Hub) -> list[tuple[list[str] | None, datetime | None, datetime | None]]:
    """Return of which cameras, from and until when something is to be done: a range, or the time of some persons.

    Raises:
        ServiceValidationError: neither is given, or both, or they make no sense.
        Unauthorized: whoever calls may not.
        HomeAssistantError: the persons cannot be looked up.
    """
    if ATTR_EVENT_ID not in call.data:
        since, until = _time_range(call)
        if since is None and until is None:
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="range_needed")
        return [(await async_allowed_cameras(call, hub), since, until)]
    if any(name in call.data for name in (ATTR_SINCE, ATTR_UNTIL, ATTR_LAST)):
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="event_or_range")
    with _history_needed():
        rows = await _events(call, hub)
    return [([row.camera_id], row.first_seen - AROUND, row.last_seen + AROUND) for row in rows]


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


def _too_many_events() -> ServiceValidationError:
    return ServiceValidationError(
        translation_domain=DOMAIN,
        translation_key="too_many_events",
        translation_placeholders={"most": str(MAX_EVENT_IDS)},
    )


def _time_range(call: ServiceCall) -> tuple[datetime | None, datetime | None]:
    since, until = _utc(call.data.get(ATTR_SINCE)), _utc(call.data.get(ATTR_UNTIL))
    if (last := call.data.get(ATTR_LAST)) is not None:
        if since is not None or until is not None:
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="last_or_range")
        until = dt_util.utcnow()
        since = until - last
    if since is not None and until is not None and since >= until:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="since_not_before_until")
    return since, until


def _loaded_hub(hass: HomeAssistant) -> Hub:
    entries: list[MyCameraConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    if not entries:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="not_loaded")
    return entries[0].runtime_data


def camera_name(hub: Hub, camera_id: str) -> str:
    """Return a camera's name, also of one that was removed."""
    camera = hub.cameras.get(camera_id) or hub.removed_cameras.get(camera_id)
    return camera.name if camera else camera_id


def _utc(moment: datetime | None) -> datetime | None:
    """Return a moment in UTC; one without a zone is in Home Assistant's."""
    return None if moment is None else dt_util.as_utc(moment)
