"""Cameras that Home Assistant sees by DHCP: ours are followed to a new address, those of known makers are offered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.components.dhcp import async_index_integration_matchers
from homeassistant.config_entries import SOURCE_DHCP, SOURCE_IGNORE, FlowType
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.service_info.dhcp import DhcpServiceInfo
from homeassistant.loader import async_get_dhcp
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera import config_flow
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.recording.failure import HostUnreachable
from custom_components.mycamera.recording.probe import StreamInfo

from .stand_in import CAMERA_ID, camera_subentry, make_entry

CARD = "4419b6010203"
INFO = StreamInfo(codec="h264", width=1920, height=1080, fps=25.0, audio_codec=None)


@pytest.fixture(autouse=True)
def probe() -> Iterator[AsyncMock]:
    """Let every stream be opened."""
    with patch("custom_components.mycamera.settings.camera_flow.probe_stream", AsyncMock(return_value=INFO)) as probe:
        yield probe


async def tell(hass: HomeAssistant, ip: str, hostname: str = "ipc-1", mac: str = CARD) -> Any:
    info = DhcpServiceInfo(ip=ip, hostname=hostname, macaddress=mac)
    return await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_DHCP}, data=info)


def known_by_card(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    dr.async_get(hass).async_get_or_create(
        config_entry_id=entry.entry_id,
        config_subentry_id=CAMERA_ID,
        identifiers={(DOMAIN, CAMERA_ID)},
        connections={(dr.CONNECTION_NETWORK_MAC, dr.format_mac(CARD))},
    )


async def test_a_camera_is_followed_to_its_new_address(hass: HomeAssistant, probe: AsyncMock) -> None:
    recorder = camera_subentry("01SECOND", "Second of the recorder", main_path="/2")
    other = camera_subentry("01OTHER", "Other", host="192.0.2.8")
    entry = make_entry(hass, camera_subentry(), recorder, other)
    known_by_card(hass, entry)
    result = await tell(hass, "192.0.2.99")
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "already_configured")
    hosts = {camera_id: subentry.data["host"] for camera_id, subentry in entry.subentries.items()}
    assert hosts == {CAMERA_ID: "192.0.2.99", "01SECOND": "192.0.2.99", "01OTHER": "192.0.2.8"}
    assert [call.args[0].host for call in probe.await_args_list] == ["192.0.2.99"] * 2
    assert entry.subentries[CAMERA_ID].data["password"] == camera_subentry()["data"]["password"]
    await tell(hass, "192.0.2.99")
    assert probe.await_count == 2  # it is there


async def test_a_camera_is_not_followed_to_where_its_stream_is_not(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass, camera_subentry())
    known_by_card(hass, entry)
    probe.side_effect = HostUnreachable("nobody")
    result = await tell(hass, "192.0.2.99")
    assert result["reason"] == "already_configured"
    assert entry.subentries[CAMERA_ID].data["host"] == "192.0.2.7"


async def test_a_camera_that_has_a_name_keeps_it(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass, camera_subentry(host="door.lan"))
    known_by_card(hass, entry)
    await tell(hass, "192.0.2.99")
    assert entry.subentries[CAMERA_ID].data["host"] == "door.lan"
    probe.assert_not_awaited()


@pytest.mark.parametrize(("hostname", "shown"), [("ipc-1", "ipc-1"), ("", "192.0.2.50")])
async def test_a_new_camera_is_offered(hass: HomeAssistant, hostname: str, shown: str) -> None:
    make_entry(hass, camera_subentry())
    result = await tell(hass, "192.0.2.50", hostname)
    assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "dhcp_camera")
    assert result["description_placeholders"] == {"host": "192.0.2.50", "name": shown}
    result = await hass.config_entries.flow.async_configure(result["flow_id"], {})
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "camera_offered")
    kind, flow_id = result["next_flow"]
    assert kind is FlowType.CONFIG_SUBENTRIES_FLOW
    flow = hass.config_entries.subentries.async_get(flow_id)
    assert flow["step_id"] == "onvif_login"


async def test_what_is_not_offered(hass: HomeAssistant) -> None:
    assert (await tell(hass, "192.0.2.50"))["reason"] == "no_hub"
    entry = make_entry(hass, camera_subentry())
    assert (await tell(hass, "192.0.2.7"))["reason"] == "already_configured"
    MockConfigEntry(domain=DOMAIN, source=SOURCE_IGNORE, unique_id=dr.format_mac(CARD)).add_to_hass(hass)
    assert (await tell(hass, "192.0.2.50"))["reason"] == "already_configured"
    offered = await tell(hass, "192.0.2.51", mac="4419b6040506")
    assert offered["step_id"] == "dhcp_camera"
    await hass.config_entries.async_remove(entry.entry_id)
    assert (await hass.config_entries.flow.async_configure(offered["flow_id"], {}))["reason"] == "no_hub"


@pytest.mark.usefixtures("enable_custom_integrations")
async def test_home_assistant_takes_what_the_manifest_asks_for(hass: HomeAssistant) -> None:
    manifest = json.loads((Path(config_flow.__file__).parent / "manifest.json").read_text())
    asked = manifest["dhcp"]
    assert len({json.dumps(matcher) for matcher in asked}) == len(asked)
    found = [matcher for matcher in await async_get_dhcp(hass) if matcher["domain"] == DOMAIN]
    assert len(found) == len(asked)
    index = async_index_integration_matchers(found)
    assert index.registered_devices_domains == {DOMAIN}
    assert all(len(prefix) == 6 and prefix == prefix.upper() for prefix in index.oui_matchers)
    assert "4419B6" in index.oui_matchers
