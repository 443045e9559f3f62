"""Analysing many recordings on demand: what the action `analyze_videos` does."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from homeassistant.exceptions import HomeAssistantError

from .const import DOMAIN
from .database import DatabaseError

if TYPE_CHECKING:
    from .analysis.queue import AnalysisOutcome
    from .runtime import Hub

WAIT_WITHOUT_WORKER: Final = 60.0
"""Seconds for which a caller waits for a worker or a database that is away or cannot be used."""
LOOK_AFTER: Final = 60.0
"""Seconds without any news after which the table is asked whether there is still something to wait for."""


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
) -> AnalyzeCounts:
    """Queue recordings for analysis, newest first, and wait for them where asked to.

    Raises:
        DatabaseError: the recordings cannot be looked up.
        HomeAssistantError: told to wait, and the worker is away for too long; the recordings stay queued.
    """
    # Listening begins before the recordings are queued: the first may be done before the last is queued.
    outcomes: dict[int, AnalysisOutcome] = {}
    news = asyncio.Event()

    def ended(outcome: AnalysisOutcome) -> None:
        outcomes[outcome.recording.id] = outcome
        news.set()

    unsubscribe = hub.subscribe_outcomes(ended)
    try:
        wanted = await hub.database.requeue(camera_ids=camera_ids, since=since, until=until, limit=limit, force=force)
        hub.look_for_work()
        if wait:
            idle = quiet = 0.0
            while waiting := set(wanted) - outcomes.keys():
                news.clear()
                try:
                    async with asyncio.timeout(1.0):
                        await news.wait()
                    idle = quiet = 0.0
                except TimeoutError:
                    idle = 0.0 if hub.can_analyze and hub.database.available else idle + 1.0
                    if idle >= WAIT_WITHOUT_WORKER:
                        raise _unavailable(hub) from None
                    quiet += 1.0
                    if quiet % LOOK_AFTER == 0 and not await _any_left(hub, waiting):
                        break  # deleted meanwhile: nobody will tell about them
    finally:
        unsubscribe()
    ends = [outcomes[record_id] for record_id in wanted if record_id in outcomes] if wait else []
    return AnalyzeCounts(
        queued=len(wanted),
        analyzed=sum(end.error is None for end in ends),
        failed=sum(end.error is not None for end in ends),
        persons=sum(len(end.persons) for end in ends),
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
        translation_placeholders={"error": hub.queue.blocked or hub.worker_error or ""},
    )
