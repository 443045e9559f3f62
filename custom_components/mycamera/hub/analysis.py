"""The hub's search for persons: live as they come and go, and in recordings of times that nobody watched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..analysis.live.high_resolution_snapshots import HighResolutionSnapshots
from ..analysis.live.live_persons import HOLD, LiveAppearances
from ..analysis.recorded.analysis_queue import AnalysisOutcome, AnalysisQueue
from .listeners import tell
from .stores import LiveRows, PictureRows, RecordingRows

if TYPE_CHECKING:
    from ..analysis.store import LivePicture, RecordingToAnalyze
    from ..database import Database
    from ..recording.archive.segment import Segment
    from ..worker import protocol
    from .announcements import Announcements
    from .camera import CameraRuntime
    from .cameras import HubCameras
    from .captions import HubCaptions
    from .storage import HubStorage
    from .tasks import Tasks
    from .worker import HubWorker


class HubAnalysis:
    """Owns the live appearances and the queue of recordings of one hub."""

    def __init__(
        self,
        hass: HomeAssistant,
        *,
        database: Database,
        storage: HubStorage,
        cameras: HubCameras,
        worker: HubWorker,
        captions: HubCaptions,
        news: Announcements,
        on_change: Callable[[], None],
    ) -> None:
        """Take the hub's parts; `on_change` is told that the number of waiting jobs may have changed."""
        self._storage = storage
        self._worker = worker
        self._captions = captions
        self._news = news
        self._on_change = on_change
        self._outcome_listeners: list[Callable[[AnalysisOutcome], None]] = []
        self._high_resolution = HighResolutionSnapshots(
            hass=hass,
            store=PictureRows(database),
            connection=worker.connection,
            source=self._source,
            shares_files=lambda: worker.shares_files,
            min_score=lambda camera_id: cameras.analysis_settings(camera_id).min_score,
            snapshots_root=storage.checked_snapshots,
            on_picture=self._high_resolution_picture,
        )
        self._live = LiveAppearances(
            hass=hass,
            store=LiveRows(database, captions=self._captions_wanted, zone_names=cameras.zone_names),
            clock=worker.connection.clock,
            snapshots_root=storage.checked_snapshots,
            settings=cameras.analysis_settings,
            on_began=news.person_found,
            on_changed=news.person_changed,
            on_pictured=self._high_resolution.look,
            on_settled=self.look_for_work,
            on_due=self._due,
        )
        self._queue = AnalysisQueue(
            hass=hass,
            store=RecordingRows(database, captions=self._captions_wanted, zone_names=cameras.zone_names),
            connection=worker.connection,
            source=self._source,
            settings=cameras.analysis_settings,
            snapshots_root=storage.checked_snapshots,
            on_outcome=self._ended,
            on_change=on_change,
        )

    def start(self, tasks: Tasks) -> None:
        """Begin, with tasks that their owner ends."""
        tasks.start(self._live.run, "live appearances")
        tasks.start(self._high_resolution.run, "sharper pictures")
        tasks.start(self._queue.run, "analysis queue")

    async def stop(self) -> None:
        """Write what is known of those who are there now; the tasks have ended."""
        await self._live.stop()

    # --- what may wait ------------------------------------------------------------------------------------------

    @property
    def blocked_reason(self) -> str | None:
        """Why recordings wait although the worker is there, where they do: its detector cannot be used."""
        return self._queue.blocked

    @property
    def able(self) -> bool:
        """Whether the worker is there and its detector can be used."""
        return self._worker.connection.ready and self.blocked_reason is None

    @callback
    def worker_configured(self, problem: str | None) -> None:
        """Take what the worker says of its detector; None: it can be used."""
        self._queue.block(problem)

    @callback
    def wake(self) -> None:
        """Go on: what was away is back."""
        self._queue.wake()

    @callback
    def look_for_work(self) -> None:
        """Say that recordings were queued."""
        self._queue.wake()
        self._on_change()

    @callback
    def subscribe_outcomes(self, listener: Callable[[AnalysisOutcome], None]) -> Callable[[], None]:
        """Call `listener` with the end of every analysis of a recording."""
        self._outcome_listeners.append(listener)
        return lambda: self._outcome_listeners.remove(listener)

    # --- what is seen and recorded ------------------------------------------------------------------------------

    @callback
    def seen(self, message: protocol.LiveAppearance | protocol.Watched, pictures: Mapping[str, bytes]) -> None:
        """Take what the worker sees before a camera."""
        self._live.take(message, pictures)

    @callback
    def interrupted(self, camera_id: str) -> None:
        """Take note that a camera's watch ends or begins anew."""
        self._live.interrupted(camera_id)

    def hold(self, camera: CameraRuntime, segment: Segment) -> timedelta | None:
        """Return for how long a new recording is not to be analysed: it is soon told what was watched of it."""
        just_now = dt_util.utcnow() - segment.end < HOLD
        return HOLD if just_now and camera.detection_enabled and self._worker.connection.ready else None

    @callback
    def recorded(self, camera: CameraRuntime, segment: Segment) -> None:
        """Take note of a recording whose row is safe."""
        if self.hold(camera, segment) is not None:
            self._live.recording_closed(camera.camera_id, segment.start, segment.end, segment.file_path)
        self._high_resolution.look(camera.camera_id, segment.start)
        self.look_for_work()

    @callback
    def _high_resolution_picture(self, picture: LivePicture) -> None:
        self._live.sharpen(picture)

    def _captions_wanted(self) -> bool:
        return self._captions.enabled

    async def _source(self, recording: RecordingToAnalyze) -> str:
        return self._worker.source_of(recording, self._storage.recordings.path)

    @callback
    def _due(self) -> None:
        self._captions.wake()
        self._on_change()

    @callback
    def _ended(self, outcome: AnalysisOutcome) -> None:
        self._news.analyzed(outcome)
        tell(self._outcome_listeners, outcome)
        if outcome.persons:
            self._captions.wake()
        self._worker.well()
