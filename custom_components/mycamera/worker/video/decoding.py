"""Reads video files: an index of their packets first, then only the pictures that are asked for.

The index costs next to nothing (no decoding) and tells everything that a plan needs: when each group of pictures
begins, how many bytes its changes took, and the number of every picture counted over the whole file.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, Protocol

import av
import av.error
from av.container import InputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from ..cancellation import Cancellation
from ..failures import JobError, SourceInvalidError, SourceUnreachableError
from ..recording_files import check_file
from .frames import MAX_PIXELS, check_size
from .video_index import Group, Packed, VideoIndex

_LOGGER = logging.getLogger(__name__)
MAX_FRAMES: Final = 250_000
"""An hour at 60 frames a second, and some."""
MAX_SECONDS: Final = 4 * 3600.0
_EARLY: Final = 0.02
"""Seconds by which the picture of a moment may be too early: less than from one to the next."""
_MAX_BROKEN: Final = 50
"""Packets in a row that do not decode, after which the rest of a file is given up."""
# A playlist would make the worker open whatever it names: only containers that hold their pictures themselves.
_CONTAINERS: Final = "mov,matroska,mpegts,mpeg,avi,flv,asf,h264,hevc,ogg"
_OPTIONS: Final = {"protocol_whitelist": "file", "format_whitelist": _CONTAINERS, "enable_drefs": "0"}
_IN_A_HURRY: Final = {"analyzeduration": "1"}
"""Takes a file's header at its word, without decoding to know more: half of what opening costs."""


class Plan(Protocol):
    """Says what to decode, group by group, while a file is read."""

    def reading(self, group: Group) -> Reading:
        """Return how much of this group to decode."""

    def continues(self, group: Group) -> bool:
        """Return whether the rest of a group is wanted too, after its first picture was taken."""

    def last_due(self, group: Group) -> float:
        """Return the time after which nothing of this group is wanted any more."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One decoded picture: seconds from the start of the file, its number, and the picture as decoded."""

    time: float
    number: int
    frame: VideoFrame


class Reading(Enum):
    """How much of a group of pictures to decode."""

    NOTHING = auto()
    KEY = auto()
    EVERYTHING = auto()


@dataclass(frozen=True, slots=True)
class _Position:
    """How far a group is decoded: the next packet, and the latest picture, seconds."""

    packed: Packed
    packet: int
    decoded: float


