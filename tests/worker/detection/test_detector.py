"""The detector, with real weights on real pictures."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cv2
import numpy as np
import pytest
from mycamera_worker import environment
from mycamera_worker.detection import detector as detector_module
from mycamera_worker.detection import inference as inference_module
from mycamera_worker.detection.detector import Detections, Detector, Frame
from mycamera_worker.detection.gpu_priority import GpuPriority
from mycamera_worker.detection.inference import Inference, Priority
from mycamera_worker.failures import InternalError, ModelInvalidError, ModelMissingError, NoPersonClassError
from mycamera_worker.protocol.configuration import DetectorSettings

from scripts.demo.ports import free_port


def asset(name: str) -> Frame:
    assets = environment.library("ultralytics.utils").ASSETS
    return np.asarray(cv2.imread(str(assets / name)), np.uint8)


@pytest.fixture(scope="module")
def found(inference: Inference) -> dict[str, Detections]:
    names = ("bus.jpg", "zidane.jpg")
    pictures = inference.detect([asset(name) for name in names], Priority.RECORDED).result(timeout=100)
    return dict(zip(names, pictures, strict=True))


@pytest.mark.parametrize(("name", "persons"), [("bus.jpg", 3), ("zidane.jpg", 2)])
def test_persons_are_found(found: dict[str, Detections], name: str, persons: int) -> None:
    certain = found[name].at_least(0.4)
    assert len(certain) >= persons
    assert ((certain.boxes >= 0) & (certain.boxes <= 1)).all()
    assert (certain.boxes[:, 2:] > certain.boxes[:, :2]).all()


def test_nobody_is_found_twice(found: dict[str, Detections]) -> None:
    """Both classes of this model are persons, and it may see the same one as each of them."""
    boxes = found["bus.jpg"].at_least(0.3).boxes
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            width, height = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
            assert max(width, 0) * max(height, 0) < 0.51 * (np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2])) / 1.5


def test_small_persons_can_be_left_out(found: dict[str, Detections]) -> None:
    assert len(found["bus.jpg"].at_least(0.1, height=0.99)) == 0


def test_an_empty_picture_has_nobody(inference: Inference) -> None:
    (nobody,) = inference.detect([np.full((360, 640, 3), 90, np.uint8)], Priority.LIVE).result(timeout=100)
    assert len(nobody.at_least(0.3)) == 0
    assert inference.mean_ms > 0


def test_live_goes_before_recorded(inference: Inference) -> None:
    picture = asset("zidane.jpg")
    order: list[str] = []
    futures: list[Future[list[Detections]]] = []

    def told(name: str, _future: Future[list[Detections]]) -> None:
        order.append(name)

    for name, priority in [*(("recorded", Priority.RECORDED),) * 6, ("live", Priority.LIVE)]:
        future = inference.detect([picture], priority)
        future.add_done_callback(partial(told, name))
        futures.append(future)
    for future in futures:
        future.result(timeout=100)
    assert order.index("live") <= 2


def test_recordings_have_their_share_beside_live_pictures_that_would_take_all(
    inference: Inference, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight cameras whose next picture is there as soon as the one before was judged, and one recording.

    By the detector's time, as it is promised: a clock that goes on by the same for each picture, since on a busy
    machine any of them may take seconds.
    """
    picture = np.full((360, 640, 3), 90, np.uint8)
    inference.detect([picture], Priority.LIVE).result(timeout=100)  # who waits for the model to be loaded owes nobody
    took = {Priority.LIVE: 0.0, Priority.RECORDED: 0.0}
    all_ask, done = threading.Event(), threading.Event()
    now, look = time.monotonic(), inference._detect

    def look_for_a_fifth_of_a_second(*pictures: Any, **how: Any) -> list[Detections]:
        nonlocal now
        now += 0.2
        return look(*pictures, **how)

    def go_on(priority: Priority, less: int) -> None:
        """Ask again and again; pictures of one shape would go through the model together."""

        def judged(_: Future[list[Detections]]) -> None:
            if done.is_set():
                return
            if all_ask.is_set():
                took[priority] += 0.2
            if took[Priority.LIVE] >= 12:
                done.set()
            go_on(priority, less)

        inference.detect([picture[less:]], priority).add_done_callback(judged)

    monkeypatch.setattr(inference_module, "time", SimpleNamespace(monotonic=lambda: now))
    monkeypatch.setattr(inference, "_detect", look_for_a_fifth_of_a_second)
    for camera in range(8):
        go_on(Priority.LIVE, 2 * camera)
    go_on(Priority.RECORDED, 0)
    all_ask.set()
    assert done.wait(300)
    # A quarter of sixteen seconds, but for the half second that either may be ahead, and the picture under way.
    assert 3.2 <= took[Priority.RECORDED] <= 4.8, took


