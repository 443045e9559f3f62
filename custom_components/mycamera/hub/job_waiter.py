"""Waiting for jobs that were queued on demand, as the actions with the option `wait` do."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from homeassistant.exceptions import HomeAssistantError

from ..const import DOMAIN

if TYPE_CHECKING:
    from .hub import Hub

WAIT_WITHOUT_WORKER: Final = 60.0
"""Seconds for which a caller waits for a worker, a captioner or a database that is away or cannot be used."""
LOOK_AFTER: Final = 60.0
"""Seconds without any news after which the table is asked whether there is still something to wait for."""
TELL_EVERY: Final = 5.0
"""Seconds between two reports of progress, at least."""


class JobWaiter[Key, End](ABC):
    """Collects how jobs end. Listening begins before they are queued: the first may end before the last is queued."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._ends: dict[Key, End] = {}
        self._ended = False
        self._news = asyncio.Event()

    def add(self, key: Key, end: End) -> None:
        """Note the end of a job, wanted or not."""
        self._ends[key] = end
        self._ended = True
        self._news.set()

    def look(self) -> None:
        """Take note that whoever does the jobs may have gone or come back."""
        self._news.set()

    @property
    @abstractmethod
    def able(self) -> bool:
        """Whether anybody can do any of the jobs now."""

    @abstractmethod
    def unavailable(self) -> HomeAssistantError:
        """Return the error that says that nobody could for too long."""

    @abstractmethod
    async def any_left(self, waiting: Collection[Key]) -> bool:
        """Look in the table whether any of these jobs still waits or runs."""

    @abstractmethod
    def tell(self, ends: Sequence[End]) -> None:
        """Take the ends so far, now and then."""

    async def wait_for(self, wanted: Iterable[Key]) -> list[End]:
        """Return the ends of the wanted jobs as soon as all have ended, but of those that are gone from the table.

        Raises:
            HomeAssistantError: `unavailable`, after nobody was able to do any of them for too long; or the hub was
                stopped meanwhile.
        """
        keys = list(wanted)
        now = asyncio.get_running_loop().time
        told = heard = now()
        untold = False
        unable_since: float | None = None
        while missing := [key for key in keys if key not in self._ends]:
            if self._ended:
                self._ended, untold, heard = False, True, now()
            unable_since = None if self.able else unable_since or now()
            self._see_to_hope(unable_since)
            if untold and now() >= told + TELL_EVERY:
                untold, told = False, now()
                self.tell(self._of(keys))
            if now() >= heard + LOOK_AFTER:
                heard = now()
                if not await self.any_left(missing):
                    break  # deleted meanwhile: nobody will tell about them
            due = heard + LOOK_AFTER
            if untold:
                due = min(due, told + TELL_EVERY)
            if unable_since is not None:
                due = min(due, unable_since + WAIT_WITHOUT_WORKER)
            self._news.clear()
            try:
                async with asyncio.timeout_at(due):
                    await self._news.wait()
            except TimeoutError:
                continue
        return self._of(keys)

    def _see_to_hope(self, unable_since: float | None) -> None:
        """Raises HomeAssistantError where nobody will do the jobs any more, or has not been able to for too long."""
        if self._hub.stopped:
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="not_loaded")
        if unable_since is not None and asyncio.get_running_loop().time() >= unable_since + WAIT_WITHOUT_WORKER:
            raise self.unavailable()

    def _of(self, keys: Iterable[Key]) -> list[End]:
        return [self._ends[key] for key in keys if key in self._ends]
