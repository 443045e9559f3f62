"""The login of a camera that insists on Digest with SHA-256 (RFC 7616), before a demo camera that asks for none.

GStreamer's server knows MD5 only. This stands before it, in threads of the same process: it answers each request that
brings no proof with a challenge, and passes on the others and all else.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

REALM: Final = "demo camera"
_FIELD: Final = re.compile(r'(\w+)=(?:"([^"]*)"|([^,\s]+))')


def hexed(text: str, algorithm: str) -> str:
    """Return the digest of a text by an algorithm, as the challenge calls it."""
    return hashlib.new(algorithm.replace("-", ""), text.encode()).hexdigest()


class LoginDoor:
    """Listens at a port; lets those in to another one who know the password."""

    def __init__(
        self, address: tuple[str, int], inner: Callable[[], int], user: str, password: str, algorithms: tuple[str, ...]
    ) -> None:
        """Listen, from now on; `inner` tells the port of the server behind it, `algorithms` are offered in order."""
        self._algorithms = algorithms
        self._inner = inner
        self._host = address[0]
        self._user = user
        self.password = password
        self._listener = socket.create_server(address)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            client, _ = self._listener.accept()
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError), client, socket.create_connection((self._host, self._inner())) as camera:
            back = threading.Thread(target=self._pass_back, args=(camera, client), daemon=True)
            back.start()
            with suppress(EOFError):
                self._let_in(client, camera)
            camera.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def _pass_back(camera: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while piece := camera.recv(65536):
                client.sendall(piece)
            client.shutdown(socket.SHUT_RDWR)

    def _let_in(self, client: socket.socket, camera: socket.socket) -> None:
        nonce = secrets.token_hex(16)
        stream = client.makefile("rb")

        def read(count: int) -> bytes:
            if len(piece := stream.read(count)) < count:
                raise EOFError
            return piece

        while True:
            first = read(1)
            if first == b"$":
                head = read(3)
                camera.sendall(first + head + read(int.from_bytes(head[1:], "big")))
                continue
            head = first
            while not head.endswith(b"\r\n\r\n"):
                head += read(1)
            text = head.decode()
            length = re.search(r"(?mi)^content-length: *(\d+)", text)
            body = read(int(length[1])) if length else b""
            if self._is_proven(text, nonce):
                camera.sendall(head + body)
                continue
            number = re.search(r"(?mi)^cseq: *(\S+)", text)
            offers = "".join(
                f'WWW-Authenticate: Digest realm="{REALM}", nonce="{nonce}", algorithm={algorithm}, qop="auth"\r\n'
                for algorithm in self._algorithms
            )
            head = f"RTSP/1.0 401 Unauthorized\r\nCSeq: {number[1] if number else 0}\r\n{offers}\r\n".encode()
            client.sendall(head)

    def _is_proven(self, request: str, nonce: str) -> bool:
        method, uri, _ = request.split(" ", 2)
        login = re.search(r"(?mi)^authorization: *digest +(.*?)\r$", request)
        given = {name: quoted or plain for name, quoted, plain in _FIELD.findall(login[1])} if login else {}
        if (given.get("username"), given.get("nonce"), given.get("uri")) != (self._user, nonce, uri):
            return False
        algorithm = given.get("algorithm", "MD5")
        if algorithm not in self._algorithms or given.get("qop") != "auth":
            return False
        who = hexed(f"{self._user}:{REALM}:{self.password}", algorithm)
        what = hexed(f"{method}:{uri}", algorithm)
        between = f"{nonce}:{given.get('nc')}:{given.get('cnonce')}:auth"
        return given.get("response") == hexed(f"{who}:{between}:{what}", algorithm)
