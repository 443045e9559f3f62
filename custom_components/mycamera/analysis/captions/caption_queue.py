"""The queue of pictures to describe. The table is the queue; this module works it off with the captioners it has."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import batched, groupby, islice
from typing import TYPE_CHECKING, Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ...database import BY_HAND, Database, DatabaseError, DetectionRow
from ...recording.archive.storage import StorageError
from ...signals import Signal
from ..errors import CaptionerUnavailable, CaptionFailed
from ..snapshots import PictureFolder, read_pictures
from .caption_providers import BlockedReason, CaptionOptions, CaptionProvider, Description, PersonPicture
from .caption_schedule import CaptionSchedule

if TYPE_CHECKING:
    from ..camera_settings import CameraSettings

MAX_ATTEMPTS: Final = 5
OLDEST_EVERY: Final = 4
"""Of so many batches one is of the oldest, so that none waits for ever behind newer ones."""
MOST_ASKED: Final = 500
"""So many of those who were asked for are looked for in the table at once."""
IDLE_LOOK: Final = 60
"""Seconds: without news the table is asked at every full minute."""
TROUBLE_PAUSE: Final = 10.0
"""Seconds until the next try after the database failed."""
FIRST_RETRY: Final = timedelta(minutes=1)
SHORT_RETRY: Final = timedelta(seconds=30)
"""After a captioner that is there took no pictures just then, for example because too many waited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionOutcome:
    """How an attempt to describe one person ended: with a description, or with an error and perhaps another try."""

    detection: DetectionRow
    description: Description | None = None
    error: str | None = None
    retry_at: datetime | None = None


@dataclass(slots=True)
class _Trouble:
    """Why nobody has described a picture so far.

    `counts` where one of the captioners really tried, `permanent` where another try by one of them cannot help, `lost`
    where one went away meanwhile.
    """

    errors: list[str] = field(default_factory=list)
    counts: bool = False
    permanent: bool = False
    lost: bool = False

    def add(self, error: str, failure: CaptionFailed | None) -> None:
        """Note why one captioner did not describe it: it took the picture and failed, or did not take it."""
        self.errors.append(error)
        if failure is not None:
            self.counts = True
            self.permanent |= failure.permanent
            self.lost |= failure.lost


