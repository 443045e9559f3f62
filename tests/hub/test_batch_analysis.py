"""Analysing on demand: a caller that waits always gets an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import override

import pytest
from homeassistant.exceptions import HomeAssistantError

from custom_components.mycamera.database.summaries import AnalysisSummary
from custom_components.mycamera.hub import batch_analysis, job_waiter

from ..stand_in import QuietDatabase, QuietHub


class Table(QuietDatabase):
    """Two recordings are queued and nobody ever tells about them."""

    left = 0

    @override
    async def requeue(
        self,
        *,
        camera_ids: Sequence[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
        force: bool = False,
    ) -> list[int]:
        return [1, 2]

    @override
    async def summarize(self, record_ids: Sequence[int]) -> AnalysisSummary:
        assert set(record_ids) == {1, 2}
        return AnalysisSummary(pending=self.left, running=0, done=0, failed=0, skipped=0, persons=0)


@pytest.fixture
def table(hub: QuietHub, tmp_path: Path) -> Table:
    hub.database = table = Table(hub.database.config, journal_path=tmp_path / "journal")
    return table


async def analyze(hub: QuietHub) -> batch_analysis.AnalyzeCounts:
    return await batch_analysis.analyze_videos(
        hub,
        camera_ids=None,
        since=None,
        until=None,
        limit=None,
        force=False,
        wait=True,
        on_progress=lambda _: None,
    )


async def test_recordings_that_are_deleted_are_not_waited_for(
    hub: QuietHub, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_waiter, "LOOK_AFTER", 0.2)
    listeners = len(hub.analysis.queue.outcomes)
    counts = await analyze(hub)
    assert (counts.queued, counts.analyzed, counts.failed) == (2, 0, 0)
    assert len(hub.analysis.queue.outcomes) == listeners, "who waits no longer listens no longer"


async def test_a_database_that_goes_away_ends_the_waiting(
    hub: QuietHub, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_waiter, "WAIT_WITHOUT_WORKER", 0.2)
    table.shown_available = False
    table.left = 2
    with pytest.raises(HomeAssistantError) as raised:
        await analyze(hub)
    assert raised.value.translation_key == "worker_unavailable"


async def test_a_hub_that_is_taken_down_ends_the_waiting_at_once(hub: QuietHub, table: Table) -> None:
    table.left = 2
    listeners = len(hub.changes)
    waiting = asyncio.create_task(analyze(hub))
    async with asyncio.timeout(60):
        while len(hub.changes) == listeners:
            await asyncio.sleep(0.01)
        await hub.async_stop()
        with pytest.raises(HomeAssistantError) as raised:
            await waiting
    assert raised.value.translation_key == "not_loaded"
