"""Copies a whole database into another one, of the same engine or not, and proves that nothing is missing.

Primary keys are kept, so that rows refer to each other as before and a journal that names them can be replayed on the
copy. The copy bears a mark until a hub opens it as its own: what has the mark holds nothing that the source lacks, may
be thrown away, and an interrupted move is simply done again. Everything here blocks: call it in a thread.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Row, Table, delete, func, insert, inspect, select
from sqlalchemy.types import TypeDecorator, TypeEngine

from ..config import DatabaseConfig
from ..engine import WRITES, open_blocking_engine
from ..errors import DatabaseDamaged, DatabaseOccupied, DatabaseUnavailable, translated
from ..models import journal_position, metadata
from .migrate import VERSION_TABLE, migrate

_LOGGER = logging.getLogger(__name__)

MARK: Final = "unopened-copy"
"""In journal_position: this database is a copy that no hub has used yet."""
CHUNK: Final = 2_000
_ANSWER_SECONDS: Final = 600

type MoveProgress = Callable[[int, int], None]
"""Called in the thread with the rows that are done and all rows; both copying and checking a row count as one half."""


class MoveCancelledError(DatabaseUnavailable):
    """The move was cancelled; the source is as it was."""


def move(
    source: DatabaseConfig, target: DatabaseConfig, *, progress: MoveProgress, cancelled: threading.Event
) -> dict[str, int]:
    """Make `target` a copy of `source`, which nobody may write to meanwhile; return how many rows each table has.

    Raises:
        DatabaseOccupied: the target holds rows that are not from a move that was interrupted.
        DatabaseDamaged: what the target gives back is not what the source holds.
        MoveCancelledError: the event was set.
        DatabaseError: either of them cannot be used; the subclass says why.
    """
    migrate(source)
    _prepare(target)
    with translated(), _engine(source) as reading, _engine(target) as writing:
        with reading.connect() as origin:
            totals = {table.name: _count(origin, table) for table in metadata.sorted_tables}
            steps = _Steps(sum(totals.values()), progress, cancelled)
            _LOGGER.info("Moving %d rows from %s to %s", sum(totals.values()), source.label, target.label)
            sums = {table.name: _copy(origin, writing, table, steps) for table in metadata.sorted_tables}
        with writing.connect() as copy:
            for table in metadata.sorted_tables:
                if _sum(_rows(copy, table), steps) != sums[table.name]:
                    raise DatabaseDamaged(
                        f"{target.label} gives other rows of {table.name} back than were written to it"
                    )
    return totals


def forget_mark(connection: Connection) -> None:
    """Say that this database is in use: from now on it is nobody's copy."""
    # Asked first: a question can be answered by a database whose disk is full.
    if _has_mark(connection):
        connection.execute(delete(journal_position).where(journal_position.c.journal_id == MARK))


class _Steps:
    """Counts what is done."""

    def __init__(self, rows: int, progress: MoveProgress, cancelled: threading.Event) -> None:
        self._all = 2 * rows
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled

    def take(self, rows: int) -> None:
        """Note rows that were copied or checked.

        Raises:
            MoveCancelledError: nobody wants the rest.
        """
        self._done += rows
        self._progress(self._done, self._all)
        if self._cancelled.is_set():
            raise MoveCancelledError("The move was cancelled")


@contextmanager
def _engine(config: DatabaseConfig) -> Iterator[Engine]:
    engine = open_blocking_engine(config, answer_seconds=_ANSWER_SECONDS)
    try:
        yield engine
    finally:
        engine.dispose()


def _prepare(target: DatabaseConfig) -> None:
    """Make the target's tables, empty but for the mark."""
    with translated(), _engine(target) as engine:
        with engine.connect() as connection:
            unfinished = inspect(connection).has_table(journal_position.name) and _has_mark(connection)
        if unfinished:
            _LOGGER.info("Removing what an earlier move left in %s", target.label)
            with engine.begin() as connection:
                _drop(connection)
        migrate(target)
        with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            for table in metadata.sorted_tables:
                if connection.execute(select(table.c[next(iter(table.primary_key)).name]).limit(1)).first():
                    raise DatabaseOccupied(
                        f"{target.label} holds rows already ({table.name}); moving there would mix two histories"
                    )
            connection.execute(insert(journal_position).values(journal_id=MARK, position=0))


def _has_mark(connection: Connection) -> bool:
    statement = select(journal_position.c.position).where(journal_position.c.journal_id == MARK)
    return connection.scalar(statement) is not None


def _drop(connection: Connection) -> None:
    # The mark goes last: where this is interrupted, the next attempt must still find it.
    rest = [table for table in metadata.sorted_tables if table is not journal_position]
    metadata.drop_all(connection, tables=rest)
    Table(VERSION_TABLE, MetaData(), Column("version_num", Integer)).drop(connection, checkfirst=True)
    journal_position.drop(connection, checkfirst=True)


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _plain(column: Column[Any]) -> TypeEngine[Any]:
    """Return the type that a column is stored as: what it means is of no interest here, and reading it takes time."""
    stored = column.type
    return stored.impl_instance if isinstance(stored, TypeDecorator) else stored


def _stored(table: Table) -> Table:
    columns = [Column(c.name, _plain(c), primary_key=c.primary_key, autoincrement=False) for c in table.columns]
    return Table(table.name, MetaData(), *columns)


def _rows(connection: Connection, table: Table) -> Iterator[Sequence[Row[Any]]]:
    """Yield a table's rows in pieces; the mark, which is no row of the user's, is left out."""
    stored = _stored(table)
    statement = select(stored).order_by(*stored.primary_key)
    if table is journal_position:
        statement = statement.where(stored.c.journal_id != MARK)
    with connection.execution_options(stream_results=True, yield_per=CHUNK).execute(statement) as result:
        yield from result.partitions()


def _copy(origin: Connection, target: Engine, table: Table, steps: _Steps) -> int:
    """Copy one table and return the sum over its rows."""

    def written() -> Iterator[Sequence[Row[Any]]]:
        statement = insert(_stored(table))
        with target.connect().execution_options(**{WRITES: True}) as connection:
            for rows in _rows(origin, table):
                values: list[Mapping[str, Any]] = [dict(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public way
                with connection.begin():
                    connection.execute(statement, values)
                yield rows

    return _sum(written(), steps)


def _sum(pieces: Iterator[Sequence[Row[Any]]], steps: _Steps) -> int:
    """Return a sum over all rows that does not depend on their order, which two engines may see differently."""
    total = 0
    for rows in pieces:
        for row in rows:
            total += int.from_bytes(hashlib.blake2b(repr(tuple(row)).encode(), digest_size=16).digest())
        steps.take(len(rows))
    return total
