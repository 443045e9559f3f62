"""Who is in front of the cameras now: asks the worker to watch them, and keeps what it says."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from ...signals import Signal
from ...worker.protocol.greeting import Welcome
from ...worker.protocol.watch import InView, Presence, Watch, WatchState, ZoneEvent, ZonePresence
from ..errors import WorkerError, WorkerUnreachable
from ..worker_client.worker_connection import WorkerConnection

_LOGGER = logging.getLogger(__name__)


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
    """Keeps the worker watching exactly the cameras that shall be watched. `run` is the owner's task."""

    def __init__(self, connection: WorkerConnection) -> None:
        """Follow what the worker says of the cameras."""
        self.changes: Signal[str, PresenceState] = Signal()
        """Every new state of a camera, by camera id."""
        self.zone_events: Signal[ZoneEvent] = Signal()
        """Who enters or leaves a zone, or dwells there."""
        self.in_view: Signal[datetime, InView] = Signal()
        """Where everybody is, with each look at a camera while anybody is there; when that is by our clock (UTC)."""
        self.interrupted: Signal[str] = Signal()
        """The id of a camera whose watch ends, or begins anew, with whoever is there."""
        self._connection = connection
        connection.connected.subscribe(self._connected)
        connection.lost.subscribe(self._lost)
        connection.subscribe(WatchState, self._take)
        connection.subscribe(Presence, self._take)
        connection.subscribe(InView, self._take_in_view)
        connection.subscribe(ZonePresence, self._take)
        connection.subscribe(ZoneEvent, self._take)
        self._wanted: dict[str, Watch] = {}
        self._sent: dict[str, Watch] = {}
        self._states: dict[str, PresenceState] = {}
        self._wake = asyncio.Event()

    def want(self, camera_id: str, watch: Watch | None) -> None:
        """Say how a camera shall be watched; None: not at all."""
        if watch is None:
            self._wanted.pop(camera_id, None)
            self._set(camera_id, NOT_WATCHED)
        else:
            if self._wanted.get(camera_id) != watch:
                # Who is in the zones as they are now is not known before the new watch says so.
                self._set(camera_id, replace(self._states.get(camera_id, NOT_WATCHED), zones={}))
            self._wanted[camera_id] = watch
        self._wake.set()

    def _connected(self, _welcome: Welcome) -> None:
        """The worker is there and watches nothing yet."""
        self._sent.clear()
        self._wake.set()

    def _lost(self, _error: WorkerError) -> None:
        """The worker is away: nothing is known any more."""
        for camera_id in self._sent:
            self.interrupted.tell(camera_id)
        self._sent.clear()
        for camera_id in list(self._states):
            self._set(camera_id, NOT_WATCHED)

    def _take(self, message: WatchState | Presence | ZonePresence | ZoneEvent) -> None:
        """Keep what the worker says about a camera that shall be watched."""
        if message.camera not in self._wanted:
            return  # sent before it heard that it should stop
        state = self._states.get(message.camera, NOT_WATCHED)
        if isinstance(message, ZoneEvent):
            self.zone_events.tell(message)
        elif isinstance(message, ZonePresence):
            state = replace(state, zones={**state.zones, message.zone: message.persons})
        elif isinstance(message, Presence):
            state = replace(state, watching=True, persons=message.persons, confidence=message.confidence, error=None)
        elif message.watching:
            state = replace(state, watching=True, error=None)
        else:
            state = PresenceState(error=message.message or None)
        self._set(message.camera, state)

    def _take_in_view(self, message: InView) -> None:
        if message.camera in self._wanted:
            self.in_view.tell(self._connection.clock.utc(message.time), message)

    def _set(self, camera_id: str, state: PresenceState) -> None:
        if self._states.get(camera_id, NOT_WATCHED) != state:
            self._states[camera_id] = state
            self.changes.tell(camera_id, state)

    async def run(self) -> None:
        """Send what changed, until cancelled."""
        while True:
            await self._connection.wait_ready()
            self._wake.clear()
            try:
                for camera_id in self._sent.keys() - self._wanted.keys():
                    await self._connection.unwatch(camera_id)
                    self._sent.pop(camera_id, None)
                    self.interrupted.tell(camera_id)
                for camera_id, watch in list(self._wanted.items()):
                    if self._sent.get(camera_id) != watch:
                        self._sent[camera_id] = watch
                        await self._connection.watch(watch)
                        self.interrupted.tell(camera_id)
            except WorkerUnreachable as error:
                _LOGGER.debug("The cameras' watches are sent again with the next connection: %s", error)
                self._sent.clear()
            await self._wake.wait()
