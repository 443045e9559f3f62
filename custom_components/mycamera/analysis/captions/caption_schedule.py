"""When pictures are described: at once or every so many minutes, and not in the quiet hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from homeassistant.util import dt as dt_util

from .caption_providers import BlockedReason, WaitReason, clock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """The hours from `start` until `end` on the wall clock; over midnight where the end is the earlier one.

    What the clock on the wall shows decides, also on the days on which it is put forward or back: an hour that comes
    twice is quiet twice, and one that is left out ends nothing.
    """

    start: time
    end: time

    def contain(self, now: datetime) -> bool:
        """Say whether `now`, of any time zone, is within them in Home Assistant's."""
        shown = dt_util.as_local(now).time()
        if self.start <= self.end:
            return self.start <= shown < self.end
        return shown >= self.start or shown < self.end

    def following_end(self, now: datetime) -> datetime:
        """Return when (UTC) they end that contain `now`."""
        local = dt_util.as_local(now)
        ends = sorted(
            dt_util.as_utc(datetime.combine(local.date() + timedelta(days=days), end, local.tzinfo))
            for days in range(3)
            for end in (self.end.replace(fold=0), self.end.replace(fold=1))
        )
        end = next(end for end in ends if end > now and not self.contain(end))
        while now < end - _MINUTE and not self.contain(end - _MINUTE):
            end -= _MINUTE  # the clock was put forward past the end, which this is as much later
        return end


class CaptionSchedule:
    """Opens and closes the caption queue. Batches begin on the multiples of their interval, counted in UTC."""

    def __init__(self, *, every: timedelta | None = None, quiet: QuietHours | None = None) -> None:
        """Take the interval between batches (None: at once) and the quiet hours."""
        self._every = every
        self._quiet = quiet
        self._next_batch: datetime | None = None

    def blocked_reason(self, now: datetime) -> BlockedReason | None:
        """Return why nothing is described at `now` (UTC); None where it is time."""
        if self._quiet is not None and self._quiet.contain(now):
            text = f"quiet hours until {self._quiet.end:%H:%M}"
            return BlockedReason(WaitReason.QUIET_HOURS, text, self._quiet.following_end(now))
        if self._every is None:
            return None
        if self._next_batch is None or self._next_batch - now > self._every:  # the clock was set back
            self._next_batch = self._following(now, self._every)
        if now < self._next_batch:
            text = f"the next batch begins at {clock(self._next_batch)}"
            return BlockedReason(WaitReason.NEXT_BATCH, text, self._next_batch)
        return None

    def drained(self, now: datetime) -> None:
        """Close until the next batch: everything that was due at `now` (UTC) is described."""
        if self._every is not None and (self._next_batch is None or now >= self._next_batch):
            self._next_batch = self._following(now, self._every)

    @staticmethod
    def _following(now: datetime, every: timedelta) -> datetime:
        return _EPOCH + ((now - _EPOCH) // every + 1) * every
