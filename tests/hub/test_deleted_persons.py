"""Whoever a user deletes stays deleted, also where the camera still sees them; on a real hub and database."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from custom_components.mycamera.analysis.live.recorded_picture import RecordedPicture
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import NewPicture
from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.pictures import Picture

from ..analysis.scripted_worker import JPEG
from ..caption_house import CaptionHouse, caption_house, describing
from ..stand_in import CAMERA_ID

pytestmark = pytest.mark.usefixtures("socket_enabled")

HERE = (0.4, 0.2, 0.5, 0.8)


def say(house: CaptionHouse, event_id: str, phase: Literal["began", "better", "ended"], *, number: int = 1) -> None:
    """Have the worker tell of somebody who came 20 s ago and is there."""
    connection = house.hub.worker.connection
    now = datetime.now(UTC).timestamp()
    message = LiveAppearance(
        id=event_id,
        camera=CAMERA_ID,
        phase=phase,
        first_seen=now - 20,
        last_seen=now,
        best_time=now - 10,
        best_box=HERE,
        confidence=0.7,
        aspect=16 / 9,
        sightings=5,
        path=(PathPoint(time=0.0, box=HERE), PathPoint(time=20.0, box=HERE)),
        snapshot=f"{event_id}.{number}",
        thumbnail=f"{event_id}.{number}t",
        model="yolov8n.pt",
    )
    for shown in filter(None, (message.snapshot, message.thumbnail)):
        connection._pictures.hold(Picture(id=shown, jpeg=JPEG))
    connection._take(message)


async def taken_in(house: CaptionHouse) -> None:
    """Wait until all that was seen live is taken in, and written."""
    taken = asyncio.Event()

    async def take() -> None:
        taken.set()

    house.hub.analysis.live._put(take)
    async with asyncio.timeout(60):
        await taken.wait()
        while house.hub.database._guard._writes:
            await asyncio.sleep(0.01)


async def delete(house: CaptionHouse, **data: Any) -> Any:
    return await house.hass.services.async_call(DOMAIN, "delete", data, blocking=True, return_response=True)


async def all_is_told(house: CaptionHouse, event_id: str, number: int) -> None:
    """Have the worker tell of somebody until they have left, and their recording close."""
    say(house, event_id, "better", number=number)
    say(house, event_id, "ended", number=number + 1)
    now = dt_util.utcnow()
    house.hub.analysis.live.recording_closed(
        CAMERA_ID, now - timedelta(minutes=1), now + timedelta(minutes=1), f"{number}.mp4"
    )
    await taken_in(house)


@pytest.mark.parametrize("by", ["event", "time"])
@pytest.mark.parametrize("when", ["there", "left", "interrupted"])
async def test_who_is_deleted_does_not_come_back(hass: HomeAssistant, tmp_path: Path, by: str, when: str) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        say(house, "a1", "began")
        await taken_in(house)
        if when == "left":
            say(house, "a1", "ended", number=2)
        elif when == "interrupted":
            house.hub.watches.interrupted.tell(CAMERA_ID)
        await taken_in(house)
        (deleted,) = [house.hub.snapshots_root / (await house.row("a1")).image_path]
        now = dt_util.utcnow()
        named = {"event_id": "a1"} if by == "event" else {"since": now - timedelta(minutes=5), "until": now}
        assert (await delete(house, **named))["persons"] == 1
        said = len(house.said)
        await all_is_told(house, "a1", 3)
        assert await house.hub.database.get_detection("a1") is None
        assert not deleted.exists()
        assert len(house.said) == said
        say(house, "b1", "began")
        await all_is_told(house, "b1", 5)
        await house.row("b1")  # others are told as before


async def test_a_row_that_is_on_its_way_goes_as_well(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        say(house, "a1", "began")
        await taken_in(house)
        database = house.hub.database
        take = database.take_detections_named

        async def take_and_be_late(event_ids: Sequence[str]) -> list[str]:
            taken = await take(event_ids)
            if not house.hub.analysis.live._deleted:
                # What was seen just before it is known who goes.
                say(house, "a1", "better", number=2)
                await taken_in(house)
                assert await database.get_detection("a1") is not None
            return taken

        monkeypatch.setattr(database, "take_detections_named", take_and_be_late)
        assert (await delete(house, event_id="a1"))["persons"] == 1
        assert await database.get_detection("a1") is None
        assert not list((house.hub.snapshots_root / CAMERA_ID).rglob("*.jpg"))


async def test_a_picture_that_is_being_saved_goes_as_well(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        say(house, "a1", "began")
        await taken_in(house)
        live = house.hub.analysis.live
        save = live._pictures.save
        deleted: list[Any] = []

        async def save_while_they_are_deleted(*what: Any) -> Any:
            deleted.append(await delete(house, event_id="a1"))
            return await save(*what)

        monkeypatch.setattr(live._pictures, "save", save_while_they_are_deleted)
        say(house, "a1", "better", number=2)
        await taken_in(house)
        assert [each["persons"] for each in deleted] == [1]
        assert await house.hub.database.get_detection("a1") is None
        assert not list((house.hub.snapshots_root / CAMERA_ID).rglob("*.jpg"))


async def test_a_picture_out_of_the_recording_goes_as_well(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        say(house, "a1", "began")
        await taken_in(house)
        row = await house.row("a1")
        assert row.best_time is not None
        live = house.hub.analysis.live
        save = live._pictures.save

        async def save_after_they_are_deleted(*what: Any) -> Any:
            await delete(house, event_id="a1")
            return await save(*what)

        monkeypatch.setattr(live._pictures, "save", save_after_they_are_deleted)
        new = NewPicture(
            best_time=row.best_time,
            frame_number=7,
            timestamp=1.0,
            confidence=0.9,
            box=row.box,
            image_path=row.image_path,
            thumbnail_path=row.thumbnail_path,
        )
        live.show_recorded(RecordedPicture(row=row, instead_of=row.best_time, new=new, jpegs=(JPEG, JPEG)))
        await taken_in(house)
        assert await house.hub.database.get_detection("a1") is None
        assert not list((house.hub.snapshots_root / CAMERA_ID).rglob("*.jpg"))


async def test_nobody_who_is_deleted_is_shown_as_the_last_one(hass: HomeAssistant, tmp_path: Path) -> None:
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        for event_id in ("earlier", "a1"):
            say(house, event_id, "began")
            await taken_in(house)
        camera = house.hub.cameras[CAMERA_ID]
        assert camera.state.last_person is not None
        assert camera.state.last_person.event_id == "a1"
        await delete(house, event_id="earlier")
        assert camera.state.last_person.event_id == "a1"
        await delete(house, event_id="a1")
        assert camera.state.last_person is None
