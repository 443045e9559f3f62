"""Where a worker finds a recording: in the same folder, or where it runs elsewhere at Home Assistant's address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant
from homeassistant.helpers.network import NoURLAvailableError, get_url
from homeassistant.util.network import is_loopback

from ...const import DOMAIN
from ...database import RecordRow
from .handshake import websocket_url
from .worker_set import Workers

SIGNED_FOR: Final = timedelta(hours=2)
"""How long a worker may take to come for a recording."""


class RecordingSources:
    """Says what a worker opens for a recording."""

    def __init__(self, hass: HomeAssistant, workers: Workers, recordings: Path, urls: Mapping[str, str]) -> None:
        """Take the recordings' folder; `urls` are where the workers listen, empty for a managed one."""
        self._hass = hass
        self._workers = workers
        self._recordings = recordings
        self._urls = urls

    def shared_with(self, worker: str) -> bool:
        """Return whether a worker reads the recordings' folder itself, which costs no transfer."""
        welcome = self._workers[worker].welcome
        return welcome is not None and welcome.shares_files

    def of(self, recording: RecordRow, worker: str) -> str:
        """Return a recording's path, or where the worker is elsewhere a signed address.

        Raises:
            OSError: Home Assistant does not know its own address.
        """
        if self.shared_with(worker):
            return str(self._recordings / recording.file_path)
        path = async_sign_path(self._hass, f"/api/{DOMAIN}/recording/{recording.id}", SIGNED_FOR, use_content_user=True)
        return f"{self._home_assistant(worker)}{path}"

    def _home_assistant(self, worker: str) -> str:
        """Return where a worker reaches Home Assistant; on this very machine that is not the network's address."""
        api = self._hass.config.api
        if self._is_local(worker) and api is not None and not api.use_ssl:
            return f"http://127.0.0.1:{api.port}"
        try:
            return get_url(self._hass)
        except NoURLAvailableError as error:
            raise OSError("Home Assistant does not know its own address for the worker (settings, network)") from error

    def _is_local(self, worker: str) -> bool:
        """Return whether a worker's address is this machine's own."""
        host = websocket_url(self._urls[worker]).host or ""
        try:
            return is_loopback(ip_address(host))
        except ValueError:
            return host == "localhost"
