"""A camera under test: what it sends, what Home Assistant has of it, and what its user is told."""

import asyncio
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.demo.camera import DemoCamera
from scripts.demo.client import Message
from scripts.demo.flows import SUBENTRY_FLOWS, run_flow
from scripts.demo.mycamera import cameras, entities
from scripts.demo.waiting import until
from tests.e2e.house import House

from .footage import LATE, Sent, read_sent
from .ledger import Ledger

PATIENCE = 90
"""Seconds for everything that should happen soon: recorders wait up to 30 s between two tries."""

WHOLE = 4.0
"""Seconds after which something of a file is on the disk: fragments last a second, key frames come as often."""
NEXT = 10.0
"""Seconds for which nothing follows that file yet: in that time a fault is there, and mostly noticed, on a busy machine
too."""
OVERDUE = LATE + 1.0
"""Seconds after which one has followed that was due: it begins with the next key frame."""
_CUT_AT = re.compile(r"-segment_clocktime_offset (\S+)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a state said of the recording, from then on (seconds since 1970)."""

    at: float
    state: str
    error: str | None


@dataclass(eq=False)
class Subject:
    """One camera in one house."""

    house: House
    name: str
    camera: DemoCamera
    path: str
    sent_log: Path
    camera_id: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    """Every change of the recording status that was heard of."""
    availability: list[bool] = field(default_factory=list)
    """Every change of whether the camera's picture is there."""

    @property
    def answers(self) -> Message:
        """What a user answers to the camera's flow."""
        return {
            "name": self.name,
            "host": self.camera.host,
            "port": self.camera.port,
            "username": self.camera.username,
            "password": self.camera.password,
            "main_path": self.path,
            "transport": "tcp",
        }

    def hear(self, event: Message) -> None:
        """Keep what a `state_changed` event says of this camera."""
        state = event["data"]["new_state"]
        if state is None:
            return
        if state["entity_id"] == self.keys.get("recording_status"):
            told = Told(time.time(), state["state"], state["attributes"].get("error"))
            if not self.told or (self.told[-1].state, self.told[-1].error) != (told.state, told.error):
                self.told.append(told)
        elif state["entity_id"] == self.keys.get("live"):
            there = state["state"] != "unavailable"
            if not self.availability or self.availability[-1] != there:
                self.availability.append(there)

    @property
    def now(self) -> Told:
        """What is told now."""
        return self.told[-1] if self.told else Told(0, "unknown", None)

    async def reaches(self, *states: str, error: str | None = None, patience: float = PATIENCE) -> Told:
        """Wait until the user is told one of these states, with an error that matches."""

        async def told() -> bool:
            return self.now.state in states and (error is None or bool(re.search(error, self.now.error or "")))

        try:
            async with asyncio.timeout(patience):
                await until(told, pause=0.05)
        except TimeoutError:
            wanted = f"{' or '.join(states)} ({error or 'any error'})"
            raise AssertionError(f"{self.name} is not {wanted} within {patience} s: {self.told}") from None
        return self.now

    async def is_told_since(self, when: float, state: str, error: str) -> None:
        """Wait until the user has been told so at any time since `when`: some states last for a moment only."""

        async def told() -> bool:
            return any(t.at >= when and t.state == state and re.search(error, t.error or "") for t in self.told)

        try:
            async with asyncio.timeout(PATIENCE):
                await until(told, pause=0.05)
        except TimeoutError:
            raise AssertionError(f"{self.name} was never {state} ({error}): {self.told}") from None

    async def switch(self, what: str, on: bool) -> None:
        """Turn its recording or its detection on or off, and wait until that is done."""
        data = {"entity_id": self.keys[what]}
        await self.house.client.call_action("switch", "turn_on" if on else "turn_off", data)

    def sent(self) -> Sent:
        """Return what it has sent so far."""
        return read_sent(self.sent_log)[self.path]

    async def goes_to_one_file(self) -> None:
        """Wait until it has been recorded to the same file for some seconds, and is for some more.

        Of a file that has just begun nothing whole may be on the disk: where it is cut then, the one before it was
        ended in order, and is the last.
        """
        folder = self.house.recordings / self.camera_id / ".open"
        known: list[str] = []
        since, left = 0.0, 0.0
        offset: float | None = None
        async with asyncio.timeout(PATIENCE):
            while not known or time.monotonic() - since < WHOLE or not NEXT < left < 60 - OVERDUE:
                if (now := sorted(path.name for path in folder.rglob("*.mp4"))) != known:
                    known, since, offset = now, time.monotonic(), None
                if offset is None:
                    offset = self._cut_offset()
                left = 0.0 if offset is None else (offset - time.time()) % 60
                await asyncio.sleep(0.02)

    def _cut_offset(self) -> float | None:
        """Return how many seconds after the full minute its files are cut, as ffmpeg was told; None without one."""
        commands = self.house.home_assistant.survivors()
        told = [_CUT_AT.search(commands.get(pid, "")) for pid in self.recorders()]
        return next((float(found[1]) for found in told if found), None)

    async def frames(self, count: int) -> None:
        """Wait until it has sent so many frames from now on."""
        before = len(self.sent().frames)

        async def sent() -> bool:
            return len(self.sent().frames) >= before + count

        await self.house.eventually(sent, f"{self.name} sends {count} frames", PATIENCE)

    def recorders(self) -> list[int]:
        """Return the process ids of what writes its files."""
        return self.house.home_assistant.programs(f"/{self.camera_id}/.open/")

    async def ledger(self) -> Ledger:
        """Return what there is of it once every row has arrived: turn its recording off before."""

        async def complete() -> bool:
            folder = self.house.recordings / self.camera_id
            files = {path.relative_to(self.house.recordings).as_posix() for path in folder.rglob("*.mp4")}
            rows = await self.house.rows.read("SELECT file_path FROM record_log")
            return files <= {row["file_path"] for row in rows}

        await self.house.eventually(complete, f"every file of {self.name} is a row", 60)
        return await Ledger.read(self.house, self.camera_id)

    async def logged(self) -> list[str]:
        """Return what the log says of it to its user: warnings, errors, and that it is recorded again."""
        # Not what it printed, which says the same a second time.
        logs = sorted(self.house.config.glob("home-assistant.log*"), reverse=True)
        lines = [line for log in logs for line in log.read_text(errors="replace").splitlines()]
        said = re.compile(rf" (INFO|WARNING|ERROR|CRITICAL) .*\.recording\.\w+\].*{self.camera_id}")
        return [line for line in lines if said.search(line)]


async def follow(house: House, subjects: Sequence[Subject]) -> None:
    """Have the subjects hear what their users are told, beginning with what is so now."""

    def hear(event: Message) -> None:
        for subject in subjects:
            subject.hear(event)

    await house.client.subscribe_events("state_changed", hear)
    for state in (await house.client.states()).values():
        hear({"data": {"new_state": state}})


async def add(house: House, subjects: Sequence[Subject]) -> None:
    """Go through the flows of all cameras at once, record them, and leave detection, which costs time, out."""

    async def flow(subject: Subject) -> None:
        await run_flow(
            house.client, SUBENTRY_FLOWS, {"handler": [house.entry_id, "camera"]}, subject.answers, choices=["address"]
        )

    await asyncio.gather(*(flow(subject) for subject in subjects))
    ids = {name: camera_id for camera_id, name in (await cameras(house.client, house.entry_id)).items()}
    for subject in subjects:
        subject.camera_id = ids[subject.name]

    house.hub_keys = await entities(house.client, house.entry_id)

    for subject in subjects:
        subject.keys = await house.wait_entities(subject.camera_id)
    await asyncio.gather(*(subject.switch("detection", on=False) for subject in subjects))
    await follow(house, subjects)


async def issues(house: House) -> dict[str, Message]:
    """Return MyCamera's open repair issues by their id."""
    answer: dict[str, Any] = await house.client.command("repairs/list_issues")
    return {issue["issue_id"]: issue for issue in answer["issues"] if issue["domain"] == "mycamera"}
