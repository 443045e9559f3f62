"""Several workers: who is there, who takes the next job, and that it is tried elsewhere when that one goes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.errors import WorkerUnreachable
from custom_components.mycamera.analysis.worker_client import worker_connection
from custom_components.mycamera.analysis.worker_client.worker_connection import WorkerConnection
from custom_components.mycamera.analysis.worker_client.worker_set import Workers
from custom_components.mycamera.worker.protocol.analysis_settings import AnalysisSettings
from custom_components.mycamera.worker.protocol.configuration import ModelProblem
from custom_components.mycamera.worker.protocol.health import Health
from custom_components.mycamera.worker.protocol.recordings import Analyze

from ..parts import new_connection
from ..scripted_worker import ScriptedWorker, polite, serving

pytestmark = pytest.mark.usefixtures("socket_enabled")


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.01)


def more_jobs(connection: WorkerConnection, before: int) -> bool:
    return connection.jobs > before


@asynccontextmanager
async def connected(hass: HomeAssistant, **scripted: ScriptedWorker) -> AsyncIterator[Workers]:
    async with AsyncExitStack() as stack:
        for worker in scripted.values():
            await stack.enter_async_context(serving(worker))
        connections = {name: new_connection(hass, worker) for name, worker in scripted.items()}
        workers = Workers(connections)
        tasks = [asyncio.create_task(connection.run()) for connection in connections.values()]
        try:
            yield workers
        finally:
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task


async def test_a_job_goes_to_who_has_least_to_do_for_its_places(hass: HomeAssistant) -> None:
    a, b = ScriptedWorker(polite()), ScriptedWorker(polite())
    async with connected(hass, a=a, b=b) as workers:
        with pytest.raises(WorkerUnreachable):
            workers.freest()
        assert workers.places == 2, "as many as one takes, for who comes"
        await workers.wait_ready()
        await until(lambda: len(workers.ready) == 2)
        assert (len(workers), workers.places, workers.most_places) == (2, 4, 2)
        await b.push(Health(queued=0, running=0, watching=0, places=6))
        await until(lambda: workers.places == 8)
        assert workers.most_places == 6
        jobs = []
        taken = []
        for _ in range(8):
            taken.append(worker := workers.freest())
            before = workers[worker].jobs
            jobs.append(asyncio.create_task(workers[worker].analyze("/a.mp4", AnalysisSettings())))
            await until(partial(more_jobs, workers[worker], before))
        assert [taken.count("a"), taken.count("b")] == [2, 6]
        assert workers.freest({"b"}) == "a"
        with pytest.raises(WorkerUnreachable):
            workers.freest({"a", "b"})
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)
        assert workers.freest() == "a", "nobody has anything to do"


async def test_who_is_there_is_told(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_connection, "FIRST_PAUSE", 0.02)
    problem = ModelProblem(kind="detector", code="model_missing", message="no such file")
    a, b = ScriptedWorker(polite()), ScriptedWorker(polite(problems=(problem,)))
    async with connected(hass, a=a, b=b) as workers:
        told: list[tuple[str, str]] = []
        configured: dict[str, int] = {}
        workers.connected.subscribe(lambda worker: told.append((worker, "connected")))
        workers.lost.subscribe(lambda worker: told.append((worker, "lost")))
        workers.configured.subscribe(lambda worker, answer: configured.update({worker: len(answer.problems)}))
        await until(lambda: configured == {"a": 0, "b": 1})
        a.refusal = b.refusal = 503
        await a.sockets[-1].close()
        await until(lambda: ("a", "lost") in told)
        assert workers.ready == ("b",)
        await workers.wait_ready()
        await b.sockets[-1].close()
        await until(lambda: ("b", "lost") in told)
        waiting = asyncio.create_task(workers.wait_ready())
        await asyncio.sleep(0)
        assert not waiting.done()
        b.refusal = 0
        async with asyncio.timeout(60):
            await waiting
        assert workers.ready == ("b",)
        assert not [each for each in a.heard if isinstance(each, Analyze)]
