"""Pairing as a client meets it: a worker's own certificate, the code in its log, and what a proof proves."""

from __future__ import annotations

import asyncio
import re
import secrets
import ssl
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mycamera_worker import pairing
from mycamera_worker.announcement import SERVICE_TYPE, Announcement, addresses
from mycamera_worker.pairing import Paired, PairingError
from mycamera_worker.protocol.greeting import Hello, Welcome
from mycamera_worker.protocol.messages import decode_worker, encode
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from .client import WorkerProcess


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[WorkerProcess]:
    started = WorkerProcess.start(tmp_path / "log", "--pair", str(tmp_path), token="")
    yield started
    started.stop()


def shown_code(worker: WorkerProcess) -> str:
    """Return the code as whoever reads the log does; it is shown a moment after the worker listens."""
    until = time.monotonic() + 60
    while not (found := re.search(r"To pair: enter this code in Home Assistant, once: (\S+)\n", worker.log())):
        assert time.monotonic() < until, worker.log()
        time.sleep(0.02)
    return found[1]


def shown_fingerprint(worker: WorkerProcess) -> bytes:
    """Return what a connection shows, not what the worker has in a file."""
    return pairing.fingerprint_of(ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", worker.port))))


async def ask(worker: WorkerProcess, fingerprint: bytes, body: Any) -> tuple[int, bytes]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"https://127.0.0.1:{worker.port}{pairing.PAIR_PATH}", json=body, ssl=aiohttp.Fingerprint(fingerprint)
        ) as response,
    ):
        return response.status, await response.read()


def request(code: str, fingerprint: bytes) -> dict[str, str]:
    nonce = pairing.new_nonce()
    return {"nonce": nonce, "proof": pairing.prove(code, "home_assistant", fingerprint, nonce)}


async def test_who_knows_the_code_gets_the_token_once(worker: WorkerProcess, tmp_path: Path) -> None:
    code, fingerprint = shown_code(worker), shown_fingerprint(worker)
    asked = request(code, fingerprint)
    status, answer = await ask(worker, fingerprint, asked)
    assert status == 200
    paired = pairing.decode(Paired, answer)
    assert pairing.is_proof(paired.proof, code, "worker", fingerprint, asked["nonce"])
    assert not pairing.is_proof(asked["proof"], code, "worker", fingerprint, asked["nonce"]), "one's own is no answer"
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {paired.token}"}) as session,
        session.ws_connect(f"wss://127.0.0.1:{worker.port}/", ssl=aiohttp.Fingerprint(fingerprint)) as connected,
    ):
        await connected.send_str(encode(Hello()))
        assert isinstance(decode_worker(await connected.receive_str()), Welcome)
    assert (await ask(worker, fingerprint, asked))[0] == 410, "a code is good for one time"
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "token").stat().st_mode) == 0o600
    assert paired.token not in worker.log()


async def test_what_does_not_prove_the_code_gets_nothing(worker: WorkerProcess) -> None:
    code, fingerprint = shown_code(worker), shown_fingerprint(worker)
    between = bytes(32)  # somebody between the two shows another certificate
    for wrong in (request(pairing.new_code(), fingerprint), request(code, between)):
        assert (await ask(worker, fingerprint, wrong))[0] == 403
    stolen = request(code, fingerprint)
    assert (await ask(worker, fingerprint, {**stolen, "nonce": pairing.new_nonce()}))[0] == 403
    refused: tuple[object, ...] = ([], {}, {"nonce": 1, "proof": ""}, {"nonce": "a"})
    for broken in refused:
        assert (await ask(worker, fingerprint, broken))[0] == 400
    assert (await ask(worker, fingerprint, {"nonce": "a" * pairing.MAX_BYTES, "proof": ""}))[0] == 413
    assert worker.log().count("did not know the code") == 1, "lines that strangers cause are few"
    assert (await ask(worker, fingerprint, request(code, fingerprint)))[0] == 200, "nobody can use the code up"


async def test_it_is_the_same_worker_after_a_restart(tmp_path: Path) -> None:
    seen = []
    for _ in range(2):
        worker = WorkerProcess.start(tmp_path / "log", "--pair", str(tmp_path), token="")
        seen.append((shown_fingerprint(worker), (tmp_path / "token").read_text(), shown_code(worker)))
        worker.stop()
        (tmp_path / "log").unlink()
    assert seen[0][:2] == seen[1][:2]
    assert seen[0][2] != seen[1][2]


async def test_without_pairing_there_is_nobody_to_ask(tmp_path: Path) -> None:
    worker = WorkerProcess.start(tmp_path / "log")
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"http://127.0.0.1:{worker.port}{pairing.PAIR_PATH}", json={}) as response,
        ):
            assert response.status == 404
        assert "To pair" not in worker.log()
    finally:
        worker.stop()


@given(st.text())
def test_codes_are_read_as_people_type_them(text: str) -> None:
    try:
        signs = pairing.read_code(text)
    except PairingError:
        return
    assert pairing.read_code(signs.lower()) == signs
    assert pairing.read_code(f" {signs[:4]} - {signs[4:]}") == signs


def test_a_code_is_read_whatever_its_looks() -> None:
    code = pairing.new_code()
    assert re.fullmatch(r"(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}", code)
    assert pairing.read_code(code.lower().replace("-", " ")) == code.replace("-", "")
    for wrong in ("", code[:-1], code + "2", code[:-1] + "0", code[:-1] + "ß"):
        with pytest.raises(PairingError):
            pairing.read_code(wrong)


def test_a_message_that_is_too_long_is_not_read() -> None:
    with pytest.raises(PairingError, match="too long"):
        pairing.decode(Paired, b" " * (pairing.MAX_BYTES + 1))


async def test_the_network_is_told() -> None:
    fingerprint = secrets.token_bytes(32)
    announcement = Announcement(fingerprint)
    await announcement.start(["127.0.0.1"], 8790, interfaces=["127.0.0.1"])
    async with AsyncZeroconf(interfaces=["127.0.0.1"]) as listening:
        names: set[str] = set()

        def heard(name: str, **_: Any) -> None:
            names.add(name)

        browser = AsyncServiceBrowser(listening.zeroconf, SERVICE_TYPE, handlers=[heard])
        async with asyncio.timeout(60):
            while not (mine := [name for name in names if fingerprint.hex()[:6] in name]):
                await asyncio.sleep(0.05)
        found = AsyncServiceInfo(SERVICE_TYPE, mine[0])
        assert await found.async_request(listening.zeroconf, 20_000)
        assert (found.port, found.parsed_addresses()) == (8790, ["127.0.0.1"])
        assert found.decoded_properties["fingerprint"] == fingerprint.hex()
        await browser.async_cancel()
    await announcement.stop()


def test_nobody_is_told_of_loopback() -> None:
    assert addresses("127.0.0.1") == []
    assert addresses("192.0.2.7") == ["192.0.2.7"]
    assert not any(address.startswith("127.") for address in addresses("::"))
