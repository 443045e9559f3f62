"""The tiny models of `tiny_models.py`, trained once for each environment of the worker and kept in the cache."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

SCRIPT: Final = Path(__file__).with_name("tiny_models.py")


def trained_models(python: Path) -> Path:
    """Return the folder with blip2 and marian, as the libraries of this interpreter train and save them."""
    # What scripts/setup made the environment from: its place, and the sums of what it was told to install.
    stamp = python.parents[1].with_suffix(".stamp")
    made_from = SCRIPT.read_bytes() + (stamp.read_bytes() if stamp.exists() else os.fsencode(python))
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera" / "tiny"
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / hashlib.sha256(made_from).hexdigest()[:12]
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".part")
            shutil.rmtree(unfinished, ignore_errors=True)
            subprocess.run([python, SCRIPT, unfinished], check=True, capture_output=True)
            unfinished.rename(folder)
    return folder
