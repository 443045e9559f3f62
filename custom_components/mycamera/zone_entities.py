"""Keeps the entities of zones as the zones are: they come, change their names and go while everything runs."""

from __future__ import annotations

from collections.abc import Callable

from homeassistant.components.binary_sensor import DOMAIN as BINARY_SENSOR_DOMAIN
from homeassistant.components.event import DOMAIN as EVENT_DOMAIN
from homeassistant.core import callback
from homeassistant.helpers import entity_registry as er

from .camera_detection import CameraZone
from .camera_runtime import CameraRuntime
from .const import DOMAIN
from .runtime import Hub

ZONE_EVENT_KEY = "zone_event"


def zone_unique_id(camera_id: str, zone_id: str) -> str:
    """Return the unique id of a zone's binary sensor."""
    return f"{camera_id}_zone_{zone_id}"


@callback
def async_follow_zones(hub: Hub, add: Callable[[CameraRuntime, list[CameraZone]], None]) -> Callable[[], None]:
    """Call `add` with every zone that there is or comes, and forget the binary sensors of those that go.

    Returns what ends it.
    """
    registry = er.async_get(hub.hass)
    known: dict[str, tuple[CameraZone, ...]] = {}

    @callback
    def sync() -> None:
        for camera_id, camera in hub.cameras.items():
            before = known.get(camera_id, ())
            if camera.zones is not before:
                known[camera_id] = camera.zones
                _change(registry, camera, before)
                ids = {zone.id for zone in before}
                if new := [zone for zone in camera.zones if zone.id not in ids]:
                    add(camera, new)
        for camera_id in known.keys() - hub.cameras.keys():
            del known[camera_id]  # its entities went with its subentry

    _forget_strangers(registry, hub)
    sync()
    return hub.subscribe(sync)


@callback
def async_follow_zoned_cameras(hub: Hub, add: Callable[[CameraRuntime], None]) -> Callable[[], None]:
    """Call `add` with every camera that has zones or gets its first, and forget the zone event of one that has none.

    Returns what ends it.
    """
    registry = er.async_get(hub.hass)
    zoned: set[str] = set()

    @callback
    def sync() -> None:
        zoned.intersection_update(hub.cameras)
        for camera_id, camera in hub.cameras.items():
            if camera.zones and camera_id not in zoned:
                zoned.add(camera_id)
                add(camera)
            elif not camera.zones and camera_id in zoned:
                zoned.remove(camera_id)
                _forget(registry, EVENT_DOMAIN, f"{camera_id}_{ZONE_EVENT_KEY}")

    sync()
    return hub.subscribe(sync)


@callback
def _change(registry: er.EntityRegistry, camera: CameraRuntime, before: tuple[CameraZone, ...]) -> None:
    """Forget the binary sensors of zones that went, and rename those of zones that were renamed."""
    names = {zone.id: zone.name for zone in camera.zones}
    for zone in before:
        unique_id = zone_unique_id(camera.camera_id, zone.id)
        if zone.id not in names:
            _forget(registry, BINARY_SENSOR_DOMAIN, unique_id)
        elif entity_id := registry.async_get_entity_id(BINARY_SENSOR_DOMAIN, DOMAIN, unique_id):
            registry.async_update_entity(entity_id, original_name=names[zone.id])


@callback
def _forget(registry: er.EntityRegistry, domain: str, unique_id: str) -> None:
    if entity_id := registry.async_get_entity_id(domain, DOMAIN, unique_id):
        registry.async_remove(entity_id)


@callback
def _forget_strangers(registry: er.EntityRegistry, hub: Hub) -> None:
    """Remove the binary sensors of zones that went while the hub was not loaded."""
    prefixes = tuple(zone_unique_id(camera_id, "") for camera_id in hub.cameras)
    ours = {zone_unique_id(camera.camera_id, zone.id) for camera in hub.cameras.values() for zone in camera.zones}
    for entity in er.async_entries_for_config_entry(registry, hub.entry.entry_id):
        is_zone = entity.domain == BINARY_SENSOR_DOMAIN and entity.unique_id.startswith(prefixes)
        if is_zone and entity.unique_id not in ours:
            registry.async_remove(entity.entity_id)
