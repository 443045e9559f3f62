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
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.live import live_persons
from custom_components.mycamera.analysis.live.live_persons import LiveAppearances
from custom_components.mycamera.analysis.store import (
    DescribedPerson,
    LivePerson,
    LivePicture,
    SeenPerson,
    StoreUnavailable,
)
from custom_components.mycamera.analysis.worker_client.worker_clock import WorkerClock
from custom_components.mycamera.worker.protocol import (
    AnalysisSettings,
    Box,
    LiveAppearance,
    PathPoint,
    PresentPerson,
    Watched,
)

from ..scripted_worker import JPEG

HERE: Box = (0.4, 0.2, 0.5, 0.8)
THERE: Box = (0.8, 0.2, 0.9, 0.8)
CLEAR_TIME = 10.0


def now() -> float:
    return datetime.now(UTC).timestamp()


@dataclass
class Store:
    """The database's side of the seam, in memory. The real one is tested in tests/database and tests/test_live.py."""

    rows: dict[str, LivePerson] = field(default_factory=dict)
    spans: list[tuple[datetime, datetime]] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    pictures: list[LivePicture] = field(default_factory=list)
    earlier: list[SeenPerson] = field(default_factory=list)
    away: bool = False
    slow: float = 0.0

    async def put_person(self, _camera_id: str, person: LivePerson) -> None:
        await asyncio.sleep(self.slow)
        self.rows[person.event_id] = person

    async def add_coverage(self, _camera_id: str, since: datetime, until: datetime, *, model: str) -> None:
        assert model
        self.spans.append((since, until))

    async def settle(self, _camera_id: str, file_path: str) -> None:
        self.settled.append(file_path)

    async def set_picture(self, picture: LivePicture) -> DescribedPerson | None:
        self.pictures.append(picture)
        if self.away:
            raise StoreUnavailable
        if (row := self.rows.get(picture.event_id)) is None or row.best_time != picture.instead_of:
            return row
        row = replace(row, best_time=picture.best_time, frame_number=picture.frame_number, box=picture.box)
        self.rows[picture.event_id] = row
        return row

    async def last_seen_live(self, _camera_id: str, since: datetime) -> list[SeenPerson]:
        if self.away:
            raise StoreUnavailable
        return [row for row in self.earlier if row.last_seen >= since]


@dataclass
class Scene:
    live: LiveAppearances
    store: Store
    root: Path
    began: list[LivePerson]
    changed: list[DescribedPerson]
    due: list[None]
    pictured: list[tuple[str, datetime]]

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(5):
            while not condition():
                await asyncio.sleep(0.01)

    async def done(self) -> None:
        """Wait until everything that was told is taken in."""
        taken = asyncio.Event()

        async def take() -> None:
            taken.set()

        self.live._put(take)
        async with asyncio.timeout(5):
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
            sightings=5,
            path=(PathPoint(time=0.0, box=box), PathPoint(time=ago - last, box=box)),
            snapshot=name,
            thumbnail=f"{name}t" if name else None,
            model="yolov8n.pt",
        )
        pictures = {name: JPEG, f"{name}t": JPEG} if name else {}
        self.live.take(message, pictures)

    def watched(self, *present: PresentPerson, since: float = 5.0, until: float = 0.0) -> None:
        message = Watched(camera="c1", since=now() - since, until=now() - until, present=present, model="yolov8n.pt")
        self.live.take(message, {})


