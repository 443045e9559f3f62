"""What a camera sent when it was last recorded, so that the next start need not ask first.

Asking takes seconds, for which nothing is recorded. The note lies beside the camera's recordings and belongs to one
address: for another one it says nothing. It is a guess, never more: whoever records looks whether it is still true. All
functions block.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Final

from ..habits import Clock, Sound, StreamHabits
from ..probe import StreamInfo
from ..source import RtspSource
from .segment import check_camera_id

_LOGGER = logging.getLogger(__name__)

NOTE: Final = ".stream.json"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a stream is made of, and how it is to be recorded."""

    stream: StreamInfo
    habits: StreamHabits = field(default_factory=StreamHabits)


def recall(root: Path, camera_id: str, source: RtspSource) -> Remembered | None:
    """Return what that address sent; None when that is not known."""
    try:
        note = json.loads((root / check_camera_id(camera_id) / NOTE).read_text(encoding="utf-8"))
        if note["address"] != _address(source):
            return None
        stream, habits = StreamInfo(**note["stream"]), StreamHabits(**note.get("habits", {}))
        habits = replace(habits, clock=Clock(habits.clock), sound=Sound(habits.sound))
    except OSError, ValueError, KeyError, TypeError:
        return None
    texts = (stream.codec, stream.audio_codec or "")
    numbers = (stream.width, stream.height, stream.fps or 0, habits.longest_stall)
    sound = all(isinstance(text, str) for text in texts) and all(isinstance(number, int | float) for number in numbers)
    return Remembered(stream, habits) if sound else None


def remember(root: Path, camera_id: str, source: RtspSource, what: Remembered) -> None:
    """Note what an address sends. A storage that fails is told about elsewhere."""
    note = {"address": _address(source), "stream": asdict(what.stream), "habits": asdict(what.habits)}
    target = root / check_camera_id(camera_id) / NOTE
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        partial = target.with_suffix(".part")
        partial.write_text(json.dumps(note), encoding="utf-8")
        partial.replace(target)
    except OSError as error:
        _LOGGER.debug("Camera %s: what it sends is not noted: %s", camera_id, error.strerror)


def _address(source: RtspSource) -> str:
    """Tell addresses apart without telling them: some cameras want the password in the path."""
    return hashlib.sha256(f"{source.transport} {source.url_without_credentials}".encode()).hexdigest()
