"""The demo camera's films: whole or not there, whoever is ended while one is made."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.demo_films import H264, H265, PATTERN, Codec, Library

from .demo_camera import missing

SIZE = (320, 180)
MAKE = f"""
import sys
from collections.abc import Callable
from pathlib import Path
from scripts.demo_films import H264, PATTERN, Library
print(Library(PATTERN, Path(sys.argv[1]), gop=int(sys.argv[2])).encoded({SIZE}, H264))
"""
ROOT = Path(__file__).parent.parent
LONG = 15 * 6000
"""Frames that take any machine longer than it takes to see that they are encoded."""

pytestmark = pytest.mark.skipif(missing() is not None, reason=missing() or "")


def make(cache: Path, gop: int) -> subprocess.Popen[str]:
    """Have another process make a film."""
    command = [sys.executable, "-c", MAKE, str(cache), str(gop)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def encoders(cache: Path) -> list[int]:
    """Return the processes that encode into a folder."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                command = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if os.fsencode(cache) in command and b"ffmpeg" in command:
                found.append(int(folder.name))
    return found


def until(said: str, holds: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, said
        time.sleep(0.05)


async def test_one_that_is_killed_leaves_no_film_and_no_encoder(tmp_path: Path) -> None:
    def story() -> None:
        process = make(tmp_path, LONG)
        until("it encodes", lambda: any(path.stat().st_size for path in tmp_path.glob("*.part")))
        process.send_signal(signal.SIGKILL)
        process.wait()
        until("its encoder ends", lambda: not encoders(tmp_path))
        assert list(tmp_path.glob("*.h264")) == []
        whole = make(tmp_path, 15)
        assert whole.communicate()[0].strip().endswith(".h264")
        assert list(tmp_path.glob("*.h264"))

    await asyncio.to_thread(story)


async def test_two_at_once_make_one_film(tmp_path: Path) -> None:
    def story() -> None:
        first, second = make(tmp_path, 15), make(tmp_path, 15)
        said = {process.communicate()[0].strip() for process in (first, second)}
        assert len(said) == 1
        assert len(Library(PATTERN, tmp_path).film(SIZE).units) == 90
        assert list(tmp_path.glob("*.part")) == []

    await asyncio.to_thread(story)


@pytest.mark.parametrize(("codec", "fps", "gop"), [(H264, 15, 900), (H264, 1, 1), (H264, 1, 10), (H265, 15, 15)])
async def test_a_film_has_the_groups_of_pictures_that_were_asked_for(
    tmp_path: Path, codec: Codec, fps: int, gop: int
) -> None:
    film = await asyncio.to_thread(Library(PATTERN, tmp_path, fps=fps, gop=gop).film, SIZE, codec)
    assert [index for index, key in enumerate(film.keys) if key] == list(range(0, len(film.units), gop))
    assert len(film.units) % gop == 0
