"""The analysis of recordings: real pedestrians, and files that no camera made."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from mycamera_worker import fetching
from mycamera_worker.analysis import FileAnalysis
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.detection.inference import Inference, Priority
from mycamera_worker.failures import (
    CancelledError,
    JobError,
    SourceInvalidError,
    SourceMissingError,
    SourceUnreachableError,
    StorageUnreachableError,
)
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.pictures import Picture
from mycamera_worker.protocol.recordings import Analyze, Analyzed
from mycamera_worker.video import decoding
from mycamera_worker.video.decoding import Reading, VideoFile
from mycamera_worker.video.frames import full_picture
from mycamera_worker.video.video_index import Group

from .conftest import cached, encode


def analyze(
    path: Path, inference: Inference, cancellation: Cancellation | None = None
) -> tuple[Analyzed, list[Picture]]:
    job = Analyze(job="job", source=str(path), settings=AnalysisSettings(min_score=0.4))
    return FileAnalysis(job, path, inference, cancellation or Cancellation()).run()


@pytest.fixture(scope="module")
def pedestrians(clip: Path, inference: Inference) -> tuple[Analyzed, list[Picture]]:
    return analyze(clip, inference)


def test_pedestrians_become_appearances(pedestrians: tuple[Analyzed, list[Picture]]) -> None:
    result, _ = pedestrians
    assert (result.width, result.height) == (768, 576)
    assert result.duration == pytest.approx(10.0, abs=0.15)
    assert result.frames_inferred <= 31
    # There is no ground truth for this video: a loose band around what tracking at several rates finds.
    assert 5 <= len(result.appearances) <= 11
    assert result.model == "person.pt"


def test_only_the_wanted_parts_are_looked_at(clip: Path, inference: Inference) -> None:
    ranges = ((1.0, 3.0), (7.0, 8.5))
    job = Analyze(job="job", source=str(clip), settings=AnalysisSettings(min_score=0.4), ranges=ranges)
    result, _ = FileAnalysis(job, clip, inference, Cancellation()).run()
    assert result.appearances
    for one in result.appearances:
        for point in one.path:
            assert any(since <= point.time <= until for since, until in ranges)
    assert {point.time < 4 for one in result.appearances for point in one.path} == {True, False}
    assert result.frames_inferred <= 14, "a look each 0.4 s, and at key frames"
    assert result.duration == pytest.approx(10.0, abs=0.15)


def test_appearances_are_plausible(pedestrians: tuple[Analyzed, list[Picture]]) -> None:
    result, _ = pedestrians
    for one in result.appearances:
        assert 0 <= one.first_seen <= one.best_time <= one.last_seen <= result.duration
        assert one.best_frame == pytest.approx(one.best_time * 10, abs=1)
        assert 3 <= one.sightings <= result.frames_inferred
        assert one.confidence >= 0.4
        times = [point.time for point in one.path]
        assert times == sorted(times)
        assert any(point.box == one.best_box for point in one.path)
        for before, after in zip(one.path, one.path[1:], strict=False):
            moved = np.hypot(after.box[0] - before.box[0], after.box[1] - before.box[1])
            assert moved < 0.15 * max(1.0, after.time - before.time), "nobody jumps across the picture"


def test_nobody_appears_twice_at_once(pedestrians: tuple[Analyzed, list[Picture]]) -> None:
    result, _ = pedestrians
    for number, a in enumerate(result.appearances):
        for b in result.appearances[number + 1 :]:
            places = {point.time: point.box for point in a.path}
            shared = [(places[point.time], point.box) for point in b.path if point.time in places]
            same = sum(overlap(*pair) > 0.7 for pair in shared)
            assert same <= 0.3 * len(shared), f"{a.track} and {b.track} are the same"


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    both = max(0.0, width) * max(0.0, height)
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def test_pictures_are_clean_and_of_the_best_frame(pedestrians: tuple[Analyzed, list[Picture]], clip: Path) -> None:
    result, pictures = pedestrians
    jpegs = {picture.id: picture.jpeg for picture in pictures}
    frames = [frame[::4, ::4].astype(int) for frame in all_frames(clip)]
    for one in result.appearances:
        snapshot = cv2.imdecode(np.frombuffer(jpegs[one.snapshot], np.uint8), cv2.IMREAD_COLOR)
        assert snapshot is not None
        assert snapshot.shape == (576, 768, 3)
        differences = [np.abs(snapshot[::4, ::4] - frame).mean() for frame in frames]
        assert int(np.argmin(differences)) == one.best_frame
        assert differences[one.best_frame] < 4
        assert one.thumbnail is not None
        thumbnail = cv2.imdecode(np.frombuffer(jpegs[one.thumbnail], np.uint8), cv2.IMREAD_COLOR)
        assert thumbnail is not None
        assert thumbnail.shape[0] <= 320


def all_frames(path: Path) -> list[np.ndarray]:
    video = cv2.VideoCapture(str(path))
    frames = []
    while (read := video.read())[0]:
        frames.append(np.asarray(read[1]))
    video.release()
    return frames


def test_a_still_recording_costs_next_to_nothing(tmp_path: Path, inference: Inference) -> None:
    path = tmp_path / "still.mp4"
    encode(path, "-f", "lavfi", "-i", "color=c=gray:s=1280x720:r=15,format=yuv420p", "-t", "40")
    result, pictures = analyze(path, inference)
    assert (result.appearances, pictures) == ((), [])
    assert result.frames_inferred <= 4
    assert result.frames_decoded <= 6
    assert result.duration == pytest.approx(40, abs=0.1)


@pytest.fixture(scope="module")
def short_visit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a minute of an empty place with a camera's noise; somebody comes between two key frames."""
    frames = all_frames(cached("vtest.avi"))
    empty = np.median(np.stack(frames[::20]), axis=0).astype(np.uint8)
    random = np.random.default_rng(2)
    path = tmp_path_factory.mktemp("visit") / "visit.mp4"
    command = ["ffmpeg", "-v", "error", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", "768x576", "-r", "15", "-i", "-"]
    command += ["-c:v", "libx264", "-preset", "veryfast", "-crf", "26", "-g", "30", "-sc_threshold", "0", "-bf", "0"]
    command += ["-pix_fmt", "yuv420p", str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        assert encoder.stdin is not None
        for number in range(30 * 15):
            picture = empty.astype(np.int16)
            if 12.3 <= number / 15 < 13.9:
                shown = frames[542 + int((number / 15 - 12.3) * 10)]
                picture[330:, 150:450] = shown[330:, 150:450]
            picture += random.normal(0, 3, (576, 768, 1)).astype(np.int16)
            encoder.stdin.write(picture.clip(0, 255).astype(np.uint8).tobytes())
        encoder.stdin.close()
        assert encoder.wait() == 0
    return path


def test_a_short_visit_between_two_key_frames_is_found(short_visit: Path, inference: Inference) -> None:
    result, _ = analyze(short_visit, inference)
    # Clothes that lie on the lawn are somebody to these weights, from the beginning.
    assert any(12.2 <= one.first_seen < one.last_seen <= 14 for one in result.appearances)
    # When they are somebody no more is a matter of a processor's rounding, and looked for in one or two groups of 30.
    assert result.frames_decoded <= 200, "of 450: elsewhere only key frames are decoded"


def test_a_recording_cut_by_a_kill_is_analysed_up_to_there(clip: Path, tmp_path: Path, inference: Inference) -> None:
    path = tmp_path / "cut.mp4"
    content = clip.read_bytes()
    path.write_bytes(content[: int(len(content) * 0.55)])
    result, _ = analyze(path, inference)
    assert 2 < result.duration < 9
    assert result.appearances


def test_damage_in_the_middle_is_survived(clip: Path, tmp_path: Path, inference: Inference) -> None:
    path = tmp_path / "damaged.mp4"
    content = bytearray(clip.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3000] = np.random.default_rng(1).bytes(3000)
    path.write_bytes(content)
    result, _ = analyze(path, inference)
    assert result.appearances


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"this is not a video",
        b"\x00" * 4096,
        b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        np.random.default_rng(0).bytes(200_000),
    ],
    ids=["empty", "text", "zeros", "playlist", "concat", "noise"],
)
def test_files_that_are_no_videos(tmp_path: Path, inference: Inference, content: bytes) -> None:
    path = tmp_path / "recording.mp4"
    path.write_bytes(content)
    with pytest.raises(SourceInvalidError):
        analyze(path, inference)


