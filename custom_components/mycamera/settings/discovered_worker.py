"""What is told of a worker by the Supervisor (with the token that opens it) or in the network (to be paired with)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from homeassistant.const import CONF_HOST, CONF_NAME, CONF_PORT, CONF_TOKEN, CONF_URL
from homeassistant.helpers.service_info.zeroconf import ZeroconfServiceInfo

from ..const import CONF_FINGERPRINT, CONF_KEEPER, CONF_WORKER_MODE, WORKER_REMOTE
from .user_input import MAX_TOKEN_LENGTH, InputError, clean_text, clean_worker_url

MAX_HOST_LENGTH: Final = 253
LAST_PORT: Final = 65535
MAX_NAME_LENGTH: Final = 64
MAX_KEEPER_LENGTH: Final = 90
"""Characters: a socket's path is bounded."""


def read_discovered_worker(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the worker's section of the entry that an announcement stands for.

    Raises:
        InputError: it is not one of our app's.
    """
    if not all(isinstance(config.get(key), str) for key in (CONF_HOST, CONF_TOKEN)):
        raise InputError(CONF_HOST, "required")
    port = config.get(CONF_PORT)
    if not isinstance(port, int) or isinstance(port, bool) or not 0 < port <= LAST_PORT:
        raise InputError(CONF_PORT, "invalid_port")
    host = clean_text(config, CONF_HOST, max_length=MAX_HOST_LENGTH)
    if set(host) & set("/?#@"):
        raise InputError(CONF_HOST, "invalid_url")
    fingerprint = _fingerprint(config.get(CONF_FINGERPRINT))
    scheme = "wss" if fingerprint else "ws"
    url = clean_worker_url({CONF_URL: f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"})
    section = {
        CONF_WORKER_MODE: WORKER_REMOTE,
        CONF_URL: url,
        CONF_TOKEN: clean_text(config, CONF_TOKEN, max_length=MAX_TOKEN_LENGTH),
    }
    if fingerprint:
        section[CONF_FINGERPRINT] = fingerprint
    if CONF_KEEPER in config:
        if not isinstance(config[CONF_KEEPER], str) or not Path(config[CONF_KEEPER]).is_absolute():
            raise InputError(CONF_KEEPER, "path_not_absolute")
        section[CONF_KEEPER] = clean_text(config, CONF_KEEPER, max_length=MAX_KEEPER_LENGTH)
    return section


@dataclass(frozen=True, slots=True)
class AnnouncedWorker:
    """A worker in the network: what it says of itself, which only pairing proves."""

    name: str
    host: str
    port: int
    fingerprint: str

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"wss://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


def read_announced_worker(info: ZeroconfServiceInfo) -> AnnouncedWorker:
    """Return the worker that zeroconf found.

    Raises:
        InputError: it does not say of itself what one says.
    """
    fingerprint = _fingerprint(info.properties.get(CONF_FINGERPRINT))
    if fingerprint is None or not info.port:
        raise InputError(CONF_FINGERPRINT, "required")
    name = str(info.properties.get(CONF_NAME) or info.host)
    printable = "".join(sign for sign in name if sign.isprintable())[:MAX_NAME_LENGTH]
    return AnnouncedWorker(printable or info.host, info.host, info.port, fingerprint)


def _fingerprint(told: object) -> str | None:
    """Return a certificate's fingerprint, if one is told. Raises InputError."""
    if told is None:
        return None
    if not isinstance(told, str) or not re.fullmatch(r"[0-9a-f]{64}", told):
        raise InputError(CONF_FINGERPRINT, "invalid_url")
    return told
