"""Single pictures out of a recorded file: its samples, decoded one by one in Home Assistant's process, and as JPEG.

All of it blocks.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from PIL import Image

from .mp4.movie import Run, Track
from .mp4.reader import NotAMovieError, boxes, child

_EVERY_FRAME: Final = 1920 * 1088
"""Of larger pictures only the key frames move: decoding each would cost a core for every viewer."""
_QUALITY: Final = 80
_SAMPLE_ENTRY: Final = 78
"""Bytes of a video's sample entry before the boxes that configure its decoder."""
_CONFIGURATIONS: Final = (b"avcC", b"hvcC", b"av1C")
_DECODERS: Final = {"h264": "h264", "hevc": "hevc", "av1": "libdav1d"}


class NoPictureError(Exception):
    """There is nothing to show, or it cannot be decoded; the text says which."""


@dataclass(frozen=True, slots=True)
class CodedPicture:
    """A coded picture."""

    offset: int
    size: int
    key: bool
    time: Fraction
    """Of decoding, in seconds of the file."""


def samples_of(track: Track, runs: Iterable[Run]) -> list[CodedPicture]:
    """Return the coded pictures of runs, in the order of decoding."""
    found = []
    for run in runs:
        offset, time = run.offset, run.start
        for size, duration, key in zip(run.sizes, run.durations, run.keys, strict=True):
            found.append(CodedPicture(offset, size, key, Fraction(time, track.timescale)))
            offset += size
            time += duration
    return found


class Decoder:
    """Decodes one file's samples, from a key frame on."""

    def __init__(self, path: Path, index: bytes, track: Track, *, unsmoothed: bool = False) -> None:
        """Take the file, the content of its moov box and the track; NoPictureError where its codec is not decoded.

        `unsmoothed` leaves the edges of blocks as they are, for key frames that are made much smaller: nobody sees them
        then, and of H.264 and H.265 it takes a tenth to a sixth less of the processor.
        """
        name = _DECODERS.get(track.codec)
        if name is None:
            raise NoPictureError(f"pictures of the codec {track.codec} are not decoded")
        entry = next(content for _, content in boxes(child(_table(index), b"stsd")[8:]))
        configuration = dict(boxes(entry[_SAMPLE_ENTRY:]))
        context = av.CodecContext.create(name, "r")
        assert isinstance(context, VideoCodecContext)  # noqa: S101 - for the type checker: it is the name of such
        self._context = context
        self._context.extradata = next((configuration[kind] for kind in _CONFIGURATIONS if kind in configuration), None)
        if unsmoothed:
            self._context.options = {"skip_loop_filter": "all"}
        self._path = path
        self.small = track.width * track.height <= _EVERY_FRAME

    def decode(self, samples: list[CodedPicture], *, flush: bool = False) -> Iterator[tuple[Fraction, VideoFrame]]:
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


def to_jpeg(frame: VideoFrame, largest_side: int) -> bytes:
    """Return a picture as JPEG, made smaller where a side is longer than so many pixels."""
    side = max(frame.width, frame.height)
    if side > largest_side:
        width, height = (value * largest_side // side // 2 * 2 for value in (frame.width, frame.height))
        frame = frame.reformat(width=width, height=height)
    jpeg = io.BytesIO()
    Image.fromarray(frame.to_ndarray(format="rgb24")).save(jpeg, "JPEG", quality=_QUALITY)
    return jpeg.getvalue()
