"""Log in to a camera by a digest that ffmpeg does not compute: stand between the two for as long as ffmpeg runs.

usage: python -I -S login_relay.py PROGRAM ARGUMENT…

ffmpeg knows the digests of 1999, by MD5; some cameras insist on those of RFC 7616, by SHA-256. This reads the script
that ffmpeg would read from standard input, runs the program with the address in it replaced by one of this process's
own, passes on what the two say, and adds to each request the answer to the camera's challenge. Pictures pass through as
they are, in the connection (interleaved) or beside it.

The address, on loopback, holds a word that nobody else knows: who comes without it is not served. Signals are passed
on, the exit code is the program's. It imports nothing of this package: it is run as a file by an isolated interpreter,
by the keeper, too.
"""

import asyncio
import hashlib
import os
import re
import secrets
import signal
import socket
import ssl
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

LAUNCHER = Path(__file__).with_name("launcher.py")
CONNECT_SECONDS = 10.0
LONGEST_HEAD = 64 * 1024
LONGEST_BODY = 1024 * 1024
MOST_CHALLENGES = 2
"""So often is a request answered with a digest: a nonce may be stale, but a password is tried once with each."""
DIGESTS = {"SHA-256": "sha256", "SHA-512-256": "sha512_256"}
"""By how the challenge calls them; with -sess behind them, too."""
HASHES = {**DIGESTS, "MD5": "md5"}
"""With the one that ffmpeg speaks itself."""
_FILE = re.compile(rb"^file '([^'\n]*)'$", re.MULTILINE)
_PARAMETER = re.compile(r'\b(\w++)\s*+=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))')


class Challenge:
    """A camera's demand for a digest, and the answers to it."""

    def __init__(self, algorithm: str, parameters: dict[str, str]) -> None:
        """Take what the camera said; `algorithm` is one of HASHES, perhaps with -SESS behind it."""
        self._name = algorithm
        self._hash = HASHES[algorithm.removesuffix("-SESS")]
        self._realm = parameters.get("realm", "")
        self.nonce = parameters.get("nonce", "")
        self._opaque = parameters.get("opaque")
        offered = [each.strip() for each in parameters.get("qop", "").split(",")]
        self._qop = "auth" if "auth" in offered else None
        self._count = 0

    def answer(self, method: str, uri: str, username: str, password: str) -> str:
        """Return the value of the header Authorization for a request."""
        self._count += 1
        count, own = f"{self._count:08x}", secrets.token_hex(8)
        secret = self._digest(f"{username}:{self._realm}:{password}")
        if self._name.endswith("-SESS"):
            secret = self._digest(f"{secret}:{self.nonce}:{own}")
        request = self._digest(f"{method}:{uri}")
        between = f"{self.nonce}:{count}:{own}:{self._qop}" if self._qop else self.nonce
        quoted = {"username": username, "realm": self._realm, "nonce": self.nonce, "uri": uri}
        quoted["response"] = self._digest(f"{secret}:{between}:{request}")
        if self._opaque is not None:
            quoted["opaque"] = self._opaque
        if self._qop or self._name.endswith("-SESS"):
            quoted["cnonce"] = own
        parts = [f'{name}="{_escaped(value)}"' for name, value in quoted.items()]
        parts.append(f"algorithm={self._name}")
        if self._qop:
            parts += [f"qop={self._qop}", f"nc={count}"]
        return f"Digest {', '.join(parts)}"

    def _digest(self, text: str) -> str:
        return hashlib.new(self._hash, text.encode()).hexdigest()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def read_challenge(headers: list[tuple[str, str]], spoken: dict[str, str] = DIGESTS) -> Challenge | None:
    """Return the first challenge of an answer that is ours to meet; None where there is none."""
    for name, value in headers:
        scheme, _, rest = value.strip().partition(" ")
        if name.lower() != "www-authenticate" or scheme.lower() != "digest":
            continue
        found = {
            match[1].lower(): re.sub(r"\\(.)", r"\1", match[2]) if match[2] is not None else match[3]
            for match in _PARAMETER.finditer(rest)
        }
        algorithm = found.get("algorithm", "MD5").upper()
        if algorithm.removesuffix("-SESS") in spoken:
            return Challenge(algorithm, found)
    return None


