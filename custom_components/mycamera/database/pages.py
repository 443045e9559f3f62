"""Pages by key: a page begins behind the last row of the one before, whatever was added or removed since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Protocol

from sqlalchemy import Column, ColumnElement, Select, Table, and_, or_

from .rows import Cursor, Page

LARGEST_PAGE: Final = 1000


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


def before_cursor(time: Column[datetime], key: Column[int], before: Cursor | None) -> list[ColumnElement[bool]]:
    """Return the condition for rows that come after `before` in an order of newest first."""
    if before is None:
        return []
    # The first part is what an index can jump to; MySQL does not do so for (time, id) < (x, y).
    return [time <= before.time, or_(time < before.time, and_(time == before.time, key < before.id))]


def served_by(statement: Select[Any], table: Table, index: str | None) -> Select[Any]:
    """Tell MySQL which index delivers the page in order; None leaves the choice to it.

    It estimates the cost of a page as if most of the range were read, and so, for some pages in the middle of a big
    table, takes another index and sorts hundreds of thousands of rows. SQLite chooses well by itself.
    """
    return statement if index is None else statement.with_hint(table, f"FORCE INDEX ({index})", "mysql")


def page_of[T: Placed](rows: Sequence[T], limit: int) -> Page[T]:
    """Return the page of a query that asked for one row more than the page holds."""
    items = tuple(rows[:limit])
    return Page(items, items[-1].cursor if len(rows) > limit else None)
