"""Waiting for jobs that were queued on demand, as the actions with the option `wait` do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Final

from homeassistant.exceptions import HomeAssistantError

WAIT_WITHOUT_WORKER: Final = 60.0
"""Seconds for which a caller waits for a worker, or a captioner, that is away or cannot be used."""


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
        self, wanted: Iterable[Key], *, able: Callable[[], bool], unavailable: Callable[[], HomeAssistantError]
    ) -> list[End]:
        """Return the ends of the wanted jobs as soon as all of them have ended.

        Raises:
            HomeAssistantError: the one that `unavailable` makes: for too long nobody was `able` to do any of them.
        """
        keys = list(wanted)
        missing = set(keys) - self._ends.keys()
        idle = 0.0
        while missing:
            self._news.clear()
            try:
                async with asyncio.timeout(1.0):
                    await self._news.wait()
            except TimeoutError:
                idle = 0.0 if able() else idle + 1.0
                if idle >= WAIT_WITHOUT_WORKER:
                    raise unavailable() from None
            missing -= self._ends.keys()
        return [self._ends[key] for key in keys]
