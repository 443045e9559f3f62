"""The database: what was recorded, who was seen, what is missing, and what is still to be done.

Knows neither Home Assistant nor the other rooms. `Database` is the way in; see there.
"""

from .check import check
from .config import DatabaseConfig
from .database import Database
from .errors import (
    DatabaseBeingMoved,
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
from .migrations.database_move import MoveCancelledError, move
from .outage.durable_writes import Outage
from .questions.live_spans import Span
from .questions.pages import MOST_COUNTED
from .rows import (
    FACTUAL,
    AnalysisStatus,
    AnalysisSummary,
    Box,
    Calendar,
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
    NewPicture,
    NewRecord,
    Page,
    PathPoint,
    RecordRow,
    RecordStatus,
    Usage,
)

__all__ = [
    "FACTUAL",
    "MOST_COUNTED",
    "AnalysisStatus",
    "AnalysisSummary",
    "Box",
    "Calendar",
    "CaptionStatus",
    "Cursor",
    "Database",
    "DatabaseBeingMoved",
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
    "MoveCancelledError",
    "NewDetection",
    "NewGap",
    "NewPicture",
    "NewRecord",
    "Outage",
    "Page",
    "PathPoint",
    "RecordRow",
    "RecordStatus",
    "Span",
    "Usage",
    "check",
    "move",
]
