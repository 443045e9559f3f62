"""One connection to a camera: one ffmpeg, from its start to the reason of its end."""

from __future__ import annotations

import asyncio
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from .closing import OpenSegment
from .command import Recording, input_script, record_arguments
from .failure import Failure, classify
from .handover import ConnectionState, Handed, is_waiting
from .picture_change import PictureWatch
from .probe import StreamInfo, read_announcement
from .process import Moment, RecordingProcess
from .processes import LeftRecording, Order, Processes, State
from .run_folder import RunFolder
from .segment import SegmentStatus
from .storage import StorageError, StorageRoot
from .timeline import NothingObservedError, Timeline

WATCH_SECONDS: Final = 1.0
CONNECT_SECONDS: Final = 12.0
"""What the first frame may take on top of the stall time: cameras show a key frame late."""
STORAGE_SECONDS: Final = 10.0
"""How often the storage is looked at while recording."""
NEW_SECONDS: Final = 5.0
OWN_SECONDS: Final = 1.0
"""What ffmpeg gets to notice a silence by itself: it then completes its file, which it does not when interrupted."""
PICTURE_SECONDS: Final = 2.0
"""How often new key frames are looked at, whether the camera still sends the same kind of picture."""
STUCK_SECONDS: Final = 3.0
STUCK_FRAMES: Final = 15
"""So long, and with so many frames, may the stream's time stand still."""
SPLIT_SECONDS: Final = 0.5
"""Silence between two files that makes them two pieces."""
MOVE_SECONDS: Final = 0.1
RECENT_KEPT: Final = 8
_LISTED: Final = re.compile(r"(?P<name>\d{6,}\.mp4),(?P<start>-?[\d.]+),(?P<end>-?[\d.]+)")


class End(StrEnum):
    """Why a connection ended."""

    STOPPED = "stopped"
    HANDED_OVER = "handed_over"
    """It goes on, for whoever comes next."""
    STALLED = "stalled"
    TIMESTAMPS = "timestamps"
    STORAGE = "storage"
    CHANGED = "changed"
    """The camera sends something else than before, which a file of its own must begin with."""
    BROKEN = "broken"
    """ffmpeg ended by itself, or was killed; the failure says more."""


