"""The event loop of the tests watches over threads, as asyncio's debug mode does, and lets them end."""

from __future__ import annotations

import asyncio
import time
from functools import partial

import pytest
from homeassistant.util.executor import InterruptibleThreadPoolExecutor


@pytest.mark.parametrize("call", ["call_soon", "call_later"])
async def test_a_call_from_another_thread_is_refused(call: str) -> None:
    loop = asyncio.get_running_loop()
    when = [] if call == "call_soon" else [0]
    with pytest.raises(RuntimeError, match="Non-thread-safe"):
        await asyncio.to_thread(partial(getattr(loop, call), *when, print))


def test_a_thread_that_is_slow_to_end_is_not_interrupted() -> None:
    ended: list[int] = []

    def work(number: int) -> None:
        until = time.monotonic() + 2
        while time.monotonic() < until:
            time.sleep(0.01)
        ended.append(number)

    executor = InterruptibleThreadPoolExecutor(max_workers=2)
    for number in range(2):
        executor.submit(work, number)
    executor.shutdown()
    assert sorted(ended) == [0, 1]
