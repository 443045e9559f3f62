"""What all steps of the hub's flow share: a form until it is right, and a section that is kept."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import probatio
from homeassistant.config_entries import SOURCE_RECONFIGURE, ConfigEntry, ConfigFlow, ConfigFlowResult
from homeassistant.const import CONF_PASSWORD, CONF_TOKEN

from ..error_texts import async_fill
from ..user_input import InputError


class SectionSteps(ConfigFlow):
    """Ask for the sections of the hub's settings, of which each step asks one."""

    def __init__(self) -> None:
        self._data: dict[str, Any] = {}

    def _stored(self, section: str) -> Mapping[str, Any]:
        """Return what the section of the entry is now, while it is being changed."""
        if self.source != SOURCE_RECONFIGURE:
            return {}
        stored: Mapping[str, Any] = self._get_reconfigure_entry().data[section]
        return stored

    async def _keep(
        self, section: str, values: Mapping[str, Any], go_on: Callable[[], Awaitable[ConfigFlowResult]]
    ) -> ConfigFlowResult:
        """Keep a section that was found good: for the new entry, or in the one that is being changed."""
        if self.source == SOURCE_RECONFIGURE:
            # The reason is given because Home Assistant's own text for it is not there in Chinese.
            return self.async_update_and_abort(
                self._get_reconfigure_entry(),
                data_updates={**self._data, section: values},
                reason="reconfigure_successful",
            )
        self._data[section] = values
        return await go_on()

    async def _step(
        self,
        step_id: str,
        schema: probatio.Schema,
        stored: Mapping[str, Any],
        user_input: dict[str, Any] | None,
        check: Callable[[dict[str, Any]], Awaitable[ConfigFlowResult]],
        *,
        placeholders: Mapping[str, str] | None = None,
    ) -> ConfigFlowResult:
        """Show a form until what it holds passes the check. Stored passwords and tokens are never shown."""
        errors: dict[str, str] = {}
        error_placeholders: dict[str, str] = {}
        if user_input is not None:
            try:
                return await check(user_input)
            except InputError as error:
                shows = any(str(key) == error.field for key in schema.schema)
                errors[error.field if shows else "base"] = error.key  # what a form does not have, it shows at its top
                error_placeholders = await async_fill(self.hass, error.placeholders)
            shown: Mapping[str, Any] = user_input
        else:
            shown = {key: value for key, value in stored.items() if key not in {CONF_PASSWORD, CONF_TOKEN}}
        return self.async_show_form(
            step_id=step_id,
            data_schema=self.add_suggested_values_to_schema(schema, shown),
            errors=errors,
            description_placeholders={**(placeholders or {}), **error_placeholders},
        )

    def _hub(self) -> ConfigEntry | None:
        """Return the hub's entry, if there is one."""
        return next(iter(self._async_current_entries(include_ignore=False)), None)
