"""Deletes files beneath a storage root so that they stay deleted, and nothing else."""

from __future__ import annotations

import asyncio
import errno
import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final

from .storage import MARKER, StorageRoot, fsync_directory, storage_error

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


def _remove_empty(root: Path, folder: Path) -> None:
    """Remove a folder and those above it, as far as they are empty; the camera's own folder and the root stay."""
    for path in _up_to(folder, root):
        with suppress(OSError):
            os.rmdir(path)  # noqa: PTH106 - refuses a folder that is not empty, whoever fills it meanwhile


def _up_to(folder: Path, root: Path) -> Iterable[Path]:
    camera_depth = len(root.parts) + 1
    while len(folder.parts) > camera_depth:
        yield folder
        folder = folder.parent
