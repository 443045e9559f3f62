"""Finds the persons in one recording: decodes and looks where it is worth it, follows everybody, chooses the best."""

from __future__ import annotations

import math
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np

from .cancellation import Cancellation, result_of
from .detection.detections import Detections, Frame
from .detection.inference import Inference, Priority
from .protocol.pictures import Picture
from .protocol.recordings import Analyze, Analyzed
from .protocol.values import Box
from .reidentification import Reidentification
from .tracking.appearances import AppearanceCollector
from .tracking.clothes import clothes
from .tracking.identity import as_tall, heights_apart, within
from .tracking.tracker import PersonTracker, Sighting
from .video.decoding import Sample, VideoFile
from .video.frames import gray_picture, model_picture
from .video.motion import MotionGate
from .video.optical_flow import velocities
from .video.planning import CLOSE_STEP, FLOW_AFTER, RECHECK, RUN_STEP, FilePlan
from .video.polygons import IgnoredParts
from .video.video_index import Packed

MOST_DETECT_FPS: Final = 1 / CLOSE_STEP
"""Pictures of a recording looked at per second, at most: enough to follow whoever walks or runs."""
_SURE: Final = 0.75
"""The part of the camera's minimum from which on somebody may be there."""
_ENOUGH: Final = 1.15
_REACH: Final = 0.4
_WALK: Final = 1.0
"""How far, in heights, somebody may be from where they were: at once, and for each second since."""
_CROWDED: Final = 1.2
"""Heights within which two may be taken for one another by the next picture."""
_STAYS: Final = 0.85
"""The part of each of two boxes that lies in the other, from which on somebody stands where they stood."""
_APART: Final = 0.9
"""Two sightings this far apart, seconds, are as good as three close ones."""
_BASE_LIMIT: Final = 300.0
_LIMIT_PER_SECOND: Final = 10.0
_LONGEST_PREFIX: Final = 48


class FileAnalysis:
    """One `Analyze` job, run in a thread of its own."""

    def __init__(
        self,
        job: Analyze,
        path: Path,
        inference: Inference,
        cancellation: Cancellation,
        reidentification: Reidentification | None = None,
    ) -> None:
        self._job = job
        self._path = path
        self._inference = inference
        self._cancellation = cancellation
        self._reidentification = reidentification
        self._detect_fps = min(job.settings.detect_fps, MOST_DETECT_FPS)
        self._tracker = PersonTracker(job.settings, 1.0 / self._detect_fps, apart=_APART)
        self._collector = AppearanceCollector(job.settings)
        self._seen: Sequence[Sighting] = ()
        """Who was in the picture that was looked at last."""
        self._last: _Look | None = None
        self._passed: list[Packed] = []
        """The groups since that picture, with its own."""
        self._inferred = 0
        self._generation = inference.generation

    def run(self) -> tuple[Analyzed, list[Picture]]:
        """Return the result and the pictures that belong before it.

        Raises:
            DetectorChangedError: another detector came into use meanwhile; a new analysis has it from the beginning.
            JobError: the recording or the detector cannot be used, or the job was cancelled.
        """
        started = time.monotonic()
        label = self._inference.label
        worked = time.thread_time()
        video = VideoFile(self._path, self._cancellation, deadline=worked + _BASE_LIMIT)
        index = video.index
        video.deadline = worked + _BASE_LIMIT + _LIMIT_PER_SECOND * index.duration
        self._plan = plan = FilePlan(
            index.groups,
            index.width * index.height,
            gate=MotionGate(IgnoredParts(self._job.settings.masks)),
            detect_fps=self._detect_fps,
            clear_time=self._job.settings.clear_time,
            ranges=self._job.ranges,
        )
        for packed in video.groups():
            first = plan.first(packed.group)
            if first is not None:
                self._station(video, packed, [first])
            self._station(video, packed, plan.rest(packed.group))
            since = packed.group.start - RECHECK  # of a part that is not wanted nothing is kept
            self._passed = [*(one for one in self._passed if one.group.end > since), packed]
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

    def _station(self, video: VideoFile, packed: Packed, moments: Sequence[float]) -> None:
        """Take in the pictures of some moments of a group, and what happened before each."""
        for moment in moments:
            last = self._last
            within = last is not None and last.sample.time >= packed.group.start
            # What lies between two pictures of a group is taken along, so that a long one is decoded once.
            along = self._between([packed], last.sample.time, moment) if last is not None and within else []
            samples = list(video.pictures(packed, [*along, moment]))
            if not samples or (last is not None and samples[-1].time <= last.sample.time):
                continue  # where there is one picture in seconds, two moments may have the same
            look = self._compare(samples[-1])
            if last is not None and within:
                self._settle(samples[:-1], last, look, [packed])
            elif last is not None and self._differ(last, look, self._passed):
                along = self._between(self._passed, last.sample.time, look.sample.time)
                before = [sample for each in self._passed for sample in video.pictures(each, _within(each, along))]
                self._settle(before, last, look, self._passed)
            self._take(look)
            self._measure_speed(video, packed, look)
            self._last = look
            self._passed = []

    def _between(self, groups: Sequence[Packed], since: float, until: float) -> list[float]:
        """Return the moments between two that can be looked at, of some groups."""
        return self._plan.between(groups[0].group.start, groups[-1].group.end, since, until) if groups else []

    def _compare(self, sample: Sample) -> _Look:
        """Compare a picture with those before, and look for persons in it where something moves or somebody is."""
        if not self._plan.wants(gray_picture(sample.frame), sample.time):
            # Nothing moves, and did not before: whoever was there stands there still.
            return _Look(sample, known=tuple(self._last.persons) if self._last is not None else ())
        look = self._look(sample)
        self._plan.saw(len(look.persons))
        return look

    def _look(self, sample: Sample) -> _Look:
        """Look for persons in a picture. What it shows decides what is decoded next, so its result is waited for."""
        picture = model_picture(sample.frame, self._inference.image_size)
        self._inferred += 1
        asked = self._inference.detect([picture], Priority.RECORDED, generation=self._generation)
        found = result_of(asked, self._cancellation)[0]
        return _Look(sample, picture, found, self._job.settings.min_score)

    def _differ(self, one: _Look, other: _Look, groups: Sequence[Packed]) -> bool:
        """Return whether what happened between two pictures is still to be looked at; it is in some groups."""
        since, until = one.sample.time, other.sample.time
        may = any(self._plan.may_differ(packed.group, since, until) for packed in groups)
        return may or one.needs_more(other, self._aspect(one))

    def _settle(self, samples: Sequence[Sample], one: _Look, other: _Look, groups: Sequence[Packed]) -> None:
        """Look between two pictures until it is told when everybody came, left, and passed whom."""
        since, until = one.sample.time, other.sample.time
        inside = [sample for sample in samples if since < sample.time < until]
        if not inside or not self._differ(one, other, groups):
            return
        usual = [sample for sample in samples[1::2] if since < sample.time < until]
        middle = self._look(min(usual or inside, key=lambda sample: abs(sample.time - (since + until) / 2)))
        self._settle(samples, one, middle, groups)
        self._take(middle)
        self._settle(samples, middle, other, groups)

    @staticmethod
    def _aspect(look: _Look) -> float:
        return look.sample.frame.width / look.sample.frame.height

    def _take(self, look: _Look) -> None:
        """Follow everybody through a picture that was looked at; pictures come in the order of their time."""
        self._seen = ()
        if look.picture is None or look.found is None:
            return
        dress = partial(clothes, look.picture)
        portraits = self._reidentification.portraits(look.picture) if self._reidentification is not None else None
        sightings = self._tracker.update(look.found, look.sample.time, self._aspect(look), dress, portraits)
        self._collector.add(sightings, look.sample, look.picture)
        self._seen = sightings

    def _measure_speed(self, video: VideoFile, packed: Packed, look: _Look) -> None:
        """Tell the tracker how fast everybody is: the next look comes when they are elsewhere."""
        if not self._seen or not self._plan.moving:
            return
        after = list(video.pictures(packed, [look.sample.time + FLOW_AFTER]))
        if not after or after[0].time <= look.sample.time:
            return
        boxes = np.asarray([sighting.box for sighting in self._seen], np.float32)
        measured = velocities(look.sample.frame, after[0].frame, after[0].time - look.sample.time, boxes)
        speeds = {
            sighting.track: (float(x), float(y))
            for sighting, (x, y) in zip(self._seen, measured, strict=True)
            if not math.isnan(x)
        }
        self._tracker.steer(speeds, self._aspect(look))


