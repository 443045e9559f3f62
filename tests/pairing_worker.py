"""The worker's own certificate, offer to pair and code, behind a real socket; without what needs its libraries."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from custom_components.mycamera.worker.pairing import PAIR_PATH
from custom_components.mycamera.worker.pairing_offer import PairingOffer
from custom_components.mycamera.worker.trust import Certificate, keep_certificate, keep_token


@dataclass
class PairingWorker:
    """What a test needs to know of it."""

    port: int
    token: str
    code: str
    certificate: Certificate
    asked: list[str] = field(default_factory=list)
    """Path and Authorization of every request that came."""


@asynccontextmanager
async def serving_offer(folder: Path, caplog: pytest.LogCaptureFixture) -> AsyncIterator[PairingWorker]:
    """Serve a new offer of the worker in a folder; its code is read where a user reads it, in the log."""
    folder.mkdir(exist_ok=True)
    certificate, token = keep_certificate(folder), keep_token(folder)
    offer = PairingOffer(token, certificate.fingerprint)
    with caplog.at_level("INFO"):
        offer.show()
    app = web.Application()
    worker = PairingWorker(0, token, caplog.records[-1].getMessage().rpartition(" ")[2], certificate)

    @web.middleware
    async def remember(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        worker.asked.append(f"{request.path} {request.headers.get('Authorization', '')}".strip())
        return await handler(request)

    app.middlewares.append(remember)
    app.router.add_post(PAIR_PATH, offer.serve)
    async with serving(app, certificate.tls) as worker.port:
        yield worker


@asynccontextmanager
async def serving(app: web.Application, tls: ssl.SSLContext | None) -> AsyncIterator[int]:
    """Serve an application on a free port of 127.0.0.1."""
    runner = web.AppRunner(app, shutdown_timeout=0.5)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
        await site.start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
