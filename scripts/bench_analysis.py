"""What the analysis of a recorded minute costs, beside the loop of the system that this one succeeds.

Run it in the worker's environment: `.venvs/worker/bin/python scripts/bench_analysis.py [--model FILE --classes A,B]`.

Two minutes of 1920x1080 at 15 frames a second are made of the real pedestrian video: a busy one of all of it, and a
quiet one of a piece of wall with a camera's noise. Both loops run on both, one after the other in one process, with the
same weights: the predecessor's (OpenCV decodes every frame, the PyTorch model looks at one a second) and ours. CPU
seconds count all threads; loading models does not count. "Shared" is the share of the predecessor's detections at
which an appearance of ours is at the same time and place.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from mycamera_worker import environment

environment.prepare()

import cv2  # noqa: E402  after what it must find prepared
import numpy as np  # noqa: E402
from mycamera_worker.analysis import FileAnalysis  # noqa: E402
from mycamera_worker.cancellation import Cancellation  # noqa: E402
from mycamera_worker.inference import Inference, Priority  # noqa: E402
from mycamera_worker.precedence import Precedence  # noqa: E402
from mycamera_worker.protocol import AnalysisSettings, Analyze, Appearance, Box, DetectorSettings  # noqa: E402

MIN_SCORE = 0.4
SCENES = {
    "busy": "fps=15,scale=1920:1080",
    "quiet": "trim=end_frame=1,crop=176:99:325:0,scale=1920:1080,loop=-1:1:0,setpts=N/15/TB,noise=alls=8:allf=t",
}


@dataclass
class Run:
    """What one loop took and found."""

    cpu: float
    wall: float
    looks: int
    found: list[tuple[float, Box]]
    people: int


def clip(name: str, video: Path, folder: Path) -> Path:
    """Return the minute of a scene, made now or before."""
    path = folder / f"{name}-1080p15.mp4"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part.mp4")
        subprocess.run(
            [
                *("ffmpeg", "-v", "error", "-y", "-i", str(video), "-vf", SCENES[name], "-t", "60", "-r", "15", "-an"),
                *("-c:v", "libx264", "-preset", "veryfast", "-bf", "0", "-sc_threshold", "0", "-g", "30", "-b:v", "4M"),
                *("-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-pix_fmt", "yuv420p", str(partial)),
            ],
            check=True,
        )
        partial.rename(path)
    return path


def predecessor(path: Path, model: str, classes: set[str]) -> Run:
    """Run the predecessor's loop: every frame is decoded, one a second goes through the PyTorch model."""
    yolo = environment.library("ultralytics").YOLO(model)
    wanted = [number for number, name in yolo.names.items() if name.lower() in classes]
    yolo.predict(np.zeros((1080, 1920, 3), np.uint8), verbose=False)
    cpu, wall = time.process_time(), time.monotonic()
    found: list[tuple[float, Box]] = []
    video = cv2.VideoCapture(str(path))
    number = looks = 0
    while (read := video.read())[0]:
        if number % 15 == 0:
            looks += 1
            (result,) = yolo.predict(read[1], conf=MIN_SCORE, classes=wanted, verbose=False)
            found += [(number / 15, tuple(box)) for box in result.boxes.xyxyn.tolist()]
        number += 1
    video.release()
    return Run(time.process_time() - cpu, time.monotonic() - wall, looks, found, len(found))


def ours(path: Path, inference: Inference) -> tuple[Run, tuple[Appearance, ...]]:
    """Run what the worker does for a job."""
    cpu, wall = time.process_time(), time.monotonic()
    job = Analyze(job="bench", source=str(path), settings=AnalysisSettings(min_score=MIN_SCORE))
    result, _ = FileAnalysis(job, path, inference, Cancellation(), lambda _: None).run()
    found = [(point.time, point.box) for one in result.appearances for point in one.path]
    took = Run(
        time.process_time() - cpu, time.monotonic() - wall, result.frames_inferred, found, len(result.appearances)
    )
    return took, result.appearances


def shared(found: list[tuple[float, Box]], appearances: tuple[Appearance, ...]) -> float:
    """Return the share of detections that an appearance covers."""
    if not found:
        return 1.0
    return sum(any(is_at(one, moment, box) for one in appearances) for moment, box in found) / len(found)


def is_at(one: Appearance, moment: float, box: Box) -> bool:
    """Return whether an appearance is where a detection is, between its sightings on a straight line."""
    times = np.asarray([point.time for point in one.path])
    if not times[0] - 1 <= moment <= times[-1] + 1:
        return False
    here = [float(np.interp(moment, times, [point.box[side] for point in one.path])) for side in range(4)]
    width = min(here[2], box[2]) - max(here[0], box[0])
    height = min(here[3], box[3]) - max(here[1], box[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return bool(width > 0 and height > 0 and width * height > 0.3 * area)


def main() -> None:
    """Print the comparison."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--video", type=Path, default=cache / "vtest.avi")
    parser.add_argument("--model", default=str(cache / "person.pt"))
    parser.add_argument("--classes", default="normal,fall", help="what counts as a person")
    arguments = parser.parse_args()
    classes = tuple(arguments.classes.lower().split(","))

    inference = Inference(Precedence())
    inference.configure(DetectorSettings(model=arguments.model, person_classes=classes)).result()
    inference.detect([np.zeros((360, 640, 3), np.uint8)], Priority.RECORDED).result()
    print(f"{'one minute':<12}{'loop':<14}{'CPU s':>8}{'wall s':>8}{'looks':>7}{'found':>24}{'shared':>8}{'ratio':>8}")
    for scene in SCENES:
        path = clip(scene, arguments.video, cache / "bench")
        before = predecessor(path, arguments.model, set(classes))
        now, appearances = ours(path, inference)
        share = shared(before.found, appearances)
        print(
            f"{scene:<12}{'predecessor':<14}{before.cpu:>8.2f}{before.wall:>8.2f}{before.looks:>7}"
            f"{f'{before.people} detections':>24}{'':>8}{1:>8.1f}"
        )
        print(
            f"{scene:<12}{'mycamera':<14}{now.cpu:>8.2f}{now.wall:>8.2f}{now.looks:>7}"
            f"{f'{now.people} appearances':>24}{share:>8.0%}{before.cpu / max(now.cpu, 0.001):>8.1f}"
        )
    inference.stop()


if __name__ == "__main__":
    main()