_STATUSES: Final = {
    End.STOPPED: SegmentStatus.SUCCESS,
    End.CHANGED: SegmentStatus.SUCCESS,
    End.STALLED: SegmentStatus.TIMEOUT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a connection ended."""

    end: End
    failure: Failure
    error: str | None
    """For people, without credentials."""
    frames: int
    seconds: float
    """How long frames came."""


@dataclass(slots=True)
class _Listed:
    """A file that ffmpeg said it closed, with its media times."""

    name: str
    start: float
    end: float
    frames: int


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
        on_file: Callable[[OpenSegment], None],
        on_start: Callable[[str, datetime], None],
        on_frames: Callable[[], None],
        on_stream: Callable[[StreamInfo], None],
        on_step: Callable[[], None],
    ) -> None:
        """Take the callbacks: a file is done, one began, frames came, they are such, the wall clock was set.

        `remember` says what the next owner of the recording has to know besides what the connection does.
        """
        self._recording = recording
        self.order = Order(
            camera_id=camera_id,
            program=ffmpeg,
            arguments=record_arguments(recording),
            script=input_script(recording.source, timeout=recording.stall_seconds),
            lock=folder.lock,
        )
        self._processes = processes
        self._remember = remember
        self.folder = folder
        self._root = root
        self._on_file = on_file
        self._on_start = on_start
        self._on_frames = on_frames
        self._on_stream = on_stream
        self._on_step = on_step
        self._stopping = asyncio.Event()
        self._lease: float | None = None
        self._process: RecordingProcess | None = None
        self._pictures = PictureWatch(folder.path)
        self._stream: StreamInfo | None = None
        self._timeline = Timeline()
        self._listed: _Listed | None = None
        self._handed: set[str] = set()
        self._recent: deque[Handed] = deque(maxlen=RECENT_KEPT)
        """Files that were handed over, and may not be in the archive yet."""
        self._start: datetime | None = None
        """Of the file that is open now, when known."""
        self._last_media: float | None = None
        self._steps = 0
        self._frames = 0
        self._media = 0.0
        self._jumped = False
        now = time.monotonic()
        self._first_frame: float | None = None
        self._grown = self._checked = self._looked = now
        self._reports = (0.0, 0)
        """The first media time that was told, and the frames by then."""
        self._moved = (now, 0)
        """When the stream's time last moved, and the frames then."""
        self.pid: int | None = None

    def stop(self, *, lease: float | None = None) -> None:
        """Ask it to end; with a lease (seconds), to leave the recording to the next owner, where that can be."""
        self._lease = lease if self._first_frame is not None else None
        self._stopping.set()

    async def run(self, left: LeftRecording | None = None) -> Outcome:
        """Record until told to stop or until it cannot go on; all files are handed over when this returns.

        With a recording that was left, go on where its last owner was.
        """
        try:
            process = await self._begin(left)
        except OSError as error:
            return self._outcome(End.BROKEN, Failure.OTHER, f"cannot run {self.order.program}: {error.strerror}")
        self._process, self.pid = process, process.pid
        try:
            end, problem = await self._watch(process)
            if end is End.STOPPED and self._lease is not None and await process.hand_over(self._lease):
                return self._outcome(End.HANDED_OVER, Failure.OTHER, None)
            code = await process.stop(hurry=end in {End.STALLED, End.TIMESTAMPS})
        finally:
            try:
                await process.kill()
            finally:
                process.close()
        failure, message = classify(process.messages)
        match end:
            case End.BROKEN if failure is Failure.TIMEOUT and self._frames:
                end, problem = End.STALLED, self._silence
            case End.BROKEN if failure is Failure.STORAGE:
                end, problem = End.STORAGE, message
            case End.BROKEN if code < 0 or code > 128:  # noqa: PLR2004 - how shells and ffmpeg tell signals
                problem = f"ffmpeg was killed (signal {-code if code < 0 else code - 128})"
            case End.BROKEN:
                failure = Failure.DISCONNECTED if failure is Failure.OTHER and self._frames else failure
                problem = message or "the camera ended the connection"
        await self._hand_over_rest(end, problem)
        return self._outcome(end, failure, problem)

    async def _begin(self, left: LeftRecording | None) -> RecordingProcess:
        redact = self._recording.source.redact
        if left is None:
            return await self._processes.start(self.order, on_line=self._read_line, redact=redact, state=self._state)
        self._restore(ConnectionState.from_json(left.state["connection"]))
        for handed in await asyncio.to_thread(self._not_in_archive):
            self._on_file(handed)
        process = await left.take(on_line=self._read_line, redact=redact, state=self._state)
        if self._first_frame is not None:
            self._on_frames()
        return process

    def _outcome(self, end: End, failure: Failure, error: str | None) -> Outcome:
        seconds = 0.0 if self._first_frame is None else self._grown - self._first_frame
        return Outcome(end=end, failure=failure, error=error, frames=self._frames, seconds=seconds)

    # Watching.

    async def _watch(self, process: RecordingProcess) -> tuple[End, str | None]:
        """Return when ffmpeg has ended or must end."""
        ended = asyncio.create_task(process.wait())
        stopped = asyncio.create_task(self._stopping.wait())
        try:
            while True:
                before = time.monotonic()
                await asyncio.wait({ended, stopped}, timeout=WATCH_SECONDS, return_when=asyncio.FIRST_COMPLETED)
                now = time.monotonic()
                if stopped.done():
                    return End.STOPPED, None
                if ended.done():
                    return End.BROKEN, None
                # While the event loop was blocked, or the machine slept, nobody read what ffmpeg said.
                self._grown += max(0.0, now - before - 2 * WATCH_SECONDS)
                if reason := self._judge(process, now) or await self._look_at_files(now):
                    return reason
        except StorageError as error:
            return End.STORAGE, str(error)
        finally:
            for task in (ended, stopped):
                task.cancel()
            await asyncio.gather(ended, stopped, return_exceptions=True)

    def _judge(self, process: RecordingProcess, now: float) -> tuple[End, str] | None:
        """Tell from what ffmpeg said why it must end, if it must."""
        if problem := self._stall(now):
            return End.STALLED, problem
        if self._jumped or self._is_stuck(now):
            return End.TIMESTAMPS, "the camera's clock jumped"
        if self._is_new(now) and (problem := self._differs(process)):
            return End.CHANGED, problem
        return None

    async def _look_at_files(self, now: float) -> tuple[End, str] | None:
        """Tell from what was written why ffmpeg must end, if it must. Raises StorageError."""
        if now - self._checked > STORAGE_SECONDS:
            self._checked = now
            await self._root.check()
        if self._frames and now - self._looked > PICTURE_SECONDS:
            self._looked = now
            if problem := await asyncio.to_thread(self._pictures.look):
                return End.CHANGED, problem
        return None

    def _stall(self, now: float) -> str | None:
        allowed = self._recording.stall_seconds
        if self._first_frame is None:
            if now - self._grown > allowed + CONNECT_SECONDS:
                return "the camera sent no picture"
        elif now - self._grown > allowed + OWN_SECONDS:
            return self._silence
        return None

    @property
    def _silence(self) -> str:
        return f"the camera sent nothing for {self._recording.stall_seconds:g} s"

    def _is_new(self, now: float) -> bool:
        """Whether frames have just begun to come, so that what ffmpeg said of them is still there."""
        return self._stream is None and self._first_frame is not None and now - self._first_frame < NEW_SECONDS

    def _differs(self, process: RecordingProcess) -> str | None:
        """Say what makes the stream need other arguments than ffmpeg got, if anything; notes what it is."""
        self._stream = found = read_announcement(process.messages)
        if found is None:
            return None
        self._on_stream(found)
        expected = (self._recording.video_codec, self._recording.audio_codec)
        if (found.codec, found.audio_codec) == expected:
            return None
        before, now = (" and ".join(filter(None, codecs)) for codecs in (expected, (found.codec, found.audio_codec)))
        return f"the camera's stream changed from {before} to {now}"

    def _is_stuck(self, now: float) -> bool:
        moved, frames = self._moved
        return now - moved > STUCK_SECONDS and self._frames - frames > STUCK_FRAMES

    # Reading.

    def _read_line(self, line: str, at: Moment) -> None:
        if match := _LISTED.fullmatch(line):
            self._rotate()
            self._listed = _Listed(match["name"], float(match["start"]), float(match["end"]), self._frames)
            return
        key, _, value = line.partition("=")
        match key:
            case "frame" if value.strip().isdigit():
                self._count_frames(int(value), at)
            case "out_time_us" if value.strip().lstrip("-").isdigit():
                self._observe(int(value) / 1_000_000, at)
            case "progress" if value == "continue" and self._listed and self._frames > self._listed.frames:
                # Frames after a file was closed: that was a rotation, not the end.
                self._rotate()

    def _count_frames(self, frames: int, at: Moment) -> None:
        if frames <= self._frames:
            return
        self._frames, self._grown = frames, at.monotonic
        if self._first_frame is None:
            self._first_frame = self._grown
            self._on_frames()
            self._checkpoint()

    def _observe(self, media: float, at: Moment) -> None:
        now = at.monotonic
        if self._jumped:
            return
        if self._frames and not self._timeline.observe(media, wall=at.wall, monotonic=now):
            self._jumped = True
            return
        if not self._reports[1]:
            self._reports = (media, self._frames)
        # ffmpeg mends timestamps that went back by adding a tick each: that is no moving.
        if media > self._media + MOVE_SECONDS:
            self._media, self._moved = media, (now, self._frames)

    # Handing over.

    def _utc(self, media: float) -> datetime:
        try:
            return self._timeline.utc(media)
        except NothingObservedError:
            return datetime.now(UTC)

    def _rotate(self) -> None:
        """Hand over the file that was closed while the stream goes on."""
        if self._listed is None:
            return
        listed, self._listed = self._listed, None
        start = self._start_of(listed)
        end = self._utc(listed.end)
        if stepped := self._timeline.steps != self._steps:
            self._steps = self._timeline.steps
            if start is not None:
                # The clock was set while this was recorded: the start tells the old time, the next file the new one.
                end = start + timedelta(seconds=listed.end - listed.start)
        length = None if start is None else listed.end - listed.start
        self._hand_over(OpenSegment(path=self.folder.path / listed.name, start=start, end=end, length=length))
        if stepped:
            self._on_step()
            end = self._utc(listed.end)
        self._start, self._last_media = end, listed.end
        self._on_start(f"{int(listed.name.partition('.')[0]) + 1:06d}.mp4", end)
        self._checkpoint()

    def _start_of(self, listed: _Listed) -> datetime | None:
        """Tell when a file began: where the one before it ended, unless the camera was silent between them.

        None for the first of a connection: ffmpeg lists it as beginning at 0, though it may hold nothing before the
        first key frame. It is as long as it is, and its end is known.
        """
        if self._start is None or self._last_media is None:
            return None
        return self._utc(listed.start) if listed.start - self._last_media > SPLIT_SECONDS else self._start

    def _first_start(self) -> datetime:
        """Tell when the first frame came, from how many there were by when: for a first file that nobody listed."""
        media, frames = self._reports
        rate = (self._media - media) / (self._frames - frames) if self._frames > frames else 0.0
        return self._utc(max(0.0, media - frames * rate))

    def _hand_over(self, opened: OpenSegment) -> None:
        self._handed.add(opened.path.name)
        self._recent.append(Handed(opened.path.name, opened.start, opened.end, opened.length))
        self._on_file(opened)

    async def _hand_over_rest(self, reason: End, problem: str | None) -> None:
        """Hand over the last file, and any that ffmpeg had no time to name."""
        status = _STATUSES.get(reason, SegmentStatus.FAILED)
        error = problem if status is not SegmentStatus.SUCCESS else None
        start: datetime | None = None
        end: datetime | None = None
        if self._listed is not None and not self._jumped:
            start, end = self._start_of(self._listed), self._utc(self._listed.end)
        elif self._first_frame is not None:
            start = self._start or self._first_start()
        try:
            left = await asyncio.to_thread(self.folder.segments)
        except OSError:
            return  # the storage is gone; what is there is found when it is back
        for path in left:
            if path.name not in self._handed:
                self._hand_over(
                    OpenSegment(path=path, start=start, end=end, status=status, error=error, jumped=self._jumped)
                )
                start = end = None

    # For the next owner.

    def _checkpoint(self) -> None:
        if self._process is not None:
            self._process.checkpoint()

    def _state(self) -> State:
        state = ConnectionState(
            timeline=self._timeline,
            listed=None if self._listed is None else astuple(self._listed),
            recent=tuple(self._recent),
            start=self._start,
            last_media=self._last_media,
            steps=self._steps,
            frames=self._frames,
            media=self._media,
            first_frame=self._first_frame,
            grown=self._grown,
            reports=self._reports,
            moved=self._moved,
        )
        return {**self._remember(self.order), "connection": state.to_json()}

    def _restore(self, state: ConnectionState) -> None:
        self._timeline = state.timeline
        self._listed = None if state.listed is None else _Listed(*state.listed)
        self._recent.extend(state.recent)
        self._handed = {handed.name for handed in state.recent}
        self._start, self._last_media, self._steps = state.start, state.last_media, state.steps
        self._frames, self._media, self._first_frame = state.frames, state.media, state.first_frame
        self._grown, self._reports, self._moved = state.grown, state.reports, state.moved

    def _not_in_archive(self) -> list[OpenSegment]:
        """Return the files that were handed over to nobody: the last owner died before they were moved; blocks."""
        left = []
        for handed in self._recent:
            path = self.folder.path / handed.name
            if is_waiting(path):
                left.append(OpenSegment(path=path, start=handed.start, end=handed.end, length=handed.length))
            else:
                path.unlink(missing_ok=True)
        return left
