"""Read the structure of an MP4 file, fragmented or plain, without decoding and without trusting it.

A minute of fragmented MP4 is read in a millisecond: only the headers, and the last sample of the video where it is
small. That is what makes it cheap to check every segment, and to find what a file that was cut short still holds. All
functions block.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from .movie import Movie, Run, Track

HEADER: Final = 8
LARGE_HEADER: Final = 16
MAX_INDEX: Final = 32 * 1024 * 1024
"""Bytes that the header boxes of an honest file stay below."""
LARGEST_TORN: Final = 4096
"""Bytes that a sample without a picture stays below: parameter sets and remarks."""
UNIT_LENGTH: Final = 4
"""Bytes that tell the length of each part of a sample: what ffmpeg writes."""
PICTURE_UNITS: Final = {"h264": range(1, 6), "hevc": range(32)}
"""Kinds of parts that belong to a picture, by codec: all others only say something of it."""
SYNC_EXCLUDED: Final = 0x00010000
"""The flag of a sample that is no key frame."""


class NotAMovieError(Exception):
    """The file holds nothing that plays, with the reason."""


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield type and content of each box in `data`; stop at the first that is cut."""
    position = 0
    while position + HEADER <= len(data):
        size, kind = struct.unpack_from(">I4s", data, position)
        header = HEADER
        if size == 1 and position + LARGE_HEADER <= len(data):
            (size,) = struct.unpack_from(">Q", data, position + HEADER)
            header = LARGE_HEADER
        elif size == 0:
            size = len(data) - position
        if size < header or position + size > len(data):
            return
        yield kind, data[position + header : position + size]
        position += size


def child(data: bytes, *path: bytes) -> bytes:
    """Return the content of the first box at a path of types; raise NotAMovieError if there is none."""
    for kind in path:
        data = next((content for found, content in boxes(data) if found == kind), b"")
        if not data:
            raise NotAMovieError(f"the box {kind.decode()} is missing")
    return data


def read_movie(path: Path) -> Movie:
    """Read the structure of a file. Raises NotAMovieError when nothing in it plays, OSError when it cannot be read."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        if not size:
            raise NotAMovieError("the file is empty")
        try:
            movie = _scan(file, size)
            if movie is None:
                raise NotAMovieError("the file has no index")
        except (struct.error, IndexError, ZeroDivisionError) as error:
            raise NotAMovieError("the file's structure is damaged") from error
        _drop_torn(file, movie)
    if not any(track.handler == b"vide" and track.packets for track in movie.tracks):
        raise NotAMovieError("the file holds no video frame")
    return movie


def _drop_torn(file: BinaryIO, movie: Movie) -> None:
    """Leave out the last sample of the video where it is what came of a picture before the camera broke off."""
    for track in movie.tracks:
        if track.handler == b"vide" and track.codec in {"h264", "hevc"} and track.runs and track.runs[-1].sizes:
            run = track.runs[-1]
            if run.sizes[-1] > LARGEST_TORN:
                continue
            file.seek(run.offset + sum(run.sizes[:-1]))
            if shows_nothing(file.read(run.sizes[-1]), track.codec):
                run.drop_last()
                if not run.sizes:
                    track.runs.pop()


def shows_nothing(sample: bytes, codec: str) -> bool:
    """Return whether a sample of H.264 or H.265 has no part of a picture: only what is said before one.

    Decoders take it for an error.
    """
    position = 0
    while position + UNIT_LENGTH < len(sample):
        (length,) = struct.unpack_from(">I", sample, position)
        first = sample[position + UNIT_LENGTH]
        kind = first & 0x1F if codec == "h264" else first >> 1 & 0x3F
        if not length or kind in PICTURE_UNITS[codec]:
            return False
        position += UNIT_LENGTH + length
    return 0 < position == len(sample)


class GrowingMovie:
    """A fragmented file that is being written: each reading goes on where the one before ended."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._movie: Movie | None = None
        self._position = 0

    @property
    def index(self) -> bytes:
        """The moov box's content; empty before it was read."""
        return b"" if self._movie is None else self._movie.index

    def read(self) -> tuple[Track, list[Run]] | None:
        """Return the video track and what is new of it; None while there is no header.

        Raises OSError, and NotAMovieError for what is no MP4.
        """
        with self.path.open("rb") as file:
            size = file.seek(0, 2)
            try:
                self._movie = _scan(file, size, self._movie, self._position)
            except (struct.error, IndexError, ZeroDivisionError) as error:
                raise NotAMovieError("the file's structure is damaged") from error
        if self._movie is None:
            return None
        self._position = self._movie.end
        video = next((track for track in self._movie.tracks if track.handler == b"vide"), None)
        if video is None:
            raise NotAMovieError("the file holds no video")
        runs = video.runs
        for track in self._movie.tracks:
            track.runs = []
        return video, runs


