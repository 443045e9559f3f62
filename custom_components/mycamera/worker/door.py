"""The worker's door: takes connections in, and closes those that do not soon show that they may come in.

Whoever has not shown the token costs nothing that a client needs: of such connections there are few in all and from
each address, and each has ten seconds. Where there is no room for another, the oldest goes, of the address that has
the most; so whoever floods the door pushes out himself, and a client with the token still comes in.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ipaddress
import logging
import socket
import ssl
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from .seldom_log import SeldomLog

_LOGGER = logging.getLogger(__name__)

PROVE_WITHIN: Final = 10.0
"""Seconds from the connection to a whole request with the token, TLS included."""
MOST_UNPROVEN: Final = 64
MOST_UNPROVEN_EACH: Final = 16
"""From one address."""
_BACKLOG: Final = 128
_NO_ROOM: Final = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_LOOK_EVERY: Final = 0.5
"""Seconds between two looks whether a connection has left."""
_PAUSE: Final = 0.5
"""Seconds until the next try where the system has no room for another connection."""

type Place = ipaddress.IPv4Address | ipaddress.IPv6Network | str
type Peer = tuple[object, ...]
"""Address and port of the other side, as `socket.accept` and a transport's `peername` tell them."""


def place_of(host: str) -> Place:
    """Return what counts as one address: one of IPv4, or the network of 64 bits that everybody with IPv6 has."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return address
    return address.ipv4_mapped or ipaddress.IPv6Network((address, 64), strict=False)


@dataclass(eq=False, slots=True)
class _Connection:
    socket: socket.socket
    place: Place
    usher: asyncio.Task[None] | None = None
    transport: asyncio.Transport | None = None
    proven: asyncio.Event = field(default_factory=asyncio.Event)


class Door:
    """One listening address. `protocol` makes what speaks with a connection; `prove` says that it has the token."""

    def __init__(self, protocol: Callable[[], asyncio.BaseProtocol]) -> None:
        self._protocol = protocol
        self._tls: ssl.SSLContext | None = None
        self._listening: list[socket.socket] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._unproven: dict[Peer, _Connection] = {}
        """The oldest first."""
        self._turned_away = SeldomLog(_LOGGER, "A connection from %s did not show the token in time, and was closed")

    async def open(self, host: str, port: int, tls: ssl.SSLContext | None) -> tuple[str, int]:
        """Listen; return the address and the port, which the system chooses where 0 was asked for.

        Raises:
            OSError: the address is not this machine's, or taken.
        """
        self._tls = tls
        found = await asyncio.get_running_loop().getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        for family, kind, number, _, address in dict.fromkeys(found):
            listening = socket.socket(family, kind, number)
            self._listening.append(listening)
            listening.setblocking(False)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            listening.bind(address)
            listening.listen(_BACKLOG)
            self._spawn(self._accept(listening))
        name = self._listening[0].getsockname()
        return str(name[0]), int(name[1])

    async def close(self) -> None:
        """Stop listening, and close the connections that have not shown the token."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for listening in self._listening:
            listening.close()

    def prove(self, peer: Peer) -> None:
        """Let a connection stay: it has shown the token."""
        if (connection := self._unproven.pop(peer, None)) is not None:
            connection.proven.set()

    def _spawn(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _accept(self, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                taken, peer = await loop.sock_accept(listening)
            except OSError as error:
                if error.errno in _NO_ROOM:
                    _LOGGER.warning("The system has no room for another connection: %s", error.strerror)
                    await asyncio.sleep(_PAUSE)
                continue  # else it was gone before it was taken in
            place = place_of(str(peer[0]))
            self._make_room(place)
            connection = self._unproven[peer] = _Connection(taken, place)
            connection.usher = self._spawn(self._usher(connection))
            # Not at the end of the task itself: one that is cancelled before it begins has none.
            connection.usher.add_done_callback(partial(self._ushered, peer, connection))
            await asyncio.sleep(0)  # where many wait, accepting them would never give way

    def _make_room(self, place: Place) -> None:
        for peer, connection in list(self._unproven.items()):
            if connection.transport is not None and connection.transport.is_closing():
                del self._unproven[peer]  # it left by itself
        each = Counter(connection.place for connection in self._unproven.values())
        if each[place] >= MOST_UNPROVEN_EACH:
            self._turn_away(place)
        elif each.total() >= MOST_UNPROVEN:
            self._turn_away(each.most_common(1)[0][0])

    def _turn_away(self, place: Place) -> None:
        """Close the oldest connection from an address."""
        oldest = next(peer for peer, connection in self._unproven.items() if connection.place == place)
        connection = self._unproven.pop(oldest)
        self._turned_away.tell(place)
        if connection.usher is not None:
            connection.usher.cancel()

    async def _usher(self, connection: _Connection) -> None:
        """Take a connection in, and wait until it has shown the token, has left, or has had its time."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(PROVE_WITHIN):
                connection.transport, _ = await loop.connect_accepted_socket(
                    self._protocol, connection.socket, ssl=self._tls
                )
                while not connection.transport.is_closing():
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(connection.proven.wait(), _LOOK_EVERY)
                        return
        except TimeoutError:
            self._turned_away.tell(connection.place)
        except OSError as error:  # those of TLS too
            _LOGGER.debug("A connection ended before it was one: %s", error)

    def _ushered(self, peer: Peer, connection: _Connection, _: asyncio.Task[None]) -> None:
        """Close a connection that has not shown the token."""
        if connection.proven.is_set():
            return
        if self._unproven.get(peer) is connection:
            del self._unproven[peer]
        if connection.transport is None:
            connection.socket.close()
        else:
            connection.transport.abort()
