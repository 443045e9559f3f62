"""Cameras that are away are found at another address: a real search and real ONVIF on loopback."""

from __future__ import annotations

import logging
from typing import Any
from unittest.mock import patch

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.requirements import RequirementsNotFound
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.hub.camera_search import CameraSearch
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.settings.onvif_cameras import libraries

from ..fake_onvif import LOOPBACK, FakeCamera, search_on_loopback
from .test_hub import entry, subentry, until

__all__ = ["entry"]

CAMERA, SECOND = "01CAMERA", "01SECOND"
BEFORE = "127.0.0.9"
LOGIN: dict[str, Any] = {"username": "viewer", "password": "s3cret-of-the-camera"}


@pytest.fixture(autouse=True)
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    search_on_loopback(monkeypatch)


async def away(hass: HomeAssistant, entry: MockConfigEntry, camera: FakeCamera) -> CameraSearch:
    """Return the search of a hub with a recorder of two cameras that is where nobody answers."""
    hass.config_entries.async_add_subentry(entry, subentry("Second", SECOND, "/2"))
    for each in list(entry.subentries.values()):
        known = {"host": BEFORE, "serial": "SN0815", "endpoint": f"urn:uuid:{camera.endpoint}"}
        hass.config_entries.async_update_subentry(entry, each, data={**each.data, **known})
    cameras = entry.runtime_data.cameras
    await until(hass, lambda: len(cameras) == 2 and all(each.source.host == BEFORE for each in cameras.values()))
    await until(
        hass, lambda: all(each.state.recording_status is RecorderState.UNREACHABLE for each in cameras.values())
    )
    found: CameraSearch = entry.runtime_data._camera_search
    return found


def hosts(entry: MockConfigEntry) -> set[str]:
    return {each.data["host"] for each in entry.subentries.values()}


async def test_a_camera_is_followed_by_its_serial_number(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    async with FakeCamera(**LOGIN).serving() as camera:
        looking = await away(hass, entry, camera)
        await looking.look()
        assert hosts(entry) == {LOOPBACK}, "both cameras of the recorder"
        cameras = entry.runtime_data.cameras
        await until(hass, lambda: all(each.source.host == LOOPBACK for each in cameras.values()))
        asked = len(camera.asked)
        await looking.look()
        assert len(camera.asked) == asked, "it is there"


@pytest.mark.parametrize(
    "camera",
    [
        FakeCamera(**LOGIN, serial="SN4711"),
        FakeCamera(username="viewer", password="another"),
        FakeCamera(http_status=404),
    ],
)
async def test_what_only_calls_itself_so_is_not_followed(
    hass: HomeAssistant, entry: MockConfigEntry, camera: FakeCamera
) -> None:
    async with camera.serving():
        await (await away(hass, entry, camera)).look()
    assert camera.asked
    assert len(camera.refused) <= 2, "one try for each camera"
    assert hosts(entry) == {BEFORE}


async def test_a_login_that_is_refused_is_not_shown_again_and_again(
    hass: HomeAssistant, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with FakeCamera(username="viewer", password="another").serving() as camera:
        looking = await away(hass, entry, camera)
        await looking.look()
        refused = len(camera.refused)
        assert refused
        await looking.look()
        assert len(camera.refused) == refused, "it would lock the account"
        monkeypatch.setattr("custom_components.mycamera.hub.camera_search.REFUSED_FOR", 0.0)
        await looking.look()
        assert len(camera.refused) > refused, "an hour later the camera may have another password"


async def test_others_are_not_asked(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    async with FakeCamera(**LOGIN).serving() as other:
        await (await away(hass, entry, FakeCamera())).look()
    assert (other.asked, hosts(entry)) == ([], {BEFORE})


async def test_without_the_libraries_it_is_tried_later(
    hass: HomeAssistant, entry: MockConfigEntry, caplog: pytest.LogCaptureFixture
) -> None:
    looking = await away(hass, entry, FakeCamera())
    missing = patch.object(
        libraries, "async_get_integration_with_requirements", side_effect=RequirementsNotFound("onvif", ["zeep"])
    )
    with caplog.at_level(logging.DEBUG), missing:
        await looking.look()
    assert "looked for later" in caplog.text


async def test_nobody_is_asked_while_all_are_there(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    with patch("custom_components.mycamera.hub.camera_search.search_cameras") as asked:
        await entry.runtime_data._camera_search.look()  # it is away, and nobody knows what it is called
    asked.assert_not_called()
