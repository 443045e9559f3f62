"""When the disk will be full, if everything goes on as in the last day. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from .plan import CameraRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How a camera's footage grows, from how much there is now. Bytes, and bytes a day."""

    used: int
    plain_a_day: float
    persons_a_day: float
    rules: CameraRules

    @property
    def headroom(self) -> float:
        """How much it can still grow before its rules delete as much as is recorded."""
        day = timedelta(days=1)
        keep_persons = max(self.rules.keep, self.rules.keep_persons)
        most = self.plain_a_day * (self.rules.keep / day) + self.persons_a_day * (keep_persons / day)
        if self.rules.quota is not None:
            most = min(most, self.rules.quota)
        return max(0.0, most - self.used)


def days_until_full(room: int, cameras: Iterable[Growth]) -> float | None:
    """Return in how many days `room` (bytes) is used up; None where the cameras' own rules keep it from ever being."""
    remaining = float(room)
    if remaining <= 0:
        return 0.0
    # Each camera grows at its rate until its headroom is used; between those moments the sum grows evenly.
    growing = sorted(
        (camera.headroom / rate, rate) for camera in cameras if (rate := camera.plain_a_day + camera.persons_a_day) > 0
    )
    total = sum(rate for _, rate in growing)
    passed = 0.0
    for until, rate in growing:
        if total * (until - passed) >= remaining:
            return passed + remaining / total
        remaining -= total * (until - passed)
        passed = until
        total -= rate
    return None
