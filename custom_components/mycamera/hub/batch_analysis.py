"""Analysing many recordings on demand: what the action `analyze_videos` does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, override

from homeassistant.exceptions import HomeAssistantError

from ..analysis.recorded.analysis_queue import AnalysisOutcome
from ..const import DOMAIN
from ..database import DatabaseError
from ..settings.error_texts import worded
from .job_waiter import JobWaiter
from .worker import WorkerStatus

if TYPE_CHECKING:
    from .hub import Hub


@dataclass(slots=True, kw_only=True)
class AnalyzeCounts:
    """What `analyze_videos` did: recordings queued, and, where it waited, how they ended and how many persons."""

    queued: int = 0
    analyzed: int = 0
    failed: int = 0
    persons: int = 0


async def analyze_videos(
    hub: Hub,
    *,
    camera_ids: list[str] | None,
    since: datetime | None,
    until: datetime | None,
    limit: int | None,
    force: bool,
    wait: bool,
    on_progress: Callable[[AnalyzeCounts], None],
) -> AnalyzeCounts:
    """Queue recordings for analysis, newest first, and wait for them where asked to.

    While it waits, `on_progress` is told now and then how far it is.

    Raises:
        DatabaseError: the recordings cannot be looked up.
        HomeAssistantError: told to wait, and there is no worker, or it is away for too long; the recordings stay
            queued.
    """
    waiter = _AnalysisWaiter(hub, on_progress)
    unsubscribe = (
        hub.analysis.queue.outcomes.subscribe(lambda outcome: waiter.add(outcome.recording.id, outcome)),
        hub.changes.subscribe(waiter.look),
    )
    try:
        waiter.queued = await hub.database.requeue(
            camera_ids=camera_ids, since=since, until=until, limit=limit, force=force
        )
        hub.analysis.look_for_work()
        if wait and waiter.queued and hub.workers.status is WorkerStatus.NOT_SET_UP:
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="worker_not_set_up")
        outcomes = await waiter.wait_for(waiter.queued) if wait else []
    finally:
        for leave in unsubscribe:
            leave()
    return _counts(waiter.queued, outcomes)


class _AnalysisWaiter(JobWaiter[int, AnalysisOutcome]):
    """Waits for recordings, by the ids of their rows."""

    def __init__(self, hub: Hub, on_progress: Callable[[AnalyzeCounts], None]) -> None:
        super().__init__(hub)
        self.queued: Sequence[int] = ()
        self._on_progress = on_progress

    @property
    @override
    def able(self) -> bool:
        return self._hub.analysis.able and self._hub.database.available

    @override
    def unavailable(self) -> HomeAssistantError:
        error = self._hub.analysis.queue.blocked or self._hub.worker.error or ""
        return HomeAssistantError(
            translation_domain=DOMAIN,
            translation_key="worker_unavailable",
            translation_placeholders={"error": worded(self._hub.hass, error)},
        )

    @override
    async def any_left(self, waiting: Collection[int]) -> bool:
        try:
            summary = await self._hub.database.summarize(list(waiting))
        except DatabaseError:
            return True  # not known; how long that may last is watched elsewhere
        return summary.pending + summary.running > 0

    @override
    def tell(self, ends: Sequence[AnalysisOutcome]) -> None:
        self._on_progress(_counts(self.queued, ends))


def _counts(queued: Sequence[int], outcomes: Sequence[AnalysisOutcome]) -> AnalyzeCounts:
    return AnalyzeCounts(
        queued=len(queued),
        analyzed=sum(outcome.error is None for outcome in outcomes),
        failed=sum(outcome.error is not None for outcome in outcomes),
        persons=sum(len(outcome.persons) for outcome in outcomes),
    )
