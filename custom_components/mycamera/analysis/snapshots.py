"""Appearances become files and rows: pictures saved, moments turned into UTC, factual captions written."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

from homeassistant.util.ulid import ulid_at_time
from PIL import Image

from ..database import Box, CaptionStatus, NewDetection, PathPoint, RecordRow
from ..recording.archive.storage import StorageError, StorageRoot
from ..signals import Signal
from ..worker.protocol.appearance import PathPoint as ToldPoint
from . import factual
from .camera_settings import CameraSettings
from .worker_client.held_pictures import AnalysisResult

_LOGGER = logging.getLogger(__name__)


class PictureFolder:
    """The folder for pictures, looked at before it is used; says once that it cannot be, and once that it can again."""

    def __init__(self, root: StorageRoot) -> None:
        self.trouble: Signal[StorageError] = Signal()
        """Why nothing must be written there."""
        self.well: Signal[()] = Signal()
        """It can be written to again."""
        self.path = root.path
        self.away = False
        """Whether it could not be used when that was last tried."""
        self._root = root

    async def check(self) -> None:
        """Make sure that it may be written to now. Raises StorageError."""
        try:
            await self._root.check()
        except StorageError as error:
            if not self.away:
                self.away = True
                self.trouble.tell(error)
            raise
        if self.away:
            self.away = False
            _LOGGER.info("Pictures can be written again")
            self.well.tell()


def save_persons(
    root: Path, recording: RecordRow, result: AnalysisResult, settings: CameraSettings, status: CaptionStatus
) -> tuple[NewDetection, ...]:
    """Write the pictures of a result below `root` and return the persons. Blocking; for the executor.

    `status` is that of their captions.

    Every file is complete and on disk before its name exists, so that a row never names half a picture.

    Raises:
        OSError: the pictures cannot be written; those written before are removed.
    """
    written: list[str] = []
    persons: list[NewDetection] = []
    appearances = result.analyzed.appearances
    try:
        for appearance in appearances:
            first_seen = recording.start_time + timedelta(seconds=appearance.first_seen)
            event_id = ulid_at_time(first_seen.timestamp())
            folder = PurePosixPath(recording.camera_id, f"{first_seen.astimezone(UTC):%Y-%m-%d}")
            image_path = str(folder / f"{event_id}.jpg")
            written.append(image_path)
            write_picture(root / image_path, result.pictures[appearance.snapshot])
            thumbnail_path = None
            if appearance.thumbnail is not None:
                thumbnail_path = str(folder / f"{event_id}.thumbnail.jpg")
                written.append(thumbnail_path)
                write_picture(root / thumbnail_path, result.pictures[appearance.thumbnail])
            caption = factual.describe(appearance, appearances)
            persons.append(
                NewDetection(
                    event_id=event_id,
                    frame_number=appearance.best_frame,
                    timestamp=appearance.best_time,
                    first_seen=first_seen,
                    last_seen=recording.start_time + timedelta(seconds=appearance.last_seen),
                    confidence=appearance.confidence,
                    box=Box(*appearance.best_box),
                    path=path_points(appearance.path),
                    clothes=appearance.clothes,
                    image_path=image_path,
                    thumbnail_path=thumbnail_path,
                    model=result.analyzed.model,
                    caption=caption.en,
                    caption_zh=caption.zh,
                    caption_source=factual.SOURCE,
                    caption_status=status,
                    zones=settings.zone_names(recording.camera_id, [visit.zone for visit in appearance.zones]),
                )
            )
    except OSError:
        remove_pictures(root, written)
        raise
    return tuple(persons)


def path_points(path: Iterable[ToldPoint]) -> tuple[PathPoint, ...]:
    """Return a way that the worker told as rows keep it."""
    return tuple(PathPoint(point.time, Box(*point.box)) for point in path)


def save_live_person(
    root: Path, camera_id: str, first_seen: datetime, event_id: str, pictures: tuple[bytes, bytes | None]
) -> tuple[str, str | None]:
    """Write the whole picture and the small one of somebody seen live; return their paths. Blocking; for the executor.

    A better picture takes the place of the one before, in one step.

    Raises:
        OSError: they cannot be written.
    """
    folder = PurePosixPath(camera_id, f"{first_seen.astimezone(UTC):%Y-%m-%d}")
    snapshot, thumbnail = pictures
    image_path = str(folder / f"{event_id}.jpg")
    write_picture(root / image_path, snapshot)
    if thumbnail is None:
        return image_path, None
    thumbnail_path = str(folder / f"{event_id}.thumbnail.jpg")
    write_picture(root / thumbnail_path, thumbnail)
    return image_path, thumbnail_path


def remove_pictures(root: Path, paths: Iterable[str]) -> None:
    """Delete pictures that no row names; one that is not there is fine. Blocking; for the executor."""
    for path in paths:
        with suppress(FileNotFoundError):
            (root / path).unlink()


def copy_picture(root: Path, path: str, copy: str) -> bool:
    """Copy a picture, whole and on disk before it has its name; False where there is none. Blocking; for the executor.

    Raises:
        OSError: it cannot be read or written.
    """
    try:
        content = (root / path).read_bytes()
    except FileNotFoundError:
        return False
    write_picture(root / copy, content)
    return True


def read_pictures(root: Path, paths: Sequence[str]) -> dict[str, bytes]:
    """Return the contents of those pictures that are there, by path. Blocking; for the executor."""
    found: dict[str, bytes] = {}
    for path in paths:
        with suppress(FileNotFoundError):
            found[path] = (root / path).read_bytes()
    return found


def picture_sizes(root: Path, paths: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return width and height of those pictures that are there, by path. Blocking; for the executor."""
    sizes: dict[str, tuple[int, int]] = {}
    for path in paths:
        with suppress(OSError), Image.open(root / path) as picture:  # reads the header alone
            sizes[path] = picture.size
    return sizes


def _make_private(folder: Path) -> None:
    """Make a folder and those above it that are missing, for nobody else to look into."""
    if not folder.exists():
        _make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def write_picture(path: Path, content: bytes) -> None:
    """Write a file that is complete and on disk before its name exists. Blocking; raises OSError."""
    _make_private(path.parent)
    part = path.with_suffix(".part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
