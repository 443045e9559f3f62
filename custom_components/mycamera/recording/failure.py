"""What went wrong with a stream, read from ffmpeg's words.

ffmpeg exits with 0 when a camera drops and with 1 for everything else, so its messages are the only thing that tells a
wrong password from an unplugged camera.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Failure(StrEnum):
    """Why a stream cannot be read or written."""

    UNREACHABLE = "unreachable"
    AUTHENTICATION = "authentication"
    NOT_FOUND = "not_found"
    TOO_MANY_CONNECTIONS = "too_many_connections"
    """The camera is there, and serves as many others as it can."""
    NO_VIDEO = "no_video"
    TIMEOUT = "timeout"
    STORAGE = "storage"
    TIMESTAMPS = "timestamps"
    """Never read from a message: the camera's clock jumped."""
    CHANGED = "changed"
    """Never read from a message: the camera sends another size or codec."""
    DISCONNECTED = "disconnected"
    OTHER = "other"


_PATTERNS: Final = (
    (
        Failure.STORAGE,
        r"no space left|read-only file system|disk quota exceeded|stale file handle|error writing trailer",
    ),
    (
        Failure.STORAGE,
        r"(failed to open segment|could not write header|av_interleaved_write_frame).*(input/output error)",
    ),
    (Failure.TOO_MANY_CONNECTIONS, r"\b(453|503)\b|not enough bandwidth|service unavailable"),
    (Failure.AUTHENTICATION, r"\b(401|403)\b|unauthori[sz]ed|forbidden"),
    (Failure.NOT_FOUND, r"\b(404|454)\b|not found"),
    (
        Failure.UNREACHABLE,
        r"connection refused|no route to host|(network|host) is (unreachable|down)|connection to .* failed|resolve",
    ),
    (Failure.TIMEOUT, r"timed out|timeout"),
    (Failure.NO_VIDEO, r"matches no streams|does not contain any stream|unable to find a suitable output"),
    (Failure.NO_VIDEO, r"could not find codec parameters.*video|dimensions not set"),
    (Failure.DISCONNECTED, r"connection reset|broken pipe|end of file"),
)
_COMPILED: Final = tuple((failure, re.compile(pattern, re.IGNORECASE)) for failure, pattern in _PATTERNS)
_PREFIX: Final = re.compile(r"^(\[[^\]]*\] ?)*(connection to \S+ failed: |pipe:0: )?", re.IGNORECASE)
_NOISE: Final = re.compile(
    # The last is what a connection leaves that ends in the middle of a frame.
    r"timestamps are unset|non-monoton|impossible to open|^\s*last message repeated|missing picture in access unit"
    # Of H.265; it says nothing of why a connection ended.
    r"|co located pocs unavailable",
    re.IGNORECASE,
)


_REMARK: Final = re.compile(r"^(\[[^\]]*\] ?)*\[(verbose|info|warning)\]", re.IGNORECASE)


def classify(lines: Iterable[str]) -> tuple[Failure, str]:
    """Name the failure that ffmpeg's (redacted) messages describe, and the message that says it best."""
    messages = [_PREFIX.sub("", line).strip() for line in lines if not (_REMARK.match(line) or _NOISE.search(line))]
    for failure, pattern in _COMPILED:
        for message in messages:
            if pattern.search(message):
                return failure, message
    return Failure.OTHER, messages[-1] if messages else ""
