"""What Home Assistant's system information says about MyCamera."""

import shutil
from pathlib import Path
from typing import Any

from homeassistant.components import system_health
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN, GIGABYTE
from .hub.hub import MyCameraConfigEntry
from .recording.status import RecorderState


@callback
def async_register(_hass: HomeAssistant, register: system_health.SystemHealthRegistration) -> None:
    """Register the information."""
    register.async_register_info(system_health_info)


async def system_health_info(hass: HomeAssistant) -> dict[str, Any]:
    """Return the information; of a hub that is not loaded there is none."""
    entries: list[MyCameraConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    if not entries:
        return {"hub": "not loaded"}
    hub = entries[0].runtime_data
    cameras = hub.cameras.values()
    recording = sum(camera.state.recording_status is RecorderState.RECORDING for camera in cameras)
    return {
        "worker": hub.worker.status.value,
        "worker_device": hub.worker.device or "unknown",
        "database": "available" if hub.database.available else "unavailable",
        "recording_cameras": f"{recording}/{len(cameras)}",
        "free_space": _free_space(hass, hub.recordings_root),
    }


async def _free_space(hass: HomeAssistant, folder: Path) -> str:
    """Return the free space beneath the recordings folder; a folder on a slow share does not delay the rest."""
    try:
        usage = await hass.async_add_executor_job(shutil.disk_usage, folder)
    except OSError:
        return "unavailable"
    return f"{usage.free / GIGABYTE:.1f} GB"
