"""What somebody wears: by it the same person is known again."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, unless an interrupted migration has done so: MySQL cannot undo one."""
    known = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("person_detection")}
    if "clothes" not in known:
        text = sa.String(344).with_variant(mysql.VARCHAR(344, charset="ascii", collation="ascii_bin"), "mysql")
        op.add_column("person_detection", sa.Column("clothes", text))
