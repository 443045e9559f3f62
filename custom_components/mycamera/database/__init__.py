"""The database: what was recorded, who was seen, what is missing, and what is still to be done.

Knows neither Home Assistant nor the other rooms. `Database` is the way in; see there.
"""

from .check import check
from .config import DatabaseConfig
from .coverage import Span
from .database import Database
from .errors import (
    DatabaseCredentialsRejected,
    DatabaseDamaged,
    DatabaseError,
    DatabaseMissing,
    DatabaseOccupied,
    DatabasePermissionDenied,
    DatabaseRowRejected,
    DatabaseTooNew,
    DatabaseTooOld,
    DatabaseUnavailable,
    JournalError,
)
from .outage import Outage
from .rows import (
    FACTUAL,
    AnalysisStatus,
    AnalysisSummary,
    Box,
    CaptionStatus,
    Cursor,
    DayCount,
    DetectionRow,
    FileDeletionRow,
    FileRoot,
    FootageRow,
    GapRow,
    Ledger,
    NewDetection,
    NewGap,
    NewRecord,
    Page,
    PathPoint,
    RecordRow,
    RecordStatus,
    Usage,
)

__all__ = [
    "FACTUAL",
    "AnalysisStatus",
    "AnalysisSummary",
    "Box",
    "CaptionStatus",
    "Cursor",
    "Database",
    "DatabaseConfig",
    "DatabaseCredentialsRejected",
    "DatabaseDamaged",
    "DatabaseError",
    "DatabaseMissing",
    "DatabaseOccupied",
    "DatabasePermissionDenied",
    "DatabaseRowRejected",
    "DatabaseTooNew",
    "DatabaseTooOld",
    "DatabaseUnavailable",
    "DayCount",
    "DetectionRow",
    "FileDeletionRow",
    "FileRoot",
    "FootageRow",
    "GapRow",
    "JournalError",
    "Ledger",
    "NewDetection",
    "NewGap",
    "NewRecord",
    "Outage",
    "Page",
    "PathPoint",
    "RecordRow",
    "RecordStatus",
    "Span",
    "Usage",
    "check",
]
