"""Captions under fire: a real worker, and a real Home Assistant, killed while pictures are described."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from scripts.demo.client import Message

from .house import House

MOST = 40
"""Persons who are described anew: the more there were until then, the longer it would take."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> AsyncIterator[House]:
    """MyCamera with the tiny caption models, after the first captions."""
    async with House(tmp_path_factory.mktemp("captions"), models=tiny_models) as house:
        await house.set_up_hub()
        await house.set_up_camera()

        async def captioned() -> bool:
            return len(house.seen("mycamera_caption")) >= 2

        await house.eventually(captioned, "two captions", 450)
        yield house


async def statuses(house: House, event_ids: set[str]) -> Counter[str]:
    """Return how many of these have which caption status."""
    return Counter(row["caption_status"] for row in await rows(house, event_ids))


async def rows(house: House, event_ids: set[str]) -> list[Message]:
    """Return these, but for those that are found to be later parts of others meanwhile: they need no caption."""
    return [row for row in await house.rows.detections() if row["event_id"] in event_ids and row["continues"] is None]


def process(house: House, part: str) -> int:
    """Return the process id of one of the house's processes."""
    return next(pid for pid, command in house.home_assistant.survivors().items() if part in command)


async def freeze_worker(house: House) -> int:
    """Stop the worker between two pictures; return its process id."""
    worker = process(house, " --managed")

    async def frozen() -> bool:
        os.kill(worker, signal.SIGSTOP)
        if not any(row["caption_status"] == "running" for row in await house.rows.detections()):
            return True
        os.kill(worker, signal.SIGCONT)
        return False

    await house.eventually(frozen, "nothing is being described", 120)
    return worker


async def begin_again(house: House) -> tuple[set[str], int]:
    """Have a frozen worker describe anew whom it described; return them, some on the way, and its process id."""
    await house.reaches("worker", "connected", 120)
    # A worker that has just begun tries its models first: frozen in that, it would be given nothing to describe.
    one = next(row["event_id"] for row in await house.rows.detections() if row["caption_status"] == "done")
    again = {"event_id": [one], "force": True, "wait": True}
    assert (await house.client.call_action("mycamera", "generate_captions", again, respond=True))["queued"] == 1
    worker = await freeze_worker(house)
    found = [row for row in await house.rows.detections() if row["continues"] is None]
    newest = sorted((row for row in found if row["caption_status"] == "done"), key=lambda row: row["first_seen"])
    everyone = {row["event_id"] for row in newest[-MOST:]}

    async def all_told() -> bool:
        return everyone <= {event["event_id"] for event in house.seen("mycamera_caption")}

    await house.eventually(all_told, "what was described before is told of", 60)
    house.events.clear()
    data = {"event_id": sorted(everyone), "force": True}
    counts = await house.client.call_action("mycamera", "generate_captions", data, respond=True)
    assert counts["queued"]

    async def under_way() -> bool:
        running = {row["event_id"] for row in await house.rows.detections() if row["caption_status"] == "running"}
        everyone.update(running)  # somebody may have come in after the worker was frozen, and be the first
        return bool(running)

    await house.eventually(under_way, "pictures are being described", 60)
    return everyone, worker


async def all_done(house: House, event_ids: set[str]) -> None:
    """Fail unless all are described within minutes."""

    async def done() -> bool:
        return set(await statuses(house, event_ids)) == {"done"}

    await house.eventually(done, "all are described", 400)


async def test_a_worker_that_is_killed_over_its_captions(house: House) -> None:
    everyone, worker = await begin_again(house)
    os.kill(worker, signal.SIGKILL)
    await all_done(house, everyone)
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
    await all_done(house, everyone)
    assert {row["event_id"] for row in await house.rows.detections()} >= everyone, "none is lost"
    told = Counter(event["event_id"] for event in house.seen("mycamera_caption"))
    for row in await rows(house, everyone):
        before = left[row["event_id"]]
        assert row["caption_attempts"] == 1, "what was cut short is no attempt, and nothing was tried twice"
        if before["caption_status"] == "done":
            assert row["captioned_at"] == before["captioned_at"], "it is not described anew"
            assert told[row["event_id"]] <= 1, "killed between the row and the event, it never tells"
        else:
            assert told[row["event_id"]] == 1
