"""Triggers and conditions by name, in automations that aim at a device, an area and a label."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import Any

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.components.automation import DOMAIN as AUTOMATION
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import device_registry as dr
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.settings.detection import ZoneHappening

from .stand_in import CAMERA_ID, NOON, QuietHub, camera_subentry, person, show

OTHER = "01OTHER"
ZONES = [{"id": "lawn", "name": "Lawn", "points": [[0, 0], [1, 0], [1, 1]], "dwell": 5}]


@pytest.fixture
async def heard(hass: HomeAssistant, hub: QuietHub) -> list[str]:
    """Give the camera a zone and a place in the yard, and the hub another camera; return what is noted."""
    subentry = hub.entry.subentries[CAMERA_ID]
    data = {**subentry.data, "detection": {"zones": ZONES}}
    hass.config_entries.async_update_subentry(hub.entry, subentry, data=data)
    later = camera_subentry(OTHER, "Garage", main_path="/other", detection={"zones": ZONES})
    other = ConfigSubentry(
        data=MappingProxyType(dict(later["data"])),
        subentry_id=OTHER,
        subentry_type="camera",
        title="Garage",
        unique_id=None,
    )
    hass.config_entries.async_add_subentry(hub.entry, other)
    await hub.async_update_cameras()
    await hass.async_block_till_done()
    yard = ar.async_get(hass).async_create("Yard")
    dr.async_get(hass).async_update_device(device_of(hass, hub), area_id=yard.id)
    notes: list[str] = []

    async def note(call: ServiceCall) -> None:
        notes.append(call.data["what"])

    hass.services.async_register("test", "note", note)
    return notes


def device_of(hass: HomeAssistant, hub: QuietHub, camera_id: str = CAMERA_ID) -> str:
    device = dr.async_get(hass).async_get_device_by_identifier((DOMAIN, camera_id), hub.entry.entry_id)
    assert device is not None
    return device.id


async def automate(hass: HomeAssistant, triggers: list[dict[str, Any]], *conditions: dict[str, Any]) -> None:
    action = {"action": "test.note", "data": {"what": "{{ trigger.id }}"}}
    automation = {"triggers": triggers, "conditions": list(conditions), "actions": [action], "mode": "queued"}
    assert await async_setup_component(hass, AUTOMATION, {AUTOMATION: [{"alias": "Notes", **automation}]})
    await hass.async_block_till_done()
    assert hass.states.is_state("automation.notes", "on"), "it is valid"


def happen(hub: QuietHub, kind: Any, camera_id: str = CAMERA_ID) -> None:
    camera = hub.cameras[camera_id]
    [zone] = camera.zones
    camera.zone_happenings.tell(ZoneHappening(kind=kind, zone=zone, time=NOON, seconds=5, track=1, event_id="e1"))


async def test_triggers(hass: HomeAssistant, hub: QuietHub, heard: list[str]) -> None:
    names = ("person_appeared", "caption_ready", "zone_entered", "zone_left", "zone_dwelled", "persons_left")
    target = {"device_id": device_of(hass, hub)}
    await automate(hass, [{"trigger": f"mycamera.{name}", "target": target, "id": name} for name in names])

    async def told() -> list[str]:
        await hass.async_block_till_done()
        said = list(heard)
        heard.clear()
        return said

    hub.camera.persons.tell("person", person())
    assert await told() == ["person_appeared"]
    hub.camera.persons.tell("caption", person())
    assert await told() == ["caption_ready"]
    for kind, name in (("enter", "zone_entered"), ("leave", "zone_left"), ("dwell", "zone_dwelled")):
        happen(hub, kind)
        assert await told() == [name]
    show(hub.camera, watching=True, persons=0)
    show(hub.camera, persons=1)
    assert await told() == []
    show(hub.camera, persons=2)
    show(hub.camera, persons=0)
    assert await told() == ["persons_left"]
    show(hub.camera, persons=1)
    show(hub.camera, watching=False)
    assert await told() == [], "that nobody watches is not that nobody is there"

    hub.cameras[OTHER].persons.tell("person", person())
    happen(hub, "enter", OTHER)
    assert await told() == [], "another camera was not aimed at"


async def test_a_recording_that_fails_for_long(
    hass: HomeAssistant, hub: QuietHub, heard: list[str], freezer: FrozenDateTimeFactory
) -> None:
    target = {"area_id": "yard"}
    failed = {"trigger": "mycamera.recording_failed", "target": target, "options": {"for": "00:05:00"}, "id": "failed"}
    await automate(hass, [failed, {"trigger": "mycamera.recording_resumed", "target": target, "id": "resumed"}])

    async def later(minutes: float) -> None:
        freezer.tick(timedelta(minutes=minutes))
        async_fire_time_changed(hass)
        await hass.async_block_till_done()

    show(hub.camera, recording_status=RecorderState.RECORDING)
    show(hub.camera, recording_status=RecorderState.UNREACHABLE, recording_error="no route")
    show(hub.cameras[OTHER], recording_status=RecorderState.UNREACHABLE, recording_error="no route")
    await later(3)
    assert heard == []
    show(hub.camera, recording_status=RecorderState.RECORDING, recording_error=None)
    await later(3)
    assert heard == ["resumed"]
    show(hub.camera, recording_status=RecorderState.STALLED, recording_error="no picture")
    await later(6)
    assert heard == ["resumed", "failed"]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("somebody_is_there", [False, True, False, False]),
        ("nobody_is_there", [True, False, True, False]),
        ("zone_is_occupied", [False, True, False, False]),
        ("zone_is_empty", [True, False, True, False]),
        ("recording_fails", [False, False, True, False]),
    ],
)
async def test_conditions(
    hass: HomeAssistant, hub: QuietHub, heard: list[str], condition: str, holds: list[bool]
) -> None:
    asked = {"condition": f"mycamera.{condition}", "target": {"device_id": device_of(hass, hub)}}
    await automate(hass, [{"trigger": "event", "event_type": "ask", "id": "yes"}], asked)
    zones: list[dict[str, Any]] = [
        {"watching": True, "persons": 0, "zones": {"lawn": 0}},
        {"watching": True, "persons": 1, "zones": {"lawn": 1}},
        {"watching": True, "persons": 0, "zones": {"lawn": 0}, "recording_status": RecorderState.STALLED},
        {"watching": False, "persons": None, "zones": {}, "recording_status": RecorderState.RECORDING},
    ]
    for state, held in zip(zones, holds, strict=True):
        heard.clear()
        show(hub.camera, **state)
        hass.bus.async_fire("ask")
        await hass.async_block_till_done()
        assert bool(heard) == held, state


async def test_since_when(hass: HomeAssistant, hub: QuietHub, heard: list[str], freezer: FrozenDateTimeFactory) -> None:
    target = {"device_id": [device_of(hass, hub), device_of(hass, hub, OTHER)]}
    asked = {"condition": "mycamera.somebody_is_there", "target": target, "options": {"for": "00:02:00"}}
    await automate(hass, [{"trigger": "event", "event_type": "ask", "id": "yes"}], asked)
    show(hub.camera, watching=True, persons=1)
    for minutes, held in ((0, False), (1, False), (2, True)):
        freezer.tick(timedelta(minutes=minutes))
        heard.clear()
        hass.bus.async_fire("ask")
        await hass.async_block_till_done()
        assert bool(heard) == held, minutes
