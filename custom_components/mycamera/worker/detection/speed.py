"""What a picture costs two forms of a detector: in time of the processor, in turns, and best not in a crowd.

The clock on the wall tells how busy the machine is: where others work, a picture takes five times as long and costs
nearly what it always does. A form with one thread calculates on the thread that asks it, whose own time is that cost.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Final

from .detections import Frame
from .openvino_model import OpenVinoModel

_ROUNDS: Final = 5
_MOST_ROUNDS: Final = 24
_APART: Final = 10.0
"""Seconds between two rounds: of one moment they would all say the same."""
_RUNS: Final = 3
_CROWDED: Final = 1.5
"""So many times as long as it costs a picture takes where others have the processor too; caches are theirs then."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds: of the processor's time, and by the clock on the wall."""

    processor: float
    wall: float

    @property
    def crowded(self) -> bool:
        """Whether others had the processor meanwhile."""
        return self.wall > _CROWDED * self.processor


@dataclass(frozen=True, slots=True)
class Comparison:
    """Seconds of the processor that a picture costs two forms, each in the middle of several rounds."""

    before: float
    after: float
    calm: bool
    """Whether nobody else had the processor in these rounds. Where it never was so, all rounds count."""


def compare(
    before: OpenVinoModel, after: OpenVinoModel, picture: Frame, pause: Callable[[float], bool]
) -> Comparison | None:
    """Compare two forms that have one thread each; takes a minute, on a busy machine four.

    None where it was given up: `pause` waits some seconds, and returns whether to give up.
    """
    rounds: list[tuple[Cost, Cost]] = []
    calm: list[tuple[Cost, Cost]] = []
    while len(calm) < _ROUNDS and len(rounds) < _MOST_ROUNDS:
        if rounds and pause(_APART):
            return None
        rounds.append((cost(before, picture), cost(after, picture)))
        calm = [pair for pair in rounds if not any(each.crowded for each in pair)]
    counted = calm if len(calm) == _ROUNDS else rounds
    slow, fast = (median(pair[side].processor for pair in counted) for side in (0, 1))
    return Comparison(slow, fast, counted is calm)


def cost(model: OpenVinoModel, picture: Frame) -> Cost:
    """Return what a picture costs, after one look that warms up."""
    model.detect(picture)
    wall, processor = time.perf_counter(), time.thread_time()
    for _ in range(_RUNS):
        model.detect(picture)
    return Cost((time.thread_time() - processor) / _RUNS, (time.perf_counter() - wall) / _RUNS)
