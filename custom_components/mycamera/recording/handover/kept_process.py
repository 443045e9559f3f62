"""An ffmpeg that the keeper holds for us; see `keeper/wire` for what is said on the way."""

from __future__ import annotations

import asyncio
import json
import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from ..keeper.wire import MESSAGES
from ..process import PATIENCE, ClockReading, LineListener, Messages, RecordingProcess
from .processes import State

REPLAY_SECONDS: Final = 20.0
"""What the keeper may take to repeat what was said."""
ANSWER_SECONDS: Final = 5.0
_POLL_SECONDS: Final = 0.05


class _Handle:
    """A process that is not our child, by a descriptor that never means another one."""

    def __init__(self, pid: int) -> None:
        self._descriptor: int | None = None
        if pid:
            with suppress(OSError):  # it has ended, or this kernel has no such descriptors
                self._descriptor = os.pidfd_open(pid)

    @property
    def running(self) -> bool:
        if self._descriptor is None:
            return False
        poll = select.poll()
        poll.register(self._descriptor, select.POLLIN)
        return not poll.poll(0)

    def kill(self) -> None:
        if self._descriptor is not None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class KeptProcess(RecordingProcess):
    """Hears what the keeper passes on, each word with the time at which it was said."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        pid: int,
        on_line: LineListener,
        redact: Callable[[str], str],
        state: Callable[[], State],
        number: int = 0,
        messages: list[str] | None = None,
    ) -> None:
        """Begin to listen. `number` and `messages` are those of the checkpoint that it begins with."""
        self._reader = reader
        self._writer = writer
        self._pid = pid
        self._handle = _Handle(pid)
        self._on_line = on_line
        self._messages = Messages(redact, messages or ())
        self._state = state
        self._number = number
        self._code: int | None = None
        self._dirty = False
        self._live = asyncio.Event()
        self._say(op="ready")
        self._reading = asyncio.create_task(self._read(), name=f"mycamera words of process {pid}")

    async def replayed(self) -> None:
        """Wait until everything that was said before us is heard."""
        async with asyncio.timeout(REPLAY_SECONDS):
            await self._live.wait()

    @property
    def messages(self) -> list[str]:
        """The last lines of stderr, without credentials."""
        return self._messages.lines

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._pid

    async def wait(self) -> int:
        """Wait until it has ended and all that it said is read; return its exit code, negative for a signal."""
        if self._code is None:
            await asyncio.shield(self._reading)
        return self._code or 0

    def send_signal(self, number: signal.Signals) -> None:
        """Have a signal sent; one that has ended gets none."""
        if self._code is None and not self._reading.done():
            self._say(op="signal", number=int(number))

    def checkpoint(self) -> None:
        """Note, after what is being heard just now, what the next owner has to know."""
        self._dirty = True

    async def hand_over(self, seconds: float) -> bool:
        """Let it go on for so long without us; false when that is not confirmed, and then it is still ours."""
        if self._reading.done():
            return False
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)
        self._note()
        self._say(op="detach", lease=seconds)
        if await self._is_detached():
            self._code = 0
            self._close()
            return True
        self._reading = asyncio.create_task(self._read(), name=f"mycamera words of process {self._pid}")
        return False

    async def leave(self) -> None:
        """Go without a word: the keeper holds it for its lease."""
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)
        self._close()

    async def _is_detached(self) -> bool:
        with suppress(TimeoutError, OSError, ValueError):
            async with asyncio.timeout(ANSWER_SECONDS):
                # What comes before the answer is told again to the next owner.
                while line := await self._reader.readline():
                    if json.loads(line).get("detached"):
                        return True
        return False

    def close(self) -> None:
        """Say that it is done with: it has ended, and its files are handed over."""
        self._say(op="forget")
        self._close()

    def _close(self) -> None:
        self._writer.close()
        self._handle.close()

    def _say(self, **message: Any) -> None:
        if not self._writer.is_closing():
            self._writer.write(json.dumps(message).encode() + b"\n")

    def _note(self) -> None:
        self._dirty = False
        self._say(op="checkpoint", number=self._number, state={**self._state(), "messages": self.messages})

    async def _read(self) -> None:
        try:
            with suppress(OSError, ValueError, KeyError):
                while self._code is None and (line := await self._reader.readline()):
                    self._hear(json.loads(line))
            if self._code is None:
                self._code = await self._lost()
            self._messages.end()
        finally:
            self._live.set()

    def _hear(self, message: dict[str, Any]) -> None:
        for number, wall, monotonic, source, text in message.get("words", ()):
            if source == MESSAGES:
                self._messages.feed(text)
            else:
                at = ClockReading(wall, monotonic)
                for line in text.rstrip("\n").split("\n"):
                    self._on_line(line.rstrip(), at)
            self._number = number
        if self._dirty:
            self._note()
        if message.get("live"):
            self._live.set()
        if "exit" in message:
            self._code = int(message["exit"])

    async def _lost(self) -> int:
        """The keeper is gone, and ffmpeg ends with it: see that it does before anybody touches its files."""
        deadline = time.monotonic() + sum(PATIENCE)
        if not self._pid:  # another container's: nobody can tell when it has ended
            await asyncio.sleep(sum(PATIENCE))
        while self._handle.running:
            if time.monotonic() > deadline:
                self._handle.kill()
            await asyncio.sleep(_POLL_SECONDS)
        return -signal.SIGTERM
