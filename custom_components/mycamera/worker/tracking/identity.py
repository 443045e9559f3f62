"""Whether two sightings are of the same person: the one rule, for tracks, for returns and for rows of the database.

Pure arithmetic over plain values, which imports nothing of the house but `embedding`, the like: every room may use it.
Places are compared in heights of the person's own body, with the picture's real proportions: a part of its width is
another length than the same part of its height. What somebody looks like (see `clothes`, `embedding`) decides where the
place alone would not: it vetoes, and it binds.

Its numbers were set by `scripts/bench identity` on the first 40 s of the demo film and on its made-up scenes.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from .embedding import Embedding, are_same, packed_embedding, unpacked_embedding

PARTS: Final = 2
CHANNELS: Final = 3
BINS: Final = 8
VERSION: Final = 1
"""Of the description of clothes; others are not compared with it."""
CLOTHES_BYTES: Final = 1 + PARTS * CHANNELS * BINS

SAME_HEIGHT: Final = 1.67
"""Somebody is at most this many times as tall as a moment before, or as small."""
CUT_HEIGHT: Final = 3.0
"""The same where the border of the picture cuts the shorter of the two."""
NEAR: Final = 0.4
NEAR_PER_SECOND: Final = 0.3
"""How far, in heights, somebody may be from where they are expected: at once, and for each second out of sight."""
ALIKE_PER_SECOND: Final = 0.6
"""The same for somebody who looks the same."""
WALK: Final = 1.0
"""Heights a second, from sight to sight, that nobody walks faster: 1.7 m/s where somebody is 1.7 m tall."""
QUICKEN: Final = 1.5
"""How many times as fast as before somebody may go on where that is faster."""
PATIENCE: Final = 4.0
"""Seconds after which somebody out of sight is looked for no further away."""
AHEAD: Final = 1.5
"""Seconds for which somebody out of sight is expected to walk on; after that they may have stopped."""
ALIKE: Final = 0.22
"""Clothes that differ by less are the same, as far as a camera tells."""
CLOSELY: Final = 0.06
"""Clothes that differ by less are one person's even where somebody left the picture. In the film a man in black comes
in 2 s after another one in black left, and theirs differ by 0.10: no more than one man's own before and after."""
OTHERWISE: Final = 0.60
"""Clothes that differ by more are somebody else's."""
SOMEBODY_ELSE: Final = 1.0
"""What clothes count as that do not tell two apart whom a re-identification model does."""
FLICKER: Final = 0.6
"""Seconds within which somebody who is seen again at the border has not left, and who is hardly seen may be anybody."""
STANDS: Final = 0.3
"""What is never further than so many heights from where it was stands still: boxes shake."""
LINGERS: Final = 1.5
"""Seconds after which what is hardly seen, and stands still, is asked whether it is who was surely seen there."""
USUAL_ASPECT: Final = 16 / 9
"""A picture's width by its height, where it is not known."""
_ALONGSIDE: Final = 0.5
"""How far apart, in heights, one person may be in two streams of the same camera at the same moment."""
_SAME_MOMENT: Final = 1.0
_SPEED_OVER: Final = 0.8
"""Seconds over which somebody's speed is measured at the end of a way."""
_AWAY: Final = 4
"""One sighting in so many may be elsewhere of what stands still."""
_BORDER: Final = 0.012
_OUTWARDS: Final = 0.15
"""Heights a second, towards the border, from which on somebody leaves."""
_LIGHT: Final = 0.4
"""What a difference of lightness counts beside one of colour: a step into the shade is no change of clothes."""

type Histograms = npt.NDArray[np.float32]
"""Colours of clothes: parts of the body x channels x bins, each channel adding up to 1."""
type Box = tuple[float, float, float, float]
"""Left, top, right and bottom, as fractions of the picture."""


