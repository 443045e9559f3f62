"""Captions under fire: a real worker, and a real Home Assistant, killed while pictures are described."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from scripts.demo.client import Message

from .house import House, moment

PERSONS = 12
"""How many are there to be described; with more, the tests would take longer and show no more."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> AsyncIterator[House]:
    """MyCamera with the tiny caption models, after some persons; nobody comes in any more, and all are described."""
    async with House(tmp_path_factory.mktemp("captions"), models=tiny_models) as house:
        await house.set_up_hub()
        await house.set_up_camera()

        async def seen() -> bool:
            return len(house.seen("mycamera_caption")) >= 2 and len(await house.rows.detections()) >= PERSONS

        await house.eventually(seen, f"{PERSONS} persons and two captions", 900)
        for switch in ("recording", "detection"):
            await house.client.call_action("switch", "turn_off", {"entity_id": house.camera_keys[switch]})
        await house.reaches("recording_status", "off", 60)

        await house.all_analysed(900)

        async def described() -> bool:
            return not {"pending", "running"} & {row["caption_status"] for row in await house.rows.detections()}

        await house.eventually(described, "all are described", 900)
        yield house


async def statuses(house: House, event_ids: set[str]) -> Counter[str]:
    """Return how many of these have which caption status."""
    return Counter(row["caption_status"] for row in await rows(house, event_ids))


async def rows(house: House, event_ids: set[str]) -> list[Message]:
    """Return these, but for those that are found to be later parts of others meanwhile: they need no caption."""
    return [row for row in await house.rows.detections() if row["event_id"] in event_ids and row["continues"] is None]


def process(house: House, words: str) -> int:
    """Return the process id of one of the house's processes, which is there."""
    found = house.process(words)
    assert found is not None, words
    return found


async def begin_again(house: House) -> tuple[set[str], int]:
    """Have a frozen worker describe all anew; return whom, some on the way, and its process id."""
    await house.reaches("worker", "connected", 120)
    found = [row for row in await house.rows.detections() if row["continues"] is None]
    everyone = {row["event_id"] for row in found if row["caption_status"] == "done"}
    one = min(everyone)
    house.events.clear()
    # A worker that has just begun tries its models first: frozen in that, it would be given nothing to describe.
    again = {"event_id": [one], "force": True, "wait": True}
    assert (await house.client.call_action("mycamera", "generate_captions", again, respond=True))["queued"] == 1

    async def told() -> bool:
        return one in {event["event_id"] for event in house.seen("mycamera_caption")}

    await house.eventually(told, "it is told", 60)
    house.events.clear()
    worker = process(house, " --managed")
    os.kill(worker, signal.SIGSTOP)
    data = {"event_id": sorted(everyone), "force": True}
    counts = await house.client.call_action("mycamera", "generate_captions", data, respond=True)
    assert counts["queued"] == len(everyone)

    async def under_way() -> bool:
        return (await statuses(house, everyone))["running"] > 0

    await house.eventually(under_way, "pictures are being described", 60)
    return everyone, worker


async def all_done(house: House, event_ids: set[str], since: datetime) -> None:
    """Fail unless all are described within minutes, and all those are told that are described from a moment on."""
    told: set[str] = set()

    async def done() -> bool:
        found = await rows(house, event_ids)
        told.update(event["event_id"] for event in house.seen("mycamera_caption"))
        # The row comes first, then the event.
        wanted = {row["event_id"] for row in found if row["captioned_at"] and moment(row["captioned_at"]) >= since}
        return {row["caption_status"] for row in found} == {"done"} and wanted <= told

    await house.eventually(done, "all are described, and told", 900)


async def test_a_worker_that_is_killed_over_its_captions(house: House) -> None:
    began = datetime.now(UTC)
    everyone, worker = await begin_again(house)
    os.kill(worker, signal.SIGKILL)
    await all_done(house, everyone, began)
    described = await rows(house, everyone)
    told = Counter(event["event_id"] for event in house.seen("mycamera_caption"))
    assert {told[row["event_id"]] for row in described} == {1}, "each is described once"
    assert max(row["caption_attempts"] for row in described) == 2


async def test_a_home_assistant_that_is_killed_over_its_captions(house: House) -> None:
    everyone, worker = await begin_again(house)
    os.kill(process(house, "-m homeassistant"), signal.SIGKILL)
    await house.home_assistant.ended()
    os.kill(worker, signal.SIGKILL)  # frozen, it cannot end by itself
    left = {row["event_id"]: row for row in await rows(house, everyone)}
    assert "running" in {row["caption_status"] for row in left.values()}, "it was killed over them"
    await house.home_assistant.start()
    await house.reconnect()
    hears = datetime.now(UTC)
    await all_done(house, everyone, hears)
    assert {row["event_id"] for row in await house.rows.detections()} >= everyone, "none is lost"
    told = Counter(event["event_id"] for event in house.seen("mycamera_caption"))
    for row in await rows(house, everyone):
        before = left[row["event_id"]]
        assert row["caption_attempts"] == 1, "what was cut short is no attempt, and nothing was tried twice"
        if before["caption_status"] == "done":
            assert row["captioned_at"] == before["captioned_at"], "it is not described anew"
            assert told[row["event_id"]] <= 1, "killed between the row and the event, it never tells"
        elif moment(row["captioned_at"]) < hears:
            assert told[row["event_id"]] <= 1, "told, but perhaps before anybody listened"
        else:
            assert told[row["event_id"]] == 1
