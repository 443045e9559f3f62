"""The keeper's process: one thread, one selector, clients on one side and recordings on the other."""

from __future__ import annotations

import json
import secrets
import selectors
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from ..command import reading, record_arguments
from .kept import Kept
from .parameters import unpack
from .wire import LONGEST_MESSAGE, LONGEST_NONCE, PROTOCOL, SOCKET, NotPrivateError, check_own, prove

FIRST_SECONDS: Final = 20.0
"""How long a new keeper waits for its first client."""
BACKLOG: Final = 256 * 1024
"""Bytes that may wait for a client that does not read; what comes after stays in the journal."""
PIECE: Final = 64 * 1024
LEASE_LIMIT: Final = 600.0
PROVE_SECONDS: Final = 10.0
MOST_UNPROVEN: Final = 32
"""Connections that have not proved yet that they know the token."""


class BadRequestError(Exception):
    """A client said what is not in the protocol."""


class Client:
    """One connection."""

    def __init__(self, connection: socket.socket) -> None:
        self.socket = connection
        self.prove_until: float | None = None
        """When it must have proved that it has the token, on the monotonic clock; None when it need not, any more."""
        self.login: str | None = None
        """What would prove it."""
        self.kept: Kept | None = None
        self.starting = False
        """It started its recording, and may yet be gone without having heard so."""
        self.ready = False
        self.caught_up = False
        self.sent = 0
        """The number of the last word that was passed on."""
        self.told_exit = False
        self.rest = b""
        self.fds: list[int] = []
        self.out = bytearray()
        self.first_fd: int | None = None
        """A descriptor that goes with the first byte of the next answer."""


