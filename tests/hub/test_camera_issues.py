"""Who is told of a camera that is not recorded, and when that ends: a real hub, and a real camera that refuses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from unittest.mock import patch

import pytest
import pytest_socket
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.hub import camera_issues
from custom_components.mycamera.hub.camera import CameraRuntime
from custom_components.mycamera.recording.retention.coverage import Coverage
from custom_components.mycamera.recording.status import RecorderState
from tests.demo_camera import DemoCamera, missing
from tests.stand_in import QuietHub, show

from .test_hub import entry, state, until

__all__ = ["entry"]  # the fixture


@pytest.fixture(autouse=True)
def _real_sockets() -> None:
    """The camera and the keeper are on this machine."""
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)


STATUS = "sensor.front_door_recording_status"


def issue(hass: HomeAssistant, kind: str) -> ir.IssueEntry | None:
    return ir.async_get(hass).async_get_issue(DOMAIN, f"{kind}_01CAMERA")


async def test_a_camera_that_stays_away_is_told_of(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    await until(hass, lambda: state(hass, STATUS) == "unreachable")
    assert issue(hass, "camera_not_recorded") is None, "cameras restart"
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(minutes=5, seconds=1))
    await hass.async_block_till_done()
    told = issue(hass, "camera_not_recorded")
    assert told is not None
    assert told.translation_placeholders is not None
    assert told.translation_placeholders["name"] == "Front door"
    assert "refused" in told.translation_placeholders["error"]
    await hass.services.async_call("switch", "turn_off", {"entity_id": "switch.front_door_recording"}, blocking=True)
    assert issue(hass, "camera_not_recorded") is None, "that is what the user wants"


@pytest.fixture
async def real_camera() -> AsyncIterator[DemoCamera]:
    if reason := missing():
        pytest.skip(reason)
    camera = await DemoCamera.start(user="viewer", password="new one")
    yield camera
    await camera.stop()


async def refuse(hass: HomeAssistant, entry: MockConfigEntry, camera: DemoCamera) -> None:
    """Have the hub record a camera with a password that this one refuses."""
    front = entry.subentries["01CAMERA"]
    hass.config_entries.async_update_subentry(entry, front, data={**front.data, "port": camera.port})
    async with asyncio.timeout(60):
        while state(hass, STATUS) != "authentication_failed":
            await asyncio.sleep(0.05)
    await hass.async_block_till_done()


def asked(hass: HomeAssistant) -> list[Any]:
    return [flow for flow in hass.config_entries.flow.async_progress() if flow["step_id"] == "reauth_camera"]


async def recorded(hass: HomeAssistant) -> None:
    async with asyncio.timeout(60):
        while state(hass, STATUS) != "recording":
            await asyncio.sleep(0.05)
    await hass.async_block_till_done()


async def test_a_refused_password_is_asked_for_and_mended(
    hass: HomeAssistant, entry: MockConfigEntry, real_camera: DemoCamera, hass_client: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "repairs", {})
    await refuse(hass, entry, real_camera)
    told = issue(hass, "camera_login")
    assert told is not None
    assert told.is_fixable
    assert len(asked(hass)) == 1
    client = await hass_client()

    async def post(path: str, **data: Any) -> Any:
        response = await client.post(f"/api/repairs/issues/{path}", json=data)
        assert response.status == HTTPStatus.OK
        return await response.json()

    form = await post("fix", handler=DOMAIN, issue_id="camera_login_01CAMERA")
    assert form["step_id"] == "login"
    assert form["description_placeholders"]["name"] == "Front door"
    form = await post(f"fix/{form['flow_id']}", username="viewer", password="also wrong")
    assert form["errors"] == {"base": "wrong_password"}
    done = await post(f"fix/{form['flow_id']}", username="viewer", password="new one")
    assert done["type"] == "create_entry"
    assert entry.subentries["01CAMERA"].data["password"] == "new one"
    await recorded(hass)
    assert issue(hass, "camera_login") is None
    assert not asked(hass), "the other form for the same has nothing to ask any more"


async def test_it_can_also_be_mended_where_home_assistant_asks(
    hass: HomeAssistant, entry: MockConfigEntry, real_camera: DemoCamera
) -> None:
    await refuse(hass, entry, real_camera)
    [flow] = asked(hass)
    configure = hass.config_entries.flow.async_configure
    result = await configure(flow["flow_id"], {"username": "viewer", "password": "also wrong"})
    assert result["errors"] == {"password": "wrong_password"}
    result = await configure(flow["flow_id"], {"username": "viewer", "password": "new one"})
    assert result["reason"] == "reauth_successful"
    await recorded(hass)
    assert issue(hass, "camera_login") is None


async def test_nothing_is_asked_once_the_old_password_is_taken_again(
    hass: HomeAssistant, entry: MockConfigEntry, real_camera: DemoCamera
) -> None:
    with patch("custom_components.mycamera.recording.retries.MOST_REFUSALS", 1000):
        await refuse(hass, entry, real_camera)
        assert asked(hass)
        await real_camera.command("password", "s3cret-of-the-camera")
        await recorded(hass)
    assert not asked(hass)
    assert issue(hass, "camera_login") is None


@pytest.fixture
async def followed(hass: HomeAssistant, hub: QuietHub) -> AsyncIterator[CameraRuntime]:
    """Follow a camera whose state the test decides."""
    issues = camera_issues.CameraIssues(hass, hub.entry, hub.camera)
    yield hub.camera
    issues.close()
    assert issue(hass, "camera_coverage") is None, "it goes with the camera"


def share(percent: float, hours: float = 24) -> Coverage:
    seconds = hours * 3600
    return Coverage(
        recorded=seconds * percent / 100, missing=seconds * (100 - percent) / 100, unknown=0, before=0, gaps=7
    )


async def test_a_camera_of_which_too_little_is_recorded(hass: HomeAssistant, followed: CameraRuntime) -> None:
    for coverage in (share(90), share(10, hours=0.9), None):
        show(followed, coverage=coverage)
        assert issue(hass, "camera_coverage") is None, coverage
    show(followed, coverage=share(89.9))
    told = issue(hass, "camera_coverage")
    assert told is not None
    assert told.translation_placeholders == {"name": "Front door", "percent": "89", "least": "90", "gaps": "7"}
    show(followed, coverage=share(50))
    told = issue(hass, "camera_coverage")
    assert told is not None
    assert told.translation_placeholders is not None
    assert told.translation_placeholders["percent"] == "50"
    show(followed, coverage=None)
    assert issue(hass, "camera_coverage") is not None, "what is not known mends nothing"
    show(followed, coverage=share(95))
    assert issue(hass, "camera_coverage") is None
    followed.recording_enabled = False
    show(followed, coverage=share(10))
    assert issue(hass, "camera_coverage") is None, "that is what the user wants"


async def configure(followed: CameraRuntime, **advanced: Any) -> None:
    await followed.async_configure(replace(followed.config, **advanced))


@pytest.mark.parametrize(("least", "told"), [(50, False), (96, True), (0, False)])
async def test_how_much_is_to_be_recorded_is_the_users_choice(
    hass: HomeAssistant, followed: CameraRuntime, least: int, told: bool
) -> None:
    await configure(followed, least_recorded=least)
    show(followed, coverage=share(95 if told else 50))
    assert (issue(hass, "camera_coverage") is not None) is told


async def test_how_long_a_camera_may_be_away_is_too(hass: HomeAssistant, followed: CameraRuntime) -> None:
    await configure(followed, away_seconds=60.0)
    show(followed, recording_status=RecorderState.UNREACHABLE, recording_error="no route")
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=30))
    await hass.async_block_till_done()
    assert issue(hass, "camera_not_recorded") is None
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=61))
    await hass.async_block_till_done()
    assert issue(hass, "camera_not_recorded") is not None


async def test_a_missing_ffmpeg_is_told_at_once(hass: HomeAssistant, followed: CameraRuntime) -> None:
    error = "cannot run ffmpeg: No such file or directory"
    show(followed, recording_status=RecorderState.CONNECTING, recording_error=error)
    told = ir.async_get(hass).async_get_issue(DOMAIN, "ffmpeg_missing")
    assert told is not None
    assert told.translation_placeholders == {"error": error}
    assert told.severity is ir.IssueSeverity.CRITICAL
    show(followed, recording_status=RecorderState.RECORDING, recording_error=None)
    assert ir.async_get(hass).async_get_issue(DOMAIN, "ffmpeg_missing") is None
