"""Who is in a minute, by a look at every one of its pictures, and whom of them a loop has found (`bench_analysis.py`).

A person of the reference is a track of at least a second in the detections of every picture, by the unquantised network
and the same tracker. A loop has found a person if one of its boxes is at that place at that time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
from mycamera_worker.detection.detections import Detections
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.values import Box
from mycamera_worker.tracking.tracker import PersonTracker
from mycamera_worker.video.frames import model_picture

SHORTEST: Final = 1.0
_SLACK: Final = 0.1
_AT: Final = 0.3

type Sighted = tuple[float, Box]


@dataclass
class Person:
    """Somebody's way through the picture."""

    sightings: list[Sighted]

    def at(self, moment: float) -> list[float] | None:
        """Return the box at a moment, between its sightings on a straight line; None where out of sight."""
        times = [time for time, _ in self.sightings]
        if not times[0] - _SLACK <= moment <= times[-1] + _SLACK:
            return None
        return [float(np.interp(moment, times, [box[side] for _, box in self.sightings])) for side in range(4)]

    def is_at(self, sighted: Sighted) -> bool:
        """Return whether this person is where somebody was seen."""
        here = self.at(sighted[0])
        return here is not None and _overlap(here, sighted[1]) > _AT


def exhaustive(
    clip: Path, model: Any, settings: AnalysisSettings, cache: Path, part: tuple[float, float] = (0.0, float("inf"))
) -> list[Person]:
    """Return the persons of a part of a clip, seconds, by a look at every picture.

    The looks are kept in a file of `cache`: they cost more than all the loops together.
    """
    kept = cache / f"{clip.stem}-every-picture.json"
    if not kept.exists():
        looks = []
        with av.open(str(clip)) as container:
            for frame in container.decode(video=0):
                if not part[0] <= (frame.time or 0.0) <= part[1]:
                    continue
                found = model.detect(model_picture(frame, 640))
                looks.append([float(frame.time or 0.0), found.boxes.tolist(), found.scores.tolist()])
        kept.write_text(json.dumps(looks))
    looks = json.loads(kept.read_text())
    tracker = PersonTracker(settings, 1 / 15)
    ways: dict[int, list[Any]] = {}
    certain: set[int] = set()
    for moment, boxes, scores in looks:
        found = Detections(np.asarray(boxes, np.float32).reshape(-1, 4), np.asarray(scores, np.float32))
        for seen in tracker.update(found, moment, 16 / 9):
            ways.setdefault(seen.track, []).append((seen.time, seen.box))
            if seen.certain:
                certain.add(seen.track)
    return [Person(way) for track, way in ways.items() if track in certain and way[-1][0] - way[0][0] >= SHORTEST]


def found(persons: Sequence[Person], sighted: Sequence[Sighted]) -> int:
    """Return how many of the persons somebody was seen at."""
    return sum(any(person.is_at(each) for each in sighted) for person in persons)


def pieces_and_swaps(persons: Sequence[Person], tracks: Sequence[Sequence[Sighted]]) -> tuple[float, int]:
    """Return into how many tracks a found person falls on average, and how often a track changes its person."""
    pieces: dict[int, set[int]] = {}
    swaps = 0
    for number, track in enumerate(tracks):
        before = None
        for moment, box in track:
            near = [(_overlap(here, box), i) for i, one in enumerate(persons) if (here := one.at(moment)) is not None]
            best = max(near, default=(0.0, -1))
            if best[0] <= _AT:
                continue
            pieces.setdefault(best[1], set()).add(number)
            swaps += before is not None and before != best[1]
            before = best[1]
    return (sum(map(len, pieces.values())) / len(pieces) if pieces else 0.0), swaps


def _overlap(a: Sequence[float], b: Sequence[float]) -> float:
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    both = width * height
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)
