"""Whether the worker keeps up with the cameras that it watches, told from its health."""

from __future__ import annotations

from collections import deque
from typing import Final

from ..worker.protocol.health import Health

WINDOW: Final = 60.0
"""Seconds that are looked at."""
TOO_MANY: Final = 0.5
"""Pictures left out, per second and camera, from which on the worker is overloaded: a tenth of the usual looks."""
FEW: Final = 0.1
"""And below which it is not any more."""


class WorkerLoad:
    """Follows one connection's health messages. `now` is in seconds of a clock that never goes back."""

    def __init__(self) -> None:
        self.overloaded = False
        self.inference_ms: float | None = None
        """Mean time of one picture in the detector; None where nothing was looked at. Renewed once a minute."""
        self.dropped = 0
        """Live pictures left out since the start of the hub. Renewed once a minute."""
        self._dropped = 0
        self._last: Health | None = None
        self._rates: deque[tuple[float, float]] = deque()
        """When it was told, and how many pictures were left out since the last time, per camera that is watched."""
        self._since: float | None = None
        self._shown: float | None = None

    def take(self, health: Health, now: float) -> None:
        """Take in a health message."""
        before, self._last = self._last, health
        if self._since is None or before is None:
            self._since = now
        # A watch that begins anew counts from 0 again.
        more = 0 if before is None else max(0, health.live_frames_dropped - before.live_frames_dropped)
        self._dropped += more
        self._rates.append((now, more / max(1, health.watching)))
        while self._rates[0][0] <= now - WINDOW:
            self._rates.popleft()
        if now - self._since >= WINDOW:
            rate = sum(dropped for _, dropped in self._rates) / WINDOW
            self.overloaded = rate >= (FEW if self.overloaded else TOO_MANY)
        if self._shown is None or now - self._shown >= WINDOW:
            self._shown = now
            self.inference_ms = round(health.inference_ms, 1) or None
            self.dropped = self._dropped

    def lost(self) -> None:
        """Take note that the worker is away: nothing is known of it."""
        self.overloaded = False
        self.inference_ms = self._last = self._since = self._shown = None
        self._rates.clear()
