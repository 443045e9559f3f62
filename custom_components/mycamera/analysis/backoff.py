"""Waiting times between attempts."""

from __future__ import annotations

import random


class Backoff:
    """Exponential waiting times with jitter, in seconds, from `first` up to `most`; `reset` after a success."""

    def __init__(self, *, first: float = 1.0, most: float = 30.0, jitter: float = 0.2) -> None:
        """Start at the first waiting time."""
        self._first = first
        self._most = most
        self._jitter = jitter
        self._attempt = 0

    def next(self) -> float:
        """Return how long to wait now; the next answer will be about twice as long."""
        base = min(self._most, self._first * 2.0**self._attempt)
        if base < self._most:
            self._attempt += 1
        return base * (1 + random.uniform(-self._jitter, self._jitter))  # noqa: S311 - spreads load, guards nothing

    def reset(self) -> None:
        """Start again at the first waiting time."""
        self._attempt = 0
