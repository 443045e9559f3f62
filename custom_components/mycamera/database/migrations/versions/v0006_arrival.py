"""When the row of a person was made: somebody found in a recording came later than they were seen."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, unless an interrupted migration has done so. Nobody knows it of the rows that are there."""
    known = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("person_detection")}
    if "created_at" not in known:
        moment = sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql")
        op.add_column("person_detection", sa.Column("created_at", moment))
