"""The keeper of Home Assistant's app: another container's, met in a shared folder, open to whoever has the token."""

from __future__ import annotations

import ast
import asyncio
import fcntl
import json
import os
import socket
import stat
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from custom_components.mycamera.recording.handover.keeper_client import PROGRAM as KEEPER
from custom_components.mycamera.recording.handover.keeper_client import ProcessKeeper
from custom_components.mycamera.recording.handover.keeper_line import Meeting
from custom_components.mycamera.recording.keeper import server
from custom_components.mycamera.recording.keeper.parameters import pack
from custom_components.mycamera.recording.keeper.wire import PROTOCOL, SOCKET, prove

from ..conftest import until
from .test_keeper import COUNT, PROGRAM, Ear, a_recording, consecutive, keepers

TOKEN = "the-apps-t0ken"
# Another container: its numbers of processes mean nothing here. Only root can make one.
CONTAINER = ["unshare", "--pid", "--fork", "--kill-child"] if os.geteuid() == 0 else []


class AppKeeper:
    """The app's keeper, in a namespace of processes of its own."""

    def __init__(self, folder: Path) -> None:
        self.share = folder / "share"
        self.place = self.share / "mycamera" / ".keeper"
        self.place.parent.mkdir(parents=True)
        self.program = folder / "program"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o700)
        self.token_file = folder / "token"
        self.token_file.write_text(TOKEN + "\n")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-I", "-S", str(KEEPER), str(self.place), str(self.program), str(self.share)]
        self.process = subprocess.Popen([*CONTAINER, *command, str(self.token_file)])

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        for pid in keepers(self.place):
            with suppress(ProcessLookupError):  # it ends with its container
                os.kill(pid, 9)

    def home_assistant(self, *, token: str = TOKEN, lease: float = 120) -> ProcessKeeper:
        """Return the side of a Home Assistant, which has a place for a keeper of its own, too."""
        return ProcessKeeper(
            [self.share.parent / "own"],
            program=str(self.program),
            root=self.share / "mycamera" / "recordings",
            lease=lease,
            app=Meeting(self.place, token),
        )


