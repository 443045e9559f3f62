"""How soon live watching tells of a person, and what it costs (`bench_analysis.py`).

A demo camera of 640x360 at 15 frames a second tells when it sends the first picture of somebody; the real worker
process watches it over RTSP, and a real client of its WebSocket notes when `Presence` arrives.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import aiohttp
import numpy as np
from mycamera_worker import environment
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.configuration import CaptionerSettings, Configure, Configured, DetectorSettings
from mycamera_worker.protocol.greeting import Hello
from mycamera_worker.protocol.messages import decode_worker, encode
from mycamera_worker.protocol.watch import Presence, Watch, WatchState

from scripts.bench_analysis_scenes import CAMERA_VISITS, camera_clip

_TOKEN: Final = "bench"  # noqa: S105  of a worker on this machine that lives for a minute
_CLEAR: Final = 2.0
_LATEST: Final = 4.0
"""Seconds after which somebody who was not told of counts as missed."""
_SETTLE: Final = 8.0


@dataclass
class Live:
    """What was measured with some cameras."""

    cameras: int
    cpu: float
    """Of one core, by each camera."""
    memory: float
    """MiB, of the whole worker."""
    latencies: list[float] = field(default_factory=list)
    missed: int = 0

    def quantile(self, share: float) -> float:
        """Return the latency, in milliseconds, that this share of the visits stays under."""
        return float(np.quantile(self.latencies, share) * 1000) if self.latencies else float("nan")


async def measure(
    cameras: int, seconds: float, detector: DetectorSettings, video: Path, folder: Path, *, visits: bool
) -> Live:
    """Watch so many cameras for so long."""
    clip = camera_clip(video, folder, visits=visits)
    marks = [begin for begin, _ in CAMERA_VISITS] if visits else []
    async with _camera(clip, folder, cameras, marks) as (camera, mounts), _worker() as (process, socket):
        entered: list[tuple[str, float]] = []
        told: list[tuple[str, int, float]] = []
        everywhere = asyncio.Event()
        listening = asyncio.create_task(_listen(socket, told, cameras, everywhere))
        marking = asyncio.create_task(_read_marks(camera, entered))
        try:
            await socket.send_str(encode(Configure(request="bench", detector=detector, captioner=CaptionerSettings())))
            settings = AnalysisSettings(min_score=0.4, clear_time=_CLEAR)
            for number, mount in enumerate(mounts):
                watch = Watch(camera=f"cam{number}", url=mount, settings=settings)
                await socket.send_str(encode(watch))
            async with asyncio.timeout(120):
                await everywhere.wait()
            await asyncio.sleep(_SETTLE)
            worker = environment.library("psutil").Process(process.pid)
            began, before = time.time(), sum(worker.cpu_times()[:2])
            await asyncio.sleep(seconds)
            ended, used = time.time(), sum(worker.cpu_times()[:2]) - before
            await asyncio.sleep(_LATEST)
            result = Live(cameras, used / (ended - began) / cameras, worker.memory_info().rss / 1024**2)
        finally:
            for task in (listening, marking):
                task.cancel()
            await asyncio.gather(listening, marking, return_exceptions=True)
    for name, moment in entered:
        if not began <= moment <= ended:
            continue
        known = [count for who, count, when in told if who == name and when < moment]
        later = [
            when - moment
            for who, count, when in told
            if who == name and moment <= when <= moment + _LATEST and count > (known[-1] if known else 0)
        ]
        if later:
            result.latencies.append(later[0])
        else:
            result.missed += 1
    return result


async def _listen(
    socket: aiohttp.ClientWebSocketResponse,
    told: list[tuple[str, int, float]],
    cameras: int,
    everywhere: asyncio.Event,
) -> None:
    watching: set[str] = set()
    async for frame in socket:
        if frame.type is not aiohttp.WSMsgType.TEXT:
            continue
        message = decode_worker(frame.data)
        if isinstance(message, Presence):
            told.append((message.camera, message.persons, time.time()))
        elif isinstance(message, WatchState) and message.watching:
            watching.add(message.camera)
            if len(watching) == cameras:
                everywhere.set()
        elif isinstance(message, Configured) and message.problems:
            raise RuntimeError(message.problems[0].message)


async def _read_marks(camera: asyncio.subprocess.Process, entered: list[tuple[str, float]]) -> None:
    while line := await _line(camera):
        message = json.loads(line)
        if str(message.get("marked", "")).endswith("/sub"):
            entered.append((message["marked"].split("/")[1], message["time"]))


@contextlib.asynccontextmanager
async def _camera(
    clip: Path, folder: Path, cameras: int, marks: list[int]
) -> AsyncIterator[tuple[asyncio.subprocess.Process, list[str]]]:
    script = Path(__file__).with_name("demo_camera.py")
    command = ["/usr/bin/python3", str(script), "--video", str(clip), "--cache", str(folder), "--exit-with-parent"]
    command += ["--cameras", str(cameras), *(part for mark in marks for part in ("--mark", str(mark)))]
    # The system's Python must find its own packages.
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    async with _ended(command, clean) as process:
        async with asyncio.timeout(120):
            ready: dict[str, Any] = json.loads(await _line(process))
        yield process, [each["sub"] for each in ready["cameras"]]


@contextlib.asynccontextmanager
async def _worker() -> AsyncIterator[tuple[asyncio.subprocess.Process, aiohttp.ClientWebSocketResponse]]:
    command = [sys.executable, "-m", "mycamera_worker", "--managed"]
    async with _ended(command, os.environ | {"MYCAMERA_WORKER_TOKEN": _TOKEN}) as process:
        port = json.loads(await _line(process))["listening"]["port"]
        headers = {"Authorization": f"Bearer {_TOKEN}"}
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"ws://127.0.0.1:{port}/", headers=headers, max_msg_size=0) as socket,
        ):
            await socket.send_str(encode(Hello()))
            yield process, socket


@contextlib.asynccontextmanager
async def _ended(command: list[str], environment: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a process, and make sure that it ends."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(10):
                    await process.wait()
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _line(process: asyncio.subprocess.Process) -> bytes:
    return await process.stdout.readline() if process.stdout is not None else b""
