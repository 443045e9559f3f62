"""The hub and a worker that tells what it sees: news at once, rows, pictures, and what is left of recordings."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from homeassistant.core import Event, HomeAssistant
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_capture_events

from custom_components.mycamera.const import DOMAIN, EVENT_PERSON
from custom_components.mycamera.database import AnalysisStatus, Database
from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.recording.archive.segment import Segment, SegmentStatus
from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.messages import ClientMessage
from custom_components.mycamera.worker.protocol.pictures import Picture
from custom_components.mycamera.worker.protocol.recordings import Analyze
from custom_components.mycamera.worker.protocol.values import Box
from custom_components.mycamera.worker.protocol.watch import PresentPerson, Watch, Watched, WatchState

from ..analysis.scripted_worker import JPEG, TOKEN, Answer, ScriptedWorker, analyzed, appearance, polite, serving
from ..stand_in import HUB_DATA, camera_subentry, set_up

pytestmark = pytest.mark.usefixtures("socket_enabled")

CAMERA = "01CAMERA"
HERE: Box = (0.4, 0.2, 0.5, 0.8)


class Way:
    """A loaded hub with one camera, whose worker says what the test wants."""

    def __init__(self, hass: HomeAssistant, entry: MockConfigEntry, worker: ScriptedWorker) -> None:
        self.hass = hass
        self.entry = entry
        self.worker = worker
        self.persons: list[Event[dict[str, Any]]] = async_capture_events(hass, EVENT_PERSON)

    @property
    def hub(self) -> Hub:
        hub: Hub = self.entry.runtime_data
        return hub

    @property
    def database(self) -> Database:
        return self.hub.database

    def state(self, entity_id: str) -> str:
        found = self.hass.states.get(entity_id)
        assert found is not None, entity_id
        return found.state

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not condition():
                await asyncio.sleep(0.02)
        await self.hass.async_block_till_done()

    async def row(self, event_id: str) -> Any:
        async with asyncio.timeout(60):
            while (row := await self.database.get_detection(event_id)) is None:
                await asyncio.sleep(0.02)
        return row

    async def say(
        self, event_id: str, phase: Literal["began", "better", "ended"], *, came: datetime, seen: datetime
    ) -> None:
        """Have the worker tell of somebody."""
        name = f"{event_id}.{phase}"
        for picture in (name, f"{name}t"):
            await self.worker.send(self.worker.sockets[-1], Picture(id=picture, jpeg=JPEG + phase.encode()))
        await self.worker.push(
            LiveAppearance(
                id=event_id,
                camera=CAMERA,
                phase=phase,
                first_seen=came.timestamp(),
                last_seen=seen.timestamp(),
                best_time=seen.timestamp(),
                best_box=HERE,
                confidence=0.7,
                sightings=5,
                path=(PathPoint(time=0.0, box=HERE), PathPoint(time=(seen - came).total_seconds(), box=HERE)),
                snapshot=name,
                thumbnail=f"{name}t",
                model="person.pt",
            )
        )

    async def watched(self, since: datetime, until: datetime, *present: PresentPerson) -> None:
        message = Watched(
            camera=CAMERA, since=since.timestamp(), until=until.timestamp(), present=present, model="person.pt"
        )
        await self.worker.push(message)

    async def record(self, start: datetime, end: datetime) -> None:
        """Have the recorder report a closed segment."""
        self.hub.record_writer.put(
            self.hub.cameras[CAMERA],
            Segment(
                camera_id=CAMERA,
                start=start,
                end=end,
                status=SegmentStatus.SUCCESS,
                file_path=f"{CAMERA}/{start:%H%M%S}.mp4",
                file_size=1000,
                duration=(end - start).total_seconds(),
                codec="h264",
                width=1280,
                height=720,
            ),
        )

    async def analysis(self, start: datetime, wanted: AnalysisStatus) -> Any:
        """Return the record that begins then, as soon as its analysis is as wanted."""
        async with asyncio.timeout(60):
            while True:
                row = await self.database.record_covering(CAMERA, start)
                if row is not None and row.analysis_status is wanted:
                    return row
                await asyncio.sleep(0.05)


def answers(message: ClientMessage) -> list[Answer]:
    """Greet, find nobody in recordings, and say that cameras are watched."""
    match message:
        case Analyze(job=job):
            return [analyzed(job)]
        case Watch(camera=camera):
            return [WatchState(camera=camera, watching=True)]
    return polite()(message)


@pytest.fixture
async def way(hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Way]:
    # Who is slow here is this machine: a recording waits for what was watched of it until that is told.
    for limit in ("hub.record_writer.HOLD", "analysis.live.live_persons.SETTLE_AFTER"):
        monkeypatch.setattr(f"custom_components.mycamera.{limit}", timedelta(minutes=10))
    async with serving(ScriptedWorker(answers)) as worker:
        hass.config.config_dir = str(tmp_path)
        (tmp_path / ".storage").mkdir()
        data: dict[str, Any] = {
            **HUB_DATA,
            "database": {"type": "sqlite"},
            "storage": {"recordings_path": str(tmp_path / "rec"), "snapshots_path": str(tmp_path / "snap")},
            "worker": {"mode": "remote", "url": worker.url, "token": TOKEN},
        }
        camera = camera_subentry(CAMERA, host="127.0.0.1", port=9)
        entry = MockConfigEntry(domain=DOMAIN, title="MyCamera", data=data, subentries_data=[camera])
        entry.add_to_hass(hass)
        way = Way(hass, entry, worker)
        await set_up(hass, tmp_path)
        await worker.wait_heard(Watch)
        yield way
        async with asyncio.timeout(60):
            assert await hass.config_entries.async_unload(entry.entry_id)


def ago(seconds: float) -> datetime:
    return dt_util.utcnow() - timedelta(seconds=seconds)


async def test_a_person_is_news_with_a_picture_at_once(way: Way) -> None:
    came = ago(0.6)
    await way.say("p1", "began", came=came, seen=ago(0))
    await way.until(lambda: way.persons)
    event = way.persons[0].data
    assert event["event_id"] == "p1"
    assert event["caption_source"] == "factual"
    assert not event["from_history"]
    assert (way.hub.snapshots_root / event["image_path"]).read_bytes().startswith(JPEG)
    shown = way.hass.states.get("event.front_door_person_appeared")
    assert shown is not None
    assert shown.attributes["event_id"] == "p1"
    row = await way.row("p1")
    assert row.record_log_id is None
    picture = way.state("image.front_door_last_person")
    await way.say("p1", "better", came=came, seen=ago(0))
    await way.until(lambda: way.state("image.front_door_last_person") != picture)
    await way.say("p1", "ended", came=came, seen=ago(0))
    await way.until(lambda: (way.hub.snapshots_root / event["image_path"]).read_bytes().endswith(b"ended"))
    assert len(way.persons) == 1, "who stays is no new event"


async def test_a_recording_that_was_watched_is_done(way: Way) -> None:
    start, end = ago(30), ago(0.2)
    came = start + timedelta(seconds=10)
    await way.say("p1", "began", came=came, seen=came + timedelta(seconds=1))
    await way.say("p1", "ended", came=came, seen=came + timedelta(seconds=8))
    await way.watched(start - timedelta(seconds=5), end + timedelta(seconds=1))
    await way.record(start, end)
    row = await way.analysis(start, AnalysisStatus.DONE)
    assert row.analysis_model == "person.pt live"
    assert row.has_person
    (person,) = await way.database.detections_of(row.id)
    assert person.event_id == "p1"
    assert person.timestamp == pytest.approx(18, abs=1)
    assert not [message for message in way.worker.heard if isinstance(message, Analyze)]


async def test_only_the_rest_is_analysed(way: Way) -> None:
    start, end = ago(30), ago(0.2)
    await way.watched(start, start + timedelta(seconds=10))
    await way.watched(start + timedelta(seconds=15), end + timedelta(seconds=1))
    await way.record(start, end)
    row = await way.analysis(start, AnalysisStatus.DONE)
    (job,) = await way.worker.wait_heard(Analyze)
    ((since, until),) = job.ranges
    assert since == pytest.approx(10, abs=0.1)
    assert until == pytest.approx(15, abs=0.1)
    assert row.analysis_model == "person.pt"


async def test_without_a_watch_everything_is_analysed(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.mycamera.analysis.live.live_persons.SETTLE_AFTER", timedelta(seconds=0.5))
    start, end = ago(30), ago(0.2)
    await way.record(start, end)
    await way.analysis(start, AnalysisStatus.DONE)
    (job,) = await way.worker.wait_heard(Analyze)
    assert job.ranges == ()


async def test_a_reload_is_no_news(way: Way) -> None:
    came = ago(5)
    seen = came + timedelta(seconds=4)
    await way.say("p1", "began", came=came, seen=seen)
    await way.until(lambda: way.persons)
    assert await way.hass.config_entries.async_reload(way.entry.entry_id)
    await way.hass.async_block_till_done()
    await way.worker.wait_heard(Watch, 2)
    later = seen + timedelta(seconds=1)  # however long it takes to load it
    await way.say("q1", "began", came=later, seen=later)
    await way.say("q1", "ended", came=later, seen=later + timedelta(seconds=1))
    async with asyncio.timeout(60):
        while (await way.row("p1")).last_seen < later:
            await asyncio.sleep(0.02)
    assert len(way.persons) == 1
    assert await way.database.get_detection("q1") is None


async def test_who_stays_over_the_end_of_recordings_is_one_event(way: Way) -> None:
    """As without a watch: the parts of one person are found in two recordings, and told once."""
    start = ago(7200)
    middle = start + timedelta(seconds=60)

    def answer(message: ClientMessage) -> list[Answer]:
        if not isinstance(message, Analyze):
            return answers(message)
        later = f"{middle:%H%M%S}" in message.source
        first, last = (0.2, 20.0) if later else (30.0, 59.9)
        found = appearance(1, f"{message.job}.1", first=first, last=last)
        found = replace(found, path=(PathPoint(time=first, box=HERE), PathPoint(time=last, box=HERE)))
        return [Picture(id=f"{message.job}.1", jpeg=JPEG), analyzed(message.job, found)]

    way.worker.answer = answer
    await way.record(start, middle)
    await way.record(middle, middle + timedelta(seconds=60))
    first = await way.analysis(start, AnalysisStatus.DONE)
    await way.analysis(middle, AnalysisStatus.DONE)
    await way.until(lambda: way.persons)  # rows know of them before they are told
    page = await way.database.page_detections()
    assert [(row.record_log_id, round((row.last_seen - start).total_seconds())) for row in page.items] == [
        (first.id, 80)
    ]
    assert len(way.persons) == 1
