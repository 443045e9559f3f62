"""The dispatcher, spoken to by a client over its socket and by consumers with the tickets that lie in a real Redis."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import kombu
import msgspec
import pytest
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.failures import SourceMissingError, StorageUnreachableError
from mycamera_worker.fleet.broker import Broker
from mycamera_worker.fleet.broker_link import read_letters
from mycamera_worker.fleet.errands import Errands
from mycamera_worker.fleet.job_door import JobDoor, TakenJob, Unreachable
from mycamera_worker.fleet.queues import CAPTIONS, VIDEO_ANALYSIS
from mycamera_worker.fleet.served_fleet import FleetOptions, ServedFleet
from mycamera_worker.fleet.ticket import LEASE, Ticket
from mycamera_worker.protocol.captions import Caption, Describe, Described
from mycamera_worker.protocol.configuration import (
    CaptionerSettings,
    Configure,
    Configured,
    DetectorSettings,
    ModelProblem,
)
from mycamera_worker.protocol.health import Health
from mycamera_worker.protocol.jobs import Cancel, JobFailed
from mycamera_worker.protocol.messages import ClientMessage
from mycamera_worker.protocol.pictures import Picture
from mycamera_worker.protocol.recordings import Analyze, Analyzed, ExtractFrames, Moment
from mycamera_worker.recording_files import MARKER
from mycamera_worker.service import Service

from scripts.demo.ports import free_port

from ..client import TOKEN, Client
from .brokers import RedisServer
from .stalling_proxy import StallingProxy

STEPS = {"priority_steps": list(range(10))}
SECRET = "rtsp-password-of-the-gate"


@dataclass
class Listening:
    """What `Client.connect` wants to know of a worker."""

    port: int

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/"


@dataclass
class Served:
    client: Client
    redis: RedisServer

    async def tickets(self, count: int, queue: str = VIDEO_ANALYSIS) -> list[Ticket]:
        """Take so many tickets out of a queue, as consumers do."""
        found: list[Ticket] = []
        async with asyncio.timeout(60):
            while len(found) < count:
                found += await asyncio.to_thread(self._take, queue)
                await asyncio.sleep(0.02)
        return found

    def _take(self, queue: str) -> list[Ticket]:
        taken = []
        with kombu.Connection(self.redis.url, transport_options=STEPS) as connection, connection.channel() as channel:
            while (message := channel.basic_get(queue, no_ack=True)) is not None:
                _, arguments, _ = json.loads(message.body)
                taken.append(msgspec.convert(arguments["ticket"], Ticket))
        return taken

    def look(self) -> list[Ticket]:
        """Return the tickets of recordings in the order in which they would be taken, and leave them."""
        found = []
        with kombu.Connection(self.redis.url, transport_options=STEPS) as connection, connection.channel() as channel:
            redis: Any = channel.client
            for key in sorted(redis.keys(f"{VIDEO_ANALYSIS}*"), key=lambda key: int(key.rpartition(b"\x16")[2] or 0)):
                for message in reversed(redis.lrange(key, 0, -1)):
                    _, arguments, _ = json.loads(base64.b64decode(json.loads(message)["body"]))
                    found.append(msgspec.convert(arguments["ticket"], Ticket))
        return found

    async def kind(self, ticket: Ticket) -> type | None:
        taken = await asyncio.to_thread(JobDoor(ticket, "attic", "p.t").take)
        return type(taken.request) if taken is not None else None

    async def kept(self) -> bytes:
        """Return all that the broker holds."""
        return await asyncio.to_thread(self._kept)

    def _kept(self) -> bytes:
        with kombu.Connection(self.redis.url) as connection, connection.channel() as channel:
            redis: Any = channel.client
            return b" ".join(b"%r %r" % (key, redis.dump(key)) for key in redis.keys("*"))


@asynccontextmanager
async def serving(
    redis: RedisServer, port: int = 0, reachable_at: str = "", lease: float = LEASE
) -> AsyncIterator[Served]:
    fleet = ServedFleet(FleetOptions(broker=Broker(redis.url), reachable_at=reachable_at, lease=lease))
    service = Service(TOKEN, shares_files=True, fleet=fleet)
    host, port = await service.start("127.0.0.1", port)
    await fleet.start(host, port, "")
    try:
        async with Client.connect(Listening(port)) as client:
            yield Served(client, redis)
    finally:
        await service.stop()


def empty(redis: RedisServer) -> None:
    """Have a broker forget the tests before."""
    with kombu.Connection(redis.url) as connection, connection.channel() as channel:
        channel.client.flushall()


@pytest.fixture
async def served(redis_server: RedisServer) -> AsyncIterator[Served]:
    empty(redis_server)
    async with serving(redis_server) as one:
        yield one


@pytest.fixture
async def impatient(redis_server: RedisServer) -> AsyncIterator[Served]:
    """The same, who waits for a consumer's sign of life no longer than a busy machine needs for one."""
    empty(redis_server)
    async with serving(redis_server, lease=3.0) as one:
        yield one


