"""Retention: what is protected, what shows a person, and which files are being deleted."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MYSQL: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_row_format": "DYNAMIC",
    "mysql_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_unicode_ci",
}
INDEX = "ix_record_log_retention"


def _key(length: int) -> Any:
    return sa.String(length).with_variant(mysql.VARCHAR(length, collation="utf8mb4_bin"), "mysql")


def upgrade() -> None:
    """Add what is missing: MySQL cannot undo a migration that was interrupted, so that it may find a part done."""
    inspector = sa.inspect(op.get_bind())
    columns = {column["name"] for column in inspector.get_columns("record_log")}
    for name in ("protected", "has_person"):
        if name not in columns:
            op.add_column("record_log", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("0")))
    if not inspector.has_table("file_deletion"):
        op.create_table(
            "file_deletion",
            sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True),
            sa.Column("root", _key(16), nullable=False),
            sa.Column("camera_id", _key(32), nullable=False),
            sa.Column("file_path", _key(512), nullable=False),
            sa.Column("file_size", sa.BigInteger(), nullable=False),
            **MYSQL,
        )
    op.execute(
        "UPDATE record_log SET has_person = 1"
        " WHERE id IN (SELECT record_log_id FROM person_detection WHERE record_log_id IS NOT NULL)"
    )
    if INDEX not in {index["name"] for index in inspector.get_indexes("record_log")}:
        op.create_index(
            INDEX,
            "record_log",
            ["camera_id", "protected", "has_person", "start_time", "analysis_status", "file_size"],
        )
