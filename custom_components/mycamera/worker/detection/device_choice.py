"""On which of this machine's devices OpenVINO runs the detector: the user's choice, or the fastest by measurement.

What was measured is kept for as long as the machine has the same devices. That a device is being tried is kept, too:
one whose driver ends the worker is left alone after the second time, until the worker is of another version.
"""

from __future__ import annotations

import json
import logging
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .. import environment
from ..failures import in_words
from ..protocol.versions import VERSION
from .comparison import agreement
from .detections import Detections, Frame
from .openvino_model import CPU, OpenVinoModel, UnsupportedModelError

_LOGGER = logging.getLogger(__name__)

_KINDS: Final = ("CPU", "GPU", "NPU")
"""What OpenVINO calls them; several GPUs are GPU.0, GPU.1 …"""
_TIMED: Final = 7
"""Pictures, after one that warms up."""
_SAME_PERSONS: Final = 0.9
_KEPT: Final = "device.json"
_MOST_TRIES: Final = 2
"""One may end because somebody stopped the worker just then."""

type Open = Callable[[str], OpenVinoModel]
"""Opens the detector on a device."""


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """A device, and how it was come by."""

    device: str
    name: str
    """For humans: `GPU (Intel(R) Iris(R) Xe Graphics)`."""
    ms: float
    """A picture took so long there when it was measured, milliseconds; 0 where it never was."""
    problem: str = ""
    """Why it is not the device that the user wants; empty where it is."""


def devices() -> dict[str, str]:
    """Return the devices that OpenVINO finds on this machine, with their full names."""
    core = environment.library("openvino").Core()
    found = [each for each in core.available_devices if each.partition(".")[0] in _KINDS]
    return {each: str(core.get_property(each, "FULL_DEVICE_NAME")) for each in found}


def choose_device(
    wanted: str, folder: Path, open_model: Open, pictures: Sequence[Frame], expected: Sequence[Detections]
) -> DeviceChoice:
    """Return on which device to run the export in a folder.

    `wanted` is a kind of device in small letters, or `auto`. A device counts only where it finds the persons that are
    expected on the pictures. The processor is always there, and says why where it was not wanted.
    """
    there = devices()
    kept, unfinished = _kept(folder, there)
    fatal = {device for device, tries in unfinished.items() if tries >= _MOST_TRIES}
    measured: dict[str, float | None] = {**kept, **dict.fromkeys(fatal)}
    if wanted == "auto":
        candidates = list(there)
    else:
        candidates = [each for each in there if each.partition(".")[0] == wanted.upper()]
    failures = []
    for device in candidates:
        if device in fatal:
            failures.append(f"{there[device]}: the worker ended whenever it was tried")
        if device in measured:
            continue
        if device != CPU:
            unfinished[device] = unfinished.get(device, 0) + 1
            _keep(folder, there, measured, unfinished)
        try:
            measured[device] = _milliseconds(open_model(device), pictures, expected)
        except Exception as error:  # of drivers, in their own words; another device may do
            _LOGGER.debug("The detector does not run on %s", device, exc_info=True)
            measured[device] = None
            failures.append(f"{there[device]}: {in_words(error)}")
        unfinished.pop(device, None)
    _keep(folder, there, measured, unfinished)
    fit = {device: ms for device in candidates if (ms := measured.get(device)) is not None}
    if fit:
        device = min(fit, key=lambda each: fit[each])
        _LOGGER.info("The detector runs on %s; milliseconds a picture: %s", device, measured)
        return DeviceChoice(device, _called(device, there), fit[device])
    problem = ""
    if wanted not in {"auto", "cpu"}:
        why = "; ".join(failures) or "it has failed before"
        problem = (
            f"The detector cannot run on this machine's {wanted.upper()} ({why})."
            if candidates
            else f"OpenVINO finds no {wanted.upper()} on this machine."
        )
        _LOGGER.warning("%s It runs on the processor", problem)
    return DeviceChoice(CPU, _called(CPU, there), measured.get(CPU) or 0.0, problem)


def forget(folder: Path) -> None:
    """Have everything measured again at the next start: a device has failed."""
    (folder / _KEPT).unlink(missing_ok=True)


def _milliseconds(model: OpenVinoModel, pictures: Sequence[Frame], expected: Sequence[Detections]) -> float:
    """Return how long a picture takes.

    Raises:
        UnsupportedModelError: other persons are found than are expected.
    """
    found = [model.detect(picture) for picture in pictures]
    if min(agreement(expected, found), agreement(found, expected)) < _SAME_PERSONS:
        raise UnsupportedModelError("it finds other persons than the model itself")
    times = []
    for _ in range(_TIMED):
        began = time.perf_counter()
        model.detect(pictures[0])
        times.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(times), 1)


def _called(device: str, there: dict[str, str]) -> str:
    return f"{device} ({there[device]})" if there.get(device) else device


def _kept(folder: Path, there: dict[str, str]) -> tuple[dict[str, float], dict[str, int]]:
    """Return what was measured on these devices before, and how often a try of one ended with the worker."""
    try:
        kept: Any = json.loads((folder / _KEPT).read_text())
    except (OSError, ValueError):
        return {}, {}
    if not isinstance(kept, dict) or kept.get("devices") != there or not isinstance(kept.get("ms"), dict):
        return {}, {}
    # What failed is tried anew at each start: a driver may have been installed since.
    measured = {str(name): float(ms) for name, ms in kept["ms"].items() if isinstance(ms, int | float)}
    unfinished = kept.get("unfinished") if kept.get("version") == VERSION else None
    if not isinstance(unfinished, dict):
        return measured, {}
    return measured, {str(name): tries for name, tries in unfinished.items() if isinstance(tries, int)}


def _keep(folder: Path, there: dict[str, str], measured: dict[str, float | None], unfinished: dict[str, int]) -> None:
    kept = {"devices": there, "ms": measured, "version": VERSION, "unfinished": unfinished}
    try:
        (folder / _KEPT).write_text(json.dumps(kept))
    except OSError:
        _LOGGER.debug("The measurement cannot be kept", exc_info=True)  # then the next start measures again
