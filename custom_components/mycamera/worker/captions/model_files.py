"""Gets models of transformers: from a folder, from the Hugging Face cache, and only then over the network."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from .. import environment
from ..downloads import Downloads, hub_endpoints
from ..failures import JobError, ModelInvalidError, ModelMissingError, OutOfMemoryError, in_words

_LOGGER = logging.getLogger(__name__)

_REACH_TIMEOUT: Final = 5.0
"""Seconds in which a hub that can be reached has taken a connection; all are tried at the same time."""
_MOST_NAME_PARTS: Final = 2
_CONFIG: Final = "config.json"
_USED: Final = re.compile(r"[^/]+\.(json|safetensors|txt|model|spm|jinja|bin)\Z")
"""Of a repository, what transformers reads: no other formats of the weights, and nothing in folders."""
_SHA256: Final = re.compile(r"[0-9a-f]{64}\Z")
_TOLD_EVERY: Final = 0.5


class _WrongFile(Exception):
    """A file is not the one that the hub told of."""


class ModelFiles:
    """Where models come from: `mirror` is an endpoint that is asked before the usual ones, `downloads` is told."""

    def __init__(self, mirror: str, downloads: Downloads) -> None:
        self._mirror = mirror
        self._downloads = downloads

    def config(self, name: str, kind: str) -> Any:
        """Return a model's configuration.

        Raises:
            JobError: as `load`.
        """
        auto = environment.library("transformers").AutoConfig
        place = str(Path(name).expanduser())
        return self.load(name, kind, lambda: auto.from_pretrained(place, local_files_only=True), only=_CONFIG)

    def load[T](self, name: str, kind: str, load: Callable[[], T], *, only: str = "") -> T:
        """Return what `load` makes of a model's files, none of which it may look for on the network.

        A model that is in a folder or in the cache is never looked up there: not for updates, and not for the minutes
        that the hub's client spends on retries where there is none. `only` names the one file that is needed.

        Raises:
            ModelMissingError: no such folder, or not in the cache and not to be downloaded.
            ModelInvalidError: transformers cannot load it.
            OutOfMemoryError: it does not fit into the device's memory.
        """
        folder = Path(name).expanduser().is_dir()
        if not folder and (name.startswith(("/", "~", ".")) or len(name.split("/")) > _MOST_NAME_PARTS):
            raise ModelMissingError(f"There is no folder {name} on the machine where the worker runs.")
        try:
            if folder:
                return load()
            try:
                return load()
            except (OSError, ValueError):
                self._download(name, kind, only)
            return load()
        except JobError:
            raise
        except Exception as error:
            _LOGGER.debug("Loading the %s model %s failed", kind, name, exc_info=True)
            if is_out_of_memory(error):
                raise OutOfMemoryError(f"The {kind} model {name} does not fit into the device's memory.") from error
            raise ModelInvalidError(
                f"{name} is not a {kind} model that transformers can load ({in_words(error)})."
            ) from error

    def _download(self, name: str, kind: str, only: str) -> None:
        """Bring a model, or one file of it, into the cache, from the first endpoint that gives it."""
        hub = environment.library("huggingface_hub")
        usual = str(environment.library("huggingface_hub.constants").ENDPOINT)
        why = "no hub can be reached"
        for endpoint in reachable(hub_endpoints(self._mirror, usual)):
            try:
                _LOGGER.info("Downloading the %s model %s from %s", kind, name, endpoint)
                sizes = {file.rfilename: file.size or 0 for file in _files(hub, endpoint, name)}
                wanted = {only: sizes.get(only, 0)} if only else _wanted(sizes)
                with self._downloads.of(name) as tell, _watched(name, sum(wanted.values()), tell):
                    place = _snapshot(hub, endpoint, name, sorted(wanted))
                _check(place)
            except Exception as error:  # of many kinds, of the client's own libraries: the next endpoint may have it
                _LOGGER.debug("Downloading from %s failed", endpoint, exc_info=True)
                _LOGGER.info("%s is not to be had from %s: %s", name, endpoint, in_words(error))
                why = in_words(error)
                continue
            return
        raise ModelMissingError(
            f"The {kind} model {name} is not on this machine and could not be downloaded ({why}). Choose the path of a "
            "folder that holds it, name a mirror, or download it where the worker's user has its Hugging Face cache."
        )


def _snapshot(hub: Any, endpoint: str, name: str, files: list[str]) -> Path:
    """Bring files into the cache, and return their folder. A connection that breaks is taken up again where it broke.

    Newer clients do that by themselves; those of transformers 4 give up, and go on when they are asked again.
    """
    while True:
        had = _size(_blobs(name))
        try:
            return Path(hub.snapshot_download(name, endpoint=endpoint, allow_patterns=files))
        except OSError:
            if _size(_blobs(name)) <= had:
                raise


def _files(hub: Any, endpoint: str, name: str) -> Any:
    return hub.HfApi(endpoint=endpoint).model_info(name, files_metadata=True, timeout=_REACH_TIMEOUT * 4).siblings


def _wanted(sizes: Mapping[str, int]) -> dict[str, int]:
    """Return the files that are needed, with their sizes: one form of the weights, the safe one where there is one."""
    used = {name: size for name, size in sizes.items() if _USED.match(name)}
    if any(name.endswith(".safetensors") for name in used):
        used = {name: size for name, size in used.items() if not name.endswith((".bin", ".bin.index.json"))}
    return used


def _check(snapshot: Path) -> None:
    """See whether the large files, which the cache names by their SHA-256, are what the hub said.

    Raises:
        _WrongFile: one is not; it is removed.
    """
    for path in snapshot.iterdir():
        blob = path.resolve()
        if not _SHA256.match(blob.name):
            continue
        with blob.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() == blob.name:
                continue
        path.unlink()
        blob.unlink()
        raise _WrongFile(f"{path.name} is not what the hub says it is")


@contextmanager
def _watched(name: str, total: int, tell: Callable[[int, int], None]) -> Iterator[None]:
    """Tell how much of a model is in the cache while it is being downloaded, whatever the client does it by."""
    blobs = _blobs(name)
    before = _size(blobs)
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_TOLD_EVERY):
            tell(min(max(0, _size(blobs) - before), total), total)

    tell(0, total)
    watcher = threading.Thread(target=watch, name="download progress", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _blobs(name: str) -> Path:
    """Return the folder of the cache in which a model's files are, also those that are not there wholly yet."""
    cache = Path(str(environment.library("huggingface_hub.constants").HF_HUB_CACHE))
    return cache / f"models--{name.replace('/', '--')}" / "blobs"


