"""A loaded hub on a real database and real files, for the tests of what users see of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from homeassistant.config_entries import ConfigEntry, ConfigFlow
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.loader import async_get_integration
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import mock_config_flow, mock_platform

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import (
    Box,
    Database,
    DatabaseUnavailable,
    NewDetection,
    NewGap,
    NewRecord,
    Outage,
    RecordStatus,
)
from custom_components.mycamera.hub.hub import Hub, MyCameraConfigEntry
from custom_components.mycamera.hub.worker import WorkerStatus
from custom_components.mycamera.recording.archive.storage import MARKER
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.web.queries import async_register_commands
from custom_components.mycamera.web.views import async_register_views

from .migrated import with_tables
from .stand_in import NOON, QuietDatabase, camera_subentry, make_entry

type Ask = Callable[..., Awaitable[dict[str, Any]]]
"""Sends a command to the panel's WebSocket and returns the whole answer."""

FRONT = "01FRONT"
YARD = "01YARD"
JPEG = b"\xff\xd8\xff\xe0" + b"picture" * 40 + b"\xff\xd9"
SMALL_JPEG = b"\xff\xd8\xff\xe0" + b"small" * 8 + b"\xff\xd9"
VIDEO = bytes(range(256)) * 64


class SurfaceHub(Hub):
    """The real hub before it starts, on a database that answers and folders that are there, with a way to fill them."""

    def __init__(self, hass: HomeAssistant, entry: MyCameraConfigEntry, folder: Path) -> None:
        super().__init__(hass, entry)
        self._folder = folder
        self.database = Database(with_tables(folder / "mycamera.db"), journal_path=folder / "journal")
        self.exports._database = self.database
        self.worker.status, self.worker.device, self.worker.version = WorkerStatus.CONNECTED, "cpu", "0.1.0"
        self.worker.error = "no module named torch in /srv/secret"
        self.pending.analyses = 2

    async def recall(self) -> None:
        """Make the cameras, as at a start; they record and are watched, as far as anybody sees."""
        await self._camera_owner.recall()
        for camera in self.cameras.values():
            camera.state.recording_status = RecorderState.RECORDING
            camera.state.watching, camera.state.persons = True, 0

    async def add_record(
        self, camera_id: str, minute: int, *, path: str | None = None, size: int = len(VIDEO), **changes: Any
    ) -> int:
        """Store a segment that begins `minute` minutes after noon, and its row; return the row's id."""
        start = NOON + timedelta(minutes=minute)
        relative = path if path is not None else f"{camera_id}/{minute}.mp4"
        if path is None and size:
            file = self.recordings_root / relative
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(VIDEO)
        await self.database.add_record(
            NewRecord(
                **{
                    "camera_id": camera_id,
                    "camera_ip": "192.0.2.7",
                    "start_time": start,
                    "end_time": start + timedelta(minutes=1),
                    "status": RecordStatus.SUCCESS,
                    "file_path": relative,
                    "file_size": size,
                    "duration": 60.0,
                    "codec": "h264",
                    **changes,
                }
            )
        )
        page = await self.database.page_records(camera_id=camera_id, since=start, until=start + timedelta(seconds=1))
        return page.items[0].id

    async def add_person(
        self,
        camera_id: str,
        event_id: str,
        seconds: float,
        *,
        image_path: str | None = None,
        thumbnail: bool = True,
        **changes: Any,
    ) -> None:
        """Store a person first seen `seconds` after noon, with its pictures."""
        first_seen = NOON + timedelta(seconds=seconds)
        relative = image_path if image_path is not None else f"{camera_id}/{event_id}.jpg"
        if image_path is None:
            file = self.snapshots_root / relative
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(JPEG)
            file.with_name(f"{event_id}_small.jpg").write_bytes(SMALL_JPEG)
        await self.database.add_detection(
            camera_id,
            NewDetection(
                **{
                    "event_id": event_id,
                    "frame_number": 10,
                    "timestamp": 1.0,
                    "first_seen": first_seen,
                    "last_seen": first_seen + timedelta(seconds=8),
                    "confidence": 0.75,
                    "box": Box(0.1, 0.1, 0.4, 0.9),
                    "image_path": relative,
                    "thumbnail_path": f"{camera_id}/{event_id}_small.jpg" if thumbnail else None,
                    "model": "yolov8n.pt",
                    "caption": "A person walks from left to right, 8 s",
                    "caption_zh": "一人从左向右走过，8秒",
                    **changes,
                }
            ),
        )

    async def add_gap(self, camera_id: str, minute: int, cause: str) -> None:
        start = NOON + timedelta(minutes=minute)
        await self.database.add_gap(
            NewGap(
                camera_id=camera_id,
                camera_ip="192.0.2.7",
                start_time=start,
                end_time=start + timedelta(seconds=30),
                cause=cause,
            )
        )

    def take_database_away(self) -> None:
        """From now on every question fails."""
        away = QuietDatabase(self.database.config, journal_path=self._folder / "journal of an outage")
        away.shown_available, away.shown_outage = False, Outage(NOON, 4, DatabaseUnavailable("connection refused"))
        self.database = self.exports._database = away


@asynccontextmanager
async def loaded_surfaces(hass: HomeAssistant, folder: Path) -> AsyncIterator[SurfaceHub]:
    """Load an entry whose hub has two cameras, with the views and commands registered."""
    cameras = {FRONT: "Front door", YARD: "Yard"}
    entry = make_entry(
        hass,
        *(
            camera_subentry(camera_id, name, host=f"{camera_id.lower()}.lan", main_path="/main")
            for camera_id, name in cameras.items()
        ),
        storage={"recordings_path": str(folder / "recordings"), "snapshots_path": str(folder / "snapshots")},
    )
    for camera_id, name in cameras.items():
        er.async_get(hass).async_get_or_create(
            "camera",
            DOMAIN,
            f"{camera_id}_camera",
            config_entry=entry,
            config_subentry_id=camera_id,
            suggested_object_id=name,
        )
    hub = SurfaceHub(hass, entry, folder)
    database = hub.database
    await database.open()
    await hub.recall()
    for root in (hub.recordings_root, hub.snapshots_root):
        root.mkdir()
        (root / MARKER).touch()

    async def async_setup(hass: HomeAssistant, _config: Any) -> bool:
        async_register_views(hass)
        async_register_commands(hass)
        return True

    async def async_setup_entry(_hass: HomeAssistant, entry: ConfigEntry[Any]) -> bool:
        entry.runtime_data = hub
        return True

    async def async_unload_entry(_hass: HomeAssistant, _entry: ConfigEntry[Any]) -> bool:
        return True

    await async_get_integration(hass, DOMAIN)
    mock_platform(hass, f"{DOMAIN}.config_flow")
    with (
        mock_config_flow(DOMAIN, ConfigFlow),
        patch(f"custom_components.{DOMAIN}.async_setup", async_setup, create=True),
        patch(f"custom_components.{DOMAIN}.async_setup_entry", async_setup_entry, create=True),
        patch(f"custom_components.{DOMAIN}.async_unload_entry", async_unload_entry, create=True),
    ):
        assert await async_setup_component(hass, DOMAIN, {})
        await hass.async_block_till_done()
        try:
            yield hub
        finally:
            await database.close()
