"""What a fleet of consumers does in an hour, beside one worker that does its jobs itself; and what a kill costs.

Run it in the worker's environment: `scripts/bench workers [--consumers 1 2 4] [--jobs 8] [--broker redis|rabbitmq]`.

All of it runs on one machine, with one recording of pedestrians as every job, so that times can be compared. Where
there are fewer cores than consumers want, more of them do no more; that is not the broker's doing.
The overhead is measured on single jobs, one worker and one fleet of one consumer in turn: what a job takes through the
broker less what it takes without, in percent of that; beside it what of that is the broker and HTTP alone, by the
consumer's own time for the job. The same in seconds of the processor, which other work on the machine does not
change: of the served worker and of all consumers, beside the one process.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from pathlib import Path

import kombu
import msgspec
from mycamera_worker import environment

environment.prepare()

from mycamera_worker.fleet.job_door import JobDoor  # noqa: E402  after what it must find prepared
from mycamera_worker.fleet.queues import VIDEO_ANALYSIS, declared  # noqa: E402
from mycamera_worker.fleet.ticket import Ticket  # noqa: E402
from mycamera_worker.protocol.analysis_settings import AnalysisSettings  # noqa: E402
from mycamera_worker.protocol.configuration import (  # noqa: E402
    CaptionerSettings,
    Configure,
    Configured,
    DetectorSettings,
)
from mycamera_worker.protocol.health import Health  # noqa: E402
from mycamera_worker.protocol.pictures import Picture  # noqa: E402
from mycamera_worker.protocol.recordings import Analyze, Analyzed  # noqa: E402

from tests.worker.client import Client, WorkerProcess  # noqa: E402
from tests.worker.fleet.brokers import BrokerServer, RabbitServer, RedisServer  # noqa: E402
from tests.worker.fleet.processes import ConsumerProcess  # noqa: E402

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera"
_EMPTY_JOBS = 400
_BRINGERS = 8
_PICTURE = os.urandom(300 * 1024)
_TOOK = re.compile(r"Analyze took ([0-9.]+) s")


def make_film(path: Path, seconds: int) -> None:
    """Make the recording that is analysed again and again."""
    source = ("-stream_loop", "-1", "-i", str(CACHE / "vtest.avi"), "-t", str(seconds))
    command = ["ffmpeg", "-v", "error", "-y", *source, "-an", "-c:v", "libx264", "-preset", "veryfast", "-g", "20"]
    subprocess.run([*command, "-pix_fmt", "yuv420p", str(path)], check=True)


class Measured:
    """A worker with or without a fleet, and its client, which reads all the time: who does not is disconnected."""

    def __init__(self, client: Client, recording: Path) -> None:
        self.client = client
        self._recording = recording
        self._asked = 0
        self._messages: asyncio.Queue[object] = asyncio.Queue()
        self._reading = asyncio.create_task(self._read())

    def stop(self) -> None:
        """Read no more."""
        self._reading.cancel()

    async def _read(self) -> None:
        while True:
            await self._messages.put(await self.client.get(object, within=1200))

    async def _next[T](self, kind: type[T], wanted: Callable[[T], bool] = lambda _: True, *, within: float) -> T:
        async with asyncio.timeout(within):
            while True:
                coming = asyncio.ensure_future(self._messages.get())
                await asyncio.wait({coming, self._reading}, return_when=asyncio.FIRST_COMPLETED)
                if not coming.done():
                    coming.cancel()
                    self._reading.result()  # raises why nothing comes any more
                message = await coming
                if isinstance(message, kind) and wanted(message):
                    return message

    async def configure(self, detector: str) -> None:
        """Have the models loaded."""
        settings = DetectorSettings(model=detector, person_classes=("person", "normal", "fall"))
        await self.client.send(Configure(request="c", detector=settings, captioner=CaptionerSettings()))
        await self._next(Configured, lambda answer: answer.complete, within=300)

    async def do(self, jobs: int) -> float:
        """Ask for so many jobs at once; return the seconds until the last is done."""
        began = time.monotonic()
        for _ in range(jobs):
            self._asked += 1
            await self.client.send(
                Analyze(job=f"j{self._asked}", source=str(self._recording), settings=AnalysisSettings())
            )
        for _ in range(jobs):
            await self._next(Analyzed, within=1200)
        return time.monotonic() - began

    async def machines(self, count: int) -> None:
        """Wait until so many consumers are there."""
        await self._next(
            Health, lambda health: sum(one.state != "away" for one in health.machines) >= count, within=300
        )


async def measure(arguments: argparse.Namespace, folder: Path, broker: BrokerServer) -> None:
    """Print the tables."""
    async with AsyncExitStack() as ending:
        served = WorkerProcess.start(folder / "served.log", "serve", environment={"MYCAMERA_BROKER": broker.url})
        ending.callback(served.stop)
        recording = folder / "film.mp4"
        fleet = Measured(await ending.enter_async_context(Client.connect(served)), recording)
        ending.callback(fleet.stop)
        await way_alone(fleet, broker)
        if not arguments.consumers:
            return
        make_film(recording, arguments.seconds)
        alone_process = WorkerProcess.start(folder / "alone.log")
        ending.callback(alone_process.stop)
        alone = Measured(await ending.enter_async_context(Client.connect(alone_process)), recording)
        ending.callback(alone.stop)
        for each in (alone, fleet):
            await each.configure(arguments.detector)
        consumers = [ConsumerProcess.start(folder, broker.url, "c1")]
        ending.callback(stop, consumers)
        await fleet.machines(1)
        await fleet.do(1)
        await alone.do(1)
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, this included")
        await overhead(alone, fleet, consumers[0], arguments.rounds)
        one = Processor(alone_process)
        all_of_it = Processor(served, consumers)
        await processor_time(alone, fleet, one, all_of_it, arguments.rounds)
        print(f"\n{arguments.jobs} jobs at once, a recording of {arguments.seconds} s each, on {os.cpu_count()} cores")
        one.begin()
        took = await alone.do(arguments.jobs)
        print(f"{'in one process':<16} {_rate(arguments.jobs, took)}{_used(one, arguments.jobs)}")
        for count in arguments.consumers:
            while len(consumers) < count:
                consumers.append(ConsumerProcess.start(folder, broker.url, f"c{len(consumers) + 1}"))
            await fleet.machines(count)
            await fleet.do(2 * count)  # models are loaded
            used = Processor(served, consumers)
            used.begin()
            took = await fleet.do(arguments.jobs)
            print(f"{f'consumers: {count}':<16} {_rate(arguments.jobs, took)}{_used(used, arguments.jobs)}")
        print(f"load {os.getloadavg()[0]:.1f}")
        if len(consumers) > 1:
            await take_over(fleet, consumers)


class Processor:
    """The processor's time of a worker, or of a served one and its consumers: not of what quantises beside them."""

    def __init__(self, worker: WorkerProcess, consumers: Sequence[ConsumerProcess] = ()) -> None:
        pids = [worker.process.pid, *(pid for each in consumers for pid in (each.process.pid, each.child()))]
        self._files = [Path(f"/proc/{pid}/stat") for pid in pids]
        self._before = 0.0

    def begin(self) -> None:
        """Count from now on."""
        self._before = self._all()

    def used(self) -> float:
        """Return the seconds since `begin`."""
        return self._all() - self._before

    def _all(self) -> float:
        # What follows the program's name, which may hold blanks: of it the 12th and 13th are its own time.
        fields = [file.read_text().rpartition(")")[2].split() for file in self._files]
        return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


