"""The event loop of the tests watches over threads, as asyncio's debug mode does."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest


@pytest.mark.parametrize("call", ["call_soon", "call_later"])
async def test_a_call_from_another_thread_is_refused(call: str) -> None:
    loop = asyncio.get_running_loop()
    when = [] if call == "call_soon" else [0]
    with pytest.raises(RuntimeError, match="Non-thread-safe"):
        await asyncio.to_thread(partial(getattr(loop, call), *when, print))
