"""What users do by Home Assistant's own means: search, blueprints, triggers, Assist, actions, media.

They share the house of the whole way, or make one where only these are run.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import pytest_asyncio
from aiohttp import web

from scripts.demo.client import Message
from scripts.demo.flows import SUBENTRY_FLOWS, await_progress
from scripts.demo.home_assistant import ROOT
from scripts.demo.mycamera import cameras

from ..fake_onvif import LOOPBACK, FakeCamera, FakeStream
from .house import House

BLUEPRINTS = ROOT / "custom_components" / "mycamera" / "blueprints" / "automation"
GARDEN = "Garden"
PERSON_SECONDS = 180
"""Within which somebody walks through the demo's film, and is told of."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(lived_in: House) -> House:
    """MyCamera with a camera whose entities Assist may speak of."""
    await lived_in.client.command(
        "homeassistant/expose_entity",
        assistants=["conversation"],
        entity_ids=[lived_in.camera_keys["live"]],
        should_expose=True,
    )
    return lived_in


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def garden(house: House) -> AsyncIterator[dict[str, str]]:
    """The entities of a camera that was found in the network, by their keys."""
    place = f"rtsp://{LOOPBACK}:{house.camera.port}"
    # The demo camera's streams the other way round, so that they are another camera's. (Each address has to be one that
    # others use, too: for another one, were it by its query alone, the server takes the frames away from those.)
    streams = (
        FakeStream(f"{place}{house.camera.main_path}", 640, 480),
        FakeStream(f"{place}{house.camera.sub_path}", 768, 576),
    )
    login = {"username": house.camera.username, "password": house.camera.password}
    fake = FakeCamera(username=login["username"], password=login["password"], name=GARDEN, streams=streams)
    async with fake.serving():
        answers = {"port": fake.port, **login}
        flow = await house.client.post(SUBENTRY_FLOWS, {"handler": [house.entry_id, "camera"]})
        flow = await submit(house, flow, {"next_step_id": "search"})
        flow = await submit(house, flow, {"found": f"urn:uuid:{fake.endpoint}"})
        assert flow["step_id"] == "onvif_login"
        flow = await submit(house, flow, {**answers, "password": "of another camera"})
        assert flow["errors"] == {"password": "wrong_password"}
        assert len(fake.refused) == 1, "a wrong password is shown once"
        flow = await submit(house, flow, answers)
        assert (flow["step_id"], flow["description_placeholders"]["serial"]) == ("streams", fake.serial)
        flow = await submit(house, flow, {"main_stream": "0", "sub_stream": "1"})
        assert flow["step_id"] == "address"
        assert house.camera.password not in str(flow), "a password is never shown again"
        flow = await submit(house, flow, suggested(flow["data_schema"]))
        assert flow["type"] == "create_entry", flow
        assert len(fake.refused) == 1
    known = await cameras(house.client, house.entry_id)
    camera_id = next(camera_id for camera_id, name in known.items() if name == GARDEN)
    keys = await house.wait_entities(camera_id)
    await house.client.call_action("switch", "turn_off", {"entity_id": keys["detection"]})
    yield keys
    await house.client.command("config_entries/subentries/delete", entry_id=house.entry_id, subentry_id=camera_id)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def website() -> AsyncIterator[str]:
    """The address at which our blueprints are, as on the web."""

    async def blueprint(request: web.Request) -> web.Response:
        return web.Response(text=(BLUEPRINTS / request.match_info["name"]).read_text())

    app = web.Application()
    app.router.add_get("/{name}", blueprint)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, LOOPBACK, 0).start()
    yield f"http://{LOOPBACK}:{runner.addresses[0][1]}"
    await runner.cleanup()


async def submit(house: House, flow: Message, answers: Message) -> Message:
    """Answer to a step, and wait where it takes its time."""
    flow = await house.client.post(f"{SUBENTRY_FLOWS}/{flow['flow_id']}", answers)
    while flow["type"] in {"progress", "progress_done"}:
        flow = await await_progress(house.client, SUBENTRY_FLOWS, flow["flow_id"])
    return flow


def suggested(schema: list[Message]) -> Message:
    """Return what a form is filled in with beforehand."""
    filled: Message = {}
    for field in schema:
        if field.get("type") == "expandable":
            filled[field["name"]] = suggested(field["schema"])
        elif (value := (field.get("description") or {}).get("suggested_value", field.get("default"))) is not None:
            filled[field["name"]] = value
    return filled


async def automate(house: House, name: str, **config: Any) -> str:
    """Store an automation as the editor does, and return its entity; it is in force and has no fault."""
    await house.client.post(f"/api/config/automation/config/{name}", {"alias": name, **config})

    async def is_on() -> bool:
        state = (await house.client.states()).get(f"automation.{name}")
        return state is not None and state["state"] == "on"

    await house.eventually(is_on, f"the automation {name} is in force", 30)
    return f"automation.{name}"


