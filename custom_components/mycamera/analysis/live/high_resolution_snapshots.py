"""Better pictures of those who were seen live, out of the recordings that show them.

Persons are watched in the camera's small stream, and their first pictures are as small. What is recorded is the large
one: once the recording of such a moment is closed, the worker takes the picture out of it. This is an improvement and
no duty: where it fails, the picture of the watch stays.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ...worker.protocol import MAX_MOMENTS, Moment
from ..errors import JobError, WorkerLost, WorkerUnreachable
from ..snapshots import picture_sizes
from ..store import LivePicture, PicturedPerson, PicturedRecording, PictureStore, StoreUnavailable
from ..worker_client.worker_connection import ExtractedFrames, WorkerConnection

_LOGGER = logging.getLogger(__name__)

LATE_NEWS: Final = 3.0
"""Seconds after the end of a recording within which the worker still tells of better pictures of its last moments."""
LOOK_BACK: Final = timedelta(hours=6)
"""What is older is not looked for after a restart, or after the worker was away."""
MOST_TRIES: Final = 3
TROUBLE_PAUSE: Final = 10.0
_MOST_LOOKS: Final = 1000
_MOST_REMEMBERED: Final = 10_000
_INSTANT: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _Look:
    due: float
    camera_id: str
    moment: datetime


class HighResolutionSnapshots:
    """Has the worker take pictures out of recordings. `run` is the owner's task."""

    def __init__(
        self,
        *,
        hass: HomeAssistant,
        store: PictureStore,
        connection: WorkerConnection,
        source: Callable[[PicturedRecording], Awaitable[str]],
        shares_files: Callable[[], bool],
        min_score: Callable[[str], float],
        snapshots_root: Callable[[], Awaitable[Path]],
        on_picture: Callable[[LivePicture], None],
    ) -> None:
        """Take the parts.

        `source` gives what the worker opens for a recording, `shares_files` tells whether that costs no transfer,
        `min_score` how sure the detector must be at a camera. `on_picture` gets what was taken.
        """
        self._hass = hass
        self._store = store
        self._connection = connection
        self._source = source
        self._shares_files = shares_files
        self._min_score = min_score
        self._snapshots_root = snapshots_root
        self._on_picture = on_picture
        self._looks: asyncio.Queue[_Look] = asyncio.Queue()
        self._tries: OrderedDict[tuple[str, datetime | None], int] = OrderedDict()
        """By appearance and picture: what was tried so often is left as it is."""
        self._behind = True
        """Whether there may be recordings that were not looked at when they were closed."""
        self._trouble: str | None = None

    def look(self, camera_id: str, moment: datetime) -> None:
        """Say that the recording of a moment was closed, or that somebody's best picture is of this moment."""
        if not self._connection.ready or self._looks.qsize() >= _MOST_LOOKS:
            self._behind = True
            return
        due = asyncio.get_running_loop().time() + LATE_NEWS
        self._looks.put_nowait(_Look(due, camera_id, moment))

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self._connection.wait_ready()
            try:
                await self._step()
                self._trouble = None
                continue
            except WorkerUnreachable:
                self._behind = True
                continue
            except StoreUnavailable:
                pass  # the database room has logged it
            except (OSError, JobError) as error:
                if self._trouble != str(error):
                    _LOGGER.warning("Pictures are not taken out of recordings: %s", error)
                self._trouble = str(error)
            except Exception:
                # Whatever it is about one recording, there are others.
                _LOGGER.exception("Pictures could not be taken out of a recording")
            self._behind = True
            await asyncio.sleep(TROUBLE_PAUSE)

    async def _step(self) -> None:
        if self._behind:
            self._behind = False
            for recording in await self._store.low_resolution_recordings(dt_util.utcnow() - LOOK_BACK):
                await self._see_to(recording)
        look = await self._looks.get()
        await asyncio.sleep(look.due - asyncio.get_running_loop().time())
        shown_by = await self._store.recording_of(look.camera_id, look.moment)
        if shown_by is not None:
            await self._see_to(shown_by)

    async def _see_to(self, recording: PicturedRecording) -> None:
        """Have the pictures taken that a recording shows better than the watch, each as often as it is worth it."""
        persons = [
            person
            for person in await self._store.low_resolution_persons(recording)
            if self._tries.get(_key(person), 0) < MOST_TRIES
        ]
        if not persons:
            return
        root = await self._snapshots_root()
        sizes = await self._hass.async_add_executor_job(picture_sizes, root, [person.image_path for person in persons])
        moments: list[tuple[PicturedPerson, Moment]] = []
        for person in persons:
            width, height = sizes.get(person.image_path, (0, 0))
            pixels = (recording.width or 0) * (recording.height or 0)
            # Which frame a picture is like is good to know, but not worth the transfer of the recording.
            if pixels and pixels <= width * height and not self._shares_files():
                continue
            time = max(0.0, person.timestamp)
            moments.append((person, Moment(id=person.event_id, time=time, box=person.box, width=width, height=height)))
        for part in batched(moments, MAX_MOMENTS, strict=False):
            await self._take(recording, part)

    async def _take(self, recording: PicturedRecording, asked: Sequence[tuple[PicturedPerson, Moment]]) -> None:
        source = await self._source(recording)
        persons = [person for person, _ in asked]
        self._count(persons, 1)  # before: it may be these that bring the worker down
        try:
            taken = await self._connection.extract_frames(
                source, [moment for _, moment in asked], min_score=self._min_score(recording.camera_id)
            )
        except WorkerLost:
            raise
        except WorkerUnreachable:
            self._count(persons, -1)  # it never got there
            raise
        except JobError as error:
            if error.permanent:
                _LOGGER.debug("No pictures out of %s: %s", recording.file_path, error)
                self._count(persons, MOST_TRIES)
                return
            if error.code == "overloaded":
                self._count(persons, -1)
            raise
        self._count(persons, MOST_TRIES)  # also those whom it does not show: it will show no more
        for person in persons:
            if (picture := _picture(recording, person, taken)) is not None:
                self._on_picture(picture)

    def _count(self, persons: Sequence[PicturedPerson], tries: int) -> None:
        for person in persons:
            self._tries[_key(person)] = self._tries.get(_key(person), 0) + tries
        while len(self._tries) > _MOST_REMEMBERED:
            self._tries.popitem(last=False)


def _key(person: PicturedPerson) -> tuple[str, datetime | None]:
    return person.event_id, person.best_time


def _picture(recording: PicturedRecording, person: PicturedPerson, result: ExtractedFrames) -> LivePicture | None:
    taken = next((each for each in result.taken.pictures if each.moment == person.event_id), None)
    if taken is None or person.best_time is None:
        return None
    if taken.snapshot is None:
        best_time, timestamp, confidence, box = person.best_time, person.timestamp, person.confidence, person.box
    else:
        # Within the recording, whose last frame may last a little longer than its row says.
        best_time = min(recording.start_time + timedelta(seconds=taken.time), recording.end_time - _INSTANT)
        timestamp, confidence, box = taken.time, taken.confidence, taken.box
    return LivePicture(
        event_id=person.event_id,
        camera_id=person.camera_id,
        first_seen=person.first_seen,
        instead_of=person.best_time,
        best_time=best_time,
        frame_number=taken.frame,
        timestamp=timestamp,
        confidence=confidence,
        box=box,
        image_path=person.image_path,
        thumbnail_path=person.thumbnail_path,
        snapshot=result.pictures.get(taken.snapshot or ""),
        thumbnail=result.pictures.get(taken.thumbnail or ""),
    )
