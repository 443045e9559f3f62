"""Making the detector more economical with what it sees: the real weights on real pictures."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import psutil
import pytest
from mycamera_worker import environment
from mycamera_worker.detection import quantization, speed
from mycamera_worker.detection.comparison import agreement
from mycamera_worker.detection.detections import NOTHING, Detections, Frame
from mycamera_worker.detection.detector import Detector
from mycamera_worker.detection.openvino_model import OpenVinoModel
from mycamera_worker.detection.quantization import PICTURES, Quantizer, quantized_form
from mycamera_worker.detection.speed import Comparison
from mycamera_worker.protocol.configuration import DetectorSettings

from ..conftest import cached


@pytest.fixture(scope="module")
def pictures() -> list[Frame]:
    """The half of the film in which most people walk: they are large enough for so small pictures."""
    video = cv2.VideoCapture(str(cached("vtest.avi")))
    frames = []
    while (read := video.read())[0]:
        frames.append(np.asarray(cv2.resize(read[1][200:488, 384:], (320, 240)), np.uint8))
    video.release()
    return frames[::12]


@pytest.fixture(scope="module")
def detector(detector_settings: DetectorSettings) -> Detector:
    """Small pictures: quantising takes as long as looking at them."""
    loaded = Detector(
        DetectorSettings(model=detector_settings.model, person_classes=detector_settings.person_classes, image_size=320)
    )
    loaded.prepare()
    return loaded


@pytest.fixture
def exported(detector: Detector, tmp_path: Path) -> Path:
    """A copy of the export, with nothing beside it."""
    assert detector.exported is not None
    folder = tmp_path / "person_openvino_model"
    shutil.copytree(detector.exported, folder)
    return folder


def persons(*boxes: tuple[float, float, float, float], score: float = 0.6) -> Detections:
    return Detections(np.asarray(boxes, np.float32).reshape(-1, 4), np.full(len(boxes), score, np.float32))


def test_agreement_counts_the_sure_persons() -> None:
    here, there = (0.1, 0.1, 0.2, 0.5), (0.6, 0.1, 0.7, 0.5)
    assert agreement([persons(here, there)], [persons(here)]) == 0.5
    assert agreement([persons(here)], [persons(here, there)]) == 1.0
    assert agreement([persons(here)], [persons(here, score=0.25)]) == 1.0
    assert agreement([persons(here)], [persons(here, score=0.1)]) == 0.0
    assert agreement([persons(here, score=0.3)], [NOTHING]) == 1.0


class WithoutWaiting(Quantizer):
    """Takes every picture, however close together they are."""

    def __init__(self, detector: Detector, exported: Path, pictures: list[Frame]) -> None:
        self.adopted: list[Path] = []
        model = detector.open_export(exported, 1)
        self.before = [model.detect(picture) for picture in pictures]
        super().__init__(exported, lambda folder: detector.open_export(folder, 1), self.adopted.append)
        self.hurry()

    def run(self, pictures: list[Frame]) -> dict[str, object]:
        """Take the pictures in and return the verdict."""
        for picture, found in zip(pictures, self.before, strict=True):
            self.offer(picture, found)
        assert not self.collecting
        self.wait(800)
        assert self.verdict is not None
        return self.verdict


@pytest.fixture
def _impolite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Giving way to everybody else would take for ever where other tests run."""
    monkeypatch.setattr(environment, "lower_priority", lambda _: None)


@pytest.mark.timeout(900)
@pytest.mark.usefixtures("_impolite")
def test_the_quantised_form_finds_the_same_persons(
    detector: Detector, exported: Path, pictures: list[Frame], monkeypatch: pytest.MonkeyPatch
) -> None:
    # How fast this machine is, and what for, is not what is tested.
    monkeypatch.setattr(quantization, "compare", lambda *_: Comparison(2.0, 1.0, calm=True))
    quantizer = WithoutWaiting(detector, exported, pictures)
    verdict, adopted = quantizer.run(pictures), quantizer.adopted
    assert [verdict["accepted"], len(adopted)] == [True, 1], verdict
    small, large = (next(folder.glob("*.bin")).stat().st_size for folder in (adopted[0], exported))
    assert small < 0.6 * large
    after = [detector.open_export(adopted[0], 1).detect(picture) for picture in pictures[1::2]]
    assert agreement(quantizer.before[1::2], after) > 0.9

    # Once for each detector: the next finds it made.
    second = Quantizer(exported, lambda folder: detector.open_export(folder, 1), lambda _: None)
    assert not second.collecting
    assert quantized_form(exported) == adopted[0]


