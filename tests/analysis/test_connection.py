"""The connection to a worker, against a peer on a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.helpers.aiohttp_client import async_get_clientsession

from custom_components.mycamera.analysis.connection import (
    Endpoint,
    WorkerConnection,
    check_worker,
    websocket_url,
)
from custom_components.mycamera.analysis.errors import (
    JobError,
    WorkerError,
    WorkerLost,
    WorkerRefusedToken,
    WorkerUnreachable,
    WorkerVersionMismatch,
)
from custom_components.mycamera.worker import protocol

from .scripted_worker import JPEG, TOKEN, Answer, ScriptedWorker, analyzed, appearance, polite, serving, welcome

pytestmark = pytest.mark.usefixtures("socket_enabled")

SETTINGS = (protocol.DetectorSettings(), protocol.CaptionerSettings())


@dataclass
class Listener:
    connected: list[protocol.Configured] = field(default_factory=list)
    errors: list[WorkerError] = field(default_factory=list)
    said: list[object] = field(default_factory=list)

    def worker_connected(self, _welcome: protocol.Welcome) -> None:
        pass

    def worker_configured(self, configured: protocol.Configured) -> None:
        self.connected.append(configured)

    def worker_disconnected(self, error: WorkerError) -> None:
        self.errors.append(error)

    def worker_said(self, message: object) -> None:
        self.said.append(message)

    def worker_saw(self, message: protocol.LiveAppearance | protocol.Watched, pictures: Mapping[str, bytes]) -> None:
        self.said.append((message, dict(pictures)))


@asynccontextmanager
async def connected(
    hass: HomeAssistant, worker: ScriptedWorker, token: str = TOKEN
) -> AsyncIterator[tuple[WorkerConnection, Listener]]:
    async def endpoint() -> Endpoint:
        return Endpoint(url=worker.url, token=token)

    listener = Listener()
    connection = WorkerConnection(
        session=async_get_clientsession(hass), endpoint=endpoint, settings=SETTINGS, listener=listener
    )
    task = asyncio.create_task(connection.run())
    try:
        yield connection, listener
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.01)


def analyzing(*answers: Answer | Callable[[str], Answer]) -> Callable[[protocol.ClientMessage], list[Answer]]:
    """Be polite, and answer every analysis with these."""
    other = polite()

    def answer(message: protocol.ClientMessage) -> list[Answer]:
        if isinstance(message, protocol.Analyze):
            return [a(message.job) if callable(a) else a for a in answers]
        return other(message)

    return answer


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
        assert (await check_worker(hass, worker.url, TOKEN)).device == "cpu"


@pytest.mark.parametrize(
    ("answers", "token", "error"),
    [
        ([welcome()], "wrong", WorkerRefusedToken),
        ([welcome(version=99)], TOKEN, WorkerVersionMismatch),
        ([protocol.Refused(code="version", message="no", version=2)], TOKEN, WorkerVersionMismatch),
        ([protocol.Refused(code="busy", message="somebody else is here")], TOKEN, WorkerUnreachable),
        (["<html>"], TOKEN, WorkerUnreachable),
        ([b"\x00\x01binary"], TOKEN, WorkerUnreachable),
        ([None], TOKEN, WorkerUnreachable),
        ([protocol.Health(queued=0, running=0, watching=0)], TOKEN, WorkerUnreachable),
    ],
)
async def test_check_tells_what_is_wrong(
    hass: HomeAssistant, answers: list[Answer], token: str, error: type[WorkerError]
) -> None:
    async with serving(ScriptedWorker(lambda _: answers)) as worker:
        with pytest.raises(error) as caught:
            await check_worker(hass, worker.url, token)
    assert token not in str(caught.value)


async def test_check_of_a_closed_port(hass: HomeAssistant) -> None:
    async with serving(ScriptedWorker(polite())) as worker:
        url = worker.url
    with pytest.raises(WorkerUnreachable):
        await check_worker(hass, url, TOKEN)


async def test_an_analysis_comes_with_its_pictures(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(
        analyzing(
            protocol.Picture(id="p1", jpeg=JPEG),
            lambda job: protocol.JobProgress(job=job, done=0.5),
            lambda job: analyzed(job, appearance(1, "p1")),
        )
    )
    progress: list[float] = []
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await connection.wait_ready()
        result = await connection.analyze("/media/a.mp4", protocol.AnalysisSettings(), progress.append)
        assert result.pictures == {"p1": JPEG}
        assert result.analyzed.appearances[0].track == 1
        assert progress == [0.5]
        assert listener.connected[0].classes == ("person",)


async def test_a_result_without_its_pictures_is_a_failure(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(analyzing(lambda job: analyzed(job, appearance(1, "never-sent"))))
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        with pytest.raises(JobError, match="did not send"):
            await connection.analyze("/media/a.mp4", protocol.AnalysisSettings())


async def test_a_result_of_another_kind_is_a_failure(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(analyzing(lambda job: protocol.Described(job=job, captions=())))
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        with pytest.raises(JobError, match="another kind"):
            await connection.analyze("/media/a.mp4", protocol.AnalysisSettings())


async def test_the_workers_reason_arrives(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(
        analyzing(lambda job: protocol.JobFailed(job=job, code="source_invalid", message="not a video"))
    )
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        with pytest.raises(JobError, match="not a video") as caught:
            await connection.analyze("/media/a.mp4", protocol.AnalysisSettings())
        assert caught.value.permanent


async def test_a_break_fails_the_job_and_is_mended(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(analyzing(None))
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await connection.wait_ready()
        with pytest.raises(WorkerLost):
            await connection.analyze("/media/a.mp4", protocol.AnalysisSettings())
        await until(lambda: listener.errors)
        assert not connection.ready
        with pytest.raises(WorkerUnreachable):
            await connection.analyze("/media/a.mp4", protocol.AnalysisSettings())
        connection.retry_now()
        await connection.wait_ready()
        assert worker.connections == 2
        assert len(listener.connected) == 2


@pytest.mark.parametrize("nonsense", ["{}", '{"type":"analyzed"}', "[1", b"\xff\xff", b"\x00\x02{}png"])
async def test_nonsense_ends_the_connection_not_home_assistant(hass: HomeAssistant, nonsense: str | bytes) -> None:
    worker = ScriptedWorker(analyzing(nonsense))
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await connection.wait_ready()
        with pytest.raises(WorkerLost):
            await connection.analyze("/media/a.mp4", protocol.AnalysisSettings())
        await until(lambda: listener.errors)
        assert "protocol" in str(listener.errors[0])


async def test_giving_up_a_job_cancels_it_over_there(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        job = asyncio.create_task(connection.analyze("/media/a.mp4", protocol.AnalysisSettings()))
        (sent,) = await worker.wait_heard(protocol.Analyze)
        job.cancel()
        (cancelled,) = await worker.wait_heard(protocol.Cancel)
        assert cancelled.job == sent.job
        with pytest.raises(asyncio.CancelledError):
            await job


async def test_pictures_go_before_the_job_that_names_them(hass: HomeAssistant) -> None:
    caption = protocol.Caption(
        picture="e1", text="a man", text_zh="一个男人", model="blip2", translation_model="marian", seconds=0.1
    )

    def answer(message: protocol.ClientMessage) -> list[Answer]:
        if isinstance(message, protocol.Describe):
            assert [p.id for p in worker.pictures] == list(message.pictures)
            return [protocol.Described(job=message.job, captions=(caption,))]
        return polite()(message)

    worker = ScriptedWorker(answer)
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        assert await connection.describe({"e1": JPEG}) == {"e1": caption}


async def test_what_the_worker_says_by_itself_is_passed_on(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    presence = protocol.Presence(camera="c1", persons=2, time=1.0)
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await connection.wait_ready()
        await worker.push(presence)
        await until(lambda: listener.said)
        assert listener.said == [presence]


async def test_a_model_that_is_missing_is_asked_for_again(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.mycamera.analysis.connection.MODELS_RETRY", 0.02)
    missing = protocol.ModelProblem(kind="detector", code="model_missing", message="cannot be fetched")
    asked = 0

    def answer(message: protocol.ClientMessage) -> list[Answer]:
        nonlocal asked
        if isinstance(message, protocol.Configure):
            asked += 1
            return polite(problems=(missing,) if asked < 3 else ())(message)
        return polite()(message)

    worker = ScriptedWorker(answer)
    async with serving(worker), connected(hass, worker) as (_, listener):
        await until(lambda: len(listener.connected) == 3)
        assert [len(configured.problems) for configured in listener.connected] == [1, 1, 0]
        await asyncio.sleep(0.1)
        assert asked == 3
