"""What retention asks of the tables, and how it takes rows away.

A row goes in the transaction that notes its file in file_deletion; the file goes after that, and the note last. So no
row ever names a file that is gone, and no crash leaves a file that nothing names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Select,
    and_,
    case,
    delete,
    false,
    func,
    insert,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import camera_total, file_deletion, person_detection, record_log, recording_gap
from ..rows import AnalysisStatus, Cursor, FileDeletionRow, FileRoot, FootageRow
from ..summaries import CameraTotal, Ledger, Usage
from . import continuity
from .counts import Changes
from .pages import served_by
from .record_logs import LONGEST_SEGMENT

_ANALYZED: Final = (AnalysisStatus.DONE, AnalysisStatus.SKIPPED)
_KEEP_LONGER: Final = type_coerce(
    or_(record_log.c.has_person, record_log.c.analysis_status.not_in(_ANALYZED)), Boolean()
)
_COLUMNS: Final = [
    *(record_log.c[field.name] for field in fields(FootageRow) if field.name != "keep_longer"),
    _KEEP_LONGER.label("keep_longer"),
]
_PICTURED: Final = [
    person_detection.c[name] for name in ("id", "event_id", "camera_id", "image_path", "thumbnail_path")
]
_DELETION_COLUMNS: Final = [file_deletion.c[field.name] for field in fields(FileDeletionRow)]


def _deletable() -> list[ColumnElement[bool]]:
    # What the worker is reading now is not taken from under it.
    return [record_log.c.protected == false(), record_log.c.analysis_status != AnalysisStatus.RUNNING]


def _after(after: Cursor | None) -> list[ColumnElement[bool]]:
    if after is None:
        return []
    column = record_log.c
    return [
        column.start_time >= after.time,
        or_(column.start_time > after.time, and_(column.start_time == after.time, column.id > after.id)),
    ]


async def _oldest(
    connection: AsyncConnection, where: Sequence[ColumnElement[bool]], after: Cursor | None, limit: int, *, index: str
) -> list[FootageRow]:
    statement = (
        select(*_COLUMNS)
        .where(*where, *_deletable(), *_after(after))
        .order_by(record_log.c.start_time, record_log.c.id)
        .limit(limit)
    )
    rows = await connection.execute(served_by(statement, record_log, index))
    return [FootageRow(**row._mapping) for row in rows]  # noqa: SLF001 - Row's public API


async def oldest(
    connection: AsyncConnection, camera_id: str | None, *, after: Cursor | None, limit: int
) -> list[FootageRow]:
    """Return deletable records, oldest first."""
    if camera_id is None:
        return await _oldest(connection, [], after, limit, index="ix_record_log_start")
    where = [record_log.c.camera_id == camera_id]
    return await _oldest(connection, where, after, limit, index="ix_record_log_camera_start")


async def older_than(
    connection: AsyncConnection,
    camera_id: str,
    *,
    before: datetime,
    persons: bool,
    after: Cursor | None,
    limit: int,
) -> list[FootageRow]:
    """Return deletable records that start before a moment, oldest first: those with, or those surely without persons.

    Every record counts among those with persons until its analysis has succeeded.
    """
    column = record_log.c
    where: list[ColumnElement[bool]] = [column.camera_id == camera_id, column.start_time < before]
    if persons:
        # Those are kept the longest: nearly all that is older goes, so that there is little to pass over.
        where.append(_KEEP_LONGER)
        return await _oldest(connection, where, after, limit, index="ix_record_log_camera_start")
    where += [column.has_person == false(), column.analysis_status.in_(_ANALYZED)]
    return await _oldest(connection, where, after, limit, index="ix_record_log_retention")


async def usage(connection: AsyncConnection, camera_id: str) -> Usage:
    """Return how much footage a camera has."""
    column = camera_total.c
    statement = select(column.bytes, column.protected_bytes, column.records).where(column.camera_id == camera_id)
    row = (await connection.execute(statement)).one_or_none()
    if row is None:
        return Usage(bytes=0, protected=0, records=0)
    return Usage(bytes=row.bytes, protected=row.protected_bytes, records=row.records)


async def totals(connection: AsyncConnection) -> dict[str, CameraTotal]:
    """Return what each camera has that has anything."""
    column = camera_total.c
    rows = await connection.execute(select(column.camera_id, column.records, column.bytes, column.detections))
    return {row.camera_id: CameraTotal(records=row.records, bytes=row.bytes, detections=row.detections) for row in rows}


async def recorded(connection: AsyncConnection, camera_id: str, since: datetime) -> tuple[int, int]:
    """Return the bytes recorded since a moment, without and with persons (in the sense of `older_than`)."""
    column = record_log.c
    with_persons = func.coalesce(func.sum(case((_KEEP_LONGER, column.file_size), else_=0)), 0)
    statement = select(func.coalesce(func.sum(column.file_size), 0), with_persons)
    row = (await connection.execute(statement.where(column.camera_id == camera_id, column.start_time >= since))).one()
    return int(row[0]) - int(row[1]), int(row[1])


async def ledger(connection: AsyncConnection, camera_id: str, since: datetime) -> Ledger:
    """Return what is known of a camera's time since a moment."""
    record, gap = record_log.c, recording_gap.c
    footage = (
        select(record.start_time, record.end_time)
        .where(
            record.camera_id == camera_id,
            record.start_time > since - LONGEST_SEGMENT,
            record.end_time > since,
            record.file_size > 0,
            or_(record.duration.is_(None), record.duration > 0),
        )
        .order_by(record.start_time)
    )
    gaps = select(gap.start_time, gap.end_time).where(gap.camera_id == camera_id)
    newer = gaps.where(gap.start_time >= since).order_by(gap.start_time)
    # Gaps do not overlap: of those that began before, only the last can reach into the stretch.
    last = gaps.where(gap.start_time < since).order_by(gap.start_time.desc()).limit(1)
    before = (await connection.execute(last)).tuples().all()
    first_record = await connection.scalar(
        select(record.id).where(record.camera_id == camera_id, record.start_time < since).limit(1)
    )
    return Ledger(
        footage=tuple((start, end) for start, end in await connection.execute(footage)),
        gaps=tuple((start, end) for start, end in (*before, *(await connection.execute(newer))) if end > since),
        earlier=bool(before) or first_record is not None,
    )


