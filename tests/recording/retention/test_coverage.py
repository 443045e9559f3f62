"""How much of a day is covered, and what is said of the rest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.recording.retention.coverage import Stretch, measure

SINCE = datetime(2026, 11, 21, 12, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=1)
CLOSING = timedelta(seconds=150)


def at(*hours: float) -> list[Stretch]:
    """Return stretches between pairs of hours since the beginning."""
    moments = [SINCE + timedelta(hours=hour) for hour in hours]
    return list(zip(moments[::2], moments[1::2], strict=True))


def test_a_whole_day() -> None:
    coverage = measure(at(-1, 10, 10, 24), [], since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
    assert (coverage.percent, coverage.gaps) == (100, 0)


def test_gaps_and_what_is_not_explained() -> None:
    coverage = measure(at(0, 6, 9, 12, 18, 24), at(6, 9), since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
    assert coverage.recorded == 15 * 3600
    assert coverage.missing == 3 * 3600
    assert coverage.unknown == 6 * 3600
    assert coverage.percent == 62.5, "what is unknown does not count as recorded"
    assert coverage.gaps == 1


def test_a_stall_inside_a_file_is_missing_and_a_file_that_was_found_later_is_not() -> None:
    stalled = measure(at(0, 6, 6, 24), at(2, 3), since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
    assert (stalled.recorded, stalled.missing, stalled.unknown) == (23 * 3600, 3600, 0)
    found = measure(at(0, 6, 6, 9, 12, 24), at(6, 12), since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
    assert (found.recorded, found.missing) == (21 * 3600, 3 * 3600)


def test_a_camera_of_an_hour_ago() -> None:
    coverage = measure(at(23, 24), [], since=SINCE, until=UNTIL, earlier=False, closing=CLOSING)
    assert (coverage.percent, coverage.before) == (100, 23 * 3600)
    nothing = measure([], [], since=SINCE, until=UNTIL, earlier=False, closing=CLOSING)
    assert nothing.percent is None


def test_an_outage_that_lasts() -> None:
    """It has no row before it is over."""
    coverage = measure(at(0, 12), [], since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
    assert (coverage.percent, coverage.gaps, coverage.missing) == (50, 1, 12 * 3600)
    all_day = measure([], [], since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
    assert (all_day.percent, all_day.gaps) == (0, 1)


def test_the_segment_that_is_being_written_is_not_missing() -> None:
    written = [(SINCE, UNTIL - timedelta(seconds=100))]
    coverage = measure(written, [], since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
    assert (coverage.percent, coverage.missing) == (100, 0)


stretches = st.lists(st.tuples(st.floats(-5, 30), st.floats(0, 8)).map(lambda t: at(t[0], t[0] + t[1])[0]), max_size=12)


@given(stretches, stretches, st.booleans())
def test_every_second_is_accounted_for(footage: list[Stretch], gaps: list[Stretch], earlier: bool) -> None:
    c = measure(footage, gaps, since=SINCE, until=UNTIL, earlier=earlier, closing=CLOSING)
    assert min(c.recorded, c.missing, c.before) >= 0
    assert c.unknown > -1e-3
    total = c.recorded + c.missing + c.unknown + c.before
    assert 86_400 - CLOSING.total_seconds() - 1e-3 <= total <= 86_400 + 1e-3
    assert c.percent is None or -1e-6 <= c.percent <= 100 + 1e-6
