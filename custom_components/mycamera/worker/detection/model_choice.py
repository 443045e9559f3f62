"""Which detector suits a machine, where the user leaves that to it: the largest that can look as often as is asked.

It begins with the smallest. When that one's time on this machine is known, that of the larger ones is reckoned from
it; one that seems to be in time is loaded, timed itself, and given up again where it is not. What was measured is kept
for as long as the machine has the same device.
"""

from __future__ import annotations

import json
import logging
import statistics
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from .. import environment
from ..failures import JobError, ModelInvalidError, ModelMissingError
from .detector import Detector
from .openvino_model import CPU
from .speed import cost

if TYPE_CHECKING:
    from pathlib import Path

    from ..downloads import Downloads
    from ..protocol.configuration import DetectorSettings

_LOGGER = logging.getLogger(__name__)

LADDER: Final[Mapping[str, float]] = {"yolo26n.pt": 6.1, "yolo26s.pt": 22.8, "yolo26m.pt": 75.4}
"""From the smallest on, with the billions of operations that Ultralytics says a picture of 640 pixels takes."""
SMALLEST: Final = next(iter(LADDER))
INSTEAD: Final = ("yolo11n.pt", "yolov8n.pt")
"""Where the smallest cannot be had or opened, in this order."""
SHARE: Final = 0.5
"""Of each second, that live looks may take: recordings and snapshots want the detector, too."""
_TIMED: Final = 7
_SIZE: Final = (360, 640)
"""Height and width of the picture that is timed."""
_KEPT: Final = "detector_choice.json"


def suitable(measured: Mapping[str, float], detect_fps: float) -> str:
    """Return the largest detector that is in time by what was measured, milliseconds a picture by the detectors' names.

    The time of one that was not measured is reckoned from the next smaller one that was.
    """
    best, known = SMALLEST, 0.0  # the latter in milliseconds for a billion operations
    for name, operations in LADDER.items():
        known = measured[name] / operations if name in measured else known
        if known and known * operations * max(detect_fps, 1.0) <= SHARE * 1000:
            best = name
    return best


def open_suitable(settings: DetectorSettings, downloads: Downloads) -> Detector:
    """Load the detector that suits by what is known of this machine, or a small one where that one cannot be had.

    Raises:
        JobError: none of them can be used; of the first that was tried it is said why.
    """
    names = dict.fromkeys((suitable(_measured(settings), settings.detect_fps), SMALLEST, *INSTEAD))
    first: JobError | None = None
    for name in names:
        try:
            return Detector(replace(settings, model=name), downloads)
        except (ModelMissingError, ModelInvalidError) as problem:
            _LOGGER.info("Another detector is tried: %s", problem)
            first = first or problem
    assert first is not None  # noqa: S101  there is at least one name
    raise first


def reconsider(settings: DetectorSettings, detector: Detector) -> str:
    """Time a detector that is ready, where it was not timed here before; return the name of the one that suits."""
    name = detector.settings.model
    if name not in LADDER:
        return name  # it stands in for one that cannot be had
    device = detector.device_choice.name
    measured = _measured(settings, device)
    if name not in measured:
        measured[name] = _milliseconds(detector)
        _keep(settings, device, measured)
    chosen = suitable(measured, settings.detect_fps)
    _LOGGER.info(
        "Of the detectors %s suits for %.0f looks a second; milliseconds a picture: %s",
        *(chosen, settings.detect_fps, measured),
    )
    return chosen


def _milliseconds(detector: Detector) -> float:
    """Return what a picture takes: of the processor's own time where that is the device, others may be busy with it."""
    picture = np.full((*_SIZE, 3), 114, np.uint8)
    if detector.native and detector.device_choice.device == CPU:
        return round(cost(detector.native[1], picture).processor * 1000, 1)
    detector.detect([picture])
    times = []
    for _ in range(_TIMED):
        began = time.perf_counter()
        detector.detect([picture])
        times.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(times), 1)


def _file() -> Path:
    return environment.models_folder() / _KEPT


def _measured(settings: DetectorSettings, device: str | None = None) -> dict[str, float]:
    """Return what was measured before, on the device that is told of, or on whichever it was."""
    try:
        kept: Any = json.loads(_file().read_text())
        if kept["wanted"] != _wanted(settings) or device not in {None, kept["device"]}:
            return {}
        return {name: float(kept["ms"][name]) for name in LADDER if name in kept["ms"]}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _keep(settings: DetectorSettings, device: str, measured: Mapping[str, float]) -> None:
    try:
        _file().write_text(json.dumps({"wanted": _wanted(settings), "device": device, "ms": measured}))
    except OSError:
        _LOGGER.debug("The measurement cannot be kept", exc_info=True)  # then the next start measures again


def _wanted(settings: DetectorSettings) -> list[Any]:
    """Return the settings that a measurement depends on."""
    return [settings.device, settings.image_size]
