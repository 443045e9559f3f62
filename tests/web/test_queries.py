"""What the panel asks and is told."""

from __future__ import annotations

import base64
import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from hypothesis import given
from hypothesis import strategies as st
from pytest_homeassistant_custom_component.common import MockUser, async_fire_time_changed
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.mycamera.const import DOMAIN, EVENT_CAPTION, EVENT_PERSON, EVENT_RECORDING
from custom_components.mycamera.database import CaptionStatus, Cursor, NewGap, RecordStatus
from custom_components.mycamera.web.commands import CommandError
from custom_components.mycamera.web.queries import decode_cursor, encode_cursor
from custom_components.mycamera.worker.protocol.health import Health, Machine

from ..stand_in import NOON
from ..surfaces import FRONT, JPEG, VIDEO, YARD, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")


def announcement(camera_id: str, event_id: str = "e1", **changes: Any) -> dict[str, Any]:
    return {
        "camera_id": camera_id,
        "name": "Front door",
        "event_id": event_id,
        "first_seen": NOON.isoformat(),
        "last_seen": (NOON + timedelta(seconds=8)).isoformat(),
        "confidence": 0.5,
        "caption": "A person",
        "caption_zh": "一人",
        "caption_source": "factual",
        "image_path": "front/e1.jpg",
        **changes,
    }


async def test_overview(hub: SurfaceHub, ask: Ask) -> None:
    hub.cameras[YARD].state.persons = 2
    result = (await ask("overview"))["result"]
    assert result["worker"] == {
        "status": "connected",
        "device": "cpu",
        "version": "0.1.0",
        "error": "no module named torch in /srv/secret",
        "machines": [],
        "overloaded": False,
    }
    assert result["minutes_behind"] == 0
    assert result["database"] == {"available": True, "since": None, "waiting": 0}
    assert (result["pending_analyses"], result["pending_captions"]) == (2, None)
    assert [camera["name"] for camera in result["cameras"]] == ["Front door", "Yard"]
    assert result["cameras"][1]["persons"] == 2
    assert result["cameras"][0]["entity_id"] == "camera.front_door"


@pytest.mark.parametrize("is_admin", [True, False])
async def test_overview_tells_of_the_machines_of_a_fleet(
    hub: SurfaceHub, ask: Ask, hass_admin_user: MockUser, is_admin: bool
) -> None:
    """What went wrong may name folders and hosts: that is for administrators."""
    if not is_admin:
        hass_admin_user.groups = []
        hass_admin_user.mock_policy({})
    attic = Machine(name="attic", state="working", device="cuda:0", jobs_an_hour=61.7)
    cellar = Machine(name="cellar", state="away", error="no memory in /srv/secret")
    hub.worker.error = None
    problem = "The broker redis://house is away."
    hub.worker.health = Health(queued=3, running=1, watching=0, machines=(attic, cellar), fleet_problem=problem)
    worker = (await ask("overview"))["result"]["worker"]
    assert worker["machines"] == [
        {"name": "attic", "state": "working", "device": "cuda:0", "jobs_an_hour": 62, "error": None},
        {
            "name": "cellar",
            "state": "away",
            "device": "",
            "jobs_an_hour": 0,
            "error": "no memory in /srv/secret" if is_admin else None,
        },
    ]
    assert worker["error"] == (problem if is_admin else None)


async def test_overview_tells_of_an_outage(hub: SurfaceHub, ask: Ask) -> None:
    hub.take_database_away()
    assert (await ask("overview"))["result"]["database"] == {
        "available": False,
        "since": NOON.isoformat(),
        "waiting": 4,
    }


async def test_detections_page_by_page(hub: SurfaceHub, ask: Ask) -> None:
    for number in range(5):
        await hub.add_person(FRONT if number % 2 else YARD, f"e{number}", number)
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await ask("detections", limit=2, **cursor))["result"]
        seen += [item["event_id"] for item in page["items"]]
        if page["cursor"] is None:
            break
        cursor = {"cursor": page["cursor"]}
        # What arrives meanwhile neither repeats nor hides anything.
        await hub.add_person(FRONT, f"new{len(seen)}", 100 + len(seen))
    assert seen == ["e4", "e3", "e2", "e1", "e0"]


