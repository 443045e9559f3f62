"""Cameras that Home Assistant sees come into the network: those that are here are followed, others are offered."""

from collections.abc import Mapping
from contextlib import suppress
from ipaddress import ip_address
from typing import Any, override

from homeassistant.config_entries import (
    SOURCE_USER,
    ConfigEntry,
    ConfigFlowResult,
    ConfigSubentry,
    FlowType,
    SubentryFlowContext,
)
from homeassistant.const import CONF_HOST, CONF_NAME, CONF_PASSWORD, CONF_USERNAME
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.service_info.dhcp import DhcpServiceInfo

from ...const import DOMAIN, SUBENTRY_CAMERA
from ..camera_flow import check_login
from ..user_input import InputError
from .section_steps import SectionSteps


class CameraDiscoverySteps(SectionSteps):
    """Take what DHCP tells."""

    def __init__(self) -> None:
        super().__init__()
        self._camera: dict[str, str] = {}
        """Host and name of the one that was found."""

    @override
    async def async_step_dhcp(self, discovery_info: DhcpServiceInfo) -> ConfigFlowResult:
        """Follow a camera of ours to its new address, or offer to add one of a maker of cameras."""
        entry = self._hub()
        if entry is None:
            return self.async_abort(reason="no_hub")
        await self.async_set_unique_id(dr.format_mac(discovery_info.macaddress))
        self._abort_if_unique_id_configured()  # the user wants to hear no more of it
        host = discovery_info.ip
        if ours := _cameras_with(dr.async_get(self.hass), entry, discovery_info.macaddress):
            await self._follow(entry, ours, host)
            return self.async_abort(reason="already_configured")
        if any(subentry.data[CONF_HOST] == host for subentry in entry.get_subentries_of_type(SUBENTRY_CAMERA)):
            return self.async_abort(reason="already_configured")
        self._camera = {CONF_HOST: host, CONF_NAME: discovery_info.hostname}
        self.context["title_placeholders"] = {CONF_NAME: discovery_info.hostname or host}
        return await self.async_step_dhcp_camera()

    async def async_step_dhcp_camera(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask whether to add it; the camera's own flow goes on."""
        entry = self._hub()
        if entry is None:  # removed meanwhile
            return self.async_abort(reason="no_hub")
        if user_input is None:
            name = self._camera[CONF_NAME] or self._camera[CONF_HOST]
            return self.async_show_form(
                step_id="dhcp_camera", description_placeholders={**self._camera, CONF_NAME: name}
            )
        camera_flow = await self.hass.config_entries.subentries.async_init(
            (entry.entry_id, SUBENTRY_CAMERA), context=SubentryFlowContext(source=SOURCE_USER), data=self._camera
        )
        result = self.async_abort(reason="camera_offered")
        # `async_abort` itself takes flows of entries only; the manager takes these, too.
        result["next_flow"] = (FlowType.CONFIG_SUBENTRIES_FLOW, camera_flow["flow_id"])
        return result

    async def _follow(self, entry: ConfigEntry, ours: list[ConfigSubentry], host: str) -> None:
        """Change the address of cameras whose machine has another now, once the stream was opened there.

        A camera that is set up by its name keeps it.
        """
        for subentry in ours:
            data: Mapping[str, Any] = subentry.data
            if data[CONF_HOST] == host or not _is_address(data[CONF_HOST]):
                continue
            with suppress(InputError):  # it is away again, or another machine shows itself as this one
                login = {key: data[key] for key in (CONF_USERNAME, CONF_PASSWORD)}
                moved = await check_login(self.hass, {**data, CONF_HOST: host}, login)
                self.hass.config_entries.async_update_subentry(entry, subentry, data=moved)


def _cameras_with(registry: dr.DeviceRegistry, entry: ConfigEntry, hardware: str) -> list[ConfigSubentry]:
    """Return the cameras of a machine by its network card: behind a recorder they are several."""
    devices = registry.async_get_devices(connections={(dr.CONNECTION_NETWORK_MAC, dr.format_mac(hardware))})
    ids = {
        camera_id
        for device in devices
        if device.config_entry_id == entry.entry_id
        for domain, camera_id in device.identifiers
        if domain == DOMAIN
    }
    cameras = entry.get_subentries_of_type(SUBENTRY_CAMERA)
    hosts = {camera.data[CONF_HOST] for camera in cameras if camera.subentry_id in ids}
    return [camera for camera in cameras if camera.data[CONF_HOST] in hosts]


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
