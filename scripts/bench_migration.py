#!/usr/bin/env python3
"""Measure how long the newest change of the tables takes where there are years of history.

Fills a database in bulk, takes back what the newest revision made, which must be an index, and has the integration
migrate it: as it is started after an update, with the copy of a SQLite file before, and with a server's own settings.

    .venvs/test/bin/python scripts/bench_migration.py --engine mariadb --rows 400000

The file has just been written: most of it is in memory.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import text

from custom_components.mycamera.database import DatabaseConfig
from custom_components.mycamera.database.engine import open_blocking_engine
from custom_components.mycamera.database.migrations.migrate import VERSION_TABLE, load_scripts, migrate
from custom_components.mycamera.database.migrations.upgrade import Upgrade
from custom_components.mycamera.database.models import metadata
from scripts.bench_database import processor_seconds
from scripts.database_seeds import Seeds, rounded
from scripts.seed_database import Server, SqliteFile
from tests.sql_servers import MariaDb, MySql, SqlServer

KINDS: Final[dict[str, tuple[type[SqlServer], tuple[str, ...]]]] = {
    "mariadb": (MariaDb, ("--innodb-log-file-size=2G", "--innodb-sort-buffer-size=64M", "--innodb-doublewrite=0")),
    "mysql": (MySql, ("--innodb-redo-log-capacity=2G", "--innodb-ddl-buffer-size=512M", "--innodb-doublewrite=OFF")),
}
"""With what a server is filled quickly."""
OWN: Final = ("--innodb-buffer-pool-size=128M", "--innodb-flush-log-at-trx-commit=1")
"""What both servers have where nobody sets them up otherwise, unlike the tests' servers."""
NAME: Final = "bench"


@contextmanager
def filled(kind: str, rows: int, folder: Path) -> Iterator[tuple[DatabaseConfig, int | None]]:
    """Make a database with as many rows in each big table; give it, and the process that answers for it."""
    if kind == "sqlite":
        config = DatabaseConfig.sqlite(folder / "mycamera.db")
        migrate(config)
        SqliteFile(folder / "mycamera.db").seed(Seeds(rows))
        yield config, None
        return
    server_class, fast = KINDS[kind]
    data = folder / kind
    with server_class(*fast, "--innodb-buffer-pool-size=1G", "--secure-file-priv=", data=data) as server:
        server.create_database(NAME)
        migrate(config_of(server))
        Server(server, NAME).seed(Seeds(rows))
        server.stop()
    with server_class(*OWN, data=data) as server:
        yield config_of(server), server.pid


def config_of(server: SqlServer) -> DatabaseConfig:
    """Return how the integration connects to it."""
    return DatabaseConfig.mysql(
        host=server.host, port=server.port, username=server.username, password=server.password, name=NAME
    )


def take_back(config: DatabaseConfig) -> str:
    """Undo the newest revision, and return what it makes."""
    scripts = load_scripts()
    newest = scripts.get_revision(scripts.get_current_head() or "head")
    name = newest.module.INDEX
    index = next(index for table in metadata.sorted_tables for index in table.indexes if index.name == name)
    engine = open_blocking_engine(config, answer_seconds=600)
    with engine.begin() as connection:
        index.drop(connection)
        statement = text(f"UPDATE {VERSION_TABLE} SET version_num = :older")  # noqa: S608 - our own name
        connection.execute(statement, {"older": newest.down_revision})
    engine.dispose()
    return f"{newest.revision} ({name})"


class Stages:
    """Notes when each part of a migration begins."""

    def __init__(self, upgrade: Upgrade) -> None:
        """Listen."""
        self._upgrade = upgrade
        self.begun: dict[str, float] = {}
        upgrade.listen(self._note)

    def _note(self) -> None:
        stage = self._upgrade.stage
        name = "end" if stage is None else "change" if stage.copied is None else "copy"
        self.begun.setdefault(name, time.perf_counter())


def measure(kind: str, rows: int, folder: Path) -> None:
    """Print how long it took, by the clock and of the processors, in all and for a million rows."""
    begun = time.perf_counter()
    with filled(kind, rows, folder) as (config, server):
        made = take_back(config)
        print(f"{kind}: {rows} rows in {time.perf_counter() - begun:.0f} s; {made}", flush=True)
        upgrade = Upgrade()
        stages, computed = Stages(upgrade), processor_seconds(server)
        migrate(config, upgrade=upgrade)
        computed = processor_seconds(server) - computed
        changed = stages.begun["end"] - stages.begun["change"]
        million = rows / 1_000_000
        if "copy" in stages.begun:
            size = (folder / "mycamera.db").stat().st_size
            copied = stages.begun["change"] - stages.begun["copy"]
            print(f"copy of {size / 10**9:.1f} GB: {copied:.1f} s, {copied / million:.1f} s a million rows")
        print(f"change of the tables: {changed:.1f} s, {changed / million:.1f} s a million rows")
        print(f"processors, all together: {computed:.1f} s, {computed / million:.1f} s a million rows", flush=True)


def main() -> None:
    """Fill and measure."""
    # An end from outside, too, must end the server and remove its folder.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--engine", choices=("sqlite", *KINDS), default="sqlite")
    parser.add_argument("--rows", type=int, default=737_280, help="of each big table; above, multiples of this")
    parser.add_argument("--folder", type=Path, help="where files are made; the system's temporary folder if not given")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=options.folder)))
        measure(options.engine, rounded(options.rows), folder)


if __name__ == "__main__":
    main()
