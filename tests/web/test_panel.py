"""The panel's entry in the sidebar and its bundle."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest
from homeassistant.components.frontend import DATA_EXTRA_MODULE_URL, DATA_PANELS
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.mycamera.web.panel import BUNDLE, PANEL_URL_PATH, async_register_panel, async_remove_panel


@pytest.fixture(autouse=True)
async def _http(hass: HomeAssistant) -> None:
    assert await async_setup_component(hass, "http", {})


async def test_the_panel_comes_and_goes(hass: HomeAssistant) -> None:
    await async_register_panel(hass)
    await async_register_panel(hass)
    panel = hass.data[DATA_PANELS][PANEL_URL_PATH]
    assert (panel.sidebar_title, panel.sidebar_icon, panel.require_admin) == ("MyCamera", "mdi:cctv", False)
    async_remove_panel(hass)
    async_remove_panel(hass)
    assert PANEL_URL_PATH not in hass.data[DATA_PANELS]
    # A reload registers it again, on routes that are still there.
    await async_register_panel(hass)
    assert PANEL_URL_PATH in hass.data[DATA_PANELS]


async def test_the_bundle_is_served_and_defines_the_element(
    hass: HomeAssistant, hass_client_no_auth: ClientSessionGenerator
) -> None:
    await async_register_panel(hass)
    config = hass.data[DATA_PANELS][PANEL_URL_PATH].config
    assert config is not None
    custom = config["_panel_custom"]
    client = await hass_client_no_auth()
    answer = await client.get(custom["module_url"])
    assert answer.status == HTTPStatus.OK
    assert "javascript" in answer.content_type
    script = await answer.text()
    assert f'"{custom["name"]}"' in script
    assert BUNDLE.stat().st_size < 300 * 1024


def test_the_bundle_names_no_other_server() -> None:
    named = {
        address
        for chunk in BUNDLE.parent.glob("*.js")
        for address in re.findall(r"(?:https?|wss?)://[\w.-]+[^\s\"'`)]*", chunk.read_text(encoding="utf-8"))
    }
    # By that name hls.js knows a kind of box in films.
    assert named <= {"https://aomedia.org/emsg/ID3"}


async def test_the_cards_are_loaded_by_every_page_while_the_panel_is_there(
    hass: HomeAssistant, hass_client_no_auth: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "frontend", {})
    await async_register_panel(hass)
    await async_register_panel(hass)
    (url,) = (url for url in hass.data[DATA_EXTRA_MODULE_URL].urls if "mycamera" in url)
    client = await hass_client_no_auth()
    answer = await client.get(url)
    assert answer.status == HTTPStatus.OK
    assert '"mycamera-people-card"' in await answer.text()
    async_remove_panel(hass)
    async_remove_panel(hass)
    assert not any("mycamera" in url for url in hass.data[DATA_EXTRA_MODULE_URL].urls)


async def test_everybody_who_may_log_in_gets_the_panel(
    hass: HomeAssistant, hass_ws_client: WebSocketGenerator, hass_read_only_access_token: str
) -> None:
    await async_register_panel(hass)
    assert await async_setup_component(hass, "websocket_api", {})
    assert await async_setup_component(hass, "frontend", {})
    client = await hass_ws_client(hass, hass_read_only_access_token)
    await client.send_json_auto_id({"type": "get_panels"})
    panels = (await client.receive_json())["result"]
    assert panels[PANEL_URL_PATH]["component_name"] == "custom"
    assert panels[PANEL_URL_PATH]["config"]["_panel_custom"]["name"] == "mycamera-panel"
