"""How many rows a camera at rest makes in Home Assistant's own database, counted there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.components.camera import async_get_image
from homeassistant.components.image import async_get_image as image_get_image
from homeassistant.components.recorder import get_instance
from homeassistant.components.recorder.util import session_scope
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.components.recorder.common import async_wait_recording_done
from sqlalchemy import text

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import Usage
from custom_components.mycamera.hub.storage_survey import Outlook
from custom_components.mycamera.recording.archive.segment import Segment, SegmentStatus
from custom_components.mycamera.recording.archive.storage import Space
from custom_components.mycamera.recording.retention.coverage import Coverage

from .stand_in import CAMERA_ID, QuietHub, person, show

SEGMENT_BYTES = 7_000_000
MOST_ROWS_AN_HOUR = 5


def rest_for_a_minute(hub: QuietHub, minute: int, *, start: datetime, records: int = 5_000) -> None:
    """Tell what a recorder, the analysis and retention tell each minute.

    One more segment, which is analysed, and what the disk holds now, where `records` were before.
    """
    begun = start + timedelta(minutes=minute)
    segment = Segment(
        camera_id=CAMERA_ID,
        start=begun,
        end=begun + timedelta(minutes=1),
        status=SegmentStatus.SUCCESS,
        file_path=f"front/{minute}.mp4",
        file_size=SEGMENT_BYTES + minute,
        duration=60.0,
        codec="h264",
        width=1920,
        height=1080,
    )
    hub.camera.segment_closed(segment)
    for waiting in (1, 0):
        hub.pending.lasting_analyses.count(waiting)
        hub.pending.lasting_captions.count(waiting)
        hub.changes.tell()
    records += minute
    recorded = min(60 * records, 86_300) + minute / 7
    hub.camera.storage_surveyed(
        Usage(bytes=records * SEGMENT_BYTES, protected=0, records=records),
        Coverage(recorded=recorded, missing=20 - minute / 9, unknown=0, before=86_400 - recorded, gaps=2),
    )
    hub.retention.space = Space(total=1_000_000_000_000, free=123_456_000_000 - minute * SEGMENT_BYTES)
    hub.retention.survey.outlook = Outlook(days=12.34 - minute / 1440)
    hub.changes.tell()


@pytest.mark.parametrize("records", [1, 5_000], ids=["new", "old"])
async def test_a_camera_at_rest_makes_few_rows(
    recorder_mock: Any, hass: HomeAssistant, hub: QuietHub, freezer: FrozenDateTimeFactory, records: int
) -> None:
    hub.count_pending(0, 0)
    start = datetime.now(UTC)

    def counted() -> dict[str, tuple[int, int]]:
        """Return how many rows of states there are, and of attributes that no other row has, by entity."""
        question = text(
            "SELECT m.entity_id, COUNT(*), COUNT(DISTINCT s.attributes_id)"
            " FROM states s JOIN states_meta m ON m.metadata_id = s.metadata_id GROUP BY m.entity_id"
        )
        with session_scope(hass=hass, read_only=True) as session:
            return {row[0]: (row[1], row[2]) for row in session.execute(question)}

    async def by_owner() -> dict[bool, tuple[int, int]]:
        """Return both numbers, of the camera (True) and of the hub (False)."""
        await hass.async_block_till_done()
        await async_wait_recording_done(hass)
        counts = await get_instance(hass).async_add_executor_job(counted)
        sums = {True: (0, 0), False: (0, 0)}
        for entity in er.async_entries_for_config_entry(er.async_get(hass), hub.entry.entry_id):
            states, attributes = counts.get(entity.entity_id, (0, 0))
            before = sums[entity.config_subentry_id == CAMERA_ID]
            sums[entity.config_subentry_id == CAMERA_ID] = (before[0] + states, before[1] + attributes)
        return sums

    show(hub.camera, watching=True, persons=0)
    rest_for_a_minute(hub, 0, start=start, records=records)
    before = await by_owner()
    assert before[True][0] > 5, "it is recorded at all"
    for minute in range(1, 121):
        freezer.tick(60)
        async_fire_time_changed(hass)
        rest_for_a_minute(hub, minute, start=start, records=records)
        await hass.async_block_till_done()
    after = await by_owner()
    for owner, (states, attributes) in after.items():
        assert 0 < states - before[owner][0] < 2 * MOST_ROWS_AN_HOUR, (owner, after, before)
        assert attributes - before[owner][1] < 2 * MOST_ROWS_AN_HOUR, (owner, after, before)
    # What is shown is never older than an hour.
    used = er.async_get(hass).async_get_entity_id(Platform.SENSOR, DOMAIN, f"{CAMERA_ID}_storage_used")
    assert used is not None
    shown = hass.states.get(used)
    assert shown is not None
    assert float(shown.state) * 1e9 > (records + 60) * SEGMENT_BYTES


async def test_the_address_of_a_picture_lasts_no_longer_than_usual_once_somebody_looked(
    hass: HomeAssistant, hub: QuietHub, freezer: FrozenDateTimeFactory
) -> None:
    picture = hub.snapshots_root / "front" / "e1.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"\xff\xd8 a picture")
    show(hub.camera, last_person=person())

    async def pass_minutes(minutes: int) -> tuple[str, str]:
        for _ in range(minutes):
            freezer.tick(60)
            async_fire_time_changed(hass)
            await hass.async_block_till_done()
        camera, image = hass.states.get("camera.front_door"), hass.states.get("image.front_door_last_person")
        assert camera is not None
        assert image is not None
        return camera.attributes["access_token"], image.attributes["access_token"]

    before = await pass_minutes(1)
    assert await pass_minutes(30) == before
    with patch("custom_components.mycamera.camera.grab_still", AsyncMock(return_value=b"\xff\xd8")):
        await async_get_image(hass, "camera.front_door")
    await image_get_image(hass, "image.front_door_last_person")
    after = await pass_minutes(6)
    assert not {*before} & {*after}
    assert not {*await pass_minutes(61)} & {*after}
