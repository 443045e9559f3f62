"""Where the analysis runs."""

from typing import Any

import probatio
from homeassistant.config_entries import ConfigFlowResult
from homeassistant.const import CONF_URL
from homeassistant.util.system_info import is_official_image

from ...analysis.worker_client.handshake import Endpoint
from ...const import (
    CONF_MODELS,
    CONF_WORKER,
    CONF_WORKER_MODE,
    CONF_WORKER_PYTHON,
    WORKER_MANAGED,
    WORKER_NONE,
    WORKER_REMOTE,
)
from ..hub_forms import REMOTE_SCHEMA, WORKER_SCHEMA, managed_worker_schema, usual_models
from ..remote_worker import section_of
from ..user_input import clean_models
from ..worker_checks import check_python, check_remote_worker, enter_worker, suggest_pythons
from .model_steps import ModelSteps


class WorkerSteps(ModelSteps):
    """Choose the worker, and try it."""

    def __init__(self) -> None:
        super().__init__()
        self._unprotected: Endpoint
        """The worker whose connection others could read."""

    async def async_step_worker(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Choose where the analysis runs."""

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            if values[CONF_WORKER_MODE] == WORKER_MANAGED:
                return await self.async_step_worker_managed()
            if values[CONF_WORKER_MODE] == WORKER_REMOTE:
                return await self.async_step_worker_remote()
            return await self._keep(CONF_WORKER, {CONF_WORKER_MODE: WORKER_NONE}, self._without_worker)

        stored = self._stored(CONF_WORKER)
        if not stored and is_official_image():
            # The libraries of the worker do not exist for Home Assistant OS and Container.
            stored = {CONF_WORKER_MODE: WORKER_REMOTE}
        return await self._step("worker", WORKER_SCHEMA, stored, user_input, check)

    async def async_step_worker_managed(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say which Python on this machine runs the worker."""
        pythons = await self.hass.async_add_executor_job(suggest_pythons, self.hass)

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            section = {CONF_WORKER_MODE: WORKER_MANAGED, CONF_WORKER_PYTHON: await check_python(self.hass, values)}
            return await self._keep_worker(section)

        stored = {CONF_WORKER_PYTHON: pythons[0], **self._stored(CONF_WORKER)}
        return await self._step("worker_managed", managed_worker_schema(pythons), stored, user_input, check)

    async def async_step_worker_remote(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say where the worker listens."""
        stored = self._stored(CONF_WORKER)

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            worker, tried = await enter_worker(self.hass, values, stored)
            if tried:
                return await self._keep_worker(section_of(worker))
            self._unprotected = worker
            return await self.async_step_worker_unprotected()

        return await self._step("worker_remote", REMOTE_SCHEMA, stored, user_input, check)

    async def async_step_worker_unprotected(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask before anything is sent that others in the network can read."""
        worker = self._unprotected

        async def check(_values: dict[str, Any]) -> ConfigFlowResult:
            await check_remote_worker(self.hass, worker)
            return await self._keep_worker(section_of(worker))

        placeholders = {CONF_URL: worker.url}
        return await self._step(
            "worker_unprotected", probatio.Schema({}), {}, user_input, check, placeholders=placeholders
        )

    async def _keep_worker(self, section: dict[str, Any]) -> ConfigFlowResult:
        """Keep the worker's section; of the first worker it is asked which models it shall use, too."""
        if self._stored(CONF_WORKER).get(CONF_WORKER_MODE) == WORKER_NONE:
            self._data[CONF_WORKER] = section
            return await self.async_step_models()
        return await self._keep(CONF_WORKER, section, self.async_step_models)

    async def _without_worker(self) -> ConfigFlowResult:
        """End without asking for models, which only a worker could check; they are asked for when there is one."""
        return await self._keep(CONF_MODELS, clean_models(usual_models()), self._async_finish)

    async def _after_storage(self) -> ConfigFlowResult:
        """Go on with the worker, unless an app has announced one."""
        return await (self._async_finish() if CONF_WORKER in self._data else self.async_step_worker())
