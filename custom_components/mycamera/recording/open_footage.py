"""Pictures out of the file that is being recorded: what came from the camera already, without another connection.

Cameras serve few at once, often one or two; whoever looks at a picture must not throw the recorder out. The file grows
by a fragment every second, each written at once, so what is read here is about a second old.
"""

from __future__ import annotations

import io
import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Final

import av
import av.error
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from PIL import Image

from .archive.run_folder import open_folder
from .mp4.reader import GrowingMovie, NotAMovieError, Run, Track, boxes, child

LARGEST_SIDE: Final = 1920
"""Pixels. Larger pictures are made smaller: nobody looks at more of them in a dashboard."""
STALE_SECONDS: Final = 5.0
"""A key frame that is older is not shown: what followed it is decoded, too, up to the present."""
PICTURE_SECONDS: Final = 0.2
"""Between two moving pictures."""
_EVERY_FRAME: Final = 1920 * 1088
"""Of larger pictures only the key frames move: decoding each would cost a core for every viewer."""
_QUALITY: Final = 80
_SAMPLE_ENTRY: Final = 78
"""Bytes of a video's sample entry before the boxes that configure its decoder."""
_CONFIGURATIONS: Final = (b"avcC", b"hvcC", b"av1C")
_DECODERS: Final = {"h264": "h264", "hevc": "hevc", "av1": "libdav1d"}


class NoPictureError(Exception):
    """There is nothing in the open file to show, or it cannot be decoded; the text says which."""


@dataclass(frozen=True, slots=True)
class _Sample:
    offset: int
    size: int
    key: bool
    time: Fraction
    """Of decoding, in seconds of the file."""


def _samples(track: Track, runs: list[Run]) -> list[_Sample]:
    found = []
    for run in runs:
        offset, time = run.offset, run.start
        for size, duration, key in zip(run.sizes, run.durations, run.keys, strict=True):
            found.append(_Sample(offset, size, key, Fraction(time, track.timescale)))
            offset += size
            time += duration
    return found


def _open_files(root: Path, camera_id: str) -> Iterator[Path]:
    """Yield the camera's files that are not closed yet, the newest first."""
    yield from sorted(open_folder(root, camera_id).glob("*/*.mp4"), reverse=True)


class _Decoder:
    """Decodes one file's samples, from a key frame on."""

    def __init__(self, movie: GrowingMovie, track: Track) -> None:
        name = _DECODERS.get(track.codec)
        if name is None:
            raise NoPictureError(f"pictures of the codec {track.codec} are not decoded")
        entry = next(content for _, content in boxes(child(_table(movie.index), b"stsd")[8:]))
        configuration = dict(boxes(entry[_SAMPLE_ENTRY:]))
        context = av.CodecContext.create(name, "r")
        assert isinstance(context, VideoCodecContext)  # noqa: S101 - for the type checker: it is the name of such
        self._context = context
        self._context.extradata = next((configuration[kind] for kind in _CONFIGURATIONS if kind in configuration), None)
        self._path = movie.path
        self.small = track.width * track.height <= _EVERY_FRAME

    def decode(self, samples: list[_Sample], *, flush: bool = False) -> Iterator[tuple[Fraction, VideoFrame]]:
        """Yield the pictures of the samples, with the time of the sample that completed each.

        With `flush` also those that the decoder still holds: nothing can be decoded after that but a key frame.
        """
        descriptor = os.open(self._path, os.O_RDONLY)
        try:
            for sample in samples:
                data = os.pread(descriptor, sample.size, sample.offset)
                for frame in self._context.decode(av.Packet(data)):
                    yield sample.time, frame
        finally:
            os.close(descriptor)
        if flush and samples:
            for frame in self._context.decode(None):
                yield samples[-1].time, frame
            self._context.flush_buffers()


def _table(index: bytes) -> bytes:
    """Return the sample table of the first video track of an index."""
    for kind, trak in boxes(index):
        if kind == b"trak" and child(trak, b"mdia", b"hdlr")[8:12] == b"vide":
            return child(trak, b"mdia", b"minf", b"stbl")
    raise NotAMovieError("the file holds no video")


def _to_jpeg(frame: VideoFrame) -> bytes:
    side = max(frame.width, frame.height)
    if side > LARGEST_SIDE:
        width, height = (value * LARGEST_SIDE // side // 2 * 2 for value in (frame.width, frame.height))
        frame = frame.reformat(width=width, height=height)
    jpeg = io.BytesIO()
    Image.fromarray(frame.to_ndarray(format="rgb24")).save(jpeg, "JPEG", quality=_QUALITY)
    return jpeg.getvalue()


def _from_last_key(samples: list[_Sample]) -> list[_Sample]:
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
    shown = _from_last_key(_samples(*read))
    if not shown:
        return None
    if shown[-1].time - shown[0].time < STALE_SECONDS:
        shown = shown[:1]
    newest = deque(_Decoder(movie, read[0]).decode(shown, flush=True), maxlen=1)
    return _to_jpeg(newest[0][1]) if newest else None


class MovingPictures:
    """What a camera shows, about a second later, as it is recorded. `advance` blocks; one thread at a time."""

    def __init__(self, root: Path, camera_id: str) -> None:
        self._root = root
        self._camera_id = camera_id
        self._movie: GrowingMovie | None = None
        self._decoder: _Decoder | None = None
        self._shown = Fraction(-1)

    def advance(self) -> list[bytes]:
        """Return the pictures (JPEG) that came since the last call, of the first call only the newest.

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
            begins = self._movie is None
            if self._movie is None:
                self._movie = GrowingMovie(newest)
            found += self._new(begins=begins)
        except (OSError, NotAMovieError, av.error.FFmpegError, StopIteration) as error:
            raise NoPictureError(f"the open file shows nothing: {error}") from error
        return found

    def _rest(self) -> list[bytes]:
        """Return what a file that is closed now gained at its end, where it still is where it was."""
        try:
            return self._new(begins=False)
        except FileNotFoundError:
            return []
        finally:
            self._movie = self._decoder = None
            self._shown = Fraction(-1)

    def _new(self, *, begins: bool) -> list[bytes]:
        assert self._movie is not None  # noqa: S101 - for the type checker: `advance` sees to it
        if (read := self._movie.read()) is None:
            return []
        samples = _samples(*read)
        if self._decoder is None:
            samples = _from_last_key(samples)
            if not samples:
                return []
            self._decoder = _Decoder(self._movie, read[0])
        if not self._decoder.small:
            samples = [sample for sample in samples if sample.key]
        frames = self._decoder.decode(samples, flush=not self._decoder.small)
        if begins:
            return [_to_jpeg(frame) for _, frame in deque(frames, maxlen=1)]
        return [_to_jpeg(frame) for time, frame in frames if self._is_due(time)]

    def _is_due(self, time: Fraction) -> bool:
        if time - self._shown < PICTURE_SECONDS:
            return False
        self._shown = time
        return True
