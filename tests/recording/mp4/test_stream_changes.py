"""A camera that sends something else than before: every file stays one that plays, and nobody is asked in vain."""

from __future__ import annotations

import asyncio
import json
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from custom_components.mycamera.recording import recorder as recorder_module
from custom_components.mycamera.recording.archive.finalize import OpenSegment, finalize_segment
from custom_components.mycamera.recording.archive.segment import GapCause, SegmentStatus
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.archive.stream_memory import NOTE, Remembered, recall, remember
from custom_components.mycamera.recording.mp4.reader import read_movie
from custom_components.mycamera.recording.mp4.sps import HEAD, PictureFormat, read_picture, sequence_parameters
from custom_components.mycamera.recording.mp4.stream_change import StreamChangeWatch
from custom_components.mycamera.recording.probe import StreamInfo, read_announcement
from custom_components.mycamera.recording.status import RecorderState
from tests.demo_camera import DemoCamera

from ..conftest import CAMERA_ID, PASSWORD, Witness, packets, source_of, until, utc

START = utc("2026-11-22T12:00:00")
H264 = StreamInfo(codec="h264", width=1280, height=720, fps=15.0, audio_codec=None)


def make(path: Path, size: str, *, codec: str = "libx264", pixels: str = "yuv420p", container: str = "mp4") -> Path:
    """Make three seconds of video whose key frames carry their parameters, as cameras send them."""
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"testsrc2=size={size}:rate=10:duration=3"]
    command += ["-c:v", codec, "-preset", "ultrafast", "-g", "10", "-bf", "0", "-pix_fmt", pixels]
    command += [f"-{codec.removeprefix('lib')}-params", "repeat-headers=1:keyint=10:log-level=error"]
    command += ["-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-f", container, str(path)]
    subprocess.run(command, check=True)
    return path


def changing(folder: Path, *sizes: str, codec: str = "libx264") -> Path:
    """Make a file in which the picture changes its size, as ffmpeg writes it when a camera does that under way."""
    container = {"libx264": "h264", "libx265": "hevc"}[codec]
    joined = folder / f"joined.{container}"
    parts = [make(folder / f"{size}.{container}", size, codec=codec, container=container) for size in sizes]
    joined.write_bytes(b"".join(part.read_bytes() for part in parts))
    target = folder / "000000.mp4"
    command = ["ffmpeg", "-v", "error", "-y", "-r", "10", "-i", str(joined), "-c", "copy"]
    subprocess.run([*command, "-movflags", "+frag_keyframe+empty_moov+default_base_moof", str(target)], check=True)
    return target


def shown_sizes(path: Path) -> set[tuple[int, int]]:
    """Return the sizes of all pictures that come out of a decoder."""
    command = ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "frame=width,height"]
    done = subprocess.run([*command, "-of", "json", str(path)], capture_output=True, check=True, text=True)
    assert not done.stderr
    return {(frame["width"], frame["height"]) for frame in json.loads(done.stdout)["frames"]}


# Reading the parameters.


@pytest.mark.parametrize(
    ("codec", "size", "pixels", "expected"),
    [
        ("libx264", "1280x720", "yuv420p", PictureFormat("h264", 1280, 720, 1, 8)),
        ("libx264", "1920x1080", "yuv420p", PictureFormat("h264", 1920, 1080, 1, 8)),
        ("libx264", "322x182", "yuv444p", PictureFormat("h264", 322, 182, 3, 8)),
        ("libx264", "640x360", "yuv422p10le", PictureFormat("h264", 640, 360, 2, 10)),
        ("libx265", "1918x1078", "yuv420p10le", PictureFormat("hevc", 1918, 1078, 1, 10)),
        ("libx265", "642x362", "yuv444p", PictureFormat("hevc", 642, 362, 3, 8)),
    ],
)
def test_reads_the_parameters_of_key_frames(
    tmp_path: Path, codec: str, size: str, pixels: str, expected: PictureFormat
) -> None:
    path = make(tmp_path / "movie.mp4", size, codec=codec, pixels=pixels)
    video = read_movie(path).video
    run = video.runs[0]
    head = path.read_bytes()[run.offset : run.offset + min(HEAD, run.sizes[0])]
    unit = sequence_parameters(head, video.codec)
    assert unit is not None
    assert read_picture(unit, video.codec) == expected
    # What is cut short, or no parameter set at all, is nothing.
    assert read_picture(unit[:5], video.codec) is None
    assert sequence_parameters(head[:6], video.codec) is None
    assert sequence_parameters(b"\xff" * 64, video.codec) is None


# Files.


