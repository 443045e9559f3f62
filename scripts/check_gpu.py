"""What detection and captions cost on an NVIDIA GPU: run by `scripts/check_gpu`, prints tables for docs/performance.md.

The detector is a `.pt` file in half precision and, where TensorRT is installed, its TensorRT form; it is said how far
each finds the persons that the processor finds. Caption models are made up (`bench_caption_models.py`): real classes,
random weights, `WORDS` words each, so times and memory are like those of real ones, and the texts mean nothing.
"""

from __future__ import annotations

import argparse
import logging
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from mycamera_worker import environment

environment.prepare()

import numpy as np  # noqa: E402  after what they must find prepared
from mycamera_worker.cancellation import Cancellation  # noqa: E402
from mycamera_worker.captions import captioner as captioner_module  # noqa: E402
from mycamera_worker.captions.captioner import Captioner  # noqa: E402
from mycamera_worker.detection import detector as detector_module  # noqa: E402
from mycamera_worker.detection.comparison import agreement, real_pictures  # noqa: E402
from mycamera_worker.detection.detections import Detections, Frame  # noqa: E402
from mycamera_worker.detection.detector import Detector  # noqa: E402
from mycamera_worker.detection.gpu_priority import GpuPriority  # noqa: E402
from mycamera_worker.detection.inference import Inference, Priority  # noqa: E402
from mycamera_worker.protocol.configuration import CaptionerSettings, DetectorSettings  # noqa: E402

from scripts import bench_caption_models  # noqa: E402
from scripts.bench_captions import WORDS, LiveDetection, quantile, timed  # noqa: E402

BATCHES: Final = (1, 2, 4, 8, 16)
GOAL: Final = 4.0
"""Captions together against one at a time."""
WINDOW: Final = 10.0
"""Seconds of live detection by itself, to compare with."""
SHORT_OF_MEMORY: Final = 64
"""Pictures at once that are to be too many for what is left of the memory."""


class Late(Exception):
    """The time is up."""


@dataclass
class Check:
    """What is measured, until when, and what could not be."""

    until: float
    model: Path
    classes: tuple[str, ...]
    cuda: bool
    missing: list[str] = field(default_factory=list)

    def section(self, name: str, work: Callable[[], object]) -> None:
        """Measure one thing; where that fails, the others are measured all the same."""
        if time.monotonic() >= self.until:
            self.missing.append(f"{name}: no time was left")
            return
        print(f"\n### {name}\n")
        try:
            work()
        except Exception as error:
            logging.getLogger(__name__).exception("%s failed", name)
            self.missing.append(f"{name}: {type(error).__name__}: {str(error)[:300]}")

    def settings(self, model: Path | None = None) -> DetectorSettings:
        """Return how the detector is configured."""
        return DetectorSettings(model=str(model or self.model), person_classes=self.classes)

    def in_time(self) -> None:
        """Raise Late when the time is up."""
        if time.monotonic() >= self.until:
            raise Late("the time is up")


def torch() -> Any:
    """Return PyTorch."""
    return environment.library("torch")


def synchronize() -> None:
    """Wait until the GPU has done what it was asked."""
    if torch().cuda.is_available():
        torch().cuda.synchronize()


def reserved() -> tuple[float, float]:
    """Return the GPU's memory that PyTorch holds for this process now, and at most since the last time, MB."""
    cuda = torch().cuda
    if not cuda.is_available():
        return 0.0, 0.0
    most = cuda.max_memory_reserved() / 1e6
    cuda.reset_peak_memory_stats()
    return cuda.memory_reserved() / 1e6, most


def milliseconds(work: Callable[[], object], rounds: int) -> list[float]:
    """Return what each round took, after one that is not counted."""
    work()
    took = []
    for _ in range(rounds):
        synchronize()
        begun = time.perf_counter()
        work()
        synchronize()
        took.append((time.perf_counter() - begun) * 1000)
    return took


@contextmanager
def warnings_of(module: Any) -> Iterator[list[str]]:
    """Listen to what a module of the worker warns of."""
    told: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    listener = Listener(logging.WARNING)
    logger = logging.getLogger(module.__name__)
    logger.addHandler(listener)
    try:
        yield told
    finally:
        logger.removeHandler(listener)


# --- the detector ---------------------------------------------------------------------------------------------------


def on_processor(check: Check) -> list[Detections]:
    """Return what the same weights find in full precision on the processor."""
    model = environment.library("ultralytics").YOLO(str(check.model), verbose=False)
    wanted = {name.casefold() for name in check.classes}
    ids = [number for number, name in model.names.items() if name.strip().casefold() in wanted]
    found = []
    for picture in real_pictures():
        results = model.predict(
            picture, conf=0.05, classes=ids, agnostic_nms=True, device="cpu", half=False, verbose=False, save=False
        )
        boxes = results[0].boxes
        found.append(Detections(boxes.xyxyn.numpy().astype(np.float32), boxes.conf.numpy().astype(np.float32)))
    return found


