"""Persons seen live, as the worker tells of them and as they become rows, pictures and news."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.captions.caption_providers import WorkerCaptioner
from custom_components.mycamera.analysis.live import live_persons
from custom_components.mycamera.analysis.live.live_persons import LivePersons
from custom_components.mycamera.analysis.live.live_watches import LiveWatches
from custom_components.mycamera.analysis.live.returning import of_row
from custom_components.mycamera.analysis.snapshots import PictureFolder
from custom_components.mycamera.analysis.worker_client.worker_clock import WorkerClock
from custom_components.mycamera.analysis.worker_client.worker_connection import WorkerConnection
from custom_components.mycamera.database import Box as DatabaseBox
from custom_components.mycamera.database import (
    Database,
    Detection,
    DetectionRow,
    NewDetection,
    NewRecord,
    RecordRow,
    RecordStatus,
)
from custom_components.mycamera.database import PathPoint as DatabasePoint
from custom_components.mycamera.recording.archive.storage import MARKER
from custom_components.mycamera.worker.protocol.analysis_settings import AnalysisSettings
from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.pictures import Picture
from custom_components.mycamera.worker.protocol.values import Box
from custom_components.mycamera.worker.protocol.watch import PresentPerson, Watched

from ...strangers import BLACK, RED
from ..parts import SameSettings, idle_captions, new_connection, only, opened, prepared
from ..scripted_worker import JPEG

HERE: Box = (0.4, 0.2, 0.5, 0.8)
THERE: Box = (0.8, 0.2, 0.9, 0.8)
CLEAR_TIME = 10.0


def now() -> float:
    return datetime.now(UTC).timestamp()


@dataclass
class Scene:
    live: LivePersons
    connection: WorkerConnection
    watches: LiveWatches
    database: Database
    root: PictureFolder
    began: list[NewDetection] = field(default_factory=list)
    changed: list[Detection] = field(default_factory=list)
    due: list[None] = field(default_factory=list)
    pictured: list[tuple[str, datetime]] = field(default_factory=list)

    async def row(self, event_id: str = "a1") -> DetectionRow:
        row = await self.database.get_detection(event_id)
        assert row is not None
        return row

    async def record(self) -> RecordRow:
        """Add a recording of the last minute, whose analysis is held back; return its row."""
        end = datetime.now(UTC)
        await self.database.add_record(
            NewRecord(
                camera_id="c1",
                camera_ip="192.0.2.7",
                start_time=end - timedelta(seconds=60),
                end_time=end,
                status=RecordStatus.SUCCESS,
                file_path="a.mp4",
                file_size=7,
                analysis_next_try=end + timedelta(hours=1),
            )
        )
        row = await self.database.latest_record("c1")
        assert row is not None
        self.live.recording_closed("c1", row.start_time, row.end_time, row.file_path)
        return row

    async def settled(self) -> bool:
        """Return whether it is decided what is left to be analysed of the recording."""
        row = await self.database.latest_record("c1")
        assert row is not None
        return row.analysis_next_try is None

    def interrupt(self) -> None:
        """Let the watch of the camera end, as when the worker goes away."""
        self.watches.interrupted.tell("c1")

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not condition():
                await asyncio.sleep(0.01)

    async def done(self) -> None:
        """Wait until everything that was told is taken in."""
        taken = asyncio.Event()

        async def take() -> None:
            taken.set()

        self.live._put(take)
        async with asyncio.timeout(60):
            await taken.wait()

    def say(
        self,
        event_id: str,
        phase: Literal["began", "better", "ended"],
        *,
        ago: float,
        last: float = 0.0,
        box: Box = HERE,
        picture: bool = True,
        clothes: bytes = b"",
        aspect: float = 16 / 9,
        zones: tuple[str, ...] = (),
    ) -> None:
        """Have the worker tell of somebody who came `ago` seconds ago and was seen `last` seconds ago."""
        name = f"{event_id}.1" if picture else None
        message = LiveAppearance(
            id=event_id,
            camera="c1",
            phase=phase,
            first_seen=now() - ago,
            last_seen=now() - last,
            best_time=now() - (ago + last) / 2,
            best_box=box,
            confidence=0.7,
            clothes=clothes,
            aspect=aspect,
            sightings=5,
            path=(PathPoint(time=0.0, box=box), PathPoint(time=ago - last, box=box)),
            snapshot=name,
            thumbnail=f"{name}t" if name else None,
            zones=zones,
            model="yolov8n.pt",
        )
        for shown in filter(None, (message.snapshot, message.thumbnail)):
            self.connection._pictures.hold(Picture(id=shown, jpeg=JPEG))
        self.connection._take(message)

    def watched(self, *present: PresentPerson, since: float = 5.0, until: float = 0.0) -> None:
        message = Watched(camera="c1", since=now() - since, until=now() - until, present=present, model="yolov8n.pt")
        self.connection._take(message)


@pytest.fixture
async def scene(hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    # News first and rows later is what one test is about: the others look at a row once there is news of it.
    monkeypatch.setattr(live_persons, "ROW_PATIENCE", 60)
    async with opened(tmp_path) as database:
        made = await make_scene(hass, tmp_path, database)
        task = asyncio.create_task(made.live.run())
        yield made
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def make_scene(hass: HomeAssistant, folder: Path, database: Database) -> Scene:
    root = await prepared(folder / "snapshots")
    connection = new_connection(hass)
    workers = only(connection)
    watches = LiveWatches(workers)
    live = LivePersons(
        hass=hass,
        database=database,
        workers=workers,
        watches=watches,
        snapshots=root,
        settings=SameSettings(AnalysisSettings(clear_time=CLEAR_TIME)),
        captions=idle_captions(hass, database, root, WorkerCaptioner(connection)),
    )
    scene = Scene(live, connection, watches, database, root)
    live.began.subscribe(lambda _, person: scene.began.append(person))
    live.changes.subscribe(lambda _, person: scene.changed.append(person))
    live.due.subscribe(lambda: scene.due.append(None))
    live.pictured.subscribe(lambda camera_id, moment: scene.pictured.append((camera_id, moment)))
    return scene


async def test_one_appearance_is_news_once(scene: Scene, freezer: FrozenDateTimeFactory) -> None:
    freezer.tick(0)  # and no further: for how long somebody stays is told in whole seconds
    scene.say("a1", "began", ago=20, last=19.4)
    await scene.done()
    (person,) = scene.began
    assert person.event_id == "a1"
    assert (scene.root.path / person.image_path).read_bytes() == JPEG
    assert person.thumbnail_path is not None
    assert (scene.root.path / person.thumbnail_path).read_bytes() == JPEG
    assert (person.caption, person.caption_source) == ("A person appeared in the middle", "factual")
    row = await scene.row()
    assert row.caption_next_try == row.first_seen + live_persons.DESCRIBE_AFTER
    scene.say("a1", "better", ago=20, last=16)
    scene.say("a1", "ended", ago=20, last=10, picture=False)
    await scene.done()
    assert len(scene.changed) == 2
    assert len(scene.began) == 1
    row = await scene.row()
    assert row.caption_next_try is None
    assert row.caption == "A person stays in the middle for 10 s"
    assert row.image_path == person.image_path, "the better picture has taken its place"
    assert len(scene.due) == 1


async def test_a_zone_that_somebody_else_was_in_is_taken_back(scene: Scene) -> None:
    """Two met, and it is clear now that who was told to have gone to the shed was the other."""
    scene.say("a1", "began", ago=3.0, zones=("gate",))
    scene.say("a1", "better", ago=4.0, zones=("gate", "shed"))
    await scene.done()
    assert (await scene.row()).zones == ("gate", "shed")
    scene.say("a1", "better", ago=5.0, zones=("gate", "door"), picture=False)
    await scene.done()
    row = await scene.row()
    assert row.zones == scene.changed[-1].zones == ("gate", "door")
    assert row.image_path, "what was shown of them stays"
    scene.say("a1", "ended", ago=6.0, zones=("gate", "door"), picture=False)
    await scene.done()
    assert (await scene.row()).zones == ("gate", "door")


async def test_zones_from_before_an_interruption_stay(scene: Scene, freezer: FrozenDateTimeFactory) -> None:
    freezer.tick(0)  # and no further: who was there before is the same only for so long
    scene.say("a1", "began", ago=3.0, zones=("gate", "shed"))
    await scene.done()
    scene.interrupt()
    scene.say("a2", "began", ago=0.5, zones=("shed", "door"))
    await scene.done()
    assert (await scene.row()).zones == ("gate", "shed", "door")
    scene.say("a2", "better", ago=1.0, zones=("shed",))
    await scene.done()
    assert (await scene.row()).zones == ("gate", "shed"), "only what was told since can be taken back"


async def test_news_does_not_wait_for_a_slow_database(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_persons, "ROW_PATIENCE", 0.05)

    async def slow(_camera_id: str, _detection: NewDetection) -> None:
        await asyncio.sleep(3600)

    monkeypatch.setattr(scene.database, "add_detection", slow)
    scene.say("a1", "began", ago=0.6)
    await scene.until(lambda: scene.began)
    assert [person.event_id for person in scene.began] == ["a1"]
    assert await scene.database.get_detection("a1") is None, "its row is still on the way"


async def test_news_without_a_picture(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    (scene.root.path / MARKER).rename(scene.root.path / "elsewhere")
    scene.say("a1", "began", ago=0.6)
    scene.say("a2", "began", ago=0.5, box=THERE)
    await scene.until(lambda: len(scene.began) == 2)
    assert [person.image_path for person in scene.began] == ["", ""]
    assert caplog.text.count("cannot be saved") == 1
    (scene.root.path / "elsewhere").rename(scene.root.path / MARKER)
    scene.say("a1", "better", ago=4)
    await scene.until(lambda: scene.changed)
    assert (scene.root.path / scene.changed[-1].image_path).exists()


async def test_whoever_is_there_when_the_worker_is_lost_was_there_until_then(
    scene: Scene, freezer: FrozenDateTimeFactory
) -> None:
    freezer.tick(0)  # and no further: what is told of times is so many seconds ago
    scene.say("a1", "began", ago=8, last=7)
    scene.watched(PresentPerson(id="a1", last_seen=now() - 2))
    scene.interrupt()
    await scene.done()
    row = await scene.row()
    assert now() - row.last_seen.timestamp() == pytest.approx(2, abs=0.01)
    assert row.caption_next_try is None
    assert row.caption == "A person stays in the middle for 6 s", "what was told of the stay is not left half said"


async def test_who_stood_there_when_the_worker_was_lost_goes_on_in_the_recording(scene: Scene) -> None:
    """The worker tells of somebody anew only with a better picture: the way that it told may end long before."""
    scene.say("a1", "began", ago=30, last=29, clothes=RED)
    for ago in (20, 10, 4):
        scene.watched(PresentPerson(id="a1", last_seen=now() - ago), since=30, until=ago)
    scene.interrupt()
    await scene.done()
    row = await scene.row()
    assert [round(point.time) for point in row.path] == [0, 1, 26]
    await scene.record()
    await scene.done()
    record = await scene.database.latest_record("c1")
    assert record is not None
    came = row.last_seen + timedelta(seconds=0.4)
    found = replace(of_row(row), event_id="f1", first_seen=came, last_seen=came + timedelta(seconds=3), best_time=None)
    found = replace(found, path=tuple(DatabasePoint(float(number), DatabaseBox(*HERE)) for number in range(4)))
    assert await scene.database.finish_analysis(record.id, [found], model="yolov8n.pt") == {"f1"}
    assert (await scene.row()).last_seen == found.last_seen


async def test_who_is_still_there_is_the_same(scene: Scene, freezer: FrozenDateTimeFactory) -> None:
    freezer.tick(0)  # and no further: what is told of times is so many seconds ago
    scene.say("a1", "began", ago=8, last=4)
    scene.interrupt()
    scene.say("b1", "began", ago=0.6, box=(0.42, 0.2, 0.52, 0.8))
    scene.say("b2", "began", ago=0.6, box=(0.1, 0.7, 0.12, 0.8))
    await scene.done()
    assert [person.event_id for person in scene.began] == ["a1", "b2"], "somebody of another size is somebody else"
    row = await scene.row()
    assert now() - row.first_seen.timestamp() == pytest.approx(8, abs=0.01)
    times = [point.time for point in row.path]
    assert times[:2] == pytest.approx([0, 4])
    assert len(times) == 4
    assert times[2] > 6, "the second part began when they were seen again"
    assert row.caption == "A person appeared in the middle"
    scene.say("b1", "ended", ago=3, last=1, picture=False)
    await scene.done()
    assert await scene.database.get_detection("b1") is None
    stayed = re.fullmatch(r"A person stays in the middle for (\d+) s", (await scene.row()).caption)
    assert stayed is not None
    assert int(stayed[1]) == pytest.approx(8, abs=2), "from the very beginning on, not from where it was found again"


@pytest.mark.parametrize(("aspect", "clothes", "news"), [(16 / 9, RED, 1), (16 / 9, BLACK, 2), (4608 / 1728, RED, 2)])
async def test_a_stranger_after_an_interruption_is_news(
    scene: Scene, freezer: FrozenDateTimeFactory, aspect: float, clothes: bytes, news: int
) -> None:
    scene.say("a1", "began", ago=3, clothes=RED)
    await scene.done()
    scene.interrupt()
    freezer.tick(0.3)  # however long it takes here: how far somebody may have walked is a matter of time
    near: Box = (HERE[0] + 0.15, HERE[1], HERE[2] + 0.15, HERE[3])
    scene.say("a2", "began", ago=0, box=near, clothes=clothes, aspect=aspect)
    await scene.done()
    assert len(scene.began) == news
    assert (await scene.row()).clothes == RED
    if news == 2:
        assert (await scene.row("a2")).clothes == clothes


async def test_of_whom_more_may_be_told(scene: Scene, freezer: FrozenDateTimeFactory) -> None:
    assert scene.live.told_of("c1") == frozenset()
    scene.say("stays", "began", ago=20)
    scene.say("goes", "began", ago=20, box=THERE)
    await scene.done()
    assert scene.live.told_of("c1") == {"stays", "goes"}
    scene.say("goes", "ended", ago=20, last=12, box=THERE)
    await scene.done()
    assert scene.live.told_of("c1") == {"stays", "goes"}, "the recording of the best picture has no row yet"
    await scene.record()
    await scene.done()
    assert scene.live.told_of("c1") == {"stays"}
    scene.interrupt()
    await scene.done()
    assert scene.live.told_of("c1") == {"stays"}, "who comes back now is the same"
    await scene.record()
    await scene.done()
    freezer.tick(CLEAR_TIME + 1)
    assert scene.live.told_of("c1") == frozenset()


async def test_who_comes_back_later_is_somebody_new(scene: Scene) -> None:
    scene.say("a1", "began", ago=30, last=CLEAR_TIME + 5)
    scene.interrupt()
    scene.say("b1", "began", ago=0.6)
    await scene.until(lambda: len(scene.began) == 2)
    assert [person.event_id for person in scene.began] == ["a1", "b1"]


async def test_an_end_that_was_not_told(scene: Scene) -> None:
    scene.say("a1", "began", ago=8)
    scene.say("a2", "began", ago=8, box=THERE)
    scene.watched(PresentPerson(id="a2", last_seen=now()))
    await scene.done()
    assert (await scene.row()).caption_next_try is None
    scene.say("a1", "better", ago=9)
    await scene.done()
    assert len(scene.began) == 2


async def add_earlier(database: Database) -> None:
    """Add the row of somebody who was there when Home Assistant stopped."""
    seen = datetime.now(UTC)
    await database.add_detection(
        "c1",
        NewDetection(
            event_id="a1",
            first_seen=seen - timedelta(seconds=60),
            last_seen=seen - timedelta(seconds=5),
            best_time=seen - timedelta(seconds=50),
            confidence=0.6,
            box=DatabaseBox(*HERE),
            path=(DatabasePoint(0.0, DatabaseBox(*THERE)), DatabasePoint(55.0, DatabaseBox(*HERE))),
            image_path="c1/a1.jpg",
            model="yolov8n.pt",
            zones=("Gate",),
        ),
    )


async def test_a_restart_of_home_assistant_is_no_news(scene: Scene, freezer: FrozenDateTimeFactory) -> None:
    freezer.tick(0)  # and no further: who was there before is the same only for so long
    await add_earlier(scene.database)
    scene.say("b1", "began", ago=0.6)
    await scene.done()
    assert scene.began == []
    row = await scene.row()
    assert (row.image_path, row.zones) == ("c1/a1.jpg", ("Gate",)), "what is known from before stays"
    assert row.path[0].box == DatabaseBox(*THERE), "the way from before, too"
    scene.say("b1", "better", ago=4)
    await scene.done()
    assert (await scene.row()).image_path != "c1/a1.jpg"


async def test_who_stays_is_recalled_however_many_came_since(scene: Scene, freezer: FrozenDateTimeFactory) -> None:
    freezer.tick(0)  # and no further: who was there before is the same only for so long
    await add_earlier(scene.database)
    earlier = await scene.row()
    for number in range(60):
        came = earlier.first_seen + timedelta(seconds=number / 4)
        passer_by = replace(of_row(earlier), event_id=f"p{number}", first_seen=came, last_seen=came, path=())
        await scene.database.add_detection("c1", passer_by)
    scene.say("b1", "began", ago=0.6)
    await scene.done()
    assert scene.began == []
    assert (await scene.row()).last_seen > earlier.last_seen


@pytest.mark.parametrize("here", [0.6, 9.0])
async def test_the_duration_after_a_reload_is_that_of_the_whole_walk(
    hass: HomeAssistant, tmp_path: Path, here: float, freezer: FrozenDateTimeFactory
) -> None:
    """In the words, too: while somebody is there only that they appeared is said, and then all of their time."""
    freezer.tick(0)  # and no further: who was there before is the same only for so long
    async with opened(tmp_path) as database:
        began = now()
        before = await make_scene(hass, tmp_path, database)
        before.say("a1", "began", ago=52, last=50, box=THERE)
        before.say("a1", "better", ago=52, last=here + 1)
        await before.live.stop()
        left = await before.row()
        assert "appeared" not in left.caption, "who may have left when nobody looked any more is told as gone"
        after = await make_scene(hass, tmp_path, database)
        after.say("b1", "began", ago=here, last=here / 2)
        task = asyncio.create_task(after.live.run())
        await after.done()
        assert "appeared" in (await after.row()).caption
        after.say("b1", "ended", ago=here)
        await after.done()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        gone = await after.row()
        assert gone.event_id == "a1"
        assert after.began == []
        assert (gone.last_seen - gone.first_seen).total_seconds() == pytest.approx(52 + now() - began, abs=5)
        stayed = round((gone.last_seen - gone.first_seen).total_seconds())
        for text, pattern in (
            (gone.caption, r"(?:(\d+) min)?(?: ?(\d+) s)?$"),
            (gone.caption_zh, r"(?:(\d+)分钟?)?(?:(\d+)秒)?$"),
        ):
            told = re.search(pattern, text)
            assert told
            assert 60 * int(told[1] or 0) + int(told[2] or 0) == stayed, text


async def test_without_the_database_everybody_is_news(scene: Scene) -> None:
    await add_earlier(scene.database)
    await scene.database.hold()
    scene.say("b1", "began", ago=0.6)
    await scene.until(lambda: scene.began)
    assert [person.event_id for person in scene.began] == ["b1"]


async def test_a_recording_is_judged_when_all_of_it_was_watched(scene: Scene, freezer: FrozenDateTimeFactory) -> None:
    freezer.tick(0)  # and no further: what is told of times is so many seconds ago
    scene.watched(until=2.0)
    await scene.record()
    await scene.done()
    assert not await scene.settled()
    scene.watched(since=2.0)
    await scene.done()
    assert await scene.settled()


async def test_a_recording_does_not_wait_for_ever(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_persons, "SETTLE_AFTER", timedelta(seconds=0.2))
    monkeypatch.setattr(live_persons, "_TICK", 0.05)
    told: list[None] = []
    scene.live.settled.subscribe(lambda: told.append(None))
    await scene.record()
    await scene.until(lambda: told)
    assert await scene.settled()


async def test_a_recording_does_not_wait_for_a_clock_that_was_set_back(
    scene: Scene, freezer: FrozenDateTimeFactory
) -> None:
    await scene.record()
    await scene.done()
    assert not await scene.settled()
    freezer.tick(-3600)
    await scene.live._tick()
    assert await scene.settled()


async def test_rows_learn_how_long_persons_stay(scene: Scene, freezer: FrozenDateTimeFactory) -> None:
    freezer.tick(0)  # and no further: what is told of times is so many seconds ago
    scene.say("a1", "began", ago=100, last=99)
    scene.watched(PresentPerson(id="a1", last_seen=now()))
    await scene.done()
    assert now() - (await scene.row()).last_seen.timestamp() > 90
    assert len(scene.due) == 1, "who is there for so long can be described"
    await scene.record()
    await scene.done()
    assert now() - (await scene.row()).last_seen.timestamp() < 1


async def test_a_stop_loses_nothing(hass: HomeAssistant, tmp_path: Path) -> None:
    async with opened(tmp_path) as database:
        scene = await make_scene(hass, tmp_path, database)
        scene.say("a1", "began", ago=8)
        scene.watched(PresentPerson(id="a1", last_seen=now()))
        await scene.live.stop()
        assert (await scene.row()).caption_next_try is None
        watched = await database.coverage("c1", datetime.now(UTC) - timedelta(minutes=1), datetime.now(UTC))
        assert len(watched) == 1


async def test_an_unexpected_error_stops_nothing(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    put = scene.database.add_detection

    async def failing(camera_id: str, detection: NewDetection) -> None:
        if detection.event_id == "a1":
            raise ValueError("out of range")
        await put(camera_id, detection)

    monkeypatch.setattr(scene.database, "add_detection", failing)
    scene.say("a1", "began", ago=0.6)
    scene.say("a2", "began", ago=0.6, box=THERE)
    await scene.until(lambda: scene.began)
    assert [person.event_id for person in scene.began] == ["a2"]


def test_the_workers_clock_is_corrected() -> None:
    time: list[float] = [1000.0]
    clock = WorkerClock(lambda: time[0])
    assert clock.utc(5.0) == datetime.fromtimestamp(5, UTC), "nothing is known"
    for late in (0.3, 0.01, 0.8, 0.2):
        time[0] += 5
        clock.hear(time[0] - 3600 - late)
    assert clock.utc(time[0] - 3600) == datetime.fromtimestamp(time[0] + 0.01, UTC)
    clock.hear(time[0] - 100)
    assert clock.utc(time[0] - 100) == datetime.fromtimestamp(time[0] + 0, UTC), "whichever way a clock is set"
    clock.hear(time[0] - 7200)
    assert clock.utc(time[0] - 7200) == datetime.fromtimestamp(time[0], UTC)
    clock.hear(0.0)
    assert clock.utc(time[0] - 7200) == datetime.fromtimestamp(time[0], UTC), "an old worker does not tell"
