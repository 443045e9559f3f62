"""The flow that sets up the hub: database, folders, worker and models, each tested before it is kept."""

from typing import Any, override

from homeassistant.config_entries import (
    SOURCE_USER,
    ConfigEntry,
    ConfigFlowResult,
    ConfigSubentryFlow,
    FlowType,
    SubentryFlowContext,
)
from homeassistant.core import callback

from .const import CONF_DATABASE, CONF_MODELS, CONF_STORAGE, CONF_WORKER, DOMAIN, SUBENTRY_CAMERA, SUBENTRY_WORKER
from .settings.camera_flow import CameraSubentryFlow
from .settings.entry_migration import ENTRY_MINOR_VERSION, ENTRY_VERSION
from .settings.hub_flow.camera_discovery_steps import CameraDiscoverySteps
from .settings.hub_flow.database_steps import DatabaseSteps
from .settings.hub_flow.discovery_steps import DiscoverySteps
from .settings.hub_flow.reauthentication_steps import ReauthenticationSteps
from .settings.worker_flow import WorkerSubentryFlow


class MyCameraConfigFlow(DatabaseSteps, DiscoverySteps, CameraDiscoverySteps, ReauthenticationSteps, domain=DOMAIN):
    """Set up the hub, section by section; later each section can be changed alone."""

    VERSION = ENTRY_VERSION
    MINOR_VERSION = ENTRY_MINOR_VERSION

    @classmethod
    @callback
    @override
    def async_get_supported_subentry_types(cls, config_entry: ConfigEntry) -> dict[str, type[ConfigSubentryFlow]]:
        """Cameras are subentries, and workers beside the hub's own."""
        return {SUBENTRY_CAMERA: CameraSubentryFlow, SUBENTRY_WORKER: WorkerSubentryFlow}

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

    @override
    async def async_on_create_entry(self, result: ConfigFlowResult) -> ConfigFlowResult:
        """Go on with the first camera."""
        subentry_result = await self.hass.config_entries.subentries.async_init(
            (result["result"].entry_id, SUBENTRY_CAMERA), context=SubentryFlowContext(source=SOURCE_USER)
        )
        result["next_flow"] = (FlowType.CONFIG_SUBENTRIES_FLOW, subentry_result["flow_id"])
        return result
