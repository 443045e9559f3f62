"""Pictures out of the file that is being recorded, from a real camera that serves nobody else."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from PIL import Image, ImageChops, ImageStat

from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.frame_decoding import NoPictureError
from custom_components.mycamera.recording.open_footage import MovingPictures, last_picture
from custom_components.mycamera.recording.status import RecorderState
from tests.demo_camera import DemoCamera, missing

from .conftest import CAMERA_ID, Witness, source_of, until

WIDTH, HEIGHT = 160, 90


@asynccontextmanager
async def recorded(root: StorageRoot, witness: Witness, *, gop: int, segment_seconds: int) -> AsyncIterator[DemoCamera]:
    """Record a camera that serves one client."""
    if reason := missing():
        pytest.skip(reason)
    camera = await DemoCamera.start(sessions=1, gop=gop)
    recorder = witness.recorder(root, source_of(camera), segment_seconds=segment_seconds, stall_seconds=15)
    try:
        await recorder.start()
        await until(lambda: witness.states[-1:] == [RecorderState.RECORDING], 60)
        yield camera
        assert witness.states[-1] is RecorderState.RECORDING
        assert witness.states.count(RecorderState.RECORDING) == 1, "nobody threw it out"
    finally:
        await recorder.stop()
        await camera.stop()


def open_file(root: StorageRoot) -> Path:
    return max((root.path / CAMERA_ID / ".open").glob("*/*.mp4"))


def hold(root: StorageRoot, folder: Path) -> Path:
    """Copy the open file, as far as it is now, to where it would be open in another storage root."""
    held = folder / CAMERA_ID / ".open" / "20261122T120000Z-00000000" / "000000.mp4"
    held.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(open_file(root), held))


def ffmpeg_frames(file: Path, *options: str) -> list[Image.Image]:
    """Return what ffmpeg makes of a file that may be cut off wherever it is, small."""
    command = ["ffmpeg", "-v", "fatal", *options, "-i", str(file), "-vf", f"scale={WIDTH}:{HEIGHT}"]
    command += ["-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    raw = subprocess.run(command, check=False, capture_output=True).stdout
    size = WIDTH * HEIGHT * 3
    return [Image.frombytes("RGB", (WIDTH, HEIGHT), raw[at : at + size]) for at in range(0, len(raw), size)]


def nearest(jpeg: bytes, frames: list[Image.Image]) -> int:
    """Return which of some frames a picture shows."""
    picture = Image.open(BytesIO(jpeg)).convert("RGB").resize((WIDTH, HEIGHT))
    apart = [sum(ImageStat.Stat(ImageChops.difference(picture, frame)).mean) for frame in frames]
    return apart.index(min(apart))


async def test_the_last_key_frame_without_another_connection(
    root: StorageRoot, witness: Witness, tmp_path: Path
) -> None:
    async with recorded(root, witness, gop=15, segment_seconds=60) as camera:
        async with asyncio.timeout(90):
            while len(keys := ffmpeg_frames(hold(root, tmp_path), "-skip_frame", "nokey")) < 3:
                await asyncio.sleep(0.3)
        jpeg = last_picture(tmp_path, CAMERA_ID)
        times = [time.thread_time()]
        for _ in range(3):
            assert last_picture(tmp_path, CAMERA_ID) == jpeg
            times.append(time.thread_time())
        assert nearest(jpeg, keys[-3:]) == 2
        assert min(after - before for before, after in pairwise(times)) < 0.1
        assert last_picture(root.path, CAMERA_ID).startswith(b"\xff\xd8")
        assert (await camera.command("count"))["clients"] == 1


async def test_a_key_frame_of_long_ago_is_not_the_present(root: StorageRoot, witness: Witness, tmp_path: Path) -> None:
    async with recorded(root, witness, gop=150, segment_seconds=60):
        async with asyncio.timeout(60):
            while len(frames := ffmpeg_frames(hold(root, tmp_path))) % 150 < 90:  # six seconds after a key frame
                await asyncio.sleep(0.3)
        jpeg = last_picture(tmp_path, CAMERA_ID)
        recent = frames[-(len(frames) % 150) :]  # from the key frame on
        assert nearest(jpeg, recent) >= len(recent) - 2


async def test_moving_pictures_go_on_in_the_next_file(root: StorageRoot, witness: Witness) -> None:
    async with recorded(root, witness, gop=15, segment_seconds=3) as camera:
        pictures = MovingPictures(root.path, CAMERA_ID)
        counts: list[int] = []
        files: set[str] = set()
        shown: list[bytes] = []
        async with asyncio.timeout(90):
            while len(files) < 3 or len(shown) < 25:
                files.add(open_file(root).name)
                try:
                    new = await asyncio.to_thread(pictures.advance)
                except NoPictureError:
                    new = []
                counts.append(len(new))
                shown += new
                await asyncio.sleep(0.2)
        # A file's last picture may be shown once more before the next file has one.
        assert len(set(shown)) >= len(shown) - len(files), "each shows another moment"
        assert {Image.open(BytesIO(jpeg)).size for jpeg in shown} == {(1280, 720)}
        first, *later = (count for count in counts if count)
        assert first == 1, "it begins with the newest"
        # What is recorded grows by a second at a time; on a busy machine more of them have come since the last look.
        assert median(later) >= 3, f"of each second several are shown: {counts}"
        assert (await camera.command("count"))["clients"] == 1


async def test_nothing_is_recorded(root: StorageRoot) -> None:
    with pytest.raises(NoPictureError, match="no file"):
        last_picture(root.path, CAMERA_ID)
    with pytest.raises(NoPictureError):
        MovingPictures(root.path, CAMERA_ID).advance()


async def test_what_is_no_footage(root: StorageRoot) -> None:
    folder = root.path / CAMERA_ID / ".open" / "20261122T120000Z-00000000"
    folder.mkdir(parents=True)
    (folder / "000000.mp4").write_bytes(b"\x00\x00\x00\x10nonsense" * 10)
    for look in (lambda: last_picture(root.path, CAMERA_ID), MovingPictures(root.path, CAMERA_ID).advance):
        with pytest.raises(NoPictureError):
            look()
