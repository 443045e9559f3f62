"""Small pictures of recorded moments, out of real films."""

from __future__ import annotations

import gc
import subprocess
import weakref
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from custom_components.mycamera.recording.frame_decoding import NoPictureError
from custom_components.mycamera.recording.mp4.defragment import defragment
from custom_components.mycamera.recording.mp4.reader import read_movie
from custom_components.mycamera.recording.previews import LARGEST_SIDE, Previews

from .conftest import make_movie

SECONDS = 5
"""Of the film: ten pictures a second, each second a key frame."""


@pytest.fixture(params=["as it was recorded", "put in order since"])
def film(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "film.mp4"
    make_movie(path, seconds=SECONDS)
    if request.param == "put in order since":
        assert defragment(path, read_movie(path))
    return path


def key_frames(path: Path) -> list[Image.Image]:
    """Return the key frames as ffmpeg shows them."""
    command = ["ffmpeg", "-v", "error", "-skip_frame", "nokey", "-i", str(path), "-fps_mode", "passthrough"]
    command += ["-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    raw = subprocess.run(command, check=True, capture_output=True).stdout
    size = (160, 120)
    length = size[0] * size[1] * 3
    return [Image.frombytes("RGB", size, raw[at : at + length]) for at in range(0, len(raw), length)]


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures of one size are from each other, in the mean, from 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean) / 3


@pytest.mark.parametrize(("asked", "second"), [(-1.0, 0), (0.0, 0), (0.99, 0), (1.0, 1), (2.5, 2), (99.0, 4)])
def test_a_moment_is_shown_by_the_key_frame_before_it(film: Path, asked: float, second: int) -> None:
    found = Previews().of(film, asked)
    assert found.seconds == second
    with Image.open(BytesIO(found.jpeg)) as picture:
        assert picture.format == "JPEG"
        assert max(picture.size) <= LARGEST_SIDE
        differences = [difference(picture, key) for key in key_frames(film)]
    assert len(differences) == SECONDS
    # A JPEG and another conversion of colours; other seconds are three times as far.
    assert differences[second] == min(differences) < 8


def test_a_file_that_is_gone_has_no_picture_any_more(film: Path) -> None:
    previews = Previews()
    previews.of(film, 1.0)
    film.unlink()
    with pytest.raises(FileNotFoundError):
        previews.of(film, 1.0)


def test_another_film_at_the_same_place_has_other_pictures(film: Path, tmp_path: Path) -> None:
    previews = Previews()
    before = previews.of(film, 1.0)
    make_movie(film, seconds=2)
    assert previews.of(film, 99.0).seconds == 1
    assert previews.of(film, 0.0).jpeg != before.jpeg


@pytest.mark.parametrize("content", [b"", b"no film at all" * 1000])
def test_what_is_no_film_has_no_picture(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    with pytest.raises(NoPictureError, match=r"film\.mp4"):
        Previews().of(path, 0.0)


def test_pictures_that_were_made_are_kept_and_go_with_who_kept_them(film: Path) -> None:
    previews = Previews()
    first = previews.of(film, 1.0)
    assert previews.of(film, 1.5).jpeg is first.jpeg, "the same picture is made once"
    kept = weakref.ref(previews)
    del previews
    gc.collect()
    assert kept() is None, "nobody holds them"
