"""How a new camera is known: by its maker, by another integration, or by nothing but its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from aiohttp import ClientError
from homeassistant.components.camera import DOMAIN as CAMERA_DOMAIN
from homeassistant.components.camera import Camera
from homeassistant.components.camera.const import DATA_COMPONENT
from homeassistant.config_entries import SOURCE_USER
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.recording.probe import StreamInfo
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.settings.camera_input import read_camera
from custom_components.mycamera.settings.makers import MAKERS

from ..stand_in import ENTRY_ID, make_entry

CAMERAS = Path(__file__).parents[2] / "docs" / "cameras.md"
PASSWORD = "the-other-integrations"


@pytest.fixture(autouse=True)
def probe() -> Iterator[AsyncMock]:
    """Let every stream be opened."""
    info = StreamInfo(codec="h264", width=1280, height=720, fps=15.0, audio_codec=None)
    with patch("custom_components.mycamera.settings.camera_flow.probe_stream", AsyncMock(return_value=info)) as probe:
        yield probe


async def begin(hass: HomeAssistant, way: str) -> Any:
    result = await hass.config_entries.subentries.async_init((ENTRY_ID, "camera"), context={"source": SOURCE_USER})
    assert result["menu_options"] == ["search", "maker", "entity", "address"]
    return await hass.config_entries.subentries.async_configure(result["flow_id"], {"next_step_id": way})


async def submit(hass: HomeAssistant, result: Any, **answers: Any) -> Any:
    return await hass.config_entries.subentries.async_configure(result["flow_id"], answers)


def suggested(result: Any) -> dict[str, Any]:
    return {
        str(key): key.description["suggested_value"]
        for key in result["data_schema"].schema
        if key.description and "suggested_value" in key.description
    }


@pytest.mark.parametrize(
    ("maker", "channel", "expected"),
    [
        ("hikvision", 1, {"main_path": "/Streaming/Channels/101", "sub_path": "/Streaming/Channels/102", "port": 554}),
        (
            "hikvision",
            12,
            {"main_path": "/Streaming/Channels/1201", "sub_path": "/Streaming/Channels/1202", "port": 554},
        ),
        ("reolink", 3, {"main_path": "/h264Preview_03_main", "sub_path": "/h264Preview_03_sub", "port": 554}),
        ("xiaomi", 1, {"main_path": "/camera", "port": 8554}),
        (
            "imou",
            1,
            {
                "main_path": "/cam/realmonitor?channel=1&subtype=0",
                "sub_path": "/cam/realmonitor?channel=1&subtype=1",
                "username": "admin",
                "port": 554,
            },
        ),
    ],
)
async def test_the_maker_tells_the_paths(
    hass: HomeAssistant, maker: str, channel: int, expected: dict[str, Any]
) -> None:
    entry = make_entry(hass)
    result = await submit(hass, await begin(hass, "maker"), maker=maker, channel=channel)
    assert result["step_id"] == "address"
    assert suggested(result) == expected
    answers = {"name": "Door", "host": "192.0.2.4", "transport": "tcp", "password": "x", "username": "admin"}
    result = await submit(hass, result, **{**expected, **answers})
    assert result["type"] is FlowResultType.CREATE_ENTRY
    [camera] = entry.subentries.values()
    assert camera.data["main_path"] == expected["main_path"]
    assert camera.data.get("sub_path") == expected.get("sub_path")


@pytest.mark.parametrize("maker", MAKERS)
def test_what_makers_tell_is_accepted_and_documented(maker: str) -> None:
    main, sub = MAKERS[maker].paths(1)
    answers = {"name": "a", "host": "192.0.2.4", "port": 554, "transport": "tcp", "main_path": main, "sub_path": sub}
    _, data = read_camera(answers)
    assert (data["main_path"], data.get("sub_path")) == (main, sub)
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]*) \|", CAMERAS.read_text(), re.MULTILINE)
    documented = {(row[1].strip(), row[2].strip()) for row in rows}
    if maker != "xiaomi":
        assert (f"`{main}`", f"`{sub}`") in documented


class OtherCamera(Camera):
    """A camera of another integration."""

    _attr_name = "Garage"

    def __init__(self, source: str | None) -> None:
        super().__init__()
        self._source = source

    async def stream_source(self) -> str | None:
        return self._source


async def other_camera(hass: HomeAssistant, source: str | None) -> str:
    assert await async_setup_component(hass, CAMERA_DOMAIN, {})
    camera = OtherCamera(source)
    await hass.data[DATA_COMPONENT].async_add_entities([camera])
    return camera.entity_id


async def test_another_integration_tells_address_and_login(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    camera = await other_camera(hass, f"rtsp://viewer:{PASSWORD}@192.0.2.4:8554/live?stream=0")
    form = await begin(hass, "entity")
    result = await submit(hass, form, entity_id=camera)
    assert result["step_id"] == "address"
    assert suggested(result) == {
        "name": "Garage",
        "host": "192.0.2.4",
        "port": "8554",
        "username": "viewer",
        "main_path": "/live?stream=0",
    }
    assert PASSWORD not in str(result), "it is taken over, and never shown"
    answers = {**suggested(result), "port": 8554, "transport": "tcp"}
    elsewhere = await submit(hass, result, **{**answers, "host": "192.0.2.66"})
    assert elsewhere["errors"] == {"password": "password_again"}
    probe.assert_not_awaited()
    result = await submit(hass, elsewhere, **answers)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    opened: RtspSource = probe.await_args_list[0].args[0]
    assert (opened.host, opened.port, opened.path) == ("192.0.2.4", 8554, "/live?stream=0")
    assert (opened.username, opened.password) == ("viewer", PASSWORD)
    [added] = entry.subentries.values()
    assert added.title == "Garage"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (None, "entity_without_stream"),
        ("https://192.0.2.4/live.m3u8", "entity_not_rtsp"),
        ("", "entity_without_stream"),
    ],
)
async def test_what_cannot_be_recorded_is_said(hass: HomeAssistant, source: str | None, error: str) -> None:
    make_entry(hass)
    camera = await other_camera(hass, source)
    result = await submit(hass, await begin(hass, "entity"), entity_id=camera)
    assert result["errors"] == {"entity_id": error}
    assert suggested(result) == {"entity_id": camera}


@pytest.mark.parametrize("error", [TimeoutError(), OSError("no route to host"), ClientError(), HomeAssistantError()])
async def test_a_camera_that_cannot_be_asked_now(hass: HomeAssistant, error: Exception) -> None:
    make_entry(hass)
    camera = await other_camera(hass, None)
    form = await begin(hass, "entity")
    with patch.object(OtherCamera, "stream_source", side_effect=error):
        result = await submit(hass, form, entity_id=camera)
    assert result["errors"] == {"entity_id": "entity_unavailable"}


async def test_a_camera_that_is_not_there(hass: HomeAssistant) -> None:
    make_entry(hass)
    assert await async_setup_component(hass, CAMERA_DOMAIN, {})
    result = await submit(hass, await begin(hass, "entity"), entity_id="camera.nowhere")
    assert result["errors"] == {"entity_id": "entity_unavailable"}


async def test_our_own_cameras_are_not_offered(hass: HomeAssistant) -> None:
    make_entry(hass)
    registered = er.async_get(hass).async_get_or_create(CAMERA_DOMAIN, DOMAIN, "x_camera")
    hass.states.async_set(registered.entity_id, "idle")
    hass.states.async_set("camera.other", "idle")
    result = await begin(hass, "entity")
    [selector] = result["data_schema"].schema.values()
    assert selector.config["exclude_entities"] == [registered.entity_id]
