"""How commands of Home Assistant's WebSocket are answered: with a result, or an error in the user's language."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..database import DatabaseError
from .access import async_loaded_hub

if TYPE_CHECKING:
    from ..hub.hub import Hub

type Handler = Callable[[HomeAssistant, ActiveConnection, dict[str, Any], Hub], Awaitable[dict[str, Any] | None]]
"""None where it has sent its result by itself: what comes after a result must not come before it."""


_LONGEST_MOMENT: Final = 40
_YEARS: Final = range(1900, 9000)
"""A client's moments are within these: before the first and after the last day of all, no time can be reckoned."""


def parse_moment(text: str) -> datetime | None:
    """Return an ISO 8601 moment with its offset from UTC, in UTC; None for what is none."""
    try:
        moment = dt_util.parse_datetime(text) if len(text) <= _LONGEST_MOMENT else None
    except ValueError:  # a thirteenth month, or an offset of days
        return None
    if moment is None or moment.tzinfo is None or moment.year not in _YEARS:
        return None
    return moment.astimezone(UTC)


def _moment(value: str) -> datetime:
    if (moment := parse_moment(value)) is None:
        raise probatio.Invalid("expected a date and time with a time zone")
    return moment


MOMENT: Final = probatio.All(str, _moment)
"""A field that is a moment."""


class CommandError(HomeAssistantError):
    """A command cannot be answered: a code for programs, and a text in the user's language."""

    def __init__(self, code: str, translation_key: str, placeholders: Mapping[str, str] | None = None) -> None:
        super().__init__(
            translation_domain=DOMAIN,
            translation_key=translation_key,
            translation_placeholders=dict(placeholders) if placeholders else None,
        )
        self.code = code


def answering(handler: Handler) -> Callable[[HomeAssistant, ActiveConnection, dict[str, Any]], Awaitable[None]]:
    """Send what a handler returns, or its error with a code that the panel knows."""

    @functools.wraps(handler)
    async def answer(hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]) -> None:
        try:
            result = await _handle(handler, hass, connection, msg)
        except CommandError as error:
            connection.send_error(
                msg["id"],
                error.code,
                str(error),
                translation_key=error.translation_key,
                translation_domain=error.translation_domain,
                translation_placeholders=error.translation_placeholders,
            )
        else:
            if result is not None:
                connection.send_result(msg["id"], result)

    return answer


async def _handle(
    handler: Handler, hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]
) -> dict[str, Any] | None:
    """Have a command handled by the hub that is loaded. Raises CommandError."""
    if (hub := async_loaded_hub(hass)) is None:
        raise CommandError("not_loaded", "not_loaded")
    try:
        return await handler(hass, connection, msg, hub)
    except DatabaseError as error:
        raise CommandError("database_unavailable", "history_unavailable") from error
