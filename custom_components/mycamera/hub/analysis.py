"""The hub's search for persons: live as they come and go, and in recordings of times that nobody watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.core import HomeAssistant, callback

from .. import repairs
from ..analysis.live.high_resolution_snapshots import HighResolutionSnapshots
from ..analysis.live.live_persons import LivePersons
from ..analysis.recorded.analysis_queue import AnalysisOutcome, AnalysisQueue
from ..analysis.worker_client.recording_sources import RecordingSources

if TYPE_CHECKING:
    from ..database import Database
    from ..recording.archive.segment import Segment
    from .camera import CameraRuntime
    from .cameras import HubCameras
    from .captions import HubCaptions
    from .record_writer import RecordWriter
    from .storage import HubStorage
    from .tasks import Tasks
    from .workers import HubWorkers


class HubAnalysis:
    """Owns the persons seen live, their high-resolution snapshots and the queue of recordings of one hub."""

    def __init__(
        self,
        hass: HomeAssistant,
        *,
        database: Database,
        storage: HubStorage,
        cameras: HubCameras,
        workers: HubWorkers,
        captions: HubCaptions,
        record_writer: RecordWriter,
    ) -> None:
        """Build the parts, and follow what is recorded and what they find."""
        self._hass = hass
        self._workers = workers
        self._captions = captions
        urls = {worker_id: worker.url for worker_id, worker in workers.all.items()}
        self._sources = sources = RecordingSources(hass, workers.clients, storage.recordings.path, urls)
        self.live = LivePersons(
            hass=hass,
            database=database,
            workers=workers.clients,
            watches=workers.watches,
            snapshots=storage.pictures,
            settings=cameras,
            captions=captions.queue,
        )
        self.high_resolution = HighResolutionSnapshots(
            hass=hass,
            database=database,
            workers=workers.clients,
            live=self.live,
            sources=sources,
            settings=cameras,
            snapshots=storage.pictures,
        )
        self.queue = AnalysisQueue(
            hass=hass,
            database=database,
            workers=workers.clients,
            sources=sources,
            settings=cameras,
            snapshots=storage.pictures,
            captions=captions.queue,
            live=self.live,
        )
        record_writer.recorded.subscribe(self._recorded)
        self.live.settled.subscribe(self.look_for_work)
        self.live.due.subscribe(captions.wake)
        self.queue.outcomes.subscribe(self._analyzed)
        sources.changes.subscribe(self._tell_sources)

    def start(self, tasks: Tasks) -> None:
        """Begin, with tasks that their owner ends."""
        tasks.start(self.live.run, "live persons")
        tasks.start(self.high_resolution.run, "high-resolution snapshots")
        tasks.start(self.queue.run, "analysis queue")

    async def stop(self) -> None:
        """Write what is known of those who are there now; the tasks have ended."""
        await self.live.stop()

    @property
    def able(self) -> bool:
        """Whether a worker is there and its detector can be used."""
        return bool(self._workers.clients.ready) and self.queue.blocked is None

    @callback
    def look_for_work(self) -> None:
        """Say that recordings were queued."""
        self.queue.wake()
        self.queue.changes.tell()

    @callback
    def _tell_sources(self) -> None:
        """Tell the user which workers get at no recordings, and why."""
        reasons: list[str] = []
        for worker_id, reason in self._sources.lasting.items():
            further = self._workers.all[worker_id].further
            reasons.append(f"{further.name}: {reason}" if further else reason)
        repairs.report_recordings_unreachable(self._hass, error="; ".join(reasons))

    @callback
    def _recorded(self, camera: CameraRuntime, segment: Segment, held: bool) -> None:
        """Take note of a recording whose row is safe."""
        if held:
            self.live.recording_closed(camera.camera_id, segment.start, segment.end, segment.file_path)
        self.high_resolution.look(camera.camera_id, segment.start)
        self.look_for_work()

    @callback
    def _analyzed(self, outcome: AnalysisOutcome) -> None:
        if outcome.persons:
            self._captions.wake()
