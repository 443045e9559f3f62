"""The queue of pictures to describe. The table is the queue; this module works it off with the captioners it has."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .caption_schedule import CaptionSchedule
from .captioner import Captioner, Description, PersonPicture
from .errors import CaptionerUnavailable, CaptionFailed
from .snapshots import read_pictures
from .store import CaptionStore, DetectionToDescribe, StoreUnavailable

MAX_ATTEMPTS: Final = 5
IDLE_LOOK: Final = 60
TROUBLE_PAUSE: Final = 10.0
FIRST_RETRY: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionOutcome:
    """How an attempt to describe one person ended: with a description, or with an error and perhaps another try."""

    detection: DetectionToDescribe
    description: Description | None = None
    error: str | None = None
    retry_at: datetime | None = None


@dataclass(slots=True)
class _Trouble:
    """Why nobody has described a picture so far; `counts` where one of the captioners really tried."""

    errors: list[str]
    counts: bool = False


class CaptionQueue:
    """Claims pictures, has them described, stores what was said. `run` is the owner's task."""

    def __init__(
        self,
        *,
        hass: HomeAssistant,
        store: CaptionStore,
        captioners: Sequence[Captioner],
        schedule: CaptionSchedule,
        snapshots_root: Callable[[], Awaitable[Path]],
        on_outcome: Callable[[CaptionOutcome], None],
        on_change: Callable[[], None],
    ) -> None:
        """Take the parts.

        `captioners` are asked in this order: what one cannot describe goes to the next. `on_outcome` is told how every
        attempt ended, `on_change` that the number of waiting pictures, or what they wait for, may have changed.
        """
        self._hass = hass
        self._store = store
        self._captioners = captioners
        self._schedule = schedule
        self._snapshots_root = snapshots_root
        self._on_outcome = on_outcome
        self._on_change = on_change
        self._wake = asyncio.Event()
        self._released = False
        self._urgent: set[str] = set()

    @property
    def obstacle(self) -> str | None:
        """Why no picture is described now; None where that could be done at once."""
        return self._closed or self.captioners_obstacle

    @property
    def captioners_obstacle(self) -> str | None:
        """Why none of the captioners can take a picture now; None where one can."""
        obstacles: list[str] = []
        for captioner in self._captioners:
            if (obstacle := captioner.obstacle) is None:
                return None
            obstacles.append(f"{captioner.name}: {obstacle}")
        return "; ".join(obstacles)

    @property
    def _closed(self) -> str | None:
        return None if self._urgent else self._schedule.obstacle(dt_util.utcnow())

    def wake(self) -> None:
        """Look at the table now."""
        self._wake.set()

    def hurry(self, event_ids: Iterable[str]) -> None:
        """Describe these, which were just queued, without regard to the schedule: somebody asked for them."""
        self._urgent.update(event_ids)
        self.wake()

    async def run(self) -> None:
        """Work the queue off until cancelled."""
        told: str | None = None
        while True:
            self._wake.clear()
            # The schedule and the captioners' limits change on full minutes, or tell by `wake`.
            pause = IDLE_LOOK - dt_util.utcnow().second % IDLE_LOOK + 0.1
            if (obstacle := self.obstacle) != told:
                told = obstacle
                self._on_change()
            if obstacle is None:
                try:
                    if await self._step():
                        continue
                except StoreUnavailable, OSError:
                    pause = TROUBLE_PAUSE
            try:
                async with asyncio.timeout(pause):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def _step(self) -> bool:
        if not self._released:
            await self._store.release_captions()
            self._released = True
        root = await self._snapshots_root()
        able = next((captioner for captioner in self._captioners if captioner.obstacle is None), None)
        if able is None:
            return False
        urgent = frozenset(self._urgent)  # more of them may be queued while the table is read
        batch = await self._store.claim_captions(able.batch)
        if not batch:
            self._urgent -= urgent
            self._schedule.drained(dt_util.utcnow())
            return False
        try:
            await self._describe(root, batch)
        except BaseException:
            self._released = False  # whatever it was, this batch is taken back before the next is claimed
            raise
        self._on_change()
        return True

    async def _describe(self, root: Path, batch: Sequence[DetectionToDescribe]) -> None:
        # The cut around the person says more about that person than the whole scene, and is what BLIP-2's 224 pixels
        # need; the whole picture where there is none.
        paths = {detection.event_id: detection.thumbnail_path or detection.image_path for detection in batch}
        contents = await self._hass.async_add_executor_job(read_pictures, root, list(paths.values()))
        waiting: dict[str, PersonPicture] = {}
        for detection in batch:
            if (jpeg := contents.get(paths[detection.event_id])) is None:
                await self._failed(detection, "the picture is gone", retry_at=None)
            else:
                waiting[detection.event_id] = PersonPicture(detection=detection, jpeg=jpeg)
        troubles = {event_id: _Trouble([]) for event_id in waiting}
        for captioner in self._captioners:
            for part in batched(list(waiting.values()), captioner.batch, strict=False):
                await self._ask(captioner, part, waiting, troubles)
        for event_id, picture in waiting.items():
            trouble = troubles[event_id]
            attempts = picture.detection.caption_attempts
            final = trouble.counts and attempts >= MAX_ATTEMPTS
            retry_at = None if final else dt_util.utcnow() + FIRST_RETRY * 2 ** min(attempts, 6)
            await self._failed(picture.detection, "; ".join(trouble.errors), retry_at=retry_at)

    async def _ask(
        self,
        captioner: Captioner,
        pictures: Sequence[PersonPicture],
        waiting: dict[str, PersonPicture],
        troubles: dict[str, _Trouble],
    ) -> None:
        """Have one captioner describe pictures: those that it did leave `waiting`, of the others it notes why not."""
        counts = False
        if (error := captioner.obstacle) is None:
            try:
                said = await captioner.describe(pictures)
            except CaptionerUnavailable as unavailable:
                error = str(unavailable)
            except CaptionFailed as failed:
                error = str(failed)
                counts = True
            else:
                for picture in pictures:
                    if description := said.get(picture.event_id):
                        del waiting[picture.event_id]
                        await self._described(picture.detection, description)
                error = "it said nothing"
                counts = True
        for picture in pictures:
            if picture.event_id in waiting:
                trouble = troubles[picture.event_id]
                trouble.errors.append(f"{captioner.name}: {error}")
                trouble.counts |= counts

    async def _described(self, detection: DetectionToDescribe, description: Description) -> None:
        await self._store.set_caption(
            detection,
            caption=description.text,
            caption_zh=description.text_zh,
            model=description.model,
            seconds=description.seconds,
        )
        self._end(CaptionOutcome(detection=detection, description=description))

    async def _failed(self, detection: DetectionToDescribe, error: str, *, retry_at: datetime | None) -> None:
        """Put a detection back, later and later; for good where no other try is worth it."""
        await self._store.fail_caption(detection, error, retry_at=retry_at)
        self._end(CaptionOutcome(detection=detection, error=error, retry_at=retry_at))

    def _end(self, outcome: CaptionOutcome) -> None:
        self._urgent.discard(outcome.detection.event_id)
        self._on_outcome(outcome)
