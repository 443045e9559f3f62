"""What the database says of many rows at once: how much there is, of when, and how far it is.

Plain frozen values like those of `rows`; every datetime in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """How much there is of one day."""

    day: date
    records: int
    detections: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterCount:
    """How many people came before a camera in a quarter of an hour."""

    camera_id: str
    start: datetime
    detections: int


class DayHour(NamedTuple):
    """An hour of a day by the clocks of a time zone."""

    hour: int
    fold: int = 0
    """1 for the second of two that the clocks call the same: they were put back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Where a camera's history lies: its newest days, and the months before them, newest first."""

    days: tuple[DayCount, ...]
    months: tuple[date, ...]
    """The first day of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSummary:
    """How far a set of records is, and how many persons were found in them."""

    pending: int
    running: int
    done: int
    failed: int
    skipped: int
    persons: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How much footage there is. Of `bytes`, `protected` are never deleted by retention."""

    bytes: int
    protected: int
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraTotal:
    """How much there is of a camera; `bytes` of footage."""

    records: int
    bytes: int
    detections: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What is known of a stretch of time: `footage` and `gaps` as (start, end), oldest first."""

    footage: tuple[tuple[datetime, datetime], ...]
    gaps: tuple[tuple[datetime, datetime], ...]
    earlier: bool
    """Whether the camera had footage or gaps before the stretch."""
