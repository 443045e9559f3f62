"""What a camera's entities show, and when they admit that they know nothing."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from types import MappingProxyType
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.components.recorder.history import get_significant_states
from homeassistant.config_entries import ConfigSubentry
from homeassistant.const import STATE_OFF, STATE_ON, STATE_UNAVAILABLE, STATE_UNKNOWN, Platform
from homeassistant.core import HomeAssistant, State
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_capture_events
from pytest_homeassistant_custom_component.components.recorder.common import async_wait_recording_done
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import Usage
from custom_components.mycamera.recording.retention.coverage import Coverage
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.worker.protocol.versions import VERSION

from .shown import entity_id, state
from .stand_in import (
    CAMERA_ID,
    ENTRY_ID,
    NOON,
    PASSWORD,
    QuietHub,
    camera_subentry,
    person,
    recording,
    show,
)


async def test_devices(hass: HomeAssistant, hub: QuietHub) -> None:
    registry = dr.async_get(hass)
    hub_device = registry.async_get_device_by_identifier((DOMAIN, ENTRY_ID), ENTRY_ID)
    camera_device = registry.async_get_device_by_identifier((DOMAIN, CAMERA_ID), ENTRY_ID)
    assert hub_device is not None
    assert camera_device is not None
    assert camera_device.name == "Front door"
    assert camera_device.via_device_id == hub_device.id
    entities = er.async_entries_for_device(er.async_get(hass), camera_device.id, include_disabled_entities=True)
    assert {entity.config_subentry_id for entity in entities} == {CAMERA_ID}
    assert sorted(entity.unique_id.removeprefix(f"{CAMERA_ID}_") for entity in entities) == [
        "analyze_pending",
        "caption_en",
        "caption_zh",
        "clear_time",
        "connection",
        "coverage",
        "detect_fps",  # what is asked for
        "detect_fps",  # and what comes of it
        "detection",
        "last_person",
        "last_recording",
        "last_recording_status",
        "live",
        "min_height",
        "min_score",
        "person",
        "person_confidence",
        "person_event",
        "person_last_seen",
        "persons_now",
        "persons_today",
        "reconnect",
        "recording",
        "recording_problem",
        "recording_status",
        "storage_used",
        "stream_fps",
    ]
    for device, page in ((hub_device, "homeassistant://mycamera"), (camera_device, "http://192.0.2.7/")):
        assert (device.sw_version, device.configuration_url) == (VERSION, page)


async def test_person(hass: HomeAssistant, hub: QuietHub) -> None:
    assert state(hass, Platform.BINARY_SENSOR, "person").state == STATE_UNAVAILABLE
    show(hub.camera, watching=True, persons=0)
    assert state(hass, Platform.BINARY_SENSOR, "person").state == STATE_OFF
    show(hub.camera, persons=2, presence_confidence=0.8123)
    shown = state(hass, Platform.BINARY_SENSOR, "person")
    assert shown.state == STATE_ON
    assert shown.attributes["device_class"] == "occupancy"
    assert shown.attributes["persons"] == 2
    assert shown.attributes["confidence"] == 0.812
    show(hub.camera, watching=False)
    assert state(hass, Platform.BINARY_SENSOR, "person").state == STATE_UNAVAILABLE


@pytest.mark.usefixtures("entity_registry_enabled_by_default")
async def test_how_often_a_camera_is_really_looked_at(hass: HomeAssistant, hub: QuietHub) -> None:
    key = "detect_fps"
    assert state(hass, Platform.SENSOR, key).state == STATE_UNAVAILABLE
    show(hub.camera, watching=True)
    assert state(hass, Platform.SENSOR, key).state == STATE_UNKNOWN
    hub.worker.load.detect_fps = {CAMERA_ID: 1.234}
    hub.worker.changes.tell()
    assert state(hass, Platform.SENSOR, key).state == "1.23"
    hub.worker.load.detect_fps = {CAMERA_ID: 1.25}
    hub.worker.changes.tell()
    assert state(hass, Platform.SENSOR, key).state == "1.23", "no news"
    hub.worker.load.detect_fps = {}
    hub.worker.changes.tell()
    assert state(hass, Platform.SENSOR, key).state == STATE_UNKNOWN


@pytest.mark.usefixtures("entity_registry_enabled_by_default")
async def test_persons_in_numbers(hass: HomeAssistant, hub: QuietHub) -> None:
    assert state(hass, Platform.SENSOR, "persons_now").state == STATE_UNAVAILABLE
    for key in ("persons_today", "person_last_seen", "person_confidence", "stream_fps"):
        assert state(hass, Platform.SENSOR, key).state == STATE_UNKNOWN
    midnight = NOON.replace(hour=0)
    show(hub.camera, watching=True, persons=2, last_person=person(), persons_today=7, midnight=midnight)
    assert state(hass, Platform.SENSOR, "persons_now").state == "2"
    today = state(hass, Platform.SENSOR, "persons_today")
    assert (today.state, today.attributes["state_class"]) == ("7", "total")
    assert today.attributes["last_reset"] == midnight.isoformat()
    assert state(hass, Platform.SENSOR, "person_last_seen").state == (NOON + timedelta(seconds=8)).isoformat()
    assert state(hass, Platform.SENSOR, "person_confidence").state == "87.7"
    show(hub.camera, watching=False)
    assert state(hass, Platform.SENSOR, "persons_now").state == STATE_UNAVAILABLE
    assert state(hass, Platform.SENSOR, "persons_today").state == "7"


async def test_recording_problem(hass: HomeAssistant, hub: QuietHub) -> None:
    texts = await async_get_translations(hass, "zh-Hans", "entity", {DOMAIN})
    expected: dict[RecorderState, tuple[str, str]] = {
        RecorderState.OFF: (STATE_OFF, STATE_UNKNOWN),
        RecorderState.RECORDING: (STATE_OFF, STATE_ON),
        RecorderState.TOO_MANY_CONNECTIONS: (STATE_ON, STATE_UNKNOWN),
        RecorderState.STORAGE_UNAVAILABLE: (STATE_ON, STATE_UNKNOWN),
    }
    show(hub.camera, recording_status=RecorderState.CONNECTING, recording_error=None)
    assert state(hass, Platform.BINARY_SENSOR, "recording_problem").state == STATE_OFF, "it has only begun"
    assert state(hass, Platform.BINARY_SENSOR, "connection").state == STATE_UNKNOWN
    for status in RecorderState:
        error = None if status in {RecorderState.OFF, RecorderState.RECORDING} else "it said no"
        show(hub.camera, recording_status=status, recording_error=error)
        shown = state(hass, Platform.BINARY_SENSOR, "recording_problem")
        connection = state(hass, Platform.BINARY_SENSOR, "connection").state
        assert (shown.state, connection) == expected.get(status, (STATE_ON, STATE_OFF)), status
        cause = shown.attributes["cause"]
        assert cause == (status.value if shown.state == STATE_ON else None)
        key = f"component.{DOMAIN}.entity.binary_sensor.recording_problem.state_attributes.cause.state.{cause}"
        assert cause is None or texts[key]
    show(hub.camera, watching=True)
    assert state(hass, Platform.BINARY_SENSOR, "connection").state == STATE_ON


async def test_captions(hass: HomeAssistant, hub: QuietHub) -> None:
    assert state(hass, Platform.SENSOR, "caption_en").state == STATE_UNKNOWN
    assert "caption" not in state(hass, Platform.SENSOR, "caption_en").attributes
    show(hub.camera, last_person=person())
    english, chinese = (state(hass, Platform.SENSOR, key) for key in ("caption_en", "caption_zh"))
    assert english.state == english.attributes["caption"] == "A person walks from left to right, 8 s"
    assert chinese.state == chinese.attributes["caption"] == "一人从左向右走过，8秒"
    assert english.attributes["event_id"] == "e1"
    assert english.attributes["source"] == "factual"
    assert english.attributes["confidence"] == 0.877


@pytest.mark.parametrize("length", [254, 255, 256, 4096])
async def test_long_captions_are_cut_in_the_state_only(hass: HomeAssistant, hub: QuietHub, length: int) -> None:
    text = "人" * length
    show(hub.camera, last_person=person(caption_zh=text))
    shown = state(hass, Platform.SENSOR, "caption_zh")
    assert shown.attributes["caption"] == text
    assert len(shown.state) == min(length, 255)
    assert shown.state.endswith("…") == (length > 255)


async def test_the_recorder_leaves_full_captions_out(recorder_mock: Any, hass: HomeAssistant, hub: QuietHub) -> None:
    start = dt_util.utcnow() - timedelta(minutes=1)
    show(hub.camera, last_person=person())
    await hass.async_block_till_done()
    await async_wait_recording_done(hass)
    caption = entity_id(hass, Platform.SENSOR, "caption_en")
    history = await hass.async_add_executor_job(
        lambda: get_significant_states(hass, start, None, [caption], significant_changes_only=False)
    )
    recorded = history[caption][-1]
    assert isinstance(recorded, State)
    assert recorded.state.startswith("A person")
    assert recorded.attributes["event_id"] == "e1"
    assert "caption" not in recorded.attributes


@pytest.mark.usefixtures("entity_registry_enabled_by_default")
async def test_recordings(hass: HomeAssistant, hub: QuietHub) -> None:
    assert state(hass, Platform.SENSOR, "last_recording").state == STATE_UNKNOWN
    assert state(hass, Platform.SENSOR, "last_recording_status").state == STATE_UNKNOWN
    show(hub.camera, last_recording=recording())
    assert state(hass, Platform.SENSOR, "last_recording").state == (NOON + timedelta(minutes=1)).isoformat()
    assert state(hass, Platform.SENSOR, "last_recording").attributes["file_size"] == 7_000_000
    show(hub.camera, last_recording=recording(status="timeout", error=f"rtsp://viewer:{PASSWORD}@192.0.2.7 went away"))
    shown = state(hass, Platform.SENSOR, "last_recording_status")
    assert shown.state == "timeout"
    assert PASSWORD not in str(shown.attributes)


async def test_recording_status(hass: HomeAssistant, hub: QuietHub) -> None:
    for status in RecorderState:
        show(hub.camera, recording_status=status, recording_error=f"said {PASSWORD}")
        shown = state(hass, Platform.SENSOR, "recording_status")
        assert shown.state == status.value
        assert PASSWORD not in shown.attributes["error"]
        away = status in {"unreachable", "authentication_failed", "stream_not_found", "stalled"}
        expected = STATE_UNAVAILABLE if away else "recording" if status == "recording" else "idle"
        assert state(hass, Platform.CAMERA, "live").state == expected


async def test_image(hass: HomeAssistant, hub: QuietHub, hass_client: ClientSessionGenerator) -> None:
    image = entity_id(hass, Platform.IMAGE, "last_person")
    assert state(hass, Platform.IMAGE, "last_person").state == STATE_UNKNOWN
    picture = hub.snapshots_root / "front" / "e1.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"\xff\xd8 a picture")
    client = await hass_client()
    assert (await client.get(f"/api/image_proxy/{image}")).status == HTTPStatus.INTERNAL_SERVER_ERROR

    # As old as its row says: a restart reads the row again, which must not look like a new picture.
    show(hub.camera, last_person=person())
    assert state(hass, Platform.IMAGE, "last_person").state == (NOON + timedelta(seconds=8)).isoformat()
    response = await client.get(f"/api/image_proxy/{image}")
    assert response.status == HTTPStatus.OK
    assert response.content_type == "image/jpeg"
    assert await response.read() == b"\xff\xd8 a picture"

    # A better caption is no new picture.
    show(hub.camera, last_person=person(caption="Better", last_seen=NOON + timedelta(minutes=5)))
    assert state(hass, Platform.IMAGE, "last_person").state == (NOON + timedelta(seconds=8)).isoformat()

    # A high-resolution picture at the same path is one, of the same event.
    picture.write_bytes(b"\xff\xd8 a high-resolution picture")
    event = state(hass, Platform.EVENT, "person_event")
    show(hub.camera, last_person=person(best_time=NOON + timedelta(minutes=1)))
    assert state(hass, Platform.IMAGE, "last_person").state == (NOON + timedelta(minutes=1)).isoformat()
    assert await (await client.get(f"/api/image_proxy/{image}")).read() == b"\xff\xd8 a high-resolution picture"
    assert state(hass, Platform.EVENT, "person_event") == event

    # A picture that retention has removed, and a path that leads out.
    (hub.snapshots_root.parent / "secret.jpg").write_bytes(b"\xff\xd8 secret")
    for path in ("gone.jpg", "../secret.jpg"):
        show(hub.camera, last_person=person("e2", image_path=path))
        response = await client.get(f"/api/image_proxy/{image}")
        assert response.status == HTTPStatus.INTERNAL_SERVER_ERROR


async def test_event(hass: HomeAssistant, hub: QuietHub) -> None:
    assert state(hass, Platform.EVENT, "person_event").state == STATE_UNKNOWN
    changes = async_capture_events(hass, "state_changed")
    hub.camera.persons.tell("person", person())
    hub.camera.persons.tell("caption", person(caption="A man in a red coat", caption_source="blip2"))
    await hass.async_block_till_done()
    event = entity_id(hass, Platform.EVENT, "person_event")
    seen = [change.data["new_state"] for change in changes if change.data["entity_id"] == event]
    assert [shown.attributes["event_type"] for shown in seen] == ["person", "caption"]
    assert {shown.attributes["event_id"] for shown in seen} == {"e1"}
    assert seen[1].attributes["caption"] == "A man in a red coat"
    assert seen[1].attributes["caption_source"] == "blip2"
    assert seen[1].attributes["caption_zh"] == "一人从左向右走过，8秒"
    assert seen[1].attributes["first_seen"] == NOON.isoformat()
    assert seen[1].attributes["last_seen"] == (NOON + timedelta(seconds=8)).isoformat()


@pytest.mark.parametrize("key", ["recording", "detection"])
async def test_switches(hass: HomeAssistant, hub: QuietHub, key: str) -> None:
    switch = entity_id(hass, Platform.SWITCH, key)
    assert state(hass, Platform.SWITCH, key).state == STATE_ON
    await hass.services.async_call("switch", "turn_off", {"entity_id": switch}, blocking=True)
    assert state(hass, Platform.SWITCH, key).state == STATE_OFF
    assert getattr(hub.camera, f"{key}_enabled") is False
    await hass.services.async_call("switch", "turn_on", {"entity_id": switch}, blocking=True)
    assert state(hass, Platform.SWITCH, key).state == STATE_ON


async def test_a_camera_that_comes_later(hass: HomeAssistant, hub: QuietHub) -> None:
    later = camera_subentry("01LATER", "Garage", main_path="/other")
    hass.config_entries.async_add_subentry(
        hub.entry,
        ConfigSubentry(
            data=MappingProxyType(dict(later["data"])),
            subentry_id="01LATER",
            subentry_type="camera",
            title="Garage",
            unique_id=None,
        ),
    )
    await hub.async_update_cameras()
    camera = hub.cameras["01LATER"]
    await hass.async_block_till_done()
    assert hass.states.get("camera.garage") is not None
    assert state(hass, Platform.SWITCH, "recording", "01LATER").state == STATE_ON

    # With its subentry go its device and its entities, and nobody listens to it any more.
    hass.config_entries.async_remove_subentry(hub.entry, "01LATER")
    await hub.async_update_cameras()
    await hass.async_block_till_done()
    assert hass.states.get("camera.garage") is None
    assert not len(camera.changes)
    assert not len(camera.persons)
    assert len(hub.camera.changes)


async def test_unloading_leaves_no_listener(hass: HomeAssistant, hub: QuietHub) -> None:
    assert await hass.config_entries.async_unload(ENTRY_ID)
    await hass.async_block_till_done()
    assert not any(map(len, (hub.changes, hub.camera_added, hub.camera.changes, hub.camera.persons)))


async def test_storage(hass: HomeAssistant, hub: QuietHub) -> None:
    assert state(hass, Platform.SENSOR, "storage_used").state == STATE_UNKNOWN
    assert state(hass, Platform.SENSOR, "coverage").state == STATE_UNKNOWN
    show(
        hub.camera,
        storage=Usage(bytes=12_345_678_901, protected=1_000_000_000, records=200),
        coverage=Coverage(recorded=86_395, missing=3, unknown=2, before=0, gaps=1),
    )
    used = state(hass, Platform.SENSOR, "storage_used")
    assert (used.state, used.attributes["unit_of_measurement"]) == ("12.346", "GB")
    assert (used.attributes["recordings"], used.attributes["protected"]) == (200, 1.0)
    coverage = state(hass, Platform.SENSOR, "coverage")
    assert coverage.state == "99.99", "five missing seconds are not rounded away"
    assert (coverage.attributes["missing_seconds"], coverage.attributes["unknown_seconds"]) == (3, 2)
    assert coverage.attributes["gaps"] == 1
    # A camera that was added just now.
    show(hub.camera, coverage=Coverage(recorded=0, missing=0, unknown=0, before=86_400, gaps=0))
    assert state(hass, Platform.SENSOR, "coverage").state == STATE_UNKNOWN


@pytest.mark.parametrize(
    ("key", "usual", "asked", "in_force"),
    [
        ("min_score", 0.4, 0.55, {"min_score": 0.55}),
        ("min_height", 0, 20, {"min_height": 0.2}),
        ("detect_fps", 5, 2.5, {"detect_fps": 2.5}),
        ("clear_time", 10, 45, {"clear_time": 45}),
    ],
)
async def test_numbers(
    hass: HomeAssistant, hub: QuietHub, key: str, usual: float, asked: float, in_force: dict[str, float]
) -> None:
    assert float(state(hass, Platform.NUMBER, key).state) == usual
    number = entity_id(hass, Platform.NUMBER, key)
    recorder = hub.camera._recorder
    await hass.services.async_call("number", "set_value", {"entity_id": number, "value": asked}, blocking=True)
    assert float(state(hass, Platform.NUMBER, key).state) == asked
    [(name, value)] = in_force.items()
    assert getattr(hub.camera.analysis_settings, name) == value
    assert hub.entry.subentries[CAMERA_ID].data["detection"] == {key: asked}, "it outlives a restart"
    assert hub.camera._recorder is recorder, "the recording does not notice"
    with pytest.raises(ServiceValidationError):
        await hass.services.async_call("number", "set_value", {"entity_id": number, "value": 9999}, blocking=True)


async def test_reconnect(hass: HomeAssistant, hub: QuietHub) -> None:
    await hub.camera.async_set_recording(False)
    await hub.camera.async_set_recording(True)
    recorder = hub.camera._recorder
    assert recorder is not None
    button = entity_id(hass, Platform.BUTTON, "reconnect")
    await hass.services.async_call("button", "press", {"entity_id": button}, blocking=True)
    assert hub.camera._recorder is not None
    assert hub.camera._recorder is not recorder


async def test_pending_recordings_of_a_camera_are_analysed(hass: HomeAssistant, hub: QuietHub) -> None:
    button = entity_id(hass, Platform.BUTTON, "analyze_pending")
    with (
        patch.object(hub.database, "requeue", AsyncMock(return_value=[1, 2])) as requeue,
        patch.object(hub.analysis, "look_for_work") as look,
    ):
        await hass.services.async_call("button", "press", {"entity_id": button}, blocking=True)
    requeue.assert_awaited_once_with(camera_ids=[CAMERA_ID])
    look.assert_called_once_with()
    with pytest.raises(HomeAssistantError, match="database"):  # nobody opened it
        await hass.services.async_call("button", "press", {"entity_id": button}, blocking=True)
