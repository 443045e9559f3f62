"""A camera that breaks off in the middle of a picture: what came of it is no picture, and no decoder takes it."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

import pytest

from custom_components.mycamera.recording.mp4.defragment import defragment
from custom_components.mycamera.recording.mp4.reader import read_movie, shows_nothing

from ..conftest import make_movie, packets

BEFORE = {"h264": (b"\x09\x30", b"\x06"), "hevc": (b"\x46\x01\x10", b"\x4e\x01")}
"""What comes before a picture: a delimiter, and how a remark begins."""
ENCODERS = {"h264": "libx264", "hevc": "libx265"}


def unit(content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + content


def torn(codec: str, size: int) -> bytes:
    """Return what comes before a picture, so long."""
    delimiter, remark = BEFORE[codec]
    rest = size - len(unit(delimiter)) - 4
    return unit(delimiter) + unit((remark + b"\x05" + b"\xff" * rest)[:rest])


def complaints(path: Path) -> str:
    command = ["ffmpeg", "-v", "error", "-xerror", "-i", str(path), "-f", "null", "-"]
    return subprocess.run(command, capture_output=True, check=False, text=True).stderr


@pytest.mark.parametrize("codec", ["h264", "hevc"])
def test_what_came_of_the_last_picture_is_left_out(tmp_path: Path, codec: str) -> None:
    path = make_movie(tmp_path / "a.mp4", codec=ENCODERS[codec])
    whole = read_movie(path).video
    run = whole.runs[-1]
    with path.open("r+b") as file:
        file.seek(run.offset + sum(run.sizes[:-1]))
        file.write(torn(codec, run.sizes[-1]))
    movie = read_movie(path)
    assert movie.video.packets == whole.packets - 1
    assert movie.video.duration == pytest.approx(whole.duration - 0.1)
    assert defragment(path, movie)
    assert len(packets(path)) == whole.packets - 1
    assert complaints(path) == ""
    again = read_movie(path).video
    assert again.packets == movie.video.packets
    assert again.duration == pytest.approx(movie.video.duration)


@pytest.mark.parametrize("codec", ["h264", "hevc"])
def test_whole_pictures_stay(tmp_path: Path, codec: str) -> None:
    path = make_movie(tmp_path / "a.mp4", codec=ENCODERS[codec])
    assert read_movie(path).video.packets == len(packets(path)) == 20


@pytest.mark.parametrize(
    ("codec", "sample", "nothing"),
    [
        ("h264", unit(b"\x09\x30"), True),
        ("h264", unit(b"\x09\x30") + unit(b"\x41\x9a"), False),
        ("h264", unit(b"\x65\x88"), False),
        ("hevc", unit(b"\x46\x01\x10"), True),
        ("hevc", unit(b"\x46\x01\x10") + unit(b"\x02\x01\xd0"), False),
        ("hevc", unit(b"\x26\x01\xaf"), False),
        # What is not understood is not judged.
        ("h264", b"", False),
        ("h264", b"\x00\x00\x00\x00\x09\x30", False),
        ("h264", b"\x00\x00\x00\x09\x09\x30", False),
        ("h264", b"\x00\x00\x00\x01\x09\x30", False),
    ],
)
def test_what_shows_nothing(codec: str, sample: bytes, nothing: bool) -> None:
    assert shows_nothing(sample, codec) is nothing
