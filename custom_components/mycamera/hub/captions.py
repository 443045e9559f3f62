"""The hub's captions: its captioners in the user's order, their queue, and those who wait for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from homeassistant.core import HomeAssistant, callback

from .. import repairs
from ..analysis.captions.ai_task_captioner import AITaskCaptioner
from ..analysis.captions.ask_ledger import AskLedger
from ..analysis.captions.caption_providers import WORKER, BlockedReason, CaptionProvider, WorkerCaptioner
from ..analysis.captions.caption_queue import CaptionQueue
from ..const import CAPTIONER_AI_TASK, CAPTIONER_WORKER, DOMAIN

if TYPE_CHECKING:
    from ..analysis.errors import JobError
    from ..analysis.snapshots import PictureFolder
    from ..database import Database
    from ..settings.captions import CaptionSettings
    from ..worker.protocol.configuration import Configured
    from .cameras import HubCameras
    from .workers import HubWorkers

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
        database: Database,
        workers: HubWorkers,
        cameras: HubCameras,
        snapshots: PictureFolder,
    ) -> None:
        """Build the captioners and their queue."""
        self._hass = hass
        self._settings = settings
        self._workers = [
            WorkerCaptioner(worker.connection, worker.further.name if worker.further else WORKER)
            for worker in workers.all.values()
        ]
        self.ledger = AskLedger(hass, ASKED)
        self.queue = CaptionQueue(
            hass=hass,
            database=database,
            captioners=self._captioners(),
            schedule=settings.schedule(),
            usual=settings.options,
            settings=cameras,
            snapshots=snapshots,
        )
        # Of the others' models their own issues tell.
        self._workers[0].problems.subscribe(self._report)
        workers.clients.configured.subscribe(self._worker_configured)

    def _captioners(self) -> list[CaptionProvider]:
        settings = self._settings
        captioners: list[CaptionProvider] = []
        for name in settings.captioners:
            if name == CAPTIONER_WORKER:
                captioners.extend(self._workers)
            elif name == CAPTIONER_AI_TASK:
                captioners.append(
                    AITaskCaptioner(
                        self._hass,
                        entity_id=settings.ai_task_entity,
                        hourly_limit=settings.ai_task_limit,
                        media_id=PERSON_MEDIA,
                        ledger=self.ledger,
                    )
                )
        return captioners

    async def run(self) -> None:
        """Work the queue off until cancelled."""
        await self.ledger.load()
        await self.queue.run()

    @callback
    def change(self, settings: CaptionSettings) -> None:
        """Take on other settings; what is under way ends as it began."""
        if settings != self._settings:
            self._settings = settings
            self.queue.change(self._captioners(), settings.schedule(), settings.options)

    async def forget(self) -> None:
        """Remove what is kept beside the database."""
        await self.ledger.remove()

    @property
    def enabled(self) -> bool:
        """Whether anybody is to describe persons."""
        return self.queue.enabled

    @property
    def blocked_reason(self) -> BlockedReason | None:
        """Why pictures wait now; None where they do not, or where nobody is to describe them."""
        return self.queue.blocked_reason if self.enabled else None

    @property
    def captioners_blocked_reason(self) -> BlockedReason | None:
        """Why no captioner can take a picture now, whether or not it is time for it."""
        return self.queue.captioners_blocked_reason

    @callback
    def _report(self, problem: JobError | None) -> None:
        """Tell of caption models that fail only when they are loaded or used."""
        repairs.report_captioner_failure(self._hass, problem)

    @callback
    def _worker_configured(self, _worker: str, _configured: Configured) -> None:
        self.wake()  # the captioner has heard whether its models can be used

    @callback
    def wake(self) -> None:
        """Look for pictures now."""
        self.queue.wake()

    @callback
    def hurry(self, event_ids: Sequence[str]) -> None:
        """Describe these at once."""
        self.queue.hurry(event_ids)
