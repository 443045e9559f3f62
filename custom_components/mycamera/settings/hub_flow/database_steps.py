"""Which database, and what comes along when it becomes another."""

import asyncio
from typing import Any

from homeassistant.config_entries import SOURCE_RECONFIGURE, ConfigEntryState, ConfigFlowResult
from homeassistant.const import CONF_HOST, CONF_PASSWORD, CONF_PORT, CONF_USERNAME
from homeassistant.exceptions import HomeAssistantError

from ...const import CONF_DATABASE, CONF_DATABASE_TYPE, CONF_OTHER_DATABASE, DATABASE_MYSQL, DATABASE_SQLITE
from ..database import is_same_database
from ..database_checks import check_database
from ..error_texts import async_fill
from ..hub_forms import DATABASE_SCHEMA, MYSQL_SCHEMA
from ..user_input import clean_mysql
from .storage_steps import StorageSteps


class DatabaseSteps(StorageSteps):
    """Choose the database, and try it; move to another."""

    def __init__(self) -> None:
        super().__init__()
        self._new_database: dict[str, Any] = {}
        self._moving: asyncio.Task[dict[str, int]] | None = None

    async def async_step_database(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Choose a file or a server."""

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            if values[CONF_DATABASE_TYPE] == DATABASE_MYSQL:
                return await self.async_step_mysql()
            section = {CONF_DATABASE_TYPE: DATABASE_SQLITE}
            await check_database(self.hass, section)
            return await self._keep_database(section)

        return await self._step("database", DATABASE_SCHEMA, self._stored(CONF_DATABASE), user_input, check)

    async def async_step_mysql(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for the server, its database and the user there; nothing is kept that could not be opened."""
        stored = self._stored(CONF_DATABASE)

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            section = {CONF_DATABASE_TYPE: DATABASE_MYSQL, **clean_mysql(values)}
            same = all(section[key] == stored.get(key) for key in (CONF_HOST, CONF_PORT, CONF_USERNAME))
            if not section[CONF_PASSWORD] and same:  # a password is told to the server that it was entered for
                section[CONF_PASSWORD] = stored[CONF_PASSWORD]
            await check_database(self.hass, section)
            return await self._keep_database(section)

        return await self._step("mysql", MYSQL_SCHEMA, stored, user_input, check)

    async def _keep_database(self, section: dict[str, Any]) -> ConfigFlowResult:
        """Keep the database's section; where it is another database, ask whether what there is comes along."""
        if self.source == SOURCE_RECONFIGURE:
            entry = self._get_reconfigure_entry()
            if entry.state is ConfigEntryState.LOADED and not is_same_database(entry.data[CONF_DATABASE], section):
                self._new_database = section
                return await self.async_step_database_change()
        return await self._keep(CONF_DATABASE, section, self.async_step_storage)

    async def async_step_database_change(self, _user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask whether the history comes along."""
        return self.async_show_menu(
            step_id="database_change", menu_options=["database_move", "database_remember", "database_switch"]
        )

    async def async_step_database_switch(self, _user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Use the other database as it is."""
        return await self._keep(CONF_DATABASE, self._new_database, self.async_step_storage)

    async def async_step_database_remember(self, _user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Keep what was entered for the action that moves there, which is told no password."""
        entry = self._get_reconfigure_entry()
        options = {**entry.options, CONF_OTHER_DATABASE: self._new_database}
        self.hass.config_entries.async_update_entry(entry, options=options)
        return self.async_abort(reason="database_remembered")

    async def async_step_database_move(self, _user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Move everything to the other database, which goes on when the dialogue is closed."""
        if self._moving is None:
            owner = self._get_reconfigure_entry().runtime_data.database_owner
            self._moving = self.hass.async_create_task(
                owner.move(self._new_database, self.async_update_progress), "mycamera move database", eager_start=False
            )
        if not self._moving.done():
            return self.async_show_progress(
                step_id="database_move", progress_action="database_move", progress_task=self._moving
            )
        return self.async_show_progress_done(next_step_id="database_moved")

    async def async_step_database_moved(self, _user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Tell how it ended."""
        assert self._moving is not None  # noqa: S101 - the step before this one
        try:
            counts = await self._moving
        except HomeAssistantError as error:
            return self.async_abort(
                reason=error.translation_key or "move_failed",
                description_placeholders=await async_fill(self.hass, error.translation_placeholders or {}),
            )
        return self.async_abort(
            reason="database_moved",
            description_placeholders={
                "recordings": str(counts["record_log"]),
                "persons": str(counts["person_detection"]),
            },
        )
