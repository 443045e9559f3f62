"""A hub without recorder, database and worker: it has the face that platforms see, and shows what the test says."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import AsyncMock, MagicMock, patch

from homeassistant.config_entries import ConfigEntry, ConfigSubentryDataWithId
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.actions import async_setup_actions
from custom_components.mycamera.const import DOMAIN, PLATFORMS, SUBENTRY_CAMERA
from custom_components.mycamera.hub.camera import CameraState, LastPerson, LastRecording
from custom_components.mycamera.hub.deletion_record import DeletionRecord
from custom_components.mycamera.hub.storage_survey import Outlook
from custom_components.mycamera.hub.worker import WorkerStatus
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.settings.detection import CameraZone

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
    "advanced": {"stall_seconds": 10},
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


def person(event_id: str = "e1", **changes: Any) -> LastPerson:
    """Return a person's appearance."""
    values: dict[str, Any] = {
        "event_id": event_id,
        "first_seen": NOON,
        "last_seen": NOON + timedelta(seconds=8),
        "confidence": 0.87654,
        "image_path": f"front/{event_id}.jpg",
        "caption": "A person walks from left to right, 8 s",
        "caption_zh": "一人从左向右走过，8秒",
        "caption_source": "factual",
        "updated": NOON + timedelta(seconds=9),
    }
    return LastPerson(**{**values, **changes})


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


class Listeners:
    """Those who listen to something."""

    def __init__(self) -> None:
        self._listeners: list[Callable[..., None]] = []

    def subscribe(self, listener: Callable[..., None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, *what: Any) -> None:
        for listener in list(self._listeners):
            listener(*what)

    def __len__(self) -> int:
        return len(self._listeners)


class StandInCamera:
    """One camera, as entities see it."""

    def __init__(self, camera_id: str = CAMERA_ID, name: str = "Front door") -> None:
        self.camera_id = camera_id
        self.name = name
        self.source = self._source("/stream1")
        self.sub_source: RtspSource | None = self._source("/stream2")
        self.recording_enabled = True
        self.detection_enabled = True
        self.zones: tuple[CameraZone, ...] = ()
        self.state = CameraState(recording_status=RecorderState.RECORDING)
        self.listeners = Listeners()
        self.person_listeners = Listeners()
        self.subscribe = self.listeners.subscribe
        self.subscribe_persons = self.person_listeners.subscribe
        self.zone_listeners = Listeners()
        self.subscribe_zones = self.zone_listeners.subscribe

    @staticmethod
    def _source(path: str) -> RtspSource:
        return RtspSource(host="192.0.2.7", port=554, path=path, username="viewer", password=PASSWORD, transport="tcp")

    async def async_set_recording(self, enabled: bool) -> None:
        self.recording_enabled = enabled
        self.listeners.tell()

    async def async_set_detection(self, enabled: bool) -> None:
        self.detection_enabled = enabled
        self.listeners.tell()

    def show(self, **changes: Any) -> None:
        """Change the state and tell about it."""
        for name, value in changes.items():
            setattr(self.state, name, value)
        self.listeners.tell()


@dataclass
class StandInHub:
    """The hub, as platforms and actions see it."""

    hass: HomeAssistant
    entry: ConfigEntry[Any]
    snapshots_root: Path
    recordings_root: Path
    cameras: dict[str, StandInCamera] = field(default_factory=dict)
    database: Any = field(default_factory=lambda: SimpleNamespace(available=True, outage=None))
    captions: Any = field(default_factory=lambda: SimpleNamespace(enabled=True, blocked_reason=None))
    worker: Any = field(
        default_factory=lambda: SimpleNamespace(
            status=WorkerStatus.CONNECTED, device="cpu", version="0.1.0", error=None, health=None
        )
    )
    pending: Any = field(default_factory=lambda: SimpleNamespace(analyses=3, captions=1))
    free_space: int | None = 123_456_000_000
    deleted: DeletionRecord = field(default_factory=DeletionRecord)
    outlook: Outlook = field(default_factory=lambda: Outlook(days=12.34))
    protect_recordings: AsyncMock = field(default_factory=AsyncMock)
    retention: Any = field(default_factory=MagicMock)
    listeners: Listeners = field(default_factory=Listeners)
    camera_listeners: Listeners = field(default_factory=Listeners)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        return self.listeners.subscribe(listener)

    def subscribe_cameras(self, listener: Callable[[Any], None]) -> Callable[[], None]:
        return self.camera_listeners.subscribe(listener)

    @property
    def camera(self) -> StandInCamera:
        """The only camera."""
        return self.cameras[CAMERA_ID]

    def show(self, **changes: Any) -> None:
        """Change the hub and tell about it."""
        for name, value in changes.items():
            setattr(self, name, value)
        self.listeners.tell()


@asynccontextmanager
async def loaded_hub(hass: HomeAssistant, folder: Path) -> AsyncIterator[StandInHub]:
    """Load an entry whose hub is a stand-in with one camera."""
    entry = make_entry(hass, camera_subentry())
    hub = StandInHub(hass, entry, folder / "snapshots", folder / "recordings", {CAMERA_ID: StandInCamera()})

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
