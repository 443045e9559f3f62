"""Any time range of a camera as MP4: the packets of the recorded files one after the other, nothing encoded.

A film begins with the last key frame at or before the moment that is asked for, because nothing plays before one, and
ends before the first one at or after its end: between key frames pictures lie in the file in another order than they
are shown in, and none is to be lost. Time without footage is not in it; who needs to know where it was is told when
each part was recorded and where in the film it lies. Where the camera changed its codec, size or sound, a new film
begins: one MP4 cannot hold both.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Final

from .command import end_process, launch
from .mp4.fragments import read_pieces
from .mp4.movie import CODECS
from .mp4.reader import NotAMovieError, boxes, child, read_as_recorded, read_movie

STOP_TIMEOUT: Final = 5.0
INSIDE: Final = 0.002
"""Seconds that ffmpeg is told to begin behind a key frame, and to end before one: no rounding sends it to another."""
_VIDEO_ENTRY: Final = 78
"""Bytes of a video's sample entry before the boxes that configure its decoder."""
_CONFIGURATIONS: Final = (b"avcC", b"hvcC", b"av1C", b"esds")


class ClipError(Exception):
    """A film could not be made; the text is ffmpeg's, or says why there is none."""


class ClipProgramMissing(ClipError):
    """There is no ffmpeg to make it with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipPart:
    """What a film takes from one file. Times in UTC, lengths in seconds."""

    path: Path
    start: datetime
    """When the first picture that is taken was recorded."""
    offset: float
    """Of that picture in the file."""
    seconds: float
    begins: float
    """At what time of the file its first picture is decoded, as ffmpeg counts."""
    last: bool
    """Whether it goes on to the end of the file."""
    form: tuple[object, ...]
    """What must be alike in all parts of a film: codec, decoder configuration, sound."""

    @property
    def end(self) -> datetime:
        """When the last picture that is taken ends."""
        return self.start + timedelta(seconds=self.seconds)


def cut(path: Path, recorded: datetime, since: datetime, until: datetime) -> ClipPart | None:
    """Return what a film from `since` until `until` takes of a file whose first picture was recorded then. Blocks.

    None where that is nothing. Raises NotAMovieError, OSError.
    """
    try:
        pieces = read_pieces(path)
    except NotAMovieError:
        # Footage that others recorded has no fragments: it is taken from its beginning.
        movie = read_movie(path)
        index, cuts, first_run = movie.index, [0.0, movie.video.duration], movie.video.runs[0]
        timescale = movie.video.timescale
    else:
        index = child(pieces.start[_ftyp_size(pieces.start) :], b"moov")
        cuts = [piece.start for piece in pieces.pieces]
        video = read_as_recorded(path)[1].video
        first_run, timescale = video.runs[0], video.timescale
        cuts.append(pieces.pieces[-1].start + pieces.pieces[-1].duration)
    first, end = (since - recorded).total_seconds(), (until - recorded).total_seconds()
    if first >= cuts[-1] or end <= cuts[0]:
        return None
    offset = max((cut for cut in cuts[:-1] if cut <= first), default=cuts[0])
    end = min((cut for cut in cuts[1:] if cut >= end), default=cuts[-1])
    return ClipPart(
        path=path,
        start=recorded.astimezone(UTC) + timedelta(seconds=offset),
        offset=offset,
        seconds=end - offset,
        begins=first_run.start / timescale,
        last=end == cuts[-1],
        form=_form(index),
    )


def _ftyp_size(start: bytes) -> int:
    return int.from_bytes(start[:4]) if start[4:8] == b"ftyp" else 0


def _form(index: bytes) -> tuple[object, ...]:
    """Return what decoders and players need to stay as it is within one film."""
    form: list[object] = []
    for kind, trak in boxes(index):
        if kind != b"trak":
            continue
        handler = child(trak, b"mdia", b"hdlr")[8:12]
        entry, content = next(boxes(child(trak, b"mdia", b"minf", b"stbl", b"stsd")[8:]), (b"", b""))
        if handler == b"vide":
            configuration = [box for box in boxes(content[_VIDEO_ENTRY:]) if box[0] in _CONFIGURATIONS]
            form.append((CODECS.get(entry, entry), content[24:28], tuple(configuration)))
        elif handler == b"soun":
            form.append((CODECS.get(entry, entry), content[16:18], content[24:28]))
    return tuple(form)


def films(parts: Iterable[ClipPart]) -> list[list[ClipPart]]:
    """Return the parts of each film that they need, in their order."""
    return [list(group) for _, group in groupby(parts, key=lambda part: part.form)]


def _script(parts: Sequence[ClipPart]) -> bytes:
    lines = ["ffconcat version 1.0"]
    for part in parts:
        path = str(part.path).replace("'", "'\\''")
        # Said of each file: without it ffmpeg would count from when the first picture is shown, which is later than it
        # is decoded where pictures lie in another order, and lay the files over each other by that.
        begin = part.begins + part.offset + INSIDE
        # Said in full: a path alone would be looked for where the script comes from, in the pipe.
        lines.append(f"file 'file:{path}'")
        if part.offset:
            lines.append(f"inpoint {begin:.6f}")
        if not part.last:
            lines.append(f"outpoint {part.begins + part.offset + part.seconds - INSIDE:.6f}")
        lines.append(f"duration {part.seconds:.6f}")
    return ("\n".join(lines) + "\n").encode()


def _arguments(parts: Sequence[ClipPart], target: Path) -> list[str]:
    hevc = any(isinstance(track, tuple) and track[0] == "hevc" for track in parts[0].form)
    return [
        *("-nostdin", "-nostats", "-hide_banner", "-loglevel", "error", "-progress", "pipe:1"),
        *("-f", "concat", "-safe", "0", "-protocol_whitelist", "pipe,fd,file", "-i", "pipe:0"),
        *("-map", "0:v:0", "-map", "0:a:0?", "-c", "copy"),
        *(("-tag:v", "hvc1") if hevc else ()),  # the only tag that Apple's players take
        *("-avoid_negative_ts", "make_zero", "-movflags", "+faststart", "-f", "mp4", "-y", str(target)),
    ]


async def write_film(
    ffmpeg: str, parts: Sequence[ClipPart], target: Path, on_progress: Callable[[float], None]
) -> float:
    """Write the parts, which have one form, to a file; return how many seconds it plays.

    `on_progress` is told how many seconds are written. When this ends, so has ffmpeg, whatever happened.

    Raises:
        ClipError: it could not be written, or is shorter than its parts.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *launch([ffmpeg, *_arguments(parts, target)]),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise ClipProgramMissing(f"ffmpeg cannot be started: {error.strerror}") from None
    try:
        _, words, _ = await asyncio.gather(
            _tell(process, _script(parts)), _last_words(process), _follow(process, on_progress)
        )
        status = await process.wait()
    finally:
        await asyncio.shield(end_process(process, STOP_TIMEOUT))
    if status:
        if words.startswith("cannot run "):  # the launcher's
            raise ClipProgramMissing(words)
        raise ClipError(words or f"ffmpeg ended with {status}")
    wanted = sum(part.seconds for part in parts)
    try:
        length = (await asyncio.to_thread(read_movie, target)).video.duration
    except (NotAMovieError, OSError) as error:
        raise ClipError(str(error)) from error
    if length < wanted - max(1.0, 0.01 * wanted):
        raise ClipError(words or f"the film has {length:.1f} of {wanted:.1f} seconds")
    return length


async def _tell(process: asyncio.subprocess.Process, script: bytes) -> None:
    assert process.stdin is not None  # noqa: S101 - for the type checker: it was asked for
    with suppress(ConnectionError):
        process.stdin.write(script)
        await process.stdin.drain()
    process.stdin.close()


async def _last_words(process: asyncio.subprocess.Process) -> str:
    """Return the last line of what the process complained of."""
    assert process.stderr is not None  # noqa: S101 - as above
    last = b""
    async for line in process.stderr:
        last = line.strip() or last
    return last.decode(errors="replace")


async def _follow(process: asyncio.subprocess.Process, on_progress: Callable[[float], None]) -> None:
    assert process.stdout is not None  # noqa: S101 - as above
    async for line in process.stdout:
        name, _, value = line.decode(errors="replace").strip().partition("=")
        if name == "out_time_us" and value.isdigit():
            on_progress(int(value) / 1_000_000)
