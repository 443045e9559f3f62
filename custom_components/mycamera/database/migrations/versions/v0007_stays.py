"""An index of until when somebody was seen: who is still there may have come long ago."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INDEX = "ix_person_detection_camera_last_seen"


def upgrade() -> None:
    """Add the index, unless an interrupted migration has done so: MySQL cannot undo one."""
    if INDEX not in {index["name"] for index in sa.inspect(op.get_bind()).get_indexes("person_detection")}:
        op.create_index(INDEX, "person_detection", ["camera_id", "last_seen", "first_seen"])
