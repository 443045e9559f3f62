"""Which persons each user has looked at: marks of one user say nothing to the others."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final, TypedDict

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.storage import Store
from homeassistant.util import dt as dt_util

from ..const import DOMAIN

STORAGE_VERSION: Final = 1
SAVE_DELAY: Final = 5.0
"""Seconds within which marks are written together."""
MOST_MARKS: Final = 5000
"""Of one user, beside "all until then": whoever looks at more one by one forgets the first."""


_CLOCK_ERROR: Final = timedelta(minutes=1)
"""What is later than now by more was said before the clock was set back."""


class _Marks(TypedDict):
    until: str | None
    """ISO 8601: who was in the lists before this counts as seen."""
    events: list[str]


class SeenMarks:
    """Kept in a small file in Home Assistant's storage, which is read when somebody first asks."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Take Home Assistant; nothing is read yet."""
        self._store: Store[dict[str, _Marks]] = Store(hass, STORAGE_VERSION, f"{DOMAIN}.seen")
        self._until: dict[str, datetime] = {}
        self._events: dict[str, dict[str, None]] = {}
        """In the order in which they were marked."""
        self._loading = asyncio.Lock()
        self._loaded = False

    async def load(self) -> None:
        """Read what was marked; once is enough."""
        async with self._loading:
            if self._loaded:
                return
            for user_id, marks in (await self._store.async_load() or {}).items():
                if marks["until"] is not None:
                    self._until[user_id] = datetime.fromisoformat(marks["until"])
                self._events[user_id] = dict.fromkeys(marks["events"])
            self._loaded = True

    @callback
    def seen(self, user_id: str, event_id: str, came: datetime) -> bool:
        """Whether a user has looked at somebody, or has said so of all who were in the lists then.

        Who is found in a recording later came later, whenever they were there.
        """
        until = self._until.get(user_id)
        if until is not None and until > (now := dt_util.utcnow()) + _CLOCK_ERROR:
            # It was said while the clock was ahead: who comes from now on was in no list.
            until = self._until[user_id] = now
        return (until is not None and came < until) or event_id in self._events.get(user_id, {})

    @callback
    def mark(self, user_id: str, event_ids: Iterable[str]) -> None:
        """Note that a user has looked at these."""
        events = self._events.setdefault(user_id, {})
        events.update(dict.fromkeys(event_ids))
        while len(events) > MOST_MARKS:
            del events[next(iter(events))]
        self._store.async_delay_save(self._shown, SAVE_DELAY)

    @callback
    def mark_until(self, user_id: str, until: datetime) -> None:
        """Note that a user has looked at all who came before this moment; it never goes back."""
        before = self._until.get(user_id)
        self._until[user_id] = until if before is None else max(before, until)
        self._store.async_delay_save(self._shown, SAVE_DELAY)

    async def save(self) -> None:
        """Write it now; not what was never read, which would empty the file."""
        if self._loaded:
            await self._store.async_save(self._shown())

    async def remove(self) -> None:
        """Remove the file: the hub is being removed."""
        await self._store.async_remove()

    def _shown(self) -> dict[str, _Marks]:
        return {
            user_id: _Marks(
                until=until.isoformat() if (until := self._until.get(user_id)) else None,
                events=list(self._events.get(user_id, {})),
            )
            for user_id in self._until.keys() | self._events.keys()
        }
