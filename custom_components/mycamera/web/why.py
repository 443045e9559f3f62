"""Why nobody was told of: what is known of one moment before one camera, from its footage to its persons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized
from homeassistant.util import dt as dt_util

from ..database import AnalysisStatus, DetectionRow
from .access import async_camera_access
from .commands import MOMENT, CommandError, answering
from .payload_types import Why
from .payloads import Signer, detection_item

if TYPE_CHECKING:
    from ..database import RecordRow
    from ..hub.camera import CameraRuntime
    from ..hub.hub import Hub

AROUND: Final = timedelta(seconds=30)
"""Whoever was there within this of the moment is meant: nobody remembers a second."""
MOST_PERSONS: Final = 20


class WhyReason(StrEnum):
    """What kept people from being told of somebody."""

    FUTURE = "future"
    NO_FOOTAGE = "no_footage"
    UNKNOWN_TIME = "unknown_time"
    """Neither footage nor a gap is known: the camera was set up later, or its history was deleted."""
    NOBODY_FOUND = "nobody_found"
    ANALYSIS_PENDING = "analysis_pending"
    ANALYSIS_RUNNING = "analysis_running"
    ANALYSIS_FAILED = "analysis_failed"
    ANALYSIS_SKIPPED = "analysis_skipped"
    NOT_WATCHED = "not_watched"
    TOLD_LATE = "told_late"
    """Found in the recording, not while it happened."""
    IN_NO_ZONE = "in_no_zone"
    FALSE_POSITIVE = "false_positive"
    DETECTION_OFF = "detection_off"
    NOT_WATCHING = "not_watching"
    """Not now."""
    MASKS = "masks"


_WAITING: Final = {
    AnalysisStatus.PENDING: WhyReason.ANALYSIS_PENDING,
    AnalysisStatus.RUNNING: WhyReason.ANALYSIS_RUNNING,
    AnalysisStatus.FAILED: WhyReason.ANALYSIS_FAILED,
    AnalysisStatus.SKIPPED: WhyReason.ANALYSIS_SKIPPED,
}


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/why",
        probatio.Required("camera_id"): probatio.All(str, probatio.Length(min=1, max=64)),
        probatio.Required("moment"): MOMENT,
    }
)
@websocket_api.async_response
@answering
async def websocket_why(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with what is known of a moment, and what kept people from being told, the first cause first."""
    camera_id: str = msg["camera_id"]
    moment: datetime = msg["moment"]
    if not async_camera_access(hass, hub, connection.user).allows(camera_id):
        raise Unauthorized
    camera = hub.cameras.get(camera_id)
    if camera is None:
        raise CommandError("not_found", "entry_not_found")
    record = await hub.database.record_covering(camera_id, moment)
    gaps = await hub.database.gaps_between(camera_id, moment, moment + timedelta(milliseconds=1))
    watched = await hub.database.coverage(camera_id, moment - AROUND, moment + AROUND)
    live = any(span.start <= moment <= span.end for span in watched)
    rows = await hub.database.persons_there(camera_id, moment - AROUND, moment + AROUND, limit=MOST_PERSONS)
    reasons = _reasons(moment, record, rows, camera, live=live, gap=bool(gaps))
    if await _taken_back(hub, camera_id, moment):
        reasons.append(WhyReason.FALSE_POSITIVE)
    settings = camera.analysis_settings
    sign = Signer(hass, connection)
    answer: Why = {
        "reasons": [reason.value for reason in reasons],
        "gap_cause": gaps[-1].cause if gaps else None,
        "record_id": record.id if record is not None and record.file_size else None,
        "analysis_status": None if record is None else record.analysis_status,
        # It may name folders and hosts of the installation.
        "analysis_error": record.analysis_error if record is not None and connection.user.is_admin else None,
        "watched_live": live,
        "min_confidence": settings.min_score,
        "min_height": settings.min_height,
        "masks": len(settings.masks),
        "zones": [zone.name for zone in camera.zones],
        "persons": [{**detection_item(row, sign), "found_live": row.best_time is not None} for row in rows],
    }
    return dict(answer)


def _reasons(
    moment: datetime,
    record: RecordRow | None,
    rows: Sequence[DetectionRow],
    camera: CameraRuntime,
    *,
    live: bool,
    gap: bool,
) -> list[WhyReason]:
    """Return what kept people from being told, the first cause first."""
    if moment > dt_util.utcnow():
        return [WhyReason.FUTURE]
    if rows:
        reasons = [] if any(row.best_time is not None for row in rows) else [WhyReason.TOLD_LATE]
        if camera.zones and not any(row.zones for row in rows):
            reasons.append(WhyReason.IN_NO_ZONE)
    else:
        reasons = _unseen(record, live=live, gap=gap)
        if camera.config.detection.masks and WhyReason.NOBODY_FOUND in reasons:
            reasons.append(WhyReason.MASKS)
    if not camera.detection_enabled:
        reasons.append(WhyReason.DETECTION_OFF)
    elif not camera.state.watching:
        reasons.append(WhyReason.NOT_WATCHING)
    return reasons


def _unseen(record: RecordRow | None, *, live: bool, gap: bool) -> list[WhyReason]:
    """Return why nobody was found."""
    if live:
        return [WhyReason.NOBODY_FOUND]
    if record is None or not record.file_size:
        return [WhyReason.NO_FOOTAGE if gap else WhyReason.UNKNOWN_TIME]
    return [_WAITING.get(record.analysis_status, WhyReason.NOBODY_FOUND), WhyReason.NOT_WATCHED]


async def _taken_back(hub: Hub, camera_id: str, moment: datetime) -> bool:
    """Whether a user said of somebody who was told then that it is no person."""
    return any(
        abs(datetime.fromisoformat(known["first_seen"]) - moment) <= AROUND
        for known in await hub.false_positives.of_camera(camera_id)
    )
