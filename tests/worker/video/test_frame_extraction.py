"""Pictures out of a recording, of those whom the watch of a smaller stream has seen: real pedestrians, in two sizes."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from mycamera_worker.analysis import FileAnalysis
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.detection.inference import Inference
from mycamera_worker.failures import (
    CancelledError,
    JobError,
    SourceInvalidError,
    SourceMissingError,
    StorageUnreachableError,
)
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.recordings import MAX_MOMENTS, Analyze, ExtractFrames, FramesExtracted, Moment
from mycamera_worker.protocol.values import Box
from mycamera_worker.recording_files import MARKER
from mycamera_worker.video.decoding import VideoFile
from mycamera_worker.video.frame_extraction import AROUND, FrameExtraction

from ..conftest import cached, encode

LATE = 0.3
"""Seconds by which the recording shows everything later than the watch."""
SMALL = (576, 432)


@pytest.fixture(scope="module")
def main_stream(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("main") / "main.mp4"
    encode(path, "-ss", str(20 - LATE), "-i", str(cached("vtest.avi")), "-t", "10")
    return path


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, inference: Inference) -> tuple[list[Moment], dict[str, bytes]]:
    """When and where persons were best in the small stream, and those pictures."""
    path = tmp_path_factory.mktemp("sub") / "sub.mp4"
    size = f"scale={SMALL[0]}:{SMALL[1]}"
    encode(path, "-ss", "20", "-i", str(cached("vtest.avi")), "-t", "10", "-vf", size)
    job = Analyze(job="sub", source=str(path), settings=AnalysisSettings(min_score=0.4))
    result, pictures = FileAnalysis(job, path, inference, Cancellation()).run()
    jpegs = {picture.id: picture.jpeg for picture in pictures}
    moments = [
        Moment(id=f"p{one.track}", time=one.best_time, box=one.best_box, width=SMALL[0], height=SMALL[1])
        for one in result.appearances
        # What the recording shows later than its end is not in it.
        if one.best_time + LATE < 9.9
    ]
    assert len(moments) >= 4
    return moments, {f"p{one.track}": jpegs[one.snapshot] for one in result.appearances}


def take(
    path: Path, inference: Inference, *moments: Moment, cancellation: Cancellation | None = None
) -> tuple[FramesExtracted, dict[str, bytes]]:
    job = ExtractFrames(job="job", source=str(path), moments=moments)
    result, pictures = FrameExtraction(job, path, inference, cancellation or Cancellation()).run()
    return result, {picture.id: picture.jpeg for picture in pictures}


def overlap(a: Box, b: Box) -> float:
    width = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    height = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    both = width * height
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def person(jpeg: bytes, box: Box) -> npt.NDArray[np.float32]:
    """Return what somebody looks like, whatever the picture's size."""
    picture = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    height, width = picture.shape[:2]
    left, right = round(box[0] * width), round(box[2] * width)
    part = picture[round(box[1] * height) : round(box[3] * height), left:right]
    return np.asarray(cv2.resize(part, (12, 24), interpolation=cv2.INTER_AREA), np.float32).ravel()


def likeness(one: npt.NDArray[np.float32], other: npt.NDArray[np.float32]) -> float:
    return float(np.corrcoef(one, other)[0, 1])


def test_the_frame_is_taken_in_which_persons_are_where_the_watch_saw_them(
    main_stream: Path, seen: tuple[list[Moment], dict[str, bytes]], inference: Inference
) -> None:
    moments, before = seen
    result, pictures = take(main_stream, inference, *moments)
    assert (result.width, result.height) == (768, 576)
    by_moment = {taken.moment: taken for taken in result.pictures}
    assert len(by_moment) >= len(moments) - 1, "of all but perhaps one, whom the larger picture shows less surely"
    same = 0
    for moment in moments:
        if (taken := by_moment.get(moment.id)) is None:
            continue
        assert abs(taken.time - moment.time) <= AROUND
        assert taken.frame == pytest.approx(taken.time * 10, abs=0.5)
        assert overlap(taken.box, moment.box) > 0.5
        assert taken.confidence >= 0.4
        assert taken.snapshot is not None
        assert taken.thumbnail is not None
        whole = cv2.imdecode(np.frombuffer(pictures[taken.snapshot], np.uint8), cv2.IMREAD_COLOR)
        assert whole is not None
        assert whole.shape == (576, 768, 3), "in full quality"
        small = cv2.imdecode(np.frombuffer(pictures[taken.thumbnail], np.uint8), cv2.IMREAD_COLOR)
        assert small is not None
        height = round((taken.box[3] - taken.box[1]) * 576)
        assert height <= small.shape[0] <= height * 1.4 + 2, "cut around the person"
        # It is the same person: more like that one than like anybody else whom the watch saw.
        now = person(pictures[taken.snapshot], taken.box)
        alike = {other.id: likeness(now, person(before[other.id], other.box)) for other in moments}
        same += max(alike, key=lambda name: alike[name]) == moment.id
    assert same >= len(by_moment) - 2, "some wear much the same"
    later = [taken.time - moment.time for moment in moments if (taken := by_moment.get(moment.id))]
    assert np.median(later) == pytest.approx(LATE, abs=0.15), "the streams' difference is found out"
    assert set(pictures) == {name for taken in result.pictures for name in (taken.snapshot, taken.thumbnail)}


