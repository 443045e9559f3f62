"""How many persons each camera has seen today, by Home Assistant's clock, counted in the database as that changes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.event import async_track_time_change
from homeassistant.util import dt as dt_util

from ..database import Database, DatabaseError

if TYPE_CHECKING:
    from ..analysis.recorded.analysis_queue import AnalysisOutcome
    from ..database import Detection
    from .camera import CameraRuntime

COUNT_PAUSE: Final = 1.0
"""Seconds from the first change to the count: the row of somebody who was just seen is on its way."""


class PersonsToday:
    """Counts appearances whose first sighting was today, and shows the numbers in the cameras' states."""

    def __init__(self, hass: HomeAssistant, database: Database, cameras: Mapping[str, CameraRuntime]) -> None:
        """Take the database and the hub's cameras, which may change."""
        self._hass = hass
        self._database = database
        self._cameras = cameras
        self._waiting: set[str] = set()
        self._changed = asyncio.Event()

    async def run(self) -> None:
        """Count now, whenever something changes, and anew when a day begins, until cancelled."""
        leave = async_track_time_change(self._hass, self._day_began, hour=0, minute=0, second=0)
        try:
            self.count_all()
            while True:
                await self._changed.wait()
                await asyncio.sleep(COUNT_PAUSE)
                self._changed.clear()
                await self._count()
        finally:
            leave()

    @callback
    def count_all(self) -> None:
        """Count the persons of every camera soon."""
        self._waiting.update(self._cameras)
        self._changed.set()

    @callback
    def person_began(self, camera_id: str, _person: Detection) -> None:
        """Count those of a camera that has just seen somebody."""
        self._count_soon(camera_id)

    @callback
    def analyzed(self, outcome: AnalysisOutcome) -> None:
        """Count those of a camera of which a recording was analysed: some may be those who were seen before."""
        if outcome.persons:
            self._count_soon(outcome.recording.camera_id)

    @callback
    def persons_deleted(self, _event_ids: Sequence[str]) -> None:
        """Count those who are left."""
        self.count_all()

    def _count_soon(self, camera_id: str) -> None:
        self._waiting.add(camera_id)
        self._changed.set()

    @callback
    def _day_began(self, _now: datetime) -> None:
        for camera in self._cameras.values():
            camera.persons_counted(0, dt_util.start_of_local_day())
        self.count_all()

    async def _count(self) -> None:
        waiting, self._waiting = self._waiting, set()
        midnight = dt_util.start_of_local_day()
        today = midnight.date()
        for camera_id in waiting & self._cameras.keys():
            number: int | None
            try:
                counted = await self._database.days(
                    camera_id, first=today, last=today, zone=dt_util.get_default_time_zone()
                )
                number = sum(day.detections for day in counted)
            except DatabaseError:
                number = None  # it is away; all are counted when it answers
            if camera := self._cameras.get(camera_id):
                camera.persons_counted(number, midnight)
