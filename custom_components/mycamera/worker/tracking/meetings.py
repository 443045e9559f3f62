"""Who is who after persons met: decided anew by what they wore before, once they are seen apart again.

While one hides the other, or the detector finds one box of both, nothing tells with whom which of two tracks goes on.
What they wore before and what they wear afterwards does, by several looks at each: more surely than any single one.

Its numbers were set as those of `tracker`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from ..protocol.values import Box
from .identity import Histograms, mistaken, within
from .track import Finding, PersonTrack

_CLOSE: Final = 0.35
"""The part of a box that lies in another's from which on two have met."""
_ALONE: Final = 0.2
"""The part of a box that may lie in others' where somebody is seen apart."""
_WHOLE: Final = 0.8
"""How high, beside before, somebody is who is not hidden by a thing: else it is the thing's colours that are seen."""
_KNOWN: Final = 3
"""Looks from which on it is known what somebody wore before."""
_LOOKS: Final = 3
_OVER: Final = 0.4
"""So many looks at each, over so many seconds, tell what they wear afterwards."""
_LAST_LOOKS: Final = 6
"""Of which so many count, should it be undecided for longer."""
_EXCHANGED: Final = 0.2
"""How much less their clothes must differ, together, if each went on as the other, for it to be so."""
_KEPT: Final = 0.05
"""How much more they must differ for it not to be asked again."""
_FORGET: Final = 5.0
"""Seconds after which two who met are who they are taken for."""


@dataclass(frozen=True, slots=True)
class _Before:
    """Somebody when they met others."""

    clothes: Histograms
    tall: float


@dataclass(slots=True)
class _After:
    """What somebody wears, on average over the last looks since a meeting."""

    since: float
    clothes: Histograms
    looks: int = 1

    def see(self, clothes: Histograms) -> None:
        self.looks += 1
        self.clothes = self.clothes + (clothes - self.clothes) / np.float32(min(self.looks, _LAST_LOOKS))

    def is_known(self, time: float) -> bool:
        return self.looks >= _LOOKS and time - self.since >= _OVER


@dataclass(slots=True)
class _Meeting:
    last: float
    """When they were close last."""
    nearest: float
    """When they were closest."""
    share: float
    """The part of a box that lay in the other then."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two tracks, each of which has gone on with the other's person since a moment."""

    one: int
    other: int
    since: float


class Meetings:
    """The meetings of the persons of one camera or file, as its tracker sees them. Times are seconds."""

    def __init__(self) -> None:
        self._meetings: dict[tuple[int, int], _Meeting] = {}
        """By tracks."""
        self._before: dict[int, _Before] = {}
        self._after: dict[int, _After] = {}

    def look(
        self, tracks: Sequence[PersonTrack], seen: Mapping[int, Finding], places: Mapping[int, Box], time: float
    ) -> Exchange | None:
        """Take note of one picture and return who has gone on as another, whose clothes the tracks have from then on.

        `seen` are those seen well and `places` where everybody is, or is expected, by track.
        """
        known = {track.key: track for track in tracks}
        for met, meeting in list(self._meetings.items()):
            if time - meeting.last > _FORGET or not known.keys() >= set(met):
                self._end(met)
        for both in combinations(sorted(tracks, key=lambda track: track.key), 2):
            here, there = (places[track.key] for track in both)
            share = max(within(here, there), within(there, here))
            if share >= _CLOSE:
                self._meet(*both, share=share, time=time)
        for key, finding in seen.items():
            self._dress(key, finding, places, time)
        pair = self._mistaken(seen, time)
        if pair is None:
            return None
        one, other = pair
        # Whoever they met besides has met whom they really are.
        self._before[one], self._before[other] = self._before[other], self._before[one]
        known[one].clothes, known[other].clothes = self._before[one].clothes, self._before[other].clothes
        # What a re-identification model said of each was said of both.
        known[one].embedding = known[other].embedding = None
        since = self._meetings[pair].nearest
        self._end(pair)
        return Exchange(one, other, since)

    def _meet(self, one: PersonTrack, other: PersonTrack, *, share: float, time: float) -> None:
        for track in (one, other):
            if track.key not in self._before and (track.clothes is None or track.looks < _KNOWN):
                return
        for track in (one, other):
            if track.key not in self._before and track.clothes is not None:
                self._before[track.key] = _Before(track.clothes, track.tall)
            self._after.pop(track.key, None)
        meeting = self._meetings.setdefault((one.key, other.key), _Meeting(time, time, share))
        meeting.last = time
        if share >= meeting.share:
            meeting.nearest, meeting.share = time, share

    def _dress(self, key: int, finding: Finding, places: Mapping[int, Box], time: float) -> None:
        """Take note of what somebody wears who has met others and is seen whole and apart."""
        before = self._before.get(key)
        if before is None or finding.clothes is None or finding.box[3] - finding.box[1] < _WHOLE * before.tall:
            return
        if sum(within(finding.box, place) for other, place in places.items() if other != key) > _ALONE:
            return
        after = self._after.get(key)
        if after is None:
            self._after[key] = _After(time, finding.clothes)
        else:
            after.see(finding.clothes)

    def _mistaken(self, seen: Mapping[int, Finding], time: float) -> tuple[int, int] | None:
        """Return the two who are the most clearly taken for one another; forget meetings of those who are not."""
        clearest, found = _EXCHANGED, None
        for pair in list(self._meetings):
            first, second = (self._after.get(key) if key in seen else None for key in pair)
            if first is None or second is None or not (first.is_known(time) and second.is_known(time)):
                continue
            before = self._before[pair[0]].clothes, self._before[pair[1]].clothes
            gain = mistaken(before, (first.clothes, second.clothes))
            if gain < -_KEPT:
                self._end(pair)
            elif gain > clearest:
                clearest, found = gain, pair
        return found

    def _end(self, pair: tuple[int, int]) -> None:
        del self._meetings[pair]
        for key in pair:
            if not any(key in each for each in self._meetings):
                self._before.pop(key, None)
                self._after.pop(key, None)
