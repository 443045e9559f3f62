"""Brings a recording to the worker: from where it lies on this machine, or by the web into a temporary file."""

from __future__ import annotations

import contextlib
import logging
import tempfile
import time
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
)

from .cancellation import Cancellation
from .failures import JobError, SourceInvalidError, SourceMissingError, SourceUnreachableError, StorageUnreachableError

_LOGGER = logging.getLogger(__name__)

MAX_DOWNLOAD: Final = 2 * 1024**3
_READ_TIMEOUT: Final = 30.0
_TOTAL_TIMEOUT: Final = 900.0
_CHUNK: Final = 256 * 1024
_NOT_THERE: Final = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}


@contextlib.contextmanager
def local_copy(source: str, cancellation: Cancellation) -> Iterator[Path]:
    """Hold while the recording is read; a downloaded one is removed afterwards.

    Raises:
        SourceMissingError: nothing is at the address.
        StorageUnreachableError: who has the recordings gives none now.
        SourceUnreachableError: it could not be fetched.
        SourceInvalidError: too large to be a recording.
    """
    if "\0" in source:
        raise SourceInvalidError("The path of the recording is not valid.")
    if urlsplit_scheme(source) not in {"http", "https"}:
        yield Path(source)
        return
    with tempfile.TemporaryDirectory(prefix="mycamera-") as folder:
        path = Path(folder) / "recording"
        _download(source, path, cancellation)
        yield path


def urlsplit_scheme(source: str) -> str:
    """Return the scheme of an address, empty for a path."""
    try:
        return urlsplit(source).scheme.lower()
    except ValueError:
        return ""


def refused(status: int) -> JobError:
    """Return what it means that a server gives no recording.

    Home Assistant answers 503 while its storage or its database is away.
    """
    cls: type[JobError] = SourceMissingError if status in _NOT_THERE else SourceUnreachableError
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        cls = StorageUnreachableError
    return cls(f"The recording could not be fetched: the server answered {status}.")


def _opener() -> OpenerDirector:
    """Return an opener that knows the web and nothing else: a redirection leads to no file of this machine."""
    opener = OpenerDirector()
    for handler in (HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(handler())
    return opener


def _download(address: str, target: Path, cancellation: Cancellation) -> None:
    deadline = time.monotonic() + _TOTAL_TIMEOUT
    received = 0
    try:
        with _opener().open(address, timeout=_READ_TIMEOUT) as answer, target.open("wb") as file:
            while chunk := answer.read(_CHUNK):
                cancellation.check()
                received += len(chunk)
                if received > MAX_DOWNLOAD:
                    raise SourceInvalidError(f"The recording is larger than {MAX_DOWNLOAD // 1024**3} GiB.")
                if time.monotonic() > deadline:
                    raise SourceUnreachableError("Fetching the recording takes too long; it is given up.")
                file.write(chunk)
            expected = answer.headers.get("Content-Length")
    except HTTPError as error:
        raise refused(error.code) from error
    except URLError as error:  # before anything was answered
        raise StorageUnreachableError(f"No recording can be fetched ({error.reason}).") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise SourceUnreachableError(f"The recording could not be fetched ({reason}).") from error
    if expected is not None and expected.isdigit() and int(expected) != received:
        raise SourceUnreachableError("The recording could not be fetched: the server sent only a part of it.")
