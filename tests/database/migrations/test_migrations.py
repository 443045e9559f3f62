"""The tables of every released revision become those of today, with what is in them."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.engine.default import DefaultDialect

from custom_components.mycamera.database import (
    AnalysisStatus,
    Calendar,
    DatabaseConfig,
    DatabaseError,
    DatabaseOccupied,
    DatabaseTooNew,
    DatabaseTooOld,
    DatabaseUnavailable,
    DayCount,
    Usage,
    check,
)
from custom_components.mycamera.database.engine import open_blocking_engine
from custom_components.mycamera.database.migrations import migrate as migrations
from custom_components.mycamera.database.migrations import upgrade
from custom_components.mycamera.database.migrations.migrate import (
    SCRIPTS,
    VERSION_TABLE,
    current_revision,
    load_scripts,
    migrate,
    verify_server,
)
from custom_components.mycamera.database.migrations.upgrade import Upgrade, UpgradeStage
from custom_components.mycamera.database.models import metadata

from ..conftest import OpenDatabase
from ..rows import CAMERA, minute, new_detection, new_gap, new_record, paths_of

# For each revision, what its version of the integration has written; rows are only ever added here.
SEEDS: dict[str, list[str]] = {
    "0001": [
        """INSERT INTO record_log (id, camera_id, camera_ip, start_time, end_time, status, file_path, file_size,
        duration, codec, width, height, analysis_status, analysis_attempts)
        VALUES (7, '01JQ0000000000000000CAMERA', '192.0.2.7', '2026-03-29 00:00:00.123456',
        '2026-03-29 00:01:00.123456', 'success', 'a/b.mp4', 58000000, 60.015, 'h264', 1280, 720, 'done', 1)""",
        """INSERT INTO person_detection (id, event_id, record_log_id, camera_id, frame_number, timestamp, first_seen,
        last_seen, confidence, box_left, box_top, box_right, box_bottom, path, image_path, model, caption, caption_zh,
        caption_source, caption_status, caption_attempts)
        VALUES (9, 'E1', 7, '01JQ0000000000000000CAMERA', 120, 8.0, '2026-03-29 00:00:05.000000',
        '2026-03-29 00:00:13.000000', 0.625, 0.1, 0.2, 0.3, 0.9, '[[5.0,[0.0,0.2,0.2,0.9]]]', 'E1.jpg', 'yolov8n.pt',
        'A person', '一人', 'factual', 'pending', 0)""",
        """INSERT INTO recording_gap (id, camera_id, camera_ip, start_time, end_time, cause)
        VALUES (3, '01JQ0000000000000000CAMERA', '192.0.2.7', '2026-03-29 00:01:00.000000',
        '2026-03-29 00:02:00.000000', 'stalled')""",
        "INSERT INTO journal_position (journal_id, position) VALUES ('j', 4)",
    ],
}
SEEDS["0002"] = [
    *SEEDS["0001"],
    "UPDATE record_log SET has_person = 1, protected = 1",
    """INSERT INTO file_deletion (root, camera_id, file_path, file_size)
    VALUES ('recordings', '01JQ0000000000000000CAMERA', 'a/gone.mp4', 58000000)""",
]
# The counts of what is there, which a version that keeps them has kept.
SEEDS["0003"] = [
    *SEEDS["0002"],
    """INSERT INTO quarter_count (camera_id, quarter, records, detections)
    VALUES ('01JQ0000000000000000CAMERA', 1971936, 1, 1)""",
    """INSERT INTO camera_total (camera_id, records, bytes, protected_bytes, detections)
    VALUES ('01JQ0000000000000000CAMERA', 1, 58000000, 58000000, 1)""",
    "INSERT INTO caption_queue (first_seen, detection_id) VALUES ('2026-03-29 00:00:05.000000', 9)",
]
SEEDS["0004"] = [
    *SEEDS["0003"],
    "UPDATE record_log SET analysis_ranges = '[[0.0,12.5]]'",
    "UPDATE person_detection SET best_time = '2026-03-29 00:00:08.000000', zones = '[\"门口\"]'",
    """INSERT INTO live_coverage (camera_id, start_time, end_time, model)
    VALUES ('01JQ0000000000000000CAMERA', '2026-03-29 00:00:12.000000', '2026-03-29 00:01:00.000000', 'yolov8n.pt')""",
]
SEEDS["0005"] = [*SEEDS["0004"], "UPDATE person_detection SET clothes = 'AQID'"]
SEEDS["0006"] = [*SEEDS["0005"], "UPDATE person_detection SET created_at = '2026-03-29 00:02:00.123456'"]
SEEDS["0007"] = SEEDS["0006"]
REVISIONS = sorted(script.revision for script in load_scripts().walk_revisions())


@pytest.fixture
def config(empty_config: DatabaseConfig) -> DatabaseConfig:
    return empty_config


def execute(config: DatabaseConfig, *statements: str) -> None:
    engine = open_blocking_engine(config, answer_seconds=10)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement.replace(":", "\\:")))
    engine.dispose()


def revision_of(config: DatabaseConfig) -> str | None:
    engine = open_blocking_engine(config, answer_seconds=10)
    with engine.connect() as connection:
        revision = current_revision(connection)
    engine.dispose()
    return revision


def test_every_revision_has_data_to_test_with() -> None:
    assert sorted(SEEDS) == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
async def test_data_of_every_revision_survives(
    revision: str, config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    migrate(config, target=revision)
    execute(config, *SEEDS[revision])
    database = open_database(config)
    await database.open()
    assert database.available
    record = await database.get_record(7)
    assert record is not None
    assert (record.start_time, record.analysis_status) == (minute(0), AnalysisStatus.DONE)
    (detection,) = await database.detections_of(7)
    assert (detection.event_id, detection.caption_zh, len(detection.path)) == ("E1", "一人", 1)
    assert detection.clothes == (b"\x01\x02\x03" if revision >= "0005" else b"")
    assert detection.created_at == (minute(2).replace(microsecond=123456) if revision >= "0006" else None)
    assert detection.came == (detection.created_at or detection.first_seen)
    assert [gap.cause for gap in (await database.page_gaps()).items] == ["stalled"]
    assert record.has_person, "retention would take it for footage without persons"
    assert record.protected == (revision != "0001")
    camera_id = record.camera_id
    day = DayCount(day=date(2026, 3, 29), records=1, detections=1)
    for persons in (False, True):
        assert await database.calendar(camera_id, persons=persons) == Calendar(days=(day,), months=())
    usage = Usage(bytes=58_000_000, protected=58_000_000 if record.protected else 0, records=1)
    assert await database.usage(camera_id) == usage
    for _ in range(2):
        assert [row.event_id for row in (await database.page_detections(text="person", camera_id=camera_id)).items] == [
            "E1"
        ]
        await database.index_captions()
    assert await database.count_unindexed_captions() == 0
    # Queues, keys and new rows work on what was migrated.
    assert [row.event_id for row in await database.claim_captions(1)] == ["E1"]


def test_migrations_make_what_the_models_say(config: DatabaseConfig) -> None:
    migrate(config)
    engine = open_blocking_engine(config, answer_seconds=10)
    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    engine.dispose()
    assert differences == []


def later_scripts(folder: Path, body: str) -> Path:
    """Return our revisions and one more, as a later version of the integration has."""
    (folder / "versions").mkdir(parents=True)
    for script in (SCRIPTS / "versions").glob("v*.py"):
        (folder / "versions" / script.name).write_text(script.read_text())
    (folder / "versions" / "v9999_later.py").write_text(
        f"from alembic import op\n\nrevision = '9999'\ndown_revision = '{REVISIONS[-1]}'\n\n"
        f"def upgrade():\n    {body}\n"
    )
    return folder


def test_a_database_from_a_newer_version_is_refused_untouched(config: DatabaseConfig, tmp_path: Path) -> None:
    migrate(config, scripts=later_scripts(tmp_path / "later", "op.execute('CREATE TABLE later (id INTEGER)')"))
    with pytest.raises(DatabaseTooNew, match="9999"):
        migrate(config)
    assert revision_of(config) == "9999"


async def test_opening_a_database_from_a_newer_version_raises(
    config: DatabaseConfig, open_database: OpenDatabase
) -> None:
    migrate(config)
    execute(config, "UPDATE mycamera_version SET version_num = 'zzz'")
    with pytest.raises(DatabaseTooNew):
        await open_database(config).open()


def test_a_file_is_backed_up_before_a_change_and_only_then(tmp_path: Path) -> None:
    config = DatabaseConfig.sqlite(tmp_path / "mycamera.db")
    migrate(config)
    execute(config, *SEEDS[REVISIONS[-1]])
    migrate(config)
    assert not list(tmp_path.glob("*.backup"))
    migrate(config, scripts=later_scripts(tmp_path / "later", "op.execute('DELETE FROM recording_gap')"))
    (backup,) = tmp_path.glob("*.backup")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT count(*) FROM recording_gap").fetchone() == (1,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with closing(sqlite3.connect(tmp_path / "mycamera.db")) as connection:
        assert connection.execute("SELECT count(*) FROM recording_gap").fetchone() == (0,)
    assert not list(tmp_path.glob("*.part"))


def test_without_a_backup_nothing_is_migrated(tmp_path: Path) -> None:
    config = DatabaseConfig.sqlite(tmp_path / "mycamera.db")
    migrate(config)
    execute(config, *SEEDS[REVISIONS[-1]])
    scripts = later_scripts(tmp_path / "later", "op.execute('DELETE FROM recording_gap')")
    backup = tmp_path / f"mycamera.db.revision-{REVISIONS[-1]}.backup"
    (backup / "in the way").mkdir(parents=True)
    with pytest.raises(DatabaseUnavailable, match="backup before the migration"):
        migrate(config, scripts=scripts)
    assert revision_of(config) == REVISIONS[-1]
    with closing(sqlite3.connect(tmp_path / "mycamera.db")) as connection:
        assert connection.execute("SELECT count(*) FROM recording_gap").fetchone() == (1,)
    assert not list(tmp_path.glob("*.part"))
    shutil.rmtree(backup)
    migrate(config, scripts=scripts)
    assert backup.is_file()


def later(tmp_path: Path) -> tuple[DatabaseConfig, Path]:
    """Return a database of today, with something in it, and the scripts of a version that changes it."""
    config = DatabaseConfig.sqlite(tmp_path / "mycamera.db")
    migrate(config)
    execute(config, *SEEDS[REVISIONS[-1]])
    return config, later_scripts(tmp_path / "later", "op.execute('DELETE FROM recording_gap')")


def test_how_far_the_copy_is_is_told_and_older_copies_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config, scripts = later(tmp_path)
    older = tmp_path / "mycamera.db.revision-0001.backup"
    older.write_bytes(b"of long ago")
    monkeypatch.setattr(upgrade, "STEP_PAGES", 1)
    told: list[UpgradeStage | None] = []
    steps = Upgrade()
    steps.listen(lambda: told.append(steps.stage))
    migrate(config, scripts=scripts, upgrade=steps)
    assert [path.name for path in tmp_path.glob("*.backup")] == [f"mycamera.db.revision-{REVISIONS[-1]}.backup"]
    copied = [stage.copied for stage in told if stage is not None and stage.copied is not None]
    assert len(copied) > 10
    assert copied == sorted(copied)
    assert (copied[0], copied[-1]) == (0.0, 1.0)
    assert told[len(copied) :] == [UpgradeStage(copied=None, step=1, steps=1), None]


def test_which_step_of_how_many_is_being_done_is_told(config: DatabaseConfig) -> None:
    """On a server, too, where nothing is copied before."""
    first, *changes = REVISIONS
    migrate(config, target=first)
    told: list[UpgradeStage | None] = []
    steps = Upgrade()
    steps.listen(lambda: told.append(steps.stage))
    migrate(config, upgrade=steps)
    assert [stage for stage in told if stage is None or stage.copied is None] == [
        *(UpgradeStage(copied=None, step=step, steps=len(changes)) for step in range(1, len(changes) + 1)),
        None,
    ]


async def test_what_is_written_while_the_tables_are_changed_is_in_them_afterwards(
    config: DatabaseConfig, open_database: OpenDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(config, target=REVISIONS[-3])
    changing, go_on, enter = threading.Event(), threading.Event(), Upgrade.enter

    def slow_step(self: Upgrade, stage: UpgradeStage | None) -> None:
        enter(self, stage)
        if stage is not None and stage.step == 2:
            changing.set()
            assert go_on.wait(120)

    monkeypatch.setattr(Upgrade, "enter", slow_step)
    database = open_database(config, timeout=60)
    opening = asyncio.create_task(database.open())
    try:
        assert await asyncio.to_thread(changing.wait, 120)
        stage = database.upgrading
        assert stage == UpgradeStage(copied=None, step=2, steps=2)
        await database.add_record(new_record(1))
        await database.add_detection(CAMERA, new_detection("E1", 1))
        await database.add_gap(new_gap(2))
        assert not database.available
    finally:
        go_on.set()
    await opening
    assert database.upgrading is None
    async with asyncio.timeout(120):
        while not (gaps := (await database.page_gaps()).items):  # they are written in order: the last is there
            await asyncio.sleep(0.05)
    assert await paths_of(database) == {new_record(1).file_path}
    assert [row.event_id for row in (await database.page_detections()).items] == ["E1"]
    assert [gap.start_time for gap in gaps] == [new_gap(2).start_time]


def test_a_copy_goes_when_the_database_has_been_used_for_long(tmp_path: Path) -> None:
    config, scripts = later(tmp_path)
    migrate(config, scripts=scripts)
    (copy,) = tmp_path.glob("*.backup")
    for age, there in ((upgrade.COPY_KEPT_SECONDS - 600, True), (upgrade.COPY_KEPT_SECONDS + 600, False)):
        made = time.time() - age
        os.utime(copy, (made, made))
        migrate(config, scripts=scripts)
        assert copy.exists() is there
    assert (tmp_path / "mycamera.db").is_file()


def test_without_room_for_the_copy_nothing_is_changed_and_the_disk_not_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, scripts = later(tmp_path)
    free = upgrade.LEAST_FREE + (tmp_path / "mycamera.db").stat().st_size
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=free))
    with pytest.raises(DatabaseUnavailable, match=r"needs 0\.7 GB on the disk of mycamera.db, and 0\.7 GB are free"):
        migrate(config, scripts=scripts)
    assert revision_of(config) == REVISIONS[-1]
    assert not [*tmp_path.glob("*.part"), *tmp_path.glob("*.backup")]


def test_a_copy_that_nobody_waits_for_any_more_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config, scripts = later(tmp_path)
    monkeypatch.setattr(upgrade, "STEP_PAGES", 1)
    steps = Upgrade()
    steps.listen(steps.cancel)  # as soon as anything is told
    with pytest.raises(DatabaseUnavailable, match="cancelled"):
        migrate(config, scripts=scripts, upgrade=steps)
    assert revision_of(config) == REVISIONS[-1]
    assert not [*tmp_path.glob("*.part"), *tmp_path.glob("*.backup")]
    assert steps.stage is None


def test_a_change_that_fails_is_tried_again_without_another_copy(tmp_path: Path) -> None:
    config, _ = later(tmp_path)
    broken = later_scripts(tmp_path / "broken", "op.execute('DELETE FROM no_such_table')")
    steps = Upgrade()
    copies: list[tuple[int, int]] = []
    for _ in range(3):
        with pytest.raises(DatabaseError):
            migrate(config, scripts=broken, upgrade=steps)
        (copy,) = tmp_path.glob("*.backup")
        copies.append((copy.stat().st_ino, copy.stat().st_mtime_ns))
    assert len(set(copies)) == 1
    # Another file in its place is copied.
    execute(config, "DELETE FROM recording_gap")
    with pytest.raises(DatabaseError):
        migrate(config, scripts=broken, upgrade=steps)
    (copy,) = tmp_path.glob("*.backup")
    assert (copy.stat().st_ino, copy.stat().st_mtime_ns) not in copies


async def test_no_table_is_made_on_a_server_that_is_too_old(
    server_database: DatabaseConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Real servers, found too old by both who ask: the form's check, and the migration at each start."""
    for oldest in ("OLDEST_MYSQL", "OLDEST_MARIADB"):
        monkeypatch.setattr(migrations, oldest, (99, 0))
    with pytest.raises(DatabaseTooOld):
        await check(server_database)
    with pytest.raises(DatabaseTooOld):
        migrate(server_database)
    engine = open_blocking_engine(server_database, answer_seconds=10)
    with engine.connect() as connection:
        assert connection.execute(text("SHOW TABLES")).all() == []
    engine.dispose()


