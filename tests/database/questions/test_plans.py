"""How each engine answers the questions: by the index that was made for it, and in its order.

A page costs the same among ten million rows as among a thousand only so; the times themselves are for `scripts/bench
database`, whose questions these are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from custom_components.mycamera.database import Database, DatabaseConfig
from custom_components.mycamera.database.engine import open_blocking_engine
from custom_components.mycamera.database.migrations.migrate import migrate
from scripts.database_questions import questions
from scripts.database_seeds import Seeds
from scripts.seed_database import Server, SqliteFile
from tests.sql_servers import SqlServer

from ..conftest import allow_all_sockets, config_of

ROWS = 4000

RECORDS, PERSONS = "record_log", "person_detection"
BY_INDEX: dict[str, str] = {
    "records: newest": "ix_record_log_start",
    "records: deep page": "ix_record_log_start",
    "records: newest of camera": "ix_record_log_camera_start",
    "records: deep page of camera": "ix_record_log_camera_start",
    "records: camera, one day": "ix_record_log_camera_start",
    "records: largest of a day": "ix_record_log_start",
    "records: longest of a day of camera": "ix_record_log_camera_start",
    "records: failed": "ix_record_log_status_start",
    "records: failed of camera": "ix_record_log_camera_status_start",
    "records: analysis pending": "ix_record_log_analysis_start",
    "records: analysis failed of camera": "ix_record_log_camera_analysis_start",
    "records: covering a moment": "ix_record_log_camera_start",
    "records: latest of camera": "ix_record_log_camera_start",
    "records: deep page of 3 cameras": "ix_record_log_camera_start",
    "detections: newest": "ix_person_detection_first_seen",
    "detections: deep page": "ix_person_detection_first_seen",
    "detections: newest of camera": "ix_person_detection_camera_first_seen",
    "detections: deep page of camera": "ix_person_detection_camera_first_seen",
    "detections: camera, one day": "ix_person_detection_camera_first_seen",
    "detections: caption failed": "ix_person_detection_caption_first_seen",
    "detections: caption failed of camera": "ix_person_detection_camera_caption_first_seen",
    "detections: latest of camera": "ix_person_detection_camera_first_seen",
    "detections: newest of 3 cameras": "ix_person_detection_camera_first_seen",
    "detections: there at a moment": "ix_person_detection_camera_last_seen",
    "media: an hour's recordings": "ix_record_log_camera_start",
    "media: a day's persons": "ix_person_detection_camera_first_seen",
    "retention: oldest of camera": "ix_record_log_camera_start",
    "retention: oldest of all": "ix_record_log_start",
    "retention: too old, without persons": "ix_record_log_retention",
    "retention: too old, with persons": "ix_record_log_camera_start",
    "queue: claim 4 analyses": "ix_record_log_analysis_start",
    "queue: claim 8 captions": "ix_person_detection_caption_first_seen",
    "queue: claim 8 oldest captions": "ix_person_detection_caption_first_seen",
}
"""Which index finds the rows of a question and delivers them in order: nothing is sorted."""
COUNTED = {
    "media: a camera's recordings",
    "media: a camera's persons",
    "media: a month",
    "media: a day's recordings",
}
"""Questions that the counts answer: no row of the big tables is read."""
MERGED = {"records: deep page of 3 cameras", "detections: newest of 3 cameras", "detections: there at a moment"}
"""Of the first, the lists of the cameras are sorted together: as many rows as a page has, for each; of the last, the
few who are found."""

OF_A_DAY = {"records: largest of a day", "records: longest of a day of camera"}
"""Of these, a day's rows are sorted: there is no index of how long or large they are."""


