"""Keeps one camera recorded: connects, watches, starts again, and tells what there is and what is missing."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from .backoff import Backoff
from .closing import ClosedSegment, OpenSegment, close_segment
from .command import Recording
from .connection import Connection, End, Outcome
from .failure import Failure
from .gaps import GapLedger
from .handover import Handover, archived_until
from .probe import (
    AuthenticationFailed,
    HostUnreachable,
    NoVideo,
    ProbeError,
    StreamInfo,
    StreamNotFound,
    StreamTimeout,
    probe_stream,
)
from .processes import LeftRecording, Order, OwnChildren, Processes, State
from .reconcile import adopt_open_segments
from .run_folder import RunFolder, open_folder
from .segment import Gap, GapCause, Segment, check_camera_id
from .source import RtspSource
from .storage import StorageError, StorageRoot, storage_error

_LOGGER = logging.getLogger(__name__)

SEGMENT_SECONDS: Final = 60.0
STALL_SECONDS: Final = 10.0
GOOD_SECONDS: Final = 10.0
"""A connection that lasted so long was a good one: the next try comes at once."""
END_SECONDS: Final = 3.6
"""What a stop leaves for ending ffmpeg, which is killed after 3.5."""
STOP_SECONDS: Final = 1.2
"""What a stop leaves for telling about the last segment; its file is safe in any case."""
HAND_OVER_SECONDS: Final = 8.0
"""What leaving a recording to the next owner may take, and again what telling about closed segments may take then."""


class RecorderState(StrEnum):
    """What a recorder is doing."""

    OFF = "off"
    CONNECTING = "connecting"
    RECORDING = "recording"
    UNREACHABLE = "unreachable"
    AUTHENTICATION_FAILED = "authentication_failed"
    STREAM_NOT_FOUND = "stream_not_found"
    STALLED = "stalled"
    STORAGE_UNAVAILABLE = "storage_unavailable"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecorderStatus:
    """What a recorder is doing, and what is wrong if anything is (for people, without credentials)."""

    state: RecorderState
    error: str | None = None


_STATES: Final = {
    Failure.UNREACHABLE: (RecorderState.UNREACHABLE, GapCause.UNREACHABLE),
    Failure.AUTHENTICATION: (RecorderState.AUTHENTICATION_FAILED, GapCause.AUTHENTICATION_FAILED),
    Failure.NOT_FOUND: (RecorderState.STREAM_NOT_FOUND, GapCause.STREAM_NOT_FOUND),
    Failure.NO_VIDEO: (RecorderState.STREAM_NOT_FOUND, GapCause.STREAM_NOT_FOUND),
    Failure.TIMEOUT: (RecorderState.STALLED, GapCause.STALLED),
    Failure.STORAGE: (RecorderState.STORAGE_UNAVAILABLE, GapCause.STORAGE_UNAVAILABLE),
    Failure.TIMESTAMPS: (RecorderState.CONNECTING, GapCause.TIMESTAMPS),
    Failure.DISCONNECTED: (RecorderState.CONNECTING, GapCause.DISCONNECTED),
    Failure.OTHER: (RecorderState.CONNECTING, GapCause.FAILED),
}
_PROBE_FAILURES: Final = (
    (HostUnreachable, Failure.UNREACHABLE),
    (AuthenticationFailed, Failure.AUTHENTICATION),
    (StreamNotFound, Failure.NOT_FOUND),
    (NoVideo, Failure.NO_VIDEO),
    (StreamTimeout, Failure.TIMEOUT),
)


@dataclass(frozen=True, slots=True)
class _Started:
    """A file began then."""

    folder: RunFolder
    name: str
    start: datetime


@dataclass(frozen=True, slots=True)
class _Lost:
    """From that instant of the monotonic clock, footage is missing for this reason."""

    cause: GapCause
    at: float


class CameraRecorder:
    """Records one camera for as long as it is started.

    Everything about files happens in one queue, in order, beside the connection: a slow disk or a slow listener delays
    the news, never the recording.
    """

    def __init__(
        self,
        *,
        camera_id: str,
        source: RtspSource,
        root: StorageRoot,
        ffmpeg: str,
        ffprobe: str,
        on_segment: Callable[[Segment], Awaitable[None]],
        on_gap: Callable[[Gap], Awaitable[None]],
        on_status: Callable[[RecorderStatus], None],
        segment_seconds: float = SEGMENT_SECONDS,
        rotation_offset: float = 0.0,
        stall_seconds: float = STALL_SECONDS,
        recorded_until: datetime | None = None,
        backoff: Backoff | None = None,
        processes: Processes | None = None,
    ) -> None:
        """Describe the camera and who listens.

        Segments are cut when the clock (in seconds) is `rotation_offset` past a multiple of `segment_seconds`. With
        `recorded_until` (UTC), the end of the last footage that is known, the time since then becomes a gap. What
        starts ffmpeg are `processes`, by default as children of this one. Raises ValueError for a camera id that is no
        folder's name.
        """
        self.camera_id = check_camera_id(camera_id)
        self.status = RecorderStatus(state=RecorderState.OFF)
        self._source = source
        self._root = root
        self._ffmpeg = ffmpeg
        self._ffprobe = ffprobe
        self._on_segment = on_segment
        self._on_gap = on_gap
        self._on_status = on_status
        self._segment_seconds = segment_seconds
        self._rotation_offset = rotation_offset
        self._stall_seconds = stall_seconds
        self._backoff = backoff or Backoff()
        self._processes = processes or OwnChildren()
        self._left: LeftRecording | None = None
        """The recording that goes on since before, until it is ours."""
        self._leaving = False
        self._begun: datetime | None = None
        """UTC; when nothing was known of earlier footage: time before is no gap, unless a left recording says so."""
        self._ledger = GapLedger(camera_id, recorded_until)
        if recorded_until is not None:
            self._ledger.note(GapCause.NOT_RUNNING, time.monotonic())
        self._stream: StreamInfo | None = None
        self._stopping = asyncio.Event()
        self._connection: Connection | None = None
        self._queue: asyncio.Queue[OpenSegment | _Started | _Lost | RunFolder | None] = asyncio.Queue()
        self._recording: asyncio.Task[None] | None = None
        self._closing: asyncio.Task[None] | None = None
        self._storage_problem: StorageError | None = None

    @property
    def stream(self) -> StreamInfo | None:
        """What the camera sends, once it was reached."""
        return self._stream

    @property
    def pid(self) -> int | None:
        """The process id of ffmpeg while there is one."""
        return self._connection.pid if self._connection else None

    @property
    def covered_until(self) -> datetime | None:
        """The end (UTC) of the last closed footage; what is missing since then is no gap yet."""
        return self._ledger.covered_until

    async def start(self) -> None:
        """Begin; returns at once, whatever the camera does."""
        if self._recording is not None:
            return
        self._stopping.clear()
        if self._ledger.covered_until is None:
            self._ledger.covered_until = self._begun = datetime.now(UTC)
            self._ledger.note(GapCause.CONNECTING, time.monotonic())
        self._set_status(RecorderState.CONNECTING)
        self._closing = asyncio.create_task(self._close_files(), name=f"mycamera closing {self.camera_id}")
        self._recording = asyncio.create_task(self._record(), name=f"mycamera recording {self.camera_id}")

    async def stop(self) -> None:
        """End: the open segment is closed, checked and told before this returns, in less than 5 seconds."""
        self._leaving = False
        await self._end(None, END_SECONDS, STOP_SECONDS)

    async def hand_over(self, lease: float) -> None:
        """End, but leave the recording to the next recorder of this camera, for `lease` seconds, where that can be."""
        self._leaving = True
        await self._end(lease, END_SECONDS + HAND_OVER_SECONDS, HAND_OVER_SECONDS)

    async def _end(self, lease: float | None, end_seconds: float, tell_seconds: float) -> None:
        recording, closing = self._recording, self._closing
        if recording is None or closing is None:
            return
        self._stopping.set()
        if self._connection is not None:
            self._connection.stop(lease=lease)
        try:
            _, late = await asyncio.wait({recording}, timeout=end_seconds)
            if late:  # it waits for a disk or for another writer; what it has is found at the next start
                recording.cancel()
                await asyncio.wait({recording})
            self._queue.put_nowait(None)
            _, late = await asyncio.wait({closing}, timeout=tell_seconds)
            if late:
                _LOGGER.warning("Camera %s: the last segment is told about after the next start", self.camera_id)
        finally:
            for task in (recording, closing):
                task.cancel()
            await asyncio.gather(recording, closing, return_exceptions=True)
            self._recording = self._closing = None
            self._queue = asyncio.Queue()
            self._set_status(RecorderState.OFF)

    # The connection's side.

    async def _record(self) -> None:
        try:
            handover = await self._find_left()
            await self._adopt(GapCause.NOT_RUNNING, besides=handover.folder if handover else None)
            if handover is not None and self._left is not None:
                await self._go_on_from(handover, self._left)
            await self._record_until_stopped()
        finally:
            await self._let_go()

    async def _record_until_stopped(self) -> None:
        while not self._stopping.is_set():
            try:
                failure, error = await self._try()
            except StorageError as problem:
                failure, error = Failure.STORAGE, str(problem)
            except Exception as problem:
                # Nothing that goes wrong here may end the recording of this camera for good.
                _LOGGER.exception("Camera %s: recording is begun anew", self.camera_id)
                failure, error = Failure.OTHER, self._source.redact(str(problem) or type(problem).__name__)
            if self._stopping.is_set():
                break
            state, cause = _STATES[failure]
            self._set_status(state, error)
            self._lose(cause)
            await self._pause(self._backoff.next())
            if failure is Failure.STORAGE:
                await self._adopt(GapCause.STORAGE_UNAVAILABLE)

    async def _try(self) -> tuple[Failure, str | None]:
        """Record until it ends; return why. Raises StorageError."""
        await self._root.check()
        if self._storage_problem is not None:
            problem, self._storage_problem = self._storage_problem, None
            raise problem
        if self._left is not None:
            outcome = await self._resume(self._left)
            if outcome.end is not End.STOPPED or self._stopping.is_set():
                return self._read_outcome(outcome)
        if self._stream is None:
            try:
                self._stream = await self._probe()
            except ProbeError as error:
                kinds = (failure for kind, failure in _PROBE_FAILURES if isinstance(error, kind))
                return next(kinds, Failure.OTHER), str(error)
            if self._stream is None:
                return Failure.OTHER, None  # stopping
        return self._read_outcome(await self._connect(self._stream))

    def _read_outcome(self, outcome: Outcome) -> tuple[Failure, str | None]:
        if outcome.seconds > GOOD_SECONDS:
            self._backoff.reset()
        if not outcome.frames or (outcome.end is End.BROKEN and outcome.failure is Failure.OTHER):
            # It may have been set up differently meanwhile; look again before the next try.
            self._stream = None
        match outcome.end:
            case End.STALLED:
                return Failure.TIMEOUT, outcome.error
            case End.STORAGE:
                return Failure.STORAGE, outcome.error
            case End.TIMESTAMPS:
                return Failure.TIMESTAMPS, outcome.error
            case _:
                return outcome.failure, outcome.error

    async def _probe(self) -> StreamInfo | None:
        """Ask the camera what it sends; None when told to stop meanwhile."""
        probing = asyncio.create_task(
            probe_stream(self._source, ffprobe=self._ffprobe, timeout=2 * self._stall_seconds)
        )
        stopped = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait({probing, stopped}, return_when=asyncio.FIRST_COMPLETED)
            return await probing if probing.done() else None
        finally:
            for task in (probing, stopped):
                task.cancel()
            await asyncio.gather(probing, stopped, return_exceptions=True)

    async def _find_left(self) -> Handover | None:
        """Look for a recording of this camera that went on while nobody was here."""
        self._left = await self._processes.adopt(self.camera_id)
        if self._left is None:
            return None
        try:
            handover = Handover.from_json(self._left.state)
        except (KeyError, TypeError, ValueError) as error:
            _LOGGER.warning("Camera %s: a recording that went on cannot be read: %r", self.camera_id, error)
        else:
            if handover.folder.parent == open_folder(self._root.path, self.camera_id):
                return handover
        await self._let_go()
        return None

    async def _let_go(self) -> None:
        """Part with a recording that did not become ours."""
        left, self._left = self._left, None
        if left is None:
            return
        if self._leaving:
            left.leave()
            return
        try:
            await left.end()
        except (OSError, TimeoutError) as error:
            _LOGGER.warning("Camera %s: a recording that went on is not ended yet: %r", self.camera_id, error)

    async def _go_on_from(self, handover: Handover, left: LeftRecording) -> None:
        """Count as the last recorder did: what it recorded is no gap, and neither is what was recorded since."""
        archived = await asyncio.to_thread(archived_until, handover.folder, left.state)
        own = None if self._ledger.covered_until == self._begun else self._ledger.covered_until
        known = [until for until in (own, handover.covered_until, archived) if until is not None]
        if known:
            self._ledger.covered_until = max(known)
        if handover.cause is not None:
            self._ledger.note(handover.cause, time.monotonic())

    async def _resume(self, left: LeftRecording) -> Outcome:
        """Go on with a recording that was left; where it is not what would be started now, end it in order."""
        self._left = None
        handover = Handover.from_json(left.state)
        connection = self._new_connection(handover.stream, RunFolder(handover.folder, left.lock))
        if not handover.matches(connection.order):
            _LOGGER.info("Camera %s is recorded in another way than before", self.camera_id)
            connection.stop()
        else:
            _LOGGER.info("Camera %s was recorded meanwhile; its recording goes on", self.camera_id)
            self._stream = handover.stream
        return await self._run(connection, left)

    async def _connect(self, stream: StreamInfo) -> Outcome:
        try:
            folder = await asyncio.to_thread(RunFolder.create, self._root.path, self.camera_id)
        except OSError as error:
            raise storage_error(error, self._root.path) from error
        return await self._run(self._new_connection(stream, folder))

    def _new_connection(self, stream: StreamInfo, folder: RunFolder) -> Connection:
        return Connection(
            ffmpeg=self._ffmpeg,
            recording=Recording(
                source=self._source,
                folder=folder.path,
                segment_seconds=self._segment_seconds,
                rotation_offset=self._rotation_offset,
                video_codec=stream.codec,
                audio_codec=stream.audio_codec,
                stall_seconds=self._stall_seconds,
            ),
            camera_id=self.camera_id,
            folder=folder,
            root=self._root,
            processes=self._processes,
            remember=lambda order: self._remember(order, folder, stream),
            on_file=self._queue.put_nowait,
            on_start=lambda name, start: self._queue.put_nowait(_Started(folder, name, start)),
            on_frames=lambda: self._set_status(RecorderState.RECORDING),
            on_step=lambda: self._lose(GapCause.CLOCK_CHANGED),
        )

    def _remember(self, order: Order, folder: RunFolder, stream: StreamInfo) -> State:
        """Return what the next recorder of this camera has to know."""
        now = datetime.now(UTC)
        gap = None if self._ledger.covered_until is None else self._ledger.open_gap(now, time.monotonic())
        handover = Handover.of(
            order,
            folder=folder.path,
            stream=stream,
            covered_until=self._ledger.covered_until,
            cause=gap.cause if gap else None,
        )
        return handover.to_json()

    async def _run(self, connection: Connection, left: LeftRecording | None = None) -> Outcome:
        folder = connection.folder
        self._connection = connection
        if self._stopping.is_set():
            connection.stop()
        outcome: Outcome | None = None
        try:
            outcome = await connection.run(left)
            return outcome
        finally:
            self._connection = None
            if outcome is not None and outcome.end is End.HANDED_OVER:
                folder.leave()
            else:
                self._queue.put_nowait(folder)

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return

    def _lose(self, cause: GapCause) -> None:
        self._queue.put_nowait(_Lost(cause, time.monotonic()))

    def _set_status(self, state: RecorderState, error: str | None = None) -> None:
        status = RecorderStatus(state=state, error=error)
        if status == self.status:
            return
        before, self.status = self.status, status
        if error is not None and before.error is None:
            _LOGGER.warning("Camera %s is not recorded: %s (%s)", self.camera_id, error, state)
        elif state is RecorderState.RECORDING and before.error is not None:
            _LOGGER.info("Camera %s is recorded again", self.camera_id)
        self._on_status(status)

    # The files' side.

    async def _close_files(self) -> None:
        while (item := await self._queue.get()) is not None:
            try:
                await self._take(item)
            except Exception:
                # One file that cannot be understood must not keep the others from being told about.
                _LOGGER.exception("Camera %s: a file is left to the next start", self.camera_id)
        if self.status.state is not RecorderState.RECORDING:
            await self._tell_gap(self._ledger.open_gap(datetime.now(UTC), time.monotonic()))

    async def _take(self, item: OpenSegment | _Started | _Lost | RunFolder) -> None:
        match item:
            case OpenSegment():
                await self._close(item)
            case _Started(folder, name, start):
                await self._on_disk(folder.note_start, name, start)
            case _Lost(cause, at):
                self._ledger.note(cause, at)
            case RunFolder():
                await self._on_disk(item.release)

    async def _on_disk[**P, T](self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Do blocking work on the storage; None when the storage fails, which pauses the recording."""
        try:
            return await asyncio.to_thread(work, *args, **kwargs)
        except OSError as error:
            self._storage_problem = storage_error(error, self._root.path)
            _LOGGER.debug("Camera %s: %s", self.camera_id, self._storage_problem)
            return None

    async def _close(self, opened: OpenSegment) -> None:
        # Where the storage fails, the file stays among the open ones and is adopted when the storage works again.
        closed = await self._on_disk(close_segment, self._root.path, self.camera_id, opened)
        if closed is not None:
            await self._tell(closed)

    async def _tell(self, closed: ClosedSegment) -> None:
        segment = closed.segment
        if segment.playable:
            await self._tell_gap(self._ledger.footage(segment.start, segment.end, time.monotonic()))
        try:
            await self._on_segment(segment)
        except Exception:
            _LOGGER.exception("Camera %s: nobody took note of %s", self.camera_id, segment.file_path)
        for start, end in closed.holes:
            await self._tell_gap(Gap(camera_id=self.camera_id, start=start, end=end, cause=GapCause.STALLED))

    async def _tell_gap(self, gap: Gap | None) -> None:
        if gap is None:
            return
        try:
            await self._on_gap(gap)
        except Exception:
            _LOGGER.exception("Camera %s: nobody took note of a gap from %s to %s", self.camera_id, gap.start, gap.end)

    async def _adopt(self, cause: GapCause, *, besides: Path | None = None) -> None:
        """Tell about files that an earlier recorder, or a storage that went away, left open; `cause` follows them."""
        try:
            await self._root.check()
            left: AsyncIterator[Segment]
            async with aclosing(adopt_open_segments(self._root, self.camera_id, besides=besides)) as left:
                async for segment in left:
                    await self._tell(ClosedSegment(segment=segment))
                    self._ledger.note(cause, time.monotonic())
        except StorageError as error:
            _LOGGER.debug("Camera %s: open files are not looked for: %s", self.camera_id, error)
        except Exception:
            _LOGGER.exception("Camera %s: open files could not be taken over", self.camera_id)
