"""A recorder goes, another comes, and the footage shows nothing of it: with a real camera, ffmpeg and keeper."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from custom_components.mycamera.recording.archive.segment import GapCause, Segment, SegmentStatus
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.handover.keeper_client import ProcessKeeper
from custom_components.mycamera.recording.recorder import CameraRecorder
from custom_components.mycamera.recording.status import RecorderState
from tests.demo_camera import DemoCamera

from ..conftest import (
    CAMERA_ID,
    PASSWORD,
    Witness,
    assert_joined,
    open_bytes,
    packets,
    recorded_beside,
    source_of,
    until,
)
from .test_keeper import keepers, runs

AWAY = 7.5  # seconds: two or three rotations
SOME = 200_000
"""Bytes of an open file: a few seconds."""


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("k") / "keeper"


@pytest.fixture
async def keeper(place: Path, root: StorageRoot) -> AsyncIterator[ProcessKeeper]:
    keeper = ProcessKeeper([place], program="ffmpeg", root=root.path, lease=30)
    yield keeper
    await keeper.end_all()
    await until(lambda: not keepers(place))


def one_file() -> dict[str, float]:
    """Return what has recorders, one after the other, begin no second file for almost a minute."""
    return {"segment_seconds": 60, "rotation_offset": (time.time() - 1) % 60}


def is_recording(witness: Witness) -> bool:
    return bool(witness.statuses) and witness.statuses[-1].state is RecorderState.RECORDING


async def record(
    witness: Witness, root: StorageRoot, camera: DemoCamera, keeper: ProcessKeeper, after: Segment | None = None
) -> CameraRecorder:
    until_then = after.end if after else None
    recorder = witness.recorder(root, source_of(camera), processes=keeper, recorded_until=until_then)
    await recorder.start()
    await until(lambda: is_recording(witness))
    return recorder


async def assert_seamless(root: StorageRoot, segments: list[Segment]) -> None:
    """Check the rows and the packets: no gap, no overlap, everything plays."""
    assert_joined(segments)
    assert len({segment.file_path for segment in segments}) == len(segments)
    assert all(segment.status is SegmentStatus.SUCCESS and segment.error is None for segment in segments)
    found = sorted(path.relative_to(root.path).as_posix() for path in root.path.rglob("*.mp4"))
    assert found == [segment.file_path for segment in segments]
    read = [await asyncio.to_thread(packets, root.path / segment.file_path) for segment in segments]
    for segment, here in zip(segments, read, strict=True):
        assert here[0][2].startswith("K")
        assert len(here) == segment.packets
        # As long as until the next begins: at 15 frames a second, a lost one would show.
        assert abs((segment.end - segment.start).total_seconds() - (here[-1][0] - here[0][0] + 1 / 15)) < 0.25
    steps = [round(b[0] - a[0], 3) for here in read[1:] for a, b in pairwise(here)]
    assert set(steps) <= {0.066, 0.067}


async def test_a_recording_that_is_handed_over_goes_on_without_a_seam(
    camera: DemoCamera, root: StorageRoot, witness: Witness, keeper: ProcessKeeper, place: Path
) -> None:
    continuous = root.path.parent / "continuous.mkv"
    async with recorded_beside(camera, continuous):
        first = await record(witness, root, camera, keeper)
        await until(lambda: len(witness.segments) >= 2)
        pid = first.pid
        assert pid is not None
        await first.hand_over(60)
        await keeper.close()
        assert first.status.state is RecorderState.OFF
        assert witness.gaps == []
        before = len(witness.segments)
        await asyncio.sleep(AWAY)
        assert len(witness.segments) == before
        assert runs(pid)
        assert PASSWORD.encode() not in Path(f"/proc/{pid}/cmdline").read_bytes()

        second = Witness()
        recorder = await record(
            second, root, camera, ProcessKeeper([place], program="ffmpeg", root=root.path), witness.segments[-1]
        )
        assert recorder.pid == pid
        assert recorder.stream == first.stream
        assert second.states == [RecorderState.CONNECTING, RecorderState.RECORDING]
        await until(lambda: len(second.segments) >= 4)
        await recorder.stop()
    assert second.gaps == []
    segments = witness.segments + second.segments
    await assert_seamless(root, segments)
    recorded = [
        size for segment in segments for _, size, _ in await asyncio.to_thread(packets, root.path / segment.file_path)
    ]
    reference = [size for _, size, _ in await asyncio.to_thread(packets, continuous)]
    assert " ".join(map(str, recorded[2:-20])) in " ".join(map(str, reference))
    assert not list((root.path / CAMERA_ID / ".open").iterdir())
    assert not runs(pid)


async def test_a_handover_before_the_first_rotation_keeps_the_first_gap(
    camera: DemoCamera, root: StorageRoot, witness: Witness, keeper: ProcessKeeper
) -> None:
    until_then = datetime.now(UTC) - timedelta(seconds=30)
    files = one_file()
    recorder = witness.recorder(root, source_of(camera), processes=keeper, recorded_until=until_then, **files)
    await recorder.start()
    await until(lambda: is_recording(witness))
    began = witness.statuses[0]
    await recorder.hand_over(60)
    assert (witness.segments, witness.gaps, began.state) == ([], [], RecorderState.CONNECTING)
    second = Witness()
    recorder = second.recorder(root, source_of(camera), processes=keeper, recorded_until=until_then, **files)
    await recorder.start()
    await until(lambda: is_recording(second) and open_bytes(root) > SOME)
    await recorder.stop()
    assert len(second.segments) == 1
    (gap,) = second.gaps
    assert (gap.start, gap.end, gap.cause) == (until_then, second.segments[0].start, GapCause.NOT_RUNNING)
    await assert_seamless(root, second.segments)


async def test_a_handover_before_the_first_rotation_of_a_new_camera_makes_no_gap(
    camera: DemoCamera, root: StorageRoot, witness: Witness, keeper: ProcessKeeper
) -> None:
    """As when the hub is loaded anew in the first minute; that a camera is connected to is nothing that is missing."""
    files = one_file()
    recorder = witness.recorder(root, source_of(camera), processes=keeper, **files)
    await recorder.start()
    await until(lambda: is_recording(witness))
    await recorder.hand_over(60)
    assert (witness.segments, witness.gaps) == ([], [])
    second = Witness()
    recorder = second.recorder(root, source_of(camera), processes=keeper, **files)
    await recorder.start()
    await until(lambda: is_recording(second) and open_bytes(root) > SOME)
    await recorder.stop()
    assert len(second.segments) == 1
    assert second.gaps == []
    await assert_seamless(root, second.segments)


async def test_what_would_be_recorded_otherwise_is_ended_in_order_and_begun_anew(
    camera: DemoCamera, root: StorageRoot, witness: Witness, keeper: ProcessKeeper
) -> None:
    first = await record(witness, root, camera, keeper)
    await until(lambda: witness.segments)
    pid = first.pid
    await first.hand_over(60)
    await until(lambda: len(list(root.path.rglob(".open/*/*.mp4"))) >= 2)  # one of them is closed
    second = Witness()
    changed = second.recorder(
        root, source_of(camera), processes=keeper, recorded_until=witness.segments[-1].end, segment_seconds=4
    )
    await changed.start()
    await until(lambda: is_recording(second) and changed.pid not in {None, pid})
    await until(lambda: len(second.segments) >= 3)
    await changed.stop()
    assert pid is not None
    assert not runs(pid)
    (gap,) = second.gaps
    assert gap.seconds < 20
    old = [segment for segment in second.segments if segment.end <= gap.start]
    assert len(old) >= 2, "what was recorded meanwhile, and the last piece"
    assert_joined(witness.segments + old)
    assert all(segment.status is SegmentStatus.SUCCESS for segment in second.segments)
    assert not list((root.path / CAMERA_ID / ".open").iterdir())


async def test_a_killed_owner_costs_nothing(
    camera: DemoCamera, root: StorageRoot, witness: Witness, keeper: ProcessKeeper, place: Path
) -> None:
    script = Path(__file__).parents[1] / "record_for_ever.py"
    arguments = [str(root.path), "127.0.0.1", str(camera.port), camera.path(), str(place)]
    owner = await asyncio.create_subprocess_exec(
        sys.executable, str(script), *arguments, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert owner.stdin is not None
    assert owner.stdout is not None
    owner.stdin.write(f"{camera.user}\n{PASSWORD}\n".encode())
    await owner.stdin.drain()
    pid = int(await owner.stdout.readline())
    await until(lambda: [path for path in root.path.rglob("*Z.mp4") if ".open" not in path.parts])
    await asyncio.sleep(1)  # and told
    owner.kill()
    await owner.wait()
    owner.stdin.close()
    closed = sorted(path for path in root.path.rglob("*Z.mp4"))
    assert closed
    await asyncio.sleep(AWAY)
    assert runs(pid)
    recorder = await record(witness, root, camera, keeper)
    assert recorder.pid == pid
    await until(lambda: len(witness.segments) >= 4)
    await recorder.stop()
    assert witness.gaps == []
    assert_joined(witness.segments)
    first = witness.segments[0]
    assert root.path / first.file_path not in closed, "what was told before is not told again"
    last = await asyncio.to_thread(packets, closed[-1])
    assert abs(first.start.timestamp() - _start(closed[-1]) - last[-1][0] - 1 / 15) < 0.25, "it joins what was there"


def _start(path: Path) -> float:
    from custom_components.mycamera.recording.archive.segment import parse_segment_name  # noqa: PLC0415 - here only

    start = parse_segment_name(path.name)
    assert start is not None
    return start.timestamp()


async def test_after_the_lease_everything_is_found_and_nothing_runs(
    camera: DemoCamera, root: StorageRoot, witness: Witness, keeper: ProcessKeeper, place: Path
) -> None:
    first = await record(witness, root, camera, keeper)
    await until(lambda: witness.segments)
    pid = first.pid
    assert pid is not None
    await first.hand_over(4)
    await keeper.close()
    await until(lambda: not runs(pid))
    await until(lambda: not keepers(place))
    ended = datetime.now(UTC)
    await asyncio.sleep(2)
    second = Witness()
    recorder = await record(second, root, camera, keeper, witness.segments[-1])
    await until(lambda: len(second.segments) >= 3)
    await recorder.stop()
    assert recorder.pid != pid
    assert all(segment.status is SegmentStatus.SUCCESS for segment in second.segments)
    (gap,) = second.gaps
    assert gap.cause is GapCause.NOT_RUNNING
    assert gap.start < ended
    assert gap.end > ended + timedelta(seconds=2), "until then nothing ran"
    found = [segment.duration for segment in second.segments if segment.end <= gap.start]
    assert sum(found) > 2, "of the four seconds of the lease, and what was open before"


async def test_a_killed_keeper_is_a_short_gap(
    camera: DemoCamera,
    root: StorageRoot,
    witness: Witness,
    keeper: ProcessKeeper,
    place: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    recorder = await record(witness, root, camera, keeper)
    await until(lambda: witness.segments)
    pid = recorder.pid
    assert pid is not None
    (killed,) = keepers(place)
    with caplog.at_level(logging.INFO):
        os.kill(killed, signal.SIGKILL)
        await until(lambda: recorder.pid not in {pid, None} and is_recording(witness))
    assert not runs(pid)
    assert keepers(place) != [killed]
    await until(lambda: witness.gaps)
    await recorder.stop()
    (gap,) = witness.gaps
    assert gap.cause is GapCause.FAILED
    cut = next(segment for segment in witness.segments if segment.end == gap.start)
    assert cut.playable
    assert cut.error == "ffmpeg was killed (signal 15)"
