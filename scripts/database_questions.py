"""Every question that the integration asks of its database, for scripts/bench_database.py and the tests of plans."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta, timezone
from typing import Any

from custom_components.mycamera.database import (
    AnalysisStatus,
    Box,
    CaptionStatus,
    Cursor,
    Database,
    NewDetection,
    NewRecord,
    PathPoint,
    RecordMeasure,
    RecordStatus,
)
from scripts.database_seeds import (
    CAMERAS,
    END,
    OLD,
    RARE,
    start_of,
)

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
        "records: largest of a day": lambda run: ask.greatest_records(
            RecordMeasure.SIZE, since=moment(run) - timedelta(days=1), until=moment(run)
        ),
        "records: longest of a day of camera": lambda run: ask.greatest_records(
            RecordMeasure.DURATION, camera_id=camera(run), since=moment(run) - timedelta(days=1), until=moment(run)
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
        "detections: there at a moment": lambda run: ask.persons_there(camera(run), moment(run), moment(run), limit=20),
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
        "queue: claim 8 oldest captions": lambda _: ask.claim_captions(8, oldest=True),
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
