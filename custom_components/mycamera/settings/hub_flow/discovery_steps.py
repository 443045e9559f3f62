"""Workers that tell of themselves: by the Supervisor, or in the network."""

from contextlib import suppress
from typing import Any, override

import probatio
from homeassistant.config_entries import (
    DEFAULT_DISCOVERY_UNIQUE_ID,
    SOURCE_IGNORE,
    ConfigEntry,
    ConfigFlowResult,
    ConfigSubentry,
)
from homeassistant.const import CONF_URL
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.zeroconf import ZeroconfServiceInfo

from ...const import (
    CONF_DATABASE,
    CONF_DATABASE_TYPE,
    CONF_FINGERPRINT,
    CONF_MODELS,
    CONF_RECORDINGS_PATH,
    CONF_SNAPSHOTS_PATH,
    CONF_STORAGE,
    CONF_WORKER,
    CONF_WORKER_PYTHON,
    DATABASE_SQLITE,
    SUBENTRY_WORKER,
)
from ..database_checks import check_database
from ..discovered_worker import AnnouncedWorker, read_announced_worker, read_discovered_worker
from ..hub_forms import PAIRING_SCHEMA, usual_models
from ..remote_worker import CONF_CODE, endpoint_of, section_of
from ..storage_checks import check_storage, default_storage
from ..user_input import MAX_TOKEN_LENGTH, InputError, clean_models, clean_storage_rules, clean_text
from ..worker_checks import check_remote_worker, pair_worker
from .storage_steps import StorageSteps


def _further(entry: ConfigEntry, key: str, value: str) -> ConfigSubentry | None:
    """Return the worker beside the hub's own of which the section says this."""
    workers = entry.get_subentries_of_type(SUBENTRY_WORKER)
    return next((worker for worker in workers if worker.data.get(key) == value), None)


