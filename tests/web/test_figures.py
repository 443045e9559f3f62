"""Figures: how many came when, how long they stayed, and where they walk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.database import Box, PathPoint
from custom_components.mycamera.settings.lines import read_lines
from custom_components.mycamera.web import figures
from custom_components.mycamera.web.figures import COLUMNS, ROWS

from ..stand_in import NOON
from ..surfaces import FRONT, YARD, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")

DAY = {"since": (NOON - timedelta(hours=12)).isoformat(), "until": (NOON + timedelta(hours=12)).isoformat()}


async def hours(ask: Ask, time_zone: str = "UTC", **fields: Any) -> dict[tuple[str, str], int]:
    answer = await ask("figures", **{**DAY, "time_zone": time_zone, **fields})
    assert answer["success"], answer
    return {(item["camera_id"], item["start"][11:16]): item["persons"] for item in answer["result"]["hours"]}


async def test_people_are_counted_by_the_hours_of_the_users_clocks(hub: SurfaceHub, ask: Ask) -> None:
    for number, seconds in enumerate((-1800, 60, 1700, 1900, 3700)):
        await hub.add_person(FRONT, f"f{number}", seconds)
    await hub.add_person(YARD, "y", 120)
    assert await hours(ask) == {(FRONT, "11:00"): 1, (FRONT, "12:00"): 3, (FRONT, "13:00"): 1, (YARD, "12:00"): 1}
    # In India hours begin at half past those of UTC.
    assert await hours(ask, "Asia/Kolkata", camera_id=FRONT) == {(FRONT, "11:30"): 3, (FRONT, "12:30"): 2}
    later = {"since": (NOON + timedelta(hours=1)).isoformat()}
    assert await hours(ask, **later) == {(FRONT, "13:00"): 1}
    for wrong in ({"time_zone": "Nowhere/Land"}, {"since": DAY["until"]}, {"since": "2020-01-01T00:00:00Z"}):
        answer = await ask("figures", **{**DAY, "time_zone": "UTC", **wrong})
        assert answer["error"]["code"] in {"invalid_format", "invalid_range"}


async def test_a_long_time_is_counted_in_parts_and_everybody_once(hub: SurfaceHub, ask: Ask) -> None:
    since = NOON - timedelta(days=7, minutes=7)
    for day in range(8):
        for beside in (-1, 1):
            seconds = (since + timedelta(days=day) - NOON).total_seconds() + beside * 900
            await hub.add_person(FRONT, f"{day}{beside}", seconds)
    answer = await ask("figures", since=since.isoformat(), until=NOON.isoformat(), time_zone="UTC")
    counted = [item["persons"] for item in answer["result"]["hours"]]
    # Who came before the first quarter of an hour that is asked for, and after the last, is not among them.
    assert sum(counted) == 14
    assert len({item["start"] for item in answer["result"]["hours"]}) == len(counted)


async def test_where_people_walk_and_how_long_they_stay(
    hub: SurfaceHub, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def feet(column: int, row: int) -> Box:
        left, bottom = (column + 0.4) / COLUMNS, (row + 0.5) / ROWS
        return Box(left, 0.0, left + 0.2 / COLUMNS, bottom)

    way = (PathPoint(0.0, feet(3, 20)), PathPoint(1.0, feet(4, 20)), PathPoint(2.0, feet(3, 20)))
    await hub.add_person(FRONT, "walks", 0, path=way, zones=("Porch",), last_seen=NOON + timedelta(seconds=4))
    await hub.add_person(FRONT, "stands", 60, box=feet(4, 20), last_seen=NOON + timedelta(seconds=80))
    await hub.add_person(FRONT, "edge", 90, box=Box(0.99, 0.5, 1.0, 1.0), zones=("Porch", "Gate"))
    await hub.add_person(YARD, "elsewhere", 0)
    answer = (await ask("ways", camera_id=FRONT, **DAY))["result"]
    counted = {divmod(field, COLUMNS)[::-1]: count for field, count in enumerate(answer["fields"]) if count}
    # Whoever crosses a field twice was there once.
    assert counted == {(3, 20): 1, (4, 20): 2, (COLUMNS - 1, ROWS - 1): 1}
    assert (answer["persons"], answer["whole"], answer["median_seconds"]) == (3, True, 8.0)
    noon = NOON.isoformat()
    assert answer["zones"] == [
        {"name": "Porch", "persons": 2, "median_seconds": 6.0, "quarters": [{"start": noon, "persons": 2}]},
        {"name": "Gate", "persons": 1, "median_seconds": 8.0, "quarters": [{"start": noon, "persons": 1}]},
    ]
    assert answer["lines"] == []
    monkeypatch.setattr(figures, "_PAGE", 1)
    monkeypatch.setattr(figures, "MOST_PERSONS", 2)
    answer = (await ask("ways", camera_id=FRONT, **DAY))["result"]
    assert (answer["persons"], answer["whole"], sum(answer["fields"])) == (2, False, 2)
    nobody = (await ask("ways", camera_id=FRONT, since=DAY["since"], until=NOON.isoformat()))["result"]
    assert (nobody["persons"], nobody["median_seconds"], nobody["zones"]) == (0, None, [])


async def test_who_came_into_a_zone_is_counted_by_quarters(hub: SurfaceHub, ask: Ask) -> None:
    for number, seconds in enumerate((0, 899, 900, 4000)):
        await hub.add_person(FRONT, f"e{number}", seconds, zones=("Porch",))
    (porch,) = (await ask("ways", camera_id=FRONT, **DAY))["result"]["zones"]
    counted = {quarter["start"][11:16]: quarter["persons"] for quarter in porch["quarters"]}
    assert counted == {"12:00": 2, "12:15": 1, "13:00": 1}


async def test_who_walked_over_a_line_and_which_way(hub: SurfaceHub, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = read_lines("Door: 50,0 50,100\nGate: 0,20 10,20")
    monkeypatch.setattr(type(hub.cameras[FRONT]), "lines", lines)

    def way(*places: float) -> tuple[PathPoint, ...]:
        return tuple(PathPoint(number * 0.4, Box(x - 0.05, 0.4, x + 0.05, 0.8)) for number, x in enumerate(places))

    await hub.add_person(FRONT, "in", 0, path=way(0.8, 0.7, 0.6, 0.4, 0.3, 0.2))
    await hub.add_person(FRONT, "out", 10, path=way(0.2, 0.4, 0.6, 0.7))
    await hub.add_person(FRONT, "there and back", 20, path=way(0.8, 0.6, 0.4, 0.3, 0.3, 0.6, 0.7, 0.8))
    await hub.add_person(FRONT, "nearly", 30, path=way(0.8, 0.7, 0.6))
    answer = (await ask("ways", camera_id=FRONT, **DAY))["result"]
    assert answer["lines"] == [
        {"name": "Door", "inwards": 2, "outwards": 2},
        {"name": "Gate", "inwards": 0, "outwards": 0},
    ]


async def test_only_of_cameras_that_one_may_see(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator, only_front: MockUser
) -> None:
    await hub.add_person(FRONT, "mine", 0)
    await hub.add_person(YARD, "other", 0)
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(token))

    async def ask(command: str, **fields: Any) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"mycamera/{command}", **fields})
        return dict(await client.receive_json())

    assert await hours(ask) == {(FRONT, "12:00"): 1}
    for command, fields in (("figures", {"time_zone": "UTC"}), ("ways", {})):
        answer = await ask(command, camera_id=YARD, **DAY, **fields)
        assert answer["error"]["code"] == "unauthorized"
