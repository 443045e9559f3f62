"""Of each camera that shall be watched: by whom, since when, and who is about to take over."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from ...worker.protocol.watch import Presence, Watch, Watched, WatchState, ZoneEvent, ZonePresence

HAND_OVER_PAUSE: Final = 10.0
"""Seconds until the next try after somebody came into sight meanwhile."""
LONGEST_PAUSE: Final = 600.0
"""Seconds between two tries of which none succeeds."""

type WatchReport = WatchState | Presence | ZonePresence | ZoneEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchRequest:
    """How a camera shall be watched, by which worker where that matters, and whether by two at once for a moment."""

    watch: Watch
    worker: str | None = None
    twice: bool = True


@dataclass(slots=True)
class Successor:
    """A worker that watches beside the one that tells."""

    worker: str
    since: float
    """When it was asked to, by the event loop's clock."""
    watched_since: datetime | None = None
    """UTC, without a break until now."""
    watched_until: datetime | None = None
    told: list[WatchReport | Watched] = field(default_factory=list)
    """What it said, to be told if it takes over."""


@dataclass(slots=True)
class CameraPost:
    """One camera: who watches it, and what is known of that."""

    request: WatchRequest
    teller: str | None = None
    """The worker that is asked to watch, and whose word counts."""
    watching: bool = False
    persons: int | None = None
    empty_until: datetime | None = None
    """Until when (UTC) everything was told that happened, where nobody was there then."""
    successor: Successor | None = None
    not_before: float = 0.0
    """No handing over before this moment of the event loop's clock."""
    pause: float = HAND_OVER_PAUSE
    """Seconds until the next try after one that failed: longer and longer, for the camera may not serve two."""

    def begin(self, worker: str | None) -> None:
        """Take a worker's word from now on."""
        self.teller, self.successor = worker, None
        self.watching, self.persons, self.empty_until = False, None, None
        self.pause = HAND_OVER_PAUSE

    def put_off(self, now: float, *, failed: bool) -> None:
        """End the try to hand it over, because somebody is in sight or the next worker sees nothing."""
        self.successor = None
        self.not_before = now + (self.pause if failed else HAND_OVER_PAUSE)
        if failed:
            self.pause = min(2 * self.pause, LONGEST_PAUSE)
