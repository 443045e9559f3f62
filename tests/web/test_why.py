"""Why nobody was told: what the panel hears of one moment."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.web.why import WhyReason

from ..stand_in import NOON
from ..surfaces import FRONT, YARD, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")


@pytest.fixture(autouse=True)
def an_hour_later(freezer: FrozenDateTimeFactory) -> None:
    freezer.move_to(NOON + timedelta(hours=1))


def at(seconds: float) -> str:
    return (NOON + timedelta(seconds=seconds)).isoformat()


async def why(ask: Ask, seconds: float, camera_id: str = FRONT) -> dict[str, Any]:
    answer = await ask("why", camera_id=camera_id, moment=at(seconds))
    assert answer["success"], answer
    return dict(answer["result"])


async def test_what_there_is_of_a_moment_decides(hub: SurfaceHub, ask: Ask) -> None:
    await hub.add_record(FRONT, 0, analysis_status="done")
    for minute, status in enumerate(("pending", "running", "failed", "skipped"), 1):
        await hub.add_record(FRONT, minute, analysis_status=status)
    await hub.add_gap(FRONT, 6, "unreachable")
    hub.cameras[FRONT].state.watching = True
    reasons = {minute: (await why(ask, minute * 60 + 10))["reasons"] for minute in range(8)}
    assert reasons == {
        0: ["nobody_found", "not_watched"],
        1: ["analysis_pending", "not_watched"],
        2: ["analysis_running", "not_watched"],
        3: ["analysis_failed", "not_watched"],
        4: ["analysis_skipped", "not_watched"],
        5: ["unknown_time"],
        6: ["no_footage"],
        7: ["unknown_time"],
    }
    assert (await why(ask, 370))["gap_cause"] == "unreachable"
    assert (await why(ask, 7200))["reasons"] == ["future"]
    answer = await why(ask, 10)
    assert (answer["analysis_status"], answer["watched_live"]) == ("done", False)
    assert answer["min_confidence"] == hub.cameras[FRONT].analysis_settings.min_score


async def test_a_camera_that_was_watched_saw_nobody(hub: SurfaceHub, ask: Ask) -> None:
    await hub.add_record(FRONT, 0, analysis_status="skipped")
    await hub.database.add_coverage(FRONT, NOON, NOON + timedelta(minutes=1), model="yolov8n.pt")
    camera = hub.cameras[FRONT]
    assert (await why(ask, 10))["reasons"] == ["nobody_found"]
    camera.detection_enabled = False
    assert (await why(ask, 10))["reasons"] == ["nobody_found", "detection_off"]
    camera.detection_enabled, camera.state.watching = True, False
    assert (await why(ask, 10))["reasons"] == ["nobody_found", "not_watching"]


async def test_who_was_there_is_named(hub: SurfaceHub, ask: Ask) -> None:
    await hub.add_record(FRONT, 0, analysis_status="done")
    await hub.add_person(FRONT, "long before", -400)
    await hub.add_person(FRONT, "left hours ago", -7200, last_seen=NOON - timedelta(seconds=4000))
    await hub.add_person(FRONT, "there for hours", -7200, last_seen=NOON + timedelta(seconds=5))
    await hub.add_person(FRONT, "still there", -300, last_seen=NOON + timedelta(seconds=5))
    await hub.add_person(FRONT, "later", 45)
    await hub.add_person(YARD, "elsewhere", 0)
    answer = await why(ask, 10)
    told = [(person["event_id"], person["found_live"]) for person in answer["persons"]]
    assert told == [("still there", False), ("there for hours", False)]
    assert answer["reasons"] == ["told_late"]
    await hub.add_person(FRONT, "live", 12, best_time=NOON + timedelta(seconds=13))
    answer = await why(ask, 10)
    assert [person["event_id"] for person in answer["persons"]] == ["live", "still there", "there for hours"]
    assert answer["reasons"] == []


async def test_zones_and_ignored_areas_hold_people_back(hub: SurfaceHub, ask: Ask) -> None:
    corners = [[0.1, 0.1], [0.5, 0.1], [0.5, 0.5]]
    zones = [{"name": "Porch", "points": corners, "dwell": 0}]
    elsewhere = [[0.6, 0.6], [0.9, 0.6], [0.9, 0.9]]
    assert (await ask("save_zones", camera_id=FRONT, zones=zones, masks=[{"points": elsewhere}]))["success"]
    await hub._camera_owner.update()
    camera = hub.cameras[FRONT]
    camera.state.watching = True
    await hub.database.add_coverage(FRONT, NOON, NOON + timedelta(minutes=1), model="yolov8n.pt")
    answer = await why(ask, 50)
    assert (answer["reasons"], answer["masks"], answer["zones"]) == (["nobody_found", "masks"], 1, ["Porch"])
    await hub.add_person(FRONT, "e1", 5, best_time=NOON + timedelta(seconds=6))
    assert (await why(ask, 10))["reasons"] == ["in_no_zone"]
    row = await hub.database.get_detection("e1")
    assert row is not None
    hub.snapshots_root.joinpath(FRONT).mkdir(exist_ok=True)
    hub.false_positives._kept = [
        {
            "event_id": "e1",
            "camera_id": FRONT,
            "first_seen": row.first_seen.isoformat(),
            "confidence": 0.6,
            "model": row.model,
            "box": list(row.box),
            "image_path": None,
        }
    ]
    assert "false_positive" in (await why(ask, 30))["reasons"]
    assert "false_positive" not in (await why(ask, 40))["reasons"]


async def test_only_of_cameras_that_one_may_see(
    hass: HomeAssistant, hub: SurfaceHub, ask: Ask, hass_ws_client: WebSocketGenerator, only_front: MockUser
) -> None:
    record_id = await hub.add_record(FRONT, 0)
    await hub.database.fail_analysis(record_id, "no such file: /srv/secret", retry=False)
    assert (await why(ask, 10))["analysis_error"] == "no such file: /srv/secret"
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(token))
    await client.send_json_auto_id({"type": "mycamera/why", "camera_id": YARD, "moment": at(0)})
    assert (await client.receive_json())["error"]["code"] == "unauthorized"
    await client.send_json_auto_id({"type": "mycamera/why", "camera_id": FRONT, "moment": at(10)})
    answer = (await client.receive_json())["result"]
    assert (answer["analysis_status"], answer["analysis_error"]) == ("failed", None)
    assert (await ask("why", camera_id="gone", moment=at(0)))["error"]["code"] == "not_found"
    hub.take_database_away()
    assert (await ask("why", camera_id=FRONT, moment=at(0)))["error"]["code"] == "database_unavailable"


def test_the_panel_has_words_for_every_reason() -> None:
    """Read the panel's own texts: a reason without one would be told as another."""
    source = Path(__file__).parents[2] / "custom_components" / "mycamera" / "frontend" / "src"
    for name in ("texts-en.ts", "texts-zh-hans.ts"):
        texts = (source / name).read_text()
        assert [reason for reason in WhyReason if f"  why_{reason}:" not in texts] == []
