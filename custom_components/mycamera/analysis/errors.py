"""What can go wrong between Home Assistant and the worker."""

from __future__ import annotations

from ..worker.protocol.jobs import FailureCode
from ..worker.protocol.versions import PROTOCOL_VERSION


class WorkerError(Exception):
    """Base of all errors about the worker. Texts contain neither tokens nor camera passwords."""


class WorkerUnreachable(WorkerError):
    """No worker answers at the address, or the connection to it is not up."""


class WorkerLost(WorkerUnreachable):
    """The connection went away while a job was running; the job may be tried again."""


class WorkerRefusedToken(WorkerError):
    """The worker does not accept the token."""


class WorkerRefusedCode(WorkerError):
    """The worker does not accept the pairing code, or did not know it itself."""


class WorkerHasNoCode(WorkerError):
    """The worker's code is used up, or it was started without one."""


class WorkerShowsOtherCertificate(WorkerError):
    """What answers at the address does not have the certificate that was pinned when it was paired."""


class WorkerVersionMismatch(WorkerError):
    """The worker speaks another version of the protocol."""

    def __init__(self, theirs: int) -> None:
        older = theirs < PROTOCOL_VERSION
        super().__init__(
            f"the worker speaks protocol version {theirs}, this integration version {PROTOCOL_VERSION}: "
            f"update the {'worker' if older else 'integration'}"
        )
        self.theirs = theirs
        self.ours = PROTOCOL_VERSION
        self.worker_is_older = older


class WorkerStartFailed(WorkerError):
    """The managed worker's process did not come up."""


class JobError(WorkerError):
    """The worker answered a job with a failure."""

    def __init__(self, code: FailureCode, message: str) -> None:
        super().__init__(message)
        self.code = code

    @property
    def about_model(self) -> bool:
        """True where the model is at fault, not the job: every other job would fail the same way."""
        return self.code in {"model_missing", "model_invalid", "model_no_person_class", "disabled"}

    @property
    def permanent(self) -> bool:
        """True where trying the same job again cannot help."""
        return self.code in {"source_missing", "source_invalid"}


class JobTimedOut(JobError):
    """The worker took a job and did not answer for very long: it has too much to do, or hangs."""


class CaptionerError(Exception):
    """Base of what can go wrong when pictures are described."""


class CaptionerUnavailable(CaptionerError):
    """The captioner takes no pictures now; nothing is known about these."""


class CaptionFailed(CaptionerError):
    """The captioner took the pictures and could not describe them."""

    def __init__(self, message: str, *, permanent: bool = False, lost: bool = False) -> None:
        """Say where trying again cannot help, and where the captioner was lost over these pictures."""
        super().__init__(message)
        self.permanent = permanent
        self.lost = lost
