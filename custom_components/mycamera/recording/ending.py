"""How a connection to a camera ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .archive.segment import SegmentStatus
from .failure import Failure


class End(StrEnum):
    """Why a connection ended."""

    STOPPED = "stopped"
    HANDED_OVER = "handed_over"
    """It goes on, for whoever comes next."""
    STALLED = "stalled"
    TIMESTAMPS = "timestamps"
    STORAGE = "storage"
    CHANGED = "changed"
    """The camera sends something else than before, which a file of its own must begin with."""
    BROKEN = "broken"
    """ffmpeg ended by itself, or was killed; the failure says more."""

    @property
    def status(self) -> SegmentStatus:
        """What the file becomes that it ended."""
        return _STATUSES.get(self, SegmentStatus.FAILED)


_STATUSES: Final = {
    End.STOPPED: SegmentStatus.SUCCESS,
    End.CHANGED: SegmentStatus.SUCCESS,
    End.STALLED: SegmentStatus.TIMEOUT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a connection ended."""

    end: End
    failure: Failure
    error: str | None
    """For people, without credentials."""
    frames: int
    seconds: float
    """How long frames came."""
