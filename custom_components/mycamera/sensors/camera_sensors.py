"""A camera's sensors: persons, captions, recordings and storage."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from homeassistant.components.sensor import SensorDeviceClass, SensorEntityDescription, SensorStateClass
from homeassistant.const import PERCENTAGE, EntityCategory, UnitOfInformation

from ..const import GIGABYTE
from ..database import Detection
from ..hub.camera_state import CameraState
from ..recording.archive.segment import SegmentStatus
from ..recording.status import RecorderState
from .state_value import Value, shorten


@dataclass(frozen=True, kw_only=True)
class CameraSensorDescription(SensorEntityDescription):
    """A value of one camera; `step` tells what is no news (see `StateThrottle`)."""

    value_fn: Callable[[CameraState], Value]
    available_fn: Callable[[CameraState], bool] = lambda _state: True
    last_reset_fn: Callable[[CameraState], datetime | None] = lambda _state: None
    step: float = 0.0
    least_held: timedelta = timedelta(0)
    attributes_fn: Callable[[CameraState], Mapping[str, Any]] = lambda _state: {}


def _caption_attributes(state: CameraState, text: Callable[[Detection], str]) -> Mapping[str, Any]:
    person = state.last_person
    if person is None:
        return {}
    return {
        "caption": text(person),
        "event_id": person.event_id,
        "source": person.caption_source,
        "confidence": round(person.confidence, 3),
        "last_seen": person.last_seen,
    }


def _recording_attributes(state: CameraState) -> Mapping[str, Any]:
    recording = state.last_recording
    if recording is None:
        return {}
    return {"start": recording.start, "file_path": recording.file_path, "file_size": recording.file_size}


def _coverage(state: CameraState) -> float | None:
    percent = None if state.coverage is None else state.coverage.percent
    # Rounded down: a missing second is not 100 %.
    return None if percent is None else math.floor(percent * 100) / 100


def _coverage_attributes(state: CameraState) -> Mapping[str, Any]:
    coverage = state.coverage
    if coverage is None:
        return {}
    return {
        "recorded_seconds": round(coverage.recorded),
        "missing_seconds": round(coverage.missing),
        "unknown_seconds": round(coverage.unknown),
        "gaps": coverage.gaps,
    }


def _storage_attributes(state: CameraState) -> Mapping[str, Any]:
    if state.storage is None:
        return {}
    return {"recordings": state.storage.records, "protected": round(state.storage.protected / GIGABYTE, 3)}


CAMERA_SENSORS = (
    CameraSensorDescription(
        key="persons_now",
        translation_key="persons_now",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda state: state.persons,
        available_fn=lambda state: state.watching and state.persons is not None,
    ),
    CameraSensorDescription(
        key="persons_today",
        translation_key="persons_today",
        state_class=SensorStateClass.TOTAL,
        value_fn=lambda state: state.persons_today,
        last_reset_fn=lambda state: state.midnight,
    ),
    CameraSensorDescription(
        key="person_last_seen",
        translation_key="person_last_seen",
        device_class=SensorDeviceClass.TIMESTAMP,
        value_fn=lambda state: state.last_person.last_seen if state.last_person else None,
    ),
    CameraSensorDescription(
        key="person_confidence",
        translation_key="person_confidence",
        native_unit_of_measurement=PERCENTAGE,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda state: round(state.last_person.confidence * 100, 1) if state.last_person else None,
    ),
    CameraSensorDescription(
        key="caption_en",
        translation_key="caption_en",
        value_fn=lambda state: shorten(state.last_person.caption) if state.last_person else None,
        attributes_fn=lambda state: _caption_attributes(state, lambda person: person.caption),
    ),
    CameraSensorDescription(
        key="caption_zh",
        translation_key="caption_zh",
        value_fn=lambda state: shorten(state.last_person.caption_zh) if state.last_person else None,
        attributes_fn=lambda state: _caption_attributes(state, lambda person: person.caption_zh),
    ),
    CameraSensorDescription(
        key="last_recording",
        translation_key="last_recording",
        device_class=SensorDeviceClass.TIMESTAMP,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: state.last_recording.end if state.last_recording else None,
        attributes_fn=_recording_attributes,
        entity_registry_enabled_default=False,  # a new state every minute
    ),
    CameraSensorDescription(
        key="last_recording_status",
        translation_key="last_recording_status",
        device_class=SensorDeviceClass.ENUM,
        options=[status.value for status in SegmentStatus],
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: state.last_recording.status if state.last_recording else None,
        attributes_fn=lambda state: {"error": state.last_recording.error} if state.last_recording else {},
    ),
    CameraSensorDescription(
        key="recording_status",
        translation_key="recording_status",
        device_class=SensorDeviceClass.ENUM,
        options=[status.value for status in RecorderState],
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: state.recording_status.value,
        attributes_fn=lambda state: {
            "error": state.recording_error,
            "live_error": state.watch_error,
            "clock": state.recording_clock.value,
            "sound": state.recording_sound.value,
        },
    ),
    CameraSensorDescription(
        key="storage_used",
        translation_key="storage_used",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.GIGABYTES,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: None if state.storage is None else round(state.storage.bytes / GIGABYTE, 3),
        attributes_fn=_storage_attributes,
        step=0.2,
        # What a new camera has is twice as much all the time.
        least_held=timedelta(minutes=45),
    ),
    CameraSensorDescription(
        key="coverage",
        translation_key="coverage",
        native_unit_of_measurement=PERCENTAGE,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=_coverage,
        attributes_fn=_coverage_attributes,
        step=0.001,
        least_held=timedelta(minutes=45),
    ),
    CameraSensorDescription(
        key="detect_fps",
        translation_key="detect_fps",
        native_unit_of_measurement="fps",
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda state: None if state.detect_fps is None else round(state.detect_fps, 2),
        available_fn=lambda state: state.watching,
        step=0.1,
    ),
    CameraSensorDescription(
        key="stream_fps",
        translation_key="stream_fps",
        native_unit_of_measurement="fps",
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda state: None if state.stream_fps is None else round(state.stream_fps, 1),
        step=0.05,
    ),
)
