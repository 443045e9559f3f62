"""Pictures of who was seen live, replaced by those of the recording: real rows and files, a scripted worker."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from homeassistant.core import HomeAssistant
from PIL import Image

from custom_components.mycamera.analysis.live import high_resolution_snapshots, live_persons
from custom_components.mycamera.analysis.live.high_resolution_snapshots import MOST_TRIES, HighResolutionSnapshots
from custom_components.mycamera.analysis.live.live_persons import LivePersons
from custom_components.mycamera.analysis.live.live_watches import LiveWatches
from custom_components.mycamera.analysis.worker_client import recording_sources
from custom_components.mycamera.analysis.worker_client import worker_connection as connection_module
from custom_components.mycamera.analysis.worker_client.recording_sources import RecordingSources
from custom_components.mycamera.analysis.worker_client.worker_connection import WorkerConnection
from custom_components.mycamera.const import FIRST_WORKER
from custom_components.mycamera.database import (
    Database,
    Detection,
    DetectionRow,
    NewDetection,
    NewRecord,
    RecordStatus,
)
from custom_components.mycamera.worker.protocol.analysis_settings import AnalysisSettings
from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.jobs import FailureCode, JobFailed
from custom_components.mycamera.worker.protocol.messages import ClientMessage
from custom_components.mycamera.worker.protocol.pictures import Picture
from custom_components.mycamera.worker.protocol.recordings import ExtractedFrame, ExtractFrames, FramesExtracted
from custom_components.mycamera.worker.protocol.values import Box

from ..parts import SameSettings, idle_captions, new_connection, only, opened, prepared
from ..scripted_worker import Answer, ScriptedWorker, polite, serving, welcome

pytestmark = pytest.mark.usefixtures("socket_enabled")

CAMERA = "c1"
HERE: Box = (0.4, 0.2, 0.5, 0.8)
NEAR: Box = (0.42, 0.21, 0.52, 0.81)
SUB, MAIN = (64, 36), (128, 72)


def jpeg(size: tuple[int, int], color: str = "gray") -> bytes:
    content = BytesIO()
    Image.new("RGB", size, color).save(content, "JPEG")
    return content.getvalue()


WATCHED, RECORDED, SMALL = jpeg(SUB), jpeg(MAIN), jpeg((20, 40))


def extracting(*, frame: int = 314, later: float = 0.3) -> Callable[[ClientMessage], list[Answer]]:
    """Answer with the recording's pictures, a little later than asked for."""

    def answer(message: ClientMessage) -> list[Answer]:
        if not isinstance(message, ExtractFrames):
            return polite()(message)
        answers: list[Answer] = []
        taken = []
        for number, moment in enumerate(message.moments):
            name = f"{message.job}.{number}"
            larger = moment.width * moment.height < MAIN[0] * MAIN[1]
            if larger:
                answers += [Picture(id=name, jpeg=RECORDED), Picture(id=f"{name}t", jpeg=SMALL)]
            taken.append(
                ExtractedFrame(
                    moment=moment.id,
                    frame=frame,
                    time=moment.time + later,
                    box=NEAR,
                    confidence=0.9,
                    snapshot=name if larger else None,
                    thumbnail=f"{name}t" if larger else None,
                )
            )
        return [*answers, result(message, *taken)]

    return answer


def result(message: ExtractFrames, *taken: ExtractedFrame) -> FramesExtracted:
    return FramesExtracted(
        job=message.job,
        pictures=taken,
        width=MAIN[0],
        height=MAIN[1],
        frames_decoded=10,
        frames_inferred=5,
        seconds=0.5,
    )


def refusing(*answers: Answer) -> Callable[[ClientMessage], list[Answer]]:
    """Answer the job with something else, `JobFailed` under its own id."""

    def answer(message: ClientMessage) -> list[Answer]:
        if not isinstance(message, ExtractFrames):
            return polite()(message)
        return [
            JobFailed(job=message.job, code=each.code, message=each.message) if isinstance(each, JobFailed) else each
            for each in answers
        ]

    return answer


