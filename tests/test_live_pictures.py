"""The camera entity's stills and its live picture, and whose connection to the camera they use."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from unittest.mock import AsyncMock, Mock, patch

import pytest
from homeassistant.components import camera as camera_component
from homeassistant.components.camera import async_get_image, async_get_stream_source
from homeassistant.components.camera.const import CameraEntityFeature
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from PIL import Image
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.mycamera.analysis.errors import JobError
from custom_components.mycamera.analysis.live.live_watches import LiveWatches
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.recording.stills import StillError

from .recording.conftest import make_movie
from .shown import entity_id, state
from .stand_in import (
    CAMERA_ID,
    PASSWORD,
    QuietHub,
    show,
)


async def test_live_camera(hass: HomeAssistant, hub: QuietHub) -> None:
    camera = entity_id(hass, Platform.CAMERA, "live")
    assert camera == "camera.front_door"
    assert await async_get_stream_source(hass, camera) == hub.camera.source.url
    shown = state(hass, Platform.CAMERA, "live")
    assert shown.state == "recording"
    assert PASSWORD not in str(shown.as_dict())

    # Nothing shows yet in the open file, for there is none.
    grab = AsyncMock(return_value=b"\xff\xd8 a still")
    with patch("custom_components.mycamera.camera.grab_still", grab):
        assert (await async_get_image(hass, camera)).content == b"\xff\xd8 a still"
        assert (await async_get_image(hass, camera)).content == b"\xff\xd8 a still"
    grab.assert_awaited_once()
    assert grab.await_args is not None
    assert grab.await_args.args[1] == hub.camera.sub_source


async def test_no_still(hass: HomeAssistant, hub: QuietHub) -> None:
    camera = entity_id(hass, Platform.CAMERA, "live")
    with (
        patch("custom_components.mycamera.camera.grab_still", AsyncMock(side_effect=StillError("none"))),
        pytest.raises(HomeAssistantError),
    ):
        await async_get_image(hass, camera)


async def test_mjpeg(hass: HomeAssistant, hub: QuietHub, hass_client: ClientSessionGenerator, tmp_path: Path) -> None:
    ffmpeg = tmp_path / "ffmpeg"
    ffmpeg.write_text("#!/bin/sh\nprintf -- '--ffmpeg one'\n")
    ffmpeg.chmod(0o755)
    client = await hass_client()
    show(hub.camera, recording_status=RecorderState.OFF)  # else it comes from what is recorded
    with patch("custom_components.mycamera.camera.get_ffmpeg_manager", return_value=Mock(binary=str(ffmpeg))):
        response = await client.get(f"/api/camera_proxy_stream/{entity_id(hass, Platform.CAMERA, 'live')}")
        assert response.status == HTTPStatus.OK
        assert response.headers["Content-Type"] == "multipart/x-mixed-replace;boundary=ffmpeg"
        assert await response.read() == b"--ffmpeg one"


async def test_a_recorded_camera_is_not_asked_for_pictures(
    hass: HomeAssistant, hub: QuietHub, hass_client: ClientSessionGenerator
) -> None:
    """Stills and MJPEG come from the file that is being recorded, also where the camera serves nobody else."""
    camera = entity_id(hass, Platform.CAMERA, "live")
    folder = hub.recordings_root / CAMERA_ID / ".open" / "20261122T120000Z-00000000"
    await hass.async_add_executor_job(make_movie, folder / "000000.mp4")
    hub.camera.config = replace(hub.camera.config, connections=1)
    hub.camera._watch_wanted = True
    show(hub.camera)
    client = await hass_client()
    with patch("custom_components.mycamera.camera.grab_still", AsyncMock(side_effect=AssertionError)):
        still = (await async_get_image(hass, camera)).content
        response = await client.get(f"/api/camera_proxy_stream/{camera}")
        part = await response.content.readuntil(b"\xff\xd9\r\n")
    assert Image.open(BytesIO(still)).size == (160, 120)
    assert response.headers["Content-Type"] == "multipart/x-mixed-replace;boundary=ffmpeg"
    head, _, picture = part.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(picture) - 2}".encode() in head
    assert Image.open(BytesIO(picture)).size == (160, 120)
    response.close()
    assert state(hass, Platform.CAMERA, "live").attributes["supported_features"] == 0, "the frontend shows MJPEG"

    show(hub.camera, recording_status=RecorderState.OFF)
    assert (await client.get(f"/api/camera_proxy_stream/{camera}")).status == HTTPStatus.BAD_GATEWAY
    hub.camera._watch_wanted = False
    show(hub.camera)
    assert state(hass, Platform.CAMERA, "live").attributes["supported_features"] == CameraEntityFeature.STREAM


async def test_a_camera_that_is_only_watched_is_not_asked_for_pictures(
    hass: HomeAssistant, hub: QuietHub, hass_client: ClientSessionGenerator
) -> None:
    """Stills and MJPEG are the live watch's newest picture; where that has none, they are asked for as before."""
    camera = entity_id(hass, Platform.CAMERA, "live")
    show(hub.camera, recording_status=RecorderState.OFF, watching=True)
    hub.camera._watch_wanted = True
    hub.camera.config = replace(hub.camera.config, connections=1)
    client = await hass_client()
    seen = AsyncMock(return_value=b"\xff\xd8 what the worker sees \xff\xd9")
    with patch.object(LiveWatches, "take_still", seen):
        assert (await async_get_image(hass, camera)).content == seen.return_value
        seen.assert_awaited_once_with(CAMERA_ID)
        response = await client.get(f"/api/camera_proxy_stream/{camera}")
        assert response.headers["Content-Type"] == "multipart/x-mixed-replace;boundary=ffmpeg"
        for _ in range(2):
            assert (await response.content.readuntil(b"\xff\xd9\r\n")).endswith(seen.return_value + b"\r\n")
        response.close()

    with patch.object(LiveWatches, "take_still", AsyncMock(side_effect=JobError("source_missing", "not seen"))):
        assert (await client.get(f"/api/camera_proxy_stream/{camera}")).status == HTTPStatus.BAD_GATEWAY
        hub.camera.config = replace(hub.camera.config, connections=None)
        live = hass.data["camera"].get_entity(camera)
        assert live is not None
        live._still = None
        with patch("custom_components.mycamera.camera.grab_still", AsyncMock(return_value=b"\xff\xd8 its own")):
            assert (await async_get_image(hass, camera)).content == b"\xff\xd8 its own"