def _top_level(file: BinaryIO, size: int, position: int = 0) -> Iterator[tuple[bytes, int, int, int]]:
    """Yield type, position, header length and whole length of each complete box of a file."""
    while position + HEADER <= size:
        file.seek(position)
        header = file.read(LARGE_HEADER)
        length, kind = struct.unpack_from(">I4s", header)
        body = HEADER
        if length == 1 and len(header) == LARGE_HEADER:
            (length,) = struct.unpack_from(">Q", header, HEADER)
            body = LARGE_HEADER
        elif length == 0:
            length = size - position
        if position == 0 and kind not in {b"ftyp", b"styp", b"moov", b"free"}:
            raise NotAMovieError("the file is no MP4")
        if length < body or position + length > size:
            return
        yield kind, position, body, length
        position += length


def _scan(file: BinaryIO, size: int, movie: Movie | None = None, start: int = 0) -> Movie | None:
    """Read the boxes from `start` on into a movie, a new one unless given; None while a new one has no index."""
    fragment: tuple[int, bytes] | None = None
    end = start
    for kind, position, body, length in _top_level(file, size, start):
        if kind in {b"moov", b"moof"}:
            if length > MAX_INDEX:
                raise NotAMovieError("the file's structure is damaged")
            file.seek(position + body)
            content = file.read(length - body)
            if kind == b"moof":
                fragment = (position, content)
                continue
            movie = movie or _movie(content, position, size)
        elif kind == b"mdat" and fragment is not None and movie is not None:
            # Only a fragment whose media are complete counts.
            _add_fragment(movie, *fragment)
            fragment = None
        end = position + length
    if movie is not None:
        movie.end, movie.size = end, size
    return movie


def _movie(content: bytes, offset: int, size: int) -> Movie:
    tracks = [_track(trak) for kind, trak in boxes(content) if kind == b"trak"]
    fragmented = any(kind == b"mvex" for kind, _ in boxes(content))
    if fragmented:
        by_id = {track.track_id: track for track in tracks}
        for kind, trex in boxes(child(content, b"mvex")):
            if kind == b"trex":
                track_id, _, *defaults = struct.unpack_from(">5I", trex, 4)
                if track_id in by_id:
                    by_id[track_id].defaults = (defaults[0], defaults[1], defaults[2])
    return Movie(tracks, fragmented, offset, content, 0, size)


def _track(trak: bytes) -> Track:
    tkhd, mdhd = child(trak, b"tkhd"), child(trak, b"mdia", b"mdhd")
    table = child(trak, b"mdia", b"minf", b"stbl")
    entry, content = next(boxes(child(table, b"stsd")[8:]), (b"    ", b""))
    handler = child(trak, b"mdia", b"hdlr")[8:12]
    width, height = struct.unpack_from(">2H", content, 24) if handler == b"vide" else (0, 0)
    (track_id,) = struct.unpack_from(">I", tkhd, 20 if tkhd[0] else 12)
    (timescale,) = struct.unpack_from(">I", mdhd, 20 if mdhd[0] else 12)
    track = Track(track_id, handler, timescale or 1, entry, width, height)
    if durations := _expand_durations(child(table, b"stts")):
        track.runs.append(Run(0, 0, [0] * len(durations), durations))
    return track


def _expand_durations(stts: bytes) -> list[int]:
    (count,) = struct.unpack_from(">I", stts, 4)
    durations: list[int] = []
    for index in range(count):
        samples, delta = struct.unpack_from(">2I", stts, 8 + 8 * index)
        if len(durations) + samples > MAX_INDEX:
            raise NotAMovieError("the file's structure is damaged")
        durations += [delta] * samples
    return durations


