"""From the camera to the last entity, on SQLite and with caption models. The tests build on each other, in order.

What is done in the panel, and what interrupts it, have files of their own that go on in the same house.
"""

import asyncio
import json
import re
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from scripts.demo.browser import Browser
from scripts.demo.client import CommandError, Message
from scripts.demo.flows import ENTRY_FLOWS, SUBENTRY_FLOWS, FlowRejectedError, run_flow
from scripts.demo.mycamera import cameras, find_hub, set_up_hub

from .faults.footage import LATE
from .house import House, moment, probe
from .page import Page

CAMERA_KEYS = {
    "live",
    "person",
    "caption_en",
    "caption_zh",
    "last_person",
    "person_event",
    "last_recording_status",
    "recording",
    "recording_status",
    "detection",
}
HUB_KEYS = {"worker", "pending_analyses", "database"}
JPEG = b"\xff\xd8\xff"


@pytest.mark.parametrize(
    ("wrong", "step", "field"),
    [
        ({"recordings_path": "relative/path"}, "storage", "recordings_path"),
        ({"recordings_path": "/proc/mycamera"}, "storage", "recordings_path"),
        ({"python": "/no/such/python"}, "worker_managed", "python"),
        ({"python": "/usr/bin/true"}, "worker_managed", "python"),
        ({"detector_model": ""}, "models", "detector_model"),
        ({"person_classes": []}, "models", "person_classes"),
        (
            {"type": "mysql", "host": "127.0.0.1", "port": 1, "username": "u", "password": "p", "name": "n"},
            "mysql",
            None,
        ),
        ({"mode": "remote", "url": "ws://127.0.0.1:1", "token": "t"}, "worker_remote", "url"),
    ],
)
async def test_wrong_hub_settings_are_refused(
    sqlite_house: House, wrong: dict[str, Any], step: str, field: str | None
) -> None:
    answers = {**sqlite_house.settings.answers(), **wrong}
    with pytest.raises(FlowRejectedError) as refusal:
        await run_flow(sqlite_house.client, ENTRY_FLOWS, {"handler": "mycamera"}, answers)
    assert refusal.value.step == step
    assert field is None or field in refusal.value.errors
    assert await find_hub(sqlite_house.client) is None


async def test_the_hub_is_set_up(sqlite_house: House) -> None:
    await sqlite_house.set_up_hub()
    with pytest.raises(FlowRejectedError, match="single_instance_allowed"):
        await set_up_hub(sqlite_house.client, sqlite_house.settings)


async def test_the_panel_says_what_comes_first(sqlite_house: House, tmp_path: Path) -> None:
    async with Browser(tmp_path, width=390, height=844) as browser:
        await browser.log_in(sqlite_house.client)
        await browser.open(f"{sqlite_house.client.url}/mycamera")
        page = Page(browser, sqlite_house)
        await page.until("mycamera-panel >>> .message h2", "e.textContent === 'No camera yet'", "a camera comes first")
        await browser.picture(tmp_path / "first.jpg")
        assert await page.accessibility_problems("mycamera-panel") == []
        await page.until("mycamera-panel >>> .message a", "(e.click(), true)", "a button leads there")
        await page.until("ha-config-integration-page", "true", "to MyCamera's settings")
        assert browser.errors == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"password": "wrong"}, "password"),
        ({"main_path": "/nowhere"}, "main_path"),
        ({"sub_path": "/nowhere"}, "sub_path"),
        ({"port": 1}, "host"),
        ({"host": "camera.invalid"}, "host"),
        ({"host": "a b"}, "host"),
        ({"name": ""}, "name"),
    ],
)
async def test_wrong_camera_settings_are_refused(sqlite_house: House, wrong: dict[str, Any], field: str) -> None:
    answers = {**sqlite_house.camera_answers, **wrong}
    start = {"handler": [sqlite_house.entry_id, "camera"]}
    with pytest.raises(FlowRejectedError) as refusal:
        await run_flow(sqlite_house.client, SUBENTRY_FLOWS, start, answers, choices=["address"])
    assert field in refusal.value.errors
    assert not await cameras(sqlite_house.client, sqlite_house.entry_id)


