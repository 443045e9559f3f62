"""One connection to a camera: one ffmpeg, from its start to the reason of its end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from ..signals import Signal
from .archive.run_folder import RunFolder
from .archive.segment import SegmentStatus
from .archive.storage import StorageError, StorageRoot
from .command import Recording
from .failure import (
    ClockJumped,
    ClockWrong,
    Disconnected,
    StorageFailed,
    StreamChanged,
    StreamError,
    StreamStalled,
    classify,
)
from .habits import Clock, Sound, StreamHabits
from .handover.processes import LeftRecording, Order, Processes, State
from .handover.state import ConnectionState
from .mp4.stream_change import StreamChangeWatch
from .packets import DRIFT
from .probe import StreamInfo, read_announcement
from .process import RecordingProcess
from .progress import Progress

WATCH_SECONDS: Final = 1.0
CONNECT_SECONDS: Final = 12.0
"""What the first frame may take on top of the stall time: cameras show a key frame late."""
STORAGE_SECONDS: Final = 10.0
"""How often the storage is looked at while recording."""
NEW_SECONDS: Final = 5.0
OWN_SECONDS: Final = 1.0
"""What ffmpeg gets to notice a stall by itself: it then completes its file, which it does not when interrupted."""
SOUND_SECONDS: Final = 1.5
"""How long a file may wait for the first sound, which its header may need."""
QUIET_SECONDS: Final = 15.0
"""After so long without sound there is none; nobody is told of more of it than a packet in six seconds."""
PICTURE_SECONDS: Final = 2.0
"""How often new key frames are looked at, whether the camera still sends the same kind of picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a connection, or the try to have one, ended."""

    failure: StreamError | None
    """None where it was told to end."""
    handed_over: bool = False
    """Whether it goes on, for whoever comes next."""
    frames: int = 0
    seconds: float = 0.0
    """How long frames came."""
    longest_stall: float = 0.0
    """For how many seconds nothing came, at the longest, before more did."""
    habits: StreamHabits | None = None
    """What the stream was found to do, for the next connection; None where there was none."""
    learned: bool = False
    """Whether something of that is news, and the next connection will be better for it."""


class Connection:
    """Runs ffmpeg once, watches it, and hands over each file that it is done with."""

    def __init__(
        self,
        *,
        ffmpeg: str,
        recording: Recording,
        camera_id: str,
        folder: RunFolder,
        root: StorageRoot,
        processes: Processes,
        remember: Callable[[Order], State],
    ) -> None:
        """Take what it is about; `remember` says what the next owner of the recording has to know besides."""
        self.stream_known: Signal[StreamInfo] = Signal()
        """What the camera was found to send."""
        self.sound_stays_away: Signal[bool] = Signal()
        """Whether sound that is to be recorded does not come (any more)."""
        self._recording = recording
        self.order = Order(
            camera_id=camera_id,
            program=ffmpeg,
            recording=recording,
            lock=folder.lock,
        )
        self._processes = processes
        self._remember = remember
        self.folder = folder
        self._root = root
        self._quiet = False
        """Whether sound is wanted, and none comes."""
        self._stopping = asyncio.Event()
        self._lease: float | None = None
        self._problem: StorageError | None = None
        self._process: RecordingProcess | None = None
        self._pictures = StreamChangeWatch(folder.path)
        self._stream: StreamInfo | None = None
        self._habits = recording.habits
        self.progress = Progress(folder.path)
        self.progress.news.subscribe(self._checkpoint)
        self._checked = self._looked = time.monotonic()
        self._still = self._longest_stall = 0.0
        """For how many seconds nothing has come, and the longest such time before something did."""
        self.pid: int | None = None

    def stop(self, *, lease: float | None = None) -> None:
        """Ask it to end; with a lease (seconds), to leave the recording to the next owner, where that can be."""
        self._lease = lease if self.progress.first_frame is not None else None
        self._stopping.set()

    def give_up(self, problem: StorageError) -> None:
        """End it for what the storage failed with elsewhere."""
        self._problem = problem

    async def run(self, left: LeftRecording | None = None) -> Outcome:
        """Record until told to stop or until it cannot go on; all files are handed over when this returns.

        With a recording that was left, go on where its last owner was.
        """
        try:
            process = await self._begin(left)
        except OSError as error:
            return self._outcome(StreamError(f"cannot run {self.order.program}: {error.strerror}"))
        self._process, self.pid = process, process.pid
        try:
            failure = await self._watch(process)
            told_to_end = failure is None and self._stopping.is_set()
            if told_to_end and self._lease is not None and await process.hand_over(self._lease):
                return self._outcome(None, handed_over=True)
            code = await process.stop(hurry=isinstance(failure, StreamStalled | ClockJumped | ClockWrong))
        finally:
            try:
                await process.kill()
            finally:
                process.close()
        if failure is None and not told_to_end:
            failure = self._why_it_ended(process.messages, code)
        await self._hand_over_rest(failure)
        return self._outcome(failure)

    def _why_it_ended(self, messages: list[str], code: int) -> StreamError:
        """Tell why ffmpeg ended by itself, or was killed, from what it said and its exit code."""
        failure = classify(messages)
        kind, message = type(failure), str(failure)
        waited = time.monotonic() - self.progress.heard >= self._allowed
        if isinstance(failure, StreamStalled) and self.progress.frames:
            return StreamStalled(self._stalled)
        if kind is StreamError and waited and not self.progress.frames and code > 0:
            # The camera took the connection and did not answer: ffmpeg only says that it found nothing that it knows.
            return StreamStalled(self._stalled)
        if isinstance(failure, StorageFailed):
            return failure
        if code < 0 or code > 128:  # noqa: PLR2004 - how shells and ffmpeg tell signals
            return kind(f"ffmpeg was killed (signal {-code if code < 0 else code - 128})")
        if kind is StreamError and self.progress.frames:
            kind = Disconnected
        return kind(message or "the camera ended the connection")

    async def _begin(self, left: LeftRecording | None) -> RecordingProcess:
        redact = self._recording.source.redact
        if left is None:
            return await self._processes.start(self.order, on_line=self.progress.hear, redact=redact, state=self._state)
        self.progress.restore(ConnectionState.from_json(left.state["connection"]))
        for handed in await asyncio.to_thread(self.progress.not_in_archive):
            self.progress.file_done.tell(handed)
        process = await left.take(on_line=self.progress.hear, redact=redact, state=self._state)
        if self.progress.first_frame is not None:
            self.progress.frames_came.tell()
        return process

    def _outcome(self, failure: StreamError | None, *, handed_over: bool = False) -> Outcome:
        heard = self.progress
        return Outcome(
            failure=failure,
            handed_over=handed_over,
            frames=heard.frames,
            seconds=heard.seconds,
            longest_stall=self._longest_stall,
            habits=self._habits,
        )

    # Watching.

    async def _watch(self, process: RecordingProcess) -> StreamError | None:
        """Return when ffmpeg must end, and why; None where it ended by itself, or somebody wants it to."""
        ended = asyncio.create_task(process.wait())
        stopped = asyncio.create_task(self._stopping.wait())
        try:
            while True:
                before = time.monotonic()
                await asyncio.wait({ended, stopped}, timeout=WATCH_SECONDS, return_when=asyncio.FIRST_COMPLETED)
                now = time.monotonic()
                if stopped.done() or ended.done():
                    return None
                # While the event loop was blocked, or the machine slept, nobody read what ffmpeg said.
                self.progress.grown += max(0.0, now - before - 2 * WATCH_SECONDS)
                if failure := self._judge(process, now) or await self._look_at_files(now):
                    return failure
        except StorageError as error:
            return StorageFailed(str(error))
        finally:
            for task in (ended, stopped):
                task.cancel()
            await asyncio.gather(ended, stopped, return_exceptions=True)

    def _judge(self, process: RecordingProcess, now: float) -> StreamError | None:
        """Tell from what ffmpeg said why it must end, if it must."""
        if problem := self._stall(now):
            return StreamStalled(problem)
        if self._habits.clock is Clock.CAMERA and (rate := self.progress.lying(now)) is not None:
            self._habits = replace(self._habits, clock=Clock.ARRIVAL)
            return ClockWrong(f"the camera's time stamps run at {rate:.1f} times the time")
        if self.progress.jumped or self.progress.is_stuck(now):
            return ClockJumped("the camera's clock jumped")
        if problem := self._sound(now):
            return StreamChanged(problem)
        self._listen(now)
        if self._is_new(now) and (problem := self._differs(process)):
            return StreamChanged(problem)
        return None

    def _sound(self, now: float) -> str | None:
        """Say what makes the sound need another treatment, if anything; notes which."""
        packets, habits = self.progress.packets, self._habits
        if not self._recording.with_sound:
            if not self._recording.hears_sound or not packets.has_sound:
                return None
            self._habits = replace(habits, sound=Sound.RECORDED)
            return "the camera's sound has begun"
        picture = packets.picture
        waits = not self.progress.frames and not packets.sound.count and picture.first_key is not None
        if waits and picture.first_key is not None and now - picture.first_key[1] > SOUND_SECONDS:
            self._habits = replace(habits, sound=Sound.NONE)
            return "the camera announces sound, but sends none"
        if habits.clock is Clock.CAMERA and abs(packets.drift) > DRIFT:
            # Pictures that are shown in another order than they come cannot be stamped as they arrive.
            if picture.reorders:
                self._habits = replace(habits, sound=Sound.DROPPED)
            else:
                self._habits = replace(habits, clock=Clock.ARRIVAL)
            return f"the camera's sound leaves its picture: {packets.drift:+.1f} s"
        return None

    def _listen(self, now: float) -> None:
        """Tell whether sound comes, where it is recorded without being waited for."""
        packets = self.progress.packets
        began = packets.picture.first_key
        if not self._recording.with_sound or began is None:
            return
        since, longest = (packets.sound.last, QUIET_SECONDS) if packets.sound.count else (began, SOUND_SECONDS)
        quiet = now - since[1] > longest
        if quiet != self._quiet:
            self._quiet = quiet
            self.sound_stays_away.tell(quiet)

    async def _look_at_files(self, now: float) -> StreamError | None:
        """Tell from what was written why ffmpeg must end, if it must. Raises StorageError."""
        if self._problem is not None:
            raise self._problem
        if now - self._checked > STORAGE_SECONDS:
            self._checked = now
            await self._root.check()
        if self.progress.frames and now - self._looked > PICTURE_SECONDS:
            self._looked = now
            if problem := await asyncio.to_thread(self._pictures.look):
                return StreamChanged(problem)
        return None

    def _stall(self, now: float) -> str | None:
        """Say that nothing comes any more. Packets that come are no stall, though it be long until a key frame."""
        allowed = self._allowed
        still = now - self.progress.heard
        if still < self._still:
            self._longest_stall = max(self._longest_stall, self._still)
        self._still = still
        if self.progress.first_frame is None and not self.progress.packets.picture.count:
            if still > allowed + CONNECT_SECONDS:
                return "the camera sent no picture"
        elif still > allowed + OWN_SECONDS + self._untold:
            return self._stalled
        return None

    @property
    def _allowed(self) -> float:
        """Seconds for which nothing may come."""
        return max(self._recording.stall_seconds, self._habits.longest_stall)

    @property
    def _untold(self) -> float:
        """Seconds in which packets come that nobody is told of: before the first key frame, only some are."""
        return 0.0 if self.progress.first_frame is not None else CONNECT_SECONDS

    @property
    def _stalled(self) -> str:
        return f"the camera sent nothing for {self._allowed:g} s"

    def _is_new(self, now: float) -> bool:
        """Whether frames have just begun to come, so that what ffmpeg said of them is still there."""
        first = self.progress.first_frame
        return self._stream is None and first is not None and now - first < NEW_SECONDS

    def _differs(self, process: RecordingProcess) -> str | None:
        """Say what makes the stream need other arguments than ffmpeg got, if anything; notes what it is."""
        self._stream = found = read_announcement(process.messages)
        if found is None:
            return None
        if not self._recording.asks_for_sound:
            found = replace(found, audio_codec=self._recording.audio_codec)
        self.stream_known.tell(found)
        expected = (self._recording.video_codec, self._recording.audio_codec)
        if (found.codec, found.audio_codec) == expected:
            return None
        before, now = (" and ".join(filter(None, codecs)) for codecs in (expected, (found.codec, found.audio_codec)))
        return f"the camera's stream changed from {before} to {now}"

    # Handing over.

    async def _hand_over_rest(self, failure: StreamError | None) -> None:
        """Hand over the last file, and any that ffmpeg had no time to name."""
        lied = isinstance(failure, ClockWrong)  # its frames are all there, and get the times at which they came
        status = SegmentStatus.SUCCESS if failure is None or lied else failure.cause.segment_status
        error = None if status is SegmentStatus.SUCCESS else str(failure)
        try:
            left = await asyncio.to_thread(self.folder.segments)
        except OSError:
            return  # the storage is gone; what is there is found when it is back
        self.progress.hand_over_rest(left, status, error, lied=lied)

    def _checkpoint(self) -> None:
        if self._process is not None:
            self._process.checkpoint()

    def _state(self) -> State:
        return {**self._remember(self.order), "connection": self.progress.state().to_json()}
