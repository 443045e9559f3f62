"""The hub's cameras: added, changed, switched and removed while it runs."""

from __future__ import annotations

import asyncio

from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.hub.hub import Hub

from .test_hub import entry, state, subentry, until

__all__ = ["entry"]  # the fixture


async def test_switches_are_remembered(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    for name in ("recording", "person_detection"):
        await hass.services.async_call("switch", "turn_off", {"entity_id": f"switch.front_door_{name}"}, blocking=True)
    assert state(hass, "sensor.front_door_recording_status") == "off"
    # At once, before the delay of the store's writing is over.
    assert await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    assert state(hass, "switch.front_door_recording") == "off"
    assert state(hass, "switch.front_door_person_detection") == "off"
    assert state(hass, "sensor.front_door_recording_status") == "off"


async def test_cameras_come_change_and_go_one_by_one(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    hub: Hub = entry.runtime_data
    front = hub.cameras["01CAMERA"]
    hass.config_entries.async_add_subentry(entry, subentry("Garden", "01GARDEN", "/other"))
    await until(hass, lambda: hass.states.get("sensor.garden_recording_status"))
    garden = hub.cameras["01GARDEN"]

    changed = subentry("Garden gate", "01GARDEN", "/third")
    hass.config_entries.async_update_subentry(
        entry, entry.subentries["01GARDEN"], title=changed.title, data=dict(changed.data)
    )
    await until(hass, lambda: garden.source.path == "/third")
    device = dr.async_get(hass).async_get_device_by_identifier((DOMAIN, "01GARDEN"), entry.entry_id)
    assert device is not None
    assert device.name == "Garden gate"

    hass.config_entries.async_remove_subentry(entry, "01GARDEN")
    await until(hass, lambda: "01GARDEN" not in hub.cameras)
    assert hass.states.get("sensor.garden_recording_status") is None
    assert not [e for e in er.async_get(hass).entities.values() if e.config_subentry_id == "01GARDEN"]
    assert entry.runtime_data is hub, "the hub was reloaded"
    assert hub.cameras == {"01CAMERA": front}


async def test_a_camera_added_while_the_hub_stops_is_not_started(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    hub: Hub = entry.runtime_data
    stopping = hass.async_create_task(hub.async_stop())
    await asyncio.sleep(0)
    hass.config_entries.async_add_subentry(entry, subentry("Garden", "01GARDEN", "/other"))
    await stopping
    await hub.async_update_cameras()
    assert "01GARDEN" not in hub.cameras
    await hub.cameras["01CAMERA"].async_set_recording(True)
    assert hub.cameras["01CAMERA"].state.recording_status == "off"
