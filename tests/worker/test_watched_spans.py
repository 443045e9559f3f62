"""What counts as watched: no more than what was really judged, and all of that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mycamera_worker.watched_spans import MOST_SILENT, MOST_UNSEEN, WatchedSpans

UTC = 1_000_000.0
BESIDE = MOST_UNSEEN + 0.2
"""Seconds: whoever was in pictures so shortly before or after others that were left out may have been in these, too."""


def watch(spans: WatchedSpans, start: float, end: float, *, look_every: float = 1.0) -> float:
    """Have five pictures a second arrive, some of which are looked at and judged at once; return when the last came."""
    count = round((end - start) * 5)
    looked = float("-inf")
    now = start
    for number in range(count + 1):
        now = start + number / 5
        spans.arrived(now, UTC + now)
        if now - looked >= look_every - 0.01:
            spans.looked(now)
            spans.judged(now, UTC + now)
            looked = now
    return now


def told(spans: WatchedSpans, before: float | None = None) -> list[tuple[float, float]]:
    return [(round(since - UTC, 1), round(until - UTC, 1)) for since, until in spans.take(before)]


def test_a_watch_is_one_span_told_in_parts() -> None:
    spans = WatchedSpans()
    watch(spans, 10, 20)
    assert told(spans) == [(10, 20)]
    assert told(spans) == []
    watch(spans, 20.2, 25)
    assert told(spans, before=23) == [(20, 23)]
    assert told(spans) == [(23, 25)]


def test_nothing_is_watched_before_the_detector_has_judged() -> None:
    spans = WatchedSpans()
    spans.arrived(1, UTC + 1)
    spans.looked(1)
    for now in (2, 2.2, 2.4):
        spans.arrived(now, UTC + now)
    assert told(spans) == []
    spans.judged(1, UTC + 1)
    assert told(spans) == [(1, 2.4)]


def test_what_the_detector_has_not_judged_yet_is_not_told() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 5)
    spans.arrived(5.2, UTC + 5.2)
    spans.looked(5.2)
    spans.arrived(5.4, UTC + 5.4)
    assert told(spans) == [(0, 5.2)]
    spans.judged(5.2, UTC + 5.2)
    assert told(spans) == [(5.2, 5.4)]


def test_a_short_overload_breaks_nothing() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 5)
    for now in (5.2, 5.4, 5.6):
        spans.arrived(now, UTC + now)
        spans.missed(now)
    assert told(spans) == [(0, 5.2)], "what was left out is not told before it is over"
    watch(spans, 5.8, 8)
    assert told(spans) == [(5.2, 8)]


def test_a_long_overload_breaks_the_span() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 5)
    for number in range(10):
        spans.arrived(5.2 + number / 5, UTC + 5.2 + number / 5)
        spans.missed(5.2 + number / 5)
    watch(spans, 7.2, 9)
    assert told(spans) == [(0, 5.2), (7.2, 9)]


def test_pictures_that_came_too_late_break_a_span_as_those_for_which_the_detector_was_busy() -> None:
    for late, unbroken in ((MOST_UNSEEN, True), (MOST_UNSEEN + 0.2, False)):
        spans = WatchedSpans()
        watch(spans, 0, 4)
        spans.left_out(4, 4 + late)
        watch(spans, 4 + late, 9 + late)
        assert told(spans) == ([(0, 9 + late)] if unbroken else [(0, 4), (4 + late, 9 + late)])


def test_a_silent_stream_breaks_the_span() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 5)
    watch(spans, 8, 10, look_every=100)
    assert told(spans) == [(0, 5), (8, 10)]


def test_a_lost_stream_needs_a_new_judgement() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 5)
    spans.lost()
    for now in (6.0, 6.2):
        spans.arrived(now, UTC + now)
    assert told(spans) == [(0, 5)]
    spans.looked(6.2)
    spans.judged(6.2, UTC + 6.2)
    spans.arrived(6.4, UTC + 6.4)
    assert told(spans) == [(6.2, 6.4)]


def test_a_clock_that_is_set_begins_another_span() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 5)
    spans.arrived(5.2, UTC + 3605.2)
    spans.arrived(5.4, UTC + 3605.4)
    assert told(spans) == [(0, 5), (3605.2, 3605.4)]


def test_pictures_that_nobody_judged_are_not_watched() -> None:
    spans = WatchedSpans()
    for number in range(20):
        spans.arrived(number / 4, UTC + number / 4)
    assert told(spans) == []
    spans.lost()
    assert told(spans) == []


def beside_the_limit(spans: WatchedSpans, *, silent: float = 0.25, set_by: float = 0.0) -> list[tuple[float, float]]:
    """Watch from 0 to 4, have one more picture come after so long, and return what is told."""
    watch(spans, 0, 4)
    spans.arrived(4 + silent, UTC + 4 + silent + set_by)
    return told(spans)


def test_silence_breaks_a_span_after_its_limit_and_not_at_it() -> None:
    assert beside_the_limit(WatchedSpans(), silent=MOST_SILENT) == [(0, 4 + MOST_SILENT)]
    assert beside_the_limit(WatchedSpans(), silent=MOST_SILENT + 0.125) == [(0, 4)]


def test_a_clock_that_drifts_is_not_one_that_is_set() -> None:
    for drift in (0.25, -0.25):
        spans = WatchedSpans()
        assert beside_the_limit(spans, set_by=drift) == [(0, 4.2)], "told by the offset that the span began with"
    for jump in (0.375, -0.375):
        spans = WatchedSpans()
        assert beside_the_limit(spans, set_by=jump) == [(0, 4)]


def test_what_is_left_out_breaks_a_span_after_its_limit_and_not_at_it() -> None:
    for left_out, unbroken in ((MOST_UNSEEN, True), (MOST_UNSEEN + 0.25, False)):
        spans = WatchedSpans()
        watch(spans, 0, 4)
        for number in range(round(left_out * 4)):
            spans.arrived(4.25 + number / 4, UTC + 4.25 + number / 4)
            spans.missed(4.25 + number / 4)
        end = watch(spans, 4.25 + left_out, 8.25 + left_out)
        assert (len(told(spans)) == 1) is unbroken, (left_out, end)


def test_what_may_not_be_told_is_not() -> None:
    """Who came at 3 is not told of: since then it is left to the recording, also where the stream is lost."""
    spans = WatchedSpans()
    watch(spans, 0, 5)
    spans.lost(before=3)
    assert told(spans) == [(0, 3)]
    spans = WatchedSpans()
    watch(spans, 0, 5)
    spans.missed(4)
    spans.lost(before=4.5)
    assert told(spans) == [(0, 4)], "nor what was left out before that"
    for nothing in (0, -1, float("-inf")):
        spans = WatchedSpans()
        watch(spans, 0, 5)
        spans.lost(before=nothing)
        assert told(spans) == []


def test_a_lost_span_is_told_once() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 5)
    spans.lost()
    spans.lost()
    assert told(spans) == [(0, 5)]
    watch(spans, 7, 9)
    assert told(spans) == [(7, 9)]


def test_a_span_that_is_over_is_told_in_parts_too() -> None:
    """While somebody is in sight of whom it is not certain yet that they are a person."""
    spans = WatchedSpans()
    watch(spans, 1, 5)
    spans.lost()
    watch(spans, 7, 9)
    spans.lost()
    assert told(spans, before=0) == []
    assert told(spans, before=1) == [], "nothing that lasts no time"
    assert told(spans, before=3) == [(1, 3)]
    assert told(spans, before=5) == [(3, 5)]
    assert told(spans, before=8) == [(7, 8)]
    assert told(spans) == [(8, 9)]
    assert told(spans) == []


def test_a_loss_after_all_was_told_tells_nothing() -> None:
    spans = WatchedSpans()
    watch(spans, 1, 5)
    assert told(spans) == [(1, 5)]
    spans.lost()
    assert told(spans) == []


# --- somebody who was in too few pictures to be told of ---------------------------------------------------------------


def left_out_at(*stretches: tuple[float, float]) -> WatchedSpans:
    """Watch from 0 to 20, with pictures left out in these stretches."""
    spans = WatchedSpans()
    now = 0.0
    for begin, end in stretches:
        watch(spans, now, begin)
        spans.left_out(begin, end)
        now = end
    watch(spans, now, 20)
    return spans


def test_who_was_in_too_few_pictures_is_left_to_the_recording_with_the_time_around_them() -> None:
    spans = left_out_at((8.0, 8.6))
    spans.given_up(9.0, 9.4)
    assert told(spans) == [(0, 7.8), (10.6, 20)]
    watch(spans, 20.2, 22)
    assert told(spans) == [(20, 22)]


def test_who_was_in_too_few_pictures_and_all_were_looked_at_is_nobody() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 20)
    spans.given_up(9.0, 9.4)
    assert told(spans) == [(0, 20)]


@pytest.mark.parametrize("first", [2.0, 8.0, 9.5])
def test_pictures_left_out_count_up_to_their_limit_before_somebody_and_after(first: float) -> None:
    """Just as long before, or after, as counts no more; and a picture nearer."""
    for begin, end, left in (
        (first - BESIDE - 0.5, first - BESIDE, False),
        (first - BESIDE - 0.5, first - BESIDE + 0.001, True),
        (first + 0.25 + BESIDE, first + 0.25 + BESIDE + 0.5, False),
        (first + 0.25 + BESIDE - 0.001, first + 0.25 + BESIDE + 0.5, True),
    ):
        spans = left_out_at((begin, end))
        spans.given_up(first, first + 0.25)
        assert (len(told(spans)) == 2) is left, (begin, end)


def test_each_stretch_that_was_left_out_lately_counts() -> None:
    spans = left_out_at((8.0, 8.6), (12.0, 12.4), (16.0, 16.4))
    spans.given_up(9.0, 9.2)
    assert told(spans) == [(0, 7.8), (10.4, 20)]


def test_pictures_that_are_being_left_out_count_too() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 9.8)
    for now in (10.0, 10.2, 10.4):
        spans.arrived(now, UTC + now)
        spans.missed(now)
    spans.given_up(8.0, 8.4)
    assert told(spans) == [(0, 10)], "over a second before the first of them"
    spans = WatchedSpans()
    watch(spans, 0, 9.8)
    for now in (10.0, 10.2, 10.4):
        spans.arrived(now, UTC + now)
        spans.missed(now)
    spans.given_up(8.4, 9.0)
    assert told(spans) == [(0, 7.2)]
    watch(spans, 10.6, 14)
    assert told(spans) == [(10.2, 14)]


def test_somebody_who_is_given_up_when_the_stream_is_lost_is_left_to_the_recording() -> None:
    """With a span before this one, which ended long before, and another that begins after the loss."""
    spans = WatchedSpans()
    watch(spans, 0, 3)
    spans.lost()
    watch(spans, 5, 9)
    spans.left_out(9, 9.4)
    watch(spans, 9.4, 12)
    spans.lost()
    spans.given_up(10.0, 10.4)
    assert told(spans) == [(0, 3), (5, 8.8), (11.6, 12)]
    spans = WatchedSpans()
    watch(spans, 5, 9)
    spans.left_out(9, 9.4)
    watch(spans, 9.4, 10)
    spans.lost()
    watch(spans, 10.4, 14)
    spans.given_up(9.6, 9.8)
    assert told(spans) == [(5, 8.4), (11, 14)], "who was lost with the stream may have gone on in the next"


def test_somebody_at_the_very_beginning_leaves_nothing_before() -> None:
    spans = WatchedSpans()
    watch(spans, 0, 0.2)
    spans.left_out(0.2, 0.4)
    watch(spans, 0.4, 6)
    spans.given_up(0.0, 0.4)
    assert told(spans) == [(1.6, 6)]
    assert told(spans) == []
    for first, parts in ((4.0, [(5.4, 9)]), (3.0, [(4.4, 9)])):
        spans = WatchedSpans()
        watch(spans, 4.0 - BESIDE, 4)
        spans.left_out(4.0, 4.2)
        watch(spans, 4.2, 9)
        spans.lost()
        spans.given_up(first, first + 0.2)
        assert told(spans) == parts, "no span that lasts no time"


def test_what_was_told_before_is_not_told_again_after_somebody_was_given_up() -> None:
    spans = left_out_at((8.0, 8.6))
    assert told(spans, before=9) == [(0, 9)]
    spans.given_up(9.0, 9.4)
    assert told(spans) == [(10.6, 20)]
    spans = left_out_at((8.0, 8.6))
    assert told(spans) == [(0, 20)]
    spans.given_up(9.0, 9.4)
    watch(spans, 20.2, 22)
    assert told(spans) == [(20, 22)], "what is over for longer than that is not touched"


def test_what_may_be_left_to_the_recording_is_not_told_before_that_is_known() -> None:
    """Who comes in within this time after pictures that were left out may be given up."""
    spans = WatchedSpans()
    watch(spans, 0, 4)
    spans.left_out(4.2, 4.5)
    for now in (4.8, 5.5, 4.5 + BESIDE - 0.01):
        spans.arrived(now, UTC + now)
    assert told(spans) == [(0, 4.2)]
    spans.arrived(4.5 + BESIDE, UTC + 4.5 + BESIDE)
    assert told(spans) == [(4.2, 5.7)]


STEPS = st.sampled_from(["look", "pass", "miss", "late", "lose"])


@given(
    before=st.lists(STEPS, max_size=60),
    after=st.lists(STEPS, max_size=30),
    ago=st.floats(0, 6),
    lasted=st.floats(0, 2),
)
def test_nothing_but_the_time_of_who_was_given_up_is_left_to_the_recording(
    before: list[str], after: list[str], ago: float, lasted: float
) -> None:
    """Of two watches of one stream one gives somebody up: it tells all that the other tells, without that time."""
    with_them, without = WatchedSpans(), WatchedSpans()
    now = 100.0
    for spans in (with_them, without):
        now = _go_through(spans, before, 100.0)
    last = now - BESIDE - ago
    with_them.given_up(last - lasted, last)
    for spans in (with_them, without):
        _go_through(spans, after, now)
        spans.lost()
    every = without.take()
    found = with_them.take()
    since, until = last - lasted - BESIDE + UTC, last + BESIDE + UTC
    less = [part for a, b in every for part in ((a, min(b, since)), (max(a, until), b)) if part[0] < part[1]]
    assert found in (every, less)
    if not any(kind in ("miss", "late") for kind in before):
        assert found == every


def _go_through(spans: WatchedSpans, steps: list[str], now: float) -> float:
    """Have pictures come, four a second: looked at, worth no look, missed, late, or the last before a loss."""
    for kind in steps:
        now += 0.25
        if kind == "late":
            spans.left_out(now - 0.25, now)
        spans.arrived(now, UTC + now)
        if kind == "miss":
            spans.missed(now)
        elif kind == "look":
            spans.looked(now)
            spans.judged(now, UTC + now)
        elif kind == "lose":
            spans.lost()
    return now
