"""What the timeline asks: how much there is of each day, and a small picture of a moment."""

from __future__ import annotations

import asyncio
import base64
import shutil
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from PIL import Image
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.recording.archive.storage import MARKER

from ..recording.conftest import make_movie
from ..stand_in import NOON
from ..surfaces import FRONT, YARD, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")

MONTH = {"since": (NOON - timedelta(days=30)).isoformat(), "until": (NOON + timedelta(days=1)).isoformat()}
SECONDS = 3


async def test_each_day_tells_what_it_has(hub: SurfaceHub, ask: Ask) -> None:
    for minute in (0, 1, -1440):
        await hub.add_record(FRONT, minute)
    await hub.add_person(FRONT, "a", 30)
    await hub.add_person(FRONT, "b", -5 * 86_400)
    await hub.add_record(YARD, 0)

    async def days(**fields: Any) -> list[tuple[str, int, int]]:
        answer = await ask("days", **{**MONTH, "camera_id": FRONT, "time_zone": "UTC", **fields})
        assert answer["success"], answer
        return [(day["day"], day["recordings"], day["persons"]) for day in answer["result"]["days"]]

    today, yesterday, long_ago = [(NOON - timedelta(days=days)).date().isoformat() for days in (0, 1, 5)]
    assert await days() == [(long_ago, 0, 1), (yesterday, 1, 0), (today, 2, 1)]
    # At noon in London it is tomorrow already in Kiritimati.
    tomorrow = (NOON + timedelta(days=1)).date().isoformat()
    assert (await days(time_zone="Pacific/Kiritimati"))[-1] == (tomorrow, 2, 1)
    for wrong in ({"time_zone": "Nowhere/Land"}, {"since": MONTH["until"]}, {"since": "2020-01-01T00:00:00Z"}):
        answer = await ask("days", **{**MONTH, "camera_id": FRONT, "time_zone": "UTC", **wrong})
        assert answer["error"]["code"] in {"invalid_format", "invalid_range"}


async def test_a_moment_has_a_picture_while_its_recording_is_there(hub: SurfaceHub, ask: Ask) -> None:
    path = hub.recordings_root / FRONT / "film.mp4"
    await asyncio.to_thread(make_movie, path, seconds=SECONDS)
    end = NOON + timedelta(seconds=SECONDS)
    await hub.add_record(FRONT, 0, path=f"{FRONT}/film.mp4", size=path.stat().st_size, end_time=end)

    async def picture(seconds: float) -> dict[str, Any]:
        moment = (NOON + timedelta(seconds=seconds)).isoformat()
        answer: dict[str, Any] = await ask("preview", camera_id=FRONT, moment=moment)
        return answer

    found = (await picture(1.8))["result"]
    assert found["time"] == (NOON + timedelta(seconds=1)).isoformat()
    with Image.open(BytesIO(base64.b64decode(found["picture"]))) as image:
        assert image.format == "JPEG"
    nothing = {"time": None, "picture": None}
    assert (await picture(500))["result"] == nothing
    path.rename(path.with_suffix(".away"))
    assert (await picture(1.8))["result"] == nothing
    path.write_bytes(b"no film")
    assert (await picture(1.8))["result"] == nothing
    (hub.recordings_root / MARKER).unlink()
    shutil.rmtree(path.parent)
    assert (await picture(1.8))["error"]["code"] == "storage_unavailable"


async def test_a_camera_that_one_may_not_see_tells_nothing(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator, only_front: MockUser
) -> None:
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(token))
    moment = NOON.isoformat()
    for camera_id, code in ((YARD, "unauthorized"), (FRONT, None)):
        for fields in (
            {"type": "mycamera/days", "time_zone": "UTC", **MONTH},
            {"type": "mycamera/preview", "moment": moment},
        ):
            await client.send_json_auto_id({**fields, "camera_id": camera_id})
            answer = await client.receive_json()
            assert answer.get("error", {}).get("code") == code
