"""The workers of a hub: the first, which is the hub's own setting, and those that were added as subentries."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback

from .. import repairs
from ..analysis.live.live_presence import LivePresence
from ..analysis.live.live_watches import LiveWatches
from ..analysis.worker_client.worker_set import Workers
from ..const import CONF_WORKER, FIRST_WORKER, SUBENTRY_WORKER
from ..signals import Signal
from .tasks import Tasks
from .worker import FurtherWorker, HubWorker, WorkerStatus


def further_sections(entry: ConfigEntry) -> dict[str, tuple[str, Mapping[str, Any]]]:
    """Return name and section of each worker that was added, by its subentry's id: other ones need a new hub."""
    return {
        subentry.subentry_id: (subentry.title, dict(subentry.data))
        for subentry in entry.get_subentries_of_type(SUBENTRY_WORKER)
    }


class HubWorkers:
    """Owns the workers of one hub, by id: `FIRST_WORKER` or the subentry's."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry) -> None:
        """Build them; nothing runs before `start`."""
        self.changes: Signal[()] = Signal()
        """What users see of one of them has changed."""
        self._hass = hass
        self.first = HubWorker(hass, entry, entry.data[CONF_WORKER], further=None)
        self.further = {
            subentry_id: HubWorker(hass, entry, section, further=FurtherWorker(subentry_id=subentry_id, name=name))
            for subentry_id, (name, section) in further_sections(entry).items()
        }
        self.all: Mapping[str, HubWorker] = {FIRST_WORKER: self.first, **self.further}
        self.clients = Workers({worker_id: worker.connection for worker_id, worker in self.all.items()})
        self.watches = LiveWatches(self.clients)
        self.presence = LivePresence(self.clients, self.watches)
        for worker in self.all.values():
            worker.changes.subscribe(self.changes.tell)

    def start(self, tasks: Tasks) -> None:
        """Keep them connected and watching, with tasks that their owner ends; where there is none, say so."""
        if self.status is WorkerStatus.NOT_SET_UP:
            repairs.report_worker_not_set_up(self._hass)
        for worker in self.all.values():
            tasks.start(worker.run, "worker connection")
        tasks.start(self.watches.run, "live watches")

    async def stop(self) -> None:
        """End the processes that are ours."""
        await asyncio.gather(*(worker.stop() for worker in self.all.values()))

    @property
    def status(self) -> WorkerStatus:
        """How the best of them is: connected where one is, else as the first that is set up."""
        states = [worker.status for worker in self.all.values()]
        if WorkerStatus.CONNECTED in states:
            return WorkerStatus.CONNECTED
        return next((status for status in states if status is not WorkerStatus.NOT_SET_UP), WorkerStatus.NOT_SET_UP)

    @callback
    def detect_fps(self, camera_id: str) -> float | None:
        """Return how often a camera was looked at in the last minute by the worker that watches it."""
        worker = self.watches.worker_of(camera_id) or FIRST_WORKER
        return self.all[worker].load.detect_fps.get(camera_id)

    @callback
    def models_changed(self) -> None:
        """Have all use the models that the entry names now; they go on with what they do."""
        for worker in self.all.values():
            worker.models_changed()
