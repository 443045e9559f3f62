"""Home Assistant with a fleet: its one worker has the recordings looked at by consumers, one of which is killed."""

import asyncio
import contextlib
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from scripts.demo.browser import Browser
from scripts.demo.mycamera import WORKER_PYTHON
from scripts.demo.processes import Process
from tests.worker.fleet.brokers import RedisServer

from .house import WORKER_PROGRAM, House
from .page import Page

LONG_ENOUGH = 25.0
"""Seconds of footage in which somebody walks by."""


class Fleet:
    """A house whose worker is a fleet's, its broker, and the consumers by name."""

    def __init__(self, folder: Path, broker: RedisServer) -> None:
        """Describe it; no consumer runs yet."""
        self.house = House(folder, remote_worker=True, broker=broker.url)
        self._broker = broker
        self._folder = folder
        self.consumers: dict[str, Process] = {}

    async def consume(self, *names: str) -> None:
        """Start consumers."""
        for name in names:
            command = (WORKER_PYTHON, WORKER_PROGRAM, "consume", "--name", name)
            self.consumers[name] = Process(name, command, log=self._folder / f"{name}.log")
            await self.consumers[name].start({"MYCAMERA_BROKER": self._broker.url})

    async def stop(self) -> None:
        """End the consumers."""
        for consumer in self.consumers.values():
            await consumer.stop()

    def log(self, name: str) -> str:
        """Return what a consumer has written."""
        return self.consumers[name].log.read_text(errors="replace")

    async def kill_one_at_work(self) -> str:
        """Kill a consumer that is in the middle of a recording, by its own word, and return its name."""
        killed: list[str] = []

        async def killed_one() -> bool:
            for name in self.consumers:
                if not self._works(name):
                    continue
                # It may be done with it at any moment: it is looked at once it cannot go on.
                self._signal(name, signal.SIGSTOP)
                if self._works(name):
                    self._signal(name, signal.SIGKILL)
                    killed.append(name)
                    return True
                self._signal(name, signal.SIGCONT)
            return False

        await self.house.eventually(killed_one, "a consumer has a recording", 200)
        return killed[0]

    def _works(self, name: str) -> bool:
        lines = [line for line in self.log(name).splitlines() if "Analyze " in line]
        return bool(lines) and lines[-1].rstrip().endswith("Analyze begins")

    def _signal(self, name: str, number: signal.Signals) -> None:
        """Give all of a consumer a signal; killed so, it ends as by a power cut."""
        for pid in self.consumers[name].survivors():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    async def machines(self) -> dict[str, dict[str, Any]]:
        """Return what Home Assistant shows of the machines, by name."""
        shown = (await self.house.state("worker"))["attributes"].get("machines", [])
        return {machine["name"]: machine for machine in shown}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def fleet(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Fleet]:
    """Yield a house with a fleet, not set up yet."""
    folder = tmp_path_factory.mktemp("fleet")
    broker = RedisServer.make(folder)
    await asyncio.to_thread(broker.start)
    try:
        made = Fleet(folder, broker)
        async with made.house:
            try:
                yield made
            finally:
                await made.stop()
    finally:
        await asyncio.to_thread(broker.kill)


async def test_a_recording_is_looked_at_by_one_of_two_though_the_other_is_killed(fleet: Fleet) -> None:
    house = fleet.house
    await house.set_up_hub()
    assert house.worker is not None
    await house.worker.stop()  # so that what comes now is left to the recording
    await house.set_up_camera()

    async def recorded() -> bool:
        rows = await house.rows.records()
        return any(row["status"] == "success" and row["duration"] >= LONG_ENOUGH for row in rows)

    await house.eventually(recorded, "a segment is recorded", 180)
    (waiting, *_) = [row for row in await house.rows.records() if row["duration"] >= LONG_ENOUGH]
    assert waiting["analysis_status"] == "pending"
    await house.start_worker()
    await fleet.consume("attic", "cellar")
    victim = await fleet.kill_one_at_work()
    (other,) = fleet.consumers.keys() - {victim}

    async def analysed() -> bool:
        rows = {row["id"]: row for row in await house.rows.records()}
        return rows[waiting["id"]]["analysis_status"] in ("done", "failed")

    await house.eventually(analysed, "the segment is analysed", 900)
    (record,) = [row for row in await house.rows.records() if row["id"] == waiting["id"]]
    assert record["analysis_status"] == "done", record["analysis_error"]
    assert not str(record["analysis_model"]).endswith(" live")
    # Who goes on from the recording before is somebody told already.
    persons = [row for row in await house.persons(record) if row["continues"] is None]
    assert persons

    def told() -> Counter[str]:
        return Counter(event["event_id"] for event in house.seen("mycamera_person"))

    those = {row["event_id"] for row in persons}
    await house.eventually(lambda: house.all_told(those), "everybody who is a row is told", 60)
    assert max(told().values()) == 1, "one person, one event"
    machines: dict[str, dict[str, Any]] = {}

    async def shown() -> bool:
        machines.update(await fleet.machines())
        if machines.keys() != {victim, other} or machines[victim]["state"] != "away":
            return False
        # Whoever is kept from reporting is away for that long.
        return machines[other]["state"] in ("idle", "working") and machines[other]["jobs_an_hour"] > 0

    await house.eventually(shown, "Home Assistant shows who is away, and who has done a job", 120)
    assert machines[victim]["error"] == f"{victim} was not heard of for 10 s"
    assert machines[other]["device"]
    assert "Analyze took" in fleet.log(other)


async def test_the_panel_shows_the_machines(fleet: Fleet, tmp_path: Path) -> None:
    async with Browser(tmp_path, width=1280, height=900) as browser:
        await browser.log_in(fleet.house.client)
        await browser.open(f"{fleet.house.client.url}/mycamera/system")
        page = Page(browser, fleet.house)
        await page.until("mycamera-system >>> .machines", "e.children.length === 2", "both machines")
        text = await page.ask("mycamera-system >>> .machines", "e.innerText")
        await browser.picture(tmp_path / "system.jpg")
    for part in ("attic", "cellar", "Away", "was not heard of for 10 s", "an hour"):
        assert part in text
