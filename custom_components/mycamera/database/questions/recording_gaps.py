"""Questions about, and changes to, recording_gap."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, delete, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import recording_gap
from ..rows import Cursor, GapRow, NewGap, Page
from ..upsert import upsert
from .pages import before_cursor, camera_ids_in, each_of, first_of, in_order, page_of
from .record_logs import ERROR_LENGTH

_COLUMNS: Final = [recording_gap.c[field.name] for field in fields(GapRow)]


def _row(row: Row[Any]) -> GapRow:
    return GapRow(**row._mapping)  # noqa: SLF001 - the public API of Row, underscored to keep column names free


async def add(connection: AsyncConnection, gap: NewGap) -> None:
    """Insert a gap, or update the one that begins at the same moment."""
    values = {field.name: getattr(gap, field.name) for field in fields(NewGap)}
    values["error"] = gap.error and gap.error[:ERROR_LENGTH]
    await connection.execute(
        upsert(
            connection,
            recording_gap,
            values,
            ("camera_id", "start_time"),
            ("camera_ip", "end_time", "cause", "error"),
        )
    )


async def page(
    connection: AsyncConnection,
    *,
    camera_ids: Collection[str] | None,
    since: datetime | None,
    until: datetime | None,
    before: Cursor | None,
    limit: int,
    oldest: bool = False,
) -> Page[GapRow]:
    """Return gaps that touch [since, until), newest (or oldest) first, of some cameras or of all."""
    column = recording_gap.c
    if since is not None and camera_ids is None:
        camera_ids = await camera_ids_in(connection, column.camera_id)
    lists: list[Select[Any]] = []
    for one in each_of(camera_ids):
        where: list[ColumnElement[bool]] = before_cursor(column.start_time, column.id, before, oldest=oldest)
        if one is not None:
            where.append(column.camera_id == one[0])
        if since is not None and one is not None:
            # A camera's gaps do not overlap: of those that began before, only the last can reach into the range.
            earlier = recording_gap.alias()
            last = select(func.max(earlier.c.start_time)).where(
                earlier.c.camera_id == one[0], earlier.c.start_time < since
            )
            began = func.coalesce(last.scalar_subquery(), literal(since, column.start_time.type))
            where += [column.start_time >= began, column.end_time > since]
        if until is not None:
            where.append(column.start_time < until)
        order = in_order(column.start_time, column.id, oldest=oldest)
        lists.append(select(*_COLUMNS).where(*where).order_by(*order))
    found: list[GapRow] = []
    for statement in first_of(lists, limit + 1, time="start_time", oldest=oldest):
        found += [_row(row) for row in await connection.execute(statement)]
    return page_of(found, limit, oldest=oldest)


async def forget(connection: AsyncConnection, camera_id: str, before: datetime, limit: int) -> int:
    """Remove up to `limit` gaps of a camera that ended before a moment, the oldest first; return how many."""
    column = recording_gap.c
    old = (
        select(column.id)
        .where(column.camera_id == camera_id, column.start_time < before, column.end_time <= before)
        .order_by(column.start_time)
        .limit(limit)
    )
    ids = (await connection.execute(old)).scalars().all()
    if ids:
        await connection.execute(delete(recording_gap).where(column.id.in_(ids)))
    return len(ids)
