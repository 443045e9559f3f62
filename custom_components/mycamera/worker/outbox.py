"""What one watch has to tell and cannot tell at once: pictures take a while to encode."""

from __future__ import annotations

import logging
import threading
from collections import deque
from typing import Final, Protocol

from .protocol.messages import WatchMessage
from .protocol.pictures import Picture
from .tracking.live_appearances import Told

_LOGGER = logging.getLogger(__name__)

MOST_PICTURES: Final = 32
"""Messages that may wait with their pictures; where more wait, later ones go without."""
MOST_MESSAGES: Final = 4096


class Tell(Protocol):
    """Sends messages, with nothing between them. Called from threads."""

    def __call__(self, *messages: WatchMessage | Picture) -> None:
        """Send all of them, in this order."""


class Outbox:
    """Tells in order, on a thread of its own, from construction until `close`. After that nothing is told any more."""

    def __init__(self, camera: str, tell: Tell) -> None:
        self._camera = camera
        self._tell = tell
        self._condition = threading.Condition()
        self._waiting: deque[Told] = deque()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=f"outbox-{camera}", daemon=True)
        self._thread.start()

    @property
    def closed(self) -> bool:
        """Whether nothing is told any more."""
        return self._closed

    @property
    def waiting(self) -> int:
        """How many messages wait."""
        return len(self._waiting)

    def close(self) -> None:
        """Leave out what still waits, and let the thread end."""
        with self._condition:
            self._closed = True
            self._waiting.clear()
            self._condition.notify()

    def say(self, *messages: WatchMessage) -> None:
        """Tell at once, past those that wait."""
        if not self._closed:
            self._tell(*messages)

    def put(self, told: Told) -> bool:
        """Tell after those that wait; return False where too many do."""
        with self._condition:
            if self._closed:
                return True
            if len(self._waiting) >= MOST_MESSAGES:
                return False
            if len(self._waiting) >= MOST_PICTURES:
                told = told.without_pictures()
            self._waiting.append(told)
            self._condition.notify()
            return True

    def _take(self) -> Told | None:
        with self._condition:
            while not self._waiting and not self._closed:
                self._condition.wait()
            return None if self._closed else self._waiting.popleft()

    def _run(self) -> None:
        while (told := self._take()) is not None:
            try:
                pictures = told.pictures()
                if not self._closed:
                    self._tell(*pictures, told.message)
            except Exception:
                _LOGGER.exception("The picture of a person before camera %s could not be made", self._camera)
