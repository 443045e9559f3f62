"""Looking for persons, marking them as seen, and writing their captions by hand."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator
from sqlalchemy import text

from custom_components.mycamera.database import Box, PathPoint
from custom_components.mycamera.database.engine import open_blocking_engine
from custom_components.mycamera.database.questions import person_detections
from custom_components.mycamera.hub.seen_marks import MOST_MARKS, SeenMarks

from ..stand_in import NOON
from ..surfaces import FRONT, YARD, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")


async def found(ask: Ask, **fields: Any) -> list[str]:
    answer = await ask("detections", **fields)
    assert answer["success"], answer
    return [item["event_id"] for item in answer["result"]["items"]]


async def test_persons_by_score_duration_zone_and_hour(hub: SurfaceHub, ask: Ask) -> None:
    await hub.add_person(FRONT, "sure", 0, confidence=0.9, zones=("Porch",))
    await hub.add_person(FRONT, "unsure", 3600, confidence=0.5)
    await hub.add_person(YARD, "long", 7200, last_seen=NOON + timedelta(seconds=7300))
    assert await found(ask, min_confidence=0.8) == ["sure"]
    assert await found(ask, min_seconds=60) == ["long"]
    assert await found(ask, zone="Porch") == ["sure"]
    assert await found(ask, hours=[13, 14]) == ["unsure"]
    assert await found(ask, hours=[14, 13]) == ["long", "sure"]
    # In Shanghai it is eight hours later.
    assert await found(ask, hours=[20, 21], time_zone="Asia/Shanghai") == ["sure"]
    assert (await ask("detections", hours=[1, 2], time_zone="Nowhere/Land"))["error"]["code"] == "invalid_format"
    assert (await ask("detections", hours=[1]))["error"]["code"] == "invalid_format"


async def test_who_is_looked_for_is_found_behind_many_others(
    hub: SurfaceHub, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.web.queries.LARGEST_LIMIT", 2)
    await hub.add_person(FRONT, "sought", 0, confidence=0.95)
    for number in range(21):
        await hub.add_person(YARD, f"other{number}", 10 + number, image_path="", thumbnail=False)
    # One answer looks through ten pages, and tells where to go on.
    answer = (await ask("detections", min_confidence=0.9))["result"]
    assert answer["items"] == []
    answer = (await ask("detections", min_confidence=0.9, cursor=answer["cursor"]))["result"]
    assert [item["event_id"] for item in answer["items"]] == ["sought"]
    assert answer["cursor"] is None


async def test_marks_are_of_the_user_who_made_them(
    hass: HomeAssistant,
    hub: SurfaceHub,
    ask: Ask,
    hass_ws_client: WebSocketGenerator,
    only_front: MockUser,
) -> None:
    for number in range(3):
        await hub.add_person(FRONT, f"e{number}", number)
    assert (await ask("mark_seen", event_ids=["e1"]))["success"]
    assert await found(ask, unseen=True) == ["e2", "e0"]
    items = (await ask("detections"))["result"]["items"]
    assert [item["seen"] for item in items] == [False, True, False]
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    other = await hass_ws_client(hass, hass.auth.async_create_access_token(token))
    await other.send_json_auto_id({"type": "mycamera/detections", "unseen": True})
    assert len((await other.receive_json())["result"]["items"]) == 3
    assert (await ask("mark_seen", all=True))["success"]
    assert await found(ask, unseen=True) == []
    for fields in ({"event_ids": ["e1"], "all": True}, {"all": False}):
        assert (await ask("mark_seen", **fields))["error"]["code"] == "invalid_format"


async def test_who_is_found_later_in_a_recording_is_news(hub: SurfaceHub, ask: Ask) -> None:
    """All were marked as seen when nobody could have seen them; that they were there earlier does not matter."""
    await hub.add_person(FRONT, "known", 10)
    assert (await ask("mark_seen", all=True))["success"]
    await hub.add_person(FRONT, "earlier", 0)
    # A better picture, or a longer stay, makes nobody new.
    await hub.add_person(FRONT, "known", 10, last_seen=NOON + timedelta(seconds=90))
    assert await found(ask, unseen=True) == ["earlier"]
    items = (await ask("detections"))["result"]["items"]
    assert [(item["event_id"], item["seen"]) for item in items] == [("known", True), ("earlier", False)]


async def test_who_is_being_written_when_the_button_is_pressed_is_news(hub: SurfaceHub, ask: Ask) -> None:
    """A slow transaction: the row was made before the button was pressed, and listed after it."""
    await hub.add_person(FRONT, "listed", 0)
    made, pressed = asyncio.Event(), asyncio.Event()
    put = person_detections.put

    async def slowly(*args: Any) -> None:
        await put(*args)
        made.set()
        await pressed.wait()

    with patch.object(person_detections, "put", slowly):
        writing = asyncio.create_task(hub.add_person(FRONT, "late", 10))
        await made.wait()
        assert await found(ask) == ["listed"]
        assert (await ask("mark_seen", all=True))["success"]
        pressed.set()
        await writing
    assert await found(ask, unseen=True) == ["late"]
    assert (await ask("mark_seen", all=True))["success"]
    assert await found(ask, unseen=True) == []


async def test_of_older_rows_it_counts_when_they_were_seen(hub: SurfaceHub, ask: Ask) -> None:
    await hub.add_person(FRONT, "old", 0)
    engine = open_blocking_engine(hub.database.config, answer_seconds=10)
    with engine.begin() as connection:
        connection.execute(text("UPDATE person_detection SET created_at = NULL"))
    engine.dispose()
    assert await found(ask, unseen=True) == ["old"]
    assert (await ask("mark_seen", all=True))["success"]
    assert await found(ask, unseen=True) == []


async def test_all_is_not_seen_for_years_where_the_clock_was_ahead(
    hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    freezer.move_to(NOON)
    marks = SeenMarks(hass)
    await marks.load()
    marks.mark_until("anna", NOON + timedelta(days=400))
    assert marks.seen("anna", "before", NOON - timedelta(seconds=1))
    freezer.tick(60)
    assert not marks.seen("anna", "after", NOON + timedelta(seconds=30))
    marks.mark_until("anna", NOON + timedelta(seconds=60))
    assert marks.seen("anna", "after", NOON + timedelta(seconds=30))
    assert not marks.seen("anna", "later", NOON + timedelta(seconds=61))


async def test_marks_outlive_a_restart_and_are_bounded(hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    freezer.move_to(NOON + timedelta(hours=1))
    marks = SeenMarks(hass)
    await marks.save()  # never read: nothing is overwritten
    await marks.load()
    marks.mark("anna", [f"e{number}" for number in range(MOST_MARKS + 1)])
    marks.mark_until("bert", NOON)
    marks.mark_until("bert", NOON - timedelta(days=1))
    await marks.save()
    again = SeenMarks(hass)
    await again.load()
    await again.load()
    assert not again.seen("anna", "e0", NOON)
    assert again.seen("anna", f"e{MOST_MARKS}", NOON)
    assert again.seen("bert", "any", NOON - timedelta(seconds=1))
    assert not again.seen("bert", "any", NOON)
    assert not again.seen("carl", "e5", NOON)
    await again.remove()
    empty = SeenMarks(hass)
    await empty.load()
    assert not empty.seen("anna", "e5", NOON)


async def test_a_path_counts_from_when_somebody_was_first_seen(hub: SurfaceHub, ask: Ask) -> None:
    here, there = Box(0.1, 0.1, 0.4, 0.9), Box(0.5, 0.1, 0.8, 0.9)
    await hub.add_person(FRONT, "walks", 0, path=(PathPoint(31.5, here), PathPoint(33.0, there)))
    detail = (await ask("detection", event_id="walks"))["result"]
    assert detail["path"] == [[0.0, list(here)], [1.5, list(there)]]


async def test_a_caption_is_written_by_hand(hub: SurfaceHub, ask: Ask) -> None:
    await hub.add_person(FRONT, "e1", 0)
    answer = await ask("correct_caption", event_id="e1", caption=" The <b>postman</b> ", caption_zh="邮递员")
    assert answer["result"] == {"caption": "The <b>postman</b>", "caption_zh": "邮递员", "caption_source": "by_hand"}
    detail = (await ask("detection", event_id="e1"))["result"]
    assert (detail["caption"], detail["caption_source"]) == ("The <b>postman</b>", "by_hand")
    for event_id in ("e2", "../e1"):
        refused = await ask("correct_caption", event_id=event_id, caption="x", caption_zh="x")
        assert refused["error"]["code"] == "not_found"


async def test_only_administrators_write_captions(
    hass: HomeAssistant, hass_ws_client: WebSocketGenerator, only_front: MockUser
) -> None:
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(token))
    await client.send_json_auto_id(
        {"type": "mycamera/correct_caption", "event_id": "e1", "caption": "x", "caption_zh": "x"}
    )
    assert (await client.receive_json())["error"]["code"] == "unauthorized"


async def test_records_by_status(hub: SurfaceHub, ask: Ask) -> None:
    good = await hub.add_record(FRONT, 0)
    bad = await hub.add_record(FRONT, 1, status="failed", analysis_status="skipped", error="cut off")

    async def records(**fields: Any) -> list[int]:
        return [item["record_id"] for item in (await ask("records", **fields))["result"]["items"]]

    assert await records() == [bad, good]
    assert await records(status="failed") == [bad]
    assert await records(analysis_status="pending") == [good]
    assert await records(status="success", camera_id=FRONT) == [good]
    assert (await ask("records", status="fine"))["error"]["code"] == "invalid_format"
