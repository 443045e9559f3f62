"""`scripts/bench live`: what it counts as told, missed, unclear and invented, and from when."""

from __future__ import annotations

import pytest

from scripts.bench_live import LATEST, Counted, Stay, Visit, count, lines, quantile, stays
from tests.e2e.faults.footage import Sent

FPS = 10
LAP = 100
VISIT = Visit("by the edge", came=20, since=25, until=40)
STAY = Stay("by the edge", came=102.0, since=102.5, until=103.9)
BEGAN, ENDED = 100.0, 200.0


def sent(frames: range, *, without: range = range(0)) -> Sent:
    """Return the notes of a camera that sent those frames, lap after lap, the first at second 100."""
    these = [number for number in frames if number not in without]
    return Sent("/cam0/sub", {n: BEGAN + n / FPS for n in these}, {serial: serial % LAP for serial in these})


def counted(*changes: tuple[float, bool], began: float = BEGAN, ended: float = ENDED) -> Counted:
    into = Counted()
    count([STAY], changes, began, ended, into)
    return into


def test_each_lap_has_its_visits_by_the_cameras_clock() -> None:
    found = stays([VISIT], sent(range(2 * LAP)))
    assert [(each.came, each.since, each.until) for each in found] == [
        pytest.approx((102.0, 102.5, 103.9)),
        pytest.approx((112.0, 112.5, 113.9)),
    ]


@pytest.mark.parametrize("without", [range(20, 21), range(30, 31), range(39, 40)])
def test_a_visit_that_was_not_sent_as_a_whole_is_none(without: range) -> None:
    assert stays([VISIT], sent(range(35))) == [], "it goes on"
    assert [each.came for each in stays([VISIT], sent(range(2 * LAP), without=without))] == [pytest.approx(112)]


def test_a_visit_that_the_camera_stood_still_in_is_none() -> None:
    notes = sent(range(LAP))
    late = {serial: when + (2 if serial >= 30 else 0) for serial, when in notes.frames.items()}
    assert stays([VISIT], Sent(notes.path, late, notes.shown)) == []


def test_who_is_told_has_the_time_since_half_was_to_be_seen() -> None:
    assert counted((102.9, True), (105.0, False)).latencies == {"by the edge": [pytest.approx(0.4)]}
    assert counted((102.2, True)).all == [pytest.approx(-0.3)], "sooner than half"


def test_who_is_not_told_in_time_is_missed() -> None:
    assert counted().missed == ["by the edge"]
    assert counted((STAY.until + LATEST, True)).missed == []
    late = counted((STAY.until + LATEST + 0.01, True))
    assert (late.missed, late.invented) == (["by the edge"], 1)


def test_nothing_is_said_while_it_is_on_of_the_visit_before() -> None:
    still = counted((101.0, True), (102.2, False), (102.7, True))
    assert (still.all, still.missed, still.unclear, still.invented) == ([], [], 1, 1)
    off = counted((101.0, True), (101.9, False), (102.7, True))
    assert off.all == [pytest.approx(0.2)]
    assert off.unclear == 0


def test_only_whole_visits_count() -> None:
    assert counted(began=102.01).missed == []
    assert counted(ended=STAY.until + LATEST - 0.01).missed == []
    assert counted(began=102.0, ended=STAY.until + LATEST).missed == ["by the edge"]


def test_what_is_printed_is_of_all() -> None:
    assert (quantile([0.5], 95), quantile([0.0, 1.0], 50)) == (0.5, 0.5)
    both = Counted({"a": [0.1, 0.3], "b": [0.5]}, ["b"], 2, 1)
    head, *rest = lines(4, 1.5, both)
    assert head.startswith("4 cameras, 1.5 min: 3 visits told, 1 missed, p50 0.30 s, p95 0.48 s, most 0.50 s;")
    assert "still on at 2 more" in head
    assert [line.split(":")[1].split(", p50")[0] for line in rest] == [" 2 told, 0 missed", " 1 told, 1 missed"]
