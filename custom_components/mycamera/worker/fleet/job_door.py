"""A consumer's way to the process that has a job: by HTTP, with the ticket's token, to its certificate alone."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import ssl
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ..cancellation import Cancellation
from ..failures import SourceInvalidError, SourceMissingError, SourceUnreachableError
from ..fetching import MAX_DOWNLOAD, refused
from ..protocol.captions import Describe
from ..protocol.configuration import Configure, Configured
from ..protocol.jobs import JobFailed
from ..protocol.messages import JobResult, decode_client, encode
from ..protocol.pictures import Picture, ProtocolError, decode_picture, encode_picture
from ..protocol.recordings import Analyze, ExtractFrames
from ..protocol.versions import PROTOCOL_VERSION
from .queues import FleetRequest
from .ticket import (
    AGAIN_HEADER,
    MACHINE_HEADER,
    MAX_BUNDLE,
    PATH,
    RUN_HEADER,
    VERSION_HEADER,
    Ticket,
    bundle,
    unbundle,
)

_TIMEOUT: Final = 10.0
_DELIVER_FOR: Final = 120.0
"""Seconds for which a result that cannot be brought is offered again and again."""
_DELIVER_PAUSE: Final = 2.0
_CHUNK: Final = 256 * 1024
_CLOSED: Final = frozenset({404, 409, 410})


class Unreachable(Exception):
    """The process that has the job does not answer, or not as one would."""


class OtherVersion(Exception):
    """It speaks another version of the protocol."""


@dataclass(frozen=True, slots=True)
class TakenJob:
    """A job that was taken."""

    settings: Configure
    request: FleetRequest
    pictures: Sequence[Picture]


class JobDoor:
    """Speaks of one job. Every request is a connection of its own: between them minutes may pass."""

    def __init__(self, ticket: Ticket, machine: str, run: str) -> None:
        self._ticket = ticket
        self._headers = {
            "Authorization": f"Bearer {ticket.token}",
            MACHINE_HEADER: machine,
            RUN_HEADER: run,
            VERSION_HEADER: str(PROTOCOL_VERSION),
        }

    def take(self) -> TakenJob | None:
        """Return the job; None where it is closed, or another has it.

        Raises:
            Unreachable: nobody answers.
            OtherVersion: this side and the other are not of one release.
        """
        status, body = self._ask("POST", "take")
        if status in _CLOSED:
            return None
        if status == http.client.UPGRADE_REQUIRED:
            raise OtherVersion(body.decode("ascii", "replace")[:20])
        if status != http.client.OK:
            raise Unreachable(f"it answers {status}")
        try:
            return _taken(unbundle(body))
        except ProtocolError as error:
            raise Unreachable(str(error)) from None

    def beat(self) -> bool:
        """Give a sign of life; return whether the job is still wanted of this side.

        Raises:
            Unreachable: nobody answers.
        """
        status, _ = self._ask("POST", "beat")
        return status not in _CLOSED

    def deliver(
        self, result: JobResult | JobFailed | Configured, pictures: Sequence[Picture], *, again: bool = True
    ) -> bool:
        """Bring the result; return whether it was wanted. What cannot be brought in two minutes is not."""
        body = b"".join(bundle([*map(encode_picture, pictures), encode(result)]))
        until = time.monotonic() + _DELIVER_FOR
        while True:
            try:
                status, _ = self._ask("POST", "result", body, {} if again else {AGAIN_HEADER: "no"})
            except Unreachable:
                if time.monotonic() > until:
                    raise
                time.sleep(_DELIVER_PAUSE)
                continue
            if status in _CLOSED or status == http.client.NO_CONTENT:
                return status == http.client.NO_CONTENT
            raise Unreachable(f"it answers {status} to a result")

    def fetch_recording(self, target: Path, cancellation: Cancellation) -> None:
        """Bring a recording that is a file of the other side.

        Raises:
            JobError: it is not there, or does not come.
        """
        received = 0
        try:
            connection = self._connection()
            try:
                connection.request("GET", self._path("recording"), headers=self._headers)
                answer = connection.getresponse()
                if answer.status in _CLOSED:
                    raise SourceMissingError("There is no such recording.")
                if answer.status != http.client.OK:
                    raise refused(answer.status)
                with target.open("wb") as file:
                    while chunk := answer.read(_CHUNK):
                        cancellation.check()
                        received += len(chunk)
                        if received > MAX_DOWNLOAD:
                            raise SourceInvalidError(f"The recording is larger than {MAX_DOWNLOAD // 1024**3} GiB.")
                        file.write(chunk)
                if answer.length:
                    raise SourceUnreachableError(
                        "The recording could not be fetched: the server sent only a part of it."
                    )
            finally:
                connection.close()
        except (OSError, http.client.HTTPException) as error:
            raise SourceUnreachableError(f"The recording could not be fetched ({error}).") from error

    def _path(self, action: str) -> str:
        return f"{urlsplit(self._ticket.address).path.rstrip('/')}{PATH}/{self._ticket.job}/{action}"

    def _connection(self) -> http.client.HTTPConnection:
        """Return an open connection.

        Raises:
            OSError: nobody listens, or it is not the one that gave the ticket out.
        """
        parts = urlsplit(self._ticket.address)
        host = parts.hostname or ""
        if parts.scheme != "https":
            connection = http.client.HTTPConnection(host, parts.port, timeout=_TIMEOUT)
            connection.connect()
            return connection
        context = ssl.create_default_context()
        if self._ticket.fingerprint:  # of one that no authority vouches for: it is compared below
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        encrypted = http.client.HTTPSConnection(host, parts.port, timeout=_TIMEOUT, context=context)
        encrypted.connect()
        if self._ticket.fingerprint:
            shown = encrypted.sock.getpeercert(binary_form=True) or b""
            if not hmac.compare_digest(hashlib.sha256(shown).hexdigest(), self._ticket.fingerprint):
                encrypted.close()
                raise ConnectionRefusedError("it shows another certificate")
        return encrypted

    def _ask(
        self, method: str, action: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        try:
            connection = self._connection()
            try:
                connection.request(method, self._path(action), body, self._headers | (headers or {}))
                answer = connection.getresponse()
                return answer.status, answer.read(MAX_BUNDLE)
            finally:
                connection.close()
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(str(error) or type(error).__name__) from error


def _taken(frames: Iterable[str | bytes]) -> TakenJob:
    pictures: list[Picture] = []
    settings: Configure | None = None
    for frame in frames:
        if isinstance(frame, bytes):
            pictures.append(decode_picture(frame))
            continue
        message = decode_client(frame)
        if isinstance(message, Configure):
            settings = message
        elif settings is not None and isinstance(message, Analyze | ExtractFrames | Describe):
            return TakenJob(settings, message, pictures)
        else:
            raise ProtocolError("no job")
    if settings is None:
        raise ProtocolError("no job")
    return TakenJob(settings, settings, ())
