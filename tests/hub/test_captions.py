"""Captions from the row of a person to what users see; real database, scripted worker."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

import pytest
from homeassistant.config_entries import ConfigSubentry
from homeassistant.const import EVENT_STATE_CHANGED
from homeassistant.core import HomeAssistant, State
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_capture_events

from custom_components.mycamera.analysis.captions import caption_queue
from custom_components.mycamera.analysis.captions.caption_queue import CaptionOutcome
from custom_components.mycamera.const import EVENT_PROGRESS
from custom_components.mycamera.database import CaptionStatus, DatabaseUnavailable, DetectionRow
from custom_components.mycamera.worker.protocol.captions import Describe, Described
from custom_components.mycamera.worker.protocol.configuration import Configured
from custom_components.mycamera.worker.protocol.jobs import JobFailed
from custom_components.mycamera.worker.protocol.messages import ClientMessage

from ..analysis.scripted_worker import Answer, ScriptedWorker, polite
from ..caption_house import CHINESE, ENGLISH, MODEL, CaptionHouse, caption, caption_house, describing
from ..stand_in import camera_subentry

pytestmark = pytest.mark.usefixtures("socket_enabled")

HISTORY = timedelta(hours=3)


@pytest.fixture(autouse=True)
def _by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the queue look at the table when it is told to, and not also when a minute is full."""
    monkeypatch.setattr(caption_queue, "IDLE_LOOK", 3600)


async def together(house: CaptionHouse, count: int, **where: Any) -> list[str]:
    """Add persons who wait for nothing yet, so that whenever the queue looks it finds all of them or none."""
    return [await house.add_person(status=CaptionStatus.OFF, **where) for _ in range(count)]


async def begin(house: CaptionHouse, event_ids: list[str]) -> None:
    """Let these wait from now on, and have the queue look."""
    assert len(await house.hub.database.requeue_captions(event_ids=event_ids)) == len(event_ids)
    house.hub.captions.wake()


def outcomes(house: CaptionHouse) -> list[CaptionOutcome]:
    """Return how attempts end from now on: a row knows of it a moment before the queue goes on."""
    ended: list[CaptionOutcome] = []
    house.hub.captions.queue.outcomes.subscribe(ended.append)
    return ended


def told(ended: list[CaptionOutcome], count: int) -> bool:
    return len(ended) == count


def shown(hass: HomeAssistant, entity_id: str) -> State:
    found = hass.states.get(entity_id)
    assert found is not None, entity_id
    return found


async def test_a_better_caption_updates_the_same_event(
    hass: HomeAssistant, tmp_path: Path, hass_ws_client: Any
) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        client = await hass_ws_client(hass)
        await client.send_json_auto_id({"type": "mycamera/subscribe"})
        states = async_capture_events(hass, EVENT_STATE_CHANGED)
        await house.connected()
        await house.record()
        await house.until(lambda: len(house.said) == 2)

        (first, person), (second, caption) = house.said
        assert (first, second) == ("mycamera_person", "mycamera_caption")
        assert person["caption_source"] == "factual"
        # An address is signed anew, with the second in which that is done.
        signed = {"picture_url": person["picture_url"]}
        assert {**caption, **signed} == {**person, "caption": ENGLISH, "caption_zh": CHINESE, "caption_source": MODEL}
        assert caption["picture_url"].partition("?")[0] == person["picture_url"].partition("?")[0]
        assert caption["from_history"] is False

        told = [
            change.data["new_state"].attributes.get("event_type")
            for change in states
            if change.data["entity_id"] == "event.front_door_person_appeared"
        ]
        assert told == ["person", "caption"]
        event = shown(hass, "event.front_door_person_appeared")
        assert event.attributes["event_id"] == person["event_id"]
        assert event.attributes["caption_zh"] == CHINESE
        for language, text in (("caption", ENGLISH), ("chinese_caption", CHINESE)):
            sensor = shown(hass, f"sensor.front_door_{language}")
            assert sensor.state == text
            assert (sensor.attributes["event_id"], sensor.attributes["source"]) == (person["event_id"], MODEL)
        image = shown(hass, "image.front_door_last_person")
        assert image.last_updated < event.last_updated, "a better caption is no new picture"

        row = await house.row(person["event_id"])
        assert (row.caption, row.caption_zh, row.caption_model) == (ENGLISH, CHINESE, MODEL)
        assert (row.caption_status, row.caption_attempts, row.caption_seconds) == (CaptionStatus.DONE, 1, 1.5)
        assert row.captioned_at is not None
        await house.until(lambda: shown(hass, "sensor.mycamera_pending_captions").state == "0")

        pushed: list[dict[str, Any]] = []
        while len(pushed) < 2:
            message = await client.receive_json()
            if (event_data := message.get("event")) and event_data["type"] in {"person", "caption"}:
                pushed.append(event_data)
        assert [push["type"] for push in pushed] == ["person", "caption"]
        assert {push["detection"]["event_id"] for push in pushed} == {person["event_id"]}
        assert [push["detection"]["caption_status"] for push in pushed] == ["pending", "done"]
    assert len(house.described()) == 1