async def processor_time(alone: Measured, fleet: Measured, one: Processor, all_of_it: Processor, rounds: int) -> None:
    """Print what a job costs the processor with and without a broker, in turn."""
    without = through = 0.0
    for _ in range(rounds):
        one.begin()
        await alone.do(1)
        without += one.used()
        all_of_it.begin()
        await fleet.do(1)
        through += all_of_it.used()
    print(
        f"of the processor {without / rounds:.2f} s and {through / rounds:.2f} s (means of {rounds}, in turn): "
        f"{100 * (through - without) / without:+.1f}%"
    )


def _used(processor: Processor, jobs: int) -> str:
    return f", {processor.used() / jobs:.2f} s of the processor a job"


def stop(consumers: list[ConsumerProcess]) -> None:
    """End all of them."""
    for consumer in consumers:
        consumer.stop()


async def way_alone(fleet: Measured, broker: BrokerServer) -> None:
    """Print how many jobs a second get through broker and HTTP where nobody has anything to do for them."""
    waiting = asyncio.create_task(fleet.do(_EMPTY_JOBS))
    began, processor = time.monotonic(), time.process_time()
    sizes = await asyncio.to_thread(_bring_results, broker)
    await waiting
    seconds = time.monotonic() - began
    print(
        f"the way alone: {_EMPTY_JOBS / seconds:.0f} jobs a second, each with {len(_PICTURE) // 1024} KiB of pictures; "
        f"a ticket is {statistics.mean(sizes):.0f} bytes in the broker ({time.process_time() - processor:.1f} s of "
        f"{seconds:.1f} s were this client's and the {_BRINGERS} consumers' own)"
    )


