"""Questions about, and changes to, person_detection."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from itertools import batched
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Row, Select, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import person_detection
from ..rows import (
    FACTUAL,
    MANUAL,
    Box,
    CaptionStatus,
    Cursor,
    DetectionRow,
    FileRoot,
    NewDetection,
    NewPicture,
    Page,
    RecordRow,
)
from ..search import caption_index
from ..search.caption_search import CaptionSearch, Range
from ..upsert import upsert
from . import continuity
from .counts import Changes
from .footage import note_deletion
from .pages import before_cursor, each_of, first_of, page_of, served_by, unindexed
from .stays import present

_BOX: Final = {f"box_{edge}": edge for edge in Box._fields}
_FIELDS: Final = tuple(field.name for field in fields(DetectionRow) if field.name != "box")
_WAY: Final = frozenset({"path", "clothes"})
"""By what somebody is known again: long, slow to read, and in no list."""
_LISTED: Final = tuple(name for name in _FIELDS if name not in _WAY)


def _columns(names: Sequence[str]) -> list[Column[Any]]:
    return [person_detection.c[name] for name in (*names, *_BOX)]


_COLUMNS: Final = _columns(_FIELDS)
_EDGE: Final = timedelta(seconds=1)
_IDS_PER_STATEMENT: Final = 500
_WHOLE: Final = unindexed(person_detection.c.continues).is_(None)
"""An appearance, not a later part of one."""
# What detection says, which a repeated report may correct. The captions have a life of their own.
_FACTS: Final = (
    "record_log_id",
    "camera_id",
    "frame_number",
    "timestamp",
    "first_seen",
    "last_seen",
    "confidence",
    *_BOX,
    "path",
    "image_path",
    "thumbnail_path",
    "model",
    "best_time",
    "zones",
    "clothes",
)
SEEN: Final = person_detection.c.model != MANUAL
"""A person whom somebody saw, not a moment that a user marked."""
# Which index delivers a page, by whether camera and caption status are given.
_INDEX: Final = {
    (False, False): "ix_person_detection_first_seen",
    (True, False): "ix_person_detection_camera_first_seen",
    (False, True): "ix_person_detection_caption_first_seen",
    (True, True): "ix_person_detection_camera_caption_first_seen",
}


def row_of(row: Row[Any], names: Sequence[str] = _FIELDS) -> DetectionRow:
    """Return what was selected by `_columns`."""
    values = tuple(row)
    return DetectionRow(**dict(zip(names, values, strict=False)), box=Box(*values[len(names) :]))


async def put(
    connection: AsyncConnection, camera_id: str, record_id: int | None, detection: NewDetection, changes: Changes
) -> None:
    """Insert a detection, or correct the facts of the one with the same event id."""
    values = {field.name: getattr(detection, field.name) for field in fields(NewDetection) if field.name != "box"}
    values |= {name: getattr(detection.box, edge) for name, edge in _BOX.items()}
    values |= {"camera_id": camera_id, "record_log_id": record_id, "caption_attempts": 0}
    values["created_at"] = datetime.now(UTC)
    values["model"] = detection.model[:255]
    values["caption_source"] = detection.caption_source[:255]
    column = person_detection.c
    known = (
        await connection.execute(
            select(column.id, column.camera_id, column.first_seen, column.continues)
            .where(column.event_id == detection.event_id)
            .with_for_update()
        )
    ).one_or_none()
    result = await connection.execute(upsert(connection, person_detection, values, ("event_id",), _FACTS))
    if known is not None and known.continues is None:
        changes.detection(known.camera_id, known.first_seen, by=-1)
    if known is None or known.continues is None:  # a later part of somebody is counted with the first
        changes.detection(camera_id, detection.first_seen)
    if known is None or (known.camera_id, known.first_seen) != (camera_id, detection.first_seen):
        await caption_index.queue(connection, detection.first_seen, result.lastrowid if known is None else known.id)


async def put_live(
    connection: AsyncConnection, camera_id: str, record: RecordRow | None, detection: NewDetection, changes: Changes
) -> None:
    """Insert a person seen live, or bring the row up to date; what a model wrote stays."""
    if record is not None and detection.best_time is not None:
        timestamp = (detection.best_time - record.start_time).total_seconds()
        detection = dataclasses.replace(detection, timestamp=timestamp)
    await put(connection, camera_id, None if record is None else record.id, detection, changes)
    row = update(person_detection).where(person_detection.c.event_id == detection.event_id)
    factual = and_(person_detection.c.event_id == detection.event_id, person_detection.c.caption_source == FACTUAL)
    stored = await connection.execute(select(person_detection.c.id, person_detection.c.caption).where(factual))
    if (known := stored.one_or_none()) is not None and known.caption != detection.caption:
        texts = {"caption": detection.caption, "caption_zh": detection.caption_zh}
        await connection.execute(row.values(texts))
        await caption_index.queue(connection, detection.first_seen, known.id)
    untried = person_detection.c.caption_status == CaptionStatus.PENDING, person_detection.c.caption_attempts == 0
    await connection.execute(row.where(*untried).values(caption_next_try=detection.caption_next_try))
    whole = select(person_detection.c.continues).where(person_detection.c.event_id == detection.event_id)
    if (event_id := await connection.scalar(whole)) is not None:
        await continuity.prolong(connection, event_id, detection.last_seen)
    # The watch does not know how long the recordings have them go on.
    parts = select(func.max(person_detection.c.last_seen)).where(continuity.parts_of(detection.event_id))
    if (last_seen := await connection.scalar(parts)) is not None:
        await continuity.prolong(connection, detection.event_id, last_seen)


async def set_picture(connection: AsyncConnection, event_id: str, instead_of: datetime, picture: NewPicture) -> None:
    """Show somebody seen live by a picture of the recording instead of the watch's, where that is still the best."""
    values = {field.name: getattr(picture, field.name) for field in fields(NewPicture) if field.name != "box"}
    values |= {name: getattr(picture.box, edge) for name, edge in _BOX.items()}
    where = person_detection.c.event_id == event_id, person_detection.c.best_time == instead_of
    await connection.execute(update(person_detection).where(*where).values(values))


