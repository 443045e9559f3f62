#!/usr/bin/env python3
"""Measure every question that the integration asks of its database.

Seeds a database of the wanted size by bulk load, asks each question many times through the integration's own door, and
prints how long it took and the plan that the engine chose. Run it with the Python of the tests, for example:

    .venvs/test/bin/python scripts/bench_database.py --engine sqlite --rows 1000000
    .venvs/test/bin/python scripts/bench_database.py --engine mariadb --rows 1000000

MariaDB is a private server on a temporary folder; nothing is left behind.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
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
from custom_components.mycamera.database.migrate import migrate
from tests.mariadb import MariaDb

CAMERAS = [f"01JQBENCH00000000000CAMERA{number}" for number in range(8)]
END = datetime(2026, 11, 1, tzinfo=UTC)
WHO = [("man", "男人"), ("woman", "女人"), ("child", "孩子"), ("courier", "快递员")]
COLORS = [("red", "红色"), ("black", "黑色"), ("white", "白色"), ("blue", "蓝色")]
THINGS = [("coat", "外套"), ("backpack", "背包"), ("umbrella", "雨伞"), ("box", "箱子")]
RARE = ("accordion", "手风琴")
RARE_EVERY = 50_000
SLOW_SECONDS = 0.05

Row = tuple[Any, ...]
Question = Callable[[int], Awaitable[Any]]


def _pick(generator: random.Random, shares: dict[str, float]) -> str:
    return generator.choices(list(shares), list(shares.values()))[0]


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")


def start_of(number: int, rows: int) -> datetime:
    """Return when record `number` of `rows` begins: every camera one a minute, the last one just before END."""
    return END - timedelta(minutes=(rows - number) // len(CAMERAS) + 1, microseconds=-(number % len(CAMERAS)) * 7919)


def records(rows: int) -> Iterator[Row]:
    """Return rows of record_log as the integration makes them, oldest first."""
    generator = random.Random(1)  # noqa: S311 - reproducible data, not a secret
    for number in range(rows):
        camera, start = CAMERAS[number % len(CAMERAS)], start_of(number, rows)
        status = _pick(generator, {"success": 0.99, "failed": 0.007, "timeout": 0.003})
        analysis = _pick(generator, {"done": 0.98, "pending": 0.01, "failed": 0.005, "skipped": 0.005})
        yield (
            number + 1,
            camera,
            "192.0.2.7",
            _text(start),
            _text(start + timedelta(minutes=1)),
            status,
            f"{camera}/{start:%Y-%m-%d}/{start:%H-%M-%S}-{number}.mp4",
            generator.randrange(1_000_000, 60_000_000),
            60.0,
            "h264",
            1280,
            720,
            analysis,
            1,
        )


def detections(rows: int) -> Iterator[Row]:
    """Return rows of person_detection, oldest first."""
    generator = random.Random(2)  # noqa: S311 - reproducible data, not a secret
    path = "[" + ",".join(f"[{second},[0.1{second},0.2,0.3,0.9]]" for second in range(10)) + "]"
    for number in range(rows):
        first = start_of(number, rows) + timedelta(seconds=generator.random() * 50)
        who, color, thing = generator.choice(WHO), generator.choice(COLORS), generator.choice(THINGS)
        if number % RARE_EVERY == RARE_EVERY // 2:
            thing = RARE
        captions = {"done": 0.975, "pending": 0.01, "failed": 0.005, "off": 0.01}
        yield (
            number + 1,
            f"01JQ{number:022}",
            number + 1,
            CAMERAS[number % len(CAMERAS)],
            120,
            8.0,
            _text(first),
            _text(first + timedelta(seconds=8)),
            0.625,
            0.1,
            0.2,
            0.3,
            0.9,
            path,
            f"2026/{number:022}.jpg",
            f"2026/{number:022}.thumb.jpg",
            "yolov8n.pt",
            f"a {who[0]} with a {color[0]} {thing[0]} walks past the gate",
            f"一个{who[1]}带着{color[1]}{thing[1]}走过大门",
            "Salesforce/blip2-flan-t5-xl",
            _pick(generator, captions),
            1,
        )


RECORD_COLUMNS = (
    "id",
    "camera_id",
    "camera_ip",
    "start_time",
    "end_time",
    "status",
    "file_path",
    "file_size",
    "duration",
    "codec",
    "width",
    "height",
    "analysis_status",
    "analysis_attempts",
)
DETECTION_COLUMNS = (
    "id",
    "event_id",
    "record_log_id",
    "camera_id",
    "frame_number",
    "timestamp",
    "first_seen",
    "last_seen",
    "confidence",
    "box_left",
    "box_top",
    "box_right",
    "box_bottom",
    "path",
    "image_path",
    "thumbnail_path",
    "model",
    "caption",
    "caption_zh",
    "caption_source",
    "caption_status",
    "caption_attempts",
)
TABLES: tuple[tuple[str, tuple[str, ...], Callable[[int], Iterator[Row]]], ...] = (
    ("record_log", RECORD_COLUMNS, records),
    ("person_detection", DETECTION_COLUMNS, detections),
)


def seed_sqlite(path: Path, rows: int) -> None:
    """Fill a file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-400000")
        for name, columns, make in TABLES:
            marks = ",".join("?" * len(columns))
            statement = f"INSERT INTO {name} ({','.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own names
            connection.executemany(statement, make(rows))
        # No ANALYZE: the integration runs none either.
        connection.commit()


