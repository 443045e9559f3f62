"""The ledger of missing time: what lies between two pieces of footage, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from .segment import Gap, GapCause

SHORTEST: Final = 0.05
"""Seconds; less is the uncertainty of when a frame was taken."""


@dataclass(slots=True)
class GapLedger:
    """Knows until when there is footage, and which causes there were since."""

    camera_id: str
    covered_until: datetime | None = None
    """UTC."""
    _begun: datetime | None = None
    _cause: GapCause | None = None
    _since: float = 0.0
    _seconds: dict[GapCause, float] = field(default_factory=dict)

    def begin(self, now: datetime) -> None:
        """Count from now on (UTC), where nothing is known of earlier footage: the time before is no gap."""
        self.covered_until = self._begun = now

    @property
    def known_until(self) -> datetime | None:
        """The end of the last footage (UTC); None where only the beginning of counting is known."""
        return None if self.covered_until == self._begun else self.covered_until

    def note(self, cause: GapCause, monotonic: float) -> None:
        """From now on (seconds of the monotonic clock), footage is missing for this reason."""
        if self._cause is not None:
            self._seconds[self._cause] = self._seconds.get(self._cause, 0.0) + monotonic - self._since
        self._cause, self._since = cause, monotonic

    def open_gap(self, until: datetime, monotonic: float, default: GapCause = GapCause.CONNECTING) -> Gap | None:
        """Return the gap that lasts from the last footage until then, if there is one.

        A gap may have seen several causes (a cable is pulled: stalled, then unreachable); it gets the longest. That a
        camera is connected to for the first time is none.
        """
        if self.covered_until is None or (until - self.covered_until).total_seconds() < SHORTEST:
            return None
        if self._cause is not None:
            self.note(self._cause, monotonic)
        # Connecting is no reason; what it ended in is.
        reasons = {cause: spent for cause, spent in self._seconds.items() if cause is not GapCause.CONNECTING}
        if self.known_until is None and not reasons:
            return None
        cause = max(reasons, key=lambda known: reasons[known], default=default)
        return Gap(camera_id=self.camera_id, start=self.covered_until, end=until, cause=cause)

    def footage(self, start: datetime, end: datetime, monotonic: float) -> Gap | None:
        """Note footage; return the gap before it, if there is one."""
        # Where nobody said why, the camera stalled from one file of a connection to the next.
        unsaid = self._cause is None and not self._seconds
        gap = self.open_gap(start, monotonic, GapCause.STALLED if unsaid else GapCause.CONNECTING)
        self.covered_until = end
        self._cause = None
        self._seconds.clear()
        return gap
