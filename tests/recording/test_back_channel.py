"""Whether a camera can be talked to: asked with the login that it wants, and never a reason for anything to fail."""

from __future__ import annotations

import asyncio
import hashlib
import re
import ssl
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from custom_components.mycamera.recording import back_channel
from custom_components.mycamera.recording.back_channel import has_back_channel, offers_back_channel
from custom_components.mycamera.recording.source import RtspSource
from tests.demo_camera import DemoCamera

from .conftest import source_of

USER, PASSWORD, REALM, NONCE = "w@tch/er", "s3Cret:/@", "camera", "6629fae4"
PICTURES = "v=0\r\nm=video 0 RTP/AVP 96\r\na=recvonly\r\nm=audio 0 RTP/AVP 0\r\na=recvonly\r\n"
SPEAKER = PICTURES + "m=audio 0 RTP/AVP 8\r\na=control:trackID=5\r\na=sendonly\r\n"
HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


@dataclass
class Door:
    """A camera that answers DESCRIBE and nothing else."""

    description: str = SPEAKER
    login: str | None = "MD5"
    """`MD5` or `SHA-256` for a digest, `Basic`, or none."""
    status: str = "200 OK"
    silent: bool = False
    certificate: Path | None = None
    """With it, everything is encrypted."""
    port: int = 0
    asked: list[dict[str, str]] = field(default_factory=list)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[RtspSource]:
        context = None
        if self.certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate)
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=context)
        self.port = server.sockets[0].getsockname()[1]
        source = RtspSource(host="127.0.0.1", port=self.port, path="/main?a=1", username=USER, password=PASSWORD)
        async with server:
            yield source if context is None else replace(source, transport="tls")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                self.asked.append(
                    {name.lower(): value for name, value in re.findall(r"^([\w-]+): (.*)\r$", head, re.MULTILINE)}
                )
                if not self.silent:
                    writer.write(self._answer(head.split(" ")[1]).encode())
        except asyncio.IncompleteReadError:
            writer.close()

    def _answer(self, address: str) -> str:
        shown = self.asked[-1]
        number = f"CSeq: {shown['cseq']}\r\n"
        if self.login is not None and not self._accepts(shown.get("authorization", ""), address):
            realm = f'realm="{REALM}"'
            how = realm if self.login == "Basic" else f'{realm}, nonce="{NONCE}", algorithm={self.login}'
            kind = "Basic" if self.login == "Basic" else "Digest"
            return f"RTSP/1.0 401 Unauthorized\r\n{number}WWW-Authenticate: {kind} {how}\r\n\r\n"
        if self.status != "200 OK":
            return f"RTSP/1.0 {self.status}\r\n{number}\r\n"
        body = self.description if "backchannel" in shown.get("require", "") else PICTURES
        return f"RTSP/1.0 200 OK\r\n{number}Content-Length: {len(body)}\r\n\r\n{body}"

    def _accepts(self, shown: str, address: str) -> bool:
        if self.login == "Basic":
            return shown == f"Basic {b64encode(f'{USER}:{PASSWORD}'.encode()).decode()}"
        assert self.login is not None

        def digest(text: str) -> str:
            return HASHES[self.login or ""](text.encode()).hexdigest()

        told = dict(re.findall(r'(\w+)="([^"]*)"', shown))
        right = digest(f"{digest(f'{USER}:{REALM}:{PASSWORD}')}:{NONCE}:{digest(f'DESCRIBE:{address}')}")
        return (told.get("username"), told.get("uri"), told.get("response")) == (USER, address, right)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a busy machine keep nobody from answering in time."""
    monkeypatch.setattr(back_channel, "ASK_SECONDS", 60)


@pytest.mark.parametrize("login", ["MD5", "SHA-256", "Basic", None])
@pytest.mark.parametrize(("description", "talks"), [(SPEAKER, True), (PICTURES, False)])
async def test_it_is_asked_with_the_login_that_the_camera_wants(
    login: str | None, description: str, talks: bool
) -> None:
    door = Door(login=login, description=description)
    async with door.open() as source:
        assert await has_back_channel(source) is talks
    assert len(door.asked) == (1 if login is None else 2)


@pytest.mark.parametrize("login", ["MD5", "SHA-256", "Basic", None])
@pytest.mark.parametrize(("description", "talks"), [(SPEAKER, True), (PICTURES, False)])
async def test_so_is_one_that_speaks_encrypted_only(
    login: str | None, description: str, talks: bool, certificate: Path
) -> None:
    """By real TLS, with a certificate that nobody signed; the address that the login is about is rtsps://."""
    door = Door(login=login, description=description, certificate=certificate)
    async with door.open() as source:
        assert source.url_without_credentials.startswith("rtsps://")
        assert await has_back_channel(source) is talks
    assert len(door.asked) == (1 if login is None else 2)


async def test_a_camera_that_does_not_speak_encrypted_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(back_channel, "ASK_SECONDS", 0.5)  # it waits for the rest of a question
    door = Door()
    async with door.open() as source:
        assert await has_back_channel(replace(source, transport="tls")) is None
    assert door.asked == [], "nobody was told a password"


async def test_a_login_is_shown_once() -> None:
    door = Door()
    async with door.open() as source:
        assert (
            await has_back_channel(RtspSource(host=source.host, port=source.port, path="/main", username="x")) is None
        )
    assert len(door.asked) == 2


@pytest.mark.parametrize(("status", "talks"), [("551 Option not supported", False), ("453 Not Enough Bandwidth", None)])
async def test_what_it_says_instead(status: str, talks: bool | None) -> None:
    async with Door(status=status).open() as source:
        assert await has_back_channel(source) is talks


async def test_a_camera_that_says_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(back_channel, "ASK_SECONDS", 0.2)
    async with Door(silent=True).open() as source:
        assert await has_back_channel(source) is None
    assert await has_back_channel(source) is None, "nor one that is gone"


async def test_a_server_that_knows_no_such_thing(camera: DemoCamera) -> None:
    assert await has_back_channel(source_of(camera)) is False


def test_descriptions() -> None:
    assert offers_back_channel(SPEAKER)
    assert not offers_back_channel(PICTURES)
    assert not offers_back_channel(PICTURES.replace("m=video 0", "a=sendonly\r\nm=video 0"))
    assert not offers_back_channel("m=application 0 RTP/AVP 107\r\na=sendonly\r\n")
