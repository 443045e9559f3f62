"""Why a job could not be done, in words for users; each failure belongs to one job and stops nothing else."""

from __future__ import annotations

import os
from typing import ClassVar

from .protocol.jobs import FailureCode
from .redaction import redact

_MAX_LENGTH = 500


class JobError(Exception):
    """A job that ends without a result. `message` is one English sentence, free of passwords."""

    code: ClassVar[FailureCode] = "internal"

    def __init__(self, message: str) -> None:
        self.message = redact(" ".join(message.split()))[:_MAX_LENGTH]
        super().__init__(self.message)


class CancelledError(JobError):
    """The client took the job back, or went away."""

    code = "cancelled"


class OverloadedError(JobError):
    """More jobs wait already than the worker keeps."""

    code = "overloaded"


class SourceMissingError(JobError):
    """There is no such file, or nothing at its address."""

    code = "source_missing"


class SourceUnreachableError(JobError):
    """It could not be fetched or read now; whether it is there is not known."""

    code: ClassVar[FailureCode] = "source_unreachable"


class StorageUnreachableError(SourceUnreachableError):
    """No recording can be had from there now: a share is not mounted, or who has them gives none."""

    code = "storage_unreachable"


class SourceInvalidError(JobError):
    """Not a video or picture, cut off beyond use, or hostile in size."""

    code = "source_invalid"


class ModelMissingError(JobError):
    """There is no such model, and it could not be downloaded."""

    code = "model_missing"


class ModelInvalidError(JobError):
    """The file is no model of the wanted kind."""

    code = "model_invalid"


class NoPersonClassError(JobError):
    """The detector knows none of the classes that count as persons; `classes` are those that it does know."""

    code = "model_no_person_class"

    def __init__(self, message: str, classes: tuple[str, ...]) -> None:
        super().__init__(message)
        self.classes = classes


class OutOfMemoryError(JobError):
    """One frame, or one picture, is more than the device's memory holds."""

    code = "out_of_memory"


class DisabledError(JobError):
    """The client's settings have switched this off."""

    code = "disabled"


class UnknownPictureError(JobError):
    """The picture was never sent, or was dropped since."""

    code = "unknown_picture"


class DetectorChangedError(JobError):
    """The settings named another detector while the job was under way; it can be begun again with that one."""

    code = "overloaded"


def in_words(error: BaseException) -> str:
    """Return the first line of what a library says of an error, in words where it only has a number or nothing."""
    lines = str(error).encode("ascii", "ignore").decode().removeprefix("ERROR ").strip().splitlines()
    # OpenVINO begins with the places in its source.
    lines = [line for line in lines if not line.startswith("Exception from ")]
    first = lines[0][:200].rstrip(".") if lines else ""
    if first.isdecimal():
        return os.strerror(int(first)).lower()
    if not first:
        return f"it breaks off with {type(error).__name__}"
    if "acceptable suffix" in first:
        return "its name does not end as a model's does"
    return first


class InternalError(JobError):
    """A fault of the worker itself."""

    @classmethod
    def of(cls, error: BaseException) -> InternalError:
        """Return the failure that tells of an unexpected exception."""
        return cls(f"Unexpected {type(error).__name__} in the worker: {error}")
