"""How much of a stretch of time was recorded, and how much of the rest is accounted for. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

type Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Seconds of a stretch of time. The four sum up to it, less what is not decided yet at its end."""

    recorded: float
    missing: float
    """In gaps that are in the ledger, or that last until now."""
    unknown: float
    """Neither footage nor a gap is known."""
    before: float
    """Before the camera was first heard of."""
    gaps: int

    @property
    def expected(self) -> float:
        """How much should be there: the time since the camera is known."""
        return self.recorded + self.missing + self.unknown

    @property
    def percent(self) -> float | None:
        """The recorded part of all that should be there; None where nothing should be yet. Unknown is not recorded."""
        return 100 * self.recorded / self.expected if self.expected > 0 else None


def merge(stretches: Iterable[Stretch], since: datetime, until: datetime) -> list[Stretch]:
    """Return stretches of time, cut to [since, until], in order and without overlap."""
    merged: list[Stretch] = []
    for start, end in sorted((max(start, since), min(end, until)) for start, end in stretches):
        if end <= start:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def seconds(stretches: Iterable[Stretch]) -> float:
    """Return how long stretches are that do not overlap."""
    return sum((end - start).total_seconds() for start, end in stretches)


def _is_within(gap: Stretch, footage: Iterable[Stretch]) -> bool:
    return any(start <= gap[0] and gap[1] <= end and gap != (start, end) for start, end in footage)


def measure(
    footage: Iterable[Stretch],
    gaps: Iterable[Stretch],
    *,
    since: datetime,
    until: datetime,
    earlier: bool,
    closing: timedelta,
) -> Coverage:
    """Measure a stretch of time.

    `earlier` tells whether the camera was known before `since`. The time after the last that is known is a gap that
    lasts, unless it is no longer than `closing`: then it is a segment that is still being written, and not counted.
    """
    footage, gaps = list(footage), list(gaps)
    recorded = merge(footage, since, until)
    known_gaps = merge(gaps, since, until)
    # A gap inside one file is a stall of the camera, which nothing can have filled later.
    stalled = seconds(merge((gap for gap in gaps if _is_within(gap, footage)), since, until))
    known = merge((*recorded, *known_gaps), since, until)
    begin = since if earlier or not known else known[0][0]
    last = known[-1][1] if known else since
    if not known and not earlier:
        return Coverage(recorded=0, missing=0, unknown=0, before=(until - since).total_seconds(), gaps=0)
    lasting = (until - last).total_seconds() if until - last > closing else 0.0
    return Coverage(
        recorded=seconds(recorded) - stalled,
        # Elsewhere footage wins where both are claimed: it was found after the gap was told.
        missing=seconds(known) - seconds(recorded) + stalled + lasting,
        unknown=(last - begin).total_seconds() - seconds(known),
        before=(begin - since).total_seconds(),
        gaps=len(known_gaps) + bool(lasting),
    )
