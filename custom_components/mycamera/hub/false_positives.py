"""Who was told as a person and is none, as users say: kept with its picture, beside the people and not among them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, TypedDict

from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store

from ..analysis.snapshots import copy_picture, remove_pictures
from ..const import DOMAIN

if TYPE_CHECKING:
    from ..analysis.snapshots import PictureFolder
    from ..database import DetectionRow

_LOGGER = logging.getLogger(__name__)

STORAGE_VERSION: Final = 1
FOLDER: Final = "false_positives"
"""Beneath the folder for pictures."""
MOST: Final = 500
"""The newest so many are kept."""


class FalsePositive(TypedDict):
    """What was taken for a person."""

    event_id: str
    camera_id: str
    first_seen: str
    """ISO 8601, UTC."""
    confidence: float
    model: str
    box: Sequence[float]
    """Left, top, right and bottom as fractions of the picture."""
    image_path: str | None
    """Relative to the folder for pictures; None where there was no picture."""


class FalsePositives:
    """Kept in a small file in Home Assistant's storage, which is read when somebody first asks."""

    def __init__(self, hass: HomeAssistant, pictures: PictureFolder) -> None:
        """Take where pictures are; nothing is read yet."""
        self._hass = hass
        self._pictures = pictures
        self._store: Store[list[FalsePositive]] = Store(hass, STORAGE_VERSION, f"{DOMAIN}.false_positives")
        self._kept: list[FalsePositive] | None = None
        """Oldest first; None before it is read."""
        self._changing = asyncio.Lock()

    async def keep(self, row: DetectionRow) -> None:
        """Keep somebody who is none, and a copy of the picture. Raises StorageError, OSError: nothing is kept."""
        async with self._changing:
            kept = await self._load()
            await self._pictures.check()
            image_path = await self._hass.async_add_executor_job(_copy, self._pictures.path, row)
            kept = [known for known in kept if known["event_id"] != row.event_id]
            kept.append(
                FalsePositive(
                    event_id=row.event_id,
                    camera_id=row.camera_id,
                    first_seen=row.first_seen.isoformat(),
                    confidence=row.confidence,
                    model=row.model,
                    box=list(row.box),
                    image_path=image_path,
                )
            )
            await self._write(kept[-MOST:], gone=kept[:-MOST])

    async def of_camera(self, camera_id: str) -> list[FalsePositive]:
        """Return what was wrongly told of a camera, newest first."""
        async with self._changing:
            return [known for known in reversed(await self._load()) if known["camera_id"] == camera_id]

    async def forget(self, camera_id: str) -> None:
        """Delete what is kept of a camera, with its pictures."""
        async with self._changing:
            kept = await self._load()
            gone = [known for known in kept if known["camera_id"] == camera_id]
            if gone:
                await self._write([known for known in kept if known["camera_id"] != camera_id], gone=gone)

    async def remove(self) -> None:
        """Remove the file; the pictures stay, as all others."""
        await self._store.async_remove()

    async def _load(self) -> list[FalsePositive]:
        if self._kept is None:
            self._kept = await self._store.async_load() or []
        return self._kept

    async def _write(self, kept: list[FalsePositive], gone: Sequence[FalsePositive]) -> None:
        await self._store.async_save(kept)
        self._kept = kept
        paths = [path for known in gone if (path := known["image_path"]) is not None]
        try:
            await self._hass.async_add_executor_job(remove_pictures, self._pictures.path, paths)
        except OSError as error:
            _LOGGER.warning("Pictures of false positives could not be deleted: %s", error)


def _copy(root: Path, row: DetectionRow) -> str | None:
    """Copy the picture of a person; return where to. None where there is none. Blocking; for the executor."""
    for path in filter(None, (row.image_path, row.thumbnail_path)):
        copy = str(PurePosixPath(FOLDER, row.camera_id, f"{row.event_id}.jpg"))
        if copy_picture(root, path, copy):
            return copy
    return None
