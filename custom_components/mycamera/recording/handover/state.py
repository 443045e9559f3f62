"""What one recorder tells the next, so that a recording goes on as if nothing had happened.

It lives in the keeper's memory only, never on a disk, and holds no secret: of the order there is a keyed hash.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, Self

from ..archive.segment import GapCause
from ..packets import Packets
from ..probe import StreamInfo
from ..timeline import Timeline
from .processes import Order, State


class Handed(NamedTuple):
    """A file that was handed over, with its times in UTC."""

    name: str
    start: datetime | None
    end: datetime | None
    length: float | None = None
    """Seconds of media, as ffmpeg told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionState:
    """Where a connection is in its stream."""

    timeline: Timeline
    listed: tuple[Any, ...] | None
    recent: tuple[Handed, ...]
    start: datetime | None
    last_media: float | None
    steps: int
    frames: int
    media: float
    first_frame: float | None
    grown: float
    reports: tuple[float, int]
    moved: tuple[float, int]
    packets: Packets

    def to_json(self) -> State:
        """Return it as JSON can hold it."""
        return {
            "timeline": self.timeline.to_json(),
            "listed": self.listed,
            "recent": [[handed.name, _text(handed.start), _text(handed.end), handed.length] for handed in self.recent],
            "start": _text(self.start),
            "last_media": self.last_media,
            "steps": self.steps,
            "frames": self.frames,
            "media": self.media,
            "first_frame": self.first_frame,
            "grown": self.grown,
            "reports": self.reports,
            "moved": self.moved,
            "packets": self.packets.to_json(),
        }

    @classmethod
    def from_json(cls, data: State) -> Self:
        """Read it. Raises KeyError, TypeError and ValueError."""
        return cls(
            timeline=Timeline.from_json(data["timeline"]),
            listed=None if data["listed"] is None else tuple(data["listed"]),
            recent=tuple(
                Handed(str(name), _time(start), _time(end), length) for name, start, end, length in data["recent"]
            ),
            start=_time(data["start"]),
            last_media=data["last_media"],
            steps=int(data["steps"]),
            frames=int(data["frames"]),
            media=float(data["media"]),
            first_frame=data["first_frame"],
            grown=float(data["grown"]),
            reports=(float(data["reports"][0]), int(data["reports"][1])),
            moved=(float(data["moved"][0]), int(data["moved"][1])),
            packets=Packets.from_json(data["packets"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What a recorder knows besides."""

    folder: Path
    stream: StreamInfo
    salt: bytes
    fingerprint: str
    """Of the order, with that salt."""
    covered_until: datetime | None
    is_new: bool
    """Whether that is not the end of footage, but when the camera was connected to for the first time."""
    cause: GapCause | None
    """Why there is nothing between then and the first footage of this connection, if that was not told yet."""

    @classmethod
    def of(
        cls,
        order: Order,
        *,
        folder: Path,
        stream: StreamInfo,
        covered_until: datetime | None,
        is_new: bool,
        cause: GapCause | None,
    ) -> Self:
        """Describe a recording under way."""
        salt = secrets.token_bytes(16)
        return cls(
            folder=folder,
            stream=stream,
            salt=salt,
            fingerprint=order.fingerprint(salt),
            covered_until=covered_until,
            is_new=is_new,
            cause=cause,
        )

    def matches(self, order: Order) -> bool:
        """Whether that order would start the very same recording."""
        return secrets.compare_digest(self.fingerprint, order.fingerprint(self.salt))

    def to_json(self) -> State:
        """Return it as JSON can hold it."""
        return {
            "folder": str(self.folder),
            "stream": asdict(self.stream),
            "salt": self.salt.hex(),
            "fingerprint": self.fingerprint,
            "covered_until": _text(self.covered_until),
            "is_new": self.is_new,
            "cause": self.cause,
        }

    @classmethod
    def from_json(cls, data: State) -> Self:
        """Read it. Raises KeyError, TypeError and ValueError."""
        return cls(
            folder=Path(data["folder"]),
            stream=StreamInfo(**data["stream"]),
            salt=bytes.fromhex(data["salt"]),
            fingerprint=str(data["fingerprint"]),
            covered_until=_time(data["covered_until"]),
            is_new=bool(data.get("is_new")),  # a version before did not say so
            cause=None if data["cause"] is None else GapCause(data["cause"]),
        )


def archived_until(folder: Path, state: State) -> datetime | None:
    """Return the end (UTC) of the last footage that was handed over and has left the run folder; blocks."""
    ends = [
        handed.end
        for handed in ConnectionState.from_json(state["connection"]).recent
        if handed.end is not None and not is_waiting(folder / handed.name)
    ]
    return max(ends, default=None)


def is_waiting(path: Path) -> bool:
    """Whether a file has no name in the archive yet; blocks."""
    try:
        return path.stat().st_nlink == 1
    except OSError:
        return False


def _text(time: datetime | None) -> str | None:
    return None if time is None else time.astimezone(UTC).isoformat()


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC)
