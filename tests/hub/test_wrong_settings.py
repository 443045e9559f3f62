"""No setting that the forms take, however wrong, deletes most of the footage, or the newest, without a person's word.

A real hub on a real disk of its own; each setting by the flow that users have, at its ends and against others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import issue_registry as ir
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import AnalysisStatus, NewRecord, RecordStatus
from custom_components.mycamera.hub import retention
from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.recording.archive.segment import segment_path
from custom_components.mycamera.settings.camera_input import clean_advanced, clean_retention
from custom_components.mycamera.settings.user_input import InputError

from ..database.rows import new_detection
from ..e2e.faults.mounts import missing, mount, umount
from .test_hub import entry, until

__all__ = ["entry"]  # the fixture

CAMERA = "01CAMERA"
HOUR = timedelta(hours=1)
SEGMENTS = 52
"""One each six hours, for thirteen days: less than is kept. The newest ended minutes ago."""
SIZE = 4_150_000


@pytest.fixture(autouse=True)
def disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 320 MB where the recordings go."""
    if reason := missing():
        pytest.skip(reason)
    folder = tmp_path / "rec"
    folder.mkdir()
    mount("-t", "tmpfs", "-o", "size=308m", "mycamera-test", folder)
    yield folder
    umount("--lazy", folder)


@pytest.fixture(autouse=True)
def _by_hand() -> Iterator[None]:
    with patch.object(retention, "PAUSE", 600.0):
        yield


async def settled(hass: HomeAssistant, entry: MockConfigEntry) -> Hub:
    """Return the hub after its first look and the search for footage without rows."""
    hub: Hub = entry.runtime_data
    await until(hass, lambda: hub.cameras[CAMERA].state.storage)
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task.get_name() == "mycamera catch-up"))
    return hub


@pytest.fixture
async def footage(hass: HomeAssistant, entry: MockConfigEntry) -> list[Path]:
    """Return thirteen days of footage, newest first, which have their rows, and a person in each tenth."""
    hub = await settled(hass, entry)
    files = []
    now = datetime.now(UTC)
    for number in range(SEGMENTS):
        start = now - 6 * (1 + number) * HOUR
        relative = segment_path(CAMERA, start)
        file = hub.recordings_root / relative
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(SIZE))
        await hub.database.add_record(
            NewRecord(
                camera_id=CAMERA,
                camera_ip="127.0.0.1",
                start_time=start,
                end_time=start + 5.9 * HOUR,
                status=RecordStatus.SUCCESS,
                file_path=relative.as_posix(),
                file_size=SIZE,
                duration=5.9 * 3600,
                analysis_status=AnalysisStatus.SKIPPED,
            )
        )
        if number % 10 == 9:
            picture = hub.snapshots_root / f"E{number}.jpg"
            picture.write_bytes(b"picture")
            seen: dict[str, Any] = {"first_seen": start, "last_seen": start, "thumbnail_path": None}
            await hub.database.add_detection(CAMERA, new_detection(f"E{number}", image_path=picture.name, **seen))
        files.append(file)
    return files


async def submit_storage(hass: HomeAssistant, entry: MockConfigEntry, **values: Any) -> dict[str, str]:
    """Change the storage by its form; return what the form refuses."""
    result = await entry.start_reconfigure_flow(hass)
    flow = hass.config_entries.flow
    result = await flow.async_configure(result["flow_id"], {"next_step_id": "storage"})
    result = await flow.async_configure(result["flow_id"], {**entry.data["storage"], **values})
    if result["type"] is FlowResultType.FORM:
        flow.async_abort(result["flow_id"])
        return result["errors"] or {}
    await hass.async_block_till_done()
    return {}


async def looks(hass: HomeAssistant, entry: MockConfigEntry) -> Hub:
    """Let retention look until nothing more happens; its clock is proven after the first."""
    hub = await settled(hass, entry)
    for _ in range(3):
        hub.retention.survey.forget()
        await hub.retention.look()
    return hub


def issues(hass: HomeAssistant) -> set[str]:
    told = {issue for domain, issue in ir.async_get(hass).issues if domain == DOMAIN}
    # Where more is to stay free than there is, recording pauses, which is told as well. All lies in the configuration.
    return told - {"worker_unreachable", "storage_unavailable", "storage_backed_up"}