def _bring_results(broker: BrokerServer) -> list[int]:
    steps = {"priority_steps": list(range(10))} if isinstance(broker, RedisServer) else {}
    sizes: list[int] = []
    with (
        kombu.Connection(broker.url, transport_options=steps) as connection,
        connection.channel() as channel,
        ThreadPoolExecutor(_BRINGERS) as bringers,
    ):
        declared(VIDEO_ANALYSIS)(channel).declare()
        while len(sizes) < _EMPTY_JOBS:
            message = channel.basic_get(VIDEO_ANALYSIS, no_ack=True)
            if message is None:
                time.sleep(0.001)
                continue
            sizes.append(len(message.body) + len(json.dumps(message.headers)) + len(json.dumps(message.properties)))
            _, arguments, _ = json.loads(message.body)
            ticket = msgspec.convert(arguments["ticket"], Ticket)
            bringers.submit(_bring, ticket)
    return sizes


def _bring(ticket: Ticket) -> None:
    door = JobDoor(ticket, "bench", f"{ticket.job}.1")
    taken = door.take()
    if taken is None or not isinstance(taken.request, Analyze):
        return
    counts = dict.fromkeys(("duration", "width", "height", "frames_decoded", "frames_inferred", "seconds"), 1)
    empty = msgspec.convert({"job": taken.request.job, "appearances": [], "model": "none"} | counts, Analyzed)
    door.deliver(empty, [Picture(id=ticket.job, jpeg=_PICTURE)])


def _rate(jobs: int, seconds: float) -> str:
    return f"{seconds:7.1f} s {jobs / seconds * 3600:8.0f} jobs an hour"


async def overhead(alone: Measured, fleet: Measured, consumer: ConsumerProcess, rounds: int) -> None:
    """Print what a single job takes with and without a broker, in turn."""
    without, through = [], []
    for _ in range(rounds):
        without.append(await alone.do(1))
        through.append(await fleet.do(1))
    own = [float(found) for found in _TOOK.findall(consumer.log())][-rounds:]
    one, other = statistics.median(without), statistics.median(through)
    way = statistics.median(all_of - part for all_of, part in zip(through, own, strict=True))
    print(f"a job in one process {one:.2f} s, through the broker {other:.2f} s (medians of {rounds}, in turn)")
    print(f"overhead {100 * (other - one) / one:+.1f}%; of it outside the consumer {1000 * way:.0f} ms")


async def take_over(fleet: Measured, consumers: list[ConsumerProcess]) -> None:
    """Print how long the job of a consumer that is killed waits until another has it."""
    waiting = asyncio.create_task(fleet.do(1))
    victim = await asyncio.to_thread(_at_work, consumers)
    victim.kill()
    killed = time.monotonic()
    await waiting
    usual = [float(found) for consumer in consumers for found in _TOOK.findall(consumer.log())]
    total = time.monotonic() - killed
    more = total - statistics.median(usual)
    print(f"\nkilled in the middle: done {total:.1f} s later, {more:.1f} s more than a job takes")


def _at_work(consumers: list[ConsumerProcess]) -> ConsumerProcess:
    """Return one that is in the middle of a job."""
    while True:
        for consumer in consumers:
            if consumer.works:
                return consumer
        time.sleep(0.05)


def main() -> None:
    """Measure, and leave nothing behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--consumers", type=int, nargs="*", default=[1, 2, 4])
    parser.add_argument("--jobs", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=60, help="of the recording")
    parser.add_argument("--detector", default=str(CACHE / "person.pt"))
    parser.add_argument("--broker", choices=("redis", "rabbitmq"), default="redis")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mycamera-bench-") as name:
        folder = Path(name)
        broker: BrokerServer = (RedisServer if arguments.broker == "redis" else RabbitServer).make(folder)
        broker.start()
        try:
            asyncio.run(measure(arguments, folder, broker))
        finally:
            broker.kill()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    main()
