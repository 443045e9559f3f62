"""Counts who crosses the lines of the cameras: how many went in and out today, by Home Assistant's clock.

Kept in a small file in Home Assistant's storage. What is counted is what is watched live.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, TypedDict

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.event import async_track_time_change
from homeassistant.helpers.storage import Store
from homeassistant.util import dt as dt_util

from ..analysis.live.line_crossings import Direction, LineWatch
from ..const import DOMAIN
from ..settings.lines import CameraLine, LineCrossing
from . import bus_events

if TYPE_CHECKING:
    from ..analysis.live.live_watches import LiveWatches
    from ..worker.protocol.watch import InView
    from .camera import CameraRuntime

STORAGE_VERSION: Final = 1
SAVE_DELAY: Final = 1.0
"""Seconds within which counts are written together."""


class _Count(TypedDict):
    """Of one line and direction: the newest day on which somebody crossed it, ISO 8601, and how many did."""

    day: str
    number: int


class LineCounts:
    """Follows where persons are, and counts."""

    def __init__(self, hass: HomeAssistant, cameras: Mapping[str, CameraRuntime], watches: LiveWatches) -> None:
        """Take the hub's cameras, which may change."""
        self._hass = hass
        self._cameras = cameras
        self._store: Store[dict[str, _Count]] = Store(hass, STORAGE_VERSION, f"{DOMAIN}.lines")
        self._counts: dict[str, _Count] = {}
        self._loaded = False
        self._watches: dict[str, tuple[tuple[CameraLine, ...], LineWatch]] = {}
        watches.in_view.subscribe(self._looked)
        watches.interrupted.subscribe(self._interrupted)

    async def load(self) -> None:
        """Read what was counted before the restart; what was counted since stays."""
        for key, stored in (await self._store.async_load() or {}).items():
            known = self._counts.get(key)
            if known is None:
                self._counts[key] = stored
            elif known["day"] == stored["day"]:
                known["number"] += stored["number"]
        self._loaded = True
        self._tell_all()

    async def run(self) -> None:
        """Begin anew with each day, until cancelled."""
        leave = async_track_time_change(self._hass, self._day_began, hour=0, minute=0, second=0)
        try:
            await asyncio.Event().wait()
        finally:
            leave()

    async def save(self) -> None:
        """Write it now; not what was never read, which would empty the file."""
        if self._loaded:
            await self._store.async_save(self._counts)

    async def remove(self) -> None:
        """Remove the file: the hub is being removed."""
        await self._store.async_remove()

    @callback
    def today(self, camera_id: str, line_id: str, direction: Direction) -> int:
        """Return how many crossed a line in a direction since midnight."""
        counted = self._counts.get(_key(camera_id, line_id, direction))
        return counted["number"] if counted and counted["day"] == dt_util.now().date().isoformat() else 0

    def _looked(self, time: datetime, seen: InView) -> None:
        camera_id = seen.camera
        camera = self._cameras.get(camera_id)
        if camera is None or not camera.lines:
            self._watches.pop(camera_id, None)
            return
        lines, watch = self._watches.get(camera_id, (None, None))
        if watch is None or lines is not camera.lines:
            ends_of = {line.id: line.ends for line in camera.lines}
            watch = LineWatch(ends_of, camera.analysis_settings.clear_time)
            self._watches[camera_id] = camera.lines, watch
        by_id = {line.id: line for line in camera.lines}
        for crossing in watch.look(seen.persons, time.timestamp(), seen.aspect):
            self._crossed(
                camera,
                LineCrossing(
                    line=by_id[crossing.line],
                    direction=crossing.direction,
                    time=datetime.fromtimestamp(crossing.time, UTC),
                    track=crossing.track,
                ),
            )

    def _interrupted(self, camera_id: str) -> None:
        if camera_id in self._watches:
            self._watches[camera_id][1].interrupted()

    @callback
    def _crossed(self, camera: CameraRuntime, crossing: LineCrossing) -> None:
        key = _key(camera.camera_id, crossing.line.id, crossing.direction)
        day = _day(crossing.time).isoformat()
        counted = self._counts.get(key)
        if counted is None or counted["day"] < day:
            counted = self._counts[key] = _Count(day=day, number=0)
        if counted["day"] == day:
            counted["number"] += 1
        if self._loaded:  # or the store would give back what it is to write
            self._store.async_delay_save(lambda: self._counts, SAVE_DELAY)
        bus_events.fire_line(self._hass, camera, crossing)
        camera.line_crossings.tell(crossing)
        camera.changed()

    @callback
    def _day_began(self, _now: datetime) -> None:
        self._tell_all()

    @callback
    def _tell_all(self) -> None:
        for camera in self._cameras.values():
            if camera.lines:
                camera.changed()


def _key(camera_id: str, line_id: str, direction: Direction) -> str:
    return f"{camera_id}/{line_id}/{direction}"


def _day(moment: datetime) -> date:
    return dt_util.as_local(moment).date()
