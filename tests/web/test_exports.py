"""Exports: films out of real recordings, their records, and who may make, see and delete them."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from aiohttp.test_utils import TestClient
from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import (
    ClientSessionGenerator,
    MockHAClientWebSocket,
    WebSocketGenerator,
)

from custom_components.mycamera.hub.clip_exports import FOLDER
from custom_components.mycamera.hub.export_record import UNFINISHED
from custom_components.mycamera.recording.archive.storage import MARKER, Space, StorageRoot
from custom_components.mycamera.recording.mp4.reader import read_movie
from custom_components.mycamera.web.exports import async_register_exports

from ..stand_in import NOON
from ..surfaces import FRONT, YARD, SurfaceHub, loaded_surfaces
from .test_playlist import SECONDS, add_film

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path, freezer: FrozenDateTimeFactory) -> AsyncIterator[SurfaceHub]:
    """Load a hub whose storage bears its mark, an hour after noon."""
    freezer.move_to(NOON + timedelta(hours=1))
    freezer.tick()
    async with loaded_surfaces(hass, tmp_path) as loaded:
        (loaded.recordings_root / MARKER).write_text(json.dumps({"owner": loaded.entry.entry_id}))
        async_register_exports(hass)
        yield loaded
        await loaded.exports.stop()


@pytest.fixture
async def socket(hub: SurfaceHub, hass_ws_client: WebSocketGenerator) -> MockHAClientWebSocket:
    return await hass_ws_client()


def wanted(since: float, until: float, camera_id: str = FRONT) -> dict[str, Any]:
    """Return the command for a range in seconds after noon."""
    since_text, until_text = ((NOON + timedelta(seconds=seconds)).isoformat() for seconds in (since, until))
    return {"type": "mycamera/export_clip", "camera_id": camera_id, "since": since_text, "until": until_text}


async def ask(socket: MockHAClientWebSocket, message: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to a command."""
    await socket.send_json_auto_id(message)
    answer: dict[str, Any] = await socket.receive_json()
    return answer


async def export(socket: MockHAClientWebSocket, since: float, until: float) -> tuple[list[dict[str, Any]], Any]:
    """Export a range; return what was told on the way, and last what it ended with."""
    assert (await ask(socket, wanted(since, until)))["success"]
    told: list[dict[str, Any]] = []
    while True:
        event = (await socket.receive_json())["event"]
        if event["state"] in {"done", "failed"}:
            return told, event
        told.append(event)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


async def test_a_range_becomes_a_film_and_its_record(
    hub: SurfaceHub, socket: MockHAClientWebSocket, hass_client_no_auth: ClientSessionGenerator
) -> None:
    for seconds in (0, SECONDS, 60):
        await add_film(hub, seconds)
    await hub.add_gap(FRONT, 0, "unreachable")  # from 12:00:00 to 12:00:30, as far as there is no footage
    told, end = await export(socket, 1, 61)
    assert {event["state"] for event in told} >= {"waiting", "hashing"}
    assert [event["percent"] for event in told] == sorted(event["percent"] for event in told)
    assert end["state"] == "done"
    assert end["percent"] == 100
    made = end["export"]
    (film,) = made["films"]
    assert film["seconds"] == pytest.approx(6, abs=0.2)
    assert made["missing"] == [
        {"start": "2026-11-22T12:00:06+00:00", "end": "2026-11-22T12:00:30+00:00", "cause": "unreachable"},
        {"start": "2026-11-22T12:00:30+00:00", "end": "2026-11-22T12:01:00+00:00", "cause": "unknown"},
    ]
    # Whoever has nothing but the addresses gets the files as they lie there.
    stranger: TestClient[Any, Any] = await hass_client_no_auth()
    folder = hub.recordings_root / FOLDER / FRONT
    answer = await stranger.get(film["url"])
    assert answer.status == HTTPStatus.OK
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{film["name"]}"'
    assert await answer.read() == (folder / film["name"]).read_bytes()
    assert (await stranger.get(film["url"].partition("?")[0])).status == HTTPStatus.UNAUTHORIZED
    record = json.loads(await (await stranger.get(made["record_url"])).text())
    # The record holds against the files, read anew.
    (entry,) = record["films"]
    assert entry["sha256"] == sha256(folder / film["name"])
    assert [part["sha256"] for part in entry["parts"]] == [
        sha256(hub.recordings_root / FRONT / f"film{seconds}.mp4") for seconds in (0, SECONDS, 60)
    ]
    assert [(part["film_offset"], part["start"]) for part in entry["parts"]] == [
        (0, "2026-11-22T12:00:01.000+00:00"),
        (2, "2026-11-22T12:00:03.000+00:00"),
        (5, "2026-11-22T12:01:00.000+00:00"),
    ]
    assert record["camera"] == {"id": FRONT, "name": "Front door", "address": "192.0.2.7"}
    assert record["created_by"] == "Mock User"
    assert read_movie(folder / film["name"]).video.packets == 60
    listed = (await ask(socket, {"type": "mycamera/exports"}))["result"]
    assert [item["export_id"] for item in listed["exports"]] == [made["export_id"]]
    assert listed["running"] == []
    assert (await ask(socket, {"type": "mycamera/delete_export", "export_id": made["export_id"]}))["success"]
    assert not folder.exists()
    assert (await stranger.get(film["url"])).status == HTTPStatus.NOT_FOUND


