"""What analysis costs and finds, beside the loop of the system that this one succeeds and a usual one of today.

Run it in the worker's environment: `scripts/bench analysis [--model FILE --classes A,B] [--only recorded|live]`.

Recorded: minutes of 1920x1080 at 15 frames a second (see `bench_analysis_scenes.py`), each analysed by three loops, one
after the other in one process with the same weights. CPU seconds count all threads of the process; loading models does
not count, nor does quantising ours, which happens once for each detector and is told at the top. `predecessor` decodes
every picture by OpenCV and looks at one a second by the PyTorch model; `yolo track` is Ultralytics' own tracking with a
stride of three pictures. `persons` are those of a look at every picture whom a loop has found (the quiet scenes are
made without anybody), `tracks` are appearances; `pieces` says into how many tracks a person falls, `swaps` how often a
track goes over to another person.

Live: the real worker process, a real RTSP camera and a real client (see `bench_analysis_live.py`).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from mycamera_worker import environment

environment.prepare()

import cv2  # noqa: E402  after what it must find prepared
import numpy as np  # noqa: E402
from mycamera_worker.analysis import FileAnalysis  # noqa: E402
from mycamera_worker.cancellation import Cancellation  # noqa: E402
from mycamera_worker.detection.detector import Detector  # noqa: E402
from mycamera_worker.detection.gpu_priority import GpuPriority  # noqa: E402
from mycamera_worker.detection.inference import Inference, Priority  # noqa: E402
from mycamera_worker.protocol.analysis_settings import AnalysisSettings  # noqa: E402
from mycamera_worker.protocol.configuration import DetectorSettings  # noqa: E402
from mycamera_worker.protocol.recordings import Analyze  # noqa: E402

from scripts.bench_analysis_live import Live, measure  # noqa: E402
from scripts.bench_analysis_persons import Person, Sighted, exhaustive, found, pieces_and_swaps  # noqa: E402
from scripts.bench_analysis_scenes import FPS, VISIT_SECONDS, scene  # noqa: E402

MIN_SCORE: Final = 0.4
STRIDE: Final = 3
BETWEEN_KEY_FRAMES: Final = 20.2
SCENES: Final = (
    # Name, scene, second of a visit, rate.
    ("busy", "busy", None, "4M"),
    ("quiet: still", "still", None, "crf26"),
    ("quiet: cut from the video", "real", None, "crf26"),
    ("quiet: windy", "windy", None, "crf26"),
    ("quiet: still, constant bit rate", "still", None, "4M"),
    ("still, a visit of 1.6 s", "still", BETWEEN_KEY_FRAMES, "crf26"),
    ("windy, a visit of 1.6 s", "windy", BETWEEN_KEY_FRAMES, "crf26"),
)
PEER_IN: Final = ("busy", "quiet: still")
LIVE: Final = ((1, True), (4, True), (8, True), (1, False), (4, False))
"""How many cameras, and whether somebody comes."""


@dataclass
class Run:
    """What one loop took and found."""

    cpu: float
    wall: float
    looks: int
    least: float
    most: float
    """Of the processor's time, in several runs; `cpu` is the middle one."""
    tracks: list[list[Sighted]] = field(default_factory=list)


type Loop = Callable[[], tuple[int, list[list[Sighted]]]]


