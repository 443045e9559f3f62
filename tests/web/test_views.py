"""Pictures and recordings over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from aiohttp.test_utils import TestClient
from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.recording.archive.storage import MARKER
from custom_components.mycamera.web.views import parse_event_id, parse_row_id

from ..surfaces import FRONT, JPEG, SMALL_JPEG, VIDEO, YARD, SurfaceHub, loaded_surfaces

type Client = TestClient[Any, Any]

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[SurfaceHub]:
    async with loaded_surfaces(hass, tmp_path) as loaded:
        yield loaded


@pytest.fixture
async def client(hub: SurfaceHub, hass_client: ClientSessionGenerator) -> Client:
    connected: Client = await hass_client()
    return connected


async def test_a_picture_and_its_thumbnail(hub: SurfaceHub, client: Client) -> None:
    await hub.add_person(FRONT, "e1", 5)
    answer = await client.get("/api/mycamera/snapshot/e1")
    assert answer.status == HTTPStatus.OK
    assert await answer.read() == JPEG
    assert answer.content_type == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"].startswith("private")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    small = await client.get("/api/mycamera/thumbnail/e1")
    assert await small.read() == SMALL_JPEG


async def test_without_a_thumbnail_the_picture_stands_in(hub: SurfaceHub, client: Client) -> None:
    await hub.add_person(FRONT, "e1", 5, thumbnail=False)
    answer = await client.get("/api/mycamera/thumbnail/e1")
    assert await answer.read() == JPEG


async def test_a_recording_in_ranges(hub: SurfaceHub, client: Client) -> None:
    record_id = await hub.add_record(FRONT, 0)
    whole = await client.get(f"/api/mycamera/recording/{record_id}")
    assert (whole.status, whole.content_type) == (HTTPStatus.OK, "video/mp4")
    assert await whole.read() == VIDEO
    part = await client.get(f"/api/mycamera/recording/{record_id}", headers={"Range": "bytes=100-199"})
    assert part.status == HTTPStatus.PARTIAL_CONTENT
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(VIDEO)}"
    assert await part.read() == VIDEO[100:200]
    beyond = await client.get(f"/api/mycamera/recording/{record_id}", headers={"Range": f"bytes={len(VIDEO)}-"})
    assert beyond.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    head = await client.head(f"/api/mycamera/recording/{record_id}")
    assert (head.status, head.headers["Content-Length"]) == (HTTPStatus.OK, str(len(VIDEO)))


@pytest.mark.parametrize("kind", ["snapshot", "thumbnail", "recording"])
async def test_nobody_gets_in_without_authentication(
    hub: SurfaceHub, hass_client_no_auth: ClientSessionGenerator, kind: str
) -> None:
    record_id = await hub.add_record(FRONT, 0)
    await hub.add_person(FRONT, "e1", 5)
    key = record_id if kind == "recording" else "e1"
    client = await hass_client_no_auth()
    for method in ("GET", "HEAD"):
        assert (await client.request(method, f"/api/mycamera/{kind}/{key}")).status == HTTPStatus.UNAUTHORIZED


async def test_a_signed_address_opens_one_thing_only(
    hass: HomeAssistant, hub: SurfaceHub, hass_client_no_auth: ClientSessionGenerator
) -> None:
    first, second = await hub.add_record(FRONT, 0), await hub.add_record(FRONT, 1)
    client = await hass_client_no_auth()
    signed = async_sign_path(hass, f"/api/mycamera/recording/{first}", timedelta(minutes=1), use_content_user=True)
    assert (await client.get(signed)).status == HTTPStatus.OK
    moved = signed.replace(f"recording/{first}", f"recording/{second}")
    assert (await client.get(moved)).status == HTTPStatus.UNAUTHORIZED


async def test_unknown_gone_and_away_are_told_apart(hub: SurfaceHub, client: Client) -> None:
    record_id = await hub.add_record(FRONT, 0)
    (hub.recordings_root / FRONT / "0.mp4").unlink()

    async def ask(record: int) -> tuple[int, str]:
        answer = await client.get(f"/api/mycamera/recording/{record}")
        assert answer.headers["Cache-Control"] == "no-store"
        return answer.status, (await answer.json())["code"]

    assert await ask(record_id) == (HTTPStatus.GONE, "file_gone")
    assert await ask(record_id + 1000) == (HTTPStatus.NOT_FOUND, "not_found")
    (hub.recordings_root / FRONT).rmdir()
    (hub.recordings_root / MARKER).unlink()
    assert await ask(record_id) == (HTTPStatus.SERVICE_UNAVAILABLE, "storage_unavailable")
    hub.recordings_root.rmdir()
    assert await ask(record_id) == (HTTPStatus.SERVICE_UNAVAILABLE, "storage_unavailable")
    hub.take_database_away()
    assert await ask(record_id) == (HTTPStatus.SERVICE_UNAVAILABLE, "database_unavailable")
    assert await ask(record_id + 1000) == (HTTPStatus.SERVICE_UNAVAILABLE, "database_unavailable")


async def test_an_unloaded_hub_serves_nothing(hass: HomeAssistant, hub: SurfaceHub, client: Client) -> None:
    await hub.add_person(FRONT, "e1", 5)
    await hass.config_entries.async_unload(hub.entry.entry_id)
    answer = await client.get("/api/mycamera/snapshot/e1")
    assert (answer.status, (await answer.json())["code"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "not_loaded")


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "01FRONT/../../secret.txt",
        "link/secret.txt",
        "nul\x00byte.mp4",
        "",
        ".",
        "x" * 600,
    ],
)
async def test_a_row_never_leads_out_of_its_root(
    hub: SurfaceHub,
    client: Client,
    tmp_path: Path,
    path: str,
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (hub.recordings_root / "link").symlink_to(tmp_path)
    record_id = await hub.add_record(FRONT, 0, size=5)
    row = await hub.database.get_record(record_id)
    assert row is not None
    with patch.object(hub.database, "get_record", AsyncMock(return_value=replace(row, file_path=path))):
        answer = await client.get(f"/api/mycamera/recording/{record_id}")
    assert answer.status in (HTTPStatus.GONE, HTTPStatus.SERVICE_UNAVAILABLE)
    assert b"secret" not in await answer.read()
    assert b"root:" not in await answer.read()


@pytest.mark.parametrize(
    "key",
    ["0", "-1", "1e3", "1.0", "9" * 40, "9223372036854775808", "٣", "%2e%2e", "1%00", "..%2f..%2fetc%2fpasswd", "%20"],
)
@pytest.mark.parametrize("kind", ["snapshot", "recording"])
async def test_junk_ids_find_nothing(
    hub: SurfaceHub,
    client: Client,
    kind: str,
    key: str,
) -> None:
    await hub.add_record(FRONT, 0)
    answer = await client.get(f"/api/mycamera/{kind}/{key}")
    # Home Assistant's own filter refuses some of them as bad requests before they get here.
    assert answer.status in (HTTPStatus.NOT_FOUND, HTTPStatus.BAD_REQUEST)


async def test_a_user_sees_only_the_cameras_that_he_may(
    hass: HomeAssistant,
    hub: SurfaceHub,
    hass_client: ClientSessionGenerator,
    hass_read_only_user: MockUser,
    hass_read_only_access_token: str,
) -> None:
    await hub.add_person(FRONT, "front", 5)
    await hub.add_person(YARD, "yard", 5)
    await hub.add_person("01REMOVED", "removed", 5)
    registry = er.async_get(hass)
    front = registry.async_get_entity_id("camera", DOMAIN, f"{FRONT}_camera")
    hass_read_only_user.mock_policy({"entities": {"entity_ids": {front: {"read": True}}}})
    client = await hass_client(hass_read_only_access_token)
    statuses = {
        event_id: (await client.get(f"/api/mycamera/snapshot/{event_id}")).status
        for event_id in ("front", "yard", "removed")
    }
    assert statuses == {
        "front": HTTPStatus.OK,
        "yard": HTTPStatus.UNAUTHORIZED,
        "removed": HTTPStatus.UNAUTHORIZED,
    }
    hass_read_only_user.mock_policy({"entities": {"all": {"read": True}}})
    assert (await client.get("/api/mycamera/snapshot/removed")).status == HTTPStatus.OK


def test_ids() -> None:
    assert parse_row_id(str(2**63 - 1)) == 2**63 - 1
    assert parse_row_id(str(2**63)) is None
    assert parse_row_id(" 1") is None
    assert parse_row_id("1\n") is None
    assert parse_event_id("a.b:c-d_E") == "a.b:c-d_E"
    assert parse_event_id("a/b") is None
    assert parse_event_id("a\n") is None
    assert parse_event_id("a" * 65) is None
