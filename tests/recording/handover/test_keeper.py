"""The keeper, with real processes: what it holds, for how long, and that nothing of it ever stays."""

from __future__ import annotations

import asyncio
import fcntl
import json
import logging
import os
import signal
import socket
import stat
import struct
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pytest

from custom_components.mycamera.recording.command import Recording
from custom_components.mycamera.recording.handover import keeper_client, keeper_line
from custom_components.mycamera.recording.handover.keeper_client import ProcessKeeper, meeting_places
from custom_components.mycamera.recording.handover.kept_process import KeptProcess
from custom_components.mycamera.recording.handover.processes import LeftRecording, Order, Processes
from custom_components.mycamera.recording.keeper.parameters import pack
from custom_components.mycamera.recording.keeper.wire import LOCK, PROTOCOL, SOCKET, NotPrivateError, check_own
from custom_components.mycamera.recording.process import ClockReading, LineProcess, RecordingProcess
from custom_components.mycamera.recording.source import RtspSource

from ..conftest import until

SECRET = b"the-passw0rd-of-the-camera\n"
COUNT = """
while read line; do case $line in *file*) first=$line;; esac; done
echo "heard ${#first}"
echo "a complaint about $first" >&2
trap 'echo stopping; exit 7' INT TERM
i=0
while :; do i=$((i + 1)); echo "frame=$i"; sleep 0.05; done
"""
ADDRESS = f"file 'rtsp://u:{SECRET.decode().strip()}@127.0.0.1:9/a'"
COMPLAINT = "a complaint about file 'rtsp://u:***@127.0.0.1:9/a'"
STUBBORN = "trap '' INT TERM; read x; while :; do echo frame=1; sleep 0.05; done"


PROGRAM = """#!/bin/sh
for word; do case $word in *.mp4) file=$word;; esac; done
exec sh "${file%/*}/script.sh"
"""
"""What these tests have instead of ffmpeg: it does what is written in the folder that it is to record into."""


def keeper_at(*places: Path, lease: float = 120) -> ProcessKeeper:
    """Return a keeper whose program is the tests' own, and whose root is beside the last of the places."""
    program = places[-1].parent / "program"
    program.write_text(PROGRAM)
    program.chmod(0o700)
    return ProcessKeeper(places, program=str(program), root=program.with_name("recordings"), lease=lease)


def a_recording(folder: Path) -> Recording:
    source = RtspSource(host="127.0.0.1", port=9, path="/a", username="u", password=SECRET.decode().strip())
    return Recording(
        source=source,
        folder=folder,
        segment_seconds=60,
        rotation_offset=0,
        video_codec="h264",
        audio_codec=None,
        stall_seconds=10,
    )


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("k") / "keeper"


@pytest.fixture
async def keeper(place: Path) -> AsyncIterator[ProcessKeeper]:
    keeper = keeper_at(place, lease=1)
    yield keeper
    await keeper.end_all()
    await until(lambda: not keepers(place))


def keepers(place: Path) -> list[int]:
    """Return the keepers of a place that run."""
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            if folder.name.isdigit() and b"\0" + os.fsencode(place) + b"\0" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
    return found


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


