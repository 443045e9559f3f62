"""The worker's door, tried with real sockets: who has no token costs nothing that a client needs."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import resource
import socket
import ssl
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path

import aiohttp
import cv2
import numpy as np
import psutil
import pytest
from mycamera_worker import door as door_module
from mycamera_worker import logins as logins_module
from mycamera_worker.door import MOST_UNPROVEN, MOST_UNPROVEN_EACH, place_of
from mycamera_worker.failures import SourceInvalidError
from mycamera_worker.logins import MOST_WRONG
from mycamera_worker.protocol.greeting import Hello, Refused, Welcome
from mycamera_worker.protocol.health import Health
from mycamera_worker.protocol.messages import decode_client, decode_worker, encode
from mycamera_worker.protocol.pictures import Picture, ProtocolError
from mycamera_worker.protocol.versions import PROTOCOL_VERSION
from mycamera_worker.protocol.watch import Unwatch, Watch, WatchState
from mycamera_worker.seldom_log import SeldomLog
from mycamera_worker.service import Service
from mycamera_worker.session import MOST_WATCHES
from mycamera_worker.video import pictures as pictures_module
from mycamera_worker.video.pictures import encode_jpeg, within_limits

from .client import TOKEN, Client, WorkerProcess

HALF = b"GET / HTTP/1.1\r\nHost: worker\r\nAuthorization: Bea"
FLOOD = 1074
"""So many half-sent requests once held all of a worker's descriptors."""


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkerProcess]:
    """A worker that listens on every address of the loopback network; other tests are not behind this door."""
    process = WorkerProcess.start(tmp_path_factory.mktemp("door") / "stderr.txt", "--managed", "--host=0.0.0.0")
    yield process
    process.stop()
    assert TOKEN not in process.log()


@contextlib.contextmanager
def half_sent(worker: WorkerProcess, number: int, source: str = "127.0.0.1") -> Iterator[list[socket.socket]]:
    """Hold connections that have sent half a request."""
    opened: list[socket.socket] = []
    try:
        for _ in range(number):
            one = socket.create_connection(("127.0.0.1", worker.port), timeout=10, source_address=(source, 0))
            opened.append(one)
            with contextlib.suppress(ConnectionError):
                one.sendall(HALF)
        yield opened
    finally:
        for one in opened:
            one.close()


def still_open(connection: socket.socket) -> bool:
    """Return whether the other side has not closed; nothing is ever sent on it."""
    connection.settimeout(0.05)
    try:
        return connection.recv(1) != b""
    except TimeoutError:
        return True
    except OSError:
        return False


def connections_of(worker: WorkerProcess) -> int:
    """Return how many connections the worker's process holds, as the system counts them."""
    return sum(
        one.status == psutil.CONN_ESTABLISHED and one.laddr.port == worker.port
        for one in psutil.Process(worker.process.pid).net_connections("tcp")
    )


async def holds(worker: WorkerProcess, number: int) -> None:
    """Wait until the worker holds so many connections: the last may still be on their way."""
    async with asyncio.timeout(60):
        while connections_of(worker) != number:
            await asyncio.sleep(0.02)


async def logs_in(worker: WorkerProcess, source: str = "127.0.0.1", token: str = TOKEN) -> None:
    """Log in from an address of this machine and be welcomed."""
    connector = aiohttp.TCPConnector(local_addr=(source, 0))
    async with (
        aiohttp.ClientSession(connector=connector) as session,
        asyncio.timeout(60),
        session.ws_connect(worker.url, headers={"Authorization": f"Bearer {token}"}) as connected,
    ):
        await connected.send_str(encode(Hello()))
        assert isinstance(decode_worker(await connected.receive_str()), Welcome)


