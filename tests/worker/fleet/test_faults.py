"""What happens to a fleet, and that every job is answered once all the same; with Redis, and with RabbitMQ."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
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

from ..client import Client, WorkerProcess
from ..conftest import cached, encode
from .brokers import BrokerServer, free_port
from .conftest import FleetOfProcesses, configured
from .stalling_proxy import StallingProxy

pytestmark = [pytest.mark.fleet, pytest.mark.timeout(400)]
STALL = float(os.environ.get("MYCAMERA_FLEET_STALL", "20"))
"""Seconds of a network cut; ten are enough for a job to be given to another."""


@pytest.fixture(scope="session")
def short_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty seconds of pedestrians, in little pictures: a job takes some seconds, and can be ended in the middle."""
    path = tmp_path_factory.mktemp("short") / "clip.mp4"
    encode(path, "-t", "20", "-i", str(cached("vtest.avi")), "-vf", "scale=384:-2")
    return path


@pytest.fixture(params=["redis", "rabbit"])
def broker(request: pytest.FixtureRequest) -> BrokerServer:
    server: BrokerServer = request.getfixturevalue(f"{request.param}_server")
    return server


@pytest.fixture
def quick(settings: Configure) -> Configure:
    return replace(settings, detector=replace(settings.detector, image_size=320))


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

    async def next(self, within: float = 150) -> Analyzed | JobFailed:
        answer = await self.client.get(object, lambda each: isinstance(each, Analyzed | JobFailed), within=within)
        assert isinstance(answer, Analyzed | JobFailed)
        self.answers.append(answer)
        return answer

    async def all(self) -> None:
        """Wait for an answer to every job, then for whatever else comes within a few rounds of health."""
        while len({answer.job for answer in self.answers}) < len(self.began):
            await self.next()
        for _ in range(2):
            await self.client.get(Health)
        self.answers = [each for each in self.client.messages if isinstance(each, Analyzed | JobFailed)]

    def judge(self) -> None:
        assert not [answer for answer in self.answers if isinstance(answer, JobFailed)]
        assert Counter(answer.job for answer in self.answers) == Counter(self.began.keys()), "each once"
        found = {len(answer.appearances) for answer in self.answers if isinstance(answer, Analyzed)}
        assert len(found) == 1, "the same recording has the same persons, whoever looks"
        assert found != {0}

    async def working(self, *names: str) -> str:
        """Return the name of a machine that does a job now, one of these where any are named."""

        def at_work(health: Health) -> list[str]:
            at_work = [one.name for one in health.machines if one.state == "working"]
            return [name for name in at_work if not names or name in names]

        return at_work(await self.client.get(Health, lambda health: bool(at_work(health))))[0]

    async def machines(self, count: int) -> None:
        """Wait until so many are there."""

        def enough(health: Health) -> bool:
            return sum(one.state != "away" for one in health.machines) >= count

        await self.client.get(Health, enough, within=120)


@asynccontextmanager
async def asking(fleet: FleetOfProcesses, quick: Configure, clip: Path) -> AsyncIterator[Asker]:
    async with Client.connect(fleet.served) as client:
        await configured(client, quick)
        yield Asker(client, str(clip))


type MakeFleet = Callable[..., FleetOfProcesses]


async def test_a_consumer_is_killed_in_the_middle(
    make_fleet: MakeFleet, broker: BrokerServer, quick: Configure, short_clip: Path
) -> None:
    fleet = make_fleet(broker)
    fleet.consume("one")
    fleet.consume("two")
    async with asking(fleet, quick, short_clip) as asker:
        await asker.machines(2)
        await asker.ask("warm1", "warm2")
        await asker.next()
        await asker.next()
        await asker.ask(*(f"j{number}" for number in range(6)))
        victim = await asker.working()
        fleet.consumers[victim].kill()
        killed = time.monotonic()
        await asker.all()
        asker.judge()
        sys.stderr.write(f"{type(broker).__name__}: all done {time.monotonic() - killed:.1f} s after the kill\n")
        health = await asker.client.get(Health, lambda each: any(one.state == "away" for one in each.machines))
        (lost,) = (one for one in health.machines if one.state == "away")
        assert (lost.name, "was not heard of" in lost.error or not lost.error) == (victim, True)


async def test_only_the_process_that_works_is_killed(
    make_fleet: MakeFleet, broker: BrokerServer, quick: Configure, short_clip: Path
) -> None:
    """As the kernel does it where memory is short."""
    fleet = make_fleet(broker)
    only = fleet.consume("only")
    async with asking(fleet, quick, short_clip) as asker:
        await asker.machines(1)
        await asker.ask("j1", "j2")
        await asker.working("only")
        os.kill(only.child(), signal.SIGKILL)
        await asker.all()
        asker.judge()


