#!/usr/bin/env python3
"""How soon `binary_sensor` says that somebody is there, in a real Home Assistant.

Run it with Home Assistant's Python: `.venvs/homeassistant/bin/python scripts/bench_live.py [--cameras 1 4 8]`.

Demo cameras play a film of which is known, frame by frame, how much of whom is to be seen (`bench_live_film.py`):
persons come in by the edges, from behind a sign and behind a hedge, one, two and three at a time. MyCamera in a real
Home Assistant, with its recorder and our database, records the main streams and has a real worker watch the sub
streams. A client of the WebSocket notes when it is told that *Person* is on. The latency of a visit is from when the
camera sent the first frame that shows half of somebody, by the camera's notes, until then; less than none, where the
sensor was quicker.

A visit counts as missed where the sensor was off and was not on before the visit was two seconds over. Where it was
still on of the visit before, nothing can be said: such are told, and left out. A sensor that turns on while nobody is
there is told, too.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.demo.camera import CACHE, VIDEO, DemoCamera
from scripts.demo.client import Client, Message
from scripts.demo.home_assistant import ROOT, HomeAssistant
from scripts.demo.mycamera import WORKER_PYTHON, HubSettings, add_camera, entities, set_up_hub, wait_loaded
from scripts.demo.onboarding import Login, onboard_or_log_in
from scripts.demo.waiting import until
from tests.e2e.faults.footage import Sent, read_sent

CLEAR: Final = 2.0
"""Seconds after which the sensor is off again, as it is set for this: visits are 3.5 s apart."""
LATEST: Final = 2.0
SETTLE: Final = 20.0
PATIENCE: Final = 300.0
CUT: Final = 1.0
"""Seconds between two frames of one visit by which something broke off: nothing is said of that visit."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What the film shows: frames, as `bench_live_film.py` tells them."""

    name: str
    came: int
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Stay:
    """One visit as a camera sent it, in seconds since 1970."""

    name: str
    came: float
    since: float
    """When half of somebody was to be seen."""
    until: float
    """Of the last frame."""


@dataclass
class Counted:
    """What was seen of some cameras."""

    latencies: dict[str, list[float]] = field(default_factory=dict)
    """Seconds, by the visit's name."""
    missed: list[str] = field(default_factory=list)
    unclear: int = 0
    """Visits that began while the sensor was still on."""
    invented: int = 0
    """How often it turned on while nobody was there."""

    @property
    def all(self) -> list[float]:
        """Every latency."""
        return [latency for latencies in self.latencies.values() for latency in latencies]


def stays(visits: Iterable[Visit], sent: Sent) -> list[Stay]:
    """Return which visits were sent as a whole, in order of time."""
    found: list[Stay] = []
    for visit in visits:
        shown = [(sent.frames[serial], frame) for serial, frame in sorted(sent.shown.items())]
        these = [(when, frame) for when, frame in shown if visit.came <= frame < visit.until]
        starts = [index for index, (_, frame) in enumerate(these) if frame == visit.came]
        for index in starts:
            lap = these[index : index + visit.until - visit.came]
            frames = [frame for _, frame in lap]
            whole = frames == list(range(visit.came, visit.until))
            if whole and all(after[0] - before[0] < CUT for before, after in pairwise(lap)):
                found.append(Stay(visit.name, lap[0][0], lap[visit.since - visit.came][0], lap[-1][0]))
    return sorted(found, key=lambda stay: stay.came)


def count(
    those: Sequence[Stay], changes: Sequence[tuple[float, bool]], began: float, ended: float, into: Counted
) -> None:
    """Add what a sensor said, `changes` in order of time, of the visits that lie in a time as a whole."""
    for stay in those:
        if not began <= stay.came <= stay.until + LATEST <= ended:
            continue
        before = [on for when, on in changes if when < stay.came]
        if before and before[-1]:
            into.unclear += 1
            continue
        told = next((when for when, on in changes if on and stay.came <= when <= stay.until + LATEST), None)
        if told is None:
            into.missed.append(stay.name)
        else:
            into.latencies.setdefault(stay.name, []).append(told - stay.since)
    for when, on in changes:
        if on and began <= when <= ended and not any(stay.came <= when <= stay.until + LATEST for stay in those):
            into.invented += 1


def quantile(latencies: Sequence[float], share: int) -> float:
    """Return the latency that so many hundredths stay under; of fewer than two, the one."""
    if len(latencies) < 2:  # noqa: PLR2004 - what there is
        return next(iter(latencies), float("nan"))
    return quantiles(latencies, n=100, method="inclusive")[share - 1]


def lines(cameras: int, minutes: float, counted: Counted) -> list[str]:
    """Return what is printed of so many cameras, for a table and beneath it."""
    every = counted.all
    head = (
        f"{cameras} cameras, {minutes:.1f} min: {len(every)} visits told, {len(counted.missed)} missed, p50 "
        f"{quantile(every, 50):.2f} s, p95 {quantile(every, 95):.2f} s, most {max(every, default=float('nan')):.2f} s; "
        f"still on at {counted.unclear} more, on while nobody was there {counted.invented} times"
    )
    names = sorted({*counted.latencies, *counted.missed})
    return [head] + [
        f"  {name}: {len(told)} told, {counted.missed.count(name)} missed, p50 {quantile(told, 50):.2f} s, "
        f"p95 {quantile(told, 95):.2f} s"
        for name in names
        for told in [counted.latencies.get(name, [])]
    ]


