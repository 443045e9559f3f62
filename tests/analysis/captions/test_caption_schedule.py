"""When pictures are described, also on the days on which the clock is changed."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.analysis.captions.caption_providers import WaitReason
from custom_components.mycamera.analysis.captions.caption_schedule import CaptionSchedule, QuietHours

MINUTE = timedelta(minutes=1)
BERLIN = "Europe/Berlin"
NIGHT = QuietHours(start=time(22, 0), end=time(6, 30))
NOON = QuietHours(start=time(12, 0), end=time(13, 0))
SMALL_HOURS = QuietHours(start=time(1, 30), end=time(2, 30))
UNTIL_EARLY = QuietHours(start=time(22, 0), end=time(2, 15))


def quiet_from_to(hours: QuietHours, start: datetime, length: timedelta) -> list[str]:
    """Return the UTC minutes at which the quiet hours begin and end within this time, to the minute.

    On the way each minute must have told right until when they last.
    """
    schedule = CaptionSchedule(quiet=hours)
    changes = []
    before = schedule.blocked_reason(start)
    told: set[datetime | None] = set()
    for minute in range(1, int(length / MINUTE) + 1):
        now = start + minute * MINUTE
        blocked_reason = schedule.blocked_reason(now)
        if (blocked_reason is None) != (before is None):
            changes.append(f"{now:%H:%M}")
            if before is not None:
                assert told == {now}
                told.clear()
        if blocked_reason is not None:
            assert blocked_reason.reason is WaitReason.QUIET_HOURS
            told.add(blocked_reason.until)
        before = blocked_reason
    return changes


def test_a_clock_that_is_set_back_puts_off_no_batch() -> None:
    schedule = CaptionSchedule(every=10 * MINUTE)
    wrong = datetime(2029, 1, 1, 0, 4, tzinfo=UTC)
    assert schedule.blocked_reason(wrong) is not None
    schedule.drained(wrong + 6 * MINUTE)
    right = datetime(2026, 11, 22, 12, 4, tzinfo=UTC)
    waiting = schedule.blocked_reason(right)
    assert waiting is not None
    assert waiting.until == datetime(2026, 11, 22, 12, 10, tzinfo=UTC)
    assert schedule.blocked_reason(right + 6 * MINUTE) is None


def test_at_once() -> None:
    assert CaptionSchedule().blocked_reason(datetime(2026, 11, 22, 3, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("zone", "day", "hours", "changes"),
    [
        ("UTC", "2026-11-22", NIGHT, ["06:30", "22:00"]),
        ("UTC", "2026-11-22", NOON, ["12:00", "13:00"]),
        ("Asia/Shanghai", "2026-11-22", NIGHT, ["14:00", "22:30"]),
        ("Asia/Kolkata", "2026-11-22", NOON, ["06:30", "07:30"]),
        # Put forward at 1:00 UTC, from 2:00 to 3:00: an end at 2:30 is passed at 3:00.
        (BERLIN, "2026-03-29", SMALL_HOURS, ["00:30", "01:00", "23:30"]),
        (BERLIN, "2026-03-29", NIGHT, ["04:30", "20:00"]),
        (BERLIN, "2026-03-29", UNTIL_EARLY, ["01:00", "20:00"]),
        # Put back at 1:00 UTC, from 3:00 to 2:00: 2:00 to 2:30 comes twice and is quiet twice.
        (BERLIN, "2026-10-25", SMALL_HOURS, ["00:30", "01:00", "01:30"]),
        (BERLIN, "2026-10-25", NIGHT, ["05:30", "21:00"]),
        (BERLIN, "2026-10-25", UNTIL_EARLY, ["00:15", "01:00", "01:15", "21:00"]),
    ],
)
async def test_quiet_hours(hass: HomeAssistant, zone: str, day: str, hours: QuietHours, changes: list[str]) -> None:
    await hass.config.async_set_time_zone(zone)
    assert quiet_from_to(hours, datetime.fromisoformat(f"{day}T00:00:00+00:00"), timedelta(hours=24)) == changes


async def test_quiet_hours_of_no_length_are_never_and_their_end_is_told_to_the_second(hass: HomeAssistant) -> None:
    await hass.config.async_set_time_zone("UTC")
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert CaptionSchedule(quiet=QuietHours(start=time(12), end=time(12))).blocked_reason(now) is None
    seconds = QuietHours(start=time(11, 59, 50), end=time(12, 0, 20))
    assert seconds.following_end(now) == now + timedelta(seconds=20)
    late = now.replace(hour=22)
    blocked_reason = CaptionSchedule(quiet=NIGHT).blocked_reason(late)
    assert blocked_reason is not None
    assert blocked_reason.until == late + timedelta(hours=8, minutes=30), "tomorrow"


def test_batches_begin_on_the_multiples_though_nobody_asked_in_time() -> None:
    every = timedelta(minutes=10)
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    schedule = CaptionSchedule(every=every)
    schedule.drained(noon + 3 * MINUTE)
    assert schedule.blocked_reason(noon + 12 * MINUTE) is None, "of 12:10"
    schedule.drained(noon + 12 * MINUTE)
    assert schedule.blocked_reason(noon + 31 * MINUTE) is None, "of 12:20, which lasts"
    schedule = CaptionSchedule(every=every)
    blocked_reason = schedule.blocked_reason(noon)
    assert blocked_reason is not None
    assert (blocked_reason.reason, blocked_reason.until) == (WaitReason.NEXT_BATCH, noon + every)
    schedule.drained(noon + every)
    blocked_reason = schedule.blocked_reason(noon + every)
    assert blocked_reason is not None, "all was described in the very moment"
    assert blocked_reason.until == noon + 2 * every


def test_who_describes_at_once_is_never_drained() -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    schedule = CaptionSchedule()
    schedule.drained(noon)
    assert schedule.blocked_reason(noon) is None


async def test_batches(hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    schedule = CaptionSchedule(every=timedelta(minutes=10))
    freezer.move_to("2026-11-22T12:03:20+00:00")
    assert schedule.blocked_reason(dt_util.utcnow()) is not None, "starting Home Assistant is no reason for a batch"
    freezer.move_to("2026-11-22T12:09:59+00:00")
    assert schedule.blocked_reason(dt_util.utcnow()) is not None
    schedule.drained(dt_util.utcnow())  # by somebody who could not wait: the batch is held all the same
    freezer.move_to("2026-11-22T12:10:00+00:00")
    assert schedule.blocked_reason(dt_util.utcnow()) is None
    freezer.tick(timedelta(minutes=12))
    assert schedule.blocked_reason(dt_util.utcnow()) is None, "a batch lasts until all is described"
    schedule.drained(dt_util.utcnow())
    assert schedule.blocked_reason(dt_util.utcnow()) is not None
    freezer.move_to("2026-11-22T12:30:00+00:00")
    assert schedule.blocked_reason(dt_util.utcnow()) is None


async def test_a_batch_waits_for_the_end_of_the_quiet_hours(hass: HomeAssistant) -> None:
    await hass.config.async_set_time_zone("UTC")
    schedule = CaptionSchedule(every=timedelta(hours=1), quiet=NIGHT)
    assert "the next batch" in str(schedule.blocked_reason(datetime(2026, 11, 22, 21, 30, tzinfo=UTC)))
    assert "quiet hours until 06:30" in str(schedule.blocked_reason(datetime(2026, 11, 22, 22, 0, tzinfo=UTC)))
    assert schedule.blocked_reason(datetime(2026, 11, 23, 6, 30, tzinfo=UTC)) is None


@given(st.datetimes(timezones=st.just(UTC)))
def test_every_moment_is_either_quiet_or_not(now: datetime) -> None:
    opposite = QuietHours(start=NIGHT.end, end=NIGHT.start)
    assert NIGHT.contain(now) is not opposite.contain(now)