@pytest.fixture
async def scene(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[Scene]:
    made = await make_scene(hass, tmp_path)
    task = asyncio.create_task(made.live.run())
    yield made
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def make_scene(hass: HomeAssistant, root: Path, store: Store | None = None) -> Scene:
    async def snapshots_root() -> Path:
        if not root.is_dir():
            raise OSError("the share is not mounted")
        return root

    store = store or Store()
    began: list[LivePerson] = []
    changed: list[DescribedPerson] = []
    due: list[None] = []
    pictured: list[tuple[str, datetime]] = []
    live = LiveAppearances(
        hass=hass,
        store=store,
        clock=WorkerClock(),
        snapshots_root=snapshots_root,
        settings=lambda _: AnalysisSettings(clear_time=CLEAR_TIME),
        on_began=lambda _, person: began.append(person),
        on_changed=lambda _, person: changed.append(person),
        on_pictured=lambda camera_id, moment: pictured.append((camera_id, moment)),
        on_settled=lambda: None,
        on_due=lambda: due.append(None),
    )
    return Scene(live, store, root, began, changed, due, pictured)


async def test_one_appearance_is_news_once(scene: Scene) -> None:
    scene.say("a1", "began", ago=20, last=19.4)
    await scene.until(lambda: scene.began)
    (person,) = scene.began
    assert person.event_id == "a1"
    assert (scene.root / person.image_path).read_bytes() == JPEG
    assert person.thumbnail_path is not None
    assert (scene.root / person.thumbnail_path).read_bytes() == JPEG
    assert (person.caption, person.caption_source) == ("A person appeared in the middle", "factual")
    row = scene.store.rows["a1"]
    assert row.describe_at == row.first_seen + live_persons.DESCRIBE_AFTER
    scene.say("a1", "better", ago=20, last=16)
    scene.say("a1", "ended", ago=20, last=10, picture=False)
    await scene.until(lambda: len(scene.changed) == 2)
    assert len(scene.began) == 1
    row = scene.store.rows["a1"]
    assert row.describe_at is None
    assert row.caption == "A person stays in the middle for 10 s"
    assert row.image_path == person.image_path, "the better picture has taken its place"
    assert len(scene.due) == 1


async def test_news_does_not_wait_for_a_slow_database(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_persons, "ROW_PATIENCE", 0.05)
    scene.store.slow = 3600
    scene.say("a1", "began", ago=0.6)
    await scene.until(lambda: scene.began)
    assert [person.event_id for person in scene.began] == ["a1"]
    assert scene.store.rows == {}, "its row is still on the way"


async def test_news_without_a_picture(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    scene.root.rmdir()
    scene.say("a1", "began", ago=0.6)
    scene.say("a2", "began", ago=0.5, box=THERE)
    await scene.until(lambda: len(scene.began) == 2)
    assert [person.image_path for person in scene.began] == ["", ""]
    assert caplog.text.count("cannot be saved") == 1
    scene.root.mkdir()
    scene.say("a1", "better", ago=4)
    await scene.until(lambda: scene.changed)
    assert (scene.root / scene.changed[-1].image_path).exists()


async def test_whoever_is_there_when_the_worker_is_lost_was_there_until_then(scene: Scene) -> None:
    scene.say("a1", "began", ago=8, last=7)
    scene.watched(PresentPerson(id="a1", last_seen=now() - 2))
    scene.live.disconnected()
    await scene.done()
    row = scene.store.rows["a1"]
    assert now() - row.last_seen.timestamp() == pytest.approx(2, abs=1)
    assert row.describe_at is None
    assert row.caption == "A person stays in the middle for 6 s", "what was told of the stay is not left half said"


async def test_who_is_still_there_is_the_same(scene: Scene) -> None:
    scene.say("a1", "began", ago=8, last=4)
    scene.live.disconnected()
    scene.say("b1", "began", ago=0.6, box=(0.42, 0.2, 0.52, 0.8))
    scene.say("b2", "began", ago=0.6, box=(0.1, 0.7, 0.12, 0.8))
    await scene.until(lambda: len(scene.began) == 2)
    assert [person.event_id for person in scene.began] == ["a1", "b2"], "somebody of another size is somebody else"
    row = scene.store.rows["a1"]
    assert now() - row.first_seen.timestamp() == pytest.approx(8, abs=1)
    assert [round(point.time) for point in row.path] == [0, 4, 7, 8]
    assert row.caption == "A person appeared in the middle"
    scene.say("b1", "ended", ago=3, last=1, picture=False)
    await scene.done()
    assert "b1" not in scene.store.rows
    stayed = re.fullmatch(r"A person stays in the middle for (\d+) s", scene.store.rows["a1"].caption)
    assert stayed is not None
    assert int(stayed[1]) == pytest.approx(8, abs=2), "from the very beginning on, not from where it was found again"


async def test_who_comes_back_later_is_somebody_new(scene: Scene) -> None:
    scene.say("a1", "began", ago=30, last=CLEAR_TIME + 5)
    scene.live.disconnected()
    scene.say("b1", "began", ago=0.6)
    await scene.until(lambda: len(scene.began) == 2)
    assert [person.event_id for person in scene.began] == ["a1", "b1"]


async def test_an_end_that_was_not_told(scene: Scene) -> None:
    scene.say("a1", "began", ago=8)
    scene.say("a2", "began", ago=8, box=THERE)
    scene.watched(PresentPerson(id="a2", last_seen=now()))
    await scene.done()
    assert scene.store.rows["a1"].describe_at is None
    scene.say("a1", "better", ago=9)
    await scene.done()
    assert len(scene.began) == 2


@dataclass(frozen=True)
class Row:
    """A row of somebody who was there when Home Assistant stopped."""

    event_id: str = "a1"
    first_seen: datetime = field(default_factory=lambda: datetime.now(UTC) - timedelta(seconds=60))
    last_seen: datetime = field(default_factory=lambda: datetime.now(UTC) - timedelta(seconds=5))
    best_time: datetime | None = field(default_factory=lambda: datetime.now(UTC) - timedelta(seconds=50))
    confidence: float = 0.6
    box: Box = HERE
    path: tuple[PathPoint, ...] = (PathPoint(time=0.0, box=THERE), PathPoint(time=55.0, box=HERE))
    image_path: str = "c1/a1.jpg"
    thumbnail_path: str | None = None
    frame_number: int = 0


async def test_a_restart_of_home_assistant_is_no_news(scene: Scene) -> None:
    scene.store.earlier = [Row()]
    scene.say("b1", "began", ago=0.6)
    await scene.done()
    assert scene.began == []
    assert scene.store.rows["a1"].image_path == "c1/a1.jpg"
    scene.say("b1", "better", ago=4)
    await scene.done()
    assert scene.store.rows["a1"].image_path != "c1/a1.jpg"


async def test_without_the_database_everybody_is_news(scene: Scene) -> None:
    scene.store.earlier, scene.store.away = [Row()], True
    scene.say("b1", "began", ago=0.6)
    await scene.until(lambda: scene.began)
    assert [person.event_id for person in scene.began] == ["b1"]


async def test_a_recording_is_judged_when_all_of_it_was_watched(scene: Scene) -> None:
    end = datetime.now(UTC)
    scene.watched(until=2.0)
    scene.live.recording_closed("c1", end - timedelta(seconds=60), end, "a.mp4")
    await scene.done()
    assert scene.store.settled == []
    scene.watched(since=2.0)
    await scene.done()
    assert scene.store.settled == ["a.mp4"]


async def test_a_recording_does_not_wait_for_ever(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_persons, "SETTLE_AFTER", timedelta(seconds=0.2))
    monkeypatch.setattr(live_persons, "_TICK", 0.05)
    end = datetime.now(UTC)
    scene.live.recording_closed("c1", end - timedelta(seconds=60), end, "a.mp4")
    await scene.until(lambda: scene.store.settled)
    assert scene.store.settled == ["a.mp4"]


async def test_rows_learn_how_long_persons_stay(scene: Scene) -> None:
    scene.say("a1", "began", ago=100, last=99)
    scene.watched(PresentPerson(id="a1", last_seen=now()))
    await scene.done()
    assert now() - scene.store.rows["a1"].last_seen.timestamp() > 90
    assert len(scene.due) == 1, "who is there for so long can be described"
    end = datetime.now(UTC)
    scene.live.recording_closed("c1", end - timedelta(seconds=60), end, "a.mp4")
    await scene.done()
    assert now() - scene.store.rows["a1"].last_seen.timestamp() < 5


async def test_a_stop_loses_nothing(hass: HomeAssistant, tmp_path: Path) -> None:
    scene = await make_scene(hass, tmp_path)
    scene.say("a1", "began", ago=8)
    scene.watched(PresentPerson(id="a1", last_seen=now()))
    await scene.live.stop()
    assert scene.store.rows["a1"].describe_at is None
    assert len(scene.store.spans) == 1


async def test_an_unexpected_error_stops_nothing(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    put = scene.store.put_person

    async def failing(camera_id: str, person: LivePerson) -> None:
        if person.event_id == "a1":
            raise ValueError("out of range")
        await put(camera_id, person)

    monkeypatch.setattr(scene.store, "put_person", failing)
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