class RtspMessage:
    """A request or an answer."""

    def __init__(self, head: bytes, body: bytes) -> None:
        """Take its bytes; `head` ends with the empty line."""
        first, *lines = head.decode("utf-8", "surrogateescape").rstrip("\r\n").split("\r\n")
        self.first = first
        self.headers = [(name, value) for name, _, value in (line.partition(":") for line in lines)]
        self.body = body

    def get(self, wanted: str) -> str | None:
        """Return the first header of a name."""
        return next((value.strip() for name, value in self.headers if name.lower() == wanted), None)

    def put(self, wanted: str, value: str) -> None:
        """Let a header have this value, and be there once."""
        self.headers = [(name, old) for name, old in self.headers if name.lower() != wanted.lower()]
        self.headers.append((wanted, f" {value}"))

    def pack(self) -> bytes:
        """Return the message as it is sent: headers, an empty line, the body."""
        lines = [self.first, *(f"{name}:{value}" for name, value in self.headers), "", ""]
        return "\r\n".join(lines).encode("utf-8", "surrogateescape") + self.body


async def read_piece(reader: asyncio.StreamReader) -> RtspMessage | bytes:
    """Return the next message, or an interleaved packet as it is.

    Raises:
        EOFError, ValueError: it has ended, or it is no RTSP.
    """
    first = await reader.readexactly(1)
    if first == b"$":
        head = await reader.readexactly(3)
        return first + head + await reader.readexactly(int.from_bytes(head[1:], "big"))
    head = first + await reader.readuntil(b"\r\n\r\n")
    length = int(RtspMessage(head, b"").get("content-length") or 0)
    if not 0 <= length <= LONGEST_BODY:
        raise ValueError("too long")
    return RtspMessage(head, await reader.readexactly(length) if length else b"")


class RelayedConnection:
    """One connection of the program's, and the one to the camera for it."""

    def __init__(self, relay: Relay, program: asyncio.StreamWriter, camera: asyncio.StreamWriter) -> None:
        self._relay = relay
        self._program = program
        self._camera = camera
        self._challenge: Challenge | None = None
        self._refused = False
        """Whether the camera takes another password: it is not told this one again, however often the program asks."""
        self._number = 0
        self._open: dict[str, tuple[RtspMessage, int]] = {}
        """Requests without an answer by our number for them, and how often each was answered with a digest."""

    def ask(self, request: RtspMessage, tries: int = 0) -> None:
        """Pass a request on, with the answer to the last challenge."""
        self._number += 1
        number = str(self._number)
        self._open[number] = request, tries
        method, _, rest = request.first.partition(" ")
        uri, _, version = rest.rpartition(" ")
        uri = self._relay.camera_uri(uri)
        sent = RtspMessage(b"", request.body)
        sent.first, sent.headers = f"{method} {uri} {version}", list(request.headers)
        sent.put("CSeq", number)
        if self._challenge is not None and self._relay.username is not None and not self._refused:
            answer = self._challenge.answer(method, uri, self._relay.username, self._relay.password)
            sent.put("Authorization", answer)
        self._camera.write(sent.pack())

    def hear(self, answer: RtspMessage) -> None:
        """Pass an answer on, but for a challenge that can be met: then the request is made again."""
        request, tries = self._open.pop(answer.get("cseq") or "", (None, 0))
        if request is None:
            self._program.write(answer.pack())
            return
        if re.match(r"RTSP/\S+ 401\b", answer.first) and self._relay.username is not None and not self._refused:
            challenge = read_challenge(answer.headers)
            # Refused with the very nonce that it was made for, the password is wrong.
            is_new = challenge is not None and (self._challenge is None or challenge.nonce != self._challenge.nonce)
            stale = "stale=true" in (answer.get("www-authenticate") or "").lower().replace('"', "")
            if is_new and (tries == 0 or (stale and tries < MOST_CHALLENGES)):
                self._challenge = challenge
                self.ask(request, tries + 1)
                return
            self._refused = tries > 0
        answer.put("CSeq", request.get("cseq") or "")
        self._program.write(answer.pack())

    async def from_program(self, reader: asyncio.StreamReader, first: RtspMessage) -> None:
        """Pass on what the program says, until it ends."""
        piece: RtspMessage | bytes = first
        while True:
            if isinstance(piece, RtspMessage):
                # An answer to a request of the camera's is no request.
                self._camera.write(piece.pack()) if piece.first.startswith("RTSP/") else self.ask(piece)
            else:
                self._camera.write(piece)
            await self._camera.drain()
            piece = await read_piece(reader)

    async def from_camera(self, reader: asyncio.StreamReader) -> None:
        """Pass on what the camera says, until it ends."""
        while True:
            piece = await read_piece(reader)
            if isinstance(piece, bytes):
                self._program.write(piece)
            elif piece.first.startswith("RTSP/"):
                self.hear(piece)
            else:
                self._program.write(piece.pack())
            await self._program.drain()
            await self._camera.drain()


