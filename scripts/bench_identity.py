"""How well each person is one appearance: the live way and the recorded way, on the film and on scenes of known truth.

Run it in the worker's environment: `scripts/bench identity [--truth FILE] [--model FILE --classes A,B] [--peers]`.

`live` is what a watch does with each picture of the stream (choice of pictures, detector, tracker, appearances), at the
times of the film without waiting for them; `recorded` is an analysis of the same file. What the detector finds is kept
on disk by picture and model, so that another run costs seconds. `looks` are the pictures that were looked at, `CPU s`
what all but the detector cost. `--truth` names a table `frame,id,left,top,width,height` (frames from 1, pixels) of the
film: some moments of it are enough. `--peers` adds Ultralytics' ByteTrack and BoT-SORT (with_reid: auto) on every
picture. `--rates` tells of the live way at several rates, on average over all phases, of the film or of `--scene`.
`--pictures FOLDER` writes what users would see of each appearance. The detector runs in the form that the worker would
use; `--unquantised` takes the one before it was quantised. Which of them it was is printed. `--reidentification` adds
a re-identification model, which learns what its distances tell from what is measured before.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from mycamera_worker import environment

environment.prepare()

import av  # noqa: E402  after what it must find prepared
import numpy as np  # noqa: E402
from mycamera_worker.analysis import FileAnalysis  # noqa: E402
from mycamera_worker.attention import Attention  # noqa: E402
from mycamera_worker.cancellation import Cancellation  # noqa: E402
from mycamera_worker.detection.detections import Detections, Frame  # noqa: E402
from mycamera_worker.detection.detector import Detector  # noqa: E402
from mycamera_worker.detection.export import openvino_export  # noqa: E402
from mycamera_worker.detection.quantization import quantized_form  # noqa: E402
from mycamera_worker.outbox import Outbox  # noqa: E402
from mycamera_worker.protocol.analysis_settings import AnalysisSettings  # noqa: E402
from mycamera_worker.protocol.appearance import LiveAppearance  # noqa: E402
from mycamera_worker.protocol.configuration import DetectorSettings  # noqa: E402
from mycamera_worker.protocol.messages import WatchMessage  # noqa: E402
from mycamera_worker.protocol.pictures import Picture  # noqa: E402
from mycamera_worker.protocol.recordings import Analyze  # noqa: E402
from mycamera_worker.protocol.watch import Watch  # noqa: E402
from mycamera_worker.reidentification import Reidentification  # noqa: E402

from scripts.bench_identity_conditions import CONDITIONS, condition_scene  # noqa: E402
from scripts.bench_identity_scenes import SCENES, scene  # noqa: E402
from scripts.bench_identity_score import HEADS, Box, Score, Truth, Way, score  # noqa: E402

MIN_SCORE: Final = 0.4
FILM_FPS: Final = 10.0
TOO_SHORT: Final = 2
"""So few pictures of a track of the peers are left out: ours tells of nobody by two pictures either."""
RATES: Final = (1, 2, 3, 4, 5, 10)
"""Each so many pictures of the film are looked at."""
_VISITS: Final = "visits: "
_EPOCH: Final = 1_700_000_000.0
_IMAGE_SIZE: Final = 640
_QUANTISED: Final = "int8"
_UNQUANTISED: Final = "unquantised"


class Remembering:
    """Finds persons as the detector's thread does, and never twice in the same picture."""

    def __init__(self, settings: DetectorSettings, cache: Path, *, unquantised: bool = False) -> None:
        self.settings = settings
        self.form = _form(settings, unquantised=unquantised)
        self.label = Path(settings.model).stem
        self.generation = 0
        self.reidentification = Reidentification()
        self.image_size = _IMAGE_SIZE
        self.looks = 0
        self.cpu = 0.0
        """Seconds that the detector and the memory took, which are not counted."""
        self._detector: Detector | None = None
        model = hashlib.blake2b(Path(settings.model).read_bytes(), digest_size=8).hexdigest()
        self._path = cache / f"detections-{model}-{'-'.join(settings.person_classes)}-{self.form}.json"
        self._known: dict[str, list[list[float]]] = json.loads(self._path.read_text()) if self._path.exists() else {}
        self._new = 0

    def detect(self, frames: Sequence[Frame], _priority: object, **_: object) -> Future[list[Detections]]:
        """Return what is found, at once."""
        began = time.process_time()
        result: Future[list[Detections]] = Future()
        result.set_result([self._find(frame) for frame in frames])
        self.looks += len(frames)
        self.cpu += time.process_time() - began
        return result

    def _find(self, frame: Frame) -> Detections:
        key = hashlib.blake2b(frame.tobytes(), digest_size=16, salt=str(frame.shape).encode()[:16]).hexdigest()
        if key not in self._known:
            if self._detector is None:
                self._detector = Detector(self.settings)
                self._detector.prepare()
                if self._detector.exported is not None and self.form == _UNQUANTISED:
                    self._detector.adopt(self._detector.open_all(self._detector.exported))
            (found,) = self._detector.detect([frame], urgent=True)
            self._known[key] = np.column_stack([found.boxes, found.scores]).tolist()
            self._new += 1
            if self._new % 25 == 0:
                self.save()
        rows = np.asarray(self._known[key], np.float32).reshape(-1, 5)
        return Detections(rows[:, :4], rows[:, 4])

    def save(self) -> None:
        """Keep what was found."""
        if self._new:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            partial = self._path.with_suffix(".part")
            partial.write_text(json.dumps(self._known))
            partial.replace(self._path)
            self._new = 0


