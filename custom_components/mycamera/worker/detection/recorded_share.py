"""The part of the detector's time that recordings get while live pictures would take it all."""

from __future__ import annotations

from typing import Final

SHARE: Final = 0.25
_PATIENCE: Final = 0.5
"""Seconds owed to recordings from which on they are served first: live pictures that come in bursts are not delayed."""
_MOST_OWED: Final = 2.0


class RecordedShare:
    """Keeps account of how long recordings waited for live pictures. Times are seconds of the detector's work."""

    def __init__(self) -> None:
        self._owed = 0.0

    @property
    def due(self) -> bool:
        """Whether a recording that waits is served before live pictures that wait."""
        return self._owed >= _PATIENCE

    def live_served(self, seconds: float) -> None:
        """Take note that live pictures were served while a recording waited."""
        self._owed = min(self._owed + seconds * SHARE / (1 - SHARE), _MOST_OWED)

    def recorded_served(self, seconds: float, *, live_waits: bool) -> None:
        """Take note that a recording was served; where nobody live waits, it has what it wants."""
        self._owed = self._owed - seconds if live_waits else 0.0
