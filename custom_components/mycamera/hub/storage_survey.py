"""How much footage there is, how much of the last day it covers, and when the disk will be full."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from homeassistant.core import callback
from homeassistant.util import dt as dt_util

from ..const import SEGMENT_SECONDS
from ..database import Database, Usage
from ..recording.archive.run_folder import open_bytes
from ..recording.archive.storage import StorageRoot
from ..recording.retention.coverage import measure
from ..recording.retention.outlook import Growth, days_until_full

if TYPE_CHECKING:
    from .camera import CameraRuntime

SUM_SECONDS: Final = 3600.0
"""So often the sizes of all recordings are summed; in between, what comes and goes is added and subtracted."""
SIZE_SECONDS: Final = 600.0
"""So often the database's own size is asked for."""
DAY: Final = timedelta(days=1)
CLOSING: Final = timedelta(seconds=2.5 * SEGMENT_SECONDS)
"""Footage may be so old before it has a row."""
SHORTEST_HISTORY: Final = timedelta(hours=1)
"""From less than this no growth is foretold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """When the disk is full. `days` is None where that is not known or, with `never`, where it does not happen."""

    days: float | None = None
    never: bool = False


class StorageSurvey:
    """Knows the sizes, and shows the cameras' storage and coverage in their states."""

    def __init__(self, database: Database, cameras: Mapping[str, CameraRuntime]) -> None:
        """Take the database and the hub's cameras, which may change."""
        self.outlook = Outlook()
        self._database = database
        self._cameras = cameras
        self.usage: dict[str, Usage] = {}
        """What the database knows of each camera's footage."""
        self._open: dict[str, int] = {}
        """Bytes of each camera that are not closed yet, or could not be."""
        self._summed: float | None = None
        self.database_size: int | None = None
        """Bytes; None while that is not known."""
        self._sized = 0.0

    @property
    def used(self) -> dict[str, int]:
        """Bytes of footage by camera, as far as they are known."""
        return {camera_id: usage.bytes + self._open.get(camera_id, 0) for camera_id, usage in self.usage.items()}

    async def measure_open(self, root: StorageRoot) -> None:
        """Look how much lies in the folders of files that are still open: it takes room like all else."""
        ids = list(self._cameras)
        sizes = await asyncio.to_thread(lambda: [open_bytes(root.path, camera_id) for camera_id in ids])
        self._open = dict(zip(ids, sizes, strict=True))

    @callback
    def add(self, camera_id: str, size: int, records: int = 1) -> None:
        """Take note of footage that came or, with negative numbers, went."""
        if usage := self.usage.get(camera_id):
            self.usage[camera_id] = replace(usage, bytes=usage.bytes + size, records=usage.records + records)

    @callback
    def forget(self) -> None:
        """Sum anew the next time."""
        self._summed = None

    async def know(self, camera_ids: Collection[str]) -> None:
        """Sum what is not known, or not anew for long. Raises DatabaseError."""
        if self._summed is None or time.monotonic() - self._summed > SUM_SECONDS:
            self.usage.clear()
            self._summed = time.monotonic()
        for camera_id in camera_ids:
            if camera_id not in self.usage:
                self.usage[camera_id] = await self._database.usage(camera_id)

    async def show(self, room: int | None) -> None:
        """Tell every camera what it has, and foretell when `room` (bytes) is used up. Raises DatabaseError."""
        now = dt_util.utcnow()
        if self.database_size is None or time.monotonic() - self._sized > SIZE_SECONDS:
            self.database_size = await self._database.measure_size()
            self._sized = time.monotonic()
        growths: list[Growth] = []
        for camera in list(self._cameras.values()):
            await self.know([camera.camera_id])
            usage = self.usage[camera.camera_id]
            ledger = await self._database.ledger(camera.camera_id, now - DAY)
            coverage = measure(
                ledger.footage,
                ledger.gaps,
                since=now - DAY,
                until=now,
                earlier=ledger.earlier,
                closing=CLOSING,
            )
            shown = replace(usage, bytes=usage.bytes + self._open.get(camera.camera_id, 0))
            camera.storage_surveyed(shown, coverage)
            history = DAY - timedelta(seconds=coverage.before)
            growths += await self._growth(camera, usage, now, history)
        self.outlook = Outlook()
        if room is not None and growths:
            days = days_until_full(room, growths)
            self.outlook = Outlook(days=days, never=days is None)

    async def _growth(self, camera: CameraRuntime, usage: Usage, now: datetime, history: timedelta) -> list[Growth]:
        if history < SHORTEST_HISTORY:
            return []
        plain, persons = await self._database.recorded_bytes(camera.camera_id, now - DAY)
        days = history / DAY
        return [
            Growth(used=usage.bytes, plain_a_day=plain / days, persons_a_day=persons / days, rules=camera.config.rules)
        ]

    def know_nothing(self) -> None:
        """Show that nothing is known, while the database is away."""
        self.outlook = Outlook()
        self.database_size = None
        for camera in self._cameras.values():
            camera.storage_surveyed(None, None)
