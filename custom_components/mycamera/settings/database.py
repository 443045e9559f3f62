"""The database section of the entry's data: what it means, and whether two of them mean the same."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from homeassistant.const import CONF_HOST, CONF_PASSWORD, CONF_PORT, CONF_USERNAME
from homeassistant.core import HomeAssistant

from ..const import (
    CONF_DATABASE_NAME,
    CONF_DATABASE_TYPE,
    CONF_TLS,
    CONF_TLS_CA,
    DATABASE_SQLITE,
    SQLITE_FILE,
    TLS_OFF,
    TLS_VERIFY,
)
from ..database import DatabaseConfig, Tls


def database_config(hass: HomeAssistant, section: Mapping[str, Any]) -> DatabaseConfig:
    """Return what the database section of the entry's data means."""
    if section[CONF_DATABASE_TYPE] == DATABASE_SQLITE:
        return DatabaseConfig.sqlite(Path(hass.config.path(SQLITE_FILE)))
    return DatabaseConfig.mysql(
        host=section[CONF_HOST],
        port=section[CONF_PORT],
        username=section[CONF_USERNAME],
        password=section[CONF_PASSWORD],
        name=section[CONF_DATABASE_NAME],
        tls=_tls(section),
        ca=Path(section[CONF_TLS_CA]) if section.get(CONF_TLS_CA) else None,
    )


def _tls(section: Mapping[str, Any]) -> Tls:
    """Return how the connection is protected. An entry from before there was a choice goes on as it did: not at all."""
    choice = section.get(CONF_TLS, TLS_OFF)
    if choice == TLS_VERIFY or (choice != TLS_OFF and section.get(CONF_TLS_CA)):
        return Tls.VERIFIED
    return Tls.OFF if choice == TLS_OFF or _is_this_machine(section[CONF_HOST]) else Tls.ENCRYPTED


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_same_database(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two sections of an entry's data name the same database, whoever logs in."""
    if one[CONF_DATABASE_TYPE] != other[CONF_DATABASE_TYPE]:
        return False
    if one[CONF_DATABASE_TYPE] == DATABASE_SQLITE:
        return True
    keys = (CONF_HOST, CONF_PORT, CONF_DATABASE_NAME)
    return [one[key] for key in keys] == [other[key] for key in keys]
