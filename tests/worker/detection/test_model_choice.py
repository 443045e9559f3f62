"""Where no detector is named, the worker takes the largest that is in time. What a picture takes is made up."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from mycamera_worker import environment
from mycamera_worker.detection import detector as detector_module
from mycamera_worker.detection import model_choice
from mycamera_worker.detection.comparison import real_pictures
from mycamera_worker.detection.detector import Detector
from mycamera_worker.detection.gpu_priority import GpuPriority
from mycamera_worker.detection.inference import Inference, Priority
from mycamera_worker.detection.model_choice import LADDER, suitable
from mycamera_worker.downloads import DownloadError
from mycamera_worker.failures import ModelMissingError
from mycamera_worker.protocol.configuration import AUTO_DETECTOR, DetectorSettings

from ..conftest import cached

N, S, M = LADDER
AUTO = DetectorSettings(model=AUTO_DETECTOR, person_classes=("normal", "fall"), image_size=64, detect_fps=8.0)


@pytest.mark.parametrize(
    ("measured", "looks", "name"),
    [
        ({}, 8, N),
        ({N: 10.0}, 8, S),  # it would take 37 ms, 0.3 s of each second; the next 124
        ({N: 10.0}, 4, M),
        ({N: 10.0}, 16, N),
        ({N: 10.0}, 0, M),  # nobody asks for anything yet
        ({N: 90.0}, 64, N),  # the smallest, however slow it is
        ({N: 10.0, S: 70.0}, 8, N),  # measured: slower than reckoned
        ({N: 10.0, S: 12.0}, 8, M),  # and faster: the next would take 40 ms
        ({N: 10.0, S: 12.0, M: 70.0}, 8, S),
        ({N: 62.4}, 8, N),
        ({N: 16.7}, 8, S),
        ({N: 16.8}, 8, N),  # half of each second, and not more
    ],
)
def test_the_largest_that_is_in_time(measured: dict[str, float], looks: float, name: str) -> None:
    assert suitable(measured, looks) == name


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of models; nothing can be downloaded, and nothing is exported."""
    monkeypatch.setenv("MYCAMERA_CACHE", str(tmp_path))
    monkeypatch.setattr(detector_module, "openvino_export", lambda *_: None)

    def nobody_has_it(*_: object, **__: object) -> None:
        raise DownloadError("nobody has it")

    monkeypatch.setattr(detector_module, "fetch", nobody_has_it)
    folder = environment.models_folder()
    folder.mkdir(parents=True)
    return folder


def have(folder: Path, *names: str) -> None:
    """Put real weights there under these names."""
    for name in names:
        (folder / name).symlink_to(cached("person.pt"))


@pytest.fixture
def started() -> Iterator[Callable[[], Inference]]:
    running: list[Inference] = []

    def start() -> Inference:
        running.append(Inference(GpuPriority()))
        return running[-1]

    yield start
    for each in running:
        each.stop()


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.02)


def kept(folder: Path) -> dict[str, float]:
    """Return what was measured, as far as it is written just now."""
    try:
        ms: dict[str, float] = json.loads((folder / "detector_choice.json").read_text())["ms"]
    except (OSError, ValueError):
        return {}
    return ms


def test_it_grows_and_goes_back_where_that_was_too_much(
    models: Path, started: Callable[[], Inference], monkeypatch: pytest.MonkeyPatch
) -> None:
    have(models, N, S, M)
    taken = {N: 10.0, S: 70.0, M: 90.0}
    timed: list[str] = []

    def milliseconds(detector: Detector) -> float:
        timed.append(detector.settings.model)
        return taken[timed[-1]]

    monkeypatch.setattr(model_choice, "_milliseconds", milliseconds)
    inference = started()
    begun = inference.generation
    assert set(inference.configure(AUTO).result(timeout=100)) == {"Fall", "Normal"}
    until(lambda: set(kept(models)) == {N, S} and inference.label == N)
    assert timed == [N, S]
    assert inference.generation == begun + 3, "what one of them found is not gone on with by the other"
    assert inference.detect(real_pictures()[:1], Priority.LIVE).result(timeout=100)
    # Fewer pictures are asked for: of what is known, the larger one is in time, and is not timed again.
    inference.configure(replace(AUTO, detect_fps=4.0)).result(timeout=100)
    until(lambda: inference.label == S)
    assert timed == [N, S]
    # The next start begins with what is known.
    again = started()
    again.configure(AUTO).result(timeout=100)
    assert again.label == N
    again.detect([], Priority.PREPARE).result(timeout=100)
    assert timed == [N, S]


def test_what_was_measured_with_other_settings_says_nothing(
    models: Path, started: Callable[[], Inference], monkeypatch: pytest.MonkeyPatch
) -> None:
    have(models, N, S)
    (models / "detector_choice.json").write_text(
        json.dumps({"wanted": ["gpu", 64], "device": "a card", "ms": {N: 0.1, S: 0.2}})
    )
    monkeypatch.setattr(model_choice, "_milliseconds", lambda _: 50.0)
    inference = started()
    inference.configure(AUTO).result(timeout=100)
    assert inference.label == N
    until(lambda: kept(models) == {N: 50.0})


def test_a_larger_one_that_cannot_be_had_costs_nothing(
    models: Path,
    started: Callable[[], Inference],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    have(models, N)
    monkeypatch.setattr(model_choice, "_milliseconds", lambda _: 10.0)
    inference = started()
    inference.configure(AUTO).result(timeout=100)
    until(lambda: "cannot be had" in caplog.text)
    assert inference.label == N
    assert inference.detect(real_pictures()[:1], Priority.LIVE).result(timeout=100)


def test_where_the_smallest_cannot_be_had_another_stands_in(models: Path, started: Callable[[], Inference]) -> None:
    inference = started()
    with pytest.raises(ModelMissingError, match=N):
        inference.configure(AUTO).result(timeout=100)
    have(models, "yolov8n.pt")
    inference.configure(AUTO).result(timeout=100)
    assert inference.label == "yolov8n.pt"
    assert inference.detect(real_pictures()[:1], Priority.LIVE).result(timeout=100)
    assert kept(models) == {}


def test_a_picture_is_timed_by_whatever_runs_it(detector_settings: DetectorSettings) -> None:
    detector = Detector(detector_settings)
    detector.prepare()
    assert detector.native
    assert model_choice._milliseconds(detector) > 0
    detector._native = {}
    detector._model = Detector(detector_settings)._model
    assert model_choice._milliseconds(detector) > 0