async def test_a_late_caption_still_belongs_to_the_news(hass: HomeAssistant, tmp_path: Path) -> None:
    """Captions that come in batches or at the end of the night replace the notification all the same."""
    async with caption_house(hass, tmp_path, describing(["internal"])) as house:
        await house.connected()
        await house.record()
        await house.until(house.described)
        event_id = house.said[0][1]["event_id"]
        await house.until_row(event_id, CaptionStatus.PENDING)
        with patch("custom_components.mycamera.hub.news.FRESH", timedelta(0)):
            assert await house.generate_captions(event_id=event_id, wait=True)
        await house.until(lambda: len(house.said) == 2)
        assert house.said[1][1]["from_history"] is False
        assert shown(hass, "event.front_door_person_appeared").attributes["event_type"] == "caption"


async def test_history_is_no_news(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        await house.record(ago=HISTORY)
        await house.until(lambda: len(house.said) == 2)
        assert [data["from_history"] for _, data in house.said] == [True, True]
        assert shown(hass, "event.front_door_person_appeared").state == "unknown"
        assert shown(hass, "sensor.front_door_caption").state == ENGLISH, "nothing newer is known"


async def test_failures_are_tried_again_later_and_say_why(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing(["internal"])) as house:
        await house.connected()
        ended = outcomes(house)
        event_id = await house.add_person()
        gone = await house.add_person(picture=False)
        house.hub.captions.wake()
        assert (await house.until_row(gone, CaptionStatus.FAILED)).caption_error == "the picture is gone"
        await house.until(house.described)
        row = await house.until_row(event_id, CaptionStatus.PENDING)
        await house.until(lambda: len(ended) == 2)
        assert row.caption_error == "worker: no"
        assert row.caption_next_try is not None
        assert await house.generate_captions(wait=True, event_id=[event_id]) == {
            "queued": 1,
            "captioned": 1,
            "failed": 0,
            "waiting": 0,
        }


async def test_a_model_that_is_missing_keeps_pictures_waiting(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing(["model_missing"])) as house:
        await house.connected()
        event_id = await house.add_person()
        house.hub.captions.wake()
        await house.until(house.described)
        await house.until_row(event_id, CaptionStatus.PENDING)
        await house.until(
            lambda: shown(hass, "sensor.mycamera_pending_captions").attributes.get("reason") == "model_unusable"
        )
        assert str(blocked_reason(hass)).startswith("worker: no (tried again at ")
        assert shown(hass, "sensor.mycamera_pending_captions").attributes["next_attempt"] > dt_util.utcnow()
        issue = ir.async_get(hass).async_get_issue("mycamera", "captioner_problem")
        assert issue is not None
        assert issue.translation_placeholders == {"error": "no"}
        assert (await house.row(event_id)).caption_attempts == 0, "nobody looked at it"
        other = await house.add_person()
        house.hub.captions.wake()
        await hass.async_block_till_done()
        assert (await house.row(other)).caption_attempts == 0
        house.hub.worker.connection.configured.tell(Configured(request="again"))
        await house.until_row(other, CaptionStatus.DONE)
        await house.until_row(event_id, CaptionStatus.DONE)
        assert not ir.async_get(hass).async_get_issue("mycamera", "captioner_problem")
        await house.until(lambda: blocked_reason(hass) is None)


async def test_a_full_graphics_card_is_tried_again_later(
    hass: HomeAssistant, tmp_path: Path, clock: list[datetime]
) -> None:
    async with caption_house(hass, tmp_path, describing(["out_of_memory"] * 2)) as house:
        await house.connected()
        ended = outcomes(house)
        event_id = await house.add_person()
        pauses = []
        for times in (1, 2):
            house.hub.captions.wake()
            await house.until(lambda: reason(hass) == "out_of_memory")
            await house.until_row(event_id, CaptionStatus.PENDING)
            await house.until(partial(told, ended, times))
            asked = len(house.described())
            house.hub.captions.wake()
            await hass.async_block_till_done()
            assert len(house.described()) == asked, "it is left alone for a while"
            assert ir.async_get(hass).async_get_issue("mycamera", "captioner_memory")
            until = shown(hass, "sensor.mycamera_pending_captions").attributes["next_attempt"]
            pauses.append(until - clock[-1])
            clock.append(until + timedelta(seconds=31))
            await house.until(lambda: house.hub.captions.blocked_reason is None)
            house.hub.analysis.look_for_work()
            await house.until(lambda: reason(hass) is None)
        house.hub.captions.wake()
        row = await house.until_row(event_id, CaptionStatus.DONE)
        assert row.caption_attempts == 1, "only the one that reached a model"
        assert pauses[1] > 1.5 * pauses[0]
        assert not ir.async_get(hass).async_get_issue("mycamera", "captioner_memory")
        assert house.hub.analysis.queue.blocked is None


async def test_one_bad_picture_fails_alone(hass: HomeAssistant, tmp_path: Path) -> None:
    bad: list[str] = []
    good = describing()

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Describe) and set(bad) & set(message.pictures):
            return [JobFailed(job=message.job, code="source_invalid", message="no picture")]
        return good.answer(message)

    async with caption_house(hass, tmp_path, ScriptedWorker(answer)) as house:
        await house.connected()
        events = await together(house, 4)
        bad.append(events[2])
        await begin(house, events)
        row = await house.until_row(bad[0], CaptionStatus.FAILED)
        assert (row.caption_error, row.caption_attempts) == ("worker: no picture", 1)
        for event_id in set(events) - set(bad):
            assert (await house.until_row(event_id, CaptionStatus.DONE)).caption_attempts == 1


