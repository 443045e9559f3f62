"""Folders that something is made in, and that do not stay behind, however the worker ends."""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOGGER = logging.getLogger(__name__)


@contextmanager
def work_folder(parent: Path, prefix: str) -> Iterator[Path]:
    """Hold a new folder in `parent`, and remove it afterwards. Those that others left behind are removed, too.

    Whoever works in one holds a lock on it, which the system takes back when a process ends by whatever cause.
    """
    parent.mkdir(parents=True, exist_ok=True)
    with _locked(parent):
        for left in parent.glob(f"{prefix}*"):
            _remove_abandoned(left)
        folder = Path(tempfile.mkdtemp(dir=parent, prefix=prefix))
        mine = os.open(folder, os.O_RDONLY)
        fcntl.flock(mine, fcntl.LOCK_EX)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(mine)


def remove_abandoned(parent: Path, prefix: str) -> None:
    """Remove the folders that nobody works in any more."""
    if parent.is_dir():
        with _locked(parent):
            for left in parent.glob(f"{prefix}*"):
                _remove_abandoned(left)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold while folders are made or removed: one that is new and not held yet is not taken for abandoned."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _remove_abandoned(folder: Path) -> None:
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return  # somebody works in it
    else:
        shutil.rmtree(folder, ignore_errors=True)
        _LOGGER.info("Removed %s, which a worker left behind", folder.name)
    finally:
        os.close(descriptor)