def test_a_revision_that_fails_changes_nothing_in_a_file(tmp_path: Path) -> None:
    config = DatabaseConfig.sqlite(tmp_path / "mycamera.db")
    migrate(config)
    execute(config, *SEEDS[REVISIONS[-1]])
    body = "op.execute('DELETE FROM recording_gap'); op.execute('DROP TABLE recording_gap'); op.execute('nonsense')"
    with pytest.raises(Exception, match="nonsense"):
        migrate(config, scripts=later_scripts(tmp_path / "later", body))
    assert revision_of(config) == REVISIONS[-1]
    with closing(sqlite3.connect(tmp_path / "mycamera.db")) as connection:
        assert connection.execute("SELECT count(*) FROM recording_gap").fetchone() == (1,)


def test_tables_of_another_program_are_left_alone(config: DatabaseConfig) -> None:
    execute(config, "CREATE TABLE record_log (id INTEGER)", "INSERT INTO record_log VALUES (1)")
    with pytest.raises(DatabaseOccupied, match="record_log"):
        migrate(config)
    with pytest.raises(DatabaseOccupied):
        migrate(config)
    execute(config, "INSERT INTO record_log VALUES (2)")


def test_a_first_migration_that_was_interrupted_is_begun_anew(server_database: DatabaseConfig) -> None:
    """MySQL cannot undo the tables that were made before the interruption."""
    migrate(server_database)
    execute(server_database, "DROP TABLE recording_gap", "DROP TABLE journal_position", "DELETE FROM mycamera_version")
    migrate(server_database)
    assert revision_of(server_database) == REVISIONS[-1]
    # Tables with rows in them are never removed.
    execute(server_database, *SEEDS[REVISIONS[-1]], "DELETE FROM mycamera_version")
    with pytest.raises(DatabaseOccupied):
        migrate(server_database)


