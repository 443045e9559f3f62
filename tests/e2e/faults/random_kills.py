"""Each process of the house is killed, at random moments, again and again."""

import asyncio
import contextlib
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.house import STOP_SECONDS, House

from .footage import Sent
from .ledger import Ledger
from .subject import PATIENCE, Subject, follow

MINUTES = "MYCAMERA_KILLS_MINUTES"
"""The environment variable that says for how many minutes processes are killed; the nightly run asks for ten."""
SHORTEST = 1.0
SEED = "MYCAMERA_KILLS_SEED"
"""The environment variable that repeats a run: the same victims after the same pauses."""
PAUSES = (1.0, 8.0)
"""Seconds between two kills, at least and at most: some come while the last victim's successor starts."""
VICTIMS = {
    "Home Assistant": " homeassistant ",
    "worker": " --managed",
    "recorder": "/.open/",
    "keeper": "recording/keeper",
}
"""Who is killed, by what their command lines have in them."""


def kill_minutes() -> float:
    """Return for how long processes are killed."""
    return float(os.environ.get(MINUTES, SHORTEST))


@dataclass(eq=False)
class KillStory:
    """The story of one house. Times are in seconds since 1970."""

    house: House
    subjects: Sequence[Subject]
    seed: int = field(default_factory=lambda: int(os.environ.get(SEED) or random.SystemRandom().randrange(2**32)))
    killed: Counter[str] = field(default_factory=Counter)
    restarts: int = 0
    ledgers: dict[str, Ledger] = field(default_factory=dict)
    sent: dict[str, Sent] = field(default_factory=dict)
    clean: bool = False
    """Whether the last Home Assistant ended by itself when it was asked to."""
    left: dict[int, str] = field(default_factory=dict)
    """Processes that had anything to do with this house after it was stopped."""

    async def happen(self) -> None:
        """Go through it; ends with Home Assistant stopped."""
        await asyncio.gather(*(subject.reaches("recording") for subject in self.subjects))
        await self.house.reaches("worker", "connected", PATIENCE)
        chance = random.Random(self.seed)  # noqa: S311 - repeatable, not secret
        end = time.monotonic() + 60 * kill_minutes()
        # Everybody once, whatever chance would have it; then at random.
        first = chance.sample(sorted(VICTIMS), len(VICTIMS))
        while first or time.monotonic() < end:
            await asyncio.sleep(chance.uniform(*PAUSES))
            victim = first[-1] if first else chance.choice(sorted(VICTIMS))
            if await self._kill(victim, chance) and first:
                first.pop()
        await asyncio.gather(*(subject.reaches("recording") for subject in self.subjects))
        await asyncio.gather(*(subject.frames(30) for subject in self.subjects))
        for subject in self.subjects:
            await subject.switch("recording", on=False)
        for subject in self.subjects:
            self.ledgers[subject.name] = await subject.ledger()
            self.sent[subject.name] = subject.sent()
        self.clean = await self.house.home_assistant.stop(STOP_SECONDS)
        self.left = await asyncio.to_thread(concerned_with, self.house.config, self.house.storage)

    async def _kill(self, victim: str, chance: random.Random) -> bool:
        """Kill one of these; False where there is none, as its successor has not started yet."""
        pids = self.house.home_assistant.programs(VICTIMS[victim])
        if not pids:
            return False
        try:
            os.kill(chance.choice(pids), signal.SIGKILL)
        except ProcessLookupError:
            return False
        self.killed[victim] += 1
        if victim == "Home Assistant":
            await self.house.home_assistant.ended()
            await asyncio.sleep(chance.uniform(0, 3))
            await self.house.home_assistant.start()
            await self.house.reconnect()
            self.restarts += 1
            for subject in self.subjects:
                subject.told.clear()
            await follow(self.house, self.subjects)
        return True


def concerned_with(*folders: Path) -> dict[int, str]:
    """Return all processes of this machine that name one of these folders, stand in it, or hold a file of it open.

    Asks the kernel, and nobody who could have forgotten one.
    """
    found = {}
    for process in Path("/proc").iterdir():
        if not process.name.isdigit() or int(process.name) == os.getpid():
            continue
        with contextlib.suppress(OSError):  # ended meanwhile
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            links = [process / "cwd", *(process / "fd").iterdir()]
            held = [target for link in links if (target := _target(link))]
            if any(str(folder) in text for folder in folders for text in (command, *held)):
                found[int(process.name)] = command
    return found


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""