@pytest.mark.parametrize("camera", [None, FRONT])
async def test_recordings_and_gaps_page_by_page_from_either_end(hub: SurfaceHub, ask: Ask, camera: str | None) -> None:
    for minute in range(9):
        await hub.add_record(FRONT if camera or minute % 2 else YARD, minute)
        start = NOON + timedelta(minutes=minute)
        end = start + timedelta(seconds=9)
        gap = NewGap(camera_id=FRONT, camera_ip="192.0.2.7", start_time=start, end_time=end, cause="stalled")
        await hub.database.add_gap(gap)

    async def listed(command: str, **fields: Any) -> list[str]:
        starts: list[str] = []
        cursor: dict[str, str] = {}
        while True:
            page = (await ask(command, limit=2, **fields, **cursor, **({"camera_id": camera} if camera else {})))[
                "result"
            ]
            starts += [item["start"] for item in page["items"]]
            if page["cursor"] is None:
                return starts
            cursor["cursor"] = page["cursor"]

    wanted = [(NOON + timedelta(minutes=minute)).isoformat() for minute in range(9)]
    for command in ("records", "gaps"):
        assert await listed(command, oldest=True) == wanted
        assert await listed(command) == wanted[::-1]
        since = {"since": wanted[3], "until": wanted[6]}
        assert await listed(command, oldest=True, **since) == wanted[3:6]
    # A place in one order is none in the other.
    cursor = (await ask("records", limit=2))["result"]["cursor"]
    assert (await ask("records", oldest=True, cursor=cursor))["error"]["code"] == "invalid_cursor"


async def test_detections_by_camera_time_and_text(hub: SurfaceHub, ask: Ask) -> None:
    await hub.add_person(FRONT, "dog", 10, caption="A person with a dog", caption_zh="一个人和一只狗")
    await hub.add_person(FRONT, "plain", 20)
    await hub.add_person(YARD, "yard", 30, caption="a dog walker", caption_zh="遛狗的人")

    async def found(**fields: Any) -> list[str]:
        return [item["event_id"] for item in (await ask("detections", **fields))["result"]["items"]]

    assert await found(text="dog") == ["yard", "dog"]
    assert await found(text="狗", camera_id=FRONT) == ["dog"]
    assert await found(text="  ") == ["yard", "plain", "dog"]
    assert await found(text="100% _ '; DROP TABLE person_detection; --") == []
    assert await found(since="2026-11-22T13:00:15+01:00", until="2026-11-22T12:00:30Z") == ["plain"]
    assert await found(camera_id="01UNKNOWN") == []


async def test_signed_addresses_work_and_end_with_the_session(
    hass: HomeAssistant,
    hub: SurfaceHub,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    hass_access_token: str,
) -> None:
    record_id = await hub.add_record(FRONT, 0)
    await hub.add_person(FRONT, "e1", 5)
    panel = await hass_ws_client()
    await panel.send_json_auto_id({"type": "mycamera/detections"})
    item = (await panel.receive_json())["result"]["items"][0]
    await panel.send_json_auto_id({"type": "mycamera/records"})
    record = (await panel.receive_json())["result"]["items"][0]
    await panel.close()
    assert record["record_id"] == record_id
    client = await hass_client_no_auth()
    assert await (await client.get(item["snapshot_url"])).read() == JPEG
    assert (await client.get(item["thumbnail_url"])).status == HTTPStatus.OK
    assert await (await client.get(record["video_url"])).read() == VIDEO
    token = hass.auth.async_validate_access_token(hass_access_token)
    assert token is not None
    hass.auth.async_remove_refresh_token(token)
    assert (await client.get(item["snapshot_url"])).status == HTTPStatus.UNAUTHORIZED


async def test_one_detection_with_its_recording(hub: SurfaceHub, ask: Ask) -> None:
    record_id = await hub.add_record(FRONT, 0)
    await hub.add_person(FRONT, "joined", 12.5)
    result = (await ask("detection", event_id="joined"))["result"]
    assert result["recording"]["record_id"] == record_id
    assert result["recording"]["offset"] == 12.5
    assert result["recording"]["codec"] == "h264"
    assert result["recording"]["protected"] is False
    assert result["box"] == [0.1, 0.1, 0.4, 0.9]