class Listener:
    """Notes what the sensors say, when it is told."""

    def __init__(self) -> None:
        self.changes: dict[str, list[tuple[float, bool]]] = {}
        """Of each sensor, by its entity id."""

    def hear(self, event: Message) -> None:
        """Take an event `state_changed`."""
        state = event["data"]["new_state"]
        if state is not None and state["entity_id"] in self.changes:
            noted = self.changes[state["entity_id"]]
            on = state["state"] == "on"
            if on != (bool(noted) and noted[-1][1]):
                noted.append((time.time(), on))


async def measure(numbers: Sequence[int], minutes: Sequence[float], folder: Path) -> None:
    """Print what was measured with so many cameras, added to one Home Assistant one after the other."""
    told = await asyncio.to_thread(film, folder)
    visits = [Visit(**visit) for visit in told["visits"]]
    sent = folder / "sent"
    camera = DemoCamera(log=folder / "camera.log", cameras=max(numbers), sent=sent, video=Path(told["film"]))
    home = HomeAssistant(folder / "config", log_level="warning")
    home.prepare()
    listener, paths = Listener(), dict[str, str]()
    try:
        await camera.start()
        await home.start(PATIENCE)
        async with Client(home.url) as client:
            await onboard_or_log_in(client, Login())
            settings = HubSettings(
                folder=folder / "storage", detector_model=CACHE / "person.pt", minimum_free=0.1, keep_hours=0
            )
            entry = await set_up_hub(client, settings)
            await wait_loaded(client, entry)
            await client.subscribe_events("state_changed", listener.hear)
            for number, time_for in zip(numbers, minutes, strict=True):
                while len(paths) < number:
                    main, sub = camera.paths[len(paths)]
                    sensor = await add(client, entry, camera, main, sub, f"Camera {len(paths) + 1}")
                    listener.changes[sensor], paths[sensor] = [], sub
                await all_watched(client, paths)
                await asyncio.sleep(SETTLE)
                began, load = time.time(), os.getloadavg()[0]
                await asyncio.sleep(time_for * 60)
                ended, counted = time.time(), Counted()
                notes = await asyncio.to_thread(read_sent, sent)
                for sensor, path in paths.items():
                    count(stays(visits, notes[path]), listener.changes[sensor], began, ended, counted)
                print(*lines(number, time_for, counted), sep="\n")
                print(f"  load of the machine: {load:.1f} before, {os.getloadavg()[0]:.1f} after", flush=True)
    finally:
        await home.stop()
        await camera.stop()


def film(folder: Path) -> dict[str, Any]:
    """Have the film made; returns where it is, and what it shows."""
    program = Path(__file__).with_name("bench_live_film.py")
    made = subprocess.run(
        [WORKER_PYTHON, program, VIDEO, CACHE],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    told: dict[str, Any] = json.loads(made.stdout)
    return told


async def add(client: Client, entry: str, camera: DemoCamera, main: str, sub: str, name: str) -> str:  # noqa: PLR0917
    """Add a camera, set how soon its sensor is off; returns the sensor's entity id."""
    answers = {
        "name": name,
        "host": camera.host,
        "port": camera.port,
        "username": camera.username,
        "password": camera.password,
        "main_path": main,
        "sub_path": sub,
        "transport": "tcp",
    }
    identifier = await add_camera(client, entry, answers)
    keys: dict[str, str] = {}

    async def there() -> bool:
        keys.update(await entities(client, identifier))
        return {"person", "clear_time"} <= keys.keys()

    async with asyncio.timeout(PATIENCE):
        await until(there)
    await client.call_action("number", "set_value", {"entity_id": keys["clear_time"], "value": CLEAR})
    return keys["person"]


async def all_watched(client: Client, sensors: Collection[str]) -> None:
    """Wait until every sensor knows whether somebody is there."""

    async def known() -> bool:
        states = await client.states()
        return all(states[sensor]["state"] in {"on", "off"} for sensor in sensors)

    async with asyncio.timeout(PATIENCE):
        await until(known)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cameras", type=int, nargs="+", default=[1, 4, 8], help="how many, in turn; each more")
    parser.add_argument("--samples", type=int, default=200, help="visits with each number: each has one in 7 seconds")
    parser.add_argument("--minutes", type=float, default=30.0, help="with each number, at most")
    arguments = parser.parse_args()
    minutes = [min(arguments.minutes, arguments.samples * 7 / 60 / number) for number in arguments.cameras]
    folder = Path(tempfile.mkdtemp(prefix="mycamera-bench-"))
    try:
        asyncio.run(measure(arguments.cameras, minutes, folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
