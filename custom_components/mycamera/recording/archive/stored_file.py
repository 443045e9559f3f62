"""A file beneath a storage root as its row names it, found without trusting that name."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from .storage import MARKER

_LOGGER = logging.getLogger(__name__)


class StoredFileError(Exception):
    """A file that a row names cannot be served."""


class FileGoneError(StoredFileError):
    """The storage is there, the file is not, or its path leads out of the storage."""


class StorageAwayError(StoredFileError):
    """The storage cannot be read now; nothing is known about the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """What a row says about a file: the camera that it is of, the root that it is under, its path beneath that."""

    camera_id: str
    root: Path
    path: str


def locate(file: StoredFile) -> Path:
    """Return the real path of a stored file. Touches the disk: call it in an executor.

    Raises:
        FileGoneError: there is no such file, or the path leads out of its root.
        StorageAwayError: the root is missing, not mounted or cannot be read.
    """
    try:
        root = file.root.resolve(strict=True)
        path = (root / file.path).resolve()
        if not path.is_relative_to(root):
            # Rows are written by us alone: this one was tampered with, or the disk holds a link that leads elsewhere.
            _LOGGER.warning("A path of camera %s leads out of %s and is not served", file.camera_id, root)
            raise FileGoneError
        if not path.is_file():
            if not (root / MARKER).is_file():
                raise StorageAwayError  # a share that is not mounted leaves an empty folder
            raise FileGoneError
    except OSError as error:
        raise StorageAwayError from error
    except ValueError as error:  # a null byte
        raise FileGoneError from error
    return path
