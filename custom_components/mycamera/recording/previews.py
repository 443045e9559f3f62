"""Small pictures of recorded moments, for who drags over a timeline: the key frame before each, decoded when asked for.

Nothing is written: a picture is made of its file, and is gone with it. The newest stay in memory, some megabytes.
All functions block.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Final

import av.error

from .frame_decoding import CodedPicture, Decoder, NoPictureError, samples_of, to_jpeg
from .mp4.movie import Track
from .mp4.reader import NotAMovieError, read_as_recorded

LARGEST_SIDE: Final = 320
"""Pixels."""
_KNOWN_FILES: Final = 64
_KEPT_PICTURES: Final = 512
"""Each has about 10 kB."""


@dataclass(frozen=True, slots=True)
class KeyPicture:
    """A key frame as a small picture."""

    seconds: float
    """From the file's first picture."""
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class _KeyFrames:
    index: bytes
    track: Track
    origin: Fraction
    """The time of the first picture."""
    samples: tuple[CodedPicture, ...]


class Previews:
    """Makes the pictures, and keeps the newest as long as it is kept itself. Threads may ask it at once."""

    def __init__(self) -> None:
        self._key_frames = lru_cache(maxsize=_KNOWN_FILES)(_key_frames)
        self._picture = lru_cache(maxsize=_KEPT_PICTURES)(self._decode)

    def of(self, path: Path, seconds: float) -> KeyPicture:
        """Return the last key frame up to so many seconds after a file's first picture, or else its first one.

        Raises:
            NoPictureError: the file has no picture, was recorded by others, or cannot be decoded.
            FileNotFoundError, OSError: it is gone, or cannot be read.
        """
        stat = path.stat()
        version = (stat.st_mtime_ns, stat.st_size)
        try:
            keys = self._key_frames(path, version)
            wanted = keys.origin + Fraction(seconds)
            before = [number for number, sample in enumerate(keys.samples) if sample.time <= wanted]
            number = before[-1] if before else 0
            return KeyPicture(float(keys.samples[number].time - keys.origin), self._picture(path, version, number))
        except (NotAMovieError, av.error.FFmpegError, StopIteration) as error:
            raise NoPictureError(f"{path.name} shows nothing: {error}") from error

    def _decode(self, path: Path, version: tuple[int, int], number: int) -> bytes:
        keys = self._key_frames(path, version)
        much_larger = max(keys.track.width, keys.track.height) > 4 * LARGEST_SIDE
        decoder = Decoder(path, keys.index, keys.track, unsmoothed=much_larger)
        _, frame = next(decoder.decode([keys.samples[number]], flush=True))
        return to_jpeg(frame, LARGEST_SIDE)


def _key_frames(path: Path, _version: tuple[int, int]) -> _KeyFrames:
    _, movie = read_as_recorded(path)
    samples = samples_of(movie.video, movie.video.runs)
    keys = tuple(sample for sample in samples if sample.key)
    if not keys:
        raise NotAMovieError("it has no key frame")
    return _KeyFrames(movie.index, movie.video, samples[0].time, keys)
