"""The tables.

`record_log` and `person_detection` keep the column names of the system that this one succeeds. Every question that the
integration asks has an index that both finds the rows and delivers them newest first, so that a page costs the same in
a table of ten million rows as in an empty one. InnoDB and SQLite both append the primary key to every index, so an
index that ends in a time also orders rows of the same time by id.
"""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, override

import msgspec
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects import mysql

from .rows import AnalysisStatus, CaptionStatus, FileRoot, PathPoint, RecordStatus, utc

metadata = MetaData()


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with microseconds, stored in UTC without a zone. Naive datetimes are refused."""

    impl = DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql")
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Drop the zone after converting to UTC."""
        return None if value is None else utc(value).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say that it is UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class EnumText[E: StrEnum](TypeDecorator[E]):
    """A short text out of a fixed set."""

    impl = String(16).with_variant(mysql.VARCHAR(16, collation="utf8mb4_bin"), "mysql")
    cache_ok = True

    def __init__(self, enum: type[E]) -> None:
        """Store values of `enum`."""
        super().__init__()
        self.enum = enum

    @override
    def process_bind_param(self, value: E | None, dialect: Dialect) -> Any:
        """Store the plain text, and nothing that is not in the set."""
        return None if value is None else self.enum(value).value

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> E | None:
        return None if value is None else self.enum(value)


class TrackPath(TypeDecorator[tuple[PathPoint, ...]]):
    """The places of a person over time, as compact JSON: `[[time, [left, top, right, bottom]], …]`."""

    impl = Text().with_variant(mysql.MEDIUMTEXT(), "mysql")
    cache_ok = True
    _decoder = msgspec.json.Decoder(tuple[PathPoint, ...])

    @override
    def process_bind_param(self, value: tuple[PathPoint, ...] | None, dialect: Dialect) -> Any:
        """Round to a millisecond and a ten-thousandth of the picture, which is finer than a detector sees."""
        points = [[round(p.time, 3), [round(edge, 4) for edge in p.box]] for p in value or ()]
        return msgspec.json.encode(points).decode()

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[PathPoint, ...]:
        return self._decoder.decode(value) if value else ()


class Ranges(TypeDecorator[tuple[tuple[float, float], ...]]):
    """Parts of a video in seconds, as compact JSON: `[[from, to], …]`. None and an empty list differ."""

    impl = Text()
    cache_ok = True
    _decoder = msgspec.json.Decoder(tuple[tuple[float, float], ...])

    @override
    def process_bind_param(self, value: tuple[tuple[float, float], ...] | None, dialect: Dialect) -> Any:
        """Round to a millisecond."""
        if value is None:
            return None
        return msgspec.json.encode([[round(since, 3), round(until, 3)] for since, until in value]).decode()

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[tuple[float, float], ...] | None:
        return None if value is None else self._decoder.decode(value)


class Names(TypeDecorator[tuple[str, ...]]):
    """Names given by users, as JSON; NULL where there are none."""

    impl = Text()
    cache_ok = True
    _decoder = msgspec.json.Decoder(tuple[str, ...])

    @override
    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> Any:
        """Store the list."""
        return msgspec.json.encode(value).decode() if value else None

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        return self._decoder.decode(value) if value else ()


class PackedBytes(TypeDecorator[bytes]):
    """Up to 2052 bytes, as Base64: the drivers for MySQL do not agree with each other on how bytes are sent."""

    impl = String(2736).with_variant(mysql.VARCHAR(2736, charset="ascii", collation="ascii_bin"), "mysql")
    cache_ok = True

    @override
    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Return the text that is stored."""
        return None if value is None else b2a_base64(value, newline=False).decode("ascii")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else a2b_base64(value)


class Clothes(TypeDecorator[bytes]):
    """What somebody wears, some bytes as Base64 (see `PackedBytes`); NULL where that is not known."""

    impl = String(344).with_variant(mysql.VARCHAR(344, charset="ascii", collation="ascii_bin"), "mysql")
    cache_ok = True

    @override
    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Return the text that is stored."""
        return b2a_base64(value, newline=False).decode("ascii") if value else None

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> bytes:
        return a2b_base64(value) if value else b""


def _key(length: int) -> String:
    """Return the type of a text that is compared byte by byte."""
    return String(length).with_variant(mysql.VARCHAR(length, collation="utf8mb4_bin"), "mysql")


def _id() -> Any:
    # Only INTEGER PRIMARY KEY is SQLite's own row id.
    return BigInteger().with_variant(Integer(), "sqlite")


