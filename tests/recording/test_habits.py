"""What a recorder learns of a camera that is silent, and when it forgets that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from custom_components.mycamera.recording.connection import Outcome
from custom_components.mycamera.recording.failure import ClockJumped, Disconnected, StreamError, StreamStalled
from custom_components.mycamera.recording.habits import Sound, StreamHabits
from custom_components.mycamera.recording.learning import LONG_SECONDS, MOST_LATE_SOUNDS, Learner

STALL = 10.0


@pytest.mark.parametrize(
    ("failure", "seconds", "longest_stall", "then"),
    [
        (ClockJumped(), 100.0, 1.0, 0.0),  # it has sent steadily
        (ClockJumped(), 100.0, 25.0, 40.0),  # it was silent for longer than others may be
        (ClockJumped(), 20.0, 1.0, 40.0),  # too short to tell
        (Disconnected(), 5.0, 0.0, 0.0),  # it was leaving
        (None, 100.0, 1.0, 40.0),  # the recording goes on: another order would end it
        (StreamStalled(), 100.0, 1.0, 40.0),  # once only, and it had sent
    ],
)
def test_how_long_a_camera_may_be_silent_is_forgotten(
    failure: StreamError | None, seconds: float, longest_stall: float, then: float
) -> None:
    learner = Learner(STALL, with_sound=True)
    learner.habits = StreamHabits(longest_stall=40.0)
    learner.learn(Outcome(failure=failure, seconds=seconds, longest_stall=longest_stall, habits=learner.habits))
    assert learner.habits.longest_stall == then


def test_a_camera_that_is_silent_again_and_again_is_given_time() -> None:
    learner = Learner(STALL, with_sound=True)
    allowed = []
    for _ in range(6):
        learner.learn(Outcome(failure=StreamStalled(), seconds=5.0, habits=learner.habits))
        allowed.append(learner.habits.longest_stall)
    assert allowed == [0.0, 20.0, 40.0, 80.0, 120.0, 120.0]


def begin_late(learner: Learner, seconds: float) -> Sound:
    """Have sound begin that had not come in time, after so many seconds of picture; return what becomes of it."""
    learner.habits = replace(learner.habits, sound=Sound.NONE)
    learner.learn(Outcome(failure=None, seconds=seconds, habits=replace(learner.habits, sound=Sound.RECORDED)))
    return learner.habits.sound


def test_sound_that_begins_too_late_again_and_again_is_left_out() -> None:
    learner = Learner(STALL, with_sound=True)
    assert [begin_late(learner, 300.0) for _ in range(MOST_LATE_SOUNDS + 1)] == [
        *[Sound.RECORDED] * MOST_LATE_SOUNDS,
        Sound.DROPPED,
    ]


def test_sound_that_began_too_late_a_few_times_in_a_long_while_is_recorded() -> None:
    learner = Learner(STALL, with_sound=True)
    for _ in range(2 * MOST_LATE_SOUNDS):
        assert begin_late(learner, 300.0) is Sound.RECORDED
        learner.learn(Outcome(failure=Disconnected(), seconds=LONG_SECONDS + 1, habits=learner.habits))


def test_what_is_not_wanted_is_not_learned() -> None:
    learner = Learner(STALL, with_sound=False)
    assert learner.wanted.sound is Sound.OFF
    assert not learner.learn(Outcome(failure=None, habits=learner.wanted))
    assert learner.habits.sound is Sound.RECORDED
