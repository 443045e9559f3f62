"""Questions about, and changes to, record_log."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import file_deletion, person_detection, record_log
from ..rows import AnalysisStatus, Cursor, FileRoot, NewRecord, Page, Rank, RecordMeasure, RecordRow, RecordStatus
from ..upsert import upsert
from .counts import Changes
from .pages import before_cursor, each_of, first_of, in_order, page_of, served_by, unindexed
from .stays import present

LONGEST_SEGMENT: Final = timedelta(hours=1)
"""No segment is longer; bounds the search for the one that covers a moment."""
ERROR_LENGTH: Final = 2000
COLUMNS: Final = [record_log.c[field.name] for field in fields(RecordRow)]
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


def row_of(row: Row[Any]) -> RecordRow:
    """Return a row of COLUMNS as the rest of the integration sees it."""
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
    there = record.camera_id, record.start_time, record.end_time
    if await connection.scalar(present([column.id], *there).limit(1)) is None:
        return
    record_id = await connection.scalar(
        select(record_log.c.id).where(
            record_log.c.camera_id == record.camera_id, record_log.c.file_path == record.file_path
        )
    )
    if record_id is None:
        return
    await note_person(connection, record_id)
    pictured = column.best_time >= record.start_time, column.best_time < record.end_time
    nowhere = unindexed(column.record_log_id).is_(None)
    unjoined = present([column.id, column.best_time], *there, *pictured, nowhere)
    for row in (await connection.execute(unjoined)).all():
        timestamp = (row.best_time - record.start_time).total_seconds()
        changes = {"record_log_id": record_id, "timestamp": timestamp}
        await connection.execute(update(person_detection).where(column.id == row.id).values(changes))


def matching(
    *,
    camera_ids: Sequence[str] | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    status: RecordStatus | None = None,
    analysis_status: AnalysisStatus | None = None,
) -> list[ColumnElement[bool]]:
    """Return the conditions of records of some cameras that start in [since, until) and have a status."""
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


def newest(where: Sequence[ColumnElement[bool]], *, oldest: bool = False) -> Select[Any]:
    """Select records, newest (or oldest) first."""
    order = in_order(record_log.c.start_time, record_log.c.id, oldest=oldest)
    return select(*COLUMNS).where(*where).order_by(*order)


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
    oldest: bool = False,
) -> Page[RecordRow]:
    """Return records whose start is in [since, until), newest (or oldest) first, of some cameras or of all."""
    column = record_log.c
    index = _INDEX.get((camera_ids is not None, status is not None, analysis_status is not None))
    lists = [
        served_by(
            newest(
                [
                    *matching(camera_ids=one, since=since, until=until, status=status, analysis_status=analysis_status),
                    *before_cursor(column.start_time, column.id, before, oldest=oldest),
                ],
                oldest=oldest,
            ),
            record_log,
            index,
        )
        for one in each_of(camera_ids)
    ]
    found: list[RecordRow] = []
    for statement in first_of(lists, limit + 1, time="start_time", oldest=oldest):
        found += [row_of(row) for row in await connection.execute(statement)]
    return page_of(found, limit, oldest=oldest)


async def greatest(
    connection: AsyncConnection,
    measure: RecordMeasure,
    *,
    camera_ids: Collection[str] | None,
    since: datetime,
    until: datetime,
    status: RecordStatus | None,
    analysis_status: AnalysisStatus | None,
    after: Rank | None,
    limit: int,
) -> tuple[RecordRow, ...]:
    """Return up to `limit` records whose start is in [since, until), the greatest first, from behind `after` on.

    No index orders by a measure: every record of that time is read for each page, so it has to be short.
    """
    column = record_log.c
    number: ColumnElement[Any] = (
        column.file_size if measure is RecordMeasure.SIZE else func.coalesce(column.duration, 0.0)
    )
    where = matching(
        camera_ids=None if camera_ids is None else sorted(camera_ids),
        since=since,
        until=until,
        status=status,
        analysis_status=analysis_status,
    )
    if after is not None:
        where.append(or_(number < after.value, and_(number == after.value, column.id < after.id)))
    statement = select(*COLUMNS).where(*where).order_by(number.desc(), column.id.desc()).limit(limit)
    index = _INDEX.get((camera_ids is not None, status is not None, analysis_status is not None))
    rows = await connection.execute(served_by(statement, record_log, index))
    return tuple(row_of(row) for row in rows)


async def get(connection: AsyncConnection, record_id: int) -> RecordRow | None:
    """Return one record."""
    row = (await connection.execute(select(*COLUMNS).where(record_log.c.id == record_id))).one_or_none()
    return None if row is None else row_of(row)


async def covering(connection: AsyncConnection, camera_id: str, time: datetime) -> RecordRow | None:
    """Return the record with footage of a moment; a successful one where there are several."""
    where = [
        record_log.c.camera_id == camera_id,
        record_log.c.start_time <= time,
        record_log.c.start_time > time - LONGEST_SEGMENT,
        record_log.c.end_time > time,
    ]
    rows = [row_of(row) for row in (await connection.execute(newest(where).limit(10))).all()]
    return next((row for row in rows if row.status is RecordStatus.SUCCESS), rows[0] if rows else None)


async def latest(connection: AsyncConnection, camera_id: str) -> RecordRow | None:
    """Return the newest record of a camera."""
    row = (await connection.execute(newest([record_log.c.camera_id == camera_id]).limit(1))).one_or_none()
    return None if row is None else row_of(row)


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


async def of_path(connection: AsyncConnection, camera_id: str, file_path: str) -> RecordRow | None:
    """Return the record of a file."""
    where = [record_log.c.camera_id == camera_id, record_log.c.file_path == file_path]
    row = (await connection.execute(select(*COLUMNS).where(*where).with_for_update())).one_or_none()
    return None if row is None else row_of(row)


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