def analyze(job: str, source: str = "/recordings/a.mp4") -> Analyze:
    return Analyze(job=job, source=source)


def analyzed(job: str, model: str = "m") -> Analyzed:
    numbers = dict.fromkeys(("duration", "width", "height", "frames_decoded", "frames_inferred", "seconds"), 1)
    return msgspec.convert({"job": job, "appearances": [], "model": model} | numbers, Analyzed)


def door(ticket: Ticket, name: str = "attic", run: str = "p1.t1") -> JobDoor:
    return JobDoor(ticket, name, run)


async def take(at: JobDoor) -> TakenJob | None:
    return await asyncio.to_thread(at.take)


async def deliver(at: JobDoor, result: Any, *pictures: Picture, again: bool = True) -> bool:
    return await asyncio.to_thread(at.deliver, result, pictures, again=again)


async def test_a_job_goes_out_and_its_result_comes_back(served: Served) -> None:
    source = f"http://house/api/recording/1?authSig={SECRET}"
    await served.client.send(analyze("a1", source))
    (ticket,) = await served.tickets(1)
    at = door(ticket)
    taken = await take(at)
    assert taken is not None
    assert taken.request == analyze("a1", source)
    picture = Picture(id="p1", jpeg=b"\xff\xd8" + b"x" * 100_000)
    assert await deliver(at, analyzed("a1"), picture)
    assert await served.client.get(Analyzed) == analyzed("a1")
    assert served.client.pictures["p1"] == picture
    assert await take(door(ticket, run="p2.t1")) is None, "the ticket is good for nothing any more"
    assert SECRET.encode() not in await served.kept()


async def test_nothing_of_a_job_lies_in_the_broker(served: Served) -> None:
    """Neither where its recording is, nor what it shows, while the job waits, and nothing at all when it was taken."""
    await served.client.send(analyze("a1", f"http://house/recording?authSig={SECRET}"))
    async with asyncio.timeout(60):
        while VIDEO_ANALYSIS.encode() not in (kept := await served.kept()):
            await asyncio.sleep(0.02)
    assert SECRET.encode() not in kept
    assert b"house" not in kept


async def test_a_ticket_with_another_token_opens_nothing(served: Served) -> None:
    await served.client.send(analyze("a1"))
    (ticket,) = await served.tickets(1)
    other = Ticket(job=ticket.job, attempt=1, address=ticket.address, token="x" * 43)
    assert await take(door(other)) is None
    assert not await deliver(door(other), analyzed("a1"))
    assert await take(door(ticket)) is not None


async def test_of_two_that_race_one_gets_the_job(served: Served) -> None:
    await served.client.send(analyze("a1"))
    (ticket,) = await served.tickets(1)
    doors = [door(ticket, f"m{number}", f"p{number}.t1") for number in range(8)]
    taken = await asyncio.gather(*map(take, doors))
    assert sum(each is not None for each in taken) == 1
    assert all(await asyncio.gather(*(deliver(at, analyzed("a1")) for at in doors[:1])))
    assert not any(await asyncio.gather(*(deliver(at, analyzed("a1")) for at in doors[1:])))
    await served.client.get(Analyzed)
    for _ in range(2):
        await served.client.get(Health)
    assert sum(isinstance(message, Analyzed) for message in served.client.messages) == 1


