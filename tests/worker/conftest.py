"""What the worker's tests share: real weights and video from the user's cache, and a worker process."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from mycamera_worker import environment

environment.prepare()
# As the worker itself starts: OpenVINO's converter sets the root logger to ERROR, and two at once leave it so.
logging.getLogger("mycamera_worker").setLevel(logging.INFO)

# As in the tests of the integration, whose conftest.py is not read here.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, max_examples=500, deadline=None, print_blob=True)
settings.load_profile("steady")

from mycamera_worker.detection.gpu_priority import GpuPriority  # noqa: E402
from mycamera_worker.detection.inference import Inference  # noqa: E402  the libraries read what was prepared
from mycamera_worker.protocol.configuration import CaptionerSettings, DetectorSettings  # noqa: E402

from .client import TOKEN, Client, WorkerProcess  # noqa: E402
from .trained_models import trained_models  # noqa: E402

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera"


def cached(name: str) -> Path:
    path = CACHE / name
    if not path.exists():
        pytest.fail(f"{path} is missing: run scripts/setup media")
    return path


@pytest.fixture(scope="session")
def detector_settings() -> DetectorSettings:
    return DetectorSettings(model=str(cached("person.pt")), person_classes=("normal", "FALL"))


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten seconds of pedestrians as a recorder's fragmented H.264 MP4."""
    path = tmp_path_factory.mktemp("clip") / "clip.mp4"
    encode(path, "-i", str(cached("vtest.avi")), "-t", "10")
    return path


def encode(path: Path, *source: str) -> None:
    subprocess.run(
        [
            *("ffmpeg", "-v", "error", "-y", *source, "-an", "-c:v", "libx264", "-preset", "veryfast", "-g", "20"),
            *("-pix_fmt", "yuv420p", "-movflags", "+frag_keyframe+empty_moov+default_base_moof", str(path)),
        ],
        check=True,
    )


@pytest.fixture(scope="session")
def inference(detector_settings: DetectorSettings) -> Iterator[Inference]:
    engine = Inference(GpuPriority())
    engine.configure(detector_settings).result(timeout=100)
    yield engine
    engine.stop()


@pytest.fixture(scope="session")
def tiny_models() -> Path:
    return trained_models(Path(sys.executable))


@pytest.fixture(scope="session")
def captioner_settings(tiny_models: Path) -> CaptionerSettings:
    return CaptionerSettings(
        enabled=True, model=str(tiny_models / "blip2"), translation_model=str(tiny_models / "marian")
    )


@pytest.fixture(scope="session")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkerProcess]:
    """One worker, started as Home Assistant does, for all tests that do not end it."""
    process = WorkerProcess.start(tmp_path_factory.mktemp("worker") / "stderr.txt")
    yield process
    process.stop()
    log = process.log()
    assert TOKEN not in log
    assert "Traceback" not in log, log


@pytest.fixture
async def client(worker: WorkerProcess) -> AsyncIterator[Client]:
    async with Client.connect(worker) as connected:
        yield connected
