"""Which hub is loaded, and which of its cameras a user may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from homeassistant.auth.permissions.const import POLICY_READ
from homeassistant.components.camera import DOMAIN as CAMERA_DOMAIN
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er

from ..const import DOMAIN

if TYPE_CHECKING:
    from homeassistant.auth.models import User

    from ..hub.hub import Hub, MyCameraConfigEntry


@dataclass(frozen=True, slots=True)
class CameraAccess:
    """The cameras that one user may see, or control."""

    unrestricted: bool
    """True for who may do so with everything, cameras included that are no longer set up."""
    camera_ids: frozenset[str] = frozenset()

    def allows(self, camera_id: str) -> bool:
        """Whether what this camera saw may be shown."""
        return self.unrestricted or camera_id in self.camera_ids


EVERYTHING = CameraAccess(unrestricted=True)


@callback
def async_loaded_hub(hass: HomeAssistant) -> Hub | None:
    """Return the hub, or None while the integration is not loaded."""
    entries: list[MyCameraConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    return entries[0].runtime_data if entries else None


@callback
def async_camera_entity_ids(hass: HomeAssistant, hub: Hub) -> dict[str, str]:
    """Return the camera entity of each camera that has one."""
    registry = er.async_get(hass)
    return {
        entity.config_subentry_id: entity.entity_id
        for entity in er.async_entries_for_config_entry(registry, hub.entry.entry_id)
        if entity.domain == CAMERA_DOMAIN and entity.config_subentry_id is not None
    }


@callback
def async_camera_access(hass: HomeAssistant, hub: Hub, user: User, policy: str = POLICY_READ) -> CameraAccess:
    """Return what a user may see: a camera's pictures and videos go with the right to read its camera entity.

    With another `policy`, what the user may do: actions on them go with the right to control it.
    """
    if user.is_admin or user.permissions.access_all_entities(policy):
        return EVERYTHING
    return CameraAccess(
        unrestricted=False,
        camera_ids=frozenset(
            camera_id
            for camera_id, entity_id in async_camera_entity_ids(hass, hub).items()
            if user.permissions.check_entity(entity_id, policy)
        ),
    )