def _size(folder: Path) -> int:
    total = 0
    try:
        for entry in os.scandir(folder):
            total += entry.stat().st_size
    except OSError:
        pass  # nothing there yet, or a file was just renamed: the next look tells
    return total


def reachable(endpoints: list[str]) -> list[str]:
    """Return the endpoints that take a connection, in their order. Behind a proxy only the try itself can tell."""
    if any(os.environ.get(name) for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")):
        return endpoints
    if environment.library("huggingface_hub.constants").HF_HUB_OFFLINE:
        return []
    answered: set[str] = set()

    def connect(endpoint: str) -> None:
        address = urlsplit(endpoint)
        port = address.port or (80 if address.scheme == "http" else 443)
        try:
            with socket.create_connection((address.hostname, port), timeout=_REACH_TIMEOUT):
                answered.add(endpoint)
        except OSError:
            pass

    # Each in a thread that nobody waits for any longer: a name alone may take a minute to be not found.
    tries = [threading.Thread(target=connect, args=(each,), daemon=True) for each in endpoints]
    for each in tries:
        each.start()
    deadline = time.monotonic() + _REACH_TIMEOUT
    for each in tries:
        each.join(timeout=max(0.0, deadline - time.monotonic()))
    return [each for each in endpoints if each in answered]


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether an exception says that the device's memory is full."""
    return isinstance(error, MemoryError) or "out of memory" in str(error).lower()
