"""The database of a new hub."""

from __future__ import annotations

from typing import Any
from unittest.mock import AsyncMock

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.database import Tls
from custom_components.mycamera.database.errors import (
    DatabaseCredentialsRejected,
    DatabaseDamaged,
    DatabaseError,
    DatabaseMissing,
    DatabaseOccupied,
    DatabasePasswordExposed,
    DatabasePermissionDenied,
    DatabaseRightMissing,
    DatabaseServerUnsuitable,
    DatabaseTlsMissing,
    DatabaseTlsRequired,
    DatabaseTlsUntrusted,
    DatabaseTooNew,
    DatabaseTooOld,
    DatabaseUnavailable,
)
from custom_components.mycamera.settings.database import database_config

from .forms import MYSQL, at_step, submit, suggested


@pytest.mark.parametrize(
    ("error", "field", "key"),
    [
        (DatabaseUnavailable, "host", "database_unavailable"),
        (DatabaseTooOld, "host", "database_too_old"),
        (DatabaseError, "host", "database_unavailable"),
        (DatabaseCredentialsRejected, "password", "invalid_auth"),
        (DatabasePermissionDenied, "username", "database_permission_denied"),
        (DatabaseMissing, "name", "database_missing"),
        (DatabaseOccupied, "name", "database_occupied"),
        (DatabaseTooNew, "name", "database_too_new"),
        (DatabaseTlsMissing, "tls", "database_tls_missing"),
        (DatabaseTlsRequired, "tls", "database_tls_required"),
        (DatabaseTlsUntrusted, "tls_ca", "database_tls_untrusted"),
        (DatabasePasswordExposed, "tls", "database_password_exposed"),
    ],
)
async def test_mysql_refuses_and_recovers(
    hass: HomeAssistant,
    folders: dict[str, str],
    python: str,
    check_database: AsyncMock,
    error: type[DatabaseError],
    field: str,
    key: str,
) -> None:
    result = await at_step(hass, "mysql", folders, python)
    check_database.side_effect = error("what the server said")
    result = await submit(hass, result, **MYSQL)
    assert (result["step_id"], result["errors"]) == ("mysql", {field: key})
    assert result["description_placeholders"]["error"] == "what the server said"
    assert suggested(result) == MYSQL
    check_database.side_effect = None
    assert (await submit(hass, result, **MYSQL))["step_id"] == "storage"


@pytest.mark.parametrize(
    ("error", "field", "key", "told"),
    [
        (DatabaseRightMissing("INDEX"), "username", "database_right_missing", {"right": "INDEX"}),
        (
            DatabaseServerUnsuitable("binlog_format", "ROW"),
            "host",
            "database_setting",
            {"setting": "binlog_format", "wanted": "ROW"},
        ),
    ],
)
async def test_mysql_names_what_is_missing(
    hass: HomeAssistant,
    folders: dict[str, str],
    python: str,
    check_database: AsyncMock,
    error: DatabaseError,
    field: str,
    key: str,
    told: dict[str, str],
) -> None:
    result = await at_step(hass, "mysql", folders, python)
    check_database.side_effect = error
    result = await submit(hass, result, **MYSQL)
    assert result["errors"] == {field: key}
    assert told.items() <= result["description_placeholders"].items()


@pytest.mark.parametrize(
    ("change", "tls"),
    [
        ({}, Tls.ENCRYPTED),
        ({"host": "127.0.0.1"}, Tls.OFF),
        ({"host": "localhost"}, Tls.OFF),
        ({"host": "::1"}, Tls.OFF),
        ({"tls_ca": "/ssl/ca.pem"}, Tls.VERIFIED),
        ({"tls": "verify"}, Tls.VERIFIED),
        ({"tls": "off"}, Tls.OFF),
        ({"tls": "off", "tls_ca": "/ssl/ca.pem"}, Tls.OFF),
    ],
)
async def test_what_is_encrypted(hass: HomeAssistant, change: dict[str, str], tls: Tls) -> None:
    config = database_config(hass, {"type": "mysql", **MYSQL, **change})
    assert config.tls is tls
    assert (config.ca is not None) == ("tls_ca" in change)


async def test_a_damaged_file(
    hass: HomeAssistant, folders: dict[str, str], python: str, check_database: AsyncMock
) -> None:
    result = await at_step(hass, "database", folders, python)
    check_database.side_effect = DatabaseDamaged("malformed")
    assert (await submit(hass, result, type="sqlite"))["errors"] == {"type": "database_damaged"}


@pytest.mark.parametrize(
    ("change", "field", "key"),
    [
        ({"host": "two words"}, "host", "invalid_host"),
        ({"host": "db\nserver"}, "host", "invalid_characters"),
        ({"host": "http://db"}, "host", "invalid_host"),
        ({"host": ""}, "host", "required"),
        ({"host": "x" * 300}, "host", "too_long"),
        ({"port": 0}, "port", "invalid_port"),
        ({"port": 65536}, "port", "invalid_port"),
        ({"port": -1}, "port", "invalid_port"),
        ({"username": " "}, "username", "required"),
        ({"username": "a\x00b"}, "username", "invalid_characters"),
        ({"password": "a\nb"}, "password", "invalid_characters"),
        ({"name": "n" * 65}, "name", "too_long"),
    ],
)
async def test_hostile_database_settings(
    hass: HomeAssistant,
    folders: dict[str, str],
    python: str,
    check_database: AsyncMock,
    change: dict[str, Any],
    field: str,
    key: str,
) -> None:
    result = await at_step(hass, "mysql", folders, python)
    result = await submit(hass, result, **{**MYSQL, **change})
    assert result["errors"] == {field: key}
    check_database.assert_not_awaited()
