"""Where a recorded file can be cut without touching its media: at the fragments that begin with a key frame.

Players that take a film in pieces (HLS) ask for byte ranges of the very file that was recorded, so that any time range
plays across files as one, and nothing is copied or encoded. All functions block.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from .reader import read_as_recorded

_KNOWN_FILES: Final = 512


@dataclass(frozen=True, slots=True)
class Piece:
    """Fragments from one key frame to the next that a fragment begins with."""

    offset: int
    """Bytes from the start of the file."""
    size: int
    start: float
    """Seconds from the file's first picture."""
    duration: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """A fragmented file as players ask for it: what is needed first, then the pieces in order."""

    codec: str
    """Of the video, as ffmpeg names it."""
    start: bytes
    """What a player needs before any piece: ftyp and moov."""
    pieces: tuple[Piece, ...]


def read_pieces(path: Path) -> Pieces:
    """Return the pieces of a file. Raises NotAMovieError where it has no fragments or no picture, OSError."""
    start, movie = read_as_recorded(path)
    video = movie.video
    origin = video.runs[0].start
    cuts = [(run.fragment, (run.start - origin) / video.timescale) for run in video.runs if run.keys[0]]
    cuts = [cut for index, cut in enumerate(cuts) if index == 0 or cut[0] != cuts[index - 1][0]]
    cuts.append((movie.end, video.duration))
    pieces = tuple(
        Piece(offset, after - offset, begin, end - begin)
        for (offset, begin), (after, end) in pairwise(cuts)
        if after > offset and end > begin
    )
    return Pieces(video.codec, start, pieces)


class KnownPieces:
    """The pieces of the files that were asked for last, known as long as it is kept. Threads may ask it at once."""

    def __init__(self) -> None:
        self._read = lru_cache(maxsize=_KNOWN_FILES)(_read_version)

    def of(self, path: Path) -> Pieces:
        """Return the pieces of a file as it is now. Raises what `read_pieces` does."""
        stat = path.stat()
        return self._read(path, (stat.st_mtime_ns, stat.st_size))


def _read_version(path: Path, _version: tuple[int, int]) -> Pieces:
    return read_pieces(path)
