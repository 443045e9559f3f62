"""Pictures that a worker has sent, held until the message that names them is heard."""

from __future__ import annotations

from dataclasses import dataclass

from ...worker.protocol.appearance import LiveAppearance
from ...worker.protocol.pictures import MAX_HELD_BYTES, MAX_HELD_PICTURES, Picture, ProtocolError
from ...worker.protocol.recordings import Analyzed, FramesExtracted
from ...worker.protocol.watch import StillTaken
from ..errors import JobError

type _WithPictures = Analyzed | FramesExtracted | StillTaken


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisResult:
    """What the worker found in one recording, with the JPEGs of the pictures that it names, by id."""

    analyzed: Analyzed
    pictures: dict[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedFrames:
    """What the worker took out of one recording, with the JPEGs of the pictures that it names, by id."""

    taken: FramesExtracted
    pictures: dict[str, bytes]


class HeldPictures:
    """JPEGs by id, each given once, in bounds."""

    def __init__(self) -> None:
        self._jpegs: dict[str, bytes] = {}

    def __len__(self) -> int:
        """Return how many are held."""
        return len(self._jpegs)

    def hold(self, picture: Picture) -> None:
        """Keep one.

        Raises:
            ProtocolError: too many are held already.
        """
        held = sum(map(len, self._jpegs.values()))
        if len(self._jpegs) >= MAX_HELD_PICTURES or held + len(picture.jpeg) > MAX_HELD_BYTES:
            raise ProtocolError("too many pictures before the message that names them")
        self._jpegs[picture.id] = picture.jpeg

    def clear(self) -> None:
        """Forget all."""
        self._jpegs.clear()

    def take_all(self, result: _WithPictures) -> dict[str, bytes]:
        """Take out the pictures that a result names.

        Raises:
            JobError: the worker has not sent all of them.
        """
        pictures, missing = self.take(result)
        if missing:
            raise JobError("internal", f"the worker named {missing} pictures that it did not send")
        return pictures

    def take(self, result: _WithPictures) -> tuple[dict[str, bytes], int]:
        """Take out the pictures that a result names; also return how many are missing."""
        if isinstance(result, StillTaken):
            names = {result.picture}
        else:
            shown = result.appearances if isinstance(result, Analyzed) else result.pictures
            names = {name for each in shown for name in (each.snapshot, each.thumbnail) if name is not None}
        pictures = {name: self._jpegs.pop(name) for name in names if name in self._jpegs}
        return pictures, len(names) - len(pictures)

    def take_live(self, message: LiveAppearance) -> dict[str, bytes]:
        """Take out the pictures that somebody is shown by, as far as there are any."""
        names = (message.snapshot, message.thumbnail)
        return {name: self._jpegs.pop(name) for name in names if name is not None and name in self._jpegs}
