"""What the activity page says of persons: one row for each appearance, with what is known of it by now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from homeassistant.components.logbook import (
    LOGBOOK_ENTRY_ENTITY_ID,
    LOGBOOK_ENTRY_ICON,
    LOGBOOK_ENTRY_MESSAGE,
    LOGBOOK_ENTRY_NAME,
)
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers.translation import async_get_cached_translations

from .const import DOMAIN, EVENT_PERSON
from .web.access import async_camera_entity_ids, async_loaded_hub

ICON: Final = "mdi:walk"


@callback
def async_describe_events(
    hass: HomeAssistant,
    async_describe_event: Callable[[str, str, Callable[[Event], dict[str, Any]]], None],
) -> None:
    """Say how the row of a person reads. A better caption of one is no row of its own: it stands in that one."""

    @callback
    def describe(event: Event) -> dict[str, Any]:
        hub = async_loaded_hub(hass)
        data: Mapping[str, Any] = event.data
        better = hub.better_captions.get(str(data.get("event_id"))) if hub else None
        captions = better or (data.get("caption"), data.get("caption_zh"))
        if hass.config.language.lower().startswith("zh"):
            captions = captions[::-1]
        seen = " · ".join(str(caption) for caption in captions if caption)
        if zones := data.get("zones"):
            seen = f"{seen} ({', '.join(map(str, zones))})"
        return {
            LOGBOOK_ENTRY_NAME: str(data.get("name", "")),
            LOGBOOK_ENTRY_MESSAGE: _text(hass, "history" if data.get("from_history") else "live").format(caption=seen),
            LOGBOOK_ENTRY_ENTITY_ID: async_camera_entity_ids(hass, hub).get(str(data.get("camera_id")))
            if hub
            else None,
            LOGBOOK_ENTRY_ICON: ICON,
        }

    async_describe_event(DOMAIN, EVENT_PERSON, describe)


@callback
def _text(hass: HomeAssistant, kind: str) -> str:
    """Return the sentence of a row in Home Assistant's language."""
    key = f"component.{DOMAIN}.common.logbook_{kind}"
    for language in (hass.config.language, "en"):
        if text := async_get_cached_translations(hass, language, "common", DOMAIN).get(key):
            return text
    return "{caption}"
