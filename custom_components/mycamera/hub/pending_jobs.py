"""How many recordings wait for analysis and how many persons for a model's caption, counted as that changes."""

from __future__ import annotations

import logging
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.debounce import Debouncer

from ..database import Database, DatabaseError
from ..signals import Signal
from .lasting_count import LastingCount

_LOGGER = logging.getLogger(__name__)

COUNT_PAUSE: Final = 2.0
"""Seconds from the first change to the count, however much changes: what was done at once never waited."""


class PendingJobs:
    """Counts the jobs that wait in the database."""

    def __init__(self, hass: HomeAssistant, database: Database) -> None:
        """Take the database; nothing is counted before something changes."""
        self.counted: Signal[()] = Signal()
        self.analyses: int | None = None
        """Recordings; None while that is not known."""
        self.captions: int | None = None
        """Persons; None while that is not known."""
        self.lasting_analyses = LastingCount(hass, self.counted.tell)
        self.lasting_captions = LastingCount(hass, self.counted.tell)
        """Those of them that are more than what comes and is done at once."""
        self.most_analyses = self.most_captions = 0
        """How many waited when most did, since none waited the last time: how far a long history is."""
        self._database = database
        self._counting = Debouncer(hass, _LOGGER, cooldown=COUNT_PAUSE, immediate=False, function=self._count)

    @callback
    def changed(self) -> None:
        """Count soon."""
        self._counting.async_schedule_call()

    @callback
    def stop(self) -> None:
        """Count no more."""
        self.lasting_analyses.stop()
        self.lasting_captions.stop()
        self._counting.async_shutdown()

    async def _count(self) -> None:
        try:
            self.analyses = await self._database.count_pending_analyses()
            self.captions = await self._database.count_pending_captions()
            self.most_analyses = max(self.most_analyses, self.analyses) if self.analyses else 0
            self.most_captions = max(self.most_captions, self.captions) if self.captions else 0
        except DatabaseError:
            self.analyses = self.captions = None
        self.lasting_analyses.count(self.analyses)
        self.lasting_captions.count(self.captions)
        self.counted.tell()
