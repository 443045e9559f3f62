"""Twelve cameras on one core: all are looked at less often, and none is given up; what moves goes first."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from mycamera_worker.protocol import (
    AnalysisSettings,
    CaptionerSettings,
    Configure,
    Configured,
    DetectorSettings,
    Health,
    InView,
    Watch,
    WatchState,
)

from .client import Client, WorkerProcess
from .conftest import cached, encode

MOVING = 10
STILL = 2
LOOKS = 15
"""Of each moving camera, that are compared."""
PATIENCE = 300.0


@pytest.fixture
def slow_worker(tmp_path: Path) -> Iterator[WorkerProcess]:
    """Start a worker that has one core."""
    process = WorkerProcess.start(tmp_path / "stderr.txt")
    for task in Path(f"/proc/{process.process.pid}/task").iterdir():
        os.sched_setaffinity(int(task.name), {min(os.sched_getaffinity(0))})
    yield process
    process.stop()


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return minutes of people who walk, and as much of one picture of them."""
    folder = tmp_path_factory.mktemp("films")
    moving, still, picture = folder / "moving.avi", folder / "still.mp4", folder / "still.png"
    film = str(cached("vtest.avi"))
    for arguments in (
        ["-stream_loop", "5", "-i", film, "-c", "copy", str(moving)],
        ["-ss", "5", "-i", film, "-frames:v", "1", str(picture)],
    ):
        subprocess.run(["ffmpeg", "-v", "error", "-y", *arguments], check=True)
    encode(still, "-loop", "1", "-framerate", "2", "-t", "480", "-i", str(picture))
    return moving, still


@pytest.mark.timeout(400)
async def test_all_are_looked_at_less_often_and_none_is_given_up(
    slow_worker: WorkerProcess, detector_settings: DetectorSettings, films: tuple[Path, Path]
) -> None:
    names = [f"moving{number}" for number in range(MOVING)] + [f"still{number}" for number in range(STILL)]
    looks: Counter[str] = Counter()
    states: dict[str, list[bool]] = defaultdict(list)
    health = Health(queued=0, running=0, watching=0)
    async with Client.connect(slow_worker) as client, asyncio.timeout(PATIENCE):
        await client.send(Configure(request="1", detector=detector_settings, captioner=CaptionerSettings()))
        await client.get(Configured, lambda answer: answer.complete, within=PATIENCE)
        for name in names:
            url = films[name.startswith("still")].as_uri()
            settings = AnalysisSettings(min_score=0.2, detect_fps=10)
            await client.send(Watch(camera=name, url=url, settings=settings))
        while not all(states[name] for name in names):
            state = await client.get(WatchState, within=PATIENCE)
            states[state.camera].append(state.watching)
        before = health = await client.get(Health, within=PATIENCE)
        client.messages.clear()
        while not all(looks[name] >= LOOKS for name in names[:MOVING]):
            # Each look at a picture with somebody in it is told; in both films somebody always is.
            health = await client.get(Health, within=PATIENCE)
            looks = Counter(each.camera for each in client.messages if isinstance(each, InView))
        for message in client.messages:
            if isinstance(message, WatchState):
                states[message.camera].append(message.watching)
    made = health.live_frames_looked - before.live_frames_looked
    left_out = health.live_frames_dropped - before.live_frames_dropped
    assert left_out > made / 9, "it has more to do than it can, or this test shows nothing"
    assert {name: told for name, told in states.items() if told != [True]} == {}, "given up, and taken up again"
    moving = [looks[name] for name in names[:MOVING]]
    assert max(moving) <= 1.5 * min(moving), looks
    still = [looks[name] for name in names[MOVING:]]
    assert all(0 < count < min(moving) for count in still), looks
    assert sum(looks.values()) == pytest.approx(made, rel=0.2), "what is told of looks made is so"
