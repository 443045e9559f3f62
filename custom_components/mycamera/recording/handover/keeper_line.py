"""One conversation with a keeper: ours, or the app's after a login."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from ..keeper.wire import LONGEST_MESSAGE, PROTOCOL, SOCKET, check_own, prove

CALL_SECONDS: Final = 10.0
_LIMIT: Final = 4 * LONGEST_MESSAGE


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where a keeper is met: one of our own, or the app's, which is another container's and has a token."""

    place: Path
    token: str | None = field(default=None, repr=False)

    @property
    def address(self) -> Path:
        """The path of its Unix socket."""
        return self.place / SOCKET


class KeeperError(OSError):
    """The keeper cannot be reached or started."""


class RefusedError(Exception):
    """The keeper said no, for that reason."""

    def __init__(self, reason: str, error: str = "") -> None:
        super().__init__(error or reason)
        self.reason = reason


class KeeperLine:
    """A connection that the keeper has answered."""

    def __init__(self, connection: socket.socket, reply: dict[str, Any], descriptor: int | None) -> None:
        self.connection = connection
        self.reply = reply
        self.descriptor = descriptor
        self.pid = int(reply.get("pid", 0))
        """The recording's process; 0 where that is another container's, in which numbers mean other processes."""

    @classmethod
    def open(cls, meeting: Meeting, request: dict[str, Any], descriptor: int | None) -> Self:
        """Connect and ask; blocks. Closes `descriptor`, which the keeper gets. Raises OSError and ValueError."""
        connection = socket.socket(socket.AF_UNIX)
        received: list[int] = []
        try:
            connection.settimeout(CALL_SECONDS)
            connection.connect(str(meeting.address))
            if meeting.token is None:
                check_own(connection)
            else:
                _log_in(connection, meeting.token)
            words = json.dumps(request).encode() + b"\n"
            sent = socket.send_fds(connection, [words], [] if descriptor is None else [descriptor])
            connection.sendall(words[sent:])
            answer = b""
            while not answer.endswith(b"\n"):  # it says nothing more before it is told to
                piece, fds, _, _ = socket.recv_fds(connection, 65536, 1)
                received += fds
                answer += piece or b"\n"
            for fd in received:
                os.set_inheritable(fd, False)
            reply = json.loads(answer)
            if meeting.token is not None:
                reply.pop("pid", None)
            return cls(connection, reply, received[0] if received else None)
        except BaseException:
            connection.close()
            for fd in received:
                os.close(fd)
            raise
        finally:
            if descriptor is not None:
                os.close(descriptor)

    async def streams(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Return it for asyncio. Raises OSError."""
        try:
            self.connection.setblocking(False)
            return await asyncio.open_unix_connection(sock=self.connection, limit=_LIMIT)
        except BaseException:
            self.connection.close()
            raise

    def hang_up(self) -> None:
        """Close everything."""
        self.connection.close()
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None


def _log_in(connection: socket.socket, token: str) -> None:
    """Let the keeper prove that it has the token, then prove it; blocks. Raises KeeperError, OSError, ValueError."""
    nonce = secrets.token_hex(16)
    connection.sendall(json.dumps({"op": "login", "protocol": PROTOCOL, "nonce": nonce}).encode() + b"\n")
    answer = b""
    while not answer.endswith(b"\n"):
        piece = connection.recv(65536)
        if not piece or len(answer) > LONGEST_MESSAGE:
            raise KeeperError("the app's keeper does not answer a login")
        answer += piece
    told = json.loads(answer)
    if told.get("reason") == "protocol":
        raise KeeperError("the app's keeper is older or newer than this integration: update the older of the two")
    challenge = str(told.get("challenge"))
    expected = prove(token, role="keeper", nonce=nonce, challenge=challenge)
    if not secrets.compare_digest(expected, str(told.get("proof"))):
        raise KeeperError("what answers in the app's place does not know its token")
    proof = prove(token, role="client", nonce=nonce, challenge=challenge)
    connection.sendall(json.dumps({"op": "prove", "proof": proof}).encode() + b"\n")


async def ask(meeting: Meeting, request: dict[str, Any], descriptor: int | None = None) -> KeeperLine:
    """Ask a keeper something. Raises OSError, and RefusedError."""
    copy = None if descriptor is None else os.dup(descriptor)
    asking = asyncio.ensure_future(asyncio.to_thread(KeeperLine.open, meeting, {"protocol": PROTOCOL, **request}, copy))
    try:
        line = await asyncio.shield(asking)
    except ValueError as error:
        raise KeeperError(f"the keeper does not make sense: {error}") from error
    except asyncio.CancelledError:
        asking.add_done_callback(_hang_up_late)
        raise
    if not line.reply.get("ok"):
        line.hang_up()
        raise RefusedError(str(line.reply.get("reason")), str(line.reply.get("error", "")))
    return line


def _hang_up_late(asking: asyncio.Future[KeeperLine]) -> None:
    """Nobody waits for the answer any more: what was started ends."""
    if not asking.cancelled() and asking.exception() is None:
        asking.result().hang_up()
