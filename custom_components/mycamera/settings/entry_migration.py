"""Entries that an earlier version has stored become what this version reads."""

from __future__ import annotations

from typing import Final

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.core import HomeAssistant, callback

from ..const import CONF_DETECT_FPS, CONF_DETECTION, SUBENTRY_CAMERA

ENTRY_VERSION: Final = 1
"""Raised where an earlier version could not use the entry any more; the minor one where it still can."""
ENTRY_MINOR_VERSION: Final = 2


@callback
def migrate_entry(hass: HomeAssistant, entry: ConfigEntry) -> bool:
    """Bring an entry to this version; False where it is of a later one that this one cannot read."""
    if entry.version > ENTRY_VERSION:
        return False
    if entry.minor_version < ENTRY_MINOR_VERSION:
        for subentry in entry.get_subentries_of_type(SUBENTRY_CAMERA):
            _name_detect_fps(hass, entry, subentry)
        hass.config_entries.async_update_entry(entry, minor_version=ENTRY_MINOR_VERSION)
    return True


def _name_detect_fps(hass: HomeAssistant, entry: ConfigEntry, subentry: ConfigSubentry) -> None:
    """Give a camera's detect fps its name: until minor version 1 it was `rate`."""
    section = dict(subentry.data.get(CONF_DETECTION, {}))
    if "rate" in section:
        section[CONF_DETECT_FPS] = section.pop("rate")
        hass.config_entries.async_update_subentry(entry, subentry, data={**subentry.data, CONF_DETECTION: section})
