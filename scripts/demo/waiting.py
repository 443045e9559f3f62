"""Waiting for what another process does: it can only be asked again and again."""

import asyncio
from collections.abc import Awaitable, Callable


async def until(holds: Callable[[], Awaitable[bool]], *, pause: float = 0.3) -> None:
    """Return when the condition holds. Bound it with asyncio.timeout."""
    while not await holds():  # noqa: ASYNC110 - no event of this process tells
        await asyncio.sleep(pause)