async def test_who_is_not_heard_of_loses_the_job(impatient: Served) -> None:
    await impatient.client.send(analyze("a1"))
    (first,) = await impatient.tickets(1)
    slow = door(first, "slow", "p1.t1")
    assert await take(slow) is not None
    (second,) = await impatient.tickets(1)
    assert second.attempt == 2
    other = door(second, "other", "p2.t1")
    assert await take(other) is not None
    assert not await asyncio.to_thread(slow.beat), "it learns that the job is another's"
    assert await asyncio.to_thread(other.beat)
    assert await deliver(other, analyzed("a1", "other"))
    assert not await deliver(slow, analyzed("a1", "slow")), "it comes late"
    assert (await impatient.client.get(Analyzed)).model == "other"
    health = await impatient.client.get(Health, lambda each: bool(each.machines))
    assert {one.name: one.error for one in health.machines}["slow"] == "slow was not heard of for 3 s"


async def test_who_was_thought_dead_goes_on_where_nobody_has_begun(impatient: Served) -> None:
    await impatient.client.send(analyze("a1"))
    (first,) = await impatient.tickets(1)
    slow = door(first, "slow", "p1.t1")
    assert await take(slow) is not None
    (second,) = await impatient.tickets(1)
    assert await asyncio.to_thread(slow.beat)
    assert await take(door(second, "other", "p2.t1")) is None
    assert await deliver(slow, analyzed("a1", "slow"))
    assert (await impatient.client.get(Analyzed)).model == "slow"


async def test_signs_of_life_keep_a_job(impatient: Served) -> None:
    await impatient.client.send(analyze("a1"))
    (ticket,) = await impatient.tickets(1)
    at = door(ticket)
    assert await take(at) is not None
    until = time.monotonic() + 5
    while time.monotonic() < until:
        assert await asyncio.to_thread(at.beat)
        assert await take(door(ticket, "other", "p2.t1")) is None
        await asyncio.sleep(0.1)
    assert await deliver(at, analyzed("a1"))


async def test_a_consumer_whose_process_died_gets_its_job_again_at_once(served: Served) -> None:
    await served.client.send(analyze("a1"))
    (ticket,) = await served.tickets(1)
    assert await take(door(ticket, run="p1.t1")) is not None
    assert await take(door(ticket, run="p1.t2")) is not None
    assert not await asyncio.to_thread(door(ticket, run="p1.t1").beat)


async def test_tickets_that_the_broker_lost_are_put_out_again(impatient: Served) -> None:
    await impatient.client.send(analyze("a1"))
    await impatient.tickets(1)  # and nobody comes with it
    (again,) = await impatient.tickets(1)
    assert again.attempt == 2


async def test_a_redis_that_has_forgotten_all_gets_the_tickets_again(tmp_path: Path) -> None:
    redis = RedisServer.make(tmp_path)
    redis.start()
    try:
        async with serving(redis) as served:
            await served.client.send(analyze("a1"), analyze("a2"))
            held, _ = await served.tickets(2)
            at = door(held)
            assert await take(at) is not None
            await asyncio.to_thread(redis.kill)
            await served.client.send(analyze("a3"))
            assert await deliver(at, analyzed("a1")), "this needs no broker"
            health = await served.client.get(Health, lambda each: "out of reach" in each.fleet_problem)
            assert health.queued == 2
            await asyncio.to_thread(redis.start)
            for number, ticket in enumerate(await served.tickets(2)):
                again = door(ticket, run=f"q{number}.t")
                taken = await take(again)
                assert taken is not None
                assert isinstance(taken.request, Analyze)
                assert await deliver(again, analyzed(taken.request.job))
            async with asyncio.timeout(60):
                while len(done := [each.job for each in served.client.messages if isinstance(each, Analyzed)]) < 3:
                    await served.client.get(Analyzed)
            assert sorted(done) == ["a1", "a2", "a3"]
    finally:
        redis.kill()


async def test_a_result_that_a_cut_holds_up_is_brought_after_it(redis_server: RedisServer) -> None:
    """The job has gone out again meanwhile, and nobody has begun it: what is done counts."""
    port = free_port()
    line = StallingProxy(port)
    try:
        async with serving(redis_server, port, f"http://127.0.0.1:{line.port}", lease=3.0) as served:
            await served.client.send(analyze("a1"))
            (ticket,) = await served.tickets(1)
            at = door(ticket)
            assert await take(at) is not None
            line.stall()
            bringing = asyncio.create_task(deliver(at, analyzed("a1")))
            (again,) = await served.tickets(1)
            assert again.attempt == 2
            assert not bringing.done()
            line.flow()
            assert await bringing
            assert await served.client.get(Analyzed) == analyzed("a1")
            assert await take(door(again, run="p2.t1")) is None
    finally:
        line.stop()


