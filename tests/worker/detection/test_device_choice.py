"""On which device the detector runs. OpenVINO's devices are made up; what runs on them runs on the processor."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pytest
from mycamera_worker import environment
from mycamera_worker.detection import detector as detector_module
from mycamera_worker.detection import device_choice
from mycamera_worker.detection.comparison import real_pictures
from mycamera_worker.detection.detections import NOTHING, Detections, Frame
from mycamera_worker.detection.detector import Detector
from mycamera_worker.detection.device_choice import DeviceChoice, choose_device, devices, forget
from mycamera_worker.detection.export import openvino_export
from mycamera_worker.failures import ModelInvalidError
from mycamera_worker.protocol.configuration import DetectorSettings

CPU_NAME, GPU_NAME, NPU_NAME = "Some processor", "Intel(R) Arc(TM) A310", "Intel(R) AI Boost"
ALL = {"CPU": CPU_NAME, "GPU": GPU_NAME, "NPU": NPU_NAME}
SOMEBODY = Detections(np.asarray([[0.1, 0.1, 0.3, 0.9]], np.float32), np.asarray([0.9], np.float32))


class Model:
    """Takes as long as it says, by the clock that the measurement reads."""

    def __init__(self, clock: list[float], ms: float, found: Detections = SOMEBODY) -> None:
        self._clock, self._seconds, self._found = clock, ms / 1000, found

    def detect(self, _picture: Frame) -> Detections:
        self._clock[0] += self._seconds
        return self._found


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    found = dict(ALL)
    monkeypatch.setattr(device_choice, "devices", lambda: dict(found))
    return found


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]

    class Clock:
        @staticmethod
        def perf_counter() -> float:
            return now[0]

    monkeypatch.setattr(device_choice, "time", Clock)
    return now


def choose(folder: Path, wanted: str, models: dict[str, Any], asked: list[str] | None = None) -> DeviceChoice:
    def open_model(device: str) -> Any:
        if asked is not None:
            asked.append(device)
        if isinstance(models[device], Exception):
            raise models[device]
        return models[device]

    picture = np.zeros((48, 64, 3), np.uint8)
    return choose_device(wanted, folder, open_model, [picture, picture], [SOMEBODY, SOMEBODY])


def test_the_fastest_is_taken_and_remembered(tmp_path: Path, there: dict[str, str], clock: list[float]) -> None:
    models = {"CPU": Model(clock, 40), "GPU": Model(clock, 11), "NPU": Model(clock, 14)}
    asked: list[str] = []
    assert choose(tmp_path, "auto", models, asked) == DeviceChoice("GPU", f"GPU ({GPU_NAME})", 11.0)
    assert asked == ["CPU", "GPU", "NPU"]
    assert choose(tmp_path, "auto", models, asked).device == "GPU"
    assert len(asked) == 3, "once, at the first start"
    # Another machine, or another card: what was measured says nothing.
    there["GPU"] = "another one"
    assert choose(tmp_path, "auto", {**models, "GPU": Model(clock, 90)}, asked).device == "NPU"
    assert len(asked) == 6
    forget(tmp_path)
    choose(tmp_path, "auto", models, asked)
    assert len(asked) == 9


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (RuntimeError("[GPU] clBuildProgram failed"), "clBuildProgram"),
        ("nobody", "other persons"),
        ("too many", "other persons"),
    ],
)
def test_one_that_does_not_work_is_not_taken(
    tmp_path: Path, there: dict[str, str], clock: list[float], bad: Exception | str, why: str
) -> None:
    boxes = np.asarray([[0.1, 0.1, 0.3, 0.9], [0.6, 0.1, 0.9, 0.9]], np.float32)
    found = {"nobody": NOTHING, "too many": Detections(boxes, np.asarray([0.9, 0.9], np.float32))}
    gpu = Model(clock, 1, found[bad]) if isinstance(bad, str) else bad
    models = {"CPU": Model(clock, 40), "GPU": gpu, "NPU": Model(clock, 60)}
    assert choose(tmp_path, "auto", models) == DeviceChoice("CPU", f"CPU ({CPU_NAME})", 40.0)
    wanted = choose(tmp_path / "nothing kept", "gpu", models)
    assert wanted.device == "CPU"
    assert why in wanted.problem
    assert GPU_NAME in wanted.problem


def test_what_failed_is_tried_again_at_the_next_start(
    tmp_path: Path, there: dict[str, str], clock: list[float]
) -> None:
    """A driver may have been installed in between."""
    models: dict[str, Any] = {"CPU": Model(clock, 40), "GPU": RuntimeError("no driver"), "NPU": Model(clock, 60)}
    assert choose(tmp_path, "auto", models).device == "CPU"
    assert choose(tmp_path, "auto", {**models, "GPU": Model(clock, 10)}).device == "GPU"


def test_a_driver_that_ends_the_worker_does_so_twice_at_most(
    tmp_path: Path, there: dict[str, str], clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Fatal:
        def detect(self, _picture: Frame) -> NoReturn:
            raise SystemExit("as if the process had ended")

    models: dict[str, Any] = {"CPU": Model(clock, 40), "GPU": Fatal(), "NPU": Model(clock, 20)}
    for _ in range(2):  # the first time somebody may just have stopped it
        with pytest.raises(SystemExit):
            choose(tmp_path, "auto", models)
    assert choose(tmp_path, "auto", models).device == "NPU"
    assert choose(tmp_path, "auto", models).device == "NPU"
    wanted = choose(tmp_path, "gpu", models)
    assert wanted.device == "CPU"
    assert f"{GPU_NAME}: the worker ended whenever it was tried" in wanted.problem
    monkeypatch.setattr(device_choice, "VERSION", "another")  # which may bring another driver
    assert choose(tmp_path, "auto", {**models, "GPU": Model(clock, 5)}).device == "GPU"


def test_who_stops_the_worker_while_a_device_is_tried_loses_nothing(
    tmp_path: Path, there: dict[str, str], clock: list[float]
) -> None:
    class Stopped:
        def detect(self, _picture: Frame) -> NoReturn:
            raise SystemExit("somebody stopped it")

    models: dict[str, Any] = {"CPU": Model(clock, 40), "GPU": Stopped(), "NPU": Model(clock, 20)}
    for _ in range(3):
        forget(tmp_path)
        with pytest.raises(SystemExit):
            choose(tmp_path, "auto", models)
        assert choose(tmp_path, "auto", {**models, "GPU": Model(clock, 5)}).device == "GPU"


@pytest.mark.parametrize("wanted", ["gpu", "npu"])
def test_a_device_that_is_not_there_is_told(
    tmp_path: Path, there: dict[str, str], clock: list[float], wanted: str
) -> None:
    del there[wanted.upper()]
    models = {device: Model(clock, 40) for device in there}
    choice = choose(tmp_path, wanted, models)
    assert (choice.device, choice.problem) == ("CPU", f"OpenVINO finds no {wanted.upper()} on this machine.")


def test_the_user_has_the_last_word(tmp_path: Path, there: dict[str, str], clock: list[float]) -> None:
    del there["GPU"]
    there.update({"GPU.0": "the chip's", "GPU.1": "the card"})
    models = {
        "CPU": Model(clock, 5),
        "NPU": Model(clock, 60),
        "GPU.0": Model(clock, 30),
        "GPU.1": Model(clock, 9),
    }
    assert choose(tmp_path, "gpu", models).device == "GPU.1", "the faster of two"
    assert choose(tmp_path, "npu", models) == DeviceChoice("NPU", f"NPU ({NPU_NAME})", 60.0)
    assert choose(tmp_path, "cpu", models) == DeviceChoice("CPU", f"CPU ({CPU_NAME})", 5.0)


def test_this_machine_has_a_processor() -> None:
    """By OpenVINO itself."""
    assert devices()["CPU"]


class Gpu:
    """An OpenVINO that has a GPU: what is compiled for it runs on the processor, until the GPU is gone."""

    def __init__(self) -> None:
        self.real = environment.library("openvino")
        self.compiled = 0
        self.gone = False

    def __getattr__(self, name: str) -> Any:
        return partial(GpuCore, self) if name == "Core" else getattr(self.real, name)


class GpuCore:
    available_devices = ("CPU", "GPU")

    def __init__(self, gpu: Gpu) -> None:
        self._gpu, self._core = gpu, gpu.real.Core()

    def get_property(self, device: str, name: str) -> Any:
        return GPU_NAME if device == "GPU" else self._core.get_property(device, name)

    def read_model(self, path: Any) -> Any:
        return self._core.read_model(path)

    def compile_model(self, model: Any, device: str, options: dict[str, Any]) -> Any:
        if device != "GPU":
            return self._core.compile_model(model, device, options)
        assert "INFERENCE_NUM_THREADS" not in options
        self._gpu.compiled += 1
        return GpuRequest(self._gpu, self._core.compile_model(model, "CPU", options).create_infer_request())


class GpuRequest:
    """A compiled network and its only request."""

    def __init__(self, gpu: Gpu, request: Any) -> None:
        self._gpu, self._request = gpu, request

    def create_infer_request(self) -> GpuRequest:
        return self

    def infer(self, inputs: Any) -> Any:
        if self._gpu.gone:
            raise RuntimeError("[GPU] clWaitForEvents, error code: -9999 CL_DEVICE_NOT_AVAILABLE")
        return self._request.infer(inputs)


@pytest.fixture
def with_gpu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Gpu:
    gpu, real, export = Gpu(), environment.library, openvino_export

    def copy_of_export(weights: Path, size: int) -> Path | None:
        made = export(weights, size)
        assert made is not None
        kept = tmp_path / made.name  # what is measured lies beside it, and shall not lie among the user's
        if not kept.exists():
            shutil.copytree(made, kept, ignore=shutil.ignore_patterns("device.json"))
        return kept

    monkeypatch.setattr(environment, "library", lambda name: gpu if name == "openvino" else real(name))
    monkeypatch.setattr(detector_module, "openvino_export", copy_of_export)
    return gpu


@pytest.mark.timeout(600)
def test_a_device_that_disappears_costs_no_picture(
    detector_settings: DetectorSettings, with_gpu: Gpu, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_pictures: object) -> NoReturn:
        raise RuntimeError("no")

    model, classes = detector_settings.model, detector_settings.person_classes
    detector = Detector(DetectorSettings(model=model, person_classes=classes, image_size=320, device="gpu"))
    detector.prepare()
    assert with_gpu.compiled
    assert (detector.device_choice.name, detector.device_choice.problem) == (f"GPU ({GPU_NAME})", "")
    assert detector.device_choice.ms > 0
    exported = detector.exported
    assert exported is None, "quantising is for the processor"
    pictures = real_pictures()
    before = detector.detect(pictures)
    with_gpu.gone = True
    after = detector.detect(pictures, urgent=True)
    assert [len(each.at_least(0.4)) for each in after] == [len(each.at_least(0.4)) for each in before]
    assert detector.device_choice.device == "CPU"
    assert GPU_NAME in detector.device_choice.problem
    assert "CL_DEVICE_NOT_AVAILABLE" in detector.device_choice.problem
    assert detector.exported is not None
    # Broken pictures are no reason to leave the processor.
    for native in detector.native.values():
        monkeypatch.setattr(native, "detect", broken)
    with pytest.raises(ModelInvalidError):
        detector.detect(pictures)
