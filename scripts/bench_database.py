#!/usr/bin/env python3
"""Measure every question that the integration asks of its database.

Seeds databases of the wanted sizes by bulk load, brings them to today's tables by the integration's own migration, asks
each question many times through the integration's own door, and prints how long it took, how that compares with the
first size, and the plan that the engine chose. Run it with the Python of the tests, for example:

    .venvs/test/bin/python scripts/bench_database.py --engine sqlite --rows 100000 1000000
    .venvs/test/bin/python scripts/bench_database.py --engine mariadb --rows 100000 10000000

Sizes beyond 737,280 are rounded up to a multiple of it: 64 days of eight cameras.

Ten million rows take 15 GB and half an hour. MariaDB and MySQL are private servers on a temporary folder, with a buffer
pool of 1 GB; nothing is left behind.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import Engine, event

from custom_components.mycamera.database import (
    AnalysisStatus,
    Box,
    CaptionStatus,
    Cursor,
    Database,
    DatabaseConfig,
    NewDetection,
    NewRecord,
    PathPoint,
    RecordStatus,
)
from custom_components.mycamera.database.engine import open_blocking_engine
from custom_components.mycamera.database.migrations.migrate import migrate
from scripts.seed_database import (
    CAMERAS,
    END,
    OLD,
    RARE,
    SEEDED_REVISION,
    Seeds,
    Server,
    SqliteFile,
    rounded,
    start_of,
)
from tests.sql_servers import MariaDb, MySql

SLOW_SECONDS = 0.05
WORSE = 1.5
REFERENCE_ROWS = 100_000
INDEXED_ONE_BY_ONE = 20_000
FASTER_SECONDS = 0.002
"""Ratios of questions that are answered sooner say more about the machine than about the question."""

Question = Callable[[int], Awaitable[Any]]
INDIA = timezone(timedelta(hours=5, minutes=30))


def questions(database: Database, rows: int) -> dict[str, Question]:
    """Return every question with its name; each takes the number of the run, to ask about something else each time."""
    generator = random.Random(3)  # noqa: S311 - reproducible questions
    deep = [Cursor(start_of(generator.randrange(rows), rows), generator.randrange(rows)) for _ in range(1000)]

    def camera(run: int) -> str:
        return CAMERAS[run % len(CAMERAS)]

    def moment(run: int) -> datetime:
        return deep[run % len(deep)].time

    def record(run: int) -> NewRecord:
        start = END + timedelta(minutes=run)
        return NewRecord(
            camera_id=camera(run),
            camera_ip="192.0.2.7",
            start_time=start,
            end_time=start + timedelta(minutes=1),
            status=RecordStatus.SUCCESS,
            file_path=f"{camera(run)}/new/{run}.mp4",
            file_size=1,
        )

    def detection(run: int) -> NewDetection:
        return NewDetection(
            event_id=f"NEW{run:020}",
            frame_number=1,
            timestamp=1.0,
            first_seen=END + timedelta(minutes=run),
            last_seen=END + timedelta(minutes=run, seconds=5),
            confidence=0.5,
            box=Box(0.1, 0.2, 0.3, 0.9),
            path=tuple(PathPoint(float(second), Box(0.1, 0.2, 0.3, 0.9)) for second in range(10)),
            image_path="new.jpg",
            model="yolov8n.pt",
            caption="a man",
            caption_zh="一个男人",
        )

    ask = database
    oldest = start_of(rows // 10, rows)
    return {
        "records: newest": lambda _: ask.page_records(),
        "records: deep page": lambda run: ask.page_records(before=deep[run]),
        "records: newest of camera": lambda run: ask.page_records(camera_id=camera(run)),
        "records: deep page of camera": lambda run: ask.page_records(camera_id=camera(run), before=deep[run]),
        "records: camera, one day": lambda run: ask.page_records(
            camera_id=camera(run), since=moment(run) - timedelta(days=1), until=moment(run)
        ),
        "records: failed": lambda run: ask.page_records(status=RecordStatus.FAILED, before=deep[run]),
        "records: failed of camera": lambda run: ask.page_records(
            camera_id=camera(run), status=RecordStatus.FAILED, before=deep[run]
        ),
        "records: analysis pending": lambda _: ask.page_records(analysis_status=AnalysisStatus.PENDING),
        "records: analysis failed of camera": lambda run: ask.page_records(
            camera_id=camera(run), analysis_status=AnalysisStatus.FAILED, before=deep[run]
        ),
        "records: covering a moment": lambda run: ask.record_covering(camera(run), moment(run)),
        "records: latest of camera": lambda run: ask.latest_record(camera(run)),
        "records: 500 paths known?": lambda run: ask.unknown_paths(
            camera(run), [f"{camera(run)}/x/{n}" for n in range(500)]
        ),
        "detections: newest": lambda _: ask.page_detections(),
        "detections: deep page": lambda run: ask.page_detections(before=deep[run]),
        "detections: newest of camera": lambda run: ask.page_detections(camera_id=camera(run)),
        "detections: deep page of camera": lambda run: ask.page_detections(camera_id=camera(run), before=deep[run]),
        "detections: camera, one day": lambda run: ask.page_detections(
            camera_id=camera(run), since=moment(run) - timedelta(days=1), until=moment(run)
        ),
        "detections: caption failed": lambda run: ask.page_detections(
            caption_status=CaptionStatus.FAILED, before=deep[run]
        ),
        "detections: caption failed of camera": lambda run: ask.page_detections(
            camera_id=camera(run), caption_status=CaptionStatus.FAILED, before=deep[run]
        ),
        "detections: latest of camera": lambda run: ask.latest_detection(camera(run)),
        "detections: by event id": lambda run: ask.get_detection(f"01JQ{run * 7919 % rows:022}"),
        "detections: of a record": lambda run: ask.detections_of(run * 7919 % rows + 1),
        "detections: newest of 3 cameras": lambda _: ask.page_detections(camera_ids=CAMERAS[:3]),
        "records: deep page of 3 cameras": lambda run: ask.page_records(camera_ids=CAMERAS[:3], before=deep[run]),
        "search: frequent word": lambda _: ask.page_detections(text="umbrella"),
        "search: frequent word, deep page": lambda run: ask.page_detections(text="umbrella", before=deep[run]),
        "search: frequent word, Chinese": lambda _: ask.page_detections(text="雨伞"),
        "search: one character": lambda _: ask.page_detections(text="伞"),
        "search: beginning of a word": lambda _: ask.page_detections(text="umbr"),
        "search: two words of camera": lambda run: ask.page_detections(text="red courier", camera_id=camera(run)),
        "search: rare word": lambda _: ask.page_detections(text=RARE[0]),
        "search: rare word, Chinese": lambda _: ask.page_detections(text=RARE[1]),
        "search: word of long ago": lambda _: ask.page_detections(text=OLD[0]),
        "search: rare word with a frequent one": lambda _: ask.page_detections(text=f"red {RARE[0]}"),
        "search: frequent words never together": lambda _: ask.page_detections(text="courier umbrella"),
        "search: the same, Chinese": lambda _: ask.page_detections(text="快递员 雨伞"),
        "search: a word that nobody wrote": lambda _: ask.page_detections(text="xylophone"),
        "gaps: newest": lambda _: ask.page_gaps(),
        "gaps: that touch a day": lambda run: ask.page_gaps(since=moment(run) - timedelta(days=1), until=moment(run)),
        "gaps: and footage of a camera's day": lambda run: ask.ledger(camera(run), END - timedelta(days=1)),
        "media: a camera's recordings": lambda run: ask.calendar(camera(run), persons=False, zone=INDIA),
        "media: a camera's persons": lambda run: ask.calendar(camera(run), persons=True, zone=INDIA),
        "media: a month": lambda run: ask.days(
            camera(run), first=moment(run).date() - timedelta(days=30), last=moment(run).date(), zone=INDIA
        ),
        "media: a day's recordings": lambda run: ask.hours(camera(run), moment(run).date(), zone=INDIA),
        "media: an hour's recordings": lambda run: ask.page_records(
            camera_id=camera(run), since=moment(run) - timedelta(hours=1), until=moment(run), limit=250
        ),
        "media: a day's persons": lambda run: ask.page_detections(
            camera_id=camera(run), since=moment(run) - timedelta(days=1), until=moment(run), limit=250
        ),
        "storage: used by a camera": lambda run: ask.usage(camera(run)),
        "storage: recorded in a day": lambda run: ask.recorded_bytes(camera(run), END - timedelta(days=1)),
        "retention: oldest of camera": lambda run: ask.oldest_footage(camera(run)),
        "retention: oldest of all": lambda _: ask.oldest_footage(),
        "retention: too old, without persons": lambda run: ask.footage_before(camera(run), oldest, persons=False),
        "retention: too old, with persons": lambda run: ask.footage_before(camera(run), oldest, persons=True),
        "counts: pending analyses": lambda _: ask.count_pending_analyses(),
        "counts: pending captions": lambda _: ask.count_pending_captions(),
        "queue: claim 4 analyses": lambda _: ask.claim_analyses(4),
        "queue: claim 8 captions": lambda _: ask.claim_captions(8),
        "queue: analyses of 500 records": lambda run: ask.summarize(range(run * 7919 % (rows - 500) + 1, rows)[:500]),
        "write: add a record": lambda run: ask.add_record(record(run)),
        "write: add a detection": lambda run: ask.add_detection(camera(run), detection(run)),
        "write: finish an analysis": lambda run: ask.finish_analysis(
            run * 7919 % rows + 1, [detection(100_000 + run)], model="yolov8n.pt"
        ),
        "write: index 10 captions": lambda _: ask.index_captions(10),
        "write: set a caption": lambda run: ask.set_caption(
            f"01JQ{run * 7919 % rows:022}", caption="a man", caption_zh="一个男人", model="m", seconds=1
        ),
    }


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
    fields = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()
    return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Times:
    """How long one question took."""

    def __init__(self, seconds: list[float], slowest: int, computed: float) -> None:
        """Take the times of all runs, which run was the slowest, and the mean time of the processors."""
        self._seconds = sorted(seconds)
        self.slowest = slowest
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
        """Return the times in milliseconds, and the ratio of what was computed."""
        ratio = "" if reference is None else f"{self.computed / reference.computed:8.2f}"
        marks = "  SLOW" if self.p95 > SLOW_SECONDS else ""
        if reference is not None and self.computed > FASTER_SECONDS and self.computed > WORSE * reference.computed:
            marks += "  GROWS"
        times = (self.median, self.p95, self._seconds[-1], self.computed)
        return " ".join(f"{seconds * 1e3:9.2f}" for seconds in times) + f" {ratio}{marks}"


async def time_of(question: Question, runs: int, server: int | None) -> Times:
    """Ask a question many times; a slow one fewer times."""
    took: list[float] = []
    await question(0)
    begun = time.perf_counter()
    computed = processor_seconds(server)
    for run in range(1, runs + 1):
        start = time.perf_counter()
        await question(run)
        took.append(time.perf_counter() - start)
        if time.perf_counter() - begun > 10:  # noqa: PLR2004 - seconds
            break
    return Times(took, took.index(max(took)) + 1, (processor_seconds(server) - computed) / len(took))


async def measure(
    place: tuple[DatabaseConfig, int | None],
    rows: int,
    folder: Path,
    reference: dict[str, Times],
    options: argparse.Namespace,
) -> dict[str, Times]:
    """Ask everything and print the times in milliseconds."""
    config, server = place
    database = Database(config, journal_path=folder / "journal", timeout=120)
    await database.open()
    if indexed := await database.count_unindexed_captions():
        start = time.perf_counter()
        while await database.index_captions(200):
            pass
        print(f"indexed {indexed} captions, {indexed / (time.perf_counter() - start):.0f} per second")
    plans = Plans(config)
    print(f"{'question':40} {'p50':>9} {'p95':>9} {'max':>9} {'cpu':>9}  ms   ratio")
    times: dict[str, Times] = {}
    for name, question in questions(database, rows).items():
        if not re.search(options.only, name):
            continue
        times[name] = await time_of(question, options.runs, server)
        print(f"{name:40} {times[name].line(reference.get(name))}", flush=True)
        if not options.no_plans:
            # The plan of the slowest run: where an engine errs, it errs for some values only.
            plans.listening = True
            await question(times[name].slowest)
            plans.listening = False
            for line in plans.take():
                print(f"    {line}")
    await database.close()
    return times


def prepare(
    engine: str, rows: int, folder: Path, stack: ExitStack, kept: Path | None
) -> tuple[DatabaseConfig, int | None]:
    """Make a database with as many rows; print how long each step took. Returns it and the process of its server.

    A file in the folder `kept` stays, and is used as it is by the next run: only what is new in the tables is added.
    """
    target: SqliteFile | Server
    process = None
    if engine == "sqlite":
        path = (kept or folder) / f"bench-{rows}.db"
        config, target = DatabaseConfig.sqlite(path), SqliteFile(path)
        if path.exists():
            migrate(config)
            print(f"\n{engine}: {path}")
            return config, None
        if kept is None:
            stack.callback(path.unlink)
    else:
        kind, log = (
            (MariaDb, "--innodb-log-file-size=512M")
            if engine == "mariadb"
            else (MySql, "--innodb-redo-log-capacity=1G")
        )
        server = stack.enter_context(kind("--innodb-buffer-pool-size=1G", log, "--secure-file-priv="))
        process = server.pid
        server.create_database("bench")
        config = DatabaseConfig.mysql(
            host=server.host, port=server.port, username=server.username, password=server.password, name="bench"
        )
        target = Server(server, "bench")
    seeds = Seeds(rows)
    migrate(config, target=SEEDED_REVISION)
    steps: dict[str, Callable[[], object]] = {
        "loaded": lambda: target.seed(seeds),
        "migrated (with a backup of a file)": lambda: migrate(config),
    }
    if rows > INDEXED_ONE_BY_ONE:
        steps["captions indexed in bulk"] = lambda: target.index(seeds)
    print(f"\n{engine}: {rows} records, {rows} detections, {rows // 1000} gaps")
    for name, step in steps.items():
        start = time.perf_counter()
        step()
        print(f"{name} in {time.perf_counter() - start:.1f} s", flush=True)
        for backup in (kept or folder).glob("*.backup"):
            backup.unlink()
    return config, process


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
    parser.add_argument("--keep", type=Path, help="SQLite: the files stay in this folder for further runs")
    options = parser.parse_args()
    reference: dict[str, Times] = {}
    for rows in map(rounded, options.rows):
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=options.folder)))
            place = prepare(options.engine, rows, folder, stack, options.keep)
            times = asyncio.run(measure(place, rows, folder, reference, options))
            reference = reference or times


if __name__ == "__main__":
    main()
