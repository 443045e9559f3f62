"""Gaps beside what the camera noted that it sent, to the frame: none is missing elsewhere, and no gap is invented."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest

from custom_components.mycamera.recording.archive.segment import GapCause, Segment
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.status import RecorderState
from tests.demo_camera import DemoCamera, missing
from tests.e2e.faults.footage import File, Sent, read_file, read_sent

from .conftest import PASSWORD, USER, Witness, source_of, until

FRAME = 1 / 15
LATE = 1.0
"""Seconds; a frame is received so soon after it was sent, also on a busy machine."""


def delay(sent: Sent, serial: int, recording: list[int]) -> float:
    """Return how much later than by its stamp the camera sent a frame, against the soonest of a recording."""
    behind = {one: sent.frames[one] - one * FRAME for one in recording}
    return behind[serial] - min(behind.values())


@pytest.fixture
def sent_log(tmp_path: Path) -> Path:
    return tmp_path / "sent"


@pytest.fixture
async def camera(sent_log: Path) -> AsyncIterator[DemoCamera]:
    if reason := missing():
        pytest.skip(reason)
    camera = await DemoCamera.start(user=USER, password=PASSWORD, sent=sent_log)
    yield camera
    await camera.stop()


def by_connection(segments: list[Segment], files: dict[str, File]) -> dict[int, list[int]]:
    """Return, of each frame, all that came by the same connection."""
    found: dict[int, list[int]] = {}
    together: list[int] = []
    for segment, before in zip(segments, [None, *segments], strict=False):
        if before is None or before.end != segment.start:
            together = []
        together += files[segment.file_path].serials
        found |= dict.fromkeys(files[segment.file_path].serials, together)
    return found


def ffmpeg_of(root: StorageRoot) -> int:
    """Return the process that writes into this storage, as the kernel knows it."""
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                command = (process / "cmdline").read_bytes().decode()
            except OSError:
                continue
            if str(root.path) in command and "ffmpeg" in command.split("\0")[0]:
                return int(process.name)
    raise AssertionError("no ffmpeg writes there")


async def test_gaps_are_the_frames_that_are_missing(
    camera: DemoCamera, root: StorageRoot, witness: Witness, sent_log: Path
) -> None:
    def is_recording() -> bool:
        return bool(witness.statuses) and witness.statuses[-1].state is RecorderState.RECORDING

    async def record() -> None:
        """Record for a while, over the end of a file at least."""
        await until(is_recording, 60)
        before = len(witness.segments)
        await until(lambda: len(witness.segments) >= before + 2, 60)

    async def breaks() -> None:
        await until(lambda: not is_recording(), 60)

    recorder = witness.recorder(root, source_of(camera), segment_seconds=2, stall_seconds=2.5)
    await recorder.start()
    try:
        await record()
        await camera.command("freeze")
        await breaks()
        await asyncio.sleep(3)  # longer than what follows: a cause that leaked into a later gap would win
        await camera.command("thaw")
        await record()
        await camera.command("drop")
        await breaks()
        await record()
        os.kill(ffmpeg_of(root), signal.SIGKILL)
        await breaks()
        await record()
    finally:
        await recorder.stop()
    sent = read_sent(sent_log)[camera.path()]
    files = {segment.file_path: read_file(root.path / segment.file_path) for segment in witness.segments}
    serials = sorted(sent.frames)
    gaps = list(witness.gaps)
    recorded_with = by_connection(witness.segments, files)
    for one, other in pairwise(witness.segments):
        last, first = files[one.file_path].serials[-1], files[other.file_path].serials[0]
        lost = serials[serials.index(last) + 1 : serials.index(first)]
        if one.end == other.start:
            assert lost == [], f"{len(lost)} frames are missing without a gap after {one.file_path}"
            continue
        assert gaps, f"{len(lost)} frames are missing without a gap after {one.file_path}"
        gap = gaps.pop(0)
        assert (gap.start, gap.end) == (one.end, other.start)
        assert lost or sent.frames[first] - sent.frames[last] > 2 * FRAME, "the camera sent all the time"
        # Nothing is received before it was sent; but how far frames are from each other is told by their stamps.
        assert -delay(sent, last, recorded_with[last]) - FRAME < gap.start.timestamp() - sent.frames[last] < LATE
        assert -delay(sent, first, recorded_with[first]) - FRAME < gap.end.timestamp() - sent.frames[first] < LATE
    for file in files.values():
        first = serials.index(file.serials[0])
        assert list(file.serials) == serials[first : first + len(file.serials)], "a frame is missing within a file"
    assert gaps == []
    assert [gap.cause for gap in witness.gaps] == [GapCause.STALLED, GapCause.DISCONNECTED, GapCause.FAILED]
