"""The hub's sensors: worker, models, database, queues and disk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from homeassistant.components.sensor import SensorDeviceClass, SensorEntityDescription, SensorStateClass
from homeassistant.const import PERCENTAGE, EntityCategory, UnitOfInformation, UnitOfTime

from ..const import CONF_CAPTION_MODEL, CONF_DETECTOR_MODEL, CONF_MODELS, GIGABYTE
from ..database import MOST_COUNTED
from ..hub.hub import Hub
from ..hub.worker import WorkerStatus
from ..recording.retention.plan import Reason
from ..settings.captions import CaptionSettings
from ..worker.protocol.health import Machine, ModelDownload
from .state_value import Value, shorten

MEGABYTE = 10**6


@dataclass(frozen=True, kw_only=True)
class HubSensorDescription(SensorEntityDescription):
    """A value of the hub. `available_fn` tells whether it is known at all, `step` what is no news (`StateThrottle`)."""

    value_fn: Callable[[Hub], Value]
    step: float = 0.0
    available_fn: Callable[[Hub], bool] = lambda _hub: True
    attributes_fn: Callable[[Hub], Mapping[str, Any]] = lambda _hub: {}


def _worker_attributes(hub: Hub) -> Mapping[str, Any]:
    health = hub.worker.health
    models = hub.entry.data[CONF_MODELS]
    return {
        "device": hub.worker.device,
        "detector_device": health.detector_device or None if health else None,
        "detector_ms": health.detector_ms or None if health else None,
        "version": hub.worker.version,
        "error": hub.worker.problem,
        "machines": [_machine(each) for each in hub.worker.machines],
        "detector_model": models[CONF_DETECTOR_MODEL],
        "caption_model": models[CONF_CAPTION_MODEL] if CaptionSettings.from_models(models).by_worker else None,
    }


def _machine(machine: Machine) -> dict[str, Any]:
    """Return what is shown of one machine, where the worker has others do its jobs."""
    return {
        "name": machine.name,
        "state": machine.state,
        "device": machine.device,
        "queues": list(machine.queues),
        "jobs_an_hour": round(machine.jobs_an_hour),
        "seconds_a_job": round(machine.job_seconds, 1),
        "error": machine.error or None,
    }


def _downloads(hub: Hub) -> tuple[ModelDownload, ...]:
    return hub.worker.health.downloads if hub.worker.health is not None else ()


def _downloaded(hub: Hub) -> float | None:
    """Return how much of all models that the worker downloads is there, percent; None where it downloads none."""
    total = sum(each.total for each in _downloads(hub))
    return round(100 * sum(each.received for each in _downloads(hub)) / total, 1) if total else None


def _waiting_attributes(hub: Hub) -> Mapping[str, Any]:
    """Return why persons wait for a description, and until when where that is known."""
    blocked_reason = hub.captions.blocked_reason
    return {
        "at_least": _at_least(hub.pending.captions),
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
        key="worker_device",
        translation_key="worker_device",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: shorten(hub.worker.device) if hub.worker.device else None,
    ),
    HubSensorDescription(
        key="detector_model",
        translation_key="detector_model",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: shorten(hub.entry.data[CONF_MODELS][CONF_DETECTOR_MODEL]),
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
        key="worker",
        translation_key="worker",
        device_class=SensorDeviceClass.ENUM,
        options=[status.value for status in WorkerStatus],
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: hub.worker.status.value,
        attributes_fn=_worker_attributes,
    ),
    HubSensorDescription(
        key="inference_time",
        translation_key="inference_time",
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.MILLISECONDS,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        step=0.3,
        value_fn=lambda hub: hub.worker.load.inference_ms,
        available_fn=lambda hub: hub.worker.health is not None,
    ),
    HubSensorDescription(
        key="model_download",
        translation_key="model_download",
        native_unit_of_measurement=PERCENTAGE,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        step=0.02,
        value_fn=_downloaded,
        available_fn=lambda hub: hub.worker.health is not None,
        attributes_fn=lambda hub: {"models": [each.name for each in _downloads(hub)]},
    ),
    HubSensorDescription(
        key="dropped_frames",
        translation_key="dropped_frames",
        state_class=SensorStateClass.TOTAL_INCREASING,
        entity_category=EntityCategory.DIAGNOSTIC,
        step=0.1,
        value_fn=lambda hub: hub.worker.load.dropped,
        available_fn=lambda hub: hub.worker.health is not None,
        attributes_fn=lambda hub: {
            "overloaded": hub.worker.load.overloaded,
            "left_out_percent": hub.worker.load.left_out,
        },
    ),
    HubSensorDescription(
        key="pending_analyses",
        translation_key="pending_analyses",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: hub.pending.analyses,
        attributes_fn=lambda hub: {
            "at_least": _at_least(hub.pending.analyses),
            "minutes_behind": hub.minutes_behind,
        },
        available_fn=lambda hub: hub.pending.analyses is not None,
    ),
    HubSensorDescription(
        key="pending_captions",
        translation_key="pending_captions",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda hub: hub.pending.captions,
        attributes_fn=_waiting_attributes,
        available_fn=lambda hub: hub.pending.captions is not None,
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
