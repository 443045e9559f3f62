"""How far a change of the tables is, and the copy of the file that is made before it.

Both take minutes where there are years of history: whoever waits is told, can end the copy, and it is made once.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..errors import DatabaseUnavailable

_LOGGER = logging.getLogger(__name__)

LEAST_FREE: Final = 640 * 1024 * 1024
"""Bytes that stay free on the file's disk beside what a change writes: with less, recording would pause there."""
COPY_KEPT_SECONDS: Final = 30 * 86400
"""A copy is in each of Home Assistant's backups, and nobody goes back to the version before after so long."""
STEP_PAGES: Final = 2_000
"""Of the file, usually of 4 KiB, that are copied between two looks at whether anybody still wants it."""


type _Fingerprint = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpgradeStage:
    """What is being done with a database of an earlier version."""

    copied: float | None
    """How much of the copy of its file is made, 0 to 1; None while the tables themselves are changed."""
    size: int = 0
    """Of the file in bytes, while it is copied."""
    step: int = 0
    """Which of so many changes of the tables is being made, from 1."""
    steps: int = 0


class Upgrade:
    """Tells how far bringing one database up to date is, from the thread that does it, and can be cancelled."""

    def __init__(self) -> None:
        """Nothing is done yet."""
        self.stage: UpgradeStage | None = None
        """None while nothing is done."""
        self._tell: Callable[[], object] = lambda: None
        self._cancelled = threading.Event()
        self._copied: tuple[Path, _Fingerprint] | None = None

    def listen(self, tell: Callable[[], object]) -> None:
        """Have every change of the stage told, in the thread."""
        self._tell = tell

    def cancel(self) -> None:
        """End a copy that is being made, and make no other."""
        self._cancelled.set()

    def enter(self, stage: UpgradeStage | None) -> None:
        """Say what is being done now."""
        before, self.stage = self.stage, stage
        if stage != before:
            self._tell()

    def back_up(self, path: Path, revision: str) -> Path:
        """Copy a SQLite file to `NAME.revision-REVISION.backup` beside it, consistently even while it is used.

        Copies of earlier revisions go then. What was copied before a change that failed is not copied again.

        Raises:
            DatabaseUnavailable: there is no room for it, it cannot be written, or it was cancelled.
        """
        target = path.with_name(f"{path.name}.revision-{revision}.backup")
        if target.is_file() and self._copied == (target, _fingerprint(path)):
            return target
        unfinished = target.with_name(f"{target.name}.part")
        try:
            unfinished.unlink(missing_ok=True)
            size = _size(path)
            _need_room(path, size)
            _LOGGER.info("Copying %s (%.1f GB) to %s before its tables are changed", path, size / 10**9, target.name)
            self.enter(UpgradeStage(copied=0.0, size=size))
            self._copy_pages(path, unfinished, size)
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            unfinished.replace(target)
            for earlier in _copies(path):
                if earlier != target:
                    earlier.unlink()
        except (sqlite3.Error, OSError) as error:
            unfinished.unlink(missing_ok=True)
            raise DatabaseUnavailable(f"The backup before the migration failed: {error}") from error
        except DatabaseUnavailable:
            unfinished.unlink(missing_ok=True)
            raise
        self._copied = target, _fingerprint(path)
        _LOGGER.info("Copied %s to %s", path, target.name)
        return target

    def _copy_pages(self, path: Path, target: Path, size: int) -> None:
        told = 0

        def progress(_status: int, remaining: int, total: int) -> None:
            nonlocal told
            if self._cancelled.is_set():
                raise DatabaseUnavailable("The backup before the migration was cancelled")
            percent = 100 * (total - remaining) // max(total, 1)
            if percent != told:
                if percent // 10 != told // 10:
                    _LOGGER.info("%d %% of %s are copied", percent, path)
                told = percent
                self.enter(UpgradeStage(copied=percent / 100, size=size))

        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy, pages=STEP_PAGES, progress=progress)


def forget_old_copies(path: Path) -> None:
    """Delete the copies of a database that has long been used since they were made; what cannot be deleted stays."""
    for copy in _copies(path):
        with suppress(OSError):
            if time.time() - copy.stat().st_mtime > COPY_KEPT_SECONDS:
                copy.unlink()
                _LOGGER.info("Deleted %s: the database has been used for 30 days since", copy.name)


def _copies(path: Path) -> list[Path]:
    return list(path.parent.glob(f"{path.name}.revision-*.backup"))


def _fingerprint(path: Path) -> _Fingerprint:
    """Return what is different where the file is another one, or was written to."""
    facts = path.stat()
    return facts.st_ino, facts.st_size, facts.st_mtime_ns


def _size(path: Path) -> int:
    """Return how large a file is with what SQLite keeps beside it."""
    beside = path.with_name(f"{path.name}-wal")
    return path.stat().st_size + (beside.stat().st_size if beside.exists() else 0)


def _need_room(path: Path, size: int) -> None:
    """Raises DatabaseUnavailable where the copy, and what the change writes, would fill the disk."""
    needed = size + size // 4 + LEAST_FREE
    free = shutil.disk_usage(path.parent).free
    if free < needed:
        raise DatabaseUnavailable(
            f"The backup before the migration needs {needed / 10**9:.1f} GB on the disk of {path.name}, "
            f"and {free / 10**9:.1f} GB are free"
        )
