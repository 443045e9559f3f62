"""Telling those who follow something."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

_LOGGER = logging.getLogger(__name__)

type Listener = Callable[[], None]


def tell[**P](listeners: Iterable[Callable[P, None]], *args: P.args, **kwargs: P.kwargs) -> None:
    """Call every listener; one that fails stops neither the others nor the recorder or queue that tells."""
    for listener in list(listeners):
        try:
            listener(*args, **kwargs)
        except Exception:
            _LOGGER.exception("A listener failed")
