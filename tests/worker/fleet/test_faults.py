"""What happens to a fleet, and that every job is answered once all the same; with Redis, and with RabbitMQ."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import kombu
import pytest
from mycamera_worker.fleet.queues import VIDEO_ANALYSIS, declared
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.configuration import Configure
from mycamera_worker.protocol.health import Health
from mycamera_worker.protocol.jobs import JobFailed
from mycamera_worker.protocol.recordings import Analyze, Analyzed

from scripts.demo.ports import free_port

from ..client import Client, WorkerProcess
from ..conftest import cached, encode
from .brokers import BrokerServer
from .conftest import FleetOfProcesses, configured
from .stalling_proxy import StallingProxy

pytestmark = [pytest.mark.fleet, pytest.mark.timeout(400)]
STALL = float(os.environ.get("MYCAMERA_FLEET_STALL", "20"))
"""Seconds of a network cut; ten are enough for a job to be given to another."""


@pytest.fixture(scope="session")
def short_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight seconds of pedestrians, in little pictures: a job takes some seconds, and can be ended in the middle."""
    path = tmp_path_factory.mktemp("short") / "clip.mp4"
    encode(path, "-t", "8", "-i", str(cached("vtest.avi")), "-vf", "scale=384:-2")
    return path


@pytest.fixture(scope="module", params=["redis", "rabbit"])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One fleet with its broker for all faults: its consumers load their models once, where they are not killed."""
    broker: BrokerServer = request.getfixturevalue(f"{request.param}_server")
    made = House.build(broker, tmp_path_factory.mktemp(request.param))
    yield made
    made.stop()


@dataclass
class House:
    """A fleet of two consumers. All reach the served worker by a line that can be cut, and `one` the broker, too."""

    fleet: FleetOfProcesses
    broker: BrokerServer
    to_broker: StallingProxy
    to_served: StallingProxy
    served_arguments: tuple[str, ...]

    @classmethod
    def build(cls, broker: BrokerServer, folder: Path) -> House:
        port = free_port()
        to_broker, to_served = StallingProxy(broker.port), StallingProxy(port)
        arguments = ("serve", "--port", str(port), "--reachable-at", f"http://127.0.0.1:{to_served.port}")
        served = WorkerProcess.start(folder / "served.log", *arguments, environment={"MYCAMERA_BROKER": broker.url})
        return cls(FleetOfProcesses(folder, broker, served), broker, to_broker, to_served, arguments)

    def consumers(self, *names: str) -> None:
        """Have these consumers run, and no others."""
        for name, consumer in list(self.fleet.consumers.items()):
            if name not in names:
                consumer.stop()
                del self.fleet.consumers[name]
        for name in names:
            found = self.fleet.consumers.get(name)
            if found is None or found.process.poll() is not None:
                line = self.broker.url.replace(str(self.broker.port), str(self.to_broker.port))
                self.fleet.consume(name, broker=line if name == "one" else "")

    async def working(self) -> str:
        """Return the name of a consumer that is in the middle of a job."""
        async with asyncio.timeout(200):
            while True:
                for name, consumer in self.fleet.consumers.items():
                    if consumer.works:
                        return name
                await asyncio.sleep(0.02)

    def kill_served(self) -> None:
        self.fleet.served.process.send_signal(signal.SIGKILL)
        self.fleet.served.process.wait()

    def serve_again(self) -> None:
        self.fleet.served = WorkerProcess.start(
            self.fleet.folder / "again.log", *self.served_arguments, environment={"MYCAMERA_BROKER": self.broker.url}
        )

    def stop(self) -> None:
        self.to_broker.stop()
        self.to_served.stop()
        self.fleet.stop()

    @asynccontextmanager
    async def asking(self, settings: Configure, clip: Path) -> AsyncIterator[Asker]:
        async with Client.connect(self.fleet.served) as client:
            await configured(client, replace(settings, detector=replace(settings.detector, image_size=320)))
            yield Asker(client, str(clip))


@dataclass
class Asker:
    """Asks for jobs, and keeps its own account of every answer that comes, until nothing more can."""

    client: Client
    source: str
    began: dict[str, float] = field(default_factory=dict)
    answers: list[Analyzed | JobFailed] = field(default_factory=list)

    async def ask(self, *jobs: str) -> None:
        for job in jobs:
            self.began[job] = time.monotonic()
            await self.client.send(Analyze(job=job, source=self.source, settings=AnalysisSettings(min_score=0.3)))

    async def all(self) -> None:
        """Wait for an answer to every job, then for whatever else comes within a round of health."""
        while not self.began.keys() <= {answer.job for answer in self._told()}:
            await self.client.get(object, lambda each: isinstance(each, Analyzed | JobFailed), within=200)
        await self.client.get(Health)
        self.answers = self._told()

    def _told(self) -> list[Analyzed | JobFailed]:
        return [each for each in self.client.messages if isinstance(each, Analyzed | JobFailed)]

    def judge(self) -> None:
        assert not [answer for answer in self.answers if isinstance(answer, JobFailed)]
        assert Counter(answer.job for answer in self.answers) == Counter(self.began.keys()), "each once"
        found = {len(answer.appearances) for answer in self.answers if isinstance(answer, Analyzed)}
        assert len(found) == 1, "the same recording has the same persons, whoever looks"
        assert found != {0}

    async def machines(self, count: int) -> None:
        """Wait until so many are there."""

        def enough(health: Health) -> bool:
            return sum(one.state != "away" for one in health.machines) >= count

        await self.client.get(Health, enough, within=120)


async def test_a_consumer_is_killed_in_the_middle(house: House, settings: Configure, short_clip: Path) -> None:
    house.consumers("one", "two")
    async with house.asking(settings, short_clip) as asker:
        await asker.machines(2)
        await asker.ask("warm1", "warm2", "warm3", "warm4")
        await asker.all()
        await asker.ask(*(f"j{number}" for number in range(4)))
        victim = await house.working()
        house.fleet.consumers[victim].kill()
        killed = time.monotonic()
        await asker.all()
        asker.judge()
        sys.stderr.write(f"all done {time.monotonic() - killed:.1f} s after the kill, health included\n")
        health = await asker.client.get(Health, lambda each: any(one.state == "away" for one in each.machines))
        (lost,) = (one for one in health.machines if one.state == "away")
        assert (lost.name, lost.error) == (victim, f"{victim} was not heard of for 10 s")


async def test_only_the_process_that_works_is_killed(house: House, settings: Configure, short_clip: Path) -> None:
    """As the kernel does it where memory is short."""
    house.consumers("one")
    async with house.asking(settings, short_clip) as asker:
        await asker.ask("j1", "j2")
        await house.working()
        os.kill(house.fleet.consumers["one"].child(), signal.SIGKILL)
        await asker.all()
        asker.judge()


async def test_the_broker_is_restarted(house: House, settings: Configure, short_clip: Path) -> None:
    """Our Redis forgets all tickets then; RabbitMQ gives out again what was not acknowledged."""
    house.consumers("one", "two")
    async with house.asking(settings, short_clip) as asker:
        await asker.ask(*(f"j{number}" for number in range(4)))
        await house.working()
        await asyncio.to_thread(house.broker.restart)
        await asker.ask("after")
        await asker.all()
        asker.judge()


async def test_two_race_for_tickets_that_are_there_twice(house: House, settings: Configure, short_clip: Path) -> None:
    house.consumers()
    async with house.asking(settings, short_clip) as asker:
        await asker.ask("j1", "j2", "j3")
        assert await asyncio.to_thread(double, house.broker, 3) == 3
        house.consumers("one", "two")
        await asker.all()
        asker.judge()


def double(broker: BrokerServer, count: int) -> int:
    """Put each of so many tickets into the queue a second time."""
    steps = {"priority_steps": list(range(10))} if broker.url.startswith("redis") else {}
    tickets: list[Any] = []
    until = time.monotonic() + 60
    with kombu.Connection(broker.url, transport_options=steps) as connection, connection.channel() as channel:
        bound = declared(VIDEO_ANALYSIS)(channel)
        bound.declare()
        while len(tickets) < count and time.monotonic() < until:
            if (message := bound.get(accept=["json"])) is not None:
                tickets.append(message)
            else:
                time.sleep(0.1)
        producer = connection.Producer(channel)
        for message in tickets:
            for _ in range(2):
                producer.publish(
                    message.payload,
                    exchange="mycamera",
                    routing_key=VIDEO_ANALYSIS,
                    headers=message.headers,
                    serializer="json",
                    correlation_id=message.properties.get("correlation_id"),
                )
            message.ack()
    return len(tickets)


async def test_a_slow_one_is_overtaken(house: House, settings: Configure, short_clip: Path) -> None:
    """It stands still for longer than anybody waits, and brings its result all the same."""
    house.consumers("one", "two")
    async with house.asking(settings, short_clip) as asker:
        await asker.machines(2)
        jobs = [f"j{number}" for number in range(3)]
        await asker.ask(*jobs)
        slow = house.fleet.consumers[await house.working()]
        stopped = (slow.process.pid, slow.child())
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)
        try:
            await asker.all()
        finally:
            for pid in stopped:
                os.kill(pid, signal.SIGCONT)
        await asker.ask("after1", "after2")
        await asker.all()
        asker.judge()


async def test_the_network_is_cut(house: House, settings: Configure, short_clip: Path) -> None:
    """Nobody reaches the served worker for a while, and the one that has a job does not reach the broker either."""
    house.consumers("one")
    async with house.asking(settings, short_clip) as asker:
        await asker.ask("j1", "j2", "j3")
        await house.working()
        house.to_broker.stall()
        house.to_served.stall()
        house.consumers("one", "two")
        until = time.monotonic() + STALL
        while time.monotonic() < until:
            await asker.client.get(Health)
        before = len([each for each in asker.client.messages if isinstance(each, Analyzed)])
        assert before <= 1, "nothing gets through"
        house.to_broker.flow()
        house.to_served.flow()
        await asker.all()
        asker.judge()
        assert all(consumer.process.poll() is None for consumer in house.fleet.consumers.values())


async def test_the_served_worker_is_killed(house: House, settings: Configure, short_clip: Path) -> None:
    """Home Assistant asks again, of another process at the same address; what was under way comes to nothing."""
    house.consumers("one", "two")
    async with house.asking(settings, short_clip) as asker:
        await asker.ask("j1", "j2", "j3")
        await house.working()
        house.kill_served()
        assert not asker.answers
    house.serve_again()
    async with house.asking(settings, short_clip) as asker:
        await asker.ask("j1", "j2", "j3")
        await asker.all()
        asker.judge()
