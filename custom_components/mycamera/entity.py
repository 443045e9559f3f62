"""The two base entities, of the hub and of one camera, and what keeps the entities of zones as the zones are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, override

from homeassistant.const import Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity import Entity, EntityDescription
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.util import dt as dt_util

from .const import DOMAIN
from .hub.camera import CameraRuntime
from .hub.camera_state import CameraState
from .hub.hub import Hub, MyCameraConfigEntry
from .hub.worker import HubWorker
from .settings.detection import CameraZone
from .settings.lines import CameraLine
from .worker.protocol.versions import VERSION

MANUFACTURER = "MyCamera"
PANEL = "homeassistant://mycamera"
"""The panel, for Home Assistant's own pages."""
LONGEST_HELD: Final = timedelta(hours=1)
"""A number that always moves is shown anew after so long, however little it moved."""


@callback
def async_register_hub_device(hass: HomeAssistant, entry: MyCameraConfigEntry) -> str:
    """Make sure that the hub's device exists, for the cameras' devices to point to, and return its id."""
    device = dr.async_get(hass).async_get_or_create(
        config_entry_id=entry.entry_id,
        identifiers={(DOMAIN, entry.entry_id)},
        entry_type=DeviceEntryType.SERVICE,
        manufacturer=MANUFACTURER,
        model="Hub",
        name=entry.title,
        sw_version=VERSION,
        configuration_url=PANEL,
    )
    return device.id


@callback
def async_follow_cameras(
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
    entities: Callable[[Hub, CameraRuntime], Iterable[Entity]],
) -> None:
    """Add the entities of every camera that the hub has or gets, for as long as the entry is loaded."""
    hub = entry.runtime_data

    @callback
    def add(camera: CameraRuntime) -> None:
        async_add_entities(entities(hub, camera), config_subentry_id=camera.camera_id)

    for camera in hub.cameras.values():
        add(camera)
    entry.async_on_unload(hub.camera_added.subscribe(add))


@callback
def async_add_workers(
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
    entities: Callable[[Hub, HubWorker], Iterable[Entity]],
) -> None:
    """Add the entities of every worker. Another worker is another hub, which adds its own."""
    hub = entry.runtime_data
    for worker in hub.workers.all.values():
        subentry_id = worker.further.subentry_id if worker.further else None
        async_add_entities(entities(hub, worker), config_subentry_id=subentry_id)


def _bracketed(host: str) -> str:
    """Return a host as it stands in an address."""
    return f"[{host}]" if ":" in host else host


@callback
def entities_of_kind(hass: HomeAssistant, domain: str, kind: str, entity_ids: set[str]) -> set[str]:
    """Return those entities that are of this integration, a domain and a translation key."""
    registry = er.async_get(hass)
    return {
        entity_id
        for entity_id in entity_ids
        if (entry := registry.async_get(entity_id))
        and (entry.platform, entry.domain, entry.translation_key) == (DOMAIN, domain, kind)
    }


class StateThrottle:
    """When a number that moves all the time is worth a new state: each one is a row in Home Assistant's database."""

    def __init__(self, step: float, least_held: timedelta = timedelta(0)) -> None:
        """Take by which part of itself the number has to change, and for how long one stays even then."""
        self._step = step
        self._least_held = least_held
        self._shown: object = None
        self._since: datetime | None = None

    def due(self, value: object) -> bool:
        """Return whether this value is to be shown now; it counts as shown then."""
        now = dt_util.utcnow()
        if self._since is not None:
            held = abs(now - self._since)
            # What is not known any more, or for the first time, is news at any time.
            moves = isinstance(value, int | float) and isinstance(self._shown, int | float)
            if (held < LONGEST_HELD and self._is_near(value)) or (moves and held < self._least_held):
                return False
        self._shown, self._since = value, now
        return True

    def _is_near(self, value: object) -> bool:
        if isinstance(value, int | float) and isinstance(self._shown, int | float):
            return abs(value - self._shown) < self._step * abs(self._shown) or value == self._shown
        return value == self._shown


