"""Which stretches of time a live watch has really seen: the record of what need not be analysed again."""

from __future__ import annotations

from typing import Final

MOST_UNSEEN: Final = 1.0
"""Pictures that were worth a look and had to be left out for so long, in seconds, break a span."""
MOST_SILENT: Final = 1.5
"""The same for pictures that did not come."""
_CLOCK_SET: Final = 0.25
_MOST_LEFT_OUT: Final = 30
_BESIDE: Final = MOST_UNSEEN + 0.2
"""Seconds before the first and after the last picture of somebody in which they may have been in pictures left out."""


class WatchedSpans:
    """Keeps the spans of one camera. Times are seconds of a clock that never goes back, told ones UTC.

    A span begins with a picture that the detector has judged: while it cannot be used nothing is seen.
    """

    def __init__(self) -> None:
        self._since: float | None = None
        """From when the present span is still to be told; None where there is none."""
        self._offset = 0.0
        self._arrived: float | None = None
        self._pending: float | None = None
        self._missed: float | None = None
        self._left_out: list[tuple[float, float]] = []
        """From when until when pictures were left out lately, without breaking a span."""
        self._able = False
        self._ended: list[tuple[float, float, float]] = []
        """Spans that are still to be told: since when and until when, and what makes UTC of these."""

    def arrived(self, now: float, taken: float) -> None:
        """Take note of a picture that came at `now`, which is `taken` in UTC."""
        silent = self._arrived is not None and now - self._arrived > MOST_SILENT
        if self._since is not None and (silent or abs(taken - now - self._offset) > _CLOCK_SET):
            self._end(self.safe)
        self._arrived = now
        if self._since is None and self._able and self._pending is None:
            self._begin(now, taken - now)

    def looked(self, now: float) -> None:
        """Take note that the picture of this moment was given to the detector."""
        if self._missed is not None:
            self.left_out(self._missed, now)
            self._missed = None
        self._pending = now

    def left_out(self, since: float, now: float) -> None:
        """Take note that pictures between these times could not be looked at; comes before the picture of now."""
        if self._since is not None and now - since > MOST_UNSEEN:
            self._end(min(since, self.safe))
        self._left_out = [*self._left_out[-_MOST_LEFT_OUT:], (since, now)]

    def missed(self, now: float) -> None:
        """Take note that the picture of this moment was worth a look, which it could not get."""
        if self._missed is None:
            self._missed = now

    def given_up(self, first: float, last: float) -> None:
        """Take note of somebody who was in too few pictures to be told of, the first and last of them at these times.

        Where pictures beside them were left out, that may be why: this time is left to the recording.
        """
        since, until = first - _BESIDE, last + _BESIDE
        now = [] if self._missed is None or self._arrived is None else [(self._missed, self._arrived)]
        if not any(begin < until and end > since for begin, end in (*self._left_out, *now)):
            return
        self._ended = [
            part
            for begin, end, offset in self._ended
            for part in ((begin, min(end, since), offset), (max(begin, until), end, offset))
            if part[0] < part[1]
        ]
        if self._since is not None and until > self._since:
            offset = self._offset
            self._end(min(since, self.safe))
            self._begin(until, offset)

    def judged(self, now: float, taken: float) -> None:
        """Take note that the detector has judged the picture of this moment."""
        self._pending = None
        self._able = True
        if self._since is None:
            self._begin(now, taken - now)

    def lost(self, before: float | None = None) -> None:
        """End the span: the stream or the detector is away. From `before` on nothing more is told as watched."""
        if self._since is not None:
            self._end(self.safe)
        if before is not None:
            spans = [(since, min(until, before), offset) for since, until, offset in self._ended]
            self._ended = [span for span in spans if span[0] < span[1]]
        self._able = False
        self._pending = self._missed = self._arrived = None

    def _begin(self, now: float, offset: float) -> None:
        self._since, self._offset = now, offset

    @property
    def safe(self) -> float:
        """Until when everything was judged; long ago where nothing was."""
        if self._arrived is None:
            return float("-inf")
        return min(time for time in (self._arrived, self._pending, self._missed) if time is not None)

    @property
    def _settled(self) -> float:
        """Until when it is known whether anybody was in pictures that were left out."""
        if self._arrived is None:
            return float("-inf")
        return min((begin for begin, end in self._left_out if self._arrived - end < _BESIDE), default=self._arrived)

    def _end(self, until: float) -> None:
        if self._since is not None and until > self._since:
            self._ended.append((self._since, until, self._offset))
        self._since = None

    def take(self, before: float | None = None) -> list[tuple[float, float]]:
        """Return the spans, in UTC, that were not told yet, as far as they are earlier than `before`."""
        known = float("inf") if before is None else before
        spans = [(since + offset, min(until, known) + offset) for since, until, offset in self._ended if since < known]
        # Who came in before a span ended may still be given up, and then it ended sooner.
        self._ended = [(max(since, known), until, offset) for since, until, offset in self._ended if until > known]
        if self._since is not None:
            until = min(known, self.safe, self._settled)
            if until > self._since:
                spans.append((self._since + self._offset, until + self._offset))
                self._since = until
        return spans
