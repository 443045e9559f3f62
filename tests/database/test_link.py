"""What a database leaves behind when it is closed."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

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
