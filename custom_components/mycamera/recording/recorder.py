"""Keeps one camera recorded: connects, watches, starts again, and tells what there is and what is missing."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from ..worker.backoff import Backoff
from .archive.archiver import Archiver, Started
from .archive.gaps import GapLedger
from .archive.run_folder import RunFolder, open_folder
from .archive.segment import Gap, GapCause, Segment, check_camera_id
from .archive.storage import StorageError, StorageRoot, storage_error
from .archive.stream_memory import Remembered
from .challenge import is_relayed, unspoken_login
from .command import Recording
from .connection import Connection, Outcome
from .failure import (
    AuthenticationFailed,
    LoginUnsupported,
    NoVideo,
    StorageFailed,
    StreamError,
)
from .habits import Sound
from .handover.adoption import Adoption, describe
from .handover.processes import LeftRecording, OwnChildren, Processes
from .known_stream import KnownStream
from .probe import StreamInfo, probe_stream
from .retries import REFUSED_SECONDS, Retries
from .source import RtspSource
from .status import AWAY, RecorderState, RecorderStatus, StatusLog, state_after

_LOGGER = logging.getLogger(__name__)

SEGMENT_SECONDS: Final = 60.0
STALL_SECONDS: Final = 10.0
END_SECONDS: Final = 3.6
"""What a stop leaves for ending ffmpeg, which is killed after 3.5."""
STOP_SECONDS: Final = 1.2
"""What a stop leaves for telling about the last segment; its file is safe in any case."""
HAND_OVER_SECONDS: Final = 8.0
"""What leaving a recording to the next owner may take, and again what telling about closed segments may take then."""


class CameraRecorder:
    """Records one camera for as long as it is started.

    What becomes of the files is the business of the `Archiver`, beside the connection.
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
        refused_seconds: float = REFUSED_SECONDS,
        processes: Processes | None = None,
        name: str | None = None,
        sound: bool = True,
    ) -> None:
        """Describe the camera and who listens; `name` is what people call it, for the log.

        Segments are cut when the clock (in seconds) is `rotation_offset` past a multiple of `segment_seconds`. With
        `recorded_until` (UTC), the end of the last footage that is known, the time since then becomes a gap. What
        starts ffmpeg are `processes`, by default as children of this one. Without `sound`, only the picture is
        recorded. Raises ValueError for a camera id that is no folder's name.
        """
        self.camera_id = check_camera_id(camera_id)
        self._label = camera_id if name is None else f"{name} ({camera_id})"
        self.status = RecorderStatus(state=RecorderState.OFF)
        self._source = source
        self._root = root
        self._ffmpeg = ffmpeg
        self._ffprobe = ffprobe
        self._on_status = on_status
        self._segment_seconds = segment_seconds
        self._rotation_offset = rotation_offset
        self._stall_seconds = stall_seconds
        self._retries = Retries(backoff, refused_seconds)
        self._log = StatusLog(self._label)
        self._processes = processes or OwnChildren()
        self._adoption = Adoption(camera_id, self._processes, open_folder(root.path, camera_id))
        self._ledger = GapLedger(camera_id, recorded_until)
        if recorded_until is not None:
            self._ledger.note(GapCause.NOT_RUNNING, time.monotonic())
        self._on_segment = on_segment
        self._on_gap = on_gap
        self._archiver = self._new_archiver()
        self._known = KnownStream(stall_seconds, with_sound=sound)
        self._known.learned.subscribe(self._remember)
        self._quiet = False
        """Whether sound is to be recorded, and none comes."""
        self._stopping = asyncio.Event()
        self._connection: Connection | None = None
        self._recording: asyncio.Task[None] | None = None
        self._closing: asyncio.Task[None] | None = None

    @property
    def stream(self) -> StreamInfo | None:
        """What the camera sends, once it was reached."""
        return self._known.stream

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
            self._ledger.begin(datetime.now(UTC))
            self._ledger.note(GapCause.CONNECTING, time.monotonic())
        self._set_status(RecorderState.CONNECTING)
        closing = self._archiver.run(lambda: self.status.state is RecorderState.RECORDING)
        self._closing = asyncio.create_task(closing, name=f"mycamera closing {self.camera_id}")
        self._recording = asyncio.create_task(self._record(), name=f"mycamera recording {self.camera_id}")

    async def stop(self) -> None:
        """End: the open segment is closed, checked and told before this returns, in less than 5 seconds."""
        self._adoption.leaving = False
        await self._end(None, END_SECONDS, STOP_SECONDS)

    async def hand_over(self, lease: float) -> None:
        """End, but leave the recording to the next recorder of this camera, for `lease` seconds, where that can be."""
        self._adoption.leaving = True
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
            self._archiver.end()
            _, late = await asyncio.wait({closing}, timeout=tell_seconds)
            if late:
                _LOGGER.warning("Camera %s: the last segment is told about after the next start", self._label)
        finally:
            for task in (recording, closing):
                task.cancel()
            await asyncio.gather(recording, closing, return_exceptions=True)
            self._recording = self._closing = None
            self._archiver = self._new_archiver()
            self._set_status(RecorderState.OFF)

    def _new_archiver(self) -> Archiver:
        return Archiver(
            self._root,
            self.camera_id,
            self._source,
            self._ledger,
            on_segment=self._on_segment,
            on_gap=self._on_gap,
            on_problem=self._storage_failed,
        )

    def _storage_failed(self, problem: StorageError) -> None:
        """End the connection where its files cannot be closed: it would go on, and nobody would hear of them."""
        if self._connection is not None:
            self._connection.give_up(problem)

    # The connection's side.

    async def _record(self) -> None:
        try:
            await self._adoption.find()
            await self._archiver.adopt(GapCause.NOT_RUNNING, besides=self._adoption.folder)
            await self._adoption.count(self._ledger)
            await self._record_until_stopped()
        finally:
            await self._adoption.let_go()

    async def _record_until_stopped(self) -> None:
        while not self._stopping.is_set():
            outcome = await self._attempt()
            if (failure := outcome.failure) is None or self._stopping.is_set():
                continue
            if isinstance(failure, AuthenticationFailed):
                kind = await unspoken_login(self._source)
                if self._known.log_in_by(relay=is_relayed(kind)):
                    continue
                if kind is not None and not is_relayed(kind):
                    failure = LoginUnsupported(f"the camera insists on a login by {kind}, which is not supported")
            if outcome.frames:
                self._known.came()
            self._set_status(self._state_to_show(failure, outcome.frames), str(failure) or None)
            self._archiver.lose(failure.cause)
            await self._pause(self._retries.seconds_until_next(failure, outcome))
            if isinstance(failure, StorageFailed):
                await self._archiver.adopt(GapCause.STORAGE_UNAVAILABLE)

    async def _attempt(self) -> Outcome:
        """Record until it ends, and return why, whatever it was."""
        try:
            outcome = await self._try()
        except StorageError as problem:
            return Outcome(failure=StorageFailed(str(problem)))
        except Exception as problem:
            # Nothing that goes wrong here may end the recording of this camera for good.
            _LOGGER.exception("Camera %s: recording is begun anew", self._label)
            return Outcome(failure=StreamError(self._source.redact(str(problem) or type(problem).__name__)))
        if isinstance(outcome.failure, StorageFailed):
            return replace(outcome, failure=await self._as_storage_says(outcome.failure))
        return outcome

    async def _as_storage_says(self, failure: StorageFailed) -> StorageFailed:
        """Return what the storage itself finds wrong, if anything: ffmpeg's words say only where it noticed."""
        try:
            await self._root.check()
        except StorageError as problem:
            return StorageFailed(str(problem))
        return failure

    def _state_to_show(self, failure: StreamError, frames: int) -> RecorderState:
        """Return the state to show: a camera that is away is not on its way because a try ended in another way."""
        state = state_after(failure.cause)
        if state is not RecorderState.CONNECTING or frames:
            return state
        if self.status.state in AWAY:
            return self.status.state
        # The second try without a picture: it is not just slow.
        return RecorderState.UNREACHABLE if self.status.error is not None else state

    async def _try(self) -> Outcome:
        """Record until it ends; return why. Raises StorageError."""
        await self._root.check()
        if (problem := self._archiver.take_problem()) is not None:
            raise problem
        if self._known.stream is None:
            await self._known.recall(self._root.path, self.camera_id, self._source)
        return await self._resume() or await self._begin()

    async def _begin(self) -> Outcome:
        """Begin a recording, and return how it ended."""
        asked = self._known.stream is None
        while True:
            if self._known.stream is None:
                try:
                    found = await self._probe()
                except StreamError as failure:
                    return Outcome(failure=failure)
                if found is not None:
                    self._known.find(found)
            if self._known.stream is None or self._stopping.is_set():
                return Outcome(failure=None)
            outcome = self._known.learn(await self._connect(self._known.stream))
            if not outcome.frames and type(outcome.failure) in {StreamError, NoVideo}:
                # What it sends may not be what it is taken for: it may have been set up differently meanwhile.
                self._known.stream = None
                if not asked:
                    asked = True
                    continue
            return outcome

    def _remember(self, known: Remembered) -> None:
        """Have it written beside the files, in turn with them."""
        self._archiver.put(known)

    def _note_quiet(self, quiet: bool) -> None:
        """Show that the sound that is to be recorded does not come, or comes."""
        self._quiet = quiet
        self._set_status(self.status.state, self.status.error)

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

    async def _resume(self) -> Outcome | None:
        """Go on with a recording that was left; None where there is none, or it was another than is wanted now."""
        if (taken := self._adoption.take()) is None:
            return None
        handover, left = taken
        connection = self._new_connection(handover.stream, RunFolder(handover.folder, left.lock))
        if not handover.matches(connection.order):
            _LOGGER.info("Camera %s is recorded in another way than before", self._label)
            connection.stop()
        else:
            _LOGGER.info("Camera %s was recorded meanwhile; its recording goes on", self._label)
            self._known.stream = handover.stream
        outcome = await self._run(connection, left)
        return self._known.learn(outcome) if outcome.failure is not None or self._stopping.is_set() else None

    async def _connect(self, stream: StreamInfo) -> Outcome:
        try:
            folder = await asyncio.to_thread(RunFolder.create, self._root.path, self.camera_id)
        except OSError as error:
            raise storage_error(error, self._root.path) from error
        return await self._run(self._new_connection(stream, folder))

    def _new_connection(self, stream: StreamInfo, folder: RunFolder) -> Connection:
        connection = Connection(
            ffmpeg=self._ffmpeg,
            recording=Recording(
                source=replace(self._source, relayed=stream.relayed),
                folder=folder.path,
                segment_seconds=self._segment_seconds,
                rotation_offset=self._rotation_offset,
                video_codec=stream.codec,
                audio_codec=stream.audio_codec,
                stall_seconds=self._stall_seconds,
                habits=self._known.wanted,
            ),
            camera_id=self.camera_id,
            folder=folder,
            root=self._root,
            processes=self._processes,
            remember=lambda order: describe(order, folder, stream, self._ledger),
        )
        connection.stream_known.subscribe(self._known.note)
        connection.sound_stays_away.subscribe(self._note_quiet)
        progress = connection.progress
        progress.file_done.subscribe(self._archiver.put)
        progress.file_began.subscribe(lambda name, start: self._archiver.put(Started(folder, name, start)))
        progress.frames_came.subscribe(lambda: self._set_status(RecorderState.RECORDING))
        progress.clock_set.subscribe(lambda: self._archiver.lose(GapCause.CLOCK_CHANGED))
        return connection

    async def _run(self, connection: Connection, left: LeftRecording | None = None) -> Outcome:
        folder = connection.folder
        self._connection, self._quiet = connection, False
        if self._stopping.is_set():
            connection.stop()
        outcome: Outcome | None = None
        try:
            outcome = await connection.run(left)
            return outcome
        finally:
            self._connection = None
            if outcome is not None and outcome.handed_over:
                folder.leave()
            else:
                self._archiver.put(folder)

    @property
    def _sound(self) -> Sound:
        wanted = self._known.wanted.sound
        announced = self._known.stream is not None and self._known.stream.audio_codec is not None
        return wanted if wanted is Sound.OFF or (announced and not self._quiet) else Sound.NONE

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return

    def _set_status(self, state: RecorderState, error: str | None = None) -> None:
        status = RecorderStatus(state=state, error=error, clock=self._known.habits.clock, sound=self._sound)
        if status == self.status:
            return
        self.status = status
        self._log.note(status)
        self._on_status(status)
