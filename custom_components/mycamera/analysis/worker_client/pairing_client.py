"""Home Assistant's side of pairing: by a typed code it learns a worker's certificate and token (`worker.pairing`)."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from http import HTTPStatus
from typing import Final

import aiohttp
from homeassistant.core import HomeAssistant
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.util.ssl import SSLCipherList, client_context_no_verify
from yarl import URL

from ...worker import pairing
from ..errors import WorkerHasNoCode, WorkerRefusedCode, WorkerUnreachable
from .handshake import CONNECT_TIMEOUT, Endpoint

DEFAULT_PORT: Final = 8790


async def pair(hass: HomeAssistant, host: str, port: int, code: str) -> Endpoint:
    """Pair with the worker that shows this code; return how it is reached from now on.

    Raises:
        WorkerRefusedCode: it shows another code; or somebody between here and there shows another certificate.
        WorkerHasNoCode: its code is used up.
        WorkerUnreachable: no worker answers there.
    """
    try:
        pairing.read_code(code)
    except pairing.PairingError as error:
        raise WorkerRefusedCode(str(error)) from None
    address = URL.build(scheme="wss", host=host, port=port)
    try:
        async with asyncio.timeout(CONNECT_TIMEOUT):
            fingerprint = await _fingerprint(hass, host, port)
            paired = await _ask(hass, address.with_scheme("https"), code, fingerprint)
    except aiohttp.ServerFingerprintMismatch:
        raise WorkerRefusedCode("what answers there shows one certificate now and another then") from None
    except TimeoutError:
        raise WorkerUnreachable(f"no answer within {CONNECT_TIMEOUT:.0f} s") from None
    except pairing.PairingError as error:
        raise WorkerUnreachable(f"what answers there is no MyCamera worker: {error}") from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise WorkerUnreachable(str(error) or type(error).__name__) from None
    return Endpoint(url=str(address).rstrip("/"), token=paired.token, fingerprint=fingerprint)


async def _fingerprint(hass: HomeAssistant, host: str, port: int) -> bytes:
    """Return the fingerprint of the certificate that is shown there, whoever made it. Raises OSError."""
    context = await hass.async_add_executor_job(client_context_no_verify, SSLCipherList.PYTHON_DEFAULT)
    _, writer = await asyncio.open_connection(host, port, ssl=context)
    try:
        shown: ssl.SSLObject = writer.get_extra_info("ssl_object")
        certificate = shown.getpeercert(binary_form=True)
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()
    if certificate is None:
        raise OSError("no certificate is shown there")
    return pairing.fingerprint_of(certificate)


async def _ask(hass: HomeAssistant, address: URL, code: str, fingerprint: bytes) -> pairing.Paired:
    nonce = pairing.new_nonce()
    proof = pairing.prove(code, "home_assistant", fingerprint, nonce)
    async with async_get_clientsession(hass).post(
        address.with_path(pairing.PAIR_PATH),
        json={"nonce": nonce, "proof": proof},
        ssl=aiohttp.Fingerprint(fingerprint),
        allow_redirects=False,
    ) as response:
        if response.status == HTTPStatus.FORBIDDEN:
            raise WorkerRefusedCode("the worker shows another code")
        if response.status in {HTTPStatus.GONE, HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}:
            raise WorkerHasNoCode("the worker has no code to pair with")
        if response.status != HTTPStatus.OK:
            raise WorkerUnreachable(f"the address answers with HTTP status {response.status}, not as a worker")
        paired = pairing.decode(pairing.Paired, await response.content.read(pairing.MAX_BYTES + 1))
    if not pairing.is_proof(paired.proof, code, "worker", fingerprint, nonce):
        raise WorkerRefusedCode("what answers there does not know the code")
    return paired
