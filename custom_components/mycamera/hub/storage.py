"""The hub's folders: marked as its own, looked at before they are used, and given up."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback

from .. import repairs
from ..const import (
    CONF_KEEP_HOURS,
    CONF_MINIMUM_FREE,
    CONF_RECORDINGS_PATH,
    CONF_SNAPSHOT_DAYS,
    CONF_SNAPSHOTS_PATH,
    CONF_STORAGE,
    DEFAULT_KEEP_HOURS,
    DEFAULT_MINIMUM_FREE,
    DEFAULT_SNAPSHOT_DAYS,
    GIGABYTE,
)
from ..recording.archive.storage import StorageError, StorageRoot, pause_below
from ..recording.retention.plan import StorageRules

if TYPE_CHECKING:
    from .saved_state import SavedState

_LOGGER = logging.getLogger(__name__)


class HubStorage:
    """Where one hub's recordings and pictures are. Tells the user what is wrong there."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry, memory: SavedState) -> None:
        """Read the entry; `memory` knows which folders were marked before."""
        self._hass = hass
        self._memory = memory
        section = entry.data[CONF_STORAGE]
        minimum_free = round(section.get(CONF_MINIMUM_FREE, DEFAULT_MINIMUM_FREE) * GIGABYTE)
        reserve = pause_below(minimum_free)
        self.recordings = StorageRoot(Path(section[CONF_RECORDINGS_PATH]), entry.entry_id, reserve)
        self.snapshots = StorageRoot(Path(section[CONF_SNAPSHOTS_PATH]), entry.entry_id, reserve)
        self.rules = StorageRules(
            minimum_free=minimum_free,
            keep_pictures=timedelta(days=section.get(CONF_SNAPSHOT_DAYS, DEFAULT_SNAPSHOT_DAYS)),
            floor=timedelta(hours=section.get(CONF_KEEP_HOURS, DEFAULT_KEEP_HOURS)),
        )

    async def prepare(self) -> None:
        """Mark new folders as ours; one that was marked before must still bear its mark."""
        problems: list[StorageError] = []
        for root in (self.recordings, self.snapshots):
            try:
                if self._memory.is_prepared(root.path):
                    await root.check()
                else:
                    await root.prepare()
                    self._memory.note_prepared(root.path)
            except StorageError as error:
                problems.append(error)
                _LOGGER.warning("Storage cannot be used: %s", error)
                repairs.report_storage_unavailable(self._hass, path=str(root.path), error=str(error))
        if not problems:
            self.usable()

    async def release(self) -> None:
        """Give the folders up: what is in them stays, another hub may own it."""
        for root in (self.recordings, self.snapshots):
            try:
                await root.release()
            except StorageError as error:
                _LOGGER.warning("The mark in %s stays: %s", root.path, error)

    async def checked_snapshots(self) -> Path:
        """Return the folder for pictures.

        Raises:
            OSError: it must not be written to now.
        """
        try:
            await self.snapshots.check()
        except StorageError as error:
            raise OSError(str(error)) from error
        return self.snapshots.path

    @callback
    def recordings_unusable(self, error: str) -> None:
        """Tell the user that a recorder cannot write to the recordings' folder."""
        repairs.report_storage_unavailable(self._hass, path=str(self.recordings.path), error=error)

    @callback
    def usable(self) -> None:
        """Withdraw what was told."""
        repairs.clear(self._hass, repairs.Problem.STORAGE_UNAVAILABLE)
