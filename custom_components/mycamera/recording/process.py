"""A child process that speaks in lines, is read all the time, and always ends."""

from __future__ import annotations

import asyncio
import signal
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, Self

LINES_KEPT: Final = 40
LINE_LENGTH: Final = 400
PATIENCE: Final = (1.5, 1.0, 1.0)
"""Seconds that a stopping process gets after SIGINT, SIGTERM and before SIGKILL."""


class LineProcess:
    """Runs a program; calls back for each line of stdout, keeps the last, redacted lines of stderr."""

    def __init__(self, process: Process, on_line: Callable[[str], None], redact: Callable[[str], str]) -> None:
        self._process = process
        self._on_line = on_line
        self._redact = redact
        self._messages: deque[str] = deque(maxlen=LINES_KEPT)
        self._readers = asyncio.gather(self._read_output(), self._read_messages())

    @classmethod
    async def start(
        cls,
        command: Sequence[str],
        *,
        script: bytes,
        on_line: Callable[[str], None],
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
        with suppress(BrokenPipeError, ConnectionResetError):
            process.stdin.write(script)
            await process.stdin.drain()
        process.stdin.close()
        return child

    @property
    def messages(self) -> list[str]:
        """The last lines of stderr, without credentials."""
        return list(self._messages)

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    async def wait(self) -> int:
        """Wait until it has ended and all that it said is read; return its exit code, negative for a signal."""
        # Shielded: whoever stops waiting must not stop the reading.
        await asyncio.shield(self._readers)
        return await self._process.wait()

    async def stop(self, *, hurry: bool = False) -> int:
        """End it, gently first; return its exit code. Takes 3.5 seconds at most, unless the kernel holds it.

        ffmpeg takes the first signal as a wish, and at the second interrupts even its reading: in a hurry, because it
        waits for a camera that sends nothing, both come at once.
        """
        first = 0 if hurry else PATIENCE[0]
        signals = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)
        for number, seconds in zip(signals, (first, *PATIENCE[1:]), strict=True):
            with suppress(ProcessLookupError):
                self._process.send_signal(number)
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    return await self.wait()
        return await self.wait()

    async def kill(self) -> int:
        """End it at once."""
        with suppress(ProcessLookupError):
            self._process.kill()
        return await self.wait()

    async def _read_output(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - as above
        async for line in self._process.stdout:
            self._on_line(line.decode(errors="replace").rstrip())

    async def _read_messages(self) -> None:
        assert self._process.stderr is not None  # noqa: S101 - as above
        # In pieces, not lines: what a camera makes ffmpeg print may have no line ends.
        rest = ""
        while piece := await self._process.stderr.read(4096):
            *lines, rest = (rest + piece.decode(errors="replace")).replace("\r", "\n").split("\n")
            self._keep(lines)
            rest = rest[-4 * LINE_LENGTH :]
        self._keep([rest])

    def _keep(self, lines: Sequence[str]) -> None:
        self._messages.extend(self._redact(line.strip())[:LINE_LENGTH] for line in lines if line.strip())
