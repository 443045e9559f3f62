"""The sensors of a worker: where it is, what it computes on, how fast it is and what it leaves out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from homeassistant.components.sensor import SensorDeviceClass, SensorEntityDescription, SensorStateClass
from homeassistant.const import PERCENTAGE, EntityCategory, UnitOfTime

from ..const import CONF_CAPTION_MODEL
from ..hub.worker import HubWorker, WorkerStatus
from ..settings.captions import CaptionSettings
from ..worker.protocol.health import Machine, ModelDownload
from .state_value import Value, shorten


@dataclass(frozen=True, kw_only=True)
class WorkerSensorDescription(SensorEntityDescription):
    """A value of a worker; `available_fn` tells whether it is known, `step` what is no news (`StateThrottle`)."""

    value_fn: Callable[[HubWorker], Value]
    step: float = 0.0
    available_fn: Callable[[HubWorker], bool] = lambda _worker: True
    attributes_fn: Callable[[HubWorker], Mapping[str, Any]] = lambda _worker: {}


def _worker_attributes(worker: HubWorker) -> Mapping[str, Any]:
    health = worker.health
    models = worker.models
    return {
        "device": worker.device,
        "detector_device": health.detector_device or None if health else None,
        "detector_ms": health.detector_ms or None if health else None,
        "version": worker.version,
        "error": worker.problem,
        "machines": [_machine(each) for each in worker.machines],
        "detector_model": worker.detector_model,
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


def _downloads(worker: HubWorker) -> tuple[ModelDownload, ...]:
    return worker.health.downloads if worker.health is not None else ()


def _downloaded(worker: HubWorker) -> float | None:
    """Return how much of all models that the worker downloads is there, percent; None where it downloads none."""
    total = sum(each.total for each in _downloads(worker))
    return round(100 * sum(each.received for each in _downloads(worker)) / total, 1) if total else None


WORKER_SENSORS = (
    WorkerSensorDescription(
        key="worker_device",
        translation_key="worker_device",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda worker: shorten(worker.device) if worker.device else None,
    ),
    WorkerSensorDescription(
        key="worker",
        translation_key="worker",
        device_class=SensorDeviceClass.ENUM,
        options=[status.value for status in WorkerStatus],
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda worker: worker.status.value,
        attributes_fn=_worker_attributes,
    ),
    WorkerSensorDescription(
        key="inference_time",
        translation_key="inference_time",
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.MILLISECONDS,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        step=0.3,
        value_fn=lambda worker: worker.load.inference_ms,
        available_fn=lambda worker: worker.health is not None,
    ),
    WorkerSensorDescription(
        key="model_download",
        translation_key="model_download",
        native_unit_of_measurement=PERCENTAGE,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        step=0.02,
        value_fn=_downloaded,
        available_fn=lambda worker: worker.health is not None,
        attributes_fn=lambda worker: {"models": [each.name for each in _downloads(worker)]},
    ),
    WorkerSensorDescription(
        key="dropped_frames",
        translation_key="dropped_frames",
        state_class=SensorStateClass.TOTAL_INCREASING,
        entity_category=EntityCategory.DIAGNOSTIC,
        step=0.1,
        value_fn=lambda worker: worker.load.dropped,
        available_fn=lambda worker: worker.health is not None,
        attributes_fn=lambda worker: {
            "overloaded": worker.load.overloaded,
            "left_out_percent": worker.load.left_out,
        },
    ),
)
