"""What descriptions cost: batches beside one at a time, memory, and what detection notices while the models load.

Run it in the worker's environment: `.venvs/worker/bin/python scripts/bench_captions.py [--model FOLDER …]`.

Without `--model` a BLIP-2 and a translation model are made up (`bench_caption_models.py`): real classes, the usual
translation model's shape, a BLIP-2 of the proportions of `--size`, random weights. They take the time and the memory
that such models take, and say nothing that means anything; because they never end a sentence by themselves, each has
`WORDS` words. The figures are for comparison with each other, on one machine and in one run. With `--model` and
`--translation` the user's own are measured as they are.

Everything runs in one process, as in the worker: the detector in its thread looks at live pictures five times a second,
the captioner in another, at the worker's lower priority.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mycamera_worker import environment

environment.prepare()

import cv2  # noqa: E402  after what it must find prepared
import numpy as np  # noqa: E402
from mycamera_worker.cancellation import Cancellation  # noqa: E402
from mycamera_worker.captions.captioner import Captioner  # noqa: E402
from mycamera_worker.detection.gpu_priority import GpuPriority  # noqa: E402
from mycamera_worker.detection.inference import Inference, Priority  # noqa: E402
from mycamera_worker.protocol.configuration import CaptionerSettings, DetectorSettings  # noqa: E402

WORDS = 14
"""Tokens of a made-up caption: about what BLIP-2 says of one person."""
LIVE_RATE = 5.0
WINDOW = 12.0
"""Seconds of live detection to compare with, before each load."""


def memory() -> float:
    """Return what this process holds now, MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@dataclass
class Peak:
    """The most memory while something ran, MB."""

    mb: float


@contextmanager
def peak_memory() -> Iterator[Peak]:
    """Watch the memory until the block ends."""
    peak, done = Peak(memory()), threading.Event()

    def watch() -> None:
        while not done.wait(0.02):
            peak.mb = max(peak.mb, memory())

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


class LiveDetection:
    """Looks at one camera's pictures and notes how long each takes, under the phase in which it began."""

    def __init__(self, inference: Inference, frame: Any) -> None:
        """Take the detector and the picture."""
        self._inference = inference
        self._frame = frame
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.phase = ""
        self.taken: dict[str, list[float]] = defaultdict(list)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._done.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._done.is_set():
            phase, begun = self.phase, time.monotonic()
            self._inference.detect([self._frame], Priority.LIVE).result()
            took = time.monotonic() - begun
            self.taken[phase].append(took * 1000)
            self._done.wait(max(1 / LIVE_RATE - took, 0))


def quantile(values: list[float], share: float) -> float:
    """Return a quantile."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def pictures(video: Path, count: int) -> list[tuple[str, bytes]]:
    """Return cut-outs of a real video as JPEGs."""
    capture = cv2.VideoCapture(str(video))
    found: list[tuple[str, bytes]] = []
    while len(found) < count and (read := capture.read())[0]:
        found.append((f"p{len(found)}", cv2.imencode(".jpg", read[1][100:420, 200:440])[1].tobytes()))
    capture.release()
    return found


def timed(work: Callable[[], object]) -> float:
    """Do work in a thread of the captioner's priority; return the seconds that it took."""
    took: list[float] = []

    def run() -> None:
        environment.lower_priority(environment.NICE_CAPTIONS)
        begun = time.monotonic()
        work()
        took.append(time.monotonic() - begun)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if not took:
        raise SystemExit("The captioner failed, see above.")
    return took[0]


def compare_batches(captioner: Captioner, batch: list[tuple[str, bytes]], rounds: int) -> float:
    """Print what the same pictures take, one at a time and together, in turns; return the most memory, MB."""
    took: dict[int, list[float]] = defaultdict(list)

    def one_at_a_time() -> None:
        for picture in batch:
            captioner.describe([picture], "", Cancellation())

    with peak_memory() as peak:
        for _ in range(rounds):
            took[0].append(timed(one_at_a_time))
            for size in (2, 4, 8):
                captioner.take_at_once(size)
                took[size].append(timed(lambda: captioner.describe(batch, "", Cancellation())))
    print(f"\n{len(batch)} pictures, {rounds} rounds in turns    s/picture  pictures/min  against one at a time")
    for size, seconds in took.items():
        middle = statistics.median(seconds)
        ratio = statistics.median(alone / now for alone, now in zip(took[0], seconds, strict=True))
        name = f"{size} together" if size else "one at a time"
        print(f"  {name:32} {middle / len(batch):8.3f} {60 * len(batch) / middle:13.1f} {ratio:22.2f}")
    return peak.mb


