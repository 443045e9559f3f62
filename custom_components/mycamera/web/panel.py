"""The panel in Home Assistant's sidebar and the cards for dashboards: registers their bundles and the entry."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from homeassistant.components.frontend import (
    DATA_EXTRA_MODULE_URL,
    add_extra_js_url,
    async_panel_exists,
    async_register_built_in_panel,
    remove_extra_js_url,
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
CARDS: Final = BUNDLE.with_name("mycamera-cards.js")
CARDS_URL: Final = f"{STATIC_URL}/{CARDS.name}"

_VERSIONS: HassKey[tuple[str, str]] = HassKey(f"{DOMAIN}_panel_bundle_versions")
"""Of the panel and of the cards."""


def _digests(*paths: Path) -> tuple[str, ...]:
    return tuple(hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in paths)


async def async_register_panel(hass: HomeAssistant) -> None:
    """Show the panel in the sidebar, and the cards in the picker of dashboards. Calling it again changes nothing."""
    if async_panel_exists(hass, PANEL_URL_PATH):
        return
    if (versions := hass.data.get(_VERSIONS)) is None:
        panel, cards = await hass.async_add_executor_job(_digests, BUNDLE, CARDS)
        versions = hass.data[_VERSIONS] = (panel, cards)
        # The bundle, and parts that it loads when they are needed. A path once served stays until Home Assistant stops.
        folder = StaticPathConfig(STATIC_URL, str(BUNDLE.parent), cache_headers=True)
        await hass.http.async_register_static_paths([folder])
    version, cards_version = versions
    # Every page loads it: dashboards must know their cards before they draw. Without a frontend there are no pages.
    if DATA_EXTRA_MODULE_URL in hass.data:
        add_extra_js_url(hass, f"{CARDS_URL}?{cards_version}")
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
    """Take the panel out of the sidebar, and the cards out of dashboards. Without them nothing happens."""
    if async_panel_exists(hass, PANEL_URL_PATH) and DATA_EXTRA_MODULE_URL in hass.data:
        remove_extra_js_url(hass, f"{CARDS_URL}?{hass.data[_VERSIONS][1]}")
    async_remove_frontend_panel(hass, PANEL_URL_PATH, warn_if_unknown=False)
