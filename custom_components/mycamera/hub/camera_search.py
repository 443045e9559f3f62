"""Cameras that are away are looked for in the network: by what machines call them, and by their serial number."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_HOST
from homeassistant.core import HomeAssistant

from ..const import CONF_SERIAL, SUBENTRY_CAMERA
from ..recording.status import AWAY
from ..settings.onvif_cameras.asking import OnvifRefused
from ..settings.onvif_cameras.device import read_device
from ..settings.onvif_cameras.libraries import OnvifError
from ..settings.onvif_cameras.search import FoundCamera, search_cameras

if TYPE_CHECKING:
    from .camera import CameraRuntime

_LOGGER = logging.getLogger(__name__)

SEARCH_EVERY: Final = 600.0
"""Seconds; nothing is asked while all cameras are there, or none of those away told what it is called."""
REFUSED_FOR: Final = 3600.0
"""Seconds for which a login that was refused is not shown again: a few more, and many cameras lock the account."""


class CameraSearch:
    """Follows cameras that were found by ONVIF to another address. `run` is the owner's task."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry, cameras: Mapping[str, CameraRuntime]) -> None:
        """Take the hub's cameras, which may change."""
        self._hass = hass
        self._entry = entry
        self._cameras = cameras
        self._refused: dict[tuple[str, str, str], float] = {}
        """When a host refused a user name and password, by the monotonic clock."""

    async def run(self) -> None:
        """Look now and then, until cancelled."""
        while True:
            await asyncio.sleep(SEARCH_EVERY)
            await self.look()

    async def look(self) -> None:
        """Search for those that are away, where there are such."""
        away = {
            camera.config.endpoint: camera
            for camera in self._cameras.values()
            if camera.config.endpoint and camera.config.serial and camera.state.recording_status in AWAY
        }
        if not away:
            return
        try:
            for found in await search_cameras(self._hass):
                camera = away.get(found.endpoint)
                if camera is not None and camera.source.host != found.host:
                    await self._try(camera, found)
        except OnvifError as error:
            _LOGGER.debug("Cameras that are away are looked for later: %s", error)

    async def _try(self, camera: CameraRuntime, found: FoundCamera) -> None:
        """Ask what calls itself so for its serial number, by the camera's login, which nobody learns from that."""
        source, serial = camera.source, camera.config.serial
        login = found.host, source.username or "", source.password or ""
        if time.monotonic() - self._refused.get(login, -REFUSED_FOR) < REFUSED_FOR:
            return
        host, username, password = login
        try:
            device = await read_device(self._hass, host, found.port, username, password)
        except OnvifRefused:
            self._refused[login] = time.monotonic()
            _LOGGER.debug("What calls itself like %s refuses its login", camera.name)
            return
        except OnvifError as error:
            _LOGGER.debug("What calls itself like %s does not tell what it is: %s", camera.name, error)
            return
        if device.serial != serial:
            return
        _LOGGER.info("The camera %s has another address now", camera.name)
        for subentry in self._entry.get_subentries_of_type(SUBENTRY_CAMERA):  # a recorder's are several
            data = subentry.data
            if data.get(CONF_SERIAL) == serial and data[CONF_HOST] == source.host:
                self._hass.config_entries.async_update_subentry(
                    self._entry, subentry, data={**data, CONF_HOST: found.host}
                )
