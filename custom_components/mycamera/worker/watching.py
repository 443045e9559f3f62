"""Watches one camera live: decodes its stream, looks where something moves, and tells how many persons there are.

Each watch has a thread for its stream. Results arrive on the detector's thread. A picture that would have to wait for
the detector is dropped: what matters is now.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
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

from .cancellation import Cancellation
from .decoding import MAX_PIXELS, check_size, gray_picture, model_picture
from .detector import Detections
from .failures import JobError
from .inference import Inference, Priority
from .polygons import IgnoredParts
from .presence import PresenceCount
from .protocol import Presence, Watch, WatchState, ZoneEvent, ZonePresence
from .redaction import redact
from .sampling import Sampler
from .tracking import PersonTracker
from .zones import LiveZones

_LOGGER = logging.getLogger(__name__)

_OPEN_TIMEOUT: Final = 10.0
_READ_TIMEOUT: Final = 5.0
_FIRST_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 30.0
_STEADY: Final = 20.0
"""A stream that was seen for this long was a good one: after it, the first try comes quickly again."""
_MOST_LAG: Final = 1.0
_CLOCK_SET: Final = 60.0
_DRIFT: Final = 0.0005
_MAX_BROKEN: Final = 250
_SCHEMES: Final = {
    "rtsp": "rtsp,rtp,srtp,udp,tcp,crypto",
    "rtsps": "rtsps,rtsp,rtp,srtp,udp,tcp,tls,crypto",
    "http": "http,tcp",
    "https": "https,http,tls,tcp",
    "file": "file",
}

type Told = WatchState | Presence | ZonePresence | ZoneEvent
type Tell = Callable[[Told], None]


class LiveWatch:
    """The live watch of one camera, from construction until `stop`. `tell` is called from threads of its own."""

    def __init__(self, request: Watch, inference: Inference, tell: Tell) -> None:
        self.camera = request.camera
        self.dropped = 0
        """Pictures that were due but had to be left out, since the start."""
        self._request = request
        self._inference = inference
        self._tell = tell
        self._cancellation = Cancellation()
        self._state: tuple[bool, str] | None = None
        # Held while results are taken in: they come on another thread than the stream's.
        self._lock = threading.Lock()
        self._broken = 0
        self._pending: Future[list[Detections]] | None = None
        self._restart()
        self._thread = threading.Thread(target=self._run, name=f"watch-{request.camera}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the watch: nothing is told any more. Its thread ends by itself, at the latest when a read times out."""
        self._cancellation.cancel()

    def _restart(self) -> None:
        """Forget whom the stream showed before."""
        settings = self._request.settings
        self._sampler = Sampler(settings.rate, settings.clear_time, IgnoredParts(settings.masks))
        self._tracker = PersonTracker(settings, 1.0 / settings.rate)
        self._presence = PresenceCount(settings.clear_time)
        self._zones = LiveZones(self.camera, settings.zones, settings.clear_time)

    def _say(self, message: Told) -> None:
        if not self._cancellation.requested:
            self._tell(message)

    def _announce(self, watching: bool, message: str = "") -> None:
        """Tell whether the camera is seen, once for each change."""
        if self._state == (watching, message):
            return
        before, self._state = self._state, (watching, message)
        if before is None or before[0] != watching:
            _LOGGER.info("Camera %s: %s", self.camera, "watching" if watching else message)
        self._say(WatchState(camera=self.camera, watching=watching, message=message[:1000]))

    def _run(self) -> None:
        pause = _FIRST_PAUSE
        while not self._cancellation.requested:
            started = time.monotonic()
            try:
                self._watch()
                reason = "The stream ended."
            except JobError as error:
                reason = error.message
            except (av.error.FFmpegError, OSError, ValueError, UnicodeError) as error:
                reason = f"The stream cannot be read: {_reason(error)}."
            except Exception as error:
                _LOGGER.exception("Watching camera %s failed", self.camera)
                reason = f"Watching failed by an unexpected {type(error).__name__}."
            if self._cancellation.wait(0.0):
                return
            with self._lock:
                self._announce(watching=False, message=redact(reason))
            pause = _FIRST_PAUSE if time.monotonic() - started > _STEADY else min(pause * 2, _LONGEST_PAUSE)
            self._cancellation.wait(pause)

    def _watch(self) -> None:
        with self._lock:
            self._restart()
            self._pending = None
        with self._open() as container:
            for frame in self._frames(container):
                self._consider(frame)

    def _open(self) -> InputContainer:
        url = self._request.url
        parts = urlsplit(url)
        protocols = _SCHEMES.get(parts.scheme)
        if protocols is None:
            raise ValueError("unknown kind of address")
        options = {"protocol_whitelist": protocols}
        if parts.scheme in {"rtsp", "rtsps"}:
            # Enough to know the codec; more would only delay the first picture.
            options |= {
                "rtsp_transport": self._request.transport,
                "allowed_media_types": "video",
                "analyzeduration": "1500000",
                "fflags": "nobuffer",
                "reorder_queue_size": "0" if self._request.transport == "tcp" else "200",
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
        pace = _Pace() if self._request.url.startswith("file:") else None
        punctual = _Punctuality()
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
                self.dropped += 1
                continue
            elif punctual.resumed:
                context.flush_buffers()
            yield from self._decode(context, packet)

    def _decode(self, context: VideoCodecContext, packet: Packet[VideoStream]) -> list[VideoFrame]:
        """Return the pictures that a packet completes; a broken one is left out, but not a whole stream of them."""
        try:
            frames = context.decode(packet)
        except (av.error.FFmpegError, ValueError):
            self._broken += 1
            if self._broken > _MAX_BROKEN:
                raise
            return []
        self._broken = 0
        return frames

    def _consider(self, frame: VideoFrame) -> None:
        now = time.monotonic()
        if not self._sampler.due(now):
            return
        check_size(frame.width, frame.height)
        gray = gray_picture(frame)
        with self._lock:
            pending, sampler = self._pending, self._sampler
            if not sampler.wants(gray, now):
                return
        if pending is not None and not pending.done():
            self.dropped += 1
            return
        picture = model_picture(frame, self._inference.settings.image_size)
        aspect, taken = frame.width / frame.height, time.time()
        tracker = self._tracker
        future = self._inference.detect([picture], Priority.LIVE)
        self._pending = future

        def follow(done: Future[list[Detections]]) -> None:
            with self._lock:
                if tracker is self._tracker and not self._cancellation.requested:
                    self._follow(done, now, taken, aspect)

        future.add_done_callback(follow)

    def _follow(self, done: Future[list[Detections]], now: float, taken: float, aspect: float) -> None:
        """Take in what the detector found. Runs on the detector's thread, so an error here must not leave."""
        try:
            found = done.result()[0]
            sightings = self._tracker.update(found, now, aspect)
        except JobError as problem:
            self._announce(watching=False, message=problem.message)
            return
        except Exception as error:
            _LOGGER.exception("Following persons of camera %s failed", self.camera)
            self._announce(watching=False, message=f"Watching failed by an unexpected {type(error).__name__}.")
            return
        self._announce(watching=True)
        certain = [sighting.score for sighting in sightings if sighting.certain]
        persons = self._presence.update(len(certain), now)
        self._sampler.saw(len(sightings), now)
        if persons is not None:
            self._say(Presence(camera=self.camera, persons=persons, time=taken, confidence=max(certain, default=0.0)))
        known = self._presence.known
        for message in self._zones.update(sightings, now=now, taken=taken, aspect=aspect, known=known):
            self._say(message)


class _Punctuality:
    """Leaves pictures out where the machine cannot keep up, so that those that are decoded are of now.

    A picture's lag is how much later it arrives than the most punctual one so far, by the camera's own clock. Once one
    is too late, all are left out up to the next that stands for itself.
    """

    def __init__(self) -> None:
        self._best: float | None = None
        self._skipping = False
        self.resumed = False
        """Whether the picture admitted last is the first after some that were left out."""

    def admits(self, stamp: float | None, now: float, *, key: bool) -> bool:
        """Return whether to decode this picture; its time by the camera's clock, and now, are in seconds."""
        if stamp is not None and self._lag(stamp, now) > _MOST_LAG:
            self._skipping = True
        if self._skipping and not key:
            return False
        self.resumed, self._skipping = self._skipping, False
        if self.resumed:
            self._best = None  # what is late now is the new measure: a camera's clock may just run slow
        return True

    def _lag(self, stamp: float, now: float) -> float:
        offset = now - stamp
        if self._best is None or offset < self._best or offset - self._best > _CLOCK_SET:
            self._best = offset
        # Clocks drift apart by some milliseconds a minute; that is not lag.
        self._best += _DRIFT * (offset - self._best)
        return offset - self._best


class _Pace:
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


def _reason(error: BaseException) -> str:
    return str(getattr(error, "strerror", "") or str(error) or type(error).__name__)[:300].rstrip(".")
