"""Clocks that are set: the camera's, forward and back, and this machine's, with a real camera and a real ffmpeg."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from custom_components.mycamera.recording import timeline
from custom_components.mycamera.recording.archive.segment import Gap, GapCause, Segment
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.status import RecorderState
from tests.demo_camera import DemoCamera

from .conftest import Witness, packets, source_of, until


def is_recording(witness: Witness) -> bool:
    return bool(witness.statuses) and witness.statuses[-1].state is RecorderState.RECORDING


def assert_each_moment_once(segments: list[Segment], gaps: list[Gap]) -> None:
    """Check that no time is told twice, and that no name is."""
    parts = sorted([(one.start, one.end) for one in segments] + [(gap.start, gap.end) for gap in gaps])
    for (_, end), (start, _) in pairwise(parts):
        assert start >= end
    assert len({segment.file_path for segment in segments}) == len(segments)


@pytest.mark.parametrize("seconds", [-5.5, 30, 7200])
async def test_the_cameras_clock_is_set(
    camera: DemoCamera, root: StorageRoot, witness: Witness, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(timeline, "SETTLED", 2.0)
    recorder = witness.recorder(root, source_of(camera), segment_seconds=3600)
    began = datetime.now(UTC)
    await recorder.start()
    try:
        await until(lambda: is_recording(witness))
        await asyncio.sleep(6)
        await camera.command("jump", f"{seconds}")
        await until(lambda: witness.segments)
        await until(lambda: is_recording(witness))
        await asyncio.sleep(1)
    finally:
        await recorder.stop()
    ended = datetime.now(UTC)
    assert [status.error for status in witness.statuses if status.error] == ["the camera's clock jumped"]
    assert len(witness.segments) == 2
    assert_each_moment_once(witness.segments, witness.gaps)
    for segment in witness.segments:
        assert began <= segment.start < segment.end <= ended + timedelta(seconds=0.5)
        assert segment.duration == pytest.approx((segment.end - segment.start).total_seconds(), abs=0.5)
        assert len(packets(root.path / segment.file_path)) == segment.packets
    before, after = witness.segments
    assert before.duration > 3
    gap = witness.gaps[-1]
    assert (gap.start, gap.end, gap.cause) == (before.end, after.start, GapCause.TIMESTAMPS)


@pytest.mark.parametrize("seconds", [-3600.0, 3600.0])
async def test_this_machines_clock_is_set(
    camera: DemoCamera, root: StorageRoot, witness: Witness, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    # An hour, as where daylight saving is done by setting the clock.
    clock = time.time
    step = 0.0
    monkeypatch.setattr(time, "time", lambda: clock() + step)
    recorder = witness.recorder(root, source_of(camera), segment_seconds=4)
    await recorder.start()
    try:
        await until(lambda: len(witness.segments) >= 2)
        step = seconds
        known = len(witness.segments)
        await until(lambda: len(witness.segments) >= known + 3, 60)
    finally:
        await recorder.stop()
    assert RecorderState.UNREACHABLE not in witness.states
    segments = witness.segments
    assert len({segment.file_path for segment in segments}) == len(segments)
    for segment in segments:
        # None is stretched or squeezed by the step.
        assert segment.duration == pytest.approx((segment.end - segment.start).total_seconds(), abs=0.5)
    steps = [
        (after.start - before.end).total_seconds()
        for before, after in pairwise(segments)
        if abs((after.start - before.end).total_seconds()) > 0.001
    ]
    assert steps == [pytest.approx(seconds, abs=0.5)]
    caused = [gap for gap in witness.gaps if gap.cause is GapCause.CLOCK_CHANGED]
    if seconds > 0:
        assert [gap.seconds for gap in caused] == [pytest.approx(seconds, abs=0.5)]
    else:
        assert not caused
    assert segments[-1].end.timestamp() - clock() == pytest.approx(seconds, abs=10)
