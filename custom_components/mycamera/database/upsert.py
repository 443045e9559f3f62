"""Inserts that can be repeated: the row with the same key is brought up to date instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Table
from sqlalchemy.dialects import mysql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def upsert(
    connection: AsyncConnection, table: Table, values: Mapping[str, Any], key: Sequence[str], update: Sequence[str]
) -> Executable:
    """Return a statement that inserts `values`, or sets the `update` columns where a row has the same unique `key`."""
    changes = {name: values[name] for name in update}
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).values(values).on_conflict_do_update(index_elements=list(key), set_=changes)
    return mysql.insert(table).values(values).on_duplicate_key_update(changes)
