"""The queue of captions: person_detection is its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import and_, not_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import person_detection
from ..rows import (
    BY_HAND,
    CaptionStatus,
    Cursor,
    DetectionRow,
)
from ..search import caption_index
from .analyses import one_less
from .pages import before_cursor, count_up_to, in_order, is_due
from .person_detections import SEEN, matching, newest, row_of
from .record_logs import ERROR_LENGTH

_UNWRITTEN: Final = not_(
    and_(person_detection.c.caption_source == BY_HAND, person_detection.c.caption_status == CaptionStatus.DONE)
)
"""What no user has written since a model was asked, if one was."""


async def claim(
    connection: AsyncConnection, limit: int, now: datetime, *, oldest: bool, event_ids: Sequence[str] | None
) -> list[DetectionRow]:
    """Take detections whose caption is pending and due, newest (or oldest) first, and mark them as running.

    Of these `event_ids` alone, where some are given.
    """
    column = person_detection.c
    due = (
        select(column.id)
        .where(
            column.caption_status == CaptionStatus.PENDING,
            is_due(column.caption_next_try, now),
            *([] if event_ids is None else [column.event_id.in_(event_ids)]),
        )
        .order_by(*in_order(column.first_seen, column.id, oldest=oldest))
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    ids = list((await connection.execute(due)).scalars())
    if not ids:
        return []
    await connection.execute(
        update(person_detection)
        .where(column.id.in_(ids))
        .values(
            caption_status=CaptionStatus.RUNNING,
            caption_attempts=column.caption_attempts + 1,
            caption_next_try=None,
        )
    )
    rows = await connection.execute(newest([column.id.in_(ids)]))
    return [row_of(row) for row in rows]


async def release(connection: AsyncConnection) -> int:
    """Put every running caption back into the queue, as if it had never been taken; return how many."""
    column = person_detection.c
    result = await connection.execute(
        update(person_detection)
        .where(column.caption_status == CaptionStatus.RUNNING)
        .values(caption_status=CaptionStatus.PENDING, caption_attempts=one_less(column.caption_attempts))
    )
    return result.rowcount


async def requeue(
    connection: AsyncConnection,
    *,
    camera_ids: Sequence[str] | None,
    event_ids: Sequence[str] | None,
    since: datetime | None,
    until: datetime | None,
    cursor: Cursor | None,
    limit: int,
    force: bool,
) -> tuple[list[str], Cursor | None]:
    """Queue up to `limit` captions anew, newest first; return the event ids and where to go on."""
    column = person_detection.c
    named = event_ids is not None  # who opened a later part of somebody may have that described
    wanted = [CaptionStatus.PENDING, CaptionStatus.FAILED, CaptionStatus.OFF]
    if force:
        wanted.append(CaptionStatus.DONE)
    where = [
        *matching(camera_ids=camera_ids, since=since, until=until, parts=named),
        *before_cursor(column.first_seen, column.id, cursor),
        column.caption_status.in_(wanted),
        SEEN,
    ]
    if event_ids is not None:
        where.append(column.event_id.in_(event_ids))
    statement = (
        select(column.id, column.event_id, column.first_seen)
        .where(*where)
        .order_by(column.first_seen.desc(), column.id.desc())
        .limit(limit)
        .with_for_update()
    )
    rows = (await connection.execute(statement)).all()
    if rows:
        await connection.execute(
            update(person_detection)
            .where(column.id.in_([row.id for row in rows]))
            .values(caption_status=CaptionStatus.PENDING, caption_attempts=0, caption_error=None, caption_next_try=None)
        )
    following = Cursor(rows[-1].first_seen, rows[-1].id) if len(rows) == limit else None
    return [row.event_id for row in rows], following


async def set_caption(
    connection: AsyncConnection,
    event_id: str,
    *,
    caption: str,
    caption_zh: str,
    source: str,
    model: str,
    seconds: float,
    time: datetime,
) -> None:
    """Store what a model wrote, or a user: what a user wrote while a model was at it stays."""
    column = person_detection.c
    wanted = [column.event_id == event_id, *([] if source == BY_HAND else [_UNWRITTEN])]
    known = (await connection.execute(select(column.id, column.first_seen).where(*wanted))).one_or_none()
    if known is None:
        return
    await caption_index.queue(connection, known.first_seen, known.id)
    await connection.execute(
        update(person_detection)
        .where(person_detection.c.event_id == event_id)
        .values(
            caption=caption,
            caption_zh=caption_zh,
            caption_source=source[:255],
            caption_model=model[:255],
            caption_seconds=seconds,
            captioned_at=time,
            caption_status=CaptionStatus.DONE,
            caption_error=None,
            caption_next_try=None,
        )
    )


async def fail_caption(
    connection: AsyncConnection, event_id: str, error: str, retry_at: datetime | None, attempts: int | None
) -> None:
    """Note why a caption failed, when it shall be tried again, if at all, and where given how many attempts count."""
    counted = {} if attempts is None else {"caption_attempts": attempts}
    await connection.execute(
        update(person_detection)
        .where(person_detection.c.event_id == event_id, _UNWRITTEN)
        .values(
            caption_status=CaptionStatus.FAILED if retry_at is None else CaptionStatus.PENDING,
            caption_error=error[:ERROR_LENGTH],
            caption_next_try=retry_at,
            **counted,
        )
    )


async def count_pending(connection: AsyncConnection, most: int) -> int:
    """Return how many detections wait for the caption of a model; `most` where there are more."""
    return await count_up_to(connection, person_detection.c.caption_status == CaptionStatus.PENDING, most)