async def test_tickets_of_a_worker_that_is_gone_open_nothing(redis_server: RedisServer) -> None:
    """Another one at its address has other jobs; what the first one's consumer brings is dropped."""
    port = free_port()
    async with serving(redis_server, port) as before:
        await before.client.send(analyze("a1"), analyze("a2"))
        held, waiting = await before.tickets(2)
        assert await take(door(held)) is not None
    with pytest.raises(Unreachable):
        await take(door(waiting, run="p2.t1"))
    async with serving(redis_server, port) as after:
        await after.client.send(analyze("a1"))
        (ticket,) = await after.tickets(1)
        assert await take(door(waiting, run="p2.t1")) is None
        assert not await deliver(door(held), analyzed("a1", "too late"))
        at = door(ticket, run="p2.t2")
        assert await take(at) is not None
        assert await deliver(at, analyzed("a1", "in time"))
        assert (await after.client.get(Analyzed)).model == "in time"


async def test_a_job_that_three_fail_on_is_given_up(served: Served) -> None:
    await served.client.send(analyze("a1"))
    for attempt in range(3):
        (ticket,) = await served.tickets(1)
        at = door(ticket, run=f"p{attempt}.t1")
        assert await take(at) is not None
        failure = JobFailed(job="a1", code="out_of_memory", message=f"no memory on {attempt}")
        assert await deliver(at, failure)
    failed = await served.client.get(JobFailed)
    assert (failed.code, failed.message) == ("out_of_memory", "no memory on 2")
    async with asyncio.timeout(60):
        while not (letters := await asyncio.to_thread(read_letters, Broker(served.redis.url))):
            await asyncio.sleep(0.05)
    (letter,) = letters
    assert (letter["job"], letter["kind"], letter["reason"]) == ("a1", "Analyze", "attic: no memory on 2")
    assert letter["troubles"] == [f"attic: no memory on {attempt}" for attempt in range(3)]
    assert await asyncio.to_thread(read_letters, Broker(served.redis.url)) == letters, "who reads them takes none away"


@pytest.mark.parametrize(("code", "again"), [("source_invalid", True), ("internal", False)])
async def test_what_would_fail_again_is_told_at_once(served: Served, code: Any, again: bool) -> None:
    await served.client.send(analyze("a1"))
    (ticket,) = await served.tickets(1)
    at = door(ticket)
    assert await take(at) is not None
    assert await deliver(at, JobFailed(job="a1", code=code, message="so it is"), again=again)
    assert (await served.client.get(JobFailed)).code == code


async def test_a_job_that_is_cancelled_is_taken_back(served: Served) -> None:
    await served.client.send(analyze("a1"), analyze("a2"))
    tickets = await served.tickets(2)
    at = door(tickets[0])
    assert await take(at) is not None
    await served.client.send(Cancel(job="a1"), Cancel(job="a2"))
    failed = {(await served.client.get(JobFailed)).job for _ in range(2)}
    assert failed == {"a1", "a2"}
    assert not await asyncio.to_thread(at.beat)
    assert await take(door(tickets[1])) is None


async def test_pictures_to_describe_come_with_the_job(served: Served) -> None:
    picture = Picture(id="p1", jpeg=b"\xff\xd8jpeg")
    await served.client.send(picture, Describe(job="d1", pictures=("p1",)))
    (ticket,) = await served.tickets(1, CAPTIONS)
    at = door(ticket)
    taken = await take(at)
    assert taken is not None
    assert taken.pictures == [picture]
    caption = Caption(picture="p1", text="a", text_zh="一", model="m", translation_model="t", seconds=1)
    assert await deliver(at, Described(job="d1", captions=(caption,)))
    assert (await served.client.get(Described)).captions == (caption,)


