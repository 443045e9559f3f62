"""A broker, a served worker and consumers, as processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from mycamera_worker.protocol.configuration import CaptionerSettings, Configure, Configured, DetectorSettings

from ..client import Client, WorkerProcess
from .brokers import BrokerServer, RabbitServer, RedisServer
from .processes import ConsumerProcess


@dataclass
class FleetOfProcesses:
    folder: Path
    broker: BrokerServer
    served: WorkerProcess
    consumers: dict[str, ConsumerProcess] = field(default_factory=dict)

    def consume(self, name: str, *arguments: str, broker: str = "") -> ConsumerProcess:
        consumer = ConsumerProcess.start(self.folder, broker or self.broker.url, name, *arguments)
        self.consumers[name] = consumer
        return consumer

    def stop(self) -> None:
        for consumer in self.consumers.values():
            consumer.stop()
        self.served.stop()

    def judge_logs(self) -> None:
        """See that nobody met an error that they did not expect. Celery tells of a lost broker with a traceback."""
        for text in (self.served.log(), *(consumer.log() for consumer in self.consumers.values())):
            assert "Traceback" not in text, text


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    server = RedisServer.make(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def rabbit_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RabbitServer]:
    server = RabbitServer.make(tmp_path_factory.mktemp("rabbit"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def make_fleet(tmp_path: Path) -> Iterator[Callable[[BrokerServer], FleetOfProcesses]]:
    made: list[FleetOfProcesses] = []

    def make(broker: BrokerServer, *arguments: str) -> FleetOfProcesses:
        served = WorkerProcess.start(
            tmp_path / "served.log", "serve", *arguments, environment={"MYCAMERA_BROKER": broker.url}
        )
        fleet = FleetOfProcesses(tmp_path, broker, served)
        made.append(fleet)
        return fleet

    yield make
    for fleet in made:
        fleet.stop()
    for fleet in made:
        fleet.judge_logs()


@pytest.fixture
def settings(detector_settings: DetectorSettings) -> Configure:
    return Configure(request="c0", detector=detector_settings, captioner=CaptionerSettings())


async def configured(client: Client, settings: Configure) -> Configured:
    await client.send(settings)
    answer = await client.get(Configured, lambda each: each.complete, within=120)
    assert answer.problems == ()
    return answer
