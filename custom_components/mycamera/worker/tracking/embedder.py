"""Runs a person re-identification model: crops of persons go in, and for each comes what it looks like, as a vector.

Such a model is a user's own: an ONNX file, as OSNet and its like are exported, or OpenVINO's form. It runs by OpenVINO,
which the worker has for its detector, on the processor, in single precision everywhere: vectors of one model are
compared though several machines made them.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from .. import environment
from ..detection.comparison import real_pictures
from ..detection.detections import Frame
from ..failures import JobError, ModelInvalidError, ModelMissingError, in_words
from ..protocol.values import Box
from .calibration import Calibration
from .embedding import MODEL_BYTES, Embedding, embedding_of

_LOGGER = logging.getLogger(__name__)

_USUAL: Final = (256, 128)
"""Height and width of what goes in, where the model takes any."""
_MEAN: Final = np.array([0.485, 0.456, 0.406], np.float32)
_DEVIATION: Final = np.array([0.229, 0.224, 0.225], np.float32)
"""Of red, green and blue in ImageNet's pictures, from 0 to 1: what such models are trained with."""
_OWN_SCALING: Final = frozenset({"Add", "Divide", "Multiply", "Subtract"})
_MOST_AT_ONCE: Final = 8
_PICTURES: Final = 4
"""Dimensions of what goes in: crops, colours, height, width."""
_COLOURS: Final = 3
_LEAST_SIZE: Final = 12
"""Pixels, of a crop's height; less shows nobody."""
_NUMBERS: Final = (16, 8192)
"""How many a vector may have."""
_AGREE: Final = 1e-3
"""How far apart the vectors of one crop may be, alone and among others."""
_APART: Final = 1e-3
"""How much those of different persons, of length 1, must differ: what says the same of all says nothing."""
_TRIED: Final[tuple[Box, ...]] = ((0.02, 0.05, 0.45, 0.98), (0.55, 0.05, 0.98, 0.98))
"""Of a trial picture, with a person in each."""
_SUFFIXES: Final = frozenset({".onnx", ".xml"})


