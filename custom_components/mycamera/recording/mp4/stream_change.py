"""Notice where a recorded stream turns into another one: another size, or another kind of picture.

A file holds one kind of picture, else it does not play to its end. While it is recorded, the key frames that are new in
it are looked at every other second, and the connection is begun anew when they change; when it is closed, what came
after the change is cut off. All functions block; looking at a file costs one small read for each key frame.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from .movie import Movie, Run, Track
from .reader import GrowingMovie, NotAMovieError
from .sps import HEAD, PictureFormat, read_picture, sequence_parameters

_CODECS: Final = {"h264", "hevc"}


class _Constancy:
    """Compares the key frames of one stream with its first."""

    def __init__(self) -> None:
        self.first: PictureFormat | None = None
        self._unit = b""

    def change(self, descriptor: int, track: Track, runs: Iterable[Run]) -> tuple[Run, PictureFormat] | None:
        """Return the first of the runs that begins with another kind of picture, and which."""
        if track.codec not in _CODECS:
            return None
        for run in runs:
            if run.keys[:1] != [True]:
                continue
            unit = sequence_parameters(os.pread(descriptor, min(HEAD, run.sizes[0]), run.offset), track.codec)
            if unit is None or unit == self._unit:
                continue
            self._unit = unit
            picture = read_picture(unit, track.codec)
            if self.first is None:
                self.first = picture
            elif picture is not None and picture != self.first:
                return run, picture
        return None


class StreamChangeWatch:
    """Looks at the files that one connection writes, in order."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._constancy = _Constancy()
        self._movie: GrowingMovie | None = None

    def look(self) -> str | None:
        """Say, for people, how the stream has changed since the connection began; None while it is what it was."""
        try:
            while self._movie is not None or self._begin():
                if change := self._look_at_file():
                    return change
                if not self._go_on():
                    break
        except OSError, NotAMovieError:
            # Files are looked at again when they are closed; what is wrong with the storage shows elsewhere.
            self._movie = None
        return None

    def _begin(self) -> bool:
        names = sorted(path.name for path in self._folder.glob("*.mp4"))
        if names:
            self._movie = GrowingMovie(self._folder / names[-1])
        return bool(names)

    def _go_on(self) -> bool:
        """Turn to the next file, where there is one; the one before is complete then."""
        assert self._movie is not None  # noqa: S101 - for the type checker: `look` sees to it
        path = self._movie.path
        following = path.with_name(f"{int(path.stem) + 1:06d}{path.suffix}")
        if not following.exists():
            return False
        self._movie = GrowingMovie(following)
        return True

    def _look_at_file(self) -> str | None:
        assert self._movie is not None  # noqa: S101 - as above
        try:
            descriptor = os.open(self._movie.path, os.O_RDONLY)
        except FileNotFoundError:
            return None  # closed and moved meanwhile
        try:
            if (read := self._movie.read()) is None:
                return None
            found = self._constancy.change(descriptor, *read)
        finally:
            os.close(descriptor)
        return f"the camera's picture changed from {self._constancy.first} to {found[1]}" if found else None


def constant_part(path: Path, movie: Movie) -> tuple[int, PictureFormat | None]:
    """Return how many bytes of a file come before another kind of picture begins: all of them, nearly always.

    And what the pictures in there are, where the first key frame tells: after a change the header may tell of the old.
    """
    if not movie.fragmented:
        return movie.size, None
    constancy = _Constancy()
    descriptor = os.open(path, os.O_RDONLY)
    try:
        found = constancy.change(descriptor, movie.video, movie.video.runs)
    finally:
        os.close(descriptor)
    return found[0].fragment if found else movie.size, constancy.first
