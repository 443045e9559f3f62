"""The blueprint that ships with the integration, run as a real automation on the events of a real hub."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from homeassistant.components.automation import DOMAIN as AUTOMATION
from homeassistant.components.automation.config import AUTOMATION_BLUEPRINT_SCHEMA
from homeassistant.components.blueprint import Blueprint
from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.setup import async_setup_component
from homeassistant.util.yaml import load_yaml_dict
from pytest_homeassistant_custom_component.common import async_mock_service

from custom_components.mycamera.settings import camera_flow
from custom_components.mycamera.web.views import snapshot_url

from .caption_house import CHINESE, ENGLISH, CaptionHouse, caption_house, describing
from .stand_in import CAMERA_ID

pytestmark = pytest.mark.usefixtures("socket_enabled")

SHIPPED = Path(camera_flow.__file__).parents[1] / "blueprints" / "automation" / "notify_person.yaml"
PATH = "mycamera/notify_person.yaml"


async def automate(hass: HomeAssistant, **inputs: Any) -> list[ServiceCall]:
    """Make an automation of the blueprint, as its import does; return what the phone gets."""
    target = Path(hass.config.path("blueprints", "automation", PATH))
    target.parent.mkdir(parents=True)
    shutil.copy(SHIPPED, target)
    phone: list[ServiceCall] = async_mock_service(hass, "notify", "mobile_app_phone")
    config = {"use_blueprint": {"path": PATH, "input": {"notify_actions": ["notify.mobile_app_phone"], **inputs}}}
    assert await async_setup_component(hass, AUTOMATION, {AUTOMATION: [{"id": "a", "alias": "Notify", **config}]})
    await hass.async_block_till_done()
    assert hass.states.is_state("automation.notify", "on")
    return phone


async def seen(house: CaptionHouse, *, ago: timedelta = timedelta(seconds=70)) -> str:
    """Let a person be seen and described; return the event id."""
    await house.connected()
    await house.record(ago=ago)
    await house.until(lambda: len(house.said) == 2)
    return str(house.said[0][1]["event_id"])


def test_home_assistant_accepts_it() -> None:
    blueprint = Blueprint(
        load_yaml_dict(str(SHIPPED)), path=PATH, expected_domain=AUTOMATION, schema=AUTOMATION_BLUEPRINT_SCHEMA
    )
    assert blueprint.validate() is None
    assert set(blueprint.inputs) == {"notify_actions", "language", "cameras", "history"}
    assert blueprint.metadata["source_url"].endswith(str(SHIPPED.relative_to(SHIPPED.parents[4])))


async def test_the_better_caption_replaces_the_notification(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        phone = await automate(hass)
        event_id = await seen(house)
        await house.until(lambda: len(phone) == 2)
    first, second = (call.data for call in phone)
    assert first["data"]["tag"] == second["data"]["tag"] == event_id
    assert first["data"]["image"] == second["data"]["image"] == snapshot_url(event_id)
    opened = {call["data"][link] for call in (first, second) for link in ("url", "clickAction")}
    assert opened == {f"/mycamera/event/{event_id}"}
    assert (first["title"], second["title"]) == ("Front door", "Front door")
    assert first["message"].startswith("A person")
    assert second["message"] == ENGLISH
    assert [call["data"]["push"]["sound"] for call in (first, second)] == ["default", "none"]


async def test_chinese_for_one_camera(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        phone = await automate(hass, language="zh", cameras=["camera.front_door"])
        await seen(house)
        await house.until(lambda: len(phone) == 2)
    assert phone[0].data["message"].startswith("人员")
    assert phone[1].data["message"] == CHINESE


async def test_other_cameras_are_left_out(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing()):
        phone = await automate(hass, cameras=["camera.front_door"])
        person = {"name": "Yard", "event_id": "E", "caption": "A person", "caption_zh": "一人", "from_history": False}
        hass.bus.async_fire("mycamera_person", {**person, "camera_id": "01OTHER"})
        await hass.async_block_till_done()
        assert not phone
        hass.bus.async_fire("mycamera_person", {**person, "camera_id": CAMERA_ID})
        await hass.async_block_till_done()
        assert len(phone) == 1


@pytest.mark.parametrize(("history", "count"), [(False, 0), (True, 2)])
async def test_old_recordings(hass: HomeAssistant, tmp_path: Path, history: bool, count: int) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        phone = await automate(hass, history=history)
        await seen(house, ago=timedelta(hours=3))
        await hass.async_block_till_done()
        assert len(phone) == count


async def test_a_caption_is_no_template(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing()):
        phone = await automate(hass)
        hostile = "{{ states('zone.home') }}"
        hass.bus.async_fire(
            "mycamera_person",
            {
                "camera_id": CAMERA_ID,
                "name": hostile,
                "event_id": "E1",
                "caption": hostile,
                "caption_zh": "",
                "from_history": False,
            },
        )
        await hass.async_block_till_done()
    assert (phone[0].data["title"], phone[0].data["message"]) == (hostile, hostile)
