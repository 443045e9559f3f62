"""What retention deleted, and why: counted since the start, told in the log, and noted in the ledger of gaps."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from ..recording.archive.segment import Gap, GapCause
from ..recording.retention.plan import Deletion, Reason, SegmentFacts

_LOGGER = logging.getLogger(__name__)

CONTIGUOUS: Final = timedelta(seconds=2)
"""What lies so close together is one stretch of footage."""


@dataclass(slots=True)
class Deleted:
    """What went by one rule since the start. `size` in bytes."""

    segments: int = 0
    size: int = 0
    newest: datetime | None = None
    """The end (UTC) of the newest footage among it."""

    def add(self, segment: SegmentFacts) -> None:
        """Count a segment that was deleted."""
        self.segments += 1
        self.size += segment.size
        self.newest = segment.end if self.newest is None else max(self.newest, segment.end)


@dataclass(slots=True)
class DeletionRecord:
    """Everything that went since the start."""

    by_reason: dict[Reason, Deleted] = field(default_factory=lambda: {reason: Deleted() for reason in Reason})
    _gaps: dict[str, Gap] = field(default_factory=dict)
    """By camera, the stretch of footage that went last before its time."""

    @property
    def size(self) -> int:
        """Bytes, for whatever reason they went."""
        return sum(deleted.size for deleted in self.by_reason.values())

    def note(self, gone: Sequence[Deletion]) -> list[Gap]:
        """Take note of what went; return the gaps that it left where it was not too old yet.

        A gap that grows from an earlier one comes again, with the same start.
        """
        changed: dict[tuple[str, datetime], Gap] = {}
        for deletion in gone:
            segment = deletion.segment
            self.by_reason[deletion.reason].add(segment)
            if deletion.reason is Reason.AGE:
                continue
            last = self._gaps.get(segment.camera_id)
            start = segment.start
            if last is not None and last.start <= segment.start <= last.end + CONTIGUOUS:
                start = last.start
            gap = Gap(camera_id=segment.camera_id, start=start, end=segment.end, cause=GapCause.DELETED)
            self._gaps[segment.camera_id] = gap
            changed[segment.camera_id, start] = gap
        return list(changed.values())

    @staticmethod
    def tell(gone: Sequence[Deletion], names: dict[str, str]) -> None:
        """Write what one look took into the log, a line for each camera and rule."""
        groups: dict[tuple[str, Reason], list[SegmentFacts]] = defaultdict(list)
        for deletion in gone:
            groups[deletion.segment.camera_id, deletion.reason].append(deletion.segment)
        for (camera_id, reason), segments in groups.items():
            _LOGGER.info(
                "Deleted %d recordings (%d MB) of %s, from %s to %s: %s",
                len(segments),
                sum(segment.size for segment in segments) // 10**6,
                names.get(camera_id, camera_id),
                f"{min(segment.start for segment in segments):%Y-%m-%d %H:%M}",
                f"{max(segment.end for segment in segments):%Y-%m-%d %H:%M} UTC",
                reason,
            )
