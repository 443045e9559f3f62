"""What removed cameras leave behind: kept under their last name, deleted as a whole, joined when they return."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from homeassistant.core import callback
from homeassistant.helpers import device_registry as dr

from ..const import DOMAIN
from ..database import CameraTotal, Cursor, Database, DatabaseError, FileRoot
from ..settings.camera import address_digest
from ..settings.hardware_address import find_hardware_address
from ..signals import Signal

if TYPE_CHECKING:
    from .camera import CameraRuntime
    from .retention import Retention
    from .saved_state import SavedState

_LOGGER = logging.getLogger(__name__)

STEP: Final = 200
"""Rows that go in one transaction."""
_ANY_TIME: Final = datetime(9000, 1, 1, tzinfo=UTC)
"""After all that there is, also of a time when the clock was ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedCamera:
    """A camera that is no longer set up and of which there is something left. Sizes in bytes."""

    camera_id: str
    name: str
    """Its last one; with its address where another removed camera is called so."""
    host: str
    total: CameraTotal


class RemovedCameras:
    """Knows them by name. `run` is the owner's task."""

    def __init__(
        self,
        database: Database,
        memory: SavedState,
        cameras: Mapping[str, CameraRuntime],
        retention: Retention,
        devices: dr.DeviceRegistry,
    ) -> None:
        """Take the hub's parts; `cameras` may change."""
        self.changes: Signal[()] = Signal()
        """Others than before, or with more or less."""
        self.all: tuple[RemovedCamera, ...] = ()
        """By name."""
        self._database = database
        self._memory = memory
        self._cameras = cameras
        self._retention = retention
        self._devices = devices
        self._wake = asyncio.Event()

    @callback
    def wake(self) -> None:
        """Look soon: a camera came or went, or rows did."""
        self._wake.set()

    async def run(self) -> None:
        """Look whenever something has changed, until cancelled."""
        while True:
            self._wake.clear()
            try:
                await self.look()
            except DatabaseError as error:
                _LOGGER.debug("Removed cameras are looked for later: %s", error)
            await self._note_hardware()
            await self._wake.wait()

    async def _note_hardware(self) -> None:
        """Remember by what the cameras that are there would be known again at another address."""
        for camera_id, camera in list(self._cameras.items()):
            source = camera.source
            if hardware := await find_hardware_address(source.host):
                digest = address_digest(hardware, source.port, source.path)
                self._memory.note_hardware(camera_id, digest)
                self._name_hardware(camera_id, hardware)

    @callback
    def _name_hardware(self, camera_id: str, hardware: str) -> None:
        """Tell Home Assistant whose network card this is: it tells us when that gets another address."""
        connection = (dr.CONNECTION_NETWORK_MAC, dr.format_mac(hardware))
        devices = self._devices.async_get_devices(identifiers={(DOMAIN, camera_id)})
        if not devices or connection in devices[0].connections:
            return
        with suppress(dr.DeviceConnectionCollisionError):  # a recorder's, and another of its cameras names it
            self._devices.async_update_device(devices[0].id, merge_connections={connection})

    async def look(self) -> None:
        """Find out which there are. Raises DatabaseError."""
        totals = await self._database.camera_totals()
        found: list[RemovedCamera] = []
        for camera_id, total in totals.items():
            if camera_id not in self._cameras:
                name, host = self._memory.name_of(camera_id)
                if not host and (record := await self._database.latest_record(camera_id)):
                    host = record.camera_ip
                found.append(RemovedCamera(camera_id=camera_id, name=name, host=host, total=total))
        told = _told_apart(found)
        if told != self.all:
            self.all = told
            self.changes.tell()

    @callback
    def get(self, camera_id: str) -> RemovedCamera | None:
        """Return a camera that was removed and has footage or persons left; None where there is no such."""
        return next((camera for camera in self.all if camera.camera_id == camera_id), None)

    @callback
    def former(self, address: str, *, hardware: str | None, serial: str | None) -> str | None:
        """Return the id of the camera that was last removed from an address, whose history its return goes on with.

        Or that of the same `serial` number or `hardware`, which has another address now. All are digests.
        """
        return self._memory.last_at(address, hardware=hardware, serial=serial, present=self._cameras)

    async def delete(self, camera_id: str) -> CameraTotal:
        """Delete all that there is of one of them, protected or not; return what is left: what is analysed just now.

        Raises:
            DatabaseError: not all of it went; it can be done again.
            StorageError: rows went, and their files will as soon as their folder is there.
        """
        _LOGGER.warning("The history of the removed camera %s is deleted, as its user says", camera_id)
        await self._retention.pause()
        try:
            await self._database.protect(camera_ids=[camera_id], since=None, until=None, protected=False)
            await self._take_records(camera_id)
            while await self._database.take_detections_of(camera_id, limit=STEP):
                continue
            while await self._database.take_gaps(camera_id, _ANY_TIME, limit=STEP):
                continue
            for root in FileRoot:
                await self._retention.finish_deletions(root)
        finally:
            self._retention.go_on()
        self._retention.survey.forget()
        await self.look()
        left = self.get(camera_id)
        if left is None:
            self._memory.forget_name(camera_id)
        return CameraTotal(records=0, bytes=0, detections=0) if left is None else left.total

    async def _take_records(self, camera_id: str) -> None:
        before: Cursor | None = None
        while True:
            page = await self._database.page_records(camera_id=camera_id, before=before, limit=STEP)
            if page.items:
                await self._database.take_records([row.id for row in page.items])
            if page.next is None:
                return
            before = page.next


def _told_apart(cameras: list[RemovedCamera]) -> tuple[RemovedCamera, ...]:
    """Return them with names that differ."""
    named = [replace(camera, name=camera.name or camera.host or camera.camera_id) for camera in cameras]
    named = _marked(named, {camera.camera_id: camera.host for camera in cameras})
    named = _marked(named, {camera.camera_id: camera.camera_id[-6:] for camera in cameras})
    return tuple(sorted(named, key=lambda camera: (camera.name.casefold(), camera.camera_id)))


def _marked(cameras: list[RemovedCamera], marks: Mapping[str, str]) -> list[RemovedCamera]:
    """Add its mark to each name that others have, too."""
    names = Counter(camera.name.casefold() for camera in cameras)
    return [
        replace(camera, name=f"{camera.name} ({marks[camera.camera_id]})")
        if names[camera.name.casefold()] > 1
        else camera
        for camera in cameras
    ]
