"""Who was there at some time: found by until when they were seen, since who is still there may have come long ago."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Select, select

from ..models import person_detection
from .pages import served_by, unindexed

MOST_AFTER: Final = timedelta(days=1)
"""Of a time long ago, those are not found who went on to be there for more than this after it. Of now, all are."""


def present(
    columns: Sequence[Column[Any]], camera_id: str, since: datetime, until: datetime, *where: ColumnElement[bool]
) -> Select[Any]:
    """Select those who came to a camera before `until` and were still there after `since`, however long they stayed.

    One index has all that decides it: of a busy day after it, only numbers are passed over.
    """
    column = person_detection.c
    there = [
        column.camera_id == camera_id,
        column.last_seen > since,
        column.last_seen < until + MOST_AFTER,
        unindexed(column.first_seen) < until,
    ]
    statement = select(*columns).where(*there, *where)
    return served_by(statement, person_detection, "ix_person_detection_camera_last_seen")
