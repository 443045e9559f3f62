"""A child process that speaks in lines, is read all the time, and always ends."""

from __future__ import annotations

import asyncio
import signal
import time
from abc import ABC, abstractmethod
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, NamedTuple, Self

LINES_KEPT: Final = 40
LINE_LENGTH: Final = 400
PATIENCE: Final = (1.5, 1.0, 1.0)
"""Seconds that a stopping process gets after SIGINT, SIGTERM and before SIGKILL."""
KILL_SECONDS: Final = 2.0
"""Seconds for which whoever is cancelled waits for a process that was killed, which the kernel may hold."""


class ClockReading(NamedTuple):
    """When something was said, in seconds of both clocks."""

    wall: float
    monotonic: float

    @classmethod
    def now(cls) -> Self:
        """Return the present."""
        return cls(time.time(), time.monotonic())


type LineListener = Callable[[str, ClockReading], None]


class Messages:
    """The last lines of a process's stderr, redacted."""

    def __init__(self, redact: Callable[[str], str], lines: Sequence[str] = ()) -> None:
        self._redact = redact
        self._lines = deque(lines, maxlen=LINES_KEPT)
        self._rest = ""

    def feed(self, piece: str) -> None:
        """Take a piece of any length: what a camera makes ffmpeg print may have no line ends."""
        *lines, rest = (self._rest + piece).replace("\r", "\n").split("\n")
        self._keep(lines)
        self._rest = rest[-4 * LINE_LENGTH :]

    def end(self) -> None:
        """Take what is left for a line."""
        self._keep([self._rest])
        self._rest = ""

    @property
    def lines(self) -> list[str]:
        """The last lines, without credentials."""
        return list(self._lines)

    def _keep(self, lines: Sequence[str]) -> None:
        self._lines.extend(self._redact(line.strip())[:LINE_LENGTH] for line in lines if line.strip())


class RecordingProcess(ABC):
    """An ffmpeg that records, whoever is its parent."""

    @property
    @abstractmethod
    def messages(self) -> list[str]:
        """The last lines of stderr, without credentials."""

    @property
    @abstractmethod
    def pid(self) -> int:
        """The process's id."""

    @abstractmethod
    async def wait(self) -> int:
        """Wait until it has ended and all that it said is read; return its exit code, negative for a signal."""

    @abstractmethod
    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal; one that has ended gets none."""

    async def stop(self, *, hurry: bool = False) -> int:
        """End it, gently first; return its exit code. Takes 3.5 seconds at most, unless the kernel holds it.

        ffmpeg takes the first signal as a wish, and at the second interrupts even its reading: in a hurry, because it
        waits for a camera that sends nothing, both come at once.
        """
        first = 0 if hurry else PATIENCE[0]
        signals = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)
        for number, seconds in zip(signals, (first, *PATIENCE[1:]), strict=True):
            self.send_signal(number)
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    return await self.wait()
        return await self.wait()

    async def kill(self) -> int:
        """End it at once. Who is cancelled meanwhile waits for its end all the same, for `KILL_SECONDS`."""
        self.send_signal(signal.SIGKILL)
        try:
            return await self.wait()
        except asyncio.CancelledError:
            with suppress(TimeoutError):
                async with asyncio.timeout(KILL_SECONDS):
                    await self.wait()
            raise

    def checkpoint(self) -> None:  # noqa: B027 - most have nothing to note
        """What was read so far is worth remembering, for who may come after us."""

    def close(self) -> None:  # noqa: B027 - as above
        """It has ended, and its files are ours: nobody need come after us."""

    async def hand_over(self, seconds: float) -> bool:
        """Let it go on for so long without us; false where it cannot, and then it is still ours."""
        del seconds
        return False


class LineProcess(RecordingProcess):
    """A child of this process. Calls back for each line of stdout, keeps the last lines of stderr."""

    def __init__(self, process: Process, on_line: LineListener, redact: Callable[[str], str]) -> None:
        self._process = process
        self._on_line = on_line
        self._messages = Messages(redact)
        self._readers = asyncio.gather(self._read_output(), self._read_messages())

    @classmethod
    async def start(
        cls,
        command: Sequence[str],
        *,
        script: bytes,
        on_line: LineListener,
        redact: Callable[[str], str],
        keep: Sequence[int] = (),
    ) -> Self:
        """Start a command with `script` as its whole input; it inherits the descriptors in `keep`.

        Raises OSError when it cannot be started.
        """
        # A session of its own: Ctrl-C in Home Assistant's terminal is for Home Assistant, which then stops us in order.
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True, pass_fds=tuple(keep)
        )
        child = cls(process, on_line, redact)
        assert process.stdin is not None  # noqa: S101 - for the type checker: it is a PIPE
        try:
            with suppress(BrokenPipeError, ConnectionResetError):
                process.stdin.write(script)
                await process.stdin.drain()
        except asyncio.CancelledError:
            await child.kill()  # nobody has it yet, who could end it
            raise
        process.stdin.close()
        return child

    @property
    def messages(self) -> list[str]:
        """The last lines of stderr, without credentials."""
        return self._messages.lines

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    async def wait(self) -> int:
        """Wait until it has ended and all that it said is read; return its exit code, negative for a signal."""
        # Shielded: whoever stops waiting must not stop the reading.
        await asyncio.shield(self._readers)
        return await self._process.wait()

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal; one that has ended gets none."""
        with suppress(ProcessLookupError):
            self._process.send_signal(number)

    async def _read_output(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - as above
        async for line in self._process.stdout:
            self._on_line(line.decode(errors="replace").rstrip(), ClockReading.now())

    async def _read_messages(self) -> None:
        assert self._process.stderr is not None  # noqa: S101 - as above
        while piece := await self._process.stderr.read(4096):
            self._messages.feed(piece.decode(errors="replace"))
        self._messages.end()
