"""Where recordings are kept while Home Assistant restarts: finds the keeper, or starts it, or does without."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from ..keeper.parameters import pack
from ..keeper.wire import PROTOCOL, SOCKET
from ..process import ClockReading, LineListener, RecordingProcess
from .keeper_line import KeeperError, KeeperLine, Meeting, RefusedError, ask
from .kept_process import KeptProcess
from .processes import LeftRecording, Order, OwnChildren, Processes, State

_LOGGER = logging.getLogger(__name__)
PROGRAM: Final = Path(__file__).parent.parent / "keeper"
CRASH_SECONDS: Final = 120.0
"""How long recordings go on when Home Assistant is gone without a word: a crash that somebody mends by a restart."""
RESTART_SECONDS: Final = 180.0
"""How long they go on when it said that it restarts."""
UPDATE_SECONDS: Final = 600.0
"""How long they go on in the app when Home Assistant stops, perhaps for an update, whose first start takes longer."""
RELOAD_SECONDS: Final = 60.0
"""How long they go on when the integration is reloaded."""
START_SECONDS: Final = 15.0
END_SECONDS: Final = 10.0
RETRY_SECONDS: Final = 600.0
"""How long after a keeper could not be used another is not tried."""
_TRIES: Final = 3
_LONGEST_PATH: Final = 100
"""Bytes of a socket's path; the kernel's limit is 107."""


def meeting_places(config: Path) -> list[Path]:
    """Return the folders in which a keeper may be met, best first.

    They are on this machine alone and in no folder that another container may have, as the configuration folder is.
    They are named after that, so that two Home Assistants of one user never meet.
    """
    places = []
    name = f"mycamera-{os.getuid()}-{blake2b(os.fsencode(config), digest_size=8).hexdigest()}"
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        places.append(Path(runtime) / name)
    if os.geteuid() == 0:
        places.append(Path("/run") / name)
    places.append(Path(tempfile.gettempdir()) / name)
    return [place for place in places if len(os.fsencode(place / SOCKET)) <= _LONGEST_PATH]


class _Left(LeftRecording):
    def __init__(self, line: KeeperLine) -> None:
        self._line = line
        self.state = dict(line.reply["state"])
        self.lock = line.descriptor

    async def take(
        self, *, on_line: LineListener, redact: Callable[[str], str], state: Callable[[], State]
    ) -> RecordingProcess:
        """Own it; raises OSError."""
        reader, writer = await self._line.streams()
        process = KeptProcess(
            reader,
            writer,
            pid=self._line.pid,
            on_line=on_line,
            redact=redact,
            state=state,
            number=int(self._line.reply["number"]),
            messages=list(self.state.get("messages", ())),
        )
        try:
            await process.replayed()
        except BaseException:
            await process.leave()
            raise
        return process

    async def end(self) -> None:
        """Have ffmpeg finish its file and end, and forget what it said."""

        def ignore(_line: str, _at: ClockReading) -> None:
            """Nobody is there to hear it."""

        try:
            process = await self.take(on_line=ignore, redact=lambda _: "", state=dict)
            await process.stop()
            process.close()
        finally:
            if self.lock is not None:
                os.close(self.lock)
                self.lock = None

    def leave(self) -> None:
        """Let it go on without us, as before."""
        self._line.hang_up()


class ProcessKeeper(Processes):
    """The keeper of one hub, as its recorders see it."""

    def __init__(
        self,
        places: Sequence[Path],
        *,
        program: str,
        root: Path,
        lease: float = CRASH_SECONDS,
        app: Meeting | None = None,
    ) -> None:
        """Meet the app's where it is, else one of our own in the first of the folders that works.

        `program` is the ffmpeg that ours runs, which writes beneath `root`. `lease` (seconds) is for the case that we
        die at once.
        """
        self._program = program
        self._root = root
        self._app = app
        self._own_meetings = [Meeting(place) for place in places]
        self._lease = lease
        self._own = OwnChildren()
        self._finding = asyncio.Lock()
        self._meeting: Meeting | None = None
        self._stay: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._complained = False
        self._complained_of_app = False
        self._unusable_until = 0.0

    async def start(
        self, order: Order, *, on_line: LineListener, redact: Callable[[str], str], state: Callable[[], State]
    ) -> RecordingProcess:
        """Have it started by the keeper, or, where there can be none, start it as a child. Raises OSError."""
        try:
            line = await self._have_started(order, state)
        except KeeperError as error:
            self._unusable_until = time.monotonic() + RETRY_SECONDS
            if not self._complained:
                self._complained = True
                _LOGGER.warning("Recordings do not outlive a restart of Home Assistant here: %s", error)
            return await self._own.start(order, on_line=on_line, redact=redact, state=state)
        self._complained = False
        reader, writer = await line.streams()
        return KeptProcess(reader, writer, pid=line.pid, on_line=on_line, redact=redact, state=state)

    async def _have_started(self, order: Order, state: Callable[[], State]) -> KeeperLine:
        request = {
            "op": "start",
            "key": order.camera_id,
            "recording": pack(order.recording),
            "state": state(),
            "lease": self._lease,
        }
        problem = ""
        if time.monotonic() < self._unusable_until:
            raise KeeperError("the keeper could not be used a moment ago")
        for _ in range(_TRIES):
            meeting = await self._keeper(start=True)
            if meeting is None:
                break
            try:
                return await ask(meeting, request, order.lock)
            except RefusedError as refusal:
                problem = refusal.reason
                if problem == "failed":
                    raise OSError(errno.ENOEXEC, str(refusal)) from refusal
                if problem == "taken" and (left := await self.adopt(order.camera_id)):
                    await left.end()
            except OSError as error:
                problem = str(error)
            await self._leave()
        raise KeeperError(f"the keeper cannot be used ({problem})")

    async def adopt(self, camera_id: str) -> LeftRecording | None:
        """Return the recording of a camera that the keeper holds, if there is one."""
        try:
            if (meeting := await self._keeper(start=False)) is None:
                return None
            return _Left(await ask(meeting, {"op": "adopt", "key": camera_id, "lease": self._lease}))
        except RefusedError:
            return None
        except OSError as error:
            _LOGGER.debug("The keeper is not asked for the camera %s: %s", camera_id, error)
            return None

    async def settle(self, camera_ids: Sequence[str]) -> None:
        """End what is kept of other cameras than these: nobody will come for it."""
        with suppress(OSError, RefusedError):
            if meeting := await self._keeper(start=False):
                (await ask(meeting, {"op": "settle", "keys": list(camera_ids)})).hang_up()

    async def end_all(self) -> None:
        """End whatever is kept, in order, and the keeper; the app's goes on, with nothing to keep."""
        if self._app is not None:
            await self.settle(())
        for meeting in self._own_meetings:
            await _end_all(meeting.address)
        await self.close()

    async def close(self) -> None:
        """Let the keeper go: it ends when there is nothing to keep."""
        async with self._finding:
            await self._leave()

    async def _leave(self) -> None:
        if self._stay is not None:
            _, writer = self._stay
            self._stay = None
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _keeper(self, *, start: bool) -> Meeting | None:
        """Return where the keeper is; None when there is none and none is wanted. Raises KeeperError."""
        async with self._finding:
            if self._stay is not None and self._stay[0].at_eof():
                await self._leave()
            if self._stay is None:
                self._meeting = await self._find()
                if self._meeting is None and start:
                    self._meeting = await self._start()
            return self._meeting if self._stay is not None else None

    async def _find(self) -> Meeting | None:
        if self._app is not None and await self._meet_app(self._app):
            for meeting in self._own_meetings:  # from before there was an app
                await _end_all(meeting.address)
            return self._app
        for meeting in self._own_meetings:
            if await asyncio.to_thread(meeting.address.is_socket) and await self._meet(meeting):
                return meeting
        return None

    async def _meet_app(self, app: Meeting) -> bool:
        """Stay with the app's keeper, if it is there and may write where we record."""
        try:
            if not await asyncio.to_thread(app.address.is_socket):
                raise KeeperError("it is not there; perhaps the app does not run")
            line = await ask(app, {"op": "stay"})
        except (OSError, RefusedError) as error:
            if not self._complained_of_app:
                self._complained_of_app = True
                _LOGGER.warning("The app does not keep recordings: %s", error)
            return False
        _, root = await asyncio.to_thread(self._fixed)
        if not Path(root).is_relative_to(str(line.reply.get("root"))):
            line.hang_up()
            return False
        self._complained_of_app = False
        self._stay = await line.streams()
        return True

    async def _meet(self, meeting: Meeting) -> bool:
        """Stay with the keeper that is there, if it is one that we understand; any other is ended."""
        try:
            line = await ask(meeting, {"op": "stay"})
            if (line.reply.get("program"), line.reply.get("root")) == await asyncio.to_thread(self._fixed):
                self._stay = await line.streams()
            else:  # it records into another storage, or by another ffmpeg
                line.hang_up()
                await _end_all(meeting.address)
        except RefusedError:
            await _end_all(meeting.address)
        except OSError:
            return False
        return self._stay is not None

    def _fixed(self) -> tuple[str, str]:
        """Return what a keeper of ours was started with: the program, and the root without links in it. Blocks."""
        return self._program, str(self._root.resolve())

    async def _start(self) -> Meeting:
        problem = "there is no folder for its socket"
        for meeting in self._own_meetings if sys.platform == "linux" else ():
            try:
                await _run_keeper(meeting.place, *await asyncio.to_thread(self._fixed))
            except KeeperError as error:
                problem = str(error)
                continue
            if await self._meet(meeting):
                return meeting
        raise KeeperError(problem)


async def _run_keeper(place: Path, program: str, root: str) -> None:
    """Start a keeper that meets us there. Raises KeeperError."""
    try:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-S", str(PROGRAM), str(place), program, root),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise KeeperError(f"the keeper cannot be started: {error.strerror}") from error
    try:
        async with asyncio.timeout(START_SECONDS):
            _, said = await process.communicate()
    except TimeoutError as error:
        process.kill()
        await process.wait()
        raise KeeperError("the keeper does not start") from error
    if process.returncode:
        words = said.decode(errors="replace").strip().splitlines()
        raise KeeperError(f"the keeper does not start: {words[-1] if words else process.returncode}")


async def _end_all(address: Path) -> None:
    """End a keeper, of whatever version, and all that it keeps."""
    if not await asyncio.to_thread(address.is_socket):
        return
    with suppress(OSError, TimeoutError):
        reader, writer = await asyncio.open_unix_connection(address)
        try:
            async with asyncio.timeout(END_SECONDS):
                writer.write(json.dumps({"op": "end_all", "protocol": PROTOCOL}).encode() + b"\n")
                await reader.read()
        finally:
            writer.close()