class Embedder:
    """One model, ready for use. Any thread may ask it; one is answered after the other.

    Raises:
        ModelMissingError: there is no such file.
        ModelInvalidError: it is no re-identification model, or fails on pictures of persons.
    """

    def __init__(self, name: str) -> None:
        self.path = _find(name)
        self.model = _digest(self.path)
        self.calibration = Calibration()
        self._lock = threading.Lock()
        try:
            self._open()
            self._try()
        except JobError:
            raise
        except Exception as error:
            _LOGGER.debug("Opening %s failed", self.path.name, exc_info=True)
            raise self._invalid(f"cannot be used ({in_words(error)})") from error

    def _invalid(self, why: str) -> ModelInvalidError:
        return ModelInvalidError(f"The re-identification model {self.path.name} {why}.")

    def _open(self) -> None:
        try:
            openvino = environment.library("openvino")
        except ImportError as error:
            raise self._invalid(
                "needs the Python package openvino, which is not installed where the worker runs"
            ) from error
        core = openvino.Core()
        network = core.read_model(self.path)
        shape = list(network.input(0).partial_shape) if len(network.inputs) == 1 else []
        if len(shape) != _PICTURES or (shape[1].is_static and shape[1].get_length() != _COLOURS):
            raise self._invalid("does not take pictures of three colours, the colours before height and width")
        height, width = shape[2:]
        self.size = tuple(
            side.get_length() if side.is_static else usual for side, usual in zip((height, width), _USUAL, strict=True)
        )
        self._scales_itself = _scales_itself(network)
        options = {
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_NUM_THREADS": 1,
            "INFERENCE_PRECISION_HINT": "f32",
        }
        self.most_at_once = 1
        try:
            network.reshape(
                {network.input(0): openvino.PartialShape([openvino.Dimension(1, _MOST_AT_ONCE), _COLOURS, *self.size])}
            )
            self._request = core.compile_model(network, "CPU", options).create_infer_request()
            if self._takes_several():
                self.most_at_once = _MOST_AT_ONCE
                return
        except RuntimeError:
            _LOGGER.debug("%s takes one crop at a time", self.path.name, exc_info=True)
        network = core.read_model(self.path)
        network.reshape({network.input(0): [1, _COLOURS, *self.size]})
        self._request = core.compile_model(network, "CPU", options).create_infer_request()

    def _takes_several(self) -> bool:
        """Return whether crops together give what each gives alone: some exports only claim to take several."""
        crops = [self._crop(picture, box) for picture in real_pictures()[:1] for box in _TRIED]
        blob = np.stack([crop for crop in crops if crop is not None])
        together = self._infer(blob)
        alone = np.concatenate([self._infer(blob[at : at + 1]) for at in range(len(blob))])
        return together.shape == alone.shape and bool(np.allclose(together, alone, rtol=1e-2, atol=_AGREE))

    def _try(self) -> None:
        """See whether the model tells two persons of a photograph apart.

        Raises:
            ModelInvalidError: it does not, or what comes out is no vector.
        """
        picture = real_pictures()[1]
        with self._lock:
            blob = np.stack([crop for box in _TRIED if (crop := self._crop(picture, box)) is not None])
            vectors = np.concatenate([self._infer(blob[at : at + 1]) for at in range(len(blob))])
        least, most = _NUMBERS
        if not least <= vectors.shape[1] <= most:
            raise self._invalid(f"gives {vectors.shape[1]} numbers of a person, which is no vector to compare")
        if not np.isfinite(vectors).all():
            raise self._invalid("gives numbers of a person that are none")
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        if not lengths.all() or np.linalg.norm(np.diff(vectors / lengths, axis=0)) < _APART:
            raise self._invalid("says the same of two different persons")

    def describe(self, picture: Frame, boxes: Sequence[Box]) -> list[Embedding | None]:
        """Return what the persons in some boxes of a picture look like; None where a box is too small to tell.

        Raises:
            ModelInvalidError: the model fails. That is its own fault, never the picture's.
        """
        crops = [self._crop(picture, box) for box in boxes]
        chosen = [crop for crop in crops if crop is not None]
        limits = self.calibration.limits
        try:
            with self._lock:
                vectors = [
                    vector
                    for at in range(0, len(chosen), self.most_at_once)
                    for vector in self._infer(np.stack(chosen[at : at + self.most_at_once]))
                ]
        except Exception as error:
            _LOGGER.exception("The re-identification model failed on a picture")
            raise self._invalid(f"fails on a picture ({in_words(error)})") from error
        told = iter(vectors)
        return [None if crop is None else embedding_of(self.model, next(told), limits) for crop in crops]

    def _crop(self, picture: Frame, box: Box) -> npt.NDArray[np.float32] | None:
        """Return what goes in of a person: colours x height x width."""
        high, wide = picture.shape[:2]
        left, right = int(max(0.0, box[0]) * wide), int(np.ceil(min(1.0, box[2]) * wide))
        top, bottom = int(max(0.0, box[1]) * high), int(np.ceil(min(1.0, box[3]) * high))
        part = picture[top:bottom, left:right]
        if part.shape[0] < _LEAST_SIZE or part.shape[1] < _LEAST_SIZE // 2:
            return None
        height, width = self.size
        scaled = cv2.resize(part, (width, height), interpolation=cv2.INTER_LINEAR)
        values = np.asarray(scaled, np.float32)
        if not self._scales_itself:
            values = np.asarray((values[..., ::-1] / 255 - _MEAN) / _DEVIATION, np.float32)
        return np.ascontiguousarray(values.transpose(2, 0, 1), np.float32)

    def _infer(self, blob: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return the vectors of some crops, as rows."""
        output = self._request.infer({0: blob})
        return np.array(output[0], np.float32).reshape(len(blob), -1)


def _scales_itself(network: Any) -> bool:
    """Return whether a network begins with arithmetic: then it takes blue, green and red, as they are from 0 to 255."""
    (first,) = list(network.input(0).get_target_inputs())[:1]
    return str(first.get_node().get_type_name()) in _OWN_SCALING


def _find(name: str) -> Path:
    """Return a model's file: as given, in the models folder, or the one in a folder."""
    given = Path(name).expanduser()
    path = given if given.is_absolute() else environment.models_folder() / given
    if not path.exists():
        raise ModelMissingError(
            f"There is no re-identification model at {path} on the machine where the worker runs. Put the file there: "
            "none is downloaded."
        )
    if path.is_dir():
        found = [each for each in sorted(path.iterdir()) if each.suffix.lower() in _SUFFIXES]
        if len(found) != 1:
            raise ModelInvalidError(
                f"The folder {path.name} does not hold one re-identification model, but {len(found)}."
            )
        path = found[0]
    if path.suffix.lower() not in _SUFFIXES:
        raise ModelInvalidError(
            f"The re-identification model {path.name} is neither an ONNX file nor OpenVINO's form (.onnx, .xml)."
        )
    return path


def _digest(path: Path) -> bytes:
    """Return what names a model: by its content, so that vectors of a changed file are not compared with others."""
    digest = hashlib.blake2b(digest_size=MODEL_BYTES)
    for each in (path, path.with_suffix(".bin")):
        if each.exists():
            with each.open("rb") as file:
                while part := file.read(1 << 20):
                    digest.update(part)
    return digest.digest()
