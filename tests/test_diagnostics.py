"""Diagnostics and system information: enough to help, nothing that opens a door."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import get_system_health_info
from pytest_homeassistant_custom_component.components.diagnostics import get_diagnostics_for_config_entry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import DatabaseUnavailable, Outage, Usage
from custom_components.mycamera.recording.retention.coverage import Coverage
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.worker.protocol.health import Health

from .stand_in import (
    CAMERA_DATA,
    DATABASE_PASSWORD,
    ENTRY_ID,
    HUB_DATA,
    NOON,
    PASSWORD,
    TOKEN,
    QuietHub,
    person,
    recording,
    show,
)


async def test_no_secrets(hass: HomeAssistant, hub: QuietHub, hass_client: ClientSessionGenerator) -> None:
    url = hub.camera.source.url
    hub.database.shown_outage = Outage(NOON, 12, DatabaseUnavailable("away"))
    hub.worker.error = f"refused {TOKEN} at ws://gpu.internal:8765: no way to host gpu.internal port 8765"
    hub.worker.health = Health(queued=1, running=1, watching=2)
    show(
        hub.camera,
        recording_error=f"{url}: 401 for viewer:{PASSWORD}",
        last_recording=recording(error=f"cannot open {url}"),
        last_person=person(caption="A secret visit"),
        coverage=Coverage(recorded=300, missing=100, unknown=0, before=86_000, gaps=7),
        storage=Usage(bytes=70_000_000, protected=0, records=10),
    )
    assert await async_setup_component(hass, "diagnostics", {})
    entry: Any = hub.entry
    report = await get_diagnostics_for_config_entry(hass, hass_client, entry)
    text = json.dumps(report)
    for secret in (PASSWORD, DATABASE_PASSWORD, TOKEN, "192.0.2.7", "db.internal", "gpu.internal", "viewer", "watcher"):
        assert secret not in text
    assert "visit" not in text
    assert "stream1" not in text
    assert report["hub"]["worker"]["status"] == "connected"
    assert report["hub"]["worker"]["health"]["watching"] == 2
    assert report["hub"]["database"]["outage"] == {"since": NOON.isoformat(), "waiting": 12}
    assert report["entry"]["data"]["models"] == HUB_DATA["models"]
    assert report["entry"]["data"]["database"]["name"] == "cameras"
    [camera] = report["cameras"]
    assert camera["data"]["port"] == CAMERA_DATA["port"]
    assert camera["recording_status"] == "recording"
    assert (camera["coverage"]["percent"], camera["coverage"]["gaps"]) == (75, 7)
    assert camera["storage"]["records"] == 10
    assert report["hub"]["storage"] == {"free_space": 123_456_000_000, "days": 12.34, "never": False}
    assert camera["last_recording"]["end"] == (NOON + timedelta(minutes=1)).isoformat()


async def test_addresses_that_errors_tell_and_our_own_name(
    hass: HomeAssistant, hub: QuietHub, hass_client: ClientSessionGenerator
) -> None:
    """An error may tell the address that a name stands for; our own name stays, whoever is called so."""
    data = hub.entry.data
    database = {**data["database"], "username": "mycamera"}
    hass.config_entries.async_update_entry(hub.entry, data={**data, "database": database})
    hub.worker.error = "mycamera: Connect call failed ('10.20.30.40', 8765), [2001:db8::7]:8765, version 0.22.1"
    assert await async_setup_component(hass, "diagnostics", {})
    entry: Any = hub.entry
    report = await get_diagnostics_for_config_entry(hass, hass_client, entry)
    error = report["hub"]["worker"]["error"]
    assert error == "mycamera: Connect call failed ('**REDACTED**', 8765), **REDACTED**:8765, version 0.22.1"


async def test_nothing_known_yet(hass: HomeAssistant, hub: QuietHub, hass_client: ClientSessionGenerator) -> None:
    assert await async_setup_component(hass, "diagnostics", {})
    entry: Any = hub.entry
    report = await get_diagnostics_for_config_entry(hass, hass_client, entry)
    assert report["cameras"][0]["last_person"] is None
    assert report["hub"]["database"]["outage"] is None


async def information(hass: HomeAssistant) -> dict[str, Any]:
    found = await get_system_health_info(hass, DOMAIN)
    return {key: await value if asyncio.iscoroutine(value) else value for key, value in found.items()}


async def test_system_health(hass: HomeAssistant, hub: QuietHub) -> None:
    assert await async_setup_component(hass, "system_health", {})
    await hass.async_block_till_done()
    assert await information(hass) == {
        "worker": "Connected",
        "worker_device": "cpu",
        "database": "Connected",
        "recording_cameras": "1/1",
        "free_space": "The storage is not available now.",
    }
    hass.config.language = "zh-Hans"
    chinese = await information(hass)
    assert (chinese["worker"], chinese["database"]) == ("已连接", "已连接")
    hass.config.language = "en"
    hub.worker.device = None
    hub.recordings_root.mkdir()
    hub.database.shown_available = False
    show(hub.camera, recording_status=RecorderState.STALLED)
    changed = await information(hass)
    assert changed["free_space"].endswith(" GB")
    assert (changed["database"], changed["worker_device"]) == ("Disconnected", "—")
    assert changed["recording_cameras"] == "0/1"
    assert await hass.config_entries.async_unload(ENTRY_ID)
    assert await information(hass) == {"hub": "MyCamera is not set up, or not loaded."}
