"""How far journals have been replayed: the database's own memory of it."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import journal_position
from ..upsert import upsert


async def get(connection: AsyncConnection, journal_id: str) -> int:
    """Return the number of the last write of this journal that is in the database; 0 for none."""
    statement = select(journal_position.c.position).where(journal_position.c.journal_id == journal_id)
    return await connection.scalar(statement) or 0


async def put(connection: AsyncConnection, journal_id: str, position: int) -> None:
    """Note the number of the last write, in the transaction that does it."""
    values = {"journal_id": journal_id, "position": position}
    await connection.execute(upsert(connection, journal_position, values, ("journal_id",), ("position",)))


async def forget(connection: AsyncConnection, journal_id: str) -> None:
    """Drop the note of a journal that is no more."""
    await connection.execute(delete(journal_position).where(journal_position.c.journal_id == journal_id))
