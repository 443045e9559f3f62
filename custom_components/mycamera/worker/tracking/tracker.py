"""Follows persons from picture to picture, by where they walk and what they wear, and says who is certain.

Each picture's detections are given to the tracks all at once, so that the sum of what does not fit is least (scipy's
assignment). Lengths are heights of the picture, so that a step across is as long as one down.

Its numbers were set by `scripts/bench identity` on the first 40 s of the demo film (10 persons, 2 to 10 looks/s), those
of how clothes are learnt and who fits on all of it (19): no film was held out.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np

from .. import environment
from ..detection.detections import Detections
from ..protocol.analysis_settings import AnalysisSettings
from ..protocol.values import Box
from ..video.polygons import IgnoredParts
from .embedding import Embedding
from .identity import (
    FLICKER,
    NEAR,
    NEAR_PER_SECOND,
    Faint,
    Glimpse,
    Histograms,
    leaves,
    look_apart,
    too_fast,
    within,
)
from .meetings import Meetings
from .recognition import Portraits, Recognition
from .track import CERTAIN_SIGHTINGS, COVERED, Finding, PersonTrack

LOST: Final = 2.5
"""Seconds for which somebody out of sight is looked for by the tracker. Longer guesses end at other people; breaks that
are longer are joined by the stricter rule of `identity`."""
_HIGH: Final = 0.75
_NEW: Final = 0.9
_LOW: Final = 0.4
"""Scores, in parts of the camera's minimum: who is followed, who begins a track, who is followed where sure enough."""
_REACH: Final = 0.35
_REACH_PER_SECOND: Final = 0.5
_REACH_UNKNOWN: Final = 1.1
"""How far from where they are expected somebody may be, in their heights: at once, and for each second since they were
seen, with and without their speed known."""
_TALLER: Final = 0.2
"""How much the logarithm of the heights' ratio counts beside a distance in heights."""
_OTHER_SIZE: Final = 4.0
"""Nobody is so many times as tall a moment later, however much of them is hidden or cut."""
_CLOTHES: Final = 0.7
"""How much a difference of clothes counts beside a distance in heights."""
_OTHERS: Final = 0.75
"""Clothes that differ by more are somebody else's, once both are known well."""
_OTHERS_AFAR: Final = 0.30
"""The same where nobody knows how fast they walk, and they would have come farther than `identity` has anybody come."""
_TWICE: Final = 0.75
"""A box that lies by so much in another, which begins no track: a second look at the same person."""
_SPEED_OVER: Final = 1.0
_SPEED_OVER_LOOK: Final = 1.2
"""How far back somebody's speed is measured: seconds, or so many times as long as since the look before."""
_QUICKEN_MOST: Final = 1.5
"""Heights a second by which nobody walks faster, or another way, than their last looks tell."""
_FEW: Final = 5
_CHANGE: Final = 0.3
_FAINT: Final = 2.5
"""Pictures for which somebody is followed where hardly seen, but no shorter than a flicker: more looks see no less."""
_FITS: Final = 1.8
"""A cost from which on it is better that somebody is not seen for a moment than that two change places for it."""
_NEVER: Final = 1e6

type Dress = Callable[[Box], Histograms | None]
"""Tells what clothes are seen in a box of the picture at hand."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person in one picture. `certain` once enough pictures agree on the track."""

    track: int
    time: float
    box: Box
    score: float
    certain: bool
    level: float = 0.0
    """The score that enough pictures of the track agreed on, at best so far."""
    velocity: tuple[float, float] = (0.0, 0.0)
    """Fractions of the picture a second."""
    clothes: Histograms | None = None
    """What the track wore by then, over all pictures that show it well."""
    embedding: Embedding | None = None
    """What a re-identification model said of it by then, the same way."""
    covered: float = 0.0
    """The part of the box that lies in somebody else's who stands before."""
    shared: float = 0.0
    """The part of the box in which others are as well, by where they are seen or, for a moment unseen, expected."""
    faint: bool = False
    """Whether all that is known of the track is hardly seen and stands still."""
    doubtful: float | None = None
    """Since when what is hardly seen, stands still and is not like who was surely seen there; None where it is they. It
    counts if they are surely seen again."""
    instead: tuple[int, float] | None = None
    """A track, and since when what was told of it was not who it is of but this."""
    exchanged: tuple[int, float] | None = None
    """A track, seen as well, and since when each of the two has gone on with the other's person."""

    def glimpse(self) -> Glimpse:
        """Return what tells whether this is who was seen elsewhere."""
        return Glimpse(self.time, self.box, self.velocity, self.clothes, self.embedding, self.faint)