class TokenRenewal:
    """When the token in a picture's address is renewed: each renewal is a row in Home Assistant's database.

    While somebody looks, every time that Home Assistant wants it, which is every five minutes; else every hour.
    """

    def __init__(self) -> None:
        self._used = False
        self._since: datetime | None = None

    def used(self) -> None:
        """Say that somebody looked."""
        self._used = True

    def due(self) -> bool:
        """Return whether the token is to be renewed now; it counts as renewed then."""
        now = dt_util.utcnow()
        if self._since is not None and not self._used and abs(now - self._since) < LONGEST_HELD:
            return False
        self._used, self._since = False, now
        return True


class HubDeviceEntity(Entity):
    """An entity on the hub's device; it writes its state whenever anything of the hub has changed."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, hub: Hub, description: EntityDescription) -> None:
        self.hub = hub
        self.entity_description = description
        self._attr_unique_id = f"{hub.entry.entry_id}_{description.key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, hub.entry.entry_id)},
            entry_type=DeviceEntryType.SERVICE,
            manufacturer=MANUFACTURER,
            model="Hub",
            name=hub.entry.title,
            sw_version=VERSION,
            configuration_url=PANEL,
        )

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the hub."""
        await super().async_added_to_hass()
        self.async_on_remove(self.hub.changes.subscribe(self._async_hub_changed))

    @callback
    def _async_hub_changed(self) -> None:
        """Show the hub's new state."""
        self.async_write_ha_state()


class WorkerDeviceEntity(HubDeviceEntity):
    """An entity of one worker: of the first on the hub's device, of a further one on a device of its own."""

    def __init__(self, hub: Hub, worker: HubWorker, description: EntityDescription) -> None:
        super().__init__(hub, description)
        self.worker = worker
        if worker.further is not None:
            self._attr_unique_id = f"{worker.further.subentry_id}_{description.key}"
            self._attr_device_info = DeviceInfo(
                identifiers={(DOMAIN, worker.further.subentry_id)},
                entry_type=DeviceEntryType.SERVICE,
                manufacturer=MANUFACTURER,
                model="Worker",
                name=worker.further.name,
                configuration_url=PANEL,
                via_device_id=async_register_hub_device(hub.hass, hub.entry),
            )


class CameraDeviceEntity(Entity):
    """An entity on a camera's device; it writes its state whenever anything of that camera has changed."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, hub: Hub, camera: CameraRuntime, description: EntityDescription) -> None:
        self.hub = hub
        self.camera = camera
        self.entity_description = description
        self._attr_unique_id = f"{camera.camera_id}_{description.key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, camera.camera_id)},
            manufacturer=MANUFACTURER,
            model="RTSP camera",
            name=camera.name,
            sw_version=VERSION,
            serial_number=camera.config.serial,
            configuration_url=f"http://{_bracketed(camera.source.host)}/",
            via_device_id=async_register_hub_device(hub.hass, hub.entry),
        )

    @property
    def camera_state(self) -> CameraState:
        """What is known of the camera now."""
        return self.camera.state

    @override
    async def async_added_to_hass(self) -> None:
        await super().async_added_to_hass()
        self.async_on_remove(self.camera.changes.subscribe(self._async_camera_changed))

    @callback
    def _async_camera_changed(self) -> None:
        """Show the camera's new state."""
        self.async_write_ha_state()

    def redact(self, text: str | None) -> str | None:
        """Return an error text without this camera's credentials, whoever wrote it."""
        if text is None:
            return None
        text = self.camera.source.redact(text)
        return self.camera.sub_source.redact(text) if self.camera.sub_source else text


def zone_unique_id(camera_id: str, zone_id: str) -> str:
    """Return the unique id of a zone's entities, of which each platform has one."""
    return f"{camera_id}_{_zone_key(zone_id)}"


def _zone_key(zone_id: str) -> str:
    return f"zone_{zone_id}"


class ZoneEntity(CameraDeviceEntity):
    """An entity of one zone, which has the zone's name in its own."""

    def __init__(self, hub: Hub, camera: CameraRuntime, zone: CameraZone, description: EntityDescription) -> None:
        super().__init__(hub, camera, description)
        self.zone_id = zone.id
        self._attr_unique_id = zone_unique_id(camera.camera_id, zone.id)
        self._attr_translation_placeholders = {"zone": zone.name}

    @property
    def zone(self) -> CameraZone | None:
        """The zone as it is now; None once it was removed."""
        return next((zone for zone in self.camera.zones if zone.id == self.zone_id), None)

    @property
    def zone_persons(self) -> int | None:
        """How many persons are in the zone; None where that is not known."""
        return self.camera_state.zones.get(self.zone_id) if self.camera_state.watching else None

    @override
    @callback
    def _async_camera_changed(self) -> None:
        if self.zone is not None and self._attr_translation_placeholders["zone"] != self.zone.name:
            self._attr_translation_placeholders = {"zone": self.zone.name}
            self.__dict__.pop("name", None)  # Home Assistant has cached it
            er.async_get(self.hub.hass).async_update_entity(self.entity_id, original_name=str(self.name))
        super()._async_camera_changed()


