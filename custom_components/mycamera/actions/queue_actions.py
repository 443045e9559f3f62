"""Actions that have recordings analysed and persons described."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Final, TypedDict

import probatio
from homeassistant.core import ServiceCall, ServiceResponse, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import config_validation as cv

from ..const import DOMAIN
from ..database import DatabaseError
from ..hub.batch_analysis import analyze_videos
from ..hub.batch_captions import generate_captions
from ..hub.hub import Hub
from ..web.targets import async_allowed_cameras
from .call_fields import (
    ATTR_EVENT_ID,
    ATTR_LIMIT,
    EVENT_IDS,
    MAX_EVENT_IDS,
    RANGE_FIELDS,
    loaded_hub,
    require_admin,
    tell_progress,
    time_range,
    too_many_events,
)

ACTION_ANALYZE_VIDEOS: Final = "analyze_videos"
ACTION_GENERATE_CAPTIONS: Final = "generate_captions"
ATTR_FORCE: Final = "force"
ATTR_WAIT: Final = "wait"
_SELECTION: Final = {
    **RANGE_FIELDS,
    probatio.Optional(ATTR_LIMIT): probatio.Coerce(int),
    probatio.Optional(ATTR_FORCE, default=False): cv.boolean,
    probatio.Optional(ATTR_WAIT, default=False): cv.boolean,
}
ANALYZE_VIDEOS_SCHEMA: Final = probatio.Schema(_SELECTION)
GENERATE_CAPTIONS_SCHEMA: Final = probatio.Schema({**_SELECTION, probatio.Optional(ATTR_EVENT_ID): EVENT_IDS})


class _Selection(TypedDict):
    """What both actions are told about which rows they are to work on, checked."""

    camera_ids: list[str] | None
    since: datetime | None
    until: datetime | None
    limit: int | None
    force: bool
    wait: bool


async def async_analyze_videos(call: ServiceCall) -> ServiceResponse:
    """Analyse recordings, and answer how many there were and what came of them."""
    hub = loaded_hub(call.hass)
    with _database_needed():
        counts = await analyze_videos(
            hub, **await _selection(call, hub), on_progress=lambda counts: tell_progress(call, asdict(counts))
        )
    return _ended(call, asdict(counts))


async def async_generate_captions(call: ServiceCall) -> ServiceResponse:
    """Have persons described by a model, and answer how many there were and what came of it."""
    hub = loaded_hub(call.hass)
    selection = await _selection(call, hub)
    event_ids = list(dict.fromkeys(call.data[ATTR_EVENT_ID])) if ATTR_EVENT_ID in call.data else None
    if event_ids is not None and len(event_ids) > MAX_EVENT_IDS:
        raise too_many_events()
    with _database_needed():
        counts = await generate_captions(
            hub,
            event_ids=event_ids,
            **selection,
            on_progress=lambda counts: tell_progress(call, asdict(counts)),
        )
    return _ended(call, asdict(counts))


@callback
def _ended(call: ServiceCall, counts: dict[str, int]) -> ServiceResponse:
    """Tell those who follow the progress that it has ended, and return the answer."""
    if call.data[ATTR_WAIT]:
        tell_progress(call, counts, finished=True)
    return dict(counts) if call.return_response else None


@contextmanager
def _database_needed() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="database_unavailable") from error


async def _selection(call: ServiceCall, hub: Hub) -> _Selection:
    """Read what both actions can be told.

    Raises:
        ServiceValidationError: a value makes no sense.
        Unauthorized: what is there already is done anew, which takes an administrator, or a camera is not theirs.
    """
    if call.data[ATTR_FORCE]:
        await require_admin(call)
    since, until = time_range(call)
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