async def test_the_camera_is_set_up(sqlite_house: House) -> None:
    await sqlite_house.set_up_camera()
    assert set(sqlite_house.camera_keys) >= CAMERA_KEYS
    assert set(sqlite_house.hub_keys) >= HUB_KEYS
    await sqlite_house.reaches("recording_status", "recording", 60)
    await sqlite_house.reaches("worker", "connected", 120)
    assert (await sqlite_house.state("recording"))["state"] == "on"
    assert (await sqlite_house.state("detection"))["state"] == "on"
    assert (await sqlite_house.state("database"))["state"] == "on"


async def test_a_minute_is_recorded(sqlite_house: House) -> None:
    row = await sqlite_house.full_segment()
    assert row["camera_id"] == sqlite_house.camera_id
    assert row["camera_ip"] == sqlite_house.camera.host
    assert row["error"] is None
    assert not Path(row["file_path"]).is_absolute()
    path = sqlite_house.recordings / row["file_path"]
    assert path.stat().st_size == row["file_size"]
    video = await probe(path)
    assert (video["codec_name"], video["width"], video["height"]) == ("h264", 1280, 720)
    assert video["duration"] == pytest.approx(60, abs=LATE)
    assert video["duration"] == pytest.approx(row["duration"], abs=0.2)
    assert int(video["nb_read_packets"]) == pytest.approx(15 * video["duration"], abs=5)
    start, end = moment(row["start_time"]), moment(row["end_time"])
    assert (end - start).total_seconds() == pytest.approx(video["duration"], abs=LATE)
    assert (start.second + 2) % 60 <= 2 + LATE, "segments are cut by the clock"
    assert datetime.now(UTC) - timedelta(minutes=30) < start < datetime.now(UTC)
    told: list[Message] = []

    async def is_told() -> bool:
        # The row comes first, then the event.
        heard = sqlite_house.seen("mycamera_recording")
        told[:] = [event for event in heard if event["file_path"] == row["file_path"]]
        return bool(told)

    await sqlite_house.eventually(is_told, "the recording is told", 60)
    assert [(event["camera_id"], event["status"]) for event in told] == [(sqlite_house.camera_id, "success")]


async def test_consecutive_segments_leave_no_gap(sqlite_house: House) -> None:
    rows: list[Message] = []

    async def consecutive() -> bool:
        rows[:] = [row for row in await sqlite_house.rows.records() if row["status"] == "success"]
        return len(rows) >= 2

    await sqlite_house.eventually(consecutive, "a second segment is recorded", 240)
    for before, after in pairwise(rows):
        gap = moment(after["start_time"]) - moment(before["end_time"])
        assert abs(gap) < timedelta(seconds=1.5)
    since = min(str(row["start_time"]) for row in rows)
    gaps = await sqlite_house.rows.read("SELECT * FROM recording_gap")
    assert [gap for gap in gaps if str(gap["end_time"]) > since] == []


