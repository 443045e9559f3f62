"""The models: the last section, and the end of setting up."""

from typing import Any

from homeassistant.config_entries import ConfigFlowResult

from ...const import CONF_MODELS
from ..hub_forms import MODELS_SCHEMA
from ..user_input import clean_models
from ..worker_checks import check_ai_task
from .section_steps import SectionSteps


class ModelSteps(SectionSteps):
    """Choose the models; make the entry."""

    async def async_step_models(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Choose the models. The worker says later whether it can load them: that may take a download."""

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            section = clean_models(values)
            check_ai_task(self.hass, section)
            return await self._keep(CONF_MODELS, section, self._async_finish)

        return await self._step("models", MODELS_SCHEMA, self._stored(CONF_MODELS), user_input, check)

    async def _async_finish(self) -> ConfigFlowResult:
        if self._hub() is not None:  # two dialogues at once
            return self.async_abort(reason="single_instance_allowed")
        return self.async_create_entry(title="MyCamera", data=self._data)
