"""The blueprints that ship with the integration, run as real automations on the events of a real hub."""

from __future__ import annotations

import asyncio
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.components.automation import DOMAIN as AUTOMATION
from homeassistant.components.automation.config import AUTOMATION_BLUEPRINT_SCHEMA
from homeassistant.components.blueprint import Blueprint
from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.helpers import device_registry as dr
from homeassistant.setup import async_setup_component
from homeassistant.util.yaml import load_yaml_dict
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_fire_time_changed,
    async_mock_service,
)

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.settings import camera_flow
from custom_components.mycamera.web.views import snapshot_url

from .caption_house import CHINESE, ENGLISH, CaptionHouse, caption_house, describing
from .stand_in import CAMERA_ID, QuietHub, show

pytestmark = pytest.mark.usefixtures("socket_enabled")

FOLDER = Path(camera_flow.__file__).parents[1] / "blueprints" / "automation"
INPUTS = {
    "notify_person": {
        "phones",
        "language",
        "cameras",
        "zones",
        "pause",
        "only_while",
        "nobody_home",
        "critical_dwell",
        "history",
    },
    "recording_problem": {"where", "patience", "tell"},
}
PERSON: dict[str, Any] = {
    "camera_id": CAMERA_ID,
    "name": "Front door",
    "event_id": "E1",
    "caption": "A person",
    "caption_zh": "一人",
    "from_history": False,
}
ZONE: dict[str, Any] = {
    "camera_id": CAMERA_ID,
    "name": "Front door",
    "kind": "enter",
    "zone": "Gate",
    "zone_id": "gate",
    "event_id": None,
}


async def automate(hass: HomeAssistant, **inputs: Any) -> list[ServiceCall]:
    """Make an automation of the blueprint, as its import does; return what the phone gets."""
    owner = MockConfigEntry(domain="mobile_app")
    owner.add_to_hass(hass)
    device = dr.async_get(hass).async_get_or_create(
        config_entry_id=owner.entry_id, identifiers={("mobile_app", "1")}, name="Ann's Phone"
    )
    phone: list[ServiceCall] = async_mock_service(hass, "notify", "mobile_app_ann_s_phone")
    await use(hass, "notify_person", phones=[device.id], **inputs)
    return phone


async def tell(hass: HomeAssistant, phone: list[ServiceCall], person: dict[str, Any]) -> None:
    """Tell of a person, and of a caption once the phone has heard of it: until then the automation waits for one."""
    hass.bus.async_fire("mycamera_person", person)
    async with asyncio.timeout(60):
        while not phone:
            await asyncio.sleep(0.01)
    hass.bus.async_fire("mycamera_caption", {**person, "caption": "A man"})
    await hass.async_block_till_done()
    assert [call.data["data"]["push"]["sound"] for call in phone] == ["default", "none"]


async def use(hass: HomeAssistant, name: str, **inputs: Any) -> None:
    """Make an automation of a blueprint, as its import does."""
    target = Path(hass.config.path("blueprints", "automation", "mycamera", f"{name}.yaml"))
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(FOLDER / f"{name}.yaml", target)
    config = {"use_blueprint": {"path": f"mycamera/{name}.yaml", "input": inputs}}
    assert await async_setup_component(hass, AUTOMATION, {AUTOMATION: [{"id": "a", "alias": "Notify", **config}]})
    await hass.async_block_till_done()
    assert hass.states.is_state("automation.notify", "on")


async def seen(house: CaptionHouse, *, ago: timedelta = timedelta(seconds=70)) -> str:
    """Let a person be seen and described; return the event id."""
    await house.connected()
    await house.record(ago=ago)
    await house.until(lambda: len(house.said) == 2)
    return str(house.said[0][1]["event_id"])


@pytest.mark.parametrize("name", INPUTS)
def test_home_assistant_accepts_it(name: str) -> None:
    shipped = FOLDER / f"{name}.yaml"
    blueprint = Blueprint(
        load_yaml_dict(str(shipped)),
        path=f"mycamera/{name}.yaml",
        expected_domain=AUTOMATION,
        schema=AUTOMATION_BLUEPRINT_SCHEMA,
    )
    assert blueprint.validate() is None
    assert set(blueprint.inputs) == INPUTS[name]
    assert blueprint.metadata["source_url"].endswith(str(shipped.relative_to(shipped.parents[4])))


def test_every_blueprint_is_tested() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(INPUTS)


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
        hass.bus.async_fire("mycamera_person", {**PERSON, "camera_id": "01OTHER"})
        await hass.async_block_till_done()
        assert not phone
        await tell(hass, phone, PERSON)


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
        await tell(hass, phone, {**PERSON, "name": hostile, "caption": hostile})
    assert (phone[0].data["title"], phone[0].data["message"]) == (hostile, hostile)


async def test_discipline(hub: QuietHub, hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    hass.states.async_set("schedule.night", "off")
    hass.states.async_set("person.ann", "home")
    hass.states.async_set("binary_sensor.gate", "on", {"zone_id": "gate"})
    phone = await automate(
        hass,
        zones=["binary_sensor.gate"],
        pause=10,
        only_while=["schedule.night"],
        nobody_home=True,
        critical_dwell=True,
    )

    async def told(event: str, data: dict[str, Any]) -> int:
        phone.clear()
        hass.bus.async_fire(event, data)
        await hass.async_block_till_done()
        return len(phone)

    assert await told("mycamera_zone", ZONE) == 0, "it is not the time"
    hass.states.async_set("schedule.night", "on")
    assert await told("mycamera_zone", ZONE) == 0, "somebody is home"
    hass.states.async_set("person.ann", "not_home")
    assert await told("mycamera_person", PERSON) == 0, "only in zones"
    assert await told("mycamera_zone", {**ZONE, "zone_id": "lawn"}) == 0
    assert await told("mycamera_zone", ZONE) == 1
    assert phone[0].data["message"] == "Somebody entered a zone: Gate"
    assert phone[0].data["data"]["actions"][0]["uri"] == "/mycamera"
    freezer.tick(300)
    assert await told("mycamera_zone", ZONE) == 0, "it is a pause"
    assert await told("mycamera_zone", {**ZONE, "kind": "dwell", "event_id": "E1"}) == 1, "which an alarm does not know"
    assert phone[0].data["data"]["push"]["interruption-level"] == "critical"
    assert phone[0].data["data"]["tag"] == "E1-dwell"
    freezer.tick(601)
    assert await told("mycamera_zone", ZONE) == 1


async def test_a_recording_problem(hub: QuietHub, hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    show(hub.camera, recording_status=RecorderState.RECORDING)
    noted = async_mock_service(hass, "persistent_notification", "create")
    device = dr.async_get(hass).async_get_device_by_identifier((DOMAIN, CAMERA_ID), hub.entry.entry_id)
    assert device is not None
    await use(hass, "recording_problem", where={"device_id": [device.id]}, patience={"minutes": 5})
    show(hub.camera, recording_status=RecorderState.UNREACHABLE, recording_error="no route")
    await hass.async_block_till_done()
    assert not noted
    freezer.tick(301)
    async_fire_time_changed(hass)
    await hass.async_block_till_done()
    assert (noted[0].data["title"], noted[0].data["message"]) == ("Front door", "Not recorded / 没有录像 (unreachable)")
    show(hub.camera, recording_status=RecorderState.RECORDING, recording_error=None)
    await hass.async_block_till_done()
    assert noted[1].data["message"] == "Recorded again / 录像已恢复"
    assert noted[1].data["notification_id"] == noted[0].data["notification_id"]
