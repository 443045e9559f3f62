"""What the hub's entities show of worker, queues, database and disk."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import AsyncMock, patch

from homeassistant.const import STATE_OFF, STATE_ON, STATE_UNAVAILABLE, STATE_UNKNOWN, Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import MOST_COUNTED
from custom_components.mycamera.hub.storage_survey import Outlook
from custom_components.mycamera.hub.worker import WorkerStatus
from custom_components.mycamera.worker.protocol.health import Health, ModelDownload
from custom_components.mycamera.worker.protocol.versions import VERSION

from .shown import entity_id, state
from .stand_in import (
    ENTRY_ID,
    QuietHub,
    loaded_hub,
)


async def test_how_the_worker_keeps_up(hass: HomeAssistant, hub: QuietHub) -> None:
    for key in ("inference_time", "dropped_frames"):
        assert state(hass, Platform.SENSOR, key, ENTRY_ID).state == STATE_UNAVAILABLE
    hub.worker._take_health(Health(queued=0, running=0, watching=1, inference_ms=41.26))
    assert state(hass, Platform.SENSOR, "inference_time", ENTRY_ID).state == "41.3"
    assert state(hass, Platform.SENSOR, "dropped_frames", ENTRY_ID).state == "0"
    hub.worker.load.dropped, hub.worker.load.overloaded, hub.worker.load.left_out = 500, True, 42
    hub.changes.tell()
    dropped = state(hass, Platform.SENSOR, "dropped_frames", ENTRY_ID)
    assert [dropped.state, dropped.attributes["overloaded"], dropped.attributes["left_out_percent"]] == [
        "500",
        True,
        42,
    ]

    assert state(hass, Platform.SENSOR, "model_download", ENTRY_ID).state == STATE_UNKNOWN
    downloads = (
        ModelDownload(name="yolo11n.pt", received=1_000_000, total=4_000_000),
        ModelDownload(name="a/b", received=2_000_000, total=4_000_000),
    )
    hub.worker._take_health(Health(queued=0, running=0, watching=1, downloads=downloads))
    download = state(hass, Platform.SENSOR, "model_download", ENTRY_ID)
    assert [download.state, download.attributes["models"]] == ["37.5", ["yolo11n.pt", "a/b"]]
    nowhere = (ModelDownload(name="yolo11n.pt", received=5),)  # its host does not tell how large it is
    hub.worker._take_health(Health(queued=0, running=0, watching=1, downloads=nowhere))
    assert state(hass, Platform.SENSOR, "model_download", ENTRY_ID).state == STATE_UNKNOWN

    assert state(hass, Platform.SENSOR, "pending_analyses", ENTRY_ID).attributes["minutes_behind"] == 0
    hub.count_pending(236, 1)
    hub.changes.tell()
    assert state(hass, Platform.SENSOR, "pending_analyses", ENTRY_ID).attributes["minutes_behind"] == 236
    hub.count_pending(None, None)
    hub.changes.tell()
    assert hub.minutes_behind is None


async def test_hub(hass: HomeAssistant, hub: QuietHub) -> None:
    worker = state(hass, Platform.SENSOR, "worker", ENTRY_ID)
    assert worker.state == "connected"
    assert worker.attributes["device"] == "cpu"
    assert worker.attributes["version"] == "0.1.0"
    assert worker.attributes["detector_model"] == "yolov8n.pt"
    assert state(hass, Platform.SENSOR, "pending_analyses", ENTRY_ID).state == "3"
    assert state(hass, Platform.SENSOR, "pending_captions", ENTRY_ID).state == "1"
    hub.count_pending(MOST_COUNTED, 1)
    hub.changes.tell()
    for key, at_least in (("pending_analyses", True), ("pending_captions", False)):
        assert state(hass, Platform.SENSOR, key, ENTRY_ID).attributes["at_least"] is at_least
    assert state(hass, Platform.BINARY_SENSOR, "database", ENTRY_ID).state == STATE_ON
    assert state(hass, Platform.BINARY_SENSOR, "worker_connection", ENTRY_ID).state == STATE_ON
    assert state(hass, Platform.SENSOR, "worker_device", ENTRY_ID).state == "cpu"
    assert state(hass, Platform.SENSOR, "detector_model", ENTRY_ID).state == "yolov8n.pt"
    assert state(hass, Platform.SENSOR, "database_size", ENTRY_ID).state == STATE_UNAVAILABLE
    hub.retention.survey.database_size = 12_345_678
    hub.changes.tell()
    assert state(hass, Platform.SENSOR, "database_size", ENTRY_ID).state == "12.35"

    hub.database.shown_available = False
    hub.worker.status, hub.worker.error = WorkerStatus.FAILED, "it died"
    hub.count_pending(None, None)
    hub.changes.tell()
    assert state(hass, Platform.SENSOR, "worker", ENTRY_ID).state == "failed"
    assert state(hass, Platform.BINARY_SENSOR, "worker_connection", ENTRY_ID).state == STATE_OFF
    assert state(hass, Platform.SENSOR, "worker", ENTRY_ID).attributes["error"] == "it died"
    assert state(hass, Platform.SENSOR, "pending_analyses", ENTRY_ID).state == STATE_UNAVAILABLE
    assert state(hass, Platform.SENSOR, "pending_captions", ENTRY_ID).state == STATE_UNAVAILABLE
    assert state(hass, Platform.BINARY_SENSOR, "database", ENTRY_ID).state == STATE_OFF


async def test_the_disk(hass: HomeAssistant, hub: QuietHub) -> None:
    assert state(hass, Platform.SENSOR, "free_space", ENTRY_ID).state == "123.456"
    assert state(hass, Platform.SENSOR, "days_until_full", ENTRY_ID).state == "12.3"
    hub.retention.survey.outlook = Outlook(never=True)
    hub.changes.tell()
    never = state(hass, Platform.SENSOR, "days_until_full", ENTRY_ID)
    assert (never.state, never.attributes["never_full"]) == (STATE_UNKNOWN, True)
    hub.retention.space = None
    hub.changes.tell()
    assert state(hass, Platform.SENSOR, "free_space", ENTRY_ID).state == STATE_UNAVAILABLE
    assert state(hass, Platform.SENSOR, "days_until_full", ENTRY_ID).state == STATE_UNAVAILABLE


async def test_the_worker_is_compared_with_the_integration(hass: HomeAssistant, hub: QuietHub) -> None:
    assert state(hass, Platform.UPDATE, "worker_update", ENTRY_ID).state == STATE_OFF
    hub.worker.version = "0.0.9"
    hub.changes.tell()
    shown = state(hass, Platform.UPDATE, "worker_update", ENTRY_ID)
    assert shown.state == STATE_ON
    assert (shown.attributes["installed_version"], shown.attributes["latest_version"]) == ("0.0.9", VERSION)
    for version, expected in (("99.0.0", STATE_OFF), (None, STATE_UNKNOWN)):
        hub.worker.version = version
        hub.changes.tell()
        assert state(hass, Platform.UPDATE, "worker_update", ENTRY_ID).state == expected
    # One that runs elsewhere is not ours to restart.
    assert er.async_get(hass).async_get_entity_id(Platform.BUTTON, DOMAIN, f"{ENTRY_ID}_restart_worker") is None


async def test_a_worker_of_ours_can_be_restarted(hass: HomeAssistant, tmp_path: Path) -> None:
    managed = {"mode": "managed", "python": "/usr/bin/python3"}
    async with loaded_hub(hass, tmp_path, worker=managed) as hub:
        button = entity_id(hass, Platform.BUTTON, "restart_worker", ENTRY_ID)
        assert hub.worker._managed is not None
        with patch.object(hub.worker._managed, "restart", AsyncMock()) as restart:
            await hass.services.async_call("button", "press", {"entity_id": button}, blocking=True)
        restart.assert_awaited_once_with()
