"""By what a camera is known again at another address: the hardware address of its network card."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import ip_address
from pathlib import Path
from typing import Final

NEIGHBOURS: Final = Path("/proc/net/arp")
"""The kernel's table of who is at which address of the networks that this machine is in; Linux alone has it."""
_COMPLETE: Final = 0x2
"""The flag of an entry whose hardware address is known."""


async def find_hardware_address(host: str) -> str | None:
    """Return the hardware address of a machine of this network that was talked to just now; None where not known.

    It cannot be known behind a router, from a container with a network of its own, or by IPv6.
    """
    return await asyncio.to_thread(_find, host)


def _find(host: str) -> str | None:
    try:
        address = _address(host)
        lines = NEIGHBOURS.read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return None
    for line in lines:
        ip, _, flags, hardware, *_ = line.split()
        if ip == address and int(flags, 16) & _COMPLETE:
            return hardware
    return None


def _address(host: str) -> str:
    """Return the address of a host; raises OSError."""
    try:
        return str(ip_address(host))
    except ValueError:
        return str(socket.getaddrinfo(host, None, socket.AF_INET, socket.SOCK_STREAM)[0][4][0])
