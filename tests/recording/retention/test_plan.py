"""The rules of retention, and what holds them back: whatever footage there is, these things hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.recording.retention.guard import ClockWatch, Doubt, Taken, odd_files, refusals
from custom_components.mycamera.recording.retention.outlook import Growth, days_until_full
from custom_components.mycamera.recording.retention.plan import (
    CameraRules,
    Deletion,
    Reason,
    SegmentFacts,
    Situation,
    plan,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)
CAMERAS = ("front", "yard", "removed")
RULES = CameraRules(keep=14 * DAY, keep_persons=30 * DAY)


def used_by(segments: Iterable[SegmentFacts]) -> dict[str, int]:
    """Sum the sizes of segments by camera."""
    used: dict[str, int] = defaultdict(int)
    for segment in segments:
        used[segment.camera_id] += segment.size
    return dict(used)


def segment(number: int, *, camera_id: str = "front", **changes: Any) -> SegmentFacts:
    """Return the segment that ended `number` minutes ago."""
    end = NOW - timedelta(minutes=number)
    facts = SegmentFacts(
        id=number, camera_id=camera_id, start=end - timedelta(minutes=1), end=end, size=10, has_person=False
    )
    return replace(facts, **changes)


@st.composite
def footage(draw: st.DrawFn) -> list[SegmentFacts]:
    minutes = draw(st.lists(st.integers(0, 60 * 24 * 60), max_size=40))
    return [
        replace(
            segment(minute),
            id=number,
            camera_id=draw(st.sampled_from(CAMERAS)),
            size=draw(st.integers(0, 50)),
            has_person=draw(st.booleans()),
            protected=draw(st.integers(0, 4)) == 0,
        )
        for number, minute in enumerate(minutes)
    ]


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[SegmentFacts], Situation]:
    segments = draw(footage())
    days = st.integers(1, 40).map(lambda days: days * DAY)
    rules = {
        camera_id: CameraRules(keep=draw(days), keep_persons=draw(days), quota=draw(st.none() | st.integers(0, 400)))
        for camera_id in ("front", "yard")
    }
    shortage = draw(st.just(0) | st.integers(0, 500))
    return segments, Situation(now=NOW, rules=rules, used=used_by(segments), shortage=shortage)


def size(segments: list[SegmentFacts]) -> int:
    return sum(segment.size for segment in segments)


@given(situations())
def test_what_always_holds(drawn: tuple[list[SegmentFacts], Situation]) -> None:
    segments, situation = drawn
    planned = plan(segments, situation)
    gone = [deletion.segment for deletion in planned]
    kept = [segment for segment in segments if segment not in gone]
    deletable = [segment for segment in kept if not segment.protected]

    assert not any(segment.protected for segment in gone)
    assert len({segment.id for segment in gone}) == len(gone)
    assert [s.start for s in gone] == sorted(s.start for s in gone)
    # Too old means gone, and nothing else goes for its age.
    for s in deletable:
        rules = situation.rules.get(s.camera_id)
        assert rules is None or not rules.expired(s, NOW)
    for deletion in planned:
        if deletion.reason is Reason.AGE:
            assert situation.rules[deletion.segment.camera_id].expired(deletion.segment, NOW)
    # The quota is kept, or everything that may go is gone.
    for camera_id, rules in situation.rules.items():
        left = [s for s in kept if s.camera_id == camera_id]
        assert rules.quota is None or size(left) <= rules.quota or all(s.protected for s in left)
    # So is the free space.
    assert size(gone) >= situation.shortage or not deletable
    # Within one reason nothing newer goes before something older of the same camera.
    for reason in (Reason.QUOTA, Reason.SPACE):
        for deletion in planned:
            if deletion.reason is reason:
                assert not [
                    s
                    for s in deletable
                    if (s.start, s.id) < (deletion.segment.start, deletion.segment.id)
                    and (s.camera_id == deletion.segment.camera_id or reason is Reason.SPACE)
                ]
    # Once done, nothing more is to be done.
    after = replace(situation, used=used_by(kept), shortage=max(0, situation.shortage - size(gone)))
    assert not plan(kept, after) or size(gone) < situation.shortage
    # Every step is explained.
    assert not refusals(planned, situation, clock_proven=True)


@given(situations(), st.integers(0, 10))
def test_the_oldest_suffice(drawn: tuple[list[SegmentFacts], Situation], more: int) -> None:
    """What the database is asked for gives the same plan as everything."""
    segments, situation = drawn
    planned = plan(segments, situation)
    last = max((d.segment.start for d in planned), default=NOW - 100 * DAY)
    oldest = sorted((s for s in segments if not s.protected), key=lambda s: s.start)
    count = sum(1 for s in oldest if s.start <= last) + more
    assert plan(oldest[:count], situation) == planned


@given(situations())
def test_more_than_the_rules_say_is_refused(drawn: tuple[list[SegmentFacts], Situation]) -> None:
    segments, situation = drawn
    planned = plan(segments, situation)
    gone = {deletion.segment.id for deletion in planned}
    for s in segments:
        if s.id in gone or (not s.size and not s.protected):
            continue
        for reason in Reason:
            wrong = sorted([*planned, Deletion(s, reason)], key=lambda d: (d.segment.start, d.segment.id))
            refused = refusals(wrong, situation, clock_proven=True)
            baseless = reason is not Reason.SPACE and (reason is Reason.AGE or s.camera_id not in situation.rules)
            if s.protected or baseless:
                assert any(r.reason is reason and r.camera_id == s.camera_id for r in refused)


def hours(count: int, **changes: Any) -> list[SegmentFacts]:
    return [segment(number, **changes) for number in range(60 * count)]


def everything(segments: list[SegmentFacts], reason: Reason) -> list[Deletion]:
    return [Deletion(s, reason) for s in segments]


def test_a_clock_that_jumped_deletes_nothing() -> None:
    segments = hours(24)
    situation = Situation(now=NOW + 400 * DAY, rules={"front": RULES}, used=used_by(segments))
    planned = plan(segments, situation)
    assert len(planned) == len(segments)
    (refusal,) = refusals(planned, situation, clock_proven=False)
    assert (refusal.doubt, refusal.segments, refusal.size) == (Doubt.CLOCK, 24 * 60, 24 * 60 * 10)
    assert not refusals(planned, situation, clock_proven=False, confirmed={Doubt.CLOCK})


def test_many_small_steps_are_a_large_one() -> None:
    segments = hours(24)
    used = used_by(segments)
    taken = Taken()
    for s in segments[-11 * 60 :]:
        taken.add(s)
    rest = segments[: -11 * 60]
    planned = everything(rest[-2 * 60 :], Reason.AGE)
    situation = Situation(now=NOW + 400 * DAY, rules={"front": RULES}, used=used_by(rest))
    assert not refusals(planned, situation, clock_proven=False)
    assert refusals(planned, situation, clock_proven=False, by_age=taken)
    assert used["front"] == situation.used["front"] + taken.size["front"]


def test_a_disk_that_something_else_fills() -> None:
    segments = [*hours(24), *hours(2, camera_id="yard")]
    segments = [replace(s, id=number) for number, s in enumerate(segments)]
    situation = Situation(now=NOW, rules={"front": RULES, "yard": RULES}, used=used_by(segments), shortage=10**6)
    refused = refusals(plan(segments, situation), situation, clock_proven=True)
    assert {(r.camera_id, r.reason, r.doubt) for r in refused} == {
        ("front", Reason.SPACE, Doubt.SPACE),
        # Nor does the other camera pay for it.
        ("yard", Reason.SPACE, Doubt.SPACE),
    }
    some = replace(situation, shortage=10 * 60 * 6)
    assert not refusals(plan(segments, some), some, clock_proven=True)


def test_the_last_footage_of_a_camera_that_records_no_more_may_go() -> None:
    segments = hours(5)
    situation = Situation(now=NOW + 20 * DAY, rules={"front": RULES}, used=used_by(segments))
    assert len(plan(segments, situation)) == 300
    assert not refusals(plan(segments, situation), situation, clock_proven=False)


def test_persons_are_never_kept_shorter() -> None:
    rules = CameraRules(keep=10 * DAY, keep_persons=DAY)
    with_person = segment(60 * 24 * 5, has_person=True)
    assert not plan([with_person], Situation(now=NOW, rules={"front": rules}, used={}))


@pytest.mark.parametrize(
    ("found", "odd"),
    [([10] * 100, False), ([None] * 10 + [10] * 90, False), ([None] * 11 + [10] * 89, True), ([30] * 100, True)],
)
def test_files_that_are_not_what_rows_say(found: list[int | None], odd: bool) -> None:
    assert odd_files([segment(number) for number in range(100)], found) is odd


def test_the_clock_is_watched() -> None:
    watch = ClockWatch()
    assert not watch.proven(NOW, 100), "nothing is known of it yet"
    watch.accept(NOW, 100)
    assert watch.proven(NOW + timedelta(minutes=5), 400)
    assert watch.proven(NOW - DAY, 400), "an earlier time deletes less"
    assert not watch.proven(NOW + timedelta(hours=1), 400)
    assert watch.proven(NOW + timedelta(hours=1), 400 + 3600)


def growth(rate: float, used: int = 0, quota: int | None = None) -> Growth:
    return Growth(used=used, plain_a_day=rate, persons_a_day=0, rules=replace(RULES, quota=quota))


@pytest.mark.parametrize(
    ("room", "cameras", "days"),
    [
        (0, [growth(10)], 0),
        (-5, [], 0),
        (50, [growth(10)], 5),
        (200, [growth(10)], None),  # 14 days of it need 140
        (139, [growth(10)], 13.9),
        (50, [growth(10, quota=30)], None),
        (50, [growth(10, quota=30), growth(5)], 4),  # 3 days of both, then the rest by the second alone
        (50, [growth(0)], None),
        (50, [growth(10, used=140)], None),  # in balance already
    ],
)
def test_days_until_full(room: int, cameras: list[Growth], days: float | None) -> None:
    assert days_until_full(room, cameras) == (days if days is None else pytest.approx(days))


@given(st.integers(1, 10**6), st.lists(st.builds(growth, st.integers(1, 1000), st.integers(0, 5000)), max_size=6))
def test_days_until_full_by_simulation(room: int, cameras: list[Growth]) -> None:
    days = days_until_full(room, cameras)
    grown = defaultdict(float)
    for number, camera in enumerate(cameras):
        at = 10**9 if days is None else days
        grown[number] = min(camera.headroom, at * (camera.plain_a_day + camera.persons_a_day))
    total = sum(grown.values())
    assert total < room + 1e-3 if days is None else total == pytest.approx(room)
