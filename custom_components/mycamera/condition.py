"""What an automation can ask of any cameras, areas or labels: who is there, who is in a zone, what is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, override

from homeassistant.components.binary_sensor import DOMAIN as BINARY_SENSOR_DOMAIN
from homeassistant.const import STATE_OFF, STATE_ON
from homeassistant.core import HomeAssistant
from homeassistant.helpers.automation import DomainSpec
from homeassistant.helpers.condition import Condition, EntityStateConditionBase

from .entity import entities_of_kind

ON: set[str | bool] = {STATE_ON}
OFF: set[str | bool] = {STATE_OFF}


class _SensorCondition(EntityStateConditionBase):
    """A binary sensor of ours is on or off. One that is not known is neither."""

    _domain_specs: Mapping[str, DomainSpec] = {BINARY_SENSOR_DOMAIN: DomainSpec()}
    _kind: ClassVar[str]
    """The entity's translation key."""

    @override
    def entity_filter(self, entities: set[str]) -> set[str]:
        """Return our entities of this kind, of those that are aimed at."""
        return entities_of_kind(self._hass, BINARY_SENSOR_DOMAIN, self._kind, entities)


class SomebodyThereCondition(_SensorCondition):
    """A camera sees a person, for at least so long."""

    _kind = "person"
    _states = ON


class NobodyThereCondition(_SensorCondition):
    """A camera is watched and sees nobody, for at least so long."""

    _kind = "person"
    _states = OFF


class ZoneOccupiedCondition(_SensorCondition):
    """Somebody is in a zone, for at least so long."""

    _kind = "zone"
    _states = ON


class ZoneEmptyCondition(_SensorCondition):
    """A zone is watched and nobody is in it, for at least so long."""

    _kind = "zone"
    _states = OFF


class RecordingFailsCondition(_SensorCondition):
    """A camera that is to be recorded is not, for at least so long."""

    _kind = "recording_problem"
    _states = ON
    _primary_entities_only = False


CONDITIONS: Mapping[str, type[Condition]] = {
    "nobody_is_there": NobodyThereCondition,
    "recording_fails": RecordingFailsCondition,
    "somebody_is_there": SomebodyThereCondition,
    "zone_is_empty": ZoneEmptyCondition,
    "zone_is_occupied": ZoneOccupiedCondition,
}


async def async_get_conditions(_hass: HomeAssistant) -> dict[str, type[Condition]]:
    """Return the conditions by their names."""
    return dict(CONDITIONS)
