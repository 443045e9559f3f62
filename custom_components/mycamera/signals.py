"""Something that happens. Whoever needs to know subscribes where it arises, typed, and is told in the event loop."""

from __future__ import annotations

import logging
from collections.abc import Callable

_LOGGER = logging.getLogger(__name__)


class Signal[*What]:
    """Tells all who subscribed. One that fails stops neither the others nor whoever tells."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[*What], None]] = []

    def subscribe(self, listener: Callable[[*What], None]) -> Callable[[], None]:
        """Call `listener` whenever it happens, until what is returned is called. It must not block."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, *what: *What) -> None:
        """Say that it has happened."""
        for listener in list(self._listeners):
            try:
                listener(*what)
            except Exception:
                _LOGGER.exception("A listener failed")

    def __len__(self) -> int:
        """Return how many listen."""
        return len(self._listeners)
