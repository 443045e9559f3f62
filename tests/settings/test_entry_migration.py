"""Entries of earlier versions go on working, with all that was set in them."""

from __future__ import annotations

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera import async_migrate_entry
from custom_components.mycamera.settings.camera import CameraConfig
from custom_components.mycamera.settings.entry_migration import ENTRY_MINOR_VERSION, ENTRY_VERSION
from tests.stand_in import CAMERA_ID, camera_subentry, make_entry


async def test_detect_fps_of_before_keeps_its_number(hass: HomeAssistant) -> None:
    drawn = {"zones": [], "masks": [{"id": "b", "points": [[0, 0], [1, 0], [1, 1]]}]}
    entry = make_entry(hass, camera_subentry(detection={"rate": 2.5, **drawn}), camera_subentry("02CAMERA", "Yard"))
    assert await async_migrate_entry(hass, entry)
    assert entry.minor_version == ENTRY_MINOR_VERSION
    assert entry.subentries[CAMERA_ID].data["detection"] == {"detect_fps": 2.5, **drawn}
    assert CameraConfig.from_subentry(entry.subentries[CAMERA_ID]).detection.analysis_settings(0.4).detect_fps == 2.5
    assert "detection" not in entry.subentries["02CAMERA"].data


@pytest.mark.parametrize(("version", "minor", "taken"), [(ENTRY_VERSION, 99, True), (ENTRY_VERSION + 1, 1, False)])
async def test_an_entry_of_a_later_version(hass: HomeAssistant, version: int, minor: int, *, taken: bool) -> None:
    entry = make_entry(hass, camera_subentry(detection={"rate": 2.5}))
    hass.config_entries.async_update_entry(entry, version=version, minor_version=minor)
    assert await async_migrate_entry(hass, entry) is taken
    assert entry.subentries[CAMERA_ID].data["detection"] == {"rate": 2.5}
    assert (entry.version, entry.minor_version) == (version, minor)