def _form(settings: DetectorSettings, *, unquantised: bool) -> str:
    """Return which form of the detector is asked: the one that the worker would use, or the one before."""
    model = Path(settings.model)
    exported = openvino_export(model, _IMAGE_SIZE) if model.suffix == ".pt" else None
    return _UNQUANTISED if unquantised or exported is None or quantized_form(exported) is None else _QUANTISED


@dataclass
class Told:
    """What one way told of a clip: the path of each appearance, seconds of the clip, and its small picture."""

    paths: list[Way]
    pictures: list[bytes]
    looks: int
    cpu: float


def live(clip: Path, inference: Remembering, settings: AnalysisSettings, *, every: int = 1, first: int = 0) -> Told:
    """Do what a live watch does with every picture of a clip, or with each so many from a first on."""
    last: dict[str, LiveAppearance] = {}
    small: dict[str, bytes] = {}
    jpegs: dict[str, bytes] = {}

    def tell(*messages: WatchMessage | Picture) -> None:
        for message in messages:
            if isinstance(message, Picture):
                jpegs[message.id] = message.jpeg
            elif isinstance(message, LiveAppearance):
                last[message.id] = message
                if message.thumbnail is not None:
                    small[message.id] = jpegs.pop(message.thumbnail)
                    jpegs.clear()

    looks, cpu, own = inference.looks, inference.cpu, time.process_time()
    outbox = Outbox("bench", tell)
    # It asks nothing of the detector's thread but this.
    attention = Attention(
        Watch(camera="bench", url="file:///", settings=settings), inference, outbox, 0.0, inference.reidentification
    )
    moment = 0.0
    with av.open(str(clip)) as container:
        container.streams.video[0].codec_context.thread_count = 1
        for frame in islice(container.decode(video=0), first, None, every):
            moment = float(frame.time or 0.0)
            attention.consider(frame, moment, _EPOCH + moment)
            while outbox.waiting:
                time.sleep(0.0005)
    for _ in range(3):
        moment += settings.clear_time
        attention.wait(moment)
    while outbox.waiting:
        time.sleep(0.001)
    time.sleep(0.02)
    outbox.close()
    ordered = sorted(last.values(), key=lambda each: each.first_seen)
    return Told(
        [[(each.first_seen - _EPOCH + point.time, point.box) for point in each.path] for each in ordered],
        [small.get(each.id, b"") for each in ordered],
        inference.looks - looks,
        time.process_time() - own - (inference.cpu - cpu),
    )


def recorded(clip: Path, inference: Remembering, settings: AnalysisSettings) -> Told:
    """Do what an analysis of a recording does."""
    looks, cpu, own = inference.looks, inference.cpu, time.process_time()
    job = Analyze(job="bench", source=str(clip), settings=settings)
    result, pictures = FileAnalysis(job, clip, inference, Cancellation(), inference.reidentification).run()
    jpegs = {picture.id: picture.jpeg for picture in pictures}
    return Told(
        [[(point.time, point.box) for point in each.path] for each in result.appearances],
        [jpegs.get(each.thumbnail or "", b"") for each in result.appearances],
        inference.looks - looks,
        time.process_time() - own - (inference.cpu - cpu),
    )


