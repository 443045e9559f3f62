"""A file that a crash or a full disk cut short, closed where there may be no room for an index."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from custom_components.mycamera.recording.archive import finalize
from custom_components.mycamera.recording.archive.finalize import OpenSegment, finalize_segment
from custom_components.mycamera.recording.archive.segment import SegmentStatus

from ..conftest import CAMERA_ID, make_movie, packets, utc

START = utc("2026-11-22T12:00:00")


@pytest.mark.parametrize("room", [True, False])
@pytest.mark.parametrize("share", [0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99])
def test_what_is_left_decodes_without_an_error(
    tmp_path: Path, share: float, room: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not room:
        monkeypatch.setattr(finalize, "defragment", lambda *_: False)
    path = make_movie(tmp_path / "000000.mp4", seconds=6)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=path, start=START, status=SegmentStatus.FAILED))
    assert closed is not None
    kept = tmp_path / closed.segment.file_path
    assert closed.segment.file_size == kept.stat().st_size
    assert 0 < closed.segment.packets == len(packets(kept)) < 60
    command = ["ffmpeg", "-v", "error", "-i", str(kept), "-f", "null", "-"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stderr == ""
