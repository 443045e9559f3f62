"""Cutting recorded files where nothing needs to be encoded."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from custom_components.mycamera.recording.mp4.defragment import defragment
from custom_components.mycamera.recording.mp4.fragments import Pieces, read_pieces
from custom_components.mycamera.recording.mp4.reader import NotAMovieError, read_movie

from ..conftest import make_movie, packets

SECONDS = 6.0
RATE = 10
"""Pictures a second, and from one key frame to the next."""


def make_recording(path: Path) -> Path:
    """Make a file as the recorder does: sound, a fragment a second, a key frame every two seconds."""
    pictures = ["-f", "lavfi", "-i", f"testsrc2=size=160x120:rate={RATE}:duration={SECONDS}"]
    sound = ["-f", "lavfi", "-i", f"sine=frequency=440:duration={SECONDS}"]
    coding = ["-c:v", "libx264", "-preset", "ultrafast", "-g", str(2 * RATE), "-bf", "2", "-c:a", "aac"]
    cut = ["-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-frag_duration", "1000000"]
    command = ["ffmpeg", "-v", "error", "-y", *pictures, *sound, *coding, *cut, str(path)]
    subprocess.run(command, check=True)
    return path


def joined(path: Path, found: Pieces, target: Path, first: int = 0) -> Path:
    """Write what a player would get from piece `first` on."""
    data = path.read_bytes()
    parts = [data[piece.offset : piece.offset + piece.size] for piece in found.pieces[first:]]
    target.write_bytes(found.start + b"".join(parts))
    return target


@pytest.mark.parametrize("defragmented", [False, True])
def test_the_pieces_are_the_film(tmp_path: Path, defragmented: bool) -> None:
    path = make_recording(tmp_path / "a.mp4")
    recorded = packets(path)
    if defragmented:
        assert defragment(path, read_movie(path))
        assert not read_movie(path).fragmented
    found = read_pieces(path)
    assert found.codec == "h264"
    assert [(piece.start, piece.duration) for piece in found.pieces] == [(0.0, 2.0), (2.0, 2.0), (4.0, 2.0)]
    for one, other in pairwise(found.pieces):
        assert one.offset + one.size == other.offset
    assert packets(joined(path, found, tmp_path / "joined.mp4")) == recorded
    # From any piece on: what a player that begins in the middle is given, and it begins with a key frame.
    rest = packets(joined(path, found, tmp_path / "rest.mp4", first=1))
    assert len(rest) == len(recorded) - 2 * RATE
    assert rest[0][2].startswith("K")
    decoding = ["ffmpeg", "-v", "error", "-i", str(tmp_path / "rest.mp4"), "-f", "null", "-"]
    assert not subprocess.run(decoding, check=True, capture_output=True).stderr


def test_a_file_that_was_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    path = make_recording(tmp_path / "a.mp4")
    whole = read_pieces(path)
    path.write_bytes(path.read_bytes()[: whole.pieces[2].offset + 20])
    assert read_pieces(path).pieces == whole.pieces[:2]


@pytest.mark.parametrize("content", [b"", b"no film at all", b"\x00\x00\x00\x08ftyp", b"\x00\x00\x00\x08moov" * 3])
def test_what_has_no_fragments(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(content)
    with pytest.raises(NotAMovieError):
        read_pieces(path)


def test_a_film_that_others_recorded_has_none(tmp_path: Path) -> None:
    with pytest.raises(NotAMovieError, match="no fragments"):
        read_pieces(make_movie(tmp_path / "a.mp4", fragmented=False))
