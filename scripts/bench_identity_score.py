"""How well appearances are persons (`bench_identity.py`): the measures of multi-object tracking, and ours.

Truth is who is where at some moments; an appearance is where somebody is at the times of its path, and on a straight
line between two points of it. IDF1 is the share of truth and of appearances that agree when each person is given the
one appearance that fits best overall (Ristani et al., 2016); a swap is a person who goes over to another appearance
(IDSW of CLEAR MOT). Boxes match where they overlap by three tenths: those of the film's truth are narrower than a
detector's. Appearances of nobody at all are told as false events, and left out of IDF1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]  # it has none of its own

OVERLAP: Final = 0.3
LONGEST_LINE: Final = 2.6
"""Between two points of a path further apart, seconds, somebody was out of sight."""
LONG_ENOUGH: Final = 2.0
"""Seconds for which a person must be in sight to be missed."""
MIXED: Final = 0.1

type Box = tuple[float, float, float, float]
type Way = Sequence[tuple[float, Box]]
type Truth = dict[float, dict[int, Box]]
"""Who is where, by moment, seconds."""


@dataclass
class Score:
    """What the measures say; errors are in seconds."""

    persons: int
    appearances: int
    idf1: float = 0.0
    recall: float = 0.0
    swaps: int = 0
    pieces: float = 0.0
    mixed: list[int] = field(default_factory=list)
    """Numbers of the appearances of which more than a tenth is of others than the one they are mostly of."""
    without: list[int] = field(default_factory=list)
    """Persons of whom no appearance is mostly."""
    missed: list[int] = field(default_factory=list)
    invented: list[int] = field(default_factory=list)
    """Numbers of appearances of nobody."""
    first: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)
    owners: dict[int, Counter[int]] = field(default_factory=dict)
    hours: float = 0.0
    """How much time the truth is known of."""

    @property
    def false_per_hour(self) -> float:
        """How many appearances of nobody there are in an hour."""
        return len(self.invented) / self.hours if self.hours else 0.0

    def line(self) -> str:
        """Return the columns of a table."""
        first = max(map(abs, self.first), default=0.0)
        last = max(map(abs, self.last), default=0.0)
        return (
            f"{self.persons:>8}{self.appearances:>6}{self.idf1:>7.3f}{self.recall:>8.3f}{self.swaps:>6}"
            f"{self.pieces:>7.2f}{len(self.mixed):>6}{len(self.without):>8}{len(self.missed):>7}{self.false_per_hour:>9.0f}"
            f"{first:>7.1f}{last:>6.1f}"
        )


HEADS: Final = (
    f"{'persons':>8}{'told':>6}{'IDF1':>7}{'recall':>8}{'swaps':>6}{'pieces':>7}{'mixed':>6}{'no own':>8}{'missed':>7}"
    f"{'false/h':>9}{'first':>7}{'last':>6}"
)


def score(truth: Truth, paths: Sequence[Way], *, edges: bool, overlap: float = OVERLAP) -> Score:
    """Compare appearances with the truth; `edges`: it tells when somebody comes and goes, not only now and then."""
    persons = sorted({person for there in truth.values() for person in there})
    result = Score(len(persons), len(paths), hours=(max(truth) - min(truth)) / 3600)
    together: Counter[tuple[int, int]] = Counter()
    there_count: Counter[int] = Counter()
    path_count: Counter[int] = Counter()
    matched: defaultdict[int, Counter[int]] = defaultdict(Counter)
    pieces: defaultdict[int, Counter[int]] = defaultdict(Counter)
    before: dict[int, int] = {}
    hits = 0
    for moment in sorted(truth):
        there = truth[moment]
        shown = {number: box for number, path in enumerate(paths) if (box := _at(path, moment)) is not None}
        there_count.update(there.keys())
        path_count.update(shown.keys())
        overlaps = {(p, n): _overlap(a, b) for p, a in there.items() for n, b in shown.items()}
        together.update(pair for pair, share in overlaps.items() if share >= overlap)
        kept = {p: n for p, n in before.items() if overlaps.get((p, n), 0.0) >= overlap}
        pairs = kept | _assigned(
            [p for p in there if p not in kept], [n for n in shown if n not in kept.values()], overlaps, overlap
        )
        hits += len(pairs)
        for person, number in pairs.items():
            result.swaps += before.get(person, number) != number
            before[person] = number
            matched[number][person] += 1
            pieces[person][number] += 1
    for number in set(path_count) - {n for _, n in together}:
        del path_count[number]
    result.idf1 = _idf1(persons, len(paths), together, there_count.total() + path_count.total())
    result.recall = hits / max(1, there_count.total())
    result.owners = dict(matched)
    owned = set()
    for number in range(len(paths)):
        of = matched.get(number)
        if of is None:
            result.invented.append(number)
            continue
        (owner, most), *_ = of.most_common()
        owned.add(owner)
        if most < (1 - MIXED) * of.total():
            result.mixed.append(number)
    result.without = [person for person in persons if person not in owned]
    result.pieces = sum(len(each) for each in pieces.values()) / max(1, len(pieces))
    _visits(result, truth, paths, pieces, edges=edges)
    return result


def _idf1(persons: Sequence[int], count: int, together: Counter[tuple[int, int]], everything: int) -> float:
    gains = np.asarray([[together[person, number] for number in range(count)] for person in persons], float)
    rows, columns = linear_sum_assignment(-gains.reshape(len(persons), count))
    return 2 * float(gains.reshape(len(persons), count)[rows, columns].sum()) / max(1, everything)


def _visits(
    result: Score, truth: Truth, paths: Sequence[Way], pieces: Mapping[int, Counter[int]], *, edges: bool
) -> None:
    """Note who was missed, and how far beginnings and ends are off."""
    for person in sorted({each for there in truth.values() for each in there}):
        times = [moment for moment in truth if person in truth[moment]]
        if max(times) - min(times) < LONG_ENOUGH:
            continue
        if person not in pieces:
            result.missed.append(person)
        elif edges:
            mine = [paths[number] for number in pieces[person]]
            result.first.append(min(path[0][0] for path in mine) - min(times))
            result.last.append(max(path[-1][0] for path in mine) - max(times))


def _assigned(
    persons: Sequence[int], numbers: Sequence[int], overlaps: dict[tuple[int, int], float], least: float
) -> dict[int, int]:
    if not persons or not numbers:
        return {}
    table = np.asarray([[overlaps[p, n] for n in numbers] for p in persons])
    rows, columns = linear_sum_assignment(-np.where(table >= least, table + 1, 0))
    return {persons[i]: numbers[j] for i, j in zip(rows, columns, strict=True) if table[i, j] >= least}


def _at(path: Way, moment: float) -> Box | None:
    """Return where somebody is at a moment; None where out of sight."""
    slack = 0.06
    for (time, box), (after, later) in zip(path, [*path[1:], path[-1]], strict=True):
        if abs(time - moment) <= slack:
            return box
        if time < moment < after and after - time <= LONGEST_LINE:
            share = (moment - time) / (after - time)
            left, top, right, bottom = (a + share * (b - a) for a, b in zip(box, later, strict=True))
            return left, top, right, bottom
    return None


def _overlap(a: Box, b: Box) -> float:
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    both = width * height
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)
