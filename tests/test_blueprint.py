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
from homeassistant.core import HomeAssistant, ServiceCall, SupportsResponse
from homeassistant.helpers import device_registry as dr
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
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
        "messengers",
        "address",
        "also",
        "language",
        "cameras",
        "zones",
        "pause",
        "snooze",
        "snooze_for",
        "only_while",
        "nobody_home",
        "critical_dwell",
        "history",
    },
    "recording_problem": {"where", "patience", "tell"},
    "lights": {"sensors", "lights", "after", "only_dark", "only_while"},
    "lingering": {"sensors", "patience", "only_while", "nobody_home", "tell"},
    "recap": {"where", "at", "persons", "language", "ai_task", "quiet_days", "tell"},
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
    """Tell of a person, and of a caption once the phone has heard of it and the automation waits for one."""
    others = hass.bus.async_listeners().get("mycamera_caption", 0)
    hass.bus.async_fire("mycamera_person", person)
    async with asyncio.timeout(60):
        while not phone or hass.bus.async_listeners().get("mycamera_caption", 0) == others:
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


@pytest.mark.parametrize(
    ("address", "picture"),
    [("https://home.example.org/", "https://home.example.org/api/mycamera/snapshot/E1?authSig=x"), ("", "")],
)
async def test_messengers_and_actions_of_ones_own(
    hub: QuietHub, hass: HomeAssistant, address: str, picture: str
) -> None:
    sent = async_mock_service(hass, "notify", "send_message")
    own = async_mock_service(hass, "rest_command", "wecom")
    also = [{"action": "rest_command.wecom", "data": {"text": "{{ title }}: {{ message }} {{ picture_url }}"}}]
    messengers = ["notify.telegram", "notify.mail"]
    await use(hass, "notify_person", messengers=messengers, address=address, also=also, language="zh")
    hass.bus.async_fire("mycamera_person", {**PERSON, "picture_url": "/api/mycamera/snapshot/E1?authSig=x"})
    async with asyncio.timeout(60):
        while not own:
            await asyncio.sleep(0.01)
    [message], [action] = sent, own
    assert message.data == {
        "entity_id": messengers,
        "title": "Front door",
        "message": "\n".join(filter(None, ("一人", picture))),
    }
    assert action.data["text"].strip() == f"Front door: 一人 {picture}".strip()
    hass.bus.async_fire("mycamera_caption", {**PERSON, "caption_zh": "一个男人"})
    await hass.async_block_till_done()
    assert (len(sent), len(own)) == (1, 1)  # such a message cannot be replaced


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
    assert (noted[0].data["title"], noted[0].data["message"]) == ("Front door", "Not recorded / 没有录像 (Unreachable)")
    show(hub.camera, recording_status=RecorderState.RECORDING, recording_error=None)
    await hass.async_block_till_done()
    assert noted[1].data["message"] == "Recorded again / 录像已恢复"
    assert noted[1].data["notification_id"] == noted[0].data["notification_id"]