class Asked:
    """The statements that are sent while it listens."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, Any]] = []

    def note(self, *details: Any) -> None:
        if details[2].startswith("SELECT") and "FROM" in details[2]:
            self.statements.append((details[2], details[3]))


@pytest.fixture(scope="module", params=["sqlite", "mariadb", "mysql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> DatabaseConfig:
    """Return a database with some history, filled as the bench fills millions."""
    allow_all_sockets()
    target: SqliteFile | Server
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("plans") / "mycamera.db"
        config, target = DatabaseConfig.sqlite(path), SqliteFile(path)
    else:
        server: SqlServer = request.getfixturevalue(f"{request.param}_server")
        server.create_database("plans")
        config, target = config_of(server, "plans"), Server(server, "plans")
    migrate(config)
    seeds = Seeds(ROWS)
    target.seed(seeds)
    target.index(seeds)
    return config


async def asked_for(database: Database, name: str) -> list[tuple[str, Any]]:
    """Return what is sent to the engine for one question."""
    asked = Asked()
    event.listen(Engine, "before_cursor_execute", asked.note)
    try:
        await questions(database, ROWS)[name](3)
    finally:
        event.remove(Engine, "before_cursor_execute", asked.note)
    return asked.statements


def plan(
    config: DatabaseConfig, statement: str, parameters: Any, tables: Sequence[str] = (RECORDS, PERSONS)
) -> tuple[list[str], set[str]]:
    """Return the indexes by which tables are read, "" for none, and what is sorted ("" where it is that)."""
    sqlite = config.path is not None
    engine = open_blocking_engine(config, answer_seconds=60)
    with engine.connect() as connection:
        prefix = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN FORMAT=TRADITIONAL "
        rows = connection.exec_driver_sql(prefix + statement, parameters).mappings().all()
    engine.dispose()
    if sqlite:
        details = [str(row["detail"]) for row in rows]
        reads = [detail for detail in details if detail.split()[1:2] and detail.split()[1] in tables]
        used = [
            "PRIMARY" if "SEARCH" in detail and "PRIMARY KEY" in detail else detail.partition("INDEX ")[2].split(" ")[0]
            for detail in reads
        ]
        return used, {detail for detail in details if "TEMP B-TREE" in detail and "ORDER BY" in detail}
    reads_of = [row for row in rows if row["table"] in tables]
    used = [str(row["key"] or "") for row in reads_of]
    return used, {str(row["Extra"]) for row in rows if "filesort" in str(row["Extra"])}


@pytest.mark.parametrize("name", BY_INDEX)
async def test_a_page_is_read_from_its_index_in_order(filled: DatabaseConfig, name: str, tmp_path: Path) -> None:
    database = Database(filled, journal_path=tmp_path / "journal", timeout=30)
    await database.open()
    statements = await asked_for(database, name)
    await database.close()
    statement, parameters = next((text, values) for text, values in statements if "ORDER BY" in text)
    used, is_sorted = plan(filled, statement, parameters)
    assert used
    assert set(used) == {BY_INDEX[name]}, used
    assert name in MERGED | OF_A_DAY or not is_sorted


@pytest.mark.parametrize("name", sorted(COUNTED))
async def test_what_is_counted_is_not_counted_again(filled: DatabaseConfig, name: str, tmp_path: Path) -> None:
    database = Database(filled, journal_path=tmp_path / "journal", timeout=30)
    await database.open()
    statements = await asked_for(database, name)
    await database.close()
    assert statements
    for statement, parameters in statements:
        assert plan(filled, statement, parameters)[0] == []
        used, _ = plan(filled, statement, parameters, ["quarter_count"])
        assert used
        assert set(used) == {"PRIMARY"}


@pytest.mark.parametrize("name", ["write: add a record", "write: finish an analysis"])
async def test_who_may_still_be_there_is_not_sought_among_all_who_came(
    filled: DatabaseConfig, name: str, tmp_path: Path
) -> None:
    database = Database(filled, journal_path=tmp_path / "journal", timeout=30)
    await database.open()
    statements = await asked_for(database, name)
    await database.close()
    ((statement, parameters),) = [(text, values) for text, values in statements if "last_seen >" in text]
    assert plan(filled, statement, parameters)[0] == ["ix_person_detection_camera_last_seen"]


async def test_what_bench_asks_is_known_here(tmp_path: Path) -> None:
    database = Database(DatabaseConfig.sqlite(tmp_path / "x.db"), journal_path=tmp_path / "journal")
    assert set(BY_INDEX) | COUNTED <= set(questions(database, ROWS))
