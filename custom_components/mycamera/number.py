"""Numbers: what an automation can change of how a camera looks for persons, as its settings have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import override

from homeassistant.components.number import NumberDeviceClass, NumberEntity, NumberEntityDescription, NumberMode
from homeassistant.const import PERCENTAGE, EntityCategory, Platform, UnitOfTime
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import CONF_CLEAR_TIME, CONF_DETECT_FPS, CONF_MIN_HEIGHT, CONF_MIN_SCORE
from .entity import CameraDeviceEntity, ZoneEntity, async_follow_cameras, async_follow_zones
from .hub.camera import CameraRuntime
from .hub.hub import Hub, MyCameraConfigEntry
from .settings.detection import LIMITS, LONGEST_DWELL, CameraZone
from .worker.protocol.analysis_settings import AnalysisSettings

PARALLEL_UPDATES = 1


@dataclass(frozen=True, kw_only=True)
class CameraNumberDescription(NumberEntityDescription):
    """A number of a camera's detection. Its key is the setting's, which has the same unit."""

    value_fn: Callable[[AnalysisSettings], float]


CAMERA_NUMBERS = (
    CameraNumberDescription(
        key=CONF_MIN_SCORE,
        translation_key=CONF_MIN_SCORE,
        native_step=0.01,
        value_fn=lambda settings: settings.min_score,
    ),
    CameraNumberDescription(
        key=CONF_MIN_HEIGHT,
        translation_key=CONF_MIN_HEIGHT,
        native_unit_of_measurement=PERCENTAGE,
        native_step=1,
        value_fn=lambda settings: round(settings.min_height * 100, 1),
    ),
    CameraNumberDescription(
        key=CONF_DETECT_FPS,
        translation_key=CONF_DETECT_FPS,
        native_unit_of_measurement="fps",
        native_step=0.5,
        value_fn=lambda settings: settings.detect_fps,
    ),
    CameraNumberDescription(
        key=CONF_CLEAR_TIME,
        translation_key=CONF_CLEAR_TIME,
        device_class=NumberDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.SECONDS,
        native_step=1,
        value_fn=lambda settings: settings.clear_time,
    ),
)

ZONE_DWELL = NumberEntityDescription(
    key="zone",
    translation_key="zone",
    device_class=NumberDeviceClass.DURATION,
    native_unit_of_measurement=UnitOfTime.SECONDS,
    native_min_value=0,
    native_max_value=LONGEST_DWELL,
    native_step=1,
    mode=NumberMode.BOX,
    entity_category=EntityCategory.CONFIG,
)


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the numbers of every camera that the hub has or gets, and of its zones."""
    hub = entry.runtime_data

    @callback
    def add_zones(camera: CameraRuntime, zones: list[CameraZone]) -> None:
        async_add_entities(
            (ZoneDwellNumber(hub, camera, zone, ZONE_DWELL) for zone in zones), config_subentry_id=camera.camera_id
        )

    async_follow_cameras(
        entry,
        async_add_entities,
        lambda hub, camera: (CameraNumber(hub, camera, description) for description in CAMERA_NUMBERS),
    )
    entry.async_on_unload(async_follow_zones(hub, Platform.NUMBER, add_zones))


class CameraNumber(CameraDeviceEntity, NumberEntity):
    """A number of a camera's detection, as it is in force: the camera's own, else the usual."""

    entity_description: CameraNumberDescription
    _attr_entity_category = EntityCategory.CONFIG
    _attr_mode = NumberMode.BOX

    def __init__(self, hub: Hub, camera: CameraRuntime, description: CameraNumberDescription) -> None:
        super().__init__(hub, camera, description)
        self._attr_native_min_value, self._attr_native_max_value = LIMITS[description.key]

    @property
    @override
    def native_value(self) -> float:
        return self.entity_description.value_fn(self.camera.analysis_settings)

    @override
    async def async_set_native_value(self, value: float) -> None:
        """Make it the camera's own."""
        await self.hub.set_detection(self.camera.camera_id, {self.entity_description.key: value})


class ZoneDwellNumber(ZoneEntity, NumberEntity):
    """After how long somebody in a zone dwells there; 0: nobody does."""

    @property
    @override
    def native_value(self) -> float | None:
        """The zone's dwell time in seconds; None once the zone was removed."""
        return self.zone.dwell if self.zone else None

    @override
    async def async_set_native_value(self, value: float) -> None:
        """Change the zone."""
        await self.hub.set_dwell(self.camera.camera_id, self.zone_id, value)