class CaptionQueue:
    """Claims pictures, has them described, stores what was said. `run` is the owner's task."""

    def __init__(
        self,
        *,
        hass: HomeAssistant,
        database: Database,
        captioners: Sequence[CaptionProvider],
        schedule: CaptionSchedule,
        usual: CaptionOptions,
        settings: CameraSettings,
        snapshots: PictureFolder,
    ) -> None:
        """Ask `captioners` in this order: what one cannot describe goes to the next.

        `usual` is what is told of persons where the camera's own settings say nothing.
        """
        self.outcomes: Signal[CaptionOutcome] = Signal()
        """How every attempt ended."""
        self.changes: Signal[()] = Signal()
        """The number of waiting pictures, or what they wait for, may have changed."""
        self._hass = hass
        self._database = database
        self._captioners = captioners
        self._schedule = schedule
        self._usual = usual
        self._settings = settings
        self._snapshots = snapshots
        self._wake = asyncio.Event()
        self._released = False
        self._claims = 0
        self._urgent: dict[str, None] = {}
        """Who was asked for, in this order."""
        self._asked_last = False
        """Whether the last batch was of these."""

    def change(self, captioners: Sequence[CaptionProvider], schedule: CaptionSchedule, usual: CaptionOptions) -> None:
        """Go on with other captioners, at other times; a batch under way ends with those that it began with."""
        self._captioners = captioners
        self._schedule = schedule
        self._usual = usual
        self.wake()

    @property
    def enabled(self) -> bool:
        """Whether anybody is to describe persons."""
        return bool(self._captioners)

    @property
    def blocked_reason(self) -> BlockedReason | None:
        """Why no picture is described now; None where that could be done at once, or nobody is to do it."""
        return self._closed or self.captioners_blocked_reason

    @property
    def captioners_blocked_reason(self) -> BlockedReason | None:
        """Why none of the captioners can take a picture now; None where one can.

        The reason is that of the first in order; it may be over as soon as one of them is free again.
        """
        blocked_reasons: dict[str, BlockedReason] = {}
        for captioner in self._captioners:
            if (blocked_reason := captioner.blocked_reason) is None:
                return None
            blocked_reasons[captioner.name] = blocked_reason
        if not blocked_reasons:
            return None
        return BlockedReason(
            next(iter(blocked_reasons.values())).reason,
            "; ".join(f"{name}: {blocked_reason}" for name, blocked_reason in blocked_reasons.items()),
            min(
                (blocked_reason.until for blocked_reason in blocked_reasons.values() if blocked_reason.until),
                default=None,
            ),
        )

    @property
    def _closed(self) -> BlockedReason | None:
        return None if self._urgent else self._schedule.blocked_reason(dt_util.utcnow())

    def wake(self) -> None:
        """Look at the table now."""
        self._wake.set()

    def hurry(self, event_ids: Iterable[str]) -> None:
        """Describe these, which were just queued, without regard to the schedule: somebody asked for them.

        Others wait for it all the same; where it is time for them, too, they take turns.
        """
        self._urgent |= dict.fromkeys(event_ids)
        self._asked_last = False
        self.wake()

    async def run(self) -> None:
        """Work the queue off until cancelled."""
        told: BlockedReason | None = None
        while True:
            self._wake.clear()
            # The schedule and the captioners' limits change on full minutes, or tell by `wake`.
            pause = IDLE_LOOK - dt_util.utcnow().second % IDLE_LOOK + 0.1
            if (blocked_reason := self.blocked_reason) != told:
                told = blocked_reason
                self.changes.tell()
            if blocked_reason is None and self._captioners:
                try:
                    if await self._step():
                        continue
                except DatabaseError, StorageError, OSError:
                    pause = TROUBLE_PAUSE
            try:
                async with asyncio.timeout(pause):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def _step(self) -> bool:
        if not self._released:
            await self._database.release_captions()
            self._released = True
        await self._snapshots.check()
        able = next((captioner for captioner in self._captioners if captioner.blocked_reason is None), None)
        if able is None:
            return False
        closed = self._schedule.blocked_reason(dt_util.utcnow()) is not None
        batch: Sequence[DetectionRow] = ()
        if closed or not self._asked_last:
            batch = await self._claim_asked(able.batch)
        self._asked_last = bool(batch)
        if not batch and not closed:
            batch = await self._claim_any(able.batch)
        if not batch:
            return bool(self._urgent)
        try:
            await self._describe(batch)
        except BaseException:
            self._released = False  # whatever it was, this batch is taken back before the next is claimed
            raise
        self.changes.tell()
        return True

    async def _claim_asked(self, limit: int) -> Sequence[DetectionRow]:
        """Take some of those who were asked for; forget those who do not wait any more."""
        while asked := list(islice(self._urgent, MOST_ASKED)):
            if batch := await self._database.claim_captions(limit, now=dt_util.utcnow(), event_ids=asked):
                return batch
            for event_id in asked:
                self._urgent.pop(event_id, None)
        return ()

    async def _claim_any(self, limit: int) -> Sequence[DetectionRow]:
        """Take the newest who wait, now and then the oldest."""
        oldest = self._claims % OLDEST_EVERY == OLDEST_EVERY - 1
        batch = await self._database.claim_captions(limit, now=dt_util.utcnow(), oldest=oldest)
        if batch:
            self._claims += 1
        else:
            self._schedule.drained(dt_util.utcnow())
        return batch

    async def _describe(self, batch: Sequence[DetectionRow]) -> None:
        # The cut around the person says more about that person than the whole scene, and is what BLIP-2's 224 pixels
        # need; the whole picture where there is none.
        paths = {detection.event_id: detection.thumbnail_path or detection.image_path for detection in batch}
        contents = await self._hass.async_add_executor_job(read_pictures, self._snapshots.path, list(paths.values()))
        waiting: dict[str, PersonPicture] = {}
        for detection in batch:
            if (jpeg := contents.get(paths[detection.event_id])) is None:
                await self._failed(detection, "the picture is gone", retry_at=None)
            else:
                options = self._settings.caption_options(detection.camera_id).over(self._usual)
                waiting[detection.event_id] = PersonPicture(detection=detection, jpeg=jpeg, options=options)
        troubles = {event_id: _Trouble() for event_id in waiting}
        captioners = self._captioners
        for captioner in captioners:
            for part in _parts(waiting.values(), captioner.batch):
                await self._ask(captioner, part, waiting, troubles)
        for event_id, picture in waiting.items():
            await self._give_up(picture.detection, troubles[event_id], others=len(captioners) > 1)

    async def _give_up(self, detection: DetectionRow, trouble: _Trouble, *, others: bool) -> None:
        """Put a picture that nobody described back into the queue, or end its way where that would be in vain."""
        error = "; ".join(trouble.errors)
        attempts = detection.caption_attempts
        now = dt_util.utcnow()
        if not trouble.counts:
            # Nobody looked at it. While all are away the queue stands still, and it shall be described at once after.
            retry_at = now if self.captioners_blocked_reason else now + SHORT_RETRY
            await self._database.fail_caption(
                detection.event_id, error, retry_at=retry_at, attempts=max(attempts - 1, 0)
            )
            self._end(CaptionOutcome(detection=detection, error=error, retry_at=retry_at))
        elif attempts >= MAX_ATTEMPTS or (trouble.permanent and not others):
            await self._failed(detection, error, retry_at=None)
        elif trouble.lost:
            await self._failed(detection, error, retry_at=now)
        else:
            await self._failed(detection, error, retry_at=now + FIRST_RETRY * 2 ** min(attempts, 6))

    async def _ask(
        self,
        captioner: CaptionProvider,
        pictures: Sequence[PersonPicture],
        waiting: dict[str, PersonPicture],
        troubles: dict[str, _Trouble],
    ) -> None:
        """Have one captioner describe pictures: those that it did leave `waiting`, of the others it notes why not."""
        failure: CaptionFailed | None = None
        try:
            said = await _say(captioner, pictures)
            for picture in pictures:
                if description := said.get(picture.event_id):
                    del waiting[picture.event_id]
                    await self._described(picture.detection, description)
            error = "it said nothing"
            failure = CaptionFailed(error)
        except CaptionerUnavailable as unavailable:
            error = str(unavailable)
        except CaptionFailed as failed:
            if len(pictures) > 1 and not failed.lost:
                # Perhaps one of them alone is to blame: the others shall not be tried again, and fail, with it.
                for picture in pictures:
                    await self._ask(captioner, (picture,), waiting, troubles)
                return
            failure = failed
            error = str(failed)
        for picture in pictures:
            if picture.event_id in waiting:
                troubles[picture.event_id].add(f"{captioner.name}: {error}", failure)

    async def _described(self, detection: DetectionRow, description: Description) -> None:
        await self._database.set_caption(
            detection.event_id,
            caption=description.text,
            caption_zh=description.text_zh,
            model=description.model,
            seconds=description.seconds,
        )
        try:
            row = await self._database.get_detection(detection.event_id)
        except DatabaseError:
            pass  # what was said is written when it is back
        else:
            if row is None:
                self._urgent.pop(detection.event_id, None)  # deleted meanwhile: that is no news of anybody
                return
            if row.caption_source == BY_HAND:  # somebody wrote it meanwhile, and that stays
                description = replace(description, text=row.caption, text_zh=row.caption_zh, model=BY_HAND)
        self._end(CaptionOutcome(detection=detection, description=description))

    async def _failed(self, detection: DetectionRow, error: str, *, retry_at: datetime | None) -> None:
        """Put a detection back, later and later; for good where no other try is worth it."""
        await self._database.fail_caption(detection.event_id, error, retry_at=retry_at)
        self._end(CaptionOutcome(detection=detection, error=error, retry_at=retry_at))

    def _end(self, outcome: CaptionOutcome) -> None:
        self._urgent.pop(outcome.detection.event_id, None)
        self.outcomes.tell(outcome)


async def _say(captioner: CaptionProvider, pictures: Sequence[PersonPicture]) -> Mapping[str, Description]:
    """Have pictures described by one who may have become unavailable since they were taken from the queue."""
    if (blocked_reason := captioner.blocked_reason) is not None:
        raise CaptionerUnavailable(str(blocked_reason))
    return await captioner.describe(pictures)


def _parts(pictures: Iterable[PersonPicture], size: int) -> list[tuple[PersonPicture, ...]]:
    """Return pictures in parts to be described together: of one prompt, and those that were tried before alone.

    One of the latter may be what failed the others, or took the worker down.
    """
    tried = [picture for picture in pictures if picture.detection.caption_attempts > 1]
    new = sorted(
        (picture for picture in pictures if picture.detection.caption_attempts <= 1),
        key=lambda picture: picture.options.prompt,
    )
    together = [
        part
        for _, group in groupby(new, key=lambda picture: picture.options.prompt)
        for part in batched(group, size, strict=False)
    ]
    return together + [(picture,) for picture in tried]