@pytest.mark.timeout(900)
@pytest.mark.usefixtures("_impolite")
def test_one_that_was_quantised_by_other_pictures_is_refused(
    detector: Detector, exported: Path, pictures: list[Frame], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a camera looked into the dark all the time: its 8 bits are spent on what is not there by day."""
    make = Quantizer._make

    def in_the_dark(self: Quantizer, source: Path, target: Path, used: list[Frame]) -> bool:
        return make(self, source, target, [np.zeros_like(picture) for picture in used])

    monkeypatch.setattr(Quantizer, "_make", in_the_dark)
    monkeypatch.setattr(quantization, "compare", lambda *_: pytest.fail("nobody asks what it costs"))
    quantizer = WithoutWaiting(detector, exported, pictures)
    verdict = quantizer.run(pictures)
    assert verdict["accepted"] is False
    assert set(verdict) == {"accepted", "found", "not_invented"}
    assert quantizer.adopted == []
    assert quantized_form(exported) is None
    assert not list(exported.parent.glob("*int8*/*.xml")), "it is of no use to anybody"


class Looking:
    """A form that really looks at each picture, so many times."""

    def __init__(self, model: OpenVinoModel, times: int) -> None:
        self.model, self.times = model, times

    def detect(self, picture: Frame) -> Detections:
        return [self.model.detect(picture) for _ in range(self.times)][-1]


@pytest.mark.parametrize(("before", "after", "accepted"), [(1, 2, False), (2, 1, True)], ids=["slower", "faster"])
def test_one_that_costs_more_is_refused(
    detector: Detector,
    exported: Path,
    pictures: list[Frame],
    monkeypatch: pytest.MonkeyPatch,
    before: int,
    after: int,
    *,
    accepted: bool,
) -> None:
    """It finds the same, by the real limits and the processor's real time."""
    monkeypatch.setattr(speed, "_APART", 0.0)
    monkeypatch.setattr(speed, "_MOST_ROUNDS", 6)
    made = exported.with_name("made")
    shutil.copytree(exported, made)
    looks = {exported: before, made: after}

    def open_form(folder: Path) -> OpenVinoModel:
        return Looking(detector.open_export(folder, 1), looks[folder])  # type: ignore[return-value]  # all that is asked of it

    quantizer = Quantizer(exported, open_form, lambda _: None)
    verdict = quantizer._judge(made, pictures[:8])
    assert (verdict["found"], verdict["not_invented"]) == (1.0, 1.0)
    assert verdict["accepted"] is accepted, verdict


def test_a_form_that_was_no_good_is_not_made_again(exported: Path, detector: Detector) -> None:
    made = exported.with_name("person-int8_openvino_model")
    made.mkdir()
    (made / "verdict.json").write_text(json.dumps({"accepted": False}))
    adopted: list[Path] = []
    quantizer = Quantizer(exported, lambda folder: detector.open_export(folder, 1), adopted.append)
    assert not quantizer.collecting
    assert adopted == []
    assert quantized_form(exported) is None


class Judged:
    """A form that was made before and refused, and what comes of it."""

    def __init__(self, exported: Path, **verdict: object) -> None:
        self.exported = exported
        self.made = exported.with_name("person-int8_openvino_model")
        shutil.copytree(exported, self.made)
        (self.made / "verdict.json").write_text(json.dumps({"accepted": False, **verdict}))
        self.adopted: list[Path] = []

    def quantizer(self) -> Quantizer:
        return Quantizer(self.exported, lambda _: None, self.adopted.append)  # type: ignore[arg-type,return-value]  # nobody asks it

    def look(self, quantizer: Quantizer) -> dict[str, object]:
        """Look at one picture, wait for what that sets off, and return the verdict."""
        quantizer.offer(np.zeros((240, 320, 3), np.uint8), NOTHING)
        quantizer.wait(60)
        verdict = quantizer.verdict
        assert verdict is not None
        return verdict


SAME = {"found": 1.0, "not_invented": 0.97}
DAY = 24 * 3600


@pytest.mark.parametrize("calm", [True, False])
def test_one_that_did_not_cost_less_is_judged_again(
    exported: Path, monkeypatch: pytest.MonkeyPatch, *, calm: bool
) -> None:
    now = [1_800_000_000.0]
    again = DAY if calm else 3600
    costs = [Comparison(1.0, 0.9, calm=calm), Comparison(1.0, 0.5, calm=calm)]
    monkeypatch.setattr(time, "time", lambda: now[0])
    monkeypatch.setattr(quantization, "compare", lambda *_: costs.pop(0))
    judged = Judged(exported, **SAME, judged=now[0], calm=calm)
    quantizer = judged.quantizer()
    assert not quantizer.collecting
    now[0] += again - 1
    judged.look(quantizer)
    assert len(costs) == 2, "not before its time"
    now[0] += 1
    verdict = judged.look(quantizer)
    assert (verdict["accepted"], verdict["found"], verdict["cpu_ms_after"], judged.adopted) == (False, 1.0, 900.0, [])
    judged.look(quantizer)
    assert len(costs) == 1, "once"
    now[0] += again
    quantizer = judged.quantizer()  # the worker has started anew meanwhile
    assert judged.look(quantizer)["accepted"] is True
    assert judged.adopted == [judged.made]
    assert quantized_form(exported) == judged.made


def test_one_that_finds_others_is_refused_for_good(exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quantization, "compare", lambda *_: pytest.fail("nobody asks what it costs"))
    judged = Judged(exported, found=0.95, not_invented=1.0, judged=0)
    quantizer = judged.quantizer()
    judged.look(quantizer)
    assert not quantizer.collecting
    assert quantized_form(exported) is None


def test_what_an_earlier_version_refused_by_the_clock_is_made_anew(exported: Path) -> None:
    judged = Judged(exported, **SAME, ms_before=485.0, ms_after=426.0)
    for file in (*judged.made.glob("*.xml"), *judged.made.glob("*.bin")):
        file.unlink()
    assert judged.quantizer().collecting


def test_pictures_without_persons_do_not_suffice(exported: Path, detector: Detector, pictures: list[Frame]) -> None:
    quantizer = Quantizer(exported, lambda folder: detector.open_export(folder, 1), lambda _: None)
    quantizer.hurry()
    for _ in range(2 * PICTURES):
        quantizer.offer(pictures[0], NOTHING)
    assert quantizer.collecting


def test_pictures_of_one_moment_count_once(exported: Path, detector: Detector, pictures: list[Frame]) -> None:
    quantizer = Quantizer(exported, lambda folder: detector.open_export(folder, 1), lambda _: None)
    for _ in range(2 * PICTURES):
        quantizer.offer(pictures[0], persons((0.1, 0.1, 0.2, 0.5)))
    assert quantizer.collecting


def test_stopping_ends_the_process(
    exported: Path, detector: Detector, pictures: list[Frame], caplog: pytest.LogCaptureFixture
) -> None:
    adopted: list[Path] = []
    quantizer = Quantizer(exported, lambda folder: detector.open_export(folder, 1), adopted.append)
    quantizer.hurry()
    for _ in range(PICTURES):
        quantizer.offer(pictures[0], persons((0.1, 0.1, 0.2, 0.5)))
    assert not quantizer.collecting
    mine = psutil.Process()
    deadline = time.monotonic() + 60
    while not (running := [each for each in mine.children() if "quantization_child" in command_of(each)]):
        assert time.monotonic() < deadline, "no process was started"
        time.sleep(0.02)
    quantizer.stop()
    assert not any(each.is_running() for each in running)
    assert adopted == []
    assert quantizer.verdict is None
    assert not list(exported.parent.glob(".quantize-*"))
    assert "could not be quantised" not in caplog.text


def command_of(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:  # it has ended
        return ""


QUANTIZING = """
import sys, threading
from pathlib import Path
import numpy as np
from mycamera_worker import environment
environment.prepare()
from mycamera_worker.detection.detections import Detections
from mycamera_worker.detection.openvino_model import OpenVinoModel
from mycamera_worker.detection.quantization import PICTURES, Quantizer
quantizer = Quantizer(Path(sys.argv[1]), None, None)
quantizer.hurry()
random = np.random.default_rng(1)
somebody = Detections(np.float32([[0.1, 0.1, 0.2, 0.5]]), np.float32([0.9]))
for _ in range(PICTURES):
    quantizer.offer(random.integers(0, 256, (240, 320, 3), np.uint8), somebody)
threading.Event().wait()
"""


@pytest.fixture
def quantizing(exported: Path) -> Iterator[tuple[subprocess.Popen[bytes], psutil.Process]]:
    """A worker that quantises, and the process in which it does so."""
    with subprocess.Popen([sys.executable, "-c", QUANTIZING, str(exported)]) as worker:
        try:
            deadline = time.monotonic() + 60
            while not (children := psutil.Process(worker.pid).children()) or not at_work(children[0]):
                assert time.monotonic() < deadline, "nothing is being quantised"
                time.sleep(0.05)
            yield worker, children[0]
        finally:
            worker.kill()


def at_work(process: psutil.Process) -> bool:
    """Return whether a process has come as far as importing OpenVINO, whose file it then has mapped."""
    try:
        return b"libopenvino" in Path(f"/proc/{process.pid}/maps").read_bytes()
    except OSError:  # it has ended
        return False


def gone(process: psutil.Process, within: float = 60) -> bool:
    """Wait for the end of a process; return whether it came."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False


def test_a_killed_worker_leaves_no_process_and_no_folder(
    exported: Path, quantizing: tuple[subprocess.Popen[bytes], psutil.Process]
) -> None:
    worker, child = quantizing
    (folder,) = exported.parent.glob(".quantize-*")
    Quantizer(exported, None, None).stop()  # type: ignore[arg-type]  # it opens nothing
    assert folder.is_dir(), "somebody works in it"
    worker.send_signal(signal.SIGKILL)
    worker.wait(60)
    assert gone(child), "it goes on for nobody"
    assert folder.is_dir(), "else this test would say nothing"
    Quantizer(exported, None, None).stop()  # type: ignore[arg-type]  # as above
    assert not folder.exists()


@pytest.mark.parametrize(("parent", "code"), [(os.getpid(), -signal.SIGALRM), (1, 1)], ids=["too long", "no parent"])
def test_the_process_keeps_its_own_time(tmp_path: Path, parent: int, code: int) -> None:
    script = Path(str(quantization.__file__)).with_name("quantization_child.py")
    command = [sys.executable, "-P", str(script), "source.xml", str(tmp_path / "target.xml"), "1", str(parent)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:  # its pictures never come
        assert process.wait(120) == code


OPENING = """
import sys
from pathlib import Path
import numpy as np
from mycamera_worker import environment
environment.prepare()
from mycamera_worker.detection.model_head import HeadKind, ModelHead
from mycamera_worker.detection.openvino_model import OpenVinoModel
model = OpenVinoModel(Path(sys.argv[1]), 320, [0], ModelHead(HeadKind.GRID, int(sys.argv[2])))
model.detect(np.zeros((320, 320, 3), np.uint8))
print(model._options.get("INFERENCE_PRECISION_HINT", "f32"))
"""


def test_a_processor_that_hides_instructions_runs_it_in_f32(detector: Detector, exported: Path) -> None:
    """OpenVINO tells of bfloat16 and then lacks an operation in it, as under some hypervisors."""
    environ = {**os.environ, "ONEDNN_MAX_CPU_ISA": "AVX2"}
    command = [sys.executable, "-c", OPENING, str(exported), str(len(detector.classes))]
    done = subprocess.run(command, env=environ, stdout=subprocess.PIPE, check=True, timeout=100)
    assert done.stdout.split()[-1] == b"f32"
