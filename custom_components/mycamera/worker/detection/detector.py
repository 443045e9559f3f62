"""Finds persons in pictures: what Ultralytics loads, in the fastest form that this machine has for it.

A `Detector` belongs to one thread. Only files that the user has chosen, or the official ones that Ultralytics
publishes, are loaded, and none that would run what is in it (see `loading`).
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from .. import environment
from ..failures import JobError, ModelInvalidError, ModelMissingError, NoPersonClassError, OutOfMemoryError
from ..protocol import DetectorSettings
from .detections import MAX_DETECTIONS, MIN_SCORE, NOTHING, OVERLAP, Detections, Frame
from .export import openvino_export
from .loading import check_harmless
from .openvino_model import LIVE_THREADS, OpenVinoModel, UnsupportedModelError
from .quantization import quantized_form

_LOGGER = logging.getLogger(__name__)

__all__ = ["Detections", "Detector", "Frame", "model_label"]

_EXPORTABLE: Final = ".pt"


def model_label(settings: DetectorSettings) -> str:
    """Return the name by which results refer to a detector."""
    return Path(settings.model).name


class Detector:
    """One detector, loaded. Not thread-safe.

    Raises:
        ModelMissingError: no such file, and it could not be downloaded.
        ModelInvalidError: not a detector that Ultralytics can load.
        NoPersonClassError: none of its classes counts as a person.
    """

    def __init__(self, settings: DetectorSettings) -> None:
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
        self._native: dict[int, OpenVinoModel] = {}
        """By the number of threads: one costs the least, more answer sooner."""
        self._path = _find(settings.model)
        self._model: Any = self._load(self._path)
        names = getattr(self._model, "names", None) or {}
        self.classes: tuple[str, ...] = tuple(str(name) for name in names.values())
        wanted = {name.casefold() for name in settings.person_classes}
        self._person_ids = [int(i) for i, name in names.items() if str(name).casefold() in wanted]
        if not self._person_ids:
            known = ", ".join(self.classes[:100]) or "none"
            raise NoPersonClassError(
                f"The detector {model_label(settings)} has none of the person classes "
                f"{', '.join(settings.person_classes)}; it knows: {known}.",
                self.classes,
            )

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
                f"{path.name} is not a detector that Ultralytics can load ({_first_line(error)})."
            ) from error
        if model.task != "detect":
            raise ModelInvalidError(f"{path.name} is a model for {model.task}, not for detection.")
        return model

    def prepare(self) -> None:
        """Bring the model into the fastest form for this device and warm it up. May take half a minute, once."""
        if self.prepared:
            return
        started = time.monotonic()
        if self._path.suffix == _EXPORTABLE and not self.cuda:
            exported = openvino_export(self._path, self.settings.image_size)
            if exported is not None:
                self._use_export(exported)
        if not self._native:
            self._predict(self._model, [np.zeros((360, 640, 3), np.uint8)])
        self.prepared = True
        _LOGGER.info(
            "Detector %s is ready on %s after %.1f s", self._path.name, self.device, time.monotonic() - started
        )

    def _use_export(self, exported: Path) -> None:
        try:
            self.adopt(self.open_all(quantized_form(exported) or exported))
            self.exported = exported
        except UnsupportedModelError as error:
            _LOGGER.info("%s has %s: Ultralytics runs it", self._path.name, error)
            try:
                model = self._load(exported)
                self._predict(model, [np.zeros((360, 640, 3), np.uint8)])
                self._model = model
            except (JobError, RuntimeError, OSError, ValueError):
                _LOGGER.warning("The OpenVINO export of %s does not run; using it as it is", self._path.name)
        except (RuntimeError, OSError, ValueError):
            _LOGGER.warning("The OpenVINO export of %s does not run; using it as it is", self._path.name, exc_info=True)

    def open_export(self, folder: Path, threads: int) -> OpenVinoModel:
        """Open an OpenVINO form of this detector, which then belongs to the caller.

        Raises:
            UnsupportedModelError: its output is of an unknown kind.
        """
        return OpenVinoModel(folder, self.settings.image_size, self._person_ids, len(self.classes), threads=threads)

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
            imgsz=self.settings.image_size,
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
        """
        self.prepare()
        if self._native:
            model = self._native[max(self._native) if urgent else 1]
            try:
                return [model.detect(frame) for frame in frames]
            except Exception as error:
                if _is_out_of_memory(error):
                    self._after_out_of_memory(1)
                raise
        found: list[Detections] = []
        position = 0
        while position < len(frames):
            batch = frames[position : position + self.max_batch]
            try:
                results = self._predict(self._model, batch)
            except Exception as error:
                if not _is_out_of_memory(error):
                    raise
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


def _first_line(error: BaseException) -> str:
    lines = str(error).encode("ascii", "ignore").decode().removeprefix("ERROR ").strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__


def _find(name: str) -> Path:
    """Return the local path of a model: as given, in the models folder, or freshly downloaded into it."""
    given = Path(name).expanduser()
    if given.exists():
        return given
    if given.name != name:
        raise ModelMissingError(f"There is no detector at {name}; check the path on the machine where the worker runs.")
    kept = environment.models_folder() / name
    if not kept.exists():
        _download(kept)
    return kept


def _download(target: Path) -> None:
    advice = f"Put the file at {target}, or choose the path of a detector that is already there."
    target.parent.mkdir(parents=True, exist_ok=True)
    offline = os.environ.pop("YOLO_OFFLINE", None)
    try:
        environment.library("ultralytics.utils.downloads").attempt_download_asset(target, retry=1, progress=False)
    except Exception as error:
        _LOGGER.debug("Downloading %s failed", target.name, exc_info=True)
        raise ModelMissingError(
            f"The detector {target.name} is not on this machine and Ultralytics could not download it "
            f"({_first_line(error)}). {advice}"
        ) from error
    finally:
        if offline is not None:
            os.environ["YOLO_OFFLINE"] = offline
    if not target.is_file():
        raise ModelMissingError(f"There is no detector {target.name}; Ultralytics publishes none. {advice}")