class PersonTracker:
    """Tracks the persons of one camera or file. Times are seconds and must not go back."""

    def __init__(self, settings: AnalysisSettings, interval: float, *, apart: float | None = None) -> None:
        self._settings = settings
        self._ignored = IgnoredParts(settings.masks)
        self._apart = apart
        """Seconds between two sightings after which they are enough: one wrong picture is no two, so far apart."""
        self._interval = interval
        """Seconds between two pictures, usually."""
        self._tracks: list[PersonTrack] = []
        self._next = 1
        self._last: float | None = None
        self._speed_over = _SPEED_OVER
        self._meetings = Meetings()
        self._recognition = Recognition(settings.min_score, interval)

    def update(
        self,
        detections: Detections,
        time: float,
        aspect: float,
        dress: Dress | None = None,
        portraits: Portraits | None = None,
    ) -> list[Sighting]:
        """Return who is seen in the picture of this time; `aspect` is the picture's width by its height."""
        since = None if self._last is None else time - self._last
        if since is not None and since > max(self._settings.clear_time, 2 * self._interval):
            self._tracks.clear()  # whoever was here has left, and nobody is to be taken for them
        longest = max(min(self._settings.clear_time, LOST), 2 * self._interval, 1.01 * (since or 0.0))
        self._tracks = [track for track in self._tracks if time - track.last <= longest]
        self._last = time
        # Where looks are rare, two of them must do: else whoever walks is looked for where they stood.
        self._speed_over = max(_SPEED_OVER, _SPEED_OVER_LOOK * (since or 0.0))
        low = self._settings.min_score
        found = self._ignored.without(detections.at_least(_LOW * low, self._settings.min_height))
        boxes: list[Box] = [(float(a), float(b), float(c), float(d)) for a, b, c, d in found.boxes]
        scores = [float(score) for score in found.scores]
        everybody = [Finding(box, score) for box, score in zip(boxes, scores, strict=True)]
        clear = [seen for seen in everybody if seen.score >= _HIGH * low]
        for seen in everybody:
            seen.covered = max((_hidden(seen.box, other.box) for other in clear if other is not seen), default=0.0)
        for seen in clear:
            seen.clothes = dress(seen.box) if dress is not None else None
        may_be = partial(_may_be, time=time, aspect=aspect)
        self._recognition.look_for_lost(portraits, self._tracks, clear, time, may_be)
        self._assign(self._tracks, clear, time, aspect, sure=False)
        given = {seen.track.key for seen in clear if seen.track is not None}
        hardly = max(FLICKER, _FAINT * self._interval)
        recent = [t for t in self._tracks if t.key not in given and time - t.last <= hardly]
        self._assign(recent, [seen for seen in everybody if seen.score < _HIGH * low], time, aspect, sure=True)
        self._begin(clear, [seen.box for seen in everybody if seen.track is not None], time)
        places = self._places(everybody, time, aspect)
        seen_well = {each.track.key: each for each in clear if each.track is not None}
        exchange = self._meetings.look(self._tracks, seen_well, places, time)
        self._recognition.learn(portraits, clear, places, time)
        sightings = []
        for seen in everybody:
            if seen.track is not None:
                # A post or several people, hardly seen where somebody is: it tells where they are, not how they walk.
                if seen.score < _HIGH * low and seen.track.is_dwarfed(seen.box):
                    seen.track.see(time, seen.box, aspect, covered=True, over=self._speed_over)
                    continue
                if seen.clothes is None and dress is not None:
                    seen.clothes = dress(seen.box)
                sighting = self._take(seen, seen.track, time, aspect, places)
                if exchange is not None and sighting.track == exchange.one:
                    sighting = replace(sighting, exchanged=(exchange.other, exchange.since))
                sightings.append(sighting)
        return sightings

    def _begin(self, clear: Sequence[Finding], known: Sequence[Box], time: float) -> None:
        """Begin the tracks of those who are nobody known; `known` are the boxes of those who are."""
        for seen in clear:
            if seen.track is None and seen.score >= _NEW * self._settings.min_score and not _is_twice(seen.box, known):
                seen.track = PersonTrack(self._next, time, time, seen.box)
                self._next += 1
                self._tracks.append(seen.track)

    def _places(self, everybody: Sequence[Finding], time: float, aspect: float) -> dict[int, Box]:
        """Return where everybody is, by track; who is not seen for a moment is where they are expected.

        One box is often all that is found of two.
        """
        places = {track.key: track.expected_box(time, aspect) for track in self._tracks if track.last < time}
        return places | {seen.track.key: seen.box for seen in everybody if seen.track is not None}

    @staticmethod
    def _assign(
        tracks: Sequence[PersonTrack], found: Sequence[Finding], time: float, aspect: float, *, sure: bool
    ) -> None:
        """Say which of some detections is which track; `sure`: only where it is at the very place."""
        if not tracks or not found:
            return
        costs = np.asarray([[_cost(track, seen, time, aspect, sure=sure) for seen in found] for track in tracks])
        solve = environment.library("scipy.optimize").linear_sum_assignment
        # Who fits first: else those who do would be given to others, so that one more detection is somebody's.
        for most in (_FITS, _NEVER):
            bounded = np.minimum(costs, most)
            for row, column in zip(*solve(bounded), strict=True):
                if costs[row, column] < most:
                    found[column].track = tracks[row]
                    costs[row, :], costs[:, column] = _NEVER, _NEVER

    def _take(
        self, seen: Finding, track: PersonTrack, time: float, aspect: float, places: Mapping[int, Box]
    ) -> Sighting:
        track.scores.append(seen.score)
        instead, place = None, track.key
        thing = track.judge(seen, time, aspect, self._settings.min_score)
        if thing is not None:
            instead = track.key, thing.since
            track = self._part(track, thing)
        track.see(time, seen.box, aspect, covered=seen.covered >= COVERED, over=self._speed_over)
        if seen.covered < COVERED and seen.score >= _HIGH * self._settings.min_score:
            track.tall = seen.box[3] - seen.box[1]
            if seen.clothes is not None:
                track.wear(time, seen.clothes)
        if self._are_enough(track, time):
            track.level = max(track.level, statistics.median(track.scores))
            track.certain = track.level >= self._settings.min_score
        vx, vy = track.speed()
        return Sighting(
            track=track.key,
            time=time,
            box=seen.box,
            score=seen.score,
            certain=track.certain,
            level=track.level,
            velocity=(vx / aspect, vy),
            clothes=track.clothes,
            embedding=track.embedding,
            covered=seen.covered,
            shared=min(1.0, sum(within(seen.box, other) for key, other in places.items() if key != place)),
            faint=track.is_faint,
            doubtful=track.doubtful(time, aspect),
            instead=instead,
        )

    def _part(self, track: PersonTrack, faint: Faint) -> PersonTrack:
        """Return the track of what is seen instead of somebody who has gone from there unnoticed."""
        thing = PersonTrack(self._next, faint.since, track.last, track.box, velocity=(0.0, 0.0), faint=faint.alone())
        thing.scores.append(track.scores[-1])
        if faint.clothes is not None:
            thing.wear(track.last, faint.clothes)
        self._next += 1
        self._tracks[self._tracks.index(track)] = thing
        return thing

    def _are_enough(self, track: PersonTrack, time: float) -> bool:
        count = len(track.scores)
        return count >= CERTAIN_SIGHTINGS or (
            count > 1 and self._apart is not None and time - track.first >= self._apart
        )

    def steer(self, velocities: Mapping[int, tuple[float, float]], aspect: float) -> None:
        """Tell how fast some of those seen last move, by track, in fractions of the picture per second.

        What is measured while somebody goes behind something is not their speed: nobody quickens so suddenly.
        """
        for track in self._tracks:
            velocity = velocities.get(track.key)
            if velocity is None or track.last != self._last:
                continue
            vx, vy = velocity[0] * aspect, velocity[1]
            tall = track.tall or track.box[3] - track.box[1]
            if track.velocity is None or math.dist((vx, vy), track.velocity) <= _QUICKEN_MOST * tall:
                track.velocity = vx, vy


