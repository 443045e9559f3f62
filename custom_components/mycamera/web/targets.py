"""Which cameras an action is aimed at: entities, devices, areas, floors and labels, as Home Assistant's own actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.const import ATTR_ENTITY_ID, ENTITY_MATCH_ALL
from homeassistant.core import HomeAssistant, ServiceCall, callback
from homeassistant.exceptions import ServiceValidationError, Unauthorized
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.target import TargetSelection, async_extract_referenced_entity_ids

from ..const import DOMAIN
from .access import async_camera_access

if TYPE_CHECKING:
    from ..hub.hub import Hub

TARGET_FIELDS: Final = cv.ENTITY_SERVICE_FIELDS


@callback
def async_target_cameras(hass: HomeAssistant, hub: Hub, data: Mapping[str, Any]) -> list[str] | None:
    """Return the cameras that are aimed at; None where nothing is aimed at, which means all.

    Any entity of a camera stands for it. What is aimed at by area, floor or label and is no camera is left out, but
    whoever names an entity or a device means a camera.

    Raises:
        ServiceValidationError: something that is named is no camera, or no camera is where it is aimed at.
    """
    selection = TargetSelection(dict(data))
    if not selection.has_any_target or ENTITY_MATCH_ALL in selection.entity_ids:
        return None
    registry, devices = er.async_get(hass), dr.async_get(hass)
    found: dict[str, None] = {}
    for entity_id in sorted(selection.entity_ids):
        camera_id = _camera_of(hub, registry.async_get(entity_id))
        if camera_id is None:
            raise _unknown("unknown_camera", entity_id)
        found[camera_id] = None
    for device_id in sorted(selection.device_ids):
        device = devices.async_get(device_id)
        subentries = device.config_entries_subentries.get(hub.entry.entry_id, set()) if device else set()
        cameras = sorted(subentry for subentry in subentries if subentry in hub.cameras)
        if not cameras:
            raise _unknown("unknown_camera", (device and (device.name_by_user or device.name)) or device_id)
        found.update(dict.fromkeys(cameras))
    selected = async_extract_referenced_entity_ids(hass, selection, expand_group=False)
    for entity_id in sorted(selected.indirectly_referenced):
        camera_id = _camera_of(hub, registry.async_get(entity_id))
        if camera_id is not None:
            found[camera_id] = None
    if not found:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="no_camera_there")
    return list(found)


def _camera_of(hub: Hub, entry: er.RegistryEntry | None) -> str | None:
    camera_id = entry.config_subentry_id if entry and entry.config_entry_id == hub.entry.entry_id else None
    return camera_id if camera_id in hub.cameras else None


def _unknown(key: str, name: str) -> ServiceValidationError:
    return ServiceValidationError(
        translation_domain=DOMAIN, translation_key=key, translation_placeholders={ATTR_ENTITY_ID: name}
    )


async def async_allowed_cameras(call: ServiceCall, hub: Hub, policy: str = POLICY_CONTROL) -> list[str] | None:
    """Return the cameras that a call aims at and that whoever calls may control, or see; None for all there are.

    Who aims at nothing means all that he may.

    Raises:
        ServiceValidationError: as above.
        Unauthorized: one that is aimed at is not his, or none is.
    """
    named = async_target_cameras(call.hass, hub, call.data)
    if call.context.user_id is None:  # an automation that started by itself
        return named
    if (user := await call.hass.auth.async_get_user(call.context.user_id)) is None:
        raise Unauthorized(context=call.context)
    access = async_camera_access(call.hass, hub, user, policy)
    if access.unrestricted:
        return named
    if named is None:
        named = sorted(access.camera_ids)
    if not named or not all(map(access.allows, named)):
        raise Unauthorized(context=call.context, permission=policy)
    return named
