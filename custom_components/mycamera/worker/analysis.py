"""Finds the persons in one recording: decode what is needed, look where something moves, follow, choose the best."""

from __future__ import annotations

import math
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from .cancellation import Cancellation, result_of
from .detection.inference import Inference, Priority
from .protocol import Analyze, Analyzed, Picture
from .tracking.appearances import AppearanceCollector
from .tracking.tracker import PersonTracker, Sighting
from .video.decoding import Sample, VideoFile, gray_picture, model_picture
from .video.motion import MotionGate
from .video.optical_flow import velocities
from .video.planning import FilePlan, Use
from .video.polygons import IgnoredParts

MOST_RATE: Final = 2.0
"""Pictures of a recording looked at per second, at most: enough to follow whoever walks or runs."""
_APART: Final = 0.9
"""Two sightings this far apart, seconds, are as good as three close ones."""
_BASE_LIMIT: Final = 300.0
_LIMIT_PER_SECOND: Final = 10.0
_PROGRESS_EVERY: Final = 1.0
_LONGEST_PREFIX: Final = 48


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
        self._rate = rate
        self._tracker = PersonTracker(job.settings, 1.0 / rate, apart=_APART)
        self._collector = AppearanceCollector(job.settings)
        self._seen: tuple[Sample, Sequence[Sighting]] | None = None
        """The picture that was looked at last, and who was in it."""
        self._inferred = 0

    def run(self) -> tuple[Analyzed, list[Picture]]:
        """Return the result and the pictures that belong before it.

        Raises:
            JobError: the recording or the detector cannot be used, or the job was cancelled.
        """
        started = time.monotonic()
        label = self._inference.label
        video = VideoFile(self._path, self._cancellation, deadline=started + _BASE_LIMIT)
        index = video.index
        video.deadline = started + _BASE_LIMIT + _LIMIT_PER_SECOND * index.duration
        plan = FilePlan(
            index.groups,
            index.width * index.height,
            gate=MotionGate(IgnoredParts(self._job.settings.masks)),
            rate=self._rate,
            clear_time=self._job.settings.clear_time,
            ranges=self._job.ranges,
        )
        reported = started
        for sample in video.read(plan):
            match plan.use(sample.time):
                case Use.LOOK:
                    if plan.wants(gray_picture(sample.frame), sample.time):
                        self._look(sample, plan)
                case Use.FLOW:
                    plan.flowed()
                    self._measure_speed(sample)
                case Use.NOTHING:
                    pass
            if time.monotonic() - reported >= _PROGRESS_EVERY:
                reported = time.monotonic()
                self._progress(min(1.0, sample.time / max(index.duration, 0.001)))
        # Ids of pictures begin with the job's where they stay short enough.
        prefix = self._job.job if len(self._job.job) <= _LONGEST_PREFIX else uuid.uuid4().hex
        appearances, pictures = self._collector.finish(prefix)
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

    def _look(self, sample: Sample, plan: FilePlan) -> None:
        """Look for persons in a picture. What it shows decides what is decoded next, so its result is waited for."""
        frame = sample.frame
        picture = model_picture(frame, self._inference.settings.image_size)
        self._inferred += 1
        found = result_of(self._inference.detect([picture], Priority.RECORDED), self._cancellation)[0]
        sightings = self._tracker.update(found, sample.time, frame.width / frame.height)
        self._collector.add(sightings, sample, picture)
        self._seen = sample, sightings
        plan.saw(sample.time, persons=len(sightings), new=sum(not sighting.certain for sighting in sightings))

    def _measure_speed(self, sample: Sample) -> None:
        """Tell the tracker how fast everybody is: the next look comes when they are elsewhere."""
        if self._seen is None or not self._seen[1]:
            return
        before, sightings = self._seen
        boxes = np.asarray([sighting.box for sighting in sightings], np.float32)
        measured = velocities(before.frame, sample.frame, sample.time - before.time, boxes)
        speeds = {
            sighting.track: (float(x), float(y))
            for sighting, (x, y) in zip(sightings, measured, strict=True)
            if not math.isnan(x)
        }
        self._tracker.steer(speeds, sample.frame.width / sample.frame.height)