class VideoFile:
    """One video file, open. Use as a context manager; belongs to one thread.

    Raises:
        SourceMissingError: there is no such file, though its storage is there.
        StorageUnreachableError: its storage is not there now; nothing is known about the file.
        SourceUnreachableError: its storage is there, the file cannot be looked at now.
        SourceInvalidError: not a video, empty, cut off beyond use, or hostile in size.
    """

    def __init__(self, path: Path, cancellation: Cancellation, *, deadline: float, threads: int = 1) -> None:
        self._path = path
        self._cancellation = cancellation
        self.deadline = deadline
        """By this thread's processor time, seconds: a machine that is busy with other work is not the video's fault."""
        self._threads = threads
        self._origin = 0.0
        self._base = Fraction(0)
        """Seconds of one tick of the video's own clock."""
        self._broken = 0
        self._asked = False
        self._reading = Reading.NOTHING
        self.frames_decoded = 0
        self._context: VideoCodecContext | None = None
        self._at: _Position | None = None
        check_file(path)
        self.index = self._read_index()

    def _open(self) -> tuple[InputContainer, VideoStream]:
        container = self._container(_OPTIONS | _IN_A_HURRY)
        if not any(_is_told(stream) for stream in container.streams.video):
            container.close()
            container = self._container(_OPTIONS)
        try:
            return container, self._choose(container)
        except BaseException:
            container.close()
            raise

    def _container(self, options: dict[str, str]) -> InputContainer:
        try:
            return av.open(str(self._path), options=options)
        except PermissionError as error:
            raise SourceUnreachableError(f"{self._path.name} cannot be read ({_reason(error)}).") from error
        except (av.error.FFmpegError, ValueError, OSError, UnicodeError, EOFError) as error:
            check_file(self._path)  # it may have gone since, or its storage
            raise SourceInvalidError(f"{self._path.name} is no video that can be read ({_reason(error)}).") from error

    def _choose(self, container: InputContainer) -> VideoStream:
        if not container.streams.video:
            raise SourceInvalidError(f"{self._path.name} holds no video.")
        stream = container.streams.video[0]
        context: VideoCodecContext | None = stream.codec_context  # None where no decoder knows the codec
        if context is None:
            raise SourceInvalidError(f"{self._path.name} holds a video of an unknown kind.")
        if context.width <= 0 or context.height <= 0:
            raise SourceInvalidError(f"{self._path.name} holds a video without a picture size.")
        check_size(context.width, context.height)
        context.options = {"max_pixels": str(MAX_PIXELS)}
        context.thread_type = "AUTO"
        context.thread_count = self._threads
        return stream

    def _check(self) -> None:
        self._cancellation.check()
        if time.thread_time() > self.deadline:
            raise SourceInvalidError(f"{self._path.name} takes more work to read than a video may; it is given up.")

    def _packets(self, container: InputContainer, stream: VideoStream) -> Iterator[tuple[Any, float | None]]:
        """Yield packets with their raw time in seconds; a file that was cut off ends where it was cut."""
        packets = container.demux(stream)
        while True:
            self._check()
            try:
                packet = next(packets)
            except StopIteration:
                return
            except (av.error.FFmpegError, ValueError, OSError) as error:
                check_file(self._path)  # where its storage went away, that is not the video's end
                _LOGGER.debug("%s ends early: %s", self._path.name, _reason(error))
                return
            if packet.size == 0:
                continue
            stamp = packet.pts if packet.pts is not None else packet.dts
            yield packet, None if stamp is None else self._seconds(stamp)

    def _seconds(self, ticks: int) -> float:
        """Return a time of the video's own clock to the last bit: a float for a tick would add up to others."""
        return ticks * self._base.numerator / self._base.denominator

    def _read_index(self) -> VideoIndex:
        container, stream = self._opened = self._open()
        try:
            return self._indexed(container, stream)
        except BaseException:
            container.close()
            raise

    def _indexed(self, container: InputContainer, stream: VideoStream) -> VideoIndex:
        base = stream.time_base
        self._base = Fraction(base.numerator, base.denominator) if base else Fraction(0)
        index = VideoIndex(stream.codec_context.width, stream.codec_context.height)
        step = 1.0 / float(stream.average_rate) if stream.average_rate else 0.04
        stamps: list[float] = []
        groups: list[Group] = []
        for packet, stamp in self._packets(container, stream):
            moment = stamp if stamp is not None else (stamps[-1] + step if stamps else 0.0)
            if packet.is_keyframe:
                groups.append(Group(start=moment, end=moment, packets=1, key_bytes=packet.size))
            elif groups:
                group = groups[-1]
                group.packets += 1
                group.other_bytes += packet.size
                group.largest_other = max(group.largest_other, packet.size)
                group.end = max(group.end, moment)
            if not groups:
                continue  # nothing before the first whole picture can be shown
            stamps.append(moment)
            if len(stamps) > MAX_FRAMES or moment - stamps[0] > MAX_SECONDS:
                raise SourceInvalidError(f"{self._path.name} is longer than {MAX_SECONDS / 3600:.0f} hours.")
        if not stamps:
            raise SourceInvalidError(f"{self._path.name} holds no whole picture.")
        stamps.sort()
        self._origin = stamps[0]
        index.times = [stamp - self._origin for stamp in stamps]
        if len(stamps) > 1:
            step = min(max((stamps[-1] - stamps[0]) / (len(stamps) - 1), 0.0), 1.0)
        index.duration = index.times[-1] + step
        for group in groups:
            group.start -= self._origin
            group.end = group.end - self._origin + step
        index.groups = groups
        return index

    def read(self, plan: Plan, *, every: bool = False) -> Iterator[Sample]:
        """Yield pictures in the order of display, of each group as many as the plan asks for when its turn comes.

        Unless `every` one is wanted, those on which no other one builds are left out: they are many in some recordings,
        and next to the others.

        Raises:
            SourceInvalidError: not one picture could be decoded.
        """
        container, stream = self._rewound()
        context = stream.codec_context
        # Read by the decoder when it opens, so it is set before the first packet.
        context.skip_frame = "DEFAULT" if every else "NONREF"
        groups = iter(self.index.groups)
        group = self.index.groups[0]
        self._reading, self._asked, self._broken = Reading.NOTHING, False, 0
        with container:
            for packet, _ in self._packets(container, stream):
                if packet.is_keyframe:
                    group = next(groups, self.index.groups[-1])
                    yield from self._begin(context, group, plan)
                    if self._reading is Reading.KEY:
                        yield from self._glance(context, packet, group, plan)
                        continue
                if self._reading is Reading.EVERYTHING:
                    yield from self._take(context, packet, group, plan)
                if self._broken > _MAX_BROKEN:
                    break
            if self._reading is Reading.EVERYTHING:
                yield from self._drain(context)
        if self._asked and self.frames_decoded == 0:
            raise SourceInvalidError(f"{self._path.name} holds no picture that can be decoded.")

    def groups(self) -> Iterator[Packed]:
        """Yield the groups of the file, not decoded. Of what was given out the caller keeps what is wanted still."""
        container, stream = self._rewound()
        self._context = context = stream.codec_context
        context.skip_frame = "NONREF"
        self._asked, self._broken = False, 0
        waiting: Packed | None = None
        numbers = iter(self.index.groups)
        with container:
            for packet, _ in self._packets(container, stream):
                if packet.is_keyframe:
                    if waiting is not None:
                        yield waiting
                    waiting = Packed(next(numbers, self.index.groups[-1]), [])
                if waiting is not None:
                    waiting.packets.append(packet)
            if waiting is not None:
                yield waiting
        if self._asked and self.frames_decoded == 0:
            raise SourceInvalidError(f"{self._path.name} holds no picture that can be decoded.")

    def pictures(self, packed: Packed, times: Iterable[float]) -> Iterator[Sample]:
        """Yield the pictures of a group that are shown at some moments, or first after them; each once.

        Where one of a group is broken, what builds on it is left out.
        """
        wanted = sorted(times)
        context = self._context
        if context is None or not wanted:
            return
        self._asked = True
        packets = [*packed.packets, None]
        begin, decoded = self._continued(context, packed, wanted[0])
        for number in range(begin, len(packets)):
            packet = packets[number]
            for sample in self._samples(self._decode(context, packet)):
                decoded = max(decoded, sample.time)
                if not wanted or (sample.time < wanted[0] - _EARLY and packet is not None):
                    continue
                while wanted and wanted[0] <= sample.time + _EARLY:
                    wanted.pop(0)
                yield sample
            if not wanted or self._broken > _MAX_BROKEN:
                if packet is not None:
                    self._at = _Position(packed, number + 1, decoded)
                break

    def _continued(self, context: VideoCodecContext, packed: Packed, moment: float) -> tuple[int, float]:
        """Return the packet of a group to go on with for a moment, and until when it is decoded; most begin anew."""
        at, self._at = self._at, None
        if at is not None and at.packed is packed and moment - _EARLY > at.decoded:
            return at.packet, at.decoded
        context.flush_buffers()
        return 0, float("-inf")

    def _rewound(self) -> tuple[InputContainer, VideoStream]:
        """Return the file at its beginning: as it was opened for the index, where it can be wound back."""
        container, stream = self._opened
        if "mp4" not in container.format.name:
            container.close()
            return self._open()
        try:
            container.seek(0, backward=True, any_frame=False)
        except (av.error.FFmpegError, ValueError, OSError):
            container.close()
            return self._open()
        return container, stream

    def _begin(self, context: VideoCodecContext, group: Group, plan: Plan) -> Iterator[Sample]:
        before, self._reading = self._reading, plan.reading(group)
        if before is Reading.EVERYTHING and self._reading is not Reading.EVERYTHING:
            yield from self._drain(context)

    def _glance(self, context: VideoCodecContext, packet: Any, group: Group, plan: Plan) -> Iterator[Sample]:
        """Yield the first picture of a group, and go on to the rest where the plan then wants it."""
        self._asked = True
        pictures = self._decode(context, packet)
        delayed = not pictures
        yield from self._samples(pictures)
        if delayed:  # by a codec that holds pictures back until it knows their order
            yield from self._drain(context)
        if plan.continues(group):
            self._reading = Reading.EVERYTHING
            if delayed:
                self._decode(context, packet)  # again, for the pictures that build on it
        elif not delayed:
            context.flush_buffers()

    def _take(self, context: VideoCodecContext, packet: Any, group: Group, plan: Plan) -> Iterator[Sample]:
        self._asked = True
        for sample in self._samples(self._decode(context, packet)):
            yield sample
            if sample.time >= plan.last_due(group):
                # The rest of the group is of no use; the decoder begins anew with the next.
                self._reading = Reading.NOTHING
                context.flush_buffers()
                return

    def _decode(self, context: Any, packet: Any) -> list[VideoFrame]:
        """Return the pictures that a packet completes; none for one that is broken."""
        try:
            frames: list[VideoFrame] = context.decode(packet)
        except av.error.MemoryError as error:
            raise SourceInvalidError(f"{self._path.name} holds pictures too large to decode.") from error
        except (av.error.FFmpegError, ValueError, OSError) as error:
            self._broken += 1
            _LOGGER.debug("%s has a broken packet: %s", self._path.name, _reason(error))
            return []
        self._broken = 0
        return frames

    def _drain(self, context: Any) -> Iterator[Sample]:
        try:
            frames = context.decode(None)
        except (av.error.FFmpegError, ValueError, OSError):
            frames = []
        yield from self._samples(frames)
        context.flush_buffers()

    def _samples(self, frames: list[VideoFrame]) -> Iterator[Sample]:
        for frame in frames:
            self._check()
            self.frames_decoded += 1
            check_size(frame.width, frame.height)
            # Not `frame.time`: what a decoder held back until it was asked for the last has no time base in every PyAV.
            moment = 0.0 if frame.pts is None else max(0.0, self._seconds(frame.pts) - self._origin)
            yield Sample(moment, self.index.number_at(moment), frame)


def _is_told(stream: VideoStream) -> bool:
    """Return whether the header alone told what a stream is."""
    context: VideoCodecContext | None = stream.codec_context
    return context is not None and context.width > 0 and context.height > 0 and bool(stream.average_rate)


def _reason(error: BaseException) -> str:
    if isinstance(error, JobError):
        return error.message
    return str(getattr(error, "strerror", "") or str(error) or type(error).__name__)[:200]
