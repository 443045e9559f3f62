"""TCP ports of 127.0.0.1 for servers that are told theirs before they listen."""

import os
import random
import socket
import threading
from pathlib import Path

FIRST = 20_000
BLOCK = 20
"""Ports that a process takes at a time."""
_EPHEMERAL = Path("/proc/sys/net/ipv4/ip_local_port_range")


class PortsExhaustedError(OSError):
    """Every port that servers may have is taken."""


def first_ephemeral() -> int:
    """Return the first port that the kernel gives to whoever asks for any, outgoing connections included."""
    return int(_EPHEMERAL.read_text().split()[0])


def is_free(port: int) -> bool:
    """Tell whether a server could listen there now."""
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


class Ports:
    """Gives each port once, and none that another process was given by this class, or that the kernel gives by itself.

    So nobody is there before the server listens, nor while it is down between two starts. What was given is noted in
    abstract sockets, a block of ports each: they are gone when the process is, however it ended.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._notes: list[socket.socket] = []
        self._left: list[int] = []
        self._process = os.getpid()

    def take(self) -> int:
        """Return a port that nobody listens at; raises PortsExhaustedError."""
        with self._lock:
            if self._process != os.getpid():  # a fork: what is left is the parent's
                self._process, self._left = os.getpid(), []
            while True:
                while self._left:
                    if is_free(port := self._left.pop()):
                        return port
                self._take_block()

    def _take_block(self) -> None:
        blocks = list(range(FIRST, first_ephemeral() - BLOCK + 1, BLOCK))
        random.shuffle(blocks)
        for first in blocks:
            note = socket.socket(socket.AF_UNIX)
            try:
                note.bind(f"\0mycamera-ports-{first}")
            except OSError:
                note.close()
                continue
            self._notes.append(note)
            self._left = list(range(first, first + BLOCK))
            return
        raise PortsExhaustedError("127.0.0.1 has no port left for a server")


_ports = Ports()


def free_port(preferred: int | None = None) -> int:
    """Return the preferred port of 127.0.0.1 where it is free, otherwise one that stays free for a server of ours."""
    if preferred is not None and is_free(preferred):
        return preferred
    return _ports.take()