async def test_persons_are_found(sqlite_house: House) -> None:
    record = await sqlite_house.full_segment()
    assert record["analysis_status"] == "done", record["analysis_error"]
    persons = await sqlite_house.persons(record)
    assert 1 <= len(persons) <= 60, "one row per appearance, not per frame"
    for row in persons:
        assert row["camera_id"] == sqlite_house.camera_id
        assert 0.4 <= row["confidence"] <= 1
        assert row["first_seen"] <= row["last_seen"]
        assert moment(row["first_seen"]) <= moment(record["end_time"]) + timedelta(seconds=2)
        assert moment(record["start_time"]) - timedelta(seconds=2) <= moment(row["last_seen"])
        assert 0 <= row["timestamp"] <= record["duration"] + 1
        assert (sqlite_house.snapshots / row["image_path"]).read_bytes().startswith(JPEG)
        assert row["caption"]
    assert len({row["event_id"] for row in persons}) == len(persons)
    live = {row["event_id"] for row in persons if row["best_time"]}
    await sqlite_house.eventually(lambda: sqlite_house.all_told(live), "everybody who was seen live is told", 60)
    found = sqlite_house.seen("mycamera_person")
    told = [event["event_id"] for event in found]
    assert len(set(told)) == len(told), "one person, one event"
    for event in found:
        assert event["camera_id"] == sqlite_house.camera_id
        assert event["caption_source"] == "factual", "a person is told at once, with what the track alone says"
        assert event["caption"].isascii()
        assert re.search("[\u4e00-\u9fff]", event["caption_zh"])


async def test_every_recorded_second_is_analysed_once(sqlite_house: House) -> None:
    """By what was watched live or from the file: each segment's ranges are what the watch left out."""

    async def watched() -> bool:
        # How much of a segment a busy machine can watch is its own affair; it must only say so.
        rows = [row for row in await sqlite_house.rows.records() if row["analysis_status"] == "done"]
        return any(str(row["analysis_model"]).endswith(" live") or row["analysis_ranges"] for row in rows)

    await sqlite_house.eventually(watched, "a segment that was watched, or a part of it", 900)
    # In this order: what is done was watched before.
    done = [row for row in await sqlite_house.rows.records() if row["analysis_status"] == "done"]
    spans = [
        (moment(row["start_time"]), moment(row["end_time"]))
        for row in await sqlite_house.rows.read("SELECT * FROM live_coverage")
    ]
    for row in done:
        start, end = moment(row["start_time"]), moment(row["end_time"])
        length = (end - start).total_seconds()
        live = str(row["analysis_model"]).endswith(" live")
        ranges = [] if live else json.loads(row["analysis_ranges"] or "null") or [[0.0, length]]
        for tenth in range(int(length * 10)):
            moment_of = tenth / 10
            by_file = sum(since <= moment_of < until for since, until in ranges)
            by_watch = sum(since <= start + timedelta(seconds=moment_of) < until for since, until in spans)
            tolerated = min(
                (abs((start + timedelta(seconds=moment_of) - edge).total_seconds()) for span in spans for edge in span),
                default=60.0,
            )
            assert by_file + by_watch == 1 or tolerated <= 0.6, (row["file_path"], moment_of)


async def test_who_is_there_now_is_told_now(sqlite_house: House) -> None:
    known = len(sqlite_house.seen("mycamera_person"))
    now: list[Message] = []

    async def somebody_new() -> bool:
        # Of whom a busy machine did not see live the recording tells, minutes later.
        fresh = datetime.now(UTC) - timedelta(seconds=20)
        new = sqlite_house.seen("mycamera_person")[known:]
        now[:] = [event for event in new if moment(event["last_seen"].replace("+00:00", "")) > fresh]
        return bool(now)

    await sqlite_house.eventually(somebody_new, "the next person is told of, and not after the segment's end", 150)
    event = now[0]
    assert (sqlite_house.snapshots / event["image_path"]).read_bytes().startswith(JPEG)