def line_unique_id(camera_id: str, line_id: str) -> str:
    """Return the unique id of a line's entities; those that count have the direction behind it."""
    return f"{camera_id}_line_{line_id}"


class LineEntity(CameraDeviceEntity):
    """An entity of one line, which has the line's name in its own. A line of another name is another line."""

    def __init__(self, hub: Hub, camera: CameraRuntime, line: CameraLine, description: EntityDescription) -> None:
        super().__init__(hub, camera, description)
        self.line_id = line.id
        self._attr_unique_id = line_unique_id(camera.camera_id, line.id)
        self._attr_translation_placeholders = {"line": line.name}


@callback
def async_follow_zones(
    hub: Hub, platform: Platform, add: Callable[[CameraRuntime, list[CameraZone]], None]
) -> Callable[[], None]:
    """Call `add` with every zone that there is or comes, and forget this platform's entities of those that go.

    Returns what ends it.
    """
    return _follow(hub, platform, add, lambda camera: camera.zones, _PartIds(zone_unique_id))


@callback
def async_follow_lines(
    hub: Hub,
    platform: Platform,
    add: Callable[[CameraRuntime, list[CameraLine]], None],
    endings: Collection[str] = ("",),
) -> Callable[[], None]:
    """Do the same with lines; `endings` are what stands behind the unique ids of the entities of one."""
    return _follow(hub, platform, add, lambda camera: camera.lines, _PartIds(line_unique_id, endings))


@dataclass(frozen=True, slots=True)
class _PartIds:
    """The unique ids of the entities of a zone or line that a platform has."""

    beginning: Callable[[str, str], str]
    endings: Collection[str] = ("",)

    def of(self, camera_id: str, part_id: str) -> list[str]:
        return [self.beginning(camera_id, part_id) + ending for ending in self.endings]


@callback
def _follow[Part: (CameraZone, CameraLine)](
    hub: Hub,
    platform: Platform,
    add: Callable[[CameraRuntime, list[Part]], None],
    parts_of: Callable[[CameraRuntime], tuple[Part, ...]],
    ids: _PartIds,
) -> Callable[[], None]:
    registry = er.async_get(hub.hass)
    known: dict[str, tuple[Part, ...]] = {}

    @callback
    def sync() -> None:
        for camera_id, camera in hub.cameras.items():
            before, parts = known.get(camera_id, ()), parts_of(camera)
            if parts is not before:
                known[camera_id] = parts
                kept = {part.id for part in parts}
                there = {part.id for part in before}
                for gone in there - kept:
                    for unique_id in ids.of(camera_id, gone):
                        _forget(registry, platform, unique_id)
                if new := [part for part in parts if part.id not in there]:
                    add(camera, new)
        for camera_id in known.keys() - hub.cameras.keys():
            del known[camera_id]  # its entities went with its subentry

    prefixes = tuple(ids.beginning(camera_id, "") for camera_id in hub.cameras)
    ours = {
        unique_id
        for camera in hub.cameras.values()
        for part in parts_of(camera)
        for unique_id in ids.of(camera.camera_id, part.id)
    }
    # Those of parts that went while the hub was not loaded.
    for entity in er.async_entries_for_config_entry(registry, hub.entry.entry_id):
        if entity.domain == platform and entity.unique_id.startswith(prefixes) and entity.unique_id not in ours:
            registry.async_remove(entity.entity_id)
    sync()
    return hub.changes.subscribe(sync)


@callback
def _forget(registry: er.EntityRegistry, platform: Platform, unique_id: str) -> None:
    if entity_id := registry.async_get_entity_id(platform, DOMAIN, unique_id):
        registry.async_remove(entity_id)
