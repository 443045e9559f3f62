"""Describing many persons on demand: what the action `generate_captions` does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, override

from homeassistant.exceptions import HomeAssistantError, ServiceValidationError

from ..analysis.captions.caption_queue import CaptionOutcome
from ..const import DOMAIN
from ..database import CaptionStatus, DatabaseError
from ..settings.error_texts import worded
from .job_waiter import JobWaiter

if TYPE_CHECKING:
    from .hub import Hub


@dataclass(slots=True, kw_only=True)
class CaptionCounts:
    """What `generate_captions` did: persons queued, and, where it waited, how the first attempt at each ended.

    `waiting` are those that could not be described and are tried again later.
    """

    queued: int = 0
    captioned: int = 0
    failed: int = 0
    waiting: int = 0


async def generate_captions(
    hub: Hub,
    *,
    camera_ids: list[str] | None,
    event_ids: Sequence[str] | None,
    since: datetime | None,
    until: datetime | None,
    limit: int | None,
    force: bool,
    wait: bool,
    on_progress: Callable[[CaptionCounts], None],
) -> CaptionCounts:
    """Queue persons to be described by a model, newest first, and wait for them where asked to.

    While it waits, `on_progress` is told now and then how far it is.

    Somebody asked for these, so neither the interval between batches nor the quiet hours hold them up.

    Raises:
        ServiceValidationError: nobody is to describe persons, or there is no person of one of the ids.
        DatabaseError: the persons cannot be looked up.
        HomeAssistantError: told to wait, and no captioner is there for too long; the persons stay queued.
    """
    if not hub.captions.enabled:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="captions_disabled")
    for event_id in event_ids or ():
        if await hub.database.get_detection(event_id) is None:
            raise ServiceValidationError(
                translation_domain=DOMAIN,
                translation_key="unknown_event",
                translation_placeholders={"event_id": event_id},
            )
    waiter = _CaptionWaiter(hub, on_progress)
    unsubscribe = (
        hub.captions.queue.outcomes.subscribe(lambda outcome: waiter.add(outcome.detection.event_id, outcome)),
        hub.changes.subscribe(waiter.look),
    )
    try:
        waiter.queued = await hub.database.requeue_captions(
            camera_ids=camera_ids, event_ids=event_ids, since=since, until=until, limit=limit, force=force
        )
        hub.describe_now(waiter.queued)
        outcomes = await waiter.wait_for(waiter.queued) if wait else []
    finally:
        for leave in unsubscribe:
            leave()
    return _counts(waiter.queued, outcomes)


class _CaptionWaiter(JobWaiter[str, CaptionOutcome]):
    """Waits for persons, by their event ids."""

    def __init__(self, hub: Hub, on_progress: Callable[[CaptionCounts], None]) -> None:
        super().__init__(hub)
        self.queued: list[str] = []
        self._on_progress = on_progress

    @property
    @override
    def able(self) -> bool:
        return self._hub.captions.captioners_blocked_reason is None

    @override
    def unavailable(self) -> HomeAssistantError:
        error = str(self._hub.captions.captioners_blocked_reason or "")
        return HomeAssistantError(
            translation_domain=DOMAIN,
            translation_key="captioners_unavailable",
            translation_placeholders={"error": worded(self._hub.hass, error)},
        )

    @override
    async def any_left(self, waiting: Collection[str]) -> bool:
        try:
            for event_id in waiting:  # retention may have deleted them
                row = await self._hub.database.get_detection(event_id)
                if row is not None and row.caption_status in {CaptionStatus.PENDING, CaptionStatus.RUNNING}:
                    return True
        except DatabaseError:
            return True  # not known; they are described when it is back
        return False

    @override
    def tell(self, ends: Sequence[CaptionOutcome]) -> None:
        self._on_progress(_counts(self.queued, ends))


def _counts(queued: Sequence[str], outcomes: Sequence[CaptionOutcome]) -> CaptionCounts:
    return CaptionCounts(
        queued=len(queued),
        captioned=sum(outcome.description is not None for outcome in outcomes),
        failed=sum(outcome.description is None and outcome.retry_at is None for outcome in outcomes),
        waiting=sum(outcome.retry_at is not None for outcome in outcomes),
    )
