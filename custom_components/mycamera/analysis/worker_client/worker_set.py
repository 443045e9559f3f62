"""All workers of a hub: which of them are there, and who takes the next job."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial
from typing import Final

from ...signals import Signal
from ...worker.protocol.appearance import LiveAppearance
from ...worker.protocol.configuration import Configured
from ...worker.protocol.greeting import Welcome
from ...worker.protocol.health import Health
from ...worker.protocol.messages import Report
from ...worker.protocol.watch import Watched
from ..errors import WorkerError, WorkerUnreachable
from .worker_connection import WorkerConnection

USUAL_PLACES: Final = 2
"""Recordings that it is worth sending at once to a worker that has not said: it decodes one while it infers another."""


class Workers:
    """The connections by the workers' ids, in the user's order. Which there are is settled when the hub is built."""

    def __init__(self, connections: Mapping[str, WorkerConnection]) -> None:
        """Follow connections that others keep open."""
        self.connected: Signal[str] = Signal()
        """This worker is there and takes jobs."""
        self.lost: Signal[str] = Signal()
        """This worker is not there. Told on every failed attempt to reach it, too."""
        self.configured: Signal[str, Configured] = Signal()
        """What a worker thinks of the settings."""
        self.places_changed: Signal[()] = Signal()
        """It is worth sending another number of recordings at once."""
        self._connections = dict(connections)
        self._places = dict.fromkeys(connections, USUAL_PLACES)
        self._any_ready = asyncio.Event()
        for worker, connection in connections.items():
            connection.connected.subscribe(partial(self._connected, worker))
            connection.configured.subscribe(partial(self.configured.tell, worker))
            connection.lost.subscribe(partial(self._lost, worker))
            connection.subscribe(Health, partial(self._take_health, worker))

    def __getitem__(self, worker: str) -> WorkerConnection:
        """Return the connection to a worker."""
        return self._connections[worker]

    def __iter__(self) -> Iterator[str]:
        """Go through the ids of all, connected or not."""
        return iter(self._connections)

    def __len__(self) -> int:
        """Return how many there are, connected or not."""
        return len(self._connections)

    def subscribe[M: Report | LiveAppearance | Watched](
        self, kind: type[M], listener: Callable[[str, M], None]
    ) -> None:
        """Call `listener` with every message of this kind that a worker sends by itself, and the worker's id."""
        for worker, connection in self._connections.items():
            connection.subscribe(kind, partial(listener, worker))

    def _connected(self, worker: str, _welcome: Welcome) -> None:
        self._any_ready.set()
        self.connected.tell(worker)

    def _lost(self, worker: str, _error: WorkerError) -> None:
        if not self.ready:
            self._any_ready.clear()
        self.lost.tell(worker)
        self.places_changed.tell()

    def _take_health(self, worker: str, health: Health) -> None:
        if health.places != self._places[worker]:
            self._places[worker] = health.places
            self.places_changed.tell()

    # --- who is there -------------------------------------------------------------------------------------------

    @property
    def ready(self) -> tuple[str, ...]:
        """The ids of those that jobs can be sent to now."""
        return tuple(worker for worker, connection in self._connections.items() if connection.ready)

    async def wait_ready(self) -> None:
        """Return as soon as jobs can be sent to one of them."""
        while not self.ready:
            self._any_ready.clear()
            await self._any_ready.wait()

    @property
    def places(self) -> int:
        """How many recordings it is worth sending at once, to all that are there together."""
        return sum(self._places[worker] for worker in self.ready) or USUAL_PLACES

    @property
    def most_places(self) -> int:
        """How many it is worth sending at once to the one that takes most."""
        return max((self._places[worker] for worker in self.ready), default=USUAL_PLACES)

    # --- jobs ---------------------------------------------------------------------------------------------------

    def freest(self, but: Container[str] = ()) -> str:
        """Return the worker that has least to do for its places, leaving some out.

        Raises:
            WorkerUnreachable: there is none.
        """
        able = [worker for worker in self.ready if worker not in but]
        if not able:
            raise WorkerUnreachable("the worker is not connected")
        return min(able, key=lambda worker: self._connections[worker].jobs / self._places[worker])
