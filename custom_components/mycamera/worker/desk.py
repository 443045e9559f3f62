"""Where a client's jobs are taken in and done: by this process's own queues here, by other machines in `fleet`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from .cancellation import Cancellation
from .failures import JobError
from .job_work import do_job
from .jobs import Job, Lane
from .protocol.captions import Describe
from .protocol.configuration import Configure, ModelProblem
from .protocol.jobs import JobFailed
from .protocol.messages import JobRequest, JobResult
from .protocol.pictures import Picture
from .protocol.recordings import ExtractFrames
from .shared_models import SharedModels


class Answer(Protocol):
    """Takes what a job came to. Called once, on the event loop."""

    def __call__(self, result: JobResult | JobFailed, pictures: Sequence[Picture] = ()) -> None:
        """Take the result, and the pictures that belong before it."""


@dataclass(eq=False, slots=True)
class ClientJob:
    """One job of one client."""

    request: JobRequest
    pictures: Sequence[Picture]
    """Those that were sent with it, in its order."""
    settings: Configure
    """The models that its client wants."""
    answer: Answer

    def failed(self, error: JobError) -> None:
        """Answer that it cannot be done."""
        self.answer(JobFailed(job=self.request.job, code=error.code, message=error.message))


class Desk(Protocol):
    """Takes jobs in. Lives on the event loop."""

    @property
    def waiting(self) -> int:
        """How many jobs wait."""

    @property
    def running(self) -> int:
        """How many jobs run."""

    def begin(self, job: ClientJob) -> None:
        """Have it done; it is answered in any case, at once where there is no room."""

    def cancel(self, job: ClientJob) -> None:
        """Take it back; one that was not answered is answered as cancelled."""

    def configure_captions(self, settings: Configure) -> asyncio.Future[list[ModelProblem]]:
        """Take on the settings of captions; the future tells what is wrong with the models that they name."""

    def stop(self) -> None:
        """Cancel everything."""


class OwnDesk:
    """Does jobs in this process, by its lanes."""

    def __init__(self, models: SharedModels) -> None:
        self._models = models
        self._loop = asyncio.get_running_loop()
        self._jobs: dict[ClientJob, tuple[Lane, Job]] = {}

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return self._models.analyses.waiting + self._models.captions.waiting

    @property
    def running(self) -> int:
        """How many jobs run."""
        return self._models.analyses.running + self._models.captions.running

    def begin(self, job: ClientJob) -> None:
        """Queue it."""

        def work(cancellation: Cancellation) -> Callable[[], None]:
            result, pictures = do_job(job.request, job.pictures, self._models, cancellation)
            return lambda: self._from_thread(lambda: self._finish(job, lambda: job.answer(result, pictures)))

        def failed(error: JobError) -> None:
            self._from_thread(lambda: self._finish(job, lambda: job.failed(error)))

        work_of_lane = Job(job.request.job, work, failed)
        lane = self._models.captions if isinstance(job.request, Describe) else self._models.analyses
        self._jobs[job] = lane, work_of_lane
        try:
            lane.submit(work_of_lane, soon=isinstance(job.request, ExtractFrames))
        except JobError as error:
            failed(error)

    def _from_thread(self, action: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(action)

    def _finish(self, job: ClientJob, answer: Callable[[], None]) -> None:
        if self._jobs.pop(job, None) is not None:
            answer()

    def cancel(self, job: ClientJob) -> None:
        """Take it back: at once where it still waits, soon where it runs."""
        if (entry := self._jobs.get(job)) is not None:
            lane, work = entry
            lane.cancel(work)

    def configure_captions(self, settings: Configure) -> asyncio.Future[list[ModelProblem]]:
        """Have the captions' thread take them on."""
        return asyncio.wrap_future(self._models.configure_captions(settings.captioner))

    def stop(self) -> None:
        """Leave all to the models' own stop."""
