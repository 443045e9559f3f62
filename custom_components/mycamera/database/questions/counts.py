"""Counts that are kept, not counted: what each quarter of an hour and each camera has.

Whoever adds, moves or removes rows notes it in a `Changes` and writes that in the same transaction; so the counts are
exact, whatever is repeated or interrupted. A day of any time zone begins at a quarter of an hour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Table, and_, delete, or_
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import camera_total, quarter_count
from ..upsert import add_up

QUARTER_SECONDS: Final = 900
_ROWS_PER_STATEMENT: Final = 200


def quarter_of(moment: datetime) -> int:
    """Return which quarter of an hour since the epoch a moment is in."""
    return int(moment.timestamp() // QUARTER_SECONDS)


class Changes:
    """What a transaction adds to the counts, or takes away."""

    def __init__(self) -> None:
        self._quarters: dict[tuple[str, int], Counter[str]] = {}
        self._cameras: dict[str, Counter[str]] = {}

    def record(self, camera_id: str, start: datetime, size: int, *, protected: bool, by: int = 1) -> None:
        """Note that a record of `size` bytes comes or, with `by` -1, goes."""
        self._note(camera_id, start, {"records": by})
        self._note_total(camera_id, {"records": by, "bytes": by * size, "protected_bytes": by * size * protected})

    def detection(self, camera_id: str, first_seen: datetime, *, by: int = 1) -> None:
        """Note that a detection comes or, with `by` -1, goes."""
        self._note(camera_id, first_seen, {"detections": by})
        self._note_total(camera_id, {"detections": by})

    def protection(self, camera_id: str, size: int) -> None:
        """Note that `size` bytes are protected now or, where negative, no longer."""
        self._note_total(camera_id, {"protected_bytes": size})

    def _note(self, camera_id: str, moment: datetime, amounts: Mapping[str, int]) -> None:
        self._quarters.setdefault((camera_id, quarter_of(moment)), Counter()).update(amounts)

    def _note_total(self, camera_id: str, amounts: Mapping[str, int]) -> None:
        self._cameras.setdefault(camera_id, Counter()).update(amounts)

    async def write(self, connection: AsyncConnection) -> None:
        """Bring the tables up to date: once, however much was noted."""
        quarters: list[dict[str, Any]] = [
            {"camera_id": camera_id, "quarter": quarter, "records": sums["records"], "detections": sums["detections"]}
            for (camera_id, quarter), sums in sorted(self._quarters.items())
            if sums["records"] or sums["detections"]
        ]
        totals = ("records", "bytes", "protected_bytes", "detections")
        cameras: list[dict[str, Any]] = [
            {"camera_id": camera_id} | {name: sums[name] for name in totals}
            for camera_id, sums in sorted(self._cameras.items())
            if any(sums[name] for name in totals)
        ]
        await _add(connection, quarter_count, quarters, ("camera_id", "quarter"))
        await _add(connection, camera_total, cameras, ("camera_id",))
        emptied = [row["camera_id"] for row in cameras if row["records"] < 0 or row["detections"] < 0]
        if emptied:
            total = camera_total.c
            nothing = [total.camera_id.in_(emptied), total.records <= 0, total.detections <= 0]
            await connection.execute(delete(camera_total).where(*nothing))
        less = [row for row in quarters if row["records"] < 0 or row["detections"] < 0]
        column = quarter_count.c
        for start in range(0, len(less), _ROWS_PER_STATEMENT):
            these = [
                and_(column.camera_id == row["camera_id"], column.quarter == row["quarter"])
                for row in less[start : start + _ROWS_PER_STATEMENT]
            ]
            await connection.execute(
                delete(quarter_count).where(or_(*these), column.records <= 0, column.detections <= 0)
            )


async def _add(
    connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str]
) -> None:
    for start in range(0, len(rows), _ROWS_PER_STATEMENT):
        await connection.execute(add_up(connection, table, rows[start : start + _ROWS_PER_STATEMENT], key))
