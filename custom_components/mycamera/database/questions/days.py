"""Which months, days and hours have footage and persons, and how much each day has."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import batched
from typing import Final

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import quarter_count
from ..summaries import Calendar, DayCount, DayHour, QuarterCount
from .counts import QUARTER_SECONDS, quarter_of

_MONTHS_PER_STATEMENT: Final = 48

type _Stretch = tuple[date, int, int, int]
"""Days that are equally long: the first one, its first quarter, how many they are, and quarters per day."""


def _start_of(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _first_quarter(day: date, zone: tzinfo) -> int:
    return quarter_of(_start_of(day, zone))


def _month_before(month: date) -> date:
    """Return the first day of the month before the one that begins on this day."""
    return (month - timedelta(days=1)).replace(day=1)


def _stretches(first: date, last: date, zone: tzinfo) -> Iterator[_Stretch]:
    """Split days where their length changes: when the clocks are put forward or back."""
    day, quarter = first, _first_quarter(first, zone)
    begun: _Stretch | None = None
    while day <= last:
        following = _first_quarter(day + timedelta(days=1), zone)
        if begun is not None and begun[3] == following - quarter:
            begun = (*begun[:2], begun[2] + 1, begun[3])
        else:
            if begun is not None:
                yield begun
            begun = (day, quarter, 1, following - quarter)
        day, quarter = day + timedelta(days=1), following
    if begun is not None:
        yield begun


async def count(
    connection: AsyncConnection, camera_id: str, *, first: date, last: date, zone: tzinfo
) -> list[DayCount]:
    """Return the days from `first` to `last` in a time zone that have records or detections, newest first."""
    column = quarter_count.c
    counts: list[DayCount] = []
    for begin, quarter, days, length in _stretches(first, last, zone):
        index = ((column.quarter - quarter) // length).label("day_index")
        statement = (
            select(index, func.sum(column.records), func.sum(column.detections))
            .where(column.camera_id == camera_id, column.quarter >= quarter, column.quarter < quarter + days * length)
            .group_by(index)
        )
        counts += [
            DayCount(day=begin + timedelta(days=int(number)), records=int(records), detections=int(detections))
            for number, records, detections in (await connection.execute(statement)).tuples()
        ]
    return sorted(counts, key=lambda count: count.day, reverse=True)


async def persons(
    connection: AsyncConnection, camera_ids: Collection[str] | None, since: datetime, until: datetime
) -> list[QuarterCount]:
    """Return how many people came before each camera in each quarter of an hour that begins in [since, until)."""
    column = quarter_count.c
    statement = select(column.camera_id, column.quarter, column.detections).where(
        column.quarter >= quarter_of(since), column.quarter < quarter_of(until), column.detections > 0
    )
    if camera_ids is not None:
        statement = statement.where(column.camera_id.in_(camera_ids))
    found = await connection.execute(statement.order_by(column.quarter, column.camera_id))
    return [
        QuarterCount(
            camera_id=camera_id, start=datetime.fromtimestamp(quarter * QUARTER_SECONDS, UTC), detections=detections
        )
        for camera_id, quarter, detections in found.tuples()
    ]


async def hours(connection: AsyncConnection, camera_id: str, day: date, zone: tzinfo) -> list[DayHour]:
    """Return the hours of a day, by the clocks of a time zone, in which records start, the latest first."""
    column = quarter_count.c
    ends = _first_quarter(day, zone), _first_quarter(day + timedelta(days=1), zone)
    statement = (
        select(column.quarter)
        .where(column.camera_id == camera_id, column.quarter >= ends[0], column.quarter < ends[1], column.records > 0)
        .order_by(column.quarter.desc())
    )
    quarters = (await connection.execute(statement)).scalars()
    moments = (datetime.fromtimestamp(quarter * QUARTER_SECONDS, zone) for quarter in quarters)
    return list(dict.fromkeys(DayHour(moment.hour, moment.fold) for moment in moments))


async def calendar(connection: AsyncConnection, camera_id: str, *, persons: bool, zone: tzinfo) -> Calendar:
    """Return where a camera's records, or its persons, are to be found.

    The newest month and the one before it by days, what is earlier by months: all that grows with the history is one
    look at the counts for each month. The rows themselves are not touched: those of one camera lie all over the disk.
    """
    column = quarter_count.c
    mine = column.camera_id == camera_id, (column.detections if persons else column.records) > 0
    filled = select(column.quarter).where(*mine)
    newest = await connection.scalar(filled.order_by(column.quarter.desc()).limit(1))
    oldest = await connection.scalar(filled.order_by(column.quarter).limit(1))
    if newest is None or oldest is None:
        return Calendar(days=(), months=())
    first, last = (datetime.fromtimestamp(quarter * QUARTER_SECONDS, zone).date() for quarter in (oldest, newest))
    by_days = _month_before(last.replace(day=1))
    counts = await count(connection, camera_id, first=by_days, last=last, zone=zone)
    months: list[date] = []
    for part in batched(_months_between(first, by_days), _MONTHS_PER_STATEMENT, strict=False):
        looks = [
            exists(
                filled.where(
                    column.quarter >= _first_quarter(month, zone), column.quarter < _first_quarter(following, zone)
                )
            )
            for month, following in part
        ]
        found = (await connection.execute(select(*looks))).one()
        months += [month for (month, _), is_filled in zip(part, found, strict=True) if is_filled]
    return Calendar(
        days=tuple(count for count in counts if (count.detections if persons else count.records)),
        months=tuple(months),
    )


def _months_between(first: date, before: date) -> Iterator[tuple[date, date]]:
    """Yield the months before one, back to that of a day, as their first days and those of the months that follow."""
    while before > first.replace(day=1):
        month = _month_before(before)
        yield month, before
        before = month
