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


def upsert_all(
    connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str]
) -> Executable:
    """Return a statement that inserts all `rows`, or sets the other columns of those that have the same `key`."""
    others = [name for name in rows[0] if name not in key]
    if connection.dialect.name == "sqlite":
        lite = sqlite.insert(table).values(rows)
        return lite.on_conflict_do_update(index_elements=list(key), set_={name: lite.excluded[name] for name in others})
    my = mysql.insert(table).values(rows)
    return my.on_duplicate_key_update({name: my.inserted[name] for name in others})


def add_up(
    connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str]
) -> Executable:
    """Return a statement that inserts all `rows`, or adds their numbers to those of the rows with the same `key`."""
    numbers = [name for name in rows[0] if name not in key]
    if connection.dialect.name == "sqlite":
        lite = sqlite.insert(table).values(rows)
        sums = {name: table.c[name] + lite.excluded[name] for name in numbers}
        return lite.on_conflict_do_update(index_elements=list(key), set_=sums)
    my = mysql.insert(table).values(rows)
    return my.on_duplicate_key_update({name: table.c[name] + my.inserted[name] for name in numbers})


def insert_missing(
    connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str]
) -> Executable:
    """Return a statement that inserts those of `rows` that no row with the same `key` is there for."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).values(rows).on_conflict_do_nothing(index_elements=list(key))
    # Sets a key to what it is: unlike IGNORE, it hides no other error.
    my = mysql.insert(table).values(rows)
    return my.on_duplicate_key_update({key[0]: my.inserted[key[0]]})