class Relay:
    """Knows the camera, and what the program takes for it."""

    def __init__(self, url: str, port: int) -> None:
        """Take the camera's address, with the login, and the port that is listened on."""
        parts = urlsplit(url)
        self.username = None if parts.username is None else unquote(parts.username)
        self.password = unquote(parts.password or "")
        self.host = parts.hostname or ""
        self.port = parts.port or (322 if parts.scheme == "rtsps" else 554)
        self.tls = parts.scheme == "rtsps"
        place = parts.netloc.rpartition("@")[2]
        self._camera = f"{parts.scheme}://{place}"
        self._own = f"rtsp://127.0.0.1:{port}/{secrets.token_urlsafe(24)}"
        # What stands behind host and port, as it is: paths are not always what a parser takes them for.
        self.own_url = self._own + url[url.index(place, len(parts.scheme) + 3) + len(place) :]

    def is_ours(self, uri: str) -> bool:
        """Whether an address has the word in it."""
        return secrets.compare_digest(uri[: len(self._own)].encode(), self._own.encode())

    def camera_uri(self, uri: str) -> str:
        """Return an address as the camera knows it."""
        return self._camera + uri[len(self._own) :] if self.is_ours(uri) else uri

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection to its end."""
        camera: asyncio.StreamWriter | None = None
        try:
            first = await read_piece(reader)
            if isinstance(first, bytes) or not self.is_ours(first.first.partition(" ")[2]):
                return
            camera_reader, camera = await self._connect()
            session = RelayedConnection(self, writer, camera)
            both = [session.from_program(reader, first), session.from_camera(camera_reader)]
            tasks = [asyncio.ensure_future(each) for each in both]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        except (OSError, TimeoutError) as error:
            # In ffmpeg's words, for who reads those.
            reason = os.strerror(error.errno) if error.errno else "Connection timed out"
            sys.stderr.write(f"[error] Connection to tcp://{self.host}:{self.port} failed: {reason}\n")
            sys.stderr.flush()
        except EOFError, ValueError, asyncio.LimitOverrunError:
            pass
        finally:
            writer.close()
            if camera is not None:
                camera.close()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        context = None
        if self.tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE  # as ffmpeg does: a camera's certificate is its own
        async with asyncio.timeout(CONNECT_SECONDS):
            return await asyncio.open_connection(self.host, self.port, ssl=context, limit=LONGEST_HEAD)


async def run(script: bytes, command: list[str]) -> int:
    """Run the program with its address replaced; return its exit code."""
    match = _FILE.search(script)
    if match is None:
        sys.exit("the script names no address")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        relay = Relay(match[1].decode(), listener.getsockname()[1])
        server = await asyncio.start_server(relay.serve, sock=listener, limit=LONGEST_HEAD)
        script = script[: match.start(1)] + relay.own_url.encode() + script[match.end(1) :]
        process = subprocess.Popen(  # noqa: S603, ASYNC220 - an argument list, no shell, and nothing else goes on yet
            [sys.executable, "-I", "-S", str(LAUNCHER), str(os.getpid()), *command],
            stdin=subprocess.PIPE,
            # It holds the lock of its folder, which we were given for it.
            close_fds=False,
        )
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, process.send_signal, number)
        assert process.stdin is not None  # noqa: S101 - it is a PIPE
        with suppress(OSError):  # it ended already; its exit code says why
            process.stdin.write(script)  # shorter than a pipe's buffer
        with suppress(OSError):
            process.stdin.close()
        code = await asyncio.to_thread(process.wait)
        server.close()
    return code if code >= 0 else 128 - code


def main() -> None:
    """Read the script and run."""
    code = asyncio.run(run(sys.stdin.buffer.read(), sys.argv[1:]))
    # Whoever reads our pipes waits for their end: no thread and no connection may hold them.
    os._exit(code)


if __name__ == "__main__":
    main()
