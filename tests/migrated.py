"""SQLite databases whose tables are there already: migrated once, and copied for each test."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from custom_components.mycamera.database import DatabaseConfig
from custom_components.mycamera.database.migrations.migrate import migrate


def with_tables(path: Path) -> DatabaseConfig:
    """Put a database with all tables and no rows there, unless there is one; migrations have tests of their own."""
    if not path.exists():
        path.write_bytes(_migrated())
    return DatabaseConfig.sqlite(path)


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory(prefix="mycamera-") as folder:
        path = Path(folder) / "mycamera.db"
        migrate(DatabaseConfig.sqlite(path))
        return path.read_bytes()
