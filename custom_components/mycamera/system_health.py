"""What Home Assistant's system information says about MyCamera, in Home Assistant's language."""

import shutil
from pathlib import Path
from typing import Any

from homeassistant.components import system_health
from homeassistant.components.binary_sensor import DOMAIN as BINARY_SENSOR_DOMAIN
from homeassistant.components.binary_sensor.const import BinarySensorDeviceClass
from homeassistant.const import STATE_OFF, STATE_ON
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.translation import async_get_translations

from .const import DOMAIN, GIGABYTE
from .hub.hub import MyCameraConfigEntry
from .recording.status import RecorderState


@callback
def async_register(_hass: HomeAssistant, register: system_health.SystemHealthRegistration) -> None:
    """Have Home Assistant ask `system_health_info` for what its repairs page shows."""
    register.async_register_info(system_health_info)


async def system_health_info(hass: HomeAssistant) -> dict[str, Any]:
    """Return the information; of a hub that is not loaded there is none."""
    entries: list[MyCameraConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    errors = await async_get_translations(hass, hass.config.language, "exceptions", {DOMAIN})
    if not entries:
        return {"hub": _text(errors, f"component.{DOMAIN}.exceptions.not_loaded.message")}
    hub = entries[0].runtime_data
    cameras = hub.cameras.values()
    recording = sum(camera.state.recording_status is RecorderState.RECORDING for camera in cameras)
    states = await async_get_translations(hass, hass.config.language, "entity", {DOMAIN})
    # Words that Home Assistant has itself.
    usual = await async_get_translations(hass, hass.config.language, "entity_component", {BINARY_SENSOR_DOMAIN})
    connected = f"component.{BINARY_SENSOR_DOMAIN}.entity_component.{BinarySensorDeviceClass.CONNECTIVITY}.state"
    return {
        "worker": _text(states, f"component.{DOMAIN}.entity.sensor.worker.state.{hub.workers.status.value}"),
        "worker_device": hub.worker.device or "—",
        "database": _text(usual, f"{connected}.{STATE_ON if hub.database.available else STATE_OFF}"),
        "recording_cameras": f"{recording}/{len(cameras)}",
        "free_space": await _free_space(hass, hub.recordings_root)
        or _text(errors, f"component.{DOMAIN}.exceptions.storage_unavailable.message"),
    }


def _text(translations: dict[str, str], key: str) -> str:
    return translations.get(key, key.rpartition(".")[2])


async def _free_space(hass: HomeAssistant, folder: Path) -> str | None:
    """Return the free space beneath the recordings folder; a folder on a slow share does not delay the rest."""
    try:
        usage = await hass.async_add_executor_job(shutil.disk_usage, folder)
    except OSError:
        return None
    return f"{usage.free / GIGABYTE:.1f} GB"