class Ear:
    """Hears one recording."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.moments: list[ClockReading] = []

    def line(self, line: str, at: ClockReading) -> None:
        self.lines.append(line)
        self.moments.append(at)

    @property
    def frames(self) -> list[int]:
        return [int(line.removeprefix("frame=")) for line in self.lines if line.startswith("frame=")]

    async def start(self, processes: Processes, script: str = COUNT, *, lock: int | None = None) -> RecordingProcess:
        assert isinstance(processes, ProcessKeeper)
        folder = processes._root / "run"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "script.sh").write_text(script)
        order = Order(camera_id="01CAMERA", program=processes._program, recording=a_recording(folder), lock=lock)
        return await processes.start(order, on_line=self.line, redact=redact, state=lambda: {"heard": len(self.lines)})

    async def take(self, left: LeftRecording | None) -> RecordingProcess:
        assert left is not None
        return await left.take(on_line=self.line, redact=redact, state=lambda: {"heard": len(self.lines)})


def redact(text: str) -> str:
    return text.replace(SECRET.decode().strip(), "***")


def consecutive(frames: list[int]) -> bool:
    return frames == list(range(frames[0], frames[-1] + 1))


async def test_it_passes_on_what_a_process_says_and_how_it_ends(keeper: ProcessKeeper, place: Path) -> None:
    ear = Ear()
    process = await ear.start(keeper)
    assert isinstance(process, KeptProcess)
    await until(lambda: len(ear.frames) > 5)
    assert ear.lines[0] == f"heard {len(ADDRESS)}"
    assert process.messages == [COMPLAINT]
    assert ear.moments == sorted(ear.moments)
    assert await process.stop() == 7
    assert ear.lines[-1] == "stopping"
    assert consecutive(ear.frames)
    process.close()
    await keeper.close()
    await until(lambda: not keepers(place))
    assert [path.name for path in place.iterdir() if path.name != LOCK and path.stat().st_size] == []


async def test_what_will_not_end_is_killed(keeper: ProcessKeeper) -> None:
    ear = Ear()
    process = await ear.start(keeper, STUBBORN)
    await until(lambda: ear.frames)
    assert await process.stop() == -signal.SIGKILL
    process.close()


async def test_a_recording_that_was_handed_over_misses_no_word(keeper: ProcessKeeper, place: Path) -> None:
    ear = Ear()
    process = await ear.start(keeper)
    await until(lambda: len(ear.frames) > 3)
    assert await process.hand_over(20)
    assert await process.kill() == 0  # ours no more
    await keeper.close()
    heard = len(ear.lines)
    await asyncio.sleep(0.5)
    assert len(ear.lines) == heard
    assert runs(process.pid)

    other = keeper_at(place)
    assert await other.adopt("01OTHER") is None
    left = await other.adopt("01CAMERA")
    assert left is not None
    assert left.state == {"heard": heard, "messages": [COMPLAINT]}
    assert await other.adopt("01CAMERA") is None, "it has an owner"
    process = await ear.take(left)
    assert len(ear.frames) > heard, "what was said meanwhile is heard when it is ours"
    assert process.messages == [COMPLAINT]
    assert consecutive(ear.frames)
    await process.stop()
    assert consecutive(ear.frames)
    assert ear.moments == sorted(ear.moments)
    process.close()
    await other.close()


async def test_a_recording_whose_owner_died_is_told_again_from_the_last_checkpoint(
    keeper: ProcessKeeper, place: Path
) -> None:
    ear = Ear()
    keeper._lease = 60  # it is adopted in time
    process = await ear.start(keeper)
    await until(lambda: len(ear.frames) > 3)
    process.checkpoint()
    noted = len(ear.lines)
    await until(lambda: len(ear.lines) > noted + 4)
    assert isinstance(process, KeptProcess)
    process._writer.transport.abort()  # as the kernel does for one that was killed
    left = await keeper.adopt("01CAMERA")
    assert left is not None
    again = Ear()
    again.lines = ear.lines[: left.state["heard"]]
    process = await again.take(left)
    await until(lambda: len(again.lines) > len(ear.lines))
    assert again.lines[: len(ear.lines)] == ear.lines
    await process.stop()
    process.close()


@pytest.mark.parametrize("died", [True, False])
async def test_a_lease_ends_by_itself(keeper: ProcessKeeper, place: Path, died: bool) -> None:
    ear = Ear()
    process = await ear.start(keeper, STUBBORN)
    await until(lambda: ear.frames)
    assert isinstance(process, KeptProcess)
    if died:
        process._writer.transport.abort()
    else:
        assert await process.hand_over(1)
    await keeper.close()
    await until(lambda: not runs(process.pid))
    await until(lambda: not keepers(place))
    assert not (place / SOCKET).exists()


async def test_a_keeper_whose_owner_was_killed_before_it_used_it_ends(place: Path) -> None:
    async def start() -> int:
        command = (sys.executable, "-I", "-S", str(keeper_client.PROGRAM), str(place), "ffmpeg", str(place.parent))
        return await (await asyncio.create_subprocess_exec(*command)).wait()

    assert await start() == 0
    assert len(keepers(place)) == 1
    assert await start() == 0
    assert len(keepers(place)) == 1, "one is enough"
    os.kill(keepers(place)[0], signal.SIGTERM)
    await until(lambda: not keepers(place))


async def test_who_hears_that_it_has_ended_can_start_another_at_once(place: Path) -> None:
    await keeper_client._run_keeper(place, "ffmpeg", str(place.parent))
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(30)
        client.connect(str(place / SOCKET))
        client.sendall(json.dumps({"op": "end_all", "protocol": PROTOCOL}).encode() + b"\n")
        assert await asyncio.to_thread(client.recv, 100) == b""
        assert not (place / SOCKET).exists()
        lock = os.open(place / LOCK, os.O_RDWR)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(lock)
    await until(lambda: not keepers(place))


async def test_an_end_that_came_while_nobody_was_there_is_told(keeper: ProcessKeeper) -> None:
    ear = Ear()
    process = await ear.start(keeper)
    await until(lambda: ear.frames)
    assert await process.hand_over(20)
    os.kill(process.pid, signal.SIGTERM)
    await until(lambda: not runs(process.pid))
    process = await ear.take(await keeper.adopt("01CAMERA"))
    assert await process.wait() == 7
    assert ear.lines[-1] == "stopping"
    process.close()
    await until_async(lambda: nobody(keeper))


async def nobody(keeper: ProcessKeeper) -> bool:
    return await keeper.adopt("01CAMERA") is None


async def until_async(condition: Callable[[], Any]) -> None:
    async with asyncio.timeout(60):
        while not await condition():
            await asyncio.sleep(0.05)


async def test_with_the_keeper_its_processes_end_and_the_next_start_makes_another(
    keeper: ProcessKeeper, place: Path
) -> None:
    ear = Ear()
    process = await ear.start(keeper)
    await until(lambda: ear.frames)
    (before,) = keepers(place)
    os.kill(before, signal.SIGKILL)
    async with asyncio.timeout(60):
        assert await process.wait() == -signal.SIGTERM
    assert not runs(process.pid)
    process.close()
    process = await ear.start(keeper)
    (after,) = keepers(place)
    assert after != before
    assert isinstance(process, KeptProcess)
    await process.stop()
    process.close()


async def test_it_holds_the_lock_until_it_is_told_to_forget(keeper: ProcessKeeper, tmp_path: Path) -> None:
    lock = os.open(tmp_path / "lock", os.O_RDWR | os.O_CREAT)
    ear = Ear()
    process = await ear.start(keeper, lock=lock)
    await until(lambda: ear.frames)
    inode = (tmp_path / "lock").stat().st_ino

    def holds(pid: int) -> bool:
        return any(link.stat().st_ino == inode for link in Path(f"/proc/{pid}/fd").iterdir() if link.exists())

    assert holds(process.pid)
    os.close(lock)
    assert await process.hand_over(20)
    os.kill(process.pid, signal.SIGTERM)
    left = await keeper.adopt("01CAMERA")
    assert left is not None
    assert left.lock is not None
    assert os.fstat(left.lock).st_ino == inode
    assert not os.get_inheritable(left.lock)
    process = await ear.take(left)
    await process.wait()
    process.close()
    os.close(left.lock)


async def test_what_nobody_will_come_for_is_ended(keeper: ProcessKeeper) -> None:
    ear = Ear()
    process = await ear.start(keeper)
    await until(lambda: ear.frames)
    assert await process.hand_over(60)
    await keeper.settle(["01CAMERA"])
    await asyncio.sleep(0.3)
    assert runs(process.pid)
    await keeper.settle(["01OTHER"])
    await until(lambda: not runs(process.pid))


async def test_one_that_is_in_the_way_is_ended_first(keeper: ProcessKeeper) -> None:
    ear = Ear()
    first = await ear.start(keeper)
    await until(lambda: ear.frames)
    assert await first.hand_over(60)
    second = await ear.start(keeper)
    assert isinstance(second, KeptProcess)
    assert not runs(first.pid)
    await second.stop()
    second.close()


async def test_a_keeper_that_is_not_understood_is_ended(
    keeper: ProcessKeeper, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = Ear()
    process = await ear.start(keeper)
    await until(lambda: ear.frames)
    assert await process.hand_over(60)
    await keeper.close()
    for speaker in (keeper_client, keeper_line):
        monkeypatch.setattr(speaker, "PROTOCOL", PROTOCOL + 1)
    newer = keeper_at(place)
    assert await newer.adopt("01CAMERA") is None
    await until(lambda: not runs(process.pid))
    await until(lambda: not keepers(place))


async def test_nonsense_does_no_harm(keeper: ProcessKeeper, place: Path) -> None:
    ear = Ear()
    process = await ear.start(keeper)
    for nonsense in (b"\xff\xfe\n", b"[]\n", b"{}\n", b'{"op": "start"}\n', b'{"op": "checkpoint", "protocol": 2}\n'):
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.connect(str(place / SOCKET))
            stranger.sendall(nonsense)
            stranger.settimeout(30)
            answer = await asyncio.to_thread(stranger.recv, 4096)
            assert not answer or not json.loads(answer)["ok"]
    frames = len(ear.frames)
    await until(lambda: len(ear.frames) > frames)
    await process.stop()
    process.close()


async def test_a_client_that_does_not_read_stops_nobody(keeper: ProcessKeeper) -> None:
    """As when the event loop is blocked: the words wait, and come in order."""
    ear = Ear()
    process = await ear.start(
        keeper, "trap 'exit 3' INT TERM; read x; yes frame=1 | head -c 3000000; echo frame=2; sleep 60 & wait"
    )
    assert isinstance(process, KeptProcess)
    transport = process._reader._transport  # type: ignore[attr-defined]
    transport.pause_reading()
    await asyncio.sleep(1)
    transport.resume_reading()
    await until(lambda: 2 in ear.frames)
    assert await process.stop() == 3
    process.close()


async def test_the_secret_is_nowhere_to_be_read(keeper: ProcessKeeper, place: Path) -> None:
    ear = Ear()
    process = await ear.start(keeper)
    await until(lambda: ear.frames)
    secret = SECRET.strip()
    for pid in (process.pid, *keepers(place)):
        for what in ("cmdline", "environ"):
            assert secret not in Path(f"/proc/{pid}/{what}").read_bytes()
    for path in place.iterdir():
        assert stat.S_ISSOCK(path.lstat().st_mode) or secret not in path.read_bytes()
        assert not path.lstat().st_mode & 0o077
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert secret.decode() not in repr(Order(camera_id="a", program="b", recording=a_recording(place), lock=None))
    await process.stop()
    process.close()


async def test_without_a_keeper_it_is_a_child_and_that_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    open_to_all = tmp_path / "open"
    open_to_all.mkdir(mode=0o755)
    (tmp_path / "file").touch()
    keeper = keeper_at(open_to_all, tmp_path / "file")
    ear = Ear()
    for _ in range(2):
        process = await ear.start(keeper)
        assert isinstance(process, LineProcess)
        await until(lambda: ear.frames)
        assert not await process.hand_over(10)
        await process.stop()
        process.close()
    await keeper.close()
    said = [record.levelno for record in caplog.records if record.name.endswith("keeper_client")]
    assert said == [logging.WARNING]
    assert not keepers(open_to_all)


async def test_the_second_place_serves_where_the_first_does_not(tmp_path: Path, place: Path) -> None:
    (tmp_path / "file").touch()
    keeper = keeper_at(tmp_path / "file", place)
    ear = Ear()
    process = await ear.start(keeper)
    assert isinstance(process, KeptProcess)
    assert await process.hand_over(20)
    await keeper.close()
    process = await ear.take(await keeper_at(tmp_path / "file", place).adopt("01CAMERA"))
    await process.stop()
    process.close()
    await until(lambda: not keepers(place))


def test_places_are_short_enough_and_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    one, other = Path("/config"), Path("/config") / ("long" * 30)
    assert meeting_places(one)[0].parent == Path("/run/user/1000")
    assert set(meeting_places(one)).isdisjoint(meeting_places(other))
    for config in (one, other):
        assert not any(place.is_relative_to(config) for place in meeting_places(config)), "others may have that folder"
        assert all(len(os.fsencode(place / SOCKET)) < 108 for place in meeting_places(config))


async def ask(place: Path, **request: Any) -> dict[str, Any]:
    """Say something to a keeper as any process of this user can; an empty answer: it hung up."""

    def talk() -> bytes:
        with socket.socket(socket.AF_UNIX) as attacker:
            attacker.settimeout(30)
            attacker.connect(str(place / SOCKET))
            attacker.sendall(json.dumps({"protocol": PROTOCOL, **request}).encode() + b"\n")
            return attacker.recv(65536)

    answer = await asyncio.to_thread(talk)
    return dict(json.loads(answer)) if answer else {}


async def test_who_has_the_socket_can_run_nothing_of_their_own(keeper: ProcessKeeper, place: Path) -> None:
    """The keeper's program and folder are fixed, and a request is parameters that are all looked at."""
    ear = Ear()
    process = await ear.start(keeper)
    root = place.parent / "recordings"
    trace = place.parent / "trace"
    outside = place.parent / "outside"
    outside.mkdir()
    (root / "link").symlink_to(outside)
    for folder in (outside, root / "link", root / "run" / ".." / ".." / "outside"):
        (folder / "script.sh").write_text(f"touch {trace}")
    good = pack(a_recording(root / "run"))
    start = {"op": "start", "state": {}, "lease": 60}
    command = ["/bin/sh", "-c", f"touch {trace}"]
    attacks: tuple[dict[str, Any], ...] = (
        {"command": command, "script": ""},
        {"command": command, "recording": good, "folder": str(outside)},
        {"recording": {**good, "program": "/bin/sh"}},
        {"recording": {**good, "folder": str(outside)}},
        {"recording": {**good, "folder": str(root / "link")}},
        {"recording": {**good, "folder": f"{root}/run/../../outside"}},
        {"recording": {**good, "folder": str(root)}},
        {"recording": {**good, "stall_seconds": "1 -f lavfi"}},
        {"recording": {**good, "video_codec": ["hevc"]}},
        {"recording": {**good, "source": {**good["source"], "host": "a'\nfile '/etc/passwd"}}},
        {"recording": {**good, "source": {**good["source"], "transport": "tcp\nfile '/etc/passwd'"}}},
        {"recording": {**good, "source": {**good["source"], "port": "1/'"}}},
    )
    for number, attack in enumerate(attacks):
        answer = await ask(place, **start, key=f"01ATTACK{number}", **attack)
        if "command" in attack and "recording" in attack:
            assert answer["ok"], "what is not asked for is not heard"
            continue
        assert not answer, attack
    await asyncio.sleep(0.5)
    assert not trace.exists()
    await process.stop()
    process.close()


