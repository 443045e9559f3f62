"""Whether the worker is as new as the integration. It is updated where it was installed, not from here."""

from __future__ import annotations

from typing import override

from homeassistant.components.update import UpdateEntity, UpdateEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import WorkerDeviceEntity, async_add_workers
from .hub.hub import MyCameraConfigEntry
from .worker.protocol.versions import VERSION

PARALLEL_UPDATES = 0

WORKER = UpdateEntityDescription(
    key="worker_update", translation_key="worker_update", entity_category=EntityCategory.DIAGNOSTIC
)


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the workers' updates."""
    async_add_workers(entry, async_add_entities, lambda hub, worker: (WorkerUpdate(hub, worker, WORKER),))


class WorkerUpdate(WorkerDeviceEntity, UpdateEntity):
    """On while the worker is older than the integration. Unknown until a worker was there."""

    _attr_latest_version = VERSION
    _attr_title = "MyCamera worker"

    @override
    @callback
    def _async_hub_changed(self) -> None:
        """Show the version on the worker's device, too, where it has one of its own."""
        if self.worker.further is not None and self.worker.version and self.device_entry is not None:
            dr.async_get(self.hass).async_update_device(self.device_entry.id, sw_version=self.worker.version)
        super()._async_hub_changed()

    @property
    @override
    def installed_version(self) -> str | None:
        """The version of the worker that was there last."""
        return self.worker.version
