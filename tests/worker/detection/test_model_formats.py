"""Detectors of all kinds are what they claim: real networks, real pictures, Ultralytics' own results beside ours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from mycamera_worker import environment
from mycamera_worker.detection import detector as detector_module
from mycamera_worker.detection import openvino_model
from mycamera_worker.detection.comparison import SURE, agreement, real_pictures
from mycamera_worker.detection.detections import MAX_DETECTIONS, MIN_SCORE, OVERLAP, Detections, Frame
from mycamera_worker.detection.detector import Detector
from mycamera_worker.detection.gpu_priority import GpuPriority
from mycamera_worker.detection.inference import Inference, Priority
from mycamera_worker.detection.model_head import HeadKind
from mycamera_worker.failures import DetectorChangedError, ModelInvalidError
from mycamera_worker.protocol.configuration import DetectorSettings

from ..conftest import cached
from .detector_files import build

SHAPES = ((480, 640), (360, 640), (640, 360), (640, 640))
SIZE = 320


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MYCAMERA_CACHE", str(tmp_path_factory.getbasetemp() / "formats"))


def own_result(path: Path, pictures: list[Frame], *, size: int, transformer: bool = False) -> list[Detections]:
    """What Ultralytics itself says of the first class, by its own loading and its own predictor."""
    ultralytics = environment.library("ultralytics")
    model = (ultralytics.RTDETR if transformer else ultralytics.YOLO)(str(path))
    results = [
        model.predict(
            picture,
            imgsz=size,
            conf=MIN_SCORE,
            iou=OVERLAP,
            classes=[0],
            agnostic_nms=True,
            max_det=MAX_DETECTIONS,  # one that has learned nothing sees somebody everywhere
            verbose=False,
        )[0].boxes
        for picture in pictures
    ]
    return [Detections(each.xyxyn.numpy().clip(0, 1), each.conf.numpy()) for each in results]


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("description", "kind", "stride"),
    [
        ("yolov8.yaml", HeadKind.GRID, 32),
        ("yolov8-p6.yaml", HeadKind.GRID, 64),
        ("yolov8-seg.yaml", HeadKind.GRID, 32),
        ("yolov8-pose.yaml", HeadKind.GRID, 32),
        ("yolo26.yaml", HeadKind.END_TO_END, 32),
        ("yolov8-rtdetr.yaml", HeadKind.OTHER, 32),
    ],
)
def test_each_kind_finds_what_its_own_library_finds(
    description: str, kind: HeadKind, stride: int, tmp_path: Path
) -> None:
    path = build(description, tmp_path / f"{Path(description).stem}.pt")
    detector = Detector(DetectorSettings(model=str(path), image_size=SIZE))
    assert detector.stride == stride
    detector.prepare()
    used = {model.head.kind for model in detector.native.values()}
    if description in {"yolov8.yaml", "yolov8-seg.yaml", "yolov8-pose.yaml"}:
        assert used == {kind}
    else:  # what has learned nothing may differ by rounding, and then runs as it came
        assert used <= ({HeadKind.GRID, HeadKind.END_TO_END} if kind is HeadKind.END_TO_END else {kind})
    pictures = real_pictures()
    got = [detector.detect([picture])[0] for picture in pictures]
    expected = own_result(path, pictures, size=SIZE, transformer="rtdetr" in description)
    if "rtdetr" not in description:
        assert sum(len(each.at_least(SURE)) for each in expected) > 5, "the comparison would say nothing"
    assert agreement(expected, got) >= 0.9
    assert agreement(got, expected) >= 0.9
    for shape in SHAPES:
        detector.detect([np.full((*shape, 3), 90, np.uint8)])


def test_a_form_that_sees_others_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As an output of six numbers that is taken for another kind: boxes in every corner, of nobody."""

    def corners(_: object, output: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return np.tile(np.array([0, 0, 9, 9], np.float32), (100, 1)), np.full(100, 0.9, np.float32)

    monkeypatch.setattr(openvino_model.OpenVinoModel, "_persons_of", corners)
    detector = Detector(DetectorSettings(model=str(build("yolov8.yaml", tmp_path / "own.pt")), image_size=SIZE))
    with caplog.at_level("INFO"):
        detector.prepare()
    assert detector.exported is None
    assert not detector.native
    assert "that finds 0% of its persons" in caplog.text
    picture = real_pictures()[0]
    assert agreement(own_result(tmp_path / "own.pt", [picture], size=SIZE), detector.detect([picture])) == 1.0


def test_class_names_may_have_spaces_and_capitals(tmp_path: Path) -> None:
    path = build("yolov8.yaml", tmp_path / "spaces.pt", names=("Person ", "chair"))
    assert Detector(DetectorSettings(model=str(path), person_classes=(" pERSON",))).classes == ("Person", "chair")


@pytest.mark.parametrize("description", ["yolov8-obb.yaml", "yolov8-cls.yaml"])
def test_models_without_upright_boxes_are_refused(description: str, tmp_path: Path) -> None:
    path = build(description, tmp_path / "other.pt")
    with pytest.raises(ModelInvalidError, match="upright boxes"):
        Detector(DetectorSettings(model=str(path)))


def test_the_size_is_the_models_own(tmp_path: Path) -> None:
    path = build("yolov8.yaml", tmp_path / "wide.pt")
    torch = environment.library("torch")
    checkpoint = torch.load(path, weights_only=False)
    checkpoint["train_args"] = {"imgsz": 448, "task": "detect"}
    torch.save(checkpoint, path)
    assert Detector(DetectorSettings(model=str(path))).image_size == 448
    assert Detector(DetectorSettings(model=str(path), image_size=SIZE)).image_size == SIZE


def test_onnx_works_after_a_normal_installation(tmp_path: Path) -> None:
    """The file says what size it takes; nothing else of it is known before the first picture."""
    path = build("yolov8.yaml", tmp_path / "file.pt")
    made = environment.library("ultralytics").YOLO(str(path)).export(format="onnx", imgsz=SIZE, verbose=False)
    detector = Detector(DetectorSettings(model=made))
    assert detector.image_size == SIZE
    pictures = real_pictures()
    got = [detector.detect([picture])[0] for picture in pictures]
    assert agreement(own_result(path, pictures, size=SIZE), got) >= 0.9


def test_an_output_that_is_read_as_another_kind_is_refused(tmp_path: Path) -> None:
    """RT-DETR for two classes, by an export that does not tell its head: shares of the picture, taken for pixels."""
    onnx = environment.library("onnx")
    rows = np.tile(np.array([0.5, 0.5, 0.1, 0.4, 0.9, 0.0], np.float32), (1, 300, 1))
    graph = onnx.helper.make_graph(
        [onnx.helper.make_node("Identity", ["rows"], ["output0"])],
        "model",
        [onnx.helper.make_tensor_value_info("images", onnx.TensorProto.FLOAT, [1, 3, SIZE, SIZE])],
        [onnx.helper.make_tensor_value_info("output0", onnx.TensorProto.FLOAT, [1, 300, 6])],
        [onnx.numpy_helper.from_array(rows, "rows")],
    )
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8)
    told = {"task": "detect", "stride": "32", "batch": "1", "imgsz": f"[{SIZE}, {SIZE}]", "end2end": "False"}
    onnx.helper.set_model_props(model, {**told, "names": "{0: 'person', 1: 'chair'}"})
    onnx.save(model, str(tmp_path / "own.onnx"))
    with pytest.raises(ModelInvalidError, match="lies in the picture's corner"):
        Detector(DetectorSettings(model=str(tmp_path / "own.onnx")))


