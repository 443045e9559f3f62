"""How many persons a day had: counted in the database, anew at midnight, unknown while the database is away."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import override

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.mycamera.analysis.recorded.analysis_queue import AnalysisOutcome
from custom_components.mycamera.database import (
    AnalysisStatus,
    Database,
    DatabaseUnavailable,
    DayCount,
    RecordRow,
    RecordStatus,
)
from custom_components.mycamera.hub import persons_today
from custom_components.mycamera.hub.camera import CameraRuntime
from custom_components.mycamera.hub.persons_today import PersonsToday

from ..stand_in import person

SHANGHAI = "Asia/Shanghai"


class Table(Database):
    """Three appearances on the 22nd and one on the 23rd, unless it is away."""

    seen = (("front", date(2026, 11, 22), 3), ("front", date(2026, 11, 23), 1))

    def __init__(self) -> None:
        self.away = False
        self.asked = 0

    @override
    async def days(self, camera_id: str, *, first: date, last: date, zone: tzinfo = UTC) -> list[DayCount]:
        self.asked += 1
        assert str(zone) == SHANGHAI
        if self.away:
            raise DatabaseUnavailable("away")
        return [
            DayCount(day=day, records=9, detections=number)
            for camera, day, number in self.seen
            if camera == camera_id and first <= day <= last
        ]


class Camera(CameraRuntime):
    def __init__(self) -> None:
        self.shown: list[tuple[int | None, datetime]] = []

    @override
    def persons_counted(self, number: int | None, midnight: datetime) -> None:
        self.shown.append((number, midnight))


def recorded(camera_id: str) -> RecordRow:
    """Return a recording that was analysed."""
    return RecordRow(
        id=7,
        camera_id=camera_id,
        camera_ip="192.0.2.7",
        start_time=datetime(2026, 11, 22, 15, 48, tzinfo=UTC),
        end_time=datetime(2026, 11, 22, 15, 49, tzinfo=UTC),
        status=RecordStatus.SUCCESS,
        file_path=f"{camera_id}/2026-11-22/154800.mp4",
        file_size=4_000_000,
        duration=60.0,
        codec="h264",
        width=1920,
        height=1080,
        error=None,
        analysis_status=AnalysisStatus.DONE,
        analysis_attempts=1,
        analysis_error=None,
        analysis_model="yolov8n.pt",
        analysis_next_try=None,
        analyzed_at=datetime(2026, 11, 22, 15, 50, tzinfo=UTC),
        protected=False,
        has_person=False,
    )


@pytest.mark.usefixtures("socket_enabled")
async def test_persons_today(
    hass: HomeAssistant, freezer: FrozenDateTimeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(persons_today, "COUNT_PAUSE", 0)
    await hass.config.async_set_time_zone(SHANGHAI)
    freezer.move_to("2026-11-22T15:50:00+00:00")  # ten minutes before midnight there
    table, cameras = Table(), {"front": Camera(), "yard": Camera()}
    today = PersonsToday(hass, table, cameras)
    front = cameras["front"].shown

    async def later(seconds: float) -> None:
        freezer.tick(seconds)
        async_fire_time_changed(hass, dt_util.utcnow())
        await hass.async_block_till_done()
        for _ in range(9):
            await asyncio.sleep(0)

    counting = asyncio.create_task(today.run())
    await later(2)
    midnight = datetime.fromisoformat("2026-11-22T00:00:00+08:00")
    assert front == [(3, midnight)]
    assert cameras["yard"].shown == [(0, midnight)]

    asked = table.asked
    for _ in range(5):
        today.person_began("front", person())
    today.analyzed(AnalysisOutcome(recording=recorded("yard")))
    await later(2)
    assert table.asked == asked + 1, "only those who have seen somebody, once"
    today.analyzed(AnalysisOutcome(recording=recorded("yard"), persons=(person(),)))
    await later(2)
    assert table.asked == asked + 2

    front.clear()
    await later(600)
    tomorrow = midnight + timedelta(days=1)
    assert front[0] == (0, tomorrow), "nobody was seen on a day that has just begun"
    await later(2)
    assert front[-1] == (1, tomorrow)

    table.away = True
    today.count_all()
    await later(2)
    assert [*front][-1] == (None, tomorrow)
    table.away = False
    del cameras["yard"]
    today.count_all()
    await later(2)
    assert front[-1] == (1, tomorrow)

    counting.cancel()
    await asyncio.gather(counting, return_exceptions=True)
    front.clear()
    await later(86_400)
    assert front == []
