"""What a recorder learns of a stream from how its connections went, one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .connection import Outcome
from .failure import AuthenticationFailed, Disconnected, HostUnreachable, StreamNotFound, StreamStalled
from .habits import Sound, StreamHabits

MOTION_STALLS: Final = 2
"""So many stalls one after the other, of a camera that answers each time, make it one that sends on motion only."""
LONG_SECONDS: Final = 60.0
"""What was sent for so long before it stalled was no motion only."""
LONGEST_STALL: Final = 120.0
"""Seconds that such a camera may send nothing: it is connected to anew then, in case that it died."""
MOST_LATE_SOUNDS: Final = 3
"""So often may sound begin that had not come in time: each costs a connection."""
_GONE: Final = (HostUnreachable, StreamNotFound, AuthenticationFailed, Disconnected)
"""A camera that ends so was not silent, it was leaving."""


class Learner:
    """Knows a stream's habits, and changes its mind."""

    def __init__(self, stall_seconds: float, *, with_sound: bool) -> None:
        """Say after how many seconds of nothing any camera has stalled, and whether its sound is wanted."""
        self._stall_seconds = stall_seconds
        self._with_sound = with_sound
        self.habits = StreamHabits()
        """As they are to be remembered: what is not wanted is not in them."""
        self._late_sounds = 0
        """How often sound began that had not come in time, since a connection that lasted."""
        self._stalls = 0
        """How many tries in a row ended because nothing came, from a camera that answers."""

    @property
    def wanted(self) -> StreamHabits:
        """How the stream is to be recorded."""
        return self.habits if self._with_sound else replace(self.habits, sound=Sound.OFF)

    def learn(self, outcome: Outcome) -> bool:
        """Take how a connection ended; whether that is news, and the next one will be better for it."""
        found = outcome.habits
        if found is None:
            return False
        if not self._with_sound:
            found = replace(found, sound=self.habits.sound)
        before, self.habits = self.habits, self._judge_sound(self._judge_stalls(found, outcome), outcome)
        return self.habits != before

    def _judge_sound(self, found: StreamHabits, outcome: Outcome) -> StreamHabits:
        """Leave out sound that begins again and again too late to be waited for."""
        if found.sound is Sound.RECORDED and self.habits.sound is Sound.NONE:
            self._late_sounds += 1
        elif outcome.seconds > LONG_SECONDS:
            self._late_sounds = 0
        return replace(found, sound=Sound.DROPPED) if self._late_sounds > MOST_LATE_SOUNDS else found

    def _judge_stalls(self, found: StreamHabits, outcome: Outcome) -> StreamHabits:
        """Tell a camera that sends on motion only, which answers and is silent again and again, from one that hangs."""
        if isinstance(outcome.failure, _GONE):
            self._stalls = 0
            return replace(found, longest_stall=0.0)
        if isinstance(outcome.failure, StreamStalled):
            self._stalls = self._stalls + 1 if outcome.seconds < LONG_SECONDS else 1
            if self._stalls >= MOTION_STALLS:
                allowed = min(2 * max(found.longest_stall, self._stall_seconds), LONGEST_STALL)
                return replace(found, longest_stall=allowed)
        elif (
            outcome.failure is not None
            and outcome.seconds > LONG_SECONDS
            and outcome.longest_stall < self._stall_seconds
        ):
            return replace(found, longest_stall=0.0)  # it has sent steadily since
        return found