def seed_mariadb(server: MariaDb, database: str, rows: int) -> None:
    """Fill a server from a file."""
    for name, columns, make in TABLES:
        file = server.folder / f"{name}.tsv"
        with file.open("w", encoding="utf-8") as lines:
            lines.writelines("\t".join(map(str, row)) + "\n" for row in make(rows))
        names = ",".join(f"`{column}`" for column in columns)
        server.sql(
            "SET unique_checks=0, foreign_key_checks=0, sql_log_bin=0; "
            f"LOAD DATA INFILE '{file}' INTO TABLE `{database}`.{name} CHARACTER SET utf8mb4 ({names}); "
            f"ANALYZE TABLE `{database}`.{name}",
            seconds=7200,
        )
        file.unlink()


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
        "records: paths of a day": lambda run: ask.known_paths(camera(run), since=END - timedelta(days=1)),
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
        "search: frequent word": lambda _: ask.page_detections(text="umbrella"),
        "search: frequent word, Chinese": lambda _: ask.page_detections(text="雨伞"),
        "search: two words of camera": lambda run: ask.page_detections(text="red courier", camera_id=camera(run)),
        "search: rare word": lambda _: ask.page_detections(text=RARE[0]),
        "search: rare word, Chinese": lambda _: ask.page_detections(text=RARE[1]),
        "counts: one day": lambda run: ask.days(camera(run), first=moment(run).date(), last=moment(run).date()),
        "counts: 31 days of camera": lambda run: ask.days(camera(run), first=(END - timedelta(days=31)).date()),
        "counts: pending analyses": lambda _: ask.count_pending_analyses(),
        "counts: pending captions": lambda _: ask.count_pending_captions(),
        "queue: claim 4 analyses": lambda _: ask.claim_analyses(4),
        "queue: claim 8 captions": lambda _: ask.claim_captions(8),
        "write: add a record": lambda run: ask.add_record(record(run)),
        "write: add a detection": lambda run: ask.add_detection(camera(run), detection(run)),
        "write: finish an analysis": lambda run: ask.finish_analysis(
            run * 7919 % rows + 1, [detection(100_000 + run)], model="yolov8n.pt"
        ),
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
                prefix = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN "
                for row in connection.exec_driver_sql(prefix + statement, parameters).mappings():
                    if sqlite:
                        lines.append(str(row["detail"]))
                    else:
                        lines.append(
                            f"{row['table']}: {row['type']} {row['key']} rows={row['rows']} {row['Extra'] or ''}"
                        )
        engine.dispose()
        return list(dict.fromkeys(lines))[:4]


async def measure(config: DatabaseConfig, rows: int, folder: Path, *, runs: int, with_plans: bool) -> None:
    """Ask everything and print the times in milliseconds."""
    database = Database(config, journal_path=folder / "journal", timeout=120)
    await database.open()
    plans = Plans(config)
    print(f"{'question':40} {'p50':>9} {'p95':>9} {'max':>9}  ms")
    for name, question in questions(database, rows).items():
        took: list[float] = []
        await question(0)
        slowest = 0
        begun = time.perf_counter()
        for run in range(1, runs + 1):
            start = time.perf_counter()
            await question(run)
            took.append(time.perf_counter() - start)
            if took[-1] == max(took):
                slowest = run
            if time.perf_counter() - begun > 20:  # noqa: PLR2004 - seconds; slow questions get fewer runs
                break
        took.sort()
        p95 = took[min(len(took) - 1, int(len(took) * 0.95))]
        mark = "  SLOW" if p95 > SLOW_SECONDS else ""
        print(
            f"{name:40} {statistics.median(took) * 1e3:9.2f} {p95 * 1e3:9.2f} {took[-1] * 1e3:9.2f}{mark}", flush=True
        )
        if with_plans:
            # The plan of the slowest run: where an engine errs, it errs for some values only.
            plans.listening = True
            await question(slowest)
            plans.listening = False
            for line in plans.take():
                print(f"    {line}")
    await database.close()


def main() -> None:
    """Seed and measure."""
    # An end from outside, too, must end the server and remove its folder.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--engine", choices=("sqlite", "mariadb"), default="sqlite")
    parser.add_argument("--rows", type=int, default=100_000, help="of each of the two big tables")
    parser.add_argument("--runs", type=int, default=100, help="of each question")
    parser.add_argument("--no-plans", action="store_true")
    parser.add_argument("--folder", type=Path, help="where the database is made; the system's temporary folder if not")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=options.folder)))
        server = None
        if options.engine == "sqlite":
            config = DatabaseConfig.sqlite(folder / "bench.db")
        else:
            server = stack.enter_context(
                MariaDb("--innodb-buffer-pool-size=1G", "--innodb-log-file-size=512M", "--secure-file-priv=")
            )
            server.create_database("bench")
            config = DatabaseConfig.mysql(
                host=server.host, port=server.port, username=server.username, password=server.password, name="bench"
            )
        migrate(config)
        begun = time.perf_counter()
        if server is None:
            seed_sqlite(folder / "bench.db", options.rows)
        else:
            seed_mariadb(server, "bench", options.rows)
        print(f"{options.engine}: 2 x {options.rows} rows, loaded in {time.perf_counter() - begun:.0f} s")
        asyncio.run(measure(config, options.rows, folder, runs=options.runs, with_plans=not options.no_plans))


if __name__ == "__main__":
    main()
