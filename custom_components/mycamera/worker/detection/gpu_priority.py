"""Lets captions give way to detection: both want the same processor, and only one of them is waited for."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Iterator
from typing import Final

_STEP_WAIT: Final = 0.5
"""Seconds that work which gives way at every step waits for detection at once."""
_STEP_REST: Final = 1.0
"""Seconds that it goes on without looking after detection was not done by then: it may hold what detection needs."""


class GpuPriority:
    """Known to the thread of the detector, which goes first, and to that of the captioner, which gives way."""

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

    @contextlib.contextmanager
    def giving_way(self) -> Iterator[None]:
        """Give way at every call of Python code that this thread makes: for the work of libraries, as loading models.

        Beside it each picture would take longer, for both want the interpreter itself.
        """
        before, resume_at = sys.getprofile(), 0.0

        def step(*_: object) -> None:
            nonlocal resume_at
            if self._claims and time.monotonic() >= resume_at:
                self.give_way(_STEP_WAIT)
                if self._claims:
                    resume_at = time.monotonic() + _STEP_REST

        sys.setprofile(step)
        try:
            yield
        finally:
            sys.setprofile(before)