async def fired(house: House, event_type: str) -> list[Message]:
    """Return the list to which each event of a type is added from now on, with what it tells."""
    heard: list[Message] = []
    await house.client.subscribe_events(event_type, lambda event: heard.append(event["data"]))
    return heard


def event(event_type: str, **told: str) -> list[Message]:
    """Return actions that fire an event, so that it can be seen that they were run, and with what."""
    return [{"event": event_type, "event_data": told}]


async def test_a_camera_is_found_in_the_network_and_recorded(house: House, garden: dict[str, str]) -> None:
    async def is_recorded() -> bool:
        return bool((await house.client.states())[garden["recording_status"]]["state"] == "recording")

    await house.eventually(is_recorded, "the camera that was found is recorded", 60)
    devices = await house.client.command("config/device_registry/list")
    assert [device["serial_number"] for device in devices if device["name"] == GARDEN] == ["SN0815"]


async def test_blueprints_are_imported_and_run(house: House, garden: dict[str, str], website: str) -> None:
    inputs: dict[str, Message] = {
        "notify_person": {
            "also": event("told_person", title="{{ title }}", message="{{ message | trim }}", url="{{ picture_url }}"),
            "address": house.client.url,
            "cameras": [house.camera_keys["live"]],
        },
        "lights": {
            "sensors": [house.camera_keys["person"]],
            "lights": [garden["detection"]],  # a switch that is off
            "only_dark": False,
        },
        "lingering": {
            "sensors": [house.camera_keys["person"]],
            "patience": {"seconds": 1},
            "tell": event("told_lingering", message="{{ message }}", place="{{ place }}"),
        },
        "recap": {"tell": event("told_recap", message="{{ message }}", appearances="{{ appearances }}")},
        "recording_problem": {
            "where": {"entity_id": [garden["recording_problem"]]},
            "patience": {"seconds": 1},
            "tell": event("told_problem", failed="{{ failed }}", camera="{{ camera }}", message="{{ message }}"),
        },
    }
    assert {f"{name}.yaml" for name in inputs} == {path.name for path in BLUEPRINTS.iterdir()}
    persons, lingering, recaps, problems = [
        await fired(house, f"told_{what}") for what in ("person", "lingering", "recap", "problem")
    ]
    made: dict[str, str] = {}
    began = datetime.now(UTC)
    for name, answers in inputs.items():
        imported = await house.client.command("blueprint/import", url=f"{website}/{name}.yaml")
        assert imported["validation_errors"] is None
        path = f"{imported['suggested_filename']}.yaml"
        source = imported["blueprint"]["metadata"]["source_url"]
        await house.client.command(
            "blueprint/save", domain="automation", path=path, yaml=imported["raw_data"], source_url=source
        )
        made[name] = await automate(house, name, use_blueprint={"path": path, "input": answers})

    # In the film there is always somebody, and an automation waits for somebody to come.
    async def nobody_is_there() -> bool:
        return bool((await house.state("person"))["state"] != "on")

    await house.client.call_action("switch", "turn_off", {"entity_id": house.camera_keys["detection"]})
    await house.eventually(nobody_is_there, "nobody is watched any more", 60)
    await house.client.call_action("switch", "turn_on", {"entity_id": house.camera_keys["detection"]})

    async def is_told() -> bool:
        lit = (await house.client.states())[garden["detection"]]
        return bool(persons and lingering and lit["state"] == "on")

    await house.eventually(is_told, "a person is told of, lingers, and has the light on", PERSON_SECONDS)
    assert (persons[0]["title"], "person" in persons[0]["message"].lower()) == ("Front door", True)
    picture = urlsplit(persons[0]["url"])
    answer = await house.client.fetch(f"{picture.path}?{picture.query}", authenticated=False)
    assert (answer.status, answer.content_type) == (HTTPStatus.OK, "image/jpeg")
    assert lingering[0]["message"].startswith("Somebody lingers / 有人逗留: ")

    await house.client.call_action("automation", "trigger", {"entity_id": made["recap"], "skip_condition": True})

    async def is_recapped() -> bool:
        return bool(recaps)

    await house.eventually(is_recapped, "what happened is told", 30)
    assert int(recaps[0]["appearances"]) > 0
    assert "Front door" in recaps[0]["message"]

    async def has_failed() -> bool:
        return any(told["failed"] is True for told in problems)

    await house.camera.tell("refuse")
    try:
        await house.camera.tell("drop")
        await house.eventually(has_failed, "the problem is told", 90)
    finally:
        await house.camera.tell("accept")

    async def has_resumed() -> bool:
        return any(told["failed"] is False for told in problems)

    await house.client.call_action("button", "press", {"entity_id": garden["reconnect"]})
    await house.eventually(has_resumed, "the end of the problem is told", 90)
    assert {told["camera"] for told in problems} == {GARDEN}
    assert all("/ " in told["message"] for told in problems)
    for name, entity_id in made.items():
        state = (await house.client.states())[entity_id]
        assert datetime.fromisoformat(state["attributes"]["last_triggered"]) > began, name
        await house.client.request("DELETE", f"/api/config/automation/config/{name}")
    await house.reaches("recording_status", "recording", 90)


