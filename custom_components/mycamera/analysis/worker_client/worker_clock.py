"""The worker's clock, which may show another time than Home Assistant's."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

_REMEMBERED: Final = 12
"""Of the last minute: the worker tells its time every few seconds."""
_SET: Final = 2.0
"""Seconds by which a clock does not drift within a minute, and a message is hardly ever late."""


class WorkerClock:
    """Turns the worker's moments into Home Assistant's.

    Every message that tells the worker's time was under way for a while. The quickest of the last minute is nearest to
    the truth: what is left is the time that a message takes at best, some milliseconds.
    """

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        """Begin without a difference; `now` is Home Assistant's clock, seconds since the epoch."""
        self._now = now
        self._offsets: deque[float] = deque(maxlen=_REMEMBERED)

    def restart(self) -> None:
        """Forget what is known: it is another worker, or its clock was set."""
        self._offsets.clear()

    def hear(self, theirs: float) -> None:
        """Take what the worker's clock shows in a message that arrives now; 0 where it does not tell."""
        if not theirs:
            return
        offset = self._now() - theirs
        if self._offsets and offset - min(self._offsets) > _SET:
            self.restart()
        self._offsets.append(offset)

    def utc(self, theirs: float) -> datetime:
        """Return the moment of Home Assistant's clock at which the worker's showed this."""
        return datetime.fromtimestamp(theirs + min(self._offsets, default=0.0), UTC)