async def protect(
    connection: AsyncConnection,
    *,
    camera_ids: Sequence[str] | None,
    since: datetime | None,
    until: datetime | None,
    cursor: Cursor | None,
    limit: int,
    protected: bool,
) -> tuple[list[int], Cursor | None]:
    """Protect, or no longer protect, records with footage in [since, until); return their ids, and where to go on."""
    column = record_log.c
    where = _after(cursor)
    if camera_ids is not None:
        where.append(column.camera_id.in_(camera_ids))
    if since is not None:
        where += [column.start_time > since - LONGEST_SEGMENT, column.end_time > since]
    if until is not None:
        where.append(column.start_time < until)
    statement = (
        select(column.id, column.start_time, column.camera_id, column.file_size, column.protected)
        .where(*where)
        .order_by(column.start_time, column.id)
        .limit(limit)
    ).with_for_update()
    rows = (await connection.execute(statement)).all()
    ids = [row.id for row in rows]
    if rows:
        changes = Changes()
        for row in rows:
            if row.protected != protected:
                changes.protection(row.camera_id, row.file_size if protected else -row.file_size)
        await changes.write(connection)
        await connection.execute(update(record_log).where(column.id.in_(ids)).values(protected=protected))
    return ids, Cursor(rows[-1].start_time, rows[-1].id) if len(rows) == limit else None


# --- taking away ---------------------------------------------------------------------------------------------------


