"""Bounded queues of jobs, each with a thread of its own.

What goes before what is decided elsewhere: see `inference` (live before recorded) and `gpu_priority` (captions give
way).
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from . import environment
from .cancellation import Cancellation
from .failures import CancelledError, InternalError, JobError, OverloadedError

_LOGGER = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Job:
    """Work for a lane. Exactly one of the two answers is called, on the lane's thread or on that which cancels."""

    name: str
    work: Callable[[Cancellation], Callable[[], None]]
    """Does the work and returns what delivers its result."""
    failed: Callable[[JobError], None]
    cancellation: Cancellation = field(default_factory=Cancellation)


class Lane:
    """One queue and its thread. Jobs run one after another, in the order in which they came."""

    def __init__(
        self,
        name: str,
        *,
        capacity: int,
        nice: int,
        idle: Callable[[], None] | None = None,
        idle_after: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._name = name
        self._capacity = capacity
        self._nice = nice
        self._idle = idle
        self._idle_after = idle_after
        self._condition = threading.Condition()
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return len(self._waiting)

    @property
    def running(self) -> int:
        """How many jobs run: 0 or 1."""
        return 0 if self._running is None else 1

    def submit(self, job: Job, *, soon: bool = False) -> None:
        """Queue a job; one that is quickly done may go before those that wait.

        Raises:
            OverloadedError: as many wait already as the lane keeps; the client is to come back later.
        """
        with self._condition:
            if len(self._waiting) >= self._capacity:
                raise OverloadedError(f"{self._capacity} jobs wait already; try again later.")
            if soon:
                self._waiting.appendleft(job)
            else:
                self._waiting.append(job)
            self._condition.notify()

    def first(self, job: Job) -> None:
        """Queue a job before all others, and beyond the capacity: for what is no client's work."""
        with self._condition:
            self._waiting.appendleft(job)
            self._condition.notify()

    def cancel(self, job: Job) -> None:
        """Take a job back: at once where it still waits, soon where it runs."""
        job.cancellation.cancel()
        with self._condition:
            try:
                self._waiting.remove(job)
            except ValueError:
                return  # it runs, and will look; or it is done
        job.failed(CancelledError("The job was cancelled before it began."))

    def stop(self) -> None:
        """Cancel everything and let the thread end."""
        with self._condition:
            self._stopped = True
            self._waiting.clear()
            if self._running is not None:
                self._running.cancellation.cancel()
            self._condition.notify()

    def _take(self) -> Job | None:
        with self._condition:
            idle_told = False
            while not self._waiting and not self._stopped:
                pause = self._idle_after()
                timed_out = not self._condition.wait(pause if pause > 0 and not idle_told else None)
                if timed_out:
                    idle_told = True
                    self._tell_idle()
            if self._stopped:
                return None
            self._running = self._waiting.popleft()
            return self._running

    def _tell_idle(self) -> None:
        try:
            if self._idle is not None:
                self._idle()
        except Exception:
            # Out here it would end the lane's thread, and every job after it would wait for ever.
            _LOGGER.exception("Resting failed in %s", self._name)

    def _run(self) -> None:
        environment.lower_priority(self._nice)
        while (job := self._take()) is not None:
            try:
                self._do(job)
            except Exception:
                _LOGGER.exception("Answering a job of %s failed", self._name)
            finally:
                self._running = None

    def _do(self, job: Job) -> None:
        try:
            job.cancellation.check()
            deliver = job.work(job.cancellation)
        except JobError as error:
            job.failed(error)
        except Exception as error:
            _LOGGER.exception("%s: job %s failed", self._name, job.name)
            job.failed(InternalError.of(error))
        else:
            deliver()