async def test_a_person_seen_live_finds_the_recording_that_came_later(
    hass: HomeAssistant, hub: SurfaceHub, ask: Ask
) -> None:
    hass.states.async_set("camera.front_door", "recording")
    await hub.add_person(FRONT, "live", 70)
    detail = (await ask("detection", event_id="live"))["result"]
    assert detail["recording"] is None
    assert detail["live_url"].startswith("/api/camera_proxy_stream/camera.front_door?authSig="), "the camera now"
    record_id = await hub.add_record(FRONT, 1)
    detail = (await ask("detection", event_id="live"))["result"]
    recording = detail["recording"]
    assert detail["live_url"] is None
    assert (recording["record_id"], recording["offset"]) == (record_id, 10)


async def test_records_and_gaps(hub: SurfaceHub, ask: Ask) -> None:
    await hub.add_record(FRONT, 0)
    await hub.add_record(
        FRONT, 1, path="failed-1", size=0, status=RecordStatus.FAILED, error="no route to host", duration=None
    )
    await hub.add_gap(FRONT, 1, "unreachable")
    failed, good = (await ask("records"))["result"]["items"]
    assert (failed["status"], failed["error"], failed["video_url"]) == ("failed", "no route to host", None)
    assert (good["status"], good["file_size"], good["duration"]) == ("success", len(VIDEO), 60)
    assert "file_path" not in good
    gaps = (await ask("gaps", camera_id=FRONT))["result"]
    assert [(gap["cause"], gap["camera_id"]) for gap in gaps["items"]] == [("unreachable", FRONT)]
    assert gaps["cursor"] is None


@pytest.mark.parametrize("command", ["detections", "records", "gaps"])
async def test_an_outage_is_no_empty_list(hub: SurfaceHub, ask: Ask, command: str) -> None:
    hub.take_database_away()
    answer = await ask(command)
    assert not answer["success"]
    assert answer["error"]["code"] == "database_unavailable"
    assert answer["error"]["translation_domain"] == DOMAIN
    assert answer["error"]["translation_key"] == "history_unavailable"
    assert (await ask("detection", event_id="e1"))["error"]["code"] == "database_unavailable"


@pytest.mark.parametrize("command", ["overview", "detections", "records", "gaps"])
async def test_not_loaded(hass: HomeAssistant, hub: SurfaceHub, ask: Ask, command: str) -> None:
    await hass.config_entries.async_unload(hub.entry.entry_id)
    assert (await ask(command))["error"]["code"] == "not_loaded"


@pytest.mark.parametrize(
    "fields",
    [
        {"limit": 0},
        {"limit": 201},
        {"limit": 10**30},
        {"limit": "50"},
        {"since": "yesterday"},
        {"since": "2026-11-22T12:00:00"},
        {"since": "0001-01-01T00:00:00+14:00"},
        {"since": 5},
        {"camera_id": ""},
        {"camera_id": "x" * 65},
        {"camera_id": ["a"]},
        {"cursor": ""},
        {"cursor": "x" * 201},
        {"text": "x" * 101},
        {"unknown": True},
    ],
)
async def test_bad_fields_are_refused(ask: Ask, fields: dict[str, Any]) -> None:
    assert (await ask("detections", **fields))["error"]["code"] == "invalid_format"


@pytest.mark.parametrize(
    ("since", "until"),
    [("0001-01-01T00:00:00+00:00", "0001-01-01T01:00:00+00:00"), ("9999-12-31T23:00:00Z", "9999-12-31T23:59:59Z")],
)
async def test_moments_that_no_calendar_reaches_are_refused(ask: Ask, since: str, until: str) -> None:
    """Before and after them is nothing: whoever asked for what is around one was told that the database is away."""
    asked: list[tuple[str, dict[str, Any]]] = [
        ("why", {"moment": since}),
        ("why", {"moment": until}),
        ("preview", {"moment": since}),
        ("days", {"since": since, "until": until, "time_zone": "Asia/Shanghai"}),
        ("days", {"since": since, "until": until, "time_zone": "America/New_York"}),
        *((command, {"since": since, "until": until}) for command in ("footage", "playlist", "ways")),
    ]
    for command, fields in asked:
        answer = await ask(command, camera_id=FRONT, **fields)
        assert answer["error"]["code"] == "invalid_format", (command, fields)


async def test_an_empty_range_is_refused(ask: Ask) -> None:
    answer = await ask("records", since="2026-11-22T12:00:00Z", until="2026-11-22T12:00:00Z")
    assert answer["error"]["code"] == "invalid_range"


