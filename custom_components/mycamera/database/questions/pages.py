"""Pages by key: a page begins behind the last row of the one before, whatever was added or removed since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from sqlalchemy import (
    Column,
    ColumnElement,
    Select,
    Table,
    UnaryExpression,
    and_,
    func,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.operators import custom_op

from ..rows import Cursor, Page

LARGEST_PAGE: Final = 1000
MOST_COUNTED: Final = 50_000
"""Whoever counts a queue stops here: reading on would cost the more the longer it is."""
LONGEST_WAIT: Final = timedelta(hours=2)
"""Nothing waits longer than this for its next try: what seems to was noted before the clock was set back."""
_LISTS_PER_STATEMENT: Final = 50


class Placed(Protocol):
    """A row that knows its place."""

    @property
    def cursor(self) -> Cursor:
        """Its time and id."""


def verify_limit(limit: int) -> None:
    """Check the size of a page.

    Raises:
        ValueError: not from 1 to 1000.
    """
    if not 1 <= limit <= LARGEST_PAGE:
        raise ValueError(f"a page has 1 to {LARGEST_PAGE} rows")


def is_due(next_try: Column[datetime], now: datetime) -> ColumnElement[bool]:
    """Return the condition for rows of a queue whose next try may be made now."""
    return or_(next_try.is_(None), next_try <= now, next_try > now + LONGEST_WAIT)


def before_cursor(
    time: Column[datetime], key: Column[int], before: Cursor | None, *, oldest: bool = False
) -> list[ColumnElement[bool]]:
    """Return the condition for rows that come after `before` in an order of newest (or oldest) first."""
    if before is None:
        return []
    # The first part is what an index can jump to; MySQL does not do so for (time, id) < (x, y).
    if oldest:
        return [time >= before.time, or_(time > before.time, and_(time == before.time, key > before.id))]
    return [time <= before.time, or_(time < before.time, and_(time == before.time, key < before.id))]


def in_order(time: ColumnElement[Any], key: ColumnElement[Any], *, oldest: bool) -> list[ColumnElement[Any]]:
    """Return what rows are ordered by, newest (or oldest) first: an index of both serves both directions."""
    return [time.asc(), key.asc()] if oldest else [time.desc(), key.desc()]


def served_by(statement: Select[Any], table: Table, index: str | None) -> Select[Any]:
    """Tell MySQL which index delivers the page in order; None leaves the choice to it.

    It estimates the cost of a page as if most of the range were read, and so, for some pages in the middle of a big
    table, takes another index and sorts hundreds of thousands of rows. SQLite chooses well by itself.
    """
    return statement if index is None else statement.with_hint(table, f"FORCE INDEX ({index})", "mysql")


def unindexed[T](column: Column[T]) -> ColumnElement[T]:
    """Return a column for a condition that only sorts out what another index has found, as `+column`.

    SQLite, which has no statistics of ours, takes an equality (`IS NULL` too) for the best that an index can serve,
    reads all rows that meet it, and sorts them for one page.
    """
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def each_of(camera_ids: Collection[str] | None) -> list[list[str] | None]:
    """Return each camera by itself, to be asked for by itself; no camera in particular where all are meant."""
    return [None] if camera_ids is None else [[camera_id] for camera_id in sorted(camera_ids)]


def first_of(
    statements: Sequence[Select[Any]], limit: int, *, time: str, oldest: bool = False
) -> Iterator[Select[Any]]:
    """Put lists in one order together, each `limit` long at most, so that each keeps the index that serves it.

    Returns few statements; what they find together has the first rows of all, and more.
    """
    for start in range(0, len(statements), _LISTS_PER_STATEMENT):
        parts = [part.limit(limit).subquery() for part in statements[start : start + _LISTS_PER_STATEMENT]]
        if len(parts) == 1:
            yield statements[start].limit(limit)
        else:
            found = union_all(*(select(part) for part in parts)).subquery()
            yield select(found).order_by(*in_order(found.c[time], found.c.id, oldest=oldest)).limit(limit)


async def camera_ids_in(connection: AsyncConnection, column: Column[str]) -> list[str]:
    """Return the cameras that a table has rows of, one step for each in the index that begins with them."""
    camera_ids: list[str] = []
    camera_id = await connection.scalar(select(func.min(column)))
    while camera_id is not None:
        camera_ids.append(camera_id)
        camera_id = await connection.scalar(select(func.min(column)).where(column > camera_id))
    return camera_ids


async def count_up_to(connection: AsyncConnection, where: ColumnElement[bool], most: int) -> int:
    """Return how many rows of a condition there are, `most` where there are more; an index must find them."""
    found = select(literal_column("1").label("one")).where(where).limit(most).subquery()
    return await connection.scalar(select(func.count()).select_from(found)) or 0


def page_of[T: Placed](rows: Iterable[T], limit: int, *, oldest: bool = False) -> Page[T]:
    """Return the page of queries that asked for one row more than the page holds, newest (or oldest) first."""
    rows = sorted(rows, key=lambda row: row.cursor, reverse=not oldest)
    items = tuple(rows[:limit])
    return Page(items, items[-1].cursor if len(rows) > limit else None)
