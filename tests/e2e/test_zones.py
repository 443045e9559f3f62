"""Zones with a real camera, a real worker and real walkers: drawn as the panel does, seen as entities and events."""

from pathlib import Path

import pytest

from scripts.demo.client import CommandError, Message

from .house import House

WEST = [[0.0, 0.0], [0.5, 0.0], [0.5, 1.0], [0.0, 1.0]]
EAST = [[0.5, 0.0], [1.0, 0.0], [1.0, 1.0], [0.5, 1.0]]
BELOW_THE_SKY = [[0.0, 0.08], [1.0, 0.08], [1.0, 1.0], [0.0, 1.0]]
PATIENCE = 120  # seconds; the walkers of the video come round every 80


async def test_walkers_are_seen_in_zones_and_nowhere_in_masks(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        await house.set_up_hub()
        await house.set_up_camera()
        await house.reaches("recording_status", "recording", 60)
        await house.reaches("person", "on", PATIENCE)
        before = await house.state("recording_status")

        async def draw(zones: list[Message], masks: list[Message]) -> list[Message]:
            answer = await house.client.command(
                "mycamera/save_zones", camera_id=house.camera_id, zones=zones, masks=masks
            )
            drawn: list[Message] = answer["zones"]
            return drawn

        async def shown(zone: str) -> str:
            state = (await house.client.states()).get(f"binary_sensor.front_door_{zone}")
            return str(state["state"]) if state else "not there yet"

        with pytest.raises(CommandError):
            await draw([{"name": "Crossed", "points": [WEST[0], WEST[2], WEST[1], WEST[3]]}], [])
        zones = await draw([{"name": "West", "points": WEST, "dwell": 2}, {"name": "East", "points": EAST}], [])
        for zone in ("west", "east"):

            async def occupied(zone: str = zone) -> bool:
                return await shown(zone) == "on"

            await house.eventually(occupied, f"somebody is in the zone {zone}", PATIENCE)

        async def happened() -> bool:
            told = {(event["zone"], event["kind"]) for event in house.seen("mycamera_zone")}
            wanted = {(zone, kind) for zone in ("West", "East") for kind in ("enter", "leave")}
            return (wanted | {("West", "dwell")}) <= told

        await house.eventually(happened, "walkers enter and leave both zones, and dwell in one", PATIENCE)
        assert ("East", "dwell") not in {(event["zone"], event["kind"]) for event in house.seen("mycamera_zone")}
        for event in house.seen("mycamera_zone"):
            assert event["camera_id"] == house.camera_id
            assert event["zone_id"] in {zone["id"] for zone in zones}
        leaves = [event for event in house.seen("mycamera_zone") if event["kind"] == "leave"]
        assert all(event["seconds"] >= 0 for event in leaves)
        for name in ("West", "East"):
            activity = (await house.client.states())[f"event.front_door_{name.lower()}_activity"]
            assert activity["attributes"]["event_type"] in ("enter", "leave", "dwell")
            assert activity["attributes"]["zone"] == name

        await draw(zones, [{"points": BELOW_THE_SKY}])

        async def nobody() -> bool:
            return [await shown("west"), await shown("east"), (await house.state("person"))["state"]] == ["off"] * 3

        await house.eventually(nobody, "behind a mask over all but the sky there is nobody", PATIENCE)
        assert (await house.state("recording_status"))["last_changed"] == before["last_changed"], "it went on recording"
