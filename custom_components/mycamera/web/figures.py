"""Figures of people: how many came when, how long they stayed, and where they walk."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized
from homeassistant.util import dt as dt_util

from ..analysis.live.line_crossings import Direction, crossings_of_way
from .access import async_camera_access
from .commands import MOMENT, CommandError, answering
from .live import async_still_url
from .payload_types import Figures, HourCount, LineFigures, Ways, ZoneFigures

if TYPE_CHECKING:
    from ..database import Box, Cursor, DetectionRow
    from ..hub.hub import Hub
    from ..settings.lines import CameraLine

LONGEST: Final = timedelta(days=190)
MOST_PERSONS: Final = 2000
"""Whose ways are drawn: the newest of the time that is asked for."""
_PAGE: Final = 200
_STEP: Final = timedelta(days=2)
"""What is counted in one go: half a year of 16 cameras would hold up Home Assistant for a second."""
USUAL_ASPECT: Final = 16 / 9
"""Of pictures whose size is not known."""
COLUMNS: Final = 48
ROWS: Final = 27
"""Fields of the picture that people are counted in."""

_CAMERA_ID: Final = probatio.All(str, probatio.Length(min=1, max=64))


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/figures",
        probatio.Required("since"): MOMENT,
        probatio.Required("until"): MOMENT,
        probatio.Required("time_zone"): probatio.All(str, probatio.Length(max=64)),
        probatio.Optional("camera_id"): _CAMERA_ID,
    }
)
@websocket_api.async_response
@answering
async def websocket_figures(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with how many people came before each camera in each hour by the clocks of a time zone."""
    _check_range(msg)
    zone = await dt_util.async_get_time_zone(msg["time_zone"])
    if zone is None:
        raise CommandError("invalid_format", "unknown_time_zone")
    access = async_camera_access(hass, hub, connection.user)
    camera_id: str | None = msg.get("camera_id")
    if camera_id is not None and not access.allows(camera_id):
        raise Unauthorized
    camera_ids = [camera_id] if camera_id is not None else None if access.unrestricted else access.camera_ids
    counts: Counter[tuple[datetime, str]] = Counter()
    since: datetime = msg["since"]
    while since < msg["until"]:
        until = min(since + _STEP, msg["until"])
        for quarter in await hub.database.quarters(camera_ids=camera_ids, since=since, until=until):
            local = quarter.start.astimezone(zone)
            # By minutes: the hours of half the world's islands begin at half past.
            counts[quarter.start - timedelta(minutes=local.minute), quarter.camera_id] += quarter.detections
        since = until
    hours: list[HourCount] = [
        {"camera_id": camera, "start": start, "persons": persons} for (start, camera), persons in sorted(counts.items())
    ]
    answer: Figures = {"hours": hours}
    return dict(answer)


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/ways",
        probatio.Required("since"): MOMENT,
        probatio.Required("until"): MOMENT,
        probatio.Required("camera_id"): _CAMERA_ID,
    }
)
@websocket_api.async_response
@answering
async def websocket_ways(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with where people walked before a camera, and how long they stayed."""
    _check_range(msg)
    camera_id: str = msg["camera_id"]
    if not async_camera_access(hass, hub, connection.user).allows(camera_id):
        raise Unauthorized
    rows: list[DetectionRow] = []
    before: Cursor | None = None
    while len(rows) < MOST_PERSONS:
        page = await hub.database.page_detections(
            camera_id=camera_id,
            since=msg["since"],
            until=msg["until"],
            before=before,
            limit=_PAGE,
            with_ways=True,
        )
        rows += page.items
        if (before := page.next) is None:
            break
    camera = hub.cameras.get(camera_id)
    lines = () if camera is None else camera.lines
    record = await hub.database.latest_record(camera_id) if lines else None
    aspect = record.width / record.height if record and record.width and record.height else USUAL_ASPECT
    fields, stays, zones = await hass.async_add_executor_job(_counted, rows)
    crossed = await hass.async_add_executor_job(_crossed, rows, lines, aspect)
    answer: Ways = {
        "persons": len(rows),
        "whole": before is None,
        "columns": COLUMNS,
        "rows": ROWS,
        "fields": fields,
        "median_seconds": median(stays) if stays else None,
        "zones": zones,
        "lines": crossed,
        "still_url": async_still_url(hass, connection, hub, camera_id) if camera is not None else None,
    }
    return dict(answer)


def _check_range(msg: dict[str, Any]) -> None:
    since: datetime = msg["since"]
    until: datetime = msg["until"]
    if since >= until:
        raise CommandError("invalid_range", "since_not_before_until")
    if until - since > LONGEST:
        raise CommandError("invalid_range", "range_too_long", {"hours": f"{LONGEST / timedelta(hours=1):.0f}"})


def _counted(rows: Iterable[DetectionRow]) -> tuple[list[int], list[float], list[ZoneFigures]]:
    """Return how many people stood in each field, how many seconds each stayed, and that of each zone."""
    fields: Counter[int] = Counter()
    stays: list[float] = []
    in_zone: defaultdict[str, list[float]] = defaultdict(list)
    quarters: defaultdict[str, Counter[datetime]] = defaultdict(Counter)
    for row in rows:
        fields.update({_field(point.box) for point in row.path} or {_field(row.box)})
        seconds = max(0.0, (row.last_seen - row.first_seen).total_seconds())
        stays.append(seconds)
        for name in row.zones:
            in_zone[name].append(seconds)
            came = row.first_seen
            quarters[name][came.replace(minute=came.minute - came.minute % 15, second=0, microsecond=0)] += 1
    zones: list[ZoneFigures] = [
        {
            "name": name,
            "persons": len(seconds),
            "median_seconds": median(seconds),
            "quarters": [{"start": start, "persons": persons} for start, persons in sorted(quarters[name].items())],
        }
        for name, seconds in sorted(in_zone.items(), key=lambda zone: -len(zone[1]))
    ]
    return [fields[field] for field in range(COLUMNS * ROWS)], stays, zones


def _crossed(rows: Iterable[DetectionRow], lines: Iterable[CameraLine], aspect: float) -> list[LineFigures]:
    """Return how many people walked over each line, and which way, by where they were seen."""
    ends = {line.id: line.ends for line in lines}
    counted: Counter[tuple[str, Direction]] = Counter()
    if ends:
        for row in rows:
            for crossing in crossings_of_way(ends, ((point.time, point.box) for point in row.path), aspect):
                counted[crossing.line, crossing.direction] += 1
    return [
        {"name": line.name, "inwards": counted[line.id, Direction.IN], "outwards": counted[line.id, Direction.OUT]}
        for line in lines
    ]


def _field(box: Box) -> int:
    """Return the field in which somebody's feet are."""
    column = min(COLUMNS - 1, max(0, int((box.left + box.right) / 2 * COLUMNS)))
    row = min(ROWS - 1, max(0, int(box.bottom * ROWS)))
    return row * COLUMNS + column
