"""Re-identification models: which are taken into use, how they are asked, and what is said of those that are none."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import pytest
from mycamera_worker import environment
from mycamera_worker.detection.comparison import real_pictures
from mycamera_worker.detection.detector import Detector
from mycamera_worker.failures import JobError
from mycamera_worker.protocol.configuration import DetectorSettings
from mycamera_worker.protocol.values import Box
from mycamera_worker.reidentification import Reidentification
from mycamera_worker.tracking.embedder import Embedder
from mycamera_worker.tracking.embedding import EMBEDDING_BYTES, distance, packed_embedding
from mycamera_worker.tracking.recognition import Portraits
from mycamera_worker.tracking.track import Finding
from onnx import TensorProto, helper, numpy_helper

from .networks import gratings, network, openvino, ops, random_filters, saved

LEFT: Box = (0.02, 0.05, 0.45, 0.98)
RIGHT: Box = (0.55, 0.05, 0.98, 0.98)
TINY: Box = (0.5, 0.5, 0.505, 0.505)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(network(gratings()), tmp_path_factory.mktemp("model") / "gratings.xml")


def onnx_file(path: Path, *, numbers: int = 600, first: str | None = None) -> Path:
    """Write an ONNX file as OSNet's are: one convolution, one mean, one product; fixed to one crop."""
    random = np.random.default_rng(3)
    filters = random.normal(0, 0.2, (16, 3, 7, 7)).astype(np.float32)
    product = random.normal(0, 0.2, (16, numbers)).astype(np.float32)
    nodes = [
        helper.make_node("Conv", ["scaled" if first else "crop", "filters"], ["answers"], strides=[4, 4]),
        helper.make_node("Relu", ["answers"], ["strong"]),
        helper.make_node("GlobalAveragePool", ["strong"], ["parts"]),
        helper.make_node("Flatten", ["parts"], ["flat"]),
        helper.make_node("MatMul", ["flat", "product"], ["features"]),
    ]
    if first:
        nodes.insert(0, helper.make_node(first, ["crop", "by"], ["scaled"]))
    graph = helper.make_graph(
        nodes,
        "person",
        [helper.make_tensor_value_info("crop", TensorProto.FLOAT, [1, 3, 128, 64])],
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, numbers])],
        [
            numpy_helper.from_array(filters, "filters"),
            numpy_helper.from_array(product, "product"),
            numpy_helper.from_array(np.array([255.0], np.float32), "by"),
        ],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), path)
    return path


def test_two_persons_of_a_photograph_are_told_apart(model: Path) -> None:
    embedder = Embedder(str(model))
    left, right, none = embedder.describe(real_pictures()[1], [LEFT, RIGHT, TINY])
    again, *_ = embedder.describe(real_pictures()[1], [LEFT])
    assert none is None
    assert left is not None
    assert np.linalg.norm(left.vector) == pytest.approx(1, abs=1e-5)
    assert distance(left, again) == pytest.approx(0, abs=1e-4)
    apart = distance(left, right)
    assert apart is not None
    assert apart > 0.001
    assert left.limits is None, "nothing is known of it yet"


def test_crops_of_a_picture_go_in_together_where_the_model_takes_several(model: Path) -> None:
    embedder = Embedder(str(model))
    assert embedder.most_at_once == 8
    asked: list[int] = []
    infer = embedder._infer
    embedder._infer = lambda blob: (asked.append(len(blob)), infer(blob))[1]  # type: ignore[method-assign, func-returns-value]
    boxes: list[Box] = [(0.1 * n, 0.1, 0.1 * n + 0.1, 0.9) for n in range(10)]
    together = embedder.describe(real_pictures()[0], boxes)
    assert asked == [8, 2]
    for box, one in zip(boxes, together, strict=True):
        (alone,) = embedder.describe(real_pictures()[0], [box])
        assert distance(alone, one) == pytest.approx(0, abs=1e-4)


