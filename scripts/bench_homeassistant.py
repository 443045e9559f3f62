#!/usr/bin/env python3
"""What MyCamera asks of Home Assistant's own process, beside an empty Home Assistant in the same minutes.

Run it with Home Assistant's Python: `.venvs/homeassistant/bin/python scripts/bench_homeassistant.py [--cameras 16]`.

Two real Home Assistants of the same integrations run side by side; one has MyCamera with so many demo cameras over real
RTSP, which it records, and a worker. That one finds nothing: it speaks the worker's protocol over a real socket and
tells of persons at a given rate, each with picture and places five times a second for five seconds, so that the
detector's own time is not in the figures (see `bench analysis`). In both, a probe wakes up each 5 ms and notes how
late it was (whatever else the machine did is in that, for both), and how much processor time the loop's own thread used
since (nobody else can take that); where the loop was very late, it says where it was. All is measured after Home
Assistant with MyCamera was ended and started anew: what it tells of the set-up, its memory, and
when the first picture of each camera was recorded are of that start.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import itertools
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.configuration import Configure, Configured
from custom_components.mycamera.worker.protocol.greeting import Hello
from custom_components.mycamera.worker.protocol.health import Health
from custom_components.mycamera.worker.protocol.messages import ClientMessage
from custom_components.mycamera.worker.protocol.pictures import Picture
from custom_components.mycamera.worker.protocol.recordings import Analyze
from custom_components.mycamera.worker.protocol.watch import InView, PersonInView, Presence, Watch, Watched, WatchState
from scripts.bench_loop_probe import print_loop, write_probe
from scripts.bench_recording import use_of
from scripts.demo.client import Client, Message
from scripts.demo.home_assistant import HomeAssistant
from scripts.demo.mycamera import HubSettings, RemoteWorker, add_camera, set_up_hub, wait_loaded
from scripts.demo.onboarding import Login, onboard_or_log_in
from scripts.demo.waiting import until
from tests.analysis.scripted_worker import TOKEN, Answer, ScriptedWorker, analyzed, serving, welcome
from tests.demo_camera import DemoCamera

LOOK_SECONDS = 0.2
VISIT_LOOKS = 25
WATCHED_SECONDS = 5.0
SETTLE_SECONDS = 10.0
PATIENCE = 180.0


@dataclass
class Teller:
    """A worker that tells of persons who are not there."""

    worker: ScriptedWorker = field(init=False)
    cameras: list[str] = field(default_factory=list)
    """Those that are watched."""
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.worker = ScriptedWorker(self._answer)
        self._snapshot, self._thumbnail = _jpeg(1280, 720), _jpeg(160, 360)

    def _answer(self, message: ClientMessage) -> list[Answer]:
        match message:
            case Hello():
                return [welcome()]
            case Configure(request=request):
                return [
                    Configured(request=request, classes=("person",)),
                    Health(queued=0, running=0, watching=len(self.cameras), inference_ms=12, time=time.time()),
                ]
            case Watch(camera=camera):
                if camera not in self.cameras:
                    self.cameras.append(camera)
                return [
                    WatchState(camera=camera, watching=True),
                    Presence(camera=camera, persons=0, time=time.time()),
                ]
            case Analyze(job=job):
                return [analyzed(job)]
        return []

    async def tell(self, rate: float, seconds: float) -> int:
        """Tell of so many persons a minute, camera by camera; returns how many those were."""
        loop = asyncio.get_running_loop()
        end, told, waiting = loop.time() + seconds, 0, asyncio.create_task(self._go_on_watching(seconds))
        for camera in itertools.cycle(self.cameras):
            if loop.time() >= end:
                break
            visit = asyncio.create_task(self._visit(camera, f"{camera}-{told}"))
            self._tasks.add(visit)
            visit.add_done_callback(self._tasks.discard)
            told += 1
            await asyncio.sleep(60 / rate)
        await asyncio.gather(waiting, *self._tasks)
        return told

    async def _go_on_watching(self, seconds: float) -> None:
        since = time.time()
        while time.time() - since < seconds:
            await asyncio.sleep(WATCHED_SECONDS)
            for camera in self.cameras:
                now = time.time()
                await self.worker.push(Watched(camera=camera, since=now - WATCHED_SECONDS, until=now, model="bench.pt"))

    async def _visit(self, camera: str, person: str) -> None:
        first = time.time()
        await self.worker.push(Presence(camera=camera, persons=1, time=first, confidence=0.8))
        await self._say(camera, person, first, phase="began")
        for look in range(VISIT_LOOKS):
            left = look / VISIT_LOOKS / 2
            place = PersonInView(track=1, box=(left, 0.2, left + 0.1, 0.9))
            await self.worker.push(InView(camera=camera, time=time.time(), persons=(place,), aspect=16 / 9))
            await asyncio.sleep(LOOK_SECONDS)
        await self._say(camera, person, first, phase="ended")
        await self.worker.push(InView(camera=camera, time=time.time(), persons=(), aspect=16 / 9))
        await self.worker.push(Presence(camera=camera, persons=0, time=time.time()))

    async def _say(self, camera: str, person: str, first: float, *, phase: Any) -> None:
        snapshot = thumbnail = None
        if phase == "began":
            snapshot, thumbnail = f"{person}-s", f"{person}-t"
            for name, jpeg in ((snapshot, self._snapshot), (thumbnail, self._thumbnail)):
                await self.worker.send(self.worker.sockets[-1], Picture(id=name, jpeg=jpeg))
        now = time.time()
        await self.worker.push(
            LiveAppearance(
                id=person,
                camera=camera,
                phase=phase,
                first_seen=first,
                last_seen=now,
                best_time=first,
                best_box=(0.1, 0.2, 0.2, 0.9),
                confidence=0.8,
                sightings=5,
                path=(
                    PathPoint(time=0, box=(0.1, 0.2, 0.2, 0.9)),
                    PathPoint(time=now - first, box=(0.5, 0.2, 0.6, 0.9)),
                ),
                model="bench.pt",
                snapshot=snapshot,
                thumbnail=thumbnail,
            )
        )


def _jpeg(width: int, height: int) -> bytes:
    """Return a picture that is as hard to compress as one of a camera."""
    noise = Image.effect_noise((width // 4, height // 4), 60).resize((width, height)).convert("RGB")
    held = io.BytesIO()
    noise.save(held, "JPEG", quality=85)
    return held.getvalue()


class Measured:
    """One Home Assistant that is measured."""

    def __init__(self, home: HomeAssistant) -> None:
        self.home = home
        self.client: Client
        self._open = AsyncExitStack()

    async def start(self) -> float:
        """Start it; returns when, by the clock."""
        began = time.time()
        await self.home.start(PATIENCE)
        self.client = await self._open.enter_async_context(Client(self.home.url))
        await onboard_or_log_in(self.client, Login())
        return began

    async def stop(self) -> None:
        """End it."""
        await self._open.aclose()
        await self.home.stop()

    async def begin(self) -> None:
        """Measure from now on."""
        await self.client.call_action("loop_probe", "begin")

    async def report(self) -> Message:
        """Return what was measured."""
        told: Message = await self.client.call_action("loop_probe", "report", respond=True)
        return told

    def memory(self) -> float:
        """Return what this process has of the memory, shares of what it has in common included; MB."""
        assert self.home.pid is not None  # noqa: S101 - it runs
        return use_of([self.home.pid]).pss / 1e6

    async def rows(self, since: float, until: float) -> Counter[str]:
        """Return how many rows of states Home Assistant's own database has of that time, by kind of our entity."""
        ours = {
            entity["entity_id"]: entity
            for entity in await self.client.command("config/entity_registry/list")
            if entity["platform"] == "mycamera"
        }
        found: Counter[str] = Counter()
        with closing(sqlite3.connect(f"file:{self.home.config / 'home-assistant_v2.db'}?mode=ro", uri=True)) as db:
            asked = (
                "SELECT states_meta.entity_id, count(*) FROM states JOIN states_meta USING (metadata_id) "
                "WHERE last_updated_ts >= ? AND last_updated_ts < ? GROUP BY 1"
            )
            for entity_id, count in db.execute(asked, (since, until)):
                if entity := ours.get(entity_id):
                    owner = "camera" if entity["config_subentry_id"] else "hub"
                    found[f"{owner} {entity_id.partition('.')[0]}.{entity['translation_key'] or ''}"] += count
        return found