def test_a_header_without_a_picture(clip: Path, tmp_path: Path, inference: Inference) -> None:
    path = tmp_path / "header.mp4"
    path.write_bytes(clip.read_bytes()[:900])
    with pytest.raises(SourceInvalidError):
        analyze(path, inference)


def test_only_sound(tmp_path: Path, inference: Inference) -> None:
    path = tmp_path / "sound.mp4"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", str(path)], check=True, timeout=30
    )
    with pytest.raises(SourceInvalidError, match="no video"):
        analyze(path, inference)


@pytest.mark.parametrize("path", ["/nowhere/a.mp4", "/dev/zero", "/usr", "a\0b"])
def test_paths_that_are_no_files(path: str, inference: Inference) -> None:
    with (
        pytest.raises((StorageUnreachableError, SourceInvalidError)),
        fetching.local_copy(path, Cancellation()) as local,
    ):
        analyze(local, inference)


def test_a_picture_too_wide(tmp_path: Path, inference: Inference) -> None:
    path = tmp_path / "wide.mkv"
    subprocess.run(
        [
            *("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=s=16384x64:r=5", "-t", "1"),
            *("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", str(path)),
        ],
        check=True,
        timeout=60,
    )
    with pytest.raises(SourceInvalidError, match="16384"):
        analyze(path, inference)


