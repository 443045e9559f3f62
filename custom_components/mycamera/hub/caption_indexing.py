"""Keeps the index of captions up to date, in the background and a little at a time."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Final

from ..database import Database, DatabaseError

_LOGGER = logging.getLogger(__name__)

INTERVAL: Final = 60.0
"""Seconds between two looks; until then searches look through what was written since by themselves."""
BATCH: Final = 200
REST: Final = 1.0
"""Pause after a batch, as a share of its time: captions of years do not keep the database from all else."""
WORTH_TELLING: Final = 10_000


async def keep_captions_indexed(database: Database) -> None:
    """Index captions until cancelled, those first that an earlier version or an earlier run has left."""
    announced = False
    while True:
        try:
            waiting = await database.count_unindexed_captions()
            if waiting >= WORTH_TELLING and not announced:
                announced = True
                _LOGGER.info("Indexing %d captions in the background; searches in them are slower until then", waiting)
            done = await _index_all(database)
            if done and announced:
                announced = False
                _LOGGER.info("All captions are indexed")
        except DatabaseError as error:
            # It is told where it is noticed; the captions wait in their table.
            _LOGGER.debug("Captions are indexed later: %s", error)
        await asyncio.sleep(INTERVAL)


async def _index_all(database: Database) -> int:
    """Index what waits; return how much that was."""
    total = 0
    while True:
        begun = time.monotonic()
        done = await database.index_captions(BATCH)
        total += done
        if done < BATCH:
            return total
        await asyncio.sleep(REST * (time.monotonic() - begun))
