"""Buttons: a camera is connected to anew or its waiting recordings are analysed, the worker begins anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import override

from homeassistant.components.button import ButtonDeviceClass, ButtonEntity, ButtonEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import DOMAIN
from .database import DatabaseError
from .entity import CameraDeviceEntity, HubDeviceEntity, async_follow_cameras
from .hub.camera import CameraRuntime
from .hub.hub import Hub, MyCameraConfigEntry

PARALLEL_UPDATES = 1


@dataclass(frozen=True, kw_only=True)
class CameraButtonDescription(ButtonEntityDescription):
    """Something that can be done with one camera."""

    press_fn: Callable[[Hub, CameraRuntime], Awaitable[None]]


CAMERA_BUTTONS = (
    CameraButtonDescription(
        key="reconnect",
        translation_key="reconnect",
        device_class=ButtonDeviceClass.RESTART,
        entity_category=EntityCategory.CONFIG,
        press_fn=lambda _hub, camera: camera.async_reconnect(),
    ),
    CameraButtonDescription(
        key="analyze_pending",
        translation_key="analyze_pending",
        entity_category=EntityCategory.CONFIG,
        press_fn=lambda hub, camera: hub.analyze_pending(camera.camera_id),
    ),
)

RESTART_WORKER = ButtonEntityDescription(
    key="restart_worker",
    translation_key="restart_worker",
    device_class=ButtonDeviceClass.RESTART,
    entity_category=EntityCategory.CONFIG,
)


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the hub's buttons, and those of every camera that it has or gets."""
    hub = entry.runtime_data
    if hub.worker.is_managed:
        async_add_entities([RestartWorkerButton(hub, RESTART_WORKER)])
    async_follow_cameras(
        entry,
        async_add_entities,
        lambda hub, camera: (CameraButton(hub, camera, description) for description in CAMERA_BUTTONS),
    )


class CameraButton(CameraDeviceEntity, ButtonEntity):
    """Something that can be done with one camera."""

    entity_description: CameraButtonDescription

    @override
    async def async_press(self) -> None:
        try:
            await self.entity_description.press_fn(self.hub, self.camera)
        except DatabaseError as error:
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="database_unavailable") from error


class RestartWorkerButton(HubDeviceEntity, ButtonEntity):
    """Ends the worker that Home Assistant runs; another one is started at once."""

    @override
    async def async_press(self) -> None:
        await self.hub.worker.async_restart()
