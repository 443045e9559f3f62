"""Scale: counts that need no counting, an index of the words of captions, and a better one for retention.

The counts are exact when this ends. The captions are queued and indexed later, in the background.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MYSQL: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_row_format": "DYNAMIC",
    "mysql_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_unicode_ci",
}
INDEX = "ix_record_log_retention"
# SQLite keeps a table without row ids in the order of its key, as InnoDB does with every table.
KEYED: dict[str, Any] = {"sqlite_with_rowid": False, **MYSQL}


def _key(length: int) -> Any:
    return sa.String(length).with_variant(mysql.VARCHAR(length, collation="utf8mb4_bin"), "mysql")


def _number(name: str) -> Any:
    return sa.Column(name, sa.Integer(), primary_key=True, autoincrement=False)


def _tables() -> dict[str, tuple[list[Any], dict[str, Any]]]:
    return {
        "quarter_count": (
            [
                sa.Column("camera_id", _key(32), primary_key=True),
                _number("quarter"),
                sa.Column("records", sa.Integer(), nullable=False),
                sa.Column("detections", sa.Integer(), nullable=False),
            ],
            KEYED,
        ),
        "camera_total": (
            [
                sa.Column("camera_id", _key(32), primary_key=True),
                sa.Column("records", sa.BigInteger(), nullable=False),
                sa.Column("bytes", sa.BigInteger(), nullable=False),
                sa.Column("protected_bytes", sa.BigInteger(), nullable=False),
                sa.Column("detections", sa.BigInteger(), nullable=False),
            ],
            KEYED,
        ),
        "caption_term": (
            [
                sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
                sa.Column("term", _key(64), nullable=False),
                sa.Column("postings", sa.Integer(), nullable=False),
                sa.UniqueConstraint("term", name="uq_caption_term_term"),
            ],
            MYSQL,
        ),
        "caption_posting": (
            [
                _number("term_id"),
                _number("block"),
                _number("chunk"),
                sa.Column(
                    "detections",
                    sa.String(2736).with_variant(mysql.VARCHAR(2736, charset="ascii", collation="ascii_bin"), "mysql"),
                    nullable=False,
                ),
            ],
            KEYED,
        ),
        "caption_queue": (
            [
                sa.Column("first_seen", sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), primary_key=True),
                sa.Column(
                    "detection_id",
                    sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                    primary_key=True,
                    autoincrement=False,
                ),
            ],
            KEYED,
        ),
    }


def upgrade() -> None:
    """Add what is missing and fill it: MySQL cannot undo a migration that was interrupted, and may find a part done."""
    inspector = sa.inspect(op.get_bind())
    for name, (columns, options) in _tables().items():
        if not inspector.has_table(name):
            op.create_table(name, *columns, **options)
    # The id comes where it orders: MySQL sorted everything that is too old to find the oldest of it.
    wanted = ["camera_id", "protected", "has_person", "start_time", "id", "analysis_status"]
    found = {index["name"]: index["column_names"] for index in inspector.get_indexes("record_log")}.get(INDEX)
    if found is not None and found != wanted:
        op.drop_index(INDEX, "record_log")
    if found != wanted:
        op.create_index(INDEX, "record_log", wanted)
    for name in ("quarter_count", "camera_total", "caption_queue"):
        op.execute(f"DELETE FROM {name}")  # noqa: S608 - a name from above

    sqlite = op.get_bind().dialect.name == "sqlite"
    quarter = (
        "CAST(strftime('%s', {0}) AS INTEGER) / 900" if sqlite else "TIMESTAMPDIFF(SECOND, '1970-01-01', {0}) DIV 900"
    )
    counts = (
        ("record_log", "start_time", "count(*)", "0"),
        ("person_detection", "first_seen", "0", "count(*)"),
    )
    parts = " UNION ALL ".join(
        f"SELECT camera_id, {quarter.format(time)} AS quarter, {records} AS records, {detections} AS detections"  # noqa: S608
        f" FROM {table} GROUP BY camera_id, quarter"
        for table, time, records, detections in counts
    )
    op.execute(
        "INSERT INTO quarter_count (camera_id, quarter, records, detections)"  # noqa: S608 - from above
        f" SELECT camera_id, quarter, sum(records), sum(detections) FROM ({parts}) AS parts GROUP BY camera_id, quarter"
    )
    op.execute(
        "INSERT INTO camera_total (camera_id, records, bytes, protected_bytes, detections)"
        " SELECT camera_id, sum(records), sum(bytes), sum(protected_bytes), sum(detections) FROM ("
        "SELECT camera_id, count(*) AS records, sum(file_size) AS bytes,"
        " sum(CASE WHEN protected THEN file_size ELSE 0 END) AS protected_bytes, 0 AS detections"
        " FROM record_log GROUP BY camera_id"
        " UNION ALL SELECT camera_id, 0, 0, 0, count(*) FROM person_detection GROUP BY camera_id"
        ") AS parts GROUP BY camera_id"
    )
    op.execute(
        "INSERT INTO caption_queue (first_seen, detection_id)"
        " SELECT first_seen, id FROM person_detection ORDER BY first_seen, id"
    )
