"""Recordings that an administrator chooses and deletes, with their files, on a real database."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.recording.archive.storage import MARKER

from ..stand_in import NOON
from ..surfaces import FRONT, YARD, Ask, SurfaceHub


@pytest.fixture
def hub(hub: SurfaceHub) -> SurfaceHub:
    """Return a hub whose storage bears its mark, so that files go."""
    for root in (hub.recordings_root, hub.snapshots_root):
        (root / MARKER).write_text(json.dumps({"owner": hub.entry.entry_id}))
    hub.retention._database = hub.database  # which the surfaces' hub has instead of its own
    return hub


async def test_deleting_chosen_recordings(hub: SurfaceHub, ask: Ask) -> None:
    records = [await hub.add_record(FRONT, minute) for minute in range(4)]
    analysed = await hub.add_record(YARD, 0)
    await hub.database.claim_analyses(1, oldest=True)
    await hub.add_person(FRONT, "red", 70)
    await ask("protect", record_ids=[records[3]], protect=True)

    async def left() -> set[int]:
        return {row["record_id"] for row in (await ask("records"))["result"]["items"]}

    running = {row["record_id"] for row in (await ask("records", analysis_status="running"))["result"]["items"]}
    going = [record for record in (records[2], records[1]) if record not in running]
    answer = await ask("delete_records", record_ids=[*going, records[3], *running])
    assert answer["result"] == {"deleted": 2, "kept": 2}
    assert await left() == {*records, analysed} - set(going)
    assert {path.name for path in (hub.recordings_root / FRONT).iterdir()} == {"0.mp4", "3.mp4"}
    (gap,) = (await ask("gaps"))["result"]["items"]
    assert (gap["cause"], gap["start"]) == ("deleted", (NOON + timedelta(minutes=1)).isoformat())
    assert gap["end"] == (NOON + timedelta(minutes=3)).isoformat()
    person = (await ask("detection", event_id="red"))["result"]
    assert person["recording"] is None, "who was seen stays"
    assert (await ask("delete_records", record_ids=[records[1]]))["error"]["code"] == "not_found"
    assert (await ask("delete_records", record_ids=[]))["error"]["code"] == "invalid_format"
    hub.take_database_away()
    assert (await ask("delete_records", record_ids=[records[0]]))["error"]["code"] == "database_unavailable"


async def test_only_administrators_delete_recordings(
    hass: HomeAssistant,
    hub: SurfaceHub,
    only_front: MockUser,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_access_token: str,
) -> None:
    record = await hub.add_record(FRONT, 0)
    client = await hass_ws_client(hass, hass_read_only_access_token)
    await client.send_json_auto_id({"type": "mycamera/delete_records", "record_ids": [record]})
    assert (await client.receive_json())["error"]["code"] == "unauthorized"
