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

_LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT count(*) FROM n"


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
    link = Link(DatabaseConfig.sqlite(tmp_path / "mycamera.db"), timeout=60)
    await link.connect()
    asked = asyncio.Event()

    async def ask(connection: AsyncConnection) -> None:
        asked.set()
        await connection.execute(text(_LONG))

    others = asyncio.all_tasks()
    question = asyncio.create_task(link.run(ask, write=False))
    await asked.wait()
    await asyncio.sleep(0.05)
    question.cancel()
    await asyncio.sleep(0.05)
    assert not question.done(), "its connection is being closed"
    await link.close(politely=True)
    with pytest.raises(asyncio.CancelledError):
        await question
    assert asyncio.all_tasks() <= others
    assert not threads_of_sqlite() - before
