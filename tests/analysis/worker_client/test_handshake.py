"""How a worker is reached and greeted, against a peer on a real socket."""

from __future__ import annotations

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.errors import (
    WorkerError,
    WorkerRefusedToken,
    WorkerUnreachable,
    WorkerVersionMismatch,
)
from custom_components.mycamera.analysis.worker_client.handshake import Endpoint, check_worker, websocket_url
from custom_components.mycamera.worker.protocol.greeting import Refused
from custom_components.mycamera.worker.protocol.health import Health

from ..scripted_worker import TOKEN, Answer, ScriptedWorker, polite, serving, welcome

pytestmark = pytest.mark.usefixtures("socket_enabled")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("http://gpu:8765", "ws://gpu:8765/"),
        ("https://gpu/worker", "wss://gpu/worker"),
        (" ws://10.0.0.2:1/ ", "ws://10.0.0.2:1/"),
    ],
)
def test_any_usual_address_is_taken(given: str, expected: str) -> None:
    assert str(websocket_url(given)) == expected


@pytest.mark.parametrize("given", ["", "gpu", "ftp://gpu", "ws://", "//gpu", "javascript:alert(1)"])
def test_other_addresses_are_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r"ws://|Invalid|host"):
        websocket_url(given)


async def test_check_returns_the_greeting(hass: HomeAssistant) -> None:
    async with serving(ScriptedWorker(polite())) as worker:
        assert (await check_worker(hass, Endpoint(url=worker.url, token=TOKEN))).device == "cpu"


@pytest.mark.parametrize(
    ("answers", "token", "error"),
    [
        ([welcome()], "wrong", WorkerRefusedToken),
        ([welcome(version=99)], TOKEN, WorkerVersionMismatch),
        ([Refused(code="version", message="no", version=2)], TOKEN, WorkerVersionMismatch),
        ([Refused(code="busy", message="somebody else is here")], TOKEN, WorkerUnreachable),
        (["<html>"], TOKEN, WorkerUnreachable),
        ([b"\x00\x01binary"], TOKEN, WorkerUnreachable),
        ([None], TOKEN, WorkerUnreachable),
        ([Health(queued=0, running=0, watching=0)], TOKEN, WorkerUnreachable),
    ],
)
async def test_check_tells_what_is_wrong(
    hass: HomeAssistant, answers: list[Answer], token: str, error: type[WorkerError]
) -> None:
    async with serving(ScriptedWorker(lambda _: answers)) as worker:
        with pytest.raises(error) as caught:
            await check_worker(hass, Endpoint(url=worker.url, token=token))
    assert token not in str(caught.value)


@pytest.mark.parametrize(
    ("greeting", "older"),
    [
        ('{"type": "welcome", "version": 1, "a_field_of_that_version": true}', True),
        ('{"type": "welcome", "version": 99, "worker_version": "9", "a_field_of_that_version": true}', False),
        ('{"type": "refused", "version": 99, "code": "a_code_of_that_version", "message": "no"}', False),
    ],
)
async def test_whatever_another_version_says_it_is_told_which_is_older(
    hass: HomeAssistant, greeting: str, older: bool
) -> None:
    async with serving(ScriptedWorker(lambda _: [greeting])) as worker:
        with pytest.raises(WorkerVersionMismatch) as caught:
            await check_worker(hass, Endpoint(url=worker.url, token=TOKEN))
    assert caught.value.worker_is_older is older
    assert ("update the worker" if older else "update the integration") in str(caught.value)


async def test_a_worker_that_has_seen_too_many_wrong_tokens(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    worker.refusal = 429
    async with serving(worker):
        with pytest.raises(WorkerUnreachable, match="too many wrong tokens"):
            await check_worker(hass, Endpoint(url=worker.url, token=TOKEN))


async def test_check_of_a_closed_port(hass: HomeAssistant) -> None:
    async with serving(ScriptedWorker(polite())) as worker:
        url = worker.url
    with pytest.raises(WorkerUnreachable):
        await check_worker(hass, Endpoint(url=url, token=TOKEN))
