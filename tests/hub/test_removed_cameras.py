"""Cameras that are removed: what they leave behind has their name, can be deleted, and is theirs when they return."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from homeassistant.components.media_source import async_browse_media
from homeassistant.config_entries import SOURCE_USER
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.const import DOMAIN, SUBENTRY_CAMERA
from custom_components.mycamera.database import AnalysisStatus
from custom_components.mycamera.hub import removed_cameras
from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.recording.probe import StreamInfo
from custom_components.mycamera.settings import camera_flow

from ..database.rows import new_detection, new_gap, new_record
from .test_hub import CLOSED_PORT, entry, subentry, until

__all__ = ["entry"]

CAMERA = "01CAMERA"
CARD = "02:00:00:00:00:01"
STREAM = StreamInfo(codec="h264", width=1920, height=1080, fps=25.0, audio_codec=None)
ANSWERS = {
    "name": "The door again",
    "host": "127.0.0.1",
    "port": CLOSED_PORT,
    "username": "viewer",
    "password": "s3cret-of-the-camera",
    "main_path": "/main",
    "transport": "tcp",
}


@pytest.fixture(autouse=True)
def network() -> Iterator[dict[str, str]]:
    """Say which network card is at which address; at first none is known."""
    cards: dict[str, str] = {}

    async def find(host: str) -> str | None:
        return cards.get(host)

    with (
        patch.object(camera_flow, "find_hardware_address", find),
        patch.object(removed_cameras, "find_hardware_address", find),
    ):
        yield cards


def hub_of(entry: MockConfigEntry) -> Hub:
    hub: Hub = entry.runtime_data
    return hub


BEGIN = dt_util.utcnow().replace(minute=0, second=0, microsecond=0) - timedelta(hours=3)
"""Not long ago: retention is at work."""


def at(minute: int, minutes: int = 1) -> dict[str, datetime]:
    start = BEGIN + timedelta(minutes=minute)
    return {"start_time": start, "end_time": start + timedelta(minutes=minutes)}


async def leave_behind(hub: Hub, camera_id: str, *, records: int = 3) -> list[Path]:
    """Give a camera recordings, of which one is protected, a person with pictures, and a gap; return the files."""
    files: list[Path] = []
    for number in range(records):
        record = new_record(number, camera_id, analysis_status=AnalysisStatus.DONE, file_size=4, **at(number))
        files.append(hub.recordings_root / record.file_path)
        await hub.database.add_record(record)
    person = new_detection(
        f"E{camera_id}",
        first_seen=BEGIN,
        last_seen=BEGIN + timedelta(seconds=5),
        image_path=f"{camera_id}/e.jpg",
        thumbnail_path=f"{camera_id}/s.jpg",
    )
    files += [hub.snapshots_root / path for path in person.pictures]
    await hub.database.add_detection(camera_id, person)
    await hub.database.add_gap(new_gap(9, camera_id, **at(9)))
    until = BEGIN + timedelta(seconds=59)
    await hub.database.protect(camera_ids=[camera_id], since=None, until=until, protected=True)
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"film")
    return files


async def removed(hass: HomeAssistant, entry: MockConfigEntry, camera_id: str = CAMERA) -> None:
    hass.config_entries.async_remove_subentry(entry, camera_id)
    await until(hass, lambda: hub_of(entry).removed_cameras.get(camera_id))


async def add_again(hass: HomeAssistant, entry: MockConfigEntry, *, serial: str = "", **changes: Any) -> Any:
    with patch.object(camera_flow, "_open_stream", return_value=STREAM):
        flow = await hass.config_entries.subentries.async_init(
            (entry.entry_id, SUBENTRY_CAMERA), context={"source": SOURCE_USER}
        )
        if serial:  # what the camera told by ONVIF, which is tried in `test_onvif_cameras.py`
            told = {"serial": serial, "host": changes["host"]}
            hass.config_entries.subentries._progress[flow["flow_id"]]._known = told  # type: ignore[attr-defined]
        await hass.config_entries.subentries.async_configure(flow["flow_id"], {"next_step_id": "address"})
        return await hass.config_entries.subentries.async_configure(flow["flow_id"], {**ANSWERS, **changes})


async def titles(hass: HomeAssistant, path: str = "") -> list[str]:
    return [child.title for child in (await async_browse_media(hass, f"media-source://mycamera{path}")).children or []]


async def test_what_it_leaves_behind_has_its_name(
    hass: HomeAssistant, entry: MockConfigEntry, hass_ws_client: WebSocketGenerator
) -> None:
    hub = hub_of(entry)
    assert await async_setup_component(hass, "media_source", {})
    await until(hass, lambda: hub.database.available)
    await leave_behind(hub, CAMERA)
    await hub.removed_cameras.look()
    assert hub.removed_cameras.all == ()  # it is still there
    await removed(hass, entry)
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "mycamera/overview"})
    overview = (await client.receive_json())["result"]
    assert overview["cameras"] == []
    assert overview["removed_cameras"] == [
        {"camera_id": CAMERA, "name": "Front door", "records": 3, "persons": 1, "bytes": 12}
    ]
    assert await titles(hass) == ["Front door (removed)"]
    assert await titles(hass, f"/camera/{CAMERA}/recordings") == [
        f"{BEGIN.astimezone(dt_util.get_default_time_zone()):%Y-%m-%d} (3)"
    ]
    # Restarts do not make it nameless, and it is told by name also where it was removed while nothing ran.
    assert await hass.config_entries.async_reload(entry.entry_id)
    await until(hass, lambda: hub_of(entry).removed_cameras.get(CAMERA))
    assert [camera.name for camera in hub_of(entry).removed_cameras.all] == ["Front door"]


async def test_those_of_one_name_are_told_apart(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    hass.config_entries.async_add_subentry(entry, subentry("front Door", "01SECOND", "/other"))
    await until(hass, lambda: "01SECOND" in hub.cameras)
    for camera_id in (CAMERA, "01SECOND", "01STRANGER"):
        await leave_behind(hub, camera_id, records=1)
    await removed(hass, entry)
    await removed(hass, entry, "01SECOND")
    # Of a stranger, as from before names were kept, the address is known from its rows.
    assert [camera.name for camera in hub.removed_cameras.all] == [
        "192.0.2.7",
        "Front door (127.0.0.1) (CAMERA)",
        "front Door (127.0.0.1) (SECOND)",
    ]


async def test_it_is_deleted_as_a_whole_and_nothing_else(
    hass: HomeAssistant,
    entry: MockConfigEntry,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_access_token: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(removed_cameras, "STEP", 2)
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    doomed = await leave_behind(hub, CAMERA, records=5)
    # Of a time when the clock was ahead.
    await hub.database.add_record(new_record(90, CAMERA, file_size=4, **at(5 * 24 * 60)))
    await hub.database.add_gap(new_gap(91, CAMERA, **at(5 * 24 * 60 + 1)))
    kept = await leave_behind(hub, "01STRANGER")
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "mycamera/delete_removed_camera", "camera_id": CAMERA})
    assert (await client.receive_json())["error"]["code"] == "not_found"  # it is still set up
    await removed(hass, entry)
    guest = await hass_ws_client(hass, hass_read_only_access_token)
    await guest.send_json_auto_id({"type": "mycamera/delete_removed_camera", "camera_id": CAMERA})
    assert (await guest.receive_json())["error"]["code"] == "unauthorized"
    assert all(file.exists() for file in doomed)
    await client.send_json_auto_id({"type": "mycamera/delete_removed_camera", "camera_id": CAMERA})
    assert (await client.receive_json())["result"] == {"records": 0, "persons": 0}
    assert not any(file.exists() for file in doomed)
    assert all(file.exists() for file in kept)
    assert not (await hub.database.page_records(camera_id=CAMERA)).items
    assert not (await hub.database.page_detections(camera_id=CAMERA)).items
    assert not (await hub.database.page_gaps(camera_id=CAMERA)).items
    assert [camera.camera_id for camera in hub.removed_cameras.all] == ["01STRANGER"]
    assert len((await hub.database.page_records(camera_id="01STRANGER")).items) == 3


async def test_what_is_analysed_just_now_is_left_and_told(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    await leave_behind(hub, CAMERA)
    await hub.database.add_record(new_record(5, CAMERA, file_size=4, **at(5)))
    assert len(await hub.database.claim_analyses(5)) == 1
    await removed(hass, entry)
    left = await hub.removed_cameras.delete(CAMERA)
    assert (left.records, left.detections) == (1, 0)
    await hub.database.release_analyses()
    assert (await hub.removed_cameras.delete(CAMERA)).records == 0


async def test_a_camera_that_returns_to_its_address_has_its_history(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    await leave_behind(hub, CAMERA)
    registry = er.async_get(hass)
    before = {item.unique_id: item.entity_id for item in er.async_entries_for_config_entry(registry, "01HUB")}
    await removed(hass, entry)
    elsewhere = await add_again(hass, entry, main_path="/other")
    assert elsewhere["type"] is FlowResultType.CREATE_ENTRY
    back = await add_again(hass, entry)
    assert (back["type"], back["reason"]) == (FlowResultType.ABORT, "camera_rejoined")
    await until(hass, lambda: CAMERA in hub.cameras and not hub.removed_cameras.all)
    assert hub.cameras[CAMERA].name == "The door again"
    assert len(hub.cameras) == 2
    assert len((await hub.database.page_records(camera_id=CAMERA)).items) == 3
    await hass.async_block_till_done()
    after = {item.unique_id: item.entity_id for item in er.async_entries_for_config_entry(registry, "01HUB")}
    assert before.items() <= after.items()


@pytest.mark.parametrize(
    ("card", "path", "kind"),
    [
        ("02:00:00:00:00:01", "/main", "abort"),
        ("02:00:00:00:00:01", "/2", "create_entry"),
        ("02::2", "/main", "create_entry"),
    ],
)
async def test_a_camera_with_a_new_address_is_known_by_its_network_card(
    hass: HomeAssistant, entry: MockConfigEntry, network: dict[str, str], card: str, path: str, kind: str
) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    await leave_behind(hub, CAMERA)
    network["127.0.0.1"] = CARD
    hub.removed_cameras.wake()
    await until(hass, lambda: "hardware" in hub.removed_cameras._memory._remembered["cameras"][CAMERA])
    await removed(hass, entry)
    network.clear()
    network["127.0.0.9"] = card
    back = await add_again(hass, entry, host="127.0.0.9", main_path=path)
    assert back["type"] == kind
    if kind == "abort":
        await until(hass, lambda: CAMERA in hub.cameras)
        assert hub.cameras[CAMERA].source.host == "127.0.0.9"
        assert len((await hub.database.page_records(camera_id=CAMERA)).items) == 3


async def test_home_assistant_is_told_of_the_network_card(
    hass: HomeAssistant, entry: MockConfigEntry, network: dict[str, str]
) -> None:
    hub = hub_of(entry)
    hass.config_entries.async_add_subentry(entry, subentry("Second", "01SECOND", "/2"))
    await until(hass, lambda: len(hub.cameras) == 2)
    await hass.async_block_till_done()
    network["127.0.0.1"] = CARD
    hub.removed_cameras.wake()
    known = hub.removed_cameras._memory._remembered["cameras"]
    await until(hass, lambda: "hardware" in known[CAMERA] and "hardware" in known["01SECOND"])
    [device] = dr.async_get(hass).async_get_devices(connections={(dr.CONNECTION_NETWORK_MAC, CARD)})
    assert device.identifiers == {(DOMAIN, CAMERA)}  # of the two of one recorder, one names it


@pytest.mark.parametrize(
    ("serial", "host", "path", "kind"),
    [
        ("SN1", "127.0.0.9", "/main", "abort"),  # the same at another address
        ("SN1", "127.0.0.9", "/2", "create_entry"),  # another camera of the same recorder
        ("SN2", "127.0.0.1", "/main", "create_entry"),  # another one at its address
        ("", "127.0.0.1", "/main", "abort"),
    ],
)
async def test_a_camera_is_known_by_its_serial_number(
    hass: HomeAssistant, entry: MockConfigEntry, serial: str, host: str, path: str, kind: str
) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    await leave_behind(hub, CAMERA)
    first = entry.subentries[CAMERA]
    hass.config_entries.async_update_subentry(entry, first, data={**first.data, "serial": "SN1"})
    await until(hass, lambda: hub.cameras[CAMERA].config.serial == "SN1")
    await removed(hass, entry)
    back = await add_again(hass, entry, serial=serial, host=host, main_path=path)
    assert back["type"] == kind
    if kind == "abort":
        await until(hass, lambda: CAMERA in hub.cameras)
        assert (hub.cameras[CAMERA].source.host, hub.cameras[CAMERA].config.serial) == (host, serial or None)


async def test_a_database_that_is_away_leaves_what_is_known(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    await leave_behind(hub, CAMERA)
    await removed(hass, entry)
    await hub.database.hold()
    hub.removed_cameras.wake()
    await asyncio.sleep(0.05)
    assert hub.removed_cameras.get(CAMERA)
    hub.database.release()
    await until(hass, lambda: hub.database.available)


@pytest.mark.parametrize("secret", ["/user=admin&password=s3cret", "/main"])
async def test_its_address_is_not_kept_in_clear(
    hass: HomeAssistant, entry: MockConfigEntry, hass_storage: dict[str, Any], secret: str
) -> None:
    hass.config_entries.async_add_subentry(entry, subentry("Yard", "01YARD", secret))
    await until(hass, lambda: "01YARD" in hub_of(entry).cameras)
    hass.config_entries.async_remove_subentry(entry, "01YARD")
    await until(hass, lambda: "01YARD" not in hub_of(entry).cameras)
    assert await hass.config_entries.async_unload(entry.entry_id)
    stored = str(hass_storage["mycamera"]["data"])
    assert "Yard" in stored
    assert secret not in stored
    assert await hass.config_entries.async_setup(entry.entry_id)
