"""What language models and sentences are told of the cameras: from rows, of exposed cameras, to those who may hear."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.components import conversation
from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers.llm import LLM_API_ASSIST, LLMContext, ToolInput, ToolResult
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.llm import async_get_tools
from custom_components.mycamera.recording.retention.coverage import Coverage
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.web.answers import Period

from .stand_in import NOON, show
from .surfaces import FRONT, YARD, SurfaceHub, loaded_surfaces


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path, freezer: FrozenDateTimeFactory) -> AsyncIterator[SurfaceHub]:
    """Load a hub at two in the afternoon, with the front door exposed to Assist, where two were seen."""
    freezer.move_to(NOON + timedelta(hours=2))
    await hass.config.async_set_time_zone("UTC")
    assert await async_setup_component(hass, "homeassistant", {})
    async with loaded_surfaces(hass, tmp_path) as loaded:
        async_expose_entity(hass, "conversation", "camera.front_door", True)
        async_expose_entity(hass, "conversation", "camera.yard", False)
        await loaded.add_person(FRONT, "red", 600, caption="A man in a red coat", caption_zh="穿红色外套的男子")
        await loaded.add_person(FRONT, "blue", -86400, caption="A woman in blue", caption_zh="穿蓝色衣服的女子")
        await loaded.add_person(YARD, "yard", 900, caption="A man with a dog", caption_zh="牵狗的男子")
        yield loaded


def context(user: MockUser | None = None, language: str = "en") -> LLMContext:
    return LLMContext(
        platform="test",
        context=Context(user_id=user.id) if user else None,
        language=language,
        assistant="conversation",
        device_id=None,
    )


@dataclass
class Answer:
    """What a tool answers."""

    data: Any
    error: bool


async def use(hass: HomeAssistant, name: str, *, asking: LLMContext | None = None, **args: Any) -> Answer:
    """Have a tool answer."""
    asking = asking or context()
    offered = async_get_tools(hass, asking, LLM_API_ASSIST)
    assert offered is not None
    tool = next(tool for tool in offered.tools if tool.name == f"mycamera__{name}")
    result = await tool.async_call(hass, ToolInput(tool_name=tool.name, tool_args=args), asking)
    assert isinstance(result, ToolResult)
    return Answer(data=result.data, error=result.error)


async def test_who_was_seen(hass: HomeAssistant, hub: SurfaceHub) -> None:
    result = await use(hass, "find_persons", period="today")
    assert not result.error
    assert result.data["appearances"] == 1, "the yard is not exposed"
    assert result.data["newest"] == [
        {
            "camera": "Front door",
            "first_seen": "2026-11-22T12:10:00+00:00",
            "last_seen": "2026-11-22T12:10:08+00:00",
            "description": "A man in a red coat",
            "zones": [],
        }
    ]
    week = await use(hass, "find_persons", period="last_7_days", asking=context(language="zh-Hans"))
    assert [person["description"] for person in week.data["newest"]] == ["穿红色外套的男子", "穿蓝色衣服的女子"]
    blue = await use(hass, "find_persons", period="last_7_days", text="blue", camera="Front door")
    assert blue.data["appearances"] == 1
    nobody = await use(hass, "find_persons", period="last_hour")
    assert (nobody.data["appearances"], nobody.data["newest"]) == (0, [])


async def test_how_cameras_are(hass: HomeAssistant, hub: SurfaceHub) -> None:
    await hub.add_gap(FRONT, 60, "unreachable")
    camera = hub.cameras[FRONT]
    show(camera, persons=2, persons_today=1, coverage=Coverage(recorded=90, missing=10, unknown=0, before=0, gaps=1))
    result = await use(hass, "camera_state")
    (told,) = result.data["cameras"]
    assert told == {
        "camera": "Front door",
        "persons_there_now": 2,
        "somebody_is_there_now": True,
        "persons_today": 1,
        "last_person": {
            "camera": "Front door",
            "first_seen": "2026-11-22T12:10:00+00:00",
            "last_seen": "2026-11-22T12:10:08+00:00",
            "description": "A man in a red coat",
            "zones": [],
        },
        "recorded_now": True,
        "recording_problem": None,
        "recorded_of_last_day_percent": 90.0,
        "times_without_recording_in_last_day": [
            {"from": "2026-11-22T13:00:00+00:00", "until": "2026-11-22T13:00:30+00:00", "cause": "unreachable"}
        ],
    }
    show(camera, persons=None, coverage=None, recording_status=RecorderState.UNREACHABLE, recording_error="no answer")
    (told,) = (await use(hass, "camera_state", camera="Front door")).data["cameras"]
    assert told["somebody_is_there_now"] is None
    assert (told["recorded_now"], told["recording_problem"]) == (False, "unreachable")


async def test_an_error_is_never_nobody(hass: HomeAssistant, hub: SurfaceHub) -> None:
    hub.take_database_away()
    for result in (await use(hass, "find_persons", period="today"), await use(hass, "camera_state")):
        assert result.error
        assert set(result.data) == {"error"}
    tool = async_get_tools(hass, context(), LLM_API_ASSIST)
    assert tool is not None
    await hass.config_entries.async_unload(hub.entry.entry_id)
    late = await tool.tools[0].async_call(hass, ToolInput(tool_name="", tool_args={}), context())
    assert isinstance(late, ToolResult)
    assert late.error
    assert async_get_tools(hass, context(), LLM_API_ASSIST) is None


async def test_who_may_ask(hass: HomeAssistant, hub: SurfaceHub) -> None:
    assert async_get_tools(hass, context(), "another") is None
    stranger = MockUser(name="Guest").add_to_hass(hass)
    stranger.mock_policy({"entities": {"entity_ids": {"camera.yard": True}}})
    assert (await use(hass, "find_persons", period="today", asking=context(stranger))).error
    async_expose_entity(hass, "conversation", "camera.yard", True)
    seen = await use(hass, "find_persons", period="today", asking=context(stranger))
    assert [person["camera"] for person in seen.data["newest"]] == ["Yard"]
    await hass.auth.async_remove_user(stranger)
    assert (await use(hass, "find_persons", period="today", asking=context(stranger))).error, "a user no more"
    for entity_id in ("camera.front_door", "camera.yard"):
        async_expose_entity(hass, "conversation", entity_id, False)
    assert async_get_tools(hass, context(), LLM_API_ASSIST) is None


@pytest.mark.parametrize(
    ("period", "since", "until"),
    [
        (Period.LAST_HOUR, "2026-11-22T13:00", "2026-11-22T14:00"),
        (Period.MORNING, "2026-11-22T05:00", "2026-11-22T12:00"),
        (Period.AFTERNOON, "2026-11-22T12:00", "2026-11-22T18:00"),
        (Period.TODAY, "2026-11-22T00:00", "2026-11-22T14:00"),
        (Period.YESTERDAY, "2026-11-21T00:00", "2026-11-22T00:00"),
        (Period.LAST_NIGHT, "2026-11-21T20:00", "2026-11-22T06:00"),
        (Period.WEEK, "2026-11-15T14:00", "2026-11-22T14:00"),
        (Period.MONTH, "2026-10-23T14:00", "2026-11-22T14:00"),
    ],
)
async def test_periods(hass: HomeAssistant, period: Period, since: str, until: str) -> None:
    await hass.config.async_set_time_zone("Asia/Shanghai")
    now = datetime(2026, 11, 22, 14, tzinfo=dt_util.get_default_time_zone())
    bounds = [moment.isoformat(timespec="minutes").removesuffix("+08:00") for moment in period.bounds(now)]
    assert bounds == [since, until]


@pytest.fixture
async def assist(hass: HomeAssistant, hub: SurfaceHub) -> Hub:
    """Set Assist up, with the sentences taught."""
    assert await async_setup_component(hass, "conversation", {})
    await hass.async_block_till_done()
    return hub


async def say(hass: HomeAssistant, text: str, *, user: MockUser | None = None, language: str = "en") -> str:
    """Say something to Assist, and return what it answers."""
    result = await conversation.async_converse(
        hass, text, None, Context(user_id=user.id if user else None), language=language
    )
    speech: str = result.response.speech["plain"]["speech"]
    return speech


SEEN = "At Front door, people seen in that time: 1. The newest at 12:10: A man in a red coat"
SEEN_ZH = "这段时间Front door出现过 1 人次，最近一次是 12:10：穿红色外套的男子"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Who was at the front door this afternoon?", SEEN),
        ("who came to the front door today", SEEN),
        ("Was anybody at the Front door today", SEEN),
        ("who was at the front door", SEEN),
        ("Was somebody at the front door this morning?", "Nobody was seen at Front door in that time."),
        ("Who was last at the front door?", "The last person at Front door was there at 12:10: A man in a red coat"),
        ("Is anyone at the front door?", "No, nobody is at Front door now."),
        ("Is the front door being recorded?", "Yes, Front door is recorded."),
        ("今天下午谁来过Front door？", SEEN_ZH),
        ("今天有人来过Front door吗？", SEEN_ZH),
        ("谁来过Front door？", SEEN_ZH),
        ("Front door今天有谁来过", SEEN_ZH),
        ("Front door有人吗？", "没有，Front door现在没有人。"),
        ("Front door录像正常吗？", "是的，Front door正在录像。"),
        ("昨晚谁来过Front door", "这段时间没有人出现在Front door。"),
    ],
)
async def test_sentences(hass: HomeAssistant, assist: SurfaceHub, said: str, answer: str) -> None:
    assert await say(hass, said) == answer


async def test_cameras_with_chinese_names(hass: HomeAssistant, assist: SurfaceHub) -> None:
    subentry = assist.entry.subentries[FRONT]
    assist.cameras[FRONT].config = await _renamed(assist, FRONT, "门口")
    hass.config_entries.async_update_subentry(assist.entry, subentry, title="门口")
    await hass.async_block_till_done()
    assert await say(hass, "谁来过门口？") == "这段时间门口出现过 1 人次，最近一次是 12:10：穿红色外套的男子"
    assert await say(hass, "今天下午谁来过门口？") == "这段时间门口出现过 1 人次，最近一次是 12:10：穿红色外套的男子"
    assert await say(hass, "最后谁来过门口") == "门口最后出现的人是在 12:10：穿红色外套的男子"


async def _renamed(hub: SurfaceHub, camera_id: str, name: str) -> Any:
    return replace(hub.cameras[camera_id].config, name=name)


async def test_states_in_words(hass: HomeAssistant, assist: SurfaceHub) -> None:
    camera = assist.cameras[FRONT]
    show(camera, persons=2)
    assert await say(hass, "is anybody at the front door") == "Yes, people at Front door now: 2."
    show(camera, persons=None, recording_status=RecorderState.UNREACHABLE, recording_error="no answer")
    assert await say(hass, "is anybody at the front door") == "I do not know: Front door is not watched now."
    assert (await say(hass, "is the front door recorded")).startswith("No, Front door is not recorded now")
    camera.recording_enabled = False
    assert await say(hass, "is the front door recorded") == "The recording of Front door is switched off."
    assist.take_database_away()
    assert await say(hass, "who was at the front door") == "I cannot say: the history is not available now."


async def test_sentences_of_others_stay_theirs(hass: HomeAssistant, assist: SurfaceHub) -> None:
    """Neither a place that is no camera, nor one that is not exposed, is answered by us."""
    manager = conversation.get_agent_manager(hass)
    for said in ("who was at the meeting today", "who was in the yard today", "谁来过学校"):
        text = conversation.ConversationInput(
            text=said,
            context=Context(),
            conversation_id=None,
            device_id=None,
            satellite_id=None,
            language="en",
            agent_id="conversation.home_assistant",
        )
        assert manager.default_agent is not None
        assert await manager.default_agent.async_recognize_sentence_trigger(text) is None, said


async def test_sentences_go_with_the_hub(hass: HomeAssistant, assist: SurfaceHub) -> None:
    manager = conversation.get_agent_manager(hass)
    assert manager.trigger_sentences
    stranger = MockUser(name="Guest").add_to_hass(hass)
    stranger.mock_policy({"entities": {"entity_ids": {"camera.yard": True}}})
    answer = await say(hass, "who was at the front door", user=stranger)
    assert answer == "I know no such camera, or may not speak of it."
    await hass.config_entries.async_unload(assist.entry.entry_id)
    await hass.async_block_till_done()
    assert not manager.trigger_sentences
