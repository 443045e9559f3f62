"""The managed worker's process: the real worker, started, killed, stopped."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.errors import WorkerRefusedToken, WorkerStartFailed
from custom_components.mycamera.analysis.worker_client import supervisor
from custom_components.mycamera.analysis.worker_client.handshake import check_worker
from custom_components.mycamera.analysis.worker_client.supervisor import ManagedWorker

WORKER_PYTHON = str(Path(__file__).parents[3] / ".venvs" / "worker" / "bin" / "python")

pytestmark = pytest.mark.usefixtures("socket_enabled")


@asynccontextmanager
async def managed(python: str = WORKER_PYTHON) -> AsyncIterator[tuple[ManagedWorker, list[str | None]]]:
    said: list[str | None] = []
    worker = ManagedWorker(python=python)
    worker.dying.subscribe(said.append)
    try:
        yield worker, said
    finally:
        await worker.stop()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_it_starts_once_and_answers_only_its_own_token(hass: HomeAssistant) -> None:
    async with managed() as (worker, _):
        endpoint = await worker.endpoint()
        pid = worker.pid
        assert pid is not None
        assert await worker.endpoint() == endpoint
        assert worker.pid == pid
        assert endpoint.token not in repr(endpoint)
        assert endpoint.token not in Path(f"/proc/{pid}/cmdline").read_text()
        assert (await check_worker(hass, endpoint)).shares_files
        with pytest.raises(WorkerRefusedToken):
            await check_worker(hass, replace(endpoint, token="another"))
    assert not alive(pid)


async def test_a_killed_one_is_replaced(hass: HomeAssistant) -> None:
    async with managed() as (worker, said):
        await worker.endpoint()
        first = worker.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        async with asyncio.timeout(60):
            while alive(first):
                await asyncio.sleep(0.01)
        endpoint = await worker.endpoint()
        assert worker.pid not in {None, first}
        assert (await check_worker(hass, endpoint)).version
        assert said == []


async def test_one_that_is_restarted_has_not_died(hass: HomeAssistant) -> None:
    async with managed() as (worker, said):
        endpoint = await worker.endpoint()
        for _ in range(supervisor.DEATHS_BEFORE_ALARM):
            first = worker.pid
            assert first is not None
            await worker.restart()
            assert not alive(first)
            endpoint = await worker.endpoint()
        assert (await check_worker(hass, endpoint)).version
        assert said == []


async def test_a_hung_one_is_ended_and_replaced(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that lives, holds its port and says nothing: stopped by a signal, as a machine in trouble does it."""
    async with managed() as (worker, said):
        await worker.endpoint()
        for hangs in range(1, supervisor.DEATHS_BEFORE_ALARM + 1):
            pid = worker.pid
            assert pid is not None
            os.kill(pid, signal.SIGSTOP)
            await worker.endpoint()
            assert worker.pid == pid, "silent for a moment only"
            with monkeypatch.context() as patched:
                patched.setattr(supervisor, "HUNG_AFTER", 1.0)
                await asyncio.sleep(1.1)
                endpoint = await worker.endpoint()
            assert not alive(pid)
            assert worker.pid not in {None, pid}
            assert (await check_worker(hass, endpoint)).version
            assert len(said) == (hangs == supervisor.DEATHS_BEFORE_ALARM)
        assert said == ["it stopped answering 3 times within an hour"]
        worker.well()
        assert said[1:] == [], "an hour is not over"
        monkeypatch.setattr(supervisor, "HANGS_REMEMBERED", 0.0)
        monkeypatch.setattr(supervisor, "QUICK_DEATH", 0.0)
        worker.well()
        assert said[1:] == [None]


async def test_one_that_is_heard_of_is_not_hung(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "HUNG_AFTER", 0.5)
    async with managed() as (worker, _):
        await worker.endpoint()
        pid = worker.pid
        for _moment in range(4):
            await asyncio.sleep(0.2)
            worker.well()
        await worker.endpoint()
        assert worker.pid == pid


async def test_one_that_keeps_dying_is_reported_with_its_last_words(hass: HomeAssistant, tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho 'no module named torch' >&2\nexit 3\n")
    python.chmod(0o755)
    async with managed(str(python)) as (worker, said):
        for _ in range(supervisor.DEATHS_BEFORE_ALARM + 1):
            with pytest.raises(WorkerStartFailed, match="no module named torch"):
                await worker.endpoint()
        assert said == ["no module named torch"]


async def test_an_interpreter_that_is_not_there_is_an_error_too(hass: HomeAssistant, tmp_path: Path) -> None:
    async with managed(str(tmp_path / "nowhere")) as (worker, said):
        for _ in range(supervisor.DEATHS_BEFORE_ALARM):
            with pytest.raises(WorkerStartFailed, match="No such file"):
                await worker.endpoint()
        assert len(said) == 1


async def test_an_interpreter_that_goes_away_is_one_death_not_many(
    hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 3\n")
    python.chmod(0o755)
    async with managed(str(python)) as (worker, _):
        for _attempt in range(4):
            with pytest.raises(WorkerStartFailed):
                await worker.endpoint()
            python.unlink(missing_ok=True)
    assert caplog.text.count("The worker ended with code 3") == 1


async def test_one_that_ignores_termination_is_killed(hass: HomeAssistant, tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(
        "#!/bin/sh\ntrap '' TERM\n"
        'echo \'{"listening": {"host": "127.0.0.1", "port": 9}, "version": "0"}\'\n'
        "while :; do sleep 0.1; done\n"
    )
    python.chmod(0o755)
    async with managed(str(python)) as (worker, _):
        await worker.endpoint()
        pid = worker.pid
        assert pid is not None
    assert not alive(pid)
