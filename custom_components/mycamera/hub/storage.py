"""The hub's folders: marked as its own, looked at before they are used, and given up."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback

from .. import repairs
from ..analysis.snapshots import PictureFolder
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
from ..recording.archive.storage import StorageError, StorageRoot, StorageUnmarked, pause_below
from ..recording.retention.plan import StorageRules

if TYPE_CHECKING:
    from .saved_state import SavedState

_LOGGER = logging.getLogger(__name__)


class HubStorage:
    """Where one hub's recordings and pictures are. Tells the user what is wrong there."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry, memory: SavedState) -> None:
        """Read the entry; `memory` knows which folders were marked before."""
        self._hass = hass
        self._entry_id = entry.entry_id
        self._memory = memory
        section = entry.data[CONF_STORAGE]
        minimum_free = round(section.get(CONF_MINIMUM_FREE, DEFAULT_MINIMUM_FREE) * GIGABYTE)
        reserve = pause_below(minimum_free)
        self.recordings = StorageRoot(Path(section[CONF_RECORDINGS_PATH]), entry.entry_id, reserve)
        self.snapshots = StorageRoot(Path(section[CONF_SNAPSHOTS_PATH]), entry.entry_id, reserve)
        self.pictures = PictureFolder(self.snapshots)
        self.pictures.trouble.subscribe(self._pictures_unusable)
        self.pictures.well.subscribe(self._pictures_usable)
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
                self._unusable(root, str(error))
        if not problems:
            self.usable()
        # What Home Assistant serves to every user, or to everyone.
        public = [self._hass.config.path("www"), *self._hass.config.media_dirs.values()]
        repairs.report_storage_served(self._hass, await self._hass.async_add_executor_job(self._within, public))
        copied = [self._hass.config.config_dir]
        repairs.report_storage_backed_up(self._hass, await self._hass.async_add_executor_job(self._within, copied))

    def _within(self, paths: list[str]) -> list[str]:
        """Return the folders that lie in any of these. Blocking."""
        return [
            str(root.path)
            for root in (self.recordings, self.snapshots)
            if any(root.path.resolve().is_relative_to(Path(path).resolve()) for path in paths)
        ]

    @property
    def known_folders(self) -> list[str]:
        """The folders that were ever marked as this hub's."""
        return self._memory.prepared

    async def find_problem(self) -> tuple[StorageRoot, StorageError] | None:
        """Return a folder that cannot be used now, and why; None where both can."""
        for root in (self.recordings, self.snapshots):
            try:
                await root.check()
            except StorageError as error:
                return root, error
        self.usable()
        return None

    async def use_new_disk(self) -> None:
        """Mark what bears no mark: its user says that this is a new disk. Raises StorageError."""
        for root in (self.recordings, self.snapshots):
            try:
                await root.check()
            except StorageUnmarked:
                _LOGGER.warning("%s is taken for a new disk, as its user says", root.path)
                await root.prepare()

    async def release(self) -> None:
        """Give the folders up: what is in them stays, another hub may own it."""
        for root in (self.recordings, self.snapshots):
            try:
                await root.release()
            except StorageError as error:
                _LOGGER.warning("The mark in %s stays: %s", root.path, error)

    @callback
    def _pictures_unusable(self, error: StorageError) -> None:
        self._unusable(self.snapshots, str(error))

    @callback
    def _pictures_usable(self) -> None:
        # It withdraws what was told, if all is well.
        self._hass.async_create_task(self.find_problem(), "mycamera storage")

    @callback
    def recordings_unusable(self, error: str) -> None:
        """Tell the user that a recorder cannot write to the recordings' folder."""
        self._unusable(self.recordings, error)

    @callback
    def _unusable(self, root: StorageRoot, error: str) -> None:
        repairs.report_storage_unavailable(self._hass, entry_id=self._entry_id, path=str(root.path), error=error)

    @callback
    def usable(self) -> None:
        """Withdraw what was told, unless pictures cannot be written still."""
        if not self.pictures.away:
            repairs.clear(self._hass, repairs.Problem.STORAGE_UNAVAILABLE)