async def test_another_program_or_storage_makes_another_keeper(keeper: ProcessKeeper, place: Path) -> None:
    ear = Ear()
    process = await ear.start(keeper)
    await until(lambda: ear.frames)
    assert await process.hand_over(60)
    await keeper.close()
    (before,) = keepers(place)
    moved = ProcessKeeper([place], program=keeper._program, root=place.parent / "elsewhere", lease=1)
    assert await moved.adopt("01CAMERA") is None
    await until(lambda: not runs(process.pid))
    process = await ear.start(moved)
    assert keepers(place) != [before]
    await process.stop()
    process.close()
    await moved.close()


@pytest.mark.parametrize("credentials", [(1, os.geteuid() + 1, 0), (0, os.geteuid(), 0)])
async def test_peers_of_other_users_and_containers_are_not_listened_to(credentials: tuple[int, int, int]) -> None:
    class Peer:
        def getsockopt(self, level: int, option: int, length: int) -> bytes:
            assert (level, option) == (socket.SOL_SOCKET, socket.SO_PEERCRED)
            return struct.pack("3i", *credentials)[:length]

    with pytest.raises(NotPrivateError):
        check_own(cast("socket.socket", Peer()))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
async def test_another_user_gets_no_answer(keeper: ProcessKeeper, place: Path) -> None:
    """Even where the folder lets them in."""
    ear = Ear()
    process = await ear.start(keeper)
    code = (
        "import socket, sys; s = socket.socket(socket.AF_UNIX); s.settimeout(30); s.connect(sys.argv[1]); "
        f's.sendall(b\'{{"op": "stay", "protocol": {PROTOCOL}}}\\n\'); print(len(s.recv(100)))'
    )

    async def talk(uid: int) -> bytes:
        command = ("/usr/bin/python3", "-I", "-S", "-c", code, str(place / SOCKET))
        stranger = await asyncio.create_subprocess_exec(*command, user=uid, stdout=-1, stderr=-1)
        said, complaints = await stranger.communicate()
        return said.strip() or complaints.strip().rpartition(b"\n")[2]

    assert int(await talk(0)) > 0
    for folder in (place, *place.parents):
        if folder.stat().st_uid == 0 and not folder.stat().st_mode & 0o001:
            folder.chmod(0o711)
    (place / SOCKET).chmod(0o777)
    answer = await talk(65534)
    assert answer == b"0" or b"reset" in answer.lower() or b"broken pipe" in answer.lower(), answer
    await process.stop()
    process.close()