@pytest.fixture(autouse=True)
def many_descriptors() -> Iterator[None]:
    """Let this process hold as many connections as it opens."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, before[1]), before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.parametrize("own", ["127.0.0.1", "127.0.0.77"], ids=["same address", "another address"])
async def test_half_sent_requests_do_not_keep_a_client_out(door: WorkerProcess, own: str) -> None:
    async with Client.connect(door) as before:
        with contextlib.ExitStack() as flood:
            await asyncio.to_thread(flood.enter_context, half_sent(door, FLOOD))
            began = time.monotonic()
            await logs_in(door, own)
            assert time.monotonic() - began < 8
            assert connections_of(door) <= MOST_UNPROVEN_EACH + 2, "and those who are in"
        await before.get(Health, within=60)  # it was not disturbed


async def test_from_all_addresses_together_there_are_few(door: WorkerProcess) -> None:
    with contextlib.ExitStack() as flood:
        for last in range(2, 10):
            await asyncio.to_thread(flood.enter_context, half_sent(door, MOST_UNPROVEN_EACH, f"127.0.0.{last}"))
        await holds(door, MOST_UNPROVEN)
        await logs_in(door, "127.0.0.77")


async def test_the_oldest_goes_first(door: WorkerProcess) -> None:
    await holds(door, 0)
    with contextlib.ExitStack() as flood:
        opened = await asyncio.to_thread(flood.enter_context, half_sent(door, MOST_UNPROVEN_EACH + 3, "127.0.0.5"))
        await logs_in(door, "127.0.0.77")
        assert [still_open(one) for one in opened] == [False] * 3 + [True] * MOST_UNPROVEN_EACH


@contextlib.asynccontextmanager
async def served(tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """Serve in this process; give the port."""
    service = Service(TOKEN, shares_files=False)
    try:
        yield (await service.start("127.0.0.1", 0, tls))[1]
    finally:
        await service.stop()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate and its key, in one file."""
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    made = subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "-", "-out", "-"),
        ],
        check=True,
        capture_output=True,
    )
    path.write_bytes(made.stdout)
    return path


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "TLS"])
@pytest.mark.parametrize("sent", [b"", HALF], ids=["nothing", "half a request"])
async def test_who_does_not_show_the_token_has_ten_seconds(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes, encrypted: bool
) -> None:
    assert door_module.PROVE_WITHIN == 10
    monkeypatch.setattr(door_module, "PROVE_WITHIN", 1.5)
    tls = trusting = None
    if encrypted:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(certificate)
        trusting = ssl.create_default_context(cafile=str(certificate))
    scheme = "wss" if encrypted else "ws"
    async with (
        served(tls) as port,
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as session,
        session.ws_connect(f"{scheme}://127.0.0.1:{port}/", ssl=trusting or True) as client,
    ):
        await client.send_str(encode(Hello()))
        reader, writer = await asyncio.open_connection("127.0.0.1", port)  # plain, also where TLS is spoken
        began = time.monotonic()
        writer.write(sent)
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(60):
                assert await reader.read() == b""
        took = time.monotonic() - began
        writer.close()
        # Where TLS is spoken, half a request in the clear is no handshake, and ends at once.
        assert took < 60
        assert took > 0.5 or (encrypted and sent)
        assert isinstance(decode_worker(await client.receive_str(timeout=120)), Welcome)
        await asyncio.sleep(1.5)  # longer than it had: who is in stays
        await client.send_str(encode(Unwatch(camera="none")))
        assert not client.closed


async def test_wrong_tokens_are_compared_seldom_and_told_seldom(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("WARNING")
    monkeypatch.setattr(logins_module, "ONE_EVERY", 0.5)
    async with served() as port:

        async def answers(source: str, token: str) -> int:
            connector = aiohttp.TCPConnector(local_addr=(source, 0))
            headers = {"Authorization": f"Bearer {token}"}
            async with (
                aiohttp.ClientSession(connector=connector, headers=headers) as session,
                session.get(f"http://127.0.0.1:{port}/") as answer,
            ):
                assert answer.headers["Connection"] == "close", "it does not stay, with nobody who may speak on it"
                return answer.status

        began = time.monotonic()
        statuses = [await answers("127.0.0.2", f"guess-{number}") for number in range(60)]
        took = time.monotonic() - began
        assert set(statuses[:MOST_WRONG]) == {401}
        assert statuses.count(401) <= MOST_WRONG + took / 0.5 + 1
        assert 429 in statuses
        assert await answers("127.0.0.2", TOKEN) in {429, 426}, "not even the right one is compared before its time"
        assert await answers("127.0.0.3", TOKEN) == 426, "another address is not kept out"
        async with asyncio.timeout(60):
            while await answers("127.0.0.2", TOKEN) != 426:
                await asyncio.sleep(0.1)
    lines = [record.getMessage() for record in caplog.records if "did not have the token" in record.getMessage()]
    assert lines == ["A client at 127.0.0.2 did not have the token"]


def test_lines_that_were_left_out_are_counted(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # OpenVINO's converter has the root logger tell of errors only, and of two at once the second one leaves it so.
    caplog.set_level("WARNING")
    log = SeldomLog(logging.getLogger("door"), "%s knocked")
    log.tell("one")
    log.tell("two")
    log.tell("three")
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 61)
    log.tell("four")
    assert [record.getMessage() for record in caplog.records] == [
        "one knocked",
        "four knocked (2 more since the last such line)",
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10.0.0.1", "10.0.0.2", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("fe80::1%eth0", "fe80::2%eth0", True),
    ],
)
def test_what_counts_as_one_address(one: str, other: str, same: bool) -> None:
    assert (place_of(one) == place_of(other)) is same