async def test_a_picture_that_takes_the_worker_down_takes_no_other_with_it(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.analysis.worker_client.worker_connection.FIRST_PAUSE", 0.05)
    fatal: list[str] = []
    good = describing()

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Describe) and set(fatal) & set(message.pictures):
            return [None]
        return good.answer(message)

    async with caption_house(hass, tmp_path, ScriptedWorker(answer)) as house:
        await house.connected()
        events = await together(house, 3)
        fatal.append(events[1])
        await begin(house, events)
        async with asyncio.timeout(60):
            ended = {CaptionStatus.FAILED, CaptionStatus.DONE}
            while not {(await house.row(event_id)).caption_status for event_id in events} <= ended:
                house.hub.captions.wake()
                await asyncio.sleep(0.05)
        row = await house.row(fatal[0])
        assert (row.caption_status, row.caption_attempts) == (CaptionStatus.FAILED, 5)
        for event_id in set(events) - set(fatal):
            row = await house.row(event_id)
            assert (row.caption_status, row.caption_attempts) == (CaptionStatus.DONE, 2)
        assert sorted(await house.captioned(2)) == sorted(set(events) - set(fatal)), "each once"


async def test_a_worker_that_takes_no_more_costs_no_attempt(
    hass: HomeAssistant, tmp_path: Path, clock: list[datetime]
) -> None:
    async with caption_house(hass, tmp_path, describing(["overloaded"])) as house:
        await house.connected()
        event_id = await house.add_person()
        house.hub.captions.wake()
        await house.until(house.described)
        row = await house.until_row(event_id, CaptionStatus.PENDING)
        assert (row.caption_attempts, row.caption_error) == (0, "worker: no")
        clock.append(clock[-1] + timedelta(minutes=1))
        house.hub.captions.wake()
        assert (await house.until_row(event_id, CaptionStatus.DONE)).caption_attempts == 1


