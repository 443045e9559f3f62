"""From an open file to a segment of the archive: check, make seekable, fsync, name, fsync the folder; only then tell.

Whoever reads the archive sees complete files only, and a row in a database is never about data that a power cut may
still take back. All functions block.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Final

from .mp4 import Movie, NotAMovieError, read_movie
from .picture_change import constant_size
from .run_folder import make_folder
from .seal import seal
from .segment import Segment, SegmentStatus, segment_path
from .storage import fsync_directory

HOLE_SECONDS: Final = 2.0
"""A silence inside a segment that is longer than this is missing footage, not a slow camera."""
USUAL_FPS: Final = 10
"""What a frame is assumed to last of which neither the one before nor the one after tells."""
_NO_LINKS: Final = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSegment:
    """A file that ffmpeg is done with, and what is known of it."""

    path: Path
    start: datetime | None
    """UTC; None to derive it from the end, or from the time of the last writing, and the duration."""
    end: datetime | None = None
    """UTC; None to derive it from the start."""
    status: SegmentStatus = SegmentStatus.SUCCESS
    error: str | None = None
    length: float | None = None
    """Seconds of the camera's time until the next file began; None if unknown. What is not footage was silence."""
    jumped: bool = False
    """Whether the camera's clock jumped: what came after it has a time that never was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedSegment:
    """A segment, and the silences in it: (start, end) in UTC."""

    segment: Segment
    holes: tuple[tuple[datetime, datetime], ...] = ()


def close_segment(root: Path, camera_id: str, opened: OpenSegment, *, keep_empty: bool = False) -> ClosedSegment | None:
    """Move a file into the archive and describe it. Raises OSError; the file then stays where it is.

    A file that never got a frame is removed and None returned, unless it is to be kept: its time is a gap, not footage.
    Any other that does not play becomes a failed segment. What follows a change of the picture's size, or a jump of
    the camera's clock, is cut off.
    """
    movie: Movie | None = None
    status, error = opened.status, opened.error
    written = datetime.fromtimestamp(opened.path.stat().st_mtime, UTC)
    recorded = 0.0
    cut = False
    try:
        movie = read_movie(opened.path)
        recorded = movie.video.duration
        if movie.truncated:
            # The half-written rest never plays; on a full disk it takes the place that the index needs.
            os.truncate(opened.path, movie.end)
            movie = read_movie(opened.path)
        size = min(constant_size(opened.path, movie), _before_jump(movie) if opened.jumped else movie.size)
        if cut := size < movie.size:
            os.truncate(opened.path, size)
            movie = read_movie(opened.path)
            _end_with_last_frame(movie)
    except NotAMovieError as problem:
        if not keep_empty and _has_no_media(opened.path):
            opened.path.unlink()
            return None
        status = SegmentStatus.FAILED if status is SegmentStatus.SUCCESS else status
        error = f"{error}; {problem}" if error else str(problem)
    if movie is not None:
        seal(opened.path, movie)
    duration = movie.video.duration if movie else 0.0
    start = opened.start or (opened.end or written) - timedelta(seconds=recorded)
    end = opened.end if opened.end and not cut else start + timedelta(seconds=duration)
    _fsync(opened.path)
    relative = place(root, opened.path, camera_id, start)
    size = (root / relative).stat().st_size
    segment = describe(camera_id, relative, size, movie, start=start, end=max(start, end), status=status, error=error)
    holes = list(movie.video.holes(HOLE_SECONDS)) if movie else []
    if not cut and opened.length is not None and opened.length - duration > HOLE_SECONDS:
        holes.append((duration, opened.length - duration))
    return ClosedSegment(
        segment=segment,
        holes=tuple((start + timedelta(seconds=at), start + timedelta(seconds=at + length)) for at, length in holes),
    )


def _before_jump(movie: Movie) -> int:
    """Return how many bytes of a file come before its time jumps ahead."""
    return next((offset for offset in movie.video.breaks(HOLE_SECONDS)), movie.size)


def _end_with_last_frame(movie: Movie) -> None:
    """Forget how long the last frame was shown until the one came that is cut off."""
    for track in movie.tracks:
        durations = track.runs[-1].durations if track.runs else []
        longest = int(HOLE_SECONDS * track.timescale)
        if durations and durations[-1] > longest:
            # The frame before it may be in the fragment before; where there is none, a usual one is assumed.
            earlier = durations[:-1] or (track.runs[-2].durations if len(track.runs) > 1 else [])
            usual = earlier[-1] if earlier else longest
            durations[-1] = usual if usual < longest else track.timescale // USUAL_FPS


def describe(
    camera_id: str,
    relative: PurePosixPath,
    size: int,
    movie: Movie | None,
    *,
    start: datetime,
    end: datetime,
    status: SegmentStatus,
    error: str | None,
) -> Segment:
    """Make a segment of what a file holds; None as `movie` for a file that does not play."""
    video = movie.video if movie else None
    return Segment(
        camera_id=camera_id,
        start=start,
        end=end,
        status=status,
        file_path=relative.as_posix(),
        file_size=size,
        duration=round(video.duration, 3) if video else 0.0,
        codec=video.codec if video else None,
        width=video.width if video else None,
        height=video.height if video else None,
        packets=video.packets if video else 0,
        error=error,
    )


def place(root: Path, source: Path, camera_id: str, start: datetime) -> PurePosixPath:
    """Give a file its name in the archive, never one that exists; return it. The names last when this returns."""
    for attempt in count():
        relative = segment_path(camera_id, start, attempt)
        target = root / relative
        changed = make_folder(root, target.parent)
        try:
            _move_without_overwriting(source, target)
        except FileExistsError:
            continue
        for folder in (*changed, target.parent):
            fsync_directory(folder)
        return relative
    raise AssertionError  # count() does not end


def _move_without_overwriting(source: Path, target: Path) -> None:
    try:
        # A link, because unlike a rename it fails where the name exists.
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
    else:
        source.unlink()
        return
    # A file system without links (exFAT, some network shares): what is overwritten is our own reservation.
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
    try:
        source.rename(target)
    except OSError:
        target.unlink()
        raise


def _has_no_media(path: Path) -> bool:
    """Whether a file is empty, or a beginning that ffmpeg wrote before the first frame."""
    with path.open("rb") as file:
        head = file.read(64 * 1024)
    return not head or (len(head) < 64 * 1024 and head[4:8] == b"ftyp" and b"moof" not in head and b"mdat" not in head)


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