async def take_records(connection: AsyncConnection, record_ids: Sequence[int]) -> dict[int, FileDeletionRow]:
    """Turn records into notes on files to delete, and return these by the records' ids.

    Those that were protected meanwhile, or are analysed now, stay; so do the detections of all.
    """
    column = record_log.c
    statement = (
        select(column.id, column.camera_id, column.start_time, column.file_path, column.file_size)
        .where(column.id.in_(record_ids), *_deletable())
        .with_for_update()
    )
    rows = (await connection.execute(statement)).all()
    taken = {
        row.id: await note_deletion(connection, FileRoot.RECORDINGS, row.camera_id, row.file_path, row.file_size)
        for row in rows
    }
    if rows:
        changes = Changes()
        for row in rows:
            changes.record(row.camera_id, row.start_time, row.file_size, protected=False, by=-1)
        await changes.write(connection)
        await connection.execute(delete(record_log).where(column.id.in_(list(taken))))
    return taken


async def take_detections(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Turn the oldest detections first seen before a moment into notes on their pictures; return how many.

    Those whose record is protected stay.
    """
    column = person_detection.c
    statement = (
        select(*_PICTURED)
        .select_from(person_detection.outerjoin(record_log, column.record_log_id == record_log.c.id))
        .where(column.first_seen < before, or_(record_log.c.id.is_(None), record_log.c.protected == false()))
        .order_by(column.first_seen, column.id)
        .limit(limit)
    )
    return len(await _take_detections(connection, statement))


async def take_detections_of(
    connection: AsyncConnection,
    camera_id: str,
    limit: int,
    *,
    since: datetime | None,
    until: datetime | None,
    protected: bool,
) -> list[str]:
    """Turn detections of a camera first seen in [since, until) into notes on their pictures; return their event ids.

    Unless told to take the `protected` as well, those whose record is protected stay.
    """
    column = person_detection.c
    statement = select(*_PICTURED).where(column.camera_id == camera_id)
    if since is not None:
        statement = statement.where(column.first_seen >= since)
    if until is not None:
        statement = statement.where(column.first_seen < until)
    if not protected:
        statement = statement.select_from(
            person_detection.outerjoin(record_log, column.record_log_id == record_log.c.id)
        ).where(or_(record_log.c.id.is_(None), record_log.c.protected == false()))
    return await _take_detections(connection, statement.limit(limit))


async def take_detections_named(connection: AsyncConnection, event_ids: Sequence[str]) -> list[str]:
    """Turn these detections, with their later parts, into notes on their pictures; return the event ids of all."""
    column = person_detection.c
    named = or_(column.event_id.in_(event_ids), column.continues.in_(event_ids))
    return await _take_detections(connection, select(*_PICTURED).where(named))


async def _take_detections(connection: AsyncConnection, statement: Select[Any]) -> list[str]:
    rows = (await connection.execute(statement)).all()
    for row in rows:
        for path in filter(None, (row.image_path, row.thumbnail_path)):
            await note_deletion(connection, FileRoot.SNAPSHOTS, row.camera_id, path, 0)
    taken = [row.event_id for row in rows]
    if taken:
        changes = Changes()
        await continuity.remove(connection, taken, changes)
        await changes.write(connection)
    return taken


async def note_deletion(
    connection: AsyncConnection, root: FileRoot, camera_id: str, file_path: str, file_size: int
) -> FileDeletionRow:
    """Note that a file shall be deleted, in the transaction in which the last row that names it goes."""
    values: dict[str, Any] = {"root": root, "camera_id": camera_id, "file_path": file_path, "file_size": file_size}
    result = await connection.execute(insert(file_deletion).values(values))
    return FileDeletionRow(id=result.lastrowid, **values)


async def deletions(connection: AsyncConnection, root: FileRoot, *, after: int, limit: int) -> list[FileDeletionRow]:
    """Return the files to delete beneath a root, those noted first in front."""
    column = file_deletion.c
    statement = select(*_DELETION_COLUMNS).where(column.root == root, column.id > after).order_by(column.id)
    rows = await connection.execute(statement.limit(limit))
    return [FileDeletionRow(**row._mapping) for row in rows]  # noqa: SLF001 - Row's public API


async def forget_deletions(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Drop the notes on files that are gone."""
    await connection.execute(delete(file_deletion).where(file_deletion.c.id.in_(ids)))
