"""From an open file to a segment of the archive: check, make seekable, fsync, name, fsync the folder; only then tell.

Whoever reads the archive sees complete files only, and a row in a database is never about data that a power cut may
still take back. All functions block.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate, count, islice
from pathlib import Path, PurePosixPath
from typing import Final

from ..mp4.defragment import defragment
from ..mp4.movie import Movie, Track
from ..mp4.reader import NotAMovieError, read_movie
from ..mp4.sps import PictureFormat
from ..mp4.stream_change import constant_part
from .file_note import FileNote
from .leap import REPORTED_SECONDS, UNTOLD_LEAP, close_leap, untold_leap
from .run_folder import make_folder
from .segment import GapCause, Segment, SegmentStatus, segment_path
from .storage import fsync_directory, fsync_file, keep_private, move_without_overwriting

STALL_SECONDS: Final = 2.0
"""A stall inside a segment that is longer than this is missing footage, not a slow camera."""
USUAL_FPS: Final = 10
"""What a frame is assumed to last of which neither the one before nor the one after tells."""
SPLIT: Final = timedelta(seconds=0.5)
"""A stall between two files of a connection that makes them two pieces; less may be how well their times are known."""
OVERLAP: Final = timedelta(seconds=6)
"""By so little a file may seem to begin before the one before it ended; by more, the clock was set back."""
LONGEST_LEAD: Final = timedelta(minutes=5)
"""By so little a file may seem to begin before its connection, by a camera's wrong clock; by more, ours was set."""


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
    follows: datetime | None = None
    """UTC; when the file before it in its connection ended, where what is derived of its start is not exact."""
    followed: datetime | None = None
    """UTC; when the next file was noted to begin, where what is derived of its end is not exact."""
    length: float | None = None
    """Seconds of the camera's time until the next file began; None if unknown. What is not footage was a stall."""
    leap: float = 0.0
    """Seconds by which its first pictures may be stamped too early: the last of them is shown for so much longer;"""
    leaped: tuple[float, float] = (0.0, 0.0)
    """between which seconds after the first picture that is."""
    earliest: datetime | None = None
    """UTC, by the clock as it was then; before it, nothing was recorded. None if unknown."""
    jumped: bool = False
    """Whether the camera's clock jumped: what came after it has a time that never was."""
    lied: bool = False
    """Whether the camera's stamps never told the time: start and end are those of the frames' arrival."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalizedSegment:
    """A segment, and the stalls in it: (start, end) in UTC."""

    segment: Segment
    stalls: tuple[tuple[datetime, datetime], ...] = ()
    followed_by: GapCause | None = None
    """Why there is nothing after it, where the file tells."""


def finalize_segment(
    root: Path,
    camera_id: str,
    opened: OpenSegment,
    *,
    keep_empty: bool = False,
    after: datetime | None = None,
) -> FinalizedSegment | None:
    """Move a file into the archive and describe it. Raises OSError; the file then stays where it is.

    A file that never got a frame is removed and None returned, unless it is to be kept: its time is a gap, not footage.
    Any other that does not play becomes a failed segment. What follows a change of the picture's size, or a jump of
    the camera's clock, is cut off. The footage before it ended at `after` (UTC).
    """
    status, error = opened.status, opened.error
    written = datetime.fromtimestamp(opened.path.stat().st_mtime, UTC)
    content = _Content()
    try:
        content = _read_content(opened, untold_leap(opened.end, written) if opened.start is None else 0.0)
        if content.closed and opened.end is not None:
            opened = replace(opened, end=opened.end - timedelta(seconds=content.closed))
    except NotAMovieError as problem:
        if not keep_empty and _has_no_media(opened.path):
            opened.path.unlink()
            return None
        status = SegmentStatus.FAILED if status is SegmentStatus.SUCCESS else status
        error = f"{error}; {problem}" if error else str(problem)
    movie, picture = content.movie, content.picture
    stalled = _stall_at_end(opened, content)
    note = FileNote.read(movie) if movie else None  # there is one where a crash came between the index and the name
    if note is None:
        if movie is not None and opened.lied and opened.start is not None and opened.end is not None:
            _spread(movie, (opened.end - opened.start).total_seconds())
            content = replace(content, recorded=movie.video.duration)
        start, end = _place_in_time(opened, content, stalled, written, after)
        note = FileNote(start=start, end=end, status=status, error=error)
        if movie is not None:
            defragment(opened.path, movie, note.box())
    keep_private(opened.path)
    fsync_file(opened.path)
    relative = place(root, opened.path, camera_id, note.start)
    size = (root / relative).stat().st_size
    segment = describe(camera_id, relative, size, movie, note)
    if picture is not None:
        segment = replace(segment, width=picture.width, height=picture.height)
    stalls = tuple(_stalls(movie, note.start, note.end)) if movie else ()
    followed_by = GapCause.STALLED if stalled else content.followed_by
    return FinalizedSegment(segment=segment, stalls=stalls, followed_by=followed_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """What a file holds that is to be kept."""

    movie: Movie | None = None
    picture: PictureFormat | None = None
    recorded: float = 0.0
    """Seconds of video that ffmpeg wrote, with what is cut off."""
    followed_by: GapCause | None = None
    """Why what follows was cut off; None where nothing was."""
    closed: float = 0.0
    """Seconds by which its end is too late, since nobody told of a leap that was closed."""

    @property
    def duration(self) -> float:
        """Seconds of video that play."""
        return self.movie.video.duration if self.movie else 0.0

    @property
    def cut(self) -> bool:
        """Whether its time ends before ffmpeg's."""
        return self.followed_by is not None