# --- versions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "advice"),
    [(PROTOCOL_VERSION + 1, "The worker is the older"), (PROTOCOL_VERSION - 1, "The client is the older")],
)
async def test_it_is_said_who_is_to_be_updated(door: WorkerProcess, version: int, advice: str) -> None:
    hello = {"type": "hello", "version": version, "client": "mycamera 9.9", "a_field_of_that_version": [1, 2]}
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as session,
        session.ws_connect(door.url) as socket_,
        asyncio.timeout(60),
    ):
        await socket_.send_json(hello)
        refused = decode_worker(await socket_.receive_str())
    assert isinstance(refused, Refused)
    assert (refused.code, refused.version) == ("version", PROTOCOL_VERSION)
    assert advice in refused.message
    assert "mycamera 9.9" in refused.message


@pytest.mark.parametrize(
    "greeting",
    [
        '{"type": "welcome", "version": 99, "worker_version": "9.0", "accelerators": ["npu"]}',
        '{"type": "refused", "version": 99, "code": "licence", "message": "no"}',
    ],
)
def test_the_greeting_of_another_version_is_understood_so_far(greeting: str) -> None:
    message = decode_worker(greeting)
    assert isinstance(message, Welcome | Refused)
    assert message.version == 99


def test_the_greeting_of_this_version_is_read_strictly() -> None:
    with pytest.raises(ProtocolError):
        decode_client(f'{{"type": "hello", "version": {PROTOCOL_VERSION}, "extra": 1}}')


# --- more than it takes ---------------------------------------------------------------------------------------


def _is_of(camera: str, state: WatchState) -> bool:
    return state.camera == camera


async def test_a_watch_too_many_is_refused_by_itself(door: WorkerProcess) -> None:
    nowhere = "rtsp://127.0.0.1:1/none"
    async with Client.connect(door) as client:
        await client.send(*(Watch(camera=f"c{number}", url=nowhere) for number in range(MOST_WATCHES + 2)))
        for number in range(MOST_WATCHES, MOST_WATCHES + 2):
            state = await client.get(WatchState, partial(_is_of, f"c{number}"))
            assert not state.watching
            assert f"{MOST_WATCHES} cameras" in state.message
            assert state.refused
        told = await client.get(Health, lambda health: health.watching == MOST_WATCHES, within=60)
        assert {looks.camera for looks in told.cameras} == {f"c{number}" for number in range(MOST_WATCHES)}
        await client.send(Unwatch(camera="c3"))
        taken = await client.get(WatchState, lambda state: state.camera == f"c{MOST_WATCHES}")
        assert "refused" in taken.message, "it is tried now"
        await client.send(Unwatch(camera=f"c{MOST_WATCHES + 1}"), Unwatch(camera="c5"))
        await client.get(Health, lambda health: health.watching == MOST_WATCHES - 1, within=60)


def test_the_pictures_of_one_result_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(1)
    noise = [random.integers(0, 256, (240 + 16 * n, 320, 3), np.uint8) for n in range(6)]
    sent = [Picture(id=f"p{n}", jpeg=encode_jpeg(picture)) for n, picture in enumerate(noise)]
    assert within_limits(sent) == sent, "as good as they are where there is room"
    total = sum(len(picture.jpeg) for picture in sent)
    monkeypatch.setattr(pictures_module, "MAX_HELD_BYTES", total * 6 // 10)
    fitting = within_limits(sent)
    assert [picture.id for picture in fitting] == [picture.id for picture in sent]
    assert sum(len(picture.jpeg) for picture in fitting) <= total * 6 // 10
    for before, after in zip(noise, fitting, strict=True):
        decoded = cv2.imdecode(np.frombuffer(after.jpeg, np.uint8), cv2.IMREAD_COLOR)
        assert decoded is not None
        assert decoded.shape == before.shape
    monkeypatch.setattr(pictures_module, "MAX_HELD_BYTES", 1000)
    with pytest.raises(SourceInvalidError):
        within_limits(sent)
    monkeypatch.setattr(pictures_module, "MAX_HELD_PICTURES", 5)
    with pytest.raises(SourceInvalidError):
        within_limits(sent)
