"""What the panel's page on the system shows: each part, how it is, and what is known of the space that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant

from .access import async_camera_access
from .commands import answering
from .payload_types import CameraHealth, System

if TYPE_CHECKING:
    from ..hub.camera import CameraRuntime
    from ..hub.hub import Hub


def _health(camera: CameraRuntime, *, admin: bool) -> CameraHealth:
    state = camera.state
    coverage = None if state.coverage is None else state.coverage.percent
    return {
        "camera_id": camera.camera_id,
        "name": camera.name,
        "recording_status": state.recording_status,
        # They may name folders and hosts of the installation.
        "recording_error": state.recording_error if admin else None,
        "watching": state.watching,
        "watch_error": state.watch_error if admin else None,
        "detection_enabled": camera.detection_enabled,
        "coverage": None if coverage is None else coverage / 100,
        "coverage_seconds": None if state.coverage is None else round(state.coverage.expected),
        "gaps": None if state.coverage is None else state.coverage.gaps,
        "persons_today": state.persons_today,
        "bytes": None if state.storage is None else state.storage.bytes,
        "stream_fps": state.stream_fps,
    }


@websocket_api.websocket_command({probatio.Required("type"): "mycamera/system"})
@websocket_api.async_response
@answering
async def websocket_system(
    hass: HomeAssistant,
    connection: ActiveConnection,
    msg: dict[str, Any],  # noqa: ARG001 - every command has one
    hub: Hub,
) -> dict[str, Any]:
    """Answer with the state of the cameras that the user may see, and of the storage."""
    access = async_camera_access(hass, hub, connection.user)
    admin = connection.user.is_admin
    system: System = {
        "free_bytes": hub.free_space,
        "days_until_full": hub.outlook.days,
        "never_full": hub.outlook.never,
        "database_bytes": hub.database_size,
        "recordings_path": str(hub.recordings_root) if admin else None,
        "cameras": [
            _health(camera, admin=admin)
            for camera_id, camera in sorted(hub.cameras.items(), key=lambda item: item[1].name.casefold())
            if access.allows(camera_id)
        ],
    }
    return dict(system)
