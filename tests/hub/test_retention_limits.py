"""Retention at its limits, as a hub runs it: what goes is reckoned here by hand, in literal days and seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_component import async_update_entity
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.database import FileDeletionRow, NewGap
from custom_components.mycamera.hub import retention
from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.recording.archive.storage import Space, StorageRoot
from custom_components.mycamera.recording.retention.guard import ClockWatch, Doubt
from custom_components.mycamera.recording.retention.plan import CameraRules, Reason, StorageRules

from .test_hub import entry
from .test_retention import CAMERA, DAY, SIZE, hub, issue, look, record

__all__ = ["entry", "hub"]  # the fixtures

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _by_hand() -> Iterator[None]:
    with patch.object(retention, "PAUSE", 60.0):
        yield


def at(now: datetime) -> Any:
    """Have retention look at a clock that stands still: how long the test takes makes nothing older."""
    return patch.object(retention, "dt_util", SimpleNamespace(utcnow=lambda: now))


async def test_one_second_either_side(hass: HomeAssistant, hub: Hub) -> None:
    """Plain footage is kept for 14 days from its end, persons for 30, pictures for 90 from when one was seen."""
    now = datetime.now(UTC)
    plain = [await record(hub, 14 * DAY + MINUTE + shift, now=now) for shift in (SECOND, -SECOND)]
    person = [await record(hub, 30 * DAY + MINUTE + shift, now=now, person=True) for shift in (SECOND, -SECOND)]
    for days, shift in ((30, SECOND), (30, -SECOND)):
        start = now - days * DAY - shift - HOUR
        await hub.database.add_gap(
            NewGap(camera_id=CAMERA, camera_ip="h", start_time=start, end_time=start + HOUR, cause="stalled")
        )
    await record(hub, 90 * DAY + SECOND, now=now, person=True)
    await record(hub, 90 * DAY - SECOND, now=now, person=True)
    with at(now):
        await look(hub)
    assert [file.exists() for file in (*plain, *person)] == [False, True, False, True]
    assert len((await hub.database.page_gaps()).items) == 1
    pictures = len(list(hub.snapshots_root.glob("E*.jpg")))
    assert pictures == 3, "two of a month ago, and one of just under ninety days"


async def test_nothing_is_deleted_early(hass: HomeAssistant, hub: Hub) -> None:
    """A rule that reckons wrongly, by 20 hours, is found out by the second reckoning."""
    files = [await record(hub, 14 * DAY - hours * HOUR) for hours in (1, 5, 10, 19)]
    cutoff = CameraRules.cutoff

    def early(self: CameraRules, now: datetime, *, has_person: bool) -> datetime:
        return cutoff(self, now, has_person=has_person) + 20 * HOUR

    with patch.object(CameraRules, "cutoff", early):
        await look(hub)
        assert all(file.exists() for file in files)
        assert issue(hass, Doubt.RULES)


async def test_pictures_and_gaps_wait_for_a_clock_that_is_proven(hass: HomeAssistant, hub: Hub) -> None:
    files = [await record(hub, 100 * DAY + hours * HOUR, minutes=55, person=True) for hours in range(10)]
    start = datetime.now(UTC) - 60 * DAY
    gap = NewGap(camera_id=CAMERA, camera_ip="h", start_time=start, end_time=start + HOUR, cause="stalled")
    await hub.database.add_gap(gap)
    hub.retention._clock = ClockWatch()  # as at a start
    await look(hub)
    assert issue(hass, Doubt.CLOCK)
    assert all(file.exists() for file in files)
    assert len(list(hub.snapshots_root.glob("E*.jpg"))) == 10
    assert len((await hub.database.page_detections()).items) == 10
    assert len((await hub.database.page_gaps()).items) == 1
    hub.retention.confirm(Doubt.CLOCK)
    await look(hub)
    assert not any(file.exists() for file in files)
    assert list(hub.snapshots_root.glob("E*.jpg")) == []
    assert (await hub.database.page_gaps()).items == ()


def nearly_full(short_of: int) -> Any:
    """Return a disk that lacks so many bytes to what must stay free."""
    return patch.object(StorageRoot, "space", return_value=Space(total=10**7, free=10**6 - short_of))


async def test_a_persons_word_is_for_once(hass: HomeAssistant, hub: Hub) -> None:
    hub.retention._rules = StorageRules(minimum_free=10**6, keep_pictures=90 * DAY, floor=6 * HOUR)
    young = [await record(hub, 5 * HOUR - number * MINUTE) for number in range(3)]
    with nearly_full(short_of=SIZE):
        await look(hub)
        assert all(file.exists() for file in young)
        assert issue(hass, Doubt.YOUNG)
        hub.retention.confirm(Doubt.YOUNG)
        await look(hub)
        assert [file.exists() for file in young] == [False, True, True], "no more than is asked for"
        assert issue(hass, Doubt.YOUNG) is None
        await look(hub)
        assert [file.exists() for file in young] == [False, True, True], "and not a second time"
        assert issue(hass, Doubt.YOUNG)
    gaps = (await hub.database.page_gaps()).items
    assert [gap.cause for gap in gaps] == ["deleted"]
    await async_update_entity(hass, "sensor.mycamera_deleted_recordings")  # some bytes are no news of their own
    deleted = hass.states.get("sensor.mycamera_deleted_recordings")
    assert deleted is not None
    assert deleted.attributes["space"] == 1
    assert deleted.attributes["newest_before_its_time"] == gaps[0].end_time


async def test_the_floor_one_second_either_side(hass: HomeAssistant, hub: Hub) -> None:
    hub.retention._rules = StorageRules(minimum_free=10**6, keep_pictures=90 * DAY, floor=6 * HOUR)
    now = datetime.now(UTC)
    older = await record(hub, 6 * HOUR + MINUTE + SECOND, now=now)
    younger = await record(hub, 6 * HOUR + MINUTE - SECOND, now=now)
    with nearly_full(short_of=SIZE), at(now):
        await look(hub)
        assert [older.exists(), younger.exists()] == [False, True]
        await look(hub)
        assert younger.exists()


async def test_many_small_steps_add_up(hass: HomeAssistant, hub: Hub, entry: MockConfigEntry) -> None:
    """Something fills the disk little by little: each look alone would take an hour."""
    files = [await record(hub, (40 - hour) * HOUR, minutes=55) for hour in range(20)]
    hub.retention._rules = StorageRules(minimum_free=10**6, keep_pictures=90 * DAY, floor=timedelta(0))
    for _ in range(20):
        with nearly_full(short_of=SIZE):
            await look(hub)
    assert sum(file.exists() for file in files) == 10
    assert issue(hass, Doubt.SPACE)


async def test_what_is_protected_at_the_last_moment_is_not_told_as_deleted(hass: HomeAssistant, hub: Hub) -> None:
    hub.retention._rules = StorageRules(minimum_free=10**6, keep_pictures=90 * DAY, floor=6 * HOUR)
    stays, goes = await record(hub, 20 * HOUR), await record(hub, 10 * HOUR)
    take = hub.database.take_records

    async def take_late(record_ids: Sequence[int]) -> dict[int, FileDeletionRow]:
        await hub.protect_recordings(camera_ids=None, since=None, until=datetime.now(UTC) - 15 * HOUR, protect=True)
        return await take(record_ids)

    with nearly_full(short_of=2 * SIZE), patch.object(hub.database, "take_records", take_late):
        await look(hub)
    assert [file.exists() for file in (stays, goes)] == [True, False]
    (gap,) = (await hub.database.page_gaps()).items
    assert gap.start_time > datetime.now(UTC) - 15 * HOUR, "the footage is there"
    assert hub.deleted.by_reason[Reason.SPACE].segments == 1
    assert hub.deleted.size == SIZE
