"""Real brokers that speak nothing but TLS, with a certificate that was made for them; and jobs that go through them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mycamera_worker.fleet.broker import Broker, BrokerError
from mycamera_worker.protocol.captions import Describe
from mycamera_worker.protocol.health import Health
from mycamera_worker.protocol.jobs import JobFailed
from mycamera_worker.protocol.pictures import Picture

from ..client import Client
from .brokers import BrokerServer, RabbitServer, RedisServer, make_certificate
from .conftest import FleetOfProcesses

pytestmark = [pytest.mark.fleet, pytest.mark.timeout(400)]


@pytest.fixture(scope="module", params=[RedisServer, RabbitServer])
def encrypted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RedisServer | RabbitServer]:
    server: RedisServer | RabbitServer = request.param.make(tmp_path_factory.mktemp("encrypted"))
    server.encrypt(*make_certificate(server.folder, "DNS:localhost"))
    server.start()
    yield server
    server.kill()


def authority(server: BrokerServer) -> Path:
    return server.folder / "certificate.pem"


def test_who_knows_its_authority_gets_in(encrypted: BrokerServer) -> None:
    Broker(encrypted.url, authority(encrypted)).check()


def test_an_authority_that_nobody_knows_is_not_trusted(encrypted: BrokerServer, tmp_path: Path) -> None:
    other, _ = make_certificate(tmp_path, "DNS:localhost")
    for trusted in (None, other):
        with pytest.raises(BrokerError, match="no certificate that this machine trusts: --broker-ca"):
            Broker(encrypted.url, trusted).check()


def test_a_certificate_of_another_name_is_refused(encrypted: BrokerServer) -> None:
    """The name in the address counts, though it is the same machine."""
    with pytest.raises(BrokerError, match=r"certificate of another name than 127\.0\.0\.1"):
        Broker(encrypted.url.replace("localhost", "127.0.0.1"), authority(encrypted)).check()


async def test_jobs_and_reports_go_through_it(
    encrypted: BrokerServer, make_fleet: Callable[..., FleetOfProcesses]
) -> None:
    """All that speaks with it: tickets, Celery, and the machines' reports."""
    trust = ("--broker-ca", str(authority(encrypted)))
    fleet = make_fleet(encrypted, *trust)
    fleet.consume("attic", "--queues", "captions", *trust)
    async with Client.connect(fleet.served) as client:
        await client.send(Picture(id="p1", jpeg=b"\xff\xd8"), Describe(job="d1", pictures=("p1",)))
        failed = await client.get(JobFailed, within=120)
        assert (failed.job, failed.code) == ("d1", "disabled"), "the consumer has no captions, and says so"
        health = await client.get(Health, lambda each: any(one.state != "away" for one in each.machines))
        assert [one.name for one in health.machines] == ["attic"]
        assert health.fleet_problem == ""