class Portrayed(Protocol):
    """Somebody of whom it is known what they look like, as far as it is."""

    @property
    def clothes(self) -> Histograms | None:
        """What they wear."""

    @property
    def embedding(self) -> Embedding | None:
        """What a re-identification model says of them."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Somebody at one moment, at an end of a way through the picture."""

    time: float
    """Seconds."""
    box: Box
    velocity: tuple[float, float] = (0.0, 0.0)
    """Fractions of the picture a second."""
    clothes: Histograms | None = None
    embedding: Embedding | None = None
    faint: bool = False
    """Whether all that is known of it is hardly seen and stands still: somebody, or a thing that looks so."""


@dataclass(slots=True)
class Faint:
    """What is hardly seen for a while, less surely than the camera's minimum: somebody, or a thing that looks so."""

    since: float
    """When it was seen first."""
    after: float
    """When somebody was surely seen there last; where nobody was, the same as `since`."""
    box: Box
    """Where it was first."""
    worn: Histograms | None = None
    """What who was surely seen there wore."""
    stood: Box | None = None
    """Where they were expected then; None where nobody was surely seen."""
    clothes: Histograms | None = None
    """What it looks like, on average."""
    _dressed: int = 0
    _seen: int = 0
    _away: int = 0

    def see(self, box: Box, clothes: Histograms | None, aspect: float) -> None:
        """Take note of one look at it."""
        self._seen += 1
        self._away += heights_apart(self.box, box, aspect) > STANDS
        if clothes is not None:
            self._dressed += 1
            before = self.clothes
            self.clothes = clothes if before is None else before + (clothes - before) / np.float32(self._dressed)

    def alone(self) -> Faint:
        """Return it without who was seen before it."""
        return replace(self, after=self.since, worn=None, stood=None)

    @property
    def stands(self) -> bool:
        """Whether it is where it was. Who comes in walks."""
        return self._away * _AWAY <= self._seen

    def may_become(self, seen: Glimpse, place: Box, aspect: float) -> bool:
        """Return whether it, which was at a place last, or who was surely seen before it, may be who is seen now.

        For a moment it may be anybody as tall: whoever comes in is hardly seen at first.
        """
        moment = seen.time - self.after < FLICKER and (as_tall(place, seen.box) or seen.clothes is None)
        it = Glimpse(self.since, place, clothes=self.clothes)
        return moment or is_same_still(it, seen, aspect) or self.was(seen, aspect)

    def was(self, seen: Glimpse, aspect: float) -> bool:
        """Return whether who was surely seen before it may be who is seen now."""
        before = self.stood
        return before is not None and is_same_still(Glimpse(self.after, before, clothes=self.worn), seen, aspect)

    def is_theirs(self, aspect: float) -> bool:
        """Return whether it is who was surely seen before it."""
        return self.was(Glimpse(self.since, self.box, clothes=self.clothes), aspect)


@dataclass(frozen=True, slots=True)
class Course:
    """Where somebody was, and when, in the order of time; at least one point."""

    points: Sequence[tuple[float, Box]]
    """Seconds, and places."""
    clothes: Histograms | None = None
    embedding: Embedding | None = None

    @classmethod
    def stored(cls, points: Sequence[tuple[float, Box]], look: bytes) -> Course:
        """Return the way of somebody who was stored; `look` is what `packed` returned."""
        return cls(points, unpacked(look), unpacked_embedding(look[CLOTHES_BYTES:]))

    def beginning(self) -> Glimpse:
        """Return how the way begins."""
        time, box = self.points[0]
        return Glimpse(time, box, clothes=self.clothes, embedding=self.embedding)

    def end(self) -> Glimpse:
        """Return how the way ends, and how fast."""
        time, box = self.points[-1]
        since, before = next((p for p in reversed(self.points) if time - p[0] >= _SPEED_OVER), self.points[0])
        passed = time - since
        across, down = (box[0] + box[2] - before[0] - before[2]) / 2, (box[1] + box[3] - before[1] - before[3]) / 2
        velocity = (across / passed, down / passed) if passed > 0 else (0.0, 0.0)
        return Glimpse(time, box, velocity, self.clothes, self.embedding)

    def place(self, moment: float) -> Box | None:
        """Return where the person was at a moment, as near as is known."""
        after = bisect_left(self.points, moment, key=lambda point: point[0])
        near = min(self.points[max(0, after - 1) : after + 1], key=lambda point: abs(point[0] - moment), default=None)
        return near[1] if near is not None and abs(near[0] - moment) <= _SAME_MOMENT else None


