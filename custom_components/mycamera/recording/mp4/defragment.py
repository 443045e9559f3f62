"""Turn a fragmented MP4 into a plain one, in place, without copying the media.

While a file is recorded it must play whenever it is cut off, so it is fragmented. Once it is whole, that is a burden: a
browser cannot seek in it, because nothing tells where the fragments are. So an ordinary index of all samples is
appended, and then eight bytes are overwritten: the header of the first, empty index becomes that of one big media box
that spans it and all fragments. Until those eight bytes are on the disk the file is what it was, so a crash at any
moment leaves one that plays. All functions block.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Final

from .movie import Movie, Track
from .reader import HEADER, boxes, child

LARGEST: Final = 2**32 - 1
_EMPTY_EDIT: Final = -1
_NORMAL_RATE: Final = 0x00010000


class _NotPlainError(Exception):
    """The samples cannot be told in an ordinary index."""


def defragment(path: Path, movie: Movie, note: bytes = b"") -> bool:
    """Make the file that `movie` was read from seekable; false, and no harm done, where that cannot be.

    `note` are whole boxes that its new index gets besides. Returns when it is on the disk. Raises OSError when the file
    cannot be opened.
    """
    span = movie.size - movie.index_offset
    if not movie.fragmented or span > LARGEST:
        return False
    try:
        index = _index(movie, note)
    except _NotPlainError, struct.error:
        return False
    descriptor = os.open(path, os.O_RDWR)
    try:
        if os.fstat(descriptor).st_size != movie.size:
            return False
        if not _append(descriptor, index, movie.size):
            return False
        os.pwrite(descriptor, struct.pack(">I4s", span, b"mdat"), movie.index_offset)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return True


def _append(descriptor: int, data: bytes, size: int) -> bool:
    """Write behind the end, and make it last; when the disk is full, leave no half of it."""
    try:
        written = 0
        while written < len(data):
            written += os.pwrite(descriptor, data[written:], size + written)
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, size)
        return False
    return True


def _box(kind: bytes, *contents: bytes) -> bytes:
    return struct.pack(">I4s", HEADER + sum(map(len, contents)), kind) + b"".join(contents)


def _table(kind: bytes, entry: str, rows: Sequence[tuple[int, ...]], *, version: int = 0) -> bytes:
    """Make a box that is a counted table."""
    packed = b"".join(struct.pack(f">{entry}", *row) for row in rows)
    return _box(kind, struct.pack(">2I", version << 24, len(rows)), packed)


def _index(movie: Movie, note: bytes) -> bytes:
    mvhd = child(movie.index, b"mvhd")
    (timescale,) = struct.unpack_from(">I", mvhd, 20 if mvhd[0] else 12)
    tracks = {track.track_id: track for track in movie.tracks if track.runs}
    first = min(track.runs[0].start / track.timescale for track in tracks.values())
    parts = []
    longest = 0
    for kind, content in boxes(movie.index):
        if kind == b"trak":
            tkhd = child(content, b"tkhd")
            (track_id,) = struct.unpack_from(">I", tkhd, 20 if tkhd[0] else 12)
            if track := tracks.get(track_id):
                delay = round((track.runs[0].start / track.timescale - first) * timescale)
                length = round(track.duration * timescale)
                longest = max(longest, delay + length)
                parts.append(_track_box(content, track, delay, length))
        elif kind not in {b"mvhd", b"mvex"}:
            parts.append(_box(kind, content))
    return _box(b"moov", _box(b"mvhd", _with_duration(mvhd, 16, 24, longest)), *parts, note)


def _with_duration(content: bytes, offset: int, large_offset: int, duration: int) -> bytes:
    """Put a duration into a header box, where its version has it."""
    patched = bytearray(content)
    if content[0]:
        struct.pack_into(">Q", patched, large_offset, duration)
    else:
        struct.pack_into(">I", patched, offset, duration)
    return bytes(patched)


def _track_box(trak: bytes, track: Track, delay: int, length: int) -> bytes:
    """Rebuild a track's box; `delay` and `length` are in the movie's time scale."""
    parts = [_box(b"tkhd", _with_duration(child(trak, b"tkhd"), 20, 28, delay + length))]
    if delay:
        edits = [(delay, _EMPTY_EDIT, _NORMAL_RATE), (length, 0, _NORMAL_RATE)]
        parts.append(_box(b"edts", _table(b"elst", "IiI", edits)))
    for kind, content in boxes(trak):
        if kind == b"mdia":
            parts.append(_media_box(content, track))
        elif kind not in {b"tkhd", b"edts"}:
            parts.append(_box(kind, content))
    return _box(b"trak", *parts)


def _media_box(mdia: bytes, track: Track) -> bytes:
    parts = []
    for kind, content in boxes(mdia):
        if kind == b"mdhd":
            parts.append(_box(kind, _with_duration(content, 16, 24, round(track.duration * track.timescale))))
        elif kind == b"minf":
            kept = [_box(inner, data) for inner, data in boxes(content) if inner != b"stbl"]
            parts.append(_box(kind, *kept, _sample_table(child(content, b"stbl", b"stsd"), track)))
        else:
            parts.append(_box(kind, content))
    return _box(b"mdia", *parts)


def _sample_table(stsd: bytes, track: Track) -> bytes:
    times, sizes, compositions, keys = [], [], [], []
    for run in track.runs:
        time = run.start
        for duration in run.durations:
            times.append(time)
            time += duration
        sizes += run.sizes
        compositions += run.compositions
        keys += run.keys
    durations = [after - before for before, after in pairwise(times)] + [track.runs[-1].durations[-1]]
    if min(durations) < 0:
        raise _NotPlainError
    parts = [_box(b"stsd", stsd), _table(b"stts", "2I", _counted(durations))]
    if any(compositions):
        parts.append(_table(b"ctts", "Ii", _counted(compositions), version=1))
    if track.handler == b"vide" and not all(keys):
        parts.append(_table(b"stss", "I", [(number,) for number, key in enumerate(keys, 1) if key]))
    # Each run is a chunk; only a change in the number of samples is told.
    counts = [len(run.sizes) for run in track.runs]
    changes = [
        (number, count, 1) for number, count in enumerate(counts, 1) if number == 1 or count != counts[number - 2]
    ]
    parts.append(_table(b"stsc", "3I", changes))
    parts.append(_box(b"stsz", struct.pack(">3I", 0, 0, len(sizes)), struct.pack(f">{len(sizes)}I", *sizes)))
    parts.append(_table(b"co64", "Q", [(run.offset,) for run in track.runs]))
    return _box(b"stbl", *parts)


def _counted(values: Iterable[int]) -> list[tuple[int, int]]:
    return [(len(list(group)), value) for value, group in groupby(values)]
