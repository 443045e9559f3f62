"""What the panel changes, as commands of Home Assistant's WebSocket: zones, and which recordings are protected."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized
from homeassistant.util.ulid import ulid_now

from ..const import CONF_DETECTION, CONF_MASKS, CONF_ZONES, SUBENTRY_CAMERA
from ..database import RecordRow
from ..hub.footage_deletion import delete_records
from ..recording.archive.storage import StorageError
from ..settings.detection import MASKS_SCHEMA, ZONES_SCHEMA, ZonesInvalid, clean_zones
from .access import async_camera_access
from .commands import CommandError, answering
from .live import async_still_url
from .views import LARGEST_ROW_ID

if TYPE_CHECKING:
    from ..hub.hub import Hub

_CAMERA_ID: Final = probatio.All(str, probatio.Length(min=1, max=64))
_RECORD_IDS: Final = probatio.All(
    [probatio.All(int, probatio.Range(min=0, max=LARGEST_ROW_ID))], probatio.Length(min=1, max=200)
)
MOST_FALSE_POSITIVES: Final = 30
"""Where something was wrongly taken for a person, as the editor of zones is told: the newest."""
_MOMENT: Final = timedelta(milliseconds=1)


def _subentry(hub: Hub, camera_id: str) -> ConfigSubentry:
    subentry = hub.entry.subentries.get(camera_id)
    if subentry is None or subentry.subentry_type != SUBENTRY_CAMERA:
        raise CommandError("not_found", "entry_not_found")
    return subentry


def _drawn(subentry: ConfigSubentry) -> dict[str, Any]:
    section = subentry.data.get(CONF_DETECTION, {})
    return {key: section.get(key, []) for key in (CONF_ZONES, CONF_MASKS)}


@websocket_api.websocket_command(
    {probatio.Required("type"): "mycamera/zones", probatio.Required("camera_id"): _CAMERA_ID}
)
@websocket_api.async_response
@answering
async def websocket_zones(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with a camera's zones and ignore masks, and where there is a picture of now to draw them on."""
    camera_id: str = msg["camera_id"]
    if not async_camera_access(hass, hub, connection.user).allows(camera_id):
        raise Unauthorized
    subentry = _subentry(hub, camera_id)
    wrong = await hub.false_positives.of_camera(camera_id)
    return {
        **_drawn(subentry),
        "still_url": async_still_url(hass, connection, hub, camera_id),
        "false_positives": [known["box"] for known in wrong[:MOST_FALSE_POSITIVES]],
    }


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/save_zones",
        probatio.Required("camera_id"): _CAMERA_ID,
        probatio.Required("zones"): ZONES_SCHEMA,
        probatio.Required("masks"): MASKS_SCHEMA,
    }
)
@websocket_api.require_admin
@websocket_api.async_response
@answering
async def websocket_save_zones(
    hass: HomeAssistant,
    connection: ActiveConnection,  # noqa: ARG001 - every command has one
    msg: dict[str, Any],
    hub: Hub,
) -> dict[str, Any]:
    """Take over a camera's zones and ignore masks as they were drawn; answer with them, each with its id."""
    subentry = _subentry(hub, msg["camera_id"])
    known = subentry.data.get(CONF_DETECTION, {})
    try:
        section = clean_zones(msg["zones"], msg["masks"], known, new_id=lambda: ulid_now().lower())
    except ZonesInvalid as error:
        raise CommandError(error.key, error.key, {"zone": error.name}) from error
    hass.config_entries.async_update_subentry(hub.entry, subentry, data={**subentry.data, CONF_DETECTION: section})
    return _drawn(subentry)


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/protect",
        probatio.Required("record_ids"): _RECORD_IDS,
        probatio.Required("protect"): bool,
    }
)
@websocket_api.require_admin
@websocket_api.async_response
@answering
async def websocket_protect(
    hass: HomeAssistant,  # noqa: ARG001 - every command has one
    connection: ActiveConnection,  # noqa: ARG001 - every command has one
    msg: dict[str, Any],
    hub: Hub,
) -> dict[str, Any]:
    """Keep recordings from being deleted, or allow it again."""
    for row in await _records(hub, msg["record_ids"]):
        # Neighbours may overlap at their ends by a picture or two; the middle is this recording's alone.
        middle = row.start_time + (row.end_time - row.start_time) / 2
        await hub.protect_recordings(
            camera_ids=[row.camera_id], since=middle, until=middle + _MOMENT, protect=msg["protect"]
        )
    return {"protected": msg["protect"]}


async def _records(hub: Hub, record_ids: list[int]) -> list[RecordRow]:
    """Return these recordings. Raises CommandError where one of them is not there."""
    rows = [await hub.database.get_record(record_id) for record_id in dict.fromkeys(record_ids)]
    if None in rows:
        raise CommandError("not_found", "entry_not_found")
    return [row for row in rows if row is not None]


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/analyze",
        probatio.Required("record_ids"): _RECORD_IDS,
    }
)
@websocket_api.require_admin
@websocket_api.async_response
@answering
async def websocket_analyze(
    hass: HomeAssistant,  # noqa: ARG001 - every command has one
    connection: ActiveConnection,  # noqa: ARG001 - every command has one
    msg: dict[str, Any],
    hub: Hub,
) -> dict[str, Any]:
    """Have recordings analysed, again where they were; answer with how many there are: without a file there is none."""
    queued: set[int] = set()
    for row in await _records(hub, msg["record_ids"]):
        queued.update(
            await hub.database.requeue(
                camera_ids=[row.camera_id], since=row.start_time, until=row.start_time + _MOMENT, force=True
            )
        )
    hub.analysis.look_for_work()
    return {"queued": len(queued)}


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/delete_records",
        probatio.Required("record_ids"): _RECORD_IDS,
    }
)
@websocket_api.require_admin
@websocket_api.async_response
@answering
async def websocket_delete_records(
    hass: HomeAssistant,  # noqa: ARG001 - every command has one
    connection: ActiveConnection,  # noqa: ARG001 - every command has one
    msg: dict[str, Any],
    hub: Hub,
) -> dict[str, Any]:
    """Delete recordings, not the persons in them; answer how many went, and how many are protected or analysed now."""
    try:
        counts = await delete_records(hub, await _records(hub, msg["record_ids"]))
    except StorageError as error:
        raise CommandError("storage_unavailable", "storage_unavailable") from error
    return {"deleted": counts.recordings, "kept": counts.kept}


@websocket_api.websocket_command(
    {probatio.Required("type"): "mycamera/delete_removed_camera", probatio.Required("camera_id"): _CAMERA_ID}
)
@websocket_api.require_admin
@websocket_api.async_response
@answering
async def websocket_delete_removed_camera(
    hass: HomeAssistant,  # noqa: ARG001 - every command has one
    connection: ActiveConnection,  # noqa: ARG001 - every command has one
    msg: dict[str, Any],
    hub: Hub,
) -> dict[str, Any]:
    """Delete all recordings, persons and pictures of a camera that is no longer set up; answer with what is left."""
    camera_id: str = msg["camera_id"]
    if hub.removed_cameras.get(camera_id) is None:
        raise CommandError("not_found", "entry_not_found")
    try:
        left = await hub.removed_cameras.delete(camera_id)
    except StorageError as error:
        raise CommandError("storage_unavailable", "storage_unavailable") from error
    await hub.false_positives.forget(camera_id)
    return {"records": left.records, "persons": left.detections}
