"""What outlives a restart beside the entry: which folders are ours, and how the cameras' switches stand."""

from __future__ import annotations

from collections.abc import Container
from datetime import timedelta
from pathlib import Path
from typing import Final, NotRequired, TypedDict

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.storage import Store

from ..const import DOMAIN

STORAGE_VERSION: Final = 1
SAVE_DELAY: Final = 1.0
"""Seconds within which changes are written together."""


class Switches(TypedDict):
    """How a camera's switches stand."""

    recording: bool
    detection: bool


class _Remembered(TypedDict):
    prepared: list[str]
    switches: dict[str, Switches]
    pictures_kept: NotRequired[int]
    """For how many days pictures were kept when the rule was last followed."""


class SavedState:
    """A small file in Home Assistant's storage."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Take Home Assistant; nothing is read before `load`."""
        self._store: Store[_Remembered] = Store(hass, STORAGE_VERSION, DOMAIN)
        self._remembered = _Remembered(prepared=[], switches={})
        self._loaded = False

    async def load(self, cameras: Container[str]) -> None:
        """Read what was remembered; of cameras that are no longer there, nothing."""
        if remembered := await self._store.async_load():
            switches = {camera: stood for camera, stood in remembered["switches"].items() if camera in cameras}
            self._remembered = {**remembered, "switches": switches}
        self._loaded = True

    async def save(self) -> None:
        """Write it now; not what was never read, which would empty the file."""
        if self._loaded:
            await self._store.async_save(self._remembered)

    async def remove(self) -> None:
        """Remove the file."""
        await self._store.async_remove()

    @property
    def prepared(self) -> list[str]:
        """The folders that were marked as ours before."""
        return self._remembered["prepared"]

    def is_prepared(self, folder: Path) -> bool:
        """Whether a folder was marked as ours before."""
        return str(folder) in self._remembered["prepared"]

    @callback
    def note_prepared(self, folder: Path) -> None:
        """Remember that a folder is marked as ours."""
        self._remembered["prepared"].append(str(folder))
        self._save_soon()

    def pictures_kept(self, default: timedelta) -> timedelta:
        """Return for how long pictures were kept when that was last followed."""
        days = self._remembered.get("pictures_kept")
        return default if days is None else timedelta(days=days)

    @callback
    def note_pictures_kept(self, keep: timedelta) -> None:
        """Remember for how long pictures are kept."""
        if self._remembered.get("pictures_kept") != keep.days:
            self._remembered["pictures_kept"] = keep.days
            self._save_soon()

    def switches_of(self, camera_id: str) -> Switches:
        """Return how a camera's switches stood; those of a new one are on."""
        return self._remembered["switches"].get(camera_id, Switches(recording=True, detection=True))

    @callback
    def note_switches(self, camera_id: str, switches: Switches) -> None:
        """Remember how a camera's switches stand."""
        self._remembered["switches"][camera_id] = switches
        self._save_soon()

    @callback
    def forget_camera(self, camera_id: str) -> None:
        """Forget a camera that was removed."""
        self._remembered["switches"].pop(camera_id, None)
        self._save_soon()

    def _save_soon(self) -> None:
        self._store.async_delay_save(lambda: self._remembered, SAVE_DELAY)
