"""Runs a detector's OpenVINO form, with as little around it as possible.

Ultralytics' own predictor costs several milliseconds a picture beside the network, uses as many threads as there are
cores (a fifth more CPU time for the same picture), and keeps the input's shape open (slower, and INT8 models with open
shapes crash on some processors: https://github.com/openvinotoolkit/openvino/issues/37577). Here pictures go in as they
are, blue-green-red bytes; the network is compiled for the few shapes that occur.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from .. import environment
from ..failures import in_words
from .detections import MAX_DETECTIONS, MIN_SCORE, NOTHING, OVERLAP, Detections, Frame
from .model_head import HeadKind, ModelHead

_LOGGER = logging.getLogger(__name__)

_GRAY: Final = 114
"""What surrounds a picture that does not fill the network's input: what detectors are trained with."""
_MOST_SHAPES: Final = 6
_ENDS: Final = 6
"""Numbers per box of networks that choose their boxes themselves: four sides, score, class; more may follow."""
LIVE_THREADS: Final = 2
CPU: Final = "CPU"
_PRECISION: Final = "INFERENCE_PRECISION_HINT"


class UnsupportedModelError(Exception):
    """A network whose output is not understood here; Ultralytics runs it."""


class OpenVinoModel:
    """One network, for one image size. Not thread-safe.

    Raises:
        UnsupportedModelError: its output is of another kind than that of YOLO detectors, or than its head has.
    """

    def __init__(
        self,
        folder: Path,
        image_size: int,
        person_ids: list[int],
        head: ModelHead,
        *,
        threads: int = 1,
        device: str = CPU,
    ) -> None:
        if head.kind is HeadKind.OTHER:
            raise UnsupportedModelError("a head of an unknown kind")
        openvino = environment.library("openvino")
        self._core = openvino.Core()
        (description,) = folder.glob("*.xml")
        self._description = description
        self._image_size = image_size
        self._persons = np.asarray(person_ids)
        self.head = head
        self._device = device
        self._options: dict[str, Any] = {"PERFORMANCE_HINT": "LATENCY"}
        if device == CPU:
            self._options["INFERENCE_NUM_THREADS"] = threads
        if device == CPU and "BF16" in self._core.get_property("CPU", "OPTIMIZATION_CAPABILITIES"):
            # Half the time for the same persons.
            self._options[_PRECISION] = "bf16"
        self._requests: OrderedDict[tuple[int, int], Any] = OrderedDict()
        empty = np.zeros((image_size * 9 // 16, image_size, 3), np.uint8)
        try:
            self.detect(empty)
        except RuntimeError as error:
            if _PRECISION not in self._options:
                raise
            # It says that it can, and lacks an operation: where a hypervisor or a setting hides instructions.
            _LOGGER.info("This processor does not calculate in bfloat16 (%s): f32 it is", in_words(error))
            self._options[_PRECISION] = "f32"
            self.detect(empty)

    @property
    def shapes(self) -> list[tuple[int, int]]:
        """The heights and widths that the network is compiled for."""
        return list(self._requests)

    def warm(self, shapes: list[tuple[int, int]]) -> None:
        """Compile the network for these heights and widths now, not when the first picture waits for it."""
        for shape in shapes:
            self._request(shape)

    def _request(self, shape: tuple[int, int]) -> Any:
        request = self._requests.get(shape)
        if request is not None:
            self._requests.move_to_end(shape)
            return request
        openvino = environment.library("openvino")
        model = self._core.read_model(self._description)
        model.reshape({model.input(0): [1, 3, *shape]})
        steps = openvino.preprocess.PrePostProcessor(model)
        tensor = steps.input().tensor()
        tensor.set_element_type(openvino.Type.u8).set_layout(openvino.Layout("NHWC"))
        tensor.set_color_format(openvino.preprocess.ColorFormat.BGR)
        steps.input().model().set_layout(openvino.Layout("NCHW"))
        converted = steps.input().preprocess().convert_element_type(openvino.Type.f32)
        converted.convert_color(openvino.preprocess.ColorFormat.RGB).scale(255.0)
        request = self._core.compile_model(steps.build(), self._device, self._options).create_infer_request()
        if len(self._requests) >= _MOST_SHAPES:
            self._requests.popitem(last=False)
        self._requests[shape] = request
        return request

    def detect(self, picture: Frame) -> Detections:
        """Return the persons in a picture."""
        height, width = picture.shape[:2]
        scale = self._image_size / max(height, width)
        if scale < 1.0:
            size = max(1, round(width * scale)), max(1, round(height * scale))
            picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
        inner = picture.shape[:2]
        stride = self.head.stride
        outer = (-(-inner[0] // stride) * stride, -(-inner[1] // stride) * stride)
        top, left = (outer[0] - inner[0]) // 2, (outer[1] - inner[1]) // 2
        if outer != inner:
            padded = np.full((*outer, 3), _GRAY, np.uint8)
            padded[top : top + inner[0], left : left + inner[1]] = picture
            picture = padded
        output = self._request(outer).infer({0: np.ascontiguousarray(picture)[None]})
        boxes, scores = self._persons_of(np.asarray(output[0][0], np.float32))
        boxes = (boxes - [left, top, left, top]) / [inner[1], inner[0], inner[1], inner[0]]
        return Detections(boxes.astype(np.float32).clip(0.0, 1.0), scores) if len(scores) else NOTHING

    def _persons_of(self, output: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return boxes (left, top, right, bottom, in pixels of the input) and scores, the best first."""
        head = self.head
        if head.kind is HeadKind.GRID and output.shape[0] == 4 + head.classes + head.extra:
            of_classes = output[4 : 4 + head.classes]
            best = of_classes.max(axis=0)
            likely = np.flatnonzero(best >= MIN_SCORE)
            likely = likely[np.isin(of_classes[:, likely].argmax(axis=0), self._persons)]
            if not len(likely):
                return np.zeros((0, 4), np.float32), np.zeros(0, np.float32)
            x, y, width, height = output[:4, likely]
            corners = np.stack([x - width / 2, y - height / 2, width, height], axis=1)
            chosen = cv2.dnn.NMSBoxes(corners.tolist(), best[likely].tolist(), MIN_SCORE, OVERLAP)
            kept = np.asarray(chosen, np.intp).reshape(-1)[:MAX_DETECTIONS]
            corners[:, 2:] += corners[:, :2]
            return corners[kept].astype(np.float32), best[likely][kept]
        if head.kind is HeadKind.END_TO_END and output.shape[1:] == (_ENDS + head.extra,):
            keep = (output[:, 4] >= MIN_SCORE) & np.isin(output[:, 5].astype(int), self._persons)
            return output[keep, :4][:MAX_DETECTIONS], output[keep, 4][:MAX_DETECTIONS]
        raise UnsupportedModelError(f"an output of {output.shape}, which is not that of its head")
