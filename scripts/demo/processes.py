"""Child processes: started with a mark in their environment, ended for certain, descendants included."""

import asyncio
import contextlib
import os
import shutil
import signal
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MARK = "MYCAMERA_SESSION"
# What a shell of a virtual environment or of a build machine leaves behind and that would mislead another Python.
# Without byte code every start of Home Assistant takes twice as long.
MISLEADING = ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")


class ProcessEndedError(Exception):
    """A child that should be running has ended; the message quotes the end of its log."""


def log_tail(path: Path, lines: int = 20) -> str:
    """Return the last lines of a log file; an empty text when there is none."""
    try:
        text = path.read_text(errors="replace")
    except FileNotFoundError:
        return ""
    return "\n".join(text.splitlines()[-lines:])


class Process:
    """One child, leader of its own session, with its output in a file; or, where it talks, its standard error.

    Descendants are found by their parents and by the mark in the environment that they inherit, also in sessions of
    their own. The kernel ends the child when this program dies without a chance to.
    """

    def __init__(
        self, name: str, command: Sequence[str | Path], *, log: Path, cwd: Path | None = None, talks: bool = False
    ) -> None:
        self.name = name
        self.log = log
        self._command = [os.fspath(part) for part in command]
        self._cwd = cwd
        self._talks = talks
        self._mark = uuid.uuid4().hex
        self._process: asyncio.subprocess.Process | None = None
        self._family: set[tuple[int, int]] = set()

    @property
    def running(self) -> bool:
        """Whether the child itself runs."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs."""
        return self._process.pid if self._process and self.running else None

    async def start(self, environment: Mapping[str, str] | None = None) -> None:
        """Start the child. Its output is appended to the log."""
        env = {name: value for name, value in os.environ.items() if name not in MISLEADING}
        env |= {**(environment or {}), MARK: self._mark}
        guard = shutil.which("setpriv")
        command = [guard, "--pdeathsig", "TERM", "--", *self._command] if guard else self._command
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.PIPE if self._talks else asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE if self._talks else output,
                stderr=output,
                cwd=self._cwd,
                env=env,
                start_new_session=True,
            )

    async def hear(self, patience: float) -> str:
        """Return the next line that a talking child prints; raises TimeoutError or ProcessEndedError."""
        if self._process is None or self._process.stdout is None:
            raise ProcessEndedError(f"{self.name} does not talk")
        line = await asyncio.wait_for(self._process.stdout.readline(), patience)
        if not line:
            await asyncio.wait_for(self._process.wait(), patience)
            self.check()
        return line.decode().strip()

    async def tell(self, line: str) -> None:
        """Write a line to a talking child."""
        if self._process is None or self._process.stdin is None:
            raise ProcessEndedError(f"{self.name} does not listen")
        self._process.stdin.write(f"{line}\n".encode())
        await self._process.stdin.drain()

    async def wait(self) -> int:
        """Wait for the child's end and return its exit code."""
        if self._process is None:
            raise ProcessEndedError(f"{self.name} was never started")
        return await self._process.wait()

    def check(self) -> None:
        """Raise ProcessEndedError unless the child runs."""
        if not self.running:
            code = self._process.returncode if self._process else None
            raise ProcessEndedError(f"{self.name} ended with exit code {code}:\n{log_tail(self.log)}")

    async def stop(self, patience: float = 15) -> bool:
        """Ask the child to end, kill what is left after `patience` seconds; True when nothing had to be killed.

        What it has started may end a moment after it.
        """
        self.survivors()  # while the family is together
        try:
            if self._process is not None and self.running:
                with contextlib.suppress(ProcessLookupError):
                    self._process.terminate()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(patience):
                        await self._process.wait()
                        while self.survivors():  # noqa: ASYNC110 - no event of this process tells
                            await asyncio.sleep(0.1)
        finally:  # also when the waiting was cut short
            left = self.survivors()
            for pid in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        if self._process is not None:
            await self._process.wait()
        return not left

    def survivors(self) -> dict[int, str]:
        """Return the running processes that this child is or has started: process id and command line.

        A descendant that changed its environment is known from the time when its parents still ran, so ask once before
        they end; `stop` does.
        """
        table = _process_table()
        mark = f"{MARK}={self._mark}".encode()
        family = {pid for pid in table if self.pid == pid or _has_in_environment(pid, mark)}
        grown = True
        while grown:
            born = {pid for pid, found in table.items() if found.parent in family} - family
            family |= born
            grown = bool(born)
        self._family |= {(pid, table[pid].started) for pid in family}
        alive = {(pid, found.started) for pid, found in table.items()}
        return {pid: _command_line(pid) for pid, _ in sorted(self._family & alive)}

    def programs(self, words: str) -> list[int]:
        """Return which of them have these words in their command lines.

        A child has its parent's command line until it has become another program: such a one is left out.
        """
        named = {pid for pid, command in self.survivors().items() if words in command}
        table = _process_table()
        return sorted(pid for pid in named if pid in table and table[pid].parent not in named)


@dataclass(frozen=True, slots=True)
class _Found:
    parent: int
    started: int
    """In clock ticks since boot: with the process id it names a process for ever."""


def _process_table() -> dict[int, _Found]:
    """Return all processes that run; the dead whose parents have not noticed are left out."""
    table = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):  # ended meanwhile
                # The second field is the name in parentheses, which may hold anything.
                fields = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
                if fields[0] not in ("Z", "X"):
                    table[int(folder.name)] = _Found(parent=int(fields[1]), started=int(fields[19]))
    return table


def _has_in_environment(pid: int, variable: bytes) -> bool:
    try:
        return variable in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:  # ended meanwhile, or another user's
        return False


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""