def test_the_second_migration_survives_an_interruption(server_database: DatabaseConfig) -> None:
    """MySQL keeps what was done before it."""
    migrate(server_database)
    execute(
        server_database,
        *SEEDS["0001"],
        "DROP INDEX ix_record_log_retention ON record_log",
        "ALTER TABLE record_log DROP COLUMN has_person",
        "UPDATE mycamera_version SET version_num = '0001'",
    )
    migrate(server_database)
    assert revision_of(server_database) == REVISIONS[-1]
    test_migrations_make_what_the_models_say(server_database)


def test_the_third_migration_survives_an_interruption(server_database: DatabaseConfig) -> None:
    """Tables that it made are filled anew, whatever was in them."""
    migrate(server_database)
    execute(
        server_database,
        *SEEDS["0003"],
        "DROP TABLE caption_posting",
        "UPDATE quarter_count SET records = 7",
        "UPDATE mycamera_version SET version_num = '0002'",
    )
    migrate(server_database)
    assert revision_of(server_database) == REVISIONS[-1]
    test_migrations_make_what_the_models_say(server_database)
    engine = open_blocking_engine(server_database, answer_seconds=10)
    with engine.connect() as connection:
        counts = [tuple(row) for row in connection.execute(text("SELECT quarter, records FROM quarter_count"))]
    engine.dispose()
    assert counts == [(1971936, 1)]


def test_logging_is_left_as_it_was(config: DatabaseConfig) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers), logging.getLogger("alembic").level)
    migrate(config)
    assert (root.level, list(root.handlers), logging.getLogger("alembic").level) == before
    assert not logging.getLogger("custom_components.mycamera").disabled


@pytest.mark.parametrize(
    ("mariadb", "version", "fine"),
    [(True, (10, 5, 9), False), (True, (10, 6, 0), True), (False, (5, 7, 44), False), (False, (8, 4, 0), True)],
)
def test_servers_that_are_too_old_are_refused(mariadb: bool, version: tuple[int, ...], fine: bool) -> None:
    class Dialect(DefaultDialect):
        name = "mysql"
        is_mariadb = mariadb
        server_version_info = version

    class Connection:
        dialect = Dialect()

    if fine:
        verify_server(Connection())  # type: ignore[arg-type]
    else:
        with pytest.raises(DatabaseTooOld, match="too old"):
            verify_server(Connection())  # type: ignore[arg-type]
