"""What the forms test before they accept a database: by opening it."""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.const import CONF_HOST, CONF_PASSWORD, CONF_USERNAME
from homeassistant.core import HomeAssistant

from ..const import (
    CONF_DATABASE_NAME,
    CONF_DATABASE_TYPE,
    CONF_TLS,
    CONF_TLS_CA,
    DATABASE_SQLITE,
)
from ..database import (
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
    check,
)
from .database import database_config
from .user_input import InputError

_DATABASE_ERRORS: Final[tuple[tuple[type[DatabaseError], str, str], ...]] = (
    (DatabaseCredentialsRejected, CONF_PASSWORD, "invalid_auth"),
    (DatabaseMissing, CONF_DATABASE_NAME, "database_missing"),
    (DatabaseOccupied, CONF_DATABASE_NAME, "database_occupied"),
    (DatabaseRightMissing, CONF_USERNAME, "database_right_missing"),
    (DatabasePermissionDenied, CONF_USERNAME, "database_permission_denied"),
    (DatabaseServerUnsuitable, CONF_HOST, "database_setting"),
    (DatabaseTlsMissing, CONF_TLS, "database_tls_missing"),
    (DatabaseTlsRequired, CONF_TLS, "database_tls_required"),
    (DatabaseTlsUntrusted, CONF_TLS_CA, "database_tls_untrusted"),
    (DatabasePasswordExposed, CONF_TLS, "database_password_exposed"),
    (DatabaseTooNew, CONF_DATABASE_NAME, "database_too_new"),
    (DatabaseTooOld, CONF_HOST, "database_too_old"),
    (DatabaseDamaged, CONF_DATABASE_NAME, "database_damaged"),
    (DatabaseError, CONF_HOST, "database_unavailable"),
)


async def check_database(hass: HomeAssistant, section: Mapping[str, Any]) -> None:
    """Open the database that a section of the entry's data names.

    Raises:
        InputError: it cannot be used; under the field that is to blame, `type` for a file.
    """
    is_file = section[CONF_DATABASE_TYPE] == DATABASE_SQLITE
    try:
        await check(database_config(hass, section))
    except DatabaseError as error:
        field, key = next((field, key) for cls, field, key in _DATABASE_ERRORS if isinstance(error, cls))
        placeholders = {"error": str(error)}
        if isinstance(error, DatabaseRightMissing):
            placeholders["right"] = error.right
        if isinstance(error, DatabaseServerUnsuitable):
            placeholders |= {"setting": error.setting, "wanted": error.wanted}
        raise InputError(CONF_DATABASE_TYPE if is_file else field, key, **placeholders) from error
