#!/usr/bin/env python3
"""What a still costs that is taken from the file being recorded, by how far apart the camera's key frames are.

Run it with Home Assistant's Python: `.venvs/homeassistant/bin/python scripts/bench_stills.py [--gop 1 4 15]`.

A demo camera for each (720p H.264 at 15 frames a second, people in a square) is recorded by a CameraRecorder, and asked
for stills at even times, one after the other, as a dashboard asks; each is taken anew. Printed is the processor's time
of the thread that takes it, and the time by the clock, which whatever else the machine does makes longer.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from custom_components.mycamera.recording.archive.segment import Gap, Segment
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.frame_decoding import NoPictureError
from custom_components.mycamera.recording.open_footage import last_picture
from custom_components.mycamera.recording.recorder import CameraRecorder
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState, RecorderStatus
from tests.demo_camera import CACHE, DemoCamera, missing

FPS = 15
CAMERA = "bench"


class Cost(NamedTuple):
    """Of one still, in milliseconds."""

    processor: float
    clock: float


def take(root: Path) -> Cost | None:
    """Take a still; None where there is none. Blocks."""
    clock, processor = time.monotonic(), time.thread_time()
    try:
        last_picture(root, CAMERA)
    except NoPictureError:
        return None
    return Cost((time.thread_time() - processor) * 1000, (time.monotonic() - clock) * 1000)


async def measure(video: Path, gop_seconds: int, stills: int, every: float, folder: Path) -> list[Cost | None]:
    """Record a camera and take stills of it; the first when it has sent two groups of pictures."""
    camera = await DemoCamera.start(video, fps=FPS, gop=gop_seconds * FPS, sessions=1)
    root = StorageRoot(folder, "bench", minimum_free=0)
    await root.prepare()
    recording = asyncio.Event()

    async def ignore(_: Segment | Gap) -> None:
        pass

    def note(status: RecorderStatus) -> None:
        if status.state is RecorderState.RECORDING:
            recording.set()

    recorder = CameraRecorder(
        camera_id=CAMERA,
        source=RtspSource(host="127.0.0.1", port=camera.port, path=camera.path()),
        root=root,
        ffmpeg="ffmpeg",
        ffprobe="ffprobe",
        rotation_offset=0.0,
        on_segment=ignore,
        on_gap=ignore,
        on_status=note,
    )
    try:
        await recorder.start()
        async with asyncio.timeout(120):
            await recording.wait()
        await asyncio.sleep(2 * gop_seconds)
        taken = []
        for _ in range(stills):
            taken.append(await asyncio.to_thread(take, folder))
            await asyncio.sleep(every)
        return taken
    finally:
        await recorder.stop()
        await camera.stop()


def describe(name: str, values: list[float]) -> str:
    """Return a line with the middle one, the 95th of a hundred and the largest."""
    parts = quantiles(values, n=20, method="inclusive")
    return f"{name} p50 {parts[9]:.0f}, p95 {parts[18]:.0f}, most {max(values):.0f} ms"


async def run(arguments: argparse.Namespace) -> None:
    """Measure what was asked for."""
    for gop_seconds in arguments.gop:
        with tempfile.TemporaryDirectory(prefix="mycamera-bench-") as folder:
            taken = await measure(arguments.video, gop_seconds, arguments.stills, arguments.every, Path(folder))
        costs = [cost for cost in taken if cost is not None]
        print(f"a key frame every {gop_seconds} s: {len(costs)} of {len(taken)} stills were there", flush=True)
        if len(costs) > 1:
            print("  " + describe("processor", [cost.processor for cost in costs]))
            print("  " + describe("clock", [cost.clock for cost in costs]), flush=True)


def main() -> int:
    """Run it."""
    if reason := missing():
        print(reason)
        return 1
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gop", type=int, nargs="+", default=[1, 4, 15], help="seconds from key frame to key frame")
    parser.add_argument("--stills", type=int, default=60)
    parser.add_argument("--every", type=float, default=0.77, help="seconds between two stills")
    parser.add_argument("--video", type=Path, default=CACHE.parent / "vtest.avi")
    asyncio.run(run(parser.parse_args()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
