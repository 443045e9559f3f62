"""A child process whose output is read."""

from __future__ import annotations

import asyncio
import os
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
