"""The real hub without what runs: no recorder, no database, no worker. It shows what the test says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, override
from unittest.mock import patch

from homeassistant.config_entries import ConfigEntry, ConfigSubentryDataWithId
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.actions.setup import async_setup_actions
from custom_components.mycamera.const import CONF_WORKER, DOMAIN, PLATFORMS, SQLITE_FILE, SUBENTRY_CAMERA
from custom_components.mycamera.database import Box, Database, NewDetection, Outage
from custom_components.mycamera.hub.camera import CameraRuntime
from custom_components.mycamera.hub.camera_state import LastRecording
from custom_components.mycamera.hub.hub import Hub, MyCameraConfigEntry
from custom_components.mycamera.hub.recorders import Recorders
from custom_components.mycamera.hub.storage_survey import Outlook
from custom_components.mycamera.hub.worker import WorkerStatus
from custom_components.mycamera.recording.archive.storage import Space
from custom_components.mycamera.recording.recorder import CameraRecorder
from custom_components.mycamera.recording.status import RecorderState

from .migrated import with_tables

ENTRY_ID = "01HUB"
CAMERA_ID = "01CAMERA"
PASSWORD = "sw0rdfish&c"
DATABASE_PASSWORD = "corr3ct horse"
TOKEN = "t0ken-of-the-worker"

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

HUB_DATA: dict[str, Any] = {
    "database": {
        "type": "mysql",
        "host": "db.internal",
        "port": 3306,
        "username": "watcher",
        "password": DATABASE_PASSWORD,
        "name": "cameras",
    },
    "storage": {"recordings_path": "/media/mycamera/recordings", "snapshots_path": "/media/mycamera/snapshots"},
    "worker": {"mode": "remote", "url": "ws://gpu.internal:8765", "token": TOKEN},
    "models": {
        "detector_model": "yolov8n.pt",
        "person_classes": ["person"],
        "min_score": 0.4,
        "captions": True,
        "caption_model": "Salesforce/blip2-flan-t5-xl",
        "translation_model": "Helsinki-NLP/opus-mt-en-zh",
        "caption_precision": "int8",
    },
}

CAMERA_DATA: dict[str, Any] = {
    "host": "192.0.2.7",
    "port": 554,
    "username": "viewer",
    "password": PASSWORD,
    "main_path": "/stream1",
    "sub_path": "/stream2",
    "transport": "tcp",
    "retention": {"keep_days": 14, "keep_days_persons": 30},
    "advanced": {"sound": True, "stall_seconds": 10},
}


def camera_subentry(camera_id: str = CAMERA_ID, title: str = "Front door", **data: Any) -> ConfigSubentryDataWithId:
    """Return a camera's subentry."""
    return ConfigSubentryDataWithId(
        subentry_id=camera_id,
        subentry_type=SUBENTRY_CAMERA,
        title=title,
        unique_id=None,
        data={**CAMERA_DATA, **data},
    )


def make_entry(hass: HomeAssistant, *subentries: ConfigSubentryDataWithId, **data: Any) -> MockConfigEntry:
    """Return a hub's entry, known to Home Assistant but not loaded."""
    entry = MockConfigEntry(
        domain=DOMAIN,
        entry_id=ENTRY_ID,
        title="MyCamera",
        data={**HUB_DATA, **data},
        subentries_data=subentries,
    )
    entry.add_to_hass(hass)
    return entry


async def set_up(hass: HomeAssistant, folder: Path) -> None:
    """Set the integration up, with a hub whose database, in the configuration's folder, has its tables already.

    The hub waits for it, where Home Assistant's start would go on without a database that is slow.
    """
    with_tables(folder / SQLITE_FILE)
    with patch("custom_components.mycamera.hub.hub.DATABASE_HEAD_START", 60):
        assert await async_setup_component(hass, DOMAIN, {})
    await hass.async_block_till_done()


def person(event_id: str = "e1", **changes: Any) -> NewDetection:
    """Return a person's appearance."""
    values: dict[str, Any] = {
        "event_id": event_id,
        "first_seen": NOON,
        "last_seen": NOON + timedelta(seconds=8),
        "confidence": 0.87654,
        "box": Box(0.1, 0.2, 0.3, 0.8),
        "image_path": f"front/{event_id}.jpg",
        "model": "yolov8n.pt",
        "caption": "A person walks from left to right, 8 s",
        "caption_zh": "一人从左向右走过，8秒",
    }
    return NewDetection(**{**values, **changes})


