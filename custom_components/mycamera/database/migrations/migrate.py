"""Brings the tables of a database to the state that this version needs.

Runs alembic without an ini file and without an env.py, so that nobody's logging is reconfigured. Everything here
blocks: call it in a thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, Final

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, func, inspect, select, table, text

from ..config import DatabaseConfig
from ..engine import WRITES, open_blocking_engine
from ..errors import DatabaseError, DatabaseOccupied, DatabaseTooNew, DatabaseTooOld, DatabaseUnavailable, translated
from ..models import metadata
from .upgrade import Upgrade, UpgradeStage, forget_old_copies

_LOGGER = logging.getLogger(__name__)

VERSION_TABLE: Final = "mycamera_version"
SCRIPTS: Final = Path(__file__).parent
OLDEST_MYSQL: Final = (8, 0)
OLDEST_MARIADB: Final = (10, 6)
# A change to a table of ten million rows takes minutes, during which the server says nothing.
_MIGRATION_SECONDS: Final = 6 * 3600
_CONNECT_ANSWER_SECONDS: Final = 8

# Alembic keeps the migration that is running in a global.
_ONE_AT_A_TIME = threading.Lock()


def current_revision(connection: Connection) -> str | None:
    """Return the revision that the tables have; None where there are none."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return context.get_current_revision()


def verify_server(connection: Connection) -> None:
    """Check that the server is new enough.

    Raises:
        DatabaseTooOld: it is not.
    """
    dialect = connection.dialect
    if dialect.name == "sqlite":
        return
    version = dialect.server_version_info or ()
    mariadb = bool(getattr(dialect, "is_mariadb", False))
    oldest = OLDEST_MARIADB if mariadb else OLDEST_MYSQL
    if version < oldest:
        kind = "MariaDB" if mariadb else "MySQL"
        raise DatabaseTooOld(
            f"{kind} {'.'.join(map(str, version))} is too old; {'.'.join(map(str, oldest))} or newer is needed"
        )


def verify_tables(connection: Connection, script: ScriptDirectory) -> str | None:
    """Return the revision of the tables, None for an empty database, after checking that they are ours to use.

    Raises:
        DatabaseTooNew: a newer version of the integration made them.
        DatabaseOccupied: tables of the same names belong to something else.
    """
    revision = current_revision(connection)
    if revision is None:
        inspector = inspect(connection)
        ours = inspector.has_table(VERSION_TABLE)
        for name in metadata.tables:
            # A first migration that was interrupted, on an engine that cannot undo it, leaves a version table without
            # a version, and tables that nobody has written to.
            if inspector.has_table(name) and not (ours and _is_empty(connection, name)):
                raise DatabaseOccupied(
                    f"The database already has a table {name} that MyCamera did not make; use an empty database"
                )
        return None
    try:
        script.get_revision(revision)
    except CommandError:
        raise DatabaseTooNew(
            f"The tables are of revision {revision}, which only a newer version of MyCamera knows; update MyCamera"
        ) from None
    return revision


def _is_empty(connection: Connection, name: str) -> bool:
    return not connection.scalar(select(func.count()).select_from(table(name)))


def _drop_unfinished(connection: Connection) -> None:
    existing = inspect(connection)
    for item in reversed(metadata.sorted_tables):
        if existing.has_table(item.name):
            _LOGGER.warning("Removing the empty table %s of an interrupted first migration", item.name)
            connection.execute(text(f"DROP TABLE {item.name}"))


def load_scripts(scripts: Path = SCRIPTS) -> ScriptDirectory:
    """Return the revisions that this version of the integration knows."""
    return ScriptDirectory(str(scripts))


def _upgrade(
    connection: Connection, script: ScriptDirectory, target: str, told: Callable[[UpgradeStage], None]
) -> None:
    number = count(1)
    found: list[Any] = []

    def steps(revision: Any, _context: MigrationContext) -> list[Any]:
        found[:] = script._upgrade_revs(target, revision)  # noqa: SLF001 - what alembic's own `upgrade` command calls
        begin()
        return found

    def begin(*_applied: Any, **_named: Any) -> None:
        if (step := next(number)) <= len(found):
            _LOGGER.info("Changing the tables: step %d of %d", step, len(found))
            told(UpgradeStage(copied=None, step=step, steps=len(found)))

    with _ONE_AT_A_TIME, EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(
            connection=connection,
            version_table=VERSION_TABLE,
            transaction_per_migration=True,
            # SQLite can undo changes of tables; MySQL cannot, and commits each of them.
            transactional_ddl=connection.dialect.name == "sqlite",
            on_version_apply=begin,
        )
        with environment.begin_transaction():
            environment.run_migrations()


def migrate(
    config: DatabaseConfig, *, scripts: Path = SCRIPTS, target: str = "head", upgrade: Upgrade | None = None
) -> None:
    """Bring the tables to revision `target`, after a backup where the database is a file that has tables already.

    `upgrade` is told how far that is where there are tables already.

    Raises:
        DatabaseError: the subclass says what is wrong; nothing was changed, except where a revision itself failed
            halfway on MySQL.
    """
    script = load_scripts(scripts)
    goal = script.get_current_head() if target == "head" else target
    with translated():
        # First with little patience: a server that is frozen must not hold the thread for hours.
        revision = _inspect(config, script)
        if revision == goal:
            if config.path is not None:
                forget_old_copies(config.path)
            return
        upgrade = upgrade or Upgrade()
        try:
            if revision is not None and config.path is not None:
                upgrade.back_up(config.path, revision)
            _change(config, script, revision, goal, upgrade)
        finally:
            upgrade.enter(None)


def _change(
    config: DatabaseConfig, script: ScriptDirectory, revision: str | None, goal: str | None, upgrade: Upgrade
) -> None:
    engine = open_blocking_engine(config, answer_seconds=_MIGRATION_SECONDS)
    try:
        with engine.connect() as connection:
            writing = connection.execution_options(**{WRITES: True})
            if revision is None and connection.dialect.name != "sqlite":
                _drop_unfinished(writing)
                writing.commit()
            _LOGGER.info("Migrating %s from revision %s to %s", config.label, revision, goal)
            # A database without tables gets them in a moment: that is no change.
            _upgrade(writing, script, goal or "head", upgrade.enter if revision is not None else lambda _stage: None)
    except NotImplementedError as error:
        raise DatabaseError(f"Revision {revision} cannot be migrated: {error}") from error
    finally:
        engine.dispose()


def _inspect(config: DatabaseConfig, script: ScriptDirectory) -> str | None:
    if config.path is not None and not config.path.parent.is_dir():
        raise DatabaseUnavailable(f"The folder {config.path.parent} does not exist")
    engine = open_blocking_engine(config, answer_seconds=_CONNECT_ANSWER_SECONDS)
    try:
        with engine.connect() as connection:
            verify_server(connection)
            return verify_tables(connection, script)
    finally:
        engine.dispose()