class DiscoverySteps(StorageSteps):
    """Take a worker that was found, for a new hub or for the one there is."""

    def __init__(self) -> None:
        super().__init__()
        self._discovered: dict[str, Any] = {}
        """The worker's section that an app announced."""
        self._app_name = ""
        self._announced: AnnouncedWorker
        """The worker that was found in the network."""

    @override
    async def async_step_hassio(self, discovery_info: HassioServiceInfo) -> ConfigFlowResult:
        """Take what the app tells by the Supervisor: a worker, for a new hub or for the one there is."""
        try:
            self._discovered = read_discovered_worker(discovery_info.config)
        except InputError:
            return self.async_abort(reason="worker_not_understood")
        self._app_name = discovery_info.name
        self.context["title_placeholders"] = {"name": discovery_info.name}
        # The hub's entry shall not bear the announcement's id: Home Assistant would remove it together with the app.
        await self.async_set_unique_id(DEFAULT_DISCOVERY_UNIQUE_ID)
        entry = self._hub()
        stored = entry.data[CONF_WORKER] if entry else {}
        if entry and _further(entry, CONF_URL, self._discovered[CONF_URL]):
            return self.async_abort(reason="already_configured")
        if entry and stored.get(CONF_URL) == self._discovered[CONF_URL]:
            if stored != self._discovered:  # installed anew, it has made another token
                return self.async_update_and_abort(
                    entry, data_updates={CONF_WORKER: self._discovered}, reason="already_configured"
                )
            return self.async_abort(reason="already_configured")
        if any(other.source == SOURCE_IGNORE for other in self._async_current_entries(include_ignore=True)):
            return self.async_abort(reason="already_configured")  # the user wants to hear no more of it
        return await (self.async_step_hassio_use() if entry else self.async_step_hassio_new())

    async def async_step_hassio_new(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Set up the hub with the app's worker and what is usual elsewhere; ask only for what has no usual."""

        async def check(_values: dict[str, Any]) -> ConfigFlowResult:
            await self._check_discovered()
            return await self._new_hub(self._discovered)

        return await self._step(
            "hassio_new", probatio.Schema({}), {}, user_input, check, placeholders={"app": self._app_name}
        )

    async def _new_hub(self, worker: dict[str, Any]) -> ConfigFlowResult:
        """Set up the hub with a worker; use the usual folders where there are such that can be used, else ask."""
        database = {CONF_DATABASE_TYPE: DATABASE_SQLITE}
        await check_database(self.hass, database)
        self._data[CONF_DATABASE] = database
        self._data[CONF_WORKER] = worker
        self._data[CONF_MODELS] = clean_models(usual_models())
        if folder := await self.hass.async_add_executor_job(default_storage, self.hass):
            rules = clean_storage_rules({})
            paths = {
                CONF_RECORDINGS_PATH: str(folder / "recordings"),
                CONF_SNAPSHOTS_PATH: str(folder / "snapshots"),
            }
            try:
                section = {**await check_storage(self.hass, paths, "", rules), **rules}
            except InputError:
                return await self.async_step_storage()
            return await self._keep(CONF_STORAGE, section, self._after_storage)
        return await self.async_step_storage()

    async def async_step_hassio_use(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Have the hub use the app's worker instead of the one it is set to."""
        entry = self._hub()
        if entry is None:
            return self.async_abort(reason="worker_not_understood")
        stored = entry.data[CONF_WORKER]

        async def check(_values: dict[str, Any]) -> ConfigFlowResult:
            await self._check_discovered()
            return self.async_update_and_abort(
                entry, data_updates={CONF_WORKER: self._discovered}, reason="worker_changed"
            )

        placeholders = {
            "app": self._app_name,
            "worker": stored.get(CONF_URL) or stored.get(CONF_WORKER_PYTHON) or "–",
        }
        return await self._step("hassio_use", probatio.Schema({}), {}, user_input, check, placeholders=placeholders)

    async def _check_discovered(self) -> None:
        """Greet the announced worker. Raises InputError."""
        await check_remote_worker(self.hass, endpoint_of(self._discovered))

    @override
    async def async_step_zeroconf(self, discovery_info: ZeroconfServiceInfo) -> ConfigFlowResult:
        """Offer to pair with a worker in the network; follow the one that is paired with to its new address."""
        try:
            self._announced = read_announced_worker(discovery_info)
        except InputError:
            return self.async_abort(reason="worker_not_understood")
        await self.async_set_unique_id(self._announced.fingerprint)
        self._abort_if_unique_id_configured()  # the user wants to hear no more of it
        self.context["title_placeholders"] = {"name": self._announced.name}
        entry = self._hub()
        stored = entry.data[CONF_WORKER] if entry else {}
        if entry and (further := _further(entry, CONF_FINGERPRINT, self._announced.fingerprint)):
            moved = {**further.data, CONF_URL: self._announced.url}
            if moved != further.data:
                with suppress(InputError):  # as below
                    await check_remote_worker(self.hass, endpoint_of(moved))
                    self.hass.config_entries.async_update_subentry(entry, further, data=moved)
            return self.async_abort(reason="already_configured")
        if entry and stored.get(CONF_FINGERPRINT) == self._announced.fingerprint:
            moved = {**stored, CONF_URL: self._announced.url}
            if moved != stored:
                with suppress(InputError):  # anybody can announce this; only the worker itself has the certificate
                    await check_remote_worker(self.hass, endpoint_of(moved))
                    self.hass.config_entries.async_update_entry(entry, data={**entry.data, CONF_WORKER: moved})
            return self.async_abort(reason="already_configured")
        return await self.async_step_zeroconf_pair()

    async def async_step_zeroconf_pair(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Pair with the worker that was found: for the hub there is, or for a new one with what is usual elsewhere."""

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            code = clean_text(values, CONF_CODE, max_length=MAX_TOKEN_LENGTH)
            section = section_of(await pair_worker(self.hass, self._announced.url, code))
            if entry := self._hub():
                return self.async_update_and_abort(entry, data_updates={CONF_WORKER: section}, reason="worker_changed")
            await self.async_set_unique_id(None)  # the hub is not the worker that it was found by
            return await self._new_hub(section)

        placeholders = {"name": self._announced.name, "address": f"{self._announced.host}:{self._announced.port}"}
        return await self._step("zeroconf_pair", PAIRING_SCHEMA, {}, user_input, check, placeholders=placeholders)
