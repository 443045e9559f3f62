#!/usr/bin/env python3
"""What recording costs, loses and misses, beside a bare `ffmpeg -c copy -f segment` of every camera.

Run it with Home Assistant's Python: `.venvs/homeassistant/bin/python scripts/bench_recording.py [--cameras 4 16]`.

Demo cameras in a process of their own send 720p H.264 at 15 frames a second. Another process stands for Home Assistant:
asyncio and one CameraRecorder for each camera, nothing else; their ffmpegs are the recording keeper's, as in every
installation. The bare ffmpegs read the same streams in the same
seconds, so that whatever else the machine does hits both. CPU time is the scheduler's, to the nanosecond, of all
threads; "written" is what the kernel counts as sent to the disk, our index of a closed segment included. "Lost" are the
video packets that the camera counted and that ffprobe does not find in the files. With --restart, the process that
stands for Home Assistant is stopped and started anew (which imports Home Assistant, and takes as long), then every
ffmpeg is killed, then the cameras drop every connection. Frames that are missing are counted by the camera; times are
read from the files. A connection that no other client shares takes this camera up to two key frames, of one a second.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Any, Self

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from custom_components.mycamera.recording.archive.segment import Gap, Segment
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.handover.keeper_client import ProcessKeeper, meeting_places
from custom_components.mycamera.recording.recorder import SEGMENT_SECONDS, CameraRecorder
from custom_components.mycamera.recording.retries import GOOD_SECONDS
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState, RecorderStatus
from tests.demo_camera import CACHE, DemoCamera, missing

FPS = 15
STAGGER = SEGMENT_SECONDS * 0.618
"""As the hub staggers its cameras."""
STALL = 1.3
"""Seconds between two packets that only the benchmark's own stalls can be."""
MARK = 30
"""Packets whose sizes, in a row, occur once in the video."""
PATIENCE = 90.0


# What stands for Home Assistant.


def say(**message: object) -> None:
    """Tell the process that started us."""
    print(json.dumps(message, default=str), flush=True)


async def stand_for_home_assistant(root: Path, port: int, paths: list[str]) -> None:
    """Record every camera until told to stop; answer questions that come on stdin."""
    storage = StorageRoot(root, "bench", minimum_free=0)
    await storage.prepare()
    keeper = ProcessKeeper(meeting_places(root), program="ffmpeg", root=root)
    recorders = [recorder_of(storage, keeper, port, index, path) for index, path in enumerate(paths)]
    say(kind="ready", at=datetime.now(UTC))
    for recorder in recorders:
        await recorder.start()
    words = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(partial(asyncio.StreamReaderProtocol, words), sys.stdin)
    while (await words.readline()).strip() == b"pids":
        say(kind="pids", pids=[recorder.pid for recorder in recorders])
    await asyncio.gather(*(recorder.stop() for recorder in recorders))
    await keeper.end_all()
    say(kind="stopped")


def recorder_of(storage: StorageRoot, keeper: ProcessKeeper, port: int, index: int, path: str) -> CameraRecorder:
    """Return a recorder as the hub makes them, which tells what it does on stdout."""

    async def closed(segment: Segment) -> None:
        say(kind="segment", camera=index, path=segment.file_path, start=segment.start, end=segment.end)

    async def gap(gap: Gap) -> None:
        say(kind="gap", camera=index, start=gap.start, end=gap.end, cause=gap.cause)

    def status(status: RecorderStatus) -> None:
        say(kind="status", camera=index, state=status.state, error=status.error)

    return CameraRecorder(
        camera_id=f"cam{index}",
        source=RtspSource(host="127.0.0.1", port=port, path=path),
        root=storage,
        ffmpeg="ffmpeg",
        ffprobe="ffprobe",
        rotation_offset=index * STAGGER % SEGMENT_SECONDS,
        processes=keeper,
        on_segment=closed,
        on_gap=gap,
        on_status=status,
    )


# Its counterpart here, and the bare ffmpegs.


@dataclass
class Recording:
    """The process that stands for Home Assistant, and what it said."""

    process: asyncio.subprocess.Process
    said: list[dict[str, Any]] = field(default_factory=list)
    _reader: asyncio.Task[None] | None = None

    @classmethod
    async def start(cls, root: Path, camera: DemoCamera) -> Self:
        """Start it; returns when every camera is recorded."""
        paths = [camera.path(urls["main"]) for urls in camera.cameras]
        command = [sys.executable, __file__, "--stand-in", str(root), str(camera.port), *paths]
        pipe = asyncio.subprocess.PIPE
        self = cls(await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe))
        self._reader = asyncio.create_task(self._read())
        await self.until_recording(len(paths), 0)
        return self

    async def until_recording(self, cameras: int, since: int) -> None:
        """Wait until so many cameras have been recorded after the first `since` messages."""

        def recorded() -> bool:
            return len({one["camera"] for one in self.states(RecorderState.RECORDING, since)}) == cameras

        await until(recorded)

    def states(self, state: RecorderState, since: int = 0) -> list[dict[str, Any]]:
        """Return what it said of a state."""
        return [one for one in self.said[since:] if one.get("state") == state]

    def of(self, kind: str, camera: int) -> list[dict[str, Any]]:
        """Return what it said of one kind about one camera."""
        return [one for one in self.said if one["kind"] == kind and one.get("camera") == camera]

    async def _read(self) -> None:
        assert self.process.stdout is not None  # noqa: S101 - for the type checker: it is a PIPE
        async for line in self.process.stdout:
            self.said.append(json.loads(line))

    async def _ask(self, word: str, kind: str) -> dict[str, Any]:
        assert self.process.stdin is not None  # noqa: S101 - as above
        known = len(self.said)
        self.process.stdin.write(f"{word}\n".encode())
        await until(lambda: any(one["kind"] == kind for one in self.said[known:]))
        return next(one for one in self.said[known:] if one["kind"] == kind)

    async def pids(self) -> list[int]:
        """Return the process ids of its ffmpegs."""
        pids: list[int] = (await self._ask("pids", "pids"))["pids"]
        return pids

    async def stop(self) -> None:
        """End it in order, as Home Assistant does."""
        if self.process.returncode is None and self._reader is not None and not self._reader.done():
            await self._ask("stop", "stopped")
        await self.process.wait()
        if self._reader is not None:
            await self._reader


async def until(condition: Callable[[], object]) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if condition():
                return
            await asyncio.sleep(0.05)


async def start_bare(url: str, folder: Path) -> asyncio.subprocess.Process:
    """Start what recording is measured by; returns when it records."""
    await asyncio.to_thread(folder.mkdir, parents=True)
    command = ["ffmpeg", "-nostdin", "-v", "error", "-rtsp_transport", "tcp", "-i", url, "-c", "copy", "-f", "segment"]
    command += ["-segment_time", f"{SEGMENT_SECONDS:g}", "-segment_list", str(folder / "list.csv"), "%06d.mp4"]
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, stdin=asyncio.subprocess.DEVNULL)
    await until((folder / "000000.mp4").exists)
    return process


# Measuring.


@dataclass
class Use:
    """What processes have used of the machine."""

    cpu: float = 0.0
    """Seconds."""
    written: int = 0
    """Bytes."""
    rss: int = 0
    pss: int = 0
    """Bytes; pss shares out what processes have in common."""

    def __add__(self, other: Use) -> Use:
        return Use(self.cpu + other.cpu, self.written + other.written, self.rss + other.rss, self.pss + other.pss)

    def since(self, before: Use) -> Use:
        """Return what was used meanwhile; memory as it is now."""
        return Use(self.cpu - before.cpu, self.written - before.written, self.rss, self.pss)


def use_of(pids: Iterable[int]) -> Use:
    """Read what the kernel says of running processes."""
    total = Use()
    for pid in pids:
        folder = Path(f"/proc/{pid}")
        tasks = (folder / "task").iterdir()
        nanoseconds = sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)
        facts = {}
        for name in ("io", "smaps_rollup"):
            for line in (folder / name).read_text().splitlines():
                key, _, value = line.partition(":")
                if value.strip():
                    facts[key] = value.split()[0]
        total += Use(nanoseconds / 1e9, int(facts["write_bytes"]), int(facts["Rss"]) * 1024, int(facts["Pss"]) * 1024)
    return total


def parent_of(pid: int) -> int:
    """Return the process that a process is a child of."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def packets_of(path: Path) -> list[tuple[float, int]]:
    """Return when each video packet of a file is, in seconds from its first, and its size."""
    command = ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=dts_time,size"]
    done = subprocess.run([*command, "-of", "csv=p=0", str(path)], capture_output=True, check=True, text=True)
    packets = [(float(time), int(size)) for time, size, *_ in (line.split(",") for line in done.stdout.split())]
    return [(time - packets[0][0], size) for time, size in packets]


def our_sizes(root: Path, segments: Iterable[dict[str, Any]]) -> list[int]:
    """Return the sizes of all packets in our files, in order."""
    return [size for segment in segments for _, size in packets_of(root / segment["path"])]


def bare_sizes(folder: Path) -> list[int]:
    """Return the sizes of the packets that a bare ffmpeg recorded between the two stalls."""
    packets: list[tuple[float, int]] = []
    for line in (folder / "list.csv").read_text().splitlines():
        name, start, _ = line.split(",")
        packets += [(float(start) + time, size) for time, size in packets_of(folder / name)]
    stalls = [at for at, (one, other) in enumerate(pairwise(packets), 1) if other[0] - one[0] > STALL]
    if not stalls:
        raise SystemExit("a bare ffmpeg recorded no stall: the machine is too busy to measure anything")
    return [size for _, size in packets[stalls[0] : stalls[1] if len(stalls) > 1 else None]]


def count_between(sizes: list[int], window: list[int]) -> int:
    """Count the packets from those that a window begins with to those that it ends with; sizes tell packets apart."""

    def places(mark: list[int]) -> list[int]:
        return [at for at in range(len(sizes)) if sizes[at : at + MARK] == mark]

    counts = [last + MARK - first for first in places(window[:MARK]) for last in places(window[-MARK:])]
    return min(counts, key=lambda count: abs(count - len(window)), default=0)


async def stall(camera: DemoCamera) -> dict[str, int]:
    """Let the cameras pause, so that it shows in every file; return what each had sent by then."""
    await camera.command("freeze")
    await asyncio.sleep(1.5)
    sent: dict[str, int] = (await camera.command("count"))["sent"]
    return sent


# The benchmark.


async def compare(video: Path, cameras: int, minutes: float, folder: Path, audio: str) -> None:
    """Print what recording so many cameras costs and loses, both ways."""
    camera = await DemoCamera.start(video, cameras=cameras, audio=audio)
    bare: list[asyncio.subprocess.Process] = []
    recording: Recording | None = None
    paths = [camera.path(urls["main"]) for urls in camera.cameras]
    try:
        recording = await Recording.start(folder / "ours", camera)
        for index, urls in enumerate(camera.cameras):
            bare.append(await start_bare(urls["main"], folder / f"bare{index}"))
        before = await stall(camera)
        await camera.command("thaw")
        await asyncio.sleep(3)
        ours = await recording.pids()
        keepers = {parent_of(pid) for pid in ours} - {recording.process.pid}
        if len(keepers) != 1:
            raise SystemExit("the ffmpegs are not children of one keeper")
        groups = {
            "ours": ours,
            "bare": [process.pid for process in bare],
            "python": [recording.process.pid],
            "keeper": list(keepers),
            "camera": [camera.pid],
        }
        began = {name: use_of(pids) for name, pids in groups.items()}
        loop = asyncio.get_running_loop()
        since = loop.time()
        await asyncio.sleep(minutes * 60)
        used = {name: use_of(pids).since(began[name]) for name, pids in groups.items()}
        seconds = loop.time() - since
        after = await stall(camera)
        await camera.command("thaw")
        await asyncio.sleep(3)
        await recording.stop()
    finally:
        for process in bare:
            process.send_signal(signal.SIGINT)
        await asyncio.gather(*(process.wait() for process in bare))
        if recording is not None:
            await recording.stop()
        await camera.stop()
    print_costs(cameras, seconds, used)
    sent = [after[path] - before[path] for path in paths]
    windows = [bare_sizes(folder / f"bare{index}") for index in range(cameras)]
    beside = [len(window) for window in windows]
    found = [
        count_between(our_sizes(folder / "ours", recording.of("segment", index)), window)
        for index, window in enumerate(windows)
    ]
    print(
        f"video packets: {sum(sent)} sent, {sum(found)} in our files ({sum(sent) - sum(found)} lost), "
        f"{sum(beside)} in the bare ones ({sum(sent) - sum(beside)} lost)"
    )
    restarts = len(recording.states(RecorderState.RECORDING)) - cameras
    rotations = sorted(
        datetime.fromisoformat(segment["start"]).timestamp() % SEGMENT_SECONDS
        for index in range(cameras)
        for segment in recording.of("segment", index)[1:2]
    )
    apart = [after - before for before, after in pairwise(rotations)]
    print(f"connections that had to be made again: {restarts}", end="")
    print(f"; rotations at least {min(apart):.1f} s apart" if apart else "")


def print_costs(cameras: int, seconds: float, used: dict[str, Use]) -> None:
    """Print the table of one run."""
    ours, bare, python = used["ours"], used["bare"], used["python"]
    camera_minutes = cameras * seconds / 60
    rows = [
        ("CPU s of ffmpeg per camera-minute", ours.cpu / camera_minutes, bare.cpu / camera_minutes, ".4f"),
        (
            "MB written per camera-minute",
            (ours.written + python.written) / camera_minutes / 1e6,
            bare.written / camera_minutes / 1e6,
            ".3f",
        ),
        ("RSS of an ffmpeg, MB", ours.rss / cameras / 1e6, bare.rss / cameras / 1e6, ".1f"),
        ("PSS of an ffmpeg, MB", ours.pss / cameras / 1e6, bare.pss / cameras / 1e6, ".1f"),
    ]
    print(f"\n{cameras} cameras, {seconds:.0f} s")
    print(f"{'':<36}{'mycamera':>10}{'bare':>10}{'ratio':>8}")
    for name, one, other, form in rows:
        print(f"{name:<36}{one:>10{form}}{other:>10{form}}{one / other:>8.3f}")
    print(
        f"the Python process: {python.cpu / seconds / cameras:.3%} of a core per camera, "
        f"RSS {python.rss / 1e6:.1f} MB, PSS {python.pss / 1e6:.1f} MB"
    )
    print(
        f"the keeper: {used['keeper'].cpu / seconds / cameras:.3%} of a core per camera, "
        f"RSS {used['keeper'].rss / 1e6:.1f} MB, PSS {used['keeper'].pss / 1e6:.1f} MB"
    )
    total = ours.cpu + python.cpu + used["keeper"].cpu
    print(
        f"of this machine's cores, recording takes {total / seconds:.1%} of one "
        f"(the simulated cameras, for both: {used['camera'].cpu / seconds:.1%})"
    )


async def interrupt(video: Path, cameras: int, folder: Path) -> None:
    """Print what a restart of Home Assistant, and a lost connection, cost in footage."""
    camera = await DemoCamera.start(video, cameras=cameras)
    holders: list[asyncio.subprocess.Process] = []
    recording: Recording | None = None
    root = folder / "ours"
    try:
        recording = await Recording.start(root, camera)
        # The demo camera stops counting when nobody looks.
        for index, urls in enumerate(camera.cameras):
            holders.append(await start_bare(urls["main"], folder / f"bare{index}"))
        await stall(camera)
        await camera.command("thaw")
        await asyncio.sleep(5)
        await recording.stop()
        first = recording
        recording = await Recording.start(root, camera)
        await asyncio.sleep(12)
        await stall(camera)
        await camera.command("thaw")
        await asyncio.sleep(3)
        known = len(recording.said)
        for pid in await recording.pids():
            os.kill(pid, signal.SIGKILL)
        await recording.until_recording(cameras, known)
        await asyncio.sleep(GOOD_SECONDS + 3)
        known = len(recording.said)
        await camera.command("drop")
        await recording.until_recording(cameras, known)
        await asyncio.sleep(3)
    finally:
        if recording is not None:
            await recording.stop()
        for holder in holders:
            with suppress(ProcessLookupError):  # it does not outlive a dropped connection
                holder.send_signal(signal.SIGINT)
        await asyncio.gather(*(holder.wait() for holder in holders))
        await camera.stop()
    restart, begin, frames, killed, dropped = [], [], [], [], []
    ready = next(datetime.fromisoformat(one["at"]) for one in recording.said if one["kind"] == "ready")
    for index in range(cameras):
        old, new = first.of("segment", index), recording.of("segment", index)
        ended, began = (datetime.fromisoformat(text) for text in (old[-1]["end"], new[0]["start"]))
        restart.append((began - ended).total_seconds())
        begin.append((began - ready).total_seconds())
        killed += [seconds(gap) for gap in recording.of("gap", index) if gap["cause"] == "failed"]
        dropped += [seconds(gap) for gap in recording.of("gap", index) if gap["cause"] == "disconnected"]
        window = bare_sizes(folder / f"bare{index}")
        frames.append((len(window) - count_between(our_sizes(root, [*old, *new]), window)) / FPS)
    print(f"\ninterruptions, {cameras} cameras")
    print(f"{'':<40}{'mean':>8}{'longest':>9}")
    for name, values in (
        ("restart, s between the files", restart),
        ("restart, s of frames missing", frames),
        ("of that, from the recorder's start", begin),
        ("kill -9 of ffmpeg, s between the files", killed),
        ("dropped connection, s between the files", dropped),
    ):
        print(f"{name:<40}{mean(values):>8.2f}{max(values):>9.2f}" if values else f"{name:<40}{'none':>8}")


def seconds(gap: dict[str, Any]) -> float:
    """Return how long a gap was."""
    return (datetime.fromisoformat(gap["end"]) - datetime.fromisoformat(gap["start"])).total_seconds()


async def run(arguments: argparse.Namespace) -> None:
    """Run what was asked for."""
    for cameras in arguments.cameras:
        folder = Path(tempfile.mkdtemp(prefix="mycamera-bench-", dir=arguments.folder))
        try:
            if arguments.restart:
                await interrupt(arguments.video, cameras, folder)
            else:
                await compare(arguments.video, cameras, arguments.minutes, folder, arguments.audio)
        finally:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def main() -> int:
    """Parse the command line."""
    if sys.argv[1:2] == ["--stand-in"]:
        root, port, *paths = sys.argv[2:]
        asyncio.run(stand_for_home_assistant(Path(root), int(port), paths))
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cameras", type=int, nargs="+", default=[4, 16], help="how many, one run for each")
    parser.add_argument("--minutes", type=float, default=2.0, help="how long a run measures")
    parser.add_argument("--audio", choices=("none", "aac"), default="none", help="the cameras' sound")
    parser.add_argument("--restart", action="store_true", help="measure interruptions instead of costs")
    parser.add_argument("--video", type=Path, default=CACHE.parent / "vtest.avi")
    parser.add_argument("--folder", help="where to record; default: the system's temporary folder")
    arguments = parser.parse_args()
    if reason := missing():
        print(reason, file=sys.stderr)
        return 1
    asyncio.run(run(arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main())