@dataclass
class Scene:
    database: Database
    connection: WorkerConnection
    live: LivePersons
    high_resolution: HighResolutionSnapshots
    worker: ScriptedWorker
    root: Path
    began: list[NewDetection] = field(default_factory=list)
    changed: list[Detection] = field(default_factory=list)
    start: datetime = field(default_factory=lambda: datetime.now(UTC) - timedelta(seconds=61))

    @property
    def asked(self) -> list[ExtractFrames]:
        return [message for message in self.worker.heard if isinstance(message, ExtractFrames)]

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not condition():
                await asyncio.sleep(0.01)

    async def row(self, event_id: str = "a1") -> DetectionRow:
        row = await self.database.get_detection(event_id)
        assert row is not None
        return row

    async def say(
        self, phase: str, best: float, *, event_id: str = "a1", picture: bytes | None = WATCHED, last: float = 0.0
    ) -> None:
        """Have the worker tell of somebody who came with the recording; `best` is seconds after its beginning."""
        start = self.start.timestamp()
        name = f"{event_id}.1" if picture else None
        message = LiveAppearance(
            id=event_id,
            camera=CAMERA,
            phase="began" if phase == "began" else "better" if phase == "better" else "ended",
            first_seen=start + 1,
            last_seen=start + max(best, last),
            best_time=start + best,
            best_box=HERE,
            confidence=0.5,
            sightings=5,
            path=(PathPoint(time=0.0, box=HERE),),
            snapshot=name,
            thumbnail=f"{name}t" if name else None,
            model="yolov8n.pt",
        )
        heard = len(self.began) + len(self.changed)
        if picture:
            for shown in filter(None, (message.snapshot, message.thumbnail)):
                self.connection._pictures.hold(Picture(id=shown, jpeg=picture))
        self.connection._take(message)
        await self.until(lambda: len(self.began) + len(self.changed) > heard)

    async def close(self) -> None:
        """Close the recording of the minute that was."""
        await self.add_record()
        self.high_resolution.look(CAMERA, self.start)

    async def add_record(self, size: tuple[int, int] = MAIN) -> None:
        await self.database.add_record(
            NewRecord(
                camera_id=CAMERA,
                camera_ip="192.0.2.7",
                start_time=self.start,
                end_time=self.start + timedelta(seconds=60),
                status=RecordStatus.SUCCESS,
                file_path="c1/a.mp4",
                file_size=1000,
                width=size[0],
                height=size[1],
            )
        )

    def picture(self, path: str | None) -> bytes:
        assert path
        return (self.root / path).read_bytes()


@asynccontextmanager
async def running(
    hass: HomeAssistant,
    folder: Path,
    answer: Callable[[ClientMessage], list[Answer]],
    *,
    shares_files: bool = True,
) -> AsyncIterator[Scene]:
    worker = ScriptedWorker(answer)
    snapshots, settings = await prepared(folder / "snapshots"), SameSettings(AnalysisSettings(min_score=0.35))
    async with opened(folder) as database, serving(worker):
        connection = new_connection(hass, worker)
        workers = only(connection)
        live = LivePersons(
            hass=hass,
            database=database,
            workers=workers,
            watches=LiveWatches(workers),
            snapshots=snapshots,
            settings=settings,
            captions=idle_captions(hass, database, snapshots),
        )
        high_resolution = HighResolutionSnapshots(
            hass=hass,
            database=database,
            workers=workers,
            live=live,
            sources=RecordingSources(hass, workers, Path("/recordings"), {FIRST_WORKER: worker.url}),
            settings=settings,
            snapshots=snapshots,
        )
        scene = Scene(database, connection, live, high_resolution, worker, snapshots.path)
        live.began.subscribe(lambda _, person: scene.began.append(person))
        live.changes.subscribe(lambda _, person: scene.changed.append(person))
        tasks = [asyncio.create_task(each.run()) for each in (connection, live, high_resolution)]
        await connection.wait_ready()
        if not shares_files:
            connection.welcome = welcome(shares_files=False)
        try:
            yield scene
        finally:
            for task in reversed(tasks):
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_persons, "ROW_PATIENCE", 60)  # whoever is told of has a row, however slow the machine is
    monkeypatch.setattr(high_resolution_snapshots, "LATE_NEWS", 0.01)
    monkeypatch.setattr(high_resolution_snapshots, "TROUBLE_PAUSE", 0.01)
    monkeypatch.setattr(connection_module, "FIRST_PAUSE", 0.02)


