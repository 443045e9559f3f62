"""The footage that the rules of retention may reach."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from ..database import Cursor, FootageRow
from ..recording.retention.plan import SegmentFacts

PAGE: Final = 500
MOST_AT_ONCE: Final = 20_000
"""Segments that one rule looks at; what remains goes the next time."""


@dataclass(slots=True)
class FootageCandidates:
    """The footage that the rules may reach. `complete` is false where there is more than was looked at."""

    rows: dict[int, FootageRow] = field(default_factory=dict)
    complete: bool = True

    async def collect(self, ask: Callable[..., Awaitable[list[FootageRow]]], size: int | None = None) -> None:
        """Take pages until there are no more, or until they hold `size` bytes."""
        after: Cursor | None = None
        count = total = 0
        while size is None or total < size:
            rows = await ask(after=after, limit=PAGE)
            self.rows.update((row.id, row) for row in rows)
            total += sum(row.file_size for row in rows)
            count += len(rows)
            if len(rows) < PAGE:
                return
            if count >= MOST_AT_ONCE:
                self.complete = False
                return
            after = Cursor(rows[-1].start_time, rows[-1].id)

    def facts(self) -> list[SegmentFacts]:
        """Return them as the rules see them."""
        return [
            SegmentFacts(
                id=row.id,
                camera_id=row.camera_id,
                start=row.start_time,
                end=row.end_time,
                size=row.file_size,
                has_person=row.keep_longer,
                protected=row.protected,
            )
            for row in self.rows.values()
        ]