_MYSQL: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    # Whatever the server's default is: older formats have no room for a path in an index.
    "mysql_row_format": "DYNAMIC",
    "mysql_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_unicode_ci",
}

record_log = Table(
    "record_log",
    metadata,
    Column("id", _id(), primary_key=True, autoincrement=True),
    Column("camera_id", _key(32), nullable=False),
    Column("camera_ip", String(255), nullable=False),
    Column("start_time", UtcDateTime(), nullable=False),
    Column("end_time", UtcDateTime(), nullable=False),
    Column("status", EnumText(RecordStatus), nullable=False),
    Column("file_path", _key(512), nullable=False),
    Column("file_size", BigInteger(), nullable=False),
    Column("duration", Double()),
    Column("codec", String(32)),
    Column("width", Integer()),
    Column("height", Integer()),
    Column("error", Text()),
    Column("analysis_status", EnumText(AnalysisStatus), nullable=False),
    Column("analysis_attempts", Integer(), nullable=False, default=0),
    Column("analysis_error", Text()),
    Column("analysis_model", String(255)),
    Column("analysis_next_try", UtcDateTime()),
    Column("analyzed_at", UtcDateTime()),
    # The parts to analyse: NULL where that is still to be decided by what was watched live, empty for all of it.
    Column("analysis_ranges", Ranges()),
    Column("protected", Boolean(), nullable=False, server_default=text("0")),
    Column("has_person", Boolean(), nullable=False, server_default=text("0")),
    UniqueConstraint("camera_id", "file_path", name="uq_record_log_camera_file"),
    Index("ix_record_log_start", "start_time"),
    Index("ix_record_log_camera_start", "camera_id", "start_time"),
    Index("ix_record_log_status_start", "status", "start_time"),
    Index("ix_record_log_camera_status_start", "camera_id", "status", "start_time"),
    # The queue. The time of the next try is in the index so that rows that must wait cost no look at the table; the id
    # is named before it because otherwise it would come after it, and every claim would sort the whole queue.
    Index("ix_record_log_analysis_start", "analysis_status", "start_time", "id", "analysis_next_try"),
    Index("ix_record_log_camera_analysis_start", "camera_id", "analysis_status", "start_time"),
    # Finds the oldest footage of each class without a look at what is kept longer; the id where it orders.
    Index(
        "ix_record_log_retention",
        *("camera_id", "protected", "has_person", "start_time", "id", "analysis_status"),
    ),
    **_MYSQL,
)

person_detection = Table(
    "person_detection",
    metadata,
    Column("id", _id(), primary_key=True, autoincrement=True),
    Column("event_id", _key(32), nullable=False),
    Column(
        "record_log_id",
        _id(),
        ForeignKey("record_log.id", name="fk_person_detection_record_log", ondelete="SET NULL"),
    ),
    Column("camera_id", _key(32), nullable=False),
    Column("frame_number", Integer(), nullable=False),
    Column("timestamp", Double(), nullable=False),
    Column("first_seen", UtcDateTime(), nullable=False),
    Column("last_seen", UtcDateTime(), nullable=False),
    Column("confidence", Double(), nullable=False),
    Column("box_left", Double(), nullable=False),
    Column("box_top", Double(), nullable=False),
    Column("box_right", Double(), nullable=False),
    Column("box_bottom", Double(), nullable=False),
    Column("path", TrackPath(), nullable=False),
    Column("image_path", _key(512), nullable=False),
    Column("thumbnail_path", _key(512)),
    Column("model", String(255), nullable=False),
    Column("caption", Text(), nullable=False),
    Column("caption_zh", Text(), nullable=False),
    Column("caption_source", String(255), nullable=False),
    Column("caption_status", EnumText(CaptionStatus), nullable=False),
    Column("caption_attempts", Integer(), nullable=False, default=0),
    Column("caption_error", Text()),
    Column("caption_next_try", UtcDateTime()),
    Column("caption_model", String(255)),
    Column("caption_seconds", Double()),
    Column("captioned_at", UtcDateTime()),
    # When the best picture was taken, of persons seen live; NULL of those found in a recording.
    Column("best_time", UtcDateTime()),
    # The event id of the appearance of which this is a later part.
    Column("continues", _key(32)),
    Column("zones", Names()),
    Column("clothes", Clothes()),
    # When the row was made, by Home Assistant's clock; NULL of those that are older than this column.
    Column("created_at", UtcDateTime()),
    UniqueConstraint("event_id", name="uq_person_detection_event"),
    Index("ix_person_detection_record_log", "record_log_id"),
    Index("ix_person_detection_continues", "continues"),
    Index("ix_person_detection_first_seen", "first_seen"),
    Index("ix_person_detection_camera_first_seen", "camera_id", "first_seen"),
    Index("ix_person_detection_camera_last_seen", "camera_id", "last_seen", "first_seen"),
    Index("ix_person_detection_caption_first_seen", "caption_status", "first_seen", "id", "caption_next_try"),
    Index("ix_person_detection_camera_caption_first_seen", "camera_id", "caption_status", "first_seen"),
    **_MYSQL,
)

