"""Does the jobs of a consumer, one after another, in the process that holds its models."""

from __future__ import annotations

import contextlib
import logging
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from ..cancellation import Cancellation
from ..failures import InternalError, JobError
from ..fetching import urlsplit_scheme
from ..job_work import do_job
from ..jobs import Job, Lane
from ..protocol.captions import Describe
from ..protocol.configuration import AUTO_DETECTOR, CaptionerSettings, Configure, Configured, DetectorSettings
from ..protocol.jobs import JobFailed
from ..protocol.messages import JobRequest, JobResult
from ..protocol.pictures import Picture
from ..protocol.recordings import Analyze, ExtractFrames
from ..shared_models import SharedModels
from .job_door import JobDoor, TakenJob, Unreachable
from .ticket import BEAT_EVERY, Ticket

_LOGGER = logging.getLogger(__name__)


class Errands:
    """Takes jobs by their tickets. `do` belongs on one thread."""

    def __init__(self, name: str, process: str, *, shares_files: bool) -> None:
        self.models = SharedModels()
        self.working = False
        """Whether a job is done now."""
        self._name = name
        self._process = process
        self._shares_files = shares_files
        self._looks_in_vain = False
        """Whether the last recording was not in the folder that is shared: said once."""
        self._detector: DetectorSettings | None = None
        self._captioner: CaptionerSettings | None = None

    @property
    def detector(self) -> str:
        """The name of the detector in use; empty before it is needed."""
        if self._detector is None:
            return ""
        return self.models.inference.label if self._detector.model == AUTO_DETECTOR else self._detector.model

    @property
    def captioner(self) -> str:
        """The name of the caption model in use; empty before it is needed."""
        return self._captioner.model if self._captioner is not None else ""

    def do(self, ticket: Ticket) -> None:
        """Do the job of a ticket and bring the result, where it is still wanted.

        Raises:
            Unreachable: who has the job does not answer.
            OtherVersion: it is of another release.
            Exception: what ends the job from outside (a time limit).
        """
        door = JobDoor(ticket, self._name, f"{self._process}.{uuid.uuid4().hex}")
        taken = door.take()
        if taken is None:
            _LOGGER.debug("A ticket is of a job that is done, or that another does")
            return
        self.working = True
        try:
            with _beating(door) as cancellation:
                self._answer(door, taken, cancellation)
        finally:
            self.working = False

    def _answer(self, door: JobDoor, taken: TakenJob, cancellation: Cancellation) -> None:
        started, kind = time.monotonic(), type(taken.request).__name__
        _LOGGER.info("%s begins", kind)
        pictures: Sequence[Picture] = ()
        result: JobResult | JobFailed | Configured
        again = True
        try:
            result, pictures = self._done(door, taken, cancellation)
        except JobError as error:
            result = _failed(taken, error)
        except Exception as error:
            if type(error).__name__ != "SoftTimeLimitExceeded":  # Celery's, imported only where it is
                raise
            cancellation.cancel()
            seconds = time.monotonic() - started
            result = _failed(taken, InternalError(f"The job took longer than {seconds:.0f} s on {self._name}."))
            again = False
        if not cancellation.requested or not again:
            wanted = door.deliver(result, pictures, again=again)
            _LOGGER.info(
                "%s took %.1f s%s",
                kind,
                time.monotonic() - started,
                "" if wanted else ", and was not wanted any more",
            )
        else:
            _LOGGER.info("%s is broken off: it is not wanted any more", kind)

    def _done(
        self, door: JobDoor, taken: TakenJob, cancellation: Cancellation
    ) -> tuple[JobResult | Configured, Sequence[Picture]]:
        request = taken.request
        if isinstance(request, Configure):
            self._captioner = request.captioner
            problems = self.models.configure_captions(request.captioner).result()
            return Configured(request=request.request, problems=tuple(problems)), ()
        if isinstance(request, Describe):
            self._use_captioner(taken.settings.captioner)
            return self._run(self.models.captions, request, taken.pictures, cancellation)
        self._use_detector(taken.settings.detector)
        with self._at_hand(door, request, cancellation) as here:
            return self._run(self.models.analyses, here, (), cancellation)

    def _use_detector(self, settings: DetectorSettings) -> None:
        if settings != self._detector:
            self._detector = None
            self.models.inference.configure(settings).result()
            # What is wrong with it was told by the worker itself: the job is done without it.
            self.models.reidentification.configure(settings.reidentification_model).result()
            self._detector = settings

    def _use_captioner(self, settings: CaptionerSettings) -> None:
        # A model with a problem says so again when it is to describe, with the code that its client knows.
        if settings != self._captioner:
            self._captioner = settings
            self.models.configure_captions(settings).result()

    @contextlib.contextmanager
    def _at_hand(
        self, door: JobDoor, request: Analyze | ExtractFrames, cancellation: Cancellation
    ) -> Iterator[Analyze | ExtractFrames]:
        """Hold while the recording is read: a web address is fetched from there, a path is read or fetched.

        It is fetched, too, where this machine shares the folder and does not see the file: who has the job knows
        whether there is none, or whether this machine lacks a mount.
        """
        if urlsplit_scheme(request.source) in {"http", "https"}:
            yield request
            return
        if self._shares_files:
            if _is_file(request.source):
                self._looks_in_vain = False
                yield request
                return
            if not self._looks_in_vain:
                _LOGGER.warning("A recording is not in the folder that this machine shares: it is fetched instead")
            self._looks_in_vain = True
        with tempfile.TemporaryDirectory(prefix="mycamera-") as folder:
            path = Path(folder) / "recording"
            door.fetch_recording(path, cancellation)
            yield replace(request, source=str(path))

    def _run(
        self, lane: Lane, request: JobRequest, pictures: Sequence[Picture], cancellation: Cancellation
    ) -> tuple[JobResult, Sequence[Picture]]:
        """Have a lane's thread do it, as in a worker without a fleet, and wait for that."""
        done: Future[tuple[JobResult, Sequence[Picture]]] = Future()

        def work(cancelled: Cancellation) -> Callable[[], None]:
            result = do_job(request, pictures, self.models, cancelled)
            return lambda: done.set_result(result)

        lane.submit(Job(request.job, work, done.set_exception, cancellation))
        return done.result()


def _is_file(source: str) -> bool:
    try:
        return Path(source).is_file()
    except (OSError, ValueError):  # a share that died beneath its mount; a null byte
        return False


@contextlib.contextmanager
def _beating(door: JobDoor) -> Iterator[Cancellation]:
    """Give signs of life meanwhile; what is not wanted any more is cancelled."""
    cancellation = Cancellation()
    over = threading.Event()

    def beat() -> None:
        while not over.wait(BEAT_EVERY):
            try:
                if not door.beat():
                    cancellation.cancel()
                    return
            except Unreachable as error:
                _LOGGER.debug("No sign of life could be given: %s", error)

    thread = threading.Thread(target=beat, name="beat", daemon=True)
    thread.start()
    try:
        yield cancellation
    finally:
        over.set()


def _failed(taken: TakenJob, error: JobError) -> JobFailed:
    request = taken.request
    job = request.request if isinstance(request, Configure) else request.job
    return JobFailed(job=job, code=error.code, message=error.message)
