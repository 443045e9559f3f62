"""Sixteen cameras, and everything that a recorder must not depend on taken from it, one after another."""

import asyncio
import contextlib
import os
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from scripts.demo.client import ConnectionClosedError, Message
from tests.e2e.house import House

from .footage import Sent
from .ledger import Ledger
from .subject import PATIENCE, Subject, follow

CROWD = 16
MINUTES = "MYCAMERA_FRAMES_MINUTES"
"""The environment variable that asks for a longer proof."""
SHORTEST = 128.0
"""Seconds in which every camera is cut twice."""
LASTS = 30.0
"""Seconds that the database is locked, and that the event loop is blocked."""
WORKER_AWAY = 10.0
OUTLIVES = 60.0
"""Seconds within which nothing of a killed Home Assistant may be left, but for recordings that wait for the next."""
RECORDING = ("/.open/", "recording/keeper")
"""What command lines of recordings, and of what holds them, have in them."""


def proof_seconds() -> float:
    """Return how long the proof that no frame is missing lasts at least."""
    return max(SHORTEST, 60 * float(os.environ.get(MINUTES, "0")))


@dataclass(eq=False)
class CrowdStory:
    """The story of one house, and what there is of it in the end. Times are in seconds since 1970."""

    house: House
    subjects: Sequence[Subject]
    times: dict[str, tuple[float, float]] = field(default_factory=dict)
    """When each thing was so, by its name."""
    ledgers: dict[str, Ledger] = field(default_factory=dict)
    sent: dict[str, Sent] = field(default_factory=dict)
    database_states: list[str] = field(default_factory=list)
    """What the user was told of the database, while it was locked and after."""
    worker_told: bool = False
    """Whether the user was told that the killed worker is away."""
    survivors: dict[int, str] = field(default_factory=dict)
    """What was left of the killed Home Assistant, but for recordings."""
    recorders: dict[str, int] = field(default_factory=dict)
    """How many processes recorded each camera when Home Assistant was back,"""
    recorders_after: dict[str, int] = field(default_factory=dict)
    """and when its recording was off."""
    closed: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The files that were closed before everything was killed: inode and size."""
    coverage: dict[str, Message] = field(default_factory=dict)
    """The states of the coverage sensors in the end."""

    async def happen(self) -> None:
        """Go through it; ends with recording off."""
        await asyncio.gather(*(subject.reaches("recording") for subject in self.subjects))
        # The first frames of the last one are on their way.
        await asyncio.sleep(2)
        began = time.time()
        await self.house.reaches("worker", "connected", PATIENCE)
        async with self._during("worker"):
            await self._kill_worker()
        async with self._during("database"):
            await self._lock_database()
        async with self._during("event loop"):
            await self._block_event_loop()
        await asyncio.sleep(max(0.0, began + proof_seconds() - time.time()))
        self.times["all"] = (began, time.time())
        await self._kill_home_assistant()
        for subject in self.subjects:
            await subject.switch("recording", on=False)
        self.recorders_after = self._recorders()
        for subject in self.subjects:
            self.ledgers[subject.name] = await subject.ledger()
            self.sent[subject.name] = subject.sent()
        await self._look_at_coverage()

    def files(self) -> dict[str, tuple[int, int]]:
        """Return the closed files: inode and size by path."""
        root = self.house.recordings
        found = ((path, path.stat()) for path in root.rglob("*.mp4") if ".open" not in path.parts)
        return {path.relative_to(root).as_posix(): (facts.st_ino, facts.st_size) for path, facts in found}

    @asynccontextmanager
    async def _during(self, what: str) -> AsyncIterator[None]:
        began = time.time()
        yield
        self.times[what] = (began, time.time())

    async def _kill_worker(self) -> None:
        worker = self.house.process(" --managed")
        assert worker is not None
        before = await self.house.state("worker")
        os.kill(worker, signal.SIGKILL)

        async def noticed() -> bool:
            # It may be replaced before anybody looks.
            self.worker_told = (await self.house.state("worker"))["last_changed"] != before["last_changed"]
            return self.worker_told

        await self.house.eventually(noticed, "the worker's end is noticed", 60)
        await asyncio.sleep(WORKER_AWAY)

    async def _lock_database(self) -> None:
        with contextlib.closing(sqlite3.connect(self.house.config / "mycamera.db", timeout=20)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            locked = time.monotonic()
            await self.house.reaches("database", "off", PATIENCE)
            await asyncio.sleep(max(0.0, locked + LASTS - time.monotonic()))
            self.database_states.append((await self.house.state("database"))["state"])
            connection.execute("ROLLBACK")
        await self.house.reaches("database", "on", PATIENCE)
        self.database_states.append("on")

    async def _block_event_loop(self) -> None:
        began = time.monotonic()
        # Nobody is there to answer, not even the WebSocket's pings.
        with contextlib.suppress(ConnectionClosedError):
            await self.house.client.call_action("busy_loop", "block", {"seconds": LASTS})
        await self.house.home_assistant.wait_answering()
        assert time.monotonic() - began > LASTS - 1, "the event loop was not blocked"
        await self.house.reconnect()
        await follow(self.house, self.subjects)

    async def _kill_home_assistant(self) -> None:
        self.closed = self.files()
        running = self.house.process(" homeassistant ")
        assert running is not None
        killed = time.time()
        os.kill(running, signal.SIGKILL)
        deadline = time.monotonic() + OUTLIVES
        while (left := self._left()) and time.monotonic() < deadline:
            await asyncio.sleep(0.25)
        self.survivors = left
        await self.house.home_assistant.start()
        await self.house.reconnect()
        for subject in self.subjects:
            subject.told.clear()
        await follow(self.house, self.subjects)
        await asyncio.gather(*(subject.reaches("recording") for subject in self.subjects))
        self.times["killed"] = (killed, time.time())
        await asyncio.sleep(5)
        self.recorders = self._recorders()

    def _left(self) -> dict[int, str]:
        """Return the processes of Home Assistant that run and are no recordings."""
        processes = self.house.home_assistant.survivors()
        return {pid: line for pid, line in processes.items() if not any(part in line for part in RECORDING)}

    def _recorders(self) -> dict[str, int]:
        return {subject.name: len(subject.recorders()) for subject in self.subjects}

    async def _look_at_coverage(self) -> None:
        # It is measured every few minutes, and whenever the hub starts.
        await self.house.client.post(f"/api/config/config_entries/entry/{self.house.entry_id}/reload")

        async def known() -> bool:
            states = await self.house.client.states()
            self.coverage = {subject.name: states[subject.keys["coverage"]] for subject in self.subjects}
            return all(state["state"] not in ("unknown", "unavailable") for state in self.coverage.values())

        await self.house.eventually(known, "the coverage of all cameras", PATIENCE)