async def test_the_recordings_picture_takes_the_place_of_the_watchs(hass: HomeAssistant, tmp_path: Path) -> None:
    async with running(hass, tmp_path, extracting()) as scene:
        await scene.say("began", 20)
        before = await scene.row()
        assert scene.picture(before.image_path) == WATCHED
        await scene.close()
        await scene.until(lambda: len(scene.changed) == 1)
        (asked,) = scene.asked
        assert (asked.source, asked.min_score) == ("/recordings/c1/a.mp4", 0.35)
        (moment,) = asked.moments
        assert (moment.id, moment.box, moment.width, moment.height) == ("a1", HERE, *SUB)
        assert moment.time == pytest.approx(20, abs=0.001)
        row = await scene.row()
        assert (row.image_path, row.thumbnail_path) == (before.image_path, before.thumbnail_path), "what names it stays"
        assert (scene.picture(row.image_path), scene.picture(row.thumbnail_path)) == (RECORDED, SMALL)
        assert (row.frame_number, row.box, row.confidence) == (314, NEAR, 0.9)
        assert row.timestamp == pytest.approx(20.3, abs=0.001)
        assert row.best_time == pytest.approx(scene.start + timedelta(seconds=20.3), abs=timedelta(milliseconds=1))
        assert len(scene.began) == 1, "the same event"
        # What more comes of the person leaves it as it is, and a better one replaces it again.
        await scene.say("ended", 20, picture=None, last=30)
        row = await scene.row()
        assert (row.frame_number, row.box, row.best_time) == (314, NEAR, scene.changed[-1].best_time)
        assert row.timestamp == pytest.approx(20.3, abs=0.001)
        assert row.last_seen == pytest.approx(scene.start + timedelta(seconds=30), abs=timedelta(milliseconds=1))
        assert scene.picture(row.image_path) == RECORDED


async def test_a_better_picture_that_is_told_late(hass: HomeAssistant, tmp_path: Path) -> None:
    async with running(hass, tmp_path, extracting()) as scene:
        await scene.say("began", 20)
        await scene.close()
        await scene.until(lambda: len(scene.changed) == 1)
        await scene.say("ended", 50)
        await scene.until(lambda: len(scene.asked) == 2)
        await scene.until(lambda: len(scene.changed) == 3)
        row = await scene.row()
        assert row.timestamp == pytest.approx(50.3, abs=0.001)
        assert scene.picture(row.image_path) == RECORDED


async def test_a_better_picture_of_the_watch_stays(hass: HomeAssistant, tmp_path: Path) -> None:
    """It comes while the worker looks at the recording, and is of a moment after it."""
    gate = asyncio.Event()
    async with running(hass, tmp_path, refusing()) as scene:
        await scene.say("began", 20)
        await scene.close()
        (asked,) = await scene.worker.wait_heard(ExtractFrames)
        await scene.say("better", 60.5)
        for answer in extracting()(asked):
            assert answer is not None
            await scene.worker.send(scene.worker.sockets[-1], answer)
        await asyncio.sleep(0.3)  # until it has come here
        scene.live._put(_set(gate))
        async with asyncio.timeout(60):
            await gate.wait()
        row = await scene.row()
        assert row.frame_number == 0
        assert scene.picture(row.image_path) == WATCHED


def _set(gate: asyncio.Event) -> Callable[[], Awaitable[None]]:
    async def work() -> None:
        gate.set()

    return work


async def test_whom_the_recording_does_not_show_keeps_the_picture(hass: HomeAssistant, tmp_path: Path) -> None:
    def nobody(message: ClientMessage) -> list[Answer]:
        return [result(message)] if isinstance(message, ExtractFrames) else polite()(message)

    async with running(hass, tmp_path, nobody) as scene:
        await scene.say("began", 20)
        await scene.say("began", 21, event_id="a2")
        await scene.close()
        await scene.until(lambda: scene.asked)
        assert {moment.id for moment in scene.asked[0].moments} == {"a1", "a2"}, "one job for one recording"
        scene.high_resolution.look(CAMERA, scene.start)
        await asyncio.sleep(0.3)
        assert len(scene.asked) == 1, "it will not show more the next time"
        row = await scene.row()
        assert (row.frame_number, scene.picture(row.image_path)) == (0, WATCHED)


@pytest.mark.parametrize(
    ("code", "times"), [("source_missing", 1), ("source_invalid", 1), ("internal", 3), ("out_of_memory", 3)]
)
async def test_a_failure_is_not_tried_for_ever(
    hass: HomeAssistant, tmp_path: Path, code: FailureCode, times: int
) -> None:
    async with running(hass, tmp_path, refusing(JobFailed(job="j", code=code, message="no"))) as scene:
        await scene.say("began", 20)
        await scene.close()
        await scene.until(lambda: len(scene.asked) == times)
        scene.high_resolution.look(CAMERA, scene.start)
        await asyncio.sleep(0.3)
        assert len(scene.asked) == times
        assert (await scene.row()).frame_number == 0


