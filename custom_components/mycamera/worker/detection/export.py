"""Turns a PyTorch detector into OpenVINO's format, once, and keeps the result beside the downloaded models."""

from __future__ import annotations

import hashlib
import logging
import platform
import shutil
import time
from importlib import metadata
from pathlib import Path
from typing import Final

from .. import environment
from .work_folder import work_folder

_LOGGER = logging.getLogger(__name__)

_FORMAT: Final = 1
"""Raise when exports are made differently, so that old ones are not used."""


def openvino_export(weights: Path, image_size: int) -> Path | None:
    """Return the folder of the OpenVINO form of a detector, made now or before; None where it cannot be made.

    The export takes any picture shape, so that wide pictures are not padded to squares. The file itself
    stays as it is.
    """
    if platform.machine() not in {"x86_64", "AMD64"}:
        return None
    try:
        versions = f"{metadata.version('openvino')} {environment.library('ultralytics').__version__}"
    except metadata.PackageNotFoundError:
        return None
    # The versions are a part of the key: an export made by another version may not load, or not be the fastest.
    key = hashlib.sha256(f"{_FORMAT} {image_size} {versions} ".encode() + _digest(weights)).hexdigest()[:20]
    target = environment.models_folder() / f"{weights.stem}-{key}_openvino_model"
    if (target / "metadata.yaml").is_file():
        return target
    started = time.monotonic()
    try:
        _export(weights, image_size, target)
    except Exception:  # whatever fails in the exporter, the model itself still works
        _LOGGER.warning("No OpenVINO export of %s could be made; using it as it is", weights.name, exc_info=True)
        return None
    _LOGGER.info("Exported %s to OpenVINO in %.1f s", weights.name, time.monotonic() - started)
    return target


def _export(weights: Path, image_size: int, target: Path) -> None:
    with work_folder(target.parent, ".export-") as folder:
        # The exporter writes beside the weights, which may lie where nothing may be written: export a copy.
        copy = folder / f"{target.name.removesuffix('_openvino_model')}.pt"
        shutil.copyfile(weights, copy)
        made = Path(
            str(
                environment.library("ultralytics")
                .YOLO(str(copy), verbose=False)
                .export(format="openvino", imgsz=image_size, dynamic=True, device="cpu", verbose=False)
            )
        )
        try:
            made.rename(target)
        except OSError:
            if not target.is_dir():  # else another worker was faster, with the same result
                raise


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
