"""Asking for credentials that are refused, until they are replaced or accepted again."""

from __future__ import annotations

from typing import Final

from homeassistant.config_entries import SOURCE_REAUTH, ConfigEntry, ConfigFlowContext
from homeassistant.core import HomeAssistant, callback

CONF_REAUTH: Final = "reauth"
"""What the flow is told in its data: whose credentials are refused."""
CONF_CAMERA_ID: Final = "camera_id"
CAMERA: Final = "camera"
DATABASE: Final = "database"
WORKER: Final = "worker"


@callback
def start(hass: HomeAssistant, entry: ConfigEntry, whose: str, *, camera_id: str = "", name: str = "") -> None:
    """Ask for the credentials of the database, the worker or a camera; where somebody is asked already, wait."""
    placeholders = {"name": name or entry.title, CONF_REAUTH: whose, CONF_CAMERA_ID: camera_id}
    entry.async_start_reauth(
        hass,
        context=ConfigFlowContext(title_placeholders=placeholders),
        data={CONF_REAUTH: whose, CONF_CAMERA_ID: camera_id},
    )


@callback
def end(hass: HomeAssistant, entry: ConfigEntry, whose: str, *, camera_id: str = "") -> None:
    """Ask no longer: the old credentials are accepted again, or nobody needs them any more."""
    for flow in list(entry.async_get_active_flows(hass, {SOURCE_REAUTH})):
        asked = flow["context"].get("title_placeholders", {})
        if (asked.get(CONF_REAUTH), asked.get(CONF_CAMERA_ID)) == (whose, camera_id):
            hass.config_entries.flow.async_abort(flow["flow_id"])