async def measure(cameras: int, rate: float, minutes: float, rest: float, folder: Path) -> None:
    """Print what MyCamera asks."""
    probe = write_probe(folder / "probe")
    homes = {name: HomeAssistant(folder / name, also=[probe], log_level="warning") for name in ("empty", "mycamera")}
    for home in homes.values():
        home.prepare()
    empty, ours = Measured(homes["empty"]), Measured(homes["mycamera"])
    teller = Teller()
    camera = await DemoCamera.start(cameras=cameras)
    started: list[Measured] = []
    try:
        async with serving(teller.worker):
            for one in (empty, ours):
                await one.start()
                started.append(one)
            entry = await set_up(ours.client, camera, teller, cameras, folder)
            await ours.stop()
            began = await ours.start()
            await wait_loaded(ours.client, entry)
            await watched(teller, cameras)
            print(f"set-up of the entry: {await setup_seconds(ours.client):.2f} s", flush=True)
            await asyncio.sleep(SETTLE_SECONDS)
            rest_began = time.time()
            resting = await compare(empty, ours, rest * 60)
            print_loop(f"{cameras} cameras at rest, {rest:g} min", *resting)
            await print_rows(ours, cameras, began, rest_began)
            with_us, without = ours.memory(), empty.memory()
            print(f"memory: {with_us:.0f} MB with MyCamera, {without:.0f} MB without: {with_us - without:.0f} MB added")
            for one in (empty, ours):
                await one.begin()
            told = await teller.tell(rate, minutes * 60)
            busy = (await ours.report(), await empty.report())
            print_loop(f"{told} persons in {minutes:g} min", *busy)
            print(f"of these, {persons(homes['mycamera'].config)} are in the database")
            first = await first_frames(homes["mycamera"].config, began, cameras)
            print(
                "from the start of the process to the first recorded picture: "
                f"{median(first):.1f} s, at most {max(first):.1f} s"
            )
    finally:
        for one in started:
            await one.stop()
        await camera.stop()