def test_only_what_is_needed_is_decoded_and_looked_at(
    main_stream: Path, seen: tuple[list[Moment], dict[str, bytes]], inference: Inference
) -> None:
    moment = min(seen[0], key=lambda each: abs(each.time - 5))
    result, _ = take(main_stream, inference, moment)
    assert result.frames_decoded <= 3 * 20, "the groups of pictures around the moment"
    assert 4 <= result.frames_inferred <= 7
    twice, _ = take(main_stream, inference, moment, Moment(id="again", time=moment.time + 0.1, box=moment.box))
    assert twice.frames_inferred <= 9, "neighbours share their looks"


def test_one_look_is_enough_where_the_streams_are_in_step(
    main_stream: Path, seen: tuple[list[Moment], dict[str, bytes]], inference: Inference
) -> None:
    moments = [replace(moment, time=moment.time + LATE) for moment in seen[0]]
    result, _ = take(main_stream, inference, *moments)
    by_moment = {taken.moment: taken for taken in result.pictures}
    at_once = [moment for moment in moments if abs(by_moment[moment.id].time - moment.time) <= 0.051]
    assert len(at_once) >= len(moments) - 1
    assert result.frames_inferred <= len(moments) + 6 * (len(moments) - len(at_once))


def test_where_nobody_is_no_picture_is_taken(main_stream: Path, inference: Inference) -> None:
    nowhere = Moment(id="nowhere", time=5.0, box=(0.9, 0.0, 0.95, 0.15))
    after = Moment(id="after", time=30.0, box=(0.4, 0.4, 0.5, 0.7))
    result, pictures = take(main_stream, inference, nowhere, after)
    assert result.pictures == ()
    assert pictures == {}


def test_a_picture_that_is_no_larger_is_not_taken(main_stream: Path, inference: Inference) -> None:
    moment = Moment(id="same", time=5.04, box=(0.4, 0.4, 0.5, 0.7), width=768, height=576)
    result, pictures = take(main_stream, inference, moment)
    (taken,) = result.pictures
    assert (taken.snapshot, taken.thumbnail, pictures) == (None, None, {})
    assert (taken.frame, taken.time, taken.box) == (51, pytest.approx(5.1), moment.box)
    assert (result.frames_decoded, result.frames_inferred) == (0, 0)


def test_many_moments_hold_few_frames(main_stream: Path, inference: Inference) -> None:
    moments = [Moment(id=f"m{n}", time=n * 0.3, box=(0.3, 0.3, 0.4, 0.6)) for n in range(MAX_MOMENTS)]
    result, _ = take(main_stream, inference, *moments)
    video = VideoFile(main_stream, Cancellation(), deadline=float("inf"))
    assert result.frames_decoded <= 2 * len(video.index.times)
    assert result.frames_inferred <= len(moments) + 10 / 0.2 + 1


def test_a_file_that_cannot_be_used_fails_its_job(tmp_path: Path, main_stream: Path, inference: Inference) -> None:
    moment = Moment(id="m", time=1.0, box=(0.3, 0.3, 0.4, 0.6))
    with pytest.raises(StorageUnreachableError):
        take(tmp_path / "none.mp4", inference, moment)
    (tmp_path / MARKER).write_text("{}")
    with pytest.raises(SourceMissingError):
        take(tmp_path / "none.mp4", inference, moment)
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video" * 1000)
    with pytest.raises(SourceInvalidError):
        take(broken, inference, moment)
    cancelled = Cancellation()
    cancelled.cancel()
    with pytest.raises(CancelledError):
        take(main_stream, inference, moment, cancellation=cancelled)


def test_a_damaged_file_ends_as_a_result_or_a_failure(tmp_path: Path, main_stream: Path, inference: Inference) -> None:
    content = bytearray(main_stream.read_bytes())
    for position in range(len(content) // 2, len(content), 97):
        content[position] ^= 0xFF
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(content)
    moments = [Moment(id=f"m{n}", time=float(n), box=(0.3, 0.3, 0.4, 0.6)) for n in range(10)]
    with contextlib.suppress(JobError):
        result, pictures = take(damaged, inference, *moments)
        assert {taken.moment for taken in result.pictures} <= {moment.id for moment in moments}
        assert set(pictures) == {name for taken in result.pictures for name in (taken.snapshot, taken.thumbnail)}
