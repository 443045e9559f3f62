"""Whom of a picture a re-identification model looks at, and what is learnt of its answers.

A look costs about as much as a detector's (docs/performance.md), so nobody is looked at without need: somebody in
plain sight for a moment about once a second, and whoever may be one of those out of sight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from ..detection.detections import Frame
from ..protocol.values import Box
from .calibration import Calibration
from .embedding import Embedding, distance, mean
from .identity import FLICKER, is_cut, within
from .track import Finding, PersonTrack

MOST_AT_ONCE: Final = 8
"""Persons of one picture that are looked at; of more there is no time to tell."""
_EVERY: Final = 1.0
"""Seconds between two looks at somebody in plain sight."""
_AT_FIRST: Final = 2
"""So many looks come at once: whoever leaves soon is known by then."""
_SHARE: Final = 0.25
"""What a further look counts in what is known of somebody, once there are enough for it."""
_ALONE: Final = 0.2
"""The part of a box that may lie in others'."""
_TWO: Final = 0.05
"""The part of two boxes that lies in one another, up to which they are certainly two persons'."""


class Network(Protocol):
    """A re-identification model."""

    @property
    def calibration(self) -> Calibration:
        """What its distances tell."""

    def describe(self, picture: Frame, boxes: Sequence[Box]) -> list[Embedding | None]:
        """Return what the persons in some boxes look like; None where that cannot be told."""


@dataclass(frozen=True, slots=True)
class Portraits:
    """A picture, and the model that tells what the persons in it look like."""

    network: Network
    picture: Frame

    def take(self, findings: Sequence[Finding]) -> None:
        """Look at some persons."""
        chosen = [seen for seen in findings if seen.embedding is None][:MOST_AT_ONCE]
        if chosen:
            described = self.network.describe(self.picture, [seen.box for seen in chosen])
            for seen, embedding in zip(chosen, described, strict=True):
                seen.embedding = embedding


class Recognition:
    """Recognises the persons of one tracker. Times are seconds."""

    def __init__(self, least: float, interval: float) -> None:
        """`least`: the score from which on it is surely a person; `interval`: seconds between two pictures, usually."""
        self._least = least
        self._unbroken = max(FLICKER, 1.5 * interval)

    def look_for_lost(
        self,
        portraits: Portraits | None,
        tracks: Sequence[PersonTrack],
        found: Sequence[Finding],
        time: float,
        may_be: Callable[[PersonTrack, Finding], bool],
    ) -> None:
        """Look at those who may be somebody who is out of sight, before it is decided who they are."""
        if portraits is None:
            return
        lost = [track for track in tracks if track.embedding is not None and time - track.last > self._unbroken]
        portraits.take([seen for seen in found if self._tells(seen) and any(may_be(track, seen) for track in lost)])

    def learn(
        self, portraits: Portraits | None, found: Sequence[Finding], places: Mapping[int, Box], time: float
    ) -> None:
        """Look at those of whom it is time, and learn from all who were looked at and stand alone and whole."""
        if portraits is None:
            return
        clear = [(seen, seen.track) for seen in found if seen.track is not None and self._tells(seen)]
        alone = [
            (seen, track)
            for seen, track in clear
            if sum(within(seen.box, place) for key, place in places.items() if key != track.key) <= _ALONE
        ]
        portraits.take(
            [
                seen
                for seen, track in alone
                if track.portraits < _AT_FIRST or time - track.portrayed >= _EVERY or track.embedding is None
            ]
        )
        known = [(seen.box, track, track.embedding) for seen, track in alone]
        for seen, track in alone:
            if seen.embedding is None:
                continue
            self._compare(portraits.network.calibration, seen, track, known, time)
            track.portraits += 1
            track.embedding = mean(track.embedding, seen.embedding, max(_SHARE, 1 / track.portraits))
            track.portrayed = time

    def _tells(self, seen: Finding) -> bool:
        return seen.score >= self._least and seen.covered <= _ALONE and not is_cut(seen.box)

    def _compare(
        self,
        calibration: Calibration,
        seen: Finding,
        track: PersonTrack,
        known: Sequence[tuple[Box, PersonTrack, Embedding | None]],
        time: float,
    ) -> None:
        """Tell what is certain by itself: who is followed without a break is one, and two in one picture are two."""
        followed = time - track.last <= self._unbroken and time - track.portrayed >= _EVERY
        if followed and (apart := distance(track.embedding, seen.embedding)) is not None:
            calibration.same((self, track.key), apart)
        for box, other, embedding in known:
            if other is track or max(within(box, seen.box), within(seen.box, box)) > _TWO:
                continue
            if (apart := distance(embedding, seen.embedding)) is not None:
                calibration.other((self, *sorted((track.key, other.key))), apart)