@dataclass(slots=True)
class _Look:
    """A picture that was compared and, where it was worth it, looked at."""

    sample: Sample
    picture: Frame | None = None
    found: Detections | None = None
    min_score: float = 1.0
    known: tuple[Box, ...] = ()
    """Where somebody is, if it was not looked at."""

    @property
    def persons(self) -> list[Box]:
        """Where somebody is."""
        if self.found is None:
            return list(self.known)
        sure = self.found.at_least(_SURE * self.min_score)
        return [(float(a), float(b), float(c), float(d)) for a, b, c, d in sure.boxes]

    def needs_more(self, other: _Look, aspect: float) -> bool:
        """Return whether what happened from this picture to another is still to be looked at."""
        passed = other.sample.time - self.sample.time
        here, there = self.persons, other.persons
        gone, come = _apart(here, there, passed, aspect)
        if passed <= CLOSE_STEP * _ENOUGH:
            # Somebody ran, unless others are near: among these, one is hidden and another comes out.
            alone = _is_alone(gone, here, aspect) and _is_alone(come, there, aspect)
            return alone and passed > RUN_STEP * _ENOUGH
        return bool(gone or come) or any(
            _near(one, two, aspect) and not (_stays(one, others) and _stays(two, others))
            for people, others in ((here, there), (there, here))
            for one, two in combinations(people, 2)
        )


def _within(packed: Packed, moments: Sequence[float]) -> list[float]:
    return [moment for moment in moments if packed.group.start <= moment < packed.group.end]


def _apart(here: Sequence[Box], there: Sequence[Box], passed: float, aspect: float) -> tuple[list[Box], list[Box]]:
    """Return who of a picture cannot be in another one, and who of that one was not in the first."""
    left, gone = list(there), []
    reach = _REACH + _WALK * passed
    for one in here:
        near = [(heights_apart(one, two, aspect), two) for two in left if as_tall(one, two)]
        apart, nearest = min(near, default=(math.inf, None))
        if nearest is None or apart > reach:
            gone.append(one)
        else:
            left.remove(nearest)
    return gone, left


def _is_alone(persons: Sequence[Box], everybody: Sequence[Box], aspect: float) -> bool:
    """Return whether these are one person, who is near nobody else."""
    return len(persons) == 1 and not any(_near(persons[0], other, aspect) for other in everybody if other != persons[0])


def _stays(one: Box, others: Sequence[Box]) -> bool:
    """Return whether somebody is at the same place in another picture."""
    return any(min(within(one, other), within(other, one)) >= _STAYS for other in others)


def _near(one: Box, two: Box, aspect: float) -> bool:
    return heights_apart(one, two, aspect) < _CROWDED
