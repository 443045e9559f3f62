"""The longest or largest recordings of a day, as the panel asks for them."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from ..stand_in import NOON
from ..surfaces import FRONT, YARD, Ask, SurfaceHub

DAY = {"since": NOON.isoformat(), "until": (NOON + timedelta(days=1)).isoformat()}


@pytest.mark.parametrize("measure", ["size", "duration"])
async def test_the_greatest_come_first_page_by_page(hub: SurfaceHub, ask: Ask, measure: str) -> None:
    numbers = [3, 9, 3, 0, 7]
    for minute, number in enumerate(numbers):
        await hub.add_record(YARD if minute == 1 else FRONT, minute, size=number * 1000, duration=number / 3)
    field = {"size": "file_size", "duration": "duration"}[measure]

    async def listed(**fields: Any) -> list[Any]:
        found: list[Any] = []
        cursor: dict[str, str] = {}
        while True:
            page = (await ask("greatest_records", measure=measure, limit=2, **DAY, **fields, **cursor))["result"]
            found += [item[field] or 0 for item in page["items"]]
            if page["cursor"] is None:
                return found
            cursor["cursor"] = page["cursor"]

    wanted = [number * 1000 if measure == "size" else number / 3 for number in (9, 7, 3, 3, 0)]
    assert await listed() == wanted
    assert await listed(camera_id=FRONT) == wanted[1:]
    assert await listed(status="timeout") == []
    assert await listed(analysis_status="pending") == wanted


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"measure": "camera_ip"}, "invalid_format"),
        ({"until": (NOON + timedelta(hours=26)).isoformat()}, "invalid_range"),
        ({"until": NOON.isoformat()}, "invalid_range"),
        ({"cursor": "x"}, "invalid_cursor"),
        ({"cursor": json.dumps(["duration", 1, 1])}, "invalid_cursor"),
        ({"cursor": json.dumps(["size", "1", 1])}, "invalid_cursor"),
        ({"cursor": json.dumps(["size", True, -1])}, "invalid_cursor"),
        ({"cursor": '["size",NaN,1]'}, "invalid_cursor"),
        ({"cursor": '["size",1e999,1]'}, "invalid_cursor"),
        ({"cursor": "[" * 200}, "invalid_cursor"),
        ({"limit": 201}, "invalid_format"),
    ],
)
async def test_what_cannot_be_asked_is_refused(ask: Ask, fields: dict[str, Any], code: str) -> None:
    assert (await ask("greatest_records", **({"measure": "size"} | DAY | fields)))["error"]["code"] == code


async def test_only_of_cameras_that_one_may_see(
    hass: HomeAssistant,
    hub: SurfaceHub,
    only_front: MockUser,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_access_token: str,
) -> None:
    for minute, camera in enumerate((FRONT, YARD)):
        await hub.add_record(camera, minute)
    client = await hass_ws_client(hass, hass_read_only_access_token)
    question = {"type": "mycamera/greatest_records", "measure": "size", **DAY}
    await client.send_json_auto_id(question)
    items = (await client.receive_json())["result"]["items"]
    assert [item["camera_id"] for item in items] == [FRONT]
    await client.send_json_auto_id({**question, "camera_id": YARD})
    assert (await client.receive_json())["error"]["code"] == "unauthorized"