recording_gap = Table(
    "recording_gap",
    metadata,
    Column("id", _id(), primary_key=True, autoincrement=True),
    Column("camera_id", _key(32), nullable=False),
    Column("camera_ip", String(255), nullable=False),
    Column("start_time", UtcDateTime(), nullable=False),
    Column("end_time", UtcDateTime(), nullable=False),
    Column("cause", _key(64), nullable=False),
    Column("error", Text()),
    UniqueConstraint("camera_id", "start_time", name="uq_recording_gap_camera_start"),
    Index("ix_recording_gap_start", "start_time"),
    **_MYSQL,
)

# The stretches of time in which a camera was watched live: what happened then need not be looked for in its recordings.
live_coverage = Table(
    "live_coverage",
    metadata,
    Column("id", _id(), primary_key=True, autoincrement=True),
    Column("camera_id", _key(32), nullable=False),
    Column("start_time", UtcDateTime(), nullable=False),
    Column("end_time", UtcDateTime(), nullable=False),
    Column("model", String(255), nullable=False),
    Index("ix_live_coverage_camera_end", "camera_id", "end_time"),
    **_MYSQL,
)

# Files that no row names any more, because they are being deleted: written in the transaction that removes their rows,
# removed when the files are gone. Nearly always empty.
file_deletion = Table(
    "file_deletion",
    metadata,
    Column("id", _id(), primary_key=True, autoincrement=True),
    Column("root", EnumText(FileRoot), nullable=False),
    Column("camera_id", _key(32), nullable=False),
    Column("file_path", _key(512), nullable=False),
    Column("file_size", BigInteger(), nullable=False),
    **_MYSQL,
)

journal_position = Table(
    "journal_position",
    metadata,
    Column("journal_id", _key(32), primary_key=True),
    Column("position", BigInteger(), nullable=False),
    **_MYSQL,
)

# How much there is in each quarter of an hour, counted from the epoch: every time zone's days begin at one. Kept in the
# transactions that add and remove rows. Quarters without anything have no row.
quarter_count = Table(
    "quarter_count",
    metadata,
    Column("camera_id", _key(32), primary_key=True),
    Column("quarter", Integer(), primary_key=True, autoincrement=False),
    Column("records", Integer(), nullable=False),
    Column("detections", Integer(), nullable=False),
    sqlite_with_rowid=False,
    **_MYSQL,
)

# What each camera has, kept like the counts above. Sizes in bytes.
camera_total = Table(
    "camera_total",
    metadata,
    Column("camera_id", _key(32), primary_key=True),
    Column("records", BigInteger(), nullable=False),
    Column("bytes", BigInteger(), nullable=False),
    Column("protected_bytes", BigInteger(), nullable=False),
    Column("detections", BigInteger(), nullable=False),
    sqlite_with_rowid=False,
    **_MYSQL,
)

# The words of captions; see caption_index.
caption_term = Table(
    "caption_term",
    metadata,
    Column("id", Integer(), primary_key=True, autoincrement=True),
    Column("term", _key(64), nullable=False),
    Column("postings", Integer(), nullable=False),
    UniqueConstraint("term", name="uq_caption_term_term"),
    **_MYSQL,
)

caption_posting = Table(
    "caption_posting",
    metadata,
    Column("term_id", Integer(), primary_key=True, autoincrement=False),
    Column("block", Integer(), primary_key=True, autoincrement=False),
    Column("chunk", Integer(), primary_key=True, autoincrement=False),
    Column("detections", PackedBytes(), nullable=False),
    sqlite_with_rowid=False,
    **_MYSQL,
)

# Detections whose captions are not in the index yet.
caption_queue = Table(
    "caption_queue",
    metadata,
    Column("first_seen", UtcDateTime(), primary_key=True),
    Column("detection_id", _id(), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
    **_MYSQL,
)
