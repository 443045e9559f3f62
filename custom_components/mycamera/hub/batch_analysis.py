"""Analysing many recordings on demand: what the action `analyze_videos` does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from homeassistant.exceptions import HomeAssistantError

from ..const import DOMAIN
from ..database import DatabaseError
from ..settings.error_texts import worded
from .job_waiter import JobWaiter

if TYPE_CHECKING:
    from ..analysis.recorded.analysis_queue import AnalysisOutcome
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
        HomeAssistantError: told to wait, and the worker is away for too long; the recordings stay queued.
    """
    ends: JobWaiter[int, AnalysisOutcome] = JobWaiter()
    unsubscribe = hub.analysis.subscribe_outcomes(lambda outcome: ends.add(outcome.recording.id, outcome))
    try:
        queued = await hub.database.requeue(camera_ids=camera_ids, since=since, until=until, limit=limit, force=force)
        hub.analysis.look_for_work()
        outcomes = (
            await ends.wait_for(
                queued,
                able=lambda: hub.analysis.able and hub.database.available,
                unavailable=lambda: _unavailable(hub),
                any_left=partial(_any_left, hub),
                on_progress=lambda ends: on_progress(_counts(queued, ends)),
            )
            if wait
            else []
        )
    finally:
        unsubscribe()
    return _counts(queued, outcomes)


def _counts(queued: Sequence[int], outcomes: Sequence[AnalysisOutcome]) -> AnalyzeCounts:
    return AnalyzeCounts(
        queued=len(queued),
        analyzed=sum(outcome.error is None for outcome in outcomes),
        failed=sum(outcome.error is not None for outcome in outcomes),
        persons=sum(len(outcome.persons) for outcome in outcomes),
    )


async def _any_left(hub: Hub, waiting: set[int]) -> bool:
    try:
        summary = await hub.database.summarize(list(waiting))
    except DatabaseError:
        return True  # not known; how long that may last is watched elsewhere
    return summary.pending + summary.running > 0


def _unavailable(hub: Hub) -> HomeAssistantError:
    return HomeAssistantError(
        translation_domain=DOMAIN,
        translation_key="worker_unavailable",
        translation_placeholders={"error": worded(hub.hass, hub.analysis.blocked_reason or hub.worker.error or "")},
    )
