"""What cameras leave behind that were removed for good, once it says nothing any more.

Their footage stays until room is needed, and their pictures go with age. What was missing or watched at a time of which
they have no footage is of no use to anybody.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Column, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import live_coverage, record_log, recording_gap
from . import live_spans, recording_gaps
from .pages import camera_ids_in


async def forget(connection: AsyncConnection, present: Collection[str], before: datetime, limit: int) -> int:
    """Remove up to `limit` gaps and spans of live watching, ended before a moment, of cameras that are not `present`.

    A gap stays where there is older footage of its camera: it tells what is missing in between. Returns how many went.
    """
    gone = 0
    for camera_id in await _absent(connection, recording_gap.c.camera_id, present):
        oldest = await connection.scalar(
            select(func.min(record_log.c.start_time)).where(record_log.c.camera_id == camera_id)
        )
        until = before if oldest is None else min(before, oldest)
        if gone < limit:
            gone += await recording_gaps.forget(connection, camera_id, until, limit - gone)
    for camera_id in await _absent(connection, live_coverage.c.camera_id, present):
        if gone < limit:
            gone += await live_spans.forget(connection, camera_id, before - live_spans.KEPT, limit - gone)
    return gone


async def _absent(connection: AsyncConnection, column: Column[str], present: Collection[str]) -> list[str]:
    return [camera_id for camera_id in await camera_ids_in(connection, column) if camera_id not in present]