def peers(clip: Path, settings: DetectorSettings, cache: Path) -> dict[str, Told]:
    """Track by two of Ultralytics' trackers on every picture, in one run of its detector; what they say is kept."""
    kept = cache / f"{clip.stem}-peers.json"
    if not kept.exists():
        utilities = environment.library("ultralytics.utils")
        trackers = Path(utilities.ROOT) / "cfg" / "trackers"
        changed = cache / "botsort.yaml"
        botsort = utilities.YAML.load(str(trackers / "botsort.yaml")) | {"with_reid": True, "model": "auto"}
        changed.write_text("".join(f"{key}: {value}\n" for key, value in botsort.items()))
        byte = environment.library("ultralytics.trackers.byte_tracker").BYTETracker(
            args=utilities.IterableSimpleNamespace(**utilities.YAML.load(str(trackers / "bytetrack.yaml")))
        )
        yolo = environment.library("ultralytics").YOLO(settings.model)
        persons = [number for number, name in yolo.names.items() if name.lower() in settings.person_classes]
        with av.open(str(clip)) as container:
            rate = float(container.streams.video[0].average_rate or FILM_FPS)
        tracks: dict[str, dict[int, list[tuple[float, list[float]]]]] = {"ByteTrack": {}, "BoT-SORT": {}}
        count = 0

        def before_tracking(predictor: Any) -> None:
            (result,) = predictor.results
            height, width = result.orig_shape
            for found in byte.update(result.boxes.cpu().numpy(), result.orig_img).tolist():
                box = [edge / size for edge, size in zip(found[:4], (width, height, width, height), strict=True)]
                tracks["ByteTrack"].setdefault(int(found[4]), []).append((count / rate, box))

        # It comes before the tracker that `track` adds: the boxes are still those of the detector.
        yolo.add_callback("on_predict_postprocess_end", before_tracking)
        results = yolo.track(
            str(clip), stream=True, conf=0.1, classes=persons, verbose=False, tracker=str(changed), persist=False
        )
        for result in results:
            if result.boxes.id is not None:
                for track, box in zip(result.boxes.id.int().tolist(), result.boxes.xyxyn.tolist(), strict=True):
                    tracks["BoT-SORT"].setdefault(track, []).append((count / rate, box))
            count += 1
        kept.write_text(json.dumps([{name: list(each.values()) for name, each in tracks.items()}, count]))
    by_tracker, count = json.loads(kept.read_text())
    told: dict[str, Told] = {}
    for name, each in by_tracker.items():
        paths: list[Way] = [[(moment, tuple(box)) for moment, box in track] for track in each if len(track) > TOO_SHORT]
        told[name] = Told(paths, [], count, 0.0)
    return told


def film(video: Path, cache: Path) -> Path:
    """Return the film as a camera would have recorded it: a key frame each two seconds."""
    path = cache / "identity-film.mp4"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part.mp4")
        encode = ["-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bf", "0", "-g", "20"]
        command = [
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-i",
            str(video),
            *encode,
            "-sc_threshold",
            "0",
            "-pix_fmt",
            "yuv420p",
        ]
        subprocess.run([*command, str(part)], check=True)
        part.rename(path)
    return path


def film_truth(path: Path, width: int = 768, height: int = 576) -> Truth:
    """Read who is where in the film."""
    truth: Truth = {}
    with path.open(newline="") as table:
        for row in csv.reader(table):
            if not row[0].isdigit():
                continue
            frame, person = int(row[0]), int(row[1])
            left, top, wide, tall = map(float, row[2:6])
            box: Box = (left / width, top / height, (left + wide) / width, (top + tall) / height)
            truth.setdefault((frame - 1) / FILM_FPS, {})[person] = box
    return truth


def until(paths: Sequence[Way], end: float) -> list[Way]:
    """Return what the appearances tell of the time that the truth is known of."""
    cut = [[point for point in path if point[0] <= end + 0.5] for path in paths]
    return [path for path in cut if path]


def show(name: str, way: str, result: Score, told: Told) -> None:
    """Print one line."""
    print(f"{name:<38}{way:<12}{result.line()}{told.looks:>7}{told.cpu:>7.1f}", flush=True)


def show_rates(name: str, clip: Path, inference: Remembering, truth: Truth) -> None:
    """Print how well the live way does at several rates, on average over which picture is the first.

    A single run tells little: where two cross, it depends on the moments of the looks.
    """
    end = max(truth)
    print(
        f"{f'{name}, live, looks a second':<52}{'runs':<12}{'IDF1':>7}{'least':>8}{'swaps':>8}{'mixed':>8}{'no own':>8}"
    )
    for every in RATES:
        settings = AnalysisSettings(min_score=MIN_SCORE, detect_fps=FILM_FPS / every)
        runs = [
            score(truth, until(live(clip, inference, settings, every=every, first=first).paths, end), edges=False)
            for first in range(every)
        ]
        means = [
            np.mean([one.idf1 for one in runs]),
            min(one.idf1 for one in runs),
            np.mean([one.swaps for one in runs]),
            np.mean([len(one.mixed) for one in runs]),
            np.mean([len(one.without) for one in runs]),
        ]
        columns = f"{means[0]:>7.3f}{means[1]:>8.3f}" + "".join(f"{mean:>8.1f}" for mean in means[2:])
        print(f"{FILM_FPS / every:<52.1f}{len(runs):<12}{columns}", flush=True)


