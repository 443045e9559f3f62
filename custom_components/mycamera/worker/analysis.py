"""Finds the persons in one recording: decode what is needed, look where something moves, follow, choose the best."""

from __future__ import annotations

import logging
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .appearances import AppearanceCollector
from .cancellation import Cancellation
from .decoding import Sample, VideoFile, gray_picture, model_picture
from .detections import Detections, Frame
from .inference import Inference, Priority
from .protocol import Analyze, Analyzed, Picture
from .sampling import Sampler
from .tracking import PersonTracker

_LOGGER = logging.getLogger(__name__)

MOST_RATE: Final = 2.0
"""Pictures of a recording looked at per second, at most: enough to follow whoever walks or runs."""
_AHEAD: Final = 2
_BASE_LIMIT: Final = 300.0
_LIMIT_PER_SECOND: Final = 10.0
_PROGRESS_EVERY: Final = 1.0
_LONGEST_PREFIX: Final = 48


@dataclass(slots=True)
class _Looked:
    sample: Sample
    picture: Frame
    found: Future[list[Detections]]


class FileAnalysis:
    """One `Analyze` job, run in a thread of its own."""

    def __init__(
        self,
        job: Analyze,
        path: Path,
        inference: Inference,
        cancellation: Cancellation,
        progress: Callable[[float], None],
    ) -> None:
        self._job = job
        self._path = path
        self._inference = inference
        self._cancellation = cancellation
        self._progress = progress
        rate = min(job.settings.rate, MOST_RATE)
        self._sampler = Sampler(rate, job.settings.clear_time)
        self._tracker = PersonTracker(job.settings, 1.0 / rate)
        self._collector = AppearanceCollector(job.settings)
        self._waiting: deque[_Looked] = deque()
        self._inferred = 0
        self._deadline = 0.0

    def run(self) -> tuple[Analyzed, list[Picture]]:
        """Return the result and the pictures that belong before it.

        Raises:
            JobError: the recording or the detector cannot be used, or the job was cancelled.
        """
        started = time.monotonic()
        label = self._inference.label
        self._deadline = started + _BASE_LIMIT
        video = VideoFile(self._path, self._cancellation, deadline=self._deadline)
        video.deadline = self._deadline = started + _BASE_LIMIT + _LIMIT_PER_SECOND * video.index.duration
        reported = started
        for sample in self._samples(video):
            self._look(sample)
            if time.monotonic() - reported >= _PROGRESS_EVERY:
                reported = time.monotonic()
                self._progress(min(1.0, sample.time / max(video.index.duration, 0.001)))
        while self._waiting:
            self._follow()
        # Ids of pictures begin with the job's where they stay short enough.
        prefix = self._job.job if len(self._job.job) <= _LONGEST_PREFIX else uuid.uuid4().hex
        appearances, pictures = self._collector.finish(prefix)
        index = video.index
        return (
            Analyzed(
                job=self._job.job,
                appearances=tuple(appearances),
                duration=index.duration,
                width=index.width,
                height=index.height,
                frames_decoded=video.frames_decoded,
                frames_inferred=self._inferred,
                seconds=time.monotonic() - started,
                model=label,
            ),
            pictures,
        )

    def _samples(self, video: VideoFile) -> Iterator[Sample]:
        """Yield the pictures that are worth a look for persons."""
        for sample in video.read(self._sampler):
            if self._sampler.due(sample.time) and self._sampler.wants(gray_picture(sample.frame), sample.time):
                yield sample

    def _look(self, sample: Sample) -> None:
        picture = model_picture(sample.frame, self._inference.settings.image_size)
        self._inferred += 1
        # While the detector works on this one, the next are decoded: but never many, their memory is bounded.
        self._waiting.append(_Looked(sample, picture, self._inference.detect([picture], Priority.RECORDED)))
        # What a glance shows decides whether the rest is decoded, so its result is waited for.
        ahead = 0 if self._sampler.glancing else _AHEAD
        while len(self._waiting) > ahead or (self._waiting and self._waiting[0].found.done()):
            self._follow()

    def _follow(self) -> None:
        looked = self._waiting.popleft()
        frame = looked.sample.frame
        sightings = self._tracker.update(self._await(looked.found)[0], looked.sample.time, frame.width / frame.height)
        self._sampler.saw(len(sightings), looked.sample.time)
        self._collector.add(sightings, looked.sample, looked.picture)

    def _await(self, future: Future[list[Detections]]) -> list[Detections]:
        while True:
            self._cancellation.check()
            try:
                return future.result(timeout=0.25)
            except FutureTimeout:
                continue
