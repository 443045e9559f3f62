"""A line of the network that can be made to stall, in both directions, as one does whose cable is out."""

from __future__ import annotations

import contextlib
import select
import socket
import threading


class StallingProxy:
    """Passes what comes on to a port of this machine, from `start` until `stop`; while `stalled`, nothing passes."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = int(self._listening.getsockname()[1])
        self._flowing = threading.Event()
        self._flowing.set()
        self._ended = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def stall(self) -> None:
        self._flowing.clear()

    def flow(self) -> None:
        self._flowing.set()

    def stop(self) -> None:
        self._ended.set()
        self._flowing.set()
        self._listening.close()

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                one, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._pass, args=(one,), daemon=True).start()

    def _pass(self, one: socket.socket) -> None:
        self._flowing.wait()
        with contextlib.suppress(OSError), one, socket.create_connection(("127.0.0.1", self._target), 10) as other:
            others = {one: other, other: one}
            while not self._ended.is_set():
                readable, _, _ = select.select([one, other], [], [], 0.2)
                for source in readable:
                    self._flowing.wait()
                    data = source.recv(65536)
                    if not data:
                        return
                    others[source].sendall(data)
