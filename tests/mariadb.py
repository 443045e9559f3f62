"""A private MariaDB server: on a temporary folder and a free port of 127.0.0.1, gone when it is closed.

Blocking; in async tests call it by `asyncio.to_thread` where the event loop must go on meanwhile.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

START_SECONDS = 60
STOP_SECONDS = 30


class MariaDbError(Exception):
    """The server did not do what was asked; the text has the end of its log."""


def is_installed() -> bool:
    """Whether the programs are there (Debian: mariadb-server)."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    return all(shutil.which(name, path=path) for name in ("mariadbd", "mariadb-install-db", "mariadb"))


def _program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None:
        raise MariaDbError(f"{name} is not installed (Debian: mariadb-server)")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class MariaDb:
    """One server. `host`, `port`, `username` and `password` are what a client needs."""

    host = "127.0.0.1"
    username = "mycamera"
    password = "s3cret/@:%"

    def __init__(self, *options: str, data: Path | None = None) -> None:
        """Prepare a server that is started with further `options` of mariadbd; `data` is a folder to be its own."""
        self._options = options
        # In /tmp itself: the path of a socket is limited to about 100 characters.
        self.folder = Path(tempfile.mkdtemp(prefix="mycamera-mariadb-"))
        self._data = data or self.folder / "data"
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._as_user = ["--user=root"] if os.geteuid() == 0 else []

    @property
    def _socket(self) -> Path:
        return self.folder / "sock"

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def is_running(self) -> bool:
        """Whether the process is there, even if it is frozen."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the server, on the same folder and port as before, and wait until it answers."""
        if self.is_running():
            return
        first = not self._data.exists()
        if first:
            self._install()
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    _program("mariadbd"),
                    "--no-defaults",
                    *self._as_user,
                    f"--datadir={self._data}",
                    f"--tmpdir={self._data}",  # a server removes another's temporary tables from a folder they share
                    f"--socket={self._socket}",
                    f"--pid-file={self.folder / 'pid'}",
                    f"--port={self.port}",
                    "--bind-address=127.0.0.1",
                    "--skip-name-resolve",
                    "--innodb-buffer-pool-size=64M",
                    *self._options,
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if not self.is_running() or time.monotonic() > deadline:
                raise MariaDbError(f"mariadbd did not start: {self._log_end()}")
            time.sleep(0.1)
        if first:
            self.sql(f"CREATE USER '{self.username}'@'%' IDENTIFIED BY '{self.password}'")

    def _install(self) -> None:
        done = subprocess.run(
            [
                _program("mariadb-install-db"),
                "--no-defaults",
                *self._as_user,
                f"--datadir={self._data}",
                f"--tmpdir={self._data}",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
            ],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if done.returncode:
            raise MariaDbError(f"mariadb-install-db: {done.stdout[-1000:]} {done.stderr[-1000:]}")

    def _client(self, statement: str, seconds: float = 60) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [_program("mariadb"), "--no-defaults", f"--socket={self._socket}", "--user=root", "-N", "-B"],
            input=statement,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )

    def _answers(self) -> bool:
        return self._socket.exists() and self._client("SELECT 1").returncode == 0

    def _log_end(self) -> str:
        return self._log.read_text(errors="replace")[-2000:] if self._log.exists() else ""

    def sql(self, statement: str, *, seconds: float = 60) -> list[list[str]]:
        """Run statements as the server's root and return the rows of the answer."""
        done = self._client(statement, seconds)
        if done.returncode:
            raise MariaDbError(f"{statement[:200]}: {done.stderr.strip()}")
        return [line.split("\t") for line in done.stdout.splitlines()]

    def create_database(self, name: str) -> None:
        """Make an empty database that the user may do everything with."""
        self.sql(f"CREATE DATABASE `{name}`; GRANT ALL ON `{name}`.* TO '{self.username}'@'%'")

    def drop_database(self, name: str) -> None:
        """Remove a database where it exists."""
        self.sql(f"DROP DATABASE IF EXISTS `{name}`")

    def stop(self) -> None:
        """Shut the server down in order, as an administrator or an upgrade does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the server in the middle of whatever it does."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """Let the server stop answering while its connections stay open."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen server go on."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(number)

    def _end(self, number: signal.Signals) -> None:
        process = self._process
        if process is None:
            return
        self._signal(signal.SIGCONT)
        self._signal(number)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._process = None

    def close(self) -> None:
        """End the server and remove everything of it."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
