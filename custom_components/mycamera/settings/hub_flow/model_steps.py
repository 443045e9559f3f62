"""The models: the last section, and the end of setting up."""

from typing import Any

from homeassistant.config_entries import ConfigFlowResult

from ...const import CONF_CAPTIONS, CONF_MODELS
from ..hub_forms import DESCRIPTIONS_SCHEMA, MODELS_SCHEMA
from ..user_input import clean_models
from ..worker_checks import check_ai_task
from .section_steps import SectionSteps


class ModelSteps(SectionSteps):
    """Choose the models, and those of descriptions only where there are to be any; make the entry."""

    def __init__(self) -> None:
        super().__init__()
        self._models: dict[str, Any] = {}
        """What was entered in the first of the two forms."""

    async def async_step_models(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Choose the detector. The worker says later whether it can load it: that may take a download."""
        stored = self._stored(CONF_MODELS)

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            # What was said of descriptions stays while there are none.
            kept = {key: stored[key] for key in map(str, DESCRIPTIONS_SCHEMA.schema) if key in stored}
            section = clean_models({**DESCRIPTIONS_SCHEMA({}), **kept, **values, CONF_CAPTIONS: False})
            if not values[CONF_CAPTIONS]:
                return await self._keep(CONF_MODELS, section, self._async_finish)
            self._models = values
            return await self.async_step_descriptions()

        return await self._step("models", MODELS_SCHEMA, stored, user_input, check)

    async def async_step_descriptions(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Choose who describes people, and how."""

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            section = clean_models({**self._models, **values})
            check_ai_task(self.hass, section)
            return await self._keep(CONF_MODELS, section, self._async_finish)

        return await self._step("descriptions", DESCRIPTIONS_SCHEMA, self._stored(CONF_MODELS), user_input, check)

    async def _async_finish(self) -> ConfigFlowResult:
        if self._hub() is not None:  # two dialogues at once
            return self.async_abort(reason="single_instance_allowed")
        return self.async_create_entry(title="MyCamera", data=self._data)
