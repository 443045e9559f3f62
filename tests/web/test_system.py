"""What the panel's page on the system is told."""

from __future__ import annotations

import pytest
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.database import Usage
from custom_components.mycamera.hub.storage_survey import Outlook
from custom_components.mycamera.recording.retention.coverage import Coverage
from custom_components.mycamera.recording.status import RecorderState

from ..surfaces import FRONT, YARD, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")


async def test_the_state_of_the_system(hub: SurfaceHub, ask: Ask) -> None:
    hub.retention.survey.outlook = Outlook(days=12.5)
    hub.retention.survey.database_size = 4096
    state = hub.cameras[FRONT].state
    state.coverage = Coverage(recorded=75, missing=20, unknown=5, before=86_300, gaps=3)
    state.storage, state.persons_today, state.stream_fps = Usage(bytes=1000, protected=0, records=2), 7, 25.0
    hub.cameras[YARD].state.recording_status = RecorderState.UNREACHABLE
    hub.cameras[YARD].state.recording_error = "no route to 192.0.2.7"
    result = (await ask("system"))["result"]
    assert result["free_bytes"] is None
    assert (result["days_until_full"], result["never_full"], result["database_bytes"]) == (12.5, False, 4096)
    assert result["recordings_path"] == str(hub.recordings_root)
    front, yard = result["cameras"]
    assert (front["coverage"], front["gaps"], front["bytes"], front["persons_today"]) == (0.75, 3, 1000, 7)
    assert front["coverage_seconds"] == 100, "what was before the camera is no time in which it could record"
    assert (yard["recording_status"], yard["recording_error"]) == ("unreachable", "no route to 192.0.2.7")
    unknown = {yard[key] for key in ("coverage", "coverage_seconds", "bytes")}
    assert unknown == {None}, "what is not known is not nothing"


async def test_users_are_told_of_their_cameras_and_of_no_folders(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator, only_front: MockUser
) -> None:
    hub.cameras[FRONT].state.recording_error = "no space on /srv/secret"
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(token))
    await client.send_json_auto_id({"type": "mycamera/system"})
    result = (await client.receive_json())["result"]
    assert [camera["camera_id"] for camera in result["cameras"]] == [FRONT]
    assert result["recordings_path"] is None
    assert result["cameras"][0]["recording_error"] is None
