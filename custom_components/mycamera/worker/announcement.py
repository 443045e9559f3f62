"""Telling the local network by zeroconf (mDNS, DNS-SD) that a worker is here and can be paired with."""

from __future__ import annotations

import ipaddress
import logging
import socket
from typing import Final

import psutil
from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion
from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

from .protocol.versions import PROTOCOL_VERSION, VERSION

_LOGGER = logging.getLogger(__name__)

SERVICE_TYPE: Final = "_mycamera-worker._tcp.local."
_LONGEST_NAME: Final = 40


def addresses(host: str) -> list[str]:
    """Return at which IPv4 addresses other machines reach who listens on `host`; none on loopback."""
    if not ipaddress.ip_address(host).is_unspecified:
        return [] if ipaddress.ip_address(host).is_loopback else [host]
    return [
        found.address
        for all_found in psutil.net_if_addrs().values()
        for found in all_found
        if found.family == socket.AF_INET and not ipaddress.ip_address(found.address).is_loopback
    ]


class Announcement:
    """The announcement of one worker, from `start` to `stop`."""

    def __init__(self, fingerprint: bytes) -> None:
        self._fingerprint = fingerprint
        self._zeroconf: AsyncZeroconf | None = None

    async def start(self, at: list[str], port: int, *, interfaces: list[str] | None = None) -> None:
        """Announce the worker. Where the network does not allow that, say so, and go on without."""
        if not at:
            return
        short = socket.gethostname().partition(".")[0][:_LONGEST_NAME] or "worker"
        info = AsyncServiceInfo(
            SERVICE_TYPE,
            f"{short} {self._fingerprint.hex()[:6]}.{SERVICE_TYPE}",
            port=port,
            parsed_addresses=at,
            server=f"{short}-{self._fingerprint.hex()[:6]}.local.",
            properties={
                "version": VERSION,
                "protocol": str(PROTOCOL_VERSION),
                "fingerprint": self._fingerprint.hex(),
                "name": short,
            },
        )
        try:
            self._zeroconf = AsyncZeroconf(interfaces=interfaces or InterfaceChoice.All, ip_version=IPVersion.V4Only)
            await self._zeroconf.async_register_service(info)
        except (OSError, ZeroconfError) as error:
            _LOGGER.warning("The network cannot be told of the worker; enter its address in Home Assistant: %s", error)
            await self.stop()

    async def stop(self) -> None:
        """Take the announcement back."""
        if self._zeroconf is not None:
            zeroconf, self._zeroconf = self._zeroconf, None
            await zeroconf.async_unregister_all_services()
            await zeroconf.async_close()
