"""What happens before a camera, told to the camera's entities and on Home Assistant's event bus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from homeassistant.core import HomeAssistant, callback

from . import bus_events

if TYPE_CHECKING:
    from datetime import datetime

    from ..analysis.captions.caption_queue import CaptionOutcome
    from ..analysis.live.live_presence import PresenceState
    from ..analysis.recorded.analysis_queue import AnalysisOutcome
    from ..database import Detection
    from ..recording.archive.segment import Segment
    from ..worker.protocol.watch import ZoneEvent
    from .camera import CameraRuntime


CAPTIONS_KEPT: Final = 500
"""So many better captions are remembered, for rows of the activity page that were written before them."""


class Announcements:
    """Tells news. Of a camera that was removed meanwhile there is none."""

    def __init__(self, hass: HomeAssistant, cameras: Mapping[str, CameraRuntime]) -> None:
        """Take the cameras by id, which may change."""
        self._hass = hass
        self._cameras = cameras
        self.captions: dict[str, tuple[str, str]] = {}
        """The newest better captions, English and Chinese, by the event id of the appearance."""

    @callback
    def recorded(self, camera: CameraRuntime, segment: Segment, _held: bool) -> None:
        """Tell of a closed segment whose row is safe."""
        camera.segment_closed(segment)
        bus_events.fire_recording(self._hass, camera, segment)

    @callback
    def presence_changed(self, camera_id: str, state: PresenceState) -> None:
        """Show who is there now."""
        if camera := self._cameras.get(camera_id):
            camera.presence_changed(state)

    @callback
    def zone_event(self, time: datetime, event: ZoneEvent) -> None:
        """Have the camera and the bus know that somebody entered, left or dwells in a zone."""
        camera = self._cameras.get(event.camera)
        if camera and (happening := camera.zone_happened(event, time)):
            bus_events.fire_zone(self._hass, camera, happening)

    @callback
    def person_found(self, camera_id: str, found: Detection) -> None:
        """Tell of a new appearance."""
        if camera := self._cameras.get(camera_id):
            bus_events.fire_person(self._hass, camera, found)
            camera.person_found(found)

    @callback
    def person_changed(self, camera_id: str, found: Detection) -> None:
        """Show what more is known of an appearance that goes on."""
        if camera := self._cameras.get(camera_id):
            camera.person_changed(found)

    @callback
    def analyzed(self, outcome: AnalysisOutcome) -> None:
        """Tell who was found in a recording, in the order in which they came."""
        for found in sorted(outcome.persons, key=lambda person: person.first_seen):
            self.person_found(outcome.recording.camera_id, found)

    @callback
    def described(self, outcome: CaptionOutcome) -> None:
        """Tell of a better caption."""
        detection, description = outcome.detection, outcome.description
        camera = self._cameras.get(detection.camera_id)
        if camera is None or description is None:
            return
        person = replace(
            detection,
            caption=description.text,
            caption_zh=description.text_zh,
            caption_source=description.model,
        )
        self.captions[person.event_id] = person.caption, person.caption_zh
        while len(self.captions) > CAPTIONS_KEPT:
            del self.captions[next(iter(self.captions))]
        bus_events.fire_caption(self._hass, camera, person)
        camera.caption_improved(person)
