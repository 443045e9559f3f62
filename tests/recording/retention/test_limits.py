"""Retention at each of its limits: what goes, and what is held back, reckoned by hand in days, hours and bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from custom_components.mycamera.recording.retention.coverage import measure, merge
from custom_components.mycamera.recording.retention.guard import ClockWatch, Doubt, Taken, odd_files, refusals
from custom_components.mycamera.recording.retention.plan import CameraRules, Deletion, Reason, Situation, plan

from .test_coverage import CLOSING, SINCE, UNTIL, at
from .test_plan import DAY, NOW, RULES, everything, hours, segment, used_by

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
FRONT = {"front": RULES}


@pytest.mark.parametrize(("persons", "days"), [(False, 14), (True, 30)])
def test_footage_goes_at_its_age_and_not_a_second_before(persons: bool, days: int) -> None:
    old = replace(segment(1), start=NOW - days * DAY - MINUTE, end=NOW - days * DAY, has_person=persons)
    young = replace(old, end=old.end + SECOND)
    situation = Situation(now=NOW, rules=FRONT, used={"front": 10**6})
    planned = plan([old], situation)
    assert planned == [Deletion(old, Reason.AGE)]
    assert refusals(planned, situation, clock_proven=True) == []
    assert plan([young], situation) == []
    (refusal,) = refusals([Deletion(young, Reason.AGE)], situation, clock_proven=True)
    assert refusal.doubt is Doubt.RULES


def quota(size: int) -> dict[str, CameraRules]:
    return {"front": replace(RULES, quota=size)}


@pytest.mark.parametrize(("used", "gone"), [(30, 0), (31, 1), (40, 1), (41, 2), (50, 2)])
def test_a_quota_takes_what_is_too_much_and_no_more(used: int, gone: int) -> None:
    segments = hours(1)[:5]
    situation = Situation(now=NOW, rules=quota(30), used={"front": used})
    planned = plan(segments, situation)
    assert planned == [Deletion(s, Reason.QUOTA) for s in reversed(segments[5 - gone :])]
    assert refusals(planned, situation, clock_proven=True) == []
    one_more = [*planned, Deletion(segments[4 - gone], Reason.QUOTA)]
    (refusal,) = refusals(one_more, situation, clock_proven=True)
    assert (refusal.doubt, refusal.segments) == (Doubt.RULES, gone + 1)


def test_what_goes_for_its_age_counts_for_the_quota() -> None:
    old = [replace(segment(n), start=NOW - 20 * DAY + n * MINUTE, end=NOW - 20 * DAY + n * MINUTE) for n in (90, 91)]
    young = hours(1)[:4]
    situation = Situation(now=NOW, rules=quota(30), used={"front": 60})
    planned = plan([*old, *young], situation)
    assert [deletion.reason for deletion in planned] == [Reason.AGE, Reason.AGE, Reason.QUOTA]
    assert refusals(planned, situation, clock_proven=True) == []
    wrong = [*planned, Deletion(young[2], Reason.QUOTA)]
    assert [r.doubt for r in refusals(wrong, situation, clock_proven=True)] == [Doubt.RULES]


def test_of_a_camera_of_which_nothing_is_known_nothing_is_too_much() -> None:
    situation = Situation(now=NOW, rules=quota(0), used={})
    assert plan([segment(1)], situation) == []
    (refusal,) = refusals([Deletion(segment(1), Reason.QUOTA)], situation, clock_proven=True)
    assert refusal.doubt is Doubt.RULES


@pytest.mark.parametrize(("shortage", "gone"), [(0, 0), (1, 1), (10, 1), (11, 2)])
def test_room_is_made_by_the_oldest_and_no_more(shortage: int, gone: int) -> None:
    segments = hours(1)
    situation = Situation(now=NOW, rules=FRONT, used=used_by(segments), shortage=shortage)
    planned = plan(segments, situation)
    assert planned == [Deletion(s, Reason.SPACE) for s in reversed(segments[60 - gone :])]
    assert refusals(planned, situation, clock_proven=True) == []


def test_what_goes_for_its_age_makes_room_too() -> None:
    old = replace(segment(99), start=NOW - 20 * DAY, end=NOW - 20 * DAY + MINUTE, size=20)
    situation = Situation(now=NOW, rules=FRONT, used={"front": 10**6}, shortage=30)
    right = [Deletion(old, Reason.AGE), Deletion(segment(2), Reason.SPACE)]
    assert plan([old, segment(2), segment(1)], situation) == right
    assert refusals(right, situation, clock_proven=True) == []
    wrong = [*right, Deletion(segment(1), Reason.SPACE)]
    assert {r.doubt for r in refusals(wrong, situation, clock_proven=True)} == {Doubt.RULES}


@pytest.mark.parametrize("reason", [Reason.QUOTA, Reason.SPACE])
def test_the_newest_hours_wait_for_a_word(reason: Reason) -> None:
    limit = replace(segment(1), start=NOW - 6 * HOUR - MINUTE, end=NOW - 6 * HOUR)
    shortage = 10 if reason is Reason.SPACE else 0
    rules = quota(90) if reason is Reason.QUOTA else FRONT
    situation = Situation(now=NOW, rules=rules, used={"front": 100}, shortage=shortage, floor=6 * HOUR)
    assert refusals([Deletion(limit, reason)], situation, clock_proven=True) == []
    young = [Deletion(replace(limit, end=limit.end + SECOND), reason)]
    (refusal,) = refusals(young, situation, clock_proven=True)
    assert (refusal.doubt, refusal.reason, refusal.segments, refusal.size) == (Doubt.YOUNG, reason, 1, 10)
    assert refusals(young, situation, clock_proven=True, confirmed={Doubt.YOUNG}) == []
    assert refusals(young, situation, clock_proven=True, confirmed={Doubt.SPACE, Doubt.MOST}) == [refusal]


def test_age_knows_no_newest_hours() -> None:
    """A camera whose footage is kept for an hour, beside a floor of six."""
    old = replace(segment(1), end=NOW - HOUR)
    rules = {"front": CameraRules(keep=HOUR, keep_persons=HOUR)}
    situation = Situation(now=NOW, rules=rules, used={"front": 100}, floor=6 * HOUR)
    assert refusals(plan([old], situation), situation, clock_proven=True) == []


def test_each_camera_and_rule_is_judged_by_itself() -> None:
    """One camera's word for its newest footage leaves the other's without one, and a mistake stays one."""
    young, other = segment(10), replace(segment(20), camera_id="yard")
    rules = {"front": replace(RULES, quota=90), "yard": RULES}
    situation = Situation(now=NOW, rules=rules, used={"front": 100, "yard": 100}, floor=6 * HOUR)
    planned = [Deletion(young, Reason.QUOTA), Deletion(other, Reason.AGE)]
    found = refusals(planned, situation, clock_proven=True)
    assert [(r.camera_id, r.doubt) for r in found] == [("front", Doubt.YOUNG), ("yard", Doubt.RULES)]
    found = refusals(planned, situation, clock_proven=True, confirmed={Doubt.YOUNG})
    assert [(r.camera_id, r.doubt) for r in found] == [("yard", Doubt.RULES)]
    found = refusals(planned[::-1], situation, clock_proven=True)
    assert [(r.camera_id, r.doubt) for r in found] == [("yard", Doubt.RULES), ("front", Doubt.YOUNG)]


def test_no_other_camera_gives_the_room_that_one_must_not_give() -> None:
    young = segment(10)
    old = replace(segment(99), camera_id="yard", start=NOW - 9 * HOUR, end=NOW - 8 * HOUR)
    situation = Situation(now=NOW, rules=FRONT, used={"front": 10**6, "yard": 10**6}, shortage=20, floor=6 * HOUR)
    planned = [Deletion(old, Reason.SPACE), Deletion(young, Reason.SPACE)]
    found = refusals(planned, situation, clock_proven=True)
    assert {(r.camera_id, r.doubt) for r in found} == {("front", Doubt.YOUNG), ("yard", Doubt.YOUNG)}


@pytest.mark.parametrize(
    ("reason", "proven", "doubt"),
    [
        (Reason.AGE, False, Doubt.CLOCK),
        (Reason.AGE, True, Doubt.MOST),
        (Reason.QUOTA, False, Doubt.MOST),
        (Reason.QUOTA, True, Doubt.MOST),
        (Reason.SPACE, False, Doubt.SPACE),
        (Reason.SPACE, True, Doubt.SPACE),
    ],
)
def test_what_most_of_a_cameras_footage_is_doubted_for(reason: Reason, proven: bool, doubt: Doubt) -> None:
    segments = hours(24)
    rules = {"front": RULES if reason is not Reason.QUOTA else replace(RULES, quota=0)}
    now = NOW + 400 * DAY if reason is Reason.AGE else NOW
    shortage = 10 * len(segments) if reason is Reason.SPACE else 0
    situation = Situation(now=now, rules=rules, used=used_by(segments), shortage=shortage)
    planned = plan(segments, situation)
    (refusal,) = refusals(planned, situation, clock_proven=proven)
    assert (refusal.reason, refusal.doubt, refusal.segments) == (reason, doubt, 24 * 60)
    assert refusals(planned, situation, clock_proven=proven, confirmed=set(Doubt) - {doubt}) == [refusal]
    assert refusals(planned, situation, clock_proven=proven, confirmed={doubt}) == []


@pytest.mark.parametrize(
    ("minutes", "total", "doubted"),
    [
        (361, 7219, True),  # over six hours, and over half of it
        (361, 7220, False),  # just half of it
        (360, 3600, False),  # six hours: all there is may go
    ],
)
def test_most_is_over_six_hours_and_over_half(minutes: int, total: int, doubted: bool) -> None:
    situation = Situation(now=NOW + 400 * DAY, rules=FRONT, used={"front": total})
    planned = everything(hours(7)[-minutes:], Reason.AGE)
    assert bool(refusals(planned, situation, clock_proven=False)) is doubted


@pytest.mark.parametrize(
    ("before", "left", "doubted"),
    [
        (301, 3609, True),  # 301 and 60 minutes of 662: over half
        (301, 4210, False),  # of 722: just half
        (300, 600, False),  # six hours in all
    ],
)
def test_small_steps_add_up_to_the_minute_and_the_byte(before: int, left: int, doubted: bool) -> None:
    taken = Taken()
    for s in hours(6)[:before]:
        taken.add(s)
    situation = Situation(now=NOW + 400 * DAY, rules=FRONT, used={"front": left})
    planned = everything(hours(1), Reason.AGE)
    assert bool(refusals(planned, situation, clock_proven=False, by_age=taken)) is doubted
    assert refusals(planned, situation, clock_proven=True, by_age=taken) == []
    assert bool(refusals(planned, situation, clock_proven=True, by_setting=taken)) is doubted


def test_what_another_camera_gave_does_not_count() -> None:
    taken = Taken()
    for s in hours(24):
        taken.add(replace(s, camera_id="yard"))
    situation = Situation(now=NOW + 400 * DAY, rules=FRONT, used={"front": 1200})
    assert refusals(everything(hours(1), Reason.AGE), situation, clock_proven=False, by_age=taken) == []
    all_of_seven = everything(hours(7), Reason.AGE)
    for used, doubted in ((8400, False), (8399, True)):  # of 4200 bytes: just half, and one byte over
        counted = replace(situation, used={"front": used})
        assert bool(refusals(all_of_seven, counted, clock_proven=False, by_age=taken)) is doubted


def test_of_footage_whose_size_is_not_known_all_is_most() -> None:
    situation = Situation(now=NOW + 400 * DAY, rules=FRONT, used={})
    (refusal,) = refusals(everything(hours(7), Reason.AGE), situation, clock_proven=False)
    assert refusal.doubt is Doubt.CLOCK


@pytest.mark.parametrize(
    ("odd", "of", "refused"),
    [(10, 10, False), (11, 11, True), (11, 109, True), (11, 110, False), (12, 110, True), (20, 1000, False)],
)
def test_how_many_files_may_be_odd(odd: int, of: int, refused: bool) -> None:
    segments = [segment(number) for number in range(of)]
    assert odd_files(segments, [None] * odd + [10] * (of - odd)) is refused
    assert odd_files(segments, [21] * odd + [20] * (of - odd)) is refused, "twice as large is not odd yet"


def test_files_and_segments_belong_together() -> None:
    with pytest.raises(ValueError, match="shorter"):
        odd_files([segment(1), segment(2)], [10])


def test_the_clock_to_the_second() -> None:
    watch = ClockWatch()
    watch.accept(NOW, 100)
    assert watch.proven(NOW + 10 * MINUTE, 100)
    assert not watch.proven(NOW + 10 * MINUTE + SECOND, 100)
    assert watch.proven(NOW + 20 * MINUTE, 700)
    assert not watch.proven(NOW + 20 * MINUTE + SECOND, 700)


def test_coverage_at_its_limits() -> None:
    assert merge(at(0, 1, 1, 2, 3, 3), SINCE, UNTIL) == at(0, 2), "what touches is one, what lasts no time is none"
    nothing = measure([], at(3, 3), since=SINCE, until=UNTIL, earlier=False, closing=CLOSING)
    assert (nothing.before, nothing.gaps) == (86_400, 0)
    for stall in (at(0, 1), at(23, 24)):  # at the beginning of a file, and at its end
        silent = measure(at(0, 24), stall, since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
        assert (silent.recorded, silent.missing) == (23 * 3600, 3600)
    written = [(SINCE, UNTIL - CLOSING)]
    closing = measure(written, [], since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
    assert (closing.missing, closing.gaps) == (0, 0)
    late = measure([(SINCE, UNTIL - CLOSING - SECOND)], [], since=SINCE, until=UNTIL, earlier=True, closing=CLOSING)
    assert (late.missing, late.gaps) == (151, 1)
