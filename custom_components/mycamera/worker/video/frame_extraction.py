"""Takes pictures of persons out of a recording, where a watch of another, smaller stream has seen them.

The streams of one camera may not run quite in step: their pictures come by some hundred milliseconds earlier or later,
and whoever walks is elsewhere by then. The frame of the very moment is looked at first; where nobody is at the place,
persons are looked for in a few frames around it, and that is taken in which somebody is where the watch saw them.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..cancellation import Cancellation, result_of
from ..detection.detections import Detections, Frame
from ..detection.inference import Inference, Priority
from ..protocol.pictures import Picture
from ..protocol.recordings import ExtractedFrame, ExtractFrames, FramesExtracted, Moment
from ..protocol.values import Box
from ..tracking.appearances import Held, quality
from ..tracking.identity import within
from ..tracking.tracker import Sighting
from .decoding import Reading, Sample, VideoFile
from .frames import model_picture
from .pictures import encode_jpeg, thumbnail
from .video_index import Group

AROUND: Final = 0.5
"""Seconds before and after a moment within which a person is looked for."""
STEP: Final = 0.2
"""Seconds between two looks: whoever walks moves by a third of their width."""
_EARLY: Final = 0.03
_FARTHEST: Final = 0.5
"""Somebody found this far from where they are looked for, in heights, is surely somebody else."""
_LEAST_NEAR: Final = 0.3
_SURELY_NEAR: Final = 0.8
"""As near as this is in step: there is no better frame to look for."""
_LIMIT: Final = 180.0
_LONGEST_PREFIX: Final = 48


class _Windows:
    """Has only what is around the moments decoded (see decoding.Plan)."""

    def __init__(self, moments: Sequence[Moment], around: float) -> None:
        self._spans = [(moment.time - around, moment.time + around) for moment in moments]

    def reading(self, group: Group) -> Reading:
        """Return how much of a group to decode."""
        return Reading.EVERYTHING if self._within(group) else Reading.NOTHING

    def continues(self, group: Group) -> bool:
        """Return whether the rest of a group is wanted too; groups are decoded as a whole, or not at all."""
        return bool(self._within(group))

    def last_due(self, group: Group) -> float:
        """Return the time after which nothing of this group is wanted any more."""
        return max((until for _, until in self._within(group)), default=float("-inf"))

    def _within(self, group: Group) -> list[tuple[float, float]]:
        return [span for span in self._spans if span[0] < group.end and group.start <= span[1]]


@dataclass(slots=True)
class _Best:
    """The best frame of one moment by now."""

    nearness: float
    worth: float
    held: Held
    box: Box
    score: float


class FrameExtraction:
    """One `ExtractFrames` job, run in a thread of its own."""

    def __init__(self, job: ExtractFrames, path: Path, inference: Inference, cancellation: Cancellation) -> None:
        self._job = job
        self._path = path
        self._inference = inference
        self._cancellation = cancellation
        # Ids of pictures begin with the job's where they stay short enough.
        self._prefix = job.job if len(job.job) <= _LONGEST_PREFIX else uuid.uuid4().hex
        self._best: dict[str, _Best] = {}
        self._looked = float("-inf")
        self._decoded = 0
        self._inferred = 0
        self._taken: list[ExtractedFrame] = []
        self._pictures: list[Picture] = []

    def run(self) -> tuple[FramesExtracted, list[Picture]]:
        """Return the result and the pictures that belong before it.

        Raises:
            JobError: the recording or the detector cannot be used, or the job was cancelled.
        """
        started = time.monotonic()
        worked = time.thread_time()
        video = self._open(worked)
        index = video.index
        pixels = index.width * index.height
        wanted: list[Moment] = []
        for moment in sorted(self._job.moments, key=lambda each: each.time):
            if pixels > moment.width * moment.height:
                wanted.append(moment)
                continue
            frame = index.number_at(moment.time)
            self._taken.append(ExtractedFrame(moment=moment.id, frame=frame, time=index.times[frame], box=moment.box))
        interval = index.duration / len(index.times)
        if wanted and (left := self._pass(video, wanted, interval / 2 + 0.001, 0.0, _SURELY_NEAR)):
            self._pass(self._open(worked), left, AROUND, STEP, _LEAST_NEAR)
        return (
            FramesExtracted(
                job=self._job.job,
                pictures=tuple(self._taken),
                width=index.width,
                height=index.height,
                frames_decoded=self._decoded,
                frames_inferred=self._inferred,
                seconds=time.monotonic() - started,
            ),
            self._pictures,
        )

    def _open(self, worked: float) -> VideoFile:
        return VideoFile(self._path, self._cancellation, deadline=worked + _LIMIT)

    def _pass(
        self, video: VideoFile, moments: Sequence[Moment], around: float, step: float, least: float
    ) -> list[Moment]:
        """Look around moments every `step` seconds; return those of which nobody at least so near was found."""
        self._looked = float("-inf")
        waiting, left = list(moments), []
        for sample in video.read(_Windows(moments, around), every=True):
            while waiting and waiting[0].time + around < sample.time:
                left += self._finish(waiting.pop(0), least)
            near = [moment for moment in waiting if abs(sample.time - moment.time) <= around]
            if near and sample.time >= self._looked + step - _EARLY:
                self._look(sample, near)
        for moment in waiting:
            left += self._finish(moment, least)
        self._decoded += video.frames_decoded
        return left

    def _look(self, sample: Sample, near: Sequence[Moment]) -> None:
        """Look for persons in a frame."""
        self._looked = sample.time
        self._inferred += 1
        picture = model_picture(sample.frame, self._inference.image_size)
        request = self._inference.detect([picture], Priority.RECORDED)
        found = result_of(request, self._cancellation)[0].at_least(self._job.min_score)
        held = Held(sample)
        for moment in near:
            best = _best_of(found, moment.box, picture, held)
            if best is not None and (moment.id not in self._best or best.worth > self._best[moment.id].worth):
                self._best[moment.id] = best

    def _finish(self, moment: Moment, least: float) -> list[Moment]:
        """Take the pictures of a moment of which everything was seen, or return it for another look."""
        best = self._best.pop(moment.id, None)
        if best is None or best.nearness < least:
            return [moment]
        self._take(moment, best)
        return []

    def _take(self, moment: Moment, best: _Best) -> None:
        """Keep the pictures and let go of the frame."""
        name = f"{self._prefix}.{len(self._taken)}"
        small = encode_jpeg(thumbnail(best.held.picture(), best.box))
        self._pictures += [Picture(id=name, jpeg=best.held.jpeg()), Picture(id=f"{name}t", jpeg=small)]
        self._taken.append(
            ExtractedFrame(
                moment=moment.id,
                frame=best.held.number,
                time=best.held.time,
                box=best.box,
                confidence=best.score,
                snapshot=name,
                thumbnail=f"{name}t",
            )
        )


def _best_of(found: Detections, wanted: Box, picture: Frame, held: Held) -> _Best | None:
    """Return whom of those found in a frame the watch has seen; None where nobody is where it saw somebody."""
    aspect = picture.shape[1] / picture.shape[0]
    boxes = [_clipped(box) for box in found.boxes.tolist()]
    near = [(_nearness(wanted, box, aspect), number) for number, box in enumerate(boxes)]
    nearness, number = max(near, default=(0.0, 0))
    if nearness < _LEAST_NEAR:
        return None
    score = min(1.0, float(found.scores[number]))
    shared = min(1.0, sum(within(boxes[number], box) for other, box in enumerate(boxes) if other != number))
    sighting = Sighting(0, held.time, boxes[number], score, certain=True, shared=shared)
    # Being where the watch saw the person counts most; among frames in which somebody stands still, the best decides.
    return _Best(nearness, nearness**2 * quality(sighting, picture), held, boxes[number], score)


def _clipped(box: Sequence[float]) -> Box:
    left, top, right, bottom = (min(1.0, max(0.0, edge)) for edge in box)
    return left, top, right, bottom


def _nearness(wanted: Box, found: Box, aspect: float) -> float:
    """Return how near two boxes of like height are to each other, from 1 for the same to 0."""
    tall, tall_found = wanted[3] - wanted[1], found[3] - found[1]
    if min(tall, tall_found) <= 0:
        return 0.0
    across = (found[0] + found[2] - wanted[0] - wanted[2]) / 2 * aspect
    down = (found[1] + found[3] - wanted[1] - wanted[3]) / 2
    apart = float((across * across + down * down) ** 0.5) / max(tall, tall_found)
    alike = min(tall, tall_found) / max(tall, tall_found)
    return alike * max(0.0, 1.0 - apart / _FARTHEST)
