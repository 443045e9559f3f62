"""The hub as Home Assistant loads it: real database, real recorder, a camera and a worker that are not there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

import pytest
from homeassistant.config_entries import ConfigEntryDisabler, ConfigEntryState, ConfigSubentry
from homeassistant.const import EVENT_HOMEASSISTANT_STOP, RESTART_EXIT_CODE
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.const import DOMAIN, SUBENTRY_CAMERA
from custom_components.mycamera.database import Database, DatabaseCredentialsRejected, DatabaseMissing
from custom_components.mycamera.database.link import Link
from custom_components.mycamera.database.outage.durable_writes import Outage
from custom_components.mycamera.hub.camera import CameraRuntime
from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.hub.tasks import Tasks
from custom_components.mycamera.recording.archive.segment import Gap, GapCause, Segment, SegmentStatus
from custom_components.mycamera.recording.handover.keeper_client import RELOAD_SECONDS, RESTART_SECONDS, UPDATE_SECONDS
from custom_components.mycamera.recording.status import RecorderState

from ..database.rows import paths_of
from ..stand_in import HUB_DATA, set_up

CLOSED_PORT = 9  # the discard service, which nobody runs


def subentry(title: str, subentry_id: str, path: str = "/main") -> ConfigSubentry:
    return ConfigSubentry(
        subentry_id=subentry_id,
        subentry_type=SUBENTRY_CAMERA,
        title=title,
        unique_id=None,
        data=MappingProxyType(
            {
                "host": "127.0.0.1",
                "port": CLOSED_PORT,
                "username": "viewer",
                "password": "s3cret-of-the-camera",
                "main_path": path,
                "transport": "tcp",
            }
        ),
    )


@pytest.fixture
async def entry(hass: HomeAssistant, tmp_path: Path, socket_enabled: None) -> AsyncIterator[MockConfigEntry]:
    """Load a hub with one camera; unload it afterwards."""
    hass.config.config_dir = str(tmp_path)
    (tmp_path / ".storage").mkdir()
    data: dict[str, Any] = {
        **HUB_DATA,
        "database": {"type": "sqlite"},
        "storage": {"recordings_path": str(tmp_path / "rec"), "snapshots_path": str(tmp_path / "snap")},
        "worker": {"mode": "remote", "url": f"ws://127.0.0.1:{CLOSED_PORT}", "token": "t0ken-of-the-worker"},
    }
    first = subentry("Front door", "01CAMERA")
    entry = MockConfigEntry(
        domain=DOMAIN, entry_id="01HUB", title="MyCamera", data=data, subentries_data=[first.as_dict()]
    )
    entry.add_to_hass(hass)
    await set_up(hass, tmp_path)
    assert entry.state is ConfigEntryState.LOADED
    yield entry
    if entry.state is ConfigEntryState.LOADED:
        async with asyncio.timeout(60):
            assert await hass.config_entries.async_unload(entry.entry_id)


async def until(hass: HomeAssistant, condition: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.02)
    await hass.async_block_till_done()


def state(hass: HomeAssistant, entity_id: str) -> str:
    found = hass.states.get(entity_id)
    assert found is not None, entity_id
    return found.state


async def test_nothing_that_is_missing_keeps_the_hub_from_loading(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    await until(hass, lambda: state(hass, "sensor.front_door_recording_status") == "unreachable")
    await until(hass, lambda: state(hass, "sensor.mycamera_worker") == "disconnected")
    assert state(hass, "binary_sensor.front_door_person") == "unavailable"
    assert state(hass, "switch.front_door_recording") == "on"
    assert state(hass, "binary_sensor.mycamera_database") == "on"
    await until(hass, lambda: state(hass, "sensor.mycamera_pending_analyses") == "0")
    issues = {issue_id for domain, issue_id in ir.async_get(hass).issues if domain == DOMAIN}
    assert issues == {"worker_unreachable", "storage_backed_up"}
    assert not any("s3cret" in str(s.as_dict()) or "t0ken" in str(s.as_dict()) for s in hass.states.async_all())


async def test_another_storage_needs_a_new_hub(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    hub = entry.runtime_data
    removed: list[str] = []
    hass.bus.async_listen("panels_updated", lambda event: removed.append(str(event.event_type)))
    storage = {**entry.data["storage"], "minimum_free": 7}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "storage": storage})
    await until(hass, lambda: entry.state is ConfigEntryState.LOADED and entry.runtime_data is not hub)
    assert removed == [], "the panel stays open"


@pytest.mark.parametrize(("exit_code", "lease"), [(RESTART_EXIT_CODE, RESTART_SECONDS), (0, None)])
async def test_recordings_go_on_when_home_assistant_restarts_and_end_when_it_stops(
    hass: HomeAssistant, entry: MockConfigEntry, exit_code: int, lease: float | None
) -> None:
    hass.exit_code = exit_code
    with patch.object(CameraRuntime, "async_stop", autospec=True, side_effect=CameraRuntime.async_stop) as stop:
        hass.bus.async_fire(EVENT_HOMEASSISTANT_STOP)
        await hass.async_block_till_done()
    assert [call.kwargs for call in stop.await_args_list] == [{"hand_over": lease}]


async def test_the_app_keeps_recordings_however_home_assistant_stops(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path
) -> None:
    """The Supervisor stops Home Assistant to restart it and to update it, and does not say which."""
    hub = entry.runtime_data
    worker = {**entry.data["worker"], "keeper": str(tmp_path / ".keeper")}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "worker": worker})
    await until(hass, lambda: entry.state is ConfigEntryState.LOADED and entry.runtime_data is not hub)
    hass.exit_code = 0
    with patch.object(CameraRuntime, "async_stop", autospec=True, side_effect=CameraRuntime.async_stop) as stop:
        hass.bus.async_fire(EVENT_HOMEASSISTANT_STOP)
        await hass.async_block_till_done()
    assert [call.kwargs for call in stop.await_args_list] == [{"hand_over": UPDATE_SECONDS}]


@pytest.mark.parametrize(("disabled", "lease"), [(None, RELOAD_SECONDS), (ConfigEntryDisabler.USER, None)])
async def test_recordings_go_on_over_a_reload_and_end_when_the_hub_is_disabled(
    hass: HomeAssistant, entry: MockConfigEntry, disabled: ConfigEntryDisabler | None, lease: float | None
) -> None:
    with patch.object(CameraRuntime, "async_stop", autospec=True, side_effect=CameraRuntime.async_stop) as stop:
        if disabled:
            await hass.config_entries.async_set_disabled_by(entry.entry_id, disabled)
        else:
            await hass.config_entries.async_reload(entry.entry_id)
    assert [call.kwargs for call in stop.await_args_list] == [{"hand_over": lease}]
    if not disabled:
        camera = entry.runtime_data.cameras["01CAMERA"]
        await until(hass, lambda: camera.state.recording_status is RecorderState.UNREACHABLE)


# --- what goes wrong ---------------------------------------------------------------------------------------------


def gap(minute: int) -> Gap:
    start = datetime(2026, 11, 22, 12, minute, tzinfo=UTC)
    return Gap(camera_id="01CAMERA", start=start, end=start + timedelta(seconds=30), cause=GapCause.STALLED)


def segment(minute: int) -> Segment:
    start = datetime(2026, 11, 22, 12, minute, tzinfo=UTC)
    return Segment(
        camera_id="01CAMERA",
        start=start,
        end=start + timedelta(seconds=60),
        status=SegmentStatus.SUCCESS,
        file_path=f"01CAMERA/2026-11-22/12/{minute}.mp4",
        file_size=1000,
        duration=60.0,
        codec="h264",
        width=1280,
        height=720,
    )


async def test_credentials_that_are_changed_while_running_are_asked_for_once(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    hub: Hub = entry.runtime_data
    rejected = DatabaseCredentialsRejected("Access denied for user 'watcher'")
    outage = Outage(datetime(2026, 11, 22, 12, 0, tzinfo=UTC), 3, rejected)
    with (
        patch.object(Database, "outage", outage),
        patch.object(MockConfigEntry, "async_start_reauth") as reauth,
    ):
        hub.database_owner.changed()
        hub.database_owner.changed()
        reauth.assert_called_once()
        assert reauth.call_args.kwargs["data"]["reauth"] == "database"
        assert ir.async_get(hass).async_get_issue(DOMAIN, "database_unavailable")
    hub.database_owner.changed()
    assert not ir.async_get(hass).async_get_issue(DOMAIN, "database_unavailable")
    with patch.object(Database, "outage", outage), patch.object(MockConfigEntry, "async_start_reauth") as reauth:
        hub.database_owner.changed()
        reauth.assert_called_once()


async def test_a_database_that_is_mended_is_taken_into_use(
    hass: HomeAssistant, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("custom_components.mycamera.hub.database.REOPEN_PAUSE", 0.05)
    assert await hass.config_entries.async_unload(entry.entry_id)
    with patch.object(Link, "connect", side_effect=DatabaseMissing("Unknown database 'cameras'")):
        assert await hass.config_entries.async_setup(entry.entry_id)
        await until(hass, lambda: ir.async_get(hass).async_get_issue(DOMAIN, "database_unusable"))
        hub: Hub = entry.runtime_data
        hub.record_writer.put(hub.cameras["01CAMERA"], segment(1))
        await asyncio.sleep(0.3)
        assert state(hass, "binary_sensor.mycamera_database") == "off"
    await until(hass, lambda: state(hass, "binary_sensor.mycamera_database") == "on")
    await until(hass, lambda: not ir.async_get(hass).async_get_issue(DOMAIN, "database_unusable"))
    async with asyncio.timeout(60):  # what waited is written after the word that it can be
        while await paths_of(hub.database, "01CAMERA") != {segment(1).file_path}:
            await asyncio.sleep(0.02)
    assert caplog.text.count("The database cannot be used") == 1


async def test_a_row_that_nobody_foresaw_stops_no_other(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    hub: Hub = entry.runtime_data
    camera = hub.cameras["01CAMERA"]
    with patch.object(Database, "add_gap", side_effect=ValueError("out of range")):
        hub.record_writer.put(camera, gap(1))
        hub.record_writer.put(camera, segment(2))
        await until(hass, lambda: camera.state.last_recording)


async def test_rows_that_a_hanging_database_leaves_are_kept_when_the_hub_stops(
    hass: HomeAssistant, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hub: Hub = entry.runtime_data
    monkeypatch.setattr("custom_components.mycamera.hub.record_writer.DRAIN_TIMEOUT", 0.1)

    async def hang(*_: object) -> None:
        await asyncio.sleep(3600)

    with patch("custom_components.mycamera.database.outage.durable_writes.apply", hang):
        for minute in (1, 2, 3):
            hub.record_writer.put(hub.cameras["01CAMERA"], gap(minute))
        assert await hass.config_entries.async_unload(entry.entry_id)
    assert (tmp_path / "mycamera.journal").exists()
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.database.available)
    page = await entry.runtime_data.database.page_gaps(camera_id="01CAMERA")
    assert {row.start_time for row in page.items} >= {gap(minute).start for minute in (1, 2, 3)}


async def test_a_task_that_ends_by_an_error_starts_again(
    hass: HomeAssistant, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.hub.tasks.RESTART_PAUSE", 0.01)
    assert await hass.config_entries.async_unload(entry.entry_id)
    runs = 0

    async def run(_self: object) -> None:
        nonlocal runs
        runs += 1
        raise RuntimeError

    with patch("custom_components.mycamera.analysis.live.live_presence.LiveWatches.run", run):
        assert await hass.config_entries.async_setup(entry.entry_id)
        await until(hass, lambda: runs > 2)
        assert await hass.config_entries.async_unload(entry.entry_id)


async def test_a_task_that_does_not_end_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("custom_components.mycamera.hub.tasks.STOP_PATIENCE", 0.01)
    released = asyncio.Event()

    async def hang() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await released.wait()

    tasks = Tasks()
    tasks.start(hang, "hang")
    await asyncio.sleep(0)
    [task] = [task for task in asyncio.all_tasks() if task.get_name() == "mycamera hang"]
    await tasks.stop()
    assert "The task mycamera hang does not end" in caplog.text
    released.set()
    await asyncio.wait({task})


async def test_a_hub_that_cannot_be_shown_leaves_nothing_running(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    assert await hass.config_entries.async_unload(entry.entry_id)
    before = asyncio.all_tasks()
    with patch("custom_components.mycamera.async_register_panel", side_effect=RuntimeError):
        assert not await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    left = {task.get_name() for task in asyncio.all_tasks() - before}
    assert not [name for name in left if name.startswith("mycamera")]
