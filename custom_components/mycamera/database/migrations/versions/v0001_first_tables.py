"""First tables: records, detections, gaps, and how far a local journal has been replayed."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MYSQL: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_row_format": "DYNAMIC",
    "mysql_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_unicode_ci",
}


def _id() -> Any:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _key(length: int) -> Any:
    return sa.String(length).with_variant(mysql.VARCHAR(length, collation="utf8mb4_bin"), "mysql")


def _time() -> Any:
    return sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql")


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "record_log",
        sa.Column("id", _id(), primary_key=True, autoincrement=True),
        sa.Column("camera_id", _key(32), nullable=False),
        sa.Column("camera_ip", sa.String(255), nullable=False),
        sa.Column("start_time", _time(), nullable=False),
        sa.Column("end_time", _time(), nullable=False),
        sa.Column("status", _key(16), nullable=False),
        sa.Column("file_path", _key(512), nullable=False),
        sa.Column("file_size", sa.BigInteger(), nullable=False),
        sa.Column("duration", sa.Double()),
        sa.Column("codec", sa.String(32)),
        sa.Column("width", sa.Integer()),
        sa.Column("height", sa.Integer()),
        sa.Column("error", sa.Text()),
        sa.Column("analysis_status", _key(16), nullable=False),
        sa.Column("analysis_attempts", sa.Integer(), nullable=False),
        sa.Column("analysis_error", sa.Text()),
        sa.Column("analysis_model", sa.String(255)),
        sa.Column("analysis_next_try", _time()),
        sa.Column("analyzed_at", _time()),
        sa.UniqueConstraint("camera_id", "file_path", name="uq_record_log_camera_file"),
        **MYSQL,
    )
    op.create_index("ix_record_log_start", "record_log", ["start_time"])
    op.create_index("ix_record_log_camera_start", "record_log", ["camera_id", "start_time"])
    op.create_index("ix_record_log_status_start", "record_log", ["status", "start_time"])
    op.create_index("ix_record_log_camera_status_start", "record_log", ["camera_id", "status", "start_time"])
    op.create_index(
        "ix_record_log_analysis_start", "record_log", ["analysis_status", "start_time", "id", "analysis_next_try"]
    )
    op.create_index("ix_record_log_camera_analysis_start", "record_log", ["camera_id", "analysis_status", "start_time"])

    op.create_table(
        "person_detection",
        sa.Column("id", _id(), primary_key=True, autoincrement=True),
        sa.Column("event_id", _key(32), nullable=False),
        sa.Column(
            "record_log_id",
            _id(),
            sa.ForeignKey("record_log.id", name="fk_person_detection_record_log", ondelete="SET NULL"),
        ),
        sa.Column("camera_id", _key(32), nullable=False),
        sa.Column("frame_number", sa.Integer(), nullable=False),
        sa.Column("timestamp", sa.Double(), nullable=False),
        sa.Column("first_seen", _time(), nullable=False),
        sa.Column("last_seen", _time(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("box_left", sa.Double(), nullable=False),
        sa.Column("box_top", sa.Double(), nullable=False),
        sa.Column("box_right", sa.Double(), nullable=False),
        sa.Column("box_bottom", sa.Double(), nullable=False),
        sa.Column("path", sa.Text().with_variant(mysql.MEDIUMTEXT(), "mysql"), nullable=False),
        sa.Column("image_path", _key(512), nullable=False),
        sa.Column("thumbnail_path", _key(512)),
        sa.Column("model", sa.String(255), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("caption_zh", sa.Text(), nullable=False),
        sa.Column("caption_source", sa.String(255), nullable=False),
        sa.Column("caption_status", _key(16), nullable=False),
        sa.Column("caption_attempts", sa.Integer(), nullable=False),
        sa.Column("caption_error", sa.Text()),
        sa.Column("caption_next_try", _time()),
        sa.Column("caption_model", sa.String(255)),
        sa.Column("caption_seconds", sa.Double()),
        sa.Column("captioned_at", _time()),
        sa.UniqueConstraint("event_id", name="uq_person_detection_event"),
        **MYSQL,
    )
    op.create_index("ix_person_detection_record_log", "person_detection", ["record_log_id"])
    op.create_index("ix_person_detection_first_seen", "person_detection", ["first_seen"])
    op.create_index("ix_person_detection_camera_first_seen", "person_detection", ["camera_id", "first_seen"])
    op.create_index(
        "ix_person_detection_caption_first_seen",
        "person_detection",
        ["caption_status", "first_seen", "id", "caption_next_try"],
    )
    op.create_index(
        "ix_person_detection_camera_caption_first_seen",
        "person_detection",
        ["camera_id", "caption_status", "first_seen"],
    )

    op.create_table(
        "recording_gap",
        sa.Column("id", _id(), primary_key=True, autoincrement=True),
        sa.Column("camera_id", _key(32), nullable=False),
        sa.Column("camera_ip", sa.String(255), nullable=False),
        sa.Column("start_time", _time(), nullable=False),
        sa.Column("end_time", _time(), nullable=False),
        sa.Column("cause", _key(64), nullable=False),
        sa.Column("error", sa.Text()),
        sa.UniqueConstraint("camera_id", "start_time", name="uq_recording_gap_camera_start"),
        **MYSQL,
    )
    op.create_index("ix_recording_gap_start", "recording_gap", ["start_time"])

    op.create_table(
        "journal_position",
        sa.Column("journal_id", _key(32), primary_key=True),
        sa.Column("position", sa.BigInteger(), nullable=False),
        **MYSQL,
    )
