"""Who is in front of the cameras now, as the workers that watch them say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from ...signals import Signal
from ...worker.protocol.watch import Presence, ZoneEvent, ZonePresence
from ..worker_client.worker_set import Workers
from .live_watches import LiveWatches
from .watch_posts import WatchReport, WatchRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceState:
    """What is known about one camera's picture. `persons` is None while nobody is looking."""

    watching: bool = False
    persons: int | None = None
    confidence: float = 0.0
    error: str | None = None
    zones: Mapping[str, int] = field(default_factory=dict)
    """How many persons are in each zone that is known, by its id."""


NOT_WATCHED = PresenceState()


class LivePresence:
    """Has the cameras watched that shall be, and keeps what is said of who is there."""

    def __init__(self, workers: Workers, watches: LiveWatches) -> None:
        """Follow what is said of the cameras."""
        self.changes: Signal[str, PresenceState] = Signal()
        """Every new state of a camera, by camera id."""
        self.zone_events: Signal[datetime, ZoneEvent] = Signal()
        """Who enters or leaves a zone, or dwells there; when that was by our clock (UTC)."""
        self._workers = workers
        self._watches = watches
        self._states: dict[str, PresenceState] = {}
        watches.reports.subscribe(self._take)
        watches.unseen.subscribe(self._unseen)

    def want(self, camera_id: str, request: WatchRequest | None) -> None:
        """Say how a camera shall be watched; None: not at all."""
        if request is None:
            self._set(camera_id, NOT_WATCHED)
        elif self._watches.wanted(camera_id) != request.watch:
            # Who is in the zones as they are now is not known before the new watch says so.
            self._set(camera_id, replace(self._states.get(camera_id, NOT_WATCHED), zones={}))
        self._watches.want(camera_id, request)

    def _unseen(self, camera_id: str) -> None:
        """Nothing is known of a camera any more."""
        self._set(camera_id, NOT_WATCHED)

    def _take(self, worker: str, message: WatchReport) -> None:
        """Keep what a worker says about a camera."""
        state = self._states.get(message.camera, NOT_WATCHED)
        if isinstance(message, ZoneEvent):
            self.zone_events.tell(self._workers[worker].clock.utc(message.time), message)
        elif isinstance(message, ZonePresence):
            state = replace(state, zones={**state.zones, message.zone: message.persons})
        elif isinstance(message, Presence):
            state = replace(state, watching=True, persons=message.persons, confidence=message.confidence, error=None)
        elif message.watching:
            state = replace(state, watching=True, error=None)
        else:
            state = PresenceState(error=message.message or None)
        self._set(message.camera, state)

    def _set(self, camera_id: str, state: PresenceState) -> None:
        if self._states.get(camera_id, NOT_WATCHED) != state:
            self._states[camera_id] = state
            self.changes.tell(camera_id, state)
