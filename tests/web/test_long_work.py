"""Work that takes long is told to whoever asks, and how far it is."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.hub.pending_jobs import PendingJobs
from custom_components.mycamera.web.long_work import LEAST_JOBS, async_long_work
from custom_components.mycamera.worker.protocol.health import Health, ModelDownload

from ..surfaces import FRONT, Ask, SurfaceHub

pytestmark = pytest.mark.usefixtures("enable_custom_integrations")


async def works(ask: Ask) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = (await ask("overview"))["result"]["long_work"]
    return told


async def test_a_history_that_is_analysed_tells_how_far_it_is(hass: HomeAssistant, hub: SurfaceHub, ask: Ask) -> None:
    assert await works(ask) == []
    for minute in range(LEAST_JOBS + 4):
        await hub.add_record(FRONT, minute)
    counted = asyncio.Event()
    jobs = PendingJobs(hass, hub.database)
    jobs.counted.subscribe(counted.set)
    hub.pending = jobs

    async def count() -> None:
        counted.clear()
        jobs.changed()
        await asyncio.wait_for(counted.wait(), 60)

    try:
        await count()
        left = LEAST_JOBS + 4
        assert await works(ask) == [{"kind": "analysis", "name": None, "done": 0.0, "left": left}]
        assert len(await hub.database.claim_analyses(left // 2)) == left // 2
        await count()
        assert await works(ask) == [{"kind": "analysis", "name": None, "done": 0.5, "left": left // 2}]
        assert len(await hub.database.claim_analyses(left)) == left // 2
        await count()
        assert await works(ask) == []
        # What comes one by one is not long work.
        await hub.add_record(FRONT, 500)
        await count()
        assert await works(ask) == []
    finally:
        jobs.stop()


async def test_models_that_come_and_a_database_that_moves_are_told(
    hub: SurfaceHub, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = (
        ModelDownload(name="owner/model", received=30, total=120),
        ModelDownload(name="owner/other", received=30, total=0),
    )
    hub.worker.health = Health(queued=0, running=0, watching=0, downloads=downloads)
    monkeypatch.setattr(type(hub.database_owner), "moved", 0.25)
    told: list[dict[str, Any]] = [
        {"kind": "move_database", "name": None, "done": 0.25, "left": None},
        {"kind": "download", "name": "owner/model", "done": 0.25, "left": None},
        {"kind": "download", "name": "owner/other", "done": None, "left": None},
    ]
    assert await works(ask) == told
    assert async_long_work(hub, is_admin=False) == [{**each, "name": None} for each in told]
