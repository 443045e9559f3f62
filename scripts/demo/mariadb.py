"""A private MariaDB server on a folder of its own, bound to 127.0.0.1."""

import asyncio
import os
import shutil
from pathlib import Path

from .mycamera import MySql
from .ports import free_port
from .processes import Process, ProcessEndedError

NAME = "mycamera"
USERNAME = "mycamera"


class MariaDb:
    """Makes its data folder at the first start; the data stays for the next."""

    def __init__(self, folder: Path, *, password: str, port: int | None = None) -> None:
        self.settings = MySql(
            host="127.0.0.1", port=port or free_port(), username=USERNAME, password=password, name=NAME
        )
        self._folder = folder
        self._data = folder / "data"
        # As root, the server wants to be told that this is meant.
        self._user = ["--user=root"] if os.geteuid() == 0 else []
        server = shutil.which("mariadbd") or "/usr/sbin/mariadbd"
        self._process = Process(
            "MariaDB",
            [
                server,
                "--no-defaults",
                *self._user,
                f"--datadir={self._data}",
                f"--tmpdir={self._data}",  # a server removes another's temporary tables from a folder they share
                "--socket=socket",  # beneath the data folder: whole paths may have 107 characters only
                f"--pid-file={folder / 'pid'}",
                f"--port={self.settings.port}",
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--innodb-buffer-pool-size=32M",
                f"--init-file={folder / 'init.sql'}",
            ],
            log=folder / "mariadb.log",
        )

    async def start(self, patience: float = 60) -> None:
        """Start and wait until it accepts connections; raises ProcessEndedError or TimeoutError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if not (self._data / "mysql").is_dir():
            await self._install()
        password = self.settings.password.replace("\\", "\\\\").replace("'", "''")
        account = f"'{USERNAME}'@'127.0.0.1'"
        (self._folder / "init.sql").write_text(
            f"CREATE DATABASE IF NOT EXISTS {NAME} CHARACTER SET utf8mb4;\n"
            f"CREATE USER IF NOT EXISTS {account};\n"
            f"ALTER USER {account} IDENTIFIED BY '{password}';\n"
            f"GRANT ALL ON {NAME}.* TO {account};\n"
        )
        await self._process.start()
        async with asyncio.timeout(patience):
            while not await self._accepts():
                self._process.check()
                await asyncio.sleep(0.2)

    async def _install(self) -> None:
        installer = await asyncio.create_subprocess_exec(
            "mariadb-install-db",
            "--no-defaults",
            *self._user,
            f"--datadir={self._data}",
            f"--tmpdir={self._data}",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output, _ = await installer.communicate()
        if installer.returncode:
            raise ProcessEndedError(f"mariadb-install-db failed:\n{output.decode(errors='replace')}")

    async def _accepts(self) -> bool:
        try:
            _, writer = await asyncio.open_connection(self.settings.host, self.settings.port)
        except OSError:
            return False
        writer.close()
        return True

    async def stop(self) -> None:
        """End it, with everything written."""
        await self._process.stop(30)
