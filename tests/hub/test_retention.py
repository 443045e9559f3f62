"""Retention as a hub does it: a real database, real files, a real recorder on a disk that is really full."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import (
    AnalysisStatus,
    DatabaseUnavailable,
    FileRoot,
    NewGap,
    NewRecord,
    RecordStatus,
)
from custom_components.mycamera.hub import retention
from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.recording.archive.run_folder import open_folder
from custom_components.mycamera.recording.archive.segment import segment_path
from custom_components.mycamera.recording.archive.storage import Space, StorageReadOnly, StorageRoot
from custom_components.mycamera.recording.retention.guard import ClockWatch, Doubt
from custom_components.mycamera.recording.retention.plan import StorageRules
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.worker.backoff import Backoff

from ..database.rows import new_detection
from ..demo_camera import DemoCamera, missing
from ..recording.conftest import Witness, source_of
from .test_hub import entry, state, subentry, until

__all__ = ["entry"]  # the fixture

CAMERA = "01CAMERA"
DAY = timedelta(days=1)
SIZE = 1000


@pytest.fixture
async def hub(hass: HomeAssistant, entry: MockConfigEntry) -> Hub:
    """Return the loaded hub after its first look at the storage."""
    loaded: Hub = entry.runtime_data
    await until(hass, lambda: loaded.cameras[CAMERA].state.storage)
    # What the start finds on the disk is found before the test writes anything there.
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task.get_name() == "mycamera catch-up"))
    loaded.retention._rules = StorageRules(minimum_free=0, keep_pictures=90 * DAY, floor=timedelta(0))
    return loaded


@pytest.fixture(autouse=True)
def _by_hand() -> Iterator[None]:
    """Look when the test says so, not when something wakes the task."""
    with patch.object(retention, "PAUSE", 60.0):
        yield


async def record(
    hub: Hub,
    age: timedelta,
    *,
    now: datetime | None = None,
    person: bool = False,
    minutes: float = 1,
    camera_id: str = CAMERA,
    size: int = SIZE,
) -> Path:
    """Make a segment of before, its row, and where wanted a person in it; return the file."""
    start = (now or datetime.now(UTC)) - age
    relative = segment_path(camera_id, start)
    file = hub.recordings_root / relative
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(bytes(size))
    await hub.database.add_record(
        NewRecord(
            camera_id=camera_id,
            camera_ip="192.0.2.7",
            start_time=start,
            end_time=start + timedelta(minutes=minutes),
            status=RecordStatus.SUCCESS,
            file_path=relative.as_posix(),
            file_size=size,
            duration=60.0 * minutes,
            analysis_status=AnalysisStatus.SKIPPED,
        )
    )
    if person:
        event_id = f"E{start:%d%H%M%S%f}"
        picture = hub.snapshots_root / f"{event_id}.jpg"
        picture.write_bytes(b"picture")
        seen: dict[str, Any] = {
            "first_seen": start,
            "last_seen": start,
            "image_path": picture.name,
            "thumbnail_path": None,
        }
        await hub.database.add_detection(camera_id, new_detection(event_id, **seen))
    return file


async def look(hub: Hub) -> None:
    hub.retention.survey.forget()  # the rows were written past the recorder
    await hub.retention.look()


def issue(hass: HomeAssistant, doubt: Doubt) -> ir.IssueEntry | None:
    return ir.async_get(hass).async_get_issue(DOMAIN, f"retention_{doubt}")


async def test_age(hass: HomeAssistant, hub: Hub) -> None:
    old = await record(hub, 15 * DAY)
    person = await record(hub, 15 * DAY + timedelta(minutes=1), person=True)
    older_person = await record(hub, 31 * DAY, person=True)
    protected = await record(hub, 40 * DAY)
    new = await record(hub, 13 * DAY)
    month = datetime.now(UTC) - 40 * DAY
    await hub.protect_recordings(camera_ids=[CAMERA], since=month, until=month + DAY, protect=True)
    await look(hub)
    assert [file.exists() for file in (old, person, older_person, protected, new)] == [False, True, False, True, True]
    assert len((await hub.database.page_records()).items) == 3
    assert await hub.database.pending_deletions(FileRoot.RECORDINGS) == []
    # The pictures of persons have their own time.
    assert len((await hub.database.page_detections()).items) == 2
    assert len(list(hub.snapshots_root.glob("E*.jpg"))) == 2
    assert hub.retention.survey.used == {CAMERA: 3 * SIZE}

    hub.retention._rules = StorageRules(minimum_free=0, keep_pictures=20 * DAY, floor=timedelta(0))
    await look(hub)
    assert len((await hub.database.page_detections()).items) == 2, "they were to be kept for longer"
    assert issue(hass, Doubt.PICTURES)
    hub.retention.confirm(Doubt.PICTURES)
    await look(hub)
    assert issue(hass, Doubt.PICTURES) is None
    assert len((await hub.database.page_detections()).items) == 1
    assert len(list(hub.snapshots_root.glob("E*.jpg"))) == 1


async def test_a_quota_that_is_set_later(hass: HomeAssistant, hub: Hub, entry: MockConfigEntry) -> None:
    files = [await record(hub, timedelta(hours=hour), person=hour == 5) for hour in (5, 4, 3, 2, 1)]
    await look(hub)
    assert all(file.exists() for file in files)
    data = {**entry.subentries[CAMERA].data, "retention": {"keep_days": 14, "keep_days_persons": 30, "quota": 2.5e-6}}
    hass.config_entries.async_update_subentry(entry, entry.subentries[CAMERA], data=data)
    await until(hass, lambda: hub.cameras[CAMERA].config.rules.quota == 2500)
    await look(hub)
    assert [file.exists() for file in files] == [False, False, False, True, True]
    assert entry.runtime_data is hub


async def test_what_could_not_be_closed_takes_room(hass: HomeAssistant, hub: Hub, entry: MockConfigEntry) -> None:
    files = [await record(hub, timedelta(hours=hour)) for hour in (3, 2, 1)]
    left = open_folder(hub.recordings_root, CAMERA) / "20261122T120000Z-00000000" / "000000.mp4"
    left.parent.mkdir(parents=True)
    left.write_bytes(bytes(2 * SIZE))
    data = {**entry.subentries[CAMERA].data, "retention": {"keep_days": 14, "keep_days_persons": 30, "quota": 4.5e-6}}
    hass.config_entries.async_update_subentry(entry, entry.subentries[CAMERA], data=data)
    await until(hass, lambda: hub.cameras[CAMERA].config.rules.quota == 4500)
    await look(hub)
    assert [file.exists() for file in (*files, left)] == [False, True, True, True]
    assert hub.retention.survey.used == {CAMERA: 4 * SIZE}


async def test_room_is_made_oldest_first_for_all_cameras(hass: HomeAssistant, hub: Hub) -> None:
    files = [
        await record(hub, timedelta(hours=5), camera_id="01REMOVED"),
        await record(hub, timedelta(hours=4)),
        await record(hub, timedelta(hours=3), camera_id="01REMOVED"),
        await record(hub, timedelta(hours=2)),
    ]
    hub.retention._rules = StorageRules(minimum_free=10_000, keep_pictures=DAY, floor=timedelta(0))
    with patch.object(StorageRoot, "space", return_value=Space(total=100_000, free=10_000 - SIZE - 1)):
        await look(hub)
    assert [file.exists() for file in files] == [False, False, True, True]


async def test_a_clock_that_may_be_wrong(hass: HomeAssistant, hub: Hub) -> None:
    files = [await record(hub, 20 * DAY - timedelta(hours=hour), minutes=55) for hour in range(10)]
    files.append(await record(hub, timedelta(hours=1)))
    hub.retention._clock = ClockWatch()  # as at a start
    await look(hub)
    assert all(file.exists() for file in files)
    found = issue(hass, Doubt.CLOCK)
    assert found is not None
    assert found.is_fixable
    assert found.translation_placeholders is not None
    assert found.translation_placeholders["segments"] == "10"
    assert found.translation_placeholders["cameras"] == "Front door"
    await look(hub)
    assert all(file.exists() for file in files), "waiting proves nothing"
    hub.retention.confirm(Doubt.CLOCK)
    await look(hub)
    assert [file.exists() for file in files] == [False] * 10 + [True]
    assert issue(hass, Doubt.CLOCK) is None


async def test_a_disk_that_something_else_fills(hass: HomeAssistant, hub: Hub) -> None:
    files = [await record(hub, timedelta(hours=20 - hour), minutes=55) for hour in range(10)]
    hub.retention._rules = StorageRules(minimum_free=10_000_000, keep_pictures=DAY, floor=timedelta(0))
    with patch.object(StorageRoot, "space", return_value=Space(total=10_000_000, free=SIZE)):
        await look(hub)
        assert all(file.exists() for file in files)
        assert issue(hass, Doubt.SPACE)
        hub.retention.confirm(Doubt.SPACE)
        await look(hub)
    assert not any(file.exists() for file in files)


async def test_files_of_another_folder(hass: HomeAssistant, hub: Hub) -> None:
    files = [await record(hub, 15 * DAY + timedelta(minutes=minute)) for minute in range(20)]
    for file in files[1:]:
        file.rename(file.with_suffix(".elsewhere"))
    await look(hub)
    assert files[0].exists()
    assert len((await hub.database.page_records()).items) == 20
    assert issue(hass, Doubt.FILES)
    for file in files[1:]:
        file.with_suffix(".elsewhere").rename(file)
    await look(hub)
    assert not any(file.exists() for file in files)
    assert issue(hass, Doubt.FILES) is None


async def test_a_failed_query_deletes_nothing(hass: HomeAssistant, hub: Hub) -> None:
    files = [await record(hub, 15 * DAY), await record(hub, 14 * DAY + timedelta(hours=1))]
    await look_with_outage(hub, "footage_before")
    await look_with_outage(hub, "usage")
    await look_with_outage(hub, "take_records")
    assert all(file.exists() for file in files)
    assert state(hass, "sensor.front_door_storage_used") == "unknown"
    assert state(hass, "sensor.front_door_recorded_in_the_last_24_hours") == "unknown"
    # Where it goes away in between, the rest is done when it is back.
    await look_with_outage(hub, "forget_deletions")
    assert not any(file.exists() for file in files)
    assert len(await hub.database.pending_deletions(FileRoot.RECORDINGS)) == 2
    await look(hub)
    assert await hub.database.pending_deletions(FileRoot.RECORDINGS) == []
    assert state(hass, "sensor.front_door_storage_used") == "0.0"


async def look_with_outage(hub: Hub, question: str) -> None:
    with patch.object(hub.database, question, side_effect=DatabaseUnavailable("away")):
        await look(hub)


async def test_a_crash_between_row_and_file(hass: HomeAssistant, hub: Hub) -> None:
    file = await record(hub, 15 * DAY)
    (row,) = (await hub.database.page_records()).items
    await hub.database.take_records([row.id])
    assert file.exists()
    # The start finds no recording in it, and the next look finishes what was begun.
    await hub.record_writer.catch_up([hub.cameras[CAMERA]])
    await hub.record_writer.drain()
    assert (await hub.database.page_records()).items == ()
    await look(hub)
    assert not file.exists()


async def test_footage_of_a_removed_camera_without_rows_is_found(hass: HomeAssistant, hub: Hub) -> None:
    """As after a switch to another database: retention reaches it again."""
    start = datetime.now(UTC) - 3 * DAY
    file = hub.recordings_root / segment_path("01REMOVED", start)
    file.parent.mkdir(parents=True)
    file.write_bytes(bytes(SIZE))
    (hub.recordings_root / "no camera" / "2026-01-01" / "00").mkdir(parents=True)
    await hub.record_writer.catch_up(list(hub.cameras.values()))
    await hub.record_writer.catch_up(list(hub.cameras.values()))
    (row,) = (await hub.database.page_records()).items
    assert (row.camera_id, row.file_size) == ("01REMOVED", SIZE)
    hub.retention._rules = StorageRules(minimum_free=10_000, keep_pictures=DAY, floor=timedelta(hours=6))
    with patch.object(StorageRoot, "space", return_value=Space(total=100_000, free=10_000 - SIZE)):
        await look(hub)
    assert not file.exists()


async def test_a_read_only_disk(hass: HomeAssistant, hub: Hub, caplog: pytest.LogCaptureFixture) -> None:
    file = await record(hub, 15 * DAY)
    with patch.object(StorageRoot, "space", side_effect=StorageReadOnly("read-only")):
        await look(hub)
    assert file.exists()
    assert state(hass, "sensor.mycamera_free_space") == "unavailable"
    with patch.object(Path, "unlink", side_effect=PermissionError(1, "Operation not permitted")):
        await look(hub)
        await look(hub)
    assert file.exists()
    assert caplog.text.count("cannot be deleted, it is tried again") == 1
    await look(hub)
    assert not file.exists()


async def test_coverage(hass: HomeAssistant, hub: Hub) -> None:
    await record(hub, timedelta(hours=20), minutes=5 * 60)
    gap_start = datetime.now(UTC) - timedelta(hours=15)
    await hub.database.add_gap(
        NewGap(
            camera_id=CAMERA, camera_ip="h", start_time=gap_start, end_time=gap_start + 15 * DAY / 24, cause="stalled"
        )
    )
    await look(hub)
    shown = hass.states.get("sensor.front_door_recorded_in_the_last_24_hours")
    assert shown is not None
    assert float(shown.state) == pytest.approx(25, abs=0.1)
    assert shown.attributes["missing_seconds"] == pytest.approx(15 * 3600, abs=5)
    assert shown.attributes["gaps"] == 1
    assert hub.outlook.never, "what it records in 30 days is little"


async def test_what_is_gone_leaves_no_gaps_and_no_words_behind(hass: HomeAssistant, hub: Hub) -> None:
    now = datetime.now(UTC)
    for days in (50, 31, 29):
        start = now - days * DAY
        await hub.database.add_gap(
            NewGap(camera_id=CAMERA, camera_ip="h", start_time=start, end_time=start + DAY / 24, cause="stalled")
        )
    for days in (45, 35):  # of a camera that was removed since: pictures are kept for 40 days
        start = now - days * DAY
        await hub.database.add_gap(
            NewGap(camera_id="01REMOVED", camera_ip="h", start_time=start, end_time=start + DAY / 24, cause="stalled")
        )
    await record(hub, 50 * DAY, person=True)
    while await hub.database.index_captions():
        pass
    hub.retention._rules = StorageRules(minimum_free=0, keep_pictures=40 * DAY, floor=timedelta(0))
    hub.retention.confirm(Doubt.PICTURES)
    await look(hub)
    # Footage with persons is kept for 30 days: of what is older, what is missing no longer matters.
    gaps = (await hub.database.page_gaps()).items
    assert [(gap.camera_id, gap.start_time) for gap in gaps] == [
        (CAMERA, now - 29 * DAY),
        ("01REMOVED", now - 35 * DAY),
    ]
    assert await hub.database.forget_captions(now) == (0, None)


async def test_protecting_by_action(hass: HomeAssistant, hub: Hub) -> None:
    await record(hub, 15 * DAY)
    since = datetime.now(UTC) - 16 * DAY
    answer = await hass.services.async_call(
        DOMAIN,
        "protect_recordings",
        {"since": since.isoformat(), "until": (since + 2 * DAY).isoformat()},
        blocking=True,
        return_response=True,
    )
    assert answer == {"recordings": 1}
    await look(hub)
    assert (await hub.database.page_records()).items[0].protected
    shown = hass.states.get("sensor.front_door_storage_used")
    assert shown is not None
    assert shown.attributes["protected"] == pytest.approx(SIZE / 1e9, abs=1e-6)


# --- a disk that is really full ------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 24 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "mycamera-test", str(folder)]
    if (done := subprocess.run(mount, capture_output=True, check=False, text=True)).returncode:
        pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
async def demo_camera(socket_enabled: None) -> AsyncIterator[DemoCamera]:
    if reason := missing():
        pytest.skip(reason)
    camera = await DemoCamera.start()
    yield camera
    await camera.stop()


async def test_a_full_disk_makes_room_and_recording_resumes(
    hass: HomeAssistant, small_disk: Path, hub: Hub, demo_camera: DemoCamera
) -> None:
    root = StorageRoot(small_disk, hub.entry.entry_id, minimum_free=2_000_000)
    await root.prepare()
    hub.recordings_root = small_disk
    hub.retention._roots[FileRoot.RECORDINGS] = root
    hub.retention._rules = StorageRules(minimum_free=4_000_000, keep_pictures=DAY, floor=timedelta(0))
    files = [await record(hub, timedelta(minutes=60 - minute), size=1_000_000) for minute in range(24)]

    witness = Witness()
    source: Any = source_of(demo_camera)
    recorder = witness.recorder(
        root, source, camera_id="02SMALL", segment_seconds=2, backoff=Backoff(first=0.3, ceiling=0.5)
    )
    await recorder.start()
    try:
        async with asyncio.timeout(60):
            while RecorderState.STORAGE_UNAVAILABLE not in witness.states:
                await asyncio.sleep(0.05)
        await look(hub)
        assert [file.exists() for file in files].index(True) in (2, 3, 4), "the oldest go, and no more than needed"
        assert all(file.exists() for file in files[4:])
        assert (hub.free_space or 0) >= 4_000_000
        async with asyncio.timeout(60):
            while not witness.segments:
                await asyncio.sleep(0.05)
    finally:
        await recorder.stop()
    assert witness.segments[0].playable
    assert (small_disk / witness.segments[0].file_path).is_file()
    assert issue(hass, Doubt.SPACE) is None


async def test_a_second_camera_needs_no_reload(hass: HomeAssistant, hub: Hub, entry: MockConfigEntry) -> None:
    hass.config_entries.async_add_subentry(entry, subentry("Garden", "01GARDEN", "/other"))
    await until(hass, lambda: "01GARDEN" in hub.cameras)
    file = await record(hub, 15 * DAY, camera_id="01GARDEN")
    await look(hub)
    assert not file.exists()
    assert state(hass, "sensor.garden_storage_used") == "0.0"
