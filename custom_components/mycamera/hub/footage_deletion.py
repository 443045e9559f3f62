"""Deletes footage and persons because a user says so, not a rule; nothing of it that is protected."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from ..database import AnalysisStatus, Cursor, FileRoot, RecordRow
from ..recording.retention.plan import Deletion, Reason, SegmentFacts

if TYPE_CHECKING:
    from .hub import Hub

_LOGGER = logging.getLogger(__name__)

STEP: Final = 200
"""Rows that go in one transaction."""


@dataclass(slots=True, kw_only=True)
class DeletionCounts:
    """What went, and how many recordings stayed because they are protected or are analysed just now. Size in bytes."""

    recordings: int = 0
    size: int = 0
    persons: int = 0
    kept: int = 0


async def delete_footage(
    hub: Hub, *, camera_ids: Sequence[str] | None, since: datetime | None, until: datetime
) -> DeletionCounts:
    """Delete the recordings that have footage of [since, until), each as a whole, and the persons first seen then.

    Of cameras that are set up, unless others are named. The ledger of gaps says that it was deleted.

    Raises:
        DatabaseError: not all of it went; it can be done again.
        StorageError: rows went, and their files will as soon as their folder is there.
    """
    counts = DeletionCounts()
    await hub.retention.pause()
    try:
        for camera_id in list(hub.cameras) if camera_ids is None else camera_ids:
            await _delete_recordings(hub, camera_id, since, until, counts)
            while taken := await hub.database.take_detections_of(
                camera_id, since=since, until=until, protected=False, limit=STEP
            ):
                counts.persons += len(taken)
                await hub.forget_persons(taken)
        for root in FileRoot:
            await hub.retention.finish_deletions(root)
    finally:
        hub.retention.go_on()
        hub.retention.footage_protected()
        hub.persons_deleted.tell(())
    _LOGGER.info("Deleted %d recordings and %d persons, as a user says", counts.recordings, counts.persons)
    return counts


async def delete_records(hub: Hub, records: Sequence[RecordRow]) -> DeletionCounts:
    """Delete these recordings; the persons that they show stay, with their pictures. The ledger of gaps says so.

    Raises:
        DatabaseError: not all of it went; it can be done again.
        StorageError: rows went, and their files will as soon as their folder is there.
    """
    counts = DeletionCounts()
    await hub.retention.pause()
    try:
        # Gaps grow with time: what lay side by side becomes one.
        rows = sorted(records, key=lambda row: (row.camera_id, row.start_time), reverse=True)
        for start in range(0, len(rows), STEP):
            await _take(hub, rows[start : start + STEP], counts)
    finally:
        hub.retention.go_on()
        hub.retention.footage_protected()
    _LOGGER.info("Deleted %d recordings, as a user says", counts.recordings)
    return counts


async def _delete_recordings(
    hub: Hub, camera_id: str, since: datetime | None, until: datetime, counts: DeletionCounts
) -> None:
    if since is not None:
        row = await hub.database.record_covering(camera_id, since)
        if row is not None and row.start_time < since:  # the pages have those that start later
            await _take(hub, [row], counts)
    before: Cursor | None = None
    while True:
        page = await hub.database.page_records(camera_id=camera_id, since=since, until=until, before=before, limit=STEP)
        await _take(hub, page.items, counts)
        if (before := page.next) is None:
            return


async def _take(hub: Hub, rows: Sequence[RecordRow], counts: DeletionCounts) -> None:
    going = [row for row in rows if not row.protected and row.analysis_status is not AnalysisStatus.RUNNING]
    counts.kept += len(rows) - len(going)
    if going:
        taken = await hub.retention.delete_now(
            [
                Deletion(
                    SegmentFacts(
                        id=row.id,
                        camera_id=row.camera_id,
                        start=row.start_time,
                        end=row.end_time,
                        size=row.file_size,
                        has_person=row.has_person,
                    ),
                    Reason.DEMAND,
                )
                for row in reversed(going)
            ]
        )
        counts.recordings += len(taken)
        counts.size += sum(deletion.segment.size for deletion in taken)
        counts.kept += len(going) - len(taken)


async def delete_persons(hub: Hub, event_ids: Sequence[str]) -> DeletionCounts:
    """Delete persons with their pictures; the recordings that show them stay. Raises DatabaseError, StorageError."""
    counts = DeletionCounts()
    await hub.retention.pause()
    try:
        for start in range(0, len(event_ids), STEP):
            taken = await hub.database.take_detections_named(event_ids[start : start + STEP])
            counts.persons += len(taken)
            await hub.forget_persons(taken)
        await hub.retention.finish_deletions(FileRoot.SNAPSHOTS)
    finally:
        hub.retention.go_on()
        hub.persons_deleted.tell(event_ids)
    return counts
