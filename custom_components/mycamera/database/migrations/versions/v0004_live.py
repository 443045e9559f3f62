"""Live watching: what it has seen, which parts of a recording are left, and persons over the end of a segment."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MYSQL: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_row_format": "DYNAMIC",
    "mysql_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_unicode_ci",
}
CONTINUES = "ix_person_detection_continues"
COVERAGE = "ix_live_coverage_camera_end"


def _key(length: int) -> Any:
    return sa.String(length).with_variant(mysql.VARCHAR(length, collation="utf8mb4_bin"), "mysql")


def _moment() -> Any:
    return sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql")


def upgrade() -> None:
    """Add what is missing: MySQL cannot undo a migration that was interrupted, so that it may find a part done."""
    inspector = sa.inspect(op.get_bind())
    new: dict[str, list[tuple[str, Any]]] = {
        "record_log": [("analysis_ranges", sa.Text())],
        "person_detection": [("best_time", _moment()), ("continues", _key(32)), ("zones", sa.Text())],
    }
    for table, wanted in new.items():
        known = {column["name"] for column in inspector.get_columns(table)}
        for name, kind in wanted:
            if name not in known:
                op.add_column(table, sa.Column(name, kind))
    if CONTINUES not in {index["name"] for index in inspector.get_indexes("person_detection")}:
        op.create_index(CONTINUES, "person_detection", ["continues"])
    if not inspector.has_table("live_coverage"):
        op.create_table(
            "live_coverage",
            sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True),
            sa.Column("camera_id", _key(32), nullable=False),
            sa.Column("start_time", _moment(), nullable=False),
            sa.Column("end_time", _moment(), nullable=False),
            sa.Column("model", sa.String(255), nullable=False),
            **MYSQL,
        )
        known_indexes: set[str | None] = set()
    else:
        known_indexes = {index["name"] for index in inspector.get_indexes("live_coverage")}
    if COVERAGE not in known_indexes:
        op.create_index(COVERAGE, "live_coverage", ["camera_id", "end_time"])
