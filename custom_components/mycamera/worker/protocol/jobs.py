"""How any job ends without a result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .values import Identifier, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Give up a job; its answer is `JobFailed` with code `cancelled`, unless it was already done."""

    job: Identifier


type FailureCode = Literal[
    "cancelled",
    "overloaded",
    "source_missing",  # no such file or address, or the camera is not seen
    "source_unreachable",  # it could not be fetched or read now
    "storage_unreachable",  # no recording could: a share is not mounted, or who has them gives none
    "source_invalid",  # not a video or picture, empty, truncated beyond use, or hostile in size
    "model_missing",  # no such model, and it could not be downloaded
    "model_invalid",  # a file that is no model of the wanted kind
    "model_no_person_class",
    "out_of_memory",
    "disabled",
    "unknown_picture",
    "internal",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFailed:
    """A job ended without a result. `message` is one English sentence without passwords or tokens."""

    job: Identifier
    code: FailureCode
    message: Text
