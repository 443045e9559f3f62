"""Cameras that Home Assistant has by other integrations: where their streams are."""

from __future__ import annotations

from typing import Any

import probatio
from aiohttp import ClientError
from homeassistant.components.camera import DOMAIN as CAMERA_DOMAIN
from homeassistant.components.camera import async_get_stream_source
from homeassistant.const import CONF_ENTITY_ID, CONF_NAME, CONF_PASSWORD, CONF_USERNAME
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.selector import EntitySelector, EntitySelectorConfig

from ..const import DOMAIN
from .camera_input import split_address
from .user_input import InputError


@callback
def entity_schema(hass: HomeAssistant) -> probatio.Schema:
    """Return the form that asks for a camera that is not one of ours."""
    registry = er.async_get(hass)
    ours = [
        entity_id
        for entity_id in hass.states.async_entity_ids(CAMERA_DOMAIN)
        if (entry := registry.async_get(entity_id)) is not None and entry.platform == DOMAIN
    ]
    selector = EntitySelector(EntitySelectorConfig(domain=CAMERA_DOMAIN, exclude_entities=ours))
    return probatio.Schema({probatio.Required(CONF_ENTITY_ID): selector})


async def read_entity(hass: HomeAssistant, entity_id: str) -> dict[str, Any]:
    """Return name, place and login of a camera as its own integration has them.

    Raises:
        InputError: it does not tell, or has no RTSP stream.
    """
    try:
        address = await async_get_stream_source(hass, entity_id)
    except (HomeAssistantError, ClientError, OSError, TimeoutError) as error:  # it may ask the camera for it
        raise InputError(CONF_ENTITY_ID, "entity_unavailable") from error
    if not address:
        raise InputError(CONF_ENTITY_ID, "entity_without_stream")
    try:
        found = split_address(address)
    except InputError as error:
        raise InputError(CONF_ENTITY_ID, "entity_not_rtsp") from error
    state = hass.states.get(entity_id)
    return {CONF_USERNAME: "", CONF_PASSWORD: "", **found, CONF_NAME: state.name if state else entity_id}
