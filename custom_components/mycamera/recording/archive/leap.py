"""Pictures that were stamped too early, up to a connection's first report of how its streams belong together.

Until it comes, ffmpeg lets each stream begin at 0. With it the stamps leap, once, and the last picture before it would
stand still for so long.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import accumulate, islice, pairwise
from statistics import median_low
from typing import Final

from ..mp4.movie import Track

_LEAST_LEAP: Final = 0.1
"""Seconds by which a picture is shown too long that people notice."""
_TOLERANCE: Final = 0.2
UNTOLD_LEAP: Final = 0.5
"""Seconds by which a connection may seem to end after its last writing."""
_WRITING_TAKES: Final = 1.0
REPORTED_SECONDS: Final = 30.0
"""In this time a camera reports what lies between the beginnings of its streams."""
_LEAST_KNOWN: Final = 4
"""Pictures that tell how long one usually lasts."""
_LONGEST: Final = 6.0
"""Seconds; what leaps farther is a clock that was set."""


def untold_leap(end: datetime | None, written: datetime) -> float:
    """Return by how many seconds, at most, stamps leaped with the last pictures of a connection; 0 if they did not.

    Of the few last ones nobody tells; but none was `written` (UTC) after it seems to have come, at the `end` (UTC).
    """
    late = 0.0 if end is None else (end - written).total_seconds()
    return late + _WRITING_TAKES if UNTOLD_LEAP < late < _LONGEST else 0.0


def close_leap(video: Track, leap: float, leaped: tuple[float, float], *, least: float = _LEAST_LEAP) -> float:
    """Let pictures begin later that were stamped too early: where stamps leaped, one stands still for so long.

    Returns for how many seconds; `leaped` is between which seconds after the first picture that may be.
    """
    if leap < least:
        return 0.0
    since, until = (seconds * video.timescale for seconds in leaped)
    slack = _TOLERANCE * video.timescale
    times = list(_times(video, leaped[1] + _TOLERANCE))
    shown = [after - before for before, after in pairwise(times)]
    inside = [
        index for index, time in enumerate(times[:-1]) if since - slack < time - times[0] < until + slack - shown[index]
    ]
    if not inside or len(times) <= _LEAST_KNOWN:
        return 0.0
    longest = max(inside, key=shown.__getitem__)
    excess = shown[longest] - median_low(shown)
    seconds = excess / video.timescale
    if not least <= seconds <= leap + _TOLERANCE:
        return 0.0
    for run in video.runs:
        run.start += excess
        if longest < len(run.durations):
            # The next run has a time of its own.
            run.durations[longest] = max(1, run.durations[longest] - excess)
            break
        longest -= len(run.durations)
    return seconds


def _times(track: Track, seconds: float) -> Iterator[int]:
    """Yield when each sample of so many seconds begins, in the track's time scale, and the next ones."""
    end = track.runs[0].start + seconds * track.timescale
    late = 0
    for run in track.runs:
        for time in islice(accumulate(run.durations, initial=run.start), len(run.durations)):
            yield time
            late += time > end
            if late > _LEAST_KNOWN:
                return