def _read_content(opened: OpenSegment, untold: float) -> _Content:
    """Read a file and cut off what is not to be kept. Raises NotAMovieError."""
    movie, closed = _read_from_first_picture(opened, untold)
    recorded = movie.video.duration
    if movie.truncated:
        # The half-written rest never plays; on a full disk it takes the place that the index needs.
        os.truncate(opened.path, movie.end)
        movie, closed = _read_from_first_picture(opened, untold)
    constant, picture = constant_part(opened.path, movie)
    size = min(constant, _before_jump(movie) if opened.jumped else movie.size)
    followed_by = None
    if size < movie.size:
        os.truncate(opened.path, size)
        movie, closed = _read_from_first_picture(opened, untold)
        followed_by = GapCause.STREAM_CHANGED if size == constant else GapCause.TIMESTAMPS
    if followed_by is not None or opened.jumped:
        _end_sound_with_picture(movie)
    _end_with_last_frame(movie)
    return _Content(movie=movie, picture=picture, recorded=recorded, followed_by=followed_by, closed=closed)


def _ends_before_it_began(opened: OpenSegment) -> bool:
    """Whether the camera's clock was set forward since: what came before that seems to be long ago."""
    if opened.start is not None or opened.end is None or opened.earliest is None:
        return False
    return opened.end < opened.earliest


def _stall_at_end(opened: OpenSegment, content: _Content) -> float:
    """Return for how many seconds before its known end a file has no picture; 0 where that is no stall, or unknown."""
    if opened.end is None or opened.length is None or content.movie is None or content.cut:
        return 0.0
    without_picture = opened.length - content.duration
    return without_picture if without_picture > STALL_SECONDS else 0.0


def _read_from_first_picture(opened: OpenSegment, untold: float) -> tuple[Movie, float]:
    """Read a file as it is to be kept: no picture stands still for want of a report, before the first is no sound.

    Also returns how many seconds of an untold leap were closed. Raises NotAMovieError.
    """
    movie = read_movie(opened.path)
    video = movie.video
    closed = 0.0
    if not opened.jumped:
        close_leap(video, opened.leap, opened.leaped)
        closed = close_leap(video, untold, (0.0, REPORTED_SECONDS), least=UNTOLD_LEAP)
    begin = video.runs[0].start / video.timescale
    for track in movie.tracks:
        if track is not video:
            _cut_beginning(track, round(begin * track.timescale))
    return movie, closed


def _cut_beginning(track: Track, begin: int) -> None:
    """Forget the samples that end before a time, in the track's time scale."""
    for run in track.runs:
        ends = accumulate(run.durations, initial=run.start)
        gone = sum(1 for end in islice(ends, 1, None) if end <= begin)
        run.offset += sum(run.sizes[:gone])
        run.start += sum(run.durations[:gone])
        for samples in (run.sizes, run.durations, run.compositions, run.keys):
            del samples[:gone]
    track.runs[:] = [run for run in track.runs if run.sizes]


def _spread(movie: Movie, seconds: float) -> None:
    """Give the frames even shares of the time in which they came, where their own stamps are worth nothing.

    Sound has no such times, and is left out.
    """
    video = movie.video
    share = max(1, round(max(seconds, 0.0) * video.timescale / video.packets))
    time = video.runs[0].start
    for run in video.runs:
        run.start, run.durations, run.compositions = time, [share] * len(run.sizes), [0] * len(run.sizes)
        time += share * len(run.sizes)
    movie.tracks[:] = [video]


def _place_in_time(
    opened: OpenSegment, content: _Content, stalled: float, written: datetime, after: datetime | None
) -> tuple[datetime, datetime]:
    """Return when a file's video began and ended (UTC); it `stalled` for so many seconds at its end."""
    if opened.earliest is not None and _ends_before_it_began(opened):
        return opened.earliest, opened.earliest + timedelta(seconds=content.duration)
    end = None if opened.end is None else opened.end - timedelta(seconds=stalled)
    # Where it was cut, what ffmpeg wrote has a time that never was.
    passed = content.duration if stalled or (content.cut and end is None) else content.recorded
    never = _seconds_that_never_were(opened, content, passed, end or written)
    start = opened.start or _joined((end or written) - timedelta(seconds=passed - never), opened.follows)
    if opened.earliest is not None and timedelta() < opened.earliest - start < LONGEST_LEAD:
        start = opened.earliest  # nothing was recorded before there was a connection
    if after is not None and timedelta() < after - start < OVERLAP:
        start = after
    if end is None or content.cut:
        end = start + timedelta(seconds=content.duration - never)
        end = end if content.cut else _joined(end, opened.followed)
    return start, max(start, end)


