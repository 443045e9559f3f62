"""`mycamera-worker consume`: a Celery worker with one child process, which holds the models and does the jobs."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import signal
import sys
import threading
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from .. import environment
from ..protocol.versions import PROTOCOL_VERSION, VERSION
from .broker import Broker, BrokerError, BrokerRefused, celery_app
from .errands import Errands
from .job_door import OtherVersion, Unreachable
from .machines import REPORT_EVERY, MachineReport
from .queues import TASK, machines
from .served_fleet import TIME_LIMIT
from .ticket import Ticket

_LOGGER = logging.getLogger(__name__)

_RETRIES: Final = 3
_FIRST_PAUSE: Final = 2.0
_VERSION_PAUSE: Final = 10.0
_BROKER_PAUSE: Final = 5.0
_PR_SET_PDEATHSIG: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsumerOptions:
    """What a consumer takes, and what it is called."""

    broker: Broker
    name: str
    queues: Sequence[str]
    shares_files: bool = False
    """Whether recordings lie under the same paths as where Home Assistant is."""
    time_limit: float = TIME_LIMIT


class Consumer:
    """Both of its processes have one of these: the parent speaks with the broker, the child does the jobs."""

    def __init__(self, options: ConsumerOptions) -> None:
        self._options = options
        self._process = uuid.uuid4().hex
        self._parent = os.getpid()
        self._errands: Errands | None = None

    def run(self) -> None:
        """Take jobs until a signal ends it.

        Raises:
            BrokerError: Celery is not installed, or the broker does not let this process in.
        """
        options = self._options
        app = celery_app(options.broker, time_limit=options.time_limit)
        self._wait_for_broker()

        # The name of the argument is that of the published message.
        def perform(task: Any, ticket: dict[str, Any]) -> None:
            self._perform(task, ticket)

        app.task(perform, name=TASK, bind=True, max_retries=_RETRIES)
        signals = environment.library("celery.signals")
        signals.worker_process_init.connect(self._begin_child, weak=False)
        signals.setup_logging.connect(_leave_logging, weak=False)
        worker = app.Worker(
            concurrency=1,
            pool="prefork",
            queues=list(options.queues),
            hostname=f"{options.name}-{self._process[:8]}@mycamera",
            quiet=True,
            without_gossip=True,
            without_mingle=True,
        )
        _LOGGER.info("Taking jobs of %s from %s as %s", ", ".join(options.queues), options.broker, options.name)
        worker.start()

    def _wait_for_broker(self) -> None:
        told = ""
        while True:
            try:
                self._options.broker.check()
            except BrokerRefused:
                raise
            except BrokerError as error:
                if str(error) != told:
                    _LOGGER.error("%s It is tried again.", error)  # noqa: TRY400  for users, no traceback
                told = str(error)
                time.sleep(_BROKER_PAUSE)
            else:
                return

    def _begin_child(self, **_: object) -> None:
        """Set up the process that does the jobs."""
        if sys.platform == "linux":
            # It must not outlive the one that started it, however that ends.
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != self._parent:
                os.kill(os.getpid(), signal.SIGKILL)
        options = self._options
        self._errands = Errands(options.name, self._process, shares_files=options.shares_files)
        threading.Thread(target=self._report_always, name="report", daemon=True).start()

    def _perform(self, task: Any, ticket: dict[str, Any]) -> None:
        """Do one job. What raises here is not lost: who has the job notices, and gives another ticket out."""
        if self._errands is None:
            raise RuntimeError("the process was not set up")
        try:
            self._errands.do(msgspec.convert(ticket, Ticket))
        except msgspec.ValidationError:
            _LOGGER.error("A ticket is of another release: update this machine or the served worker")  # noqa: TRY400
        except OtherVersion as version:
            _LOGGER.error(  # noqa: TRY400  for users, no traceback
                "The served worker speaks version %s of the protocol, this one %d: update the older one",
                version,
                PROTOCOL_VERSION,
            )
            time.sleep(_VERSION_PAUSE)
            raise environment.library("celery.exceptions").Reject(requeue=True) from None
        except Unreachable as error:
            tries = int(task.request.retries)
            if tries >= _RETRIES:
                _LOGGER.warning("A job is left: who has it does not answer (%s)", error)
                return
            raise task.retry(countdown=_FIRST_PAUSE * 2**tries) from None

    def _report_always(self) -> None:
        """Tell who serves Home Assistant, every few seconds, that this machine is there."""
        while True:
            # The broker is away: Celery says so, and this is told again in a moment.
            with contextlib.suppress(Exception), self._options.broker.connection() as to, to.Producer() as producer:
                while True:
                    self._report(producer)
                    time.sleep(REPORT_EVERY)
            time.sleep(REPORT_EVERY)

    def _report(self, producer: Any) -> None:
        errands = self._errands
        if errands is None:
            return
        models = errands.models
        choice = models.inference.device_choice
        report = MachineReport(
            name=self._options.name,
            instance=self._process,
            version=VERSION,
            protocol=PROTOCOL_VERSION,
            device=choice.name or environment.describe_device(),
            queues=tuple(self._options.queues),
            working=errands.working,
            detector=errands.detector,
            captioner=errands.captioner,
            detector_ms=choice.ms or models.inference.mean_ms,
            memory_mb=models.memory_mb(),
            gpu_memory_mb=models.gpu_memory_mb(),
        )
        producer.publish(
            msgspec.to_builtins(report), exchange=machines(), declare=[machines()], serializer="json", retry=False
        )


def _leave_logging(**_: object) -> None:
    """Keep Celery from changing what is logged, and how; that something listens is what keeps it from that."""