async def replace(
    connection: AsyncConnection,
    record: RecordRow,
    detections: Sequence[NewDetection],
    there: Collection[str],
    changes: Changes,
) -> frozenset[str]:
    """Make these the detections of a record, instead of those that it has; return whom `continuity.joined` names.

    Those who were seen live stay, unless all of the record was analysed anew and it shows all of them; and those who
    may be `there` still stay in any case. The pictures of those who go are noted to be deleted.
    """
    column = person_detection.c
    kept = [detection.event_id for detection in detections]
    anew = record.analysis_ranges == ()
    shown = and_(column.first_seen >= record.start_time - _EDGE, column.last_seen <= record.end_time + _EDGE)
    replaced = or_(column.best_time.is_(None), shown) if anew else column.best_time.is_(None)
    doomed = select(column.event_id, column.image_path, column.thumbnail_path).where(
        column.record_log_id == record.id, column.event_id.not_in([*kept, *there]), replaced, SEEN
    )
    gone = (await connection.execute(doomed.with_for_update())).all()
    for row in gone:
        for path in filter(None, (row.image_path, row.thumbnail_path)):
            await note_deletion(connection, FileRoot.SNAPSHOTS, record.camera_id, path, 0)
    await continuity.remove(connection, [row.event_id for row in gone], changes)
    for detection in detections:
        await put(connection, record.camera_id, record.id, detection, changes)
    await continuity.link(connection, record, changes)
    return await continuity.joined(connection, kept)