def test_onnx_files_are_read_with_their_own_size_and_for_one_crop_alone(tmp_path: Path) -> None:
    embedder = Embedder(str(onnx_file(tmp_path / "osnet.onnx")))
    assert embedder.size == (128, 64)
    left, right = embedder.describe(real_pictures()[1], [LEFT, RIGHT])
    assert left is not None
    assert len(left.vector) == 512, "more numbers are folded"
    assert len(packed_embedding(left)) == EMBEDDING_BYTES
    assert distance(left, right) != 0


def test_a_network_that_scales_itself_gets_bytes_as_they_are(tmp_path: Path) -> None:
    """Blue first, 0 to 255; others get what OSNet and its like are trained with."""
    picture = np.zeros((200, 100, 3), np.uint8)
    picture[:] = (10, 100, 200)
    whole: Box = (0.0, 0.0, 1.0, 1.0)
    trained = Embedder(str(saved(network(gratings()), tmp_path / "trained.xml")))
    scaled = Embedder(str(saved(network(gratings(), scale=255.0), tmp_path / "scaled.xml")))
    blob = trained._crop(picture, whole)
    assert blob is not None
    red = (200 / 255 - 0.485) / 0.229, (100 / 255 - 0.456) / 0.224, (10 / 255 - 0.406) / 0.225
    assert blob[:, 5, 5] == pytest.approx(red, abs=1e-5)
    blob = scaled._crop(picture, whole)
    assert blob is not None
    assert blob[:, 5, 5] == pytest.approx((10, 100, 200))
    assert Embedder(str(onnx_file(tmp_path / "div.onnx", first="Div")))._scales_itself


def test_models_are_told_apart_by_their_content(model: Path, tmp_path: Path) -> None:
    for suffix in (".xml", ".bin"):
        shutil.copy(model.with_suffix(suffix), tmp_path / f"another name{suffix}")
    same = tmp_path / "another name.xml"
    other = saved(network(gratings((6, 12, 20))), tmp_path / "gratings.xml")
    assert Embedder(str(same)).model == Embedder(str(model)).model
    assert Embedder(str(other)).model != Embedder(str(model)).model


def test_a_model_is_found_in_the_models_folder_and_in_a_folder(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "models_folder", lambda: tmp_path)
    saved(network(gratings()), tmp_path / "mine.xml")
    assert Embedder("mine.xml").path == tmp_path / "mine.xml"
    assert Embedder(str(model.parent)).path == model


def nothing(path: Path) -> None:
    """Write no file."""


def text(path: Path) -> None:
    path.write_text("no network")


def constant(path: Path) -> None:
    saved(network(gratings(), times=0.0, plus=1.0), path)


def zero(path: Path) -> None:
    saved(network(gratings(), times=0.0), path)


def infinite(path: Path) -> None:
    saved(network(gratings(), times=float("nan")), path)


def few(path: Path) -> None:
    saved(network(gratings()[:2]), path)


def a_picture(path: Path) -> None:
    taken = ops.parameter([-1, 3, 256, 128], np.float32)
    saved(openvino.Model([ops.convolution(taken, gratings(), [1, 1], [0, 0], [0, 0], [1, 1])], [taken], "p"), path)


def two_inputs(path: Path) -> None:
    one, other = (ops.parameter([1, 3, 256, 128], np.float32) for _ in range(2))
    saved(openvino.Model([ops.add(one, other)], [one, other], "p"), path)


def colours_last(path: Path) -> None:
    taken = ops.parameter([1, 256, 128, 3], np.float32)
    saved(openvino.Model([ops.reduce_mean(taken, np.array([3]))], [taken], "p"), path)


