"""No person at all, not to be kept, to be described anew: what administrators say of persons."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.analysis.captions.caption_providers import Description
from custom_components.mycamera.analysis.captions.caption_queue import CaptionOutcome
from custom_components.mycamera.database import MANUAL, CaptionStatus
from custom_components.mycamera.hub import false_positives
from custom_components.mycamera.hub.false_positives import FalsePositives
from custom_components.mycamera.recording.archive.storage import MARKER

from ..surfaces import FRONT, JPEG, SMALL_JPEG, YARD, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")


@pytest.fixture
def hub(hub: SurfaceHub) -> SurfaceHub:
    """Return a hub whose storage bears its mark, so that files go."""
    for root in (hub.recordings_root, hub.snapshots_root):
        (root / MARKER).write_text(json.dumps({"owner": hub.entry.entry_id}))
    hub.retention._database = hub.database  # which the surfaces' hub has instead of its own
    return hub


async def ids(ask: Ask) -> list[str]:
    return [item["event_id"] for item in (await ask("detections"))["result"]["items"]]


def kept_pictures(hub: SurfaceHub) -> dict[str, bytes]:
    folder = hub.snapshots_root / "false_positives"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.jpg")}


async def test_a_person_goes_with_the_pictures(
    hass: HomeAssistant, hub: SurfaceHub, ask: Ask, hass_ws_client: WebSocketGenerator
) -> None:
    await hub.add_person(FRONT, "stays", 0)
    await hub.add_person(FRONT, "goes", 10)
    other = await hass_ws_client()
    await other.send_json_auto_id({"type": "mycamera/subscribe"})
    assert (await other.receive_json())["success"]
    assert (await ask("delete_person", event_id="goes"))["success"]
    while (event := (await other.receive_json())["event"])["type"] != "deleted":
        pass
    assert event["event_ids"] == ["goes"]
    assert await ids(ask) == ["stays"]
    assert not (hub.snapshots_root / FRONT / "goes.jpg").exists()
    assert (hub.snapshots_root / FRONT / "stays.jpg").exists()
    assert kept_pictures(hub) == {}
    assert (await ask("delete_person", event_id="goes"))["error"]["code"] == "not_found"
    assert (await ask("delete_person", event_id="../x"))["error"]["code"] == "not_found"


async def test_no_person_is_kept_beside_the_people_and_told_where_zones_are_drawn(
    hass: HomeAssistant, hub: SurfaceHub, ask: Ask, hass_storage: dict[str, Any]
) -> None:
    await hub.add_person(FRONT, "statue", 0, confidence=0.61)
    await hub.add_person(FRONT, "seen small", 10, image_path=f"{FRONT}/away.jpg")
    await hub.add_person(YARD, "tree", 20, image_path="", thumbnail=False)
    small = hub.snapshots_root / FRONT / "seen small_small.jpg"
    small.write_bytes(SMALL_JPEG)
    await hub.add_person(FRONT, "small", 30, image_path=f"{FRONT}/away.jpg", thumbnail=False)
    for event_id in ("statue", "tree", "small"):
        assert (await ask("delete_person", event_id=event_id, false_positive=True))["success"]
    assert await ids(ask) == ["seen small"]
    # The picture outlives the person's own; who had none is kept without.
    assert kept_pictures(hub) == {f"{FRONT}/statue.jpg": JPEG}
    assert (await ask("zones", camera_id=FRONT))["result"]["false_positives"] == [[0.1, 0.1, 0.4, 0.9]] * 2
    stored = hass_storage["mycamera.false_positives"]["data"]
    assert [(known["event_id"], known["confidence"]) for known in stored] == [
        ("statue", 0.61),
        ("tree", 0.75),
        ("small", 0.75),
    ]
    # After a restart they are there still.
    again = FalsePositives(hass, hub.storage.pictures)
    assert [known["event_id"] for known in await again.of_camera(FRONT)] == ["small", "statue"]
    await again.forget(FRONT)
    await again.forget(FRONT)
    assert kept_pictures(hub) == {}
    assert [known["event_id"] for known in await again.of_camera(YARD)] == ["tree"]
    await again.remove()
    assert "mycamera.false_positives" not in hass_storage


async def test_the_oldest_of_too_many_go(hub: SurfaceHub, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(false_positives, "MOST", 2)
    for number in range(3):
        await hub.add_person(FRONT, f"e{number}", number)
        assert (await ask("delete_person", event_id=f"e{number}", false_positive=True))["success"]
    assert set(kept_pictures(hub)) == {f"{FRONT}/e1.jpg", f"{FRONT}/e2.jpg"}
    assert [known["event_id"] for known in await hub.false_positives.of_camera(FRONT)] == ["e2", "e1"]


async def test_nothing_is_deleted_whose_picture_cannot_be_kept(hub: SurfaceHub, ask: Ask) -> None:
    await hub.add_person(FRONT, "e1", 0)
    (hub.snapshots_root / MARKER).unlink()
    answer = await ask("delete_person", event_id="e1", false_positive=True)
    assert answer["error"]["code"] == "storage_unavailable"
    assert await ids(ask) == ["e1"]


async def test_somebody_is_described_anew(hub: SurfaceHub, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    await hub.add_person(FRONT, "e1", 0, caption_status=CaptionStatus.DONE)
    monkeypatch.setattr(type(hub.captions), "enabled", False)
    assert (await ask("describe", event_id="e1"))["error"]["code"] == "captions_disabled"
    assert (await ask("overview"))["result"]["captions_enabled"] is False
    monkeypatch.setattr(type(hub.captions), "enabled", True)
    assert (await ask("describe", event_id="e1"))["result"] == {"queued": 1}
    assert (await ask("overview"))["result"]["captions_enabled"] is True
    row = await hub.database.get_detection("e1")
    assert row is not None
    assert row.caption_status is CaptionStatus.PENDING


async def test_nobody_is_described_at_a_moment_that_was_marked_by_hand(
    hub: SurfaceHub, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(hub.captions), "enabled", True)
    await hub.add_person(FRONT, "seen", 0, caption_status=CaptionStatus.DONE)
    await hub.add_person(FRONT, "marked", 10, caption_status=CaptionStatus.OFF, model=MANUAL, caption_source=MANUAL)
    assert (await ask("detection", event_id="seen"))["result"]["describable"] is True
    assert (await ask("detection", event_id="marked"))["result"]["describable"] is False
    # Also where somebody corrected what is said of it.
    await ask("correct_caption", event_id="marked", caption="a parcel", caption_zh="一个包裹")
    answer = await ask("describe", event_id="marked")
    assert answer["error"]["code"] == "marked_by_hand"
    assert "somebody marked" in answer["error"]["message"]
    row = await hub.database.get_detection("marked")
    assert row is not None
    assert row.caption == "a parcel"


@pytest.mark.parametrize("command", ["delete_person", "describe"])
async def test_only_administrators_may(
    hass: HomeAssistant, hass_ws_client: WebSocketGenerator, only_front: MockUser, command: str
) -> None:
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(token))
    await client.send_json_auto_id({"type": f"mycamera/{command}", "event_id": "e1"})
    assert (await client.receive_json())["error"]["code"] == "unauthorized"


async def test_whoever_waits_for_a_description_hears_that_none_will_come(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator, only_front: MockUser
) -> None:
    limited = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    token = hass.auth.async_create_access_token(limited)
    clients = {"all": await hass_ws_client(hass), "front": await hass_ws_client(hass, token)}
    for client in clients.values():
        await client.send_json_auto_id({"type": "mycamera/subscribe"})
        assert (await client.receive_json())["success"]

    async def ends(camera_id: str, event_id: str, said: Description | None, retry_at: datetime | None = None) -> None:
        await hub.add_person(camera_id, event_id, 0)
        row = await hub.database.get_detection(event_id)
        assert row is not None
        error = None if said else "the picture is gone"
        hub.captions.queue.outcomes.tell(
            CaptionOutcome(detection=row, description=said, error=error, retry_at=retry_at)
        )

    said = Description(text="A man", text_zh="一名男子", model="m", seconds=1.0)
    for camera_id in (FRONT, YARD):
        await ends(camera_id, f"described {camera_id}", said)
        await ends(camera_id, f"later {camera_id}", None, datetime.now(UTC))
        await ends(camera_id, f"never {camera_id}", None)
    await ends(FRONT, "last", None)
    told: dict[str, list[str]] = {}
    for name, client in clients.items():
        told[name] = []
        while "last" not in told[name]:
            event = (await client.receive_json())["event"]
            told[name] += [event["event_id"]] if event["type"] == "undescribed" else []
    assert told == {"all": [f"never {FRONT}", f"never {YARD}", "last"], "front": [f"never {FRONT}", "last"]}


async def test_who_may_see_one_camera_hears_of_no_others_ids(
    hass: HomeAssistant, hub: SurfaceHub, ask: Ask, hass_ws_client: WebSocketGenerator, only_front: MockUser
) -> None:
    await hub.add_person(YARD, "e1", 0)
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(token))
    await client.send_json_auto_id({"type": "mycamera/subscribe"})
    assert (await client.receive_json())["success"]
    assert (await ask("delete_person", event_id="e1"))["success"]
    while (event := (await client.receive_json())["event"])["type"] != "deleted":
        pass
    assert event["event_ids"] == []