async def test_a_storage_that_is_away_counts_against_no_picture(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker is asked again and again, until it gets at recordings."""
    monkeypatch.setattr(recording_sources, "AVOIDED_FOR", 0.05)
    extract = extracting()
    asked = 0

    def answer(message: ClientMessage) -> list[Answer]:
        nonlocal asked
        asked += isinstance(message, ExtractFrames)
        if isinstance(message, ExtractFrames) and asked <= MOST_TRIES + 1:
            return [JobFailed(job=message.job, code="storage_unreachable", message="it is not mounted")]
        return extract(message)

    async with running(hass, tmp_path, answer) as scene:
        sources = scene.high_resolution._sources
        told: list[dict[str, str]] = []
        sources.changes.subscribe(lambda: told.append(sources.lasting))
        await scene.say("began", 20)
        await scene.close()
        await scene.until(lambda: scene.changed)
        row = await scene.row()
        assert (row.frame_number, scene.picture(row.image_path)) == (314, RECORDED)
        assert told[-2:] == [{FIRST_WORKER: "it is not mounted"}, {}], "no recording need wait that would tell the end"


async def test_a_recording_that_ends_the_worker_is_not_tried_for_ever(hass: HomeAssistant, tmp_path: Path) -> None:
    async with running(hass, tmp_path, refusing(None)) as scene:
        await scene.say("began", 20)
        await scene.close()
        await scene.until(lambda: scene.worker.connections == 4)
        await asyncio.sleep(0.3)
        assert (len(scene.asked), scene.worker.connections) == (3, 4)


async def test_what_was_missed_is_made_up_for(hass: HomeAssistant, tmp_path: Path) -> None:
    async with running(hass, tmp_path, refusing()) as scene:  # whether it has looked yet or not, nothing comes of it
        await scene.say("began", 20)
        await scene.add_record()
    async with running(hass, tmp_path, extracting()) as scene:
        await scene.until(lambda: scene.changed)
        row = await scene.row()
        assert (row.frame_number, scene.picture(row.image_path)) == (314, RECORDED)
        assert len(scene.asked) == 1
    async with running(hass, tmp_path, extracting()) as scene:
        await asyncio.sleep(0.3)
        assert scene.asked == [], "once is enough"


@pytest.mark.parametrize(("seconds", "caught"), [(6 * 3600 - 120, True), (6 * 3600 + 5, False)])
async def test_six_hours_are_made_up_for(hass: HomeAssistant, tmp_path: Path, seconds: int, caught: bool) -> None:
    """Who was seen while the recordings could not be looked at gets the picture afterwards, for so long."""
    async with running(hass, tmp_path, refusing()) as scene:
        scene.start = datetime.now(UTC) - timedelta(seconds=seconds)
        await scene.say("began", 20)
        await scene.add_record()
    async with running(hass, tmp_path, extracting()) as scene:
        if caught:
            await scene.until(lambda: scene.changed)
        else:
            await asyncio.sleep(0.5)
        assert len(scene.asked) == caught


@pytest.mark.parametrize("shares_files", [True, False])
async def test_a_picture_that_is_no_larger(hass: HomeAssistant, tmp_path: Path, shares_files: bool) -> None:
    """Only its frame is worth knowing, and that only where the recording need not be sent for it."""
    async with running(hass, tmp_path, extracting(), shares_files=shares_files) as scene:
        same = jpeg(MAIN, "white")
        await scene.say("began", 20, picture=same)
        await scene.close()
        if shares_files:
            await scene.until(lambda: scene.changed)
        await asyncio.sleep(0.3)
        assert len(scene.asked) == shares_files
        row = await scene.row()
        assert row.frame_number == (314 if shares_files else 0)
        assert (row.box, row.confidence, scene.picture(row.image_path)) == (HERE, 0.5, same)
        assert row.timestamp == pytest.approx(20, abs=0.001)


async def test_a_person_who_is_forgotten_meanwhile_leaves_no_picture(hass: HomeAssistant, tmp_path: Path) -> None:
    async with running(hass, tmp_path, refusing()) as scene:
        await scene.say("began", 20)
        await scene.add_record()
    async with running(hass, tmp_path, refusing()) as scene:
        (asked,) = await scene.worker.wait_heard(ExtractFrames)
        row = await scene.row()
        assert await scene.database.take_detections(datetime.now(UTC)) == 1
        for path in (row.image_path, row.thumbnail_path):
            assert path
            (scene.root / path).unlink()
        for answer in extracting()(asked):
            assert answer is not None
            await scene.worker.send(scene.worker.sockets[-1], answer)
        gate = asyncio.Event()
        await asyncio.sleep(0.2)
        scene.live._put(_set(gate))
        async with asyncio.timeout(60):
            await gate.wait()
        assert list(scene.root.rglob("*.jpg")) == []
