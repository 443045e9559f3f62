"""Detections: analysis replaces them as a whole, captions update them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from custom_components.mycamera.database import (
    FACTUAL,
    AnalysisStatus,
    Box,
    CaptionStatus,
    Cursor,
    Database,
    DetectionRow,
    FileRoot,
    PathPoint,
    RecordRow,
)

from ..rows import CAMERA, OTHER, minute, new_detection, new_gap, new_record


async def claimed_record(database: Database, number: int = 0, camera_id: str = CAMERA) -> RecordRow:
    await database.add_record(new_record(number, camera_id))
    (record,) = await database.claim_analyses(1)
    return record


async def test_a_detection_comes_back_as_it_went_in(database: Database) -> None:
    record = await claimed_record(database)
    await database.finish_analysis(record.id, [new_detection("E1")], model="yolov8n.pt")
    row = await database.get_detection("E1")
    assert row == DetectionRow(
        id=row.id if row else 0,
        event_id="E1",
        record_log_id=record.id,
        camera_id=CAMERA,
        frame_number=120,
        timestamp=8.0,
        first_seen=minute(0) + timedelta(seconds=5),
        last_seen=minute(0) + timedelta(seconds=13),
        confidence=0.625,
        box=Box(0.1, 0.2, 0.3, 0.9),
        path=(PathPoint(5.0, Box(0.0, 0.2, 0.2, 0.9)), PathPoint(13.0, Box(0.8, 0.2, 1.0, 0.9))),
        image_path="E1.jpg",
        thumbnail_path="E1.thumb.jpg",
        model="yolov8n.pt",
        caption="A person walks from left to right, 8 s",
        caption_zh="一人从左向右走过，8秒",
        caption_source=FACTUAL,
        caption_status=CaptionStatus.PENDING,
        caption_attempts=0,
        caption_error=None,
        caption_next_try=None,
        caption_model=None,
        caption_seconds=None,
        captioned_at=None,
        created_at=row.created_at if row else None,
    )
    assert await database.latest_detection(CAMERA) == row
    assert await database.latest_detection(OTHER) is None
    assert await database.detections_of(record.id) == [row]
    finished = await database.get_record(record.id)
    assert finished is not None
    assert (finished.analysis_status, finished.analysis_model) == (AnalysisStatus.DONE, "yolov8n.pt")
    assert finished.analyzed_at is not None
    assert datetime.now(UTC) - finished.analyzed_at < timedelta(minutes=1)


async def test_finishing_twice_leaves_no_duplicates_and_keeps_captions(database: Database) -> None:
    record = await claimed_record(database)
    found = [new_detection("E1"), new_detection("E2")]
    await database.finish_analysis(record.id, found, model="a")
    await database.set_caption("E1", caption="a man", caption_zh="一个男人", model="blip2", seconds=1.5)
    await database.finish_analysis(record.id, [*found, new_detection("E3")], model="a")
    assert {row.event_id for row in await database.detections_of(record.id)} == {"E1", "E2", "E3"}
    kept = await database.get_detection("E1")
    assert kept is not None
    assert kept.caption == "a man"
    # An analysis with another result replaces the earlier one as a whole.
    await database.finish_analysis(record.id, [new_detection("E4")], model="b")
    assert [row.event_id for row in await database.detections_of(record.id)] == ["E4"]
    deleted = {row.file_path for row in await database.pending_deletions(FileRoot.SNAPSHOTS)}
    assert deleted == {path for each in [*found, new_detection("E3")] for path in each.pictures}, "and their pictures"
    await database.finish_analysis(record.id, [], model="b")
    assert await database.detections_of(record.id) == []
    await database.finish_analysis(record.id + 1000, [new_detection("E5")], model="b")
    assert await database.get_detection("E5") is None


async def test_a_live_detection_joins_the_record_that_covers_it(database: Database) -> None:
    await database.add_detection(CAMERA, new_detection("E1"))
    await database.add_record(new_record(0))
    await database.add_detection(CAMERA, new_detection("E2"))
    await database.add_detection(OTHER, new_detection("E3"))
    record = await database.latest_record(CAMERA)
    assert record is not None
    joined = {row.event_id: row.record_log_id for row in (await database.page_detections()).items}
    assert joined == {"E1": None, "E2": record.id, "E3": None}
    # Reported again, now that there is footage.
    await database.add_detection(CAMERA, new_detection("E1"))
    again = await database.get_detection("E1")
    assert again is not None
    assert again.record_log_id == record.id


async def test_the_oldest_captions_can_be_claimed_too(database: Database) -> None:
    for number in range(1, 5):
        await database.add_detection(CAMERA, new_detection(f"E{number}", number))
    (oldest,) = await database.claim_captions(1, oldest=True)
    (newest,) = await database.claim_captions(1)
    assert (oldest.event_id, newest.event_id) == ("E1", "E4")
    asked_for = await database.claim_captions(5, event_ids=["E4", "E2", "gone"])
    assert [row.event_id for row in asked_for] == ["E2"], "of those who wait"


async def test_captions_are_set_failed_and_tried_again(database: Database) -> None:
    await database.add_detection(CAMERA, new_detection("E1", 1))
    await database.add_detection(CAMERA, new_detection("E2", 2))
    await database.add_detection(CAMERA, new_detection("E3", 3, caption_status=CaptionStatus.OFF))
    now = datetime.now(UTC)
    assert await database.count_pending_captions() == 2
    assert [row.event_id for row in await database.claim_captions(5, now=now)] == ["E2", "E1"]
    assert await database.claim_captions(5, now=now) == []
    await database.set_caption("E2", caption="a man", caption_zh="一个男人", model="blip2", seconds=1.5)
    await database.fail_caption("E1", "out of memory", retry_at=now + timedelta(minutes=1))
    assert await database.claim_captions(5, now=now) == []
    (retried,) = await database.claim_captions(5, now=now + timedelta(minutes=1))
    assert (retried.event_id, retried.caption_attempts, retried.caption_error) == ("E1", 2, "out of memory")
    await database.fail_caption("E1", "worker away", retry_at=now, attempts=1)
    (given_back,) = await database.claim_captions(5, now=now)
    assert (given_back.caption_attempts, given_back.caption_error) == (2, "worker away")
    await database.fail_caption("E1", "x" * 5000, retry_at=None)
    failed = await database.get_detection("E1")
    assert failed is not None
    assert (failed.caption_status, failed.caption_source) == (CaptionStatus.FAILED, FACTUAL)
    done = await database.get_detection("E2")
    assert done is not None
    assert (done.caption, done.caption_zh, done.caption_source) == ("a man", "一个男人", "blip2")
    assert (done.caption_status, done.caption_model, done.caption_seconds) == (CaptionStatus.DONE, "blip2", 1.5)
    assert done.captioned_at is not None

    assert await database.requeue_captions() == ["E3", "E1"]
    assert await database.requeue_captions(force=True, event_ids=["E2"]) == ["E2"]
    assert await database.requeue_captions(force=True, camera_ids=[OTHER]) == []
    assert [row.event_id for row in await database.claim_captions(9)] == ["E3", "E2", "E1"]
    assert await database.release_captions() == 3
    assert await database.count_pending_captions() == 3


async def test_pages_and_search(database: Database) -> None:
    texts = {
        "E1": ("A man in a red coat", "一个穿红色外套的男人"),
        "E2": ("A woman with 100% cotton_bag", "一个女人拿着棉布袋"),
        "E3": ("Two red cars", "两辆红色汽车"),
    }
    for number, (event_id, (caption, caption_zh)) in enumerate(texts.items()):
        camera = OTHER if event_id == "E3" else CAMERA
        await database.add_detection(camera, new_detection(event_id, number, caption=caption, caption_zh=caption_zh))

    async def found(**filters: Any) -> list[str]:
        return [row.event_id for row in (await database.page_detections(**filters)).items]

    assert await found() == ["E3", "E2", "E1"]
    assert await found(text="red") == ["E3", "E1"]
    assert await found(text="RED man") == ["E1"]
    assert await found(text="红色") == ["E3", "E1"]
    assert await found(text="红色 男人") == ["E1"]
    assert await found(text="red", camera_id=CAMERA) == ["E1"]
    assert await found(text="100%") == ["E2"]
    assert await found(text="cotton_b") == ["E2"]
    assert await found(text="ed") == []
    assert await found(text="_") == ["E2"]
    assert await found(text="'; DROP TABLE person_detection; --") == []
    assert await found(since=minute(1), until=minute(2)) == ["E2"]
    assert await found(caption_status=CaptionStatus.DONE) == []

    page = await database.page_detections(limit=2)
    assert isinstance(page.next, Cursor)
    # What is added meanwhile does not shift the following page.
    await database.add_detection(CAMERA, new_detection("E9", 9))
    following = await database.page_detections(limit=2, before=page.next)
    assert [row.event_id for row in following.items] == ["E1"]
    assert following.next is None


async def test_gaps_are_updated_and_paged(database: Database) -> None:
    await database.add_gap(new_gap(0))
    await database.add_gap(new_gap(0, end_time=minute(5), cause="stalled", error=None))
    await database.add_gap(new_gap(10))
    await database.add_gap(new_gap(10, OTHER))
    gaps = (await database.page_gaps(camera_id=CAMERA)).items
    assert [(gap.start_time, gap.end_time, gap.cause, gap.error) for gap in gaps] == [
        (minute(10), minute(11), "unreachable", "No route to host"),
        (minute(0), minute(5), "stalled", None),
    ]
    # A gap counts for every span that it touches.
    assert len((await database.page_gaps(since=minute(4), until=minute(5))).items) == 1
    assert len((await database.page_gaps(since=minute(5), until=minute(10))).items) == 0
    page = await database.page_gaps(limit=2)
    assert page.next is not None
    assert len((await database.page_gaps(limit=2, before=page.next)).items) == 1


@pytest.mark.parametrize("seconds", [float("inf"), float("nan")])
def test_numbers_that_are_none_are_refused(seconds: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        new_detection("E1", timestamp=seconds)
    with pytest.raises(ValueError, match="finite"):
        new_detection("E1", box=Box(0, 0, seconds, 1))