def matching(
    *,
    camera_ids: Sequence[str] | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    caption_status: CaptionStatus | None = None,
    parts: bool = False,
) -> list[ColumnElement[bool]]:
    """Return the conditions for those that are asked for; the later parts of somebody only with `parts`, in no list."""
    column = person_detection.c
    where: list[ColumnElement[bool]] = [] if parts else [_WHOLE]
    if camera_ids is not None:
        where.append(column.camera_id == camera_ids[0] if len(camera_ids) == 1 else column.camera_id.in_(camera_ids))
    if since is not None:
        where.append(column.first_seen >= since)
    if until is not None:
        where.append(column.first_seen < until)
    if caption_status is not None:
        where.append(column.caption_status == caption_status)
    return where


def newest(where: Sequence[ColumnElement[bool]], names: Sequence[str] = _FIELDS) -> Select[Any]:
    """Select what `row_of` makes rows of, newest first."""
    ordered = person_detection.c.first_seen.desc(), person_detection.c.id.desc()
    return select(*_columns(names)).where(*where).order_by(*ordered)


async def page(
    connection: AsyncConnection,
    *,
    camera_ids: Collection[str] | None,
    since: datetime | None,
    until: datetime | None,
    caption_status: CaptionStatus | None,
    text: str | None,
    before: Cursor | None,
    limit: int,
    with_ways: bool,
) -> Page[DetectionRow]:
    """Return detections first seen in [since, until), newest first, of some cameras or of all."""
    column = person_detection.c
    names = _FIELDS if with_ways else _LISTED
    found: list[DetectionRow] = []
    if text is not None and text.strip():
        area = Range(camera_ids=camera_ids, since=since, until=until, caption_status=caption_status, before=before)
        hits = await CaptionSearch(connection, text, area, limit, where=_WHOLE).page()
        for part in batched((hit.id for hit in hits.items), _IDS_PER_STATEMENT, strict=False):
            found += [row_of(row, names) for row in await connection.execute(newest([column.id.in_(part)], names))]
        return Page(tuple(found), hits.next)
    index = _INDEX[camera_ids is not None, caption_status is not None]
    lists = [
        served_by(
            newest(
                [
                    *matching(camera_ids=one, since=since, until=until, caption_status=caption_status),
                    *before_cursor(column.first_seen, column.id, before),
                ],
                names,
            ),
            person_detection,
            index,
        )
        for one in each_of(camera_ids)
    ]
    for statement in first_of(lists, limit + 1, time="first_seen"):
        found += [row_of(row, names) for row in await connection.execute(statement)]
    return page_of(found, limit)


async def there_between(
    connection: AsyncConnection, camera_id: str, since: datetime, until: datetime, limit: int, *, with_ways: bool
) -> list[DetectionRow]:
    """Return who came before `until` and was still there after `since`, newest first."""
    column = person_detection.c
    names = _FIELDS if with_ways else _LISTED
    there = present(_columns(names), camera_id, since, until, _WHOLE)
    rows = await connection.execute(there.order_by(column.first_seen.desc(), column.id.desc()).limit(limit))
    return [row_of(row, names) for row in rows]


async def get(connection: AsyncConnection, event_id: str) -> DetectionRow | None:
    """Return the detection of an event; None where there is none, or none any more."""
    statement = select(*_COLUMNS).where(person_detection.c.event_id == event_id)
    row = (await connection.execute(statement)).one_or_none()
    return None if row is None else row_of(row)


async def of_record(connection: AsyncConnection, record_id: int) -> list[DetectionRow]:
    """Return the detections of a record, newest first."""
    rows = await connection.execute(newest([person_detection.c.record_log_id == record_id]))
    return [row_of(row) for row in rows]


async def latest(connection: AsyncConnection, camera_id: str) -> DetectionRow | None:
    """Return who was seen last by a camera."""
    where = [*matching(camera_ids=[camera_id]), SEEN]
    statement = served_by(newest(where), person_detection, _INDEX[True, False])
    row = (await connection.execute(statement.limit(1))).one_or_none()
    return None if row is None else row_of(row)