def test_what_moves_is_looked_at_first_but_nobody_waits_for_ever(inference: Inference) -> None:
    picture = np.full((360, 640, 3), 90, np.uint8)
    order: list[str] = []
    futures: list[Future[list[Detections]]] = []

    def told(name: str, _future: Future[list[Detections]]) -> None:
        order.append(name)

    # Each of another shape: pictures of one shape may go through the model together.
    asked = [("first", 0.0, 0), ("still", 3.0, 2), ("moving", 0.0, 4), ("waited", -0.5, 6)]
    for name, patience, less in asked:
        future = inference.detect([picture[less:]], Priority.LIVE, patience=patience)
        future.add_done_callback(partial(told, name))
        futures.append(future)
    for future in futures:
        future.result(timeout=100)
    assert order.index("waited") < order.index("moving") < order.index("still")


def test_a_model_that_cannot_be_downloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MYCAMERA_CACHE", str(tmp_path))

    nowhere = f"http://127.0.0.1:{free_port()}"
    monkeypatch.setattr(detector_module, "weights_addresses", lambda *_: [f"{nowhere}/yolov8n.pt"])
    with pytest.raises(ModelMissingError) as raised:
        Detector(DetectorSettings())
    assert "yolov8n.pt" in raised.value.message
    assert "127.0.0.1: Connection refused" in raised.value.message
    assert str(tmp_path / "models") in raised.value.message


def test_a_path_that_does_not_exist() -> None:
    with pytest.raises(ModelMissingError):
        Detector(DetectorSettings(model="/nowhere/best.pt"))


@pytest.mark.parametrize(
    "content", [b"", b"not a model", b"PK\x03\x04 broken", b"\x80\x04cposix\nsystem\n(S'true'\ntR."]
)
@pytest.mark.parametrize("name", ["model.pt", "model.onnx", "model.txt"])
def test_a_file_that_is_no_model(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ModelInvalidError):
        Detector(DetectorSettings(model=str(path)))


def test_a_pickle_that_runs_code_is_refused(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return (open, (str(tmp_path / "ran"), "w"))

    environment.library("torch").save({"model": Evil()}, tmp_path / "evil.pt")
    with pytest.raises(ModelInvalidError):
        Detector(DetectorSettings(model=str(tmp_path / "evil.pt")))
    assert not (tmp_path / "ran").exists()


def test_no_class_is_a_person(detector_settings: DetectorSettings) -> None:
    with pytest.raises(NoPersonClassError) as raised:
        Detector(DetectorSettings(model=detector_settings.model))
    assert "Normal, Fall" in raised.value.message


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> type[Any]:
    class Failing:
        max_batch = 4
        exported = None
        classes = ("person",)
        failures = 0

        def __init__(self, settings: DetectorSettings, _: object = None) -> None:
            self.settings = settings

        def prepare(self) -> None:
            pass

        def detect(self, _: list[Frame], *, urgent: bool) -> list[Detections]:
            assert not urgent
            Failing.failures += 1
            raise RuntimeError("a bug")

    monkeypatch.setattr("mycamera_worker.detection.inference.Detector", Failing)
    return Failing


def test_an_internal_error_fails_one_job(failing: type[Any]) -> None:
    inference = Inference(GpuPriority())
    picture = np.zeros((4, 4, 3), np.uint8)
    for _ in range(2):
        with pytest.raises(InternalError):
            inference.detect([picture], Priority.RECORDED).result(timeout=60)
    assert failing.failures == 2
    inference.stop()


def test_out_of_memory_halves_the_batch(detector_settings: DetectorSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    detector = Detector(detector_settings)
    detector.prepared = True
    detector.max_batch = 8
    sizes: list[int] = []

    class Result:
        boxes = None

    def predict(_: Any, frames: list[Frame]) -> list[Result]:
        sizes.append(len(frames))
        if len(frames) > 2:
            raise RuntimeError("CUDA out of memory. Tried to allocate")
        return [Result()] * len(frames)

    monkeypatch.setattr(detector, "_predict", predict)
    assert len(detector.detect([np.zeros((8, 8, 3), np.uint8)] * 6)) == 6
    assert sizes == [6, 3, 1, 1, 1, 1, 1, 1]
