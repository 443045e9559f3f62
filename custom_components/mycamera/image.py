"""The picture of the last person that each camera saw."""

import logging
from datetime import datetime
from pathlib import Path
from typing import override

from homeassistant.components.image import ImageEntity, ImageEntityDescription
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .database import Detection
from .entity import CameraDeviceEntity, TokenRenewal, async_follow_cameras
from .hub.camera import CameraRuntime
from .hub.hub import Hub, MyCameraConfigEntry

PARALLEL_UPDATES = 0

_LOGGER = logging.getLogger(__name__)

LAST_PERSON = ImageEntityDescription(key="last_person", translation_key="last_person")


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the image of every camera that the hub has or gets."""
    async_follow_cameras(entry, async_add_entities, lambda hub, camera: [LastPersonImage(hub, camera)])


def read_picture(root: Path, relative: str) -> bytes:
    """Return a snapshot's bytes.

    Raises:
        OSError: it cannot be read, or its path leads out of the snapshots folder.
    """
    path = (root / relative).resolve()
    if not path.is_relative_to(root.resolve()):
        raise PermissionError("The picture's path leads out of the snapshots folder")
    return path.read_bytes()


class LastPersonImage(CameraDeviceEntity, ImageEntity):
    """The best picture of the last person, replaced by better ones. A better caption of one is no new picture."""

    _attr_content_type = "image/jpeg"

    def __init__(self, hub: Hub, camera: CameraRuntime) -> None:
        self._renewal = TokenRenewal()
        ImageEntity.__init__(self, hub.hass)
        CameraDeviceEntity.__init__(self, hub, camera, LAST_PERSON)
        self._shown: tuple[str, str, datetime | None] | None = None
        self._take_over(camera.state.last_person)

    @override
    @callback
    def async_update_token(self) -> None:
        """Renew the token in the picture's address."""
        if self._renewal.due():
            super().async_update_token()

    @override
    @callback
    def _async_camera_changed(self) -> None:
        """Show the picture of a new person; nothing else about the camera changes this entity."""
        if self._take_over(self.camera_state.last_person):
            self.async_write_ha_state()

    def _take_over(self, person: Detection | None) -> bool:
        shown = (person.event_id, person.image_path, person.best_time) if person else None
        if shown == self._shown:
            return False
        self._shown = shown
        # What the row says, not now: a restart must not look like a new picture.
        self._attr_image_last_updated = person.pictured if person else None
        return True

    @override
    async def async_image(self) -> bytes | None:
        """Return the snapshot's JPEG."""
        self._renewal.used()
        if self._shown is None:
            return None
        try:
            return await self.hass.async_add_executor_job(read_picture, self.hub.snapshots_root, self._shown[1])
        except OSError as error:
            _LOGGER.debug("No picture of the last person on %s: %s", self.camera.name, error.strerror or error)
            return None
