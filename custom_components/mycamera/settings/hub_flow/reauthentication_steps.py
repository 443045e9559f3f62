"""Credentials that are refused by now."""

from collections.abc import Mapping
from typing import Any

from homeassistant.config_entries import ConfigFlowResult
from homeassistant.const import CONF_HOST, CONF_PASSWORD, CONF_TOKEN, CONF_URL, CONF_USERNAME

from ...const import (
    CONF_DATABASE,
    CONF_DATABASE_NAME,
    CONF_DATABASE_TYPE,
    CONF_FINGERPRINT,
    CONF_WORKER,
    DATABASE_MYSQL,
)
from ..camera_flow import check_login
from ..camera_forms import LOGIN_SCHEMA
from ..database_checks import check_database
from ..hub_forms import PAIRING_SCHEMA, REAUTH_DATABASE_SCHEMA, REAUTH_WORKER_SCHEMA
from ..reauthentication import CAMERA, CONF_CAMERA_ID, CONF_REAUTH
from ..remote_worker import CONF_CODE, endpoint_of, section_of
from ..user_input import MAX_TOKEN_LENGTH, InputError, clean_password, clean_text
from ..worker_checks import check_remote_worker, pair_worker
from .section_steps import SectionSteps


class ReauthenticationSteps(SectionSteps):
    """Ask for the credentials of database, worker or camera anew."""

    def __init__(self) -> None:
        super().__init__()
        self._camera_id = ""

    async def async_step_reauth(self, entry_data: Mapping[str, Any]) -> ConfigFlowResult:
        """Ask for the credentials that are refused; who asked for it may say which, otherwise the database is tried."""
        database = entry_data[CONF_DATABASE]
        refused = entry_data.get(CONF_REAUTH) or CONF_WORKER
        if CONF_REAUTH not in entry_data and database[CONF_DATABASE_TYPE] == DATABASE_MYSQL:
            try:
                await check_database(self.hass, database)
            except InputError as error:
                refused = CONF_DATABASE if error.key == "invalid_auth" else CONF_WORKER
        if refused == CONF_DATABASE:
            return await self.async_step_reauth_database()
        if refused == CAMERA:
            self._camera_id = entry_data[CONF_CAMERA_ID]
            return await self.async_step_reauth_camera()
        return await self.async_step_reauth_worker()

    async def async_step_reauth_database(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for the database's user and password."""
        entry = self._get_reauth_entry()
        stored = entry.data[CONF_DATABASE]

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            credentials = {
                CONF_USERNAME: clean_text(values, CONF_USERNAME),
                CONF_PASSWORD: clean_password(values),
            }
            section = {**stored, **credentials}
            await check_database(self.hass, section)
            return self.async_update_and_abort(entry, data_updates={CONF_DATABASE: section}, reason="reauth_successful")

        placeholders = {CONF_HOST: stored[CONF_HOST], "database": stored[CONF_DATABASE_NAME]}
        return await self._step(
            "reauth_database", REAUTH_DATABASE_SCHEMA, stored, user_input, check, placeholders=placeholders
        )

    async def async_step_reauth_camera(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for a camera's user and password."""
        entry = self._get_reauth_entry()
        camera = entry.subentries.get(self._camera_id)
        if camera is None:
            return self.async_abort(reason="camera_removed")

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            data = await check_login(self.hass, camera.data, values)
            self.hass.config_entries.async_update_subentry(entry, camera, data=data)
            return self.async_abort(reason="reauth_successful")

        return await self._step(
            "reauth_camera", LOGIN_SCHEMA, camera.data, user_input, check, placeholders={"name": camera.title}
        )

    async def async_step_reauth_worker(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for the worker's token; one that was paired with, is paired with anew."""
        entry = self._get_reauth_entry()
        stored = entry.data[CONF_WORKER]
        if CONF_FINGERPRINT in stored:
            return await self.async_step_reauth_pairing()

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            token = clean_text(values, CONF_TOKEN, max_length=MAX_TOKEN_LENGTH)
            await check_remote_worker(self.hass, endpoint_of({**stored, CONF_TOKEN: token}))
            return self.async_update_and_abort(
                entry, data_updates={CONF_WORKER: {**stored, CONF_TOKEN: token}}, reason="reauth_successful"
            )

        return await self._step(
            "reauth_worker",
            REAUTH_WORKER_SCHEMA,
            {},
            user_input,
            check,
            placeholders={CONF_URL: stored[CONF_URL]},
        )

    async def async_step_reauth_pairing(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for the code that a worker shows which is another than it was, or has another token."""
        entry = self._get_reauth_entry()
        stored = entry.data[CONF_WORKER]

        async def check(values: dict[str, Any]) -> ConfigFlowResult:
            code = clean_text(values, CONF_CODE, max_length=MAX_TOKEN_LENGTH)
            paired = section_of(await pair_worker(self.hass, stored[CONF_URL], code))
            return self.async_update_and_abort(
                entry, data_updates={CONF_WORKER: {**stored, **paired}}, reason="reauth_successful"
            )

        placeholders = {CONF_URL: stored[CONF_URL]}
        return await self._step("reauth_pairing", PAIRING_SCHEMA, {}, user_input, check, placeholders=placeholders)