async def test_a_snooze(hub: QuietHub, hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    assert await async_setup_component(hass, "timer", {"timer": {"quiet": {}}})
    hass.states.async_set("binary_sensor.gate", "on", {"zone_id": "gate"})
    phone = await automate(
        hass,
        zones=["binary_sensor.gate"],
        snooze="timer.quiet",
        snooze_for={"minutes": 90},
        critical_dwell=True,
    )
    hass.bus.async_fire("mycamera_zone", ZONE)
    await hass.async_block_till_done()
    button = phone[0].data["data"]["actions"][1]
    assert button["title"] == "Snooze"

    async def told(event: str, data: dict[str, Any]) -> int:
        phone.clear()
        hass.bus.async_fire(event, data)
        await hass.async_block_till_done()
        return len(phone)

    assert await told("mobile_app_notification_action", {"action": "OF_ANOTHER"}) == 0
    assert hass.states.is_state("timer.quiet", "idle")
    assert await told("mobile_app_notification_action", {"action": button["action"]}) == 0
    assert hass.states.is_state("timer.quiet", "active")
    assert await told("mycamera_zone", ZONE) == 0
    assert await told("mycamera_zone", {**ZONE, "kind": "dwell"}) == 1, "an alarm is not snoozed"
    freezer.tick(90 * 60 + 1)
    async_fire_time_changed(hass)
    await hass.async_block_till_done()
    assert hass.states.is_state("timer.quiet", "idle")
    assert await told("mycamera_zone", ZONE) == 1


async def test_without_a_timer_there_is_no_snooze(hub: QuietHub, hass: HomeAssistant) -> None:
    hass.states.async_set("binary_sensor.gate", "on", {"zone_id": "gate"})
    phone = await automate(hass, zones=["binary_sensor.gate"])
    hass.bus.async_fire("mobile_app_notification_action", {"action": "MYCAMERA_SNOOZE_"})
    hass.bus.async_fire("mycamera_zone", ZONE)
    await hass.async_block_till_done()
    assert [action["title"] for action in phone[0].data["data"]["actions"]] == ["Open the recording"]


PERSON_SENSOR = "binary_sensor.front_door_person"


@pytest.fixture
async def yard(hub: QuietHub, hass: HomeAssistant) -> QuietHub:
    """Give the house two lamps, one of which is on, and a night; nobody is before the camera."""
    lamps = {"porch": {}, "lamp": {"initial": True}, "holidays": {"initial": True}}
    assert await async_setup_component(hass, "input_boolean", {"input_boolean": lamps})
    assert await async_setup_component(hass, "homeassistant", {})
    hass.states.async_set("sun.sun", "below_horizon")
    show(hub.camera, watching=True, persons=0)
    await hass.async_block_till_done()
    assert hass.states.is_state(PERSON_SENSOR, "off")
    return hub


async def settle() -> None:
    """Let everything that can go on go on: an automation that waits for something is never done."""
    for _ in range(200):
        await asyncio.sleep(0)


async def pass_by(hass: HomeAssistant, freezer: FrozenDateTimeFactory, seconds: float) -> None:
    freezer.tick(seconds)
    async_fire_time_changed(hass)
    await settle()


async def come(hub: QuietHub, persons: int | None) -> None:
    show(hub.camera, watching=persons is not None, persons=persons)
    await settle()


async def test_lights(yard: QuietHub, hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    await use(
        hass,
        "lights",
        sensors=[PERSON_SENSOR],
        lights=["input_boolean.porch", "input_boolean.lamp"],
        after={"minutes": 2},
        only_while=["input_boolean.holidays"],
    )
    porch = "input_boolean.porch"
    await come(yard, 1)
    assert hass.states.is_state(porch, "on")
    await come(yard, 0)
    await pass_by(hass, freezer, 100)
    await come(yard, 2)
    await pass_by(hass, freezer, 60)
    assert hass.states.is_state(porch, "on"), "somebody came back"
    await come(yard, 0)
    await pass_by(hass, freezer, 60)
    assert hass.states.is_state(porch, "on"), "it is not long enough"
    await pass_by(hass, freezer, 61)
    assert hass.states.is_state(porch, "off")
    assert hass.states.is_state("input_boolean.lamp", "on"), "it was on before"
    for entity_id, state in (("sun.sun", "above_horizon"), ("input_boolean.holidays", "off")):
        before = hass.states.get(entity_id)
        assert before is not None
        hass.states.async_set(entity_id, state)
        await come(yard, 1)
        assert hass.states.is_state(porch, "off"), entity_id
        await come(yard, 0)
        hass.states.async_set(entity_id, before.state)


async def test_lights_of_a_camera_that_nobody_can_ask(
    yard: QuietHub, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    await use(
        hass, "lights", sensors=[PERSON_SENSOR], lights=["input_boolean.porch"], after={"seconds": 5}, only_dark=False
    )
    await come(yard, 1)
    await come(yard, None)
    assert hass.states.is_state(PERSON_SENSOR, "unavailable")
    await pass_by(hass, freezer, 500)
    assert hass.states.is_state("input_boolean.porch", "on"), "it is not known that nobody is there"
    for _ in range(2):  # the template is looked at each minute
        await pass_by(hass, freezer, 101)
    assert hass.states.is_state("input_boolean.porch", "off")


async def test_lingering(yard: QuietHub, hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    noted = async_mock_service(hass, "persistent_notification", "create")
    hass.states.async_set("person.ann", "home")
    await use(
        hass,
        "lingering",
        sensors=[PERSON_SENSOR],
        patience={"minutes": 2},
        nobody_home=True,
        only_while=["input_boolean.holidays"],
    )

    async def stay(seconds: float) -> int:
        noted.clear()
        await come(yard, 1)
        await pass_by(hass, freezer, seconds / 2)
        await come(yard, 2)  # somebody joins: it is the same stay
        await pass_by(hass, freezer, seconds / 2 + 1)
        await pass_by(hass, freezer, seconds)
        await come(yard, 0)
        return len(noted)

    assert await stay(130) == 0, "somebody is home"
    hass.states.async_set("person.ann", "not_home")
    hass.states.async_set("input_boolean.holidays", "off")
    assert await stay(130) == 0, "it is not the time"
    hass.states.async_set("input_boolean.holidays", "on")
    assert await stay(130) == 1
    assert noted[0].data["title"] == "Front door"
    assert noted[0].data["message"] == "Somebody lingers / 有人逗留: Front door Person"
    assert await stay(50) == 0


async def turn_off(hass: HomeAssistant) -> None:
    """End the automation, which waits for the next day."""
    await hass.services.async_call(AUTOMATION, "turn_off", {"entity_id": "automation.notify"}, blocking=True)


async def test_a_recap_each_day_and_of_an_absence(
    hub: QuietHub, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    noted = async_mock_service(hass, "persistent_notification", "create")
    answer = {"text": "Two people came by.", "appearances": 2}
    asked = async_mock_service(hass, DOMAIN, "recap", response=answer, supports_response=SupportsResponse.ONLY)
    freezer.move_to("2026-11-22 20:59:00-08:00")
    hass.states.async_set("person.ann", "home")
    device = dr.async_get(hass).async_get_device_by_identifier((DOMAIN, CAMERA_ID), hub.entry.entry_id)
    assert device is not None
    await use(
        hass,
        "recap",
        where={"device_id": [device.id]},
        persons=["person.ann"],
        language="zh-Hans",
        ai_task="ai_task.teller",
    )

    async def told(minutes: float, home: str | None = None) -> list[dict[str, Any]]:
        asked.clear()
        noted.clear()
        await pass_by(hass, freezer, minutes * 60)
        if home:
            hass.states.async_set("person.ann", home)
            await hass.async_block_till_done()
        return [dict(call.data) for call in asked]

    common = {"language": "zh-Hans", "ai_task_entity": "ai_task.teller", "device_id": [device.id]}
    assert await told(2) == [{**common, "last": "24:00:00"}]
    assert (noted[0].data["title"], noted[0].data["message"]) == ("摄像头摘要", "Two people came by.")
    assert await told(1, home="not_home") == []
    assert await told(59, home="home") == [], "it was not for long"
    left = dt_util.utcnow()
    assert await told(0, home="not_home") == []
    assert await told(61, home="home") == [{**common, "since": str(left)}]
    answer["appearances"] = 0
    await told(0, home="not_home")
    assert len(await told(61, home="home")) == 1
    assert not noted, "nothing to tell"
    await turn_off(hass)


async def test_a_recap_as_it_is_at_first(hub: QuietHub, hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    answer = {"text": "Nobody was seen", "appearances": 0}
    asked = async_mock_service(hass, DOMAIN, "recap", response=answer, supports_response=SupportsResponse.ONLY)
    noted = async_mock_service(hass, "persistent_notification", "create")
    freezer.move_to("2026-11-22 20:59:00-08:00")
    await use(hass, "recap", quiet_days=True)
    await pass_by(hass, freezer, 61)
    assert [dict(call.data) for call in asked] == [{"language": "en", "last": "24:00:00"}]
    assert noted[0].data["message"] == "Nobody was seen"
    await turn_off(hass)
