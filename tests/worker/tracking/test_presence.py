"""How presence counts persons."""

from __future__ import annotations

from mycamera_worker.tracking.presence import PresenceCount


def test_nobody_is_told_once_it_is_certain() -> None:
    count = PresenceCount(clear_time=2)
    assert [count.update(0, step * 0.2) for step in range(8)] == [*[None] * 5, 0, None, None]


def test_somebody_is_told_at_once() -> None:
    count = PresenceCount(clear_time=2)
    assert count.update(1, 0.0) == 1
    assert count.persons == 1


def test_a_gap_shorter_than_the_clear_time_changes_nothing() -> None:
    count = PresenceCount(clear_time=2)
    seen = [1, 1, 0, 0, 0, 1, 1]
    assert [count.update(persons, step * 0.5) for step, persons in enumerate(seen)] == [1, *[None] * 6]


def test_off_comes_after_the_clear_time() -> None:
    count = PresenceCount(clear_time=2)
    count.update(2, 0.0)
    changes = {step / 2: count.update(0, step / 2) for step in range(1, 8)}
    assert {time: persons for time, persons in changes.items() if persons is not None} == {2.5: 0}


def test_one_of_two_leaves() -> None:
    count = PresenceCount(clear_time=1)
    count.update(2, 0.0)
    assert [count.update(1, 0.5), count.update(1, 1.1)] == [None, 1]