def test_a_video_without_an_end(clip: Path, inference: Inference, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_FRAMES", 50)
    with pytest.raises(SourceInvalidError, match="longer"):
        analyze(clip, inference)


def test_a_video_that_takes_too_long(clip: Path) -> None:
    with pytest.raises(SourceInvalidError, match="more work"):
        VideoFile(clip, Cancellation(), deadline=time.thread_time() - 1)


@pytest.mark.parametrize("seed", range(12))
def test_fuzzed_files_end_as_results_or_failures(clip: Path, tmp_path: Path, inference: Inference, seed: int) -> None:
    random = np.random.default_rng(seed)
    content = bytearray(clip.read_bytes()[: 150_000 if seed % 2 else 60_000])
    for position in random.integers(0, len(content) if seed % 3 else 2000, 40):
        content[position] = int(random.integers(0, 256))
    path = tmp_path / "fuzzed.mp4"
    path.write_bytes(content)
    frames = 1
    with contextlib.suppress(SourceInvalidError):  # every other error is a bug
        frames = analyze(path, inference)[0].frames_decoded
    assert frames > 0


def test_a_cancelled_job_ends_with_its_next_question(
    clip: Path, inference: Inference, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancellation = Cancellation()
    asked: list[int] = []
    detect = Inference.detect

    def cancelled_meanwhile(self: Inference, pictures: list[Any], priority: Priority, **options: Any) -> Any:
        asked.append(len(pictures))
        cancellation.cancel()
        return detect(self, pictures, priority, **options)

    monkeypatch.setattr(Inference, "detect", cancelled_meanwhile)
    with pytest.raises(CancelledError):
        analyze(clip, inference, cancellation)
    assert asked == [1]


class Chosen:
    """A plan for tests: by group, up to some share of each."""

    def __init__(self, choice: Callable[[Group], Reading], share: float = 1.0) -> None:
        self.reading = choice
        self.share = share

    def continues(self, _: Group) -> bool:
        return False

    def last_due(self, group: Group) -> float:
        return group.start + self.share * (group.end - group.start)


def test_key_frames_alone_have_the_right_numbers(clip: Path) -> None:
    video = VideoFile(clip, Cancellation(), deadline=time.thread_time() + 60)
    numbers = [sample.number for sample in video.read(Chosen(lambda _: Reading.KEY))]
    assert numbers == list(range(0, 100, 20))


def test_pictures_have_their_numbers_and_times(clip: Path) -> None:
    video = VideoFile(clip, Cancellation(), deadline=time.thread_time() + 60)
    samples = list(video.read(Chosen(lambda _: Reading.EVERYTHING)))
    assert [sample.number for sample in samples] == sorted({sample.number for sample in samples})
    assert len(samples) > 40, "only pictures on which no other builds are left out"
    frames = all_frames(clip)
    for sample in samples:
        assert sample.time == pytest.approx(sample.number / 10, abs=0.01)
        assert np.abs(full_picture(sample.frame).astype(int) - frames[sample.number]).mean() < 2


def test_groups_can_be_left_out(clip: Path) -> None:
    video = VideoFile(clip, Cancellation(), deadline=time.thread_time() + 60)
    plan = Chosen(lambda group: Reading.EVERYTHING if 3.5 < group.start < 6.5 else Reading.NOTHING)
    numbers = [sample.number for sample in video.read(plan)]
    assert (numbers[0], numbers[-1]) == (40, 79)
    assert len(numbers) > 15


def test_the_rest_of_a_group_is_not_decoded(clip: Path) -> None:
    video = VideoFile(clip, Cancellation(), deadline=time.thread_time() + 60)
    plan = Chosen(lambda _: Reading.EVERYTHING, share=0.3)
    numbers = [sample.number for sample in video.read(plan)]
    assert {number // 20 for number in numbers} == {0, 1, 2, 3, 4}
    assert all(number % 20 < 15 for number in numbers)


@pytest.fixture
def server(clip: Path) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/away":
                self.send_response(302)
                self.send_header("Location", f"file://{clip}")
                self.end_headers()
                return
            if self.path.startswith("/busy"):
                self.send_error(503)
                return
            if not self.path.startswith("/clip?authSig=s3cret"):
                self.send_error(404)
                return
            content = clip.read_bytes()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content if "part" not in self.path else content[:1000])

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_recording_is_fetched_by_its_address(server: str, clip: Path) -> None:
    with fetching.local_copy(f"{server}/clip?authSig=s3cret", Cancellation()) as path:
        assert path.read_bytes() == clip.read_bytes()
    assert not path.exists()


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/nothing?authSig=s3cret", SourceMissingError),
        ("/clip?authSig=s3cretpart", SourceUnreachableError),
        ("/busy?authSig=s3cret", StorageUnreachableError),
        ("/away", SourceUnreachableError),
    ],
)
def test_a_recording_that_cannot_be_fetched(server: str, path: str, error: type[JobError]) -> None:
    with pytest.raises(error) as raised, fetching.local_copy(server + path, Cancellation()):
        pass
    assert type(raised.value) is error
    assert "s3cret" not in raised.value.message


def test_a_server_that_is_not_there_says_nothing_of_the_recording() -> None:
    with socket.socket() as taken:  # bound, but not listening: refused
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/clip"
        with pytest.raises(StorageUnreachableError), fetching.local_copy(address, Cancellation()):
            pass


def test_a_recording_too_large_to_fetch(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_DOWNLOAD", 1000)
    with (
        pytest.raises(SourceInvalidError),
        fetching.local_copy(f"{server}/clip?authSig=s3cret", Cancellation()),
    ):
        pass