async def test_cameras_have_prompts_of_their_own(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing(), caption_prompt="a photo of") as house:
        other = camera_subentry("01GATE", "Gate", host="127.0.0.1", port=9, captions={"caption_prompt": "a courier"})
        gate = ConfigSubentry(
            subentry_id="01GATE",
            subentry_type=other["subentry_type"],
            title="Gate",
            unique_id=None,
            data=MappingProxyType(dict(other["data"])),
        )
        hass.config_entries.async_add_subentry(house.entry, gate)
        await house.until(lambda: "01GATE" in house.hub.cameras)
        await house.connected()
        door, yard = await together(house, 2), await together(house, 2, camera_id="01GATE")
        await begin(house, door + yard)
        for event_id in door + yard:
            await house.until_row(event_id, CaptionStatus.DONE)
        batches = {message.prompt: set(message.pictures) for message in house.described()}
        assert batches == {"a photo of": set(door), "a courier": set(yard)}
        assert len(house.described()) == 2


async def test_who_waits_the_longest_is_described_though_as_many_come_as_are_described(
    hass: HomeAssistant, tmp_path: Path
) -> None:
    worker = ScriptedWorker(polite())  # it takes pictures, and answers when the test does
    async with caption_house(hass, tmp_path, worker) as house:
        await house.connected()
        waiting = [await house.add_person(ago=timedelta(hours=hours)) for hours in range(40, 20, -1)]
        house.hub.captions.wake()
        for batch in range(1, 5):
            asked = (await worker.wait_heard(Describe, batch))[-1]
            for number in range(len(asked.pictures)):
                await house.add_person(ago=timedelta(seconds=100 * (9 - batch) - number))
            await worker.push(Described(job=asked.job, captions=tuple(caption(name) for name in asked.pictures)))
        described = {event_id for message in house.described() for event_id in message.pictures}
        assert set(waiting[:8]) <= described


