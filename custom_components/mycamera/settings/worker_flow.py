"""The flow that adds a worker beside the hub's own, or changes it, after really greeting it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import probatio
from homeassistant.config_entries import SOURCE_RECONFIGURE, ConfigSubentryFlow, SubentryFlowResult
from homeassistant.const import CONF_NAME, CONF_TOKEN, CONF_URL

from ..analysis.worker_client.handshake import Endpoint
from ..const import CONF_WORKER, SUBENTRY_WORKER
from .error_texts import async_fill
from .hub_forms import FURTHER_WORKER_SCHEMA
from .remote_worker import section_of
from .user_input import InputError, clean_text
from .worker_checks import check_remote_worker, enter_worker

MAX_NAME_LENGTH = 64


class WorkerSubentryFlow(ConfigSubentryFlow):
    """Add or change a worker on another machine."""

    def __init__(self) -> None:
        self._name = ""
        self._unprotected: Endpoint
        """The worker whose connection others could read."""

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say where a further worker listens."""

        async def check(values: dict[str, Any]) -> SubentryFlowResult:
            return await self._enter(values, {})

        return await self._step("user", FURTHER_WORKER_SCHEMA, {}, user_input, check)

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say where it listens now. Its token is never shown; left empty, it stays as it is."""
        subentry = self._get_reconfigure_subentry()

        async def check(values: dict[str, Any]) -> SubentryFlowResult:
            return await self._enter(values, subentry.data)

        shown = {CONF_NAME: subentry.title, CONF_URL: subentry.data[CONF_URL]}
        return await self._step("reconfigure", FURTHER_WORKER_SCHEMA, shown, user_input, check)

    async def async_step_unprotected(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask before anything is sent that others in the network can read."""
        worker = self._unprotected

        async def check(_values: dict[str, Any]) -> SubentryFlowResult:
            await check_remote_worker(self.hass, worker)
            return self._keep(worker)

        return await self._step(
            "unprotected", probatio.Schema({}), {}, user_input, check, placeholders={CONF_URL: worker.url}
        )

    async def _enter(self, values: dict[str, Any], stored: Mapping[str, Any]) -> SubentryFlowResult:
        self._name = clean_text(values, CONF_NAME, max_length=MAX_NAME_LENGTH)
        worker, tried = await enter_worker(self.hass, values, stored)
        self._refuse_duplicate(worker)
        if tried:
            return self._keep(worker)
        self._unprotected = worker
        return await self.async_step_unprotected()

    def _refuse_duplicate(self, worker: Endpoint) -> None:
        entry = self._get_entry()
        changed = self._get_reconfigure_subentry().subentry_id if self.source == SOURCE_RECONFIGURE else None
        others = [
            (subentry.title, subentry.data)
            for subentry in entry.get_subentries_of_type(SUBENTRY_WORKER)
            if subentry.subentry_id != changed
        ]
        for name, section in ((entry.title, entry.data[CONF_WORKER]), *others):
            if section.get(CONF_URL) == worker.url:
                raise InputError(CONF_URL, "worker_already_there", name=name)

    def _keep(self, worker: Endpoint) -> SubentryFlowResult:
        section = section_of(worker)
        if self.source == SOURCE_RECONFIGURE:
            return self.async_update_and_abort(
                self._get_entry(),
                self._get_reconfigure_subentry(),
                title=self._name,
                data=section,
                reason="reconfigure_successful",
            )
        return self.async_create_entry(title=self._name, data=section)

    async def _step(
        self,
        step_id: str,
        schema: probatio.Schema,
        shown: Mapping[str, Any],
        user_input: dict[str, Any] | None,
        check: Callable[[dict[str, Any]], Awaitable[SubentryFlowResult]],
        *,
        placeholders: Mapping[str, str] | None = None,
    ) -> SubentryFlowResult:
        """Show a form until what it holds passes the check."""
        errors: dict[str, str] = {}
        error_placeholders: dict[str, str] = {}
        if user_input is not None:
            try:
                return await check(user_input)
            except InputError as error:
                shows = any(str(key) == error.field for key in schema.schema)
                errors[error.field if shows else "base"] = error.key  # what a form does not have, it shows at its top
                error_placeholders = await async_fill(self.hass, error.placeholders)
            shown = {key: value for key, value in user_input.items() if key != CONF_TOKEN}
        return self.async_show_form(
            step_id=step_id,
            data_schema=self.add_suggested_values_to_schema(schema, shown),
            errors=errors,
            description_placeholders={**(placeholders or {}), **error_placeholders},
        )
