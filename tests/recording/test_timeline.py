"""From media time to UTC: late news, drifting cameras, clocks that are set."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.recording.timeline import NothingObservedError, Timeline

WALL = 1_795_000_000.0
"""Some day in 2026."""


def observe(timeline: Timeline, media: float, true: float, *, late: float = 0.0, step: float = 0.0) -> bool:
    """Tell that ffmpeg was at `media`, `true` seconds after the start, heard `late` seconds later."""
    return timeline.observe(media, wall=WALL + true + late + step, monotonic=1000 + true + late)


def test_nothing_is_placed_before_anything_is_known() -> None:
    with pytest.raises(NothingObservedError):
        Timeline().utc(0)


@given(delays=st.lists(st.floats(0, 0.5), min_size=70, max_size=200))
def test_late_news_do_not_matter(delays: list[float]) -> None:
    timeline = Timeline()
    for media, late in enumerate(delays):
        assert observe(timeline, media, media, late=late)
    last = len(delays) - 1
    best = min(delays[-61:])
    assert timeline.utc(last).timestamp() == pytest.approx(WALL + last + best, abs=1e-3)


def test_a_blocked_event_loop_is_seen_through() -> None:
    timeline = Timeline()
    for second in range(100):
        observe(timeline, second, second, late=0.01)
    # For 30 s nobody read; then all of it at once, the rotation in the middle included.
    for second in range(100, 130):
        observe(timeline, second, second, late=130 - second)
        assert timeline.utc(second).timestamp() == pytest.approx(WALL + second, abs=0.02)
    assert timeline.steps == 0


@given(drift=st.floats(-0.01, 0.01))
def test_a_camera_whose_clock_runs_wrong_is_followed(drift: float) -> None:
    timeline = Timeline()
    chance = random.Random(1)  # noqa: S311 - a test's noise
    for second in range(7200):
        media = second * (1 + drift)
        assert observe(timeline, media, second, late=chance.random() * 0.05)
    assert timeline.utc(7199 * (1 + drift)).timestamp() == pytest.approx(WALL + 7199, abs=0.75)


def test_the_first_burst_is_corrected() -> None:
    timeline = Timeline()
    # ffmpeg looks at a stream for 3 s before it writes: what it then writes at once comes late.
    for media in (0.0, 1.0, 2.0, 2.9):
        assert observe(timeline, media, 3.0)
    assert observe(timeline, 4.0, 4.05)
    assert timeline.utc(0.0).timestamp() == pytest.approx(WALL, abs=0.11)


def test_setting_the_clock_is_noticed_and_taken_over() -> None:
    timeline = Timeline()
    for second in range(20):
        observe(timeline, second, second)
    observe(timeline, 20, 20, step=3600)
    assert timeline.steps == 1
    assert timeline.utc(20).timestamp() == pytest.approx(WALL + 3620)
    observe(timeline, 21, 21, step=3600.02)  # NTP then only nudges it
    assert timeline.steps == 1


def test_a_jump_of_the_cameras_clock_is_told_and_not_believed() -> None:
    timeline = Timeline()
    for second in range(20):
        assert observe(timeline, second, second)
    assert not observe(timeline, 120, 20)
    assert timeline.utc(19).timestamp() == pytest.approx(WALL + 19)


@given(st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(0, 1e6)), min_size=1, max_size=50))
def test_nonsense_never_raises(pairs: list[tuple[float, float]]) -> None:
    timeline = Timeline()
    for media, true in pairs:
        observe(timeline, media, true)
        timeline.utc(media)
