"""Which appearances are news for entities and automations, and which are history."""

from __future__ import annotations

from collections import deque
from datetime import timedelta
from typing import Final

from homeassistant.util import dt as dt_util

from ..database import Detection

FRESH: Final = timedelta(minutes=10)
"""A person found later than this after leaving comes from history: logged and on the bus, but no news for entities."""
PERSON: Final = "person"
CAPTION: Final = "caption"
"""What is told of a person: that they appeared, and a better caption of theirs."""
ANNOUNCED_KEPT: Final = 500
"""So many appearances are remembered as news: a better caption of one is news too, however late it comes."""


class News:
    """What one camera has announced."""

    def __init__(self) -> None:
        self._announced: deque[str] = deque(maxlen=ANNOUNCED_KEPT)

    def has(self, person: Detection) -> bool:
        """Whether an appearance is news, or what is now known of it belongs to what was news."""
        return dt_util.utcnow() - person.last_seen < FRESH or person.event_id in self._announced

    def note(self, person: Detection) -> None:
        """Remember that an appearance was announced."""
        self._announced.append(person.event_id)
