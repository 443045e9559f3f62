"""The flow that sets up the hub: database, folders, worker and models, each tested before it is kept."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, override

import probatio
from homeassistant.config_entries import (
    DEFAULT_DISCOVERY_UNIQUE_ID,
    SOURCE_IGNORE,
    SOURCE_RECONFIGURE,
    SOURCE_USER,
    ConfigEntry,
    ConfigEntryState,
    ConfigFlow,
    ConfigFlowResult,
    ConfigSubentryFlow,
    FlowType,
    SubentryFlowContext,
)
from homeassistant.const import CONF_HOST, CONF_PASSWORD, CONF_PORT, CONF_TOKEN, CONF_URL, CONF_USERNAME
from homeassistant.core import callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.zeroconf import ZeroconfServiceInfo
from homeassistant.util.system_info import is_official_image

from .analysis.worker_client.handshake import Endpoint
from .const import (
    CONF_DATABASE,
    CONF_DATABASE_NAME,
    CONF_DATABASE_TYPE,
    CONF_FINGERPRINT,
    CONF_MODELS,
    CONF_OTHER_DATABASE,
    CONF_RECORDINGS_PATH,
    CONF_SNAPSHOTS_PATH,
    CONF_STORAGE,
    CONF_WORKER,
    CONF_WORKER_MODE,
    CONF_WORKER_PYTHON,
    DATABASE_MYSQL,
    DATABASE_SQLITE,
    DOMAIN,
    SUBENTRY_CAMERA,
    WORKER_MANAGED,
    WORKER_NONE,
    WORKER_REMOTE,
)
from .recording.archive.storage import StorageError, StorageRoot
from .settings.camera_flow import LOGIN_SCHEMA, CameraSubentryFlow, check_login
from .settings.checks import (
    check_ai_task,
    check_database,
    check_python,
    check_remote_worker,
    check_storage,
    default_storage,
    find_new_disks,
    pair_worker,
    suggest_pythons,
)
from .settings.database import is_same_database
from .settings.discovered_worker import AnnouncedWorker, read_announced_worker, read_discovered_worker
from .settings.entry_migration import ENTRY_MINOR_VERSION, ENTRY_VERSION
from .settings.error_texts import async_fill
from .settings.hub_forms import (
    DATABASE_SCHEMA,
    MODELS_SCHEMA,
    MYSQL_SCHEMA,
    PAIRING_SCHEMA,
    REAUTH_DATABASE_SCHEMA,
    REAUTH_WORKER_SCHEMA,
    REMOTE_SCHEMA,
    STORAGE_SCHEMA,
    WORKER_SCHEMA,
    managed_worker_schema,
)
from .settings.reauthentication import CAMERA, CONF_CAMERA_ID, CONF_REAUTH
from .settings.remote_worker import CONF_CODE, can_be_read_along, endpoint_of, section_of
from .settings.user_input import (
    MAX_TOKEN_LENGTH,
    InputError,
    clean_models,
    clean_mysql,
    clean_password,
    clean_storage_rules,
    clean_text,
    clean_worker_url,
)


class MyCameraConfigFlow(ConfigFlow, domain=DOMAIN):
    """Set up the hub, section by section; later each section can be changed alone."""

    VERSION = ENTRY_VERSION
    MINOR_VERSION = ENTRY_MINOR_VERSION

    def __init__(self) -> None:
        self._data: dict[str, Any] = {}
        self._new_database: dict[str, Any] = {}
        self._camera_id = ""
        self._discovered: dict[str, Any] = {}
        """The worker's section that an app announced."""
        self._app_name = ""
        self._announced: AnnouncedWorker
        """The worker that was found in the network."""
        self._unprotected: Endpoint
        """The worker whose connection others could read."""
        self._new_storage: dict[str, Any] = {}
        self._new_disks: list[StorageRoot] = []
        self._moving: asyncio.Task[dict[str, int]] | None = None

    @classmethod
    @callback
    @override
    def async_get_supported_subentry_types(cls, config_entry: ConfigEntry) -> dict[str, type[ConfigSubentryFlow]]:
        """Cameras are subentries."""
        return {SUBENTRY_CAMERA: CameraSubentryFlow}

    @override
    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Set up the hub: the database comes first."""
        # Not `single_config_entry` of the manifest: that would keep a worker that is found later from a hub there is.
        if self._async_current_entries():
            return self.async_abort(reason="single_instance_allowed")
        return await self.async_step_database()

    async def async_step_reconfigure(self, _user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Choose the section to change."""
        return self.async_show_menu(
            step_id="reconfigure", menu_options=[CONF_DATABASE, CONF_STORAGE, CONF_WORKER, CONF_MODELS]
        )

    # --- database ---

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
        """Say which server."""
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

    # --- storage ---

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
            placeholders={"served": ", ".join(served)},
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

    # --- worker ---

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
            url = clean_worker_url(values)
            if code := clean_text(values, CONF_CODE, required=False, max_length=MAX_TOKEN_LENGTH):
                return await self._keep_worker(section_of(await pair_worker(self.hass, url, code)))
            token = clean_text(values, CONF_TOKEN, required=False, max_length=MAX_TOKEN_LENGTH)
            known = endpoint_of(stored)
            # Elsewhere the token is not sent by itself, unless the certificate says that it is the same worker.
            pinned = known.fingerprint if url.startswith("wss:") else None
            if not token and (url == known.url or pinned):
                token = known.token
            if not token:
                raise InputError(CONF_TOKEN, "required")
            worker = Endpoint(url=url, token=token, fingerprint=pinned)
            if can_be_read_along(url) and url != known.url:  # of the one in use somebody has agreed to that
                self._unprotected = worker
                return await self.async_step_worker_unprotected()
            await check_remote_worker(self.hass, worker)
            return await self._keep_worker(section_of(worker))

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
        return await self._keep(CONF_MODELS, clean_models(MODELS_SCHEMA({})), self._async_finish)

    # --- a worker that an app announced ---

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
        self._data[CONF_MODELS] = clean_models(MODELS_SCHEMA({}))
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

    # --- a worker that announces itself in the network ---

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

    def _hub(self) -> ConfigEntry | None:
        """Return the hub's entry, if there is one."""
        return next(iter(self._async_current_entries(include_ignore=False)), None)

    async def _after_storage(self) -> ConfigFlowResult:
        """Go on with the worker, unless an app has announced one."""
        return await (self._async_finish() if CONF_WORKER in self._data else self.async_step_worker())

    # --- models ---

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

    @override
    async def async_on_create_entry(self, result: ConfigFlowResult) -> ConfigFlowResult:
        """Go on with the first camera."""
        subentry_result = await self.hass.config_entries.subentries.async_init(
            (result["result"].entry_id, SUBENTRY_CAMERA), context=SubentryFlowContext(source=SOURCE_USER)
        )
        result["next_flow"] = (FlowType.CONFIG_SUBENTRIES_FLOW, subentry_result["flow_id"])
        return result

    # --- refused credentials ---

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

    # --- what all steps share ---

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
