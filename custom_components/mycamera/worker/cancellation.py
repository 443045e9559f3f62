"""The one way to take a running job back."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Final

from .failures import CancelledError

_LOOK_EVERY: Final = 0.25


class Cancellation:
    """Set from anywhere; looked at by the thread that does the work."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to end."""
        self._event.set()

    @property
    def requested(self) -> bool:
        """Whether the job is to end."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise where the job is to end.

        Raises:
            CancelledError: it is.
        """
        if self._event.is_set():
            raise CancelledError("The job was cancelled.")

    def wait(self, seconds: float) -> bool:
        """Sleep, at most this long; return whether the job is to end."""
        return self._event.wait(seconds)


def result_of[T](future: Future[T], cancellation: Cancellation) -> T:
    """Wait for what another thread works out.

    Raises:
        CancelledError: the job was taken back meanwhile.
    """
    while True:
        cancellation.check()
        try:
            return future.result(timeout=_LOOK_EVERY)
        except FutureTimeout:
            continue
