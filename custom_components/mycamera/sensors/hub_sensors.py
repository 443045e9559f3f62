"""The hub's sensors: models, database, queues and disk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from homeassistant.components.sensor import SensorDeviceClass, SensorEntityDescription, SensorStateClass
from homeassistant.const import EntityCategory, UnitOfInformation, UnitOfTime

from ..const import FIRST_WORKER, GIGABYTE
from ..database import MOST_COUNTED
from ..hub.hub import Hub
from ..recording.retention.plan import Reason
from .state_value import Value, shorten

MEGABYTE = 10**6


@dataclass(frozen=True, kw_only=True)
class HubSensorDescription(SensorEntityDescription):
    """A value of the hub. `available_fn` tells whether it is known at all, `step` what is no news (`StateThrottle`)."""

    value_fn: Callable[[Hub], Value]
    step: float = 0.0
    available_fn: Callable[[Hub], bool] = lambda _hub: True
    attributes_fn: Callable[[Hub], Mapping[str, Any]] = lambda _hub: {}


def _waiting_attributes(hub: Hub) -> Mapping[str, Any]:
    """Return why persons wait for a description, and until when where that is known."""
    blocked_reason = hub.captions.blocked_reason
    return {
        "at_least": _at_least(hub.pending.lasting_captions.value),
        "reason": blocked_reason.reason.value if blocked_reason else None,
        "blocked_reason": str(blocked_reason) if blocked_reason else None,
        "next_attempt": blocked_reason.until if blocked_reason else None,
    }


def _at_least(pending: int | None) -> bool:
    """Return whether there may be more than the number says: longer queues are not counted to their end."""
    return pending is not None and pending >= MOST_COUNTED


def _deleted_attributes(hub: Hub) -> Mapping[str, Any]:
    """Return what went by each rule since the start, and how new the newest was that went before its time."""
    counts = {reason.value: deleted.segments for reason, deleted in hub.deleted.by_reason.items()}
    early = [hub.deleted.by_reason[reason].newest for reason in (Reason.QUOTA, Reason.SPACE)]
    return {**counts, "newest_before_its_time": max((newest for newest in early if newest), default=None)}


HUB_SENSORS = (
    HubSensorDescription(
        key="detector_model",
        translation_key="detector_model",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: shorten(hub.workers.all[FIRST_WORKER].detector_model),
    ),
    HubSensorDescription(
        key="database_size",
        translation_key="database_size",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.MEGABYTES,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: None if hub.database_size is None else round(hub.database_size / MEGABYTE, 2),
        available_fn=lambda hub: hub.database_size is not None,
        step=0.05,
    ),
    HubSensorDescription(
        key="pending_analyses",
        translation_key="pending_analyses",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: hub.pending.lasting_analyses.value,
        attributes_fn=lambda hub: {
            "at_least": _at_least(hub.pending.lasting_analyses.value),
            "minutes_behind": hub.minutes_behind,
        },
        available_fn=lambda hub: hub.pending.lasting_analyses.value is not None,
    ),
    HubSensorDescription(
        key="pending_captions",
        translation_key="pending_captions",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: hub.pending.lasting_captions.value,
        attributes_fn=_waiting_attributes,
        available_fn=lambda hub: hub.pending.lasting_captions.value is not None,
    ),
    HubSensorDescription(
        key="free_space",
        translation_key="free_space",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.GIGABYTES,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: None if hub.free_space is None else round(hub.free_space / GIGABYTE, 3),
        available_fn=lambda hub: hub.free_space is not None,
        step=0.02,
    ),
    HubSensorDescription(
        key="days_until_full",
        translation_key="days_until_full",
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.DAYS,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: None if hub.outlook.days is None else round(hub.outlook.days, 1),
        available_fn=lambda hub: hub.free_space is not None,
        attributes_fn=lambda hub: {"never_full": hub.outlook.never},
        step=0.05,
    ),
    HubSensorDescription(
        key="deleted",
        translation_key="deleted",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.GIGABYTES,
        state_class=SensorStateClass.TOTAL_INCREASING,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: round(hub.deleted.size / GIGABYTE, 3),
        attributes_fn=_deleted_attributes,
        step=0.1,
    ),
)
