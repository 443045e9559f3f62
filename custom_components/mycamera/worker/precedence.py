"""Lets captions give way to detection: both want the same processor, and only one of them is waited for."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator


class Precedence:
    """Known to the thread of the detector, which takes precedence, and to that of the captioner, which gives way."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._claims = 0

    @contextlib.contextmanager
    def claimed(self) -> Iterator[None]:
        """Hold while detection has work to do."""
        with self._condition:
            self._claims += 1
        try:
            yield
        finally:
            with self._condition:
                self._claims -= 1
                self._condition.notify_all()

    def give_way(self, at_most: float) -> None:
        """Wait until detection has nothing to do, but never longer than this many seconds: captions must go on too."""
        until = time.monotonic() + at_most
        with self._condition:
            while self._claims and (left := until - time.monotonic()) > 0:
                self._condition.wait(left)
