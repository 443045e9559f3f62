"""How a worker is reached and greeted: its address and token, the WebSocket, and who it says that it is."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import aiohttp
from homeassistant.core import HomeAssistant
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from yarl import URL

from ...worker.protocol.greeting import Hello, Refused, Welcome
from ...worker.protocol.messages import decode_worker, encode
from ...worker.protocol.pictures import MAX_PICTURE_BYTES, ProtocolError
from ...worker.protocol.versions import PROTOCOL_VERSION
from ..errors import (
    WorkerRefusedToken,
    WorkerShowsOtherCertificate,
    WorkerUnreachable,
    WorkerVersionMismatch,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

CONNECT_TIMEOUT: Final = 10.0
"""Seconds for the connection, and as many for the greeting."""
HEALTH_TIMEOUT: Final = 30.0
"""The worker sends its health every few seconds; after this many without a word it is taken for gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a worker listens, the token that opens it, and the SHA-256 of the one certificate that it may show.

    Without a fingerprint an authority that this machine trusts has to vouch for the certificate of a `wss://` address.
    """

    url: str
    token: str = field(repr=False)
    fingerprint: bytes | None = None


def websocket_url(url: str) -> URL:
    """Return the WebSocket address of a worker given as ws(s):// or http(s)://.

    Raises:
        ValueError: not such an address.
    """
    parsed = URL(url.strip())
    scheme = {"http": "ws", "https": "wss", "ws": "ws", "wss": "wss"}.get(parsed.scheme)
    if scheme is None or not parsed.host:
        raise ValueError("not a ws://, wss://, http:// or https:// address")
    return parsed.with_scheme(scheme).with_path(parsed.path or "/")


@asynccontextmanager
async def open_worker(
    session: aiohttp.ClientSession, endpoint: Endpoint
) -> AsyncIterator[tuple[aiohttp.ClientWebSocketResponse, Welcome]]:
    """Connect and shake hands; the connection lasts as long as the context.

    Raises:
        WorkerUnreachable, WorkerRefusedToken, WorkerShowsOtherCertificate, WorkerVersionMismatch: as they say.
    """
    if endpoint.fingerprint and websocket_url(endpoint.url).scheme != "wss":
        raise WorkerShowsOtherCertificate("a paired worker is spoken to with encryption only")
    try:
        async with asyncio.timeout(CONNECT_TIMEOUT):
            socket = await session.ws_connect(
                websocket_url(endpoint.url),
                headers={"Authorization": f"Bearer {endpoint.token}"},
                max_msg_size=MAX_PICTURE_BYTES + 1024,
                timeout=aiohttp.ClientWSTimeout(ws_receive=HEALTH_TIMEOUT, ws_close=2.0),
                ssl=aiohttp.Fingerprint(endpoint.fingerprint) if endpoint.fingerprint else True,
            )
    except aiohttp.ServerFingerprintMismatch:
        raise WorkerShowsOtherCertificate("what answers there is not the worker that was paired with") from None
    except aiohttp.WSServerHandshakeError as error:
        if error.status in {401, 403}:
            raise WorkerRefusedToken("the worker does not accept the token") from None
        if error.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise WorkerUnreachable("too many wrong tokens came from this address; it waits a few seconds") from None
        raise WorkerUnreachable(f"the address answers with HTTP status {error.status}, not as a worker") from None
    except TimeoutError:
        raise WorkerUnreachable(f"no answer within {CONNECT_TIMEOUT:.0f} s") from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise WorkerUnreachable(str(error) or type(error).__name__) from None
    try:
        yield socket, await _shake_hands(socket)
    finally:
        await socket.close()


async def _shake_hands(socket: aiohttp.ClientWebSocketResponse) -> Welcome:
    try:
        async with asyncio.timeout(CONNECT_TIMEOUT):
            await socket.send_str(encode(Hello()))
            frame = await socket.receive_str()
        answer = decode_worker(frame)
    except TimeoutError:
        raise WorkerUnreachable("the worker does not say hello") from None
    except (aiohttp.ClientError, TypeError, ConnectionError, ProtocolError) as error:
        raise WorkerUnreachable(f"what answers there is no MyCamera worker: {error}") from None
    match answer:
        case Welcome() if answer.version == PROTOCOL_VERSION:
            return answer
        case Welcome() | Refused(code="version"):
            raise WorkerVersionMismatch(answer.version)
        case Refused():
            raise WorkerUnreachable(answer.message)
        case _:
            raise WorkerUnreachable("the worker did not greet")


async def check_worker(hass: HomeAssistant, endpoint: Endpoint) -> Welcome:
    """Connect to a worker once and return how it introduces itself.

    Raises:
        WorkerUnreachable, WorkerRefusedToken, WorkerShowsOtherCertificate, WorkerVersionMismatch: as they say.
    """
    async with open_worker(async_get_clientsession(hass), endpoint) as (_, welcome):
        return welcome
