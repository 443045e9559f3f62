"""Opens the stream of a camera and decodes its pictures as they come: what matters is now."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

import av
import av.error
from av.codec.context import Flags
from av.container import InputContainer
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from ..cancellation import Cancellation
from .frames import MAX_PIXELS

_OPEN_TIMEOUT: Final = 10.0
_READ_TIMEOUT: Final = 5.0
_MOST_LAG: Final = 1.0
_CAUGHT_UP: Final = 0.3
"""Seconds of lag, at most, with which pictures are decoded again after some were too late."""
_WAITED_FOR: Final = 0.8
"""Pictures that come in this part of the time in which they were taken, or in less, had piled up."""
_JUDGED_BY: Final = 2.0
"""Seconds of pictures by which that is judged: a busy machine may pause between two that had piled up."""
_CLOCK_SET: Final = 60.0
_DRIFT: Final = 0.0002
_MAX_BROKEN: Final = 250
_SCHEMES: Final = {
    "rtsp": "rtsp,rtp,srtp,udp,tcp,crypto",
    "rtsps": "rtsps,rtsp,rtp,srtp,udp,tcp,tls,crypto",
    "http": "http,tcp",
    "https": "https,http,tls,tcp",
    "file": "file",
}


class LiveStream:
    """One try at the stream of a camera; belongs to one thread."""

    def __init__(self, url: str, transport: str, cancellation: Cancellation, interval: float) -> None:
        """Take the address; a picture is due for a look every `interval` seconds."""
        self._url = url
        self._transport = transport
        self._cancellation = cancellation
        self._interval = interval
        self._broken = 0
        self._counted: float | None = None
        self.dropped = 0
        """Pictures that were due for a look but came too late to be decoded."""
        self.lag = 0.0
        """Seconds since the last picture was taken, when it came."""
        self.left_out = 0
        """Pictures that were not decoded, whether or not they were due: too late, or broken."""

    def frames(self) -> Iterator[VideoFrame]:
        """Yield the pictures as they come, until the stream ends or the watch is cancelled.

        Raises:
            FFmpegError, OSError, ValueError: the stream cannot be read, or not any more.
        """
        with self._open() as container:
            yield from self._frames(container)

    def _open(self) -> InputContainer:
        url = self._url
        parts = urlsplit(url)
        protocols = _SCHEMES.get(parts.scheme)
        if protocols is None:
            raise ValueError("unknown kind of address")
        options = {"protocol_whitelist": protocols}
        if parts.scheme in {"rtsp", "rtsps"}:
            # Enough to know the codec; more would only delay the first picture.
            options |= {
                "rtsp_transport": self._transport,
                "allowed_media_types": "video",
                "analyzeduration": "1500000",
                "fflags": "nobuffer",
                "reorder_queue_size": "0" if self._transport == "tcp" else "200",
            }
        path = url2pathname(parts.path) if parts.scheme == "file" else url
        return av.open(path, options=options, timeout=(_OPEN_TIMEOUT, _READ_TIMEOUT))

    def _frames(self, container: InputContainer) -> Iterator[VideoFrame]:
        if not container.streams.video:
            raise ValueError("it holds no video")
        stream = container.streams.video[0]
        context: VideoCodecContext | None = stream.codec_context  # None where no decoder knows the codec
        if context is None:
            raise ValueError("its video is of an unknown kind")
        context.options = {"max_pixels": str(MAX_PIXELS)}
        # One thread and no reordering delay: a second thread would hand out each picture one picture later.
        context.thread_count = 1
        context.flags |= Flags.low_delay
        pace = Pace() if self._url.startswith("file:") else None
        punctual = Punctuality()
        base = float(stream.time_base or 0)
        self._broken = 0
        for packet in container.demux(stream):
            if self._cancellation.requested:
                return
            if packet.size == 0:
                continue
            stamp = packet.pts * base if packet.pts is not None else None
            if pace is not None:
                self._cancellation.wait(pace.early(stamp, time.monotonic()))
            elif not punctual.admits(stamp, time.monotonic(), key=packet.is_keyframe):
                self.left_out += 1
                self._count(stamp)
                continue
            elif punctual.resumed:
                context.flush_buffers()
            self.lag = punctual.lag
            yield from self._decode(context, packet)

    def _count(self, stamp: float | None) -> None:
        """Take note of a picture that came too late."""
        if stamp is None or self._counted is None or not 0 <= stamp - self._counted < self._interval:
            self._counted = stamp
            self.dropped += 1

    def _decode(self, context: VideoCodecContext, packet: Packet[VideoStream]) -> list[VideoFrame]:
        """Return the pictures that a packet completes; a broken one is left out, but not a whole stream of them."""
        try:
            frames = context.decode(packet)
        except (av.error.FFmpegError, ValueError):
            self._broken += 1
            self.left_out += 1
            if self._broken > _MAX_BROKEN:
                raise
            return []
        self._broken = 0
        return frames


class Punctuality:
    """Leaves pictures out where the machine cannot keep up, so that those that are decoded are of now.

    A picture's lag is how much later it arrives than the most punctual one so far, by the camera's own clock. Once one
    is too late, all are left out up to one that stands for itself and is of now, or that had to be waited for: then
    nothing is left to catch up with, and a camera's clock may just run slow.
    """

    def __init__(self) -> None:
        self._best: float | None = None
        self._skipped: tuple[float, float] | None = None
        """The first picture that was left out: its time by the camera's clock, and when it came."""
        self.lag = 0.0
        """Of the last picture, in seconds."""
        self.resumed = False
        """Whether the picture admitted last is the first after some that were left out."""

    def admits(self, stamp: float | None, now: float, *, key: bool) -> bool:
        """Return whether to decode this picture; its time by the camera's clock, and now, are in seconds."""
        self.lag = 0.0 if stamp is None else self._lag(stamp, now)
        late = stamp is not None and self.lag > _MOST_LAG
        if late and stamp is not None and self._skipped is None:
            self._skipped = stamp, now
        if self._skipped is not None:
            behind = self.lag > _CAUGHT_UP and self._catches_up(stamp, now, *self._skipped)
            if behind or not key:
                return False
        self.resumed, self._skipped = self._skipped is not None, None
        if late and stamp is not None:
            self._best, self.lag = now - stamp, 0.0  # what is late now is the new measure
        return True

    @staticmethod
    def _catches_up(stamp: float | None, now: float, since_stamp: float, since: float) -> bool:
        """Return whether pictures come quicker than they were taken: they had waited for us."""
        if stamp is None or stamp < since_stamp + _JUDGED_BY:
            return True
        return now - since < _WAITED_FOR * (stamp - since_stamp)

    def _lag(self, stamp: float, now: float) -> float:
        offset = now - stamp
        if self._best is None or offset < self._best or offset - self._best > _CLOCK_SET:
            self._best = offset
        # Clocks drift apart by some milliseconds a minute; that is not lag.
        self._best += _DRIFT * (offset - self._best)
        return offset - self._best


class Pace:
    """Holds the pictures of a file back until their time, as a camera would send them."""

    def __init__(self) -> None:
        self._began: tuple[float, float] | None = None

    def early(self, stamp: float | None, now: float) -> float:
        """Return how many seconds this picture comes too early."""
        if stamp is None:
            return 0.0
        if self._began is None:
            self._began = stamp, now
        return min(5.0, max(0.0, stamp - self._began[0] - (now - self._began[1])))
