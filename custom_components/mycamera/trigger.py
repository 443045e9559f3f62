"""What an automation can start with, on any cameras, areas or labels: persons, zones, captions, failing recordings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, override

from homeassistant.components.binary_sensor import DOMAIN as BINARY_SENSOR_DOMAIN
from homeassistant.components.event import DOMAIN as EVENT_DOMAIN
from homeassistant.components.event import EventEntityStateAttribute
from homeassistant.const import STATE_OFF, STATE_ON
from homeassistant.core import HomeAssistant, State
from homeassistant.helpers.automation import DomainSpec
from homeassistant.helpers.trigger import (
    EntityTransitionTriggerBase,
    NotTriggeredReasonReporter,
    StatelessEntityTriggerBase,
    Trigger,
)

from .entity import entities_of_kind

ON: set[str | bool] = {STATE_ON}
OFF: set[str | bool] = {STATE_OFF}


class _EventTrigger(StatelessEntityTriggerBase):
    """Something that an event entity of ours tells. The entity's attributes say of whom."""

    _domain_specs: Mapping[str, DomainSpec] = {EVENT_DOMAIN: DomainSpec()}
    _kind: ClassVar[str]
    """The entity's translation key."""
    _event_type: ClassVar[str]

    @override
    def entity_filter(self, entities: set[str]) -> set[str]:
        """Return our entities of this kind, of those that are aimed at."""
        return entities_of_kind(self._hass, EVENT_DOMAIN, self._kind, entities)

    @override
    def is_valid_state(self, state: State, report_not_triggered: NotTriggeredReasonReporter) -> bool:
        """Return whether the event is of this type."""
        return state.attributes.get(EventEntityStateAttribute.EVENT_TYPE) == self._event_type


class _SensorTrigger(EntityTransitionTriggerBase):
    """A binary sensor of ours turns on or off. What was not known before starts nothing."""

    _domain_specs: Mapping[str, DomainSpec] = {BINARY_SENSOR_DOMAIN: DomainSpec()}
    _kind: ClassVar[str]
    """The entity's translation key."""

    @override
    def entity_filter(self, entities: set[str]) -> set[str]:
        """Return our entities of this kind, of those that are aimed at."""
        return entities_of_kind(self._hass, BINARY_SENSOR_DOMAIN, self._kind, entities)


class PersonAppearedTrigger(_EventTrigger):
    """Somebody new is there."""

    _kind = "person"
    _event_type = "person"


class CaptionReadyTrigger(_EventTrigger):
    """A model has described somebody."""

    _kind = "person"
    _event_type = "caption"


class ZoneEnteredTrigger(_EventTrigger):
    """Somebody entered a zone."""

    _kind = "zone"
    _event_type = "enter"


class ZoneLeftTrigger(_EventTrigger):
    """Somebody left a zone."""

    _kind = "zone"
    _event_type = "leave"


class ZoneDwelledTrigger(_EventTrigger):
    """Somebody has been in a zone for as long as it asks."""

    _kind = "zone"
    _event_type = "dwell"


class LineCrossedInTrigger(_EventTrigger):
    """Somebody crossed a line inwards."""

    _kind = "line"
    _event_type = "in"


class LineCrossedOutTrigger(_EventTrigger):
    """Somebody crossed a line outwards."""

    _kind = "line"
    _event_type = "out"


class PersonsLeftTrigger(_SensorTrigger):
    """The last person left the picture."""

    _kind = "person"
    _from_states = ON
    _to_states = OFF


class RecordingFailedTrigger(_SensorTrigger):
    """A camera that is to be recorded is not."""

    _kind = "recording_problem"
    _from_states = OFF
    _to_states = ON
    _primary_entities_only = False


class RecordingResumedTrigger(_SensorTrigger):
    """A camera is recorded again."""

    _kind = "recording_problem"
    _from_states = ON
    _to_states = OFF
    _primary_entities_only = False


TRIGGERS: Mapping[str, type[Trigger]] = {
    "caption_ready": CaptionReadyTrigger,
    "line_crossed_in": LineCrossedInTrigger,
    "line_crossed_out": LineCrossedOutTrigger,
    "person_appeared": PersonAppearedTrigger,
    "persons_left": PersonsLeftTrigger,
    "recording_failed": RecordingFailedTrigger,
    "recording_resumed": RecordingResumedTrigger,
    "zone_dwelled": ZoneDwelledTrigger,
    "zone_entered": ZoneEnteredTrigger,
    "zone_left": ZoneLeftTrigger,
}


async def async_get_triggers(_hass: HomeAssistant) -> dict[str, type[Trigger]]:
    """Return the triggers by their names."""
    return dict(TRIGGERS)
