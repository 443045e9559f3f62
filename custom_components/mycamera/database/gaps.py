"""Questions about, and changes to, recording_gap."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from .models import recording_gap
from .pages import before_cursor, page_of
from .records import ERROR_LENGTH
from .rows import Cursor, GapRow, NewGap, Page
from .upsert import upsert

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
    camera_id: str | None,
    since: datetime | None,
    until: datetime | None,
    before: Cursor | None,
    limit: int,
) -> Page[GapRow]:
    """Return gaps that touch [since, until), newest first."""
    column = recording_gap.c
    where: list[ColumnElement[bool]] = []
    if camera_id is not None:
        where.append(column.camera_id == camera_id)
    if since is not None:
        where.append(column.end_time > since)
    if until is not None:
        where.append(column.start_time < until)
    where += before_cursor(column.start_time, column.id, before)
    statement = select(*_COLUMNS).where(*where).order_by(column.start_time.desc(), column.id.desc()).limit(limit + 1)
    rows = (await connection.execute(statement)).all()
    return page_of([_row(row) for row in rows], limit)
