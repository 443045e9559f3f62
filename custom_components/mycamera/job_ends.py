"""Waiting for jobs that were queued on demand, as the actions with the option `wait` do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from homeassistant.exceptions import HomeAssistantError

WAIT_WITHOUT_WORKER: Final = 60.0
"""Seconds for which a caller waits for a worker, a captioner or a database that is away or cannot be used."""
LOOK_AFTER: Final = 60.0
"""Seconds without any news after which the table is asked whether there is still something to wait for."""


class JobEnds[Key, End]:
    """Collects how jobs end. Listening begins before they are queued: the first may end before the last is queued."""

    def __init__(self) -> None:
        self._ends: dict[Key, End] = {}
        self._news = asyncio.Event()

    def add(self, key: Key, end: End) -> None:
        """Note the end of a job, wanted or not."""
        self._ends[key] = end
        self._news.set()

    async def wait_for(
        self,
        wanted: Iterable[Key],
        *,
        able: Callable[[], bool],
        unavailable: Callable[[], HomeAssistantError],
        any_left: Callable[[set[Key]], Awaitable[bool]] | None = None,
    ) -> list[End]:
        """Return the ends of the wanted jobs as soon as all have ended, but of those that are gone from the table.

        `any_left` looks there whether any of these jobs still waits or runs.

        Raises:
            HomeAssistantError: the one that `unavailable` makes: for too long nobody was `able` to do any of them.
        """
        keys = list(wanted)
        idle = quiet = 0.0
        while missing := set(keys) - self._ends.keys():
            self._news.clear()
            try:
                async with asyncio.timeout(1.0):
                    await self._news.wait()
                idle = quiet = 0.0
            except TimeoutError:
                idle = 0.0 if able() else idle + 1.0
                if idle >= WAIT_WITHOUT_WORKER:
                    raise unavailable() from None
                quiet += 1.0
                if any_left is not None and quiet % LOOK_AFTER == 0 and not await any_left(missing):
                    break  # deleted meanwhile: nobody will tell about them
        return [self._ends[key] for key in keys if key in self._ends]
