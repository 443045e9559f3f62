"""The longest or largest recordings of a day: no index orders by these, so no longer time is asked for at once."""

from __future__ import annotations

import json
import math
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized

from ..database import AnalysisStatus, Rank, RecordMeasure, RecordRow, RecordStatus
from .access import async_camera_access
from .commands import MOMENT, CommandError, answering
from .payloads import Signer, record_item
from .views import LARGEST_ROW_ID

if TYPE_CHECKING:
    from ..hub.hub import Hub

LONGEST_ORDERED: Final = timedelta(hours=25)
"""A day, also the one on which clocks are put back."""


def encode_rank(measure: RecordMeasure, rank: Rank) -> str:
    """Return the opaque text of a place in such a list."""
    return json.dumps([measure, rank.value, rank.id], separators=(",", ":"))


def decode_rank(measure: RecordMeasure, text: str) -> Rank:
    """Return the place that a cursor names. Raises CommandError where it is none of this kind of list."""
    try:
        match json.loads(text):
            case [str(kind), int() | float() as value, int(row_id)] if (
                kind == measure and math.isfinite(value) and 0 <= row_id <= LARGEST_ROW_ID
            ):
                return Rank(float(value), row_id)
    except (ValueError, OverflowError, RecursionError) as error:
        raise CommandError("invalid_cursor", "invalid_cursor") from error
    raise CommandError("invalid_cursor", "invalid_cursor")


def _rank(measure: RecordMeasure, row: RecordRow) -> Rank:
    return Rank(float(row.file_size if measure is RecordMeasure.SIZE else row.duration or 0.0), row.id)


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/greatest_records",
        probatio.Required("measure"): probatio.In([each.value for each in RecordMeasure]),
        probatio.Required("since"): MOMENT,
        probatio.Required("until"): MOMENT,
        probatio.Optional("camera_id"): probatio.All(str, probatio.Length(min=1, max=64)),
        probatio.Optional("status"): probatio.In([each.value for each in RecordStatus]),
        probatio.Optional("analysis_status"): probatio.In([each.value for each in AnalysisStatus]),
        probatio.Optional("cursor"): probatio.All(str, probatio.Length(min=1, max=200)),
        probatio.Optional("limit", default=50): probatio.All(int, probatio.Range(min=1, max=200)),
    }
)
@websocket_api.async_response
@answering
async def websocket_greatest_records(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with a page of the recordings that begin within a day at most, the longest or largest first."""
    access = async_camera_access(hass, hub, connection.user)
    camera_id: str | None = msg.get("camera_id")
    if camera_id is not None and not access.allows(camera_id):
        raise Unauthorized
    since: datetime = msg["since"]
    until: datetime = msg["until"]
    if since >= until:
        raise CommandError("invalid_range", "since_not_before_until")
    if until - since > LONGEST_ORDERED:
        hours = LONGEST_ORDERED / timedelta(hours=1)
        raise CommandError("invalid_range", "range_too_long", {"hours": f"{hours:.0f}"})
    measure = RecordMeasure(msg["measure"])
    limit: int = msg["limit"]
    rows = await hub.database.greatest_records(
        measure,
        camera_id=camera_id,
        camera_ids=None if access.unrestricted else access.camera_ids,
        since=since,
        until=until,
        status=RecordStatus(msg["status"]) if "status" in msg else None,
        analysis_status=AnalysisStatus(msg["analysis_status"]) if "analysis_status" in msg else None,
        after=decode_rank(measure, msg["cursor"]) if "cursor" in msg else None,
        limit=limit + 1,
    )
    sign = Signer(hass, connection)
    shown = rows[:limit]
    return {
        "items": [record_item(row, sign) for row in shown],
        "cursor": encode_rank(measure, _rank(measure, shown[-1])) if len(rows) > limit else None,
    }
