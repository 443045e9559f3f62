"""By what a camera is known again at another address: the hardware address of its network card."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

NEIGHBOURS: Final = Path("/proc/net/arp")
"""The kernel's table of who is at which address of the networks that this machine is in; Linux alone has it."""
_COMPLETE: Final = 0x2
"""The flag of an entry whose hardware address is known."""


async def find_hardware_address(host: str) -> str | None:
    """Return the hardware address of a machine of this network that was talked to just now; None where not known.

    It cannot be known behind a router, from a container with a network of its own, or by IPv6. It is not asked for by
    name: a camera that has one keeps it when its address changes.
    """
    return await asyncio.to_thread(_find, host)


def _find(host: str) -> str | None:
    try:
        lines = NEIGHBOURS.read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return None
    for line in lines:
        ip, _, flags, hardware, *_ = line.split()
        if ip == host and int(flags, 16) & _COMPLETE:
            return hardware
    return None
