"""Which form of a detector costs less: told alike by a machine at rest and by a busy one."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest
from mycamera_worker.detection import speed
from mycamera_worker.detection.detections import NOTHING, Detections, Frame
from mycamera_worker.detection.speed import Comparison, Cost, compare

PICTURE = np.zeros((36, 64, 3), np.uint8)
ROUNDS, MOST = 5, 24
BURNT = 0.03
"""Seconds of the processor that each of the others takes."""


class Form:
    """Costs what it is told, look by look."""

    def __init__(self, costs: Iterator[Cost]) -> None:
        self.costs = costs

    def detect(self, _picture: Frame) -> Detections:
        return NOTHING


def compared(
    monkeypatch: pytest.MonkeyPatch, before: list[Cost], after: list[Cost], *, stop_after: int = 100
) -> tuple[Comparison | None, int]:
    """Return what is told of two forms, and after how many pauses."""
    pauses: list[float] = []

    def pause(seconds: float) -> bool:
        pauses.append(seconds)
        return len(pauses) >= stop_after

    monkeypatch.setattr(speed, "cost", lambda form, _: next(form.costs))
    told = compare(Form(iter(before)), Form(iter(after)), PICTURE, pause)  # type: ignore[arg-type]  # all that it asks of them
    return told, len(pauses)


def alone(*seconds: float) -> list[Cost]:
    return [Cost(each, 1.05 * each) for each in seconds]


def test_the_middle_of_several_rounds_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    told, pauses = compared(monkeypatch, alone(0.10, 0.11, 0.9, 0.10, 0.12), alone(0.05, 0.06, 0.05, 0.01, 0.07))
    assert told == Comparison(0.11, 0.05, calm=True)
    assert pauses == ROUNDS - 1


def test_rounds_in_a_crowd_do_not_count_where_there_are_calm_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = [Cost(0.3, 1.5)] * 7
    told, pauses = compared(monkeypatch, [*crowd, *alone(*[0.1] * 5)], alone(*[0.05] * 12))
    assert told == Comparison(0.1, 0.05, calm=True)
    assert pauses == 11
    told, _ = compared(monkeypatch, alone(*[0.1] * 12), [*crowd, *alone(*[0.05] * 5)])
    assert told == Comparison(0.1, 0.05, calm=True), "either may have been crowded"


def test_a_machine_that_is_never_at_rest_is_asked_often_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    busy = [Cost(0.1, 0.16)] * MOST
    told, pauses = compared(monkeypatch, busy, [*alone(0.04, 0.04, 0.04, 0.04), *[Cost(0.05, 0.2)] * (MOST - 4)])
    assert told == Comparison(0.1, 0.05, calm=False)
    assert pauses == MOST - 1


def test_whoever_stops_gets_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    told, pauses = compared(monkeypatch, alone(*[0.1] * 9), alone(*[0.1] * 9), stop_after=2)
    assert (told, pauses) == (None, 2)


def test_what_others_calculate_meanwhile_is_no_cost() -> None:
    def calculate() -> None:
        while time.thread_time() < BURNT:
            pass

    class Waiting:
        looks = 0

        def detect(self, _picture: Frame) -> Detections:
            self.looks += 1
            other = threading.Thread(target=calculate)
            other.start()
            other.join()
            return NOTHING

    form = Waiting()
    told = speed.cost(form, PICTURE)  # type: ignore[arg-type]  # all that is asked of it
    assert form.looks == 4, "one to warm up"
    assert told.processor < BURNT <= told.wall
    assert told.crowded


def test_a_crowd_is_half_as_long_again() -> None:
    assert Cost(0.1, 0.1501).crowded
    assert not Cost(0.1, 0.15).crowded