async def test_the_broker_is_restarted(
    make_fleet: MakeFleet, broker: BrokerServer, quick: Configure, short_clip: Path
) -> None:
    """Our Redis forgets all tickets then; RabbitMQ gives out again what was not acknowledged."""
    fleet = make_fleet(broker)
    fleet.consume("one")
    fleet.consume("two")
    async with asking(fleet, quick, short_clip) as asker:
        await asker.machines(2)
        await asker.ask(*(f"j{number}" for number in range(5)))
        await asker.working()
        await asyncio.to_thread(broker.restart)
        await asker.ask("after")
        await asker.all()
        asker.judge()


async def test_two_race_for_tickets_that_are_there_twice(
    make_fleet: MakeFleet, broker: BrokerServer, quick: Configure, short_clip: Path
) -> None:
    fleet = make_fleet(broker)
    async with asking(fleet, quick, short_clip) as asker:
        await asker.ask("j1", "j2", "j3")
        assert await asyncio.to_thread(double, broker, 3) == 3
        fleet.consume("one")
        fleet.consume("two")
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


async def test_a_slow_one_is_overtaken(
    make_fleet: MakeFleet, broker: BrokerServer, quick: Configure, short_clip: Path
) -> None:
    """It stands still for longer than anybody waits, and brings its result all the same."""
    fleet = make_fleet(broker)
    fleet.consume("one")
    fleet.consume("two")
    async with asking(fleet, quick, short_clip) as asker:
        await asker.machines(2)
        await asker.ask(*(f"j{number}" for number in range(4)))
        slow = fleet.consumers[await asker.working()]
        stopped = (slow.process.pid, slow.child())
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)
        try:
            while len({answer.job for answer in asker.answers}) < 4:
                await asker.next()
        finally:
            for pid in stopped:
                os.kill(pid, signal.SIGCONT)
        await asker.ask("after1", "after2", "after3")
        await asker.all()
        asker.judge()


@pytest.fixture
def proxies() -> Iterator[Callable[[int], StallingProxy]]:
    made: list[StallingProxy] = []

    def make(target: int) -> StallingProxy:
        made.append(StallingProxy(target))
        return made[-1]

    yield make
    for one in made:
        one.stop()


async def test_the_network_is_cut(
    make_fleet: MakeFleet,
    broker: BrokerServer,
    quick: Configure,
    short_clip: Path,
    proxies: Callable[[int], StallingProxy],
) -> None:
    """Nobody reaches the served worker for a while, and the one that has a job does not reach the broker either."""
    port = free_port()
    to_broker, to_served = proxies(broker.port), proxies(port)
    fleet = make_fleet(broker, "--port", str(port), "--reachable-at", f"http://127.0.0.1:{to_served.port}")
    far = fleet.consume("far", broker=broker.url.replace(str(broker.port), str(to_broker.port)))
    async with asking(fleet, quick, short_clip) as asker:
        await asker.machines(1)
        await asker.ask("j1", "j2", "j3")
        await asker.working("far")
        to_broker.stall()
        to_served.stall()
        near = fleet.consume("near")
        until = time.monotonic() + STALL
        while time.monotonic() < until:
            await asker.client.get(Health)
        assert not asker.answers
        to_broker.flow()
        to_served.flow()
        await asker.all()
        asker.judge()
        assert far.process.poll() is None
        assert near.process.poll() is None


async def test_the_served_worker_is_killed(
    make_fleet: MakeFleet, broker: BrokerServer, quick: Configure, short_clip: Path, tmp_path: Path
) -> None:
    """Home Assistant asks again, of another process at the same address; what was under way comes to nothing."""
    fleet = make_fleet(broker)
    fleet.consume("one")
    async with asking(fleet, quick, short_clip) as asker:
        await asker.machines(1)
        await asker.ask("j1", "j2")
        await asker.working("one")
        port = fleet.served.port
        fleet.served.process.send_signal(signal.SIGKILL)
        fleet.served.process.wait()
        assert not asker.answers
    fleet.served = WorkerProcess.start(
        tmp_path / "again.log", "serve", "--port", str(port), environment={"MYCAMERA_BROKER": broker.url}
    )
    async with asking(fleet, quick, short_clip) as asker:
        await asker.machines(1)
        await asker.ask("j1", "j2")
        await asker.all()
        asker.judge()
