"""What the app tells of itself by the Supervisor: where its worker listens, and the token that opens it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from homeassistant.const import CONF_HOST, CONF_PORT, CONF_TOKEN, CONF_URL

from ..const import CONF_KEEPER, CONF_WORKER_MODE, WORKER_REMOTE
from .user_input import MAX_TOKEN_LENGTH, InputError, clean_text, clean_worker_url

MAX_HOST_LENGTH: Final = 253
LAST_PORT: Final = 65535
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
    url = clean_worker_url({CONF_URL: f"ws://{f'[{host}]' if ':' in host else host}:{port}"})
    section = {
        CONF_WORKER_MODE: WORKER_REMOTE,
        CONF_URL: url,
        CONF_TOKEN: clean_text(config, CONF_TOKEN, max_length=MAX_TOKEN_LENGTH),
    }
    if CONF_KEEPER in config:
        if not isinstance(config[CONF_KEEPER], str) or not Path(config[CONF_KEEPER]).is_absolute():
            raise InputError(CONF_KEEPER, "path_not_absolute")
        section[CONF_KEEPER] = clean_text(config, CONF_KEEPER, max_length=MAX_KEEPER_LENGTH)
    return section
