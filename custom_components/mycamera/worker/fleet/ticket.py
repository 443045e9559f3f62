"""What the broker carries, and the words by which a consumer and the dispatcher speak about one job over HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from msgspec import Meta

from ..protocol.first_meeting import learn
from ..protocol.pictures import MAX_HELD_BYTES, MAX_PICTURE_BYTES, ProtocolError
from ..protocol.values import Count, Identifier, Text

PATH: Final = "/fleet"
MACHINE_HEADER: Final = "X-Mycamera-Machine"
RUN_HEADER: Final = "X-Mycamera-Run"
"""One try of one consumer at one job."""
VERSION_HEADER: Final = "X-Mycamera-Protocol"
AGAIN_HEADER: Final = "X-Mycamera-Again"
"""`no`: another try would come to the same."""
BEAT_EVERY: Final = 2.0
"""Seconds between two signs of life of who has taken a job."""
LEASE: Final = 10.0
"""Seconds without a sign of life after which a job is given to another."""
MAX_BUNDLE: Final = MAX_HELD_BYTES + 64 * 1024 * 1024
_HEAD: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """That there is a job, and where: all that lies in the broker. Good for nothing once the job is done."""

    job: Identifier
    attempt: Count
    address: Text
    """Of the process that has the job, `http://` or `https://`."""
    token: Text
    fingerprint: Annotated[str, Meta(pattern=r"\A(|[0-9a-f]{64})\Z")] = ""
    """SHA-256 of that process's certificate."""


learn(Ticket)


def bundle(frames: Iterable[str | bytes]) -> Iterator[bytes]:
    """Return frames of the protocol, one behind the other: each with one byte that tells its kind, and its length."""
    for frame in frames:
        payload = frame.encode() if isinstance(frame, str) else frame
        yield (b"t" if isinstance(frame, str) else b"b") + len(payload).to_bytes(_HEAD - 1, "big")
        yield payload


def unbundle(data: bytes) -> Iterator[str | bytes]:
    """Return the frames of a bundle.

    Raises:
        ProtocolError: it is broken.
    """
    at = 0
    while at < len(data):
        kind, length = data[at : at + 1], int.from_bytes(data[at + 1 : at + _HEAD], "big")
        payload = data[at + _HEAD : at + _HEAD + length]
        if kind not in {b"t", b"b"} or len(payload) != length or length > MAX_PICTURE_BYTES + 1024:
            raise ProtocolError("a broken bundle")
        try:
            yield payload.decode() if kind == b"t" else payload
        except UnicodeDecodeError:
            raise ProtocolError("a broken bundle") from None
        at += _HEAD + length
