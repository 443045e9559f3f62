"""The hub's captions: its captioners in the user's order, their queue, and those who wait for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homeassistant.core import HomeAssistant, callback

from .analysis.ai_task_captioner import AITaskCaptioner
from .analysis.captioner import Captioner, WorkerCaptioner
from .analysis.captions import CaptionOutcome, CaptionQueue
from .const import CAPTIONER_AI_TASK, CAPTIONER_WORKER, DOMAIN

if TYPE_CHECKING:
    from .analysis.connection import WorkerConnection
    from .analysis.store import CaptionStore
    from .caption_settings import CaptionSettings

PERSON_MEDIA: Final = f"media-source://{DOMAIN}/person/{{}}"
"""A person's picture in the media source."""


class HubCaptions:
    """Describes the persons of a hub, where its settings want that."""

    def __init__(
        self,
        hass: HomeAssistant,
        settings: CaptionSettings,
        *,
        store: CaptionStore,
        connection: WorkerConnection,
        snapshots_root: Callable[[], Awaitable[Path]],
        on_outcome: Callable[[CaptionOutcome], None],
        on_change: Callable[[], None],
    ) -> None:
        """Build the captioners and their queue; `on_outcome` and `on_change` as in the queue."""
        self.enabled = bool(settings.captioners)
        self._on_outcome = on_outcome
        self._outcome_listeners: list[Callable[[CaptionOutcome], None]] = []
        self._worker = WorkerCaptioner(connection)
        makers: dict[str, Callable[[], Captioner]] = {
            CAPTIONER_WORKER: lambda: self._worker,
            CAPTIONER_AI_TASK: lambda: AITaskCaptioner(
                hass,
                entity_id=settings.ai_task_entity,
                hourly_limit=settings.ai_task_limit,
                media_id=PERSON_MEDIA.format,
            ),
        }
        self._queue = CaptionQueue(
            hass=hass,
            store=store,
            captioners=[makers[name]() for name in settings.captioners],
            schedule=settings.schedule(),
            snapshots_root=snapshots_root,
            on_outcome=self._ended,
            on_change=on_change,
        )

    async def run(self) -> None:
        """Work the queue off until cancelled."""
        await self._queue.run()

    @property
    def obstacle(self) -> str | None:
        """Why pictures wait now; None where they do not, or where nobody is to describe them."""
        return self._queue.obstacle if self.enabled else None

    @property
    def captioners_obstacle(self) -> str | None:
        """Why no captioner can take a picture now, whether or not it is time for it."""
        return self._queue.captioners_obstacle

    @callback
    def worker_configured(self, problem: str | None) -> None:
        """Take what the worker says of its captioning models; None: they can be used."""
        self._worker.block(problem)
        self.wake()

    @callback
    def wake(self) -> None:
        """Look for pictures now."""
        self._queue.wake()

    @callback
    def hurry(self, event_ids: Sequence[str]) -> None:
        """Describe these at once."""
        self._queue.hurry(event_ids)

    @callback
    def subscribe_outcomes(self, listener: Callable[[CaptionOutcome], None]) -> Callable[[], None]:
        """Call `listener` with the end of every attempt to describe a person."""
        self._outcome_listeners.append(listener)
        return lambda: self._outcome_listeners.remove(listener)

    @callback
    def _ended(self, outcome: CaptionOutcome) -> None:
        self._on_outcome(outcome)
        for listener in list(self._outcome_listeners):
            listener(outcome)