def pack(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "!!!!",
        "AAAA",
        pack({}),
        pack(["r", 0, 1]),
        pack(["d", 0]),
        pack(["d", "0", 1]),
        pack(["d", 0, -1]),
        pack(["d", 0, 2**63]),
        pack(["d", 10**30, 1]),
        pack(["d", -(10**30), 1]),
        pack(["d", 1.5, 1]),
        pack(["d", None, None]),
        "[" * 200,
        "é",
    ],
)
async def test_tampered_cursors_are_refused(ask: Ask, cursor: str) -> None:
    assert (await ask("detections", cursor=cursor))["error"]["code"] == "invalid_cursor"


@given(
    st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(9999, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(0, 2**63 - 1),
)
def test_cursors_come_back_exactly(time: datetime, row_id: int) -> None:
    cursor = Cursor(time, row_id)
    assert decode_cursor("d", encode_cursor("d", cursor)) == cursor


@given(st.text(min_size=1, max_size=200))
def test_any_text_is_a_cursor_or_refused(text: str) -> None:
    with suppress(CommandError):
        assert isinstance(decode_cursor("d", text), Cursor)


async def test_what_a_restricted_user_sees(
    hub: SurfaceHub,
    only_front: MockUser,
    hass_ws_client: WebSocketGenerator,
    hass: HomeAssistant,
    hass_read_only_access_token: str,
) -> None:
    for number in range(30):
        await hub.add_person(FRONT if number % 10 == 0 else YARD, f"e{number}", number)
    await hub.add_record(YARD, 0)
    client = await hass_ws_client(hass, hass_read_only_access_token)

    async def send(command: str, **fields: Any) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"mycamera/{command}", **fields})
        answer: dict[str, Any] = await client.receive_json()
        return answer

    overview = (await send("overview"))["result"]
    assert [camera["camera_id"] for camera in overview["cameras"]] == [FRONT]
    assert overview["worker"]["error"] is None
    seen: list[str] = []
    fields: dict[str, Any] = {"limit": 2}
    while True:
        page = (await send("detections", **fields))["result"]
        seen += [item["event_id"] for item in page["items"]]
        if page["cursor"] is None:
            break
        fields["cursor"] = page["cursor"]
    assert seen == ["e20", "e10", "e0"]
    assert (await send("records"))["result"] == {"items": [], "cursor": None}
    assert (await send("detections", camera_id=YARD))["error"]["code"] == "unauthorized"
    assert (await send("detection", event_id="e1"))["error"]["code"] == "unauthorized"
    assert (await send("detection", event_id="e10"))["success"]


async def test_subscription(hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator) -> None:
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": "mycamera/subscribe"})
    assert (await client.receive_json())["success"]
    first = (await client.receive_json())["event"]
    assert (first["type"], len(first["overview"]["cameras"])) == ("overview", 2)

    hass.bus.async_fire(EVENT_PERSON, announcement(FRONT))
    person = (await client.receive_json())["event"]
    assert (person["type"], person["detection"]["event_id"]) == ("person", "e1")
    assert person["detection"]["caption_status"] == CaptionStatus.PENDING
    assert "authSig=" in person["detection"]["thumbnail_url"]

    hass.bus.async_fire(EVENT_CAPTION, announcement(FRONT, caption="a man", caption_source="blip2"))
    caption = (await client.receive_json())["event"]
    assert (caption["type"], caption["detection"]["caption"]) == ("caption", "a man")
    assert caption["detection"]["caption_status"] == CaptionStatus.DONE

    hass.bus.async_fire(EVENT_RECORDING, {"camera_id": YARD, "start": "s", "end": "e", "status": "success", "x": 1})
    assert (await client.receive_json())["event"] == {
        "type": "recording",
        "camera_id": YARD,
        "start": "s",
        "end": "e",
        "status": "success",
    }

    # Events that others fire under our names are not believed.
    hass.bus.async_fire(EVENT_PERSON, announcement(FRONT, event_id="../../config"))
    hass.bus.async_fire(EVENT_PERSON, {"camera_id": FRONT})
    # Changes are told together.
    for persons in (1, 2, 3):
        hub.cameras[FRONT].state.persons = persons
        hub.cameras[FRONT].changes.tell()
    hub.changes.tell()
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=1))
    told = (await client.receive_json())["event"]
    assert told["type"] == "overview"
    assert told["overview"]["cameras"][0]["persons"] == 3


