"""Films of any time range, out of real files by the real ffmpeg."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from custom_components.mycamera.recording.clip import ClipError, ClipPart, ClipProgramMissing, cut, films, write_film
from custom_components.mycamera.recording.mp4.defragment import defragment
from custom_components.mycamera.recording.mp4.reader import NotAMovieError, read_movie

from .conftest import make_movie, packets

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def closed(path: Path, *, seconds: float = 3, codec: str = "libx264") -> Path:
    """Make a file as the recorder closes it; ten pictures a second, each second a key frame."""
    make_movie(path, seconds=seconds, codec=codec)
    assert defragment(path, read_movie(path))
    return path


def pictures(path: Path) -> list[str]:
    """Return a digest of each picture that a player shows, as ffmpeg decodes them."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:v:0", "-vsync", "0", "-f", "framemd5", "-"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert not done.stderr
    return [line.rpartition(",")[2].strip() for line in done.stdout.splitlines() if not line.startswith("#")]


async def film_of(parts: Sequence[ClipPart], target: Path) -> list[float]:
    """Write a film; return what was told while it was written, and last how long it is."""
    told: list[float] = []
    length = await write_film("ffmpeg", parts, target, told.append)
    return [*told, length]


async def test_a_range_across_files_has_each_picture_once(tmp_path: Path) -> None:
    one = await asyncio.to_thread(closed, tmp_path / "a.mp4")
    two = await asyncio.to_thread(closed, tmp_path / "b.mp4")
    parts = [cut(one, at(0), at(1.5), at(4.5)), cut(two, at(3), at(1.5), at(4.5))]
    assert [(part.start, round(part.seconds, 3)) for part in parts if part] == [(at(1), 2.0), (at(3), 2.0)]
    found = [part for part in parts if part]
    target = tmp_path / "film.mp4"
    told = await film_of(found, target)
    # What ffmpeg writes of the length may lack what the last pictures are shown later than they are decoded.
    assert told[-1] == pytest.approx(4, abs=0.25)
    source = await asyncio.to_thread(pictures, one)
    # From the key frame before the moment that was asked for to the one after its end.
    assert await asyncio.to_thread(pictures, target) == source[10:] + (await asyncio.to_thread(pictures, two))[:20]
    times = [time for time, _, _ in packets(target)]
    # It begins as the recordings do: shown later than decoded, where pictures lie in another order.
    assert min(times) == pytest.approx(min(time for time, _, _ in packets(one)), abs=0.01)
    # Nothing was encoded: the packets are those of the files.
    sizes = [size for _, size, _ in packets(one)][10:] + [size for _, size, _ in packets(two)][:20]
    assert sorted(size for _, size, _ in packets(target))[5:] == pytest.approx(sorted(sizes)[5:], abs=80)


async def test_what_is_not_asked_for_is_not_taken(tmp_path: Path) -> None:
    path = await asyncio.to_thread(closed, tmp_path / "a.mp4")
    assert cut(path, at(0), at(3), at(9)) is None
    assert cut(path, at(9), at(3), at(9)) is None
    whole = cut(path, at(0), at(-5), at(9))
    assert whole is not None
    assert (whole.offset, round(whole.seconds, 3), whole.end) == (0.0, 3.0, at(3))


async def test_another_form_needs_another_film(tmp_path: Path) -> None:
    paths = [
        await asyncio.to_thread(closed, tmp_path / f"{index}.mp4", codec=codec)
        for index, codec in enumerate(("libx264", "libx264", "libx265", "libx264"))
    ]
    parts = [cut(path, at(3 * index), at(0), at(99)) for index, path in enumerate(paths)]
    groups = films([part for part in parts if part])
    assert [[part.path for part in group] for group in groups] == [paths[:2], paths[2:3], paths[3:]]
    told = await film_of(groups[1], tmp_path / "film.mp4")
    assert told[-1] == pytest.approx(3, abs=0.11)
    assert read_movie(tmp_path / "film.mp4").video.entry == b"hvc1"


async def test_footage_of_others_is_taken_from_its_beginning(tmp_path: Path) -> None:
    plain = await asyncio.to_thread(make_movie, tmp_path / "it's.mp4", fragmented=False)
    part = cut(plain, at(0), at(1), at(2))
    assert part is not None
    assert (part.start, part.offset) == (at(0), 0.0)
    assert (await film_of([part], tmp_path / "film.mp4"))[-1] == pytest.approx(2, abs=0.11)


async def test_what_does_not_play_is_told(tmp_path: Path) -> None:
    (tmp_path / "noise.mp4").write_bytes(hashlib.sha256(b"noise").digest() * 9)
    with pytest.raises(NotAMovieError):
        cut(tmp_path / "noise.mp4", at(0), at(0), at(9))


async def test_footage_that_goes_meanwhile_is_an_error(tmp_path: Path) -> None:
    paths = [await asyncio.to_thread(closed, tmp_path / f"{name}.mp4") for name in "ab"]
    parts = [cut(path, at(3 * index), at(0), at(99)) for index, path in enumerate(paths)]
    paths[1].unlink()
    with pytest.raises(ClipError):
        await film_of([part for part in parts if part], tmp_path / "film.mp4")


async def test_no_ffmpeg(tmp_path: Path) -> None:
    path = await asyncio.to_thread(closed, tmp_path / "a.mp4")
    part = cut(path, at(0), at(0), at(9))
    assert part is not None
    with pytest.raises(ClipProgramMissing):
        await write_film("no-such-program", [part], tmp_path / "film.mp4", lambda _: None)
