"""Gets models of transformers: from a folder, from the Hugging Face cache, and only then over the network."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from .. import environment
from ..failures import JobError, ModelInvalidError, ModelMissingError, OutOfMemoryError, in_words

_LOGGER = logging.getLogger(__name__)

_REACH_TIMEOUT: Final = 5.0
_MOST_NAME_PARTS: Final = 2


def fetched[T](name: str, kind: str, load: Callable[..., T]) -> T:
    """Return what `load` makes of a model; it is called with the keyword arguments that say where to look.

    A model that is in a folder or in the cache is never looked up on the network: not for updates, and not for the
    minutes that the hub's client spends on retries where there is none.

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
            return load(local_files_only=True)
        try:
            return load(local_files_only=True)
        except (OSError, ValueError):
            if not _hub_is_reachable():
                raise _missing(name, kind) from None
        _LOGGER.info("Downloading the %s model %s", kind, name)
        return load()
    except JobError:
        raise
    except Exception as error:
        _LOGGER.debug("Loading the %s model %s failed", kind, name, exc_info=True)
        if is_out_of_memory(error):
            raise OutOfMemoryError(f"The {kind} model {name} does not fit into the device's memory.") from error
        if not folder and _is_of_the_hub(error):
            raise _missing(name, kind) from error
        raise ModelInvalidError(
            f"{name} is not a {kind} model that transformers can load ({in_words(error)})."
        ) from error


def config_of(name: str, kind: str) -> Any:
    """Return a model's configuration.

    Raises:
        JobError: as `fetched`.
    """
    auto = environment.library("transformers").AutoConfig
    return fetched(name, kind, lambda **where: auto.from_pretrained(str(Path(name).expanduser()), **where))


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether an exception says that the device's memory is full."""
    return isinstance(error, MemoryError) or "out of memory" in str(error).lower()


def _missing(name: str, kind: str) -> ModelMissingError:
    return ModelMissingError(
        f"The {kind} model {name} is not on this machine and could not be downloaded from the Hugging Face hub. Choose "
        "the path of a folder that holds it, or download it once where the worker's user has its Hugging Face cache."
    )


def _hub_is_reachable() -> bool:
    """Return whether a connection to the hub can be made. Behind a proxy only the try itself can tell."""
    if any(os.environ.get(name) for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")):
        return True
    constants = environment.library("huggingface_hub.constants")
    if constants.HF_HUB_OFFLINE:
        return False
    address = urlsplit(str(constants.ENDPOINT))
    try:
        with socket.create_connection((address.hostname, address.port or 443), timeout=_REACH_TIMEOUT):
            return True
    except OSError:
        return False


def _is_of_the_hub(error: BaseException | None) -> bool:
    """Return whether a model could not be fetched; transformers wraps the cause into errors of its own."""
    while error is not None:
        if type(error).__module__.partition(".")[0] in {"huggingface_hub", "httpx", "requests", "urllib3"}:
            return True
        error = error.__cause__ or error.__context__
    return False
