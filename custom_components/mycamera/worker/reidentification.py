"""The worker's re-identification model, if a user has added one: opened beside all else, and given up where it fails.

Nothing waits for it and nothing fails with it: without it persons are told apart by place and clothes.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from .detection.detections import Frame
from .failures import InternalError, JobError
from .protocol.values import Box
from .tracking.calibration import Calibration
from .tracking.embedder import Embedder
from .tracking.embedding import Embedding
from .tracking.recognition import Portraits

_LOGGER = logging.getLogger(__name__)

_OFF: Final = ""


class Reidentification:
    """Which model is used, and what is wrong with it. Any thread may use it."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "re-identification")
        self._name = _OFF
        self._embedder: Embedder | None = None
        self._problem: JobError | None = None

    @property
    def problem(self) -> str:
        """Why the model cannot be used; empty where it can, or where none is named."""
        problem = self._problem
        return problem.message if problem is not None else ""

    def configure(self, name: str) -> Future[JobError | None]:
        """Use another model, or none for an empty name; the future tells what is wrong with it.

        A model that failed is opened anew; one that is in use already stays.
        """
        answer: Future[JobError | None] = Future()
        answer.set_running_or_notify_cancel()

        def work() -> None:
            if name != self._name or self._embedder is None:
                self._name, self._embedder, self._problem = name, None, None
                if name:
                    self._open(name)
            answer.set_result(self._problem)

        self._thread.submit(work)
        return answer

    def stop(self) -> None:
        """Take nothing on any more."""
        self._thread.shutdown(wait=False)

    def _open(self, name: str) -> None:
        try:
            self._embedder = Embedder(name)
        except JobError as problem:
            _LOGGER.warning("The re-identification model cannot be used: %s", problem)
            self._problem = problem
        except Exception as error:
            _LOGGER.exception("Opening the re-identification model failed")
            self._problem = InternalError.of(error)

    def portraits(self, picture: Frame) -> Portraits | None:
        """Return what looks at the persons of a picture; None where no model is in use."""
        embedder = self._embedder
        return None if embedder is None else Portraits(_Guarded(self, embedder), picture)

    def failed(self, embedder: Embedder, problem: JobError) -> None:
        """Use a model no more, until it is configured again."""
        if self._embedder is embedder:
            self._embedder, self._problem = None, problem


class _Guarded:
    """A model whose failure is its own: whoever asks is told that nothing can be told."""

    def __init__(self, owner: Reidentification, embedder: Embedder) -> None:
        self._owner = owner
        self._embedder = embedder

    @property
    def calibration(self) -> Calibration:
        """What its distances tell."""
        return self._embedder.calibration

    def describe(self, picture: Frame, boxes: Sequence[Box]) -> list[Embedding | None]:
        """Return what it says of some persons; nothing of them where it fails."""
        try:
            return self._embedder.describe(picture, boxes)
        except JobError as problem:
            self._owner.failed(self._embedder, problem)
            return [None] * len(boxes)