def packed(clothes: Histograms | None, embedding: Embedding | None = None) -> bytes:
    """Return what somebody looks like as few bytes, to be sent and stored; none where their clothes are not known."""
    if clothes is None:
        return b""
    worn = bytes([VERSION]) + np.round(clothes.reshape(-1) * 255).astype(np.uint8).tobytes()
    return worn + packed_embedding(embedding)


def unpacked(stored: bytes) -> Histograms | None:
    """Return stored clothes; None where they are not known, or of another version."""
    if len(stored) < CLOTHES_BYTES or stored[0] != VERSION:
        return None
    values = np.frombuffer(stored, np.uint8, CLOTHES_BYTES - 1, 1).astype(np.float32).reshape(PARTS, CHANNELS, BINS)
    whole: Histograms = values / np.maximum(values.sum(axis=-1, keepdims=True), 1.0)
    return whole


def difference(one: Histograms | None, other: Histograms | None) -> float | None:
    """Return how much clothes differ, 0 for the same; None where one is not known.

    How far the weight of one histogram must be carried to make the other, on average over the parts of the body.
    """
    if one is None or other is None:
        return None
    carried = np.abs(np.cumsum(one - other, axis=-1)).sum(axis=-1) / (BINS - 1)
    return float((carried * (_LIGHT, 1.0, 1.0)).sum() / PARTS * 2)


def look_apart(one: Portrayed, other: Portrayed) -> float | None:
    """Return how much two look different, as a difference of clothes; None where that is not known of one.

    Clothes tell it, unless a re-identification model does by vectors of both and by what it was found to tell. It does
    not make the same of two in other clothes.
    """
    look = difference(one.clothes, other.clothes)
    same = are_same(one.embedding, other.embedding)
    if same is None:
        return look
    if same:
        return ALIKE if look is None else look if look > OTHERWISE else min(look, ALIKE)
    return SOMEBODY_ELSE if look is None else max(look, SOMEBODY_ELSE)


def mistaken(before: tuple[Histograms, Histograms], after: tuple[Histograms, Histograms]) -> float:
    """Return how much less the clothes of two differ, together, if each has gone on as the other; below 0: more."""
    (one, other), (now, then) = before, after
    pairs = ((one, now), (other, then)), ((one, then), (other, now))
    straight, crossed = (sum(difference(*pair) or 0.0 for pair in each) for each in pairs)
    return straight - crossed


def heights_apart(one: Box, other: Box, aspect: float, ahead: tuple[float, float] = (0.0, 0.0)) -> float:
    """Return how many heights lie between two boxes, `aspect` is the picture's; `ahead`: the first went on."""
    across = ((other[0] + other[2] - one[0] - one[2]) / 2 - ahead[0]) * aspect
    down = (other[1] + other[3] - one[1] - one[3]) / 2 - ahead[1]
    return math.hypot(across, down) / max(one[3] - one[1], other[3] - other[1], 1e-6)


def within(box: Box, other: Box) -> float:
    """Return which part of a box lies in another."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0


def as_tall(one: Box, other: Box) -> bool:
    """Return whether somebody may have both heights, one soon after the other."""
    low, high = sorted((one, other), key=lambda box: box[3] - box[1])
    # Whoever is cut is seen shorter than they are, never taller.
    return high[3] - high[1] <= (CUT_HEIGHT if is_cut(low) else SAME_HEIGHT) * (low[3] - low[1])


def is_cut(box: Box) -> bool:
    """Return whether the picture's border may cut somebody."""
    return min(box[0], box[1], 1 - box[2], 1 - box[3]) < _BORDER


