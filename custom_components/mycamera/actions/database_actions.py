"""The action that moves everything to another database."""

from typing import Any, Final

import probatio
from homeassistant.core import ServiceCall, ServiceResponse
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers.translation import async_get_translations

from ..const import CONF_DATABASE_TYPE, CONF_OTHER_DATABASE, DATABASE_MYSQL, DATABASE_SQLITE, DOMAIN
from ..settings.database_checks import check_database
from ..settings.error_texts import async_fill
from ..settings.user_input import InputError
from .call_fields import loaded_hub

ACTION_MOVE_DATABASE: Final = "move_database"
MOVE_DATABASE_SCHEMA: Final = probatio.Schema(
    {probatio.Required(CONF_DATABASE_TYPE): probatio.In((DATABASE_SQLITE, DATABASE_MYSQL))}
)


async def async_move_database(call: ServiceCall) -> ServiceResponse:
    """Move everything to another database, and answer how many rows there are.

    A server's password is entered in the dialogue of the settings: what actions are told is kept in automations, traces
    and logs.
    """
    hub = loaded_hub(call.hass)
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
