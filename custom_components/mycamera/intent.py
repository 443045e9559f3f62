"""Sentences that Assist understands without a language model: who was at a camera, who is there, was it recorded.

They name the cameras that are exposed to Assist, in English and in Chinese, and change with them. A sentence that names
no camera is none of ours: it goes on to whoever understands it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from homeassistant.components.conversation import DOMAIN as CONVERSATION_DOMAIN
from homeassistant.components.conversation import ConversationInput, get_agent_manager
from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry, ConfigEntryChange
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.translation import async_get_translations
from homeassistant.setup import async_when_setup
from homeassistant.util import dt as dt_util

from .const import DOMAIN
from .database import DatabaseError
from .hub.camera import CameraRuntime
from .hub.hub import Hub
from .web.access import async_loaded_hub
from .web.answers import Period, async_assistants_cameras, async_exposed_cameras, async_seen, caption_in

if TYPE_CHECKING:
    from hassil.recognize import RecognizeResult


class Question(StrEnum):
    """What can be asked of a camera without a time."""

    THERE = "there"
    LAST = "last"
    RECORDED = "recorded"


PERIODS: Final[dict[Period, str]] = {
    Period.LAST_HOUR: "((in|during) the last hour|(最近|过去)[的](一|1)[个]小时)",
    Period.MORNING: "([in] (the|this) morning|(今天|今)(早|早上|上午))",
    Period.AFTERNOON: "([in] (the|this) afternoon|(今天|今)下午)",
    Period.TODAY: "(today|今天)",
    Period.YESTERDAY: "(yesterday|昨天)",
    Period.LAST_NIGHT: "((last night|during the night)|(昨晚|昨天晚上|昨夜|夜里))",
    Period.WEEK: "((in|during) the last (week|7 days)|(最近|过去)(一周|7天|七天))",
}
"""How a time is said; the templates of sentences as Home Assistant's triggers take them."""
_SEEN: Final = (
    "who (was|came|has been) [(at|to|in front of|in)] [the] {names} {period}",
    "(was|has been) (anybody|anyone|somebody|someone) [(at|in front of|in)] [the] {names} {period}",
    "{period}[都](谁|有谁|有人|哪些人)(来过|到过|去过|经过)[了]{names}[吗]",
    "{names}{period}[都](谁|有谁|有人|哪些人)(来过|来|到过|经过)[了|吗]",
    "(谁|有谁|有人){period}(来过|到过|去过|经过){names}[吗]",
)
_SEEN_TODAY: Final = (
    "who (was|has been) [(at|in front of|in)] [the] {names}",
    "(谁|有谁|有人)(来过|到过|去过|经过){names}[吗]",
    "{names}(谁|有谁|有人)(来过|到过|经过)[吗]",
)
_ASKED: Final[dict[Question, tuple[str, ...]]] = {
    Question.THERE: (
        "is (anybody|anyone|somebody|someone) [(at|in front of|in)] [the] {names} [(now|right now)]",
        "who is [(at|in front of|in)] [the] {names} [(now|right now)]",
        "[现在]{names}[现在](有人|有没有人|有谁)[在][吗]",
    ),
    Question.LAST: (
        "(who was last|who was the last person|when was somebody last) [(at|in front of|in)] [the] {names}",
        "(最后|上次|最近)[是](谁|什么时候有人)(来过|到过|来|到|经过){names}",
        "{names}(最后|上次)(来的是谁|是谁来[的|过]|什么时候有人来过)",
    ),
    Question.RECORDED: (
        "(is|was) [the] {names} [being] recorded",
        "(did|does|is) the recording of [the] {names} (fail|failing|work|working)",
        "{names}[的](录像正常|在录像|录像有问题|录像有没有问题)[吗]",
    ),
}
_SPECIAL: Final = re.compile(r"[\[\](){}<>|:;\\]")


@dataclass(frozen=True, slots=True)
class _Sentence:
    templates: tuple[str, ...]
    asked: Period | Question


def _sentences(names: list[str]) -> Iterator[_Sentence]:
    """Yield what can be said of cameras of these names."""
    spoken = [name for name in dict.fromkeys(map(spoken_name, names)) if name]
    if not spoken:
        return
    alternatives = f"({'|'.join(spoken)})"
    for period, said in PERIODS.items():
        yield _Sentence(tuple(form.format(names=alternatives, period=said) for form in _SEEN), period)
    yield _Sentence(tuple(form.format(names=alternatives) for form in _SEEN_TODAY), Period.TODAY)
    for question, forms in _ASKED.items():
        yield _Sentence(tuple(form.format(names=alternatives) for form in forms), question)


def spoken_name(name: str) -> str:
    """Return a camera's name without what means something in a sentence's template."""
    return " ".join(_SPECIAL.sub(" ", name).split())