@pytest.mark.parametrize("codec", ["libx264", "libx265"])
def test_what_follows_a_change_is_cut_off(tmp_path: Path, codec: str) -> None:
    path = changing(tmp_path, "320x180", "640x360", codec=codec)
    whole = read_movie(path)
    assert whole.video.duration == pytest.approx(6)
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=path, start=None, end=utc("2026-11-22T12:00:06")))
    assert closed is not None
    segment = closed.segment
    assert (segment.start, segment.end) == (START, utc("2026-11-22T12:00:03"))
    assert (segment.width, segment.height, segment.packets) == (320, 180, 30)
    assert (segment.status, segment.error) == (SegmentStatus.SUCCESS, None)
    assert shown_sizes(tmp_path / segment.file_path) == {(320, 180)}
    assert len(packets(tmp_path / segment.file_path)) == 30


def test_a_watch_sees_a_change_as_soon_as_it_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    watch = StreamChangeWatch(folder)
    assert watch.look() is None
    data = changing(tmp_path, "320x180", "640x360").read_bytes()
    movie = read_movie(tmp_path / "000000.mp4")
    fragments = [run.fragment for run in movie.video.runs]
    growing = folder / "000000.mp4"
    for end in (20, fragments[0], fragments[1] + 7, fragments[3], fragments[4] - 1):
        growing.write_bytes(data[:end])
        assert watch.look() is None
    growing.write_bytes(data)
    assert watch.look() == "the camera's picture changed from h264 320x180 to h264 640x360"


def test_a_watch_goes_on_in_the_next_file(tmp_path: Path) -> None:
    watch = StreamChangeWatch(tmp_path)
    make(tmp_path / "000006.mp4", "320x180")
    assert watch.look() is None
    make(tmp_path / "000007.mp4", "320x180")
    (tmp_path / "000006.mp4").unlink()
    assert watch.look() is None
    make(tmp_path / "000008.mp4", "640x360")
    assert watch.look() == "the camera's picture changed from h264 320x180 to h264 640x360"


# What ffmpeg says of its input.


def test_reads_what_ffmpeg_says_of_its_input() -> None:
    said = [
        "[info] Input #0, concat, from 'pipe:0':",
        "[info] Duration: N/A, start: 0.000000, bitrate: N/A",
        "[info] Stream #0:0: Video: hevc (Main), yuvj420p(pc, bt709), 2560x1440 [SAR 1:1 DAR 16:9], 12.50 fps, 25 tbr",
        "[info] Stream #0:1(und): Audio: pcm_alaw, 8000 Hz, mono, s16, 64 kb/s",
        "[info] Output #0, segment, to '%06d.mp4':",
        "[info] Stream #0:1: Audio: aac (LC), 8000 Hz, mono, fltp, 64 kb/s",
    ]
    assert read_announcement(said) == StreamInfo(
        codec="hevc", width=2560, height=1440, fps=12.5, audio_codec="pcm_alaw"
    )
    assert read_announcement(said[4:]) is None
    assert read_announcement([]) is None


# Remembering.


def test_remembers_one_address(tmp_path: Path) -> None:
    camera = DemoCameraAddress()
    source = source_of(camera, password=PASSWORD, username="viewer")
    assert recall(tmp_path, CAMERA_ID, source) is None
    remember(tmp_path, CAMERA_ID, source, Remembered(H264))
    assert recall(tmp_path, CAMERA_ID, source) == Remembered(H264)
    assert recall(tmp_path, CAMERA_ID, source_of(camera, path="/other")) is None
    note = tmp_path / CAMERA_ID / NOTE
    assert PASSWORD not in note.read_text()
    for damaged in ("", "[]", '{"address": 1}', note.read_text().replace("1280", '"wide"')):
        note.write_text(damaged)
        assert recall(tmp_path, CAMERA_ID, source) is None


class DemoCameraAddress(DemoCamera):
    """Where a camera would be, for those who only need the address."""

    def __init__(self) -> None:
        self.port, self.user, self.main = 8554, None, "rtsp://127.0.0.1:8554/main"


# Recording.


def is_recording(witness: Witness) -> bool:
    return bool(witness.statuses) and witness.statuses[-1].state is RecorderState.RECORDING


