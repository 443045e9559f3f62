"""The recorder, with a real camera and a real ffmpeg, through everything that cameras do."""

from __future__ import annotations

import asyncio
import itertools
import logging
import os
import re
import signal
import struct
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from custom_components.mycamera.recording.archive.finalize import finalize_segment
from custom_components.mycamera.recording.archive.run_folder import RunFolder
from custom_components.mycamera.recording.archive.segment import GapCause, Segment, SegmentStatus
from custom_components.mycamera.recording.archive.storage import MARKER, StorageRoot
from custom_components.mycamera.recording.status import RecorderState
from tests.demo_camera import DemoCamera

from .conftest import PASSWORD, Witness, assert_joined, open_bytes, packets, recorded_beside, source_of, until

CLOSE_SEGMENT = "custom_components.mycamera.recording.archive.archiver.finalize_segment"
SOME = 50_000
"""Bytes in an open file: a fragment at least, which can be played."""


def files(root: StorageRoot) -> list[str]:
    return sorted(path.relative_to(root.path).as_posix() for path in root.path.rglob("*.mp4"))


def codecs(path: Path) -> list[str]:
    command = ["ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", str(path)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()


def visible(pid: int | None) -> tuple[bytes, bytes]:
    """Return what anybody can read of a process: its command line and its environment."""
    return Path(f"/proc/{pid}/cmdline").read_bytes(), Path(f"/proc/{pid}/environ").read_bytes()


def is_recording(witness: Witness) -> bool:
    return bool(witness.statuses) and witness.statuses[-1].state is RecorderState.RECORDING


async def test_every_packet_is_in_exactly_one_segment(camera: DemoCamera, root: StorageRoot, witness: Witness) -> None:
    continuous = root.path.parent / "continuous.mkv"
    recorder = witness.recorder(root, source_of(camera))
    async with recorded_beside(camera, continuous):
        await recorder.start()
        try:
            await until(lambda: len(witness.segments) >= 4, 60)
        finally:
            await recorder.stop()

    assert recorder.stream is not None
    assert (recorder.stream.codec, recorder.stream.width, recorder.stream.height) == ("h264", 1280, 720)
    segments = witness.segments
    assert all(segment.status is SegmentStatus.SUCCESS and segment.error is None for segment in segments)
    assert_joined(segments)
    for segment in segments:
        assert abs((segment.end - segment.start).total_seconds() - segment.duration) < 0.25
    # Cut by the clock, at the next key frame: those come once a second. On a busy machine one may come late, while its
    # row has the time at which it was sent; but not each.
    assert any((segment.start.timestamp() + 0.5) % 3 < 0.5 + 1.4 for segment in segments[1:])
    assert files(root) == [segment.file_path for segment in segments]
    assert not list((root.path / "01CAMERA" / ".open").iterdir())

    read = [packets(root.path / segment.file_path) for segment in segments]
    for segment, found in zip(segments, read, strict=True):
        assert segment.packets == len(found)
        assert found[0][2].startswith("K")
        assert (root.path / segment.file_path).stat().st_size == segment.file_size
        assert (segment.codec, segment.width, segment.height) == ("h264", 1280, 720)
    recorded = [size for found in read for _, size, _ in found]
    reference = [size for _, size, _ in await asyncio.to_thread(packets, continuous)]
    # What both saw is the same, packet for packet: sizes hardly ever repeat in a row.
    assert " ".join(map(str, recorded[2:-20])) in " ".join(map(str, reference))
    steps = [round(b[0] - a[0], 3) for found in read[1:] for a, b in itertools.pairwise(found)]
    assert set(steps) <= {0.066, 0.067}

    assert witness.states == [RecorderState.CONNECTING, RecorderState.RECORDING, RecorderState.OFF]
    assert witness.gaps == [], "before the first footage ever, nothing is missing"


async def test_freeze_and_thaw(
    camera: DemoCamera, root: StorageRoot, witness: Witness, caplog: pytest.LogCaptureFixture
) -> None:
    recorder = witness.recorder(root, source_of(camera), segment_seconds=60, stall_seconds=2.5)
    await recorder.start()
    try:
        await until(lambda: is_recording(witness) and open_bytes(root) > SOME)
        await camera.command("freeze")
        await until(lambda: witness.statuses[-1].state is RecorderState.STALLED, 60)
        assert witness.statuses[-1].error == "the camera sent nothing for 2.5 s"
        await until(lambda: witness.segments)
        cut = witness.segments[-1]
        assert (cut.status, cut.error) == (SegmentStatus.TIMEOUT, "the camera sent nothing for 2.5 s")
        assert cut.playable
        await camera.command("thaw")
        await until(lambda: is_recording(witness))
        await asyncio.sleep(1)
    finally:
        await recorder.stop()
    after = witness.segments[witness.segments.index(cut) + 1]
    assert after.status is SegmentStatus.SUCCESS
    # A row that spans more than its pictures would hide what is missing from the ledger.
    for segment in witness.segments:
        assert (segment.end - segment.start).total_seconds() == pytest.approx(segment.duration, abs=0.2)
    gap = witness.gaps[-1]
    assert (gap.start, gap.end, gap.cause) == (cut.end, after.start, GapCause.STALLED)
    # Said once when it went, once when it came back.
    records = [record for record in caplog.records if record.name.endswith("recording.status")]
    said = [record.levelname for record in records if record.levelno >= logging.INFO]
    assert said == ["WARNING", "INFO"]


async def test_drop_and_refuse(camera: DemoCamera, root: StorageRoot, witness: Witness) -> None:
    recorder = witness.recorder(root, source_of(camera), segment_seconds=60)
    await recorder.start()
    try:
        await until(lambda: is_recording(witness) and open_bytes(root) > SOME)
        await camera.command("refuse")
        await camera.command("drop")
        await until(lambda: witness.statuses[-1].state is RecorderState.UNREACHABLE, 60)
        assert witness.statuses[-1].error == "Connection refused"
        await until(lambda: witness.segments)
        cut = witness.segments[-1]
        assert (cut.status, cut.error) == (SegmentStatus.FAILED, "the camera ended the connection")
        assert cut.playable
        await asyncio.sleep(1)
        await camera.command("accept")
        await until(lambda: is_recording(witness))
    finally:
        await recorder.stop()
    assert witness.gaps[-1].start == cut.end
    assert witness.gaps[-1].cause in {GapCause.UNREACHABLE, GapCause.DISCONNECTED}


async def test_kill_of_ffmpeg_keeps_what_was_recorded(camera: DemoCamera, root: StorageRoot, witness: Witness) -> None:
    recorder = witness.recorder(root, source_of(camera), segment_seconds=60)
    await recorder.start()
    try:
        await until(lambda: is_recording(witness) and open_bytes(root) > SOME)
        assert recorder.pid is not None
        os.kill(recorder.pid, signal.SIGKILL)
        killed = datetime.now(UTC)
        await until(lambda: witness.segments)
        cut = witness.segments[0]
        assert (cut.status, cut.error) == (SegmentStatus.FAILED, "ffmpeg was killed (signal 9)")
        assert cut.duration > 0.5
        assert killed - cut.end < timedelta(seconds=6), "a fragment is written each second"
        assert len(packets(root.path / cut.file_path)) == cut.packets
        await until(lambda: is_recording(witness))
        await asyncio.sleep(0.5)
    finally:
        await recorder.stop()
    assert witness.segments[1].status is SegmentStatus.SUCCESS
    gap = witness.gaps[-1]
    assert (gap.start, gap.end, gap.cause) == (cut.end, witness.segments[1].start, GapCause.FAILED)
    assert gap.seconds < 40


@pytest.mark.parametrize(
    "wrong",
    [
        ({"password": "wrong-password"}, RecorderState.AUTHENTICATION_FAILED, "401 Unauthorized"),
        ({"path": "/nothing"}, RecorderState.STREAM_NOT_FOUND, "404 Not Found"),
        ({"port": 1}, RecorderState.UNREACHABLE, "Connection refused"),
    ],
)
async def test_wrong_settings_are_told_apart(
    camera: DemoCamera,
    root: StorageRoot,
    witness: Witness,
    caplog: pytest.LogCaptureFixture,
    wrong: tuple[dict[str, object], RecorderState, str],
) -> None:
    changes, state, error = wrong
    caplog.set_level(logging.DEBUG)
    source = source_of(camera, **changes)
    recorder = witness.recorder(root, source)
    await recorder.start()
    await until(lambda: witness.statuses[-1].state is state)
    status = witness.statuses[-1]
    await recorder.stop()
    assert status.error is not None
    assert error in status.error
    assert not files(root)
    assert [gap.cause.value for gap in witness.gaps] == [state.value]
    assert source.password is not None
    for text in (status.error, caplog.text, repr(source)):
        assert source.password not in text
        assert PASSWORD not in text


async def test_new_password_at_the_camera(camera: DemoCamera, root: StorageRoot, witness: Witness) -> None:
    recorder = witness.recorder(root, source_of(camera))
    await recorder.start()
    try:
        await until(lambda: is_recording(witness))
        await camera.command("password", "another")
        await camera.command("drop")
        await until(lambda: witness.statuses[-1].state is RecorderState.AUTHENTICATION_FAILED)
    finally:
        await recorder.stop()


async def test_clock_jump_of_the_camera(camera: DemoCamera, root: StorageRoot, witness: Witness) -> None:
    recorder = witness.recorder(root, source_of(camera), segment_seconds=60)
    await recorder.start()
    try:
        await until(lambda: is_recording(witness))
        await asyncio.sleep(6)
        await camera.command("jump", "-5.5")  # back, as when a camera sets its clock
        await until(lambda: any(segment.error == "the camera's clock jumped" for segment in witness.segments), 60)
        await until(lambda: is_recording(witness))
    finally:
        await recorder.stop()
    assert witness.gaps[-1].cause is GapCause.TIMESTAMPS


async def test_g711_becomes_aac(root: StorageRoot, witness: Witness) -> None:
    camera = await DemoCamera.start(audio="pcma")
    recorder = witness.recorder(root, source_of(camera))
    try:
        await recorder.start()
        await until(lambda: len(witness.segments) >= 2)
    finally:
        await recorder.stop()
        await camera.stop()
    assert recorder.stream is not None
    assert recorder.stream.audio_codec == "pcm_alaw"
    path = root.path / witness.segments[1].file_path
    assert await asyncio.to_thread(codecs, path) == ["h264", "aac"]


async def test_pauses_without_its_storage_and_resumes(camera: DemoCamera, root: StorageRoot, witness: Witness) -> None:
    marker = root.path / MARKER
    hidden = root.path.parent / "hidden"
    marker.rename(hidden)
    recorder = witness.recorder(root, source_of(camera))
    await recorder.start()
    try:
        await until(lambda: witness.statuses[-1].state is RecorderState.STORAGE_UNAVAILABLE)
        assert "marker" in (witness.statuses[-1].error or "")
        assert [path.name for path in root.path.iterdir()] == []
        hidden.rename(marker)
        await until(lambda: is_recording(witness))
    finally:
        await recorder.stop()
    assert witness.gaps[0].cause is GapCause.STORAGE_UNAVAILABLE
    assert witness.segments


async def test_what_the_storage_says_goes_before_what_ffmpeg_says(
    camera: DemoCamera, root: StorageRoot, witness: Witness, tmp_path: Path
) -> None:
    pulled_out = tmp_path / "ffmpeg"
    complaint = "Error writing trailer of 0.mp4: Invalid argument"
    pulled_out.write_text(f"#!/bin/sh\nmv '{root.path / MARKER}' '{tmp_path}/'\necho '{complaint}' >&2\nexit 1\n")
    pulled_out.chmod(0o700)
    recorder = witness.recorder(root, source_of(camera), ffmpeg=str(pulled_out))
    await recorder.start()
    await until(lambda: RecorderState.STORAGE_UNAVAILABLE in witness.states)
    await recorder.stop()
    first = next(status for status in witness.statuses if status.state is RecorderState.STORAGE_UNAVAILABLE)
    assert "its marker .mycamera is missing" in (first.error or "")


async def test_a_listener_that_fails_stops_nothing(camera: DemoCamera, root: StorageRoot, witness: Witness) -> None:
    calls: list[Segment] = []

    async def refuse(segment: Segment) -> None:
        calls.append(segment)
        raise RuntimeError("no database")

    recorder = witness.recorder(root, source_of(camera), on_segment=refuse)
    await recorder.start()
    await until(lambda: calls)
    await recorder.stop()
    assert files(root) == [segment.file_path for segment in calls]


async def test_errors_that_nobody_foresaw_end_nothing(
    camera: DemoCamera, root: StorageRoot, witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = RunFolder.create
    failures = iter([ValueError("not foreseen"), struct.error("a hostile file")])

    def create_second_time(*args: Any) -> RunFolder:
        monkeypatch.setattr(RunFolder, "create", create)
        raise next(failures)

    def close_second_time(*args: Any, **options: Any) -> Any:
        monkeypatch.setattr(CLOSE_SEGMENT, finalize_segment)
        raise next(failures)

    monkeypatch.setattr(RunFolder, "create", create_second_time)
    monkeypatch.setattr(CLOSE_SEGMENT, close_second_time)
    recorder = witness.recorder(root, source_of(camera))
    await recorder.start()
    await until(lambda: len(witness.segments) >= 1)
    await recorder.stop()
    assert next(failures, None) is None
    assert any(status.error == "not foreseen" for status in witness.statuses)


async def test_an_ffmpeg_that_cannot_run_is_said(
    camera: DemoCamera, root: StorageRoot, witness: Witness, caplog: pytest.LogCaptureFixture
) -> None:
    recorder = witness.recorder(root, source_of(camera), ffprobe="/nonexistent/ffprobe", name="Front door")
    await recorder.start()
    await until(lambda: witness.statuses[-1].error)
    await recorder.stop()
    assert "/nonexistent/ffprobe" in str(witness.statuses)
    assert "Camera Front door (01CAMERA) is not recorded: " in caplog.text, "people know it by its name"


async def test_no_process_shows_the_password(camera: DemoCamera, root: StorageRoot, witness: Witness) -> None:
    recorder = witness.recorder(root, source_of(camera))
    await recorder.start()
    await until(lambda: is_recording(witness))
    line, environment = visible(recorder.pid)
    await recorder.stop()
    assert b"ffmpeg" in line
    for hidden in (b"p%20w", PASSWORD.encode(), b"rtsp://"):
        assert hidden not in line
        assert hidden not in environment


async def test_ffmpeg_ends_when_its_parent_is_killed(camera: DemoCamera, root: StorageRoot) -> None:
    script = Path(__file__).with_name("record_for_ever.py")
    source = source_of(camera)
    arguments = [str(root.path), source.host, str(source.port), source.path]
    parent = await asyncio.create_subprocess_exec(
        sys.executable,
        str(script),
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=script.parents[2],
    )
    assert parent.stdin is not None
    assert parent.stdout is not None
    parent.stdin.write(f"{source.username}\n{source.password}\n".encode())
    async with asyncio.timeout(60):
        child = int(await parent.stdout.readline())
    parent.kill()
    await parent.wait()
    parent.stdin.close()

    def gone() -> bool:
        try:
            return bool(re.search(r"State:\s+[ZX]", Path(f"/proc/{child}/status").read_text()))
        except OSError:
            return True

    await until(gone)
    # The next start finds what was recorded.
    witness = Witness()
    recorder = witness.recorder(root, source)
    await recorder.start()
    await until(lambda: witness.segments, 60)
    await recorder.stop()
    left = witness.segments[0]
    assert left.status is SegmentStatus.SUCCESS
    assert left.playable
    assert len(packets(root.path / left.file_path)) == left.packets
    assert witness.gaps[0].start == left.end
    assert witness.gaps[0].cause is GapCause.NOT_RUNNING


async def test_stops_in_time_whatever_it_waits_for(camera: DemoCamera, root: StorageRoot, witness: Witness) -> None:
    # A run that another process still writes to is waited for, but not by a stop.
    held = RunFolder.create(root.path, "01CAMERA")
    (held.path / "000000.mp4").write_bytes(b"")
    recorder = witness.recorder(root, source_of(camera))
    await recorder.start()
    await asyncio.sleep(0.2)
    began = time.monotonic()
    await recorder.stop()
    assert time.monotonic() - began < 45
    assert held.path.exists()
    held.release()
    # Nor is a camera that is frozen.
    (held.path / "000000.mp4").unlink()
    await recorder.start()
    # Up to a second of what it sends before may be lost with it.
    await until(lambda: open_bytes(root) > SOME)
    await camera.command("freeze")
    await asyncio.sleep(0.2)
    began = time.monotonic()
    await recorder.stop()
    assert time.monotonic() - began < 45
    assert witness.segments[-1].playable
