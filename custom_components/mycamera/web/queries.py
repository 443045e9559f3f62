"""What the panel asks and is told, as commands of Home Assistant's WebSocket. All of these only read."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Protocol

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import Unauthorized

from ..database import MANUAL, AnalysisStatus, Cursor, DetectionRow, Page, RecordStatus
from .access import async_camera_access
from .commands import MOMENT, CommandError, answering
from .edits import (
    websocket_analyze,
    websocket_delete_records,
    websocket_delete_removed_camera,
    websocket_protect,
    websocket_save_zones,
    websocket_zones,
)
from .figures import websocket_figures, websocket_ways
from .greatest_records import websocket_greatest_records
from .live import async_moving_url, websocket_live, websocket_subscribe_in_view
from .payload_types import Detection, DetectionDetail, DetectionRecording, Footage
from .payloads import Signer, async_overview, detection_item, gap_item, person_path, record_item
from .person_edits import (
    websocket_correct_caption,
    websocket_delete_person,
    websocket_describe,
    websocket_mark_seen,
)
from .person_filter import PERSON_FILTER, PersonFilter
from .playlist import LONGEST, playlist_url
from .subscription import websocket_subscribe
from .suggestions import websocket_suggestions
from .system import websocket_system
from .timeline_queries import websocket_days, websocket_preview
from .views import LARGEST_ROW_ID, parse_event_id, recording_url
from .why import websocket_why

if TYPE_CHECKING:
    from ..hub.hub import Hub

DEFAULT_LIMIT: Final = 50
LARGEST_LIMIT: Final = 200
LONGEST_TEXT: Final = 100
PAGES_PER_ANSWER: Final = 10
"""How far one command looks for what a restricted user may see before it answers with what it has and a cursor."""

LONGEST_FOOTAGE: Final = timedelta(hours=25)
"""A day, also the one on which clocks are put back."""
JOINED: Final = timedelta(seconds=1)
"""Recordings with no more than this between them are told as one span: nobody sees it on a line that shows a day."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class _Row(Protocol):
    @property
    def camera_id(self) -> str: ...
    @property
    def cursor(self) -> Cursor: ...


@callback
def async_register_commands(hass: HomeAssistant) -> None:
    """Make the commands known. Once for each start of Home Assistant is enough."""
    for command in (
        websocket_overview,
        websocket_detections,
        websocket_detection,
        websocket_records,
        websocket_greatest_records,
        websocket_gaps,
        websocket_footage,
        websocket_days,
        websocket_preview,
        websocket_playlist,
        websocket_subscribe,
        websocket_live,
        websocket_system,
        websocket_subscribe_in_view,
        websocket_zones,
        websocket_save_zones,
        websocket_protect,
        websocket_analyze,
        websocket_delete_records,
        websocket_delete_removed_camera,
        websocket_mark_seen,
        websocket_correct_caption,
        websocket_describe,
        websocket_delete_person,
        websocket_why,
        websocket_figures,
        websocket_ways,
        websocket_suggestions,
    ):
        websocket_api.async_register_command(hass, command)


# --- values that come in ---------------------------------------------------------------------------------------


_PAGED: Final[dict[Any, Any]] = {
    probatio.Optional("camera_id"): probatio.All(str, probatio.Length(min=1, max=64)),
    probatio.Optional("since"): MOMENT,
    probatio.Optional("until"): MOMENT,
    probatio.Optional("cursor"): probatio.All(str, probatio.Length(min=1, max=200)),
    probatio.Optional("limit", default=DEFAULT_LIMIT): probatio.All(int, probatio.Range(min=1, max=LARGEST_LIMIT)),
}


