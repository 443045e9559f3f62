"""Actions on footage: protect it, take films out of it, delete it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta
from typing import Final

import probatio
from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..database import DatabaseError
from ..hub.clip_exports import LONGEST
from ..hub.footage_deletion import delete_footage, delete_persons
from ..recording.archive.storage import StorageError
from ..settings.error_texts import worded
from ..web.targets import TARGET_FIELDS, async_allowed_cameras
from .call_fields import (
    ATTR_EVENT_ID,
    EVENT_IDS,
    RANGE_FIELDS,
    chosen_events,
    chosen_spans,
    loaded_hub,
    require_admin,
    tell_progress,
    time_range,
)

ACTION_PROTECT_RECORDINGS: Final = "protect_recordings"
ACTION_EXPORT_CLIP: Final = "export_clip"
ACTION_DELETE: Final = "delete"
ACTION_PURGE: Final = "purge"
ATTR_PROTECT: Final = "protect"
ATTR_KEEP_DAYS: Final = "keep_days"
MOST_DAYS: Final = 3650
PROTECT_RECORDINGS_SCHEMA: Final = probatio.Schema(
    {
        **RANGE_FIELDS,
        probatio.Optional(ATTR_EVENT_ID): EVENT_IDS,
        probatio.Optional(ATTR_PROTECT, default=True): cv.boolean,
    }
)
EXPORT_CLIP_SCHEMA: Final = probatio.Schema({**RANGE_FIELDS, probatio.Optional(ATTR_EVENT_ID): cv.string})
DELETE_SCHEMA: Final = probatio.Schema({**RANGE_FIELDS, probatio.Optional(ATTR_EVENT_ID): EVENT_IDS})
PURGE_SCHEMA: Final = probatio.Schema({**TARGET_FIELDS, probatio.Required(ATTR_KEEP_DAYS): probatio.Coerce(float)})


async def async_protect_recordings(call: ServiceCall) -> ServiceResponse:
    """Keep recordings from being deleted, or allow it again, and answer how many there are."""
    await require_admin(call)
    hub = loaded_hub(call.hass)
    count = 0
    try:
        for camera_ids, since, until in await chosen_spans(call, hub):
            count += await hub.protect_recordings(
                camera_ids=camera_ids, since=since, until=until, protect=call.data[ATTR_PROTECT]
            )
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="not_protected") from error
    return {"recordings": count} if call.return_response else None


async def async_export_clip(call: ServiceCall) -> ServiceResponse:
    """Make a film of a time range, and answer where it is when it is made."""
    hub = loaded_hub(call.hass)
    ((camera_ids, since, until),) = await chosen_spans(call, hub)
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
    leave = job.changes.subscribe(lambda: tell_progress(call, {"percent": job.percent}))
    try:
        export = await hub.exports.wait_for(job)
    finally:
        leave()
    tell_progress(call, {"percent": 100}, finished=True)
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


async def async_delete(call: ServiceCall) -> ServiceResponse:
    """Delete persons by their events, or all that there is of a time range, and answer what went."""
    hub = loaded_hub(call.hass)
    with _deleting(call.hass):
        if ATTR_EVENT_ID in call.data:
            counts = await delete_persons(hub, [row.event_id for row in await chosen_events(call, hub)])
        else:
            since, until = time_range(call)
            if since is None or until is None:
                raise ServiceValidationError(translation_domain=DOMAIN, translation_key="range_needed")
            camera_ids = await async_allowed_cameras(call, hub)
            counts = await delete_footage(hub, camera_ids=camera_ids, since=since, until=until)
    return asdict(counts) if call.return_response else None


async def async_purge(call: ServiceCall) -> ServiceResponse:
    """Delete all that is older than so many days, and answer what went."""
    hub = loaded_hub(call.hass)
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
