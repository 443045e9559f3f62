"""Has a fleet do the jobs of a worker's clients, each once.

A job is open here, in memory, from when a client asks for it until its answer; the client has it in a table, and asks
again when this process ends. The broker only carries tickets. Whoever takes a job holds it by a sign of life every few
seconds; where these stay away, another ticket goes out. The first result of any try answers the job; with that it is
closed, and all that comes later of it (a ticket handed out twice, a result of somebody thought dead) is dropped.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..desk import ClientJob
from ..failures import CancelledError, OverloadedError
from ..protocol.configuration import Configure, Configured, ModelProblem
from ..protocol.jobs import JobFailed
from ..protocol.messages import JobResult
from ..protocol.pictures import Picture
from .broker import BrokerError
from .broker_link import BrokerLink
from .machines import Machines
from .queues import CAPTIONS, VIDEO_ANALYSIS, FleetRequest, priority_of, queue_of
from .ticket import LEASE, Ticket

_LOGGER = logging.getLogger(__name__)

MOST_OPEN: Final = 1024
MOST_TRIES: Final = 3
"""So often is a job begun; one that ended that many consumers, or failed on as many, is given up."""
_RETRIED: Final = frozenset({"internal", "out_of_memory"})
"""Failures that may be the machine's; all others are the job's own, and come to the same everywhere."""
_FIRST_PAUSE: Final = 2.0
_LOST_AFTER: Final = 8.0
"""Seconds after which a ticket that nobody brought is looked for in the broker."""
_TICK: Final = 0.5
_BROKER_PAUSES: Final = (0.5, 1.0, 2.0, 5.0, 10.0)


@dataclass(slots=True)
class Holder:
    """Who does a job now. `since` and `heard` are monotonic."""

    machine: str
    run: str
    """One try of one process, `PROCESS.TRY`."""
    since: float
    heard: float

    @property
    def process(self) -> str:
        """The consumer that it is."""
        return self.run.partition(".")[0]


@dataclass(eq=False, slots=True)
class OpenJob:
    """A job that is not answered yet."""

    request: FleetRequest
    settings: Configure
    pictures: Sequence[Picture]
    answer: Callable[[JobResult | JobFailed | Configured, Sequence[Picture]], None]
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    attempt: int = 0
    """The number of its last ticket."""
    due: float | None = 0.0
    """When its next ticket goes out, monotonic; None while there is one."""
    published: float = 0.0
    holder: Holder | None = None
    troubles: list[str] = field(default_factory=list)

    @property
    def queue(self) -> str:
        """Where its tickets go."""
        return queue_of(self.request)

    @property
    def kind(self) -> str:
        """Its name for humans."""
        return type(self.request).__name__

    @property
    def client_job(self) -> str:
        """What its client calls it."""
        return self.request.request if isinstance(self.request, Configure) else self.request.job


class Dispatcher:
    """The desk of a served worker with a fleet. `start`, then jobs, then `stop`; all on the event loop."""

    def __init__(self, link: BrokerLink, machines: Machines, *, lease: float = LEASE) -> None:
        self._link = link
        self._machines = machines
        self._lease = lease
        self._address = ""
        self._fingerprint = ""
        self._open: dict[str, OpenJob] = {}
        self._by_client_job: dict[ClientJob, OpenJob] = {}
        self._trial: OpenJob | None = None
        self._wake = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._letters: list[dict[str, object]] = []
        self.problem = ""
        """Why tickets do not get into the broker, while they do not."""

    def start(self, address: str, fingerprint: str) -> None:
        """Begin; consumers reach this process under an address, where it shows a certificate."""
        self._address, self._fingerprint = address, fingerprint
        self._tasks = [asyncio.create_task(self._post()), asyncio.create_task(self._look_after())]

    async def end(self) -> None:
        """Stop, and wait until that is done. What is open is not answered."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._link.stop()

    @property
    def waiting(self) -> int:
        """How many jobs nobody has taken."""
        return sum(job.holder is None for job in self._open.values())

    @property
    def running(self) -> int:
        """How many jobs somebody does now."""
        return sum(job.holder is not None for job in self._open.values())

    def stop(self) -> None:
        """Take nothing more: what is open ends with this process, and who takes a ticket finds nobody."""
        self._open.clear()
        self._by_client_job.clear()

    def begin(self, job: ClientJob) -> None:
        """Take a job in."""
        if len(self._open) >= MOST_OPEN:
            job.failed(OverloadedError(f"{MOST_OPEN} jobs are open already; try again later."))
            return

        def answer(result: JobResult | JobFailed | Configured, pictures: Sequence[Picture]) -> None:
            self._by_client_job.pop(job, None)
            if isinstance(result, Configured):
                result = JobFailed(job=job.request.job, code="internal", message="The machine did another job.")
            job.answer(result, pictures)

        self._by_client_job[job] = OpenJob(job.request, job.settings, job.pictures, answer)
        self._take_in(self._by_client_job[job])

    def _take_in(self, job: OpenJob) -> None:
        self._open[job.id] = job
        self._wake.set()

    def cancel(self, job: ClientJob) -> None:
        """Take it back. Who does it learns that by the answer to the next sign of life."""
        taken_in = self._by_client_job.pop(job, None)
        if taken_in is not None and self._open.pop(taken_in.id, None) is not None:
            job.failed(CancelledError("The job was cancelled."))

    def configure_captions(self, settings: Configure) -> asyncio.Future[list[ModelProblem]]:
        """Have a machine that describes pictures try the models."""
        tried: asyncio.Future[list[ModelProblem]] = asyncio.get_running_loop().create_future()
        if self._trial is not None:
            self._open.pop(self._trial.id, None)
            self._trial.answer(Configured(request=self._trial.client_job), ())
            self._trial = None
        if not settings.captioner.enabled:
            tried.set_result([])
            return tried

        def answer(result: JobResult | JobFailed | Configured, _: Sequence[Picture]) -> None:
            problems: list[ModelProblem] = []
            if isinstance(result, Configured):
                problems = list(result.problems)
            elif isinstance(result, JobFailed):
                problems = [ModelProblem(kind="captioner", code=result.code, message=result.message)]
            if not tried.done():
                tried.set_result(problems)

        self._trial = OpenJob(settings, settings, (), answer)
        self._take_in(self._trial)
        return tried

    def of(self, name: str, token: str) -> OpenJob | None:
        """Return the open job of a ticket; None where it is closed, or the token is another's."""
        job = self._open.get(name)
        if job is None or not secrets.compare_digest(job.token.encode(), token.encode("utf-8", "replace")):
            return None
        return job

    def take(self, job: OpenJob, machine: str, run: str) -> bool:
        """Give a job to who brings a ticket of it; False where another has it."""
        now = time.monotonic()
        holder = job.holder
        if holder is not None and holder.run != run:
            if holder.process != run.partition(".")[0]:
                return False
            # A consumer does one job at a time: it asks for this one again because the process that did it died.
            self._fell_back(job, f"{machine} broke off in the middle", pause=0.0)
            if job.id not in self._open:
                return False
        job.holder = Holder(machine, run, now, now)
        job.due = None
        return True

    def beat(self, job: OpenJob, machine: str, run: str) -> bool:
        """Take a sign of life; False where the job is another's by now."""
        now = time.monotonic()
        if job.holder is None:  # it was thought dead, and nobody has begun since
            job.holder, job.due = Holder(machine, run, now, now), None
            return True
        if job.holder.run != run:
            return False
        job.holder.heard = now
        return True

    def finish(
        self,
        job: OpenJob,
        machine: str,
        result: JobResult | JobFailed | Configured,
        pictures: Sequence[Picture],
        *,
        again: bool = True,
    ) -> None:
        """Take a result. `again`: whether a failure may be tried anew."""
        if isinstance(result, JobFailed) and result.code != "cancelled":
            self._machines.trouble(machine, result.message)
            if result.code in _RETRIED:
                pause = _FIRST_PAUSE * 2 ** len(job.troubles)
                self._fell_back(job, f"{machine}: {result.message}", pause=pause, failure=result, again=again)
                return
        elif job.holder is not None:
            self._machines.did(machine, time.monotonic() - job.holder.since)
        self._answer(job, result, pictures)

    def _answer(
        self, job: OpenJob, result: JobResult | JobFailed | Configured, pictures: Sequence[Picture] = ()
    ) -> None:
        if self._open.pop(job.id, None) is not None:
            if job is self._trial:
                self._trial = None
            job.answer(result, pictures)

    def _fell_back(
        self, job: OpenJob, reason: str, *, pause: float, failure: JobFailed | None = None, again: bool = True
    ) -> None:
        """Have a job begun anew after a pause, or give it up."""
        job.holder = None
        job.troubles.append(reason)
        if again and len(job.troubles) < MOST_TRIES:
            _LOGGER.warning("A job (%s) is begun anew: %s", job.kind, reason)
            job.due = time.monotonic() + pause
            self._wake.set()
            return
        _LOGGER.error("A job (%s) is given up: %s", job.kind, "; ".join(job.troubles))
        self._letters.append(
            {
                "job": job.client_job,
                "kind": job.kind,
                "reason": reason,
                "troubles": job.troubles,
                "time": time.time(),
            }
        )
        self._wake.set()
        message = failure.message if failure else f"The job was begun {len(job.troubles)} times; at last: {reason}."
        self._answer(job, JobFailed(job=job.client_job, code=failure.code if failure else "internal", message=message))

    async def _look_after(self) -> None:
        """Notice who is not heard of any more."""
        while True:
            await asyncio.sleep(_TICK)
            now = time.monotonic()
            for job in list(self._open.values()):
                if (holder := job.holder) is not None and now - holder.heard > self._lease:
                    reason = f"{holder.machine} was not heard of for {self._lease:.0f} s"
                    self._machines.trouble(holder.machine, reason)
                    self._fell_back(job, reason, pause=0.0)

    async def _post(self) -> None:
        """Put tickets into the broker, and again those that it has lost."""
        failures = 0
        while True:
            self._wake.clear()
            try:
                await self._publish_due()
                await self._find_lost()
            except BrokerError as error:
                if self.problem != str(error):
                    _LOGGER.error("Jobs wait: %s", error)  # noqa: TRY400  for users, no traceback
                self.problem = str(error)
                await asyncio.sleep(_BROKER_PAUSES[min(failures, len(_BROKER_PAUSES) - 1)])
                failures += 1
                continue
            if self.problem:
                _LOGGER.info("The broker is there again")
            self.problem, failures = "", 0
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_TICK):
                    await self._wake.wait()

    async def _publish_due(self) -> None:
        while self._letters:
            await self._link.bury(self._letters[0])
            self._letters.pop(0)
        now = time.monotonic()
        due = [job for job in self._open.values() if job.due is not None and job.due <= now]
        for job in sorted(due, key=lambda job: -priority_of(job.request)):
            if job.due is None or job.id not in self._open:
                continue  # answered, or taken by an older ticket meanwhile
            job.attempt += 1
            ticket = Ticket(
                job=job.id,
                attempt=job.attempt,
                address=self._address,
                token=job.token,
                fingerprint=self._fingerprint,
            )
            # Before it is there: whoever takes it at once sets another state.
            job.due, job.published = None, time.monotonic()
            try:
                await self._link.publish(ticket, job.queue, priority_of(job.request))
            except BrokerError:
                if job.holder is None:
                    job.due = time.monotonic()
                raise

    async def _find_lost(self) -> None:
        """Put tickets out again that the broker has lost: nobody brought them, and none waits there."""
        for queue in (VIDEO_ANALYSIS, CAPTIONS):
            before = time.monotonic() - _LOST_AFTER
            missing = [
                job
                for job in self._open.values()
                if job.queue == queue and job.holder is None and job.due is None and job.published < before
            ]
            if not missing or await self._link.waiting(queue):
                continue
            for job in missing:
                if job.holder is None and job.due is None:
                    job.due = 0.0
            self._wake.set()
