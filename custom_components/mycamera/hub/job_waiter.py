"""Waiting for jobs that were queued on demand, as the actions with the option `wait` do."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from homeassistant.exceptions import HomeAssistantError

WAIT_WITHOUT_WORKER: Final = 60.0
"""Seconds for which a caller waits for a worker, a captioner or a database that is away or cannot be used."""
LOOK_AFTER: Final = 60.0
"""Seconds without any news after which the table is asked whether there is still something to wait for."""
TELL_EVERY: Final = 5.0
"""Seconds between two reports of progress, at least."""


class JobWaiter[Key, End]:
    """Collects how jobs end. Listening begins before they are queued: the first may end before the last is queued."""

    def __init__(self) -> None:
        self._ends: dict[Key, End] = {}
        self._new: list[Key] = []
        self._news = asyncio.Event()

    def add(self, key: Key, end: End) -> None:
        """Note the end of a job, wanted or not."""
        self._ends[key] = end
        self._new.append(key)
        self._news.set()

    async def wait_for(
        self,
        wanted: Iterable[Key],
        *,
        able: Callable[[], bool],
        unavailable: Callable[[], HomeAssistantError],
        any_left: Callable[[set[Key]], Awaitable[bool]] | None = None,
        on_progress: Callable[[list[End]], None] | None = None,
    ) -> list[End]:
        """Return the ends of the wanted jobs as soon as all have ended, but of those that are gone from the table.

        `any_left` looks there whether any of these jobs still waits or runs. `on_progress` is given the ends so far,
        now and then.

        Raises:
            HomeAssistantError: the one that `unavailable` makes: for too long nobody was `able` to do any of them.
        """
        keys = list(wanted)
        missing = set(keys)
        idle = quiet = 0.0
        told = time.monotonic()
        while True:
            missing.difference_update(self._new)
            self._new.clear()
            if not missing:
                break
            if on_progress is not None and time.monotonic() - told >= TELL_EVERY:
                told = time.monotonic()
                on_progress(self._of(keys))
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
        return self._of(keys)

    def _of(self, keys: Iterable[Key]) -> list[End]:
        return [self._ends[key] for key in keys if key in self._ends]
