"""How often each AI Task entity was asked in the last hour: what is paid for must not start at zero with a restart."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store
from homeassistant.util import dt as dt_util

VERSION: Final = 1
WINDOW: Final = timedelta(hours=1)


class AskLedger:
    """Notes each request before it is made, on the disk, so that not even a killed Home Assistant forgets one."""

    def __init__(self, hass: HomeAssistant, key: str) -> None:
        """Take the name of the file in Home Assistant's storage."""
        self._store: Store[dict[str, list[str]]] = Store(hass, VERSION, key)
        self._asked: dict[str, deque[datetime]] = {}

    async def load(self) -> None:
        """Read what was asked before the restart."""
        for entity_id, moments in (await self._store.async_load() or {}).items():
            read = (dt_util.parse_datetime(moment) for moment in moments)
            self._asked[entity_id] = deque(sorted(moment for moment in read if moment is not None))

    async def note(self, entity_id: str) -> None:
        """Note that an entity is asked now."""
        now = dt_util.utcnow()
        self._asked.setdefault(entity_id, deque()).append(now)
        for asked in self._asked.values():
            _forget(asked, now)
        await self._store.async_save(
            {name: [moment.isoformat() for moment in asked] for name, asked in self._asked.items() if asked}
        )

    def full_until(self, entity_id: str, limit: int, now: datetime) -> datetime | None:
        """Return until when (UTC) an entity has been asked `limit` times in an hour; None where it has not."""
        asked = self._asked.get(entity_id, deque())
        _forget(asked, now)
        return asked[-limit] + WINDOW if len(asked) >= limit else None

    async def remove(self) -> None:
        """Remove the file: the hub is being removed."""
        await self._store.async_remove()


def _forget(asked: deque[datetime], now: datetime) -> None:
    # A moment that is still to come was noted before the clock was set back.
    while asked and not now - WINDOW < asked[0] <= now:
        asked.popleft()