async def set_up(client: Client, camera: DemoCamera, teller: Teller, cameras: int, folder: Path) -> str:
    """Set the hub and its cameras up through their flows; returns the id of the hub's entry."""
    worker = RemoteWorker(url=teller.worker.url.replace("http", "ws", 1), token=TOKEN)
    settings = HubSettings(
        folder=folder / "storage",
        detector_model=Path("yolov8n.pt"),
        person_classes=("person",),
        worker=worker,
        minimum_free=0.1,
        keep_hours=0,
    )
    entry = await set_up_hub(client, settings)
    for index in range(cameras):
        path = camera.path(camera.cameras[index]["main"])
        answers = {"name": f"Camera {index + 1}", "host": "127.0.0.1", "port": camera.port, "main_path": path}
        await add_camera(client, entry, answers)
    return entry


async def watched(teller: Teller, cameras: int) -> None:
    """Wait until the hub has asked the worker to watch all cameras."""

    async def all_asked() -> bool:
        return len(teller.cameras) == cameras

    async with asyncio.timeout(PATIENCE):
        await until(all_asked)


async def compare(empty: Measured, ours: Measured, seconds: float) -> tuple[Message, Message]:
    """Measure both while nothing happens; returns what they say, ours first."""
    for one in (empty, ours):
        await one.begin()
    await asyncio.sleep(seconds)
    return await ours.report(), await empty.report()


async def print_rows(ours: Measured, cameras: int, began: float, rest_began: float) -> None:
    """Print the rows in Home Assistant's database by entity: those of the start, and of each quarter of the rest."""
    now = time.time()
    quarter = (now - rest_began) / 4
    spans = [(began, rest_began), *((rest_began + n * quarter, rest_began + (n + 1) * quarter) for n in range(4))]
    columns = [await ours.rows(*span) for span in spans]
    print(f"\n{'rows of states, of all cameras':<50}{'start':>8}" + "".join(f"{n + 1}/4".rjust(8) for n in range(4)))
    for kind in sorted({kind for column in columns for kind in column}):
        print(f"{kind:<50}" + "".join(f"{column[kind]:>8}" for column in columns))
    hours = cameras * (now - rest_began) / 3600
    for owner, what, per in (("camera", "a camera-hour", hours), ("hub", "an hour of the hub", hours / cameras)):
        at_start, *at_rest = (sum(n for kind, n in column.items() if kind.startswith(owner)) for column in columns)
        print(
            f"{at_start} of the {owner} at the start; at rest {sum(at_rest)}, {sum(at_rest) / per:.1f} {what}, "
            f"{4 * at_rest[-1] / per:.1f} in the last quarter"
        )


async def setup_seconds(client: Client) -> float:
    """Return what Home Assistant says of the entry's set-up."""
    for told in await client.command("integration/setup_info"):
        if told["domain"] == "mycamera":
            return float(told["seconds"])
    raise RuntimeError("Home Assistant does not tell how long the set-up took")


async def first_frames(config: Path, began: float, cameras: int) -> list[float]:
    """Return for each camera how long after a moment its first recording since then began, in seconds.

    A row is written when its file is closed, a minute after its first picture.
    """
    since, first = datetime.fromtimestamp(began, UTC), dict[str, float]()

    async def all_there() -> bool:
        with closing(sqlite3.connect(f"file:{config / 'mycamera.db'}?mode=ro", uri=True)) as db:
            rows = db.execute("SELECT camera_id, start_time FROM record_log WHERE status = 'success'").fetchall()
        for camera, text in rows:
            seconds = (datetime.fromisoformat(f"{text}+00:00") - since).total_seconds()
            if seconds > 0:
                first[camera] = min(seconds, first.get(camera, seconds))
        return len(first) == cameras

    async with asyncio.timeout(PATIENCE):
        await until(all_there)
    return list(first.values())


def persons(config: Path) -> int:
    """Return how many persons are in the database."""
    with closing(sqlite3.connect(f"file:{config / 'mycamera.db'}?mode=ro", uri=True)) as db:
        [(count,)] = db.execute("SELECT count(*) FROM person_detection").fetchall()
    return int(count)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cameras", type=int, default=16)
    parser.add_argument("--rate", type=float, default=100.0, metavar="N", help="persons a minute")
    parser.add_argument("--minutes", type=float, default=5.0, help="with persons")
    parser.add_argument("--rest", type=float, default=20.0, metavar="MINUTES", help="without, before that")
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="mycamera-bench-"))
    try:
        asyncio.run(measure(arguments.cameras, arguments.rate, arguments.minutes, arguments.rest, folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