async def test_the_recording_gives_a_sharper_picture(sqlite_house: House) -> None:
    """Of the same event, without another one: the watched stream is 640 pixels wide, the recorded one 1280."""
    sharp: list[Message] = []

    def size_of(path: str) -> tuple[int, int]:
        with Image.open(sqlite_house.snapshots / path) as picture:
            return picture.size

    async def shown_by_the_recording() -> bool:
        # Who has not left for good may get another picture under our hands.
        left = datetime.now(UTC) - timedelta(seconds=20)
        sharp[:] = [
            row
            for row in await sqlite_house.rows.detections()
            if row["best_time"] and row["frame_number"] and moment(row["last_seen"]) < left
        ]
        return bool(sharp)

    await sqlite_house.eventually(shown_by_the_recording, "a picture out of the recording", 900)
    records = {record["id"]: record for record in await sqlite_house.rows.records()}
    for row in sharp:
        record = records[row["record_log_id"]]
        assert size_of(row["image_path"]) == (1280, 720)
        assert 0 <= row["timestamp"] <= record["duration"]
        assert row["frame_number"] == pytest.approx(15 * row["timestamp"], abs=3)
        taken = moment(record["start_time"]) + timedelta(seconds=row["timestamp"])
        assert abs(moment(row["best_time"]) - taken) < timedelta(milliseconds=100)
        tall = (row["box_bottom"] - row["box_top"]) * 720
        _, height = size_of(row["thumbnail_path"])
        assert min(320, tall) <= height <= min(320, 1.3 * tall) + 2, "cut around the person"
        assert 0.4 <= row["confidence"] <= 1
    those = {row["event_id"] for row in sharp}
    await sqlite_house.eventually(lambda: sqlite_house.all_told(those), "all of them are told", 60)
    told = [event["event_id"] for event in sqlite_house.seen("mycamera_person")]
    assert len(set(told)) == len(told), "the same event"
    served = await sqlite_house.client.fetch(f"/api/mycamera/snapshot/{sharp[0]['event_id']}")
    with Image.open(BytesIO(served.body)) as picture:
        assert picture.size == (1280, 720)


async def test_caption_models_replace_the_factual_captions(sqlite_house: House) -> None:
    async def captioned() -> bool:
        return bool(sqlite_house.seen("mycamera_caption"))

    await sqlite_house.eventually(captioned, "a caption by a model", 900)
    event = sqlite_house.seen("mycamera_caption")[0]
    assert event["caption_source"] != "factual"
    rows = await sqlite_house.rows.detections()
    row = next(row for row in rows if row["event_id"] == event["event_id"])
    assert (row["caption"], row["caption_zh"]) == (event["caption"], event["caption_zh"])
    assert row["caption_source"] == event["caption_source"]
    assert row["caption_status"] == "done"


async def test_states_show_the_latest(sqlite_house: House) -> None:
    for key in ("caption_en", "caption_zh", "last_person", "person_event", "last_recording_status"):
        assert (await sqlite_house.state(key))["state"] not in ("unknown", "unavailable"), key
    assert (await sqlite_house.state("last_recording_status"))["state"] == "success"
    caption = await sqlite_house.state("caption_en")
    assert len(caption["state"]) <= 255
    person = await sqlite_house.state("person_event")
    # Whoever is told of is a row by then.
    events = {row["event_id"] for row in await sqlite_house.rows.detections()}
    assert {caption["attributes"]["event_id"], person["attributes"]["event_id"]} <= events
    assert int((await sqlite_house.state("pending_analyses"))["state"]) >= 0


async def test_pictures_need_authentication(sqlite_house: House) -> None:
    client = sqlite_house.client
    row = (await sqlite_house.rows.detections())[0]
    record = await sqlite_house.full_segment()
    image, live = sqlite_house.camera_keys["last_person"], sqlite_house.camera_keys["live"]
    for path, kind in (
        (f"/api/mycamera/snapshot/{row['event_id']}", "image/jpeg"),
        (f"/api/mycamera/recording/{record['id']}", "video/mp4"),
        (f"/api/image_proxy/{image}", "image/jpeg"),
        (f"/api/camera_proxy/{live}", "image/jpeg"),
    ):
        refused = await client.fetch(path, authenticated=False)
        assert refused.status in (401, 403), path
        served = await client.fetch(path)
        assert (served.status, served.content_type) == (200, kind), (path, served.body[:200])
    path = f"/api/mycamera/snapshot/{row['event_id']}"
    signed = await client.fetch(await client.sign_path(path), authenticated=False)
    assert signed.body == (sqlite_house.snapshots / row["image_path"]).read_bytes()
    for path in ("snapshot/..%2f..%2fsecrets", "snapshot/none", "recording/0", "recording/-1"):
        assert (await client.fetch(f"/api/mycamera/{path}")).status in (400, 404), path


