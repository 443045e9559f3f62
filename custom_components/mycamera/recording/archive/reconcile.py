"""Find what a crash left: files that ffmpeg never closed, and closed files that nobody was told of."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import aclosing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Final

from ..mp4.movie import Movie
from ..mp4.reader import NotAMovieError, read_movie
from .file_note import FileNote
from .finalize import FinalizedSegment, OpenSegment, describe, finalize_segment
from .run_folder import OPEN, RunFolder, next_file, open_folder
from .segment import Segment, SegmentStatus, check_camera_id, parse_segment_name
from .storage import StorageRoot, storage_error

_LOGGER = logging.getLogger(__name__)

WRITER_SECONDS: Final = 5.0
"""How long a writer that has lost its recorder is waited for; ffmpeg ends by itself soon after."""


async def reconcile(
    root: StorageRoot,
    camera_id: str,
    unknown: Callable[[Collection[str]], Awaitable[AbstractSet[str]]],
    *,
    before: datetime | None = None,
) -> AsyncGenerator[Segment]:
    """Yield every segment of a camera that is on disk and that nobody knows of.

    `unknown` is asked once for each hour's folder, which of its paths (posix, relative to the root) that is true of;
    what it raises ends the search.

    First closes what is still open. Only looks at what began `before` (UTC; default: now), so that a running recorder
    is left alone. Files that do not play come as failed segments. Raises StorageError.
    """
    await root.space()  # however full: footage without a row is what retention cannot make room with
    limit = before or datetime.now(UTC)
    told: set[str] = set()
    async with aclosing(adopt_open_segments(root, camera_id)) as adopted:
        async for closed in adopted:
            told.add(closed.segment.file_path)
            yield closed.segment
    for folder in await _on_disk(root, _hours, root.path / check_camera_id(camera_id)):
        candidates: dict[str, tuple[Path, datetime]] = {}
        for path in await _on_disk(root, _files, folder):
            start = parse_segment_name(path.name)
            relative = path.relative_to(root.path).as_posix()
            if start is not None and start < limit and relative not in told:
                candidates[relative] = path, start
        for relative in sorted(await unknown(candidates.keys()) if candidates else ()):
            path, start = candidates[relative]
            found = await _on_disk(root, _describe, root.path, camera_id, path, start)
            if found is not None:
                yield found


async def adopt_open_segments(
    root: StorageRoot, camera_id: str, *, besides: Path | None = None, after: datetime | None = None
) -> AsyncGenerator[FinalizedSegment]:
    """Close the files of recordings that nobody writes any more, and yield them. Raises StorageError.

    The folder `besides` is known to be written to. The footage that is known ended at `after` (UTC).
    """
    for path in await _on_disk(root, _runs, open_folder(root.path, camera_id)):
        if path == besides:
            continue
        folder = RunFolder(path, None)
        if not await _acquire(root, folder):
            _LOGGER.debug("%s is still written to", path.name)
            continue
        try:
            starts = await _on_disk(root, folder.starts)
            before = after
            for file in await _on_disk(root, folder.segments):
                opened = _left_open(file, starts, before)
                if closed := await _on_disk(root, _adopt, root.path, camera_id, opened):
                    before = closed.segment.end if closed.segment.playable else None
                    yield closed
        finally:
            await _on_disk(root, folder.release)


def camera_folders(root: Path) -> list[str]:
    """Return the ids of the cameras that have a folder. Blocking."""
    found = []
    for folder in root.iterdir():
        with suppress(ValueError):
            if folder.is_dir():
                found.append(check_camera_id(folder.name))
    return sorted(found)


def _describe(root: Path, camera_id: str, path: Path, start: datetime) -> Segment | None:
    """Describe a file of the archive; None if it is gone."""
    movie: Movie | None = None
    note: FileNote | None = None
    error: str | None = None
    if not path.exists():
        return None
    size = path.stat().st_size
    try:
        movie = read_movie(path)
        note = FileNote.read(movie)
    except NotAMovieError as problem:
        error = str(problem)
    if note is None or not note.is_of(start):
        note = FileNote(
            start=start,
            end=start + timedelta(seconds=movie.video.duration if movie else 0.0),
            status=SegmentStatus.SUCCESS if movie else SegmentStatus.FAILED,
            error=error,
        )
    return describe(camera_id, PurePosixPath(path.relative_to(root)), size, movie, note)


async def _acquire(root: StorageRoot, folder: RunFolder) -> bool:
    """Take a run folder over; false when it is still written to after a moment."""
    deadline = asyncio.get_running_loop().time() + WRITER_SECONDS
    while not await _on_disk(root, folder.acquire):
        if asyncio.get_running_loop().time() > deadline:
            return False
        await asyncio.sleep(0.25)
    return True


async def _on_disk[**P, T](root: StorageRoot, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    try:
        return await asyncio.to_thread(work, *args, **kwargs)
    except OSError as error:
        raise storage_error(error, root.path) from error


def _left_open(file: Path, starts: Mapping[str, datetime], before: datetime | None) -> OpenSegment:
    """Return what is known of a file: its connection goes on from one to the next without a frame between them.

    `before` is when the last footage ended, which may be that of the file before it.
    """
    start, followed = starts.get(file.name), starts.get(next_file(file.name))
    if start is not None:
        return OpenSegment(path=file, start=start, followed=followed)
    return OpenSegment(path=file, start=None, end=followed, follows=before if int(file.stem) else None)


def _adopt(root: Path, camera_id: str, opened: OpenSegment) -> FinalizedSegment | None:
    if opened.path.stat().st_nlink > 1:
        # It got its name in the archive, and the crash came before the old one was removed.
        opened.path.unlink()
        return None
    return finalize_segment(root, camera_id, opened, keep_empty=True)


def _runs(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _hours(folder: Path) -> list[Path]:
    return sorted(_directories(folder)) if folder.is_dir() else []


def _directories(folder: Path) -> Iterator[Path]:
    for day in folder.iterdir():
        if day.name != OPEN and day.is_dir():
            yield from (hour for hour in day.iterdir() if hour.is_dir())


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())
