"""For tests only: searches for cameras go to loopback, which their library leaves out, and nowhere else."""

import ipaddress
import socket
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers.typing import ConfigType

DOMAIN = "loopback_search"


def _loopback(version: int) -> list[Any]:
    return [ipaddress.ip_address("127.0.0.1")] if version == socket.AF_INET else []


async def async_setup(hass: HomeAssistant, _config: ConfigType) -> bool:
    """Tell the library of loopback alone."""

    def restrict() -> None:
        from wsdiscovery import threaded  # noqa: PLC0415 - importing blocks

        threaded._getNetworkAddrs = _loopback

    await hass.async_add_executor_job(restrict)
    return True
