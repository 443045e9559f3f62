"""What runs first in the image: options, token, the announcement to a Supervisor, and processes that go on."""

from __future__ import annotations

import asyncio
import os
import signal
import stat
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from app.mycamera_app import children
from app.mycamera_app.children import Child
from app.mycamera_app.options import PORT, Options, OptionsError
from app.mycamera_app.secret import keep_token
from app.mycamera_app.start import announce, worker
from app.mycamera_app.supervisor import Supervisor, SupervisorError
from custom_components.mycamera.settings.discovered_worker import read_discovered_worker
from custom_components.mycamera.worker.trust import keep_certificate
from scripts.demo.supervisor import SimulatedSupervisor

pytestmark = pytest.mark.usefixtures("socket_enabled")


@pytest.fixture
async def simulated() -> AsyncIterator[SimulatedSupervisor]:
    supervisor = SimulatedSupervisor(hostname="local-mycamera-worker")
    await supervisor.start()
    yield supervisor
    await supervisor.stop()


def test_options_of_the_supervisor_go_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Options.read(tmp_path) == Options(log_level="info", model_folder=tmp_path / "models")
    monkeypatch.setenv("MYCAMERA_LOG_LEVEL", "warning")
    monkeypatch.setenv("MYCAMERA_MODEL_FOLDER", "/share/models")
    assert Options.read(tmp_path) == Options(log_level="warning", model_folder=Path("/share/models"))
    (tmp_path / "options.json").write_text('{"log_level": "debug", "model_folder": "/media/models"}')
    assert Options.read(tmp_path) == Options(log_level="debug", model_folder=Path("/media/models"))


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"log_level": "loud"}', '{"model_folder": "models"}', '{"model_folder": "/share/../etc"}'],
)
def test_options_that_cannot_be_meant(tmp_path: Path, text: str) -> None:
    (tmp_path / "options.json").write_text(text)
    with pytest.raises(OptionsError):
        Options.read(tmp_path)


def test_the_token_is_made_once_and_read_by_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "token.part").write_text("left by one that was killed")
    token = keep_token(tmp_path / "token")
    assert len(token) >= 40
    assert token.isascii()
    assert stat.S_IMODE((tmp_path / "token").stat().st_mode) == 0o600
    (tmp_path / "token").chmod(0o644)  # a backup that was restored
    assert keep_token(tmp_path / "token") == token
    assert stat.S_IMODE((tmp_path / "token").stat().st_mode) == 0o600
    (tmp_path / "token").write_text("\n")  # a disk that was full once
    assert keep_token(tmp_path / "token") != token
    assert [file.name for file in tmp_path.iterdir()] == ["token"]


async def test_the_announcement_is_what_home_assistant_understands(
    simulated: SimulatedSupervisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.mycamera_app.start._LOOK_AGAIN", 0.01)
    supervisor = Supervisor(f"http://{simulated.address}", simulated.app_token)
    announcing = asyncio.create_task(announce(supervisor, "the-token", tmp_path, keeps=True))
    await asyncio.sleep(0.05)
    assert not simulated.discovery, "the worker has made no certificate yet"
    certificate = keep_certificate(tmp_path)
    await announcing
    await announce(supervisor, "the-token", tmp_path, keeps=True)  # the app was started again
    [told] = simulated.discovery.values()
    assert told["service"] == "mycamera"
    assert read_discovered_worker(told["config"]) == {
        "mode": "remote",
        "url": f"wss://local-mycamera-worker:{PORT}",
        "token": "the-token",
        "fingerprint": certificate.fingerprint.hex(),
        "keeper": "/share/mycamera/.keeper",
    }


async def test_a_supervisor_that_comes_late(
    simulated: SimulatedSupervisor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    keep_certificate(tmp_path)
    monkeypatch.setattr("app.mycamera_app.start._ANNOUNCE_AGAIN", 0.05)
    await simulated.stop()
    announcing = asyncio.create_task(
        announce(Supervisor(f"http://{simulated.address}", simulated.app_token), "t0ken", tmp_path, keeps=False)
    )
    while "cannot be told of the worker yet" not in caplog.text:
        await asyncio.sleep(0.01)
    await simulated.start()
    await asyncio.wait_for(announcing, 60)
    assert len(simulated.discovery) == 1
    assert caplog.text.count("cannot be told") == 1
    assert "t0ken" not in caplog.text


async def test_a_supervisor_that_refuses(simulated: SimulatedSupervisor) -> None:
    with pytest.raises(SupervisorError, match="403"):
        await asyncio.to_thread(Supervisor(f"http://{simulated.address}", "wrong").own_hostname)
    simulated.hostname = ""
    with pytest.raises(SupervisorError, match="host name"):
        await asyncio.to_thread(Supervisor(f"http://{simulated.address}", simulated.app_token).own_hostname)


def test_the_supervisors_token_is_for_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUPERVISOR_TOKEN", raising=False)
    assert Supervisor.of_environment() is None
    monkeypatch.setenv("SUPERVISOR_TOKEN", "s3cret")
    supervisor = Supervisor.of_environment()
    assert supervisor is not None
    assert "SUPERVISOR_TOKEN" not in os.environ
    assert "s3cret" not in repr(supervisor)


def script(folder: Path, text: str) -> list[str]:
    file = folder / "child.py"
    file.write_text(text)
    return [sys.executable, "-I", str(file)]


async def lines(file: Path, count: int) -> list[str]:
    """Wait until a file has so many lines."""
    async with asyncio.timeout(60):
        while not file.exists() or len(found := file.read_text().split()) < count:
            await asyncio.sleep(0.02)
    return found


async def test_a_process_that_is_killed_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "FIRST_PAUSE", 0.05)
    pids = tmp_path / "pids"
    command = script(
        tmp_path, f"import os, time\nopen({str(pids)!r}, 'a').write(f'{{os.getpid()}}\\n')\ntime.sleep(60)\n"
    )
    running = asyncio.create_task(Child("It", command, {}).run())
    [first] = await lines(pids, 1)
    os.kill(int(first), signal.SIGKILL)
    _, second = await lines(pids, 2)
    assert first != second
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    with pytest.raises(ProcessLookupError):
        os.kill(int(second), 0)


async def test_a_process_that_does_not_end_is_killed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    pids = tmp_path / "pids"
    command = script(
        tmp_path,
        "import os, signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"open({str(pids)!r}, 'a').write(f'{{os.getpid()}}\\n')\ntime.sleep(60)\n",
    )
    running = asyncio.create_task(Child("It", command, {}, patience=0.2).run())
    [pid] = await lines(pids, 1)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)
    assert "is killed" in caplog.text


async def test_a_program_that_is_not_there(caplog: pytest.LogCaptureFixture) -> None:
    running = asyncio.create_task(Child("It", ["/nowhere/at/all"], {}).run())
    async with asyncio.timeout(60):
        while "cannot be started" not in caplog.text:
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@pytest.mark.parametrize(("level", "verbose"), [("debug", True), ("info", False)])
def test_the_worker_is_told_the_options(level: str, verbose: bool) -> None:
    child: Any = worker(Options(log_level=level, model_folder=Path("/share/models")), Path("/data/token"))
    assert ("--verbose" in child._command) is verbose
    assert child._environment == {"MYCAMERA_CACHE": "/share/models"}
    assert "/data/token" in child._command
