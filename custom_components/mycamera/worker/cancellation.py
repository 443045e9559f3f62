"""The one way to take a running job back."""

from __future__ import annotations

import threading

from .failures import CancelledError


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
