"""What a file of the archive tells of itself: when it was recorded, to the microsecond, and how its recording ended.

Its row is written after it has got its name. Where that row is lost (a crash between the two, a database that is put
back from a backup), it is made anew from the file: of this note, so that it is the very same row. The name tells
milliseconds only, and the media not how long their last picture was shown.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Self

from ..mp4.movie import Movie
from ..mp4.reader import HEADER, boxes
from .segment import SegmentStatus

_KIND: Final = bytes.fromhex("0d6f1bb2c57e4c0f9a3e6d7963616d65")
"""Says which of all `uuid` boxes this is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNote:
    """The facts of a row that are nowhere else in the file."""

    start: datetime
    """UTC."""
    end: datetime
    """UTC."""
    status: SegmentStatus
    error: str | None

    def is_of(self, named: datetime) -> bool:
        """Whether it belongs to a file whose name tells that start (UTC, milliseconds)."""
        return self.start.replace(microsecond=self.start.microsecond // 1000 * 1000) == named

    def box(self) -> bytes:
        """Return it as a box for the file's index."""
        words = {
            "start": self.start.astimezone(UTC).isoformat(),
            "end": self.end.astimezone(UTC).isoformat(),
            "status": self.status.value,
            "error": self.error,
        }
        content = _KIND + json.dumps(words).encode()
        return struct.pack(">I4s", HEADER + len(content), b"uuid") + content

    @classmethod
    def read(cls, movie: Movie) -> Self | None:
        """Read that of a file; None where there is none, as in files of earlier versions, or it makes no sense."""
        for kind, content in boxes(movie.index):
            if kind == b"uuid" and content.startswith(_KIND):
                try:
                    words = json.loads(content[len(_KIND) :])
                    error = words["error"]
                    return cls(
                        start=datetime.fromisoformat(words["start"]).astimezone(UTC),
                        end=datetime.fromisoformat(words["end"]).astimezone(UTC),
                        status=SegmentStatus(words["status"]),
                        error=None if error is None else str(error),
                    )
                except KeyError, TypeError, ValueError, OverflowError:
                    return None
        return None