@pytest.mark.parametrize(("codec", "segment_seconds"), [("h264", 60), ("hevc", 60), ("hevc", 3)])
async def test_another_size_under_way_begins_another_file(
    camera: DemoCamera, root: StorageRoot, witness: Witness, codec: str, segment_seconds: int
) -> None:
    if codec == "hevc":
        await camera.command("codec", "h265")
    recorder = witness.recorder(root, source_of(camera), segment_seconds=segment_seconds)
    await recorder.start()
    try:
        await until(lambda: is_recording(witness))
        await asyncio.sleep(2)
        await camera.command("resolution", "640x360")
        await until(lambda: any(status.error for status in witness.statuses))
        await until(lambda: is_recording(witness))
        await until(lambda: recorder.stream is not None and recorder.stream.width == 640)
        await asyncio.sleep(1)
    finally:
        await recorder.stop()
    errors = [status.error for status in witness.statuses if status.error]
    assert errors == [f"the camera's picture changed from {codec} 1280x720 to {codec} 640x360"]
    segments = witness.segments
    assert {segment.status for segment in segments} == {SegmentStatus.SUCCESS}
    assert {segment.codec for segment in segments} == {codec}
    sizes = [(segment.width, segment.height) for segment in segments]
    assert sizes == sorted(sizes, reverse=True), "first the one size, then the other"
    assert set(sizes) == {(1280, 720), (640, 360)}
    for segment, size in zip(segments, sizes, strict=True):
        assert shown_sizes(root.path / segment.file_path) == {size}
        assert len(packets(root.path / segment.file_path)) == segment.packets
    # They join, or there is a gap between them that says why not.
    told = {(gap.start, gap.end): gap.cause for gap in witness.gaps}
    between = [(one.end, other.start) for one, other in pairwise(segments) if one.end != other.start]
    assert between
    assert [told[span] for span in between] == [GapCause.STREAM_CHANGED] * len(between)
    if segment_seconds > 30:
        assert len(segments) == 2


async def test_the_next_start_asks_nobody(
    camera: DemoCamera, root: StorageRoot, witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = witness.recorder(root, source_of(camera))
    await recorder.start()
    await until(lambda: is_recording(witness))
    await recorder.stop()

    async def refuse(*args: object, **kwargs: object) -> StreamInfo:
        raise AssertionError("the camera was asked what it sends")

    monkeypatch.setattr(recorder_module, "probe_stream", refuse)
    witness.statuses.clear()
    recorder = witness.recorder(root, source_of(camera))
    await recorder.start()
    await until(lambda: is_recording(witness))
    await recorder.stop()
    assert witness.states == [RecorderState.CONNECTING, RecorderState.RECORDING, RecorderState.OFF]
    assert recorder.stream is not None
    assert (recorder.stream.codec, recorder.stream.width) == ("h264", 1280)


@pytest.mark.parametrize(
    "believed",
    [
        # With these, ffmpeg cannot write the file, and the camera is asked.
        StreamInfo(codec="hevc", width=1280, height=720, fps=15.0, audio_codec=None),
        StreamInfo(codec="h264", width=1280, height=720, fps=15.0, audio_codec="aac"),
        # With this it can; what it says of its input tells.
        StreamInfo(codec="mpeg4", width=1280, height=720, fps=15.0, audio_codec="pcm_alaw"),
    ],
)
async def test_a_wrong_belief_is_put_right(root: StorageRoot, witness: Witness, believed: StreamInfo) -> None:
    camera = await DemoCamera.start(audio="pcma")
    source = source_of(camera)
    remember(root.path, CAMERA_ID, source, Remembered(believed))
    recorder = witness.recorder(root, source)
    truth = ("h264", 1280, "pcm_alaw")

    def known() -> bool:
        stream = recorder.stream
        return stream is not None and (stream.codec, stream.width, stream.audio_codec) == truth

    try:
        await recorder.start()
        await until(known)
        await until(lambda: is_recording(witness))
        await until(lambda: len(witness.segments) >= 2)
    finally:
        await recorder.stop()
        await camera.stop()
    remembered = await asyncio.to_thread(recall, root.path, CAMERA_ID, source)
    assert remembered is not None
    assert (remembered.stream.codec, remembered.stream.width, remembered.stream.audio_codec) == truth
    assert all(segment.codec == "h264" for segment in witness.segments)


@pytest.mark.parametrize(
    ("wrong", "state"),
    [
        ({"password": "wrong-password"}, RecorderState.AUTHENTICATION_FAILED),
        ({"port": 1}, RecorderState.UNREACHABLE),
        ({"path": "/nothing"}, RecorderState.STREAM_NOT_FOUND),
    ],
)
async def test_errors_are_told_apart_without_asking(
    camera: DemoCamera, root: StorageRoot, witness: Witness, wrong: dict[str, object], state: RecorderState
) -> None:
    source = source_of(camera, **wrong)
    remember(root.path, CAMERA_ID, source, Remembered(H264))
    recorder = witness.recorder(root, source)
    await recorder.start()
    await until(lambda: len(witness.statuses) > 1)
    await asyncio.sleep(2)  # more tries change nothing about it
    await recorder.stop()
    assert witness.states == [RecorderState.CONNECTING, state, RecorderState.OFF]
    assert recall(root.path, CAMERA_ID, source) == Remembered(H264)
