"""What was watched live, and which parts of a recording it leaves to be analysed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import live_coverage

KEPT: Final = timedelta(days=30)
"""What was watched longer ago does not matter any more: its recordings were judged, or are gone."""
_TOUCHING: Final = timedelta(seconds=0.25)
TOLERANCE: Final = timedelta(seconds=0.5)
"""The recorder and the watch see the same moment by different streams: less than this is not missing."""


class Span(NamedTuple):
    """A stretch of time."""

    start: datetime
    end: datetime


def subtract(span: Span, covered: Iterable[Span], tolerance: timedelta = TOLERANCE) -> list[Span]:
    """Return the parts of a span that none of the others covers, in order; those within the tolerance do not count."""
    left: list[Span] = []
    reached = span.start
    for part in sorted(covered):
        if part.start > reached:
            left.append(Span(reached, min(part.start, span.end)))
        reached = max(reached, part.end)
        if reached >= span.end:
            break
    if reached < span.end:
        left.append(Span(reached, span.end))
    return [part for part in left if part.end - part.start > tolerance]


async def add(connection: AsyncConnection, camera_id: str, span: Span, model: str) -> None:
    """Note that a camera was watched; spans that touch become one."""
    column = live_coverage.c
    touching = (
        select(column.id, column.start_time, column.end_time)
        .where(
            column.camera_id == camera_id,
            column.end_time >= span.start - _TOUCHING,
            column.start_time <= span.end + _TOUCHING,
        )
        .order_by(column.id)
        .with_for_update()
    )
    rows = (await connection.execute(touching)).all()
    values = {
        "start_time": min([span.start, *(row.start_time for row in rows)]),
        "end_time": max([span.end, *(row.end_time for row in rows)]),
        "model": model[:255],
    }
    if not rows:
        await connection.execute(insert(live_coverage).values(camera_id=camera_id, **values))
        # Only where a span begins: that is seldom, and often enough.
        old = delete(live_coverage).where(column.camera_id == camera_id, column.end_time < span.start - KEPT)
        await connection.execute(old)
        return
    await connection.execute(update(live_coverage).where(column.id == rows[0].id).values(values))
    if len(rows) > 1:
        await connection.execute(delete(live_coverage).where(column.id.in_([row.id for row in rows[1:]])))


async def uncovered(connection: AsyncConnection, camera_id: str, span: Span) -> tuple[Sequence[Span], str]:
    """Return the parts of a span in which the camera was not watched, and the model that watched it last."""
    column = live_coverage.c
    statement = (
        select(column.start_time, column.end_time, column.model)
        .where(column.camera_id == camera_id, column.end_time > span.start, column.start_time < span.end)
        .order_by(column.end_time)
    )
    rows = (await connection.execute(statement)).all()
    return subtract(span, [Span(row.start_time, row.end_time) for row in rows]), rows[-1].model if rows else ""


async def spans(connection: AsyncConnection, camera_id: str, since: datetime, until: datetime) -> list[Span]:
    """Return when a camera was watched, of what touches a stretch of time; oldest first."""
    column = live_coverage.c
    statement = (
        select(column.start_time, column.end_time)
        .where(column.camera_id == camera_id, column.end_time > since, column.start_time < until)
        .order_by(column.start_time)
    )
    return [Span(start, end) for start, end in await connection.execute(statement)]


async def forget(connection: AsyncConnection, camera_id: str, before: datetime, limit: int) -> int:
    """Remove up to `limit` spans of a camera that ended before a moment; return how many."""
    column = live_coverage.c
    old = select(column.id).where(column.camera_id == camera_id, column.end_time < before)
    ids = (await connection.execute(old.order_by(column.end_time).limit(limit))).scalars().all()
    if ids:
        await connection.execute(delete(live_coverage).where(column.id.in_(ids)))
    return len(ids)
