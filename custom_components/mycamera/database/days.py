"""How much footage and how many persons each day has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from .counts import QUARTER_SECONDS, quarter_of
from .models import camera_total, quarter_count
from .rows import DayCount

type _Stretch = tuple[date, int, int, int]
"""Days that are equally long: the first one, its first quarter, how many they are, and quarters per day."""


def _first_quarter(day: date, zone: tzinfo) -> int:
    return quarter_of(datetime.combine(day, time(), zone))


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


async def _span(connection: AsyncConnection, camera_ids: Sequence[str], zone: tzinfo) -> tuple[date, date] | None:
    column = quarter_count.c
    ends: list[int] = []
    for camera_id in camera_ids:
        # Two questions: each is the end of an index; both in one would be all that is between.
        for end in (func.min(column.quarter), func.max(column.quarter)):
            quarter = await connection.scalar(select(end).where(column.camera_id == camera_id))
            if quarter is not None:
                ends.append(quarter)
    if not ends:
        return None
    first, last = (
        datetime.fromtimestamp(quarter * QUARTER_SECONDS, UTC).astimezone(zone).date()
        for quarter in (min(ends), max(ends))
    )
    return first, last


async def count(
    connection: AsyncConnection, camera_id: str | None, *, first: date | None, last: date | None, zone: tzinfo
) -> list[DayCount]:
    """Return the days from `first` to `last` in a time zone that have records or detections, newest first."""
    if camera_id is None:
        camera_ids = list((await connection.execute(select(camera_total.c.camera_id))).scalars())
    else:
        camera_ids = [camera_id]
    if first is None or last is None:
        span = await _span(connection, camera_ids, zone)
        if span is None:
            return []
        first, last = first or span[0], last or span[1]
    column = quarter_count.c
    counts: list[DayCount] = []
    for begin, quarter, days, length in _stretches(first, last, zone):
        index = ((column.quarter - quarter) // length).label("day_index")
        statement = (
            select(index, func.sum(column.records), func.sum(column.detections))
            .where(
                column.camera_id.in_(camera_ids), column.quarter >= quarter, column.quarter < quarter + days * length
            )
            .group_by(index)
        )
        counts += [
            DayCount(day=begin + timedelta(days=int(number)), records=int(records), detections=int(detections))
            for number, records, detections in (await connection.execute(statement)).tuples()
        ]
    return sorted(counts, key=lambda count: count.day, reverse=True)
