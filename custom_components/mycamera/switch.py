"""Switches: whether a camera is recorded, and whether it is watched for persons. The runtime remembers both."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, override

from homeassistant.components.switch import SwitchEntity, SwitchEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import CameraDeviceEntity, async_follow_cameras
from .hub.camera import CameraRuntime
from .hub.hub import MyCameraConfigEntry

PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class CameraSwitchDescription(SwitchEntityDescription):
    """Something about a camera that can be switched."""

    is_on_fn: Callable[[CameraRuntime], bool]
    set_fn: Callable[[CameraRuntime, bool], Awaitable[None]]


CAMERA_SWITCHES = (
    CameraSwitchDescription(
        key="recording",
        translation_key="recording",
        entity_category=EntityCategory.CONFIG,
        is_on_fn=lambda camera: camera.recording_enabled,
        set_fn=lambda camera, enabled: camera.async_set_recording(enabled),
    ),
    CameraSwitchDescription(
        key="detection",
        translation_key="detection",
        entity_category=EntityCategory.CONFIG,
        is_on_fn=lambda camera: camera.detection_enabled,
        set_fn=lambda camera, enabled: camera.async_set_detection(enabled),
    ),
)


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the switches of every camera that the hub has or gets."""
    async_follow_cameras(
        entry,
        async_add_entities,
        lambda hub, camera: (CameraSwitch(hub, camera, description) for description in CAMERA_SWITCHES),
    )


class CameraSwitch(CameraDeviceEntity, SwitchEntity):
    """Something about a camera that can be switched."""

    entity_description: CameraSwitchDescription

    @property
    @override
    def is_on(self) -> bool:
        return self.entity_description.is_on_fn(self.camera)

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        await self._async_set(True)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        await self._async_set(False)

    async def _async_set(self, enabled: bool) -> None:
        await self.entity_description.set_fn(self.camera, enabled)
        self.async_write_ha_state()
