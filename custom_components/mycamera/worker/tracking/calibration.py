"""What distances of a re-identification model tell: learnt from what the tracker knows by itself, or left unsaid.

A model that a user adds may be good, of another world than this camera's, or useless. Its own distances tell which:
those between looks at one person a while apart, and those between two persons of one picture. Only where the two kinds
hardly overlap does it get a say, and only of distances that are plainly of one kind; what was learnt wrongly (a swap of
tracks, a reflection) makes it say less, never more.
"""

from __future__ import annotations

import threading
from collections import Counter, deque
from typing import Final

import numpy as np

from .embedding import Limits

_KEPT: Final = 400
"""Distances of each kind, the last ones."""
_LEAST: Final = 40
"""Of each kind, from which on they tell."""
_FROM: Final = 5
"""So many persons, or pairs of persons, they must be of at least."""
_OF_EACH: Final = 8
"""So many of one person, or one pair: whoever stands there for hours is one person."""
_APART: Final = 0.95
"""How often a distance of one person must be shorter than one of two, for any of them to count."""
_SAME_AT: Final = 0.01
_SAME_MARGIN: Final = 0.9
"""Shorter than nearly all distances between two persons, and a little more; and no longer than one person's."""
_OTHER_AT: Final = 0.99
_OTHER_MARGIN: Final = 1.1
"""Longer than nearly all distances of one person, and a little more; and no shorter than is usual for two."""
_AGAIN: Final = 20
"""So many further distances change the limits."""


class Calibration:
    """The distances of one model. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._same: deque[tuple[object, float]] = deque(maxlen=_KEPT)
        self._other: deque[tuple[object, float]] = deque(maxlen=_KEPT)
        self._limits: Limits | None = None
        self._new = 0

    @property
    def limits(self) -> Limits | None:
        """What distances tell; None while nothing is known, or where they tell nothing."""
        return self._limits

    def same(self, who: object, distance: float) -> None:
        """Take note of a distance between two looks at one person."""
        self._take(self._same, who, distance)

    def other(self, who: object, distance: float) -> None:
        """Take note of a distance between two persons of one picture."""
        self._take(self._other, who, distance)

    def _take(self, kept: deque[tuple[object, float]], who: object, distance: float) -> None:
        with self._lock:
            if sum(each == who for each, _ in kept) >= _OF_EACH:
                return
            kept.append((who, distance))
            self._new += 1
            if self._new >= _AGAIN:
                self._new = 0
                self._limits = self._learnt()

    def _learnt(self) -> Limits | None:
        for kept in (self._same, self._other):
            if len(kept) < _LEAST or len(Counter(who for who, _ in kept)) < _FROM:
                return None
        same, other = (np.sort([distance for _, distance in kept]) for kept in (self._same, self._other))
        # Ties count as mistakes: what says the same of everybody says nothing.
        if np.searchsorted(same, other, "left").sum() < _APART * len(same) * len(other):
            return None
        longest = _OTHER_MARGIN * float(np.quantile(same, _OTHER_AT))
        return Limits(
            same=min(_SAME_MARGIN * float(np.quantile(other, _SAME_AT)), longest),
            other=max(longest, float(np.median(other))),
        )
