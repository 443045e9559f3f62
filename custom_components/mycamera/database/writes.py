"""The writes that must not be lost, as values that can be kept in the journal and applied any number of times."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from . import detections, gaps, records
from .rows import NewDetection, NewGap, NewRecord


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


class FinishAnalysis(msgspec.Struct, frozen=True, tag="finish_analysis"):
    """A record was analysed."""

    record_id: int
    detections: tuple[NewDetection, ...]
    model: str
    time: datetime


class FailAnalysis(msgspec.Struct, frozen=True, tag="fail_analysis"):
    """The analysis of a record failed."""

    record_id: int
    error: str
    retry: bool
    retry_at: datetime | None
    attempts: int | None = None
    """How many count, where that is to change."""


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


Write = AddRecord | AddGap | AddDetection | FinishAnalysis | FailAnalysis | SetCaption | FailCaption


async def apply(connection: AsyncConnection, write: Write) -> None:
    """Do a write; doing it again changes nothing more."""
    match write:
        case AddRecord():
            await records.add(connection, write.record)
        case AddGap():
            await gaps.add(connection, write.gap)
        case AddDetection():
            record = await records.covering(connection, write.camera_id, write.detection.first_seen)
            await detections.put(connection, write.camera_id, None if record is None else record.id, write.detection)
            if record is not None:
                await records.note_person(connection, record.id)
        case FinishAnalysis():
            camera_id = await records.finish_analysis(
                connection, write.record_id, write.model, write.time, has_person=bool(write.detections)
            )
            if camera_id is not None:
                await detections.replace(connection, camera_id, write.record_id, write.detections)
        case FailAnalysis():
            await records.fail_analysis(
                connection,
                write.record_id,
                write.error,
                retry=write.retry,
                retry_at=write.retry_at,
                attempts=write.attempts,
            )
        case SetCaption():
            await detections.set_caption(
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
            await detections.fail_caption(connection, write.event_id, write.error, write.retry_at, write.attempts)
        case _:
            assert_never(write)
