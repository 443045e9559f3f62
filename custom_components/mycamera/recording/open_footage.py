"""Pictures out of the file that is being recorded: what came from the camera already, without another connection.

Cameras serve few at once, often one or two; whoever looks at a picture must not throw the recorder out. The file grows
by a fragment every second, each written at once, so what is read here is about a second old.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Final

import av.error

from .archive.run_folder import open_folder
from .frame_decoding import CodedPicture, Decoder, NoPictureError, samples_of, to_jpeg
from .mp4.reader import GrowingMovie, NotAMovieError

LARGEST_SIDE: Final = 1920
"""Pixels. Larger pictures are made smaller: nobody looks at more of them in a dashboard."""
STALE_SECONDS: Final = 5.0
"""A key frame that is older is not shown: what followed it is decoded, too, up to the present."""
PICTURE_SECONDS: Final = 0.2
"""Between two moving pictures."""


def _open_files(root: Path, camera_id: str) -> Iterator[Path]:
    """Yield the camera's files that are not closed yet, the newest first."""
    yield from sorted(open_folder(root, camera_id).glob("*/*.mp4"), reverse=True)


def _from_last_key(samples: list[CodedPicture]) -> list[CodedPicture]:
    keys = [index for index, sample in enumerate(samples) if sample.key]
    return samples[keys[-1] :] if keys else []


def last_picture(root: Path, camera_id: str) -> bytes:
    """Return the newest picture that was recorded of a camera as a JPEG: the last key frame unless it is stale. Blocks.

    Raises:
        NoPictureError: nothing is being recorded, or a new file has no picture yet.
    """
    try:
        for path in islice(_open_files(root, camera_id), 2):  # a file that was just begun is empty
            if picture := _picture_of(path):
                return picture
    except (OSError, NotAMovieError, av.error.FFmpegError, StopIteration) as error:
        raise NoPictureError(f"the open file shows nothing: {error}") from error
    raise NoPictureError("no file is open that shows anything yet")


def _picture_of(path: Path) -> bytes | None:
    movie = GrowingMovie(path)
    if (read := movie.read()) is None:
        return None
    shown = _from_last_key(samples_of(*read))
    if not shown:
        return None
    if shown[-1].time - shown[0].time < STALE_SECONDS:
        shown = shown[:1]
    newest = deque(Decoder(path, movie.index, read[0]).decode(shown, flush=True), maxlen=1)
    return to_jpeg(newest[0][1], LARGEST_SIDE) if newest else None


class MovingPictures:
    """What a camera shows, about a second later, as it is recorded. `advance` blocks; one thread at a time."""

    def __init__(self, root: Path, camera_id: str) -> None:
        self._root = root
        self._camera_id = camera_id
        self._movie: GrowingMovie | None = None
        self._decoder: Decoder | None = None
        self._shown = Fraction(-1)
        self._begins = True
        """Nothing was shown yet: a file that was just begun has nothing to show."""

    def advance(self) -> list[bytes]:
        """Return the pictures (JPEG) that came since the last call; at first only the newest.

        Raises:
            NoPictureError: nothing is being recorded, or it cannot be decoded.
        """
        try:
            newest = next(_open_files(self._root, self._camera_id), None)
            if newest is None:
                raise NoPictureError("nothing is being recorded")
            found: list[bytes] = []
            if self._movie is not None and self._movie.path != newest:
                found = self._rest()
            if self._movie is None:
                self._movie = GrowingMovie(newest)
            found += self._new()
        except (OSError, NotAMovieError, av.error.FFmpegError, StopIteration) as error:
            raise NoPictureError(f"the open file shows nothing: {error}") from error
        return found

    def _rest(self) -> list[bytes]:
        """Return what a file that is closed now gained at its end, where it still is where it was."""
        try:
            return self._new()
        except FileNotFoundError:
            return []
        finally:
            self._movie = self._decoder = None
            self._shown = Fraction(-1)

    def _new(self) -> list[bytes]:
        assert self._movie is not None  # noqa: S101 - for the type checker: `advance` sees to it
        if (read := self._movie.read()) is None:
            return []
        samples = samples_of(*read)
        if self._decoder is None:
            samples = _from_last_key(samples)
            if not samples:
                return []
            self._decoder = Decoder(self._movie.path, self._movie.index, read[0])
        if not self._decoder.small:
            samples = [sample for sample in samples if sample.key]
        frames = self._decoder.decode(samples, flush=not self._decoder.small)
        if self._begins:
            newest = deque(frames, maxlen=1)
            self._begins = not newest
            return [to_jpeg(frame, LARGEST_SIDE) for _, frame in newest]
        return [to_jpeg(frame, LARGEST_SIDE) for time, frame in frames if self._is_due(time)]

    def _is_due(self, time: Fraction) -> bool:
        if time - self._shown < PICTURE_SECONDS:
            return False
        self._shown = time
        return True
