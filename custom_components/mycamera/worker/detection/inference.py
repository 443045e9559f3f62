"""The thread that owns the detector, and its queue: live pictures first, but recorded ones get their share.

Whoever wants persons found puts pictures in and gets a future. Nobody else touches the model.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Final

from ..downloads import Downloads
from ..failures import DetectorChangedError, InternalError, JobError, ModelInvalidError
from ..protocol.configuration import AUTO_DETECTOR, DetectorSettings
from .detections import Detections, Frame
from .detector import Detector, find_model, model_label
from .device_choice import DeviceChoice
from .gpu_priority import GpuPriority
from .model_choice import open_suitable, reconsider
from .quantization import Quantizer
from .recorded_share import RecordedShare

_LOGGER = logging.getLogger(__name__)

_MEAN_OVER: Final = 60.0
_USUAL_SIZE: Final = 640
"""Of pictures that are prepared before the detector is loaded, and tells its own size; pixels."""


class Priority(IntEnum):
    """Which request is served first."""

    STOP = 0
    CONFIGURE = 1
    LIVE = 2
    RECORDED = 3
    PREPARE = 4


@dataclass(order=True, slots=True)
class _Request:
    priority: Priority
    due: float
    """By the monotonic clock: among those of one priority the earliest is served first."""
    order: int
    frames: Sequence[Frame] = field(compare=False, default=())
    future: Future[list[Detections]] = field(compare=False, default_factory=Future)
    action: Callable[[], None] | None = field(compare=False, default=None)
    generation: int | None = field(compare=False, default=None)


class Inference:
    """The detector's thread. Futures end with a `JobError` where the detector cannot be used."""

    def __init__(self, gpu_priority: GpuPriority, downloads: Downloads | None = None) -> None:
        self._gpu_priority = gpu_priority
        self._downloads = downloads or Downloads()
        self._settings = DetectorSettings()
        self._detector: Detector | None = None
        self._problem: JobError | None = None
        self._failed: Sequence[Frame] = ()
        """The pictures that this detector failed on: it is not well before it takes these."""
        self.generation = 0
        """Goes up with each other detector: what one found does not go on with what another finds."""
        self._quantizer: Quantizer | None = None
        self._condition = threading.Condition()
        self._queue: list[_Request] = []
        self._order = itertools.count()
        self._timings: deque[tuple[float, float]] = deque(maxlen=1000)
        self._share = RecordedShare()
        self._thread = threading.Thread(target=self._run, name="detector", daemon=True)
        self._thread.start()

    @property
    def settings(self) -> DetectorSettings:
        """What the detector was last configured with, whether it is loaded yet or not."""
        return self._settings

    @property
    def label(self) -> str:
        """The name of the detector, for results."""
        detector = self._detector
        return model_label(self._settings if detector is None else detector.settings)

    @property
    def image_size(self) -> int:
        """The longer side to which the detector scales pictures down, pixels: larger ones are of no use to it."""
        detector = self._detector
        return detector.image_size if detector is not None else self._settings.image_size or _USUAL_SIZE

    @property
    def device_choice(self) -> DeviceChoice:
        """What the detector runs on; without a name while that is not known."""
        detector = self._detector
        return detector.device_choice if detector is not None else DeviceChoice("", "", 0.0)

    @property
    def mean_ms(self) -> float:
        """Mean time of one picture over the last minute, milliseconds; 0 where nothing ran."""
        since = time.monotonic() - _MEAN_OVER
        recent = [ms for when, ms in list(self._timings) if when >= since]
        return sum(recent) / len(recent) if recent else 0.0

    def stop(self) -> None:
        """End the thread after what it is doing; what still waits is never answered."""
        self._put(_Request(Priority.STOP, 0.0, next(self._order)))

    def configure(self, settings: DetectorSettings) -> Future[tuple[str, ...]]:
        """Load another detector; the future tells the names of its classes."""
        result: Future[tuple[str, ...]] = Future()
        result.set_running_or_notify_cancel()  # who waits may leave meanwhile, but nobody takes it back

        def load() -> None:
            # How often it is asked makes no other detector of it; whether one suits better is seen afterwards. Nor does
            # what its persons are told apart by.
            other = settings != replace(
                self._settings,
                detect_fps=settings.detect_fps,
                reidentification_model=settings.reidentification_model,
            )
            if other:
                self._failed = ()
                self.generation += 1
            if other or self._problem is not None:
                self._detector, self._problem = None, None
                self._stop_quantizer()
            self._settings = settings
            try:
                detector = self._ensure()
                classes = detector.classes
                if self._failed:
                    self._detect(detector, self._failed, urgent=False)
                    self._failed = ()
            except JobError as problem:
                result.set_exception(problem)
                return
            result.set_result(classes)
            # The export and the warm-up can take long: after the answer, and after everything that waits already.
            self._put(_Request(Priority.PREPARE, 0.0, next(self._order), action=self._prepare))

        self._put(_Request(Priority.CONFIGURE, 0.0, next(self._order), action=load))
        return result

    @property
    def quantizer(self) -> Quantizer | None:
        """What makes the detector more economical with time; None where nothing does."""
        return self._quantizer

    def detect(
        self, frames: Sequence[Frame], priority: Priority, *, patience: float = 0.0, generation: int | None = None
    ) -> Future[list[Detections]]:
        """Find the persons in pictures, in order. Others of this priority may go first for `patience` seconds.

        By no other detector than that of a `generation`, where one is given: the future ends with a
        `DetectorChangedError` where another is in use by then.
        """
        due = time.monotonic() + patience
        request = _Request(priority, due, next(self._order), frames, generation=generation)
        self._put(request)
        return request.future

    def _put(self, request: _Request) -> None:
        with self._condition:
            heapq.heappush(self._queue, request)
            self._condition.notify()

    def _take(self) -> list[_Request]:
        with self._condition:
            while not self._queue:
                self._condition.wait()
            first = self._recorded_instead() or heapq.heappop(self._queue)
            batch = [first]
            # Pictures of several cameras that came at the same time go through the model together. Only those of one
            # shape: others would have to be padded to squares, which costs more than it saves.
            room = self._detector.max_batch if self._detector else 1
            while (
                first.priority is Priority.LIVE
                and self._queue
                and self._queue[0].priority is Priority.LIVE
                and len(batch) < room
                and self._queue[0].frames[0].shape == first.frames[0].shape
            ):
                batch.append(heapq.heappop(self._queue))
            return batch

    def _recorded_instead(self) -> _Request | None:
        """Take a recorded picture out of the queue where it is its turn before a live one that waits."""
        if self._queue[0].priority is not Priority.LIVE or not self._share.due:
            return None
        recorded = min((each for each in self._queue if each.priority is Priority.RECORDED), default=None)
        if recorded is not None:
            self._queue.remove(recorded)
            heapq.heapify(self._queue)
        return recorded

    def _waits(self, priority: Priority) -> bool:
        with self._condition:
            return any(request.priority is priority for request in self._queue)

    def _account(self, priority: Priority, seconds: float) -> None:
        """Keep account of who had the detector while others waited for it."""
        if priority is Priority.LIVE:
            if self._waits(Priority.RECORDED):
                self._share.live_served(seconds)
        else:
            self._share.recorded_served(seconds, live_waits=self._waits(Priority.LIVE))

    def _run(self) -> None:
        while True:
            batch = self._take()
            first = batch[0]
            if first.priority is Priority.STOP:
                self._stop_quantizer()
                return
            with self._gpu_priority.claimed():
                if first.action is not None:
                    first.action()
                else:
                    self._serve(batch)

    def _ensure(self) -> Detector:
        if self._problem is not None:
            raise self._problem
        if self._detector is None:
            try:
                self._detector = self._open()
            except JobError as problem:
                self._problem = problem
                _LOGGER.warning("The detector cannot be used: %s", problem)
                raise
            except Exception as error:
                _LOGGER.exception("Loading the detector failed")
                self._problem = InternalError.of(error)
                raise self._problem from error
        return self._detector

    def _open(self) -> Detector:
        if self._settings.model == AUTO_DETECTOR:
            return open_suitable(self._settings, self._downloads)
        return Detector(self._settings, self._downloads)

    def _stop_quantizer(self) -> None:
        if self._quantizer is not None:
            self._quantizer.stop()
            self._quantizer = None

    def _learn(self, detector: Detector, frames: Sequence[Frame], found: Sequence[Detections]) -> None:
        """Let the pictures that were looked at make the detector more economical."""
        exported = detector.exported
        if exported is None:
            return
        if self._quantizer is None:

            def adopt(folder: Path) -> None:
                # On the quantiser's thread, so that nobody who waits for a picture waits for this.
                models = detector.open_all(folder)
                self._put(_Request(Priority.CONFIGURE, 0.0, next(self._order), action=lambda: detector.adopt(models)))

            self._quantizer = Quantizer(
                exported, lambda folder: detector.open_export(folder, 1), adopt, stride=detector.stride
            )
        for frame, persons in zip(frames, found, strict=True):
            self._quantizer.offer(frame, persons)

    def _prepare(self) -> None:
        try:
            detector = self._ensure()
            detector.prepare()
            self._learn(detector, (), ())
            if self._settings.model == AUTO_DETECTOR:
                self._reconsider(detector)
        except JobError:
            return  # told in the answer to the configuration, and again by every job
        except Exception:
            _LOGGER.exception("Preparing the detector failed")

    def _reconsider(self, detector: Detector) -> None:
        """Have another detector take over where it suits this machine better; nobody waits for its download."""
        name = reconsider(self._settings, detector)
        if name != detector.settings.model:
            threading.Thread(
                target=self._fetch_other, args=(detector, name), name="other detector", daemon=True
            ).start()

    def _fetch_other(self, detector: Detector, name: str) -> None:
        try:
            find_model(name, self._settings.mirror, self._downloads)
        except JobError as problem:
            _LOGGER.warning("The detector that suits better cannot be had: %s", problem)
        else:
            take_over = partial(self._take_over, detector, name)
            self._put(_Request(Priority.CONFIGURE, 0.0, next(self._order), action=take_over))

    def _take_over(self, before: Detector, name: str) -> None:
        if self._detector is not before or self._problem is not None:
            return  # there are other settings meanwhile, or it is out of use
        try:
            detector = Detector(replace(self._settings, model=name), self._downloads)
        except JobError as problem:
            _LOGGER.warning("The detector that suits better cannot be used: %s", problem)
            return
        except Exception:
            _LOGGER.exception("Loading the detector that suits better failed")
            return
        self._stop_quantizer()
        self.generation += 1
        self._detector = detector
        self._put(_Request(Priority.PREPARE, 0.0, next(self._order), action=self._prepare))

    def _detect(self, detector: Detector, frames: Sequence[Frame], *, urgent: bool) -> list[Detections]:
        """Ask the detector; one that fails on a picture is not used any more, until it is configured again."""
        try:
            return detector.detect(frames, urgent=urgent)
        except ModelInvalidError as problem:
            self._problem, self._failed = problem, frames
            raise

    def _serve(self, batch: list[_Request]) -> None:
        requests = [request for request in batch if request.future.set_running_or_notify_cancel()]
        changed = [request for request in requests if request.generation not in {None, self.generation}]
        _fail(changed, DetectorChangedError("Another detector came into use in the middle of the work."))
        requests = [request for request in requests if request not in changed]
        if not requests:
            return
        frames = [frame for request in requests for frame in request.frames]
        if not frames:
            for request in requests:
                request.future.set_result([])
            return
        try:
            detector = self._ensure()
            detector.prepare()
            started = time.monotonic()
            found = self._detect(detector, frames, urgent=requests[0].priority is Priority.LIVE)
        except JobError as problem:
            _fail(requests, problem)
            return
        except Exception as error:
            _LOGGER.exception("Asking the detector failed")
            _fail(requests, InternalError.of(error))
            return
        ended = time.monotonic()
        self._timings.append((ended, (ended - started) * 1000 / len(frames)))
        self._account(requests[0].priority, ended - started)
        position = 0
        for request in requests:
            count = len(request.frames)
            request.future.set_result(found[position : position + count])
            position += count
        self._learn(detector, frames, found)


def _fail(requests: list[_Request], problem: JobError) -> None:
    for request in requests:
        request.future.set_exception(problem)