async def test_another_size_is_another_film(hub: SurfaceHub, socket: MockHAClientWebSocket) -> None:
    await add_film(hub, 0)
    await add_film(hub, SECONDS)
    path = hub.recordings_root / FRONT / "film3.mp4"
    data = path.read_bytes()
    # What the decoder is told of the pictures differs in one byte.
    place = data.index(b"avcC") + 4 + 3
    path.write_bytes(data.replace(data[place - 7 : place + 1], data[place - 7 : place] + bytes([data[place] ^ 1])))
    _, end = await export(socket, 0, 6)
    assert [film["seconds"] for film in end["export"]["films"]] == pytest.approx([3, 3], abs=0.2)
    assert [film["name"][-6:] for film in end["export"]["films"]] == ["_1.mp4", "_2.mp4"]


async def test_what_is_gone_or_broken_is_in_the_record(hub: SurfaceHub, socket: MockHAClientWebSocket) -> None:
    await add_film(hub, 0)
    await hub.add_record(FRONT, 1, path=f"{FRONT}/gone.mp4")
    broken = await hub.add_record(FRONT, 2)
    _, end = await export(socket, 0, 180)
    record = json.loads((hub.recordings_root / FOLDER / FRONT / end["export"]["record_name"]).read_text())
    assert [(entry["reason"], entry["record_id"]) for entry in record["not_in_films"]] == [
        ("gone", broken - 1),
        ("unreadable", broken),
    ]


async def test_no_footage(hub: SurfaceHub, socket: MockHAClientWebSocket) -> None:
    _, end = await export(socket, 0, 60)
    assert (end["state"], end["export"]) == ("failed", None)
    assert end["error"]["translation_key"] == "export_no_footage"
    assert end["error"]["message"] == "There is no recording of that time"
    await hub.add_record(FRONT, 0, path=f"{FRONT}/gone.mp4")
    _, end = await export(socket, 0, 60)
    assert end["error"]["translation_key"] == "export_no_footage"


async def test_ranges_that_are_none(hub: SurfaceHub, socket: MockHAClientWebSocket) -> None:
    for since, until in ((60, 60), (0, 32 * 86400)):
        answer = await ask(socket, wanted(since, until))
        assert answer["error"]["code"] == "invalid_range"


async def test_the_newest_minute_is_not_closed_yet(
    hub: SurfaceHub, socket: MockHAClientWebSocket, freezer: FrozenDateTimeFactory
) -> None:
    await add_film(hub, 0)
    await add_film(hub, 3595)
    hub.cameras[FRONT].recorded_until = NOON + timedelta(seconds=3598)
    freezer.move_to(NOON + timedelta(seconds=3620))
    _, end = await export(socket, 3595, 3700)
    (missing,) = end["export"]["missing"]
    assert missing["cause"] == "still_recorded"
    assert missing["start"] == "2026-11-22T12:59:58+00:00"


async def test_no_room(hub: SurfaceHub, socket: MockHAClientWebSocket) -> None:
    await add_film(hub, 0)
    with patch.object(StorageRoot, "check", return_value=Space(total=10**9, free=10)):
        _, end = await export(socket, 0, 9)
    assert end["error"]["translation_key"] == "export_no_room"
    assert not list((hub.recordings_root).glob(f"{FOLDER}/*/*"))


async def test_no_database_and_no_storage(hub: SurfaceHub, socket: MockHAClientWebSocket) -> None:
    await add_film(hub, 0)
    (hub.recordings_root / MARKER).unlink()
    _, end = await export(socket, 0, 9)
    assert end["error"]["translation_key"] == "export_storage"
    assert (await ask(socket, {"type": "mycamera/exports"}))["error"]["code"] == "storage_unavailable"
    hub.take_database_away()
    _, end = await export(socket, 0, 9)
    assert end["error"]["translation_key"] == "history_unavailable"


async def test_no_ffmpeg(hub: SurfaceHub, socket: MockHAClientWebSocket) -> None:
    await add_film(hub, 0)
    with patch("custom_components.mycamera.hub.clip_exports.ffmpeg_binary", return_value="/no/ffmpeg"):
        _, end = await export(socket, 0, 9)
    assert end["error"]["translation_key"] == "export_no_ffmpeg"
    with patch("custom_components.mycamera.hub.clip_exports.ffmpeg_binary", return_value="false"):
        _, end = await export(socket, 0, 9)
    assert end["error"]["translation_key"] == "export_failed"
    assert not list(hub.recordings_root.glob(f"{FOLDER}/*/*"))


