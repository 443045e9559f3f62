"""Who describes pictures: what the caption queue asks of a captioner, and the worker as one."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol, override

from homeassistant.util import dt as dt_util

from ...database import DetectionRow
from ...signals import Signal
from ...worker.backoff import Backoff
from ...worker.protocol.configuration import Configured
from ..errors import CaptionerUnavailable, CaptionFailed, JobError, WorkerLost, WorkerUnreachable
from ..worker_client.worker_connection import WorkerConnection

_LOGGER = logging.getLogger(__name__)

WORKER: Final = "worker"
WORKER_BATCH: Final = 8
LONGEST_REST: Final = timedelta(hours=1)
"""For which a captioner that fails again and again is left alone."""


class WaitReason(StrEnum):
    """Why pictures wait, as users see it."""

    QUIET_HOURS = "quiet_hours"
    NEXT_BATCH = "next_batch"
    WORKER_AWAY = "worker_away"
    MODEL_UNUSABLE = "model_unusable"
    OUT_OF_MEMORY = "out_of_memory"
    ENTITY_UNAVAILABLE = "entity_unavailable"
    ENTITY_FAILING = "entity_failing"
    RATE_LIMIT = "rate_limit"


@dataclass(frozen=True, slots=True)
class BlockedReason:
    """What keeps pictures waiting; `until` (UTC) where that is known."""

    reason: WaitReason
    text: str
    until: datetime | None = None

    @override
    def __str__(self) -> str:
        """Return it in one English sentence."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionOptions:
    """What a user wants to be told: the beginning of BLIP-2's prompt, and an instruction for AI Task."""

    prompt: str = ""
    instructions: str = ""

    def over(self, usual: CaptionOptions) -> CaptionOptions:
        """Return these, and the usual ones where none are chosen."""
        return CaptionOptions(prompt=self.prompt or usual.prompt, instructions=self.instructions or usual.instructions)


NO_OPTIONS: Final = CaptionOptions()


def rests(until: datetime, now: datetime) -> bool:
    """Whether a captioner that failed is left alone until a moment; not longer where the clock was set back."""
    return now < until <= now + LONGEST_REST


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPicture:
    """A person to describe, with the JPEG that shows this person best, and what to tell of it."""

    detection: DetectionRow
    jpeg: bytes
    options: CaptionOptions

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


class CaptionProvider(Protocol):
    """One of those who can describe pictures."""

    @property
    def name(self) -> str:
        """What the settings call it."""

    @property
    def batch(self) -> int:
        """How many pictures it takes at once."""

    @property
    def blocked_reason(self) -> BlockedReason | None:
        """Why it can take no pictures now; None where it can."""

    async def describe(self, pictures: Sequence[PersonPicture]) -> Mapping[str, Description]:
        """Describe at most `batch` pictures, all of the same prompt.

        The answer, by event id, leaves out those it had no words for.

        Raises:
            CaptionerUnavailable: nothing is wrong with the pictures, they may be tried again.
            CaptionFailed: these pictures could not be described.
        """


class WorkerCaptioner:
    """The worker's caption models.

    Models that cannot be used are left alone: until the worker says that they can, where its check of the settings
    found it; for a while, longer and longer, where only loading them or working with them did.
    """

    batch: Final = WORKER_BATCH

    def __init__(self, connection: WorkerConnection, name: str = WORKER) -> None:
        """Follow what the worker says of its models."""
        self.name = name
        self.problems: Signal[JobError | None] = Signal()
        """What is wrong with the models when they are used, and None when it is over."""
        self._connection = connection
        self._blocked: str | None = None
        self._problem: JobError | None = None
        self._rest_until: datetime | None = None
        self._backoff = Backoff(first=60, ceiling=LONGEST_REST.total_seconds())
        connection.configured.subscribe(self._configured)

    @property
    def blocked_reason(self) -> BlockedReason | None:
        """Why the worker can take no pictures now."""
        if self._blocked is not None:
            return BlockedReason(WaitReason.MODEL_UNUSABLE, self._blocked)
        if not self._connection.ready:
            return BlockedReason(WaitReason.WORKER_AWAY, "the worker is not connected")
        if self._problem is not None and self._rest_until is not None and rests(self._rest_until, dt_util.utcnow()):
            full = self._problem.code == "out_of_memory"
            reason = WaitReason.OUT_OF_MEMORY if full else WaitReason.MODEL_UNUSABLE
            return BlockedReason(
                reason, f"{self._problem} (tried again at {clock(self._rest_until)})", self._rest_until
            )
        return None

    def _configured(self, configured: Configured) -> None:
        """Send no pictures while the worker says that the models cannot be used."""
        if not configured.complete:  # of these models nothing is known yet
            return
        # The captioner's before the translator's: it is needed first.
        problems = {problem.kind: problem.message for problem in configured.problems}
        reason = problems.get("captioner") or problems.get("translator")
        if reason and not self._blocked:
            _LOGGER.warning("The worker describes no pictures: %s", reason)
        elif self._blocked and not reason:
            _LOGGER.info("The worker describes pictures again")
        self._blocked = reason
        self._rest_until = None

    async def describe(self, pictures: Sequence[PersonPicture]) -> Mapping[str, Description]:
        """Have the worker describe a batch."""
        jpegs = {picture.event_id: picture.jpeg for picture in pictures}
        try:
            captions = await self._connection.describe(jpegs, pictures[0].options.prompt)
        except WorkerLost as error:
            # Perhaps one of these pictures took it down.
            raise CaptionFailed(str(error), lost=True) from error
        except WorkerUnreachable as error:
            raise CaptionerUnavailable(str(error)) from error
        except JobError as error:
            if error.about_model or error.code == "out_of_memory":
                self._rest(error)
                raise CaptionerUnavailable(str(error)) from error
            if error.code == "overloaded":
                raise CaptionerUnavailable(str(error)) from error
            raise CaptionFailed(str(error), permanent=error.permanent) from error
        self._well()
        return {
            event_id: Description(
                text=caption.text, text_zh=caption.text_zh, model=caption.model, seconds=caption.seconds
            )
            for event_id, caption in captions.items()
            if caption.text
        }

    def _rest(self, error: JobError) -> None:
        pause = self._backoff.next()
        self._rest_until = dt_util.utcnow() + timedelta(seconds=pause)
        if self._problem is None:
            _LOGGER.warning("The worker describes no pictures, it is asked again in %.0f s: %s", pause, error)
        self._problem = error
        self.problems.tell(error)

    def _well(self) -> None:
        self._backoff.reset()
        self._rest_until = None
        if self._problem is not None:
            _LOGGER.info("The worker describes pictures again")
            self._problem = None
            self.problems.tell(None)


def clock(moment: datetime) -> str:
    """Return what the clock on Home Assistant's wall shows at a moment."""
    return f"{dt_util.as_local(moment):%H:%M}"