async def test_an_owner_that_dies_while_a_recording_starts_leaves_nothing(keeper: ProcessKeeper, place: Path) -> None:
    ear = Ear()
    stay = await ear.start(keeper)  # so that the keeper goes on
    folder = place.parent / "recordings" / "second"
    folder.mkdir()
    (folder / "script.sh").write_text(STUBBORN)
    pids: list[int] = []
    for wait_for_the_answer in (True, False):
        with socket.socket(socket.AF_UNIX) as owner:
            owner.settimeout(30)
            owner.connect(str(place / SOCKET))
            request = {"op": "start", "key": "01SECOND", "recording": pack(a_recording(folder)), "state": {}}
            owner.sendall(json.dumps({"protocol": PROTOCOL, "lease": 60, **request}).encode() + b"\n")
            if wait_for_the_answer:
                pids.append(json.loads(await asyncio.to_thread(owner.recv, 65536))["pid"])
                assert runs(pids[0])
        await until(lambda: not any(map(runs, pids)))
        await until(lambda: str(folder) not in running())
    assert await keeper.adopt("01SECOND") is None
    await stay.stop()
    stay.close()


def running() -> str:
    """Return all command lines of this machine."""
    found = ""
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            if folder.name.isdigit():
                found += (folder / "cmdline").read_bytes().decode(errors="replace")
    return found
