"""The managed worker: a process that Home Assistant starts, watches and stops.

The worker gets its token in its environment and its listening port is read from its first line of output. It ends by
itself when its standard input closes, so that it cannot outlive Home Assistant, not even one that was killed.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import secrets
from asyncio.subprocess import PIPE, Process
from collections import deque
from pathlib import Path
from typing import Final

from ...signals import Signal
from ..errors import WorkerStartFailed
from .handshake import Endpoint

_LOGGER = logging.getLogger(__name__)

PACKAGE: Final = Path(__file__).resolve().parents[2] / "worker"
START_TIMEOUT: Final = 60.0
"""Seconds within which a worker that was started says its address."""
TERMINATE_TIMEOUT: Final = 4.0
"""Seconds that it has to end by itself before it is killed."""
QUICK_DEATH: Final = 120.0
"""Seconds: a worker that ends sooner has not worked at all."""
DEATHS_BEFORE_ALARM: Final = 3
HUNG_AFTER: Final = 60.0
"""A process that lives and says nothing for so many seconds is hung, and is replaced."""
HANGS_REMEMBERED: Final = 3600.0
"""Hangs of so many seconds together are told to the user when there are a few."""
# Kept from Home Assistant's environment; the rest (tokens of the supervisor, proxies' passwords) is not the worker's.
ENVIRONMENT: Final = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TZ",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "LD_LIBRARY_PATH",
    "CUDA_VISIBLE_DEVICES",
    "HF_HOME",
    "HF_HUB_OFFLINE",
    "SSL_CERT_FILE",
    "REQUESTS_CA_BUNDLE",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "http_proxy",
    "https_proxy",
    "no_proxy",
    "MYCAMERA_CACHE",
    "OMP_NUM_THREADS",
)


class ManagedWorker:
    """Starts the worker when it is needed and not running; `endpoint` is what a `WorkerConnection` asks."""

    def __init__(self, *, python: str) -> None:
        self.dying: Signal[str | None] = Signal()
        """Why it keeps dying; None when it is well again."""
        self._python = python
        self._token = secrets.token_urlsafe(32)
        self._process: Process | None = None
        self._url = ""
        self._started = 0.0
        self._deaths = 0
        self._heard = 0.0
        self._hangs: deque[float] = deque(maxlen=DEATHS_BEFORE_ALARM)
        self._said: deque[str] = deque(maxlen=12)
        self._readers: list[asyncio.Task[None]] = []

    @property
    def pid(self) -> int | None:
        """The running process's id."""
        return self._process.pid if self._process and self._process.returncode is None else None

    async def endpoint(self) -> Endpoint:
        """Return where the worker listens, starting it first where it is not running, or does not answer any more.

        Raises:
            WorkerStartFailed: with the process's last words.
        """
        if self.pid is None:
            self._count_death()
            await self._start()
        elif asyncio.get_running_loop().time() - self._heard > HUNG_AFTER:
            await self._replace_hung()
        return Endpoint(url=self._url, token=self._token)

    def _count_death(self) -> None:
        if self._process is None:
            return
        lived = asyncio.get_running_loop().time() - self._started
        _LOGGER.warning("The worker ended with code %s after %.0f s", self._process.returncode, lived)
        self._deaths = self._deaths + 1 if lived < QUICK_DEATH else 1
        if self._deaths >= DEATHS_BEFORE_ALARM:
            self.dying.tell("\n".join(self._said) or f"exit code {self._process.returncode}")

    async def _replace_hung(self) -> None:
        """End a process that says nothing, without asking it, and start another."""
        now = asyncio.get_running_loop().time()
        _LOGGER.warning("The worker has not answered for %.0f s; it is ended and started anew", now - self._heard)
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
        self._hangs.append(now)
        if len(self._hangs) == DEATHS_BEFORE_ALARM and now - self._hangs[0] < HANGS_REMEMBERED:
            self.dying.tell(f"it stopped answering {DEATHS_BEFORE_ALARM} times within an hour")
        await self._start()

    def well(self) -> None:
        """Say that the worker was heard of; when it has lived for long enough, it is trusted again."""
        now = self._heard = asyncio.get_running_loop().time()
        while self._hangs and now - self._hangs[0] > HANGS_REMEMBERED:
            self._hangs.popleft()
            self._deaths = max(self._deaths, 1)  # what was told of it is to be withdrawn
        if self._deaths and not self._hangs and now - self._started > QUICK_DEATH:
            self._deaths = 0
            self.dying.tell(None)

    async def _start(self) -> None:
        await self.stop()
        self._said.clear()
        environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
        environment |= {"MYCAMERA_WORKER_TOKEN": self._token, "PYTHONUNBUFFERED": "1"}
        self._started = self._heard = asyncio.get_running_loop().time()
        try:
            process = await asyncio.create_subprocess_exec(
                self._python,
                str(PACKAGE),
                "--managed",
                "--host=127.0.0.1",
                "--port=0",
                stdin=PIPE,
                stdout=PIPE,
                stderr=PIPE,
                env=environment,
                start_new_session=True,
            )
        except OSError as error:
            self._deaths += 1
            if self._deaths >= DEATHS_BEFORE_ALARM:
                self.dying.tell(str(error))
            raise WorkerStartFailed(f"{self._python}: {error.strerror}") from error
        self._process = process
        assert process.stdout is not None  # noqa: S101 - for the type checker: PIPE was asked for
        assert process.stderr is not None  # noqa: S101 - as above
        self._readers = [asyncio.create_task(self._listen(process.stderr))]
        try:
            async with asyncio.timeout(START_TIMEOUT):
                line = await process.stdout.readline()
            listening = json.loads(line)["listening"]
            self._url = f"ws://{listening['host']}:{int(listening['port'])}/"
        except (TimeoutError, ValueError, KeyError, TypeError) as error:
            await asyncio.sleep(0.2)  # its last words are still on their way
            words = self._said[-1] if self._said else "no output"
            await self._end(process)
            raise WorkerStartFailed(f"the worker did not start: {words}") from error
        self._readers.append(asyncio.create_task(self._listen(process.stdout)))
        self._heard = asyncio.get_running_loop().time()
        _LOGGER.debug("The worker runs as process %s", process.pid)

    async def _listen(self, stream: asyncio.StreamReader) -> None:
        while True:
            try:
                line = await stream.readline()
            except ValueError:  # a line longer than the stream's limit: dropped by asyncio
                continue
            if not line:
                return
            text = line.decode(errors="replace").rstrip()
            self._said.append(text[:500])
            _LOGGER.debug("worker: %s", text)

    async def stop(self) -> None:
        """End the process: asked, then terminated, then killed; a few seconds at most."""
        if self._process is not None:
            await self._end(self._process)
            self._process = None  # its death is counted
        for reader in self._readers:
            reader.cancel()
        await asyncio.gather(*self._readers, return_exceptions=True)
        self._readers = []

    async def restart(self) -> None:
        """End the process, which is no death to be counted; `endpoint` starts another."""
        process, self._process = self._process, None
        if process is not None:
            _LOGGER.info("The worker is started anew")
            await self._end(process)

    async def _end(self, process: Process) -> None:
        if process.returncode is None:
            if process.stdin is not None:
                process.stdin.close()
            process.terminate()
            try:
                async with asyncio.timeout(TERMINATE_TIMEOUT):
                    await process.wait()
            except TimeoutError:
                process.kill()
                await process.wait()
