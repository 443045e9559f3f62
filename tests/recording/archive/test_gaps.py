"""The ledger of missing time, by itself: what is a gap, from when until when, and why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.recording.archive.gaps import GapLedger
from custom_components.mycamera.recording.archive.segment import GapCause

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def ledger() -> GapLedger:
    """Return a ledger that has footage until noon."""
    return GapLedger("front", covered_until=NOON)


def test_nothing_is_missing_before_anything_is_known() -> None:
    new = GapLedger("front")
    assert new.known_until is None
    assert new.open_gap(at(100), 100.0) is None
    assert new.footage(at(100), at(160), 160.0) is None
    assert new.known_until == at(160)


def test_the_time_before_counting_is_no_gap_and_no_footage() -> None:
    new = GapLedger("front")
    new.begin(NOON)
    assert new.covered_until == NOON
    assert new.known_until is None
    new.note(GapCause.CONNECTING, 0.0)
    assert new.open_gap(at(2), 2.0) is None, "a new camera is being connected to: nothing is missing"
    assert new.footage(at(3), at(60), 60.0) is None
    assert new.known_until == at(60)


def test_a_new_camera_that_cannot_be_recorded_has_a_gap() -> None:
    new = GapLedger("front")
    new.begin(NOON)
    new.note(GapCause.CONNECTING, 0.0)
    new.note(GapCause.UNREACHABLE, 1.0)
    gap = new.footage(at(300), at(360), 360.0)
    assert gap is not None
    assert (gap.camera_id, gap.start, gap.end, gap.cause) == ("front", NOON, at(300), GapCause.UNREACHABLE)


@pytest.mark.parametrize(("seconds", "missing"), [(-5.0, False), (0.0, False), (0.049, False), (0.05, True)])
def test_less_than_the_uncertainty_of_a_frame_is_no_gap(seconds: float, *, missing: bool) -> None:
    gap = ledger().footage(at(seconds), at(60), 60.0)
    assert (gap is not None) is missing
    if gap is not None:
        assert (gap.start, gap.end) == (NOON, at(seconds))


def test_where_nobody_said_why_the_camera_stalled() -> None:
    gap = ledger().footage(at(5), at(60), 60.0)
    assert gap is not None
    assert gap.cause is GapCause.STALLED


def test_connecting_is_told_only_where_there_was_nothing_else() -> None:
    alone = ledger()
    alone.note(GapCause.CONNECTING, 0.0)
    gap = alone.footage(at(5), at(60), 5.0)
    assert gap is not None
    assert gap.cause is GapCause.CONNECTING

    beside = ledger()
    beside.note(GapCause.DISCONNECTED, 0.0)
    beside.note(GapCause.CONNECTING, 0.1)
    gap = beside.footage(at(5), at(60), 5.0)
    assert gap is not None
    assert gap.cause is GapCause.DISCONNECTED


def test_the_cause_that_lasted_longest_is_told() -> None:
    kept = ledger()
    kept.note(GapCause.STALLED, 100.0)
    kept.note(GapCause.UNREACHABLE, 110.0)
    kept.note(GapCause.AUTHENTICATION_FAILED, 119.0)
    gap = kept.open_gap(at(20), 120.0)
    assert gap is not None
    assert gap.cause is GapCause.STALLED  # 10 s, 9 s and 1 s
    # The gap is still open, and the last cause goes on.
    gap = kept.open_gap(at(30), 130.0)
    assert gap is not None
    assert gap.cause is GapCause.AUTHENTICATION_FAILED  # now 11 s
    assert (gap.start, gap.end) == (NOON, at(30))


def test_a_cause_that_comes_back_counts_on() -> None:
    kept = ledger()
    for second, cause in ((0, GapCause.STALLED), (4, GapCause.UNREACHABLE), (10, GapCause.STALLED)):
        kept.note(cause, float(second))
    gap = kept.footage(at(14), at(60), 13.0)
    assert gap is not None
    assert gap.cause is GapCause.STALLED  # 4 + 3 s against 6


def test_a_cause_does_not_leak_into_the_next_gap() -> None:
    kept = ledger()
    kept.note(GapCause.AUTHENTICATION_FAILED, 0.0)
    kept.note(GapCause.UNREACHABLE, 1.0)
    assert kept.footage(at(100), at(160), 100.0) is not None
    gap = kept.footage(at(165), at(220), 165.0)
    assert gap is not None
    assert gap.cause is GapCause.STALLED  # nobody has said anything since
    kept.note(GapCause.STREAM_CHANGED, 220.0)
    gap = kept.footage(at(221), at(280), 221.0)
    assert gap is not None
    assert gap.cause is GapCause.STREAM_CHANGED


def test_footage_without_a_gap_ends_causes_too() -> None:
    kept = ledger()
    kept.note(GapCause.STORAGE_UNAVAILABLE, 0.0)
    assert kept.footage(at(0.01), at(60), 60.0) is None
    gap = kept.footage(at(70), at(120), 120.0)
    assert gap is not None
    assert gap.cause is GapCause.STALLED


pieces = st.lists(st.tuples(st.floats(0, 30), st.floats(0.1, 60)), min_size=1, max_size=20)


@given(pieces)
def test_footage_and_gaps_fill_the_time(durations: list[tuple[float, float]]) -> None:
    """Whatever comes, footage and gaps follow each other; only what is shorter than the uncertainty is left out."""
    kept = ledger()
    clock = NOON
    gaps = footage = left_out = timedelta()
    for missing, recorded in durations:
        start = clock + timedelta(seconds=missing)
        end = start + timedelta(seconds=recorded)
        gap = kept.footage(start, end, 0.0)
        if gap is None:
            left_out += start - clock
            assert start - clock < timedelta(seconds=0.05)
        else:
            assert (gap.start, gap.end) == (clock, start)
            gaps += gap.end - gap.start
        footage += end - start
        clock = end
        assert kept.known_until == clock
    assert gaps + footage + left_out == clock - NOON
