"""What distances of a re-identification model are found to tell: of a good one, of a poor one, of useless ones."""

from __future__ import annotations

import numpy as np
import pytest
from mycamera_worker.tracking.calibration import Calibration
from mycamera_worker.tracking.embedding import Limits

RANDOM = np.random.default_rng(7)


def learnt(same: tuple[float, float], other: tuple[float, float], *, persons: int = 20, each: int = 8) -> Limits | None:
    """Return what is learnt of distances with these means and deviations."""
    calibration = Calibration()
    for who in range(persons):
        for _ in range(each):
            calibration.same(who, abs(RANDOM.normal(*same)))
            calibration.other((who, who + 1), abs(RANDOM.normal(*other)))
    return calibration.limits


def test_a_good_model_has_a_say_where_nearly_nothing_else_is() -> None:
    limits = learnt((0.15, 0.04), (0.6, 0.08))
    assert limits is not None
    assert 0.2 < limits.same < 0.35, "hardly any two persons are so near, and one person is"
    assert 0.5 < limits.other < 0.7, "no one person is so far, and not less than is usual for two"


def test_of_a_model_that_tells_less_less_is_believed() -> None:
    """Persons of 0.30 and two of 0.45: only what is extreme counts."""
    limits = learnt((0.20, 0.04), (0.40, 0.05))
    assert limits is not None
    assert limits.same < 0.30
    assert limits.other >= 0.38


@pytest.mark.parametrize(
    ("same", "other"),
    [((0.3, 0.1), (0.3, 0.1)), ((0.3, 0.1), (0.4, 0.1)), ((0.5, 0.05), (0.2, 0.05)), ((0.0, 0.0), (0.0, 0.0))],
    ids=["says anything", "says little", "says the contrary", "says the same of all"],
)
def test_a_model_that_does_not_tell_persons_apart_has_no_say(
    same: tuple[float, float], other: tuple[float, float]
) -> None:
    assert learnt(same, other) is None


def test_little_is_not_enough() -> None:
    assert learnt((0.1, 0.01), (0.6, 0.01), persons=4) is None, "few persons, however often"
    assert learnt((0.1, 0.01), (0.6, 0.01), persons=4, each=500) is None
    assert learnt((0.1, 0.01), (0.6, 0.01), persons=6, each=1) is None
    alone = Calibration()
    for who in range(200):
        alone.same(who, 0.1)
    assert alone.limits is None, "who is always alone tells nothing of others"


def test_a_model_that_is_of_use_no_more_loses_its_say() -> None:
    calibration = Calibration()
    for who in range(60):
        for _ in range(8):
            calibration.same(who, 0.1)
            calibration.other(who, 0.6)
    assert calibration.limits is not None
    for who in range(100, 160):  # a camera at night
        for _ in range(8):
            calibration.same(who, 0.1 + 0.5 * RANDOM.random())
            calibration.other(who, 0.1 + 0.5 * RANDOM.random())
    assert calibration.limits is None


def test_what_is_learnt_wrongly_makes_it_say_less() -> None:
    """Tracks that went over to somebody else, and one person seen twice at once."""
    right, wrong = Calibration(), Calibration()
    for who in range(40):
        for n in range(8):
            for calibration in (right, wrong):
                mistaken = calibration is wrong and n == 0 and who % 5 == 0
                calibration.same(who, 0.54 if mistaken else 0.1)
                calibration.other(who, 0.05 if mistaken else 0.55)
    assert right.limits is not None
    assert wrong.limits is not None
    assert wrong.limits.same < right.limits.same
    assert wrong.limits.other > right.limits.other
