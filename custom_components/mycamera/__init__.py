"""MyCamera: RTSP cameras become a recorder that understands people.

Wires the house together and may know every room; nobody knows it. What Home Assistant looks for by name lies beside it.
In: Home Assistant's entries. Out: a hub that runs, with its platforms, actions, views and panel, and its orderly end.
"""

from __future__ import annotations

import asyncio

from homeassistant.const import EVENT_HOMEASSISTANT_STOP, RESTART_EXIT_CODE
from homeassistant.core import Event, HomeAssistant
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.typing import ConfigType

from . import repairs
from .actions.setup import async_setup_actions
from .const import CONF_KEEPER, CONF_WORKER, DOMAIN, PLATFORMS
from .entity import async_register_hub_device
from .hub.hub import Hub, MyCameraConfigEntry
from .recording.handover.keeper_client import RELOAD_SECONDS, RESTART_SECONDS, UPDATE_SECONDS
from .settings.entry_migration import migrate_entry
from .web.exports import async_register_exports
from .web.panel import async_register_panel, async_remove_panel
from .web.playlist import async_register_playlist
from .web.queries import async_register_commands
from .web.views import async_register_views

CONFIG_SCHEMA = cv.config_entry_only_config_schema(DOMAIN)


async def async_setup(hass: HomeAssistant, _config: ConfigType) -> bool:
    """Register what exists once, whether or not a hub is set up."""
    async_setup_actions(hass)
    async_register_views(hass)
    async_register_playlist(hass)
    async_register_exports(hass)
    async_register_commands(hass)
    return True


async def async_migrate_entry(hass: HomeAssistant, entry: MyCameraConfigEntry) -> bool:
    """Take over what an earlier version has stored."""
    return migrate_entry(hass, entry)


def _recordings_go_on(hass: HomeAssistant, entry: MyCameraConfigEntry) -> float | None:
    """Return for how many seconds recordings go on without this Home Assistant, which stops; None: not at all."""
    if CONF_KEEPER in entry.data[CONF_WORKER]:  # the Supervisor stops Home Assistant to restart and to update it
        return UPDATE_SECONDS
    # Home Assistant says what it will exit with before it says that it stops.
    return RESTART_SECONDS if hass.exit_code == RESTART_EXIT_CODE else None


async def async_setup_entry(hass: HomeAssistant, entry: MyCameraConfigEntry) -> bool:
    """Start the hub, then show it."""
    hub = Hub(hass, entry)
    entry.runtime_data = hub

    async def stop(_event: Event) -> None:
        await hub.async_stop(hand_over=_recordings_go_on(hass, entry))

    # Before anything runs: Home Assistant may be stopped while it starts.
    entry.async_on_unload(hass.bus.async_listen_once(EVENT_HOMEASSISTANT_STOP, stop))
    try:
        await hub.async_start()
        async_register_hub_device(hass, entry)
        await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
        await async_register_panel(hass)
    except Exception, asyncio.CancelledError:
        # Nobody unloads an entry that was never loaded, and a second try must not meet the first one's recorders.
        await hub.async_stop()
        raise
    entry.async_on_unload(entry.add_update_listener(_async_entry_updated))
    return True


async def _async_entry_updated(hass: HomeAssistant, entry: MyCameraConfigEntry) -> None:
    """Apply changed models and cameras one by one; another database, storage or worker needs a reload."""
    if entry.runtime_data.take_settings():
        await entry.runtime_data.async_update_cameras()
    else:
        hass.config_entries.async_schedule_reload(entry.entry_id)


async def async_unload_entry(hass: HomeAssistant, entry: MyCameraConfigEntry) -> bool:
    """Take everything down again."""
    unloaded = await hass.config_entries.async_unload_platforms(entry, PLATFORMS)
    if unloaded:
        if entry.disabled_by:
            async_remove_panel(hass)  # not for a reload, which would throw whoever looks at it out
        # Most likely a reload; where it is not, the lease is short, and `async_remove_entry` ends what is kept.
        await entry.runtime_data.async_stop(hand_over=None if entry.disabled_by else RELOAD_SECONDS)
        repairs.clear_all(hass)
    return unloaded


async def async_remove_entry(hass: HomeAssistant, entry: MyCameraConfigEntry) -> None:
    """Forget the hub; recordings, pictures and the database stay where they are."""
    async_remove_panel(hass)
    await Hub(hass, entry).async_forget()
