"""Making the detector more economical with what it sees: the real weights on real pictures."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import cv2
import numpy as np
import pytest
from mycamera_worker import environment
from mycamera_worker.detection import quantization
from mycamera_worker.detection.detections import NOTHING, Detections, Frame
from mycamera_worker.detection.detector import Detector
from mycamera_worker.detection.quantization import PICTURES, Quantizer, agreement, quantized_form
from mycamera_worker.protocol import DetectorSettings

from ..conftest import cached


@pytest.fixture(scope="module")
def pictures() -> list[Frame]:
    video = cv2.VideoCapture(str(cached("vtest.avi")))
    frames = []
    while (read := video.read())[0]:
        frames.append(np.asarray(cv2.resize(read[1], (320, 240)), np.uint8))
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


@pytest.mark.timeout(900)
def test_the_quantised_form_finds_the_same_persons(
    detector: Detector, exported: Path, pictures: list[Frame], monkeypatch: pytest.MonkeyPatch
) -> None:
    adopted: list[Path] = []
    # Giving way to everybody else would take for ever where other tests run.
    monkeypatch.setattr(environment, "lower_priority", lambda _: None)
    # How fast this machine is, and what for, is not what is tested; nor are small pictures what it is meant for.
    monkeypatch.setattr(quantization, "_FASTER", 1000.0)
    monkeypatch.setattr(quantization, "_AGREE", 0.5)
    monkeypatch.setattr(quantization, "_PERSONS", 5)
    quantizer = Quantizer(exported, lambda folder: detector.open_export(folder, 1), adopted.append)
    quantizer.hurry()
    model = detector.open_export(exported, 1)
    before = [model.detect(picture) for picture in pictures]
    for picture, found in zip(pictures, before, strict=True):
        quantizer.offer(picture, found)
    assert not quantizer.collecting
    quantizer.wait(800)
    assert quantizer.verdict is not None
    assert [quantizer.verdict["accepted"], len(adopted)] == [True, 1]
    small, large = (next(folder.glob("*.bin")).stat().st_size for folder in (adopted[0], exported))
    assert small < 0.6 * large
    after = [detector.open_export(adopted[0], 1).detect(picture) for picture in pictures[1::2]]
    assert agreement(before[1::2], after) > 0.7

    # Once for each detector: the next finds it made.
    second = Quantizer(exported, lambda folder: detector.open_export(folder, 1), lambda _: None)
    assert not second.collecting
    assert quantized_form(exported) == adopted[0]


def test_a_form_that_was_no_good_is_not_made_again(exported: Path, detector: Detector) -> None:
    made = exported.with_name("person-int8_openvino_model")
    made.mkdir()
    (made / "verdict.json").write_text(json.dumps({"accepted": False}))
    adopted: list[Path] = []
    quantizer = Quantizer(exported, lambda folder: detector.open_export(folder, 1), adopted.append)
    assert not quantizer.collecting
    assert adopted == []
    assert quantized_form(exported) is None


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
    psutil = environment.library("psutil")
    mine = psutil.Process()
    deadline = time.monotonic() + 60
    while not (running := [each for each in mine.children() if "quantization_child" in " ".join(each.cmdline())]):
        assert time.monotonic() < deadline, "no process was started"
        time.sleep(0.02)
    quantizer.stop()
    assert not any(each.is_running() for each in running)
    assert adopted == []
    assert quantizer.verdict is None
    assert not list(exported.parent.glob(".quantize-*"))
    assert "could not be quantised" not in caplog.text
