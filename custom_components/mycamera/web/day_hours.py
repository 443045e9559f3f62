"""The hours of a day as the clocks show them: some days have one of them twice, or not at all."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from homeassistant.util import dt as dt_util

from ..database import DayHour

_QUARTER: Final = timedelta(minutes=15)


def moments_between(day: date, hour: DayHour | None, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return the UTC moments between which a day or one of its hours lies.

    Raises:
        ValueError: the day has no such hour.
    """
    begin, end = (
        dt_util.as_utc(datetime.combine(each, time(), tzinfo=zone)) for each in (day, day + timedelta(days=1))
    )
    if hour is None:
        return begin, end
    # Clocks are put forward and back by quarters of an hour, at most by whole ones: each zone has its own days.
    steps = [begin + number * _QUARTER for number in range((end - begin) // _QUARTER)]
    local = [(step, step.astimezone(zone)) for step in steps]
    inside = [step for step, moment in local if (moment.hour, moment.fold) == hour]
    if not inside:
        raise ValueError("no hour of that day")
    return inside[0], inside[-1] + _QUARTER


def hour_name(day: date, hour: DayHour, zone: tzinfo) -> str:
    """Return what the clocks show at an hour's beginning, with the name of their time where they show it twice."""
    moment = moments_between(day, hour, zone)[0].astimezone(zone)
    twice = moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
    return f"{hour.hour:02d}:00{f' {moment.tzname()}' if twice else ''}"
