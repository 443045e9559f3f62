"""Everything that a camera may do to its recorder, and what is to be said of it."""

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from scripts.demo.flows import run_flow

from .footage import LATE
from .subject import PATIENCE, Subject, issues

type Act = Callable[[Subject], Awaitable[None]]

OTHER_SIZE = (480, 360)
OTHER_PASSWORD = "another"
REPAIR_FLOWS = "/api/repairs/issues/fix"
FPS = 15
"""Of the demo camera's streams."""
BEFORE = 200
AFTER = 100
"""Frames that are recorded before the fault and after it."""
LASTS = 12.0
"""Seconds that a fault lasts after it was told, where it does not mend itself."""


def tells(*commands: str) -> Act:
    """Return an act: give the camera commands."""

    async def act(subject: Subject) -> None:
        for command in commands:
            await subject.camera.tell(command)

    return act


async def stop(subject: Subject) -> None:
    """Cut the camera's power."""
    await subject.camera.stop()


async def start(subject: Subject) -> None:
    """Give it back; the camera listens at the port that it had."""
    await subject.camera.start()


async def enter_password(subject: Subject) -> None:
    """Enter the camera's new password in the repair issue: until then, it is left in peace."""
    house = subject.house
    found: list[str] = []

    async def told() -> bool:
        found[:] = [
            issue_id
            for issue_id, issue in (await issues(house)).items()
            if issue["translation_key"] == "camera_login" and subject.camera_id in issue_id
        ]
        return bool(found)

    await house.eventually(told, "the refused password is an issue", PATIENCE)
    start = {"handler": "mycamera", "issue_id": found[0]}
    login = {"username": subject.camera.username, "password": OTHER_PASSWORD}
    await run_flow(house.client, REPAIR_FLOWS, start, login)


async def kill_ffmpeg(subject: Subject) -> None:
    """Kill what records the camera, as the kernel does when memory runs out."""
    recorders = subject.recorders()
    assert recorders
    for pid in recorders:
        os.kill(pid, signal.SIGKILL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong."""

    name: str
    act: Act
    mend: Act | None = None
    """None where it is over by itself."""
    state: str
    """What the recording status says of it, if only for a moment,"""
    error: str
    """and its attribute, as a regular expression."""
    causes: frozenset[str]
    """What the ledger may name it."""
    path: str = "/sub"
    """The smaller stream, where it makes no difference."""
    camera_away: bool = False
    """Whether the camera cannot be used, either."""
    after: tuple[str, int, int] = ("h264", 640, 360)
    """What is recorded in the end: codec, width, height."""
    pieces: int = 1
    """How many gaps it may make at most."""
    cut: frozenset[str] = frozenset({"failed"})
    """The status of what was cut short."""
    begins_anew: bool = False
    """Whether another recorder goes on, which does not know that there is a return to tell of."""
    lost_before: int = 0
    """How many frames it may cost that were sent before it: those in no whole fragment yet, which lasts a second, and
    the one that is not known to be whole."""
    early: float = 0.0
    """Seconds by which the ledger may end footage before the fault is noticed: those frames have no believable time."""


FAULTS = (
    Fault(
        name="stop",
        act=stop,
        mend=start,
        state="unreachable",
        error="^Connection refused$",
        causes=frozenset({"unreachable"}),
        camera_away=True,
    ),
    Fault(
        name="freeze",
        act=tells("freeze"),
        mend=tells("thaw"),
        state="stalled",
        error="^the camera sent nothing for 10 s$",
        causes=frozenset({"stalled"}),
        cut=frozenset({"timeout"}),
        lost_before=FPS + 1,
        camera_away=True,
    ),
    Fault(
        name="drop",
        act=tells("drop"),
        state="connecting",
        error="^the camera ended the connection$",
        causes=frozenset({"disconnected"}),
    ),
    Fault(
        name="refuse",
        act=tells("refuse", "drop"),
        mend=tells("accept"),
        state="unreachable",
        error="^Connection refused$",
        causes=frozenset({"unreachable"}),
        camera_away=True,
    ),
    Fault(
        name="password",
        act=tells(f"password {OTHER_PASSWORD}", "drop"),
        mend=enter_password,
        state="authentication_failed",
        error="401|nauthori[sz]ed",
        # The recorder begins anew with the password that was entered.
        causes=frozenset({"authentication_failed", "not_running"}),
        pieces=2,
        begins_anew=True,
        camera_away=True,
    ),
    Fault(
        name="clock forward",
        act=tells("jump 3600"),
        state="connecting",
        error="^the camera's clock jumped$",
        causes=frozenset({"timestamps"}),
        early=6.0,
    ),
    Fault(
        name="clock back",
        act=tells("jump -8"),
        state="connecting",
        error="^the camera's clock jumped$",
        causes=frozenset({"timestamps"}),
        early=6.0,
    ),
    Fault(
        name="resolution",
        act=tells(f"resolution {OTHER_SIZE[0]}x{OTHER_SIZE[1]}"),
        state="connecting",
        error="resolution|picture|stream|codec|size",
        causes=frozenset({"stream_changed"}),
        path="/main",
        after=("h264", *OTHER_SIZE),
        cut=frozenset({"failed", "success"}),
        # Before it is noticed, the minute may end: then a file begins with the new size, after a cut one.
        pieces=2,
    ),
    Fault(
        name="codec",
        act=tells("codec h265"),
        state="connecting",
        error="^the camera ended the connection$",
        causes=frozenset({"disconnected", "stream_changed"}),
        path="/main",
        after=("hevc", 1280, 720),
        cut=frozenset({"failed", "success"}),
        pieces=2,
    ),
    Fault(
        name="kill ffmpeg",
        act=kill_ffmpeg,
        state="connecting",
        error=r"^ffmpeg was killed \(signal 9\)$",
        causes=frozenset({"failed"}),
        # Besides, what a busy machine had not let it read yet.
        lost_before=round((2 + LATE) * FPS),
    ),
)


@dataclass(eq=False)
class CameraStories:
    """The stories of all these faults, which happen at the same time, each to a camera of its own."""

    subjects: Mapping[str, Subject]
    """By the fault's name."""
    _broken: dict[str, float | BaseException] = field(default_factory=dict)

    async def happen(self) -> None:
        """Go through them; ends with recording off, where all went well."""
        told = await asyncio.gather(*(self._tell(fault) for fault in FAULTS), return_exceptions=True)
        self._broken = {fault.name: end for fault, end in zip(FAULTS, told, strict=True)}

    def broken(self, fault: Fault) -> float:
        """Return when a fault began, in seconds since 1970; raises what kept its story from coming to an end."""
        end = self._broken[fault.name]
        if isinstance(end, BaseException):
            raise end
        return end

    async def _tell(self, fault: Fault) -> float:
        subject = self.subjects[fault.name]
        await subject.reaches("recording")
        await subject.frames(BEFORE)
        await subject.goes_to_one_file()
        began = time.time()
        await fault.act(subject)
        await subject.is_told_since(began, fault.state, fault.error)
        if fault.mend is not None:
            await asyncio.sleep(LASTS)
            assert subject.now.state != "recording"
            await fault.mend(subject)
        await subject.reaches("recording")
        await subject.frames(AFTER)
        await subject.switch("recording", on=False)
        await subject.reaches("off")
        return began