def _add_fragment(movie: Movie, offset: int, content: bytes) -> None:
    for kind, traf in boxes(content):
        if kind != b"traf":
            continue
        tfhd = child(traf, b"tfhd")
        flags, track_id = struct.unpack_from(">2I", tfhd)
        track = next((track for track in movie.tracks if track.track_id == track_id), None)
        if track is None:
            continue
        base, position = offset, 8
        if flags & 0x1:
            (base,) = struct.unpack_from(">Q", tfhd, position)
            position += 8
        position += 4 if flags & 0x2 else 0
        defaults = list(track.defaults)
        for index, flag in enumerate((0x8, 0x10, 0x20)):
            if flags & flag:
                (defaults[index],) = struct.unpack_from(">I", tfhd, position)
                position += 4
        tfdt = child(traf, b"tfdt")
        (time,) = struct.unpack_from(">Q" if tfdt[0] else ">I", tfdt, 4)
        for inner, trun in boxes(traf):
            if inner == b"trun":
                run = _run(trun, base, time, defaults)
                run.fragment = offset
                time += sum(run.durations)
                if run.sizes:
                    track.runs.append(run)


def _run(trun: bytes, base: int, time: int, defaults: list[int]) -> Run:
    version_flags, count = struct.unpack_from(">2I", trun)
    flags, position = version_flags & 0xFFFFFF, 8
    offset = 0
    if flags & 0x1:
        (offset,) = struct.unpack_from(">i", trun, position)
        position += 4
    first_flags = None
    if flags & 0x4:
        (first_flags,) = struct.unpack_from(">I", trun, position)
        position += 4
    present = [bool(flags & flag) for flag in (0x100, 0x200, 0x400, 0x800)]
    width = sum(present)
    if position + 4 * width * count > len(trun) or count > MAX_INDEX:
        raise NotAMovieError("the file's structure is damaged")
    composition = "i" if version_flags >> 24 else "I"
    sample = struct.Struct(
        ">" + "".join(kind for kind, there in zip("III" + composition, present, strict=True) if there)
    )
    run = Run(base + offset, time)
    for index in range(count):
        values = iter(sample.unpack_from(trun, position + sample.size * index))
        duration, size, own_flags = (
            next(values) if there else default for there, default in zip(present, defaults, strict=False)
        )
        if index == 0 and first_flags is not None:
            own_flags = first_flags
        run.durations.append(duration)
        run.sizes.append(size)
        run.keys.append(not own_flags & SYNC_EXCLUDED)
        run.compositions.append(next(values) if present[3] else 0)
    return run


def read_as_recorded(path: Path) -> tuple[bytes, Movie]:
    """Return the start that a player needs (ftyp and moov), and the structure, of a file as it was recorded.

    A file that was defragmented since still holds its fragments, under the header of one big media box; what they need
    stands first in it, where the first index was. Raises NotAMovieError for a file without fragments, OSError.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        try:
            return _scan_as_recorded(file, size)
        except (struct.error, IndexError, ZeroDivisionError) as error:
            raise NotAMovieError("the file's structure is damaged") from error


def _scan_as_recorded(file: BinaryIO, size: int) -> tuple[bytes, Movie]:
    start = b""
    for kind, position, body, length in _top_level(file, size):
        if kind == b"ftyp" and length <= MAX_INDEX:
            file.seek(position)
            start = file.read(length)
        if kind not in {b"moov", b"mdat"}:
            continue
        inside = position + body if kind == b"mdat" else position + length
        end = position + length if kind == b"mdat" else size
        first = next((place for inner, place, _, _ in _top_level(file, end, inside) if inner == b"moof"), None)
        if first is None or first - position > MAX_INDEX:
            break
        file.seek(position + body)
        content = file.read((first if kind == b"mdat" else position + length) - position - body)
        movie = _scan(file, end, _movie(content, position, size), first)
        if movie is None or not any(track.handler == b"vide" and track.packets for track in movie.tracks):
            break
        return start + struct.pack(">I4s", HEADER + len(content), b"moov") + content, movie
    raise NotAMovieError("the file has no fragments")
