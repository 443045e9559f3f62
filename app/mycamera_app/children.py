"""Processes that are started again when they end, and end with this one."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import time
from collections.abc import Mapping, Sequence
from typing import Final

_LOGGER = logging.getLogger(__name__)

FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 60.0
"""Seconds before it is started again; the pause doubles while it keeps ending soon."""
WELL_AFTER: Final = 60.0
"""Seconds that it must have run for its next end to be the first one again."""


class Child:
    """One program that is to run all the time."""

    def __init__(
        self, name: str, command: Sequence[str], environment: Mapping[str, str], *, patience: float = 10.0
    ) -> None:
        """Describe it; `patience` (seconds) is what it gets to end in order."""
        self.name = name
        self._command = list(command)
        self._environment = dict(environment)
        self._patience = patience
        self._process: asyncio.subprocess.Process | None = None

    async def run(self) -> None:
        """Keep it running until cancelled, then end it."""
        pause = FIRST_PAUSE
        while True:
            began = time.monotonic()
            try:
                reason = f"ended with code {await self._run_once()}"
            except OSError as error:
                reason = f"cannot be started: {error.strerror}"
            if time.monotonic() - began >= WELL_AFTER:
                pause = FIRST_PAUSE
            _LOGGER.error("%s %s; it is started again in %.0f s", self.name, reason, pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _run_once(self) -> int:
        self._process = process = await asyncio.create_subprocess_exec(
            *self._command, env={**os.environ, **self._environment}, stdin=asyncio.subprocess.DEVNULL
        )
        try:
            return await process.wait()
        finally:
            if process.returncode is None:
                await asyncio.shield(self._end(process))

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(self._patience):
                await process.wait()
        except TimeoutError:
            _LOGGER.warning("%s does not end, and is killed", self.name)
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