def encode_cursor(kind: str, cursor: Cursor) -> str:
    """Return the opaque text of a place in the list of this kind."""
    micros = (cursor.time - _EPOCH) // timedelta(microseconds=1)
    packed = json.dumps([kind, micros, cursor.id], separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def decode_cursor(kind: str, text: str) -> Cursor:
    """Return the place that a cursor names. It is only a place: who changes one sees no more than he may anyway.

    Raises:
        CommandError: not a cursor of this kind of list.
    """
    try:
        padded = text + "=" * (-len(text) % 4)
        unpacked = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        match unpacked:
            case [str(found), int(micros), int(row_id)] if found == kind and 0 <= row_id <= LARGEST_ROW_ID:
                return Cursor(_EPOCH + timedelta(microseconds=micros), row_id)
    except (ValueError, binascii.Error, OverflowError, RecursionError) as error:
        raise CommandError("invalid_cursor", "invalid_cursor") from error
    raise CommandError("invalid_cursor", "invalid_cursor")


# --- commands --------------------------------------------------------------------------------------------------


async def _collect[T: _Row](
    fetch: Callable[[Cursor | None], Awaitable[Page[T]]],
    wanted: Callable[[T], bool],
    before: Cursor | None,
    limit: int,
) -> tuple[list[T], Cursor | None]:
    """Return up to `limit` rows that are wanted, and the place to go on from, None at the end of the list."""
    rows: list[T] = []
    for _ in range(PAGES_PER_ANSWER):
        page = await fetch(before)
        for row in page.items:
            if wanted(row):
                rows.append(row)
                if len(rows) == limit:
                    return rows, None if page.next is None and row is page.items[-1] else row.cursor
        before = page.next
        if before is None:
            break
    return rows, before


async def _page[T: _Row](
    kind: str,
    hass: HomeAssistant,
    connection: ActiveConnection,
    msg: dict[str, Any],
    hub: Hub,
    *,
    fetch: Callable[..., Awaitable[Page[T]]],
    item: Callable[[T], Mapping[str, object]],
    wanted: Callable[[T], bool] | None = None,
    **filters: Any,
) -> dict[str, Any]:
    access = async_camera_access(hass, hub, connection.user)
    camera_id: str | None = msg.get("camera_id")
    if camera_id is not None and not access.allows(camera_id):
        raise Unauthorized
    since: datetime | None = msg.get("since")
    until: datetime | None = msg.get("until")
    if since is not None and until is not None and since >= until:
        raise CommandError("invalid_range", "since_not_before_until")
    limit: int = msg["limit"]
    rows, cursor = await _collect(
        lambda before: fetch(
            camera_id=camera_id,
            camera_ids=None if access.unrestricted else access.camera_ids,
            since=since,
            until=until,
            before=before,
            # Of those among whom somebody is looked for, more at a time.
            limit=limit if wanted is None else LARGEST_LIMIT,
            **filters,
        ),
        lambda row: access.allows(row.camera_id) and (wanted is None or wanted(row)),
        decode_cursor(kind, msg["cursor"]) if "cursor" in msg else None,
        limit,
    )
    return {
        "items": [item(row) for row in rows],
        "cursor": None if cursor is None else encode_cursor(kind, cursor),
    }


@websocket_api.websocket_command({probatio.Required("type"): "mycamera/overview"})
@websocket_api.async_response
@answering
async def websocket_overview(
    hass: HomeAssistant,
    connection: ActiveConnection,
    msg: dict[str, Any],  # noqa: ARG001 - every command has one
    hub: Hub,
) -> dict[str, Any]:
    """Answer with the state of the hub and its cameras."""
    return dict(async_overview(hass, hub, connection))


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/detections",
        **_PAGED,
        probatio.Optional("text"): probatio.All(str, probatio.Strip, probatio.Length(max=LONGEST_TEXT)),
        **PERSON_FILTER,
    }
)
@websocket_api.async_response
@answering
async def websocket_detections(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with a page of the persons that were seen, newest first."""
    sign = Signer(hass, connection)
    marks = hub.seen_marks
    looked_for = await PersonFilter.read(msg, connection.user.id, marks)

    def item(row: DetectionRow) -> Detection:
        return {
            **detection_item(row, sign),
            "seen": marks.seen(connection.user.id, row.event_id, row.came),
        }

    return await _page(
        "d",
        hass,
        connection,
        msg,
        hub,
        fetch=hub.database.page_detections,
        item=item,
        wanted=looked_for.matches if looked_for.selective else None,
        text=msg.get("text") or None,
    )


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/detection",
        probatio.Required("event_id"): probatio.All(str, probatio.Length(min=1, max=64)),
    }
)
@websocket_api.async_response
@answering
async def websocket_detection(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with one person and the recording of that moment, where there is one."""
    event_id = parse_event_id(msg["event_id"])
    row = None if event_id is None else await hub.database.get_detection(event_id)
    if row is None:
        raise CommandError("not_found", "entry_not_found")
    if not async_camera_access(hass, hub, connection.user).allows(row.camera_id):
        raise Unauthorized
    record = None if row.record_log_id is None else await hub.database.get_record(row.record_log_id)
    if record is None:
        # Seen live: its segment was closed later than its row was written.
        record = await hub.database.record_covering(row.camera_id, row.first_seen)
    sign = Signer(hass, connection)
    recording: DetectionRecording | None = None
    if record is not None and record.file_size:
        recording = {
            "record_id": record.id,
            "url": sign(recording_url(record.id)),
            "start": record.start_time,
            "codec": record.codec,
            "protected": record.protected,
            "offset": max(0.0, (row.first_seen - record.start_time).total_seconds()),
        }
    detail: DetectionDetail = {
        **detection_item(row, sign),
        "box": row.box,
        "path": person_path(row),
        "recording": recording,
        "live_url": async_moving_url(hass, connection, hub, row.camera_id) if recording is None else None,
        "describable": row.model != MANUAL,
    }
    return dict(detail)


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/records",
        **_PAGED,
        probatio.Optional("status"): probatio.In([each.value for each in RecordStatus]),
        probatio.Optional("analysis_status"): probatio.In([each.value for each in AnalysisStatus]),
        probatio.Optional("oldest", default=False): bool,
    }
)
@websocket_api.async_response
@answering
async def websocket_records(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with a page of the segments that were recorded, newest (or oldest) first."""
    sign = Signer(hass, connection)
    return await _page(
        "ro" if msg["oldest"] else "r",
        hass,
        connection,
        msg,
        hub,
        fetch=hub.database.page_records,
        item=lambda row: record_item(row, sign),
        oldest=msg["oldest"],
        status=RecordStatus(msg["status"]) if "status" in msg else None,
        analysis_status=AnalysisStatus(msg["analysis_status"]) if "analysis_status" in msg else None,
    )


@websocket_api.websocket_command(
    {probatio.Required("type"): "mycamera/gaps", **_PAGED, probatio.Optional("oldest", default=False): bool}
)
@websocket_api.async_response
@answering
async def websocket_gaps(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with a page of the times without footage, newest (or oldest) first."""
    kind = "go" if msg["oldest"] else "g"
    return await _page(
        kind, hass, connection, msg, hub, fetch=hub.database.page_gaps, item=gap_item, oldest=msg["oldest"]
    )


_CAMERA_RANGE: Final[dict[Any, Any]] = {
    probatio.Required("camera_id"): probatio.All(str, probatio.Length(min=1, max=64)),
    probatio.Required("since"): MOMENT,
    probatio.Required("until"): MOMENT,
}


@callback
def _camera_range(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub, longest: timedelta
) -> tuple[str, datetime, datetime]:
    """Return of which camera something is asked, from and until when. Raises Unauthorized, CommandError."""
    camera_id, since, until = msg["camera_id"], msg["since"], msg["until"]
    if not async_camera_access(hass, hub, connection.user).allows(camera_id):
        raise Unauthorized
    if since >= until:
        raise CommandError("invalid_range", "since_not_before_until")
    if until - since > longest:
        raise CommandError("invalid_range", "range_too_long", {"hours": f"{longest / timedelta(hours=1):.0f}"})
    return camera_id, since, until


@websocket_api.websocket_command({probatio.Required("type"): "mycamera/playlist", **_CAMERA_RANGE})
@websocket_api.async_response
@answering
async def websocket_playlist(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with the signed address of the film of a camera between two moments, up to four hours apart."""
    camera_id, since, until = _camera_range(hass, connection, msg, hub, LONGEST)
    return {"url": Signer(hass, connection)(playlist_url(camera_id, since, until))}


@websocket_api.websocket_command({probatio.Required("type"): "mycamera/footage", **_CAMERA_RANGE})
@websocket_api.async_response
@answering
async def websocket_footage(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with when a camera has footage, within a day at most."""
    camera_id, since, until = _camera_range(hass, connection, msg, hub, LONGEST_FOOTAGE)
    spans: list[tuple[datetime, datetime]] = []
    for row in await hub.database.records_between(camera_id, since, until):
        begin, end = max(row.start_time, since), min(row.end_time, until)
        if spans and begin <= spans[-1][1] + JOINED:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((begin, end))
    footage: Footage = {"spans": spans}
    return dict(footage)
