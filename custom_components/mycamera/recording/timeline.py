"""From the stream's time to the world's.

ffmpeg tells where it is in the stream (seconds of media), and we know when it said so. What it says reaches us late,
by milliseconds or, while the event loop is busy, by much more; never early. So the smallest delay seen lately is the
truth, and that is what maps media time to the monotonic clock. The wall clock is only added at the end: setting it does
not stretch or squeeze a segment.
"""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import Any, Final, Self

WINDOW: Final = 60.0
"""Seconds of media that observations count for: long against a blocked event loop, short against a drifting camera."""
STEP: Final = 1.0
"""Seconds by which the wall clock must leave the monotonic one, at once, to count as set."""
SETTLED: Final = 10.0
"""Seconds after which the first burst of a connection no longer blurs the picture."""
JUMP: Final = 5.0
"""Seconds by which a camera's time must run ahead to count as a jump."""


class NothingObservedError(Exception):
    """No observation yet, so no media time can be placed."""


class Timeline:
    """Places the media times of one connection in UTC."""

    def __init__(self) -> None:
        self._offsets: deque[tuple[float, float]] = deque()
        """(media, monotonic - media), offsets rising from the smallest: a sliding minimum."""
        self._base: float | None = None
        self._first: float | None = None
        self.steps = 0
        """How many times the wall clock was set."""

    def to_json(self) -> dict[str, Any]:
        """Return all that it knows, for a timeline of the same machine since the same boot."""
        return {"offsets": list(self._offsets), "base": self._base, "first": self._first, "steps": self.steps}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Return one that knows that. Raises KeyError, TypeError and ValueError."""
        timeline = cls()
        timeline._offsets.extend((float(media), float(offset)) for media, offset in data["offsets"])
        timeline._base = None if data["base"] is None else float(data["base"])
        timeline._first = None if data["first"] is None else float(data["first"])
        timeline.steps = int(data["steps"])
        return timeline

    def observe(self, media: float, *, wall: float, monotonic: float) -> bool:
        """Note that ffmpeg was at `media` no later than now; false when the camera's time jumped ahead.

        All in seconds. A jump is not noted: the timeline stays usable for what came before it.
        """
        base = wall - monotonic
        if self._base is not None and abs(base - self._base) > STEP:
            self.steps += 1
        self._base = base
        offset = monotonic - media
        if self._first is None:
            self._first = monotonic
        elif monotonic - self._first > SETTLED and offset < self._offset(media) - JUMP:
            return False
        while self._offsets and self._offsets[-1][1] >= offset:
            self._offsets.pop()
        self._offsets.append((media, offset))
        while self._offsets[0][0] < media - WINDOW:
            self._offsets.popleft()
        return True

    def _offset(self, media: float) -> float:
        """Return the smallest offset of the window that ends at `media`."""
        inside = [offset for seen, offset in self._offsets if seen >= media - WINDOW]
        return min(inside, default=self._offsets[-1][1])

    def utc(self, media: float) -> datetime:
        """Tell when that was, by the wall clock as it is set now."""
        if self._base is None:
            raise NothingObservedError
        return datetime.fromtimestamp(self._base + self._offset(media) + media, UTC)
