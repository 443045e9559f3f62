"""What a user says of persons: looked at, wrongly described, no person at all, not to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant

from ..database import BY_HAND, MANUAL
from ..hub.batch_captions import generate_captions
from ..hub.footage_deletion import delete_persons
from ..recording.archive.storage import StorageError
from .commands import CommandError, answering
from .views import parse_event_id

if TYPE_CHECKING:
    from ..database import DetectionRow
    from ..hub.hub import Hub

_EVENT_ID: Final = probatio.All(str, probatio.Length(min=1, max=64))
_CAPTION: Final = probatio.All(str, probatio.Strip, probatio.Length(max=2000))


async def _person(hub: Hub, text: str) -> DetectionRow:
    """Return the person that a command names. Raises CommandError, DatabaseError."""
    event_id = parse_event_id(text)
    row = None if event_id is None else await hub.database.get_detection(event_id)
    if row is None:
        raise CommandError("not_found", "entry_not_found")
    return row


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/mark_seen",
        probatio.Exclusive("event_ids", "which"): probatio.All([_EVENT_ID], probatio.Length(max=200)),
        probatio.Exclusive("all", "which"): True,
    }
)
@websocket_api.async_response
@answering
async def websocket_mark_seen(
    hass: HomeAssistant,  # noqa: ARG001 - every command has one
    connection: ActiveConnection,
    msg: dict[str, Any],
    hub: Hub,
) -> dict[str, Any]:
    """Note for the user who asks that persons were looked at: these, or all who are in the lists by now."""
    await hub.seen_marks.load()
    hub.seen_marks.mark(connection.user.id, filter(None, map(parse_event_id, msg.get("event_ids", []))))
    if msg.get("all"):
        # By the clock by which rows come: a browser's may be wrong. A row that is being written was in no list yet.
        hub.seen_marks.mark_until(connection.user.id, hub.database.visible_until)
    return {}


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/correct_caption",
        probatio.Required("event_id"): _EVENT_ID,
        probatio.Required("caption"): _CAPTION,
        probatio.Required("caption_zh"): _CAPTION,
    }
)
@websocket_api.require_admin
@websocket_api.async_response
@answering
async def websocket_correct_caption(
    hass: HomeAssistant,  # noqa: ARG001 - every command has one
    connection: ActiveConnection,  # noqa: ARG001 - every command has one
    msg: dict[str, Any],
    hub: Hub,
) -> dict[str, Any]:
    """Replace a person's captions by what somebody wrote; models leave them alone unless they are told otherwise."""
    row = await _person(hub, msg["event_id"])
    await hub.database.set_caption(
        row.event_id, caption=msg["caption"], caption_zh=msg["caption_zh"], model=BY_HAND, seconds=0.0
    )
    return {"caption": msg["caption"], "caption_zh": msg["caption_zh"], "caption_source": BY_HAND}


@websocket_api.websocket_command(
    {probatio.Required("type"): "mycamera/describe", probatio.Required("event_id"): _EVENT_ID}
)
@websocket_api.require_admin
@websocket_api.async_response
@answering
async def websocket_describe(
    hass: HomeAssistant,  # noqa: ARG001 - every command has one
    connection: ActiveConnection,  # noqa: ARG001 - every command has one
    msg: dict[str, Any],
    hub: Hub,
) -> dict[str, Any]:
    """Have a model describe a person anew, at once; what is said of them now stays until then.

    Nobody is queued who is being described at that moment.
    """
    row = await _person(hub, msg["event_id"])
    if not hub.captions.enabled:
        raise CommandError("captions_disabled", "captions_disabled")
    if row.model == MANUAL:
        raise CommandError("marked_by_hand", "marked_by_hand")
    counts = await generate_captions(
        hub,
        camera_ids=None,
        event_ids=[row.event_id],
        since=None,
        until=None,
        limit=None,
        force=True,
        wait=False,
        on_progress=lambda _counts: None,
    )
    return {"queued": counts.queued}


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/delete_person",
        probatio.Required("event_id"): _EVENT_ID,
        # It is no person: kept as a false positive, with its picture.
        probatio.Optional("false_positive", default=False): bool,
    }
)
@websocket_api.require_admin
@websocket_api.async_response
@answering
async def websocket_delete_person(
    hass: HomeAssistant,  # noqa: ARG001 - every command has one
    connection: ActiveConnection,  # noqa: ARG001 - every command has one
    msg: dict[str, Any],
    hub: Hub,
) -> dict[str, Any]:
    """Delete a person with the pictures; the recording stays."""
    row = await _person(hub, msg["event_id"])
    try:
        if msg["false_positive"]:
            await hub.false_positives.keep(row)
        await delete_persons(hub, [row.event_id])
    except (StorageError, OSError) as error:
        raise CommandError("storage_unavailable", "storage_unavailable") from error
    return {}
