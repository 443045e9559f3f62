"""What surrounds the worker: cache folders, the behaviour of the heavy libraries, versions and device.

Nothing here imports a heavy library; `prepare` must run before any of them is imported.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import os
import sys
import threading
from importlib import metadata
from pathlib import Path
from typing import Any, Final

_PACKAGES: Final = {
    "torch": ("torch",),
    "ultralytics": ("ultralytics-opencv-headless", "ultralytics"),
    "openvino": ("openvino",),
    "transformers": ("transformers",),
    "bitsandbytes": ("bitsandbytes",),
    "av": ("av",),
    "opencv": ("opencv-python-headless", "opencv-python"),
}
"""Names for users, and those under which each may be installed; the first that is there counts."""

NICE_ANALYSIS: Final = 5
NICE_CAPTIONS: Final = 10
_SWITCH_INTERVAL: Final = 0.0005

_import_lock = threading.Lock()


def cache_folder() -> Path:
    """Return the folder for models and their exports: $MYCAMERA_CACHE, or mycamera in the user's cache."""
    if chosen := os.environ.get("MYCAMERA_CACHE"):
        return Path(chosen).expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache").expanduser() / "mycamera"


def models_folder() -> Path:
    """Return the folder where downloaded and exported detectors are kept."""
    return cache_folder() / "models"


def prepare() -> None:
    """Keep the heavy libraries quiet: no telemetry, no update checks, no installing of packages, no unsafe pickles."""
    defaults = {
        "YOLO_VERBOSE": "false",
        "YOLO_AUTOINSTALL": "false",
        "YOLO_OFFLINE": "true",  # no look-ups, no statistics; downloads of models lift it for their time
        "YOLO_CONFIG_DIR": str(cache_folder()),
        # A .pt file is a pickle: with this, only the classes that detectors are made of are ever unpickled.
        "ULTRALYTICS_SAFE_LOAD": "true",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        # Its other way of downloading knows hosts that mirrors do not stand for, and does not go on where it broke off.
        "HF_HUB_DISABLE_XET": "1",
        "DO_NOT_TRACK": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "TRANSFORMERS_VERBOSITY": "error",
        "BITSANDBYTES_NOWELCOME": "1",
        "OPENCV_FFMPEG_LOGLEVEL": "8",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    # OpenVINO reports its use from a spawned process; a module that is None cannot be imported, and it does without.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None is what hinders
    # Detection asks for the interpreter many times a picture. While another thread imports or loads models, it would
    # wait the usual 5 ms each time.
    sys.setswitchinterval(_SWITCH_INTERVAL)


def library(name: str) -> Any:
    """Return a heavy library, imported when first needed: together they take many seconds, which nobody shall wait for.

    Their first imports are not safe from two threads at once, hence this one door.
    """
    with _import_lock:
        return importlib.import_module(name)


def package_versions() -> dict[str, str]:
    """Return the versions of the libraries that matter, without importing them."""
    versions = {"python": ".".join(map(str, sys.version_info[:3]))}
    for name, packages in _PACKAGES.items():
        for package in reversed(packages):
            with contextlib.suppress(metadata.PackageNotFoundError):
                versions[name] = metadata.version(package)
    return versions


def describe_device() -> str:
    """Return the device that models will use, for humans, by the driver's own files: torch would take seconds."""
    gpus = sorted(Path("/proc/driver/nvidia/gpus").glob("*/information"))
    for gpu in gpus:
        with contextlib.suppress(OSError):
            for line in gpu.read_text().splitlines():
                if line.startswith("Model:"):
                    return f"cuda:0 ({line.partition(':')[2].strip()})"
    return "cpu"


def return_free_memory() -> None:
    """Give what was freed back to the system at once; the C library of Linux keeps much of it otherwise."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:  # glibc's alone
        trim(0)


def lower_priority(nice: int) -> None:
    """Make the calling thread, and the threads it will start, give way to others on the CPU (Linux only)."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), nice)
