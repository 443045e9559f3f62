"""The queue of recordings to analyse. The table is the queue, so it survives restarts; this module works it off."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ...database import CaptionStatus, Database, DatabaseError, DatabaseUnavailable, NewDetection, RecordRow
from ...recording.archive.storage import StorageError
from ...signals import Signal
from ...worker.protocol.configuration import Configured
from ..camera_settings import CameraSettings
from ..captions.caption_queue import CaptionQueue
from ..errors import JobError, JobTimedOut, WorkerLost, WorkerUnreachable
from ..live.live_persons import LivePersons
from ..snapshots import PictureFolder, remove_pictures, save_persons
from ..worker_client.recording_sources import RecordingSources
from ..worker_client.worker_set import USUAL_PLACES, Workers

_LOGGER = logging.getLogger(__name__)

MAX_ATTEMPTS: Final = 3
MOST_LOST: Final = 5
"""So often may the worker be lost over a recording: some of it may have had other reasons, one after the other."""
RETRY_AFTER: Final = timedelta(seconds=5)
UNREACHABLE_AFTER: Final = timedelta(minutes=1)
"""The same for one that could not be fetched, `MOST_LOST` times at most: it may be the network."""
TIMED_OUT_PAUSE: Final = timedelta(hours=1)
"""Others come first for so long when the worker did not answer: it has too much to do, or hangs over this one."""
OLDEST_EVERY: Final = 4
"""Of so many recordings one is the oldest, so that none waits for ever behind newer ones."""
IDLE_LOOK: Final = 60.0
"""Seconds without news after which the table is asked all the same."""
TROUBLE_PAUSE: Final = 10.0
"""Seconds until the next try after the worker or the database failed."""
OVERLOADED_PAUSE: Final = 1.0
"""Seconds; the worker takes no more jobs only until one of those that it has is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisOutcome:
    """How the analysis of one recording ended."""

    recording: RecordRow
    persons: tuple[NewDetection, ...] = ()
    """Those found, without later or earlier parts of appearances that were known before."""
    error: str | None = None


