"""A loaded hub on a real database and real files, for the tests of what users see of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from homeassistant.config_entries import ConfigEntry, ConfigFlow, ConfigSubentryDataWithId
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.loader import async_get_integration
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry, mock_config_flow, mock_platform

from custom_components.mycamera.analysis.signal import Signal
from custom_components.mycamera.const import DOMAIN, SUBENTRY_CAMERA
from custom_components.mycamera.database import (
    Box,
    Database,
    DatabaseConfig,
    DatabaseUnavailable,
    NewDetection,
    NewGap,
    NewRecord,
    RecordStatus,
)
from custom_components.mycamera.recording.archive.storage import MARKER
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.settings.detection import CameraZone
from custom_components.mycamera.web.queries import async_register_commands
from custom_components.mycamera.web.views import async_register_views

FRONT = "01FRONT"
YARD = "01YARD"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
JPEG = b"\xff\xd8\xff\xe0" + b"picture" * 40 + b"\xff\xd9"
SMALL_JPEG = b"\xff\xd8\xff\xe0" + b"small" * 8 + b"\xff\xd9"
VIDEO = bytes(range(256)) * 64


@dataclass
class SurfaceCamera:
    """A camera, as the panel sees it."""

    camera_id: str
    name: str
    recording_enabled: bool = True
    detection_enabled: bool = True
    zones: tuple[CameraZone, ...] = ()
    state: SimpleNamespace = field(
        default_factory=lambda: SimpleNamespace(
            recording_status="recording", recording_error=None, watching=True, persons=0, zones={}, last_recording=None
        )
    )
    changes: Signal[()] = field(default_factory=Signal[()])

    @property
    def source(self) -> RtspSource:
        """Its main stream, at a host of its own."""
        return RtspSource(host=f"{self.camera_id.lower()}.lan", port=554, path="/main")


@dataclass
class SurfaceHub:
    """A hub, as the panel sees it, with a way to fill it."""

    hass: HomeAssistant
    entry: ConfigEntry[Any]
    database: Any
    recordings_root: Path
    snapshots_root: Path
    cameras: dict[str, SurfaceCamera]
    worker: Any = field(
        default_factory=lambda: SimpleNamespace(
            status="connected", device="cpu", version="0.1.0", error="no module named torch in /srv/secret"
        )
    )
    pending: Any = field(default_factory=lambda: SimpleNamespace(analyses=2, captions=None))
    captions: Any = field(default_factory=lambda: SimpleNamespace(enabled=True))
    changes: Signal[()] = field(default_factory=Signal[()])

    async def protect_recordings(
        self, *, camera_ids: list[str] | None, since: datetime | None, until: datetime | None, protect: bool
    ) -> int:
        count: int = await self.database.protect(camera_ids=camera_ids, since=since, until=until, protected=protect)
        return count

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
        row_id: int = page.items[0].id
        return row_id

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
        self.database = Away()


class Away:
    """A database that cannot be reached."""

    available = False
    outage = SimpleNamespace(since=NOON, waiting=4)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        async def fail(*_: Any, **__: Any) -> Any:
            raise DatabaseUnavailable("connection refused")

        return fail


@asynccontextmanager
async def loaded_surfaces(hass: HomeAssistant, folder: Path) -> AsyncIterator[SurfaceHub]:
    """Load an entry whose hub has two cameras, with the views and commands registered."""
    cameras = {FRONT: "Front door", YARD: "Yard"}
    entry = MockConfigEntry(
        domain=DOMAIN,
        data={},
        subentries_data=[
            ConfigSubentryDataWithId(
                subentry_id=camera_id, subentry_type=SUBENTRY_CAMERA, title=name, unique_id=None, data={}
            )
            for camera_id, name in cameras.items()
        ],
    )
    entry.add_to_hass(hass)
    for camera_id, name in cameras.items():
        er.async_get(hass).async_get_or_create(
            "camera",
            DOMAIN,
            f"{camera_id}_camera",
            config_entry=entry,
            config_subentry_id=camera_id,
            suggested_object_id=name,
        )
    database = Database(DatabaseConfig.sqlite(folder / "mycamera.db"), journal_path=folder / "journal")
    await database.open()
    hub = SurfaceHub(
        hass,
        entry,
        database,
        folder / "recordings",
        folder / "snapshots",
        {camera_id: SurfaceCamera(camera_id, name) for camera_id, name in cameras.items()},
    )
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
