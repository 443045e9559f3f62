"""The section of the entry for a worker on another machine: where it is, and what keeps others from reading along."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import Any, Final

from homeassistant.const import CONF_TOKEN, CONF_URL
from yarl import URL

from ..analysis.worker_client.handshake import Endpoint
from ..const import CONF_FINGERPRINT, CONF_WORKER_MODE, WORKER_REMOTE

CONF_CODE: Final = "code"
"""Of a form, never of an entry: the code that the worker shows."""
_SUPERVISOR: Final = ipaddress.ip_network("172.30.32.0/23")
"""The network of the Supervisor's own, which no other machine is in."""


def endpoint_of(section: Mapping[str, Any]) -> Endpoint:
    """Return how the worker of a section is reached."""
    fingerprint = section.get(CONF_FINGERPRINT)
    return Endpoint(
        url=section.get(CONF_URL, ""),
        token=section.get(CONF_TOKEN, ""),
        fingerprint=bytes.fromhex(fingerprint) if fingerprint else None,
    )


def section_of(endpoint: Endpoint) -> dict[str, Any]:
    """Return the section that a worker is kept as."""
    section = {CONF_WORKER_MODE: WORKER_REMOTE, CONF_URL: endpoint.url, CONF_TOKEN: endpoint.token}
    if endpoint.fingerprint:
        section[CONF_FINGERPRINT] = endpoint.fingerprint.hex()
    return section


def can_be_read_along(url: str) -> bool:
    """Return whether others in the network can read what is said to this address: neither encrypted nor within here."""
    address = URL(url)
    if address.scheme == "wss":
        return False
    try:
        host = ipaddress.ip_address(address.host or "")
    except ValueError:
        return address.host != "localhost"
    return not host.is_loopback and host not in _SUPERVISOR
