"""The queue of analyses: record_log is its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import person_detection, record_log
from ..rows import AnalysisStatus, Cursor, RecordRow
from ..summaries import AnalysisSummary
from . import live_spans
from .live_spans import Span
from .pages import before_cursor, count_up_to, is_due, unindexed
from .record_logs import COLUMNS, ERROR_LENGTH, matching, newest, row_of
from .stays import present

MOST_SETTLED: Final = 200
"""So many records are found to need no analysis before a claim gives up for now."""


async def claim(connection: AsyncConnection, limit: int, now: datetime, *, oldest: bool) -> list[RecordRow]:
    """Take pending records that are due, newest (or oldest) first, and mark them as running.

    Those that were watched live from end to end are done instead; of the others, what was watched is left out.
    """
    left: list[RecordRow] = []
    for _ in range(MOST_SETTLED):
        taken = await _take_due(connection, limit, now, oldest=oldest)
        left = [row for row in taken if not await settle(connection, row, now)]
        if left or len(taken) < limit:
            break
    if not left:
        return []
    ids = [row.id for row in left]
    await connection.execute(
        update(record_log)
        .where(record_log.c.id.in_(ids))
        .values(
            analysis_status=AnalysisStatus.RUNNING,
            analysis_attempts=record_log.c.analysis_attempts + 1,
            analysis_next_try=None,
        )
    )
    rows = await connection.execute(newest([record_log.c.id.in_(ids)]))
    return [row_of(row) for row in rows]


async def _take_due(connection: AsyncConnection, limit: int, now: datetime, *, oldest: bool) -> list[RecordRow]:
    start, number = record_log.c.start_time, record_log.c.id
    order = (start, number) if oldest else (start.desc(), number.desc())
    due = (
        select(*COLUMNS)
        .where(
            record_log.c.analysis_status == AnalysisStatus.PENDING,
            is_due(record_log.c.analysis_next_try, now),
        )
        .order_by(*order)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [row_of(row) for row in await connection.execute(due)]


async def settle(connection: AsyncConnection, record: RecordRow, time: datetime) -> bool:
    """Decide, by what was watched live, which parts of a pending record are to be analysed; return whether none is."""
    if record.analysis_status is not AnalysisStatus.PENDING:
        return True
    if record.analysis_ranges is not None:
        return False
    whole = Span(record.start_time, record.end_time)
    left, model = await live_spans.uncovered(connection, record.camera_id, whole)
    changes: dict[str, Any] = {"analysis_next_try": None}
    if not left:
        changes |= {
            "analysis_status": AnalysisStatus.DONE,
            "analysis_model": f"{model} live"[:255],
            "analysis_error": None,
            "analyzed_at": time,
        }
    elif list(left) != [whole]:
        changes["analysis_ranges"] = tuple(
            ((part.start - whole.start).total_seconds(), (part.end - whole.start).total_seconds()) for part in left
        )
    await connection.execute(update(record_log).where(record_log.c.id == record.id).values(changes))
    return not left


def one_less(attempts: ColumnElement[int]) -> ColumnElement[int]:
    """Return the attempts without the one that was begun and never made."""
    return case((attempts > 0, attempts - 1), else_=0)


async def release(connection: AsyncConnection) -> int:
    """Put every running analysis back into the queue, as if it had never been taken; return how many."""
    result = await connection.execute(
        update(record_log)
        .where(record_log.c.analysis_status == AnalysisStatus.RUNNING)
        .values(analysis_status=AnalysisStatus.PENDING, analysis_attempts=one_less(record_log.c.analysis_attempts))
    )
    return result.rowcount


async def requeue(
    connection: AsyncConnection,
    *,
    camera_ids: Sequence[str] | None,
    since: datetime | None,
    until: datetime | None,
    cursor: Cursor | None,
    limit: int,
    force: bool,
) -> tuple[list[int], Cursor | None]:
    """Queue up to `limit` records anew, newest first; return their ids and where to go on."""
    wanted = [AnalysisStatus.PENDING, AnalysisStatus.FAILED]
    if force:
        wanted += [AnalysisStatus.DONE, AnalysisStatus.SKIPPED]
    where = [
        *matching(camera_ids=camera_ids, since=since, until=until),
        *before_cursor(record_log.c.start_time, record_log.c.id, cursor),
        record_log.c.analysis_status.in_(wanted),
        record_log.c.file_size > 0,
    ]
    statement = (
        select(record_log.c.id, record_log.c.start_time)
        .where(*where)
        .order_by(record_log.c.start_time.desc(), record_log.c.id.desc())
        .limit(limit)
        .with_for_update()
    )
    rows = (await connection.execute(statement)).all()
    ids = [row.id for row in rows]
    if ids:
        changes: dict[str, Any] = {
            "analysis_status": AnalysisStatus.PENDING,
            "analysis_attempts": 0,
            "analysis_error": None,
            # One that was recorded just now waits until it is known what was watched of it.
            "analysis_next_try": case(
                (record_log.c.analysis_status == AnalysisStatus.PENDING, record_log.c.analysis_next_try), else_=None
            ),
        }
        if force:
            # All of it, whatever was watched live.
            changes |= {"analysis_ranges": (), "analysis_next_try": None}
        await connection.execute(update(record_log).where(record_log.c.id.in_(ids)).values(changes))
    return ids, Cursor(rows[-1].start_time, rows[-1].id) if len(rows) == limit else None


async def finish_analysis(
    connection: AsyncConnection, record_id: int, model: str, time: datetime, *, has_person: bool
) -> RecordRow | None:
    """Mark a record as analysed; return it, or None where it is gone."""
    statement = select(*COLUMNS).where(record_log.c.id == record_id).with_for_update()
    row = (await connection.execute(statement)).one_or_none()
    if row is None:
        return None
    record = row_of(row)
    await connection.execute(
        update(record_log)
        .where(record_log.c.id == record_id)
        .values(
            analysis_status=AnalysisStatus.DONE,
            analysis_model=model[:255],
            analysis_error=None,
            analysis_next_try=None,
            analyzed_at=time,
            has_person=has_person or await _shows_live(connection, record),
        )
    )
    return record


async def _shows_live(connection: AsyncConnection, record: RecordRow) -> bool:
    """Return whether somebody was seen live while this was recorded."""
    column = person_detection.c
    seen_live = column.best_time.is_not(None)
    live = present([column.id], record.camera_id, record.start_time, record.end_time, seen_live)
    return await connection.scalar(live.limit(1)) is not None


async def fail_analysis(
    connection: AsyncConnection,
    record_id: int,
    error: str,
    *,
    retry: bool,
    retry_at: datetime | None,
    attempts: int | None,
) -> None:
    """Note why an analysis failed, whether it shall be tried again, and where given how many attempts count."""
    counted = {} if attempts is None else {"analysis_attempts": attempts}
    await connection.execute(
        update(record_log)
        .where(record_log.c.id == record_id)
        .values(
            analysis_status=AnalysisStatus.PENDING if retry else AnalysisStatus.FAILED,
            analysis_error=error[:ERROR_LENGTH],
            analysis_next_try=retry_at if retry else None,
            **counted,
        )
    )


async def count_pending(connection: AsyncConnection, most: int) -> int:
    """Return how many records wait for their analysis; `most` where there are more."""
    return await count_up_to(connection, record_log.c.analysis_status == AnalysisStatus.PENDING, most)


async def summarize(connection: AsyncConnection, record_ids: Sequence[int]) -> AnalysisSummary:
    """Return how far these records are. Records that are gone are not counted."""
    counts = dict.fromkeys(AnalysisStatus, 0)
    persons = 0
    for start in range(0, len(record_ids), 500):
        ids = record_ids[start : start + 500]
        by_status = select(record_log.c.analysis_status, func.count()).where(record_log.c.id.in_(ids))
        for status, count in await connection.execute(by_status.group_by(record_log.c.analysis_status)):
            counts[status] += count
        in_them = and_(person_detection.c.record_log_id.in_(ids), unindexed(person_detection.c.continues).is_(None))
        persons += await connection.scalar(select(func.count()).select_from(person_detection).where(in_them)) or 0
    return AnalysisSummary(**{status.value: count for status, count in counts.items()}, persons=persons)
