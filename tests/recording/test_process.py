"""A child process whose output is read."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest

from custom_components.mycamera.recording.process import LineProcess


async def test_who_is_cancelled_while_it_is_told_its_work_leaves_no_process(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    # It reads nothing, so that the script waits in the pipe.
    command = ("sh", "-c", f"echo $$ >{mark}; exec sleep 600")
    starting = asyncio.create_task(
        LineProcess.start(command, script=b"x" * 2_000_000, on_line=lambda *_: None, redact=str)
    )
    # Both outputs are read, and it is told its work.
    while len(asyncio.all_tasks()) < 4 or not (mark.exists() and mark.read_text().strip()):
        assert not starting.done()
        await asyncio.sleep(0.01)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)
    assert asyncio.all_tasks() == {asyncio.current_task()}


@pytest.mark.parametrize("insists", [False, True])
async def test_who_is_cancelled_while_it_kills_a_process_waits_for_its_end_unless_it_insists(insists: bool) -> None:
    """As when a recorder is stopped while a probe that took too long is being ended."""
    told: list[str] = []
    # What it has started holds its outputs open, so that its end takes until that has ended, too.
    command = ("sh", "-c", "sleep 600 & echo $!; wait")
    process = await LineProcess.start(command, script=b"", on_line=lambda line, _: told.append(line), redact=str)
    async with asyncio.timeout(60):
        while not told:
            await asyncio.sleep(0.01)
    killing = asyncio.create_task(process.kill())
    for cancelled in (False, True):
        for _ in range(5):
            await asyncio.sleep(0)
        assert not killing.done()
        if not cancelled or insists:
            killing.cancel()
    if insists:
        with pytest.raises(asyncio.CancelledError):
            await killing
    os.kill(int(told[0]), signal.SIGKILL)
    with pytest.raises(asyncio.CancelledError):
        await killing
    async with asyncio.timeout(60):
        assert await process.wait() == -signal.SIGKILL
    assert asyncio.all_tasks() == {asyncio.current_task()}
