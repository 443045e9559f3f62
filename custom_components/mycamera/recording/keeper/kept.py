"""One ffmpeg that the keeper holds: its pipes, what it said, who listens, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from .journal import LONGEST_TEXT, Journal, Lines
from .wire import MESSAGES, OUTPUT

LAUNCHER: Final = Path(__file__).resolve().parent.parent / "launcher.py"
STEPS: Final = ((signal.SIGINT, 1.5), (signal.SIGTERM, 1.0), (signal.SIGKILL, 3600.0))
"""The signals that end ffmpeg in order, and the seconds that it gets after each."""
PIPE_SECONDS: Final = 2.0
"""How long after the end of a process its pipes are waited for."""


class Kept:
    """A recording. Its words are kept until a checkpoint has them; its lock is held until it is forgotten."""

    def __init__(self, key: str, command: Sequence[str], script: bytes, lock: int | None, lease: float) -> None:
        """Start it. Raises OSError."""
        self.key = key
        self.lock = lock
        self.lease = lease
        """Seconds that it goes on without a client that said nothing."""
        self.until: float | None = None
        """The end of the lease, on the monotonic clock, while there is no client."""
        self.abandoned = False
        """Nobody will come for it: it ends, and is forgotten then."""
        self.journal = Journal()
        self.checkpoint = 0
        self.state: dict[str, Any] = {}
        self.code: int | None = None
        self._lines = Lines()
        self._step = 0
        self._next_step: float | None = None
        self._ended_at: float | None = None
        # A process of ours, which ends with us (see launcher.py), in a session of its own.
        self.process = subprocess.Popen(  # noqa: S603 - an argument list, no shell
            [sys.executable, "-I", "-S", str(LAUNCHER), str(os.getpid()), *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            pass_fds=() if lock is None else (lock,),
            start_new_session=True,
        )
        assert self.process.stdin and self.process.stdout and self.process.stderr  # noqa: S101, PT018 - PIPEs
        self.pipes: dict[str, IO[bytes]] = {OUTPUT: self.process.stdout, MESSAGES: self.process.stderr}
        for pipe in self.pipes.values():
            os.set_blocking(pipe.fileno(), False)
        with suppress(OSError):  # it ended already; its exit code and words say why
            self.process.stdin.write(script)  # shorter than a pipe's buffer
        with suppress(OSError):
            self.process.stdin.close()

    @property
    def pid(self) -> int:
        """The process's id."""
        return self.process.pid

    def read(self, source: str) -> bool:
        """Take what a pipe has; false at its end, when it is closed."""
        pipe = self.pipes[source]
        try:
            piece = os.read(pipe.fileno(), LONGEST_TEXT)
        except BlockingIOError:
            return True
        wall, monotonic = time.time(), time.monotonic()
        if source == MESSAGES:
            text = piece.decode(errors="replace")
        else:
            text = self._lines.feed(piece) if piece else self._lines.end()
        if text:
            self.journal.add(wall=wall, monotonic=monotonic, source=source, text=text)
        if not piece:
            del self.pipes[source]
            pipe.close()
        return bool(piece)

    def reap(self, now: float) -> bool:
        """Whether the process has ended and all that it said is read."""
        if self.code is None and self.process.poll() is not None:
            self.code, self._ended_at, self._next_step = self.process.returncode, now, None
        return self.code is not None and not self.pipes

    def is_overdue(self, now: float) -> bool:
        """Whether somebody else still holds the pipes of a process that has ended."""
        return self._ended_at is not None and bool(self.pipes) and now >= self._ended_at + PIPE_SECONDS

    def signal(self, number: int) -> None:
        """Send it a signal; one that has ended gets none."""
        self.process.send_signal(number)

    def end(self, now: float) -> None:
        """Begin to end it in order; `step` goes on with that."""
        if self.code is None and self._next_step is None:
            self._next_step = now

    def step(self, now: float) -> None:
        """Send the next signal when it is time."""
        while self._next_step is not None and now >= self._next_step:
            number, seconds = STEPS[min(self._step, len(STEPS) - 1)]
            self._step += 1
            self._next_step = now + seconds
            self.signal(number)

    @property
    def deadline(self) -> float | None:
        """When something is to be done if nothing happens."""
        times = [self.until, self._next_step]
        if self._ended_at is not None and self.pipes:
            times.append(self._ended_at + PIPE_SECONDS)
        return min((at for at in times if at is not None), default=None)

    def close(self) -> None:
        """Let go of the lock."""
        if self.lock is not None:
            os.close(self.lock)
            self.lock = None