def _joined(time: datetime, neighbour: datetime | None) -> datetime:
    """Return when a file begins or ends, of which that is about known: where its neighbour in the connection does."""
    return neighbour if neighbour is not None and abs(time - neighbour) < SPLIT else time


def _seconds_that_never_were(opened: OpenSegment, content: _Content, passed: float, latest: datetime) -> float:
    """Return how much of the time in a file cannot have passed between the earliest and the latest that it can be of.

    Where a camera's clock is set by too little to be a jump, or while its connection is young, that shows as a stall.
    """
    earliest = opened.start or opened.earliest
    if content.movie is None or content.cut or earliest is None:
        return 0.0
    _, never = _tell_stalls(content.movie, passed - (latest - earliest).total_seconds())
    return never


def _tell_stalls(movie: Movie, excess: float) -> tuple[list[tuple[float, float]], float]:
    """Tell the stalls in a file that claims so many seconds more than passed: that many of them were none.

    Returns start and length in seconds of those that were, from the first picture, and the length of the others.
    """
    stalls = []
    never = 0.0
    for at, length in movie.video.stalls(STALL_SECONDS):
        if excess > length / 2:
            excess -= length
            never += length
        else:
            stalls.append((at - never, length))
    return stalls, never


def _before_jump(movie: Movie) -> int:
    """Return how many bytes of a file come before its time jumps ahead."""
    return next((offset for offset in movie.video.fragments_after_stalls(STALL_SECONDS)), movie.size)


def _end_with_last_frame(movie: Movie) -> None:
    """Forget how long the last frame was shown until one came that is not in the file."""
    for track in movie.tracks:
        durations = track.runs[-1].durations if track.runs else []
        longest = int(track.shortest_stall(STALL_SECONDS))
        if durations and durations[-1] > longest:
            # The frame before it may be in the fragment before; where there is none, a usual one is assumed.
            earlier = durations[:-1] or (track.runs[-2].durations if len(track.runs) > 1 else [])
            usual = earlier[-1] if earlier else longest
            durations[-1] = usual if usual < longest else track.timescale // USUAL_FPS


def _end_sound_with_picture(movie: Movie) -> None:
    """Forget samples of other tracks that lie after the last picture: their time is that after the jump."""
    end = movie.video.runs[-1].start + sum(movie.video.runs[-1].durations[:-1])
    latest = end / movie.video.timescale + STALL_SECONDS
    for track in movie.tracks:
        if track is movie.video:
            continue
        for run in track.runs:
            times = accumulate(run.durations, initial=run.start)
            kept = sum(1 for time in islice(times, len(run.durations)) if time / track.timescale <= latest)
            for samples in (run.sizes, run.durations, run.compositions, run.keys):
                del samples[kept:]
        track.runs[:] = [run for run in track.runs if run.sizes]


def _stalls(movie: Movie, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Yield the stalls in a file, in UTC and within the segment."""
    found, _ = _tell_stalls(movie, movie.video.duration - (end - start).total_seconds())
    for at, length in found:
        begin = start + timedelta(seconds=at)
        if begin < end:
            yield max(begin, start), min(begin + timedelta(seconds=length), end)


def describe(camera_id: str, relative: PurePosixPath, size: int, movie: Movie | None, note: FileNote) -> Segment:
    """Make a segment of what a file holds and tells; None as `movie` for a file that does not play."""
    video = movie.video if movie else None
    return Segment(
        camera_id=camera_id,
        start=note.start,
        end=note.end,
        status=note.status,
        file_path=relative.as_posix(),
        file_size=size,
        duration=round(video.duration, 3) if video else 0.0,
        codec=video.codec if video else None,
        width=video.width if video else None,
        height=video.height if video else None,
        packets=video.packets if video else 0,
        error=note.error,
    )


def place(root: Path, source: Path, camera_id: str, start: datetime) -> PurePosixPath:
    """Give a file its name in the archive, never one that exists; return it. The names last when this returns."""
    for attempt in count():
        relative = segment_path(camera_id, start, attempt)
        target = root / relative
        changed = make_folder(root, target.parent)
        try:
            move_without_overwriting(source, target)
        except FileExistsError:
            continue
        for folder in (*changed, target.parent):
            fsync_directory(folder)
        return relative
    raise AssertionError  # count() does not end


def _has_no_media(path: Path) -> bool:
    """Whether a file is empty, or a beginning that ffmpeg wrote before the first frame."""
    with path.open("rb") as file:
        head = file.read(64 * 1024)
    return not head or (len(head) < 64 * 1024 and head[4:8] == b"ftyp" and b"moof" not in head and b"mdat" not in head)
