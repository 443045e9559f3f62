"""Deletes files beneath a storage root so that they stay deleted, and nothing else."""

from __future__ import annotations

import asyncio
import errno
import stat
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Final

from ..archive.storage import MARKER, StorageRoot, fsync_directory, storage_error

STILL_WRITTEN: Final = timedelta(days=1)
_ROOT_FAILED: Final = (errno.EROFS, errno.ESTALE, errno.ENODEV, errno.ENOTCONN, errno.EIO)


class PathRefused(Exception):
    """A path leads out of its root, or to something that is no file."""


async def sizes(root: StorageRoot, paths: Sequence[str]) -> list[int | None]:
    """Return the sizes of files in bytes; None for those that are not there. Raises StorageError."""
    await root.space()
    return await asyncio.to_thread(_sizes, root, paths)


async def delete_files(root: StorageRoot, paths: Sequence[str]) -> dict[str, str]:
    """Delete files; when this returns, they stay deleted after a power cut. Returns those that remain, with the reason.

    One that is not there is fine, because an earlier try may have deleted it. Folders that this empties go as well.
    Raises StorageError where the whole root fails: then nothing is known of any.
    """
    await root.space()
    return await asyncio.to_thread(_delete_files, root, paths)


def _sizes(root: StorageRoot, paths: Sequence[str]) -> list[int | None]:
    found: list[int | None] = []
    for path in paths:
        try:
            found.append(_locate(root.path, path).lstat().st_size)
        except FileNotFoundError, NotADirectoryError, PathRefused:
            found.append(None)
        except OSError as error:
            raise storage_error(error, root.path) from error
    return found


def _delete_files(root: StorageRoot, paths: Sequence[str]) -> dict[str, str]:
    remaining: dict[str, str] = {}
    folders: set[Path] = set()
    for path in paths:
        try:
            file = _locate(root.path, path)
            _unlink(file)
            folders.add(file.parent)
        except PathRefused as error:
            remaining[path] = str(error)
        except OSError as error:
            if error.errno in _ROOT_FAILED:
                raise storage_error(error, root.path) from error
            remaining[path] = error.strerror or str(error)
    for folder in folders:
        try:
            fsync_directory(folder)
        except FileNotFoundError, NotADirectoryError:
            continue
        except OSError as error:
            raise storage_error(error, root.path) from error
        if _is_history(root.path, folder):
            _remove_empty(root.path, folder)
    return remaining


def _unlink(file: Path) -> None:
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            raise PathRefused(f"{file.name} is no file")
        file.unlink()
    except FileNotFoundError, NotADirectoryError:
        return


def _locate(root: Path, path: str) -> Path:
    """Return the path of a file. What a row says is not trusted: the file must be beneath the root, links resolved."""
    relative = PurePosixPath(path)
    if relative.is_absolute() or ".." in relative.parts or not relative.name or "\0" in path or path == MARKER:
        raise PathRefused(f"{path!r} is no path beneath the storage")
    file = root / relative
    if not file.parent.resolve().is_relative_to(root.resolve()):
        raise PathRefused(f"{path!r} leads out of the storage")
    return file


def _is_history(root: Path, folder: Path) -> bool:
    """Whether the folder is of a day (<camera>/<day>/…) for which nothing is written any more."""
    parts = folder.relative_to(root).parts
    try:
        day = date.fromisoformat(parts[1])
    except ValueError, IndexError:
        return False
    return datetime.now(UTC).date() - day > STILL_WRITTEN


def _remove_empty(root: Path, folder: Path) -> None:
    """Remove a folder and those above it as far as they are empty; the camera's own folder and the root stay."""
    while len(folder.relative_to(root).parts) > 1:
        with suppress(OSError):
            folder.rmdir()  # refuses a folder that is not empty, whoever fills it meanwhile
        folder = folder.parent