@pytest.mark.parametrize(("suffix", "package"), [(".engine", "tensorrt"), (".tflite", "ai-edge-litert")])
def test_a_format_whose_runtime_is_missing_says_so(suffix: str, package: str, tmp_path: Path) -> None:
    path = tmp_path / f"model{suffix}"
    path.write_bytes(b"\x20\0\0\0TFL3" + bytes(64))
    with pytest.raises(ModelInvalidError, match=f"needs the Python package {package}, which is not installed"):
        Detector(DetectorSettings(model=str(path)))


def test_a_model_that_fails_on_a_picture_is_told_when_configured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, detector_settings: DetectorSettings
) -> None:
    predict = Detector._predict

    def fail_on_portraits(self: Detector, model: object, frames: list[Frame]) -> list[object]:
        if frames[0].shape[0] > frames[0].shape[1]:
            raise RuntimeError("Sizes of tensors must match")
        return predict(self, model, frames)

    monkeypatch.setattr(Detector, "_predict", fail_on_portraits)
    inference = Inference(GpuPriority())
    with pytest.raises(ModelInvalidError, match=r"fails on a picture \(Sizes of tensors must match"):
        inference.configure(detector_settings).result(timeout=100)
    monkeypatch.setattr(Detector, "_predict", predict)
    assert inference.configure(detector_settings).result(timeout=100)
    inference.stop()


@pytest.mark.timeout(120)
def test_a_failing_picture_is_the_models_fault_until_it_takes_it(
    monkeypatch: pytest.MonkeyPatch, detector_settings: DetectorSettings
) -> None:
    monkeypatch.setattr(detector_module, "openvino_export", lambda *_: None)
    inference = Inference(GpuPriority())
    inference.configure(detector_settings).result(timeout=100)
    predict = Detector._predict
    bad = np.full((90, 160, 3), 7, np.uint8)

    def fail(self: Detector, model: object, frames: list[Frame]) -> list[object]:
        if any((frame == 7).all() for frame in frames):
            raise ValueError("no such layer")
        return predict(self, model, frames)

    monkeypatch.setattr(Detector, "_predict", fail)
    good = real_pictures()[0]
    assert inference.detect([good], Priority.RECORDED).result(timeout=60)
    for picture in (bad, good):  # told of every job from then on, at once, not of one recording
        with pytest.raises(ModelInvalidError, match="no such layer"):
            inference.detect([picture], Priority.RECORDED).result(timeout=60)
    with pytest.raises(ModelInvalidError, match="no such layer"):
        inference.configure(detector_settings).result(timeout=100)
    monkeypatch.setattr(Detector, "_predict", predict)
    inference.configure(detector_settings).result(timeout=100)
    assert inference.detect([good], Priority.RECORDED).result(timeout=60)
    inference.stop()


def test_work_that_was_begun_is_not_gone_on_with_by_another_detector(
    inference: Inference, detector_settings: DetectorSettings
) -> None:
    begun = inference.generation
    picture = real_pictures()[0]
    assert inference.detect([picture], Priority.RECORDED, generation=begun).result(timeout=60)
    inference.configure(replace(detector_settings, image_size=SIZE)).result(timeout=60)
    with pytest.raises(DetectorChangedError):
        inference.detect([picture], Priority.RECORDED, generation=begun).result(timeout=60)
    inference.configure(detector_settings).result(timeout=60)
    assert cached("person.pt").exists()