async def test_a_result_of_another_job_is_not_taken(served: Served) -> None:
    await served.client.send(analyze("a1"))
    (ticket,) = await served.tickets(1)
    at = door(ticket)
    assert await take(at) is not None
    for wrong in (analyzed("a2"), Described(job="a1", captions=()), Configured(request="a1")):
        with pytest.raises(Unreachable, match="400"):
            await deliver(at, wrong)
    assert await deliver(at, analyzed("a1"))


async def test_snapshots_go_before_recordings(served: Served) -> None:
    moment = Moment(id="m", time=1.0, box=(0, 0, 1, 1))
    asked: tuple[ClientMessage, ...] = (
        *(analyze(f"a{number}") for number in range(5)),
        ExtractFrames(job="e", source="/a.mp4", moments=(moment,)),
    )
    await served.client.send(*asked)
    async with asyncio.timeout(60):
        while len(waiting := await asyncio.to_thread(served.look)) < len(asked):
            await asyncio.sleep(0.02)
    assert await served.kind(waiting[0]) is ExtractFrames


async def test_the_captions_models_are_tried_by_who_has_them(served: Served) -> None:
    captioner = CaptionerSettings(enabled=True, model="some/model")
    await served.client.send(Configure(request="c1", detector=DetectorSettings(model="none.pt"), captioner=captioner))
    (ticket,) = await served.tickets(1, CAPTIONS)
    at = door(ticket)
    taken = await take(at)
    assert taken is not None
    assert isinstance(taken.request, Configure)
    assert taken.request.captioner == captioner
    problem = ModelProblem(kind="captioner", code="model_missing", message="there is no such model")
    assert await deliver(at, Configured(request="c1", problems=(problem,)))
    answer = await served.client.get(Configured, lambda each: each.complete, within=120)
    assert problem in answer.problems


async def test_a_recording_is_fetched_from_who_has_it(served: Served, tmp_path: Path) -> None:
    recording = tmp_path / "a.mp4"
    recording.write_bytes(b"film" * 300_000)
    (tmp_path / MARKER).write_text("{}")
    await served.client.send(analyze("a1", str(recording)), analyze("a2", str(tmp_path / "none.mp4")))
    there, missing = sorted(await served.tickets(2), key=lambda ticket: ticket.job)
    fetched: list[bytes] = []
    failures: list[str] = []
    for number, ticket in enumerate((there, missing)):
        at = door(ticket, run=f"p{number}.t")
        assert await take(at) is not None
        try:
            await asyncio.to_thread(at.fetch_recording, tmp_path / "copy", Cancellation())
            fetched.append((tmp_path / "copy").read_bytes())
        except SourceMissingError as error:
            failures.append(error.message)
    assert fetched == [recording.read_bytes()]
    assert failures == ["There is no such recording."]


async def test_a_recording_of_a_storage_that_is_away_is_not_called_missing(served: Served, tmp_path: Path) -> None:
    """Nor where only the consumer's mount is away: it has the recording sent by who has the job."""
    recording = tmp_path / "nas" / "a.mp4"
    await served.client.send(analyze("a1", str(recording)))
    (ticket,) = await served.tickets(1)
    at = door(ticket)
    taken = await take(at)
    assert taken is not None
    assert isinstance(taken.request, Analyze)
    request, errands = taken.request, Errands("attic", "p", shares_files=True)

    def had() -> bytes:
        with errands._at_hand(at, request, Cancellation()) as here:
            return Path(here.source).read_bytes()

    with pytest.raises(StorageUnreachableError):
        await asyncio.to_thread(had)
    recording.parent.mkdir()
    (recording.parent / MARKER).write_text("{}")
    with pytest.raises(SourceMissingError):
        await asyncio.to_thread(had)
    recording.write_bytes(b"film")
    assert await asyncio.to_thread(had) == b"film", "it reads what it shares"
    with patch("mycamera_worker.fleet.errands._is_file", return_value=False):
        assert await asyncio.to_thread(had) == b"film", "else it is sent it"


async def test_without_machines_it_is_said_that_jobs_wait(served: Served) -> None:
    await served.client.send(analyze("a1"))
    health = await served.client.get(Health, lambda each: each.queued == 1)
    assert "mycamera-worker consume" in health.fleet_problem
    assert health.machines == ()
