"""The dialogues of repair issues that can be mended on the spot."""

from contextlib import suppress
from typing import Any

import probatio
from homeassistant.components.repairs import RepairsFlow, RepairsFlowResult
from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import CONF_USERNAME
from homeassistant.helpers.selector import SelectSelector, SelectSelectorConfig, SelectSelectorMode

from ..const import CONF_DETECTOR_MODEL, CONF_MODELS, CONF_PERSON_CLASSES
from ..recording.archive.storage import StorageError, StorageUnmarked
from ..recording.retention.guard import Doubt
from .camera_flow import check_login
from .camera_forms import LOGIN_SCHEMA
from .error_texts import async_fill, worded
from .user_input import InputError


class PersonClassRepairFlow(RepairsFlow):
    """Let the user say which of the classes that the detector knows are persons."""

    def __init__(self, entry_id: str, classes: list[str]) -> None:
        self._entry_id = entry_id
        self._classes = classes

    async def async_step_init(self, _user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Ask for the classes at once."""
        return await self.async_step_classes()

    async def async_step_classes(self, user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Choose among the classes; the hub takes the choice over at once."""
        entry = self.hass.config_entries.async_get_entry(self._entry_id)
        if entry is None:
            return self.async_abort(reason="entry_removed")
        models = entry.data[CONF_MODELS]
        errors = {}
        if user_input is not None:
            if chosen := user_input[CONF_PERSON_CLASSES]:
                data = {**entry.data, CONF_MODELS: {**models, CONF_PERSON_CLASSES: chosen}}
                self.hass.config_entries.async_update_entry(entry, data=data)
                return self.async_create_entry(data={})
            errors[CONF_PERSON_CLASSES] = "person_class_required"
        choice = SelectSelector(
            SelectSelectorConfig(options=self._classes, multiple=True, mode=SelectSelectorMode.DROPDOWN)
        )
        return self.async_show_form(
            step_id="classes",
            data_schema=probatio.Schema({probatio.Required(CONF_PERSON_CLASSES, default=[]): choice}),
            errors=errors,
            description_placeholders={"model": models[CONF_DETECTOR_MODEL]},
        )


class CameraLoginRepairFlow(RepairsFlow):
    """Let the user enter the login that a camera takes."""

    def __init__(self, entry_id: str, camera_id: str) -> None:
        self._entry_id = entry_id
        self._camera_id = camera_id

    async def async_step_init(self, _user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Ask for the login at once."""
        return await self.async_step_login()

    async def async_step_login(self, user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Ask until the camera takes it; the camera is recorded with it at once."""
        entry = self.hass.config_entries.async_get_entry(self._entry_id)
        if entry is None or (camera := entry.subentries.get(self._camera_id)) is None:
            return self.async_abort(reason="entry_removed")
        errors: dict[str, str] = {}
        placeholders: dict[str, str] = {}
        if user_input is not None:
            try:
                data = await check_login(self.hass, camera.data, user_input)
            except InputError as error:
                errors["base"] = error.key
                placeholders = await async_fill(self.hass, error.placeholders)
            else:
                self.hass.config_entries.async_update_subentry(entry, camera, data=data)
                return self.async_create_entry(data={})
        return self.async_show_form(
            step_id="login",
            data_schema=self.add_suggested_values_to_schema(
                LOGIN_SCHEMA, {CONF_USERNAME: (user_input or camera.data).get(CONF_USERNAME)}
            ),
            errors=errors,
            description_placeholders={"name": camera.title, **placeholders},
        )


class StorageRepairFlow(RepairsFlow):
    """Look at the folders again, and take a new disk into use where its user says that it is one."""

    def __init__(self, entry_id: str) -> None:
        self._entry_id = entry_id

    async def async_step_init(self, _user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Say what is wrong now; done where nothing is."""
        if (storage := self._storage()) is None:
            return self.async_abort(reason="not_loaded")
        problem = await storage.find_problem()
        if problem is None:
            return self.async_create_entry(data={})
        root, error = problem
        return self.async_show_form(
            step_id="new_disk" if isinstance(error, StorageUnmarked) else "init",
            data_schema=probatio.Schema({}),
            description_placeholders={"path": str(root.path), "error": worded(self.hass, str(error))},
        )

    async def async_step_new_disk(self, _user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Take it into use; what is still wrong then is shown."""
        if (storage := self._storage()) is None:
            return self.async_abort(reason="not_loaded")
        with suppress(StorageError):
            await storage.use_new_disk()
        return await self.async_step_init()

    def _storage(self) -> Any:
        entry = self.hass.config_entries.async_get_entry(self._entry_id)
        if entry is None or entry.state is not ConfigEntryState.LOADED:
            return None
        return entry.runtime_data.storage


class RetentionRepairFlow(RepairsFlow):
    """Let the user allow deletions that were held back, once."""

    def __init__(self, doubt: Doubt, data: dict[str, str | int | float | None]) -> None:
        self._doubt = doubt
        self._data = {key: str(value) for key, value in data.items()}

    async def async_step_init(self, _user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Ask for the word at once."""
        return await self.async_step_confirm()

    async def async_step_confirm(self, user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Ask, and delete soon after."""
        if user_input is None:
            return self.async_show_form(
                step_id="confirm",
                data_schema=probatio.Schema({}),
                description_placeholders={key: value for key, value in self._data.items() if key != "entry_id"},
            )
        entry = self.hass.config_entries.async_get_entry(self._data["entry_id"])
        if entry is None or entry.state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        entry.runtime_data.retention.confirm(self._doubt)
        return self.async_create_entry(data={})
