"""What can go wrong with the database, and which of it a driver's exception means."""

from __future__ import annotations

import os
import sqlite3
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pymysql  # type: ignore[import-untyped]  # it publishes no types
from pymysql.constants import CR  # type: ignore[import-untyped]  # it publishes no types
from sqlalchemy import exc


class DatabaseError(Exception):
    """The database did not do what was asked. The text is for people and holds no password."""


class DatabaseUnavailable(DatabaseError):
    """The database cannot be reached or cannot answer now; the same call may succeed later."""


class DatabaseCredentialsRejected(DatabaseError):
    """The server refuses this user and password."""


class DatabaseTlsMissing(DatabaseError):
    """The connection is to be encrypted, and the server offers no TLS."""


class DatabaseTlsRequired(DatabaseError):
    """The server, or this user, may be talked to by TLS only, and TLS is off."""


class DatabaseTlsUntrusted(DatabaseError):
    """The server's certificate is not one that is trusted, or not for this host."""


class DatabasePasswordExposed(DatabaseError):
    """The server asks for the password in clear, and nothing proves that it is the right one. It was not told."""


class DatabaseMissing(DatabaseError):
    """The server has no database of this name."""


class DatabasePermissionDenied(DatabaseError):
    """The user may log in but lacks a right that is needed, or the file may not be read or written."""


class DatabaseRightMissing(DatabasePermissionDenied):
    """The user lacks one right, `right` as GRANT names it, such as INDEX."""

    def __init__(self, right: str) -> None:
        super().__init__(f"The user lacks the right {right}")
        self.right = right


class DatabaseServerUnsuitable(DatabaseError):
    """A setting of the server, or a limit of the user, keeps it from being used: `setting`, and what is `wanted`."""

    def __init__(self, setting: str, wanted: str) -> None:
        super().__init__(f"The server's {setting} does not suit: {wanted} is needed")
        self.setting = setting
        self.wanted = wanted


class DatabaseOccupied(DatabaseError):
    """The database holds tables of the same names that are not ours."""


class DatabaseTooNew(DatabaseError):
    """The tables were made by a newer version of the integration."""


class DatabaseTooOld(DatabaseError):
    """The database server is older than what is supported."""


class DatabaseDamaged(DatabaseError):
    """The file is not a database, or is damaged."""


class DatabaseRowRejected(DatabaseError):
    """The database can never take this row: a value is invalid or too long."""


class DatabaseUnexplained(DatabaseError):
    """The database answers, and refuses for a reason that we do not know."""


class DatabaseHeld(DatabaseUnavailable):
    """Something else needs it as it is; writes wait in the journal, and questions are refused."""


class DatabaseBeingMoved(DatabaseHeld):
    """Everything in it is being copied elsewhere."""


class DatabaseBeingBackedUp(DatabaseHeld):
    """Home Assistant copies its file."""


class JournalError(DatabaseUnavailable):
    """The database is away and the row could not be kept on local disk either."""


LEAST_PACKET: Final = 1024 * 1024
"""Bytes that a statement may have: what a server allows at least for writes to succeed."""

_MYSQL: Final[dict[int, type[DatabaseError]]] = {
    1045: DatabaseCredentialsRejected,  # access denied
    1130: DatabaseCredentialsRejected,  # this host may not connect
    1251: DatabaseCredentialsRejected,  # authentication protocol
    1524: DatabaseCredentialsRejected,  # authentication plugin not loaded
    1698: DatabaseCredentialsRejected,  # access denied, no password used
    1820: DatabaseCredentialsRejected,  # password must be changed
    1862: DatabaseCredentialsRejected,  # password has expired
    2059: DatabaseCredentialsRejected,  # authentication plugin
    3118: DatabaseCredentialsRejected,  # account is locked
    4151: DatabaseCredentialsRejected,  # account is locked (MariaDB)
    3159: DatabaseTlsRequired,
    1049: DatabaseMissing,
    1044: DatabasePermissionDenied,  # on this database
    1142: DatabasePermissionDenied,  # on a table
    1143: DatabasePermissionDenied,  # on a column
    1227: DatabasePermissionDenied,
    1370: DatabasePermissionDenied,
    1048: DatabaseRowRejected,  # NULL
    1062: DatabaseRowRejected,  # duplicate
    1264: DatabaseRowRejected,  # out of range
    1265: DatabaseRowRejected,  # truncated
    1292: DatabaseRowRejected,  # wrong value
    1366: DatabaseRowRejected,  # wrong value
    1406: DatabaseRowRejected,  # too long
    1452: DatabaseRowRejected,  # foreign key
}

# What the server's settings do not allow.
_MYSQL_SETTINGS: Final = {
    1153: ("max_allowed_packet", f"≥ {LEAST_PACKET}"),
    1665: ("binlog_format", "ROW / MIXED"),
}

