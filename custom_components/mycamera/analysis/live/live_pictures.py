"""The picture files of who is seen live."""

from __future__ import annotations

import logging
from datetime import datetime

from homeassistant.core import HomeAssistant

from ...recording.archive.storage import StorageError
from ..snapshots import PictureFolder, remove_pictures, save_live_person

_LOGGER = logging.getLogger(__name__)


class LivePictures:
    """Writes pictures, each in the place of the one before; says once that it cannot, and once that it can again."""

    def __init__(self, hass: HomeAssistant, root: PictureFolder) -> None:
        self._hass = hass
        self._root = root
        self._trouble: str | None = None

    async def save(
        self, camera_id: str, first_seen: datetime, event_id: str, pictures: tuple[bytes, bytes | None]
    ) -> tuple[str, str | None] | None:
        """Write the whole picture and the small one; return their paths, None where it cannot be done."""
        try:
            await self._root.check()
            paths = await self._hass.async_add_executor_job(
                save_live_person, self._root.path, camera_id, first_seen, event_id, pictures
            )
        except (OSError, StorageError) as error:
            if self._trouble != (trouble := str(error)):
                _LOGGER.warning("Pictures of persons cannot be saved: %s", trouble)
            self._trouble = trouble
            return None
        if self._trouble is not None:
            _LOGGER.info("Pictures of persons can be saved again")
        self._trouble = None
        return paths

    async def remove(self, *paths: str | None) -> None:
        """Delete pictures that no row names."""
        try:
            await self._root.check()
            names = [path for path in paths if path]
            await self._hass.async_add_executor_job(remove_pictures, self._root.path, names)
        except (OSError, StorageError) as error:
            _LOGGER.debug("A picture that nobody needs any more stays: %s", error)