def write_pictures(folder: Path, name: str, way: str, told: Told, result: Score | None) -> None:
    """Write the small picture of each appearance, named after who it is of."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, jpeg in enumerate(told.pictures):
        of = result.owners.get(number) if result is not None else None
        owners = "-".join(f"{person}x{count}" for person, count in of.most_common()) if of else "nobody"
        (folder / f"{name}-{way}-{number:02}-{owners}.jpg").write_bytes(jpeg)


def known(name: str, arguments: argparse.Namespace, folder: Path) -> tuple[Path, Truth]:
    """Return the clip of a name, made now or before, and who is where in it."""
    if name == "film":
        return film(arguments.video, folder), film_truth(arguments.truth)
    if name.startswith(_VISITS):
        return condition_scene(name.removeprefix(_VISITS), arguments.video, folder)
    return scene(name, arguments.video, folder)


def wanted(arguments: argparse.Namespace) -> list[str]:
    """Return the names of what is measured: the film, where its truth is given, and the scenes."""
    everything = ("film", *SCENES, *(f"{_VISITS}{each}" for each in CONDITIONS))
    return [name for name in everything if arguments.scene in name and (name != "film" or arguments.truth is not None)]


def compare(arguments: argparse.Namespace, inference: Remembering, folder: Path) -> None:
    """Print how well each way does in each scene."""
    ways: dict[str, Callable[[Path, Remembering, AnalysisSettings], Told]] = {"live": live, "recorded": recorded}
    print(f"{'':<50}{HEADS}{'looks':>7}{'CPU s':>7}")
    for name in wanted(arguments):
        clip, truth = known(name, arguments, folder)
        end = max(truth)
        told: dict[str, Told] = {
            way: run(clip, inference, AnalysisSettings(min_score=MIN_SCORE))
            for way, run in ways.items()
            if arguments.way in {None, way}
        }
        if arguments.peers:
            told |= peers(clip, inference.settings, folder)
        for way, each in told.items():
            result = score(truth, until(each.paths, end), edges=name != "film")
            show(name, way, result, each)
            if arguments.details:
                _details(result, until(each.paths, end))
            if arguments.pictures is not None:
                write_pictures(arguments.pictures, name, way, each, result)


def main() -> None:
    """Print the measurements."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--video", type=Path, default=cache / "vtest.avi")
    parser.add_argument("--model", default=str(cache / "person.pt"))
    parser.add_argument("--classes", default="normal,fall", help="what counts as a person")
    parser.add_argument("--truth", type=Path, help="who is where in the film")
    parser.add_argument("--peers", action="store_true", help="Ultralytics' own trackers beside ours")
    parser.add_argument("--scene", default="", help="only scenes with this in their names; `film` is one")
    parser.add_argument("--way", choices=("live", "recorded"), help="default: both")
    parser.add_argument("--pictures", type=Path, help="write what users would see here")
    parser.add_argument("--rates", action="store_true", help="live at several rates, and nothing else")
    parser.add_argument("--unquantised", action="store_true", help="the detector's form before it was quantised")
    parser.add_argument("--details", action="store_true", help="say who is mixed with whom")
    parser.add_argument("--reidentification", default="", help="tell persons apart by this model, too")
    arguments = parser.parse_args()
    settings = DetectorSettings(model=arguments.model, person_classes=tuple(arguments.classes.lower().split(",")))
    folder = cache / "bench"
    inference = Remembering(settings, folder, unquantised=arguments.unquantised)
    print(f"{settings.model}, {inference.form}")
    if problem := inference.reidentification.configure(arguments.reidentification).result():
        parser.error(problem.message)
    try:
        if arguments.rates:
            for name in wanted(arguments):
                clip, truth = known(name, arguments, folder)
                show_rates(name, clip, inference, truth)
        else:
            compare(arguments, inference, folder)
    finally:
        inference.save()


def _details(result: Score, paths: Sequence[Way]) -> None:
    for number, path in enumerate(paths):
        of = result.owners.get(number)
        mark = " MIXED" if number in result.mixed else ""
        print(f"    {number:>3} {path[0][0]:6.1f} to {path[-1][0]:6.1f}: {dict(of or {})}{mark}")
    print(f"    without {result.without}, missed {result.missed}")


if __name__ == "__main__":
    main()