_SQLITE: Final[dict[int, type[DatabaseError]]] = {
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
    sqlite3.SQLITE_PERM: DatabasePermissionDenied,
    sqlite3.SQLITE_AUTH: DatabasePermissionDenied,
    sqlite3.SQLITE_CONSTRAINT: DatabaseRowRejected,
    sqlite3.SQLITE_MISMATCH: DatabaseRowRejected,
    sqlite3.SQLITE_TOOBIG: DatabaseRowRejected,
    sqlite3.SQLITE_RANGE: DatabaseRowRejected,
    sqlite3.SQLITE_BUSY: DatabaseUnavailable,
    sqlite3.SQLITE_LOCKED: DatabaseUnavailable,
    sqlite3.SQLITE_NOMEM: DatabaseUnavailable,
    sqlite3.SQLITE_READONLY: DatabaseUnavailable,
    sqlite3.SQLITE_INTERRUPT: DatabaseUnavailable,
    sqlite3.SQLITE_IOERR: DatabaseUnavailable,
    sqlite3.SQLITE_FULL: DatabaseUnavailable,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnavailable,
    sqlite3.SQLITE_PROTOCOL: DatabaseUnavailable,
    sqlite3.SQLITE_SCHEMA: DatabaseUnavailable,
}

# Two transactions met; the server undid this one, and it can simply be done again.
_MYSQL_RETRY: Final = frozenset({1205, 1213})


def mysql_code(error: BaseException | None) -> int | None:
    """Return the server's or client library's error number, or None where there is none."""
    if isinstance(error, pymysql.err.MySQLError) and error.args and isinstance(error.args[0], int):
        return error.args[0]
    return None


def is_conflict(error: exc.DBAPIError) -> bool:
    """Whether the transaction lost against another one and may be repeated at once."""
    return mysql_code(error.orig) in _MYSQL_RETRY


def _from_driver(error: BaseException | None) -> DatabaseError:
    # The drivers call all that happens while a connection is made a failure to connect.
    cause = error
    while cause is not None:
        if isinstance(cause, DatabaseError):
            return cause
        if isinstance(cause, ssl.SSLCertVerificationError):
            return DatabaseTlsUntrusted(f"The server's certificate: {cause.verify_message}")
        cause = cause.__cause__ or cause.__context__
    return _from_sqlite(error) if isinstance(error, sqlite3.Error) else _from_mysql(error)


def _from_sqlite(error: sqlite3.Error) -> DatabaseError:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and (cls := _SQLITE.get(code & 0xFF)):
        return cls(str(error))
    if isinstance(error, (sqlite3.IntegrityError, sqlite3.DataError)):
        return DatabaseRowRejected(str(error))
    return DatabaseUnexplained(str(error))


def _from_mysql(error: BaseException | None) -> DatabaseError:
    code = mysql_code(error)
    text = str(error.args[1]) if code is not None and error is not None and len(error.args) > 1 else str(error)
    if error is not None and code == CR.CR_CONN_HOST_ERROR:
        # The two drivers word the same thing differently: told so, one outage would look like several.
        cause = error.__cause__ or error.__context__
        reason = f" ({os.strerror(cause.errno)})" if isinstance(cause, OSError) and cause.errno else ""
        text = text.partition(" (")[0] + reason
    if code is not None and (unsuitable := _MYSQL_SETTINGS.get(code)):
        return DatabaseServerUnsuitable(*unsuitable)
    if code is not None and (cls := _MYSQL.get(code)):
        return cls(text)
    if isinstance(error, (pymysql.err.IntegrityError, pymysql.err.DataError)):
        return DatabaseRowRejected(text)
    if isinstance(error, (pymysql.err.OperationalError, pymysql.err.InterfaceError, pymysql.err.InternalError)):
        # Lost connections, shutdown, full disk, read-only mode, too many connections, deadlocks.
        return DatabaseUnavailable(text)
    return DatabaseUnexplained(text)


@contextmanager
def translated() -> Iterator[None]:
    """Turn the exceptions of SQLAlchemy and the drivers into those of this module.

    Raises:
        DatabaseError: or the subclass that says what happened.
    """
    try:
        yield
    except DatabaseError:
        raise
    except exc.DBAPIError as error:
        raise _from_driver(error.orig) from error
    except exc.TimeoutError as error:
        raise DatabaseUnavailable("All connections are busy") from error
    except exc.StatementError as error:
        # A value that the type of its column refuses, before anything was sent.
        raise DatabaseRowRejected(str(error.orig)) from error
    except exc.SQLAlchemyError as error:
        raise DatabaseUnexplained(str(error)) from error
    except (OverflowError, TypeError, ValueError) as error:
        # The driver cannot even send it (or nobody can read what came). Left as it is, one such row in the journal
        # would keep all behind it from being replayed, for ever.
        what = "Text that is not valid Unicode" if isinstance(error, UnicodeEncodeError) else str(error)
        raise DatabaseRowRejected(f"A value that cannot be handled: {what}") from error
    except (sqlite3.Error, pymysql.err.MySQLError) as error:
        raise _from_driver(error) from error
    except TimeoutError as error:
        raise DatabaseUnavailable("The database did not answer in time") from error
    except OSError as error:
        raise DatabaseUnavailable(str(error)) from error