def print_detection(live: LiveDetection) -> None:
    """Print how long detection took, by what the captioner did meanwhile."""
    print("\nLive detection while the captioner  pictures  p50 ms  p95 ms  max ms   p50 and p95 against nothing")
    usual = live.taken["does nothing"]
    for phase in ("does nothing", "loads, with the libraries", "loads again", "describes"):
        if taken := live.taken[phase]:
            p50, p95 = quantile(taken, 0.5), quantile(taken, 0.95)
            ratios = f"{p50 / quantile(usual, 0.5):.2f}  {p95 / quantile(usual, 0.95):.2f}"
            print(f"  {phase:32} {len(taken):9} {p50:7.0f} {p95:7.0f} {max(taken):7.0f}   {ratios}")


def measure(options: argparse.Namespace, settings: CaptionerSettings, most_words: int) -> None:
    """Print all figures."""
    begun = memory()
    gpu_priority = GpuPriority()
    inference = Inference(gpu_priority)
    classes = tuple(options.classes.split(","))
    inference.configure(DetectorSettings(model=options.detector, person_classes=classes)).result()
    frame = np.ascontiguousarray(cv2.resize(cv2.VideoCapture(str(options.video)).read()[1], (640, 360)))
    for _ in range(5):
        inference.detect([frame], Priority.LIVE).result()
    detecting = memory()
    captioner = Captioner(gpu_priority, most_words=most_words)
    captioner.configure(settings)
    batch = pictures(options.video, options.pictures)

    live = LiveDetection(inference, frame)
    live.phase = "does nothing"
    live.start()
    loads: list[float] = []
    for number in range(options.rounds + 1):
        captioner.unload()
        live.phase = "does nothing"
        time.sleep(WINDOW)
        live.phase = "loads again" if number else "loads, with the libraries"
        loads.append(timed(captioner.load))
        live.phase = ""
    live.phase = "describes"
    timed(lambda: captioner.describe(batch, "", Cancellation()))
    loaded = memory()  # weights are mapped from their files, and in memory when they were used
    live.stop()
    print_detection(live)
    print(f"\nLoading takes {loads[0]:.1f} s with the libraries, then {statistics.median(loads[1:]):.1f} s.")

    most = compare_batches(captioner, batch, options.rounds)
    captioner.unload()
    rest = memory()
    inference.stop()
    print("\nMemory of the process                   MB")
    for name, mb in (
        ("before any model", begun),
        ("detection alone", detecting),
        ("caption models loaded", loaded),
        ("at most, while describing", most),
        ("at rest, caption models given back", rest),
    ):
        print(f"  {name:34} {mb:6.0f}")
    print(f"  given back: {100 * (loaded - rest) / max(loaded - detecting, 1):.0f}% of what the caption models took")


def main() -> None:
    """Read the arguments, make models where none are given, and measure."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera"
    parser = argparse.ArgumentParser(description="What descriptions cost.")
    parser.add_argument("--model", help="a BLIP-2 folder, instead of a made-up one")
    parser.add_argument("--translation", help="a Marian folder, instead of a made-up one")
    parser.add_argument("--size", choices=("small", "medium"), default="small", help="of the made-up BLIP-2")
    parser.add_argument("--folder", type=Path, default=cache / "bench", help="where made-up models are kept")
    parser.add_argument("--detector", default=str(cache / "person.pt"))
    parser.add_argument("--classes", default="normal,fall", help="the detector's classes that are persons")
    parser.add_argument("--video", type=Path, default=cache / "vtest.avi")
    parser.add_argument("--precision", choices=("int8", "int4", "half"), default="int8", help="on CUDA")
    parser.add_argument("--pictures", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not (options.model and options.translation):
        # In a process of its own: making them imports the libraries that the first load shall pay for here.
        maker = Path(__file__).with_name("bench_caption_models.py")
        subprocess.run([sys.executable, str(maker), str(options.folder), options.size], check=True)
        print("Made-up weights: the texts mean nothing, and the figures compare with each other only.")
    settings = CaptionerSettings(
        enabled=True,
        model=options.model or str(options.folder / f"blip2-{options.size}"),
        translation_model=options.translation or str(options.folder / "translation"),
        precision=options.precision,
    )
    measure(options, settings, 60 if options.model else WORDS)


if __name__ == "__main__":
    main()