class Server:
    """Serves until there is nothing to keep and nobody to keep it for."""

    def __init__(
        self, folder: Path, listener: socket.socket, *, program: str, root: Path, token: str | None = None
    ) -> None:
        """Take what is served from, and what is run for whoever asks: `program`, which writes beneath `root` only.

        With a token it is the app's: whoever proves to have that is served, of other containers too, until told to end.
        """
        self._token = token
        self._program = program
        self._root = root.resolve()
        self._path = folder / SOCKET
        self._listener = listener
        self._selector = selectors.DefaultSelector()
        self._clients: set[Client] = set()
        self._kept: dict[str, Kept] = {}
        self._ending = False
        self._first_until: float | None = time.monotonic() + FIRST_SECONDS
        self._signals, self._signal_writer = socket.socketpair()

    def run(self) -> None:
        """Serve; returns when everything has ended, before anybody hears of that."""
        for number in (signal.SIGTERM, signal.SIGCHLD):
            signal.signal(number, self._note_signal)
        for number in (signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for end in (self._signals, self._signal_writer, self._listener):
            end.setblocking(False)
        signal.set_wakeup_fd(self._signal_writer.fileno(), warn_on_full_buffer=False)
        self._selector.register(self._signals, selectors.EVENT_READ, self._drain_signals)
        self._selector.register(self._listener, selectors.EVENT_READ, self._accept)
        while not self._is_done():
            for key, mask in self._selector.select(self._patience()):
                if self._selector.get_map().get(key.fd) is key:  # not closed by one before it
                    key.data(mask)
            self._look_around()
        # From now on a newcomer finds nobody and starts another keeper.
        self._path.unlink(missing_ok=True)
        self._listener.close()

    def hang_up(self) -> None:
        """Let the clients hear that it has ended: when this place is free, since they may start another at once."""
        for client in list(self._clients):
            self._drop(client)

    def _is_done(self) -> bool:
        if self._kept:
            return False
        return self._ending or (self._token is None and not self._clients and self._first_until is None)

    def _patience(self) -> float | None:
        times = [kept.deadline for kept in self._kept.values()]
        times.append(self._first_until)
        times += [client.prove_until for client in self._clients]
        soonest = min((at for at in times if at is not None), default=None)
        return None if soonest is None else max(0.0, soonest - time.monotonic())

    def _note_signal(self, number: int, _frame: object) -> None:
        if number == signal.SIGTERM:
            self._ending = True

    def _drain_signals(self, _mask: int) -> None:
        with suppress(BlockingIOError):
            self._signals.recv(4096)

    # Time.

    def _look_around(self) -> None:
        """Do what is due: leases, ends, and words for those who listen."""
        now = time.monotonic()
        if self._first_until is not None and now > self._first_until:
            self._first_until = None
        for client in list(self._clients):
            if client.prove_until is not None and now >= client.prove_until:
                self._drop(client)
        for kept in list(self._kept.values()):
            if kept.until is not None and now >= kept.until:
                kept.until, kept.abandoned = None, True
            if kept.abandoned or self._ending:
                kept.end(now)
            kept.step(now)
            if kept.is_overdue(now):
                self._close_pipes(kept)
            if kept.reap(now) and (kept.abandoned or (self._ending and not self._client_of(kept))):
                self._forget(kept)
        for client in list(self._clients):
            self._pass_on(client, now)

    def _client_of(self, kept: Kept) -> Client | None:
        return next((client for client in self._clients if client.kept is kept), None)

    def _forget(self, kept: Kept) -> None:
        del self._kept[kept.key]
        self._close_pipes(kept)
        kept.close()

    def _close_pipes(self, kept: Kept) -> None:
        for pipe in kept.pipes.values():
            self._selector.unregister(pipe)
            pipe.close()
        kept.pipes.clear()

    # Clients.

    def _accept(self, _mask: int) -> None:
        with suppress(OSError):
            connection, _ = self._listener.accept()
            client = Client(connection)
            try:
                if self._token is None:
                    check_own(connection)
                else:
                    client.prove_until = time.monotonic() + PROVE_SECONDS
            except NotPrivateError:
                connection.close()
                return
            if sum(one.prove_until is not None for one in self._clients) >= MOST_UNPROVEN:
                connection.close()
                return
            connection.setblocking(False)
            self._clients.add(client)
            self._first_until = None
            self._selector.register(connection, selectors.EVENT_READ, lambda mask: self._serve(client, mask))

    def _serve(self, client: Client, mask: int) -> None:
        try:
            if mask & selectors.EVENT_WRITE:
                self._write(client)
            if mask & selectors.EVENT_READ:
                self._read(client)
        except BlockingIOError:
            return
        except (OSError, BadRequestError, ValueError, KeyError, TypeError):
            self._drop(client)

    def _read(self, client: Client) -> None:
        piece, fds, _, _ = socket.recv_fds(client.socket, PIECE, 1)
        client.fds += fds
        if not piece:
            self._drop(client)
            return
        *lines, client.rest = (client.rest + piece).split(b"\n")
        if len(client.rest) > LONGEST_MESSAGE:
            raise BadRequestError
        for line in lines:
            self._obey(client, json.loads(line))
            if client not in self._clients:
                return

    def _write(self, client: Client) -> None:
        if client.out and client.first_fd is not None:
            sent = socket.send_fds(client.socket, [bytes(client.out[:PIECE])], [client.first_fd])
            client.first_fd = None
        else:
            sent = client.socket.send(bytes(client.out[:PIECE]))
        del client.out[:sent]
        self._want(client)

    def _want(self, client: Client) -> None:
        if client not in self._clients:
            return
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if client.out else 0)
        if self._selector.get_key(client.socket).events != wanted:
            self._selector.modify(client.socket, wanted, self._selector.get_key(client.socket).data)

    def _say(self, client: Client, **message: Any) -> None:
        client.out += json.dumps(message, separators=(",", ":")).encode() + b"\n"
        try:
            self._write(client)
        except BlockingIOError:
            self._want(client)
        except OSError:
            self._drop(client)

    def _drop(self, client: Client) -> None:
        """A client is gone; what it had goes on for its lease."""
        if client not in self._clients:
            return
        self._clients.discard(client)
        self._selector.unregister(client.socket)
        client.socket.close()
        self._close_fds(client)
        kept, client.kept = client.kept, None
        if kept is not None:
            kept.until = time.monotonic() + kept.lease
            kept.abandoned = client.starting

    @staticmethod
    def _close_fds(client: Client) -> None:
        while client.fds:
            socket.close(client.fds.pop())

    # Requests.

    def _obey(self, client: Client, request: dict[str, Any]) -> None:
        operation = request["op"]
        if self._token is not None and client.prove_until is not None:
            self._let_in(client, self._token, operation, request)
            return
        if operation == "end_all":
            self._ending = True
            return
        if client.kept is None:
            if request.get("protocol") != PROTOCOL:
                self._say(client, ok=False, reason="protocol", protocol=PROTOCOL)
            elif self._ending:
                self._say(client, ok=False, reason="ending")
            elif operation == "start":
                self._start(client, request)
            elif operation == "adopt":
                self._adopt(client, request)
            elif operation == "settle":
                self._settle(set(request["keys"]))
                self._say(client, ok=True)
            elif operation == "stay":
                self._say(client, ok=True, program=self._program, root=str(self._root))
            else:
                raise BadRequestError
            return
        self._obey_holder(client, client.kept, operation, request)

    def _let_in(self, client: Client, token: str, operation: str, request: dict[str, Any]) -> None:
        """Have a client prove that it has the token, after having proved the same to it."""
        if operation == "login" and client.login is None:
            if request.get("protocol") != PROTOCOL:
                self._say(client, ok=False, reason="protocol", protocol=PROTOCOL)
                return
            nonce, challenge = str(request["nonce"])[:LONGEST_NONCE], secrets.token_hex(16)
            client.login = prove(token, role="client", nonce=nonce, challenge=challenge)
            proof = prove(token, role="keeper", nonce=nonce, challenge=challenge)
            self._say(client, challenge=challenge, proof=proof)
        elif operation == "prove" and client.login is not None:
            if not secrets.compare_digest(client.login, str(request["proof"])):
                raise BadRequestError
            client.prove_until = None
        else:
            raise BadRequestError

    def _obey_holder(self, client: Client, kept: Kept, operation: str, request: dict[str, Any]) -> None:
        match operation:
            case "ready":
                client.ready, client.starting = True, False
            case "checkpoint":
                kept.checkpoint, kept.state = int(request["number"]), dict(request["state"])
                kept.journal.forget(kept.checkpoint)
            case "signal":
                kept.signal(int(request["number"]))
            case "detach":
                kept.until = time.monotonic() + min(float(request["lease"]), LEASE_LIMIT)
                client.kept = None
                self._say(client, detached=True)
            case "forget":
                client.kept = None
                if kept.code is None:
                    kept.abandoned = True
                else:
                    self._forget(kept)
            case _:
                raise BadRequestError

    def _start(self, client: Client, request: dict[str, Any]) -> None:
        key = str(request["key"])
        if key in self._kept:
            self._say(client, ok=False, reason="taken")
            return
        recording = unpack(request["recording"], self._root)
        lock = client.fds.pop() if client.fds else None
        try:
            kept = Kept(
                key,
                [*reading(self._program, recording.source), *record_arguments(recording)],
                recording.script,
                lock,
                min(float(request["lease"]), LEASE_LIMIT),
            )
        except OSError as error:
            if lock is not None:
                socket.close(lock)
            self._say(client, ok=False, reason="failed", error=error.strerror or str(error))
            return
        kept.state = dict(request["state"])
        self._kept[key] = kept
        for source, pipe in kept.pipes.items():
            self._selector.register(
                pipe, selectors.EVENT_READ, lambda _, kept=kept, source=source: self._hear(kept, source)
            )
        client.kept, client.starting = kept, True
        self._say(client, ok=True, pid=kept.pid)

    def _adopt(self, client: Client, request: dict[str, Any]) -> None:
        kept = self._kept.get(str(request["key"]))
        if kept is None or kept.abandoned or self._client_of(kept) is not None:
            self._say(client, ok=False, reason="none" if kept is None else "taken")
            return
        kept.until, kept.lease = None, min(float(request["lease"]), LEASE_LIMIT)
        client.kept, client.sent = kept, kept.checkpoint
        client.first_fd = kept.lock
        self._say(client, ok=True, pid=kept.pid, number=kept.checkpoint, state=kept.state, locked=kept.lock is not None)

    def _settle(self, keys: set[str]) -> None:
        for kept in self._kept.values():
            if kept.key not in keys and self._client_of(kept) is None:
                kept.abandoned = True

    # Recordings.

    def _hear(self, kept: Kept, source: str) -> None:
        pipe = kept.pipes[source]
        if not kept.read(source):
            self._selector.unregister(pipe)

    def _pass_on(self, client: Client, now: float) -> None:
        """Pass on what is new, as far as the client reads."""
        kept = client.kept
        if kept is None or not client.ready or len(client.out) > BACKLOG:
            return
        if words := kept.journal.after(client.sent):
            client.sent = words[-1].number
            self._say(
                client, words=[[word.number, word.wall, word.monotonic, word.source, word.text] for word in words]
            )
        if not client.caught_up:
            client.caught_up = True
            self._say(client, live=True)
        if not client.told_exit and kept.reap(now):
            client.told_exit = True
            self._say(client, exit=kept.code)
