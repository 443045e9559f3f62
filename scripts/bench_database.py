#!/usr/bin/env python3
"""Measure every question that the integration asks of its database.

Fills databases of the wanted sizes in bulk, asks each question many times through the integration's own door, in turns
at each size so that whatever else the machine does touches all of them alike, and prints how long it took, how that
compares with the first size, and the plan that the engine chose. Run it with the Python of the tests, for example:

    .venvs/test/bin/python scripts/bench_database.py --engine sqlite --rows 100000 1000000
    .venvs/test/bin/python scripts/bench_database.py --engine mariadb --rows 100000 10000000

Sizes beyond 737,280 are rounded up to a multiple of it: 64 days of eight cameras.

Ten million rows take 17 GB. MariaDB and MySQL are private servers on a temporary folder, with a buffer pool of 1 GB;
nothing is left behind, unless it is to be kept.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import signal
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import Engine, event

from custom_components.mycamera.database import Database, DatabaseConfig
from custom_components.mycamera.database.engine import open_blocking_engine
from custom_components.mycamera.database.migrations.migrate import migrate
from scripts.database_questions import questions
from scripts.database_seeds import Seeds, rounded
from scripts.seed_database import Server, SqliteFile
from tests.sql_servers import MariaDb, MySql

SLOW_SECONDS = 0.02
WORSE = 1.5
REFERENCE_ROWS = 100_000
IN_TURNS = 10
"""So many times a question is asked at one size before the next has its turn."""
FASTER_SECONDS = 0.002
"""Ratios of questions that are answered sooner say more about the machine than about the question."""


class Plans:
    """Remembers the statements of a question and asks the engine how it does them."""

    def __init__(self, config: DatabaseConfig) -> None:
        """Listen to every engine of this process."""
        self._config = config
        self._statements: dict[str, Any] = {}
        self.listening = False
        event.listen(Engine, "before_cursor_execute", self._note)

    def _note(self, *details: Any) -> None:
        statement, parameters = details[2], details[3]
        if self.listening and statement.startswith("SELECT") and "FROM" in statement:
            self._statements.setdefault(statement, parameters)

    def take(self) -> list[str]:
        """Return the plans of what was noted since the last call."""
        statements, self._statements = self._statements, {}
        sqlite = self._config.path is not None
        engine = open_blocking_engine(self._config, answer_seconds=60)
        lines: list[str] = []
        with engine.connect() as connection:
            for statement, parameters in list(statements.items())[:2]:
                prefix = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN FORMAT=TRADITIONAL "
                for row in connection.exec_driver_sql(prefix + statement, parameters).mappings():
                    if sqlite:
                        lines.append(str(row["detail"]))
                    else:
                        lines.append(
                            f"{row['table']}: {row['type']} {row['key']} rows={row['rows']} {row['Extra'] or ''}"
                        )
        engine.dispose()
        return list(dict.fromkeys(lines))[:4]


def processor_seconds(server: int | None) -> float:
    """Return what this process and the server have computed so far: unlike time, no matter what else is running."""
    if server is None:
        return time.process_time()
    # What clock_getcpuclockid() returns.
    return time.process_time() + time.clock_gettime(~server << 3 | 2)


class Place:
    """A database of one size, its door, and how long it took to answer the question that is being asked."""

    def __init__(self, rows: int, config: DatabaseConfig, server: int | None, folder: Path) -> None:
        """Take a filled database; `server` is the process that answers for it."""
        self.rows = rows
        self._server = server
        self.database = Database(config, journal_path=folder / f"journal-{rows}", timeout=120)
        self.questions = questions(self.database, rows)
        self._plans = Plans(config)
        self._seconds: list[float] = []
        self._computed = 0.0

    async def ask(self, name: str, runs: range) -> None:
        """Ask once for each run."""
        question = self.questions[name]
        computed = processor_seconds(self._server)
        for run in runs:
            start = time.perf_counter()
            await question(run)
            self._seconds.append(time.perf_counter() - start)
        self._computed += processor_seconds(self._server) - computed

    async def plan(self, name: str, run: int) -> list[str]:
        """Return how the engine answers."""
        self._plans.listening = True
        await self.questions[name](run)
        self._plans.listening = False
        return self._plans.take()

    def take(self) -> Times:
        """Return how long it took, and forget it."""
        seconds, self._seconds = self._seconds, []
        computed, self._computed = self._computed, 0.0
        return Times(seconds, computed / len(seconds))


class Times:
    """How long one question took."""

    def __init__(self, seconds: list[float], computed: float) -> None:
        """Take the times of all runs, and the mean time of the processors."""
        self._seconds = sorted(seconds)
        self.slowest = seconds.index(self._seconds[-1]) + 1
        self.computed = computed

    @property
    def median(self) -> float:
        """The time that half of the runs took at most."""
        return statistics.median(self._seconds)

    @property
    def p95(self) -> float:
        """The time that all but one of twenty runs took at most."""
        return self._seconds[min(len(self._seconds) - 1, int(len(self._seconds) * 0.95))]

    def line(self, reference: Times | None) -> str:
        """Return the times in milliseconds, and how often those of the reference they are: by clock, and computed."""
        marks = "  SLOW" if self.p95 > SLOW_SECONDS else ""
        ratios = ""
        if reference is not None:
            ratios = f"{self.median / reference.median:8.2f} {self.computed / reference.computed:8.2f}"
            if self.median > FASTER_SECONDS and self.median > WORSE * reference.median:
                marks += "  GROWS"
        times = (self.median, self.p95, self._seconds[-1], self.computed)
        return " ".join(f"{seconds * 1e3:9.2f}" for seconds in times) + f"{ratios}{marks}"


async def measure(places: list[Place], options: argparse.Namespace) -> None:
    """Ask everything at every size in turns and print the times in milliseconds."""
    for place in places:
        await place.database.open()
        while await place.database.index_captions(200):
            pass
    print(f"{'question':40} {'rows':>10} {'p50':>9} {'p95':>9} {'max':>9} {'cpu':>9}  of p50   of cpu")
    for name in places[0].questions:
        if re.search(options.only, name):
            await measure_one(name, places, runs=options.runs, plans=not options.no_plans)
    for place in places:
        await place.database.close()


async def measure_one(name: str, places: list[Place], *, runs: int, plans: bool) -> None:
    """Ask one question at every size in turns, and print its times and plans; a slow one is asked fewer times."""
    for place in places:
        await place.ask(name, range(1))
        place.take()
    begun = time.perf_counter()
    for first in range(1, runs, IN_TURNS):
        for place in places:
            await place.ask(name, range(first, first + IN_TURNS))
        if time.perf_counter() - begun > 20:  # noqa: PLR2004 - seconds
            break
    reference: Times | None = None
    for place in places:
        times = place.take()
        print(f"{name:40} {place.rows:10} {times.line(reference)}", flush=True)
        reference = reference or times
        # The plan of the slowest run: where an engine errs, it errs for some values only.
        for line in await place.plan(name, times.slowest) if plans else ():
            print(f"    {line}")


def fill(target: SqliteFile | Server, config: DatabaseConfig, rows: int) -> None:
    """Make today's tables with as many rows; print how long each step took."""
    print(f"{rows} records, {rows} detections, {rows // 1000} gaps")
    seeds = Seeds(rows)
    migrate(config)
    for name, step in {"loaded": target.seed, "captions indexed": target.index}.items():
        start = time.perf_counter()
        step(seeds)
        print(f"{name} in {time.perf_counter() - start:.1f} s", flush=True)