async def test_restarting_loses_nothing_and_describes_nothing_twice(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        done = await house.add_person()
        claim, found = house.hub.database.claim_captions, list[Sequence[DetectionRow]]()

        async def look(*limit: Any, **where: Any) -> Sequence[DetectionRow]:
            found.append(rows := await claim(*limit, **where))
            return rows

        with patch.object(house.hub.database, "claim_captions", look):
            house.hub.captions.wake()
            await house.until_row(done, CaptionStatus.DONE)
            await house.until(lambda: found and not found[-1])  # and now it sleeps
        cut_short = await house.add_person()
        # As when Home Assistant is killed while the worker has the picture.
        assert [row.event_id for row in await house.hub.database.claim_captions(5)] == [cut_short]
        assert await hass.config_entries.async_reload(house.entry.entry_id)
        assert (await house.until_row(cut_short, CaptionStatus.DONE)).caption_attempts == 1, "cut short is not tried"
    assert [message.pictures for message in house.described()] == [(done,), (cut_short,)]


# --- the action ----------------------------------------------------------------------------------------------------


async def test_generate_captions(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        off = await house.add_person(status=CaptionStatus.OFF)
        old = await house.add_person(status=CaptionStatus.FAILED, ago=HISTORY)
        done = await house.add_person(status=CaptionStatus.DONE)
        gone = await house.add_person(status=CaptionStatus.FAILED, picture=False, ago=2 * HISTORY)
        counts = await house.generate_captions(wait=True)
        assert counts == {"queued": 3, "captioned": 2, "failed": 1, "waiting": 0}
        assert [(await house.row(one)).caption for one in (off, old, done, gone)] == [
            ENGLISH,
            ENGLISH,
            "A person, 5 s",
            "A person, 5 s",
        ]
        assert await house.generate_captions(force=True, event_id=[done, done], wait=True) == {
            "queued": 1,
            "captioned": 1,
            "failed": 0,
            "waiting": 0,
        }
        assert (await house.generate_captions(force=True, entity_id="camera.front_door", limit=2))["queued"] == 2
        until = (await house.row(old)).first_seen + timedelta(seconds=1)
        selected = await house.generate_captions(force=True, until=until.isoformat(), wait=True)
        assert selected == {"queued": 2, "captioned": 1, "failed": 1, "waiting": 0}
        selected = await house.generate_captions(force=True, since=until.isoformat(), wait=True)
        assert selected == {"queued": 2, "captioned": 2, "failed": 0, "waiting": 0}


async def test_generate_captions_tells_its_progress(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.hub.job_waiter.TELL_EVERY", 0.0)
    fired = async_capture_events(hass, EVENT_PROGRESS)
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        for _ in range(20):
            await house.add_person(status=CaptionStatus.OFF)
        counts = await house.generate_captions(wait=True)
        told = [event.data for event in fired]
        assert told[-1] == {"action": "generate_captions", **counts, "finished": True}
        assert counts["captioned"] == 20
        under_way = [data["captioned"] for data in told[:-1]]
        assert under_way == sorted(under_way)
        assert all(data["queued"] == 20 and not data["finished"] for data in told[:-1])
        assert 0 < max(under_way) < 20


async def test_generate_captions_counts_what_is_tried_again(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing(["out_of_memory"])) as house:
        await house.connected()
        await house.add_person(status=CaptionStatus.OFF)
        counts = await house.generate_captions(wait=True)
        assert counts == {"queued": 1, "captioned": 0, "failed": 0, "waiting": 1}


async def test_generate_captions_where_they_are_switched_off(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing(), captions=False) as house:
        event_id = await house.add_person(status=CaptionStatus.OFF)
        with pytest.raises(ServiceValidationError) as refused:
            await house.generate_captions()
        assert refused.value.translation_key == "captions_disabled"
        assert (await house.row(event_id)).caption_status is CaptionStatus.OFF


async def test_generate_captions_of_a_person_who_is_not_there(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing(), away=True) as house:
        event_id = await house.add_person(status=CaptionStatus.OFF)
        with pytest.raises(ServiceValidationError) as refused:
            await house.generate_captions(event_id=[event_id, "nobody"])
        assert refused.value.translation_key == "unknown_event"
        assert refused.value.translation_placeholders == {"event_id": "nobody"}
        assert (await house.row(event_id)).caption_status is CaptionStatus.OFF


async def test_waiting_for_one_that_is_deleted_meanwhile(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.hub.job_waiter.LOOK_AFTER", 1.0)
    silent = ScriptedWorker(polite())  # it takes pictures, and says nothing
    async with caption_house(hass, tmp_path, silent) as house:
        await house.connected()
        event_id = await house.add_person(status=CaptionStatus.OFF)
        waiting = asyncio.create_task(house.generate_captions(event_id=event_id, wait=True))
        await house.until(house.described)
        await house.hub.database.take_detections(dt_util.utcnow() + timedelta(days=1))
        async with asyncio.timeout(60):
            assert await waiting == {"queued": 1, "captioned": 0, "failed": 0, "waiting": 0}


async def test_waiting_goes_on_while_the_database_is_away(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.hub.job_waiter.LOOK_AFTER", 0.2)
    silent = ScriptedWorker(polite())
    async with caption_house(hass, tmp_path, silent) as house:
        await house.connected()
        event_id = await house.add_person(status=CaptionStatus.OFF)
        waiting = asyncio.create_task(house.generate_captions(event_id=event_id, wait=True))
        await house.until(house.described)
        asked: list[str] = []

        async def away(wanted: str) -> None:
            asked.append(wanted)
            raise DatabaseUnavailable("away")

        with patch.object(house.hub.database, "get_detection", away):
            await house.until(lambda: len(asked) > 1)
            assert not waiting.done()
        await house.hub.database.take_detections_named([event_id])
        async with asyncio.timeout(60):
            assert await waiting == {"queued": 1, "captioned": 0, "failed": 0, "waiting": 0}


async def test_waiting_for_a_worker_that_is_away(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing(), away=True) as house:
        event_id = await house.add_person(status=CaptionStatus.OFF)
        with (
            patch("custom_components.mycamera.hub.job_waiter.WAIT_WITHOUT_WORKER", 1.0),
            pytest.raises(HomeAssistantError) as failed,
        ):
            await house.generate_captions(wait=True)
        assert failed.value.translation_key == "captioners_unavailable"
        assert failed.value.translation_placeholders == {"error": "worker: the worker is not connected"}
        row = await house.row(event_id)
        assert (row.caption_status, row.caption_attempts) == (CaptionStatus.PENDING, 0)


async def test_what_somebody_writes_while_a_model_is_at_it_stays(
    hass: HomeAssistant, tmp_path: Path, hass_ws_client: Any
) -> None:
    """Whether the model says something or fails; asked again, it may."""
    async with caption_house(hass, tmp_path, describing(["internal"])) as house:
        client = await hass_ws_client(hass)
        await house.connected()
        event_id = await house.add_person(status=CaptionStatus.OFF)
        describe = house.hub.worker.connection.describe

        async def describe_while_somebody_writes(*what: Any) -> Any:
            await client.send_json_auto_id(
                {"type": "mycamera/correct_caption", "event_id": event_id, "caption": "My aunt", "caption_zh": "姑妈"}
            )
            assert (await client.receive_json())["success"]
            return await describe(*what)

        with patch.object(house.hub.worker.connection, "describe", describe_while_somebody_writes):
            for times in (1, 2):
                await house.generate_captions(event_id=event_id, force=True, wait=True)
                row = await house.row(event_id)
                told = (row.caption, row.caption_zh, row.caption_source, row.caption_status, row.caption_error)
                assert told == ("My aunt", "姑妈", "by_hand", CaptionStatus.DONE, None)
                assert len(house.described()) == times
        ((_, news),) = house.said
        assert (news["caption"], news["caption_source"]) == ("My aunt", "by_hand")
        await house.generate_captions(event_id=event_id, force=True, wait=True)
        assert (await house.row(event_id)).caption == ENGLISH


async def test_nobody_who_is_deleted_while_a_model_is_at_it_is_told_of(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        event_id = await house.add_person(status=CaptionStatus.OFF)
        describe = house.hub.worker.connection.describe

        async def describe_while_they_are_deleted(*what: Any) -> Any:
            await house.hub.database.take_detections_named([event_id])
            return await describe(*what)

        with patch.object(house.hub.worker.connection, "describe", describe_while_they_are_deleted):
            assert (await house.generate_captions(event_id=event_id))["queued"] == 1
            await house.until(house.described)
            other = await house.add_person()
            house.hub.captions.wake()
            await house.until_row(other, CaptionStatus.DONE)
        await house.until(lambda: house.said)
        assert {news["event_id"] for _, news in house.said} == {other}


# --- when --------------------------------------------------------------------------------------------------------


@pytest.fixture
def clock() -> Iterator[list[datetime]]:
    """Let it be the time that the test says, the last one; the event loop goes on."""
    times = [dt_util.utcnow()]
    with patch("homeassistant.util.dt.utcnow", side_effect=lambda: times[-1]):
        yield times


async def test_quiet_hours_hold_pictures_but_nobody_who_asks(
    hass: HomeAssistant, tmp_path: Path, clock: list[datetime]
) -> None:
    await hass.config.async_set_time_zone("Europe/Berlin")
    clock.append(datetime(2026, 11, 22, 21, 30, tzinfo=UTC))
    async with caption_house(hass, tmp_path, describing(), quiet_from="22:00", quiet_until="06:30") as house:
        await house.connected()
        asked_for = await house.add_person()
        house.hub.captions.wake()
        await house.until(lambda: blocked_reason(hass) == "quiet hours until 06:30")
        state = shown(hass, "sensor.mycamera_pending_captions")
        assert state.attributes.get("reason") == "quiet_hours"
        assert state.attributes["next_attempt"] == datetime(2026, 11, 23, 5, 30, tzinfo=UTC)
        assert (await house.generate_captions(event_id=asked_for, wait=True))["captioned"] == 1
        waiting = await house.add_person()
        house.hub.captions.wake()
        await hass.async_block_till_done()
        assert (await house.row(waiting)).caption_status is CaptionStatus.PENDING
        clock.append(datetime(2026, 11, 23, 5, 30, tzinfo=UTC))
        house.hub.captions.wake()
        await house.until_row(waiting, CaptionStatus.DONE)
        await house.until(lambda: blocked_reason(hass) is None)


async def test_who_is_asked_for_is_described_alone_in_the_quiet_hours_and_first_at_any_time(
    hass: HomeAssistant, tmp_path: Path, clock: list[datetime]
) -> None:
    await hass.config.async_set_time_zone("Europe/Berlin")
    clock.append(datetime(2026, 11, 22, 21, 30, tzinfo=UTC))
    async with caption_house(hass, tmp_path, describing(), quiet_from="22:00", quiet_until="06:30") as house:
        await house.connected()
        first = await house.add_person(ago=timedelta(hours=5))
        second = await house.add_person(ago=timedelta(hours=4))
        waiting = [await house.add_person(ago=timedelta(minutes=number)) for number in range(1, 12)]
        house.hub.captions.wake()
        await house.until(lambda: blocked_reason(hass) == "quiet hours until 06:30")
        assert (await house.generate_captions(event_id=first, wait=True))["captioned"] == 1
        await house.until(lambda: blocked_reason(hass) == "quiet hours until 06:30")
        assert [list(batch.pictures) for batch in house.described()] == [[first]]
        for event_id in waiting:
            assert (await house.row(event_id)).caption_status is CaptionStatus.PENDING
        assert (await house.row(second)).caption_status is CaptionStatus.PENDING
        # The night is over, and whoever is asked for comes before the eleven who are newer.
        clock.append(datetime(2026, 11, 23, 5, 30, tzinfo=UTC))
        house.hub.describe_now([second])
        for event_id in (second, *waiting):
            await house.until_row(event_id, CaptionStatus.DONE)
        batches = [list(batch.pictures) for batch in house.described()]
        assert batches[1] == [second]
        assert sorted(name for batch in batches[2:] for name in batch) == sorted(waiting)


async def test_it_is_tried_again_after_2_4_8_and_16_minutes_and_then_no_more(
    hass: HomeAssistant, tmp_path: Path, clock: list[datetime]
) -> None:
    clock.append(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    async with caption_house(hass, tmp_path, describing(["internal"] * 5)) as house:
        await house.connected()
        event_id = await house.add_person()

        def tried(times: int) -> bool:
            return len(house.described()) == times

        house.hub.captions.wake()
        for attempt, minutes in enumerate((2, 4, 8, 16), start=1):
            await house.until(partial(tried, attempt))
            row = await house.until_row(event_id, CaptionStatus.PENDING)
            assert row.caption_next_try == clock[-1] + timedelta(minutes=minutes)
            clock.append(row.caption_next_try - timedelta(seconds=1))
            house.hub.captions.wake()
            await hass.async_block_till_done()
            assert (await house.row(event_id)).caption_status is CaptionStatus.PENDING
            assert len(house.described()) == attempt, "not a second before"
            clock.append(row.caption_next_try)
            house.hub.captions.wake()
        row = await house.until_row(event_id, CaptionStatus.FAILED)
        assert (len(house.described()), row.caption_error, row.caption_next_try) == (5, "worker: no", None)


async def test_a_batch_describes_all_that_waited(hass: HomeAssistant, tmp_path: Path, clock: list[datetime]) -> None:
    clock.append(datetime(2026, 11, 22, 12, 4, tzinfo=UTC))
    async with caption_house(hass, tmp_path, describing(), caption_interval=10) as house:
        await house.connected()
        events = [await house.add_person() for _ in range(3)]
        house.hub.captions.wake()
        await house.until(lambda: "the next batch" in str(blocked_reason(hass)))
        assert not house.described()
        clock.append(datetime(2026, 11, 22, 12, 10, tzinfo=UTC))
        house.hub.captions.wake()
        for event_id in events:
            await house.until_row(event_id, CaptionStatus.DONE)
        await house.until(lambda: "the next batch" in str(blocked_reason(hass)))
    assert [len(message.pictures) for message in house.described()] == [3], "one batch, not one by one"


def blocked_reason(hass: HomeAssistant) -> object:
    return shown(hass, "sensor.mycamera_pending_captions").attributes.get("blocked_reason")


def reason(hass: HomeAssistant) -> object:
    return shown(hass, "sensor.mycamera_pending_captions").attributes.get("reason")