async def test_analyze_videos(sqlite_house: House) -> None:
    record = await sqlite_house.full_segment()
    start = moment(record["start_time"])
    call = {
        "entity_id": sqlite_house.camera_keys["live"],
        # This recording alone: the piece before the first full minute may have begun seconds earlier.
        "since": (start - timedelta(seconds=0.1)).isoformat(),
        "until": (start + timedelta(seconds=0.1)).isoformat(),
    }
    counts = await sqlite_house.analyze(**call, wait=True)
    assert counts["queued"] == 0, "what is analysed is not analysed again"
    # Who is still there, or left just now, stays in any case: let them be gone.
    end = moment(record["end_time"])
    await asyncio.sleep(max(0.0, (end + timedelta(seconds=30) - datetime.now(UTC)).total_seconds()))
    counts = await sqlite_house.analyze(**call, force=True, wait=True)
    assert (counts["queued"], counts["analyzed"], counts["failed"]) == (1, 1, 0)
    after = await sqlite_house.persons(record)
    stayed = {row["event_id"] for row in after if row["best_time"]}
    assert counts["persons"] <= len(after) - len(stayed)
    await sqlite_house.analyze(**call, force=True, wait=True)
    rows = await sqlite_house.rows.detections()
    live = {row["event_id"]: row for row in rows if row["best_time"]}
    assert {name for name, row in live.items() if row["record_log_id"] == record["id"]} <= stayed, "told twice"
    # Nobody is lost. Who stays on gets a better picture in the next minute, and goes with it to the recording of that;
    # who is seen by this recording alone, and whose live row was still held before, is what the recording shows.
    moved = [live[name] for name in stayed & live.keys() if live[name]["record_log_id"] != record["id"]]
    assert all(moment(row["best_time"]) >= end for row in moved)
    gone = [row for row in after if row["event_id"] in stayed - live.keys()]
    assert all(moment(row["first_seen"]) >= start - timedelta(seconds=1) for row in gone)
    found = [row for row in rows if row["record_log_id"] == record["id"] and not row["best_time"]]
    assert len(found) == len(after) - len(stayed), "the persons are replaced, not added"


@pytest.mark.parametrize(
    "wrong",
    [
        {"limit": 0},
        {"since": "2026-01-02T00:00:00+00:00", "until": "2026-01-01T00:00:00+00:00"},
        {"since": "yesterday"},
        {"entity_id": "camera.of_someone_else"},
        {"camera": "sun.sun"},
        {"unknown": 1},
    ],
)
async def test_wrong_action_data_is_refused(sqlite_house: House, wrong: dict[str, Any]) -> None:
    with pytest.raises(CommandError):
        await sqlite_house.analyze(**wrong)


async def test_a_file_that_is_no_video_fails_alone(sqlite_house: House) -> None:
    record = (await sqlite_house.rows.records())[0]
    path = sqlite_house.recordings / record["file_path"]
    kept = path.read_bytes()
    path.write_bytes(b"this is no video" * 1000)
    start = moment(record["start_time"])
    try:
        counts = await sqlite_house.analyze(
            since=(start - timedelta(seconds=0.1)).isoformat(),
            until=(start + timedelta(seconds=0.1)).isoformat(),
            force=True,
            wait=True,
        )
    finally:
        path.write_bytes(kept)
    assert (counts["queued"], counts["analyzed"], counts["failed"]) == (1, 0, 1)
    row = next(row for row in await sqlite_house.rows.records() if row["id"] == record["id"])
    assert row["analysis_status"] == "failed"
    assert row["analysis_error"]
    assert (await sqlite_house.state("worker"))["state"] == "connected"
