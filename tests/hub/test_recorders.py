"""How cameras get their recorders, and what the hub makes of what these say."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, cast
from unittest.mock import MagicMock, create_autospec, patch

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from custom_components.mycamera.analysis.live.live_presence import LivePresence
from custom_components.mycamera.analysis.live.live_watches import LiveWatches
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.hub import recorders
from custom_components.mycamera.hub.camera import CameraRuntime
from custom_components.mycamera.hub.record_writer import RecordWriter
from custom_components.mycamera.hub.recorders import Recorders
from custom_components.mycamera.hub.saved_state import SavedState
from custom_components.mycamera.hub.storage import HubStorage
from custom_components.mycamera.recording.archive.segment import Gap, GapCause
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState, RecorderStatus
from custom_components.mycamera.settings.camera import CameraConfig, read_rules

from ..analysis.parts import new_connection, only
from ..stand_in import make_entry

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Bench:
    """Recorders whose cameras say what the test wants."""

    def __init__(self, hass: HomeAssistant, recorder: MagicMock) -> None:
        self._recorder = recorder
        self.record_writer = create_autospec(RecordWriter, instance=True)
        self.trouble = MagicMock()
        storage = HubStorage(hass, make_entry(hass), SavedState(hass))
        self.recorders = Recorders(hass, storage=storage, record_writer=self.record_writer, worker={})
        self.recorders.storage_trouble.subscribe(self.trouble)
        source = RtspSource(host="192.0.2.7", port=554, path="/a", username=None, password=None, transport="tcp")
        config = CameraConfig(name="Front door", source=source, sub_source=None, rules=read_rules({}))
        workers = only(new_connection(hass))
        self.camera = CameraRuntime(
            camera_id="01CAMERA",
            config=config,
            recorders=self.recorders,
            presence=LivePresence(workers, LiveWatches(workers)),
            memory=SavedState(hass),
            min_score=0.4,
        )
        self.camera._recorder = recorder.return_value
        self.said: list[RecorderState] = []
        self.camera.changes.subscribe(lambda: self.said.append(self.camera.state.recording_status))

    def make(self, position: int = 0) -> dict[str, Any]:
        """Make a recorder; return what it was given."""
        self.camera.position = position
        self.recorders.make(self.camera)
        return cast("dict[str, Any]", self._recorder.call_args.kwargs)


@pytest.fixture
async def bench(hass: HomeAssistant) -> AsyncIterator[Bench]:
    with (
        patch.object(recorders, "ffmpeg_binary", return_value="/usr/bin/ffmpeg"),
        patch.object(recorders, "CameraRecorder", autospec=True) as recorder,
    ):
        yield Bench(hass, recorder)


def test_no_two_cameras_cut_at_the_same_moment(bench: Bench) -> None:
    offsets = sorted(bench.make(position)["rotation_offset"] for position in range(8))
    assert offsets[0] == 0
    assert offsets[-1] < 60
    assert min(after - before for before, after in pairwise(offsets)) > 3


def test_a_recorder_goes_on_where_the_last_one_ended(bench: Bench) -> None:
    bench.camera.recorded_until = NOON
    given = bench.make()
    assert (given["recorded_until"], given["root"].path) == (NOON, Path("/media/mycamera/recordings"))


async def test_what_is_covered_is_noted_before_its_row_is_written(bench: Bench) -> None:
    gap = Gap(camera_id="01CAMERA", start=NOON, end=NOON + timedelta(seconds=30), cause=GapCause.STALLED)
    await bench.make()["on_gap"](gap)
    assert bench.camera.recorded_until == gap.end
    bench.record_writer.put.assert_called_once_with(bench.camera, gap)


def test_storage_that_takes_nothing_is_told_and_withdrawn(hass: HomeAssistant, bench: Bench) -> None:
    status = bench.make()["on_status"]
    full = RecorderStatus(state=RecorderState.STORAGE_UNAVAILABLE, error="3 MiB free")
    status(full)
    issue = ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")
    assert issue is not None
    assert issue.translation_placeholders == {"path": "/media/mycamera/recordings", "error": "3 MiB free"}
    bench.trouble.assert_called_once_with()
    status(RecorderStatus(state=RecorderState.CONNECTING))
    assert ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable"), "it is not known to be better"
    status(RecorderStatus(state=RecorderState.RECORDING))
    assert not ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")
    assert bench.said == [
        RecorderState.STORAGE_UNAVAILABLE,
        RecorderState.CONNECTING,
        RecorderState.RECORDING,
    ]
    bench.trouble.assert_called_once_with()