def timed(loop: Loop, runs: int) -> Run:
    """Run a loop so many times and measure it."""
    costs: list[tuple[float, float]] = []
    looks, tracks = 0, list[list[Sighted]]()
    for _ in range(runs):
        cpu, wall = time.process_time(), time.monotonic()
        looks, tracks = loop()
        costs.append((time.process_time() - cpu, time.monotonic() - wall))
    costs.sort()
    return Run(*costs[runs // 2], looks, costs[0][0], costs[-1][0], tracks)


def predecessor(clip: Path, yolo: Any, persons: list[int]) -> tuple[int, list[list[Sighted]]]:
    """Decode every picture, look at one a second. Each detection stands for itself."""
    tracks: list[list[Sighted]] = []
    video = cv2.VideoCapture(str(clip))
    number = looks = 0
    while (read := video.read())[0]:
        if number % FPS == 0:
            looks += 1
            (result,) = yolo.predict(read[1], conf=MIN_SCORE, classes=persons, verbose=False)
            tracks += [[(number / FPS, tuple(box))] for box in result.boxes.xyxyn.tolist()]
        number += 1
    video.release()
    return looks, tracks


def yolo_track(clip: Path, yolo: Any, persons: list[int]) -> tuple[int, list[list[Sighted]]]:
    """Track by Ultralytics, with a stride."""
    tracks: dict[int, list[Sighted]] = {}
    looks = 0
    results = yolo.track(
        str(clip), stream=True, vid_stride=STRIDE, conf=MIN_SCORE, classes=persons, verbose=False, persist=False
    )
    for number, result in enumerate(results):
        looks += 1
        if result.boxes.id is None:
            continue
        for track, box in zip(result.boxes.id.int().tolist(), result.boxes.xyxyn.tolist(), strict=True):
            tracks.setdefault(track, []).append((number * STRIDE / FPS, tuple(box)))
    return looks, list(tracks.values())


def ours(clip: Path, inference: Inference) -> tuple[int, list[list[Sighted]]]:
    """Do what the worker does for a job."""
    job = Analyze(job="bench", source=str(clip), settings=AnalysisSettings(min_score=MIN_SCORE))
    result, _ = FileAnalysis(job, clip, inference, Cancellation()).run()
    return result.frames_inferred, [[(point.time, point.box) for point in one.path] for one in result.appearances]


def quantize(inference: Inference, video: Path) -> None:
    """Show the detector the end of the video, which no scene shows, until it is quantised or cannot be."""
    reader = cv2.VideoCapture(str(video))
    reader.set(cv2.CAP_PROP_POS_FRAMES, 620)
    pictures = []
    while (read := reader.read())[0]:
        pictures.append(np.asarray(cv2.resize(read[1], (640, 360), interpolation=cv2.INTER_AREA), np.uint8))
    reader.release()
    quantizer = inference.quantizer
    if quantizer is None:
        print("network: as it is, nothing quantises it", flush=True)
        return
    quantizer.hurry()
    began = time.monotonic()
    for picture in pictures[::2]:
        if not quantizer.collecting:
            break
        inference.detect([picture], Priority.RECORDED).result()
    quantizer.wait(900)
    # Whatever was decided is in force before the next picture.
    inference.detect([pictures[0]], Priority.RECORDED).result()
    print(f"network: quantised: {quantizer.verdict}; had in {time.monotonic() - began:.0f} s", flush=True)


def recorded(
    model: str, classes: tuple[str, ...], video: Path, folder: Path, *, wanted: str, peer: bool, runs: int
) -> None:
    """Print the comparison of the loops, in the scenes with `wanted` in their names."""
    settings = DetectorSettings(model=model, person_classes=classes)
    inference = Inference(GpuPriority())
    inference.configure(settings).result()
    inference.detect([np.zeros((360, 640, 3), np.uint8)], Priority.RECORDED).result()
    quantize(inference, video)
    detector = Detector(settings)
    detector.prepare()
    ultralytics = environment.library("ultralytics")
    looker = ultralytics.YOLO(model)
    persons = [number for number, name in looker.names.items() if name.lower() in classes]
    looker.predict(np.zeros((1080, 1920, 3), np.uint8), verbose=False)
    tracker = ultralytics.YOLO(model)
    tracker.track(np.zeros((1080, 1920, 3), np.uint8), verbose=False)
    heads = f"{'one minute':<33}{'loop':<13}{'CPU s':>7}{'wall s':>8}{'looks':>7}{'persons':>9}{'tracks':>8}"
    print(f"{heads}{'pieces':>8}{'swaps':>7}{'times less CPU':>16}", flush=True)
    for name, place, visit, rate in SCENES:
        if wanted not in name:
            continue
        clip = scene(place, video, folder, visit=visit, rate=rate)
        reference = _reference(clip, detector, folder, place, visit)
        loops: dict[str, Loop] = {
            "predecessor": partial(predecessor, clip, looker, persons),
            "mycamera": partial(ours, clip, inference),
        }
        if peer and name in PEER_IN:  # it costs the same on each, more than all the rest together
            loops["yolo track"] = partial(yolo_track, clip, tracker, persons)
        before = 0.0
        for loop, function in loops.items():
            run = timed(function, runs)
            seen = found(reference, [sighted for track in run.tracks for sighted in track])
            columns = (
                f"{name if loop == 'predecessor' else '':<33}{loop:<13}{run.cpu:>7.2f}{run.wall:>8.2f}{run.looks:>7}"
            )
            columns += f"{f'{seen}/{len(reference)}':>9}"
            if loop == "predecessor":  # which tracks nobody
                columns += " " * 23
                before = run.cpu
            else:
                pieces, swaps = pieces_and_swaps(reference, run.tracks)
                columns += f"{len(run.tracks):>8}{pieces:>8.1f}{swaps:>7}"
            spread = f"   {run.least:.2f} to {run.most:.2f}" if runs > 1 else ""
            print(f"{columns}{before / run.cpu:>16.1f}{spread}", flush=True)
    inference.stop()


def _reference(clip: Path, detector: Detector, folder: Path, place: str, visit: float | None) -> list[Person]:
    """Return who is in a scene. The quiet ones are made without anybody but the visitors."""
    if place != "busy" and visit is None:
        return []
    if detector.exported is None:
        raise SystemExit("There is no OpenVINO form of this model, by which every picture would be looked at.")
    model = detector.open_export(detector.exported, 1)
    part = (0.0, float("inf")) if visit is None else (visit - 1, visit + VISIT_SECONDS + 1)
    return exhaustive(clip, model, AnalysisSettings(min_score=MIN_SCORE), folder, part)


def live(model: str, classes: tuple[str, ...], video: Path, folder: Path, seconds: float) -> None:
    """Print what live watching costs and how soon it tells."""
    settings = DetectorSettings(model=model, person_classes=classes)
    print(
        f"\n{'live, 640x360, 15 fps':<24}{'core per camera':>16}{'worker MiB':>12}{'entered':>9}{'missed':>8}"
        f"{'p50 ms':>8}{'p95 ms':>8}{'p99 ms':>8}{'load':>7}",
        flush=True,
    )
    for cameras, visits in LIVE:
        one: Live = asyncio.run(measure(cameras, seconds, settings, video, folder, visits=visits))
        label = f"{cameras} camera{'s' if cameras > 1 else ''}, {'visits' if visits else 'quiet'}"
        times = "".join(f"{one.quantile(share):>8.0f}" for share in (0.5, 0.95, 0.99)) if visits else " " * 24
        print(
            f"{label:<24}{one.cpu:>16.1%}{one.memory:>12.0f}{len(one.latencies) + one.missed:>9}{one.missed:>8}"
            f"{times}{os.getloadavg()[0]:>7.1f}",
            flush=True,
        )


def main() -> None:
    """Print the measurements."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--video", type=Path, default=cache / "vtest.avi")
    parser.add_argument("--model", default=str(cache / "person.pt"))
    parser.add_argument("--classes", default="normal,fall", help="what counts as a person")
    parser.add_argument("--only", choices=("recorded", "live"), help="default: both")
    parser.add_argument("--scene", default="", help="only recorded scenes with this in their names")
    parser.add_argument("--without-peer", action="store_true", help="leave `yolo track` out, which takes the longest")
    parser.add_argument("--runs", type=int, default=1, help="of each loop: the middle one counts, the spread is told")
    parser.add_argument("--seconds", type=float, default=60.0, help="of each live measurement")
    arguments = parser.parse_args()
    classes = tuple(arguments.classes.lower().split(","))
    if arguments.only != "live":
        recorded(
            arguments.model,
            classes,
            arguments.video,
            cache / "bench",
            wanted=arguments.scene,
            peer=not arguments.without_peer,
            runs=arguments.runs,
        )
    if arguments.only != "recorded":
        live(arguments.model, classes, arguments.video, cache / "bench", arguments.seconds)


if __name__ == "__main__":
    main()
