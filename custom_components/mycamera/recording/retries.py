"""When a recorder tries again."""

from __future__ import annotations

from typing import Final

from ..worker.backoff import Backoff
from .connection import Outcome
from .failure import AuthenticationFailed, StorageFailed, StreamError

GOOD_SECONDS: Final = 10.0
"""A connection that lasted so long was a good one: the next try comes at once, and only then the pauses begin."""
AT_ONCE: Final = 0.1
MOST_REFUSALS: Final = 2
"""So often may a camera refuse a password before it is left in peace: more, and many lock the account."""
REFUSED_SECONDS: Final = 3600.0
"""How long it is left in peace, unless somebody enters another password, which makes a new recorder."""


class Retries:
    """Counts what went wrong, and says how long to wait for the next try."""

    def __init__(self, backoff: Backoff | None = None, refused_seconds: float = REFUSED_SECONDS) -> None:
        """Begin with the first delay of the back-off; `refused_seconds` is the peace after refused passwords."""
        self._backoff = backoff or Backoff()
        self._refused_seconds = refused_seconds
        self._refusals = 0

    def seconds_until_next(self, failure: StreamError, outcome: Outcome) -> float:
        """Return how many seconds to wait before the next try, after one that ended so."""
        good = outcome.seconds > GOOD_SECONDS or outcome.learned
        if good:
            self._backoff.reset()
        if outcome.frames:
            self._refusals = 0
        if isinstance(failure, AuthenticationFailed):
            self._refusals += 1
            if self._refusals >= MOST_REFUSALS:
                return self._refused_seconds
        return AT_ONCE if good and not isinstance(failure, StorageFailed) else self._backoff.next()
