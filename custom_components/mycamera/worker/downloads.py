"""Downloads of models: from the first host that gives them, resumed where they broke off, checked, and told of."""

from __future__ import annotations

import hashlib
import http.client
import logging
import os
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
    ProxyHandler,
    Request,
    UnknownHandler,
)

from .protocol.health import ModelDownload

_LOGGER = logging.getLogger(__name__)

HUB: Final = "https://huggingface.co"
HUB_MIRROR: Final = "https://hf-mirror.com"
"""Where the hub itself is out of reach."""
_RELEASE: Final = "https://github.com/ultralytics/assets/releases/download/v8.4.0"
_MODELSCOPE: Final = "https://www.modelscope.cn/models"
_FAMILIES: Final = {"yolov8": "YOLOv8", "yolo11": "YOLO11", "yolo12": "YOLO12", "yolo26": "YOLO26"}
"""The names of Ultralytics' own repositories on the hub and on ModelScope, by how the weights' names begin."""
KNOWN: Final = {
    "yolov8n.pt": "f59b3d833e2ff32e194b5bb8e08d211dc7c5bdf144b90d2c8412c47ccfc83b36",
    "yolo11n.pt": "0ebbc80d4a7680d14987a577cd21342b65ecfd94632bd9a8da63ae6417644ee1",
    "yolo11s.pt": "85a76fe86dd8afe384648546b56a7a78580c7cb7b404fc595f97969322d502d5",
    "yolo11m.pt": "d5ffc1a674953a08e11a8d21e022781b1b23a19b730afc309290bd9fb5305b95",
    "yolo11l.pt": "9ebd0e09d59811db4b1d61e2bc6730649608b1ac47f8dd01e2da6bca7c20023f",
    "yolo11x.pt": "7bc158aa95c0ebfdd87f70f01653c1131b93e92522dbe15c228bcd742e773a24",
    "yolo26n.pt": "9b09cc8bf347f0fc8a5f7657480587f25db09b34bf33b0652110fb03a8ad4fef",
    "yolo26s.pt": "646f8bc3fe0a656803d95c294f7852321748cb29d13466a1af8862e2db384a1b",
    "yolo26m.pt": "401cea9ab23ad19246ff7744859816bc599f350e93c9dd30367b6f0a0745d0b7",
    "yolo26l.pt": "9fe3c544f2b19bebad7ea41e76d7ad3d88b7c2f10d11d24430c5311f6b32db26",
    "yolo26x.pt": "9fdd44a31c504547ffb81d2c6d9e6dac3493c8eaa8b0398d3f43bae6c7003e92",
}
"""SHA-256 of weights that Ultralytics publishes: from whatever mirror, only these come into use."""
_TIMEOUT: Final = 20.0
_TRIES: Final = 3
"""In a row at one host without a single byte; a connection that brings something may break as often as it likes."""
_PAUSE: Final = 1.0
_CHUNK: Final = 256 * 1024
_PARTIAL: Final = 206


class DownloadError(Exception):
    """No host gave the file; the text says which ones were asked, and what each said."""


class Downloads:
    """What is being downloaded now. For any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[str, tuple[int, int]] = {}

    @property
    def running(self) -> tuple[ModelDownload, ...]:
        """The downloads under way."""
        with self._lock:
            items = list(self._running.items())
        return tuple(ModelDownload(name=name, received=received, total=total) for name, (received, total) in items)

    @contextmanager
    def of(self, name: str) -> Iterator[Callable[[int, int], None]]:
        """Hold while something is downloaded; call what is given with the bytes that are there, and all there are."""

        def tell(received: int, total: int) -> None:
            with self._lock:
                self._running[name] = received, total

        tell(0, 0)
        try:
            yield tell
        finally:
            with self._lock:
                del self._running[name]


def weights_addresses(name: str, mirror: str) -> list[str]:
    """Return where a detector's weights may be, in the order in which the hosts are asked."""
    family = next((folder for begins, folder in _FAMILIES.items() if name.startswith(begins)), None)
    endpoint = os.environ.get("HF_ENDPOINT", HUB).rstrip("/")
    own = mirror.rstrip("/")
    addresses = [f"{own}/{name}"] if own else []
    if own and family:
        addresses.append(f"{own}/Ultralytics/{family}/resolve/main/{name}")
    addresses.append(f"{_RELEASE}/{name}")
    if family:
        addresses += [
            f"{_MODELSCOPE}/Ultralytics/{family}/resolve/master/{name}",
            *(f"{each}/Ultralytics/{family}/resolve/main/{name}" for each in dict.fromkeys((endpoint, HUB_MIRROR))),
        ]
    return addresses


