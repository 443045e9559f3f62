"""How many jobs wait: counted now and then, and not known while the database is away."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import override

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.mycamera.database import Database, DatabaseConfig, DatabaseUnavailable
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