async def test_one_that_is_cancelled_leaves_nothing(
    hub: SurfaceHub, socket: MockHAClientWebSocket, hass_ws_client: WebSocketGenerator, hass: HomeAssistant
) -> None:
    await add_film(hub, 0)
    slow = asyncio.Event()

    async def never(_ffmpeg: str, _parts: object, target: Path, _tell: object) -> float:
        target.write_bytes(b"half a film")
        slow.set()
        await asyncio.Event().wait()
        return 0.0

    with patch("custom_components.mycamera.hub.clip_exports.write_film", never):
        export_id = (await ask(socket, wanted(0, 9)))["result"]["export_id"]
        await slow.wait()
        other = await hass_ws_client(hass)
        (running,) = (await ask(other, {"type": "mycamera/exports"}))["result"]["running"]
        assert running["export_id"] == export_id
        assert (await ask(other, {"type": "mycamera/follow_export", "export_id": export_id}))["success"]
        assert (await other.receive_json())["event"]["state"] == "hashing"
        assert list(hub.recordings_root.glob(f"{FOLDER}/*/*{UNFINISHED}"))
        job = hub.exports.jobs[export_id]
        answer = asyncio.create_task(hub.exports.wait_for(job))
        await other.send_json_auto_id({"type": "mycamera/cancel_export", "export_id": export_id})
        event = (await other.receive_json())["event"]
        assert (event["state"], event["error"]["translation_key"]) == ("failed", "export_cancelled")
        assert (await other.receive_json())["result"] == {"cancelled": True}
        with pytest.raises(HomeAssistantError, match="cancelled"):
            await answer
    assert not list(hub.recordings_root.glob(f"{FOLDER}/*/*"))
    gone = await ask(other, {"type": "mycamera/follow_export", "export_id": export_id})
    assert gone["error"]["code"] == "not_found"
    assert (await ask(other, {"type": "mycamera/cancel_export", "export_id": export_id}))["result"] == {
        "cancelled": False
    }
    gone = await ask(other, {"type": "mycamera/delete_export", "export_id": export_id})
    assert gone["error"]["code"] == "not_found"


async def test_what_a_crash_left_is_deleted(hub: SurfaceHub, socket: MockHAClientWebSocket) -> None:
    await add_film(hub, 0)
    _, end = await export(socket, 0, 9)
    folder = hub.recordings_root / FOLDER / FRONT
    left = folder / f"front_door_20261122_120000_{'0' * 26}.mp4"
    left.touch()
    left.with_name(left.name + UNFINISHED).touch()
    (folder / "notes.txt").touch()
    (folder / "no record.json").write_text("[]")
    await hub.exports.tidy()
    record = end["export"]["record_name"]
    kept = {record, record.replace(".json", ".mp4"), "notes.txt", "no record.json"}
    assert {path.name for path in folder.iterdir()} == kept
    assert [export.export_id for export in await hub.exports.all()] == [end["export"]["export_id"]]


async def test_who_may_see_but_not_control(
    hass: HomeAssistant,
    hub: SurfaceHub,
    socket: MockHAClientWebSocket,
    hass_admin_user: MockUser,
) -> None:
    await add_film(hub, 0)
    _, end = await export(socket, 0, 9)
    export_id = end["export"]["export_id"]
    hass_admin_user.groups = []
    reads = {"entity_ids": {"camera.front_door": {"read": True}}}
    hass_admin_user.mock_policy({"entities": reads})
    assert len((await ask(socket, {"type": "mycamera/exports"}))["result"]["exports"]) == 1
    for message in (
        wanted(0, 9),
        wanted(0, 9, YARD),
        {"type": "mycamera/delete_export", "export_id": export_id},
        {"type": "mycamera/exports", "camera_id": YARD},
    ):
        assert (await ask(socket, message))["error"]["code"] == "unauthorized", message
    hass_admin_user.mock_policy({"entities": {"entity_ids": {"camera.yard": True}}})
    assert (await ask(socket, {"type": "mycamera/exports"}))["result"]["exports"] == []


async def test_files_that_are_not_there(
    hub: SurfaceHub, socket: MockHAClientWebSocket, hass_client: ClientSessionGenerator
) -> None:
    client: TestClient[Any, Any] = await hass_client()
    await add_film(hub, 0)
    _, end = await export(socket, 0, 9)
    made = end["export"]
    address = made["films"][0]["url"].partition("?")[0]
    assert (await client.get(address.removesuffix("/1") + "/2")).status == HTTPStatus.NOT_FOUND
    (hub.recordings_root / FOLDER / FRONT / made["films"][0]["name"]).unlink()
    assert (await client.get(address)).status == HTTPStatus.GONE
    (hub.recordings_root / MARKER).unlink()
    assert (await client.get(address)).status == HTTPStatus.SERVICE_UNAVAILABLE
    assert (await ask(socket, {"type": "mycamera/delete_export", "export_id": made["export_id"]}))["error"][
        "code"
    ] == "storage_unavailable"
    await hub.hass.config_entries.async_unload(hub.entry.entry_id)
    assert (await client.get(address)).status == HTTPStatus.SERVICE_UNAVAILABLE
