"""How many persons are in a live picture now: quick to say that somebody came, slow to say that they left."""

from __future__ import annotations

from collections import deque

from .track import MEDIAN_OVER


class PresenceCount:
    """Counts the persons before one camera. Times are seconds of any clock that never goes back."""

    def __init__(self, clear_time: float) -> None:
        self._clear_time = clear_time
        self._recent: deque[tuple[float, int]] = deque()
        self._looks = 0
        self._told: int | None = None

    @property
    def persons(self) -> int:
        """The number that was told last; 0 before the first."""
        return self._told or 0

    @property
    def known(self) -> bool:
        """Whether a number was told."""
        return self._told is not None

    def update(self, certain: int, time: float) -> int | None:
        """Take in how many certain persons a picture showed; return the new number where it has changed.

        The number is the largest of the last `clear_time` seconds, so a person hidden for a moment stays. The first
        number is told once enough pictures were looked at to be certain of somebody.
        """
        self._looks += 1
        # Only what can still become the largest is kept: numbers fall from left to right.
        while self._recent and self._recent[-1][1] <= certain:
            self._recent.pop()
        self._recent.append((time, certain))
        while time - self._recent[0][0] > self._clear_time:
            self._recent.popleft()
        persons = self._recent[0][1]
        if persons == self._told or (self._told is None and persons == 0 and self._looks <= MEDIAN_OVER):
            return None
        self._told = persons
        return persons