def _cost(track: PersonTrack, seen: Finding, time: float, aspect: float, *, sure: bool) -> float:
    """Return how little a detection fits a track, in heights; a very large number where it cannot be."""
    box, before = seen.box, track.box
    tall, tall_before = max(box[3] - box[1], 1e-6), max(before[3] - before[1], 1e-6)
    well = track.tall or tall_before
    if not sure and max(tall, well) > _OTHER_SIZE * min(tall, well):
        return _NEVER  # near, in heights of the larger: whoever comes close to the camera is near all that is small
    gap = time - track.last
    x, y = track.expected(time)
    across = (box[0] + box[2]) / 2 * aspect - x
    # Whoever is partly hidden is as high as what is seen of them: their head or their feet are where they should be.
    shift = y - (before[1] + before[3]) / 2
    down = min(abs((box[1] + box[3]) / 2 - y), abs(box[1] - before[1] - shift), abs(box[3] - before[3] - shift))
    apart = math.hypot(across, down) / max(tall, tall_before)
    per_second = _REACH_UNKNOWN if track.velocity is None else _REACH_PER_SECOND
    if apart > (_REACH if sure else _REACH + per_second * gap):
        return _NEVER
    vx, vy = track.speed()
    lost = Glimpse(track.last, before, (vx / aspect, vy))
    # Whether who comes in is who went out is told by more than one look.
    if gap > FLICKER and (too_fast(lost, Glimpse(time, box), aspect) or leaves(lost, aspect, gap)):
        return _NEVER
    clothes = seen.clothes if seen.covered < COVERED else None
    faint = track.faint if track.is_faint else None
    if faint is not None and not faint.may_become(Glimpse(time, box, clothes=clothes), before, aspect):
        return _NEVER
    cost = apart + _TALLER * abs(math.log(tall / tall_before))
    look = look_apart(track, Glimpse(time, box, clothes=clothes, embedding=seen.embedding))
    if look is None:
        return cost
    afar = track.velocity is None and gap > FLICKER and apart > NEAR + NEAR_PER_SECOND * gap
    others = look > _OTHERS and track.looks >= _FEW and gap > _CHANGE
    return _NEVER if others or (afar and look > _OTHERS_AFAR) else cost + _CLOTHES * look


def _may_be(track: PersonTrack, seen: Finding, *, time: float, aspect: float) -> bool:
    """Return whether a detection may be somebody, by what is known without a further look at it."""
    return _cost(track, seen, time, aspect, sure=False) < _NEVER


def _hidden(box: Box, other: Box) -> float:
    """Return which part of a box somebody hides who stands before it: their feet are lower in the picture."""
    return within(box, other) if other[3] >= box[3] else 0.0


def _is_twice(box: Box, known: Sequence[Box]) -> bool:
    """Return whether this is a second look at somebody known."""
    return any(within(box, one) > _TWICE and within(one, box) > _TWICE / 2 for one in known)
