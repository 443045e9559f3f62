"""The activity page: one row for each appearance, with both captions, as Home Assistant's own logbook tells it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.components.recorder.common import async_wait_recording_done
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.analysis.captions.caption_providers import Description
from custom_components.mycamera.analysis.captions.caption_queue import CaptionOutcome
from custom_components.mycamera.hub import announcements

from .stand_in import person
from .surfaces import FRONT, SurfaceHub, loaded_surfaces

pytestmark = pytest.mark.usefixtures("recorder_mock")


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[SurfaceHub]:
    async with loaded_surfaces(hass, tmp_path) as loaded:
        assert await async_setup_component(hass, "logbook", {})
        await hass.async_block_till_done()
        yield loaded


async def rows(hass: HomeAssistant, hass_ws_client: WebSocketGenerator) -> list[dict[str, Any]]:
    """Return what the activity page shows of us."""
    await async_wait_recording_done(hass)
    client = await hass_ws_client(hass)
    start = dt_util.utcnow() - timedelta(hours=1)
    await client.send_json_auto_id({"type": "logbook/get_events", "start_time": start.isoformat()})
    answer = await client.receive_json()
    return [row for row in answer["result"] if row.get("domain") == "mycamera"]


async def appear(hub: SurfaceHub, event_id: str, **changes: Any) -> None:
    """Have somebody appear now, and a model describe it a moment later."""
    now = dt_util.utcnow()
    seen = person(event_id, first_seen=now, last_seen=now, **changes)
    hub._news.person_found(FRONT, seen)
    await hub.database.add_detection(FRONT, seen)
    row = await hub.database.get_detection(event_id)
    assert row is not None
    description = Description(
        text=f"A man in a red coat {event_id}", text_zh="穿红色外套的男子", model="blip2", seconds=1
    )
    hub._news.described(CaptionOutcome(detection=replace(row, camera_id=FRONT), description=description))


async def test_one_row_for_an_appearance_and_its_caption(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator
) -> None:
    await appear(hub, "e1", zones=("Gate",))
    (row,) = await rows(hass, hass_ws_client)
    assert row["name"] == "Front door"
    assert row["message"] == "saw a person: A man in a red coat e1 · 穿红色外套的男子 (Gate)"
    assert row["entity_id"] == "camera.front_door"


async def test_what_is_not_described_yet_is_told_as_it_is(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator
) -> None:
    hub._news.person_found(FRONT, person("old"))  # found in an old recording
    (row,) = await rows(hass, hass_ws_client)
    assert row["message"] == (
        "shows a person in an older recording: A person walks from left to right, 8 s · 一人从左向右走过，8秒"
    )


async def test_in_chinese(hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator) -> None:
    hass.config.language = "zh-Hans"
    await hass.async_block_till_done()
    from homeassistant.helpers.translation import async_load_integrations  # noqa: PLC0415 - as at a start in Chinese

    await async_load_integrations(hass, {"mycamera"})
    hub._news.person_found(FRONT, person("old"))
    (row,) = await rows(hass, hass_ws_client)
    assert row["message"].startswith("较早的录像中有人员：一人从左向右走过，8秒 · A person walks")


async def test_only_so_many_are_remembered(
    hass: HomeAssistant, hub: SurfaceHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcements, "CAPTIONS_KEPT", 2)
    for event_id in ("e1", "e2", "e3"):
        await appear(hub, event_id)
    assert list(hub.better_captions) == ["e2", "e3"]
