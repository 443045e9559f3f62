"""Actions on what is recorded: searched, exported, protected and deleted, on a real database and real files."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers import floor_registry as fr
from homeassistant.helpers import label_registry as lr
from pytest_homeassistant_custom_component.common import MockUser, async_capture_events

from custom_components.mycamera.actions.setup import async_setup_actions
from custom_components.mycamera.const import DOMAIN, EVENT_PROGRESS
from custom_components.mycamera.database import FileDeletionRow
from custom_components.mycamera.recording.archive.storage import MARKER

from .stand_in import NOON
from .surfaces import FRONT, YARD, SurfaceHub, loaded_surfaces
from .web.test_playlist import add_film

FRONT_DOOR = {"entity_id": "camera.front_door"}


def at(seconds: float) -> str:
    return (NOON + timedelta(seconds=seconds)).isoformat()


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path, freezer: FrozenDateTimeFactory) -> AsyncIterator[SurfaceHub]:
    """Load a hub whose storage bears its mark, an hour after noon."""
    freezer.move_to(NOON + timedelta(hours=1))
    async with loaded_surfaces(hass, tmp_path) as loaded:
        for root in (loaded.recordings_root, loaded.snapshots_root):
            (root / MARKER).write_text(json.dumps({"owner": loaded.entry.entry_id}))
        loaded.retention._database = loaded.database  # which the surfaces' hub has instead of its own
        async_setup_actions(hass)
        yield loaded
        await loaded.exports.stop()


async def act(hass: HomeAssistant, action: str, *, user: MockUser | None = None, **data: Any) -> Any:
    context = Context(user_id=user.id) if user else None
    return await hass.services.async_call(DOMAIN, action, data, blocking=True, return_response=True, context=context)


async def found(hass: HomeAssistant, **data: Any) -> list[str]:
    answer = await act(hass, "search_detections", **data)
    return [person["event_id"] for person in answer["persons"]]


async def add_persons(hub: SurfaceHub) -> None:
    await hub.add_person(FRONT, "red", 0, caption="A man in a red coat", caption_zh="穿红色外套的男子", zones=("Gate",))
    await hub.add_person(FRONT, "blue", 60, caption="A woman in a blue coat", caption_zh="穿蓝色外套的女子")
    await hub.add_person(YARD, "yard", 120, caption="A man in a red hat", caption_zh="戴红帽子的男子")


async def test_search(hass: HomeAssistant, hub: SurfaceHub) -> None:
    await add_persons(hub)
    assert await found(hass) == ["yard", "blue", "red"]
    assert await found(hass, text="红") == ["yard", "red"]
    assert await found(hass, text="red coat") == ["red"]
    assert await found(hass, zone="Gate") == ["red"]
    assert await found(hass, **FRONT_DOOR) == ["blue", "red"]
    assert await found(hass, since=at(60), until=at(120)) == ["blue"]
    assert await found(hass, last={"minutes": 59}) == ["yard", "blue"]
    assert await found(hass, text="nobody like this") == []
    answer = await act(hass, "search_detections", limit=1)
    assert answer["more"]
    (person,) = answer["persons"]
    assert (person["camera"], person["entity_id"], person["caption"]) == ("Yard", "camera.yard", "A man in a red hat")
    assert person["media_content_id"] == "media-source://mycamera/person/yard"
    assert person["picture_url"].startswith("/api/mycamera/snapshot/yard?authSig=")


async def test_aimed_at_devices_areas_floors_and_labels(hass: HomeAssistant, hub: SurfaceHub) -> None:
    await add_persons(hub)
    floor = fr.async_get(hass).async_create("Ground")
    area = ar.async_get(hass).async_create("Garden", floor_id=floor.floor_id)
    label = lr.async_get(hass).async_create("Outside")
    device = dr.async_get(hass).async_get_or_create(
        config_entry_id=hub.entry.entry_id, config_subentry_id=YARD, identifiers={(DOMAIN, YARD)}, name="Yard"
    )
    other = dr.async_get(hass).async_get_or_create(
        config_entry_id=hub.entry.entry_id, identifiers={(DOMAIN, "hub")}, name="The hub"
    )
    lamp = er.async_get(hass).async_get_or_create("light", "other", "1", suggested_object_id="lamp")
    er.async_get(hass).async_update_entity("camera.yard", area_id=area.id, labels={label.label_id})
    er.async_get(hass).async_update_entity(lamp.entity_id, area_id=area.id)
    for target in (
        {"device_id": device.id},
        {"area_id": area.id},
        {"floor_id": floor.floor_id},
        {"label_id": label.label_id},
    ):
        assert await found(hass, **target) == ["yard"], target
    for target, key in (
        ({"entity_id": "light.lamp"}, "unknown_camera"),
        ({"device_id": other.id}, "unknown_camera"),
        ({"device_id": "nothing"}, "unknown_camera"),
        ({"area_id": "nowhere"}, "no_camera_there"),
    ):
        with pytest.raises(ServiceValidationError) as refused:
            await found(hass, **target)
        assert refused.value.translation_key == key


async def test_search_shows_nobody_else_s_cameras(hass: HomeAssistant, hub: SurfaceHub) -> None:
    await add_persons(hub)
    user = MockUser(name="Neighbour").add_to_hass(hass)
    user.mock_policy({"entities": {"entity_ids": {"camera.yard": {"read": True}}}})
    answer = await act(hass, "search_detections", user=user)
    assert [person["event_id"] for person in answer["persons"]] == ["yard"]
    for action, data in (
        ("search_detections", FRONT_DOOR),
        ("export_clip", {"entity_id": "camera.yard", "last": {"minutes": 5}}),
        ("delete", {"event_id": "yard"}),
        ("purge", {"keep_days": 1}),
        ("protect_recordings", {"last": {"minutes": 5}}),
    ):
        with pytest.raises(Unauthorized):
            await act(hass, action, user=user, **data)


@pytest.mark.parametrize(
    ("action", "data", "key"),
    [
        ("search_detections", {"limit": 0}, "limit_out_of_range"),
        ("search_detections", {"limit": 501}, "limit_out_of_range"),
        ("search_detections", {"last": {"minutes": 1}, "since": at(0)}, "last_or_range"),
        ("export_clip", FRONT_DOOR, "range_needed"),
        ("export_clip", {**FRONT_DOOR, "since": at(0)}, "range_needed"),
        ("export_clip", {"last": {"minutes": 1}}, "one_camera"),
        ("export_clip", {**FRONT_DOOR, "last": {"days": 32}}, "export_too_long"),
        ("export_clip", {"event_id": "nobody"}, "unknown_event"),
        ("export_clip", {"event_id": "nobody", "since": at(0)}, "event_or_range"),
        ("protect_recordings", {}, "range_needed"),
        ("delete", {"since": at(0)}, "range_needed"),
        ("delete", {"event_id": [f"E{number}" for number in range(501)]}, "too_many_events"),
        ("purge", {"keep_days": -1}, "days_out_of_range"),
        ("purge", {"keep_days": "nan"}, "days_out_of_range"),
    ],
)
async def test_refused(hass: HomeAssistant, hub: SurfaceHub, action: str, data: dict[str, Any], key: str) -> None:
    with pytest.raises(ServiceValidationError) as refused:
        await act(hass, action, **data)
    assert (refused.value.translation_domain, refused.value.translation_key) == (DOMAIN, key)
    assert "{" not in str(refused.value)


async def test_export(hass: HomeAssistant, hub: SurfaceHub) -> None:
    fired = async_capture_events(hass, EVENT_PROGRESS)
    await add_film(hub, 0)
    await add_film(hub, 3)
    await hub.add_person(FRONT, "red", 1, last_seen=NOON + timedelta(seconds=2))
    answer = await act(hass, "export_clip", event_id="red")
    (film,) = answer["films"]
    assert Path(film["path"]).stat().st_size == film["size"]
    assert film["seconds"] == pytest.approx(6, abs=0.2)
    assert json.loads(Path(answer["record"]).read_text())["export_id"] == answer["export_id"]
    assert film["media_content_id"] == f"media-source://mycamera/export/{answer['export_id']}/1"
    assert fired[-1].data == {"action": "export_clip", "percent": 100, "finished": True}
    assert fired[0].data["percent"] < 100
    with pytest.raises(HomeAssistantError) as failed:
        await act(hass, "export_clip", entity_id="camera.yard", since=at(0), until=at(9))
    assert failed.value.translation_key == "export_no_footage"


async def test_protecting_what_shows_a_person(hass: HomeAssistant, hub: SurfaceHub) -> None:
    records = [await hub.add_record(FRONT, minute) for minute in range(3)]
    await hub.add_record(YARD, 1)
    await hub.add_person(FRONT, "red", 80)

    async def protected() -> list[int]:
        page = await hub.database.page_records()
        return sorted(row.id for row in page.items if row.protected)

    assert await act(hass, "protect_recordings", event_id="red") == {"recordings": 1}
    assert await protected() == [records[1]]
    assert await act(hass, "protect_recordings", event_id="red", protect=False) == {"recordings": 1}
    assert await protected() == []
    assert await act(hass, "protect_recordings", **FRONT_DOOR, last={"minutes": 59}) == {"recordings": 2}
    assert await protected() == records[1:]


async def test_deleting_a_time(hass: HomeAssistant, hub: SurfaceHub) -> None:
    for minute in range(4):
        await hub.add_record(FRONT, minute)
    await hub.add_record(YARD, 1)
    await add_persons(hub)
    await act(hass, "protect_recordings", **FRONT_DOOR, since=at(120), until=at(121))
    answer = await act(hass, "delete", **FRONT_DOOR, since=at(70), until=at(150))
    # The one that began before goes as a whole; the protected one stays.
    assert answer == {"recordings": 1, "size": 16384, "persons": 0, "kept": 1}
    left = {path.name for path in (hub.recordings_root / FRONT).iterdir()}
    assert left == {"0.mp4", "2.mp4", "3.mp4"}
    (gap,) = (await hub.database.page_gaps()).items
    assert (gap.cause, gap.start_time) == ("deleted", NOON + timedelta(minutes=1))
    assert await act(hass, "delete", since=at(0), until=at(61)) == {
        "recordings": 2,
        "size": 32768,
        "persons": 2,
        "kept": 0,
    }
    assert await found(hass) == ["yard"]
    assert not list((hub.snapshots_root / FRONT).glob("*.jpg"))
    assert await act(hass, "purge", keep_days=0) == {"recordings": 1, "size": 16384, "persons": 1, "kept": 1}


async def test_what_begins_to_be_analysed_at_the_last_moment_is_kept(
    hass: HomeAssistant, hub: SurfaceHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    for minute in range(2):
        await hub.add_record(FRONT, minute)
    await hub.database.requeue(force=True)
    take = hub.database.take_records

    async def take_late(record_ids: Sequence[int]) -> dict[int, FileDeletionRow]:
        assert len(await hub.database.claim_analyses(1, oldest=True)) == 1
        return await take(record_ids)

    monkeypatch.setattr(hub.database, "take_records", take_late)
    answer = await act(hass, "delete", **FRONT_DOOR, since=at(0), until=at(120))
    assert answer == {"recordings": 1, "size": 16384, "persons": 0, "kept": 1}
    (gap,) = (await hub.database.page_gaps()).items
    assert (gap.start_time, gap.end_time) == (NOON + timedelta(minutes=1), NOON + timedelta(minutes=2))


async def test_purging_what_is_old(hass: HomeAssistant, hub: SurfaceHub, freezer: FrozenDateTimeFactory) -> None:
    await hub.add_record(FRONT, 0)
    await hub.add_record(FRONT, 30)
    await add_persons(hub)
    freezer.move_to(NOON + timedelta(days=1, minutes=10))
    assert await act(hass, "purge", **FRONT_DOOR, keep_days=1) == {
        "recordings": 1,
        "size": 16384,
        "persons": 2,
        "kept": 0,
    }
    assert await found(hass) == ["yard"]


async def test_deleting_single_persons(hass: HomeAssistant, hub: SurfaceHub) -> None:
    await hub.add_record(FRONT, 0)
    await add_persons(hub)
    assert await act(hass, "delete", event_id=["red", "yard"]) == {
        "recordings": 0,
        "size": 0,
        "persons": 2,
        "kept": 0,
    }
    assert await found(hass) == ["blue"]
    assert {path.name for path in hub.snapshots_root.glob("*/*.jpg")} == {"blue.jpg", "blue_small.jpg"}
    assert list((hub.recordings_root / FRONT).iterdir())


async def test_no_database_and_no_storage(hass: HomeAssistant, hub: SurfaceHub) -> None:
    await hub.add_record(FRONT, 0)
    (hub.recordings_root / MARKER).unlink()
    with pytest.raises(HomeAssistantError) as failed:
        await act(hass, "delete", since=at(0), until=at(61))
    assert failed.value.translation_key == "files_not_deleted"
    hub.take_database_away()
    for action, data, key in (
        ("search_detections", {}, "history_unavailable"),
        ("export_clip", {"event_id": "red"}, "history_unavailable"),
        ("delete", {"since": at(0), "until": at(61)}, "not_deleted"),
        ("purge", {"keep_days": 0}, "not_deleted"),
        ("protect_recordings", {"last": {"minutes": 1}}, "not_protected"),
    ):
        with pytest.raises(HomeAssistantError) as failed:
            await act(hass, action, **data)
        assert failed.value.translation_key == key, action