def recording(**changes: Any) -> LastRecording:
    """Return a closed segment."""
    values: dict[str, Any] = {
        "start": NOON,
        "end": NOON + timedelta(minutes=1),
        "status": "success",
        "file_path": "front/2026-11-22/12-00-00.mp4",
        "file_size": 7_000_000,
        "error": None,
    }
    return LastRecording(**{**values, **changes})


class IdleRecorder(CameraRecorder):
    """A recorder that records nothing."""

    @override
    async def start(self) -> None:
        pass

    @override
    async def stop(self) -> None:
        pass

    @override
    async def hand_over(self, seconds: float) -> None:
        pass


class IdleRecorders(Recorders):
    """Makes recorders that record nothing."""

    @override
    def make(self, camera: CameraRuntime) -> CameraRecorder:
        made = super().make(camera)
        made.__class__ = IdleRecorder
        return made


class QuietDatabase(Database):
    """A database that nobody opened, and that says of itself what the test says."""

    shown_available = True
    shown_outage: Outage | None = None

    @property
    @override
    def available(self) -> bool:
        return self.shown_available

    @property
    @override
    def outage(self) -> Outage | None:
        return self.shown_outage


class QuietHub(Hub):
    """The real hub before it starts: nothing records, connects or asks, and it shows what the test says."""

    database: QuietDatabase

    def __init__(self, hass: HomeAssistant, entry: MyCameraConfigEntry, folder: Path) -> None:
        super().__init__(hass, entry)
        self.database = QuietDatabase(self.database.config, journal_path=folder / "journal")
        self.exports._database = self.database
        self.snapshots_root = folder / "snapshots"
        self.recordings_root = folder / "recordings"
        self._camera_owner._recorders = IdleRecorders(
            hass, storage=self.storage, record_writer=self.record_writer, worker=self.entry_data[CONF_WORKER]
        )
        self.worker.status, self.worker.device, self.worker.version = WorkerStatus.CONNECTED, "cpu", "0.1.0"
        self.worker.connection._ready.set()
        self.count_pending(3, 1)
        self.retention.space = Space(total=1_000_000_000_000, free=123_456_000_000)
        self.retention.survey.outlook = Outlook(days=12.34)

    async def recall(self) -> None:
        """Make the cameras, as at a start; they record, as far as anybody sees."""
        await self._camera_owner.recall()
        for camera in self.cameras.values():
            camera.state.recording_status = RecorderState.RECORDING

    def count_pending(self, analyses: int | None, captions: int | None) -> None:
        """Have so many waiting, for long."""
        self.pending.analyses, self.pending.captions = analyses, captions
        for lasting, number in ((self.pending.lasting_analyses, analyses), (self.pending.lasting_captions, captions)):
            lasting.count(None)
            lasting.count(number)

    @property
    def camera(self) -> CameraRuntime:
        """The only camera."""
        return self.cameras[CAMERA_ID]


def show(camera: CameraRuntime, **changes: Any) -> None:
    """Change a camera's state and tell about it."""
    for name, value in changes.items():
        assert hasattr(camera.state, name), name
        setattr(camera.state, name, value)
    camera.changed()


@asynccontextmanager
async def loaded_hub(hass: HomeAssistant, folder: Path, **data: Any) -> AsyncIterator[QuietHub]:
    """Load an entry whose hub is not started, with one camera."""
    entry = make_entry(hass, camera_subentry(), **data)
    hub = QuietHub(hass, entry, folder)
    await hub.recall()

    async def async_setup(hass: HomeAssistant, _config: Any) -> bool:
        async_setup_actions(hass)
        return True

    async def async_setup_entry(hass: HomeAssistant, entry: ConfigEntry[Any]) -> bool:
        entry.runtime_data = hub
        await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
        return True

    async def async_unload_entry(hass: HomeAssistant, entry: ConfigEntry[Any]) -> bool:
        return await hass.config_entries.async_unload_platforms(entry, PLATFORMS)

    with (
        patch(f"custom_components.{DOMAIN}.async_setup", async_setup, create=True),
        patch(f"custom_components.{DOMAIN}.async_setup_entry", async_setup_entry, create=True),
        patch(f"custom_components.{DOMAIN}.async_unload_entry", async_unload_entry, create=True),
    ):
        assert await async_setup_component(hass, DOMAIN, {})
        await hass.async_block_till_done()
        yield hub
        hub.pending.stop()
