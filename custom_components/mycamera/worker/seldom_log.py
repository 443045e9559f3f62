"""Lines of the log that a stranger can cause: the first at once, then one a minute that tells how many there were."""

from __future__ import annotations

import logging
import time
from typing import Final

_EVERY: Final = 60.0


class SeldomLog:
    """One kind of line. `words` is its text, with one place for who caused it."""

    def __init__(self, logger: logging.Logger, words: str) -> None:
        self._logger = logger
        self._words = words
        self._told: float | None = None
        self._untold = 0

    def tell(self, who: object) -> None:
        """Log the line, or count it until the next may be logged."""
        now = time.monotonic()
        if self._told is not None and now - self._told < _EVERY:
            self._untold += 1
            return
        more = f" ({self._untold} more since the last such line)" if self._untold else ""
        self._told, self._untold = now, 0
        self._logger.warning("%s%s", self._words % who, more)
