"""Actions that answer what happened: a search, and a recap in a few sentences."""

from dataclasses import asdict
from datetime import timedelta
from typing import Final

import probatio
from homeassistant.auth.permissions.const import POLICY_CONTROL, POLICY_READ
from homeassistant.core import ServiceCall, ServiceResponse
from homeassistant.exceptions import ServiceValidationError, Unauthorized
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util

from ..analysis.captions.ai_task_captioner import AI_TASK
from ..const import DOMAIN
from ..database import Cursor, DetectionRow
from ..hub import bus_events
from ..web.access import async_camera_entity_ids
from ..web.queries import LONGEST_TEXT
from ..web.recap import async_recap
from ..web.targets import async_allowed_cameras
from .call_fields import (
    ATTR_LIMIT,
    ATTR_TEXT,
    RANGE_FIELDS,
    camera_name,
    history_needed,
    loaded_hub,
    time_range,
    times_that_there_are,
)

ACTION_SEARCH_DETECTIONS: Final = "search_detections"
ACTION_RECAP: Final = "recap"
ATTR_ZONE: Final = "zone"
ATTR_LANGUAGE: Final = "language"
ATTR_AI_TASK_ENTITY: Final = "ai_task_entity"
MAX_FOUND: Final = 500
DEFAULT_FOUND: Final = 20
PAGES_PER_SEARCH: Final = 20
"""How many pages of those that a search finds are looked through for a zone."""
RECAP_OF: Final = timedelta(days=1)
"""What a recap tells of, up to now, where no time is given."""
LONGEST_LANGUAGE: Final = 35
"""Characters of a language's tag (RFC 5646); it is told to a model."""
SEARCH_DETECTIONS_SCHEMA: Final = probatio.Schema(
    {
        **RANGE_FIELDS,
        probatio.Optional(ATTR_TEXT): probatio.All(cv.string, probatio.Length(max=LONGEST_TEXT)),
        probatio.Optional(ATTR_ZONE): cv.string,
        probatio.Optional(ATTR_LIMIT, default=DEFAULT_FOUND): probatio.Coerce(int),
    }
)
RECAP_SCHEMA: Final = probatio.Schema(
    {
        **RANGE_FIELDS,
        probatio.Optional(ATTR_LANGUAGE): probatio.All(cv.string, probatio.Length(max=LONGEST_LANGUAGE)),
        probatio.Optional(ATTR_AI_TASK_ENTITY): cv.entity_domain(AI_TASK),
    }
)


async def async_search_detections(call: ServiceCall) -> ServiceResponse:
    """Answer with the persons that were seen, newest first, and whether there are more."""
    hub = loaded_hub(call.hass)
    since, until = time_range(call)
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
    with history_needed():
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


async def async_answer_recap(call: ServiceCall) -> ServiceResponse:
    """Answer with what happened in a time, in a few sentences."""
    hub = loaded_hub(call.hass)
    since, until = time_range(call)
    until = until or dt_util.utcnow()
    with times_that_there_are():
        since = since or until - RECAP_OF
    if since >= until:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="since_not_before_until")
    entity_id = call.data.get(ATTR_AI_TASK_ENTITY)
    user = await call.hass.auth.async_get_user(call.context.user_id) if call.context.user_id else None
    if user is not None and entity_id and not user.permissions.check_entity(entity_id, POLICY_CONTROL):
        raise Unauthorized(context=call.context, entity_id=entity_id, permission=POLICY_CONTROL)
    camera_ids = await async_allowed_cameras(call, hub, POLICY_READ)
    with history_needed():
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
