"""Words that are suggested for searching: what descriptions have, of those whom the user may see."""

from __future__ import annotations

import pytest
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from ..surfaces import FRONT, YARD, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")

PEOPLE = (
    (FRONT, "A man in a red coat walks right", "一名穿红色外套的男子向右走"),
    (FRONT, "A man in a RED jacket stands", "一名穿红色夹克的男子站着"),
    (YARD, "A woman with a backpack, not credible", "一名背着背包的女子"),
    (FRONT, "A person appeared", ""),
)


async def fill(hub: SurfaceHub) -> None:
    for number, (camera_id, caption, caption_zh) in enumerate(PEOPLE):
        await hub.add_person(camera_id, f"e{number}", number, caption=caption, caption_zh=caption_zh)


async def test_the_words_that_descriptions_have_are_suggested_most_frequent_first(hub: SurfaceHub, ask: Ask) -> None:
    await fill(hub)
    answer = (await ask("suggestions"))["result"]
    counts = {language: {item["word"]: item["persons"] for item in answer[language]} for language in answer}
    assert [item["word"] for item in answer["english"]][:2] == ["man", "red"]
    assert counts["english"] == {
        "man": 2,
        "red": 2,
        **dict.fromkeys(("woman", "coat", "jacket", "backpack", "walks", "stands"), 1),
    }
    assert counts["chinese"]["红"] == 2
    assert counts["chinese"]["背包"] == 1
    # Each of them finds as many.
    for language, found in counts.items():
        for word, persons in found.items():
            listed = (await ask("detections", text=word))["result"]["items"]
            assert len(listed) == persons, (language, word)


async def test_words_that_all_have_tell_nobody_from_others(hub: SurfaceHub, ask: Ask) -> None:
    for number in range(4):
        colour = "red" if number else "blue"
        await hub.add_person(FRONT, f"e{number}", number, caption=f"A person in {colour} walks", caption_zh="")
    answer = (await ask("suggestions"))["result"]
    assert [item["word"] for item in answer["english"]] == ["red", "blue"]


async def test_nobody_hears_of_those_whom_they_may_not_see(
    hass: HomeAssistant, hub: SurfaceHub, hass_ws_client: WebSocketGenerator, only_front: MockUser
) -> None:
    await fill(hub)
    token = await hass.auth.async_create_refresh_token(only_front, client_id="https://panel.test/")
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(token))
    await client.send_json_auto_id({"type": "mycamera/suggestions"})
    words = {item["word"] for item in (await client.receive_json())["result"]["english"]}
    assert "red" in words
    assert not {"woman", "backpack"} & words
