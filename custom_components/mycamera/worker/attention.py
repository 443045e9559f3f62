"""Attends to one camera: which of its pictures are looked at, who is in them, and what is told of it.

Results arrive on the detector's thread. A picture that would have to wait for the detector is dropped: what matters is
now. How many persons there are is told at once; appearances and what was watched go through the outbox, whose thread
encodes their pictures and keeps their order.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Final

from av.video.frame import VideoFrame

from .detection.detections import Detections
from .detection.inference import Inference, Priority
from .failures import JobError
from .outbox import Outbox
from .protocol.analysis_settings import AnalysisSettings
from .protocol.messages import WatchMessage
from .protocol.watch import MAX_PRESENT, InView, PersonInView, Presence, Watch, Watched, WatchState
from .reidentification import Reidentification
from .tracking.clothes import clothes
from .tracking.live_appearances import LiveCollector, Look, Told
from .tracking.presence import PresenceCount
from .tracking.tracker import PersonTracker, Sighting
from .tracking.zones import LiveZones
from .video.frames import check_size, gray_picture, model_picture
from .video.polygons import IgnoredParts
from .video.sampling import RECHECK_PRESENT, Sampler
from .watched_spans import WatchedSpans

_LOGGER = logging.getLogger(__name__)

_TELL_WATCHED: Final = 5.0
"""Seconds between two messages about what was watched."""
_STILL_PATIENCE: Final = 3.0
"""For so many seconds cameras in which something moves go before one in which nothing does, if they are too many."""
_EAGER_FOR: Final = 0.7
_EAGER_INTERVAL: Final = 1 / 16
_LOOKS_MISSED: Final = 2.2
"""So many looks must miss somebody before they may have left; a little more than two, for none comes to the moment."""
_LOOKS_MISSED_STILL: Final = 1.2
"""The same where nothing moves."""


def _consistent(settings: AnalysisSettings) -> AnalysisSettings:
    """Return the settings of a camera, whoever made them: nobody has left before they were looked for twice more."""
    looks = max(_LOOKS_MISSED / settings.detect_fps, _LOOKS_MISSED_STILL * RECHECK_PRESENT)
    return replace(settings, clear_time=max(settings.clear_time, looks))


class Attention:
    """What one camera shows. `now` is in seconds of a clock that never goes back, `taken` the same moment in UTC."""

    def __init__(
        self,
        request: Watch,
        inference: Inference,
        outbox: Outbox,
        now: float,
        reidentification: Reidentification | None = None,
    ) -> None:
        self.camera = request.camera
        self.looked = 0
        """Pictures that the detector was asked about."""
        self.dropped = 0
        """Pictures that were due but found the detector busy."""
        self._settings = settings = _consistent(request.settings)
        self._inference = inference
        self._reidentification = reidentification
        self._outbox = outbox
        self._state: tuple[bool, str] | None = None
        # Held while results are taken in: they come on another thread than the stream's.
        self._lock = threading.Lock()
        self._pending: Future[list[Detections]] | None = None
        self._appearances = LiveCollector(request.camera, settings)
        self._spans = WatchedSpans()
        self._told_watched = now
        self._eager_until = float("-inf")
        self._looking = False
        self._in_view = False
        """Whether anybody was in the last picture that was told of."""
        self._considered = float("-inf")
        self._begin(now)

    def restart(self, now: float) -> None:
        """Begin with a new stream. Whoever was there before may be in it still."""
        with self._lock:
            self._begin(now)
            self._pending = None

    def _begin(self, now: float) -> None:
        settings = self._settings
        self._sampler = Sampler(settings.detect_fps, settings.clear_time, ignored=IgnoredParts(settings.masks))
        self._tracker = PersonTracker(settings, 1.0 / settings.detect_fps)
        self._presence = PresenceCount(settings.clear_time)
        self._zones = LiveZones(self.camera, settings.zones, settings.clear_time)
        self._appearances.restart(now)
        self._spans.lost()

    def blind(self, message: str, now: float) -> None:
        """Take note that the stream cannot be seen, and why."""
        with self._lock:
            self._unable(message, now)

    def left_out(self, since: float, now: float) -> None:
        """Take note that pictures of the stream between these times could not be decoded, or not in time."""
        with self._lock:
            self._spans.left_out(since, now)

    def wait(self, now: float) -> None:
        """Tell of those who have left while nothing is seen."""
        with self._lock:
            self._publish(self._appearances.tick(now, self._inference.label))

    def _publish(self, told: Sequence[Told]) -> None:
        """Tell of appearances, in order and after all that was to be told before."""
        for each in told:
            if not self._outbox.put(each):
                # What cannot be told was not watched: all that was not told yet is left to the recording.
                self._spans.lost(float("-inf"))

    def _say(self, *messages: WatchMessage) -> None:
        self._outbox.say(*messages)

    def _tell_watched(self, now: float) -> None:
        """Tell what was watched since the last time. Called under the lock, so that the order is that of events."""
        self._told_watched = now
        present, model = self._appearances.present(), self._inference.label
        for since, until in self._spans.take(self._first_uncertain()):
            message = Watched(camera=self.camera, since=since, until=until, present=present, model=model)
            self._outbox.put(Told(message))

    def _first_uncertain(self) -> float | None:
        """Return since when somebody is in sight who may be told of soon, as far as pictures were judged."""
        return self._appearances.first_uncertain(self._spans.safe)

    def _tick(self, now: float) -> None:
        """Tell of those who have left, and now and then what was watched."""
        self._publish(self._appearances.tick(now, self._inference.label))
        for first, last in self._appearances.take_given_up():
            self._spans.given_up(first, last)
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

    def consider(self, frame: VideoFrame, now: float, taken: float) -> None:
        """Take a picture that came, and look for persons in it where that is worth it."""
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
            moves = self._sampler.moves(now)
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
        look = Look(frame, model_picture(frame, self._inference.image_size), now, taken)
        self.looked += 1
        tracker = self._tracker
        future = self._inference.detect([look.picture], Priority.LIVE, patience=0.0 if moves else _STILL_PATIENCE)
        self._pending = future

        def follow(done: Future[list[Detections]]) -> None:
            with self._lock:
                if tracker is self._tracker and not self._outbox.closed:
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
            portraits = self._reidentification.portraits(look.picture) if self._reidentification is not None else None
            sightings = self._tracker.update(found, look.now, aspect, partial(clothes, look.picture), portraits)
            self._judged(sightings, look.now, look.taken, aspect)
            entered = self._zones.look(sightings, look.now, aspect)
            told = self._appearances.add(sightings, look, self._inference.label, entered)
            known, appearance = self._presence.known, self._appearances.of_track
            self._say(*self._zones.tell(look.now, look.taken, known=known, appearance=appearance))
        except JobError as problem:
            self._unable(problem.message, look.now)
            return
        except Exception as error:
            _LOGGER.exception("Following persons of camera %s failed", self.camera)
            self._unable(f"Watching failed by an unexpected {type(error).__name__}.", look.now)
            return
        self._eager_until = max(self._eager_until, self._appearances.newest_uncertain + _EAGER_FOR)
        self._publish(told)

    def _unable(self, message: str, now: float) -> None:
        # Whoever had not been told of yet is left to the recording, with the time since they came.
        self._spans.lost(self._first_uncertain())
        self._tell_watched(now)
        self._announce(watching=False, message=message)

    def _judged(self, sightings: Sequence[Sighting], now: float, taken: float, aspect: float) -> None:
        """Tell how many persons there are; nothing that may take longer comes before that."""
        self._announce(watching=True)
        certain = [sighting for sighting in sightings if sighting.certain]
        persons = self._presence.update(len(certain), now)
        if persons is not None:
            level = max((sighting.level for sighting in certain), default=0.0)
            self._say(Presence(camera=self.camera, persons=persons, time=taken, confidence=level))
        if certain or self._in_view:
            self._in_view = bool(certain)
            in_view = tuple(PersonInView(track=each.track, box=each.box) for each in certain[:MAX_PRESENT])
            self._say(InView(camera=self.camera, time=taken, persons=in_view, aspect=aspect))
        self._sampler.saw(len(sightings), now)
        self._spans.judged(now, taken)
