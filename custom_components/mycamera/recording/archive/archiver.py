"""The files' side of a recorder: each becomes a segment, in order, and what lies between them a gap."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ..source import RtspSource
from .finalize import FinalizedSegment, OpenSegment, finalize_segment
from .gaps import GapLedger
from .reconcile import adopt_open_segments
from .run_folder import RunFolder
from .segment import Gap, GapCause, Segment
from .storage import StorageError, StorageRoot, storage_error
from .stream_memory import Remembered, remember

_LOGGER: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Started:
    """A file began then."""

    folder: RunFolder
    name: str
    start: datetime


@dataclass(frozen=True, slots=True)
class _Lost:
    """From that instant of the monotonic clock, footage is missing for this reason."""

    cause: GapCause
    at: float


class Archiver:
    """Takes what a connection is done with and tells the world.

    Everything happens in one queue, in order, beside the connection: a slow disk or a slow listener delays the news,
    never the recording.
    """

    def __init__(
        self,
        root: StorageRoot,
        camera_id: str,
        source: RtspSource,
        ledger: GapLedger,
        *,
        on_segment: Callable[[Segment], Awaitable[None]],
        on_gap: Callable[[Gap], Awaitable[None]],
        on_problem: Callable[[StorageError], None],
    ) -> None:
        """Take who listens; the ledger is the recorder's. `on_problem` is told at once what the storage fails with."""
        self._root = root
        self._camera_id = camera_id
        self._source = source
        self._ledger = ledger
        self._on_segment = on_segment
        self._on_gap = on_gap
        self._on_problem = on_problem
        self._queue: asyncio.Queue[OpenSegment | Started | _Lost | RunFolder | Remembered | None] = asyncio.Queue()
        self._problem: StorageError | None = None

    def put(self, item: OpenSegment | Started | RunFolder | Remembered) -> None:
        """Take a file that is done, note that one began or what the camera sends, or part with a run folder."""
        self._queue.put_nowait(item)

    def lose(self, cause: GapCause) -> None:
        """From now on footage is missing for this reason."""
        self._queue.put_nowait(_Lost(cause, time.monotonic()))

    def take_problem(self) -> StorageError | None:
        """Return what the storage failed with since this was asked last."""
        problem, self._problem = self._problem, None
        return problem

    def end(self) -> None:
        """Nothing more comes: `run` returns when all is told."""
        self._queue.put_nowait(None)

    async def run(self, is_recorded: Callable[[], bool]) -> None:
        """Work until the end; what is missing then is told, unless the camera was recorded until now."""
        while (item := await self._queue.get()) is not None:
            try:
                await self._take(item)
            except Exception:
                # One file that cannot be understood must not keep the others from being told about.
                _LOGGER.exception("Camera %s: a file is left to the next start", self._camera_id)
        if not is_recorded():
            await self._tell_gap(self._ledger.open_gap(datetime.now(UTC), time.monotonic()))

    async def _take(self, item: OpenSegment | Started | _Lost | RunFolder | Remembered) -> None:
        match item:
            case OpenSegment():
                await self._close(item)
            case Started(folder, name, start):
                await self._on_disk(folder.note_start, name, start)
            case _Lost(cause, at):
                self._ledger.note(cause, at)
            case Remembered():
                await asyncio.to_thread(remember, self._root.path, self._camera_id, self._source, item)
            case RunFolder():
                await self._on_disk(item.release)

    async def _on_disk[**P, T](self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Do blocking work on the storage; None when the storage fails, which pauses the recording."""
        try:
            return await asyncio.to_thread(work, *args, **kwargs)
        except OSError as error:
            self._problem = storage_error(error, self._root.path)
            _LOGGER.debug("Camera %s: %s", self._camera_id, self._problem)
            self._on_problem(self._problem)
            return None

    async def _close(self, opened: OpenSegment) -> None:
        # Where the storage fails, the file stays among the open ones and is adopted when the storage works again.
        after = self._ledger.covered_until
        closed = await self._on_disk(finalize_segment, self._root.path, self._camera_id, opened, after=after)
        if closed is not None:
            await self._tell(closed)

    async def _tell(self, closed: FinalizedSegment, *, late: bool = False) -> None:
        segment = closed.segment
        known = self._ledger.known_until
        # One that is found late, between others that are told already, does not turn the ledger back.
        if segment.playable and not (late and known is not None and segment.end <= known):
            await self._tell_gap(self._ledger.footage(segment.start, segment.end, time.monotonic()))
            if closed.followed_by is not None:
                self._ledger.note(closed.followed_by, time.monotonic())
        try:
            await self._on_segment(segment)
        except Exception:
            _LOGGER.exception("Camera %s: nobody took note of %s", self._camera_id, segment.file_path)
        for start, end in closed.stalls:
            await self._tell_gap(Gap(camera_id=self._camera_id, start=start, end=end, cause=GapCause.STALLED))

    async def _tell_gap(self, gap: Gap | None) -> None:
        if gap is None:
            return
        try:
            await self._on_gap(gap)
        except Exception:
            _LOGGER.exception("Camera %s: nobody took note of a gap from %s to %s", self._camera_id, gap.start, gap.end)

    async def adopt(self, cause: GapCause, *, besides: Path | None = None) -> None:
        """Tell about files that an earlier recorder, or a storage that went away, left open; `cause` follows them."""
        try:
            await self._root.check()
            left: AsyncIterator[FinalizedSegment]
            after = self._ledger.known_until
            async with aclosing(adopt_open_segments(self._root, self._camera_id, besides=besides, after=after)) as left:
                async for closed in left:
                    await self._tell(closed, late=True)
                    self._ledger.note(cause, time.monotonic())
        except StorageError as error:
            _LOGGER.debug("Camera %s: open files are not looked for: %s", self._camera_id, error)
        except Exception:
            _LOGGER.exception("Camera %s: open files could not be taken over", self._camera_id)
