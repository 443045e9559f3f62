"""What counts as watched: no more than what was really judged, and all of that."""

from __future__ import annotations

from mycamera_worker.watched_spans import MOST_SILENT, MOST_UNSEEN, WatchedSpans

UTC = 1_000_000.0


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
