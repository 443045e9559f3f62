"""What went wrong with a stream, read from ffmpeg's words.

ffmpeg exits with 0 when a camera drops and with 1 for everything else, so its messages are the only thing that tells a
wrong password from an unplugged camera.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar, Final

from .archive.segment import GapCause


class StreamError(Exception):
    """A stream cannot be opened, or goes on no longer; the text is for people, without credentials, perhaps empty."""

    cause: ClassVar = GapCause.FAILED
    """What the ledger says of the time that it costs."""


class HostUnreachable(StreamError):
    """Nobody answers at that host and port."""

    cause = GapCause.UNREACHABLE


class AuthenticationFailed(StreamError):
    """The camera wants another user name or password."""

    cause = GapCause.AUTHENTICATION_FAILED


class LoginUnsupported(AuthenticationFailed):
    """The camera insists on a kind of login that ffmpeg does not speak; the text names it."""


class TooManyConnections(StreamError):
    """The camera is there, and serves as many others as it can."""

    cause = GapCause.TOO_MANY_CONNECTIONS


class StreamNotFound(StreamError):
    """The camera has no stream at that path."""

    cause = GapCause.STREAM_NOT_FOUND


class NoVideo(StreamError):
    """The stream has no video, or none that can be understood."""

    cause = GapCause.STREAM_NOT_FOUND


class StreamStalled(StreamError):
    """The camera answers, but sends nothing in time, or nothing any more."""

    cause = GapCause.STALLED


class ClockJumped(StreamError):
    """The camera's own clock jumped."""

    cause = GapCause.TIMESTAMPS


class ClockWrong(StreamError):
    """The camera's time stamps never told the time: from now on, frames are stamped as they arrive."""

    cause = GapCause.TIMESTAMPS


class StreamChanged(StreamError):
    """The camera sends something else than before, which a file of its own must begin with."""

    cause = GapCause.STREAM_CHANGED


class Disconnected(StreamError):
    """The camera ended the connection."""

    cause = GapCause.DISCONNECTED


class StorageFailed(StreamError):
    """What the camera sends cannot be written."""

    cause = GapCause.STORAGE_UNAVAILABLE


_PATTERNS: Final = (
    (
        StorageFailed,
        r"no space left|read-only file system|disk quota exceeded|stale file handle|error writing trailer",
    ),
    (
        StorageFailed,
        r"(failed to open segment|could not write header|av_interleaved_write_frame).*(input/output error)",
    ),
    (TooManyConnections, r"\b(453|503)\b|not enough bandwidth|service unavailable"),
    (AuthenticationFailed, r"\b(401|403)\b|unauthori[sz]ed|forbidden"),
    (StreamNotFound, r"\b(404|454)\b|not found"),
    (
        HostUnreachable,
        r"connection refused|no route to host|(network|host) is (unreachable|down)|connection to .* failed|resolve",
    ),
    (StreamStalled, r"timed out|timeout"),
    (NoVideo, r"matches no streams|does not contain any stream|unable to find a suitable output"),
    (NoVideo, r"could not find codec parameters.*video|dimensions not set"),
    (Disconnected, r"connection reset|broken pipe|end of file"),
)
_COMPILED: Final = tuple((error, re.compile(pattern, re.IGNORECASE)) for error, pattern in _PATTERNS)
_PREFIX: Final = re.compile(r"^(\[[^\]]*\] ?)*(connection to \S+ failed: |pipe:0: )?", re.IGNORECASE)
_NOISE: Final = re.compile(
    # The last is what a connection leaves that ends in the middle of a frame.
    r"timestamps are unset|non-monoton|impossible to open|^\s*last message repeated|missing picture in access unit"
    # Of H.265; it says nothing of why a connection ended.
    r"|co located pocs unavailable"
    # What it says of itself where it is ended in a hurry.
    r"|immediate exit requested",
    re.IGNORECASE,
)


_REMARK: Final = re.compile(r"^(\[[^\]]*\] ?)*\[(verbose|info|warning)\]", re.IGNORECASE)


def classify(lines: Iterable[str]) -> StreamError:
    """Return the error that ffmpeg's (redacted) messages describe, with the message that says it best."""
    messages = [_PREFIX.sub("", line).strip() for line in lines if not (_REMARK.match(line) or _NOISE.search(line))]
    for error, pattern in _COMPILED:
        for message in messages:
            if pattern.search(message):
                return error(message)
    return StreamError(messages[-1] if messages else "")