def hub_endpoints(mirror: str, usual: str) -> list[str]:
    """Return the hub's endpoints in the order in which they are tried: the user's, the environment's, the mirror."""
    return list(dict.fromkeys(each.rstrip("/") for each in (mirror, usual, HUB_MIRROR) if each))


def fetch(addresses: Sequence[str], target: Path, *, sha256: str | None, downloads: Downloads) -> None:
    """Download a file from the first address that gives it; it is there whole, or not at all.

    What was received stays beside it, and the next try goes on from there, from whatever host where its SHA-256 is
    known.

    Raises:
        DownloadError: nobody gave it.
        OSError: it cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    if sha256 is None:
        part.unlink(missing_ok=True)  # of which version it was cannot be told
    answers: list[str] = []
    with downloads.of(target.name) as tell:
        for address in addresses:
            try:
                _fetch_whole(address, part, sha256, tell)
            except (DownloadError, OSError, http.client.HTTPException, ValueError) as error:
                if _is_of_a_file(error):
                    raise  # of a file of ours
                host = urlsplit(address).hostname or address
                answers.append(f"{host}: {_said(error)}")
                _LOGGER.info("%s is not to be had from %s: %s", target.name, host, _said(error))
                if sha256 is None:
                    part.unlink(missing_ok=True)
                continue
            part.replace(target)
            return
    raise DownloadError("; ".join(answers))


def _is_of_a_file(error: Exception) -> bool:
    """Return whether a file of ours could not be written; those of the web are `OSError`s, too."""
    return isinstance(error, OSError) and not isinstance(error, URLError) and error.filename is not None


def _said(error: Exception) -> str:
    if isinstance(error, HTTPError):
        return f"it answers {error.code}"
    reason = getattr(error, "reason", None) or error
    return str(getattr(reason, "strerror", None) or reason or type(error).__name__)[:200]


def _fetch_whole(address: str, part: Path, sha256: str | None, tell: Callable[[int, int], None]) -> None:
    """Fetch what is missing of a file, however often the connection breaks, and check it."""
    connection = _Connection(address, part, tell)
    failed = 0
    while True:
        before = connection.received()
        try:
            connection.fetch_rest()
            break
        except HTTPError:
            raise
        except (OSError, http.client.HTTPException) as error:
            if _is_of_a_file(error):
                raise
            failed = 0 if connection.received() > before else failed + 1
            if failed >= _TRIES:
                raise
            time.sleep(_PAUSE)
    if sha256 is None:
        return
    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        part.unlink()
        raise DownloadError("it gives another file than the one that is published")


class _Connection:
    """One host's way of giving one file, over as many connections as it takes."""

    def __init__(self, address: str, part: Path, tell: Callable[[int, int], None]) -> None:
        self._address = address
        self._part = part
        self._tell = tell
        self._version = ""
        """What the host calls the version that the received bytes are of."""

    def received(self) -> int:
        """Return how many bytes are there."""
        return self._part.stat().st_size if self._part.exists() else 0

    def fetch_rest(self) -> None:
        """Fetch the file from where it stopped. Ends early with an `OSError` or an `HTTPException`."""
        have = self.received()
        headers = {"User-Agent": "mycamera-worker", "Accept-Encoding": "identity"}
        if have:
            headers["Range"] = f"bytes={have}-"
            if self._version:
                headers["If-Range"] = self._version
        request = Request(self._address, headers=headers)  # noqa: S310  the opener knows the web alone
        with _opener().open(request, timeout=_TIMEOUT) as answer:
            goes_on = answer.status == _PARTIAL and _begins_at(answer.headers.get("Content-Range", "")) == have
            received = have if goes_on else 0
            length = answer.headers.get("Content-Length", "")
            total = received + int(length) if length.isdigit() else 0
            self._version = str(answer.headers.get("ETag", ""))
            with self._part.open("ab" if goes_on else "wb") as file:
                self._tell(received, total)
                while chunk := answer.read(_CHUNK):
                    file.write(chunk)
                    received += len(chunk)
                    self._tell(received, total)
                file.flush()
                os.fsync(file.fileno())
        if total and received < total:
            raise ConnectionError("the connection broke off")


def _begins_at(content_range: str) -> int:
    found = re.match(r"bytes (\d+)-", content_range)
    return int(found[1]) if found else -1


def _opener() -> OpenerDirector:
    """Return an opener that knows the web and nothing else: a redirection leads to no file of this machine."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler,
        HTTPHandler,
        HTTPSHandler,
        HTTPRedirectHandler,
        HTTPDefaultErrorHandler,
        HTTPErrorProcessor,
        UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener
