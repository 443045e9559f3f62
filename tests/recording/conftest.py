"""A demo camera, a storage root, and a recorder whose words are kept."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import pytest_socket

from custom_components.mycamera.recording import challenge
from custom_components.mycamera.recording import recorder as recorder_module
from custom_components.mycamera.recording.archive.segment import Gap, Segment
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.handover import kept_process
from custom_components.mycamera.recording.recorder import CameraRecorder
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState, RecorderStatus
from custom_components.mycamera.worker.backoff import Backoff
from tests.demo_camera import DemoCamera, missing

USER = "viewer"
PASSWORD = "p w@1/ä"
OWNER = "01HUB"
CAMERA_ID = "01CAMERA"
LONG = 60
"""Seconds; the tests that want files so long want them whole."""


@pytest.fixture(autouse=True)
def _real_sockets() -> None:
    """Home Assistant's fixtures forbid sockets; the camera and the keeper are on this machine."""
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def _patient_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a stop wait for the last segment: Home Assistant cannot, and a busy machine may need longer."""
    monkeypatch.setattr(recorder_module, "END_SECONDS", 60)
    monkeypatch.setattr(recorder_module, "STOP_SECONDS", 60)


@pytest.fixture(autouse=True)
def _patient_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for what a camera wants for a login, and for a keeper that takes a recording, where the machine is busy."""
    monkeypatch.setattr(challenge, "ASK_SECONDS", 60)
    monkeypatch.setattr(kept_process, "ANSWER_SECONDS", 60)


@pytest.fixture
async def camera() -> AsyncIterator[DemoCamera]:
    if reason := missing():
        pytest.skip(reason)
    camera = await DemoCamera.start(user=USER, password=PASSWORD)
    yield camera
    await camera.stop()


@pytest.fixture
async def root(tmp_path: Path) -> StorageRoot:
    root = StorageRoot(tmp_path / "recordings", OWNER, minimum_free=0)
    await root.prepare()
    return root


def source_of(camera: DemoCamera, **changes: Any) -> RtspSource:
    settings: dict[str, Any] = {
        "host": "127.0.0.1",
        "port": camera.port,
        "path": camera.path(),
        "username": camera.user,
        "password": PASSWORD if camera.user else None,
    }
    return RtspSource(**(settings | changes))


@dataclass
class Witness:
    """Everything that a recorder said."""

    segments: list[Segment] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    statuses: list[RecorderStatus] = field(default_factory=list)

    async def segment(self, segment: Segment) -> None:
        self.segments.append(segment)

    async def gap(self, gap: Gap) -> None:
        self.gaps.append(gap)

    @property
    def states(self) -> list[RecorderState]:
        return [status.state for status in self.statuses]

    def recorder(self, root: StorageRoot, source: RtspSource, **changes: Any) -> CameraRecorder:
        segment_seconds = changes.get("segment_seconds", 3)
        settings: dict[str, Any] = {
            "camera_id": CAMERA_ID,
            "source": source,
            "root": root,
            "ffmpeg": "ffmpeg",
            "ffprobe": "ffprobe",
            "segment_seconds": segment_seconds,
            # Files of a minute or more are cut when that time has passed, not when the clock's minute ends meanwhile.
            "rotation_offset": (time.time() - 1) % segment_seconds if segment_seconds >= LONG else 0.0,
            # Not a moment in which the camera, or we, got no processor: tests of stalls have less.
            "stall_seconds": 10,
            "backoff": Backoff(first=0.3, ceiling=0.6),
            "on_segment": self.segment,
            "on_gap": self.gap,
            "on_status": self.statuses.append,
        }
        return CameraRecorder(**(settings | changes))


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate that nobody signed, as cameras have them, in one file with its key."""
    folder = tmp_path_factory.mktemp("certificate")
    pem = folder / "camera.pem"
    subject = ["-subj", "/CN=camera", "-days", "2", "-nodes", "-newkey", "rsa:2048"]
    command = ["openssl", "req", "-x509", *subject, "-keyout", str(folder / "key"), "-out", str(pem)]
    subprocess.run(command, check=True, capture_output=True)
    pem.write_bytes(pem.read_bytes() + (folder / "key").read_bytes())
    return pem


@pytest.fixture
def witness() -> Witness:
    return Witness()


async def until(condition: Callable[[], object], seconds: float = 60) -> None:
    """Wait for something to become true, also where the machine is busy."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.05)


@asynccontextmanager
async def recorded_beside(camera: DemoCamera, target: Path) -> AsyncIterator[None]:
    """Have an ffmpeg of its own copy what a camera sends, from before this begins until after it has ended."""
    command = ["ffmpeg", "-nostdin", "-v", "error", "-rtsp_transport", "tcp", "-i", source_of(camera).url]
    beside = await asyncio.create_subprocess_exec(*command, "-c", "copy", "-flush_packets", "1", str(target))
    try:
        await until(lambda: target.exists() and target.stat().st_size)
        yield
    finally:
        beside.send_signal(signal.SIGINT)
        await beside.wait()


def open_bytes(root: StorageRoot) -> int:
    """Return how much of open files is on the disk."""
    return sum(path.stat().st_size for path in root.path.rglob(".open/*/*.mp4"))


def packets(path: Path, *, damaged: bool = False) -> list[tuple[float, int, str]]:
    """Return time, size and flags of each video packet, as ffprobe reads them, which must be without complaint."""
    command = ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=pts_time,size,flags"]
    done = subprocess.run([*command, "-of", "json", str(path)], capture_output=True, check=True, text=True)
    assert damaged or not done.stderr
    found = json.loads(done.stdout)["packets"]
    return [(float(packet["pts_time"]), int(packet["size"]), packet["flags"]) for packet in found]


def make_movie(path: Path, *, seconds: float = 2, fragmented: bool = True, codec: str = "libx264") -> Path:
    """Make a real file as ffmpeg writes segments."""
    path.parent.mkdir(parents=True, exist_ok=True)
    flags = ["-movflags", "+frag_keyframe+empty_moov+default_base_moof"] if fragmented else []
    video = ["-f", "lavfi", "-i", f"testsrc2=size=160x120:rate=10:duration={seconds}"]
    coding = ["-c:v", codec, "-preset", "ultrafast", "-g", "10", "-bf", "2"]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *video, *coding, *flags, str(path)], check=True)
    return path


def assert_joined(segments: list[Segment]) -> None:
    """Check that segments follow each other without gap or overlap."""
    for one, other in pairwise(segments):
        assert one.end == other.start


def utc(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")