async def test_a_subscription_ends_without_a_trace(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": "mycamera/subscribe"})
    subscribed = await client.receive_json()
    await client.receive_json()
    assert len(hub.changes) == len(hub.cameras[FRONT].changes) == 1
    hub.changes.tell()
    await client.send_json_auto_id({"type": "unsubscribe_events", "subscription": subscribed["id"]})
    assert (await client.receive_json())["success"]
    assert not len(hub.changes)
    assert not len(hub.cameras[FRONT].changes)
    assert not {EVENT_PERSON, EVENT_CAPTION, EVENT_RECORDING} & hass.bus.async_listeners().keys()


async def test_a_subscription_outlives_a_reload_and_follows_cameras(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": "mycamera/subscribe"})
    await client.receive_json()
    await client.receive_json()
    yard = hub.cameras.pop(YARD)
    hub.changes.tell()
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=1))
    assert len((await client.receive_json())["event"]["overview"]["cameras"]) == 1
    assert not len(yard.changes)
    await hass.config_entries.async_unload(hub.entry.entry_id)
    assert (await client.receive_json())["event"] == {"type": "unavailable", "code": "not_loaded"}
    assert not len(hub.changes)
    hub.cameras[YARD] = yard
    await hass.config_entries.async_setup(hub.entry.entry_id)
    await hass.async_block_till_done()
    assert len((await client.receive_json())["event"]["overview"]["cameras"]) == 2
    assert len(yard.changes) == 1


async def test_a_restricted_user_is_told_of_his_cameras_only(
    hass: HomeAssistant,
    hub: SurfaceHub,
    only_front: MockUser,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_access_token: str,
) -> None:
    client = await hass_ws_client(hass, hass_read_only_access_token)
    await client.send_json_auto_id({"type": "mycamera/subscribe"})
    await client.receive_json()
    await client.receive_json()
    hass.bus.async_fire(EVENT_PERSON, announcement(YARD, event_id="hidden"))
    hass.bus.async_fire(EVENT_RECORDING, {"camera_id": YARD, "start": "s", "end": "e", "status": "success"})
    hass.bus.async_fire(EVENT_PERSON, announcement(FRONT, event_id="shown"))
    assert (await client.receive_json())["event"]["detection"]["event_id"] == "shown"


async def test_protecting_one_recording(hub: SurfaceHub, ask: Ask) -> None:
    # They touch and overlap, as recordings do.
    records = [
        await hub.add_record(FRONT, minute, end_time=NOON + timedelta(minutes=minute + 1, seconds=0.2))
        for minute in range(3)
    ]
    other = await hub.add_record(YARD, 1)

    async def protected() -> list[int]:
        rows = (await ask("records"))["result"]["items"]
        return sorted(row["record_id"] for row in rows if row["protected"])

    assert (await ask("protect", record_ids=[records[1]], protect=True))["result"] == {"protected": True}
    assert await protected() == [records[1]]
    await ask("protect", record_ids=[other], protect=True)
    await ask("protect", record_ids=[records[1]], protect=False)
    assert await protected() == [other]
    await ask("protect", record_ids=[records[0], records[2], records[2]], protect=True)
    assert await protected() == sorted([other, records[0], records[2]])
    assert (await ask("protect", record_ids=[10**6], protect=True))["error"]["code"] == "not_found"
    assert (await ask("protect", record_ids=[], protect=True))["error"]["code"] == "invalid_format"
    hub.take_database_away()
    assert (await ask("protect", record_ids=[other], protect=False))["error"]["code"] == "database_unavailable"


async def test_analysing_chosen_recordings(hub: SurfaceHub, ask: Ask) -> None:
    done = await hub.add_record(FRONT, 0, analysis_status="done")
    await hub.add_record(FRONT, 1, analysis_status="done")
    gone = await hub.add_record(FRONT, 2, size=0, analysis_status="skipped")
    assert (await ask("analyze", record_ids=[done, gone]))["result"] == {"queued": 1}
    rows = (await ask("records", analysis_status="pending"))["result"]["items"]
    assert [row["record_id"] for row in rows] == [done]
    assert (await ask("analyze", record_ids=[10**6]))["error"]["code"] == "not_found"
