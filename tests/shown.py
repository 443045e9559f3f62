"""What Home Assistant shows of MyCamera's entities, found by their keys."""

from __future__ import annotations

from homeassistant.const import Platform
from homeassistant.core import HomeAssistant, State
from homeassistant.helpers import entity_registry as er

from custom_components.mycamera.const import DOMAIN

from .stand_in import CAMERA_ID


def entity_id(hass: HomeAssistant, platform: Platform, key: str, owner: str = CAMERA_ID) -> str:
    """Return the entity of a camera or, with its entry's id as `owner`, of the hub."""
    found = er.async_get(hass).async_get_entity_id(platform, DOMAIN, f"{owner}_{key}")
    assert found is not None, key
    return found


def state(hass: HomeAssistant, platform: Platform, key: str, owner: str = CAMERA_ID) -> State:
    """Return what an entity shows."""
    found = hass.states.get(entity_id(hass, platform, key, owner))
    assert found is not None, key
    return found