def measure_detector(check: Check, name: str, model: Path, expected: Sequence[Detections]) -> None:
    """Print a detector's time for a picture, singly and in batches, and whether it sees what the processor sees."""
    begun = time.monotonic()
    detector = Detector(check.settings(model))
    detector.prepare()
    ready = time.monotonic() - begun
    frame = sized()
    rounds = 100 if check.cuda else 2
    print("| pictures at once | ms a picture, p50 | p95 | against one |")
    print("| --- | --- | --- | --- |")
    alone = 0.0
    for size in BATCHES if check.cuda else BATCHES[:2]:
        check.in_time()
        detector.max_batch = size
        taken = milliseconds(
            partial(detector.detect, [frame] * size), max(10, rounds // size) if check.cuda else rounds
        )
        p50, p95 = quantile(taken, 0.5) / size, quantile(taken, 0.95) / size
        alone = alone or p50
        print(f"| {size} | {p50:.2f} | {p95:.2f} | {alone / p50:.2f} |")
    detector.max_batch = 16
    got = [detector.detect([picture])[0] for picture in real_pictures()]
    found, invented = agreement(expected, got), 1 - agreement(got, expected)
    held, most = reserved()
    device = detector.device_choice.name or detector.device
    print(f"\n{name}: ready after {ready:.1f} s on {device}; GPU memory {held:.0f} MB, at most {most:.0f} MB.")
    print(f"Finds {found:.0%} of the persons that the processor finds in full precision, and {invented:.0%} others.")


def sized() -> Frame:
    """Return a real picture of the size of a sub stream."""
    picture = real_pictures()[0]
    resized: Frame = environment.library("cv2").resize(picture, (640, 360))
    return np.ascontiguousarray(resized)


def engine_of(model: Path, folder: Path) -> Path:
    """Return the TensorRT form of a detector, for up to 16 pictures at once."""
    copy = folder / model.name
    copy.write_bytes(model.read_bytes())
    exported = (
        environment.library("ultralytics")
        .YOLO(str(copy), verbose=False)
        .export(format="engine", half=True, dynamic=True, batch=max(BATCHES), verbose=False)
    )
    return Path(exported)


def measure_engine(check: Check, expected: Sequence[Detections]) -> None:
    """Print the figures of the TensorRT form, where it can be made."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        engine = engine_of(check.model, Path(folder))
        print(f"Made in {time.monotonic() - begun:.0f} s.\n")
        measure_detector(check, "TensorRT", engine, expected)


def starve_detector(check: Check) -> None:
    """Print that pictures are taken in smaller parts where the memory is short, and all are answered."""
    detector = Detector(check.settings())
    detector.prepare()
    detector.max_batch = SHORT_OF_MEMORY
    frames = [sized()] * SHORT_OF_MEMORY
    with little_memory(), warnings_of(detector_module) as told:
        found = detector.detect(frames)
    print(f"{len(frames)} pictures with little memory: {len(found)} answers, {detector.max_batch} at once in the end.")
    print(*(f"- {text}" for text in told), sep="\n")
    if not told or len(found) != len(frames):
        raise RuntimeError("the memory was not short, or not all were answered")


@contextmanager
def little_memory(mb: float = 150) -> Iterator[None]:
    """Leave this process little more of the GPU's memory than it holds."""
    cuda = torch().cuda
    cuda.empty_cache()
    cuda.set_per_process_memory_fraction(
        (cuda.memory_reserved() + mb * 1e6) / cuda.get_device_properties(0).total_memory
    )
    try:
        yield
    finally:
        cuda.set_per_process_memory_fraction(1.0)
        cuda.empty_cache()


# --- captions -------------------------------------------------------------------------------------------------------


def jpegs(count: int) -> list[tuple[str, bytes]]:
    """Return real pictures as a client sends them."""
    cv2 = environment.library("cv2")
    known = real_pictures()
    return [(f"p{i}", cv2.imencode(".jpg", known[i % len(known)])[1].tobytes()) for i in range(count)]


def measure_captions(check: Check, settings: CaptionerSettings) -> None:
    """Print what models cost in one precision, beside live detection."""
    gpu_priority = GpuPriority()
    inference = Inference(gpu_priority)
    try:
        inference.configure(check.settings()).result()
        for _ in range(5):
            inference.detect([sized()], Priority.LIVE).result()
        captioner = Captioner(gpu_priority, most_words=WORDS)
        captioner._settings = settings  # noqa: SLF001  configure() refuses made-up models: they say nothing
        describe_beside(check, captioner, LiveDetection(inference, sized()))
    finally:
        inference.stop()


def describe_beside(check: Check, captioner: Captioner, live: LiveDetection) -> None:
    """Print how many captions a second there are, and what both notice of each other."""
    before, _ = reserved()
    live.phase = "alone"
    live.start()
    try:
        time.sleep(WINDOW if check.cuda else 2)
        live.phase = ""
        load = timed(captioner.load)
        check.in_time()
        timed(lambda: captioner.describe(jpegs(1), "", Cancellation()))  # kernels are made ready by the first
        loaded, _ = reserved()
        live.phase = "beside captions"
        print("| pictures at once | captions a second | against one at a time |")
        print("| --- | --- | --- |")
        alone = best = 0.0
        for batch in BATCHES if check.cuda else BATCHES[:2]:
            check.in_time()
            captioner.take_at_once(batch)
            pictures = jpegs(max(batch, 4 if check.cuda else 1))
            describe = partial(captioner.describe, pictures, "", Cancellation())
            took = [timed(describe) for _ in range(3 if check.cuda else 1)]
            rate = len(pictures) / statistics.median(took)
            alone = alone or rate
            best = max(best, rate / alone)
            print(f"| {batch} | {rate:.2f} | {rate / alone:.2f} |")
    finally:
        live.stop()
    _, most = reserved()
    if check.cuda:
        starve_captioner(captioner)
    captioner.unload()
    rest, _ = reserved()
    print(f"\nLoading takes {load:.1f} s. Together against one at a time: {best:.1f} times (goal {GOAL:.0f}).")
    print(f"GPU memory, MB: detection alone {before:.0f}, with the caption models {loaded:.0f}", end="")
    print(f", at most while describing {most:.0f}, given back {rest:.0f}.")
    usual, busy = live.taken["alone"], live.taken["beside captions"]
    if usual and busy:
        print(f"Live detection, ms: p50 {quantile(usual, 0.5):.1f} and p95 {quantile(usual, 0.95):.1f} alone", end="")
        print(f", {quantile(busy, 0.5):.1f} and {quantile(busy, 0.95):.1f} beside captions", end="")
        print(f" ({len(usual)} and {len(busy)} pictures).")


def starve_captioner(captioner: Captioner) -> None:
    """Print that fewer pictures are described at once where the memory is short, and all are described."""
    captioner.take_at_once(SHORT_OF_MEMORY)
    pictures = jpegs(SHORT_OF_MEMORY)
    with little_memory(), warnings_of(captioner_module) as told:
        said = captioner.describe(pictures, "", Cancellation())
    print(f"\n{len(pictures)} pictures at once with little memory: {len(said)} captions.")
    print(*(f"- {text}" for text in told), sep="\n")
    if not told or len(said) != len(pictures):
        raise RuntimeError("the memory was not short, or not all were described")


# --- all of it ------------------------------------------------------------------------------------------------------


def describe_machine() -> None:
    """Print on what and with what this ran."""
    cuda = torch().cuda
    if cuda.is_available():
        properties = cuda.get_device_properties(0)
        print(f"{properties.name}, {properties.total_memory / 1e9:.0f} GB, CUDA {torch().version.cuda}, ", end="")
    print(
        f"{platform.machine()}, " + ", ".join(f"{name} {what}" for name, what in environment.package_versions().items())
    )


def main() -> None:
    """Read the arguments, measure, and say what could not be."""
    parser = argparse.ArgumentParser(description="What the worker's models cost on an NVIDIA GPU.")
    parser.add_argument("folder", type=Path, help="what --prepare made")
    parser.add_argument("--classes", default="normal,fall,person", help="the detector's classes that are persons")
    parser.add_argument("--minutes", type=float, default=4.5)
    parser.add_argument("--processor", action="store_true", help="without a GPU, to try this program")
    options = parser.parse_args()
    model = options.folder / "models" / "detector.pt"
    if not model.exists():
        sys.exit(f"{model} is missing: make it with scripts/check_gpu --prepare {options.folder}")
    cuda = bool(torch().cuda.is_available())
    if not cuda and not options.processor:
        sys.exit("PyTorch finds no NVIDIA GPU here. --processor tries the program itself.")
    check = Check(time.monotonic() + options.minutes * 60, model, tuple(options.classes.split(",")), cuda)
    describe_machine()
    expected = on_processor(check)
    check.section("Detector, half precision", lambda: measure_detector(check, "PyTorch", model, expected))
    if cuda:
        check.section("Detector, TensorRT", lambda: measure_engine(check, expected))
        check.section("Detector, short of memory", lambda: starve_detector(check))
    with tempfile.TemporaryDirectory() as made:
        sizes = tuple(bench_caption_models.SIZES) if cuda else ("small",)
        for size in sizes:
            subprocess.run([sys.executable, bench_caption_models.__file__, made, size], check=True)
        for size in reversed(sizes):
            for precision in ("half", "int8") if cuda else ("half",):
                name = f"Captions, BLIP-2 {size}, {'8 bits' if precision == 'int8' else 'half precision'}"
                settings = CaptionerSettings(
                    enabled=True,
                    model=f"{made}/blip2-{size}",
                    translation_model=f"{made}/translation",
                    precision=precision,
                )
                check.section(name, partial(measure_captions, check, settings))
    if check.missing:
        print("\n### Not measured\n")
        print(*(f"- {text}" for text in check.missing), sep="\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
