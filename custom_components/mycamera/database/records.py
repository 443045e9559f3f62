"""Questions about, and changes to, record_log."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, case, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from . import coverage
from .counts import Changes
from .coverage import Span
from .models import file_deletion, person_detection, record_log
from .pages import before_cursor, count_up_to, each_of, newest_of, page_of, served_by
from .rows import AnalysisStatus, AnalysisSummary, Cursor, FileRoot, NewRecord, Page, RecordRow, RecordStatus
from .upsert import upsert

LONGEST_SEGMENT: Final = timedelta(hours=1)
"""No segment is longer; bounds the search for the one that covers a moment."""
LONGEST_STAY: Final = timedelta(days=1)
"""Nobody is looked for who came earlier and may still be there."""
MOST_SETTLED: Final = 200
"""So many records are found to need no analysis before a claim gives up for now."""
ERROR_LENGTH: Final = 2000
_COLUMNS: Final = [record_log.c[field.name] for field in fields(RecordRow)]
# Facts about the file, which a later report may correct. What analysis made of it stays.
_FACTS: Final = (
    "camera_ip",
    "start_time",
    "end_time",
    "status",
    "file_size",
    "duration",
    "codec",
    "width",
    "height",
    "error",
)
# Which index delivers a page, by whether camera, status and analysis status are given.
_INDEX: Final = {
    (False, False, False): "ix_record_log_start",
    (True, False, False): "ix_record_log_camera_start",
    (False, True, False): "ix_record_log_status_start",
    (True, True, False): "ix_record_log_camera_status_start",
    (False, False, True): "ix_record_log_analysis_start",
    (True, False, True): "ix_record_log_camera_analysis_start",
}


def _row(row: Row[Any]) -> RecordRow:
    return RecordRow(**row._mapping)  # noqa: SLF001 - the public API of Row, underscored to keep column names free


async def add(connection: AsyncConnection, record: NewRecord, changes: Changes) -> None:
    """Insert a record, or correct the facts of the one with the same key."""
    values = {field.name: getattr(record, field.name) for field in fields(NewRecord)}
    values["error"] = record.error and record.error[:ERROR_LENGTH]
    column = record_log.c
    known = (
        await connection.execute(
            select(column.start_time, column.file_size, column.protected)
            .where(column.camera_id == record.camera_id, column.file_path == record.file_path)
            .with_for_update()
        )
    ).one_or_none()
    if known is not None:
        changes.record(record.camera_id, known.start_time, known.file_size, protected=known.protected, by=-1)
    protected = known is not None and known.protected
    changes.record(record.camera_id, record.start_time, record.file_size, protected=protected)
    await connection.execute(
        upsert(connection, record_log, values | {"analysis_attempts": 0}, ("camera_id", "file_path"), _FACTS)
    )
    if record.file_size > 0:
        await _join_live(connection, record)


async def _join_live(connection: AsyncConnection, record: NewRecord) -> None:
    """Join those who were seen live to the record that shows them."""
    column = person_detection.c
    there = [
        column.camera_id == record.camera_id,
        column.first_seen > record.start_time - LONGEST_SEGMENT,
        column.first_seen < record.end_time,
        column.last_seen > record.start_time,
    ]
    if await connection.scalar(select(column.id).where(*there).limit(1)) is None:
        return
    record_id = await connection.scalar(
        select(record_log.c.id).where(
            record_log.c.camera_id == record.camera_id, record_log.c.file_path == record.file_path
        )
    )
    if record_id is None:
        return
    await note_person(connection, record_id)
    pictured = [column.best_time >= record.start_time, column.best_time < record.end_time]
    unjoined = select(column.id, column.best_time).where(*there, *pictured, column.record_log_id.is_(None))
    for row in (await connection.execute(unjoined)).all():
        timestamp = (row.best_time - record.start_time).total_seconds()
        changes = {"record_log_id": record_id, "timestamp": timestamp}
        await connection.execute(update(person_detection).where(column.id == row.id).values(changes))


def _matching(
    *,
    camera_ids: Sequence[str] | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    status: RecordStatus | None = None,
    analysis_status: AnalysisStatus | None = None,
) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if camera_ids is not None:
        only_one = len(camera_ids) == 1
        where.append(record_log.c.camera_id == camera_ids[0] if only_one else record_log.c.camera_id.in_(camera_ids))
    if since is not None:
        where.append(record_log.c.start_time >= since)
    if until is not None:
        where.append(record_log.c.start_time < until)
    if status is not None:
        where.append(record_log.c.status == status)
    if analysis_status is not None:
        where.append(record_log.c.analysis_status == analysis_status)
    return where


def _newest(where: Sequence[ColumnElement[bool]]) -> Select[Any]:
    return select(*_COLUMNS).where(*where).order_by(record_log.c.start_time.desc(), record_log.c.id.desc())


async def page(
    connection: AsyncConnection,
    *,
    camera_ids: Collection[str] | None,
    since: datetime | None,
    until: datetime | None,
    status: RecordStatus | None,
    analysis_status: AnalysisStatus | None,
    before: Cursor | None,
    limit: int,
) -> Page[RecordRow]:
    """Return records whose start is in [since, until), newest first, of some cameras or of all."""
    column = record_log.c
    index = _INDEX.get((camera_ids is not None, status is not None, analysis_status is not None))
    lists = [
        served_by(
            _newest(
                [
                    *_matching(
                        camera_ids=one, since=since, until=until, status=status, analysis_status=analysis_status
                    ),
                    *before_cursor(column.start_time, column.id, before),
                ]
            ),
            record_log,
            index,
        )
        for one in each_of(camera_ids)
    ]
    found: list[RecordRow] = []
    for statement in newest_of(lists, limit + 1, time="start_time"):
        found += [_row(row) for row in await connection.execute(statement)]
    return page_of(found, limit)


async def get(connection: AsyncConnection, record_id: int) -> RecordRow | None:
    """Return one record."""
    row = (await connection.execute(select(*_COLUMNS).where(record_log.c.id == record_id))).one_or_none()
    return None if row is None else _row(row)


async def covering(connection: AsyncConnection, camera_id: str, time: datetime) -> RecordRow | None:
    """Return the record with footage of a moment; a successful one where there are several."""
    where = [
        record_log.c.camera_id == camera_id,
        record_log.c.start_time <= time,
        record_log.c.start_time > time - LONGEST_SEGMENT,
        record_log.c.end_time > time,
    ]
    rows = [_row(row) for row in (await connection.execute(_newest(where).limit(10))).all()]
    return next((row for row in rows if row.status is RecordStatus.SUCCESS), rows[0] if rows else None)


async def latest(connection: AsyncConnection, camera_id: str) -> RecordRow | None:
    """Return the newest record of a camera."""
    row = (await connection.execute(_newest([record_log.c.camera_id == camera_id]).limit(1))).one_or_none()
    return None if row is None else _row(row)


def _deleting(camera_id: str) -> Select[Any]:
    """Select the paths of files that are being deleted: they have no record, and shall not get one again."""
    column = file_deletion.c
    return select(column.file_path).where(column.root == FileRoot.RECORDINGS, column.camera_id == camera_id)


async def unknown_paths(connection: AsyncConnection, camera_id: str, candidates: Iterable[str]) -> set[str]:
    """Return which of the paths have no record."""
    unknown = set(candidates)
    unknown.difference_update((await connection.execute(_deleting(camera_id))).scalars())
    remaining = sorted(unknown)
    for start in range(0, len(remaining), 500):
        statement = select(record_log.c.file_path).where(
            record_log.c.camera_id == camera_id, record_log.c.file_path.in_(remaining[start : start + 500])
        )
        unknown.difference_update((await connection.execute(statement)).scalars())
    return unknown


# --- the queue of analyses ---------------------------------------------------------------------------------------


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
    rows = await connection.execute(_newest([record_log.c.id.in_(ids)]))
    return [_row(row) for row in rows]


async def _take_due(connection: AsyncConnection, limit: int, now: datetime, *, oldest: bool) -> list[RecordRow]:
    start, number = record_log.c.start_time, record_log.c.id
    order = (start, number) if oldest else (start.desc(), number.desc())
    due = (
        select(*_COLUMNS)
        .where(
            record_log.c.analysis_status == AnalysisStatus.PENDING,
            or_(record_log.c.analysis_next_try.is_(None), record_log.c.analysis_next_try <= now),
        )
        .order_by(*order)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [_row(row) for row in await connection.execute(due)]


async def settle(connection: AsyncConnection, record: RecordRow, time: datetime) -> bool:
    """Decide, by what was watched live, which parts of a pending record are to be analysed; return whether none is."""
    if record.analysis_status is not AnalysisStatus.PENDING:
        return True
    if record.analysis_ranges is not None:
        return False
    whole = Span(record.start_time, record.end_time)
    left, model = await coverage.uncovered(connection, record.camera_id, whole)
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


async def of_path(connection: AsyncConnection, camera_id: str, file_path: str) -> RecordRow | None:
    """Return the record of a file."""
    where = [record_log.c.camera_id == camera_id, record_log.c.file_path == file_path]
    row = (await connection.execute(select(*_COLUMNS).where(*where).with_for_update())).one_or_none()
    return None if row is None else _row(row)


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
    before: Cursor | None,
    limit: int,
    force: bool,
) -> tuple[list[int], Cursor | None]:
    """Queue up to `limit` records anew, newest first; return their ids and where to go on."""
    wanted = [AnalysisStatus.PENDING, AnalysisStatus.FAILED]
    if force:
        wanted += [AnalysisStatus.DONE, AnalysisStatus.SKIPPED]
    where = [
        *_matching(camera_ids=camera_ids, since=since, until=until),
        *before_cursor(record_log.c.start_time, record_log.c.id, before),
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
    statement = select(*_COLUMNS).where(record_log.c.id == record_id).with_for_update()
    row = (await connection.execute(statement)).one_or_none()
    if row is None:
        return None
    record = _row(row)
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
    live = select(column.id).where(
        column.camera_id == record.camera_id,
        column.first_seen > record.start_time - LONGEST_STAY,
        column.first_seen < record.end_time,
        column.last_seen > record.start_time,
        column.best_time.is_not(None),
    )
    return await connection.scalar(live.limit(1)) is not None


async def note_person(connection: AsyncConnection, record_id: int) -> None:
    """Note that a record shows a person."""
    await connection.execute(update(record_log).where(record_log.c.id == record_id).values(has_person=True))


async def note_person_between(
    connection: AsyncConnection, camera_id: str, first_seen: datetime, last_seen: datetime
) -> None:
    """Note that all records of a stretch of time show a person."""
    column = record_log.c
    shown = [
        column.camera_id == camera_id,
        column.start_time > first_seen - LONGEST_SEGMENT,
        column.start_time <= last_seen,
        column.end_time > first_seen,
        column.has_person == false(),
    ]
    await connection.execute(update(record_log).where(*shown).values(has_person=True))


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
        in_them = and_(person_detection.c.record_log_id.in_(ids), person_detection.c.continues.is_(None))
        persons += await connection.scalar(select(func.count()).select_from(person_detection).where(in_them)) or 0
    return AnalysisSummary(**{status.value: count for status, count in counts.items()}, persons=persons)
