"""How long to wait before the next try."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Backoff:
    """Doubling delays in seconds, with jitter so that those who wait for one thing do not come back in one instant."""

    first: float = 1.0
    ceiling: float = 30.0
    jitter: float = 0.2
    """The largest share of a delay that chance takes away."""
    chance: Callable[[], float] = field(default=random.random, repr=False)
    """A number from 0 to 1."""
    _next: float = field(default=0.0, init=False)

    def next(self) -> float:
        """Tell the next delay, and make the one after it longer."""
        delay = self._next or self.first
        self._next = min(delay * 2, self.ceiling)
        return min(delay, self.ceiling) * (1 - self.jitter * self.chance())

    def reset(self) -> None:
        """Start again from the first delay: the last try went well."""
        self._next = 0.0
