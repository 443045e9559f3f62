"""The processes that the demo and the end-to-end tests start, and which of them is meant."""

import asyncio
import sys
from pathlib import Path

from scripts.demo.processes import Process

OUTLIVES = """
import os, time
parent = os.getpid()
if os.fork():
    time.sleep(600)
while os.getppid() == parent:
    time.sleep(0.05)
time.sleep(1)
"""
FORKS = "import os, time; os.fork(); time.sleep(600)  # forks"


async def test_what_ends_a_moment_after_its_parent_is_not_killed(tmp_path: Path) -> None:
    process = Process("one whose child ends later", [sys.executable, "-c", OUTLIVES], log=tmp_path / "log")
    await process.start()
    async with asyncio.timeout(60):
        while len(process.survivors()) < 2:
            await asyncio.sleep(0.05)
    assert await process.stop(60), "nothing had to be killed"
    assert process.survivors() == {}


async def test_what_does_not_end_with_its_parent_is_killed(tmp_path: Path) -> None:
    process = Process("one whose child stays", [sys.executable, "-c", FORKS], log=tmp_path / "log")
    await process.start()
    async with asyncio.timeout(60):
        while len(process.survivors()) < 2:
            await asyncio.sleep(0.05)
    assert not await process.stop(0.5)
    async with asyncio.timeout(60):
        while process.survivors():
            await asyncio.sleep(0.05)


async def test_a_child_that_is_no_other_program_yet_is_not_meant(tmp_path: Path) -> None:
    process = Process("one that forks", [sys.executable, "-c", FORKS], log=tmp_path / "log")
    await process.start()
    try:
        async with asyncio.timeout(60):
            while len(process.survivors()) < 2:
                await asyncio.sleep(0.05)
        assert all("# forks" in command for command in process.survivors().values())
        assert process.programs("# forks") == [process.pid]
        assert process.programs("something else") == []
    finally:
        await process.stop(0)
