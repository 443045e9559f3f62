"""Analysing on demand: a caller that waits always gets an answer."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest
from homeassistant.exceptions import HomeAssistantError

from custom_components.mycamera.analysis.signal import Signal
from custom_components.mycamera.database.rows import AnalysisSummary
from custom_components.mycamera.hub import batch_analysis, job_waiter
from custom_components.mycamera.hub.hub import Hub


class Table:
    """Two recordings are queued and nobody ever tells about them."""

    available = True
    pending = 0

    async def requeue(self, **_filters: object) -> list[int]:
        return [1, 2]

    async def summarize(self, record_ids: Sequence[int]) -> AnalysisSummary:
        assert set(record_ids) == {1, 2}
        return AnalysisSummary(pending=self.pending, running=0, done=0, failed=0, skipped=0, persons=0)


def hub(table: Table) -> Any:
    return SimpleNamespace(
        hass=SimpleNamespace(config=SimpleNamespace(language="en")),
        analysis=SimpleNamespace(
            queue=SimpleNamespace(outcomes=Signal(), blocked=None), look_for_work=lambda: None, able=True
        ),
        database=table,
        worker=SimpleNamespace(error=None),
        changes=Signal(),
    )


async def analyze(table: Table) -> batch_analysis.AnalyzeCounts:
    return await batch_analysis.analyze_videos(
        cast("Hub", hub(table)),
        camera_ids=None,
        since=None,
        until=None,
        limit=None,
        force=False,
        wait=True,
        on_progress=lambda _: None,
    )


async def test_recordings_that_are_deleted_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_waiter, "LOOK_AFTER", 1.0)
    counts = await analyze(Table())
    assert (counts.queued, counts.analyzed, counts.failed) == (2, 0, 0)


async def test_a_database_that_goes_away_ends_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_waiter, "WAIT_WITHOUT_WORKER", 1.0)
    table = Table()
    table.available = False
    table.pending = 2
    with pytest.raises(HomeAssistantError):
        await analyze(table)
