"""Captions under fire: a real worker killed while it describes pictures."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from .house import House


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> AsyncIterator[House]:
    """MyCamera with the tiny caption models, after the first captions."""
    async with House(tmp_path_factory.mktemp("captions"), models=tiny_models) as house:
        await house.set_up_hub()
        await house.set_up_camera()

        async def captioned() -> bool:
            return len(house.seen("mycamera_caption")) >= 2

        await house.eventually(captioned, "two captions", 300)
        yield house


async def statuses(house: House, event_ids: set[str]) -> Counter[str]:
    """Return how many of these have which caption status."""
    return Counter(row["caption_status"] for row in await house.rows.detections() if row["event_id"] in event_ids)


def kill(house: House, part: str) -> None:
    """Kill one of the house's processes, as the kernel does."""
    os.kill(next(pid for pid, command in house.home_assistant.survivors().items() if part in command), signal.SIGKILL)


async def begin_again(house: House) -> set[str]:
    """Have all described anew by a worker that must load its models first; return them while some are under way."""
    kill(house, " --managed")

    async def noticed() -> bool:
        return bool((await house.state("worker"))["state"] != "connected")

    await house.eventually(noticed, "the worker's end is noticed", 30)
    await house.reaches("worker", "connected", 120)
    everyone = {row["event_id"] for row in await house.rows.detections()}
    house.events.clear()
    data = {"event_id": sorted(everyone), "force": True}
    counts = await house.client.call_action("mycamera", "generate_captions", data, respond=True)
    assert counts["queued"] >= 2

    async def under_way() -> bool:
        return (await statuses(house, everyone))["running"] > 0

    await house.eventually(under_way, "pictures are being described", 60)
    return everyone


async def all_done(house: House, event_ids: set[str]) -> None:
    """Fail unless all are described within minutes."""

    async def done() -> bool:
        return (await statuses(house, event_ids))["done"] == len(event_ids)

    await house.eventually(done, "all are described", 240)


async def test_a_worker_that_is_killed_over_its_captions(house: House) -> None:
    everyone = await begin_again(house)
    kill(house, " --managed")
    await all_done(house, everyone)
    told = Counter(event["event_id"] for event in house.seen("mycamera_caption") if event["event_id"] in everyone)
    assert told == dict.fromkeys(everyone, 1), "each is described once"
    assert max(row["caption_attempts"] for row in await house.rows.detections() if row["event_id"] in everyone) == 2
