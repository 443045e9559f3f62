"""Zones as users meet them: drawn in the panel, seen as entities, events and triggers. A real hub, a worker's words."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from homeassistant.components.device_automation import DeviceAutomationType
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    MockUser,
    async_capture_events,
    async_get_device_automations,
)
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera import device_trigger
from custom_components.mycamera.const import DOMAIN, EVENT_ZONE, FIRST_WORKER
from custom_components.mycamera.hub import bus_events
from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.watch import Presence, WatchState, ZoneEvent, ZonePresence

from .analysis.scripted_worker import TOKEN, ScriptedWorker, polite, serving
from .stand_in import CAMERA_ID, HUB_DATA, camera_subentry, person, set_up

CLOSED_PORT = 9
LEFT = [[0.0, 0.0], [0.5, 0.0], [0.5, 1.0], [0.0, 1.0]]
RIGHT = [[0.5, 0.0], [1.0, 0.0], [1.0, 1.0], [0.5, 1.0]]
NOON = 1_795_348_800.0

type Ask = Callable[..., Awaitable[dict[str, Any]]]


async def watched(hub: Hub) -> None:
    """Wait until the worker was asked to watch the camera as it shall be: that interrupts whoever was seen before."""
    async with asyncio.timeout(60):
        while hub.watches._sent.get((FIRST_WORKER, CAMERA_ID)) is None or (
            hub.watches._sent[FIRST_WORKER, CAMERA_ID] != hub.watches.wanted(CAMERA_ID)
        ):
            await asyncio.sleep(0.02)


@pytest.fixture
async def worker(socket_enabled: None) -> AsyncIterator[ScriptedWorker]:
    async with serving(ScriptedWorker(polite())) as worker:
        yield worker


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path, worker: ScriptedWorker) -> AsyncIterator[Hub]:
    hass.config.config_dir = str(tmp_path)
    (tmp_path / ".storage").mkdir()
    data: dict[str, Any] = {
        **HUB_DATA,
        "database": {"type": "sqlite"},
        "storage": {"recordings_path": str(tmp_path / "rec"), "snapshots_path": str(tmp_path / "snap")},
        "worker": {"mode": "remote", "url": worker.url, "token": TOKEN},
    }
    camera = camera_subentry(host="127.0.0.1", port=CLOSED_PORT)
    entry = MockConfigEntry(domain=DOMAIN, title="MyCamera", data=data, subentries_data=[camera])
    entry.add_to_hass(hass)
    assert await async_setup_component(hass, "device_automation", {})
    await set_up(hass, tmp_path)
    assert entry.state is ConfigEntryState.LOADED
    await watched(entry.runtime_data)
    yield entry.runtime_data
    if entry.state is ConfigEntryState.LOADED:
        async with asyncio.timeout(60):
            assert await hass.config_entries.async_unload(entry.entry_id)


@pytest.fixture
async def ask(hass: HomeAssistant, hub: Hub, hass_ws_client: WebSocketGenerator) -> Ask:
    client = await hass_ws_client()

    async def send(command: str, **fields: Any) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"mycamera/{command}", **fields})
        answer: dict[str, Any] = await client.receive_json()
        await hass.async_block_till_done()
        await watched(hub)
        return answer

    return send


async def draw(ask: Ask, *zones: dict[str, Any], masks: tuple[dict[str, Any], ...] = ()) -> list[str]:
    """Save zones as the panel does, and return their ids."""
    answer = await ask("save_zones", camera_id=CAMERA_ID, zones=list(zones), masks=list(masks))
    assert answer["success"], answer
    return [zone["id"] for zone in answer["result"]["zones"]]


def state(hass: HomeAssistant, entity_id: str) -> str:
    found = hass.states.get(entity_id)
    return "none" if found is None else found.state


def shown_name(hass: HomeAssistant, entity_id: str) -> str:
    found = hass.states.get(entity_id)
    return "none" if found is None else str(found.attributes["friendly_name"])


def watching(hub: Hub) -> None:
    hub.worker.connection._take(WatchState(camera=CAMERA_ID, watching=True))
    hub.worker.connection._take(Presence(camera=CAMERA_ID, persons=0, time=NOON))


async def test_what_is_drawn_is_asked_of_the_worker_and_the_recording_goes_on(
    hass: HomeAssistant, hub: Hub, ask: Ask
) -> None:
    camera = hub.cameras[CAMERA_ID]
    recorder = camera._recorder
    assert (await ask("zones", camera_id=CAMERA_ID))["result"]["zones"] == []
    [lawn] = await draw(ask, {"name": "Lawn", "points": LEFT, "dwell": 30}, masks=({"points": RIGHT},))
    settings = camera.analysis_settings
    assert [(zone.id, zone.dwell) for zone in settings.zones] == [(lawn, 30)]
    assert len(settings.masks) == 1
    watch = hub.watches.wanted(CAMERA_ID)
    assert watch is not None
    assert watch.settings == settings
    assert camera._recorder is recorder
    told = (await ask("zones", camera_id=CAMERA_ID))["result"]
    assert told["zones"] == [{"id": lawn, "name": "Lawn", "points": LEFT, "dwell": 30.0}]
    assert [mask["points"] for mask in told["masks"]] == [RIGHT]
    assert "/api/camera_proxy/camera.front_door?authSig=" in told["still_url"]
    overview = (await ask("overview"))["result"]["cameras"][0]
    assert overview["zones"] == [{"zone_id": lawn, "name": "Lawn", "persons": None}]


async def test_a_zone_is_a_sensor_that_knows_when_it_knows_nothing(hass: HomeAssistant, hub: Hub, ask: Ask) -> None:
    [lawn] = await draw(ask, {"name": "Lawn", "points": LEFT})
    sensor = "binary_sensor.front_door_lawn"
    assert state(hass, sensor) == "unavailable"
    watching(hub)
    assert state(hass, sensor) == "unavailable"
    hub.worker.connection._take(ZonePresence(camera=CAMERA_ID, zone=lawn, persons=0, time=NOON))
    assert state(hass, sensor) == "off"
    assert state(hass, "sensor.front_door_people_in_lawn") == "0"
    hub.worker.connection._take(ZonePresence(camera=CAMERA_ID, zone=lawn, persons=2, time=NOON))
    shown = hass.states.get(sensor)
    assert shown is not None
    assert (shown.state, shown.attributes["persons"], shown.attributes["zone_id"]) == ("on", 2, lawn)
    assert shown.attributes["device_class"] == "occupancy"
    hub.worker.connection._take(WatchState(camera=CAMERA_ID, watching=False, message="The stream ended."))
    assert state(hass, sensor) == "unavailable"
    watching(hub)
    assert state(hass, sensor) == "unavailable", "who is there now is not known from before"


async def test_a_zone_keeps_its_entity_under_another_name_and_takes_it_along(
    hass: HomeAssistant, hub: Hub, ask: Ask
) -> None:
    lawn, _ = await draw(ask, {"name": "Lawn", "points": LEFT}, {"name": "Gate", "points": RIGHT})
    assert state(hass, "event.front_door_lawn_activity") == "unknown"
    await draw(ask, {"id": lawn, "name": "Garden", "points": LEFT})
    registry = er.async_get(hass)
    entity_id = registry.async_get_entity_id("binary_sensor", DOMAIN, f"{CAMERA_ID}_zone_{lawn}")
    assert entity_id == "binary_sensor.front_door_lawn"
    shown = hass.states.get(entity_id)
    assert shown is not None
    assert shown.attributes["friendly_name"] == "Front door Garden"
    assert registry.async_get(entity_id) is not None
    assert shown_name(hass, "event.front_door_lawn_activity") == "Front door Garden activity"
    assert shown_name(hass, "sensor.front_door_people_in_lawn") == "Front door People in Garden"
    activity = registry.async_get("event.front_door_lawn_activity")
    assert activity is not None
    assert activity.original_name == "Garden activity"
    assert hass.states.get("binary_sensor.front_door_gate") is None
    assert hass.states.get("event.front_door_gate_activity") is None
    assert registry.async_get("sensor.front_door_people_in_gate") is None
    assert registry.async_get("binary_sensor.front_door_gate") is None
    await draw(ask)
    assert registry.async_get(entity_id) is None
    assert hass.states.get("event.front_door_lawn_activity") is None
    await draw(ask, {"name": "Lawn", "points": LEFT})
    assert state(hass, "event.front_door_lawn_activity") == "unknown"


async def test_an_automation_can_change_how_long_a_dwell_is(hass: HomeAssistant, hub: Hub, ask: Ask) -> None:
    lawn, gate = await draw(ask, {"name": "Lawn", "points": LEFT, "dwell": 30}, {"name": "Gate", "points": RIGHT})
    number = "number.front_door_lawn_dwell_time"
    assert float(state(hass, number)) == 30
    await hass.services.async_call("number", "set_value", {"entity_id": number, "value": 5}, blocking=True)
    await hass.async_block_till_done()
    assert float(state(hass, number)) == 5
    watch = hub.watches.wanted(CAMERA_ID)
    assert watch is not None
    assert {zone.id: zone.dwell for zone in watch.settings.zones} == {lawn: 5, gate: 0}


async def test_zones_outlive_a_reload(hass: HomeAssistant, hub: Hub, ask: Ask) -> None:
    await draw(ask, {"name": "Lawn", "points": LEFT})
    assert await hass.config_entries.async_reload(hub.entry.entry_id)
    await hass.async_block_till_done()
    assert state(hass, "binary_sensor.front_door_lawn") == "unavailable"
    assert [zone.name for zone in hub.entry.runtime_data.cameras[CAMERA_ID].zones] == ["Lawn"]


async def test_what_happens_in_a_zone_is_an_event(hass: HomeAssistant, hub: Hub, ask: Ask) -> None:
    lawn, _ = await draw(ask, {"name": "Lawn", "points": LEFT}, {"name": "Gate", "points": RIGHT})
    fired = async_capture_events(hass, EVENT_ZONE)
    watching(hub)
    hub.worker.connection._take(
        ZoneEvent(camera=CAMERA_ID, zone=lawn, kind="dwell", time=NOON, track=7, seconds=30.04, appearance="ab12")
    )
    hub.worker.connection._take(ZoneEvent(camera=CAMERA_ID, zone="gone", kind="enter", time=NOON, track=8))
    hub.worker.connection._take(ZoneEvent(camera="another", zone=lawn, kind="enter", time=NOON, track=8))
    await hass.async_block_till_done()
    [event] = fired
    told = {
        "zone": "Lawn",
        "zone_id": lawn,
        "time": "2026-11-22T12:00:00+00:00",
        "seconds": 30.0,
        "track": 7,
        "event_id": "ab12",
        "media_content_id": "media-source://mycamera/person/ab12",
        "recording_content_id": "media-source://mycamera/person/ab12/recording",
    }
    assert event.data["picture_url"].startswith("/api/mycamera/snapshot/ab12?authSig=")
    picture = {"picture_url": event.data["picture_url"]}
    assert event.data == {"camera_id": CAMERA_ID, "name": "Front door", "kind": "dwell", **told, **picture}
    shown = hass.states.get("event.front_door_lawn_activity")
    assert shown is not None
    assert shown.attributes["event_type"] == "dwell"
    assert told.items() <= dict(shown.attributes).items()
    assert state(hass, "event.front_door_gate_activity") == "unknown", "each zone has its own"


async def test_a_person_seen_live_is_stored_with_the_names_of_its_zones(
    hass: HomeAssistant, hub: Hub, ask: Ask
) -> None:
    lawn, gate = await draw(ask, {"name": "Lawn", "points": LEFT}, {"name": "Gate", "points": RIGHT})
    watching(hub)
    box = (0.1, 0.2, 0.2, 0.6)
    seen = LiveAppearance(
        id="ab12",
        camera=CAMERA_ID,
        phase="began",
        first_seen=NOON,
        last_seen=NOON + 1,
        best_time=NOON,
        best_box=box,
        confidence=0.6,
        sightings=3,
        path=(PathPoint(time=0, box=box),),
        zones=(gate,),
        model="yolov8n.pt",
    )

    async def stored() -> list[str]:
        async with asyncio.timeout(60):
            while not (items := (await ask("detections"))["result"]["items"]):
                await asyncio.sleep(0.02)
        zones: list[str] = items[0]["zones"]
        return zones

    hub.worker.connection._take(seen)
    assert await stored() == ["Gate"]
    hub.worker.connection._take(replace(seen, phase="ended", last_seen=NOON + 9, zones=(gate, lawn)))
    async with asyncio.timeout(60):
        while await stored() != ["Gate", "Lawn"]:
            await asyncio.sleep(0.02)
    # Names are kept as they were: what happened does not change when a zone goes.
    await draw(ask)
    assert await stored() == ["Gate", "Lawn"]
    assert (await ask("detection", event_id="ab12"))["result"]["zones"] == ["Gate", "Lawn"]


async def test_triggers_on_the_device(hass: HomeAssistant, hub: Hub, ask: Ask) -> None:
    device = dr.async_get(hass).async_get_device_by_identifier((DOMAIN, CAMERA_ID), hub.entry.entry_id)
    assert device is not None

    async def kinds() -> set[str]:
        found = await async_get_device_automations(hass, DeviceAutomationType.TRIGGER, device.id)
        return {trigger["type"] for trigger in found if trigger["domain"] == DOMAIN}

    assert await kinds() == {"person", "caption"}
    lawn, _ = await draw(ask, {"name": "Lawn", "points": LEFT}, {"name": "Gate", "points": RIGHT})
    assert await kinds() == {"person", "caption", "zone_entered", "zone_left", "zone_dwelled"}
    common = {"platform": "device", "domain": DOMAIN, "device_id": device.id}
    capabilities = await device_trigger.async_get_trigger_capabilities(hass, {**common, "type": "zone_left"})
    assert capabilities["extra_fields"]({"zone": lawn}) == {"zone": lawn}
    assert await device_trigger.async_get_trigger_capabilities(hass, {**common, "type": "person"}) == {}

    heard: list[str] = []

    async def note(call: ServiceCall) -> None:
        heard.append(call.data["what"])

    hass.services.async_register("test", "note", note)
    triggers = [
        {**common, "type": "zone_entered", "zone": lawn, "id": "entered the lawn"},
        {**common, "type": "zone_entered", "id": "entered any"},
        {**common, "type": "zone_left", "id": "left"},
        {**common, "type": "person", "id": "person"},
    ]
    action = {"action": "test.note", "data": {"what": "{{ trigger.id }}"}}
    automation = {"alias": "Zones", "triggers": triggers, "actions": [action], "mode": "queued"}
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await hass.async_block_till_done()

    async def happen(zone: str, kind: Any) -> list[str]:
        heard.clear()
        hub.worker.connection._take(ZoneEvent(camera=CAMERA_ID, zone=zone, kind=kind, time=NOON, track=1))
        await hass.async_block_till_done()
        return sorted(heard)

    gate = hub.cameras[CAMERA_ID].zones[1].id
    assert await happen(lawn, "enter") == ["entered any", "entered the lawn"]
    assert await happen(gate, "enter") == ["entered any"]
    assert await happen(lawn, "leave") == ["left"]
    assert await happen(lawn, "dwell") == []
    hub_device = dr.async_get(hass).async_get_device_by_identifier((DOMAIN, hub.entry.entry_id), hub.entry.entry_id)
    assert hub_device is not None
    assert await device_trigger.async_get_triggers(hass, hub_device.id) == []

    # Automations are set up with Home Assistant, which does not wait for a hub that takes its time.
    assert await hass.config_entries.async_unload(hub.entry.entry_id)
    configuration = Path(hass.config.path("configuration.yaml"))
    await hass.async_add_executor_job(configuration.write_text, json.dumps({"automation": [automation]}))
    await hass.services.async_call("automation", "reload", blocking=True)
    assert await hass.config_entries.async_setup(hub.entry.entry_id)
    await hass.async_block_till_done()
    hub = hub.entry.runtime_data
    await watched(hub)
    assert await happen(lawn, "enter") == ["entered any", "entered the lawn"]
    heard.clear()
    bus_events.fire_person(hass, hub.cameras[CAMERA_ID], person())
    await hass.async_block_till_done()
    assert heard == [], "it is from history"


@pytest.mark.parametrize(
    ("zones", "code"),
    [
        ([{"name": "", "points": LEFT}], "zone_name_missing"),
        ([{"name": "Lawn", "points": LEFT}, {"name": "lawn", "points": RIGHT}], "zone_name_taken"),
        ([{"name": "Lawn", "points": [LEFT[0], LEFT[2], LEFT[1], LEFT[3]]}], "zone_crosses_itself"),
        ([{"name": "Lawn", "points": LEFT[:2]}], "invalid_format"),
        ([{"name": "Lawn", "points": [[0, 0], [2, 0], [2, 2]]}], "invalid_format"),
    ],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(
    hass: HomeAssistant, hub: Hub, ask: Ask, zones: list[dict[str, Any]], code: str
) -> None:
    await draw(ask, {"name": "Kept", "points": LEFT})
    answer = await ask("save_zones", camera_id=CAMERA_ID, zones=zones, masks=[])
    assert answer["error"]["code"] == code
    assert [zone.name for zone in hub.cameras[CAMERA_ID].zones] == ["Kept"]


async def test_only_administrators_draw_and_only_cameras_have_zones(
    hass: HomeAssistant,
    hub: Hub,
    ask: Ask,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_access_token: str,
    hass_read_only_user: MockUser,
) -> None:
    for command in ("zones", "save_zones"):
        rest: dict[str, Any] = {"zones": [], "masks": []} if command == "save_zones" else {}
        assert (await ask(command, camera_id="01NOBODY", **rest))["error"]["code"] == "not_found"
    hass_read_only_user.mock_policy({})
    client = await hass_ws_client(hass, hass_read_only_access_token)
    for message in (
        {"type": "mycamera/zones", "camera_id": CAMERA_ID},
        {"type": "mycamera/save_zones", "camera_id": CAMERA_ID, "zones": [], "masks": []},
        {"type": "mycamera/protect", "record_ids": [1], "protect": True},
    ):
        await client.send_json_auto_id(message)
        assert (await client.receive_json())["error"]["code"] == "unauthorized"
