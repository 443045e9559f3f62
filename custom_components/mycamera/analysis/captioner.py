"""Who describes pictures: what the caption queue asks of a captioner, and the worker as one."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from .connection import WorkerConnection
from .errors import CaptionerUnavailable, CaptionFailed, JobError, WorkerUnreachable
from .store import DetectionToDescribe

_LOGGER = logging.getLogger(__name__)

WORKER: Final = "worker"
WORKER_BATCH: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPicture:
    """A person to describe, with the JPEG that shows this person best."""

    detection: DetectionToDescribe
    jpeg: bytes

    @property
    def event_id(self) -> str:
        """The appearance's id."""
        return self.detection.event_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a captioner says about one person, in English and Chinese; `seconds` is how long it took."""

    text: str
    text_zh: str
    model: str
    seconds: float


class Captioner(Protocol):
    """One of those who can describe pictures."""

    @property
    def name(self) -> str:
        """What the settings call it."""

    @property
    def batch(self) -> int:
        """How many pictures it takes at once."""

    @property
    def obstacle(self) -> str | None:
        """Why it can take no pictures now; None where it can."""

    async def describe(self, pictures: Sequence[PersonPicture]) -> Mapping[str, Description]:
        """Describe at most `batch` pictures; the answer, by event id, leaves out those it had no words for.

        Raises:
            CaptionerUnavailable: nothing is wrong with the pictures, they may be tried again.
            CaptionFailed: these pictures could not be described.
        """


class WorkerCaptioner:
    """The worker's BLIP-2 and Marian models."""

    name: Final = WORKER
    batch: Final = WORKER_BATCH

    def __init__(self, connection: WorkerConnection) -> None:
        """Take the connection."""
        self._connection = connection
        self._blocked: str | None = None

    @property
    def obstacle(self) -> str | None:
        """Why the worker can take no pictures now."""
        if self._blocked is not None:
            return self._blocked
        return None if self._connection.ready else "the worker is not connected"

    def block(self, reason: str | None) -> None:
        """Send no pictures while the captioning models cannot be used; None ends that."""
        if reason and not self._blocked:
            _LOGGER.warning("The worker describes no pictures: %s", reason)
        elif self._blocked and not reason:
            _LOGGER.info("The worker describes pictures again")
        self._blocked = reason

    async def describe(self, pictures: Sequence[PersonPicture]) -> Mapping[str, Description]:
        """Have the worker describe a batch."""
        try:
            captions = await self._connection.describe({picture.event_id: picture.jpeg for picture in pictures})
        except WorkerUnreachable as error:
            raise CaptionerUnavailable(str(error)) from error
        except JobError as error:
            if error.about_model:
                self.block(str(error))
            if error.about_model or error.code == "overloaded":
                raise CaptionerUnavailable(str(error)) from error
            raise CaptionFailed(str(error)) from error
        return {
            event_id: Description(
                text=caption.text, text_zh=caption.text_zh, model=caption.model, seconds=caption.seconds
            )
            for event_id, caption in captions.items()
            if caption.text
        }
