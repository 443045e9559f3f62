"""How much footage and how many persons each day has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sqlalchemy import Table, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from .models import person_detection, record_log
from .rows import DayCount

_DAYS_PER_QUESTION = 50


def _start(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _count(table: Table, column: str, camera_id: str | None, day: date, zone: tzinfo) -> ColumnElement[int]:
    moment = table.c[column]
    statement = select(func.count()).select_from(table)
    statement = statement.where(moment >= _start(day, zone), moment < _start(day + timedelta(days=1), zone))
    if camera_id is not None:
        statement = statement.where(table.c.camera_id == camera_id)
    if table is person_detection:
        statement = statement.where(table.c.continues.is_(None))
    return statement.scalar_subquery()


async def _span(connection: AsyncConnection, camera_id: str | None, zone: tzinfo) -> tuple[date, date] | None:
    ends: list[datetime] = []
    for column in (record_log.c.start_time, person_detection.c.first_seen):
        for order in (column.asc(), column.desc()):
            statement = select(column).order_by(order).limit(1)
            if camera_id is not None:
                statement = statement.where(column.table.c.camera_id == camera_id)
            if (end := await connection.scalar(statement)) is not None:
                ends.append(end)
    if not ends:
        return None
    return min(ends).astimezone(zone).date(), max(ends).astimezone(zone).date()


def _down(last: date, first: date) -> Iterator[date]:
    while last >= first:
        yield last
        last -= timedelta(days=1)


def _parts(days: Sequence[date]) -> Iterator[Sequence[date]]:
    for start in range(0, len(days), _DAYS_PER_QUESTION):
        yield days[start : start + _DAYS_PER_QUESTION]


async def count(
    connection: AsyncConnection, camera_id: str | None, *, first: date | None, last: date | None, zone: tzinfo
) -> list[DayCount]:
    """Return the days from `first` to `last` in a time zone that have records or detections, newest first."""
    if first is None or last is None:
        span = await _span(connection, camera_id, zone)
        if span is None:
            return []
        first, last = first or span[0], last or span[1]
    counts: list[DayCount] = []
    for days in _parts(list(_down(last, first))):
        # One range of an index for each day: its cost is that of the rows of these days, however old the table.
        questions = [
            select(
                literal(index),
                _count(record_log, "start_time", camera_id, day, zone),
                _count(person_detection, "first_seen", camera_id, day, zone),
            )
            for index, day in enumerate(days)
        ]
        rows = sorted((await connection.execute(union_all(*questions))).tuples())
        counts += [
            DayCount(day=days[index], records=records, detections=detections)
            for index, records, detections in rows
            if records or detections
        ]
    return counts
