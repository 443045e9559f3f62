"""How cameras get their recorders, and what the hub makes of what these say."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from custom_components.mycamera.analysis.live.live_presence import LivePresence
from custom_components.mycamera.analysis.live.live_watches import LiveWatches
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import Database, DatabaseConfig
from custom_components.mycamera.hub import recorders
from custom_components.mycamera.hub.camera import CameraRuntime
from custom_components.mycamera.hub.record_writer import RecordWriter
from custom_components.mycamera.hub.recorders import Recorders
from custom_components.mycamera.hub.saved_state import SavedState
from custom_components.mycamera.hub.storage import HubStorage
from custom_components.mycamera.recording.archive.segment import Gap, GapCause, Segment
from custom_components.mycamera.recording.recorder import CameraRecorder
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState, RecorderStatus
from custom_components.mycamera.settings.camera import CameraConfig, read_rules

from ..analysis.parts import new_connection, only
from ..stand_in import make_entry

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Bench:
    """Recorders that nobody starts: what they would say, the test says."""

    def __init__(self, hass: HomeAssistant, folder: Path) -> None:
        storage = HubStorage(hass, make_entry(hass), SavedState(hass))
        workers = only(new_connection(hass))
        self.record_writer = RecordWriter(
            database=Database(DatabaseConfig.sqlite(folder / "mycamera.db"), journal_path=folder / "journal"),
            root=storage.recordings,
            workers=workers,
        )
        self.recorders = Recorders(hass, storage=storage, record_writer=self.record_writer, worker={})
        self.troubles = 0
        self.recorders.storage_trouble.subscribe(self.trouble)
        source = RtspSource(host="192.0.2.7", port=554, path="/a", username=None, password=None, transport="tcp")
        config = CameraConfig(name="Front door", source=source, sub_source=None, rules=read_rules({}))
        self.camera = CameraRuntime(
            camera_id="01CAMERA",
            config=config,
            recorders=self.recorders,
            presence=LivePresence(workers, LiveWatches(workers)),
            memory=SavedState(hass),
            min_score=0.4,
        )
        self.camera._recorder = self.make()
        self.said: list[RecorderState] = []
        self.camera.changes.subscribe(lambda: self.said.append(self.camera.state.recording_status))

    def trouble(self) -> None:
        self.troubles += 1

    def make(self, position: int = 0) -> CameraRecorder:
        """Return the recorder of a camera at a place among the others."""
        self.camera.position = position
        return self.recorders.make(self.camera)

    def written(self) -> list[tuple[CameraRuntime, Segment | Gap]]:
        """Return what is to become rows."""
        waiting = self.record_writer._waiting
        return [waiting.get_nowait() for _ in range(waiting.qsize())]


@pytest.fixture
async def bench(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[Bench]:
    with patch.object(recorders, "ffmpeg_binary", return_value="/usr/bin/ffmpeg"):
        yield Bench(hass, tmp_path)


def test_no_two_cameras_cut_at_the_same_moment(bench: Bench) -> None:
    offsets = sorted(bench.make(position)._rotation_offset for position in range(8))
    assert offsets[0] == 0
    assert offsets[-1] < 60
    assert min(after - before for before, after in pairwise(offsets)) > 3


def test_a_recorder_goes_on_where_the_last_one_ended(bench: Bench) -> None:
    bench.camera.recorded_until = NOON
    made = bench.make()
    assert (made.covered_until, made._root.path) == (NOON, Path("/media/mycamera/recordings"))


async def test_what_is_covered_is_noted_before_its_row_is_written(bench: Bench) -> None:
    gap = Gap(camera_id="01CAMERA", start=NOON, end=NOON + timedelta(seconds=30), cause=GapCause.STALLED)
    await bench.make()._on_gap(gap)
    assert bench.camera.recorded_until == gap.end
    assert bench.written() == [(bench.camera, gap)]


def test_storage_that_takes_nothing_is_told_and_withdrawn(hass: HomeAssistant, bench: Bench) -> None:
    status = bench.make()._on_status
    full = RecorderStatus(state=RecorderState.STORAGE_UNAVAILABLE, error="3 MiB free")
    status(full)
    issue = ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")
    assert issue is not None
    assert issue.translation_placeholders == {"path": "/media/mycamera/recordings", "error": "3 MiB free"}
    assert bench.troubles == 1
    status(RecorderStatus(state=RecorderState.CONNECTING))
    assert ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable"), "it is not known to be better"
    status(RecorderStatus(state=RecorderState.RECORDING))
    assert not ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")
    assert bench.said == [
        RecorderState.STORAGE_UNAVAILABLE,
        RecorderState.CONNECTING,
        RecorderState.RECORDING,
    ]
    assert bench.troubles == 1
