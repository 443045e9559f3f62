"""Home Assistant's backups: what they copy of this integration is whole, and fits together.

A copy of an SQLite file that is being written is broken. While a backup is made, rows wait in the journal, which may be
copied at any moment; restored, they are replayed.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.event import async_call_later
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN
from .hub.database import BACKUP_OVER
from .hub.hub import Hub

_LOGGER = logging.getLogger(__name__)

LONGEST_BACKUP: Final = timedelta(hours=3)
"""After that its end is no longer waited for: whoever made it may be gone."""


@dataclass
class _Hold:
    """Everything is held still, for so many backups."""

    backups: int = 1
    kept: bool = True
    """Until its end; else what was copied may be broken."""
    timer: CALLBACK_TYPE | None = field(default=None, repr=False)


_HOLD: Final[HassKey[_Hold]] = HassKey(f"{DOMAIN}_backup")


async def async_pre_backup(hass: HomeAssistant) -> None:
    """Hold everything still that is copied.

    Raises:
        HomeAssistantError: the copy would be broken.
    """
    if (hold := hass.data.get(_HOLD)) is not None and hold.kept:
        hold.backups += 1
        _limit(hass, hold)
        return
    hold = hass.data[_HOLD] = _Hold()
    hass.data[BACKUP_OVER] = asyncio.Event()
    _limit(hass, hold)
    try:
        for hub in _hubs(hass):
            await hub.prepare_backup()
    except BaseException:
        del hass.data[_HOLD]
        _go_on(hass, hold)
        raise


async def async_post_backup(hass: HomeAssistant) -> None:
    """Go on; called after failed backups, too.

    Raises:
        HomeAssistantError: the backup is not to be trusted, the database was written to before its end.
    """
    hold = hass.data.get(_HOLD)
    if hold is None:
        return
    kept = hold.kept
    _go_on(hass, hold)
    hold.backups -= 1
    if not hold.backups:
        del hass.data[_HOLD]
    if not kept:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="backup_interrupted")


def _limit(hass: HomeAssistant, hold: _Hold) -> None:
    """Let the hold end by itself some time."""
    if hold.timer is not None:
        hold.timer()

    @callback
    def end(_now: datetime) -> None:
        hold.timer = None
        _LOGGER.warning("A backup has not ended within %s; the database goes on without waiting for it", LONGEST_BACKUP)
        _go_on(hass, hold)

    hold.timer = async_call_later(hass, LONGEST_BACKUP, HassJob(end, cancel_on_shutdown=True))


@callback
def _go_on(hass: HomeAssistant, hold: _Hold) -> None:
    hold.kept = False
    if hold.timer is not None:
        hold.timer()
        hold.timer = None
    if over := hass.data.pop(BACKUP_OVER, None):
        over.set()
    for hub in _hubs(hass):
        hub.backup_over()


def _hubs(hass: HomeAssistant) -> list[Hub]:
    """Return the hubs that run, and those that are being started."""
    running = (ConfigEntryState.LOADED, ConfigEntryState.SETUP_IN_PROGRESS)
    entries = [entry for entry in hass.config_entries.async_entries(DOMAIN) if entry.state in running]
    return [entry.runtime_data for entry in entries if hasattr(entry, "runtime_data")]
