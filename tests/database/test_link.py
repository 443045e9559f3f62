"""What a database leaves behind when it is closed."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from custom_components.mycamera.database.config import DatabaseConfig
from custom_components.mycamera.database.link import Link


def threads_of_sqlite() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if "_connection_worker_thread" in thread.name}


async def test_a_connection_that_nobody_gave_back_ends_with_the_database(tmp_path: Path) -> None:
    """As one does that was cancelled while it was set up: the pool knows nothing of it any more."""
    before = threads_of_sqlite()
    link = Link(DatabaseConfig.sqlite(tmp_path / "mycamera.db"), timeout=5)
    await link.connect()
    assert link._engine is not None
    stranded = await link._engine.connect()
    await link.close(politely=True)
    async with asyncio.timeout(60):
        while threads_of_sqlite() - before:
            await asyncio.sleep(0.01)
    assert stranded.closed is False, "else this test would say nothing"
    await stranded.invalidate()


async def test_nothing_goes_on_of_a_question_that_is_given_up_twice(tmp_path: Path) -> None:
    """By whoever asked, and then, while its connection is being closed, by the end of the database."""
    before = threads_of_sqlite()
    link = Link(DatabaseConfig.sqlite(tmp_path / "mycamera.db"), timeout=300)
    await link.connect()
    asked, answer = threading.Event(), threading.Event()

    def hold() -> int:
        asked.set()
        answer.wait()
        return 1

    async def ask(connection: AsyncConnection) -> None:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        await driver.create_function("hold", 0, hold)
        await connection.execute(text("SELECT hold()"))

    others = asyncio.all_tasks()
    question = asyncio.create_task(link.run(ask, write=False))
    try:
        async with asyncio.timeout(60):
            while not asked.is_set():
                await asyncio.sleep(0.01)
        question.cancel()
        await asyncio.sleep(0.05)
        assert not question.done(), "its connection is being closed"
        closing = asyncio.create_task(link.close(politely=True))
        await asyncio.sleep(0.05)
    finally:
        answer.set()
    async with asyncio.timeout(60):
        await closing
        with pytest.raises(asyncio.CancelledError):
            await question
        while asyncio.all_tasks() - others or threads_of_sqlite() - before:
            await asyncio.sleep(0.01)
