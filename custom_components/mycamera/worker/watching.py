"""Watches one camera live: decodes its stream, looks where something moves, and tells who is there.

Each watch has a thread for its stream. Results arrive on the detector's thread. A picture that would have to wait for
the detector is dropped: what matters is now. How many persons there are is told at once; appearances and what was
watched go through one more thread, which encodes their pictures and keeps their order.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, Protocol
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
from .detection.detector import Detections
from .detection.inference import Inference, Priority
from .failures import JobError
from .protocol import Picture, Presence, Watch, Watched, WatchMessage, WatchState
from .redaction import redact
from .tracking.live_appearances import LiveCollector, Look, Told
from .tracking.presence import PresenceCount
from .tracking.tracker import PersonTracker, Sighting
from .tracking.zones import LiveZones
from .video.decoding import MAX_PIXELS, check_size, gray_picture, model_picture
from .video.polygons import IgnoredParts
from .video.sampling import Sampler
from .watched_spans import WatchedSpans

_LOGGER = logging.getLogger(__name__)

_OPEN_TIMEOUT: Final = 10.0
_READ_TIMEOUT: Final = 5.0
_FIRST_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 30.0
_MOST_REFUSALS: Final = 2
"""So often may a camera refuse the login before it is left in peace: more, and many lock the account."""
_REFUSED_PAUSE: Final = 3600.0
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

_TELL_WATCHED: Final = 5.0
"""Seconds between two messages about what was watched."""
_EAGER_FOR: Final = 0.7
_EAGER_INTERVAL: Final = 1 / 16
_TICK: Final = 1.0

_PICTURES: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")


class Tell(Protocol):
    """Sends messages, with nothing between them. Called from threads."""

    def __call__(self, *messages: WatchMessage | Picture) -> None:
        """Send."""


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
        self._appearances = LiveCollector(request.camera, request.settings)
        self._spans = WatchedSpans()
        self._told_watched = time.monotonic()
        self._eager_until = float("-inf")
        self._looking = False
        self._considered = float("-inf")
        self._restart()
        self._thread = threading.Thread(target=self._run, name=f"watch-{request.camera}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the watch: nothing is told any more. Its thread ends by itself, at the latest when a read times out."""
        self._cancellation.cancel()

    def _restart(self) -> None:
        """Begin with a new stream. Whoever was there before may be in it still."""
        settings = self._request.settings
        self._sampler = Sampler(settings.rate, settings.clear_time, ignored=IgnoredParts(settings.masks))
        self._tracker = PersonTracker(settings, 1.0 / settings.rate)
        self._presence = PresenceCount(settings.clear_time)
        self._zones = LiveZones(self.camera, settings.zones, settings.clear_time)
        self._appearances.restart(time.monotonic())
        self._spans.lost()

    def _say(self, *messages: WatchMessage | Picture) -> None:
        if not self._cancellation.requested:
            self._tell(*messages)

    def _publish(self, told: Sequence[Told]) -> None:
        """Tell of appearances, in order and after all that was to be told before."""
        for each in told:
            _PICTURES.submit(self._encode, each)

    def _encode(self, told: Told) -> None:
        if self._cancellation.requested:
            return
        try:
            self._say(*told.pictures(), told.message)
        except Exception:
            _LOGGER.exception("The picture of a person before camera %s could not be made", self.camera)

    def _tell_watched(self, now: float) -> None:
        """Tell what was watched since the last time. Called under the lock, so that the order is that of events."""
        self._told_watched = now
        present, model = self._appearances.present(), self._inference.label
        for since, until in self._spans.take(self._appearances.first_uncertain(now)):
            message = Watched(camera=self.camera, since=since, until=until, present=present, model=model)
            _PICTURES.submit(self._say, message)

    def _tick(self, now: float) -> None:
        """Tell of those who have left, and now and then what was watched."""
        self._publish(self._appearances.tick(now, self._inference.label))
        if now - self._told_watched >= _TELL_WATCHED:
            self._tell_watched(now)

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
        refusals = 0
        while not self._cancellation.requested:
            started = time.monotonic()
            refused = False
            try:
                self._watch()
                reason = "The stream ended."
            except JobError as error:
                reason = error.message
            except (av.error.HTTPUnauthorizedError, av.error.HTTPForbiddenError):
                refused = True
                reason = "The camera refuses this username and password."
            except (av.error.FFmpegError, OSError, ValueError, UnicodeError) as error:
                reason = f"The stream cannot be read: {_reason(error)}."
            except Exception as error:
                _LOGGER.exception("Watching camera %s failed", self.camera)
                reason = f"Watching failed by an unexpected {type(error).__name__}."
            if self._cancellation.wait(0.0):
                return
            with self._lock:
                self._announce(watching=False, message=redact(reason))
                self._spans.lost()
                self._tell_watched(time.monotonic())
            pause = _FIRST_PAUSE if time.monotonic() - started > _STEADY else min(pause * 2, _LONGEST_PAUSE)
            refusals = refusals + 1 if refused else 0
            self._wait(_REFUSED_PAUSE if refusals >= _MOST_REFUSALS else pause)

    def _wait(self, pause: float) -> None:
        """Wait for the next try; those who were there before leave meanwhile."""
        until = time.monotonic() + pause
        while (left := until - time.monotonic()) > 0 and not self._cancellation.wait(min(left, _TICK)):
            with self._lock:
                self._publish(self._appearances.tick(time.monotonic(), self._inference.label))

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
        now, taken = time.monotonic(), time.time()
        with self._lock:
            self._spans.arrived(now, taken)
            self._tick(now)
        if not self._due(now):
            return
        check_size(frame.width, frame.height)
        gray = gray_picture(frame)
        with self._lock:
            pending = self._pending
            wanted = self._sampler.wants(gray, now)
            if wanted and not self._looking:
                self._eager_until = now + _EAGER_FOR  # something begins: it is soon known what
            self._looking = wanted
            self._considered = now
            busy = pending is not None and not pending.done()
            if wanted and busy:
                self._spans.missed(now)
            elif wanted:
                self._spans.looked(now)
        if not wanted:
            return
        if busy:
            self.dropped += 1
            return
        look = Look(frame, model_picture(frame, self._inference.settings.image_size), now, taken)
        tracker = self._tracker
        future = self._inference.detect([look.picture], Priority.LIVE)
        self._pending = future

        def follow(done: Future[list[Detections]]) -> None:
            with self._lock:
                if tracker is self._tracker and not self._cancellation.requested:
                    self._follow(done, look)

        future.add_done_callback(follow)

    def _due(self, now: float) -> bool:
        """Return whether to consider the picture of now: by the rate, or sooner while somebody may have come."""
        if self._sampler.due(now):
            return True
        return now < self._eager_until and now - self._considered >= _EAGER_INTERVAL - 0.01

    def _follow(self, done: Future[list[Detections]], look: Look) -> None:
        """Take in what the detector found. Runs on the detector's thread, so an error here must not leave."""
        try:
            found = done.result()[0]
            aspect = look.frame.width / look.frame.height
            sightings = self._tracker.update(found, look.now, aspect)
            self._judged(sightings, look.now, look.taken)
            entered = self._zones.look(sightings, look.now, aspect)
            told = self._appearances.add(sightings, look, self._inference.label, entered)
            known, appearance = self._presence.known, self._appearances.of_track
            self._say(*self._zones.tell(look.now, look.taken, known=known, appearance=appearance))
        except JobError as problem:
            self._unable(problem.message)
            return
        except Exception as error:
            _LOGGER.exception("Following persons of camera %s failed", self.camera)
            self._unable(f"Watching failed by an unexpected {type(error).__name__}.")
            return
        self._eager_until = max(self._eager_until, self._appearances.newest_uncertain + _EAGER_FOR)
        self._publish(told)

    def _unable(self, message: str) -> None:
        self._spans.lost()
        self._tell_watched(time.monotonic())
        self._announce(watching=False, message=message)

    def _judged(self, sightings: Sequence[Sighting], now: float, taken: float) -> None:
        """Tell how many persons there are; nothing that may take longer comes before that."""
        self._announce(watching=True)
        certain = [sighting for sighting in sightings if sighting.certain]
        persons = self._presence.update(len(certain), now)
        if persons is not None:
            level = max((sighting.level for sighting in certain), default=0.0)
            self._say(Presence(camera=self.camera, persons=persons, time=taken, confidence=level))
        self._sampler.saw(len(sightings), now)
        self._spans.judged(now, taken)


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
