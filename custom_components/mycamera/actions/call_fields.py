"""What actions are told, read and checked: cameras, times, events."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

import probatio
from homeassistant.core import HomeAssistant, ServiceCall, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..database import DatabaseError, DetectionRow
from ..hub import bus_events
from ..hub.hub import Hub, MyCameraConfigEntry
from ..web.targets import TARGET_FIELDS, async_allowed_cameras

ATTR_EVENT_ID: Final = "event_id"
ATTR_SINCE: Final = "since"
ATTR_UNTIL: Final = "until"
ATTR_LAST: Final = "last"
ATTR_LIMIT: Final = "limit"
ATTR_TEXT: Final = "text"
MAX_EVENT_IDS: Final = 500
AROUND: Final = timedelta(seconds=5)
"""What is taken of the time before and after a person, where an action is told of an event."""


def _length(value: object) -> timedelta:
    """Read a length of time. Raises Invalid."""
    try:
        return cv.positive_time_period(value)
    except OverflowError as error:
        raise probatio.Invalid("This time is too long") from error


# Only types are checked here, because these errors are not translated; what values mean is checked in the handler.
RANGE_FIELDS: Final = {
    **TARGET_FIELDS,
    probatio.Optional(ATTR_SINCE): cv.datetime,
    probatio.Optional(ATTR_UNTIL): cv.datetime,
    probatio.Optional(ATTR_LAST): _length,
}
EVENT_IDS: Final = probatio.All(cv.ensure_list, [cv.string])


@callback
def tell_progress(call: ServiceCall, counts: dict[str, int], *, finished: bool = False) -> None:
    """Tell on the bus how far a call is."""
    bus_events.fire_progress(call.hass, call.service, counts, call.context, finished=finished)


async def require_admin(call: ServiceCall) -> None:
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


async def each_camera(call: ServiceCall, hub: Hub) -> list[str]:
    """Return the cameras that a call names, or all. Raises Unauthorized."""
    camera_ids = await async_allowed_cameras(call, hub)
    return list(hub.cameras) if camera_ids is None else camera_ids


@contextmanager
def times_that_there_are() -> Iterator[None]:
    """Say in the user's words that a moment is before or after all that can be said."""
    try:
        yield
    except OverflowError as error:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="time_out_of_range") from error


@contextmanager
def history_needed() -> Iterator[None]:
    """Say in the user's words that the history cannot be asked."""
    try:
        yield
    except DatabaseError as error:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="history_unavailable") from error


async def chosen_events(call: ServiceCall, hub: Hub) -> list[DetectionRow]:
    """Return the persons that a call names. Raises ServiceValidationError, Unauthorized, DatabaseError."""
    named = cv.ensure_list(call.data[ATTR_EVENT_ID])
    event_ids = list(dict.fromkeys(named))
    if len(event_ids) > MAX_EVENT_IDS:
        raise too_many_events()
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


async def chosen_spans(call: ServiceCall, hub: Hub) -> list[tuple[list[str] | None, datetime | None, datetime | None]]:
    """Return of which cameras, from and until when something is to be done: a range, or the time of some persons.

    Raises:
        ServiceValidationError: neither is given, or both, or they make no sense.
        Unauthorized: whoever calls may not.
        HomeAssistantError: the persons cannot be looked up.
    """
    if ATTR_EVENT_ID not in call.data:
        since, until = time_range(call)
        if since is None and until is None:
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="range_needed")
        return [(await async_allowed_cameras(call, hub), since, until)]
    if any(name in call.data for name in (ATTR_SINCE, ATTR_UNTIL, ATTR_LAST)):
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="event_or_range")
    with history_needed():
        rows = await chosen_events(call, hub)
    return [([row.camera_id], row.first_seen - AROUND, row.last_seen + AROUND) for row in rows]


def too_many_events() -> ServiceValidationError:
    """Return the error of a call that names more events than one may."""
    return ServiceValidationError(
        translation_domain=DOMAIN,
        translation_key="too_many_events",
        translation_placeholders={"most": str(MAX_EVENT_IDS)},
    )


def time_range(call: ServiceCall) -> tuple[datetime | None, datetime | None]:
    """Return from and until when, in UTC, each where it is given. Raises ServiceValidationError."""
    with times_that_there_are():
        since, until = _utc(call.data.get(ATTR_SINCE)), _utc(call.data.get(ATTR_UNTIL))
        if (last := call.data.get(ATTR_LAST)) is not None:
            if since is not None or until is not None:
                raise ServiceValidationError(translation_domain=DOMAIN, translation_key="last_or_range")
            until = dt_util.utcnow()
            since = until - last
    if since is not None and until is not None and since >= until:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="since_not_before_until")
    return since, until


def loaded_hub(hass: HomeAssistant) -> Hub:
    """Return the hub. Raises ServiceValidationError where none is loaded."""
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
