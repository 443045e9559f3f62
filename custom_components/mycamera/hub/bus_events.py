"""What the integration says on Home Assistant's event bus; the fields are documented in docs/automations.md."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import Context, HomeAssistant, callback

from ..const import DOMAIN, EVENT_CAPTION, EVENT_LINE, EVENT_PERSON, EVENT_PROGRESS, EVENT_RECORDING, EVENT_ZONE

if TYPE_CHECKING:
    from ..database import Detection
    from ..recording.archive.segment import Segment
    from ..settings.detection import ZoneHappening
    from ..settings.lines import LineCrossing
    from .camera import CameraRuntime


SIGNED_FOR: Final = timedelta(days=1)
"""So long the address of a picture opens it for whoever has it: messengers fetch it when the message is looked at."""


@callback
def picture_data(hass: HomeAssistant, event_id: str | None) -> dict[str, Any]:
    """Return how a person's picture is found: as media, and at an address that needs no login until it expires."""
    if event_id is None:
        return {"media_content_id": None, "picture_url": None}
    path = f"/api/{DOMAIN}/snapshot/{event_id}"
    return {
        "media_content_id": f"media-source://{DOMAIN}/person/{event_id}",
        "picture_url": signed_url(hass, path),
    }


def recording_content_id(event_id: str | None) -> str | None:
    """Return the media that is the recording of a person, from when it shows them; it is there once it is closed."""
    return None if event_id is None else f"media-source://{DOMAIN}/person/{event_id}/recording"


@callback
def signed_url(hass: HomeAssistant, path: str) -> str:
    """Return an address that needs no login until it expires."""
    return async_sign_path(hass, path, SIGNED_FOR, use_content_user=True)


@callback
def person_data(hass: HomeAssistant, person: Detection) -> dict[str, Any]:
    """Return what is told of an appearance."""
    return {
        "event_id": person.event_id,
        "first_seen": person.first_seen.isoformat(),
        "last_seen": person.last_seen.isoformat(),
        "confidence": round(person.confidence, 3),
        "caption": person.caption,
        "caption_zh": person.caption_zh,
        "caption_source": person.caption_source,
        "zones": list(person.zones),
        **picture_data(hass, person.event_id),
        "recording_content_id": recording_content_id(person.event_id),
    }


@callback
def fire_person(hass: HomeAssistant, camera: CameraRuntime, person: Detection) -> None:
    """Announce a new appearance, with its factual caption."""
    _fire(hass, EVENT_PERSON, camera, person)


@callback
def fire_caption(hass: HomeAssistant, camera: CameraRuntime, person: Detection) -> None:
    """Announce a better caption of an appearance that was announced before."""
    _fire(hass, EVENT_CAPTION, camera, person)


def _fire(hass: HomeAssistant, event: str, camera: CameraRuntime, person: Detection) -> None:
    hass.bus.async_fire(
        event,
        {
            "camera_id": camera.camera_id,
            "name": camera.name,
            **person_data(hass, person),
            "image_path": person.image_path,
            "from_history": not camera.news.has(person),
        },
    )


@callback
def fire_recording(hass: HomeAssistant, camera: CameraRuntime, segment: Segment) -> None:
    """Announce a closed segment."""
    hass.bus.async_fire(
        EVENT_RECORDING,
        {
            "camera_id": camera.camera_id,
            "name": camera.name,
            "file_path": segment.file_path,
            "start": segment.start.isoformat(),
            "end": segment.end.isoformat(),
            "duration": segment.duration,
            "file_size": segment.file_size,
            "status": segment.status.value,
            "error": segment.error,
        },
    )


@callback
def zone_data(hass: HomeAssistant, happening: ZoneHappening) -> dict[str, Any]:
    """Return what is told of somebody who entered or left a zone, or dwells there."""
    return {
        "zone": happening.zone.name,
        "zone_id": happening.zone.id,
        "time": happening.time.isoformat(),
        "seconds": round(happening.seconds, 1),
        "track": happening.track,
        "event_id": happening.event_id,
        **picture_data(hass, happening.event_id),
        "recording_content_id": recording_content_id(happening.event_id),
    }


@callback
def fire_zone(hass: HomeAssistant, camera: CameraRuntime, happening: ZoneHappening) -> None:
    """Announce that somebody entered or left a zone, or dwells there."""
    hass.bus.async_fire(
        EVENT_ZONE,
        {"camera_id": camera.camera_id, "name": camera.name, "kind": happening.kind, **zone_data(hass, happening)},
    )


@callback
def line_data(crossing: LineCrossing) -> dict[str, Any]:
    """Return what is told of somebody who crossed a line."""
    return {
        "line": crossing.line.name,
        "line_id": crossing.line.id,
        "direction": crossing.direction.value,
        "time": crossing.time.isoformat(),
        "track": crossing.track,
    }


@callback
def fire_line(hass: HomeAssistant, camera: CameraRuntime, crossing: LineCrossing) -> None:
    """Announce that somebody crossed a line."""
    hass.bus.async_fire(EVENT_LINE, {"camera_id": camera.camera_id, "name": camera.name, **line_data(crossing)})


@callback
def fire_progress(
    hass: HomeAssistant, action: str, counts: Mapping[str, int], context: Context, *, finished: bool
) -> None:
    """Tell how far an action is that somebody waits for, in the context of the call."""
    hass.bus.async_fire(EVENT_PROGRESS, {"action": action, **counts, "finished": finished}, context=context)
