"""The queue of pictures to caption with BLIP-2. The table is the queue; this module works it off in batches."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..worker.protocol import Caption
from .connection import WorkerConnection
from .errors import JobError, WorkerUnreachable
from .snapshots import read_pictures
from .store import CaptionStore, DetectionToDescribe, StoreUnavailable

_LOGGER = logging.getLogger(__name__)

BATCH: Final = 8
MAX_ATTEMPTS: Final = 5
IDLE_LOOK: Final = 60.0
TROUBLE_PAUSE: Final = 10.0
FIRST_RETRY: Final = timedelta(minutes=1)


class CaptionQueue:
    """Claims pictures, has the worker describe them, stores what it said. `run` is the owner's task."""

    def __init__(
        self,
        *,
        hass: HomeAssistant,
        store: CaptionStore,
        connection: WorkerConnection,
        snapshots_root: Callable[[], Awaitable[Path]],
        on_caption: Callable[[DetectionToDescribe, Caption], None],
        on_change: Callable[[], None],
    ) -> None:
        """Take the parts; `on_caption` is told every new caption."""
        self._hass = hass
        self._store = store
        self._connection = connection
        self._snapshots_root = snapshots_root
        self._on_caption = on_caption
        self._on_change = on_change
        self._wake = asyncio.Event()
        self._released = False
        self._blocked: str | None = None

    def wake(self) -> None:
        """Look at the table now."""
        self._wake.set()

    def block(self, reason: str | None) -> None:
        """Leave pictures pending while the captioning models cannot be used; None ends that."""
        if reason and not self._blocked:
            _LOGGER.warning("Pictures wait for captions: %s", reason)
        self._blocked = reason
        if reason is None:
            self.wake()

    async def run(self) -> None:
        """Work the queue off until cancelled."""
        while True:
            await self._connection.wait_ready()
            self._wake.clear()
            pause = IDLE_LOOK
            if self._blocked is None:
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
        batch = await self._store.claim_captions(BATCH)
        if not batch:
            return False
        try:
            await self._describe(root, batch)
        except asyncio.CancelledError, StoreUnavailable, OSError:
            self._released = False
            raise
        self._on_change()
        return True

    async def _describe(self, root: Path, batch: Sequence[DetectionToDescribe]) -> None:
        # The cut around the person says more about that person than the whole scene, and is what BLIP-2's 224 pixels
        # need; the whole picture where there is none.
        paths = {detection.event_id: detection.thumbnail_path or detection.image_path for detection in batch}
        contents = await self._hass.async_add_executor_job(read_pictures, root, list(paths.values()))
        jpegs = {event_id: contents[path] for event_id, path in paths.items() if path in contents}
        for detection in batch:
            if detection.event_id not in jpegs:
                await self._store.fail_caption(detection, "the picture is gone", retry_at=None)
        waiting = [detection for detection in batch if detection.event_id in jpegs]
        if not waiting:
            return
        try:
            captions = await self._connection.describe(jpegs)
        except WorkerUnreachable as error:
            await self._again(waiting, str(error), count=False)
            return
        except JobError as error:
            if error.about_model:
                self.block(str(error))
            await self._again(waiting, str(error), count=not error.about_model)
            return
        for detection in waiting:
            caption = captions.get(detection.event_id)
            if caption is None or not caption.text:
                await self._again([detection], "the model said nothing")
                continue
            await self._store.set_caption(
                detection,
                caption=caption.text,
                caption_zh=caption.text_zh,
                model=caption.model,
                seconds=caption.seconds,
            )
            self._on_caption(detection, caption)

    async def _again(self, detections: Sequence[DetectionToDescribe], error: str, *, count: bool = True) -> None:
        """Put detections back, later and later; after too many attempts they have failed."""
        for detection in detections:
            attempts = detection.caption_attempts
            final = count and attempts >= MAX_ATTEMPTS
            retry_at = None if final else dt_util.utcnow() + FIRST_RETRY * 2 ** min(attempts, 6)
            await self._store.fail_caption(detection, error, retry_at=retry_at)