async def test_triggers_and_conditions_by_name(house: House) -> None:
    told = await fired(house, "told_by_trigger")
    await automate(
        house,
        "by_name",
        triggers=[{"trigger": "mycamera.person_appeared", "target": {"entity_id": house.camera_keys["person_event"]}}],
        conditions=[
            {
                "condition": "mycamera.somebody_is_there",
                "target": {"entity_id": house.camera_keys["person"]},
                "options": {"behavior": "any"},
            }
        ],
        actions=event("told_by_trigger", caption="{{ trigger.to_state.attributes.caption }}"),
    )

    async def is_told() -> bool:
        return bool(told)

    await house.eventually(is_told, "a person starts an automation", PERSON_SECONDS)
    assert told[0]["caption"]
    await house.client.request("DELETE", "/api/config/automation/config/by_name")


async def test_assist_answers_in_both_languages(house: House) -> None:
    said = {
        "who was at the front door in the last hour?": "people seen in that time",
        "最近一小时谁来过Front door？": "人次",
        "is the front door recorded?": "recorded",
        "Front door录像正常吗？": "正在录像",
    }
    for text, answered in said.items():
        answer = await house.client.command("conversation/process", text=text, language="en")
        speech = answer["response"]["speech"]["plain"]["speech"]
        assert answered in speech, (text, speech)


async def test_a_language_model_is_answered(house: House) -> None:
    async def ask(tool: str, **arguments: str) -> Message:
        data = {"tool": f"mycamera__{tool}", "arguments": arguments}
        answer = dict(await house.client.call_action("asking_model", "ask", data, respond=True))
        assert {"mycamera__find_persons", "mycamera__camera_state"} <= set(answer["tools"])
        assert not answer["error"], answer
        return dict(answer["data"])

    seen = await ask("find_persons", camera="Front door", period="last_hour")
    assert seen["appearances"] > 0
    assert seen["newest"][0]["camera"] == "Front door"
    (state,) = (await ask("camera_state", camera="Front door"))["cameras"]
    assert (state["camera"], state["recorded_now"]) == ("Front door", True)


async def test_actions_answer(house: House) -> None:
    async def call(action: str, **data: Any) -> Message:
        where = {"entity_id": house.camera_keys["live"]}
        return dict(await house.client.call_action("mycamera", action, data, target=where, respond=True))

    (picture,) = (await call("take_snapshot"))["pictures"]
    answer = await house.client.fetch(picture["picture_url"], authenticated=False)
    assert (answer.status, answer.body[:2]) == (HTTPStatus.OK, b"\xff\xd8")
    (marked,) = (await call("mark_event", text="The parcel was taken"))["events"]
    found = (await call("search_detections", last="00:10:00", text="parcel"))["persons"]
    assert [person["event_id"] for person in found] == [marked["event_id"]]
    assert found[0]["media_content_id"] == f"media-source://mycamera/person/{marked['event_id']}"
    recap = await call("recap", last="24:00:00", language="zh-Hans")
    assert recap["source"] == "factual"
    assert "共有" in recap["text"]


async def test_recordings_are_browsed_and_played_in_ranges(house: House) -> None:
    place, depth = "media-source://mycamera", 0
    while True:
        folder = await house.client.command("media_source/browse_media", media_content_id=place)
        wanted = ("Front door", "Recordings")
        entry = next(
            (child for child in folder["children"] if depth >= len(wanted) or child["title"] == wanted[depth]), None
        )
        assert entry is not None, folder
        place, depth = entry["media_content_id"], depth + 1
        if entry["can_play"]:
            break
    played = await house.client.command("media_source/resolve_media", media_content_id=place)
    answer = await house.client.fetch(played["url"], headers={"Range": "bytes=4-7"}, authenticated=False)
    assert (answer.status, answer.body) == (HTTPStatus.PARTIAL_CONTENT, b"ftyp")


async def test_what_makes_no_sense_is_refused_in_words(house: House) -> None:
    for action, data in (
        ("search_detections", {"last": {"days": 999_999}}),  # before all calendars
        ("recap", {"since": "2999-01-01T00:00:00+00:00"}),
        ("export_clip", {"last": {"minutes": 1}}),  # of which camera?
    ):
        path = f"/api/services/mycamera/{action}?return_response"
        answer = await house.client.fetch(path, method="POST", json=data)
        assert answer.status == HTTPStatus.BAD_REQUEST, (action, answer)
