"""Tasks that go on for as long as the hub does, whatever happens to them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from ..const import DOMAIN
from ..worker.backoff import Backoff

_LOGGER = logging.getLogger(__name__)

RESTART_PAUSE: Final = 10.0
"""Seconds before a task that ended by an error starts again; each time twice as long."""
LONGEST_RESTART_PAUSE: Final = 600.0
STOP_PATIENCE: Final = 15.0
"""Seconds that all tasks together have to end."""


class Tasks:
    """Owns tasks: starts them again after errors that nobody foresaw, and ends them."""

    def __init__(self) -> None:
        self._tasks: list[asyncio.Task[None]] = []

    def start(self, run: Callable[[], Awaitable[None]], name: str) -> None:
        """Run to the end; after an error, again: what it does must not end until a restart."""
        # Not one of Home Assistant's background tasks: they are cancelled before a hub is told to stop, and the last
        # segments' rows are written while it stops.
        self._tasks.append(asyncio.create_task(self._restarted(run, name), name=f"{DOMAIN} {name}"))

    async def _restarted(self, run: Callable[[], Awaitable[None]], name: str) -> None:
        backoff = Backoff(first=RESTART_PAUSE, ceiling=LONGEST_RESTART_PAUSE)
        while True:
            try:
                return await run()
            except Exception:
                pause = backoff.next()
                _LOGGER.exception("The task %s ended by an error and starts again in %.0f s", name, pause)
            await asyncio.sleep(pause)

    async def stop(self) -> None:
        """Cancel all and wait for their ends, but not long for one that hangs: that is told."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            _, hanging = await asyncio.wait(self._tasks, timeout=STOP_PATIENCE)
            for task in hanging:
                _LOGGER.warning("The task %s does not end", task.get_name())
        self._tasks.clear()
