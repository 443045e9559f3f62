"""Where recordings and pictures are kept."""

from typing import Any

import probatio
from homeassistant.config_entries import SOURCE_RECONFIGURE, ConfigEntryState, ConfigFlowResult
from homeassistant.core import callback

from ...const import CONF_RECORDINGS_PATH, CONF_SNAPSHOTS_PATH, CONF_STORAGE
from ...recording.archive.storage import StorageError, StorageRoot
from ..error_texts import async_fill
from ..hub_forms import STORAGE_SCHEMA
from ..storage_checks import check_storage, default_storage, find_new_disks
from ..user_input import clean_storage_rules
from .worker_steps import WorkerSteps


class StorageSteps(WorkerSteps):
    """Choose the folders, and try them."""

    def __init__(self) -> None:
        super().__init__()
        self._new_storage: dict[str, Any] = {}
        self._new_disks: list[StorageRoot] = []

    async def async_step_storage(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Choose the folders."""
        owner = self._get_reconfigure_entry().entry_id if self.source == SOURCE_RECONFIGURE else ""
        usual: dict[str, Any] = {}
        if folder := await self.hass.async_add_executor_job(default_storage, self.hass):
            usual = {
                CONF_RECORDINGS_PATH: str(folder / "recordings"),
                CONF_SNAPSHOTS_PATH: str(folder / "snapshots"),
            }

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            rules = clean_storage_rules(values)
            section = {**await check_storage(self.hass, values, owner, rules), **rules}
            if self.source == SOURCE_RECONFIGURE:
                self._new_disks = await find_new_disks(section, owner, self._known_folders())
                if self._new_disks:
                    self._new_storage = section
                    return await self.async_step_storage_new_disk()
            return await self._keep(CONF_STORAGE, section, self._after_storage)

        served = sorted({*self.hass.config.media_dirs.values(), self.hass.config.path("www")})
        return await self._step(
            "storage",
            STORAGE_SCHEMA,
            {**usual, **self._stored(CONF_STORAGE)},
            user_input,
            check,
            placeholders={"served": ", ".join(served), "configuration": self.hass.config.config_dir},
        )

    @callback
    def _known_folders(self) -> list[str]:
        """Return the folders that this hub has used: those that it is set to, and those that it remembers."""
        entry = self._get_reconfigure_entry()
        stored = entry.data[CONF_STORAGE]
        known: list[str] = [stored[CONF_RECORDINGS_PATH], stored[CONF_SNAPSHOTS_PATH]]
        if entry.state is ConfigEntryState.LOADED:
            known += entry.runtime_data.storage.known_folders
        return known

    async def async_step_storage_new_disk(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask whether a folder that was in use before and bears no mark now is a new disk."""
        if user_input is None:
            return self.async_show_form(
                step_id="storage_new_disk",
                data_schema=probatio.Schema({}),
                description_placeholders={"paths": ", ".join(str(root.path) for root in self._new_disks)},
            )
        try:
            for root in self._new_disks:
                await root.prepare()
        except StorageError as error:
            placeholders = await async_fill(self.hass, {"error": str(error)})
            return self.async_abort(reason="storage_unusable", description_placeholders=placeholders)
        return await self._keep(CONF_STORAGE, self._new_storage, self._after_storage)
