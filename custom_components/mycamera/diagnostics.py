"""Diagnostics: what the hub is and does, without anything that opens a door."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from homeassistant.components.diagnostics import REDACTED, async_redact_data
from homeassistant.const import CONF_HOST, CONF_PASSWORD, CONF_TOKEN, CONF_URL, CONF_USERNAME
from homeassistant.core import HomeAssistant

from .analysis.captions.caption_providers import BlockedReason
from .const import CONF_ENDPOINT, CONF_MAIN_PATH, CONF_SERIAL, CONF_SUB_PATH, DOMAIN
from .hub.camera import CameraRuntime
from .hub.hub import Hub, MyCameraConfigEntry
from .hub.worker import HubWorker

# The paths of a stream carry credentials on some cameras.
TO_REDACT = frozenset(
    {
        CONF_ENDPOINT,
        CONF_HOST,
        CONF_MAIN_PATH,
        CONF_PASSWORD,
        CONF_SERIAL,
        CONF_SUB_PATH,
        CONF_TOKEN,
        CONF_URL,
        CONF_USERNAME,
    },
)
SHORTEST_SECRET = 3
_ADDRESS = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|\[[0-9a-f:]*:[0-9a-f:.]+\]", re.IGNORECASE)
"""An address that an error tells instead of the name that was entered."""


async def async_get_config_entry_diagnostics(_hass: HomeAssistant, entry: MyCameraConfigEntry) -> dict[str, Any]:
    """Return what helps to understand a hub from afar."""
    hub = entry.runtime_data
    report = {
        "entry": {
            "version": entry.version,
            "data": async_redact_data(entry.data, TO_REDACT),
        },
        "hub": _describe_hub(hub),
        "cameras": [
            _describe_camera(camera, entry.subentries[camera.camera_id].data)
            for camera in hub.cameras.values()
            if camera.camera_id in entry.subentries
        ],
    }
    secrets = [*_secrets(entry.data), *(s for subentry in entry.subentries.values() for s in _secrets(subentry.data))]
    scrubbed: dict[str, Any] = _scrub(report, sorted(secrets, key=len, reverse=True))
    return scrubbed


def _describe_hub(hub: Hub) -> dict[str, Any]:
    outage = hub.database.outage
    return {
        "worker": _describe_worker(hub.worker),
        "further_workers": {worker_id: _describe_worker(worker) for worker_id, worker in hub.workers.further.items()},
        "watched_by": {camera_id: hub.watches.worker_of(camera_id) for camera_id in hub.cameras},
        "database": {
            "available": hub.database.available,
            "outage": {"since": outage.since.isoformat(), "waiting": outage.waiting} if outage else None,
        },
        "pending_analyses": hub.pending.analyses,
        "pending_captions": hub.pending.captions,
        "captions": _describe_blocked_reason(hub.captions.blocked_reason),
        "storage": {"free_space": hub.free_space, **asdict(hub.outlook)},
    }


def _describe_worker(worker: HubWorker) -> dict[str, Any]:
    return {
        "status": worker.status.value,
        "device": worker.device,
        "version": worker.version,
        "error": worker.error,
        "health": asdict(worker.health) if worker.health else None,
    }


def _describe_blocked_reason(blocked_reason: BlockedReason | None) -> dict[str, Any] | None:
    """Return what keeps captions waiting."""
    if blocked_reason is None:
        return None
    until = blocked_reason.until.isoformat() if blocked_reason.until else None
    return {"reason": blocked_reason.reason.value, "blocked_reason": str(blocked_reason), "until": until}


def _describe_camera(camera: CameraRuntime, data: Mapping[str, Any]) -> dict[str, Any]:
    state = camera.state
    recording = state.last_recording
    person = state.last_person
    return {
        "camera_id": camera.camera_id,
        "data": async_redact_data(data, TO_REDACT),
        "recording_enabled": camera.recording_enabled,
        "detection_enabled": camera.detection_enabled,
        "recording_status": state.recording_status.value,
        "recording_error": state.recording_error,
        "watch_error": state.watch_error,
        "recording_clock": state.recording_clock.value,
        "recording_sound": state.recording_sound.value,
        "storage": asdict(state.storage) if state.storage else None,
        "coverage": asdict(state.coverage) | {"percent": state.coverage.percent} if state.coverage else None,
        "watching": state.watching,
        "persons": state.persons,
        "last_recording": {
            "start": recording.start.isoformat(),
            "end": recording.end.isoformat(),
            "status": recording.status,
            "file_size": recording.file_size,
            "error": recording.error,
        }
        if recording
        else None,
        # What was seen is nobody's business here: no caption, no picture.
        "last_person": {
            "first_seen": person.first_seen.isoformat(),
            "last_seen": person.last_seen.isoformat(),
            "confidence": person.confidence,
            "caption_source": person.caption_source,
        }
        if person
        else None,
    }


def _secrets(data: Mapping[str, Any]) -> Iterable[str]:
    """Give the values that error texts might repeat."""
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _secrets(value)
        elif key in TO_REDACT and isinstance(value, str) and _is_secret(value):
            yield value
            if key == CONF_URL and (host := urlsplit(value).hostname):
                yield host  # errors name it without the rest


def _is_secret(value: str) -> bool:
    """Whether a value is taken out wherever it stands: not our own name, which many choose as the user's, too."""
    return len(value) >= SHORTEST_SECRET and value.casefold() != DOMAIN


def _scrub(value: Any, secrets: list[str]) -> Any:
    """Return the report with every secret taken out of every text in it."""
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, REDACTED)
        return _ADDRESS.sub(REDACTED, value)
    if isinstance(value, Mapping):
        return {key: _scrub(item, secrets) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_scrub(item, secrets) for item in value]
    return value
