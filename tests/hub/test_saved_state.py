"""What outlives a restart beside the entry."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.hub.saved_state import SavedState, Switches

OFF = Switches(recording=False, detection=False)
ON = Switches(recording=True, detection=True)


async def test_the_next_hub_knows_what_was_noted(hass: HomeAssistant, hass_storage: dict[str, Any]) -> None:
    memory = SavedState(hass)
    await memory.load({"01FRONT", "01YARD"})
    assert not memory.is_prepared(Path("/media/rec"))
    assert memory.switches_of("01FRONT") == ON, "a new camera records and watches"
    memory.note_prepared(Path("/media/rec"))
    memory.note_switches("01FRONT", OFF)
    memory.note_switches("01YARD", OFF)
    memory.forget_camera("01YARD")
    await memory.save()

    again = SavedState(hass)
    await again.load({"01FRONT", "01YARD"})
    assert again.is_prepared(Path("/media/rec"))
    assert not again.is_prepared(Path("/media/snap"))
    assert again.switches_of("01FRONT") == OFF
    assert again.switches_of("01YARD") == ON, "who was removed and is added again begins anew"
    await again.remove()
    assert "mycamera" not in hass_storage


async def test_cameras_that_were_removed_meanwhile_are_forgotten(
    hass: HomeAssistant, hass_storage: dict[str, Any]
) -> None:
    switches = {"01FRONT": OFF, "01GONE": OFF}
    hass_storage["mycamera"] = {"version": 1, "data": {"prepared": ["/media/rec"], "switches": switches}}
    memory = SavedState(hass)
    await memory.load({"01FRONT"})
    await memory.save()
    assert hass_storage["mycamera"]["data"] == {"prepared": ["/media/rec"], "switches": {"01FRONT": OFF}}


async def test_what_was_never_read_is_not_written_over(hass: HomeAssistant, hass_storage: dict[str, Any]) -> None:
    before = {"version": 1, "data": {"prepared": ["/media/rec"], "switches": {}}}
    hass_storage["mycamera"] = before
    await SavedState(hass).save()
    assert hass_storage["mycamera"] == before


async def test_changes_are_written_soon(
    hass: HomeAssistant, hass_storage: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.hub.saved_state.SAVE_DELAY", 0.05)
    memory = SavedState(hass)
    await memory.load({"01FRONT"})
    for change in range(5):
        memory.note_switches("01FRONT", Switches(recording=change % 2 == 1, detection=True))
    assert "mycamera" not in hass_storage
    async with asyncio.timeout(60):
        while "mycamera" not in hass_storage:
            await asyncio.sleep(0.01)
    assert hass_storage["mycamera"]["data"]["switches"] == {"01FRONT": {"recording": False, "detection": True}}
