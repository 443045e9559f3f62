"""The panel in Home Assistant's sidebar: registers its bundle and its entry."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from homeassistant.components.frontend import (
    async_panel_exists,
    async_register_built_in_panel,
)
from homeassistant.components.frontend import (
    async_remove_panel as async_remove_frontend_panel,
)
from homeassistant.components.http import StaticPathConfig
from homeassistant.core import HomeAssistant, callback
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN

PANEL_URL_PATH: Final = "mycamera"
PANEL_ELEMENT: Final = "mycamera-panel"
BUNDLE: Final = Path(__file__).parent.parent / "frontend" / "dist" / "mycamera-panel.js"
STATIC_URL: Final = f"/{DOMAIN}_static"
BUNDLE_URL: Final = f"{STATIC_URL}/{BUNDLE.name}"

_BUNDLE_VERSION: HassKey[str] = HassKey(f"{DOMAIN}_panel_bundle_version")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


async def async_register_panel(hass: HomeAssistant) -> None:
    """Show the panel in the sidebar. Calling it again changes nothing."""
    if async_panel_exists(hass, PANEL_URL_PATH):
        return
    if (version := hass.data.get(_BUNDLE_VERSION)) is None:
        version = hass.data[_BUNDLE_VERSION] = await hass.async_add_executor_job(_digest, BUNDLE)
        # The bundle, and parts that it loads when they are needed. A path once served stays until Home Assistant stops.
        folder = StaticPathConfig(STATIC_URL, str(BUNDLE.parent), cache_headers=True)
        await hass.http.async_register_static_paths([folder])
    async_register_built_in_panel(
        hass,
        component_name="custom",
        sidebar_title="MyCamera",
        sidebar_icon="mdi:cctv",
        frontend_url_path=PANEL_URL_PATH,
        config={
            "_panel_custom": {
                "name": PANEL_ELEMENT,
                # Browsers keep the bundle for a month; another content has another address.
                "module_url": f"{BUNDLE_URL}?{version}",
                "embed_iframe": False,
                "trust_external": False,
                "handle_safe_area": True,
            }
        },
        require_admin=False,
    )


@callback
def async_remove_panel(hass: HomeAssistant) -> None:
    """Take the panel out of the sidebar. Without one nothing happens."""
    async_remove_frontend_panel(hass, PANEL_URL_PATH, warn_if_unknown=False)