@pytest.mark.parametrize(
    ("make", "name", "code", "words"),
    [
        (nothing, "osnet.onnx", "model_missing", "no re-identification model at"),
        (text, "osnet.onnx", "model_invalid", "cannot be used"),
        (text, "osnet.pt", "model_invalid", "neither an ONNX file nor"),
        (constant, "m.xml", "model_invalid", "says the same of two different persons"),
        (zero, "m.xml", "model_invalid", "says the same of two different persons"),
        (infinite, "m.xml", "model_invalid", "numbers of a person that are none"),
        (few, "m.xml", "model_invalid", "gives 8 numbers of a person"),
        (a_picture, "m.xml", "model_invalid", "which is no vector to compare"),
        (two_inputs, "m.xml", "model_invalid", "does not take pictures of three colours"),
        (colours_last, "m.xml", "model_invalid", "does not take pictures of three colours"),
        (Path.mkdir, "folder", "model_invalid", "does not hold one re-identification model, but 0"),
    ],
)
def test_what_is_no_such_model_is_refused_and_nothing_else_fails(
    make: object, name: str, code: str, words: str, tmp_path: Path
) -> None:
    assert callable(make)
    make(tmp_path / name)
    owner = Reidentification()
    problem = owner.configure(str(tmp_path / name)).result()
    assert problem is not None
    assert (problem.code, words in problem.message) == (code, True), problem.message
    assert owner.problem == problem.message
    assert owner.portraits(real_pictures()[0]) is None
    assert owner.configure("").result() is None, "and without one nothing is wrong"
    assert owner.problem == ""


def test_a_model_that_fails_later_is_not_used_any_more_until_it_is_configured_again(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = Reidentification()
    assert owner.configure(str(model)).result() is None
    portraits = owner.portraits(real_pictures()[0])
    assert portraits is not None
    with monkeypatch.context() as broken:

        def fail(*_: object) -> None:
            raise RuntimeError("the primitive is exhausted")

        broken.setattr(Embedder, "_infer", fail)
        findings = [Finding(LEFT, 0.9), Finding(RIGHT, 0.9)]
        portraits.take(findings)
        assert [seen.embedding for seen in findings] == [None, None]
    assert owner.problem == "The re-identification model gratings.xml fails on a picture (the primitive is exhausted)."
    assert owner.portraits(real_pictures()[0]) is None
    assert owner.configure(str(model)).result() is None
    assert owner.problem == ""
    assert owner.portraits(real_pictures()[0]) is not None


def test_a_model_in_use_stays_with_what_was_learnt_of_it(model: Path) -> None:
    owner = Reidentification()
    learnt = []
    for _ in range(2):
        assert owner.configure(str(model)).result() is None
        portraits = owner.portraits(real_pictures()[0])
        assert isinstance(portraits, Portraits)
        learnt.append(portraits.network.calibration)
    assert learnt[0] is learnt[1]


def test_what_a_crop_costs_is_told_beside_a_picture_of_the_detector(
    detector_settings: DetectorSettings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No limit: how quick a machine is decides nothing. The network is as large as a small OSNet: 0.1 billion steps."""
    embedder = Embedder(str(saved(network(random_filters(1, 64)), tmp_path / "m.xml")))
    detector = Detector(detector_settings)
    picture = real_pictures()[2]
    boxes: list[Box] = [(0.2 * n, 0.1, 0.2 * n + 0.2, 0.9) for n in range(4)]
    seconds = {}
    for name, ask in (
        ("detector", lambda: detector.detect([picture])),
        ("4 crops", lambda: embedder.describe(picture, boxes)),
    ):
        ask()
        began = time.process_time()
        for _ in range(3):
            ask()
        seconds[name] = (time.process_time() - began) / 3
    ratio = seconds["4 crops"] / 4 / seconds["detector"]
    with capsys.disabled():
        sys.stdout.write(f"\na crop costs {ratio:.3f} of a picture of the detector\n")
    assert seconds["detector"] > 0


def test_a_problem_is_a_job_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(JobError, match="none is downloaded"):
        Embedder(str(tmp_path / "nowhere.onnx"))
