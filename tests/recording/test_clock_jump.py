"""A camera whose clock jumps while a file is written: the file ends where time is still known."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from custom_components.mycamera.recording.archive.finalize import OpenSegment, finalize_segment
from custom_components.mycamera.recording.archive.segment import SegmentStatus
from custom_components.mycamera.recording.mp4.reader import read_movie

from .conftest import CAMERA_ID, make_movie, packets, utc

START = utc("2026-11-22T12:00:00")
JUMP = 3600


def jumping(folder: Path, frame: int) -> Path:
    """Make a file of 20 frames in 2 s whose time is an hour later from that frame on."""
    plain = make_movie(folder / "movie.mp4")
    path = folder / "000000.mp4"
    command = ["ffmpeg", "-v", "error", "-y", "-i", str(plain), "-c", "copy"]
    command += ["-bsf:v", f"setts=ts='if(gte(N,{frame}),TS+{JUMP}/TB,TS)'"]
    command += ["-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-frag_duration", "500000", str(path)]
    subprocess.run(command, check=True)
    plain.unlink()
    return path


@pytest.mark.parametrize("frame", range(1, 20))
def test_what_follows_a_jump_is_left_out(tmp_path: Path, frame: int) -> None:
    path = jumping(tmp_path, frame)
    assert len(packets(path)) == 20
    assert read_movie(path).video.duration > JUMP
    opened = OpenSegment(path=path, start=START, status=SegmentStatus.FAILED, error="jumped", jumped=True)
    closed = finalize_segment(tmp_path, CAMERA_ID, opened)
    assert closed is not None
    assert closed.stalls == ()
    segment = closed.segment
    assert segment.packets == frame
    assert segment.duration == pytest.approx(frame / 10, abs=0.11)
    assert segment.start == START
    assert (segment.end - segment.start).total_seconds() == pytest.approx(segment.duration, abs=0.001)
    kept = tmp_path / segment.file_path
    assert len(packets(kept)) == frame
    assert read_movie(kept).video.duration == pytest.approx(segment.duration, abs=0.001)


def test_a_known_end_is_that_of_the_time_after_the_jump(tmp_path: Path) -> None:
    path = jumping(tmp_path, 10)
    end = utc("2026-11-22T13:00:02")
    opened = OpenSegment(path=path, start=None, end=end, status=SegmentStatus.FAILED, error="jumped", jumped=True)
    closed = finalize_segment(tmp_path, CAMERA_ID, opened)
    assert closed is not None
    assert abs((closed.segment.start - START).total_seconds()) < 0.1
    assert abs((closed.segment.end - START).total_seconds() - 1) < 0.1


@pytest.mark.parametrize("jumped", [True, False])
def test_a_stall_is_no_jump_and_a_file_without_one_stays_whole(tmp_path: Path, jumped: bool) -> None:
    whole = finalize_segment(
        tmp_path, CAMERA_ID, OpenSegment(path=make_movie(tmp_path / "000000.mp4"), start=START, jumped=jumped)
    )
    assert whole is not None
    assert whole.segment.packets == 20
    assert whole.segment.duration == pytest.approx(2)
    stalled = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=jumping(tmp_path, 10), start=START))
    assert stalled is not None
    assert stalled.segment.packets == 20
    assert len(stalled.stalls) == 1