def prepare(engine: str, sizes: list[int], folder: Path, stack: ExitStack, kept: Path | None) -> list[Place]:
    """Make a database of each size; what lies in the folder `kept` is used as it is, with today's tables."""
    places: list[Place] = []
    base = kept or folder
    if engine == "sqlite":
        for rows in sizes:
            path = base / f"bench-{rows}.db"
            config = DatabaseConfig.sqlite(path)
            filled = path.with_suffix(".filled")
            if not filled.exists():
                path.unlink(missing_ok=True)
                fill(SqliteFile(path), config, rows)
                filled.touch()
            migrate(config)
            places.append(Place(rows, config, None, folder))
        return places
    kind, *fast = (
        (MariaDb, "--innodb-log-file-size=2G", "--innodb-sort-buffer-size=64M", "--innodb-doublewrite=0")
        if engine == "mariadb"
        else (MySql, "--innodb-redo-log-capacity=2G", "--innodb-ddl-buffer-size=512M", "--innodb-doublewrite=OFF")
    )
    options = (*fast, "--innodb-buffer-pool-size=1G", "--secure-file-priv=")
    server = stack.enter_context(kind(*options, data=None if kept is None else kept / engine))
    stack.callback(server.stop)
    for rows in sizes:
        name = f"bench_{rows}"
        config = DatabaseConfig.mysql(
            host=server.host, port=server.port, username=server.username, password=server.password, name=name
        )
        filled = base / f"{engine}-{rows}.filled"
        if not filled.exists():
            server.drop_database(name)
            server.create_database(name)
            fill(Server(server, name), config, rows)
            filled.touch()
        migrate(config)
        places.append(Place(rows, config, server.pid, folder))
    return places


def main() -> None:
    """Seed and measure."""
    # An end from outside, too, must end the server and remove its folder.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--engine", choices=("sqlite", "mariadb", "mysql"), default="sqlite")
    parser.add_argument(
        "--rows", type=int, nargs="+", default=[REFERENCE_ROWS], help="of each big table; ratios are to the first size"
    )
    parser.add_argument("--runs", type=int, default=100, help="of each question")
    parser.add_argument("--only", default="", help="a regular expression that the names of questions match")
    parser.add_argument("--no-plans", action="store_true")
    parser.add_argument("--folder", type=Path, help="where files are made; the system's temporary folder if not given")
    parser.add_argument("--keep", type=Path, help="the databases stay in this folder for further runs")
    options = parser.parse_args()
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=options.folder)))
        places = prepare(options.engine, [rounded(rows) for rows in options.rows], folder, stack, options.keep)
        asyncio.run(measure(places, options))


if __name__ == "__main__":
    main()
