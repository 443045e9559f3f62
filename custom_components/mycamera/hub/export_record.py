"""The record that lies beside an export's films: what they are made of, and what is missing."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from ..database import GapRow, RecordRow
from ..recording.archive.storage import fsync_directory, fsync_file, keep_private
from ..recording.clip import ClipPart

_LOGGER = logging.getLogger(__name__)

RECORD_VERSION: Final = 1
UNFINISHED: Final = ".part"
JOINED: Final = timedelta(seconds=1)
"""Parts that are no farther apart leave nothing out: so exact are the times of recordings."""
STILL_RECORDED: Final = "still_recorded"
"""Why time is missing whose recording is not closed yet."""
UNKNOWN: Final = "unknown"
"""Why time is missing of which nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """One MP4 of an export; `size` in bytes."""

    path: Path
    size: int
    seconds: float
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A finished export. Times in UTC."""

    export_id: str
    camera_id: str
    name: str
    """The camera's, as it was then."""
    since: datetime
    until: datetime
    created: datetime
    films: tuple[Film, ...]
    record: Path
    missing: tuple[tuple[datetime, datetime, str], ...]
    """Times of the range that are in no film, and why; see `missing_times`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSource:
    """A recording of the range, with what a film takes of it."""

    record: RecordRow
    sha256: str | None
    """Of the whole file; None where it is gone."""
    part: ClipPart | None
    problem: str | None
    """Why nothing is taken, where it should be: `gone` or `unreadable`."""


def record_time(moment: datetime) -> str:
    """Return a moment as the record writes it, in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _time_of(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def missing_times(
    since: datetime,
    until: datetime,
    parts: Iterable[ClipPart],
    gaps: Iterable[GapRow],
    open_since: datetime | None,
) -> list[tuple[datetime, datetime, str]]:
    """Return the times of the range that are in no film, and why: the ledger's cause, or one of the two below."""
    missing: list[tuple[datetime, datetime, str]] = []
    ledger = sorted((max(gap.start_time, since), min(gap.end_time, until), gap.cause) for gap in gaps)
    covered = since
    for start, end in [*((part.start, part.end) for part in parts), (until, until)]:
        if start - covered > JOINED:
            place = covered
            for began, ended, cause in ledger:
                if ended <= place or began >= start:
                    continue
                if began - place > JOINED:
                    missing.append((place, began, UNKNOWN))
                missing.append((max(began, place), min(ended, start), cause))
                place = min(ended, start)
            if start - place > JOINED:
                opened = open_since is not None and place >= open_since - JOINED
                missing.append((place, start, STILL_RECORDED if opened else UNKNOWN))
        covered = max(covered, end)
    return missing


def film_entry(path: Path, parts: Sequence[ClipPart], length: float, sources: Sequence[ExportSource]) -> dict[str, Any]:
    """Return what the record says of a film. Blocks."""
    by_part = {id(source.part): source for source in sources if source.part is not None}
    entries, place = [], 0.0
    for part in parts:
        source = by_part[id(part)]
        entries.append(
            {
                "film_offset": round(place, 3),
                "seconds": round(part.seconds, 3),
                "start": record_time(part.start),
                "end": record_time(part.end),
                "record_id": source.record.id,
                "file": source.record.file_path,
                "file_offset": round(part.offset, 3),
                "file_size": source.record.file_size,
                "sha256": source.sha256,
                "status": source.record.status.value,
            }
        )
        place += part.seconds
    unfinished = path.with_name(path.name + UNFINISHED)
    fsync_file(unfinished)
    keep_private(unfinished)
    with unfinished.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "file": path.name,
        "size": unfinished.stat().st_size,
        "sha256": sha256,
        "seconds": round(length, 3),
        "start": record_time(parts[0].start),
        "end": record_time(parts[-1].end),
        "parts": entries,
    }


def finish_export(target: Path, record: dict[str, Any], paths: Sequence[Path]) -> Export:
    """Give the films their names and then write the record, which makes them an export. Blocks."""
    for path in paths:
        path.with_name(path.name + UNFINISHED).replace(path)
    unfinished = target.with_name(target.name + UNFINISHED)
    unfinished.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    fsync_file(unfinished)
    keep_private(unfinished)
    unfinished.replace(target)
    fsync_directory(target.parent)
    return _export(target, record)


def _export(path: Path, record: dict[str, Any]) -> Export:
    return Export(
        export_id=record["export_id"],
        camera_id=record["camera"]["id"],
        name=record["camera"]["name"],
        since=_time_of(record["asked_for"]["since"]),
        until=_time_of(record["asked_for"]["until"]),
        created=_time_of(record["created"]),
        films=tuple(
            Film(
                # Only the name counts: whatever the record says, the film lies beside it.
                path=path.with_name(Path(film["file"]).name),
                size=film["size"],
                seconds=film["seconds"],
                start=_time_of(film["start"]),
                end=_time_of(film["end"]),
            )
            for film in record["films"]
        ),
        record=path,
        missing=tuple((_time_of(gap["start"]), _time_of(gap["end"]), gap["cause"]) for gap in record["missing"]),
    )


def read_export(path: Path) -> Export | None:
    """Return the export of a record, None where it is none of ours or cannot be read. Blocks."""
    try:
        export = _export(path, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        _LOGGER.warning("%s is no record of an export: %s", path, error)
        return None
    return export if export.camera_id == path.parent.name else None


def delete_export(export: Export) -> None:
    """Delete the record first, then the films. Blocks."""
    for path in (export.record, *(film.path for film in export.films)):
        path.unlink(missing_ok=True)
    with suppress(OSError):
        export.record.parent.rmdir()
