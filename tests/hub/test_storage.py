"""The hub's folders: never another's, and given up when the hub is removed."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.const import DOMAIN

from .test_hub import entry, state, until

__all__ = ["entry"]  # the fixture


async def test_a_folder_without_its_mark_is_not_written_to(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path
) -> None:
    marker = tmp_path / "rec" / ".mycamera"
    assert json.loads(marker.read_text())["owner"] == entry.entry_id
    await asyncio.sleep(1.2)  # the delay of the store's writing
    await hass.async_block_till_done()
    assert await hass.config_entries.async_unload(entry.entry_id)
    marker.unlink()  # as when the share is not mounted
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: state(hass, "sensor.front_door_recording_status") == "storage_unavailable")
    assert ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")
    assert not marker.exists()
    marker.write_text(json.dumps({"owner": entry.entry_id, "version": 1}))
    await until(hass, lambda: state(hass, "sensor.front_door_recording_status") == "unreachable")


async def test_removing_the_hub_gives_its_folders_up(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path
) -> None:
    footage = tmp_path / "rec" / "footage.mp4"
    footage.write_bytes(b"kept")
    await hass.config_entries.async_remove(entry.entry_id)
    await hass.async_block_till_done()
    assert footage.exists()
    assert not (tmp_path / "rec" / ".mycamera").exists()
    assert not (tmp_path / "snap" / ".mycamera").exists()
    assert not [issue for issue in ir.async_get(hass).issues if issue[0] == DOMAIN]