async def async_setup_intents(hass: HomeAssistant) -> None:
    """Teach Assist the sentences as soon as it is there, and whenever the cameras change."""
    taught = _Taught(hass)

    async def begin(_hass: HomeAssistant, _component: str) -> None:
        async_dispatcher_connect(hass, SIGNAL_CONFIG_ENTRY_CHANGED, taught.entry_changed)
        taught.look()

    async_when_setup(hass, CONVERSATION_DOMAIN, begin)


class _Taught:
    """The sentences that Assist knows now."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._hub: Hub | None = None
        self._names: list[str] = []
        self._leave_hub: Callable[[], None] | None = None
        self._forget: list[CALLBACK_TYPE] = []

    @callback
    def entry_changed(self, _change: ConfigEntryChange, entry: ConfigEntry[Any]) -> None:
        """Look where the entry is ours."""
        if entry.domain == DOMAIN:
            self.look()

    @callback
    def look(self) -> None:
        """Teach other sentences where there are other cameras."""
        hub = async_loaded_hub(self._hass)
        if hub is not self._hub:
            if self._leave_hub:
                self._leave_hub()
            self._hub = hub
            self._leave_hub = hub.changes.subscribe(self.look) if hub else None
        names = (
            [
                hub.cameras[camera_id].name
                for camera_id in async_assistants_cameras(self._hass, hub, CONVERSATION_DOMAIN)
            ]
            if hub
            else []
        )
        if names == self._names:
            return
        self._names = names
        while self._forget:
            self._forget.pop()()
        manager = get_agent_manager(self._hass)
        for sentence in _sentences(names):
            self._forget.append(
                manager.register_trigger(
                    sentences=list(sentence.templates), trigger_callback=self._answerer(sentence.asked)
                )
            )

    def _answerer(self, asked: Period | Question) -> Callable[[ConversationInput, RecognizeResult], Any]:
        async def answer(user_input: ConversationInput, _result: RecognizeResult) -> str | None:
            return await async_answer(self._hass, user_input, asked)

        return answer


async def async_answer(hass: HomeAssistant, user_input: ConversationInput, asked: Period | Question) -> str:
    """Answer in the language in which it was asked; an error is never the answer that nobody was there."""
    language = "zh-Hans" if _is_chinese(user_input.text) else "en"
    key, values = await _answer(hass, user_input, asked, language)
    texts = await async_get_translations(hass, language, "common", {DOMAIN})
    return texts[f"component.{DOMAIN}.common.answer_{key}"].format_map(values)


async def _answer(
    hass: HomeAssistant, user_input: ConversationInput, asked: Period | Question, language: str
) -> tuple[str, dict[str, Any]]:
    """Return which text answers, and what is filled into it."""
    if (hub := async_loaded_hub(hass)) is None:
        return "not_loaded", {}
    cameras = await async_exposed_cameras(hass, hub, assistant=CONVERSATION_DOMAIN, user_id=user_input.context.user_id)
    said = user_input.text.casefold()
    named = [camera for camera in cameras.values() if spoken_name(camera.name).casefold() in said]
    if not named:
        return "no_camera", {}
    # The longest: "gate" is in "back gate", too.
    camera = max(named, key=lambda camera: len(camera.name))
    values: dict[str, Any] = {"camera": camera.name, "count": camera.state.persons}
    if asked in {Question.THERE, Question.RECORDED}:
        return _state_key(camera, asked), values
    try:
        if isinstance(asked, Period):
            since, until = asked.bounds(dt_util.now())
            seen = await async_seen(hub, [camera.camera_id], since, until)
            person, values["count"] = next(iter(seen.persons), None), seen.count
        else:
            person = await hub.database.latest_detection(camera.camera_id)
    except DatabaseError:
        return "no_history", {}
    if person is None:
        return "nobody_seen" if isinstance(asked, Period) else "nobody_ever", values
    values |= {"time": _time(person.first_seen), "caption": caption_in(language, person.caption, person.caption_zh)}
    return "seen" if isinstance(asked, Period) else "last", values


def _state_key(camera: CameraRuntime, asked: Period | Question) -> str:
    if asked is Question.THERE:
        if camera.state.persons is None:
            return "not_watched"
        return "somebody_there" if camera.state.persons else "nobody_there"
    if not camera.recording_enabled:
        return "recording_off"
    return "recorded" if camera.state.problem is None else "not_recorded"


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text) and not re.search(r"\b(who|is|was|did)\b", text)


def _time(moment: Any) -> str:
    """Return a moment as it is said: its date only where that is not today's."""
    local = dt_util.as_local(moment)
    return f"{local:%H:%M}" if local.date() == dt_util.now().date() else f"{local:%Y-%m-%d %H:%M}"
