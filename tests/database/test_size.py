"""How much room the database says that it takes, beside what its file or its server says."""

from __future__ import annotations

from datetime import timedelta

from custom_components.mycamera.database import Database, DatabaseConfig

from .rows import CAMERA, START, new_detection


async def test_the_size_is_that_of_the_tables(database: Database, config: DatabaseConfig) -> None:
    empty = await database.measure_size()
    assert empty > 10_000
    for number in range(40):
        seen = START + timedelta(seconds=number)
        await database.add_detection(
            CAMERA, new_detection(f"e{number}", first_seen=seen, last_seen=seen, caption="seen " * 500)
        )
    filled = await database.measure_size()
    await database.close()
    if config.path is not None:
        assert filled > empty
        assert filled == config.path.stat().st_size, "the log beside it is written into it at the end"
    else:
        assert filled >= empty  # a server estimates, and not at once
