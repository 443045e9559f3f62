"""The writes that must not be lost, as values that can be kept in the journal and applied any number of times."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from ..questions import analyses, captions, live_spans, person_detections, record_logs, recording_gaps
from ..questions.counts import Changes
from ..questions.live_spans import Span
from ..rows import NewDetection, NewGap, NewPicture, NewRecord


class AddRecord(msgspec.Struct, frozen=True, tag="add_record"):
    """A segment was closed."""

    record: NewRecord


class AddGap(msgspec.Struct, frozen=True, tag="add_gap"):
    """Footage is missing."""

    gap: NewGap


class AddDetection(msgspec.Struct, frozen=True, tag="add_detection"):
    """A person was seen live."""

    camera_id: str
    detection: NewDetection


class AddCoverage(msgspec.Struct, frozen=True, tag="add_coverage"):
    """A camera was watched live."""

    camera_id: str
    since: datetime
    until: datetime
    model: str


class SettleAnalysis(msgspec.Struct, frozen=True, tag="settle_analysis"):
    """It is known what was watched live of a record."""

    camera_id: str
    file_path: str
    time: datetime


class FinishAnalysis(msgspec.Struct, frozen=True, tag="finish_analysis"):
    """A record was analysed."""

    record_id: int
    detections: tuple[NewDetection, ...]
    model: str
    time: datetime
    there: tuple[str, ...] = ()
    """The event ids of those seen live who are not known to have left: more will be told of them."""


class FailAnalysis(msgspec.Struct, frozen=True, tag="fail_analysis"):
    """A recording could not be analysed: it waits until `retry_at` (UTC), or is given up where `retry` is False."""

    record_id: int
    error: str
    retry: bool
    retry_at: datetime | None
    attempts: int | None = None
    """How many count, where that is to change."""


class SetPicture(msgspec.Struct, frozen=True, tag="set_picture"):
    """The recording shows somebody seen live better than the watch."""

    event_id: str
    instead_of: datetime
    """The best time of the picture that this one is of: without effect where that is another by now."""
    picture: NewPicture


class SetCaption(msgspec.Struct, frozen=True, tag="set_caption"):
    """A model described a detection."""

    event_id: str
    caption: str
    caption_zh: str
    source: str
    model: str
    seconds: float
    time: datetime


class FailCaption(msgspec.Struct, frozen=True, tag="fail_caption"):
    """A model did not describe a detection."""

    event_id: str
    error: str
    retry_at: datetime | None
    attempts: int | None = None
    """How many count, where that is to change."""


_Plain = (
    AddRecord
    | AddGap
    | AddDetection
    | AddCoverage
    | SettleAnalysis
    | FailAnalysis
    | SetPicture
    | SetCaption
    | FailCaption
)
Write = _Plain | FinishAnalysis


async def apply(connection: AsyncConnection, *writes: Write) -> frozenset[str]:
    """Do writes in their order; doing them again changes nothing more.

    Returns the event ids of those found in records who turned out to be parts of appearances that were known.
    """
    changes = Changes()
    joined: frozenset[str] = frozenset()
    for write in writes:
        if isinstance(write, FinishAnalysis):
            joined |= await _finish_analysis(connection, write, changes)
        else:
            await _apply(connection, write, changes)
    await changes.write(connection)
    return joined


async def _apply(connection: AsyncConnection, write: _Plain, changes: Changes) -> None:
    match write:
        case AddRecord():
            await record_logs.add(connection, write.record, changes)
        case AddGap():
            await recording_gaps.add(connection, write.gap)
        case AddDetection():
            await _add_detection(connection, write.camera_id, write.detection, changes)
        case AddCoverage():
            await live_spans.add(connection, write.camera_id, Span(write.since, write.until), write.model)
        case SettleAnalysis():
            await _settle(connection, write)
        case FailAnalysis():
            await analyses.fail_analysis(
                connection,
                write.record_id,
                write.error,
                retry=write.retry,
                retry_at=write.retry_at,
                attempts=write.attempts,
            )
        case SetPicture() | SetCaption() | FailCaption():
            await _apply_to_detection(connection, write)
        case _:
            assert_never(write)


async def _apply_to_detection(connection: AsyncConnection, write: SetPicture | SetCaption | FailCaption) -> None:
    match write:
        case SetPicture():
            await person_detections.set_picture(connection, write.event_id, write.instead_of, write.picture)
        case SetCaption():
            await captions.set_caption(
                connection,
                write.event_id,
                caption=write.caption,
                caption_zh=write.caption_zh,
                source=write.source,
                model=write.model,
                seconds=write.seconds,
                time=write.time,
            )
        case FailCaption():
            await captions.fail_caption(connection, write.event_id, write.error, write.retry_at, write.attempts)


async def _add_detection(connection: AsyncConnection, camera_id: str, found: NewDetection, changes: Changes) -> None:
    record = await record_logs.covering(connection, camera_id, found.best_time or found.first_seen)
    await person_detections.put_live(connection, camera_id, record, found, changes)
    await record_logs.note_person_between(connection, camera_id, found.first_seen, found.last_seen)


async def _settle(connection: AsyncConnection, write: SettleAnalysis) -> None:
    record = await record_logs.of_path(connection, write.camera_id, write.file_path)
    if record is not None:
        await analyses.settle(connection, record, write.time)


async def _finish_analysis(connection: AsyncConnection, write: FinishAnalysis, changes: Changes) -> frozenset[str]:
    has_person = bool(write.detections)
    record = await analyses.finish_analysis(connection, write.record_id, write.model, write.time, has_person=has_person)
    if record is None:
        return frozenset()
    return await person_detections.replace(connection, record, write.detections, write.there, changes)
