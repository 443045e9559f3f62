"""A time range of a camera as one film."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.recording.archive.storage import MARKER
from custom_components.mycamera.recording.mp4.defragment import defragment
from custom_components.mycamera.recording.mp4.reader import read_movie
from custom_components.mycamera.web.playlist import async_register_playlist, playlist_url

from ..recording.conftest import make_movie, packets
from ..stand_in import NOON
from ..surfaces import FRONT, YARD, SurfaceHub, loaded_surfaces

type Client = TestClient[Any, Any]

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")

SECONDS = 3
"""Of each film; ten pictures a second, each second a key frame."""
TOKEN = re.compile(r'URI="([^"]+)"')


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[SurfaceHub]:
    async with loaded_surfaces(hass, tmp_path) as loaded:
        async_register_playlist(hass)
        yield loaded


@pytest.fixture
async def client(hub: SurfaceHub, hass_client: ClientSessionGenerator) -> Client:
    connected: Client = await hass_client()
    return connected


@pytest.fixture
async def stranger(hub: SurfaceHub, hass_client_no_auth: ClientSessionGenerator) -> Client:
    """Somebody who has nothing but the addresses."""
    connected: Client = await hass_client_no_auth()
    return connected


async def add_film(hub: SurfaceHub, seconds: int, *, defragmented: bool = True, camera_id: str = FRONT) -> int:
    """Store a real film that begins so many seconds after noon."""
    path = hub.recordings_root / camera_id / f"film{seconds}.mp4"
    await asyncio.to_thread(make_movie, path, seconds=SECONDS)
    if defragmented:
        assert await asyncio.to_thread(lambda: defragment(path, read_movie(path)))
    start = NOON + timedelta(seconds=seconds)
    await hub.add_record(
        camera_id,
        0,
        path=f"{camera_id}/{path.name}",
        size=path.stat().st_size,
        start_time=start,
        end_time=start + timedelta(seconds=SECONDS),
    )
    page = await hub.database.page_records(camera_id=camera_id, since=start, until=start + timedelta(seconds=1))
    return page.items[0].id


def address(since: float, until: float, camera_id: str = FRONT) -> str:
    return playlist_url(camera_id, NOON + timedelta(seconds=since), NOON + timedelta(seconds=until))


async def film(stranger: Client, playlist: str) -> bytes:
    """Put together what a player that has nothing but the playlist gets."""
    data, size, offset = b"", 0, 0
    for line in playlist.splitlines():
        if found := TOKEN.search(line):
            answer = await stranger.get(found[1])
            assert answer.status == HTTPStatus.OK
            data += await answer.read()
        elif line.startswith("#EXT-X-BYTERANGE:"):
            size, offset = (int(text) for text in line.partition(":")[2].split("@"))
        elif line.startswith("/"):
            answer = await stranger.get(line, headers={"Range": f"bytes={offset}-{offset + size - 1}"})
            assert answer.status == HTTPStatus.PARTIAL_CONTENT
            data += await answer.read()
    return data


async def test_a_time_range_plays_across_files(
    hub: SurfaceHub, client: Client, stranger: Client, tmp_path: Path
) -> None:
    await add_film(hub, 0)
    await add_film(hub, SECONDS, defragmented=False)
    await add_film(hub, 60)
    answer = await client.get(address(1.5, 61))
    assert answer.status == HTTPStatus.OK
    assert answer.content_type == "application/vnd.apple.mpegurl"
    assert answer.headers["Cache-Control"] == "no-store"
    text = await answer.text()
    assert text.startswith("#EXTM3U\n")
    assert text.endswith("#EXT-X-ENDLIST\n")
    # From the key frame before to the one after, each file at its own time.
    dates = re.findall(r"#EXT-X-PROGRAM-DATE-TIME:(.*)", text)
    assert dates == [
        (NOON + timedelta(seconds=second)).isoformat(timespec="milliseconds") for second in (1, SECONDS, 60)
    ]
    assert re.findall(r"#EXTINF:(.*),", text) == ["1.00000"] * 6
    assert text.count("#EXT-X-DISCONTINUITY\n") == 2
    path = tmp_path / "film.mp4"
    for part, pictures in zip(text.split("#EXT-X-DISCONTINUITY"), (20, 30, 10), strict=True):
        path.write_bytes(await film(stranger, part))
        assert len(packets(path)) == pictures


@pytest.mark.parametrize(
    ("since", "until"), [(0, 0), (5, 1), (0, 4 * 3600 + 1)], ids=["empty", "backwards", "longer than four hours"]
)
async def test_ranges_that_are_none(client: Client, since: float, until: float) -> None:
    answer = await client.get(address(since, until))
    assert answer.status == HTTPStatus.BAD_REQUEST
    assert (await answer.json())["code"] == "invalid_range"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?since=a&until=b",
        "?since=2026-11-22&until=2026-11-22T01:00:00",
        "?since=" + "9" * 5000,
        "?since=0001-01-01T00:00:00Z&until=0001-01-01T01:00:00Z",
        "?since=9999-12-31T23:00:00Z&until=9999-12-31T23:30:00Z",
        "?since=2026-13-45T00:00:00Z&until=2026-11-22T01:00:00Z",
        "?since=2026-11-22T00:00:00-99:00&until=2026-11-22T01:00:00Z",
    ],
)
async def test_moments_that_are_none(client: Client, query: str) -> None:
    answer = await client.get(f"/api/mycamera/playlist/{FRONT}{query}")
    assert answer.status == HTTPStatus.BAD_REQUEST


async def test_nothing_was_recorded_or_nothing_can_be_cut(hub: SurfaceHub, client: Client) -> None:
    answer = await client.get(address(0, 60))
    assert answer.status == HTTPStatus.NOT_FOUND
    record = await hub.add_record(FRONT, 0)  # no film at all
    assert (await client.get(address(0, 60))).status == HTTPStatus.NOT_FOUND
    assert (await client.get(f"/api/mycamera/recording_start/{record}")).status == HTTPStatus.GONE
    for strange in ("0", "12a", "9" * 30):
        assert (await client.get(f"/api/mycamera/recording_start/{strange}")).status == HTTPStatus.NOT_FOUND


async def test_a_file_that_is_gone_is_left_out_and_storage_that_is_away_is_said(
    hub: SurfaceHub, client: Client
) -> None:
    await add_film(hub, 0)
    gone = await add_film(hub, SECONDS)
    (hub.recordings_root / FRONT / f"film{SECONDS}.mp4").unlink()
    text = await (await client.get(address(0, 6))).text()
    assert text.count("#EXTINF") == SECONDS
    assert (await client.get(f"/api/mycamera/recording_start/{gone}")).status == HTTPStatus.GONE
    (hub.recordings_root / MARKER).unlink()
    assert (await client.get(address(SECONDS, 6))).status == HTTPStatus.SERVICE_UNAVAILABLE


async def test_a_database_that_is_away(hub: SurfaceHub, client: Client) -> None:
    record = await add_film(hub, 0)
    hub.take_database_away()
    for path in (address(0, 6), f"/api/mycamera/recording_start/{record}"):
        answer = await client.get(path)
        assert answer.status == HTTPStatus.SERVICE_UNAVAILABLE
        assert (await answer.json())["code"] == "database_unavailable"


async def test_only_of_cameras_that_one_may_see(
    hass: HomeAssistant,
    hub: SurfaceHub,
    hass_client: ClientSessionGenerator,
    hass_read_only_access_token: str,
    hass_read_only_user: MockUser,
    stranger: Client,
) -> None:
    await add_film(hub, 0)
    hidden = await add_film(hub, 0, camera_id=YARD)
    front = er.async_get(hass).async_get_entity_id("camera", DOMAIN, f"{FRONT}_camera")
    hass_read_only_user.mock_policy({"entities": {"entity_ids": {front: {"read": True}}}})
    guest = await hass_client(hass_read_only_access_token)
    assert (await guest.get(address(0, 3))).status == HTTPStatus.OK
    assert (await guest.get(address(0, 3, YARD))).status == HTTPStatus.UNAUTHORIZED
    assert (await guest.get(f"/api/mycamera/recording_start/{hidden}")).status == HTTPStatus.UNAUTHORIZED
    assert (await stranger.get(address(0, 3))).status == HTTPStatus.UNAUTHORIZED


async def test_the_panel_is_given_the_address(
    hub: SurfaceHub, hass_ws_client: WebSocketGenerator, stranger: Client
) -> None:
    await add_film(hub, 0)
    socket = await hass_ws_client()
    ask = {"type": "mycamera/playlist", "camera_id": FRONT, "since": NOON.isoformat()}
    await socket.send_json_auto_id({**ask, "until": (NOON + timedelta(hours=4)).isoformat()})
    answer = await socket.receive_json()
    assert answer["success"]
    text = await (await stranger.get(answer["result"]["url"])).text()
    assert text.count("#EXTINF") == SECONDS
    assert await film(stranger, text)
    await socket.send_json_auto_id({**ask, "until": (NOON + timedelta(hours=4, seconds=1)).isoformat()})
    refused = await socket.receive_json()
    assert refused["error"]["code"] == "invalid_range"
    assert refused["error"]["translation_key"] == "range_too_long"


async def test_when_there_is_footage(hub: SurfaceHub, hass_ws_client: WebSocketGenerator) -> None:
    for minute in (0, 1, 2, 10):
        await hub.add_record(FRONT, minute)
    await hub.add_record(FRONT, 5, size=0)  # failed: there is nothing to see
    await hub.add_record(YARD, 6)
    socket = await hass_ws_client()

    async def ask(since: float, until: float) -> dict[str, Any]:
        times = {"since": NOON + timedelta(minutes=since), "until": NOON + timedelta(minutes=until)}
        command = {name: time.isoformat() for name, time in times.items()}
        await socket.send_json_auto_id({"type": "mycamera/footage", "camera_id": FRONT, **command})
        answer: dict[str, Any] = await socket.receive_json()
        return answer

    minutes = [
        [(datetime.fromisoformat(moment) - NOON).total_seconds() / 60 for moment in span]
        for span in (await ask(0.5, 60))["result"]["spans"]
    ]
    assert minutes == [[0.5, 3], [10, 11]]
    assert (await ask(0, 25 * 60 + 1))["error"]["translation_key"] == "range_too_long"
    assert (await ask(1, 1))["error"]["translation_key"] == "since_not_before_until"
