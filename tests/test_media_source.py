"""The media browser's view of recordings and persons."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from homeassistant.components.media_player import BrowseError
from homeassistant.components.media_source import (
    URI_SCHEME,
    Unresolvable,
    async_browse_media,
    async_resolve_media,
)
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import DayHour
from custom_components.mycamera.hub.clip_exports import FOLDER
from custom_components.mycamera.recording.archive.storage import MARKER
from custom_components.mycamera.web.exports import async_register_exports
from custom_components.mycamera.web.media_identifier import MediaIdentifier

from .stand_in import NOON
from .surfaces import FRONT, JPEG, VIDEO, YARD, SurfaceHub, loaded_surfaces

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[SurfaceHub]:
    await hass.config.async_set_time_zone("Europe/Berlin")
    async with loaded_surfaces(hass, tmp_path) as loaded:
        assert await async_setup_component(hass, "media_source", {})
        yield loaded


def uri(path: str = "") -> str:
    return f"{URI_SCHEME}{DOMAIN}/{path}" if path else f"{URI_SCHEME}{DOMAIN}"


async def titles(hass: HomeAssistant, path: str = "") -> list[str]:
    return [child.title for child in (await async_browse_media(hass, uri(path))).children or []]


async def test_from_the_root_to_a_segment(hass: HomeAssistant, hub: SurfaceHub) -> None:
    for minute in (0, 1, 65):
        await hub.add_record(FRONT, minute)
    await hub.add_record(FRONT, 2, path="failed", size=0)
    await hub.add_person(FRONT, "e1", 70)
    assert await titles(hass) == ["Front door", "Yard"]
    assert await titles(hass, f"camera/{FRONT}") == ["People", "Recordings", "Clips"]
    assert await titles(hass, f"camera/{FRONT}/recordings") == ["2026-11-22 (4)"]
    # Hours are those of Home Assistant's time zone: noon in London is one o'clock in Berlin.
    assert await titles(hass, f"camera/{FRONT}/recordings/2026-11-22") == ["14:00", "13:00"]
    hour = await async_browse_media(hass, uri(f"camera/{FRONT}/recordings/2026-11-22/13"))
    assert hour.children is not None
    assert [child.title for child in hour.children] == ["13:01:00 – 13:02:00", "13:00:00 – 13:01:00"]
    assert [child.thumbnail for child in hour.children] == ["/api/mycamera/thumbnail/e1", None]
    assert hour.not_shown == 1
    assert all(child.can_play for child in hour.children)
    assert await titles(hass, f"camera/{YARD}/recordings") == []


async def test_cameras_of_one_name_are_told_apart(hass: HomeAssistant, hub: SurfaceHub) -> None:
    yard = hub.cameras[YARD]
    yard.config = replace(yard.config, name="front Door")
    assert await titles(hass) == ["Front door (01front.lan)", "front Door (01yard.lan)"]
    # Two channels of one recorder.
    yard.config = replace(yard.config, source=replace(yard.config.source, host=hub.cameras[FRONT].source.host))
    assert await titles(hass) == [f"Front door (01front.lan) ({FRONT[-6:]})", f"front Door (01front.lan) ({YARD[-6:]})"]


async def test_persons_by_day(hass: HomeAssistant, hub: SurfaceHub) -> None:
    await hub.add_person(FRONT, "e1", 5)
    await hub.add_person(FRONT, "e2", 12 * 3600, caption="a man with a dog", caption_zh="一个牵狗的男人")
    assert await titles(hass, f"camera/{FRONT}/persons") == ["2026-11-23 (1)", "2026-11-22 (1)"]
    day = f"camera/{FRONT}/persons/2026-11-23"
    assert await titles(hass, day) == ["01:00:00 a man with a dog"]
    hass.config.language = "zh-Hans"
    assert await titles(hass, day) == ["01:00:00 一个牵狗的男人"]
    picture = ((await async_browse_media(hass, uri(day))).children or [])[0]
    assert picture.thumbnail == "/api/mycamera/thumbnail/e2"
    assert picture.media_content_type == "image/jpeg"


async def test_earlier_months_are_folders(hass: HomeAssistant, hub: SurfaceHub) -> None:
    for days in (0, -40, -53, -1000):  # the third is on 30 September in London, and on 1 October in Berlin
        await hub.add_record(FRONT, days * 24 * 60 + (11 * 60 if days == -53 else 0))
    await hub.add_record(FRONT, -53 * 24 * 60)
    await hub.add_person(FRONT, "e1", -70 * 86400)
    await hub.add_person(FRONT, "e2", 0)
    top = f"camera/{FRONT}/recordings"
    children = (await async_browse_media(hass, uri(top))).children or []
    assert [child.title for child in children] == [
        "2026-11-22 (1)",
        "2026-10-13 (1)",
        "2026-10-01 (1)",
        "September 2026",
        "February 2024",
    ]
    assert [child.media_content_id for child in children[-2:]] == [uri(f"{top}/2026-09"), uri(f"{top}/2024-02")]
    september = await async_browse_media(hass, uri(f"{top}/2026-09"))
    assert september.title == "Front door · Recordings · September 2026"
    (day,) = september.children or []
    assert (day.title, day.media_content_id) == ("2026-09-30 (1)", uri(f"{top}/2026-09-30"))
    assert await titles(hass, f"{top}/2026-09-30") == ["14:00"]
    assert await titles(hass, f"{top}/2026-10-01") == ["01:00"]
    assert await titles(hass, f"{top}/2025-01") == []
    assert await titles(hass, f"camera/{FRONT}/persons") == ["2026-11-22 (1)", "September 2026"]
    assert await titles(hass, f"camera/{FRONT}/persons/2026-09") == ["2026-09-13 (1)"]
    hass.config.language = "zh-Hans"
    assert (await titles(hass, top))[-1] == "2024年2月"


async def test_search(hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator) -> None:
    await hub.add_person(FRONT, "e1", 5)
    await hub.add_person(FRONT, "e2", 6, caption="a man with a dog", caption_zh="牵狗的男人")
    client = await hass_ws_client()
    await client.send_json_auto_id(
        {
            "type": "media_source/search_media",
            "media_content_id": uri(f"camera/{FRONT}"),
            "search_query": "dog",
        }
    )
    answer = await client.receive_json()
    assert [found["media_content_id"] for found in answer["result"]["result"]] == [uri("person/e2")]


async def test_search_at_the_root_tells_hits_apart(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator
) -> None:
    await hub.add_record(FRONT, 0)
    for camera_id, event_id, seconds in ((FRONT, "e1", 0), (FRONT, "e2", -40 * 86400), (YARD, "e3", 0)):
        await hub.add_person(camera_id, event_id, seconds, caption="A man with a red bag", best_time=NOON)
    assert (await async_browse_media(hass, uri())).can_search
    client = await hass_ws_client()

    async def found(*classes: str) -> list[tuple[str, str]]:
        wanted = {"media_filter_classes": list(classes)} if classes else {}
        await client.send_json_auto_id(
            {"type": "media_source/search_media", "media_content_id": uri(), "search_query": "red bag", **wanted}
        )
        result = (await client.receive_json())["result"]["result"]
        return [(hit["media_content_id"], hit["title"]) for hit in result]

    persons = [
        (uri("person/e3"), "2026-11-22 · Yard · 13:00:00 A man with a red bag"),
        (uri("person/e1"), "2026-11-22 · Front door · 13:00:00 A man with a red bag"),
        (uri("person/e2"), "2026-10-13 · Front door · 14:00:00 A man with a red bag"),
    ]
    assert await found() == persons
    assert await found("image") == persons
    # Those whom a recording has.
    assert await found("video") == [(f"{place}/recording", title) for place, title in persons[1:]]
    assert await found("music") == []


async def test_clips(hass: HomeAssistant, hub: SurfaceHub, hass_client: ClientSessionGenerator) -> None:
    (hub.recordings_root / MARKER).write_text(json.dumps({"owner": hub.entry.entry_id}))
    async_register_exports(hass)
    assert await titles(hass, f"camera/{FRONT}/clips") == []
    folder = hub.recordings_root / FOLDER / FRONT
    folder.mkdir(parents=True)
    (folder / "film.mp4").write_bytes(VIDEO)
    film = {"file": "film.mp4", "size": len(VIDEO), "seconds": 60, "sha256": "", "parts": []}
    times = {"start": "2026-11-22T12:00:00.000+00:00", "end": "2026-11-22T12:01:00.000+00:00"}
    record = {
        "export_id": "01EXPORT",
        "created": times["end"],
        "camera": {"id": FRONT, "name": "Front door"},
        "asked_for": {"since": times["start"], "until": times["end"]},
        "films": [{**film, **times}],
        "missing": [],
    }
    (folder / "film.json").write_text(json.dumps(record))
    assert await titles(hass, f"camera/{FRONT}/clips") == ["2026-11-22 13:00:00 – 13:01:00"]
    assert await titles(hass, f"camera/{YARD}/clips") == []
    media = await async_resolve_media(hass, uri("export/01EXPORT/1"), None)
    assert (media.url, media.path) == ("/api/mycamera/export/01EXPORT/1", folder / "film.mp4")
    for path in ("export/01EXPORT/2", "export/01OTHER/1", "export/01EXPORT/0", "export/01EXPORT"):
        with pytest.raises(Unresolvable):
            await async_resolve_media(hass, uri(path), None)
    (hub.recordings_root / MARKER).unlink()
    with pytest.raises(Unresolvable):
        await async_resolve_media(hass, uri("export/01EXPORT/1"), None)
    with pytest.raises(BrowseError):
        await titles(hass, f"camera/{FRONT}/clips")


async def test_resolved_media_can_be_played(
    hass: HomeAssistant,
    hub: SurfaceHub,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    record_id = await hub.add_record(FRONT, 0)
    await hub.add_person(FRONT, "e1", 5)
    client = await hass_ws_client()
    browser = await hass_client_no_auth()
    for path, mime_type, content in (
        (f"record/{record_id}", "video/mp4", VIDEO),
        ("person/e1", "image/jpeg", JPEG),
    ):
        await client.send_json_auto_id({"type": "media_source/resolve_media", "media_content_id": uri(path)})
        result = (await client.receive_json())["result"]
        assert result["mime_type"] == mime_type
        answer = await browser.get(result["url"])
        assert answer.status == HTTPStatus.OK
        assert await answer.read() == content
    # The recording of a person opens at them, also while their row does not name it yet.
    await client.send_json_auto_id(
        {"type": "media_source/resolve_media", "media_content_id": uri("person/e1/recording")}
    )
    result = (await client.receive_json())["result"]
    address, _, place = result["url"].partition("#")
    assert (result["mime_type"], place) == ("video/mp4", "t=5.0")
    assert await (await browser.get(address)).read() == VIDEO
    played = await async_resolve_media(hass, uri(f"record/{record_id}"), None)
    assert played.path == hub.recordings_root.resolve() / FRONT / "0.mp4"


async def test_an_outage_is_said(hass: HomeAssistant, hub: SurfaceHub) -> None:
    hub.take_database_away()
    assert await titles(hass) == ["Front door", "Yard"]
    for path in (f"camera/{FRONT}/persons", f"camera/{FRONT}/recordings/2026-11-22", f"camera/{FRONT}/persons/2026-01"):
        with pytest.raises(BrowseError) as browsed:
            await async_browse_media(hass, uri(path))
        assert browsed.value.translation_key == "history_unavailable"
    for path in ("record/1", "person/e1"):
        with pytest.raises(Unresolvable) as resolved:
            await async_resolve_media(hass, uri(path), None)
        assert resolved.value.translation_key == "history_unavailable"


async def test_what_is_gone_or_unknown(hass: HomeAssistant, hub: SurfaceHub) -> None:
    record_id = await hub.add_record(FRONT, 0)
    (hub.recordings_root / FRONT / "0.mp4").unlink()
    for path, key in (
        (f"record/{record_id}", "file_gone"),
        (f"record/{record_id + 1}", "entry_not_found"),
        ("person/none", "entry_not_found"),
        (f"camera/{FRONT}", "entry_not_found"),
        ("", "entry_not_found"),
    ):
        with pytest.raises(Unresolvable) as error:
            await async_resolve_media(hass, uri(path), None)
        assert error.value.translation_key == key
    await hass.config_entries.async_unload(hub.entry.entry_id)
    with pytest.raises(BrowseError) as unloaded:
        await async_browse_media(hass, uri())
    assert unloaded.value.translation_key == "not_loaded"


@pytest.mark.parametrize(
    "path",
    [
        "camera",
        "camera/",
        "camera/01UNKNOWN",
        f"camera/{FRONT}/other",
        f"camera/{FRONT}/persons/yesterday",
        f"camera/{FRONT}/persons/20261122",
        f"camera/{FRONT}/persons/2026-W47-7",
        f"camera/{FRONT}/persons/0001-01-01",
        f"camera/{FRONT}/persons/9999-12-31",
        f"camera/{FRONT}/persons/2026-11-22/13",
        f"camera/{FRONT}/persons/2026-13",
        f"camera/{FRONT}/persons/2026W47",
        f"camera/{FRONT}/recordings/2026-11/22",
        f"camera/{FRONT}/recordings/9999-12",
        f"camera/{FRONT}/recordings/2026-11-22/24",
        f"camera/{FRONT}/recordings/2026-11-22/1",
        f"camera/{FRONT}/recordings/2026-11-22/13-again",
        f"camera/{FRONT}/recordings/2026-11-22/٠١",
        f"camera/{FRONT}/recordings/2026-11-22/13/1",
        "record/-1",
        "record/1/2",
        "person/../../x",
        "x" * 3000,
    ],
)
async def test_junk_identifiers_are_refused(hass: HomeAssistant, hub: SurfaceHub, path: str) -> None:
    with pytest.raises(BrowseError):
        await async_browse_media(hass, uri(path))


async def test_an_hour_that_comes_twice_is_two_folders(hass: HomeAssistant, hub: SurfaceHub) -> None:
    # On 2026-10-25 the clock in Berlin goes from 02:59:59 back to 02:00:00.
    before = int((NOON.replace(month=10, day=25, hour=0, minute=30) - NOON).total_seconds() / 60)
    for minute in (before, before + 60, before + 120):
        await hub.add_record(FRONT, minute)
    day = f"camera/{FRONT}/recordings/2026-10-25"
    assert await titles(hass, day) == ["03:00", "02:00 CET", "02:00 CEST"]
    shown = [await async_browse_media(hass, uri(f"{day}/{hour}")) for hour in ("02", "02-again")]
    assert [[child.title for child in folder.children or ()] for folder in shown] == [["02:30:00 – 02:31:00"]] * 2
    assert shown[0].children != shown[1].children
    assert shown[1].title.endswith("2026-10-25 02:00 CET")
    assert await titles(hass, f"{day}/03") == ["03:30:00 – 03:31:00"]


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Australia/Lord_Howe", "2026-04-05"), ("Australia/Lord_Howe", "2026-10-04"), ("Asia/Kathmandu", "2026-10-25")],
)
async def test_each_recording_of_a_day_is_in_one_folder(
    hass: HomeAssistant, hub: SurfaceHub, zone: str, day: str
) -> None:
    """Where the clocks are put forward and back by half an hour, and where they stand at three quarters."""
    await hass.config.async_set_time_zone(zone)
    start = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone)) - NOON
    added = [
        await hub.add_record(FRONT, round(start.total_seconds() / 60) + minute) for minute in range(0, 26 * 60, 10)
    ]
    folder = await async_browse_media(hass, uri(f"camera/{FRONT}/recordings/{day}"))
    found = []
    for hour in folder.children or ():
        inside = await async_browse_media(hass, f"{hour.media_content_id}")
        found += [child.media_content_id.rpartition("/")[2] for child in inside.children or ()]
    whole = await hub.database.days(
        FRONT, first=date.fromisoformat(day), last=date.fromisoformat(day), zone=ZoneInfo(zone)
    )
    assert len(found) == len(set(found)) == whole[0].records
    assert set(found) <= {str(row) for row in added}


async def test_a_user_browses_only_the_cameras_that_he_may(
    hass: HomeAssistant,
    hub: SurfaceHub,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_user: MockUser,
    hass_read_only_access_token: str,
) -> None:
    front = er.async_get(hass).async_get_entity_id("camera", DOMAIN, f"{FRONT}_camera")
    hass_read_only_user.mock_policy({"entities": {"entity_ids": {front: {"read": True}}}})
    mine, other = await hub.add_record(FRONT, 0), await hub.add_record(YARD, 0)
    client = await hass_ws_client(hass, hass_read_only_access_token)

    async def send(command: str, path: str) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"media_source/{command}", "media_content_id": uri(path)})
        answer: dict[str, Any] = await client.receive_json()
        return answer

    root = (await send("browse_media", ""))["result"]
    assert [child["title"] for child in root["children"]] == ["Front door"]
    assert not (await send("browse_media", f"camera/{YARD}"))["success"]
    assert (await send("resolve_media", f"record/{mine}"))["success"]
    assert not (await send("resolve_media", f"record/{other}"))["success"]


@pytest.mark.parametrize(
    "identifier",
    [
        MediaIdentifier(),
        MediaIdentifier(camera_id="a"),
        MediaIdentifier(camera_id="a", collection="persons", month=date(2026, 2, 1)),
        MediaIdentifier(camera_id="a", collection="persons", day=date(2026, 2, 3)),
        MediaIdentifier(camera_id="a", collection="recordings", day=date(2026, 2, 3), hour=DayHour(4)),
        MediaIdentifier(camera_id="a", collection="recordings", day=date(2026, 2, 3), hour=DayHour(4, 1)),
        MediaIdentifier(record_id=7),
        MediaIdentifier(event_id="e:1"),
        MediaIdentifier(event_id="e:1", recording=True),
    ],
)
def test_identifiers_come_back(identifier: MediaIdentifier) -> None:
    assert MediaIdentifier.parse(str(identifier)) == identifier
