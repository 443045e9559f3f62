"""Captions by Home Assistant's AI Task: a real entity of the real integration, attached pictures, and its limits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, override
from unittest.mock import patch

import pytest
from homeassistant.components import ai_task
from homeassistant.components.ai_task.const import DATA_COMPONENT
from homeassistant.components.conversation import ChatLog
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from custom_components.mycamera.database import CaptionStatus
from custom_components.mycamera.hub.captions import PERSON_MEDIA
from custom_components.mycamera.web.media_identifier import MediaIdentifier
from custom_components.mycamera.worker.protocol.configuration import Configure

from ...caption_house import CHINESE, ENGLISH, MODEL, CaptionHouse, caption_house, describing
from ...stand_in import CAMERA_ID
from ..scripted_worker import JPEG

pytestmark = pytest.mark.usefixtures("socket_enabled")

ENTITY = "ai_task.describer"
AI_ENGLISH = "A courier waits at the door."
AI_CHINESE = "一名快递员在门口等候。"
GOOD = {"caption_en": AI_ENGLISH, "caption_zh": AI_CHINESE}
AI_ONLY: dict[str, Any] = {"captioners": ["ai_task"], "ai_task_entity": ENTITY}
AI_FIRST: dict[str, Any] = {"captioners": ["ai_task", "worker"], "ai_task_entity": ENTITY}
WORKER_FIRST: dict[str, Any] = {"captioners": ["worker", "ai_task"], "ai_task_entity": ENTITY}


class Describer(ai_task.AITaskEntity):
    """Answers as the test says, and remembers what it was asked and shown."""

    _attr_name = "Describer"
    _attr_supported_features = (
        ai_task.AITaskEntityFeature.GENERATE_DATA | ai_task.AITaskEntityFeature.SUPPORT_ATTACHMENTS
    )

    def __init__(self, answer: Callable[[int], Any] = lambda _: GOOD) -> None:
        self.entity_id = ENTITY
        self.answer = answer
        self.tasks: list[ai_task.GenDataTask] = []
        self.shown: list[tuple[str, str, bytes]] = []

    @override
    async def _async_generate_data(self, task: ai_task.GenDataTask, chat_log: ChatLog) -> ai_task.GenDataTaskResult:
        self.tasks.append(task)
        for attachment in task.attachments or []:
            content = await self.hass.async_add_executor_job(attachment.path.read_bytes)
            self.shown.append((attachment.media_content_id, attachment.mime_type, content))
        data = self.answer(len(self.tasks))
        if isinstance(data, Exception):
            raise data
        return ai_task.GenDataTaskResult(conversation_id=chat_log.conversation_id, data=data)


async def employ(hass: HomeAssistant, describer: Describer) -> Describer:
    """Register the entity with AI Task."""
    for component in ("homeassistant", "media_source", "ai_task"):
        assert await async_setup_component(hass, component, {})
    await hass.data[DATA_COMPONENT].async_add_entities([describer])
    return describer


async def ask_again(house: CaptionHouse, event_id: str) -> dict[str, int]:
    counts: dict[str, int] = await house.generate_captions(event_id=event_id, force=True, wait=True)
    return counts


def test_pictures_are_named_as_the_media_source_names_them() -> None:
    assert PERSON_MEDIA.format("E1") == f"media-source://mycamera/{MediaIdentifier(event_id='E1')}"


async def test_both_languages_while_the_worker_is_away(hass: HomeAssistant, tmp_path: Path) -> None:
    describer = await employ(hass, Describer())
    async with caption_house(hass, tmp_path, describing(), away=True, **AI_ONLY) as house:
        event_id = await house.add_person()
        house.hub.captions.wake()
        row = await house.until_row(event_id, CaptionStatus.DONE)
        await house.captioned(1)
    assert (row.caption, row.caption_zh) == (AI_ENGLISH, AI_CHINESE)
    assert (row.caption_source, row.caption_model, row.caption_error) == (ENTITY, ENTITY, None)
    assert row.caption_seconds is not None
    assert describer.shown == [(f"media-source://mycamera/person/{event_id}", "image/jpeg", JPEG)]
    [task] = describer.tasks
    assert "10% to 30% from its left edge and 20% to 80% from its top edge" in task.instructions
    assert task.structure is not None
    assert {str(key) for key in task.structure.schema} == {"caption_en", "caption_zh"}
    [(event, data)] = house.said
    assert (event, data["event_id"], data["caption_zh"]) == ("mycamera_caption", event_id, AI_CHINESE)


async def test_the_worker_is_spared_models_that_it_does_not_need(hass: HomeAssistant, tmp_path: Path) -> None:
    await employ(hass, Describer())
    async with caption_house(hass, tmp_path, describing(), **AI_ONLY) as house:
        await house.connected()
        [settings] = await house.worker.wait_heard(Configure)
        assert not settings.captioner.enabled


@pytest.mark.parametrize(
    ("order", "source"), [(AI_FIRST, ENTITY), (WORKER_FIRST, MODEL), ({"ai_task_entity": ENTITY}, MODEL)]
)
async def test_the_first_in_order_describes(
    hass: HomeAssistant, tmp_path: Path, order: dict[str, Any], source: str
) -> None:
    describer = await employ(hass, Describer())
    async with caption_house(hass, tmp_path, describing(), **order) as house:
        await house.connected()
        event_id = await house.add_person()
        house.hub.captions.wake()
        assert (await house.until_row(event_id, CaptionStatus.DONE)).caption_source == source
    assert (len(describer.tasks), len(house.described())) == ((1, 0) if source == ENTITY else (0, 1))


async def test_the_next_in_order_stands_in_for_a_worker_that_is_away(hass: HomeAssistant, tmp_path: Path) -> None:
    await employ(hass, Describer())
    async with caption_house(hass, tmp_path, describing(), away=True, **WORKER_FIRST) as house:
        event_id = await house.add_person()
        house.hub.captions.wake()
        assert (await house.until_row(event_id, CaptionStatus.DONE)).caption_source == ENTITY


async def test_the_next_in_order_takes_what_the_worker_cannot_describe(hass: HomeAssistant, tmp_path: Path) -> None:
    describer = await employ(hass, Describer())
    async with caption_house(hass, tmp_path, describing(["out_of_memory"] * 3), **WORKER_FIRST) as house:
        await house.connected()
        events = [await house.add_person() for _ in range(3)]
        house.hub.captions.wake()
        sources = [(await house.until_row(event_id, CaptionStatus.DONE)).caption_source for event_id in events]
    assert sources == [ENTITY] * 3
    assert len(describer.shown) == 3


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (HomeAssistantError("quota exceeded"), "quota exceeded"),
        ({"caption_en": "A man."}, "the answer has no caption_zh"),
        ({"caption_en": " \n", "caption_zh": AI_CHINESE}, "the answer has no caption_en"),
        ({"caption_en": 7, "caption_zh": AI_CHINESE}, "the answer has no caption_en"),
        ("A man.", "the answer has no caption_en"),
        (None, "the answer has no caption_en"),
    ],
)
async def test_a_failure_goes_to_the_next_or_to_the_row(
    hass: HomeAssistant, tmp_path: Path, answer: Any, error: str
) -> None:
    describer = await employ(hass, Describer(lambda _: answer))
    async with caption_house(hass, tmp_path, describing(["internal"]), **AI_FIRST) as house:
        await house.connected()
        event_id = await house.add_person(status=CaptionStatus.OFF)
        assert (await ask_again(house, event_id))["waiting"] == 1
        row = await house.row(event_id)
        assert row.caption_error == f"ai_task: {error}; worker: no"
        assert (row.caption, row.caption_status, row.caption_attempts) == ("A person, 5 s", CaptionStatus.PENDING, 1)
        assert row.caption_next_try is not None
        assert row.caption_next_try > dt_util.utcnow()
        assert (await ask_again(house, event_id))["captioned"] == 1
        row = await house.row(event_id)
        assert (row.caption, row.caption_zh, row.caption_error) == (ENGLISH, CHINESE, None)
    assert len(describer.tasks) == 2


async def test_texts_become_lines(hass: HomeAssistant, tmp_path: Path) -> None:
    await employ(hass, Describer(lambda _: {"caption_en": " A man\n waits. ", "caption_zh": "人" * 5000}))
    async with caption_house(hass, tmp_path, describing(), away=True, **AI_ONLY) as house:
        event_id = await house.add_person(status=CaptionStatus.OFF)
        assert (await ask_again(house, event_id))["captioned"] == 1
        row = await house.row(event_id)
        assert (row.caption, row.caption_zh) == ("A man waits.", "人" * 1000)


async def test_the_hourly_limit(hass: HomeAssistant, tmp_path: Path) -> None:
    describer = await employ(hass, Describer())
    async with caption_house(hass, tmp_path, describing(), away=True, **AI_ONLY, ai_task_limit=2) as house:
        events = [await house.add_person(ago=timedelta(minutes=minutes)) for minutes in (3, 2, 1)]
        house.hub.captions.wake()
        await house.until(lambda: "limit of 2 an hour" in str(house.hub.captions.blocked_reason))
        for event_id in events[1:]:
            await house.until_row(event_id, CaptionStatus.DONE)
        waiting = await house.row(events[0])
        assert (waiting.caption_status, waiting.caption_attempts) == (CaptionStatus.PENDING, 0)
        await house.until(lambda: "limit of 2" in str(hass.states.get("sensor.mycamera_pending_captions")))
        later = dt_util.utcnow() + timedelta(minutes=61)
        with patch("custom_components.mycamera.analysis.captions.ai_task_captioner.dt_util.utcnow", return_value=later):
            house.hub.captions.wake()
            await house.until_row(events[0], CaptionStatus.DONE)
    assert len(describer.tasks) == 3


async def test_the_hourly_limit_outlives_a_restart(
    hass: HomeAssistant, tmp_path: Path, hass_storage: dict[str, Any]
) -> None:
    describer = await employ(hass, Describer(lambda count: GOOD if count == 1 else HomeAssistantError("down")))
    async with caption_house(hass, tmp_path, describing(), away=True, **AI_ONLY, ai_task_limit=2) as house:
        for _ in range(2):
            await ask_again(house, await house.add_person(status=CaptionStatus.OFF))
        assert len(describer.tasks) == 2, "one that failed is paid for too"
        waiting = await house.add_person()
        assert await hass.config_entries.async_reload(house.entry.entry_id)
        await house.until(lambda: "limit of 2 an hour" in str(house.hub.captions.blocked_reason))

        def told() -> bool:
            state = hass.states.get("sensor.mycamera_pending_captions")
            return state is not None and state.attributes.get("reason") == "rate_limit"

        await house.until(told)  # with the first count of those who wait
        assert (await house.row(waiting)).caption_attempts == 0
    assert len(describer.tasks) == 2
    assert [len(asked) for asked in hass_storage["mycamera.ai_task"]["data"].values()] == [2]
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert "mycamera.ai_task" not in hass_storage


async def test_cameras_have_instructions_of_their_own(hass: HomeAssistant, tmp_path: Path) -> None:
    describer = await employ(hass, Describer())
    async with caption_house(
        hass, tmp_path, describing(), away=True, **AI_ONLY, ai_task_instructions="Which {company}?"
    ) as house:
        await ask_again(house, await house.add_person(status=CaptionStatus.OFF))
        subentry = house.entry.subentries[CAMERA_ID]
        own = {**subentry.data, "captions": {"ai_task_instructions": "看是不是快递员"}}
        hass.config_entries.async_update_subentry(house.entry, subentry, data=own)
        await house.until(lambda: house.hub.cameras[CAMERA_ID].config.options.instructions)
        await ask_again(house, await house.add_person(status=CaptionStatus.OFF))
    ends = [task.instructions.rpartition(": ")[2] for task in describer.tasks]
    assert ends == ["Which {company}?", "看是不是快递员"]


@pytest.mark.parametrize("passed", [timedelta(minutes=2), timedelta(days=-400)])
async def test_a_service_that_keeps_failing_is_left_alone(
    hass: HomeAssistant, tmp_path: Path, passed: timedelta
) -> None:
    """Its outage must not use up the attempts of every picture that waits. The clock may be set back meanwhile."""
    describer = await employ(hass, Describer(lambda count: HomeAssistantError("down") if count <= 3 else GOOD))
    async with caption_house(hass, tmp_path, describing(), away=True, **AI_ONLY) as house:
        events = [await house.add_person() for _ in range(5)]
        house.hub.captions.wake()
        await house.until(lambda: "failed 3 times" in str(hass.states.get("sensor.mycamera_pending_captions")))
        attempts = [(await house.until_row(event_id, CaptionStatus.PENDING)).caption_attempts for event_id in events]
        assert sorted(attempts) == [0, 0, 1, 1, 1]
        later = dt_util.utcnow() + passed
        with patch("custom_components.mycamera.analysis.captions.ai_task_captioner.dt_util.utcnow", return_value=later):
            house.hub.captions.wake()
            for event_id, tried in zip(events, attempts, strict=True):
                assert (await house.until_row(event_id, CaptionStatus.DONE)).caption_attempts == tried + 1
    assert len(describer.tasks) == 3 + 5


@pytest.mark.parametrize("set_up", [True, False])
async def test_without_the_entity_pictures_wait(hass: HomeAssistant, tmp_path: Path, set_up: bool) -> None:
    if set_up:
        await async_setup_component(hass, "homeassistant", {})
        assert await async_setup_component(hass, "ai_task", {})
    async with caption_house(hass, tmp_path, describing(), away=True, **AI_ONLY) as house:
        event_id = await house.add_person()
        house.hub.captions.wake()
        await hass.async_block_till_done()
        assert str(house.hub.captions.blocked_reason) == f"ai_task: {ENTITY} is not available"
        assert (await house.row(event_id)).caption_attempts == 0
        with (
            patch("custom_components.mycamera.hub.job_waiter.WAIT_WITHOUT_WORKER", 1.0),
            pytest.raises(HomeAssistantError) as failed,
        ):
            await house.generate_captions(wait=True)
        assert failed.value.translation_key == "captioners_unavailable"
