"""What the live wall asks: pictures of now, and where the persons are in them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from homeassistant.components.camera import DOMAIN as CAMERA_DOMAIN
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.worker.protocol.watch import InView, PersonInView

from ..stand_in import NOON
from ..surfaces import FRONT, YARD, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")

WALKER = PersonInView(track=7, box=(0.1, 0.2, 0.3, 0.9))


async def test_addresses_of_the_pictures_of_now(hass: HomeAssistant, ask: Ask) -> None:
    asked = datetime.now(UTC)
    result = (await ask("live", camera_id=FRONT))["result"]
    assert asked <= datetime.fromisoformat(result.pop("now")) <= datetime.now(UTC)
    assert result == {"still_url": None, "moving_url": None}
    hass.states.async_set("camera.front_door", "recording")
    result = (await ask("live", camera_id=FRONT))["result"]
    assert result["still_url"].startswith(f"/api/{CAMERA_DOMAIN}_proxy/camera.front_door?authSig=")
    assert result["moving_url"].startswith(f"/api/{CAMERA_DOMAIN}_proxy_stream/camera.front_door?authSig=")
    assert (await ask("live", camera_id="01UNKNOWN"))["error"]["code"] == "not_found"


@pytest.fixture
async def asks_as(hass: HomeAssistant, hass_ws_client: WebSocketGenerator, only_front: MockUser) -> Any:
    """Return a client of the user who may see the front door's camera only."""
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    return await hass_ws_client(hass, hass.auth.async_create_access_token(token))


async def test_pictures_of_now_are_for_who_may_see_the_camera(asks_as: Any) -> None:
    await asks_as.send_json_auto_id({"type": "mycamera/live", "camera_id": FRONT})
    assert (await asks_as.receive_json())["success"]
    await asks_as.send_json_auto_id({"type": "mycamera/live", "camera_id": YARD})
    assert (await asks_as.receive_json())["error"]["code"] == "unauthorized"


async def test_who_is_where_is_told_of_the_cameras_that_may_be_seen(
    hass: HomeAssistant, hub: SurfaceHub, asks_as: Any
) -> None:
    before = len(hub.watches.in_view)
    await asks_as.send_json_auto_id({"type": "mycamera/subscribe_in_view"})
    subscribed = await asks_as.receive_json()
    assert subscribed["success"]
    assert len(hub.watches.in_view) == before + 1
    hub.watches.in_view.tell(NOON, InView(camera=YARD, time=0.0, persons=(WALKER,), aspect=16 / 9))
    hub.watches.in_view.tell(NOON, InView(camera=FRONT, time=0.0, persons=(WALKER,), aspect=16 / 9))
    told = (await asks_as.receive_json())["event"]
    assert told["camera_id"] == FRONT
    assert datetime.fromisoformat(told["time"]).astimezone(UTC) == NOON
    assert told["persons"] == [{"track": 7, "box": [0.1, 0.2, 0.3, 0.9]}]
    await asks_as.send_json_auto_id({"type": "unsubscribe_events", "subscription": subscribed["id"]})
    assert (await asks_as.receive_json())["success"]
    assert len(hub.watches.in_view) == before