def leaves(glimpse: Glimpse, aspect: float, gap: float) -> bool:
    """Return whether somebody walks out of the picture within some seconds."""
    left, top, right, bottom = glimpse.box
    tall = max(bottom - top, 1e-6)
    vx, vy = glimpse.velocity
    ahead = min(gap, AHEAD)
    for edge, speed, size in (
        (left, -vx * aspect, aspect),
        (1 - right, vx * aspect, aspect),
        (top, -vy, 1.0),
        (1 - bottom, vy, 1.0),
    ):
        outwards = speed / tall > _OUTWARDS
        if outwards and (edge < _BORDER or edge * size < speed * ahead):
            return True
    return False


def is_same_still(one: Glimpse, other: Glimpse, aspect: float) -> bool:
    """Return whether two are one of which one is hardly seen and stands still: clothes agree, or place and size do.

    Near is not enough: clothes on a lawn are faintly somebody all the time, and people walk past.
    """
    look = difference(one.clothes, other.clothes)
    if look is not None and look <= ALIKE:
        return True
    # Of whom the border cuts, the place is that of a part.
    there = is_cut(one.box) or is_cut(other.box) or heights_apart(one.box, other.box, aspect) <= STANDS
    return there and as_tall(one.box, other.box) and (look is None or look <= OTHERWISE)


def unlike(before: Glimpse, after: Glimpse, aspect: float, longest: float) -> float | None:
    """Return how little somebody who comes into sight is like somebody who was lost; None: they are two.

    0 is who is exactly where and as expected, 1 the least alike that is the same. `longest` is how many seconds
    somebody may be out of sight.
    """
    gap = after.time - before.time
    if not 0 < gap <= longest or not as_tall(before.box, after.box):
        return None
    look = look_apart(before, after)
    hardly = (before.faint or after.faint) and not is_same_still(before, after, aspect)
    if hardly or (look is not None and look > OTHERWISE):
        return None
    alike = look is not None and look <= ALIKE
    if gap > FLICKER and (look is None or look > CLOSELY) and leaves(before, aspect, gap):
        return None
    if too_fast(before, after, aspect):
        return None
    ahead = min(gap, AHEAD)
    walked = before.velocity[0] * ahead, before.velocity[1] * ahead
    apart = heights_apart(before.box, after.box, aspect, walked)
    if alike:
        apart = min(apart, heights_apart(before.box, after.box, aspect))  # who looks the same may have turned round
    limit = NEAR + (ALIKE_PER_SECOND if alike else NEAR_PER_SECOND) * min(gap, PATIENCE)
    if apart > limit:
        return None
    return 0.5 * apart / limit + 0.5 * (0.5 if look is None else look / OTHERWISE)


def too_fast(before: Glimpse, after: Glimpse, aspect: float) -> bool:
    """Return whether nobody could have come so far out of sight, whatever they look like.

    In the heights that they have on the way: who walks away grows shorter.
    """
    gap = after.time - before.time
    tall = (before.box[3] - before.box[1] + after.box[3] - after.box[1]) / 2
    larger = max(before.box[3] - before.box[1], after.box[3] - after.box[1])
    straight = heights_apart(before.box, after.box, aspect) * larger / max(tall, 1e-6)
    pace = math.hypot(before.velocity[0] * aspect, before.velocity[1]) / max(before.box[3] - before.box[1], 1e-6)
    return straight > NEAR + max(WALK, QUICKEN * pace) * gap


def unlike_alongside(one: Course, other: Course, aspect: float) -> float | None:
    """Return how little two are alike who were seen at the same time, by two streams of one camera; None: they are two.

    They are compared over all of that time: two who pass one another are at one place only for a moment.
    """
    look = look_apart(one, other)
    if look is not None and look > OTHERWISE:
        return None
    pairs = [(box, place) for time, box in other.points if (place := one.place(time)) is not None]
    if not pairs:
        return None
    typical = median(heights_apart(a, b, aspect) if as_tall(a, b) else math.inf for a, b in pairs)
    return typical / _ALONGSIDE if typical <= _ALONGSIDE else None
