"""Finds persons in pictures: what Ultralytics loads, in the fastest form that this machine has for it.

A `Detector` belongs to one thread. Every form is tried on real pictures of the shapes that cameras have: the model as
it came when it is loaded, a faster form before it is used in its place. Only files that the user has chosen, or the
official ones that Ultralytics publishes, are loaded, and none that would run what is in it (see `loading`).
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import util
from pathlib import Path
from typing import Any, Final

import numpy as np

from .. import environment
from ..downloads import KNOWN, DownloadError, Downloads, fetch, weights_addresses
from ..failures import JobError, ModelInvalidError, ModelMissingError, NoPersonClassError, OutOfMemoryError, in_words
from ..protocol.configuration import DetectorSettings
from .comparison import agreement, real_pictures
from .detections import MAX_DETECTIONS, MIN_SCORE, NOTHING, OVERLAP, Detections, Frame
from .device_choice import DeviceChoice, choose_device, forget
from .export import openvino_export
from .loading import check_harmless
from .model_head import HeadKind, exported_head, head_of
from .openvino_model import CPU, LIVE_THREADS, OpenVinoModel, UnsupportedModelError
from .quantization import quantized_form

_LOGGER = logging.getLogger(__name__)

__all__ = ["Detections", "Detector", "Frame", "find_model", "model_label"]

_EXPORTABLE: Final = ".pt"
_TASKS: Final = frozenset({"detect", "segment", "pose"})
"""What else than boxes a model finds does not matter: they are boxes of persons, too."""
_SAME_PERSONS: Final = 0.9
"""Share of the persons on the trial pictures that two forms of a model must agree on, each way. They show some twenty;
one whose score lies at the limit may differ by rounding."""
_CORNER: Final = 0.02
"""Share of the picture within which nobody is: what lies there is no boxes, but numbers that were taken for them."""
_RUNTIMES: Final = {
    ".onnx": "onnxruntime",
    ".engine": "tensorrt",
    ".tflite": "ai-edge-litert",
    ".mlpackage": "coremltools",
    ".pb": "tensorflow",
}
"""The package that runs a format, where it is not PyTorch or OpenVINO, which every worker has."""


def model_label(settings: DetectorSettings) -> str:
    """Return the name by which results refer to a detector."""
    return Path(settings.model).name


class Detector:
    """One detector, loaded. Not thread-safe.

    Raises:
        ModelMissingError: no such file, and it could not be downloaded.
        ModelInvalidError: not a detector that Ultralytics can load, or one that fails on a picture.
        NoPersonClassError: none of its classes counts as a person.
    """

    def __init__(self, settings: DetectorSettings, downloads: Downloads | None = None) -> None:
        """Load it; where that is a download, tell `downloads` of it."""
        torch = environment.library("torch")
        environment.library("ultralytics").settings.update({"sync": False})
        self.settings = settings
        self.cuda = torch.cuda.is_available()
        self.device = "cuda:0" if self.cuda else "cpu"
        # Several pictures at once cost a CPU as much as one after the other, and the first would wait for the last.
        self.max_batch = 16 if self.cuda else 1
        self.prepared = False
        self.exported: Path | None = None
        """The folder of the OpenVINO form, before it is quantised; None where none is in use."""
        self.device_choice = DeviceChoice(self.device, "", 0.0)
        """What the detector runs on, once it is prepared."""
        self._fallback: Path | None = None
        """The export that the processor goes on with where another device fails; None where it is in use."""
        self._native: dict[int, OpenVinoModel] = {}
        """By the number of threads: one costs the least, more answer sooner."""
        self._path = find_model(settings.model, settings.mirror, downloads or Downloads())
        self._model: Any = self._load(self._path)
        names = getattr(self._model, "names", None) or {}
        self.classes: tuple[str, ...] = tuple(str(name).strip() for name in names.values())
        wanted = {name.strip().casefold() for name in settings.person_classes}
        self._person_ids = [int(i) for i, name in names.items() if str(name).strip().casefold() in wanted]
        if not self._person_ids:
            known = ", ".join(self.classes[:100]) or "none"
            raise NoPersonClassError(
                f"The detector {model_label(settings)} has none of the person classes "
                f"{', '.join(settings.person_classes)}; it knows: {known}.",
                self.classes,
            )
        self._head = head_of(self._model, len(self.classes))
        size, stride = settings.image_size or self._head.image_size, self._head.stride
        self.image_size = -(-size // stride) * stride
        """The longer side to which pictures are scaled down, pixels."""
        self._trial = real_pictures()
        self._expected = self._try()

    def _try(self) -> list[Detections]:
        """Return what the model as it came finds on the trial pictures, and learn from the first what size it takes.

        Raises:
            ModelInvalidError: it fails on one of them, or its output is not what its library takes it for.
        """
        try:
            found = [self._try_on(picture) for picture in self._trial]
        except Exception as error:
            if _is_out_of_memory(error):
                self._after_out_of_memory(1)
            _LOGGER.debug("Trying %s failed", self._path.name, exc_info=True)
            raise ModelInvalidError(self._why_it_fails(error)) from error
        boxes = np.concatenate([each.boxes for each in found])
        if len(boxes) and boxes.max() < _CORNER:
            # RT-DETR for two classes has six numbers a box as well, and older exports do not tell their head.
            raise ModelInvalidError(
                f"The detector {self._path.name} is read wrongly: all that it finds lies in the picture's corner. "
                "Export it anew with the present Ultralytics, or choose the model's .pt file."
            )
        return found

    def _try_on(self, picture: Frame) -> Detections:
        found = _to_detections(self._predict(self._model, [picture])[0])
        if self._path.suffix != _EXPORTABLE:
            # Opened only by the first picture, and it may take one size alone: older Ultralytics go by that only once.
            self.image_size = int(max(self._model.predictor.imgsz))
        return found

    def _why_it_fails(self, error: Exception) -> str:
        return _missing_runtime(self._path) or f"The detector {self._path.name} fails on a picture ({in_words(error)})."

    def _load(self, path: Path) -> Any:
        check_harmless(path)
        try:
            model = environment.library("ultralytics").YOLO(
                str(path), task=None if path.suffix == _EXPORTABLE else "detect", verbose=False
            )
            # Exported models are only opened when first used; what they are must be known now.
            _ = model.names
        except JobError:
            raise
        except Exception as error:
            _LOGGER.debug("Loading %s failed", path.name, exc_info=True)
            raise ModelInvalidError(
                _missing_runtime(path)
                or f"{path.name} is not a detector that Ultralytics can load ({in_words(error)})."
            ) from error
        if model.task not in _TASKS:
            raise ModelInvalidError(
                f"{path.name} is a model for {model.task}, which finds no upright boxes of persons."
            )
        return model

    def prepare(self) -> None:
        """Bring the model into the fastest form for this device and warm it up. May take half a minute, once."""
        if self.prepared:
            return
        started = time.monotonic()
        if self._path.suffix == _EXPORTABLE and self._head.kind is not HeadKind.OTHER and not self.cuda:
            exported = openvino_export(self._path, self.image_size)
            if exported is not None:
                self._use_export(exported)
        if not self.device_choice.name:
            self.device_choice = replace(self.device_choice, name=environment.describe_device())
        self.prepared = True
        _LOGGER.info(
            "Detector %s is ready on %s after %.1f s", self._path.name, self.device, time.monotonic() - started
        )

    def _use_export(self, exported: Path) -> None:
        """Take the OpenVINO form into use, if it sees what the model itself sees; else the model runs as it came."""
        try:
            opened = self.open_export(exported, 1)
            self._compare(opened)
            choice = choose_device(
                self.settings.device,
                exported,
                lambda device: opened if device == CPU else self.open_export(exported, 1, device),
                self._trial,
                self._expected,
            )
            if choice.device == CPU:
                self._use_processor(exported, choice)
            else:
                self.adopt({1: self.open_export(exported, 1, choice.device)})
                self._fallback, self.device_choice = exported, choice
        except UnsupportedModelError as error:
            _LOGGER.info("%s has %s: it runs as it is", self._path.name, error)
        except (RuntimeError, OSError, ValueError):
            _LOGGER.warning("The OpenVINO export of %s does not run; using it as it is", self._path.name, exc_info=True)

    def _use_processor(self, exported: Path, choice: DeviceChoice) -> None:
        """Run the OpenVINO form, or what was quantised of it, on the processor."""
        quantized = quantized_form(exported)
        self.adopt(self.open_all(exported if quantized is None else quantized))
        self.exported, self._fallback, self.device_choice = exported, None, choice

    def _leave_device(self, error: Exception) -> bool:
        """Go on with the processor where another device has failed; return whether that is so."""
        exported = self._fallback
        if exported is None:
            return False
        failed = self.device_choice.name
        _LOGGER.warning("The detector failed on %s; it goes on with the processor", failed, exc_info=error)
        forget(exported)
        problem = f"{failed} has failed ({in_words(error)}). Until the worker starts again the processor does its work."
        self._use_processor(exported, DeviceChoice(CPU, CPU, 0.0, problem))
        return True

    def _compare(self, model: OpenVinoModel) -> None:
        """See whether a form finds the persons that the model itself finds.

        Raises:
            UnsupportedModelError: it does not.
        """
        got = [model.detect(picture) for picture in self._trial]
        found, invented = agreement(self._expected, got), agreement(got, self._expected)
        if min(found, invented) < _SAME_PERSONS:
            raise UnsupportedModelError(
                f"an OpenVINO form that finds {found:.0%} of its persons, and {1 - invented:.0%} others"
            )

    @property
    def native(self) -> Mapping[int, OpenVinoModel]:
        """The OpenVINO forms in use, by their number of threads; empty where Ultralytics runs the model."""
        return self._native

    @property
    def stride(self) -> int:
        """Both sides of the pictures that the network takes are multiples of this, pixels."""
        return self._head.stride

    def open_export(self, folder: Path, threads: int, device: str = CPU) -> OpenVinoModel:
        """Open an OpenVINO form of this detector, which then belongs to the caller.

        Raises:
            UnsupportedModelError: its output is of an unknown kind.
        """
        head = exported_head(self._head, folder)
        return OpenVinoModel(folder, self.image_size, self._person_ids, head, threads=threads, device=device)

    def open_all(self, folder: Path) -> dict[int, OpenVinoModel]:
        """Open an OpenVINO form as this detector would use it: by number of threads, for the shapes in use.

        Takes a second or two, so it may be called from another thread than the detector's.

        Raises:
            UnsupportedModelError: its output is of an unknown kind.
        """
        in_use = sorted({shape for model in list(self._native.values()) for shape in model.shapes})
        opened = {}
        for threads in {1, min(LIVE_THREADS, os.cpu_count() or 1)}:
            opened[threads] = self.open_export(folder, threads)
            opened[threads].warm(in_use)
        return opened

    def adopt(self, models: dict[int, OpenVinoModel]) -> None:
        """Use these from now on."""
        self._native = models
        self._model = None  # PyTorch's form is not needed any more, and takes memory

    def _predict(self, model: Any, frames: Sequence[Frame]) -> list[Any]:
        results: list[Any] = model.predict(
            list(frames),
            imgsz=self.image_size,
            conf=MIN_SCORE,
            iou=OVERLAP,
            classes=self._person_ids,
            agnostic_nms=True,
            max_det=MAX_DETECTIONS,
            device=self.device,
            half=self.cuda,
            batch=len(frames),
            verbose=False,
            save=False,
        )
        return results

    def detect(self, frames: Sequence[Frame], *, urgent: bool = False) -> list[Detections]:
        """Return the persons in each picture, with scores from 0.05 up; urgent ones sooner, at a higher price.

        Raises:
            OutOfMemoryError: not even one picture fits into the device's memory.
            ModelInvalidError: the model fails on a picture. That is the model's fault, never the picture's.
        """
        self.prepare()
        if self._native:
            model = self._native[max(self._native) if urgent else 1]
            try:
                return [model.detect(frame) for frame in frames]
            except Exception as error:
                if self._leave_device(error):
                    return self.detect(frames, urgent=urgent)
                if _is_out_of_memory(error):
                    self._after_out_of_memory(1)
                _LOGGER.exception("The detector failed on a picture")
                raise ModelInvalidError(self._why_it_fails(error)) from error
        found: list[Detections] = []
        position = 0
        while position < len(frames):
            batch = frames[position : position + self.max_batch]
            try:
                results = self._predict(self._model, batch)
            except Exception as error:
                if not _is_out_of_memory(error):
                    _LOGGER.exception("The detector failed on a picture")
                    raise ModelInvalidError(self._why_it_fails(error)) from error
                self._after_out_of_memory(len(batch))
                continue
            found.extend(_to_detections(result) for result in results)
            position += len(batch)
        return found

    def _after_out_of_memory(self, size: int) -> None:
        if self.cuda:
            environment.library("torch").cuda.empty_cache()
        if size == 1:
            raise OutOfMemoryError("The device has not enough memory for a single picture; a smaller detector may fit.")
        self.max_batch = size // 2
        _LOGGER.warning("Out of memory: the detector now takes %d pictures at once", self.max_batch)


def _to_detections(result: Any) -> Detections:
    boxes = result.boxes
    if boxes is None or len(boxes) == 0:
        return NOTHING
    corners = boxes.xyxyn.cpu().numpy().astype(np.float32).clip(0.0, 1.0)
    scores = boxes.conf.cpu().numpy().astype(np.float32)
    return Detections(corners, scores)


def _is_out_of_memory(error: Exception) -> bool:
    return isinstance(error, MemoryError) or "out of memory" in str(error).lower()


def _missing_runtime(path: Path) -> str | None:
    """Return what to say of a format whose runtime is not installed; None where it is, or none is needed."""
    package = _RUNTIMES.get(path.suffix)
    if package is None or util.find_spec(package.replace("-", "_")) is not None:
        return None
    return (
        f"{path.name} needs the Python package {package}, which is not installed where the worker runs. "
        "Install it there, or choose the model's .pt file."
    )


def find_model(name: str, mirror: str, downloads: Downloads) -> Path:
    """Return the local path of a model: as given, in the models folder, or freshly downloaded into it.

    Raises:
        ModelMissingError: there is no such file, and it could not be downloaded.
    """
    given = Path(name).expanduser()
    if given.exists():
        return given
    if given.name != name:
        raise ModelMissingError(f"There is no detector at {name}; check the path on the machine where the worker runs.")
    kept = environment.models_folder() / name
    if not kept.exists():
        _download(kept, mirror, downloads)
    return kept


def _download(target: Path, mirror: str, downloads: Downloads) -> None:
    try:
        fetch(weights_addresses(target.name, mirror), target, sha256=KNOWN.get(target.name), downloads=downloads)
    except (DownloadError, OSError) as error:
        _LOGGER.debug("Downloading %s failed", target.name, exc_info=True)
        raise ModelMissingError(
            f"The detector {target.name} is not on this machine and could not be downloaded ({in_words(error)}). "
            f"Put the file at {target}, choose the path of a detector that is already there, or name a mirror."
        ) from error
