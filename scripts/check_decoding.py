"""What decoding costs the processor, and what it would where a graphics card does it: run in the worker's environment.

`python scripts/check_decoding.py [FILE…]` decodes the files, or films that it makes of a photograph of people, once by
software and once by each kind of device that PyAV's libraries know (NVDEC is `cuda`). It prints the processor's
milliseconds a picture, all that the process uses included, and by how much the pictures differ. The worker itself
decodes by software: see docs/worker.md.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import av
import numpy as np
import numpy.typing as npt
from av.codec.hwaccel import HWAccel, hwdevices_available
from mycamera_worker import environment

environment.prepare()

from mycamera_worker.detection.comparison import real_pictures  # noqa: E402  the libraries read what was prepared
from mycamera_worker.video.frames import gray_picture  # noqa: E402

if TYPE_CHECKING:
    from av.video.stream import VideoStream

FPS: Final = 15
SECONDS: Final = 6
FILMS: Final = (("libx264", 640, 360), ("libx264", 1920, 1080), ("libx264", 3840, 2160), ("libx265", 1920, 1080))
_APART: Final = 3.0
"""Shades of grey, in the mean, by which two decoders of the same film may differ."""


def make_films(folder: Path) -> Iterator[Path]:
    """Make films of people who move across the picture, with noise as cameras have it."""
    photograph = real_pictures()[2]
    random = np.random.default_rng(1)
    for codec, width, height in FILMS:
        path = folder / f"{codec.removeprefix('lib')}-{width}x{height}.mp4"
        scene = environment.library("cv2").resize(photograph, (width * 5 // 4, height * 5 // 4))
        with av.open(str(path), "w") as container:
            options = {"preset": "veryfast", "g": str(2 * FPS), "x265-params": "log-level=none"}
            stream = cast("VideoStream", container.add_stream(codec, rate=FPS, options=options))
            stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
            stream.codec_context.time_base = Fraction(1, FPS)
            for number in range(FPS * SECONDS):
                x = number * width // (4 * FPS * SECONDS)
                cut = scene[height // 8 : height // 8 + height, x : x + width].astype(np.int16)
                noisy = (cut + random.integers(-3, 4, (height, width, 1), np.int16)).clip(0, 255)
                container.mux(stream.encode(av.VideoFrame.from_ndarray(noisy.astype(np.uint8), format="bgr24")))
            container.mux(stream.encode(None))
        yield path


def decode(path: Path, device: str | None) -> tuple[float, list[npt.NDArray[np.uint8]]]:
    """Return the processor's milliseconds a picture, and every tenth picture, small and grey.

    Raises:
        OSError, ValueError, NotImplementedError: this device does not decode it; of FFmpeg's errors, too.
    """
    accelerator = HWAccel(device, allow_software_fallback=False) if device else None
    grays: list[npt.NDArray[np.uint8]] = []
    with av.open(str(path), hwaccel=accelerator) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 1
        frames = container.decode(stream)
        grays.append(gray_picture(next(frames)))  # what a device needs once is not counted
        count, began = 0, time.process_time()
        for frame in frames:
            count += 1
            if count % 10 == 0:
                grays.append(gray_picture(frame))
        used = time.process_time() - began
    return used / max(count, 1) * 1000, grays


def check(path: Path, failures: dict[str, str]) -> None:
    """Print the rows of one film, and note what a device said that does not decode it."""
    used, expected = decode(path, None)
    print(f"| {path.stem} | software | {used:.2f} | {used * FPS / 10:.1f}% | |")
    for device in hwdevices_available():
        try:
            used, got = decode(path, device)
        except (OSError, ValueError, NotImplementedError, RuntimeError) as error:
            failures[device] = f"{type(error).__name__}: {str(error)[:100]}"
            continue
        apart = max(float(np.abs(a.astype(int) - b).mean()) for a, b in zip(expected, got, strict=True))
        verdict = "the same pictures" if apart <= _APART else f"OTHER pictures, {apart:.1f} shades apart"
        print(f"| {path.stem} | {device} | {used:.2f} | {used * FPS / 10:.1f}% | {verdict} |")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What decoding costs, by software and by each device.")
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="recordings; films are made without")
    arguments = parser.parse_args()
    print(f"PyAV {av.__version__}; it knows the devices: {', '.join(hwdevices_available()) or 'none'}\n")
    print(f"| film | by | processor, ms a picture | of a core at {FPS} a second | |")
    print("| --- | --- | --- | --- | --- |")
    failures: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for path in arguments.files or make_films(Path(folder)):
            check(path, failures)
    for device, failure in failures.items():
        print(f"\n{device} does not decode: {failure}", end="")
    print()


if __name__ == "__main__":
    main()
