"""How much room the database takes."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import metadata

_SQLITE = text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
_SERVER = text(
    "SELECT COALESCE(SUM(data_length + index_length), 0) FROM information_schema.tables"
    " WHERE table_schema = DATABASE() AND FIND_IN_SET(table_name, :names)"
)


async def measure(connection: AsyncConnection) -> int:
    """Return the bytes of all tables and indexes; those of a server are an estimate of the server's."""
    if connection.dialect.name == "sqlite":
        return int(await connection.scalar(_SQLITE) or 0)
    return int(await connection.scalar(_SERVER, {"names": ",".join(metadata.tables)}) or 0)
