"""Pairing from Home Assistant's side, with the worker's own offer, and with those who pretend to be it."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.errors import (
    WorkerHasNoCode,
    WorkerRefusedCode,
    WorkerShowsOtherCertificate,
    WorkerUnreachable,
)
from custom_components.mycamera.analysis.worker_client.handshake import Endpoint, check_worker
from custom_components.mycamera.analysis.worker_client.pairing_client import pair
from custom_components.mycamera.worker import pairing
from custom_components.mycamera.worker.trust import keep_certificate

from ...pairing_worker import serving, serving_offer

pytestmark = pytest.mark.usefixtures("socket_enabled")


async def test_the_code_gives_token_and_certificate(
    hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving_offer(tmp_path / "worker", caplog) as worker:
        typed = worker.code.lower().replace("-", " ")
        endpoint = await pair(hass, "127.0.0.1", worker.port, typed)
        assert endpoint == Endpoint(
            url=f"wss://127.0.0.1:{worker.port}", token=worker.token, fingerprint=worker.certificate.fingerprint
        )
        with pytest.raises(WorkerHasNoCode):
            await pair(hass, "127.0.0.1", worker.port, worker.code)


async def test_another_code(hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with serving_offer(tmp_path / "worker", caplog) as worker:
        with pytest.raises(WorkerRefusedCode):
            await pair(hass, "127.0.0.1", worker.port, pairing.new_code())
        with pytest.raises(WorkerRefusedCode, match="no pairing code"):
            await pair(hass, "127.0.0.1", worker.port, "1234")
        assert worker.asked == ["/pair"], "what is no code is sent nowhere"
        assert (await pair(hass, "127.0.0.1", worker.port, worker.code)).token == worker.token


async def test_somebody_between_the_two(hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """He passes on what he is sent, and shows his own certificate: the worker gives the token to neither."""
    (tmp_path / "between").mkdir()
    async with serving_offer(tmp_path / "worker", caplog) as worker:
        passed_on = []

        async def pass_on(request: web.Request) -> web.Response:
            address = f"https://127.0.0.1:{worker.port}{request.path}"
            async with (
                aiohttp.ClientSession() as session,
                session.post(address, data=await request.read(), ssl=False) as response,
            ):
                passed_on.append(response.status)
                return web.Response(status=response.status, body=await response.read())

        app = web.Application()
        app.router.add_post(pairing.PAIR_PATH, pass_on)
        async with serving(app, keep_certificate(tmp_path / "between").tls) as port:
            with pytest.raises(WorkerRefusedCode):
                await pair(hass, "127.0.0.1", port, worker.code)
        assert passed_on == [403]


async def test_who_does_not_know_the_code_is_given_nothing(hass: HomeAssistant, tmp_path: Path) -> None:
    """He says that the code is right; his token is not taken for the worker's, nor his certificate."""

    async def agree(request: web.Request) -> web.Response:
        asked = pairing.decode(pairing.Asked, await request.read())
        return web.json_response({"proof": asked.proof, "token": "his"})

    app = web.Application()
    app.router.add_post(pairing.PAIR_PATH, agree)
    async with serving(app, keep_certificate(tmp_path).tls) as port:
        with pytest.raises(WorkerRefusedCode, match="does not know the code"):
            await pair(hass, "127.0.0.1", port, pairing.new_code())


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (web.HTTPNotFound, WorkerHasNoCode),
        (web.HTTPBadGateway, WorkerUnreachable),
        (web.HTTPOk, WorkerUnreachable),
    ],
)
async def test_something_else_answers(
    hass: HomeAssistant, tmp_path: Path, answer: type[web.HTTPException], error: type[Exception]
) -> None:
    async def serve(_: web.Request) -> web.Response:
        return web.Response(status=answer.status_code, text="<html>")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", serve)
    async with serving(app, keep_certificate(tmp_path).tls) as port:
        with pytest.raises(error):
            await pair(hass, "127.0.0.1", port, pairing.new_code())
    async with serving(app, None) as port:  # without TLS
        with pytest.raises(WorkerUnreachable):
            await pair(hass, "127.0.0.1", port, pairing.new_code())
    with pytest.raises(WorkerUnreachable):  # nobody is there any more
        await pair(hass, "127.0.0.1", port, pairing.new_code())


async def test_another_certificate_is_not_told_the_token(
    hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving_offer(tmp_path / "worker", caplog) as worker:
        url = f"wss://127.0.0.1:{worker.port}"
        for endpoint in (
            Endpoint(url=url, token="secret", fingerprint=bytes(32)),
            Endpoint(url=url.replace("wss", "ws"), token="secret", fingerprint=worker.certificate.fingerprint),
        ):
            with pytest.raises(WorkerShowsOtherCertificate):
                await check_worker(hass, endpoint)
        assert worker.asked == []
        with pytest.raises(WorkerUnreachable):  # the right one; it offers to pair and nothing else
            await check_worker(hass, Endpoint(url=url, token="secret", fingerprint=worker.certificate.fingerprint))
        assert worker.asked == ["/ Bearer secret"]