async def test_changed_settings_reach_the_live_picture(hass: HomeAssistant, hub: QuietHub) -> None:
    camera = entity_id(hass, Platform.CAMERA, "live")
    live = hass.data["camera"].get_entity(camera)
    assert live is not None
    live.stream = Mock()
    old = hub.camera.source
    with patch("custom_components.mycamera.camera.grab_still", AsyncMock(return_value=b"\xff\xd8")) as grab:
        await async_get_image(hass, camera)
        source = replace(old, host="192.0.2.99", transport="udp")
        hub.camera.config = replace(hub.camera.config, source=source)
        show(hub.camera)
        assert await async_get_stream_source(hass, camera) == hub.camera.source.url
        live.stream.update_source.assert_called_once_with(hub.camera.source.url)
        assert live.stream_options["rtsp_transport"] == "udp"
        await async_get_image(hass, camera)
    assert grab.await_count == 2
    live.stream = None


async def test_a_camera_that_can_be_talked_to_says_so(
    hass: HomeAssistant, hub: QuietHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Home Assistant 2026.11 has it; that of before, in which these tests run, has no such class."""
    told = Mock(side_effect=lambda *, two_way_audio: two_way_audio)
    monkeypatch.setattr(camera_component, "CameraEntityCapabilities", told, raising=False)
    live = hass.data["camera"].get_entity(entity_id(hass, Platform.CAMERA, "live"))
    assert live is not None
    for talks in (True, False):
        hub.camera.config = replace(hub.camera.config, two_way_audio=talks)
        show(hub.camera)
        assert live._attr_camera_entity_capabilities is talks
