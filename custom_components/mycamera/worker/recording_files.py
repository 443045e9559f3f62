"""Files of recordings on this machine, and what it means that one is not there."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import Final

from .failures import SourceInvalidError, SourceMissingError, SourceUnreachableError, StorageUnreachableError

MARKER: Final = ".mycamera"
"""Home Assistant's mark in the folder of all recordings. A share that is not mounted leaves a folder without it."""
MAX_BYTES: Final = 8 * 1024**3


def check_file(path: Path) -> None:
    """Make sure that a recording can be opened. Blocking.

    Raises:
        SourceMissingError: there is no such file, though its storage is there.
        StorageUnreachableError: its storage is not there now; nothing is known about the file.
        SourceUnreachableError: its storage is there, the file cannot be looked at now.
        SourceInvalidError: not a file, empty, or hostile in size.
    """
    try:
        status = path.stat()
    except ValueError as error:  # a null byte
        raise SourceInvalidError("The path of the recording is not valid.") from error
    except OSError as error:
        status = _status_where_storage_is_there(path, error)
    if not stat.S_ISREG(status.st_mode):
        raise SourceInvalidError(f"{path.name} is not a file.")
    if status.st_size == 0:
        raise SourceInvalidError(f"{path.name} is empty.")
    if status.st_size > MAX_BYTES:
        raise SourceInvalidError(f"{path.name} is larger than {MAX_BYTES // 1024**3} GiB.")


def _status_where_storage_is_there(path: Path, error: OSError) -> os.stat_result:
    """Look at a file again while its storage is seen to be there: it may have come, or gone, at any moment."""
    if not _is_storage_there(path):
        raise _storage_unreachable(error)
    try:
        return path.stat()
    except OSError as again:
        if not _is_storage_there(path):
            raise _storage_unreachable(again) from again
        if isinstance(again, FileNotFoundError | NotADirectoryError):
            raise SourceMissingError(f"There is no recording {path.name} where the worker looked for it.") from again
        raise SourceUnreachableError(f"The recording cannot be reached ({again.strerror}).") from again


def _is_storage_there(path: Path) -> bool:
    """Return whether the storage that a path lies under is there: its mark is seen, or what else the folder holds.

    Without the share a mount point is a bare folder; some servers of shares hide files whose names begin with a dot.
    """
    for folder in path.parents:
        with contextlib.suppress(OSError):  # a share that died beneath its mount
            if (folder / MARKER).is_file():
                return True
    with contextlib.suppress(OSError):
        return any(each.name != path.name for each in path.parent.iterdir())
    return False


def _storage_unreachable(error: OSError) -> StorageUnreachableError:
    """Say it without the file's name: it is told once for all that wait."""
    reason = "" if isinstance(error, FileNotFoundError | NotADirectoryError) else f" ({error.strerror})"
    return StorageUnreachableError(
        f"The worker does not see the storage of the recordings: its marker {MARKER} is missing{reason}. "
        "Is it mounted on the worker's machine?"
    )
