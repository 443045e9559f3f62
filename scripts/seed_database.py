"""Fills databases with millions of rows, for scripts/bench_database.py; `database_seeds` makes them.

Today's tables are filled in bulk, with every index that can wait made afterwards, nothing synced and no way back. The
index of captions and the counts are filled in bulk too, through the functions that the integration fills them with.
Beyond 64 days (737,280 rows) the engine itself repeats what it has, 64 days later each time: whole blocks and chunks of
the index of captions, whole quarters of the counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import UniqueConstraint

from custom_components.mycamera.database.models import metadata
from custom_components.mycamera.database.questions.counts import quarter_of
from custom_components.mycamera.database.search import caption_index
from scripts.database_seeds import (
    END,
    GAP_EVERY,
    OLD,
    OLD_ROWS,
    QUARTERS_PER_DAY,
    TOTAL_COLUMNS,
    UNIT,
    UNIT_CHUNKS,
    UNIT_DAYS,
    Row,
    Seeds,
)
from tests.sql_servers import SqlServer

RECORD_COLUMNS: Final = (
    *("id", "camera_id", "camera_ip", "start_time", "end_time", "status", "file_path", "file_size", "duration"),
    *("codec", "width", "height", "analysis_status", "analysis_attempts", "has_person", "protected"),
)
DETECTION_COLUMNS: Final = (
    *("id", "event_id", "record_log_id", "camera_id", "frame_number", "timestamp", "first_seen", "last_seen"),
    *("confidence", "box_left", "box_top", "box_right", "box_bottom", "path", "image_path", "thumbnail_path", "model"),
    *("caption", "caption_zh", "caption_source", "caption_status", "caption_attempts"),
)
GAP_COLUMNS: Final = ("camera_id", "camera_ip", "start_time", "end_time", "cause")
QUARTER_COLUMNS: Final = ("camera_id", "quarter", "records", "detections")
POSTING_COLUMNS: Final = ("term_id", "block", "chunk", "detections")
TERM_COLUMNS: Final = ("id", "term", "postings")
TABLES: Final[tuple[tuple[str, tuple[str, ...], Callable[[Seeds], Iterator[Row]]], ...]] = (
    ("record_log", RECORD_COLUMNS, Seeds.records),
    ("person_detection", DETECTION_COLUMNS, Seeds.detections),
    ("recording_gap", GAP_COLUMNS, Seeds.gaps),
    ("quarter_count", QUARTER_COLUMNS, Seeds.quarters),
    ("camera_total", TOTAL_COLUMNS, Seeds.totals),
)
_COPIED: Final = frozenset({"record_log", "person_detection", "recording_gap", "quarter_count"})


_UNCHECKED: Final = "SET unique_checks=0, foreign_key_checks=0, sql_log_bin=0"
OLD_CAPTIONS: Final = (
    f"UPDATE person_detection SET caption = 'a man looks through a {OLD[0]}', caption_zh = '一个男人拿着{OLD[1]}'"  # noqa: S608
    f" WHERE id IN ({','.join(map(str, OLD_ROWS))})"
)
OLD_QUEUED: Final = (
    "INSERT INTO caption_queue (first_seen, detection_id) SELECT first_seen, id FROM person_detection"  # noqa: S608
    f" WHERE id IN ({','.join(map(str, OLD_ROWS))})"
)


def copying(name: str, columns: tuple[str, ...], copy: int, copies: int, *, sqlite: bool) -> str:
    """Return the statement that repeats the first rows of a table, `copy` times 64 days later, of `copies` in all."""
    days, rows = copy * UNIT_DAYS, copy * UNIT

    def later(column: str) -> str:
        if sqlite:
            return f"strftime('%Y-%m-%d %H:%M:%S', {column}, '+{days} days') || substr({column}, 20)"
        return f"{column} + INTERVAL {days} DAY"

    number = f"id - 1 + {rows}"
    start = later("start_time")
    folders = f"strftime('%Y-%m-%d/%H-%M-%S', {start})" if sqlite else f"DATE_FORMAT({start}, '%Y-%m-%d/%H-%i-%s')"
    parts = ("camera_id", "'/'", folders, "'-'", number, "'.mp4'")
    changed = {
        "id": f"id + {rows}",
        "record_log_id": f"record_log_id + {rows}",
        "event_id": f"printf('01JQ%022d', {number})" if sqlite else f"CONCAT('01JQ', LPAD({number}, 22, '0'))",
        "file_path": " || ".join(f"({part})" for part in parts) if sqlite else f"CONCAT({','.join(parts)})",
        "quarter": f"quarter + {days * QUARTERS_PER_DAY}",
        "block": f"block + {days}",
        "chunk": f"chunk + {copy * UNIT_CHUNKS}",
    } | {column: later(column) for column in ("start_time", "end_time", "first_seen", "last_seen")}
    if name == "caption_posting":
        first = f"block < {caption_index.block_of(END) - copies * UNIT_DAYS}"
    elif name == "quarter_count":
        first = f"quarter < {quarter_of(END) - copies * UNIT_DAYS * QUARTERS_PER_DAY}"
    elif name == "recording_gap":
        first = f"id <= {UNIT // GAP_EVERY + 1}"
    else:
        first = f"id <= {UNIT}"
    values = ",".join(changed.get(column, f"`{column}`") for column in columns)
    names = ",".join(f"`{column}`" for column in columns)
    return f"INSERT INTO {name} ({names}) SELECT {values} FROM {name} WHERE {first}"  # noqa: S608 - our own names


class SqliteFile:
    """A database in a file."""

    def __init__(self, path: Path) -> None:
        """Take a file that has the tables."""
        self._path = path

    def seed(self, seeds: Seeds) -> None:
        """Fill the tables."""
        with closing(self._connect()) as connection:
            indexes = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL")
            made = indexes.fetchall()
            for name, _ in made:
                connection.execute(f"DROP INDEX {name}")
            for name, columns, rows in TABLES:
                self._insert(connection, name, columns, rows(seeds))
                for copy in seeds.copies if name in _COPIED else ():
                    connection.execute(copying(name, columns, copy, len(seeds.copies), sqlite=True))
                    connection.commit()
            connection.execute(OLD_CAPTIONS)
            connection.commit()
            for _, statement in made:
                connection.execute(statement)
                connection.commit()
            # No ANALYZE: the integration runs none either.
            connection.commit()

    def index(self, seeds: Seeds) -> None:
        """Fill the index of captions, but for a few that wait in the queue for it."""
        terms: dict[str, list[int]] = {}
        with closing(self._connect()) as connection:
            self._insert(connection, "caption_posting", POSTING_COLUMNS, seeds.postings(terms))
            for copy in seeds.copies:
                connection.execute(copying("caption_posting", POSTING_COLUMNS, copy, len(seeds.copies), sqlite=True))
                connection.commit()
            self._insert(connection, "caption_term", TERM_COLUMNS, seeds.terms(terms))
            connection.execute(OLD_QUEUED)
            connection.commit()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        # A load that ends half-way is begun anew: nothing is written twice for a way back.
        for pragma in (
            *("journal_mode=DELETE", "journal_mode=OFF", "locking_mode=EXCLUSIVE", "synchronous=OFF"),
            *("cache_size=-800000", "threads=2", "foreign_keys=OFF"),
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    @staticmethod
    def _insert(connection: sqlite3.Connection, name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
        marks = ",".join("?" * len(columns))
        statement = f"INSERT INTO {name} ({','.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.executemany(statement, rows)
        connection.commit()


class Server:
    """A database of a private server."""

    def __init__(self, server: SqlServer, name: str) -> None:
        """Take a database that has the tables."""
        self._server = server
        self._name = name

    def seed(self, seeds: Seeds) -> None:
        """Fill the tables."""
        for name, columns, rows in TABLES:
            table = metadata.tables[name]
            indexes = {
                str(index.name): f"INDEX {index.name} ({','.join(column.name for column in index.columns)})"
                for index in table.indexes
                # The server keeps the one that a foreign key needs.
                if index.name != "ix_person_detection_record_log"
            } | {
                str(key.name): f"UNIQUE INDEX {key.name} ({','.join(column.name for column in key.columns)})"
                for key in table.constraints
                if isinstance(key, UniqueConstraint)
            }
            if indexes:
                self._sql(f"ALTER TABLE {name} {', '.join(f'DROP INDEX {index}' for index in indexes)}")
            self._load(name, columns, rows(seeds))
            for copy in seeds.copies if name in _COPIED else ():
                self._sql(f"{_UNCHECKED}; {copying(name, columns, copy, len(seeds.copies), sqlite=False)}")
            if name == "person_detection":
                self._sql(OLD_CAPTIONS)
            if indexes:
                self._sql(f"ALTER TABLE {name} {', '.join(f'ADD {index}' for index in indexes.values())}")
            self._sql(f"ANALYZE TABLE {name}")

    def index(self, seeds: Seeds) -> None:
        """Fill the index of captions, but for a few that wait in the queue for it."""
        terms: dict[str, list[int]] = {}
        self._load("caption_posting", POSTING_COLUMNS, seeds.postings(terms))
        for copy in seeds.copies:
            self._sql(
                f"{_UNCHECKED}; {copying('caption_posting', POSTING_COLUMNS, copy, len(seeds.copies), sqlite=False)}"
            )
        self._load("caption_term", TERM_COLUMNS, seeds.terms(terms))
        self._sql(f"{OLD_QUEUED}; ANALYZE TABLE caption_posting, caption_term")

    def _load(self, name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
        file = self._server.folder / f"{name}.tsv"
        with file.open("w", encoding="utf-8") as lines:
            lines.writelines("\t".join(map(str, row)) + "\n" for row in rows)
        names = ",".join(f"`{column}`" for column in columns)
        self._sql(f"{_UNCHECKED}; LOAD DATA INFILE '{file}' INTO TABLE {name} CHARACTER SET utf8mb4 ({names})")
        file.unlink()

    def _sql(self, statement: str) -> None:
        self._server.sql(f"USE `{self._name}`; {statement}", seconds=7200)
