"""How many jobs wait: counted now and then, and not known while the database is away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import override

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.mycamera.database import Database, DatabaseConfig, DatabaseUnavailable
from custom_components.mycamera.hub.lasting_count import LASTING_SECONDS, LastingCount
from custom_components.mycamera.hub.pending_jobs import PendingJobs


class Table(Database):
    """Counts, unless it is away."""

    away = False
    asked = 0

    @override
    async def count_pending_analyses(self) -> int:
        self.asked += 1
        if self.away:
            raise DatabaseUnavailable("away")
        return 3

    @override
    async def count_pending_captions(self) -> int:
        return 1


async def test_what_is_not_known_is_not_shown_as_before(hass: HomeAssistant, tmp_path: Path) -> None:
    table = Table(DatabaseConfig.sqlite(tmp_path / "mycamera.db"), journal_path=tmp_path / "journal")
    told: list[tuple[int | None, int | None]] = []
    pending = PendingJobs(hass, table)
    pending.counted.subscribe(lambda: told.append((pending.analyses, pending.captions)))
    assert (pending.analyses, pending.captions) == (None, None)
    for _ in range(5):
        pending.changed()
    await hass.async_block_till_done()
    assert table.asked == 0, "a job that is done at once does not wait"
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=3))
    await hass.async_block_till_done()
    assert told == [(3, 1)]
    assert table.asked == 1, "many changes are one question"
    table.away = True
    pending.changed()
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=6))
    await hass.async_block_till_done()
    assert told == [(3, 1), (None, None)]
    assert table.asked == 2
    pending.stop()


@pytest.fixture
def wait(hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> Callable[[float], None]:
    """Return what has time pass."""

    def passing(seconds: float) -> None:
        freezer.tick(seconds)
        async_fire_time_changed(hass)

    return passing


async def test_what_comes_and_is_done_at_once_is_no_queue(hass: HomeAssistant, wait: Callable[[float], None]) -> None:
    told: list[int | None] = []
    count = LastingCount(hass, lambda: told.append(count.value))
    count.count(0)
    assert count.value == 0, "what is known for the first time is shown"
    for _ in range(120):
        count.count(16)
        wait(LASTING_SECONDS - 1)
        count.count(0)
        wait(1)
    assert (count.value, told) == (0, [])
    # Slowly it becomes a queue: of the many who come each time some are left.
    for left in (3, 5, 7):
        count.count(left + 16)
        count.count(left)
        wait(LASTING_SECONDS)
    assert told == [3, 5, 7]
    count.stop()


async def test_what_was_done_is_shown_at_once(hass: HomeAssistant, wait: Callable[[float], None]) -> None:
    told: list[int | None] = []
    count = LastingCount(hass, lambda: told.append(count.value))
    count.count(1000)
    shown = []
    for number in range(999, -1, -1):
        count.count(number)
        shown.append(count.value)
    assert shown[48:51] == [1000, 950, 950], "a long queue is not told of one by one"
    assert shown[-3:] == [2, 1, 0]
    assert len(set(shown)) < 100
    count.count(40)
    count.count(None)
    assert count.value is None, "what is not known is not shown as before"
    wait(LASTING_SECONDS)
    assert told == [], "nobody waits for a number that was taken back"
    count.count(100)
    count.count(99)
    wait(LASTING_SECONDS)
    assert told == [99], "in the end it is exact"
    count.stop()