class AnalysisQueue:
    """Claims recordings, has the workers analyse them, saves what they found. `run` is the owner's task."""

    def __init__(
        self,
        *,
        hass: HomeAssistant,
        database: Database,
        workers: Workers,
        sources: RecordingSources,
        settings: CameraSettings,
        snapshots: PictureFolder,
        captions: CaptionQueue,
        live: LivePersons,
    ) -> None:
        """Look at the table with `run`, and at what the workers say of their detectors."""
        self.outcomes: Signal[AnalysisOutcome] = Signal()
        """The end of every analysis."""
        self.changes: Signal[()] = Signal()
        """The number of waiting recordings may have changed."""
        self._hass = hass
        self._database = database
        self._workers = workers
        self._sources = sources
        self._settings = settings
        self._snapshots = snapshots
        self._captions = captions
        self._live = live
        self._claims = 0
        self._wake = asyncio.Event()
        self._released = False
        self._trouble: str | None = None
        self._under_way = 0
        self._ended = asyncio.Event()
        self._more_places = asyncio.Event()
        self._taking = asyncio.Lock()
        self._unable: dict[str, str] = {}
        """Why a worker's detector cannot be used, by the worker's id."""
        workers.configured.subscribe(self._configured)
        workers.connected.subscribe(self._connected)
        workers.places_changed.subscribe(self._places_changed)

    def wake(self) -> None:
        """Look at the table now: something was added, or what was away is back."""
        self._wake.set()

    @property
    def blocked(self) -> str | None:
        """Why recordings are left pending, where they are: no worker there can use its detector, or gets at any."""
        reasons = self._sources.unreachable_for | self._unable
        there = self._workers.ready or tuple(self._workers)
        if any(worker not in reasons for worker in there):
            return None
        return next((reasons[worker] for worker in there), None)

    def _left_out(self) -> set[str]:
        """Return the workers that are sent nothing now."""
        return self._sources.avoided | self._unable.keys()

    def _configured(self, worker: str, configured: Configured) -> None:
        problems = (problem.message for problem in configured.problems if problem.kind == "detector")
        self._block(worker, next(problems, None))

    def _connected(self, _worker: str) -> None:
        self._places_changed()

    def _places_changed(self) -> None:
        self._more_places.set()
        self._ended.set()
        self.wake()

    def _block(self, worker: str, reason: str | None) -> None:
        """Send a worker nothing while its detector cannot be used; None ends that."""
        before = self.blocked
        if reason is None:
            self._unable.pop(worker, None)
        else:
            self._unable[worker] = reason
        if self.blocked and not before:
            _LOGGER.warning("Recordings wait for analysis: %s", reason)
        elif before and not self.blocked:
            _LOGGER.info("Recordings are analysed again")
        if self.blocked is None:
            self.wake()

    async def run(self) -> None:
        """Work the queue off until cancelled."""
        async with asyncio.TaskGroup() as group:
            started = 0
            while True:
                self._more_places.clear()
                for number in range(started, self._workers.places):
                    group.create_task(self._work(number))
                    started = number + 1
                await self._more_places.wait()

    async def _work(self, number: int) -> None:
        """Work the queue off while there are more places than `number`."""
        while True:
            await self._workers.wait_ready()
            self._wake.clear()
            pause = TROUBLE_PAUSE if self._sources.unreachable_for else IDLE_LOOK
            left_out = self._left_out()
            if any(worker not in left_out for worker in self._workers.ready) and number < self._workers.places:
                try:
                    if await self._step():
                        continue
                except DatabaseError as error:
                    # It is told where it is noticed, and this queue is woken when the database is back.
                    _LOGGER.debug("Recordings wait for analysis: %s", error)
                    pause = TROUBLE_PAUSE
                except (OSError, StorageError) as error:
                    if str(error) != self._trouble:
                        _LOGGER.warning("Recordings wait for analysis: %s", error)
                    self._trouble = str(error)
                    pause = TROUBLE_PAUSE
                except Exception:
                    # Whatever it is about one recording, the others are still to be analysed.
                    _LOGGER.exception("Unexpected error in the analysis of recordings")
                    pause = TROUBLE_PAUSE
            try:
                async with asyncio.timeout(pause):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def _step(self) -> bool:
        """Analyse one recording; False when nothing waits."""
        if not self._released:
            # Claimed by a Home Assistant that was stopped in the middle.
            self._released = True
            try:
                await self._database.release_analyses()
            except DatabaseError:
                self._released = False
                raise
        await self._snapshots.check()
        recording = await self._claim()
        if recording is None:
            return False
        self.changes.tell()
        try:
            async with self._room_for(recording):
                outcome = await self._analyze(recording)
        except asyncio.CancelledError, OSError, DatabaseUnavailable:
            await self._put_back(recording)
            raise
        except Exception as error:
            _LOGGER.exception("Unexpected error in the analysis of %s", recording.file_path)
            reason = f"unexpected {type(error).__name__}: {error}"[:1000]
            outcome = await self._failed(recording, reason, retry=recording.analysis_attempts < MAX_ATTEMPTS)
        self._trouble = None
        if outcome is not None:
            self.outcomes.tell(outcome)
        self.changes.tell()
        return True

    async def _claim(self) -> RecordRow | None:
        """Take the newest pending recording, now and then the oldest."""
        oldest = self._claims % OLDEST_EVERY == OLDEST_EVERY - 1
        rows = await self._database.claim_analyses(1, oldest=oldest)
        self._claims += len(rows)
        return rows[0] if rows else None

    @asynccontextmanager
    async def _room_for(self, recording: RecordRow) -> AsyncIterator[None]:
        """Wait for a place; a recording that did not get through before gets them all.

        It may be the one that brings the worker down: no other shall be under way then, and be blamed for it too. In a
        fleet it brings down one machine at most, which is noticed there.
        """
        async with self._taking:  # two that want all places must not wait for each other
            while self._under_way + (weight := self._weight(recording)) > self._workers.places:
                self._ended.clear()
                await self._ended.wait()
            self._under_way += weight
        try:
            yield
        finally:
            self._under_way -= weight
            self._ended.set()

    def _weight(self, recording: RecordRow) -> int:
        """Return how many of the places that there are now a recording takes."""
        alone = recording.analysis_attempts > 1 and self._workers.most_places <= USUAL_PLACES
        return self._workers.places if alone else 1

    async def _analyze(self, recording: RecordRow) -> AnalysisOutcome | None:
        worker = ""
        try:
            worker = self._workers.freest(self._left_out())
            source, ranges = self._sources.of(recording, worker), recording.analysis_ranges or ()
            settings = self._settings.analysis_settings(recording.camera_id)
            result = await self._workers[worker].analyze(source, settings, ranges=ranges)
        except WorkerLost as error:
            return await self._failed(recording, str(error), retry=recording.analysis_attempts < MOST_LOST)
        except WorkerUnreachable:
            await self._put_back(recording)  # it never got there
            return None
        except JobError as error:
            if await self._is_left_for_later(recording, worker, error):
                return None
            if error.code in {"source_missing", "source_invalid", "source_unreachable"}:
                self._sources.reached_by(worker)
            if error.code == "source_unreachable":
                retry = recording.analysis_attempts < MOST_LOST
                return await self._failed(recording, str(error), retry=retry, after=UNREACHABLE_AFTER)
            retry = not error.permanent and recording.analysis_attempts < MAX_ATTEMPTS
            return await self._failed(recording, str(error), retry=retry)
        self._sources.reached_by(worker)
        root = self._snapshots.path
        status = CaptionStatus.PENDING if self._captions.enabled else CaptionStatus.OFF
        persons = await self._hass.async_add_executor_job(save_persons, root, recording, result, self._settings, status)
        written = [path for person in persons for path in person.pictures]
        try:
            joined = await self._database.finish_analysis(
                recording.id, persons, model=result.analyzed.model, there=self._live.told_of(recording.camera_id)
            )
        except Exception, asyncio.CancelledError:
            await self._hass.async_add_executor_job(remove_pictures, root, written)
            raise
        news = tuple(person for person in persons if person.event_id not in joined)
        return AnalysisOutcome(recording=recording, persons=news)

    async def _is_left_for_later(self, recording: RecordRow, worker: str, error: JobError) -> bool:
        """Put a recording back that is not to blame for the failure: model, storage or overload are."""
        if error.about_model:
            self._block(worker, str(error))
            self._workers[worker].check_models()  # its answer tells the user, or ends the block
            await self._put_back(recording)
        elif error.code == "storage_unreachable":
            self._sources.not_reached_by(worker, str(error))
            await self._put_back(recording)
        elif isinstance(error, JobTimedOut):
            _LOGGER.warning("The recording %s is analysed later: %s", recording.file_path, error)
            await self._put_back(recording, retry_at=dt_util.utcnow() + TIMED_OUT_PAUSE)
        elif error.code == "overloaded":
            await self._put_back(recording)
            await asyncio.sleep(OVERLOADED_PAUSE)
        else:
            return False
        return True

    async def _failed(
        self, recording: RecordRow, error: str, *, retry: bool, after: timedelta | None = None
    ) -> AnalysisOutcome | None:
        pause = RETRY_AFTER if after is None else after
        retry_at = dt_util.utcnow() + pause * recording.analysis_attempts if retry else None
        await self._database.fail_analysis(recording.id, error, retry=retry, retry_at=retry_at)
        if retry:
            return None
        _LOGGER.warning("The recording %s could not be analysed: %s", recording.file_path, error)
        return AnalysisOutcome(recording=recording, error=error)

    async def _put_back(self, recording: RecordRow, *, retry_at: datetime | None = None) -> None:
        """Make a claimed recording pending again, as if it had never been; else the next start does it."""
        try:
            attempts = max(recording.analysis_attempts - 1, 0)
            await self._database.fail_analysis(recording.id, "", retry=True, retry_at=retry_at, attempts=attempts)
        except DatabaseError:
            self._released = False
