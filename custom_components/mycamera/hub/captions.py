"""The hub's captions: its captioners in the user's order, their queue, and those who wait for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homeassistant.core import HomeAssistant, callback

from ..analysis.captions.ai_task_captioner import AITaskCaptioner
from ..analysis.captions.ask_ledger import AskLedger
from ..analysis.captions.caption_providers import BlockedReason, Captioner, CaptionOptions, WorkerCaptioner
from ..analysis.captions.caption_queue import CaptionOutcome, CaptionQueue
from ..const import CAPTIONER_AI_TASK, CAPTIONER_WORKER, DOMAIN

if TYPE_CHECKING:
    from ..analysis.errors import JobError
    from ..analysis.store import CaptionStore
    from ..analysis.worker_client.worker_connection import WorkerConnection
    from ..settings.captions import CaptionSettings

PERSON_MEDIA: Final = f"media-source://{DOMAIN}/person/{{}}"
"""A person's picture in the media source."""
ASKED: Final = f"{DOMAIN}.ai_task"
"""The file in Home Assistant's storage that tells how often AI Task was asked."""


class HubCaptions:
    """Describes the persons of a hub, where its settings want that."""

    def __init__(
        self,
        hass: HomeAssistant,
        settings: CaptionSettings,
        *,
        store: CaptionStore,
        connection: WorkerConnection,
        options: Callable[[str], CaptionOptions],
        snapshots_root: Callable[[], Awaitable[Path]],
        on_outcome: Callable[[CaptionOutcome], None],
        on_problem: Callable[[JobError | None], None],
        on_change: Callable[[], None],
    ) -> None:
        """Build the captioners and their queue.

        `wishes` gives what a camera's own settings want to be told, `on_problem` is told what is wrong with the
        worker's models when they are used; `on_outcome` and `on_change` as in the queue.
        """
        self._hass = hass
        self._settings = settings
        self._options = options
        self._on_outcome = on_outcome
        self._outcome_listeners: list[Callable[[CaptionOutcome], None]] = []
        self._worker = WorkerCaptioner(connection, on_problem=on_problem)
        self._ledger = AskLedger(hass, ASKED)
        self._queue = CaptionQueue(
            hass=hass,
            store=store,
            captioners=self._captioners(),
            schedule=settings.schedule(),
            options=self._options_of,
            snapshots_root=snapshots_root,
            on_outcome=self._ended,
            on_change=on_change,
        )

    def _captioners(self) -> list[Captioner]:
        settings = self._settings
        makers: dict[str, Callable[[], Captioner]] = {
            CAPTIONER_WORKER: lambda: self._worker,
            CAPTIONER_AI_TASK: lambda: AITaskCaptioner(
                self._hass,
                entity_id=settings.ai_task_entity,
                hourly_limit=settings.ai_task_limit,
                media_id=PERSON_MEDIA.format,
                ledger=self._ledger,
            ),
        }
        return [makers[name]() for name in settings.captioners]

    def _options_of(self, camera_id: str) -> CaptionOptions:
        return self._options(camera_id).over(self._settings.options)

    async def run(self) -> None:
        """Work the queue off until cancelled."""
        await self._ledger.load()
        await self._queue.run()

    @callback
    def change(self, settings: CaptionSettings) -> None:
        """Take on other settings; what is under way ends as it began."""
        if settings != self._settings:
            self._settings = settings
            self._queue.change(self._captioners(), settings.schedule())

    async def forget(self) -> None:
        """Remove what is kept beside the database."""
        await self._ledger.remove()

    @property
    def enabled(self) -> bool:
        """Whether anybody is to describe persons."""
        return bool(self._settings.captioners)

    @property
    def blocked_reason(self) -> BlockedReason | None:
        """Why pictures wait now; None where they do not, or where nobody is to describe them."""
        return self._queue.blocked_reason if self.enabled else None

    @property
    def captioners_blocked_reason(self) -> BlockedReason | None:
        """Why no captioner can take a picture now, whether or not it is time for it."""
        return self._queue.captioners_blocked_reason

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
