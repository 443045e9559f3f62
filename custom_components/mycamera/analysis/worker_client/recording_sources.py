"""Where a worker finds a recording: in the same folder, or where it runs elsewhere at Home Assistant's address."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
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
from ...signals import Signal
from .handshake import websocket_url
from .worker_set import Workers

_LOGGER = logging.getLogger(__name__)

AVOIDED_FOR: Final = 60.0
"""Seconds until a worker that gets at no recordings is sent one again, to see whether it does now."""
SIGNED_FOR: Final = timedelta(hours=2)
"""How long a worker may take to come for a recording."""


@dataclass(frozen=True, slots=True)
class _Unreachable:
    """Why a worker gets at no recordings, until when (the loop's time) it is sent none, and how often that was so."""

    reason: str
    until: float
    times: int


class RecordingSources:
    """Says what a worker opens for a recording, and which workers get at none, their share not being mounted."""

    def __init__(self, hass: HomeAssistant, workers: Workers, recordings: Path, urls: Mapping[str, str]) -> None:
        """Take the recordings' folder; `urls` are where the workers listen, empty for a managed one."""
        self._hass = hass
        self._workers = workers
        self._recordings = recordings
        self._urls = urls
        self.changes: Signal[()] = Signal()
        """`lasting` has changed."""
        self._unreachable: dict[str, _Unreachable] = {}
        workers.connected.subscribe(self._connected)

    @property
    def unreachable_for(self) -> dict[str, str]:
        """Why workers got at no recordings when they were last sent one, by their ids."""
        return {worker: unreachable.reason for worker, unreachable in self._unreachable.items()}

    @property
    def lasting(self) -> dict[str, str]:
        """The same of those that got at none the time before, either: it is no passing trouble, and users are told."""
        return {
            worker: unreachable.reason for worker, unreachable in self._unreachable.items() if unreachable.times > 1
        }

    @property
    def avoided(self) -> set[str]:
        """The workers that are sent no recordings just now: they would fail one after the other."""
        now = asyncio.get_running_loop().time()
        return {worker for worker, unreachable in self._unreachable.items() if now < unreachable.until}

    def not_reached_by(self, worker: str, reason: str) -> None:
        """Send a worker no recordings for a while, since it got at none."""
        now, before = asyncio.get_running_loop().time(), self._unreachable.get(worker)
        times = 1 if before is None else before.times + (now >= before.until)  # several may be under way at once
        self._unreachable[worker] = _Unreachable(reason, now + AVOIDED_FOR, times)
        if before is None or before.reason != reason:
            _LOGGER.warning("A worker gets at no recordings, which wait until it does: %s", reason)
        if times > 1:
            self.changes.tell()

    def reached_by(self, worker: str) -> None:
        """Say that a worker got at a recording."""
        if self._unreachable.pop(worker, None) is not None:
            _LOGGER.info("A worker that got at no recordings gets at them again")
            self.changes.tell()

    def _connected(self, worker: str) -> None:
        if (unreachable := self._unreachable.get(worker)) is not None:
            self._unreachable[worker] = replace(unreachable, until=0.0)  # it may have been started for that

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
