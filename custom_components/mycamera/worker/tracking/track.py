"""One person on their way through the picture: what is known of them from picture to picture.

Its numbers were set as those of `tracker`.
"""

from __future__ import annotations

import statistics
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from ..protocol.values import Box
from .embedding import Embedding
from .identity import CUT_HEIGHT, FLICKER, LINGERS, SAME_HEIGHT, Faint, Histograms, is_cut

CERTAIN_SIGHTINGS: Final = 3
MEDIAN_OVER: Final = 5
COVERED: Final = 0.6
"""The part of a box from which on others before it decide what is seen in it: no clothes, and no speed."""
_SPEED_LEAST: Final = 0.35
_LEARN_PER_SECOND: Final = 0.75
_LEARN_MOST: Final = 0.3
"""How fast the clothes of a track become those seen now: a second, and at one look, as parts of what is known."""
_SURELY: Final = 3
"""The median of so many last scores tells whether somebody is surely seen again."""


@dataclass(slots=True)
class PersonTrack:
    """Somebody who is followed. Times are in seconds."""

    key: int
    first: float
    last: float
    box: Box
    tall: float = 0.0
    """How high their box was where they were last seen well."""
    scores: deque[float] = field(default_factory=lambda: deque(maxlen=MEDIAN_OVER))
    certain: bool = False
    level: float = 0.0
    middle: tuple[float, float] = (0.0, 0.0)
    """Of the box, in heights of the picture."""
    places: deque[tuple[float, float, float]] = field(default_factory=lambda: deque(maxlen=24))
    """Time and middle, where they were seen well."""
    velocity: tuple[float, float] | None = None
    """Heights of the picture a second; None where it is not known."""
    clothes: Histograms | None = None
    looks: int = 0
    """How many pictures its clothes are known from."""
    dressed: float = 0.0
    """When the last of these was."""
    embedding: Embedding | None = None
    portraits: int = 0
    """How many looks of a re-identification model it is known from."""
    portrayed: float = float("-inf")
    """When the last of these was."""
    faint: Faint | None = None
    """Since they were surely seen last; None while they are."""
    sure: float | None = None
    """When that was; None where they never were."""

    @property
    def is_faint(self) -> bool:
        """Whether all that is known is hardly seen and stands still."""
        return self.faint is not None and not self.certain and self.faint.stands

    def speed(self) -> tuple[float, float]:
        """Return the velocity, as far as it is known."""
        return self.velocity or (0.0, 0.0)

    def expected(self, time: float) -> tuple[float, float]:
        """Return where its middle is expected."""
        x, y = self.middle
        vx, vy = self.speed()
        ahead = time - self.last
        return x + vx * ahead, y + vy * ahead

    def expected_box(self, time: float, aspect: float) -> Box:
        """Return where its box is expected."""
        x, y = self.middle
        ahead_x, ahead_y = self.expected(time)
        across, down = (ahead_x - x) / aspect, ahead_y - y
        left, top, right, bottom = self.box
        return left + across, top + down, right + across, bottom + down

    def is_dwarfed(self, box: Box) -> bool:
        """Return whether a box is so much higher than they are that it is not theirs."""
        usual = CUT_HEIGHT if is_cut(self.box) else SAME_HEIGHT
        return box[3] - box[1] > usual * max(self.tall, self.box[3] - self.box[1])

    def see(self, time: float, box: Box, aspect: float, *, covered: bool, over: float) -> None:
        """Take note of where they are; `over`: so many seconds back their speed is measured."""
        self.last, self.box = time, box
        self.middle = (box[0] + box[2]) / 2 * aspect, (box[1] + box[3]) / 2
        if covered:
            return  # the box is what is left of them, or of what hides them: it tells nothing of their speed
        self.places.append((time, *self.middle))
        recent = [place for place in self.places if time - place[0] <= over]
        passed = time - recent[0][0]
        if passed < _SPEED_LEAST:
            recent = [self.places[-2], self.places[-1]] if len(self.places) > 1 and passed > 0 else []
            if self.velocity is None and recent and len(self.places) >= CERTAIN_SIGHTINGS:
                self.velocity = _slope(recent)
            return
        self.velocity = _slope(recent)

    def judge(self, seen: Finding, time: float, aspect: float, least: float) -> Faint | None:
        """Take note of how surely they are seen; return what stood there before them, where this is not they."""
        if seen.score >= least and statistics.median([*self.scores][-_SURELY:]) >= least:
            self.faint, self.sure = None, time
            return None
        if self.faint is None:
            self.faint = Faint(time, time, seen.box)
            if self.sure is not None:
                self.faint.after, self.faint.worn = self.sure, self.clothes
                self.faint.stood = self.expected_box(time, aspect)
        self.faint.see(seen.box, seen.clothes if seen.covered < COVERED else None, aspect)
        lingers = self.certain and time - self.faint.after >= LINGERS
        return self.faint if lingers and self.doubtful(time, aspect) is not None else None

    def doubtful(self, time: float, aspect: float) -> float | None:
        """Return since when what is hardly seen, stands still and is not like who was surely seen there."""
        faint = self.faint
        if faint is None or time - faint.after < FLICKER or not faint.stands or faint.is_theirs(aspect):
            return None
        return faint.since

    def wear(self, time: float, clothes: Histograms) -> None:
        """Learn what they wear."""
        share = max(min(_LEARN_PER_SECOND * (time - self.dressed), _LEARN_MOST), 1 / (self.looks + 1))
        self.clothes = clothes if self.clothes is None else self.clothes + share * (clothes - self.clothes)
        self.looks += 1
        self.dressed = time


@dataclass(slots=True)
class Finding:
    """One detection, and what is made of it."""

    box: Box
    score: float
    covered: float = 0.0
    clothes: Histograms | None = None
    embedding: Embedding | None = None
    track: PersonTrack | None = None


def _slope(places: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """Return how fast somebody moves who was at these places, by least squares."""
    rows = np.asarray(places)
    time = rows[:, 0] - rows[:, 0].mean()
    spread = float((time * time).sum())
    if spread <= 0:
        return 0.0, 0.0
    return float((time * rows[:, 1]).sum() / spread), float((time * rows[:, 2]).sum() / spread)
