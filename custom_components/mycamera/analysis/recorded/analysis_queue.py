"""The queue of recordings to analyse. The table is the queue, so it survives restarts; this module works it off."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant

from ...worker.protocol import AnalysisSettings
from ..errors import JobError, WorkerLost, WorkerUnreachable
from ..snapshots import remove_pictures, save_persons
from ..store import AnalysisStore, FoundPerson, RecordingToAnalyze, StoreUnavailable
from ..worker_client.worker_connection import WorkerConnection

_LOGGER = logging.getLogger(__name__)

CONCURRENCY: Final = 2
"""Jobs under way at once: the worker decodes one while it infers another."""
MAX_ATTEMPTS: Final = 3
IDLE_LOOK: Final = 60.0
TROUBLE_PAUSE: Final = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisOutcome:
    """How the analysis of one recording ended."""

    recording: RecordingToAnalyze
    persons: tuple[FoundPerson, ...] = ()
    """Those found, without later or earlier parts of appearances that were known before."""
    error: str | None = None


class AnalysisQueue:
    """Claims recordings, has the worker analyse them, saves what it found. `run` is the owner's task."""

    def __init__(
        self,
        *,
        hass: HomeAssistant,
        store: AnalysisStore,
        connection: WorkerConnection,
        source: Callable[[RecordingToAnalyze], Awaitable[str]],
        settings: Callable[[str], AnalysisSettings],
        snapshots_root: Callable[[], Awaitable[Path]],
        on_outcome: Callable[[AnalysisOutcome], None],
        on_change: Callable[[], None],
    ) -> None:
        """Take the parts.

        `source` gives what the worker opens for a recording, `settings` a camera's analysis settings, `snapshots_root`
        the folder for pictures (raising OSError while it must not be written). `on_outcome` is told every end,
        `on_change` that the number of waiting recordings may have changed.
        """
        self._hass = hass
        self._store = store
        self._connection = connection
        self._source = source
        self._settings = settings
        self._snapshots_root = snapshots_root
        self._on_outcome = on_outcome
        self._on_change = on_change
        self._wake = asyncio.Event()
        self._released = False
        self._trouble: str | None = None
        self._slots = asyncio.Semaphore(CONCURRENCY)
        self._taking = asyncio.Lock()
        self.blocked: str | None = None
        """Why recordings are left pending, where they are."""

    def wake(self) -> None:
        """Look at the table now: something was added, or what was away is back."""
        self._wake.set()

    def block(self, reason: str | None) -> None:
        """Leave recordings pending while the detector cannot be used; None ends that."""
        if reason and not self.blocked:
            _LOGGER.warning("Recordings wait for analysis: %s", reason)
        elif self.blocked and not reason:
            _LOGGER.info("Recordings are analysed again")
        self.blocked = reason
        if reason is None:
            self.wake()

    async def run(self) -> None:
        """Work the queue off until cancelled."""
        async with asyncio.TaskGroup() as group:
            for _ in range(CONCURRENCY):
                group.create_task(self._work())

    async def _work(self) -> None:
        while True:
            await self._connection.wait_ready()
            self._wake.clear()
            pause = IDLE_LOOK
            if self.blocked is None:
                try:
                    if await self._step():
                        continue
                except StoreUnavailable:
                    pause = TROUBLE_PAUSE  # the database room has logged it, and wakes this queue when it is back
                except OSError as error:
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
                await self._store.release_analyses()
            except StoreUnavailable:
                self._released = False
                raise
        root = await self._snapshots_root()
        recording = await self._store.claim_analysis()
        if recording is None:
            return False
        self._on_change()
        try:
            async with self._room_for(recording):
                outcome = await self._analyze(recording, root)
        except asyncio.CancelledError, OSError, StoreUnavailable:
            await self._put_back(recording)
            raise
        except Exception as error:
            _LOGGER.exception("Unexpected error in the analysis of %s", recording.file_path)
            reason = f"unexpected {type(error).__name__}: {error}"[:1000]
            outcome = await self._failed(recording, reason, retry=recording.analysis_attempts < MAX_ATTEMPTS)
        self._trouble = None
        if outcome is not None:
            self._on_outcome(outcome)
        self._on_change()
        return True

    @asynccontextmanager
    async def _room_for(self, recording: RecordingToAnalyze) -> AsyncIterator[None]:
        """Wait for a slot; a recording that did not get through before gets them all.

        It may be the one that brings the worker down: no other shall be under way then, and be blamed for it too.
        """
        taken = 0
        try:
            async with self._taking:  # two that want all slots must not wait for each other
                for _ in range(CONCURRENCY if recording.analysis_attempts > 1 else 1):
                    await self._slots.acquire()
                    taken += 1
            yield
        finally:
            for _ in range(taken):
                self._slots.release()

    async def _analyze(self, recording: RecordingToAnalyze, root: Path) -> AnalysisOutcome | None:
        try:
            source = await self._source(recording)
            settings, ranges = self._settings(recording.camera_id), recording.analysis_ranges or ()
            result = await self._connection.analyze(source, settings, ranges=ranges)
        except WorkerLost as error:
            return await self._failed(recording, str(error), retry=recording.analysis_attempts < MAX_ATTEMPTS)
        except WorkerUnreachable:
            await self._put_back(recording)  # it never got there
            return None
        except JobError as error:
            if error.about_model:
                self.block(str(error))
                await self._put_back(recording)
                return None
            if error.code == "overloaded":
                await self._put_back(recording)
                await asyncio.sleep(1)
                return None
            retry = not error.permanent and recording.analysis_attempts < MAX_ATTEMPTS
            return await self._failed(recording, str(error), retry=retry)
        persons = await self._hass.async_add_executor_job(save_persons, root, recording, result)
        try:
            stored = await self._store.finish_analysis(recording, persons, model=result.analyzed.model)
        except Exception, asyncio.CancelledError:
            await self._hass.async_add_executor_job(remove_pictures, root, _pictures(persons))
            raise
        if stored.orphans:
            await self._hass.async_add_executor_job(remove_pictures, root, stored.orphans)
        news = tuple(person for person in persons if person.event_id not in stored.joined)
        return AnalysisOutcome(recording=recording, persons=news)

    async def _failed(self, recording: RecordingToAnalyze, error: str, *, retry: bool) -> AnalysisOutcome | None:
        await self._store.fail_analysis(recording, error, retry=retry)
        if retry:
            return None
        _LOGGER.warning("The recording %s could not be analysed: %s", recording.file_path, error)
        return AnalysisOutcome(recording=recording, error=error)

    async def _put_back(self, recording: RecordingToAnalyze) -> None:
        """Make a claimed recording pending again; where even that fails, the next start does it."""
        try:
            await self._store.put_back_analysis(recording)
        except StoreUnavailable:
            self._released = False


def _pictures(persons: Sequence[FoundPerson]) -> list[str]:
    return [path for person in persons for path in (person.image_path, person.thumbnail_path) if path]
