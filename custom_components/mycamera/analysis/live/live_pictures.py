"""The picture files of who is seen live."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from homeassistant.core import HomeAssistant

from ..snapshots import remove_pictures, save_live_person

_LOGGER = logging.getLogger(__name__)


class LivePictures:
    """Writes pictures, each in the place of the one before; says once that it cannot, and once that it can again."""

    def __init__(self, hass: HomeAssistant, root: Callable[[], Awaitable[Path]]) -> None:
        """Take the folder, which raises OSError while it must not be written."""
        self._hass = hass
        self._root = root
        self._trouble: str | None = None

    async def save(
        self, camera_id: str, first_seen: datetime, event_id: str, pictures: tuple[bytes, bytes | None]
    ) -> tuple[str, str | None] | None:
        """Write the whole picture and the small one; return their paths, None where it cannot be done."""
        try:
            root = await self._root()
            paths = await self._hass.async_add_executor_job(
                save_live_person, root, camera_id, first_seen, event_id, pictures
            )
        except OSError as error:
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
            root = await self._root()
            await self._hass.async_add_executor_job(remove_pictures, root, [path for path in paths if path])
        except OSError as error:
            _LOGGER.debug("A picture that nobody needs any more stays: %s", error)
