"""What the panel is shown of the hub, its cameras and its rows: values that become JSON, addresses signed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from homeassistant.components.http.auth import async_sign_path
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback

from ..database import FACTUAL, CaptionStatus, DetectionRow, GapRow, RecordRow
from .access import async_camera_access, async_camera_entity_ids
from .long_work import async_long_work
from .payload_types import (
    CameraOverview,
    Detection,
    GapItem,
    MachineOverview,
    Overview,
    RecordItem,
    RemovedCameraItem,
)
from .views import parse_event_id, recording_url, snapshot_url, thumbnail_url

if TYPE_CHECKING:
    from ..hub.camera import CameraRuntime
    from ..hub.hub import Hub
    from ..hub.removed_cameras import RemovedCamera
    from ..worker.protocol.health import Machine

SIGNED_FOR: Final = timedelta(hours=24)
"""How long the addresses in an answer can be used; the panel asks anew before."""


class Signer:
    """Signs addresses for the session of one connection: they end with it."""

    def __init__(self, hass: HomeAssistant, connection: ActiveConnection) -> None:
        self._hass = hass
        self._token_id = connection.refresh_token_id

    def __call__(self, path: str) -> str:
        """Return the path with its signature."""
        return async_sign_path(self._hass, path, SIGNED_FOR, refresh_token_id=self._token_id)


def detection_item(row: DetectionRow, sign: Signer) -> Detection:
    """Return a person as the panel shows it."""
    return {
        "event_id": row.event_id,
        "camera_id": row.camera_id,
        "first_seen": row.first_seen,
        "last_seen": row.last_seen,
        "confidence": row.confidence,
        "caption": row.caption,
        "caption_zh": row.caption_zh,
        "caption_source": row.caption_source,
        "caption_status": row.caption_status,
        "snapshot_url": sign(snapshot_url(row.event_id)) if row.image_path else None,
        "thumbnail_url": sign(thumbnail_url(row.event_id)) if row.thumbnail_path or row.image_path else None,
        "zones": list(row.zones),
    }


def person_path(row: DetectionRow) -> list[tuple[float, tuple[float, float, float, float]]]:
    """Return where a person was, by seconds since they were first seen."""
    # Of those found in a recording the times count from the recording's start.
    began = row.path[0].time if row.path else 0.0
    return [(round(point.time - began, 3), point.box) for point in row.path]


def announced_item(hub: Hub, announced: Mapping[str, Any], sign: Signer) -> Detection | None:
    """Return a person that was announced on the event bus, in the same shape; None where it is no such event."""
    event_id = parse_event_id(str(announced.get("event_id")))
    if event_id is None or not {"camera_id", "first_seen", "last_seen", "confidence"} <= announced.keys():
        return None
    source = announced.get("caption_source")
    awaited = source == FACTUAL and hub.captions.enabled
    pictured = announced.get("image_path") != ""
    return {
        "event_id": event_id,
        "camera_id": announced["camera_id"],
        "first_seen": announced["first_seen"],
        "last_seen": announced["last_seen"],
        "confidence": announced["confidence"],
        "caption": announced.get("caption"),
        "caption_zh": announced.get("caption_zh"),
        "caption_source": source,
        "caption_status": CaptionStatus.PENDING if awaited else CaptionStatus.DONE,
        "snapshot_url": sign(snapshot_url(event_id)) if pictured else None,
        "thumbnail_url": sign(thumbnail_url(event_id)) if pictured else None,
    }


def record_item(row: RecordRow, sign: Signer) -> RecordItem:
    """Return a segment as the panel lists it."""
    return {
        "record_id": row.id,
        "camera_id": row.camera_id,
        "start": row.start_time,
        "end": row.end_time,
        "status": row.status,
        "error": row.error,
        "analysis_status": row.analysis_status,
        "file_size": row.file_size,
        "duration": row.duration,
        "codec": row.codec,
        "protected": row.protected,
        "video_url": sign(recording_url(row.id)) if row.file_size else None,
    }


def gap_item(row: GapRow) -> GapItem:
    """Return a time without footage as the panel lists it."""
    return {
        "gap_id": row.id,
        "camera_id": row.camera_id,
        "start": row.start_time,
        "end": row.end_time,
        "cause": row.cause,
    }


def _camera_item(camera: CameraRuntime, entity_id: str | None) -> CameraOverview:
    state = camera.state
    return {
        "camera_id": camera.camera_id,
        "name": camera.name,
        "entity_id": entity_id,
        "recording_status": state.recording_status,
        "recording_error": state.recording_error,
        "recording_enabled": camera.recording_enabled,
        "detection_enabled": camera.detection_enabled,
        "watching": state.watching,
        "persons": state.persons,
        "zones": [
            {"zone_id": zone.id, "name": zone.name, "persons": state.zones.get(zone.id)} for zone in camera.zones
        ],
    }


def _removed_item(camera: RemovedCamera) -> RemovedCameraItem:
    return {
        "camera_id": camera.camera_id,
        "name": camera.name,
        "records": camera.total.records,
        "persons": camera.total.detections,
        "bytes": camera.total.bytes,
    }


def _machine_item(machine: Machine, *, is_admin: bool) -> MachineOverview:
    return {
        "name": machine.name,
        "state": machine.state,
        "device": machine.device,
        "jobs_an_hour": round(machine.jobs_an_hour),
        "error": machine.error or None if is_admin else None,
    }


@callback
def async_overview(hass: HomeAssistant, hub: Hub, connection: ActiveConnection) -> Overview:
    """Return the state of the hub and of the cameras that the connection's user may see."""
    access = async_camera_access(hass, hub, connection.user)
    entities = async_camera_entity_ids(hass, hub)
    outage = hub.database.outage
    return {
        "worker": {
            "status": hub.workers.status,
            "device": hub.worker.device,
            "version": hub.worker.version,
            # It may name folders and hosts of the installation.
            "error": hub.worker.problem if connection.user.is_admin else None,
            "machines": [_machine_item(each, is_admin=connection.user.is_admin) for each in hub.worker.machines],
            "overloaded": any(worker.load.overloaded for worker in hub.workers.all.values()),
        },
        "database": {
            "available": hub.database.available,
            "since": outage.since if outage else None,
            "waiting": outage.waiting if outage else 0,
        },
        "pending_analyses": hub.pending.analyses,
        "minutes_behind": hub.minutes_behind,
        "pending_captions": hub.pending.captions,
        "captions_enabled": hub.captions.enabled,
        "cameras": [
            _camera_item(camera, entities.get(camera_id))
            for camera_id, camera in sorted(hub.cameras.items(), key=lambda item: item[1].name.casefold())
            if access.allows(camera_id)
        ],
        "removed_cameras": [
            _removed_item(camera) for camera in hub.removed_cameras.all if access.allows(camera.camera_id)
        ],
        "long_work": async_long_work(hub, is_admin=connection.user.is_admin),
    }
