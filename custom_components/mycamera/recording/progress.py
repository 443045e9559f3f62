"""Where a recording is in its stream, and which files are complete: read from the words that ffmpeg prints."""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from ..signals import Signal
from .archive.finalize import SPLIT, OpenSegment
from .archive.run_folder import begun, next_file
from .archive.segment import SegmentStatus
from .handover.state import ConnectionState, Handed, is_waiting
from .packets import Packets
from .process import ClockReading
from .timeline import NothingObservedError, Timeline

MOVE_SECONDS: Final = 0.1
STUCK_SECONDS: Final = 3.0
STUCK_FRAMES: Final = 15
"""So long, and with so many frames, may the stream's time stand still."""
RECENT_KEPT: Final = 8
_LISTED: Final = re.compile(r"(?P<name>\d{6,}\.mp4),(?P<start>-?[\d.]+),(?P<end>-?[\d.]+)")


@dataclass(slots=True)
class _Listed:
    """A file that ffmpeg said it closed, with its media times."""

    name: str
    start: float
    end: float
    frames: int


class Progress:
    """Hears what one ffmpeg says, from its start or from where its last owner was, and hands over each file."""

    def __init__(self, folder: Path) -> None:
        self.file_done: Signal[OpenSegment] = Signal()
        self.file_began: Signal[str, datetime] = Signal()
        """Its name in the run folder, and when (UTC)."""
        self.frames_came: Signal[()] = Signal()
        """The first of the connection, or of whoever goes on with it."""
        self.clock_set: Signal[()] = Signal()
        """The wall clock, while a file was recorded: what the files tell does not add up to what passed."""
        self.news: Signal[()] = Signal()
        """There is something that the next owner must know."""
        self._folder = folder
        self._begun = begun(folder)
        self._timeline = Timeline()
        self.packets = Packets()
        self._listed: _Listed | None = None
        self._handed: set[str] = set()
        self._recent: deque[Handed] = deque(maxlen=RECENT_KEPT)
        """Files that were handed over, and may not be in the archive yet."""
        self._start: datetime | None = None
        """Of the file that is open now, when known."""
        self._last_media: float | None = None
        self._steps = 0
        self._media = 0.0
        now = time.monotonic()
        self._reports = (0.0, 0)
        """The first media time that was told, and the frames by then."""
        self._moved = (now, 0)
        """When the stream's time last moved, and the frames then."""
        self.frames = 0
        self.first_frame: float | None = None
        """When it came, by the monotonic clock."""
        self.grown = now
        """When the last frames came, by the monotonic clock."""
        self.jumped = False
        """Whether the camera's clock was seen to jump ahead."""

    @property
    def seconds(self) -> float:
        """How long frames came."""
        return 0.0 if self.first_frame is None else self.grown - self.first_frame

    def is_stuck(self, now: float) -> bool:
        """Whether frames come, but their time (it is `now`) does not go on: the camera's clock was set back."""
        moved, frames = self._moved
        return now - moved > STUCK_SECONDS and self.frames - frames > STUCK_FRAMES

    def lying(self, now: float) -> float | None:
        """Return at what rate the camera's stamps run where that surely is not the world's; None where it may be."""
        if self.is_stuck(now) and self._media < STUCK_SECONDS:
            return 0.0
        return self.packets.picture.rate

    @property
    def heard(self) -> float:
        """When the last packet or frame of the picture came, by the monotonic clock: sound alone is a stall."""
        return max(self.grown, self.packets.picture.last[1])

    # Hearing.

    def hear(self, line: str, at: ClockReading) -> None:
        """Take a line of ffmpeg's standard output."""
        if flow := self.packets.hear(line, at):
            if flow is self.packets.picture and not self.jumped:
                # The picture's own packets place it in time: what other streams do is nothing to it.
                self.jumped = not self._timeline.observe(flow.end, wall=at.wall, monotonic=at.monotonic)
            return
        if match := _LISTED.fullmatch(line):
            self._rotate()
            self._listed = _Listed(match["name"], float(match["start"]), float(match["end"]), self.frames)
            return
        key, _, value = line.partition("=")
        match key:
            case "frame" if value.strip().isdigit():
                self._count_frames(int(value), at)
            case "out_time_us" if value.strip().lstrip("-").isdigit():
                self._observe(int(value) / 1_000_000, at)
            case "progress" if value == "continue" and self._listed and self.frames > self._listed.frames:
                # Frames after a file was closed: that was a rotation, not the end.
                self._rotate()

    def _count_frames(self, frames: int, at: ClockReading) -> None:
        if frames <= self.frames:
            return
        self.frames, self.grown = frames, at.monotonic
        if self.first_frame is None:
            self.first_frame = self.grown
            self.frames_came.tell()
            self.news.tell()

    def _observe(self, media: float, at: ClockReading) -> None:
        now = at.monotonic
        if self.jumped:
            return
        if self.frames and not self.packets.picture.count:
            # No packet was told of: a recording that was begun so.
            self.jumped = not self._timeline.observe(media, wall=at.wall, monotonic=now)
        if not self._reports[1]:
            self._reports = (media, self.frames)
        # ffmpeg mends timestamps that went back by adding a tick each: that is no moving.
        if media > self._media + MOVE_SECONDS:
            self._media, self._moved = media, (now, self.frames)

    # Handing over.

    def _utc(self, media: float) -> datetime:
        try:
            return self._timeline.utc(media)
        except NothingObservedError:
            return datetime.now(UTC)

    def _rotate(self) -> None:
        """Hand over the file that was closed while the stream goes on."""
        if self._listed is None or self.jumped:
            return  # after a jump the end of a file is not known; it is told with the rest
        listed, self._listed = self._listed, None
        start = self._start_of(listed)
        end = self._utc(listed.end)
        if stepped := self._timeline.steps != self._steps:
            self._steps = self._timeline.steps
            if start is not None:
                # The clock was set while this was recorded: the start tells the old time, the next file the new one.
                end = start + timedelta(seconds=listed.end - listed.start)
        length = None if start is None else listed.end - listed.start
        self._hand_over(
            OpenSegment(path=self._folder / listed.name, start=start, end=end, length=length, earliest=self._begun)
        )
        if stepped:
            self.clock_set.tell()
            end = self._utc(listed.end)
        self._start, self._last_media = end, listed.end
        self.file_began.tell(next_file(listed.name), end)
        self.news.tell()

    def _start_of(self, listed: _Listed) -> datetime | None:
        """Tell when a file began: where the one before it ended, unless the camera stalled between them.

        None for the first of a connection: ffmpeg lists it as beginning at 0, though it may hold nothing before the
        first key frame. It is as long as it is, and its end is known.
        """
        if self._start is None or self._last_media is None:
            return None
        return self._utc(listed.start) if listed.start - self._last_media > SPLIT.total_seconds() else self._start

    def _first_start(self) -> datetime:
        """Tell when the first frame came, from how many there were by when: for a first file that nobody listed."""
        media, frames = self._reports
        rate = (self._media - media) / (self.frames - frames) if self.frames > frames else 0.0
        start = self._utc(max(0.0, media - frames * rate))
        return max(start, self._begun) if self._begun else start

    def _hand_over(self, opened: OpenSegment) -> None:
        opened = self._with_leap(opened)
        self._handed.add(opened.path.name)
        self._recent.append(Handed(opened.path.name, opened.start, opened.end, opened.length))
        self.file_done.tell(opened)

    def _with_leap(self, opened: OpenSegment) -> OpenSegment:
        """Say of a connection's first file whether its first pictures were stamped too early."""
        picture = self.packets.picture
        return opened if int(opened.path.stem) else replace(opened, leap=picture.leap, leaped=picture.leaped)

    def hand_over_rest(
        self, left: Iterable[Path], status: SegmentStatus, error: str | None, *, lied: bool = False
    ) -> None:
        """Hand over, of the files that are left now that ffmpeg has ended, the last, and any that it did not name.

        Where the camera's stamps `lied`, it is told from when to when its frames came.
        """
        left = tuple(left)
        if self._listed is not None and not lied and any(path.name > self._listed.name for path in left):
            self._rotate()  # the next file was begun, and no report came any more that would have told so
        start, end = self._arrived() if lied else self._last_times()
        for path in left:
            if path.name not in self._handed:
                self._hand_over(
                    OpenSegment(
                        path=path,
                        start=start,
                        end=end,
                        status=status,
                        error=error,
                        earliest=self._begun,
                        jumped=self.jumped,
                        lied=lied,
                    )
                )
                start = end = None

    def _arrived(self) -> tuple[datetime | None, datetime | None]:
        """Tell from when to when (UTC) the frames of the open file came, whatever their stamps say."""
        picture = self.packets.picture
        if picture.first_key is None:
            return None, None
        wall, monotonic = picture.last
        end = datetime.fromtimestamp(wall + max(0.0, self.grown - monotonic), UTC)
        return self._start or datetime.fromtimestamp(picture.first_key[0], UTC), end

    def _last_times(self) -> tuple[datetime | None, datetime | None]:
        """Return start and end (UTC) of the file that was open when ffmpeg ended, as far as they are known."""
        if self._listed is not None and not self.jumped:
            start, end = self._start_of(self._listed), self._utc(self._listed.end)
            if start is not None and self._timeline.steps != self._steps:
                end = start + timedelta(seconds=self._listed.end - self._listed.start)  # as in a rotation
            return start, end
        return (None if self.first_frame is None else self._start or self._first_start()), None

    # For the next owner.

    def state(self) -> ConnectionState:
        """Return all of it."""
        return ConnectionState(
            timeline=self._timeline,
            listed=None if self._listed is None else astuple(self._listed),
            recent=tuple(self._recent),
            start=self._start,
            last_media=self._last_media,
            steps=self._steps,
            frames=self.frames,
            media=self._media,
            first_frame=self.first_frame,
            grown=self.grown,
            reports=self._reports,
            moved=self._moved,
            packets=self.packets,
        )

    def restore(self, state: ConnectionState) -> None:
        """Go on where the last owner was."""
        self._timeline, self.packets = state.timeline, state.packets
        self._listed = None if state.listed is None else _Listed(*state.listed)
        self._recent.extend(state.recent)
        self._handed = {handed.name for handed in state.recent}
        self._start, self._last_media, self._steps = state.start, state.last_media, state.steps
        self.frames, self._media, self.first_frame = state.frames, state.media, state.first_frame
        self.grown, self._reports, self._moved = state.grown, state.reports, state.moved

    def not_in_archive(self) -> list[OpenSegment]:
        """Return the files that were handed over to nobody: the last owner died before they were moved; blocks."""
        left = []
        for handed in self._recent:
            path = self._folder / handed.name
            if is_waiting(path):
                start, end, length = handed.start, handed.end, handed.length
                opened = OpenSegment(path=path, start=start, end=end, length=length, earliest=self._begun)
                left.append(self._with_leap(opened))
            else:
                path.unlink(missing_ok=True)
        return left
