"""What all clients of a worker share: the detector, the captioner, and the queues before them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future
from typing import Final

import psutil

from . import environment
from .cancellation import Cancellation
from .captions.captioner import Captioner
from .detection.gpu_priority import GpuPriority
from .detection.inference import Inference
from .downloads import Downloads
from .failures import JobError
from .jobs import Job, Lane
from .protocol.configuration import CaptionerSettings, ModelProblem
from .reidentification import Reidentification

_MOST_ANALYSES: Final = 64
_MOST_CAPTIONS: Final = 256


class SharedModels:
    """Owns the threads that work; `stop` before leaving."""

    def __init__(self) -> None:
        gpu_priority = GpuPriority()
        self.downloads = Downloads()
        self.inference = Inference(gpu_priority, self.downloads)
        self.reidentification = Reidentification()
        self.captioner = Captioner(gpu_priority, downloads=self.downloads)
        self.analyses = Lane("analysis", capacity=_MOST_ANALYSES, nice=environment.NICE_ANALYSIS)
        self.captions = Lane(
            "captions",
            capacity=_MOST_CAPTIONS,
            nice=environment.NICE_CAPTIONS,
            idle=self.captioner.unload,
            idle_after=lambda: self.captioner.idle_unload,
        )

    def stop(self) -> None:
        """Cancel everything. Threads in the middle of a model's work end after it."""
        self.analyses.stop()
        self.captions.stop()
        self.inference.stop()
        self.reidentification.stop()

    def configure_captions(self, settings: CaptionerSettings) -> Future[list[ModelProblem]]:
        """Take on the settings of captions; the future tells what is wrong with the models that they name."""
        answer: Future[list[ModelProblem]] = Future()

        def work(_: Cancellation) -> Callable[[], None]:
            problems = self.captioner.configure(settings)
            return lambda: answer.set_result(problems)

        def failed(error: JobError) -> None:
            answer.set_result([ModelProblem(kind="captioner", code=error.code, message=error.message)])

        answer.set_running_or_notify_cancel()  # who waits may leave, but nobody takes it back
        self.captions.first(Job("configure", work, failed))
        return answer

    def memory_mb(self) -> float:
        """Return the memory of this process, MiB."""
        return float(psutil.Process().memory_info().rss) / 1024**2

    def gpu_memory_mb(self) -> float:
        """Return the memory that models hold on the GPU, MiB; 0 without one, or before any is loaded."""
        cuda = getattr(sys.modules.get("torch"), "cuda", None)
        try:
            return float(cuda.memory_reserved()) / 1024**2 if cuda is not None and cuda.is_initialized() else 0.0
        except (AttributeError, RuntimeError):
            # A thread is still importing torch, or the GPU is lost, which its jobs will tell. Health must go on: a
            # worker that is silent is taken for dead.
            return 0.0
