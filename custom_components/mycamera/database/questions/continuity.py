"""Persons who stay over the end of a recording: the appearances in two recordings that are one.

A recording is analysed by itself. Who was there at its very end, and who at the very beginning of the next, are the
same where place and size agree. The later row then names the earlier one's event, whose last sighting moves on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, delete, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from ...worker.tracking.identity import USUAL_ASPECT, Course, unlike, unlike_alongside
from ..models import person_detection
from ..rows import FACTUAL, MANUAL, Box, CaptionStatus, PathPoint, RecordRow
from .counts import Changes
from .stays import present

APART: Final = timedelta(seconds=2)
"""Who is seen again after longer is somebody new. A camera whose connection breaks is away for most of it."""
OVERLAP: Final = timedelta(seconds=0.5)
_AT_ONCE: Final = 0.001


@dataclass(frozen=True, slots=True)
class StoredAppearance:
    """When and where somebody was. `course` is in seconds since the epoch."""

    event_id: str
    record_id: int | None
    live: bool
    first_seen: datetime
    last_seen: datetime
    course: Course
    continues: str | None


def unlike_going_on(earlier: StoredAppearance, later: StoredAppearance, aspect: float) -> float | None:
    """Return how little the later one is like the earlier one; None where they are not the same.

    Somebody seen live and in a recording at the same time is compared over all of that time. `aspect` is the picture's.
    """
    before, after = earlier.course.end(), later.course.beginning()
    if after.time < before.time - OVERLAP.total_seconds():
        return unlike_alongside(earlier.course, later.course, aspect) if earlier.live != later.live else None
    after = replace(after, time=max(after.time, before.time + _AT_ONCE))
    return unlike(before, after, aspect, APART.total_seconds())


def pairs(
    earlier: Sequence[StoredAppearance], later: Sequence[StoredAppearance], aspect: float
) -> list[tuple[StoredAppearance, StoredAppearance]]:
    """Return who of the later ones goes on as whom of the earlier ones; nobody twice, the most alike first."""
    near = sorted(
        (
            (likeness, i, j)
            for i, a in enumerate(earlier)
            for j, b in enumerate(later)
            if (likeness := _between(a, b, aspect)) is not None
        )
    )
    found: list[tuple[StoredAppearance, StoredAppearance]] = []
    used: set[str] = set()
    for _, i, j in near:
        if earlier[i].event_id not in used and later[j].event_id not in used:
            found.append((earlier[i], later[j]))
            used |= {earlier[i].event_id, later[j].event_id}
    return found


def _between(earlier: StoredAppearance, later: StoredAppearance, aspect: float) -> float | None:
    if _told_apart(earlier, later) or earlier.event_id == later.event_id:
        return None
    # Who is recorded from much earlier on than seen live is the first of both: an appearance begins when its row does.
    begins_before = later.first_seen < earlier.first_seen - OVERLAP
    if begins_before and earlier.continues in {None, later.event_id}:
        return None
    return unlike_going_on(earlier, later, aspect)


def _told_apart(one: StoredAppearance, other: StoredAppearance) -> bool:
    """Whether one tracker had both: of one recording, or live. It has already joined what belongs together."""
    return one.live == other.live and (one.live or one.record_id == other.record_id)


def _seen_at_once(one: StoredAppearance, other: StoredAppearance) -> bool:
    """Whether one tracker saw both at the same time: they are two, whoever else is like both."""
    began = max(track.course.points[0][0] for track in (one, other))
    ended = min(track.course.points[-1][0] for track in (one, other))
    return _told_apart(one, other) and ended - began > OVERLAP.total_seconds()


_COLUMNS: Final = [
    person_detection.c[name]
    for name in ("event_id", "record_log_id", "best_time", "first_seen", "last_seen", "path", "continues", "clothes")
] + [person_detection.c[f"box_{edge}"] for edge in Box._fields]


def _track(row: Row[Any]) -> StoredAppearance:
    box = Box(row.box_left, row.box_top, row.box_right, row.box_bottom)
    stayed = (row.last_seen - row.first_seen).total_seconds()
    path: tuple[PathPoint, ...] = row.path or (PathPoint(0.0, box), PathPoint(stayed, box))
    # Whatever a path counts from, its first point is the first sighting.
    came = row.first_seen.timestamp() - path[0].time
    course = Course.stored([(came + point.time, point.box) for point in path], row.clothes)
    live = row.best_time is not None
    return StoredAppearance(row.event_id, row.record_log_id, live, row.first_seen, row.last_seen, course, row.continues)


async def link(connection: AsyncConnection, record: RecordRow, changes: Changes) -> None:
    """Find out of whom the persons of a record are later or earlier parts; doing it again changes nothing."""
    column = person_detection.c
    camera_id, record_id = record.camera_id, record.id
    recorded = select(*_COLUMNS).where(column.record_log_id == record_id, column.best_time.is_(None))
    mine = [_track(row) for row in await connection.execute(recorded)]
    if not mine:
        return
    aspect = record.width / record.height if record.width and record.height else USUAL_ASPECT
    first, last = min(track.first_seen for track in mine), max(track.last_seen for track in mine)
    elsewhere = or_(column.record_log_id != record_id, column.record_log_id.is_(None), column.best_time.is_not(None))
    near = present(_COLUMNS, camera_id, first - APART, last + APART, elsewhere, column.model != MANUAL)
    others = [_track(row) for row in await connection.execute(near)]
    known = {track.event_id: track for track in (*mine, *others)}
    wholes = {track.event_id: track.continues or track.event_id for track in known.values()}
    if far := set(wholes.values()) - known.keys():
        rows = await connection.execute(select(*_COLUMNS).where(column.event_id.in_(far)))
        known |= {track.event_id: track for track in map(_track, rows)}
        wholes = {event_id: whole if whole in known else event_id for event_id, whole in wholes.items()}
    new = [track for track in mine if track.continues is None]
    heads = [track for track in others if track.continues is None]
    alike = [*pairs(others, new, aspect), *pairs(mine, heads, aspect)]
    # Somebody may go on from a recording and be seen live besides, of which only this one shows that they are one.
    kinds = [[track for track in others if track.live is live] for live in (False, True)]
    besides = [pair for kind in kinds for pair in (*pairs(kind, new, aspect), *pairs(mine, kind, aspect))]
    for number, (before, after) in enumerate((*alike, *besides)):
        whole, part = known[wholes[before.event_id]], known[wholes[after.event_id]]
        if part.event_id != after.event_id and part.first_seen < whole.first_seen:
            whole, part = part, whole
        if whole is part or (number >= len(alike) and _told_apart(whole, part)):
            continue
        parts, others_parts = await _parts(connection, whole), await _parts(connection, part)
        if any(_seen_at_once(one, other) for one in parts for other in others_parts):
            continue
        await _join(connection, camera_id, whole.event_id, part, changes)
        wholes |= {name: whole.event_id for name, event_id in wholes.items() if event_id == part.event_id}


async def _parts(connection: AsyncConnection, whole: StoredAppearance) -> list[StoredAppearance]:
    """Return all parts of an appearance, the first one included; those that are not near as well.

    Of the later ones it is known when they were there, not where: their rows may be as many as the minutes of a day.
    """
    column = person_detection.c
    names = ("event_id", "record_log_id", "best_time", "first_seen", "last_seen")
    later = select(*(column[name] for name in names)).where(parts_of(whole.event_id))
    return [whole, *(_stay(row, whole) for row in await connection.execute(later))]


def _stay(row: Row[Any], whole: StoredAppearance) -> StoredAppearance:
    place = whole.course.points[0][1]
    course = Course([(row.first_seen.timestamp(), place), (row.last_seen.timestamp(), place)])
    live = row.best_time is not None
    return StoredAppearance(
        row.event_id, row.record_log_id, live, row.first_seen, row.last_seen, course, whole.event_id
    )


async def _join(
    connection: AsyncConnection, camera_id: str, root: str, after: StoredAppearance, changes: Changes
) -> None:
    column = person_detection.c
    changes.detection(camera_id, after.first_seen, by=-1)  # it is counted with the first part
    parts = or_(column.event_id == after.event_id, column.continues == after.event_id)
    await connection.execute(update(person_detection).where(parts).values(continues=root))
    # Nobody asks for the caption of a part; who has one already waits for another one because somebody asked for it.
    waiting = [parts_of(root), column.caption_status == CaptionStatus.PENDING, column.caption_source == FACTUAL]
    await connection.execute(update(person_detection).where(*waiting).values(caption_status=CaptionStatus.OFF))
    await prolong(connection, root, after.last_seen)


def parts_of(event_id: str) -> Any:
    """Return the condition of the later parts of an appearance."""
    return person_detection.c.continues == event_id


async def prolong(connection: AsyncConnection, event_id: str, last_seen: datetime) -> None:
    """Let an appearance last until its last part was seen."""
    column = person_detection.c
    statement = update(person_detection).where(column.event_id == event_id, column.last_seen < last_seen)
    await connection.execute(statement.values(last_seen=last_seen))


async def remove(connection: AsyncConnection, event_ids: Sequence[str], changes: Changes) -> None:
    """Delete appearances; of the later parts of one that stay, the first is the appearance from now on."""
    if not event_ids:
        return
    column = person_detection.c
    gone, whole = column.event_id.in_(event_ids), column.continues.is_(None)
    for row in (await connection.execute(select(column.camera_id, column.first_seen).where(gone, whole))).all():
        changes.detection(row.camera_id, row.first_seen, by=-1)
    await connection.execute(delete(person_detection).where(gone))
    names = ("event_id", "continues", "camera_id", "first_seen", "last_seen")
    left = select(*(column[name] for name in names)).where(column.continues.in_(event_ids)).with_for_update()
    parts: dict[str, list[Row[Any]]] = {}
    for row in await connection.execute(left.order_by(column.first_seen, column.id)):
        parts.setdefault(row.continues, []).append(row)
    for root, (first, *later) in parts.items():
        changes.detection(first.camera_id, first.first_seen)
        itself = column.event_id == first.event_id
        await connection.execute(update(person_detection).where(itself).values(continues=None))
        if later:
            await connection.execute(update(person_detection).where(parts_of(root)).values(continues=first.event_id))
            await prolong(connection, first.event_id, max(row.last_seen for row in later))


async def joined(connection: AsyncConnection, event_ids: Sequence[str]) -> frozenset[str]:
    """Return which of these are parts of others, or have others as parts: they are not news."""
    if not event_ids:
        return frozenset()
    column = person_detection.c
    parts = select(column.event_id).where(column.event_id.in_(event_ids), column.continues.is_not(None))
    wholes = select(column.continues).where(column.continues.in_(event_ids))
    return frozenset((await connection.execute(union_all(parts, wholes))).scalars())
