"""Private MariaDB and MySQL servers: on a temporary folder and a free port of 127.0.0.1, gone when they are closed.

Blocking; in async tests call it by `asyncio.to_thread` where the event loop must go on meanwhile.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self, override

import pymysql  # type: ignore[import-untyped]  # it publishes no types

from scripts.demo.ports import free_port

START_SECONDS = 150
STOP_SECONDS = 30


class SqlServerError(Exception):
    """The server did not do what was asked; the text has the end of its log."""


class SqlServer:
    """One server. `host`, `port`, `username` and `password` are what a client needs."""

    name: ClassVar[str]
    host = "127.0.0.1"
    username = "mycamera"
    password = "s3cret/@:%"

    def __init__(self, *options: str, data: Path | None = None) -> None:
        """Prepare a server that is started with further `options`; `data` is a folder to be its own."""
        self._options = options
        # In /tmp itself: the path of a socket is limited to about 100 characters.
        self.folder = Path(tempfile.mkdtemp(prefix=f"mycamera-{self.name}-"))
        self._data = data or self.folder / "data"
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._as_user = ["--user=root"] if os.geteuid() == 0 else []
        self._tables: dict[str, list[str]] = {}
        """What makes the tables of a database, by its name."""

    @property
    def _socket(self) -> Path:
        return self.folder / "sock"

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Return the number of the server's process."""
        if self._process is None:
            raise SqlServerError(f"{self.name} is not running")
        return self._process.pid

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
                    self.program(),
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
                    # What is committed is with the system when a server is killed. No test pulls the machine's plug.
                    "--innodb-flush-log-at-trx-commit=2",
                    *self._own_options(),
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
                raise SqlServerError(f"{self.name} did not start: {self._log_end()}")
            time.sleep(0.1)
        if first:
            self.sql(f"CREATE USER '{self.username}'@'%' IDENTIFIED BY '{self.password}'")

    def _own_options(self) -> list[str]:
        """Return the options of every server of this kind."""
        return []

    @classmethod
    def program(cls) -> str:
        """Return the path of the server."""
        raise NotImplementedError

    def _install_command(self, data: Path) -> list[str]:
        """Return what makes the folder of a server."""
        raise NotImplementedError

    def _install(self) -> None:
        """Copy the folder of a server that was never started, which is made once and kept."""
        new = self._new_folder()
        new.parent.mkdir(parents=True, exist_ok=True)
        with new.with_name(f"{new.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not new.exists():
                unfinished = new.with_name(f"{new.name}.part")
                shutil.rmtree(unfinished, ignore_errors=True)
                self._make(unfinished)
                unfinished.rename(new)
        shutil.copytree(new, self._data)

    def _new_folder(self) -> Path:
        """Return where such a folder is kept, for this very program and whoever runs it."""
        program = Path(self.program()).resolve().stat()
        what = (program.st_size, program.st_mtime_ns, self._as_user, self._install_command(Path("data")))
        return _cache() / "servers" / f"{self.name}-{hashlib.sha256(repr(what).encode()).hexdigest()[:12]}"

    def _make(self, data: Path) -> None:
        done = subprocess.run(
            self._install_command(data),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if done.returncode:
            raise SqlServerError(f"{self.name} was not set up: {done.stdout[-1000:]} {done.stderr[-1000:]}")

    def _answers(self) -> bool:
        if not self._socket.exists():
            return False
        try:
            self.sql("SELECT 1")
        except SqlServerError:
            return False
        return True

    def _log_end(self) -> str:
        return self._log.read_text(errors="replace")[-2000:] if self._log.exists() else ""

    def sql(self, statement: str, *, seconds: float = 60) -> list[list[str]]:
        """Run statements as the server's root and return the rows of all answers."""
        rows: list[Any] = []
        try:
            connection = pymysql.connect(
                unix_socket=str(self._socket),
                user="root",
                charset="utf8mb4",
                autocommit=True,
                ssl_disabled=True,
                connect_timeout=10,
                read_timeout=int(seconds),
                client_flag=pymysql.constants.CLIENT.MULTI_STATEMENTS,
            )
            with connection, connection.cursor() as cursor:
                cursor.execute(statement)
                rows += cursor.fetchall()
                while cursor.nextset():
                    rows += cursor.fetchall()
        except pymysql.MySQLError as error:
            raise SqlServerError(f"{statement[:200]}: {error}") from error
        return [["NULL" if value is None else str(value) for value in row] for row in rows]

    def create_database(self, name: str) -> None:
        """Make an empty database that the user may do everything with."""
        self.sql(f"CREATE DATABASE `{name}`; GRANT ALL ON `{name}`.* TO '{self.username}'@'%'")

    def copy_tables(self, template: str, name: str, *, rows_of: str) -> None:
        """Make the tables of one database in another one, with the rows of one of them."""
        if template not in self._tables:
            tables = [table for (table,) in self.sql(f"SHOW TABLES FROM `{template}`")]
            self._tables[template] = [self.sql(f"SHOW CREATE TABLE `{template}`.`{table}`")[0][1] for table in tables]
        made = "; ".join(self._tables[template])
        copied = f"INSERT INTO `{rows_of}` SELECT * FROM `{template}`.`{rows_of}`"  # noqa: S608 - the tests' own names
        self.sql(f"USE `{name}`; SET foreign_key_checks = 0; {made}; {copied}")

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


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera"


def _program(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


class MariaDb(SqlServer):
    """Debian's own."""

    name = "mariadb"

    @classmethod
    @override
    def program(cls) -> str:
        """Return the path of the server."""
        if found := _program("mariadbd"):
            return found
        raise SqlServerError("mariadbd is not installed: scripts/setup system-all")

    @override
    def _install_command(self, data: Path) -> list[str]:
        return [
            _program("mariadb-install-db") or "mariadb-install-db",
            "--no-defaults",
            *self._as_user,
            f"--datadir={data}",
            f"--tmpdir={data}",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
        ]


class Galera(MariaDb):
    """A cluster of one, which refuses tables that it could not keep alike on several."""

    name = "galera"
    _provider: ClassVar = Path("/usr/lib/galera/libgalera_smm.so")

    @override
    def _own_options(self) -> list[str]:
        if not self._provider.exists():
            raise SqlServerError("galera-4 is not installed: scripts/setup system-all")
        port = free_port()
        return [
            "--wsrep-on=ON",
            f"--wsrep-provider={self._provider}",
            f"--wsrep-provider-options=base_port={port};gmcast.listen_addr=tcp://127.0.0.1:{port}",
            "--wsrep-cluster-address=gcomm://",
            "--wsrep-node-address=127.0.0.1",
            "--wsrep-mode=STRICT_REPLICATION,REQUIRED_PRIMARY_KEY",
            "--binlog-format=ROW",
            "--innodb-autoinc-lock-mode=2",
            # As on one node of three.
            "--wsrep-auto-increment-control=OFF",
            "--auto-increment-increment=3",
            "--auto-increment-offset=2",
        ]


class MySql(SqlServer):
    """The one that scripts/fetch-mysql unpacks."""

    name = "mysql"

    @classmethod
    def _prefix(cls) -> Path:
        return _cache() / "mysql" / "usr"

    @classmethod
    @override
    def program(cls) -> str:
        """Return the path of the server."""
        program = cls._prefix() / "sbin" / "mysqld"
        if not program.exists():
            raise SqlServerError("MySQL is not there: scripts/setup mysql")
        return str(program)

    def _files(self) -> list[str]:
        return [f"--basedir={self._prefix()}", f"--lc-messages-dir={self._prefix() / 'share' / 'mysql'}"]

    @override
    def _install_command(self, data: Path) -> list[str]:
        return [
            self.program(),
            "--no-defaults",
            *self._as_user,
            *self._files(),
            "--initialize-insecure",
            f"--datadir={data}",
        ]

    @override
    def _own_options(self) -> list[str]:
        log = [] if any(option.startswith("--log-bin") for option in self._options) else ["--disable-log-bin"]
        return [*self._files(), "--mysqlx=OFF", "--secure-file-priv=", *log]
