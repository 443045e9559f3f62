"""What the timeline asks beyond one day's footage: how much there is of each day, and a small picture of a moment."""

from __future__ import annotations

import asyncio
import base64
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN
from ..recording.archive.stored_file import FileGoneError, StorageAwayError, StoredFile, locate
from ..recording.frame_decoding import NoPictureError
from .access import async_camera_access
from .commands import MOMENT, CommandError, answering
from .payload_types import DayFootage, Days, Preview

if TYPE_CHECKING:
    from datetime import datetime

    from ..database import RecordRow
    from ..hub.hub import Hub
    from ..recording.previews import KeyPicture

MOST_DAYS: Final = 62
_CAMERA_ID: Final = probatio.All(str, probatio.Length(min=1, max=64))
_DECODING: HassKey[asyncio.Semaphore] = HassKey(f"{DOMAIN}_previews")
_AT_ONCE: Final = 2
"""Pictures that are decoded: whoever drags quickly must not take all threads of Home Assistant."""


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/days",
        probatio.Required("camera_id"): _CAMERA_ID,
        probatio.Required("since"): MOMENT,
        probatio.Required("until"): MOMENT,
        probatio.Required("time_zone"): probatio.All(str, probatio.Length(max=64)),
    }
)
@websocket_api.async_response
@answering
async def websocket_days(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with how many recordings and people each day of a camera has, by the clocks of a time zone."""
    camera_id: str = msg["camera_id"]
    if not async_camera_access(hass, hub, connection.user).allows(camera_id):
        raise Unauthorized
    since: datetime = msg["since"]
    until: datetime = msg["until"]
    if since >= until:
        raise CommandError("invalid_range", "since_not_before_until")
    if until - since > timedelta(days=MOST_DAYS):
        raise CommandError("invalid_range", "range_too_long", {"hours": f"{MOST_DAYS * 24}"})
    zone = await dt_util.async_get_time_zone(msg["time_zone"])
    if zone is None:
        raise CommandError("invalid_format", "unknown_time_zone")
    last = (until - timedelta(microseconds=1)).astimezone(zone).date()
    counted = await hub.database.days(camera_id, first=since.astimezone(zone).date(), last=last, zone=zone)
    days: list[DayFootage] = [
        {"day": count.day.isoformat(), "recordings": count.records, "persons": count.detections}
        for count in reversed(counted)
    ]
    answer: Days = {"days": days}
    return dict(answer)


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/preview",
        probatio.Required("camera_id"): _CAMERA_ID,
        probatio.Required("moment"): MOMENT,
    }
)
@websocket_api.async_response
@answering
async def websocket_preview(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with a small picture of a moment, where there is footage of it."""
    camera_id: str = msg["camera_id"]
    if not async_camera_access(hass, hub, connection.user).allows(camera_id):
        raise Unauthorized
    record = await hub.database.record_covering(camera_id, msg["moment"])
    picture = None if record is None else await _picture(hass, hub, record, msg["moment"])
    answer: Preview = {"time": None, "picture": None}
    if record is not None and picture is not None:
        answer["time"] = record.start_time + timedelta(seconds=picture.seconds)
        answer["picture"] = base64.b64encode(picture.jpeg).decode()
    return dict(answer)


async def _picture(hass: HomeAssistant, hub: Hub, record: RecordRow, moment: datetime) -> KeyPicture | None:
    """Return the picture; None where the file is gone or cannot be decoded here. Raises CommandError."""
    file = StoredFile(camera_id=record.camera_id, root=hub.recordings_root, path=record.file_path)
    seconds = (moment - record.start_time).total_seconds()
    if (turn := hass.data.get(_DECODING)) is None:
        turn = hass.data[_DECODING] = asyncio.Semaphore(_AT_ONCE)
    try:
        async with turn:
            return await hass.async_add_executor_job(lambda: hub.previews.of(locate(file), seconds))
    except FileGoneError, FileNotFoundError, NoPictureError:
        return None
    except (StorageAwayError, OSError) as error:
        raise CommandError("storage_unavailable", "storage_unavailable") from error
