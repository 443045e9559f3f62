"""Where the worker finds a recording: in the same folder, or where it runs elsewhere at Home Assistant's address."""

from __future__ import annotations

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
from .worker_connection import WorkerConnection

SIGNED_FOR: Final = timedelta(hours=2)
"""How long a worker may take to come for a recording."""


class RecordingSources:
    """Says what the worker opens for a recording."""

    def __init__(self, hass: HomeAssistant, connection: WorkerConnection, recordings: Path, *, worker_url: str) -> None:
        """Take the recordings' folder; `worker_url` is where the worker listens, empty where it is a managed one."""
        self._hass = hass
        self._connection = connection
        self._recordings = recordings
        self._worker_url = worker_url

    @property
    def shares_files(self) -> bool:
        """Whether the worker reads the recordings' folder itself, which costs no transfer."""
        return self._connection.welcome is not None and self._connection.welcome.shares_files

    def of(self, recording: RecordRow) -> str:
        """Return a recording's path, or where the worker is elsewhere a signed address.

        Raises:
            OSError: Home Assistant does not know its own address.
        """
        if self.shares_files:
            return str(self._recordings / recording.file_path)
        path = async_sign_path(self._hass, f"/api/{DOMAIN}/recording/{recording.id}", SIGNED_FOR, use_content_user=True)
        return f"{self._home_assistant()}{path}"

    def _home_assistant(self) -> str:
        """Return where the worker reaches Home Assistant; on this very machine that is not the network's address."""
        api = self._hass.config.api
        if self._is_local and api is not None and not api.use_ssl:
            return f"http://127.0.0.1:{api.port}"
        try:
            return get_url(self._hass)
        except NoURLAvailableError as error:
            raise OSError("Home Assistant does not know its own address for the worker (settings, network)") from error

    @property
    def _is_local(self) -> bool:
        """Whether the worker's address is this machine's own."""
        host = websocket_url(self._worker_url).host or ""
        try:
            return is_loopback(ip_address(host))
        except ValueError:
            return host == "localhost"
