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


class _KnownCamera(TypedDict):
    """What is remembered of a camera beyond its removal. Of its address only a digest: paths may hold passwords."""

    name: str
    host: str
    address: str
    hardware: NotRequired[str]
    """The same with its network card's address instead of the host, where that is known."""
    serial: NotRequired[str]
    """The same with its serial number instead of the host, where that is known."""


class _Remembered(TypedDict):
    prepared: list[str]
    switches: dict[str, Switches]
    pictures_kept: NotRequired[int]
    """For how many days pictures were kept when the rule was last followed."""
    cameras: NotRequired[dict[str, _KnownCamera]]
    """Those that were removed, too, in the order in which they were last seen here."""


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
        """Remove the file: the hub is being removed."""
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
    def note_camera(self, camera_id: str, *, name: str, host: str, address: str, serial: str | None = None) -> None:
        """Remember how a camera is called, where it is and which; call it again when it is removed."""
        known = self._remembered.setdefault("cameras", {})
        before = known.pop(camera_id, None)
        known[camera_id] = _KnownCamera(name=name, host=host, address=address)
        if before and before["address"] == address and "hardware" in before:
            known[camera_id]["hardware"] = before["hardware"]
        if serial is not None:
            known[camera_id]["serial"] = serial
        self._save_soon()

    @callback
    def note_hardware(self, camera_id: str, hardware: str) -> None:
        """Remember by what a camera is known again at another address."""
        camera = self._remembered.get("cameras", {}).get(camera_id)
        if camera and camera.get("hardware") != hardware:
            camera["hardware"] = hardware
            self._save_soon()

    def name_of(self, camera_id: str) -> tuple[str, str]:
        """Return the last name and host of a camera that may have been removed; empty where they are not known."""
        known = self._remembered.get("cameras", {}).get(camera_id)
        return ("", "") if known is None else (known["name"], known["host"])

    def last_at(self, address: str, *, hardware: str | None, serial: str | None, present: Container[str]) -> str | None:
        """Return the camera that is gone, of those that are not `present`: by serial number, address or hardware.

        A serial number says more than an address, where another camera with a number of its own may have been.
        """
        gone = {key: camera for key, camera in self._remembered.get("cameras", {}).items() if key not in present}
        told = [key for key, camera in gone.items() if serial is not None and camera.get("serial") == serial]
        there = [
            key
            for key, camera in gone.items()
            if camera["address"] == address and (serial is None or camera.get("serial") in {None, serial})
        ]
        same = [key for key, camera in gone.items() if hardware is not None and camera.get("hardware") == hardware]
        return next(iter([*reversed(told), *reversed(there), *reversed(same)]), None)

    @callback
    def forget_name(self, camera_id: str) -> None:
        """Forget how a removed camera was called: nothing is left of it."""
        self._remembered.get("cameras", {}).pop(camera_id, None)
        self._save_soon()

    @callback
    def forget_camera(self, camera_id: str) -> None:
        """Forget how the switches of a camera stood that was removed."""
        self._remembered["switches"].pop(camera_id, None)
        self._save_soon()

    def _save_soon(self) -> None:
        self._store.async_delay_save(lambda: self._remembered, SAVE_DELAY)