@pytest.fixture
async def app(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[AppKeeper]:
    keeper = AppKeeper(tmp_path_factory.mktemp("a"))
    keeper.start()
    await until((keeper.place / SOCKET).is_socket)
    yield keeper
    keeper.stop()


@pytest.fixture
def line(app: AppKeeper) -> Iterator[socket.socket]:
    with closing(connect(app)) as connection:
        yield connection


def connect(app: AppKeeper) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(60)
    connection.connect(str(app.place / SOCKET))
    return connection


def say(connection: socket.socket, **message: Any) -> None:
    connection.sendall(json.dumps(message).encode() + b"\n")


def answer(connection: socket.socket) -> dict[str, Any]:
    """Return the next answer; empty where the connection was closed instead."""
    words = b""
    try:
        while not words.endswith(b"\n") and (piece := connection.recv(4096)):
            words += piece
    except ConnectionResetError:
        return {}
    found: dict[str, Any] = json.loads(words or b"{}")
    return found


def test_it_runs_on_the_apps_python() -> None:
    package = KEEPER.parent
    for file in [*KEEPER.glob("*.py"), *(package / name for name in ("command.py", "source.py", "launcher.py"))]:
        ast.parse(file.read_text(), feature_version=(3, 12))


async def test_a_recording_outlives_home_assistant(app: AppKeeper) -> None:
    ear, before = Ear(), app.home_assistant()
    process = await ear.start(before)
    await until(lambda: len(ear.frames) > 3)
    assert await process.hand_over(60)
    await before.close()
    await asyncio.sleep(0.5)
    after, heard = Ear(), app.home_assistant()
    process = await after.take(await heard.adopt("01CAMERA"))
    await until(lambda: len(after.frames) > 15)
    assert consecutive(sorted({*ear.frames, *after.frames}))
    assert after.frames[0] <= ear.frames[-1] + 1
    assert not keepers(app.share.parent / "own")
    await process.stop()
    process.close()
    await heard.close()
    assert app.process is not None
    assert app.process.poll() is None  # it stays for whoever comes next


async def test_its_numbers_of_processes_mean_nothing_here(app: AppKeeper) -> None:
    """A process here may have the number that a recording has there, and must not be touched."""
    ear, processes = Ear(), app.home_assistant()
    process = await ear.start(processes)
    await until(lambda: bool(ear.frames))
    assert getattr(process, "pid") == 0  # noqa: B009 - not every kind of process has one
    app.stop()
    async with asyncio.timeout(60):
        assert await process.wait() < 0
    await processes.close()


async def test_home_assistant_that_dies_leaves_it_for_the_lease(app: AppKeeper) -> None:
    ear, processes = Ear(), app.home_assistant(lease=0.5)
    process: Any = await ear.start(processes, COUNT.replace("do i=", "do touch ${0%/*}/alive; i="))
    await until(lambda: len(ear.frames) > 2)
    await process.leave()
    await processes.close()
    alive = app.share / "mycamera" / "recordings" / "run" / "alive"

    async def at_rest() -> bool:
        alive.unlink(missing_ok=True)
        await asyncio.sleep(0.4)
        return not alive.exists()

    async with asyncio.timeout(60):
        while not await at_rest():
            pass


async def test_the_run_folders_lock_crosses_the_containers(app: AppKeeper, tmp_path: Path) -> None:
    lock = os.open(tmp_path / "lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)
    ear, processes = Ear(), app.home_assistant()
    process = await ear.start(processes, lock=lock)
    os.close(lock)  # Home Assistant is gone, ffmpeg is not
    other = os.open(tmp_path / "lock", os.O_RDWR)
    with pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(other)
    await process.stop()
    process.close()
    await processes.close()


async def test_without_the_app_it_is_kept_at_home(app: AppKeeper, caplog: pytest.LogCaptureFixture) -> None:
    app.stop()
    ear, processes = Ear(), app.home_assistant()
    process = await ear.start(processes)
    await until(lambda: bool(ear.frames))
    assert keepers(app.share.parent / "own")
    assert "The app does not keep recordings" in caplog.text
    await process.stop()
    process.close()
    await processes.end_all()
    await until(lambda: not keepers(app.share.parent / "own"))


async def test_another_token_gets_nothing_and_learns_nothing(app: AppKeeper) -> None:
    ear, processes = Ear(), app.home_assistant(token="another")
    process = await ear.start(processes)  # by a keeper at home
    await until(lambda: bool(ear.frames))
    assert keepers(app.share.parent / "own")
    await process.stop()
    process.close()
    await processes.end_all()
    await until(lambda: not keepers(app.share.parent / "own"))


@pytest.mark.parametrize(
    "request_",
    [
        {"op": "stay", "protocol": PROTOCOL},
        {"op": "adopt", "protocol": PROTOCOL, "key": "01CAMERA", "lease": 5},
        {"op": "settle", "protocol": PROTOCOL, "keys": []},
        {"op": "end_all", "protocol": PROTOCOL},
        {"op": "prove", "proof": ""},
        {"op": "prove"},
        {"op": "login", "protocol": PROTOCOL},
        [],
        None,
    ],
)
async def test_nothing_goes_before_the_login(app: AppKeeper, line: socket.socket, request_: Any) -> None:
    line.sendall(json.dumps(request_).encode() + b"\n")
    assert await asyncio.to_thread(answer, line) == {}
    assert app.process is not None
    assert app.process.poll() is None


async def test_a_wrong_proof_cannot_start_a_recording(app: AppKeeper, line: socket.socket) -> None:
    say(line, op="login", protocol=PROTOCOL, nonce="n")
    told = await asyncio.to_thread(answer, line)
    assert told["proof"] == prove(TOKEN, role="keeper", nonce="n", challenge=told["challenge"])
    run = app.share / "mycamera" / "recordings" / "run"
    run.mkdir(parents=True)
    (run / "script.sh").write_text("touch ${0%/*}/started")
    say(line, op="prove", proof=told["proof"])  # the keeper's own, given back
    with suppress(BrokenPipeError, ConnectionResetError):  # where it has hung up already
        say(line, op="start", protocol=PROTOCOL, key="01CAMERA", recording=pack(a_recording(run)), state={}, lease=5)
        assert await asyncio.to_thread(answer, line) == {}
    assert not (run / "started").exists()


async def test_challenges_never_repeat(app: AppKeeper) -> None:
    seen = set()
    for _ in range(5):
        with closing(connect(app)) as connection:
            say(connection, op="login", protocol=PROTOCOL, nonce="n")
            seen.add((await asyncio.to_thread(answer, connection))["challenge"])
    assert len(seen) == 5


async def test_another_protocol_is_told(app: AppKeeper, line: socket.socket) -> None:
    say(line, op="login", protocol=PROTOCOL + 1, nonce="n")
    assert await asyncio.to_thread(answer, line) == {"ok": False, "reason": "protocol", "protocol": PROTOCOL}


async def test_an_impostor_is_told_no_password(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever else sees the folder could put a socket there: it must not be told a camera's login."""
    app = AppKeeper(tmp_path_factory.mktemp("a"))
    app.place.mkdir()
    heard = bytearray()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.extend(await reader.readline())
        writer.write(json.dumps({"challenge": "c", "proof": "0" * 64, "ok": True, "root": "/"}).encode() + b"\n")
        heard.extend(await reader.read())
        writer.close()

    impostor = await asyncio.start_unix_server(serve, app.place / SOCKET)
    ear, processes = Ear(), app.home_assistant()
    process = await ear.start(processes)
    await until(lambda: bool(ear.frames))
    assert b"login" in heard
    assert b"passw0rd" not in heard
    assert TOKEN.encode() not in heard
    assert b"prove" not in heard
    await process.stop()
    process.close()
    await processes.end_all()
    impostor.close()


async def test_those_who_say_nothing_do_not_keep_others_out(app: AppKeeper) -> None:
    silent = [connect(app) for _ in range(server.MOST_UNPROVEN + 5)]
    for connection in silent[server.MOST_UNPROVEN :]:
        assert await asyncio.to_thread(answer, connection) == {}
    for connection in silent[: server.MOST_UNPROVEN]:
        connection.settimeout(2 * server.PROVE_SECONDS)
        assert await asyncio.to_thread(answer, connection) == {}
        connection.close()
    processes = app.home_assistant()
    assert await processes.adopt("01CAMERA") is None
    assert processes._meeting == processes._app
    await processes.close()


async def test_it_writes_beneath_the_share_only(app: AppKeeper, tmp_path: Path) -> None:
    processes = ProcessKeeper(
        [tmp_path / "own"],
        program=str(app.program),
        root=tmp_path / "elsewhere",
        app=Meeting(app.place, TOKEN),
    )
    assert await processes.adopt("01CAMERA") is None
    assert processes._meeting is None
    await processes.close()
    assert stat.S_IMODE(app.place.stat().st_mode) == 0o700