STORAGE: list[tuple[dict[str, Any], set[str]]] = [
    ({"minimum_free": 0.1}, set()),
    ({"minimum_free": 0.28}, {"retention_space"}),
    ({"minimum_free": 0.28, "keep_hours": 0}, {"retention_space"}),
    ({"minimum_free": 0.28, "keep_hours": 168}, {"retention_young"}),
    ({"keep_hours": 0}, set()),
    ({"keep_hours": 168}, set()),
    ({"snapshot_days": 1}, {"retention_pictures"}),
    ({"snapshot_days": 3650}, set()),
]


async def test_storage(hass: HomeAssistant, entry: MockConfigEntry, footage: list[Path]) -> None:
    for gigabytes in (0.0, 0.3, 500, 1_000_000):
        errors = await submit_storage(hass, entry, minimum_free=gigabytes)
        assert errors == {"minimum_free": "out_of_reach" if gigabytes else "out_of_range"}, gigabytes
    for values, told in STORAGE:
        rules = {"minimum_free": 0.1, "keep_hours": 6, "snapshot_days": 90, **values}
        assert await submit_storage(hass, entry, **rules) == {}, values
        hub = await looks(hass, entry)
        assert issues(hass) == told, values
        assert all(file.exists() for file in footage), values
        assert len(list(hub.snapshots_root.glob("E*.jpg"))) == SEGMENTS // 10, values


async def test_a_setting_from_before_the_form_refused_it(
    hass: HomeAssistant, entry: MockConfigEntry, footage: list[Path]
) -> None:
    storage = {**entry.data["storage"], "minimum_free": 500}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "storage": storage})
    await hass.async_block_till_done()
    for file in footage[3:]:  # hours after the recorder was set up, there is little
        file.unlink()
    hub = await settled(hass, entry)
    page = (await hub.database.page_records(limit=200)).items
    await hub.database.take_records([row.id for row in page[3:]])
    await looks(hass, entry)
    assert all(file.exists() for file in footage[:3])
    assert issues(hass) >= {"retention_young", "free_space_unreachable"}


def follows(hub: Hub, keep: timedelta) -> bool:
    """Whether the camera has taken the last of its new settings on."""
    config = hub.cameras[CAMERA].config
    return config.rules.keep == keep and config.stall_seconds == 120


CAMERA_RULES: list[tuple[dict[str, Any], set[str]]] = [
    ({"keep_days": 1, "keep_days_persons": 1}, {"retention_most"}),
    ({"keep_days": 1, "keep_days_persons": 3650}, {"retention_most"}),
    ({"keep_days": 3650, "keep_days_persons": 3650}, set()),
    ({"quota": 0.1}, {"retention_most"}),
    ({"quota": 1_000_000.0}, set()),
    ({"quota": 0.1, "keep_days": 3650, "keep_days_persons": 3650}, {"retention_most"}),
]


async def test_camera(hass: HomeAssistant, entry: MockConfigEntry, footage: list[Path]) -> None:
    assert await submit_storage(hass, entry, minimum_free=0.1) == {}
    hub = await looks(hass, entry)  # from now on its clock is proven
    for values, told in CAMERA_RULES:
        for seconds in (3, 120):
            subentry = entry.subentries[CAMERA]
            advanced = clean_advanced({"stall_seconds": seconds})
            data = {**subentry.data, "retention": clean_retention(values), "advanced": advanced}
            hass.config_entries.async_update_subentry(entry, subentry, data=data)
        wanted = timedelta(days=values.get("keep_days", 14))
        await until(hass, partial(follows, hub, wanted))
        await looks(hass, entry)
        assert issues(hass) == told, values
        assert all(file.exists() for file in footage), values


@pytest.mark.parametrize(
    "values",
    [{"keep_days": 0}, {"keep_days": 3651}, {"keep_days": 10, "keep_days_persons": 9}, {"quota": 0}, {"quota": 1e7}],
)
def test_what_no_camera_may_be_told(values: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        clean_retention(values)
